"""The relation of a marked pair: what the given actor does to the given recipient, by the same network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding import decode, labels
from dragoman.coding.coder import Coder
from dragoman.coding.tokens import word_range


@dataclass(frozen=True, slots=True)
class Pair:
    """A text with two spans, as character offsets [start, end)."""

    text: str
    actor: tuple[int, int]
    recipient: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Relation:
    """The best type and CAMEO code of a pair; `chances` holds each type's probability, "none" apart."""

    type: str
    cameo: str
    chances: dict[str, float]


def relate(coder: Coder, pairs: Sequence[Pair]) -> list[Relation]:
    """The best type of each pair (a forced choice: no abstaining), in order."""
    tokens = coder.tokenizer([pair.text for pair in pairs])
    asked = [
        (
            index,
            (
                (word_range(words, *pair.actor), labels.FLAG_ACTOR),
                (word_range(words, *pair.recipient), labels.FLAG_RECIPIENT),
            ),
        )
        for index, (pair, words) in enumerate(zip(pairs, tokens, strict=True))
    ]
    types = coder.known.types
    found = []
    for _, frame in coder.frames(coder.encode(tokens), asked):
        kind, _, _, cameo = decode.frame_parts(coder.known, frame)
        chances = decode.softmax(kind[1:])
        named = {name: float(chance) for name, chance in zip(types, chances, strict=True)}
        found.append(Relation(types[int(chances.argmax())], coder.known.cameo[int(cameo.argmax())], named))
    return found
