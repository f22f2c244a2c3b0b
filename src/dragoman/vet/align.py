"""Which sentences of one text stand, in the same or other words, in another."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from dragoman.vet.profile import Profile

#: Likeness (0 to 1) from which a sentence is the other one, wherever it stands.
STRONG = 0.6

#: Likeness from which it is the other one if its neighbours in order are too: a spun sentence keeps its place. An
#: independent report of the same event shares names and figures too, but not sentence for sentence in one order.
WEAK = 0.3


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentence `left` of the one text is sentence `right` of the other; `likeness` 0 to 1."""

    left: int
    right: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The sentences that two texts share, and the part of each text's weight (0 to 1) that they make up."""

    pairs: tuple[Pair, ...]
    left: float
    right: float


def align(one: Profile, other: Profile) -> Alignment:
    """Pairs each sentence of `one` with its likest in `other`, and keeps the pairs that say the same."""
    best = [pair for number in range(len(one.lines)) if (pair := _likest(one, other, number))]
    strong = [pair for pair in best if pair.likeness >= STRONG]
    chain = _chain([pair for pair in best if pair.likeness >= WEAK])
    pairs = tuple(sorted({*strong, *chain}, key=lambda pair: pair.left))
    left = sum(one.lines[pair.left].weight for pair in pairs)
    right = sum(other.lines[number].weight for number in {pair.right for pair in pairs})
    return Alignment(pairs, left / one.weight if one.weight else 0.0, right / other.weight if other.weight else 0.0)


def _likest(one: Profile, other: Profile, number: int) -> Pair | None:
    """The sentence of `other` that shares the most weight with a sentence of `one` (Dice's coefficient)."""
    line = one.lines[number]
    common: dict[int, float] = defaultdict(float)
    for word in line.words:
        places = other.places.get(word)
        if places:
            weight = min(one.weights[word], other.weights[word])
            for place in places:
                common[place] += weight
    found = None
    for place, weight in common.items():
        likeness = min(1.0, 2 * weight / (line.weight + other.lines[place].weight))
        if not found or (likeness, -place) > (found.likeness, -found.right):
            found = Pair(number, place, likeness)
    return found


def _chain(pairs: list[Pair]) -> list[Pair]:
    """The longest run of pairs whose sentences stand in the same order in both texts."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, pair in enumerate(pairs):
        place = bisect_left(ends, pair.right)
        before.append(at[place - 1] if place else -1)
        if place == len(ends):
            ends.append(pair.right)
            at.append(number)
        else:
            ends[place], at[place] = pair.right, number
    chain: list[Pair] = []
    number = at[-1] if at else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain
