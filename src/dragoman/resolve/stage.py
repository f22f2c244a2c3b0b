"""The resolve stage: fills actors, dates, places and sizes of an article's mentions and reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pyarrow as pa

from dragoman.ontology import NON_STATES
from dragoman.records import Article, Mention, Report, Size, Statement, from_batch, to_batch
from dragoman.resolve.actors import ActorResolver
from dragoman.resolve.dates import resolve_date
from dragoman.resolve.knowledge import Knowledge, knowledge
from dragoman.resolve.numbers import number
from dragoman.resolve.places import resolve_place
from dragoman.resolve.speakers import find_statements


class ResolveStage:
    """`Article` to `Article`: resolves what the page and the tables tell; what they don't stays empty."""

    name = "resolve"

    def __init__(self) -> None:
        self._known: Knowledge | None = None

    def setup(self) -> None:
        """Loads the knowledge tables."""
        self._known = knowledge()

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
            [m for m in article.mentions if m.kind == "A"], article.text, places
        )
        by_start = {mention.start: mention for mention in (*article.mentions, *actors)}
        countries = {m.country for m in actors if m.country and m.country not in NON_STATES}
        mentions = tuple(by_start[start] for start in sorted(by_start))
        statements = find_statements(article.text, article.sentences, mentions)
        reports = tuple(
            _spoken(self._report(report, article, by_start, countries), statements, by_start)
            for report in article.reports
        )
        return replace(article, mentions=mentions, reports=reports, statements=statements)

    def _report(self, report: Report, article: Article, mentions: dict[int, Mention], countries: set[str]) -> Report:
        report = self._dated(report, article, mentions)
        report = self._placed(report, article, mentions, countries)
        sizes = tuple(Size(s.what, s.mention, number(mentions[s.mention].text)) for s in report.sizes)
        return replace(report, sizes=sizes)

    def _dated(self, report: Report, article: Article, mentions: dict[int, Mention]) -> Report:
        published = date.fromisoformat(article.published) if article.published else None
        phrase = mentions.get(report.date_mention)
        if phrase:
            when = resolve_date(phrase.text, published, report.status == "future")
            if when:
                return replace(
                    report, date=when.start.isoformat(), date_end=when.end.isoformat(),
                    date_precision=when.precision, date_source="phrase",
                )  # fmt: skip
        if published and report.status in ("actual", "negated", "hypothetical"):
            source = "dateline" if article.published_source == "dateline" else "publication"
            day = published.isoformat()
            return replace(report, date=day, date_end=day, date_precision="day", date_source=source)
        # The day of a background or coming event is not the page's: unknown, never guessed.
        return report

    def _placed(self, report: Report, article: Article, mentions: dict[int, Mention], countries: set[str]) -> Report:
        assert self._known is not None
        inside = [
            m for m in mentions.values()
            if m.kind == "P" and report.sentence_start <= m.start < report.sentence_end
        ]  # fmt: skip
        for source, phrase in (
            ("phrase", mentions[report.place_mention].text if report.place_mention in mentions else ""),
            ("sentence", inside[0].text if inside else ""),
            ("dateline", article.dateline),
        ):
            if phrase:
                place = resolve_place(phrase, self._known, countries)
                return replace(
                    report, place=phrase, place_country=place.country, place_precision=place.precision,
                    place_source=source, latitude=place.latitude, longitude=place.longitude,
                )  # fmt: skip
        return report


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
