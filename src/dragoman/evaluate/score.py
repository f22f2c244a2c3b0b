"""Compares what the coder found in a record with what its annotation says, and adds records up to figures.

Mentions match by exact span and kind. Typed triggers match by type within the record, each once. Events match as
triples of type, actor span and recipient span (one triple for each pair of an event line; an empty actor or
recipient matches only an empty one), with exact and with overlapping spans. Status, mode and CAMEO code are judged
where an event of the same type with an overlapping trigger was found, sectors where a mention was found exactly.
Sizes match by the event's type, what they count, and their value (their words, where these tell no number);
found ones without a quantity ("at least") are dropped, as the resolve stage does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

import numpy as np

from dragoman.coding.decode import FoundEvent, FoundSentence
from dragoman.corpus.reader import Event, Record
from dragoman.resolve.numbers import is_quantity, number

Spot = tuple[int, int]
Triple = tuple[str, Spot | None, Spot | None]

#: Metrics that are counts of (found and right, found and wrong, missed), read as precision, recall and F1.
COUNTED = ("mentions", "typed_triggers", "events_exact", "events_overlapping", "sizes", "contexts")

#: Metrics that are counts of (right, wrong, -), read as accuracy.
JUDGED = ("status", "mode", "cameo", "cameo_three_digits", "sectors", "first_sector")


@dataclass(slots=True)
class Tally:
    """Counts of one record: metric to (right, wrong, missed); and pairs of (gold, found) labels."""

    counts: dict[str, list[int]] = field(default_factory=dict)
    statuses: list[tuple[str, str]] = field(default_factory=list)
    types: dict[str, list[int]] = field(default_factory=dict)
    probabilities: list[tuple[str, float, bool]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def add(self, metric: str, right: int, wrong: int, missed: int = 0) -> None:
        """Adds to a metric's counts."""
        have = self.counts.setdefault(metric, [0, 0, 0])
        for index, value in enumerate((right, wrong, missed)):
            have[index] += value


def compare(record: Record, found: FoundSentence) -> Tally:
    """The tally of one record."""
    tally = Tally()
    gold_spans = {(span.kind, span.start, span.end) for span in record.spans}
    found_spans = {(mention.kind, mention.start, mention.end) for mention in found.mentions}
    _sets(tally, "mentions", gold_spans, found_spans)
    _sets(tally, "contexts", set(record.contexts), set(found.contexts))
    _compare_types(tally, record, found)
    gold = gold_triples(record)
    guess = found_triples(found)
    for metric, meet in (("events_exact", _same), ("events_overlapping", _overlap)):
        right = matches(gold, guess, meet)
        tally.add(metric, right, len(guess) - right, len(gold) - right)
    _compare_sizes(tally, record, found)
    _compare_labels(tally, record, found)
    _compare_sectors(tally, record, found)
    return tally


def _sets(tally: Tally, metric: str, gold: Set[object], guess: Set[object]) -> None:
    right = len(gold & guess)
    tally.add(metric, right, len(guess) - right, len(gold) - right)


def _compare_types(tally: Tally, record: Record, found: FoundSentence) -> None:
    gold, guess = Counter(e.type for e in distinct(record.events)), Counter(e.type for e in found.events)
    for name in gold | guess:
        right = min(gold[name], guess[name])
        counts = (right, guess[name] - right, gold[name] - right)
        tally.add("typed_triggers", *counts)
        tally.types[name] = list(counts)
        if counts[1]:
            tally.errors.append(f"{counts[1]} {name} too many")
        if counts[2]:
            tally.errors.append(f"{counts[2]} {name} missed")
    for event in found.events:
        hit = any(e.type == event.type and _meet(e.trigger, (event.start, event.end)) for e in record.events)
        tally.probabilities.append((event.type, event.probability, hit))


def distinct(events: Sequence[Event]) -> list[Event]:
    """Events without those that share trigger and type with an earlier one (both directions of a swap)."""
    seen = set()
    kept = []
    for event in events:
        if (event.trigger, event.type) not in seen:
            seen.add((event.trigger, event.type))
            kept.append(event)
    return kept


def gold_triples(record: Record) -> list[Triple]:
    """Type, actor span and recipient span of each pair of each event line."""
    where: dict[str, Spot] = {span.id: (span.start, span.end) for span in record.spans}
    return [
        (event.type, where.get(actor), where.get(recipient))
        for event in record.events
        for actor in event.actors or ("",)
        for recipient in event.recipients or ("",)
    ]


def found_triples(found: FoundSentence) -> list[Triple]:
    """The same of what was found."""
    where: dict[int, Spot] = {index: (m.start, m.end) for index, m in enumerate(found.mentions)}
    return [
        (event.type, where.get(actor), where.get(recipient))
        for event in found.events
        for actor in event.actors or (-1,)
        for recipient in event.recipients or (-1,)
    ]


