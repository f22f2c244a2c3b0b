"""What a text is to an earlier one: a copy of some kind, an update, an excerpt of it among other things, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.vet.align import STRONG, Alignment, align
from dragoman.vet.profile import Profile, shingles
from dragoman.vet.words import word_set, words_of

#: A text of which this part (by weight of its words) stands in an earlier one is a copy: at most 40% is its own.
COPIED = 0.6

#: A copy that holds less than this part of the original is an excerpt, otherwise the whole text made shorter.
WHOLE = 0.3

#: Sentences of a copy that have less than this part of their runs of three words in common with the original's are
#: spun. Ten edited words in a hundred leave 0.65 or more, a spinner 0.1 to 0.6 (`benchmarks/spun_copies.py`).
SPUN_WORDING = 0.6

#: Where more than this part of the names and numbers of the shared sentences is not in the earlier text, the two are
#: the same form of words about two occurrences (a quake bulletin, a list of results), and no copies.
OTHER_FACTS = 0.3

#: An update holds at least this part of the earlier text, comes within so many days (if the days are known), and has
#: so many new names or numbers in sentences of its own.
RETOLD, UPDATE_DAYS, NEW_FACTS = 0.5, 7, 3

#: Fewest sentences with names or numbers of an earlier text that count as an excerpt inside a longer text, unless they
#: are all it has. Other sentences may be what a site puts under each of its pages.
EXCERPT_SENTENCES = 3

#: Words after which a changed figure is a conversion, no new fact.
_UNITS = word_set(
    """
    kilometre kilometres kilometer kilometers km mile miles metre metres meter meters m feet foot ft yards hectares
    hectare acres acre tonnes tonne tons ton kilograms kg pounds lb litres litre liters gallons barrels celsius
    fahrenheit degrees dollars dollar euros euro pesos rupees yen yuan francs roubles rubles gmt utc
    """
)

#: Characters of a sentence that evidence quotes, and how many pairs of sentences it shows.
_QUOTED, _SHOWN = 70, 3


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is syndicated, excerpt, spun or update, or "part" where the later text has more of its own.

    `similarity` (0 to 1) is the part of the shorter text that stands in the longer, sentences weighed by their words
    and by how like they are; `lines` are the sentences of the later text that stand in the earlier one, `covered` their
    part of its weight.
    """

    kind: str
    similarity: float
    evidence: str
    lines: frozenset[int]
    covered: float


def relate(later: Profile, earlier: Profile, days: int | None = None) -> Relation | None:
    """What `later` is to `earlier`.

    Args:
        later: the text that is judged.
        earlier: the text that would speak for it.
        days: days between them; None if a date is missing.
    """
    found = align(later, earlier)
    if not found.pairs or _other_facts(found, later, earlier):
        return None
    kind, evidence = _kind(found, later, earlier, days)
    if not kind:
        return None
    # In a longer text of its own, sentences that are only weakly alike may be another's words on the same matter.
    lines = frozenset(pair.left for pair in found.pairs if kind != "part" or pair.likeness >= STRONG)
    return Relation(kind, _similarity(found, later, earlier), evidence, lines, found.left)


def _kind(found: Alignment, later: Profile, earlier: Profile, days: int | None) -> tuple[str, str]:
    """Kind and evidence; ("", "") for texts that share too little to speak of."""
    count = _count(found, later, earlier)
    spun = found.left >= COPIED and _wording(found, later, earlier) < SPUN_WORDING
    if spun:
        return "spun", _spun_evidence(found, later, earlier)
    if found.right >= RETOLD and (news := _news(found, later, earlier, days)):
        return "update", f"{count}; {news}"
    if found.left >= COPIED:
        return ("syndicated" if found.right >= WHOLE else "excerpt"), count
    telling = sum(bool(later.lines[pair.left].anchors) for pair in found.pairs if pair.likeness >= STRONG)
    if telling >= EXCERPT_SENTENCES or (telling and found.right >= COPIED):
        return "part", count
    return "", ""


def days_between(one: str, other: str) -> int | None:
    """Days from one ISO date to another, either way; None if one is no date."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return None


def _other_facts(found: Alignment, later: Profile, earlier: Profile) -> bool:
    anchors = {word for pair in found.pairs for word in later.lines[pair.left].anchors}
    strange = sum(word not in earlier.weights for word in anchors)
    return strange > OTHER_FACTS * len(anchors)


def _similarity(found: Alignment, later: Profile, earlier: Profile) -> float:
    if later.weight <= earlier.weight:
        shared = sum(later.lines[pair.left].weight * pair.likeness for pair in found.pairs)
        return min(1.0, shared / later.weight)
    best: dict[int, float] = {}
    for pair in found.pairs:
        best[pair.right] = max(best.get(pair.right, 0.0), pair.likeness)
    return min(1.0, sum(earlier.lines[line].weight * likeness for line, likeness in best.items()) / earlier.weight)


def _wording(found: Alignment, later: Profile, earlier: Profile) -> float:
    """The part of the runs of three words in the shared sentences that the earlier text has."""
    runs = {
        run for pair in found.pairs for run in shingles([word.text for word in words_of(later.said(pair.left))])
    }  # fmt: skip
    return len(runs & earlier.shingles) / len(runs) if runs else 1.0


def _news(found: Alignment, later: Profile, earlier: Profile, days: int | None) -> str:
    """What the later text knows and the earlier does not; "" if it is nothing or the two are too far apart."""
    if days is not None and days > UPDATE_DAYS:
        return ""
    for pair in found.pairs:
        old, new = earlier.lines[pair.right], later.lines[pair.left]
        changed = sorted(new.numbers - earlier.numbers)
        if changed and (gone := sorted(old.numbers - later.numbers)) and not _UNITS & (old.words | new.words):
            return f"figure changed: {', '.join(gone)} to {', '.join(changed)}"
    shared = {pair.left for pair in found.pairs}
    own = [line for number, line in enumerate(later.lines) if number not in shared]
    facts = {word for line in own for word in line.anchors if word not in earlier.weights}
    # A digest has other stories around the text; an update goes on about the same people and places.
    linked = any((line.anchors - line.numbers) & earlier.weights.keys() for line in own)
    return f"new: {', '.join(sorted(facts)[:6])}" if len(facts) >= NEW_FACTS and linked else ""


def _count(found: Alignment, later: Profile, earlier: Profile) -> str:
    if later.weight <= earlier.weight:
        some, lines = len(found.pairs), len(later.lines)
    else:
        some, lines = len({pair.right for pair in found.pairs}), len(earlier.lines)
    return f"{some} of {lines} sentences of the shorter text in the longer"


def _spun_evidence(found: Alignment, later: Profile, earlier: Profile) -> str:
    # The pairs that differ most show best what a spinner did.
    shown = sorted(found.pairs, key=lambda pair: (pair.likeness, pair.left))[:_SHOWN]
    pairs = _quoted((earlier.said(pair.right), later.said(pair.left)) for pair in shown)
    return f"{len(found.pairs)} of {len(later.lines)} sentences aligned: {pairs}"


def _quoted(pairs: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f'"{_cut(one)}" became "{_cut(other)}"' for one, other in pairs)


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= _QUOTED else sentence[: _QUOTED - 3].rstrip() + "..."
