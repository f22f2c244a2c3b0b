"""Scores country and sectors of every labelled actor of a corpus split, the record's text standing for the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.coding.coder import Coder
from dragoman.corpus.reader import Record
from dragoman.corpus.splits import read_split
from dragoman.evaluate.marked import marked_mentions
from dragoman.resolve.actors import ActorResolver
from dragoman.resolve.knowledge import knowledge


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """One labelled actor as it was resolved: what is right, by which rule, and whether training has its words."""

    text: str
    country: bool
    sectors: bool
    new: bool
    rule: str
    confidence: float
    error: str


def resolve_records(coder: Coder, records: Sequence[Record], seen: frozenset[str] = frozenset()) -> list[ResolvedActor]:
    """Every labelled actor of the records, resolved on its labelled span.

    Args:
        coder: gives sectors and affiliation.
        records: labelled records.
        seen: words of training mentions in small letters.
    """
    resolver = ActorResolver(knowledge())
    found = []
    for record, mentions in zip(records, marked_mentions(coder, records), strict=True):
        gold = {span.start: span for span in record.spans}
        places = [record.text[span.start : span.end] for span in record.spans if span.kind == "P"]
        for mention in resolver.resolve(mentions, record.text, places):
            span = gold[mention.start]
            wanted, got = " ".join((span.country, *span.sectors)), " ".join((mention.country, *mention.sectors))
            country, sectors = mention.country == span.country, set(mention.sectors) == set(span.sectors)
            error = f"{record.id} {mention.text!r}: {got}, labelled {wanted} ({mention.rule})"
            found.append(
                ResolvedActor(
                    mention.text, country, sectors, mention.text.lower() not in seen, mention.rule,
                    mention.confidence or 0.0, "" if country and sectors else error,
                )
            )  # fmt: skip
    return found


def actor_report(coder: Coder, corpus: Path, split: str, errors: bool = False) -> str:
    """Accuracy of country, of sectors and of both, also for words that training does not have, and by rule."""
    seen = frozenset(
        record.text[span.start : span.end].lower()
        for record in read_split(corpus, "train")
        for span in record.spans
        if span.kind == "A"
    )
    rows = resolve_records(coder, read_split(corpus, split), seen)
    head = f"{'':<34}{'actors':>8}{'country':>9}{'sectors':>9}{'both':>7}"
    lines = [head, _line("all", rows), _line("not in training", [row for row in rows if row.new]), ""]
    kinds = sorted({kind(row.rule) for row in rows}, key=lambda name: -sum(kind(row.rule) == name for row in rows))
    lines += [f"{head}{'confidence':>12}"]
    for name in kinds:
        part = [row for row in rows if kind(row.rule) == name]
        lines.append(f"{_line(name, part)}{sum(row.confidence for row in part) / len(part):12.2f}")
    if errors:
        lines += ["", *(row.error for row in rows if row.error)]
    return "\n".join(lines)


def kind(rule: str) -> str:
    """A rule without the names it speaks of: "states.tsv: Kenya" is "states.tsv"."""
    return rule.split(" (")[0] if rule.startswith("article") else rule.split(":")[0]


def _line(name: str, rows: Sequence[ResolvedActor]) -> str:
    count = max(len(rows), 1)
    both = sum(row.country and row.sectors for row in rows)
    return (
        f"{name:<34}{len(rows):8d}{sum(row.country for row in rows) / count:9.3f}"
        f"{sum(row.sectors for row in rows) / count:9.3f}{both / count:7.3f}"
    )