def _compare_sizes(tally: Tally, record: Record, found: FoundSentence) -> None:
    words = {span.id: record.text[span.start : span.end] for span in record.spans}
    gold = Counter((e.type, what, _value(words[key])) for e in distinct(record.events) for what, key in e.sizes)
    where = [record.text[mention.start : mention.end] for mention in found.mentions]
    guess = Counter(
        (e.type, what, _value(where[index]))
        for e in found.events
        for what, index in e.sizes
        if is_quantity(where[index])
    )
    right = (gold & guess).total()
    tally.add("sizes", right, guess.total() - right, gold.total() - right)


def _value(words: str) -> float | str:
    value = number(words)
    return words.lower() if value is None else value


def _meet(one: Spot, other: Spot) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _same(one: Triple, other: Triple) -> bool:
    return one == other


def _overlap(one: Triple, other: Triple) -> bool:
    if one[0] != other[0]:
        return False
    for mine, theirs in zip(one[1:], other[1:], strict=True):
        if (mine is None) != (theirs is None) or (mine and theirs and not _meet(mine, theirs)):
            return False
    return True


def matches(gold: list[Triple], guess: list[Triple], meet: object) -> int:
    """How many guesses find a gold triple of their own."""
    left = list(gold)
    right = 0
    for item in guess:
        for other in left:
            if meet(item, other):  # type: ignore[operator]
                left.remove(other)
                right += 1
                break
    return right


def _compare_labels(tally: Tally, record: Record, found: FoundSentence) -> None:
    left = list(found.events)
    for event in distinct(record.events):
        twin = _twin(event, left)
        if twin is None:
            continue
        left.remove(twin)
        tally.statuses.append((event.status, twin.status))
        for metric, right in (
            ("status", event.status == twin.status),
            ("mode", event.mode == twin.mode),
            ("cameo", event.cameo == twin.cameo),
            ("cameo_three_digits", event.cameo[:3] == twin.cameo[:3]),
        ):
            tally.add(metric, int(right), int(not right))


def _twin(event: Event, found: list[FoundEvent]) -> FoundEvent | None:
    for other in found:
        if other.type == event.type and _meet(event.trigger, (other.start, other.end)):
            return other
    return None


def _compare_sectors(tally: Tally, record: Record, found: FoundSentence) -> None:
    where = {(m.start, m.end): m for m in found.mentions if m.kind == "A"}
    for span in record.spans:
        mention = where.get((span.start, span.end))
        if span.kind == "A" and mention is not None:
            right = set(span.sectors) == set(mention.sectors)
            tally.add("sectors", int(right), int(not right))
            right = span.sectors[:1] == mention.sectors[:1]
            tally.add("first_sector", int(right), int(not right))


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its counts and the 95% bootstrap interval of its F1 or accuracy (resampled records)."""

    name: str
    precision: float
    recall: float
    f1: float
    low: float
    high: float
    right: int
    wrong: int
    missed: int


def _f1(right: np.ndarray, wrong: np.ndarray, missed: np.ndarray) -> np.ndarray:
    return np.asarray(2 * right / np.maximum(2 * right + wrong + missed, 1))


def figures(tallies: Sequence[Tally], names: Iterable[str] = COUNTED + JUDGED, rounds: int = 1000) -> list[Figure]:
    """Sums, rates and intervals of each metric. For JUDGED metrics precision, recall and F1 are the accuracy."""
    rng = np.random.default_rng(20260101)
    picks = rng.integers(0, max(len(tallies), 1), (rounds, len(tallies)))
    out = []
    for name in names:
        table = np.array([tally.counts.get(name, [0, 0, 0]) for tally in tallies]).reshape(-1, 3)
        if name in JUDGED:
            table[:, 2] = table[:, 1]
        sums = table[picks].sum(1)
        low, high = np.percentile(_f1(*sums.T), [2.5, 97.5]) if len(tallies) else (0.0, 0.0)
        right, wrong, missed = (int(x) for x in table.sum(0))
        out.append(
            Figure(
                name,
                right / max(right + wrong, 1),
                right / max(right + missed, 1),
                2 * right / max(2 * right + wrong + missed, 1),
                float(low),
                float(high),
                right,
                wrong,
                missed,
            )
        )
    return out


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean F1 over the labels that occur in gold."""
    names = sorted({gold for gold, _ in pairs})
    total = 0.0
    for name in names:
        right = sum(gold == guess == name for gold, guess in pairs)
        total += 2 * right / max(sum(g == name for g, _ in pairs) + sum(g == name for _, g in pairs), 1)
    return total / max(len(names), 1)


def type_table(tallies: Sequence[Tally]) -> dict[str, list[int]]:
    """(right, wrong, missed) of typed triggers for each type."""
    table: dict[str, list[int]] = {}
    for tally in tallies:
        for name, counts in tally.types.items():
            have = table.setdefault(name, [0, 0, 0])
            for index, value in enumerate(counts):
                have[index] += value
    return table
