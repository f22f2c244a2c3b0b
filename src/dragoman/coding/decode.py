"""Network outputs to mentions and events of one sentence: plain functions on arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.coding import labels
from dragoman.coding.labels import Labels
from dragoman.coding.network import Floats
from dragoman.coding.tokens import Array, Words

#: A word is part of a candidate trigger from this probability on; the frame layer was trained with the same.
CANDIDATE = 0.2

#: From this probability on a sector or context is given.
SECTOR = 0.4
CONTEXT = 0.4


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention in a sentence: character offsets of the text; `affiliation` is STATE or a code of NON_STATES."""

    start: int
    end: int
    kind: str
    sectors: tuple[str, ...]
    affiliation: str


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event in a sentence: trigger offsets; actors and the rest are positions in the sentence's mentions.

    `probability` (0 to 1) is the calibrated probability that the trigger carries an event of this type.
    """

    start: int
    end: int
    type: str
    mode: str
    cameo: str
    status: str
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    date: int | None
    place: int | None
    sizes: tuple[tuple[str, int], ...]
    probability: float


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """What the coder found in one sentence."""

    mentions: tuple[FoundMention, ...]
    events: tuple[FoundEvent, ...]
    contexts: tuple[str, ...]


def softmax(logits: Floats) -> Floats:
    """Probabilities over the last axis."""
    powers = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), np.float32)


def sigmoid(logits: Floats) -> Floats:
    """Element-wise logistic function."""
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def mention_words(tags: Array) -> list[tuple[int, int, str]]:
    """Mentions (first word, last word + 1, kind) from the words' tags; [CLS] at 0 is left out.

    An I tag that continues no mention of its kind begins one.
    """
    found: list[tuple[int, int, str]] = []
    start = kind = 0
    for index in range(1, len(tags) + 1):
        tag = int(tags[index]) if index < len(tags) else 0
        here = (tag + 1) // 2
        begins = tag % 2 == 1
        if kind and (begins or here != kind):
            found.append((start, index, labels.KINDS[kind - 1]))
            kind = 0
        if here and not kind:
            start, kind = index, here
    return found


def runs(marks: npt.NDArray[np.bool_]) -> list[Words]:
    """Stretches of True, as [start, end)."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], marks.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _steps() -> Floats:
    """Score of each step from tag to tag: 0, and hopeless where an I follows neither B nor I of its kind."""
    tags = np.arange(len(labels.MENTION_TAGS))
    inside = (tags > 0) & (tags % 2 == 0)
    fits = (tags[:, None] == tags) | (tags[:, None] == tags - 1)
    return np.where(inside & ~fits, -1e9, 0).astype(np.float32)


_STEPS = _steps()


def best_tags(logits: Floats) -> Array:
    """The best allowed sequence of mention tags (Viterbi: an I follows only B or I of its kind)."""
    tags: Array = logits.argmax(-1)
    if _STEPS[0, tags[0]] == 0 and (_STEPS[tags[:-1], tags[1:]] == 0).all():
        return tags  # the best tag of each word makes an allowed sequence: no other can be better
    scores = logits[0] + _STEPS[0]
    back = np.zeros(logits.shape, np.int64)
    for index in range(1, len(logits)):
        steps = scores[:, None] + _STEPS
        back[index] = steps.argmax(0)
        scores = steps.max(0) + logits[index]
    tags = np.zeros(len(logits), np.int64)
    tags[-1] = scores.argmax()
    for index in range(len(logits) - 1, 0, -1):
        tags[index - 1] = back[index, tags[index]]
    return tags


@dataclass(frozen=True, slots=True)
class Calibration:
    """Raw to honest probability: sigmoid(slope * logit(raw) + offset), fitted on the development split."""

    slope: float = 1.0
    offset: float = 0.0

    def __call__(self, raw: float) -> float:
        """The calibrated probability of a raw one."""
        raw = min(max(raw, 1e-6), 1 - 1e-6)
        return float(1 / (1 + np.exp(-(self.slope * np.log(raw / (1 - raw)) + self.offset))))


def frame_parts(known: Labels, frame: Floats) -> list[Floats]:
    """A frame's logits of type ("none" first), status, mode and CAMEO code."""
    return np.split(frame, np.cumsum(known.frame_sizes)[:-1])


def event_of(
    known: Labels, frame: Floats, roles: Floats, mentions: list[tuple[int, int, str]], calibrate: Calibration
) -> FoundEvent:
    """The event that a frame's logits tell, its trigger's offsets left 0; `roles` are logits of each word."""
    kind, status, mode, cameo = frame_parts(known, frame)
    chances = softmax(kind)
    best = int(chances[1:].argmax())
    event_type = known.types[best]
    own = [i for i, name in enumerate(known.modes) if name.split(".")[0] == event_type]
    given: dict[str, list[int]] = {}
    for index, (start, end, letter) in enumerate(mentions):
        means = roles[start:end].mean(0)
        role = max(labels.KIND_ROLES[letter], key=means.__getitem__)
        given.setdefault(labels.ROLES[role], []).append(index)
    return FoundEvent(
        0,
        0,
        event_type,
        known.modes[max(own, key=lambda i: mode[i])].partition(".")[2] if own else "",
        known.cameo[int(cameo.argmax())] if len(cameo) else "",
        known.statuses[int(status.argmax())],
        tuple(given.get("actor", ())),
        tuple(given.get("recipient", ())),
        _first(given, "date"),
        _first(given, "place"),
        tuple((name, index) for name in labels.ROLES[5:] for index in given.get(name, ())),
        calibrate(float(chances[1 + best])),
    )


def _first(given: dict[str, list[int]], role: str) -> int | None:
    return given[role][0] if role in given else None
