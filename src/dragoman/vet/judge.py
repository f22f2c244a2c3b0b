"""The verdict on one text, given the texts before it in standing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dragoman.records import Copy
from dragoman.vet.profile import Profile
from dragoman.vet.relation import COPIED, EXCERPT_SENTENCES, Relation, days_between, relate
from dragoman.vet.standing import Standing

#: Texts that one text is compared with: those that share the most keys. A digest has fewer parts, and copies of one
#: text that are more than these lead to their original through one another.
MOST_COMPARED = 16

#: What evidence says of an original that is known by another copy of it.
THROUGH = " (through document "

#: A text that is covered to this part has its original; the search for a better one ends.
WHOLLY = 0.95

#: Verdicts of copies, and of all documents that were vetted.
COPY_KINDS = ("identical", "syndicated", "excerpt", "spun")
VETTED = ("kept", *COPY_KINDS)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`kind` is how a text is a copy, "" for a text that is kept; `copies` its rows, the originals being kept texts."""

    kind: str = ""
    copies: tuple[Copy, ...] = ()


def nearest(alike: Iterable[tuple[int, Standing]], of: Standing) -> list[Standing]:
    """The texts to compare a text with: before it, those with the most shared keys, in their standing's order."""
    before = sorted(
        (-count, standing) for count, standing in alike if standing < of and standing.document != of.document
    )
    return sorted(standing for _, standing in before[:MOST_COMPARED])


def judge(
    standing: Standing,
    profile: Profile,
    before: Iterable[Standing],
    profiles: Callable[[str], Profile],
    verdicts: Callable[[str], Verdict],
) -> Verdict:
    """Whether a text is a copy, and of what.

    A text that another covers is its copy; of several the one that covers most speaks for it, copies only where no
    kept text covers it. Of a running story the first telling is named. Excerpts of several texts that together cover a
    text make it a copy of all of them.

    Args:
        standing: the text's date and document.
        profile: the text.
        before: see `nearest`.
        profiles: texts by document.
        verdicts: verdicts by document, of the texts before it.
    """
    found: dict[str, list[tuple[str, Relation]]] = {"copy": [], "update": [], "part": []}
    for copied, other in sorted((bool(verdicts(other.document).kind), other) for other in before):
        if copied and found["copy"]:
            break
        relation = relate(profile, profiles(other.document), days_between(standing.published, other.published))
        if relation:
            role = relation.kind if relation.kind in found else "copy"
            found[role].append((other.document, relation))
            if role == "copy" and relation.covered >= WHOLLY:
                break
    if found["copy"]:
        best = max(found["copy"], key=lambda item: item[1].covered)
        others = _beside(best[1], found["part"])
        kind = "excerpt" if others else best[1].kind
        return Verdict(kind, _rows([best, *others], kind, verdicts))
    # What looks like an update with news from yet another text is a digest of both.
    digest = any(_beside(update, found["part"]) for _, update in found["update"])
    parts = _fewest([*(found["update"] if digest else []), *found["part"]])
    covered = frozenset[int]().union(*(part.lines for _, part in parts))
    if covered and sum(profile.lines[line].weight for line in covered) >= COPIED * profile.weight:
        return Verdict("excerpt", _rows(parts, "excerpt", verdicts))
    if found["update"] and not digest:
        return Verdict("", _rows(found["update"][:1], "update", verdicts))
    return Verdict("", _rows(parts, "excerpt", verdicts))


def _beside(one: Relation, parts: list[tuple[str, Relation]]) -> list[tuple[str, Relation]]:
    """Those parts that are excerpts of something else than the text of one relation."""
    return [part for part in parts if len(part[1].lines - one.lines) >= EXCERPT_SENTENCES]


def _fewest(parts: list[tuple[str, Relation]]) -> list[tuple[str, Relation]]:
    """Parts that each add sentences to those before: the one that adds most first, of equal ones the first told."""
    left, chosen, covered = list(parts), [], frozenset[int]()
    while left and (best := max(left, key=lambda part: len(part[1].lines - covered)))[1].lines - covered:
        left.remove(best)
        chosen.append(best)
        covered |= best[1].lines
    return chosen


def _rows(found: list[tuple[str, Relation]], kind: str, verdicts: Callable[[str], Verdict]) -> tuple[Copy, ...]:
    """One row for each original that is kept; what leads through another copy says so."""
    rows: dict[str, Copy] = {}
    for document, relation in found:
        verdict = verdicts(document)
        # A copy leads to the text that is coded in its stead; an update to the first telling of its story.
        onward = [copy.original for copy in verdict.copies if verdict.kind or (kind == copy.kind == "update")]
        through = f"{THROUGH}{document})" if onward else ""
        for original in onward or [document]:
            rows.setdefault(original, Copy(original, kind, round(relation.similarity, 4), relation.evidence + through))
    return tuple(rows.values())
