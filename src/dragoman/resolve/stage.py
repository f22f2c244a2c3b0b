"""The resolve stage: fills actors, dates, places and sizes of an article's mentions and reports."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from dragoman.ontology import NON_STATES
from dragoman.records import Article, Mention, Report, Size, Statement, from_batch, to_batch
from dragoman.resolve import gazetteer
from dragoman.resolve.actors import ActorResolver
from dragoman.resolve.dates import resolve_date
from dragoman.resolve.knowledge import Knowledge, knowledge
from dragoman.resolve.numbers import is_quantity, number
from dragoman.resolve.places import PlaceResolver
from dragoman.resolve.speakers import find_statements

#: Confidence of a day or place that the sentence does not give to the event: estimates, not measured.
FALLBACK_DATE, FALLBACK_PLACE = 0.5, 0.6
_FUTURE = re.compile(r"\b(?:will|shall|would|(?:is|are) (?:due |set |expected |scheduled )?to)\b", re.IGNORECASE)
#: Characters before a trigger in which its auxiliary verb stands.
_BEFORE_TRIGGER = 12


class ResolveStage:
    """`Article` to `Article`: resolves what the page and the tables tell; what they don't stays empty.

    Args:
        imports: the folder of the user's imports (default: none are used).
    """

    name = "resolve"

    def __init__(self, imports: Path | None = None) -> None:
        self._imports = imports
        self._known: Knowledge | None = None

    def setup(self) -> None:
        """Loads the knowledge tables and the gazetteer."""
        self._known = knowledge().with_imports(self._imports) if self._imports else knowledge()
        gazetteer.load()

    def process(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """A batch of articles, resolved."""
        articles = from_batch(Article, batch)
        return to_batch(Article, [self.resolve(a) if a.reports or a.mentions else a for a in articles])

    def resolve(self, article: Article) -> Article:
        """One article, resolved."""
        assert self._known is not None, "setup() comes first"
        # The dateline says more of where an article plays than one more name in the text.
        places = [article.dateline] * 3 + [m.text for m in article.mentions if m.kind == "P"]
        actors = ActorResolver(self._known).resolve(
            [m for m in article.mentions if m.kind == "A"], article.text, places, article.sentences, article.published
        )
        by_start = {mention.start: mention for mention in (*article.mentions, *actors)}
        countries = {m.country for m in actors if m.country and m.country not in NON_STATES}
        places_of = PlaceResolver(self._known, countries, article.dateline)
        mentions = tuple(by_start[start] for start in sorted(by_start))
        statements = find_statements(article.text, article.sentences, mentions)
        reports = tuple(
            _spoken(_report(report, article, by_start, places_of), statements, by_start) for report in article.reports
        )
        identities = dict.fromkeys(mention.actor_id for mention in mentions if mention.actor_id)
        known = tuple(self._known.actor(identity) for identity in identities)
        return replace(article, mentions=mentions, reports=reports, statements=statements, actors=known)


def _report(report: Report, article: Article, mentions: dict[int, Mention], places: PlaceResolver) -> Report:
    # Where a span was cut in two ("at least" and "14") only the part with the number is a size.
    sizes = [size for size in report.sizes if is_quantity(mentions[size.mention].text)]
    valued = tuple(Size(s.what, s.mention, number(mentions[s.mention].text)) for s in sizes)
    when = _dated(report, article, mentions, places.home.country)
    return replace(report, sizes=valued, **when, **_placed(report, article, mentions, places))


def _dated(report: Report, article: Article, mentions: dict[int, Mention], country: str) -> dict[str, Any]:
    """The date fields of a report; none where its day is not known."""
    published = date.fromisoformat(article.published) if article.published else None
    phrase = mentions.get(report.date_mention)
    if phrase:
        when = resolve_date(phrase.text, published, _ahead(report, article), country)
        if when:
            return {
                "date": when.start.isoformat(), "date_end": when.end.isoformat(), "date_precision": when.precision,
                "date_source": "phrase", "date_rule": when.rule, "date_confidence": when.confidence,
            }  # fmt: skip
    if published and report.status in ("actual", "negated", "hypothetical"):
        source = "dateline" if article.published_source == "dateline" else "publication"
        day = published.isoformat()
        return {
            "date": day, "date_end": day, "date_precision": "day", "date_source": source,
            "date_rule": f"day of the {source}", "date_confidence": FALLBACK_DATE,
        }  # fmt: skip
    # The day of a background or coming event is not the page's: unknown, never guessed.
    return {}


def _ahead(report: Report, article: Article) -> bool:
    """Whether a report's date lies ahead. "will host talks in June" is an agreement of today on what comes in June."""
    words = article.text[max(report.trigger_start - _BEFORE_TRIGGER, report.sentence_start) : report.trigger_end]
    return report.status == "future" or _FUTURE.search(words) is not None


def _placed(report: Report, article: Article, mentions: dict[int, Mention], places: PlaceResolver) -> dict[str, Any]:
    """The place fields of a report; none where neither sentence nor dateline names a place."""
    start, end = report.sentence_start, report.sentence_end
    inside = [m for m in mentions.values() if m.kind == "P" and start <= m.start < end]
    for source, phrase in (
        ("phrase", mentions[report.place_mention].text if report.place_mention in mentions else ""),
        ("sentence", inside[0].text if inside else ""),
        ("dateline", article.dateline),
    ):
        if phrase:
            place = places.home if source == "dateline" else places.resolve(phrase, article.text[start:end])
            sure = place.confidence * (1.0 if source == "phrase" else FALLBACK_PLACE)
            return {
                "place": phrase, "place_country": place.country, "place_admin": place.admin,
                "place_precision": place.precision, "place_source": source, "place_rule": place.rule,
                "place_confidence": sure if place.rule else None, "latitude": place.latitude,
                "longitude": place.longitude,
            }  # fmt: skip
    return {}


def _spoken(report: Report, statements: tuple[Statement, ...], mentions: dict[int, Mention]) -> Report:
    """The report with the speaker of the innermost statement whose words hold its trigger.

    A verb of saying inside the words that it parts ("the bridge, the army warned, could fall") is the speaker's deed.
    """
    own = {part.mention for part in report.participants if part.role == "actor"}
    around = [
        s for s in statements
        if s.start <= report.trigger_start and report.trigger_end <= s.end
        and not (s.start <= s.speaker < s.end and s.speaker in own)
    ]  # fmt: skip
    if not around:
        return report
    speaker = mentions[min(around, key=lambda s: s.end - s.start).speaker]
    return replace(report, speaker=speaker.actor or speaker.text, speaker_mention=speaker.start)
