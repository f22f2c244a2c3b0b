"""Stores whose events are known, made from records instead of by the model: tests of counts and writers need both."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.identity import digest, report_id
from dragoman.records import Article, Mention, Participant, Report, Sentence, Size
from dragoman.store import Store


@dataclass(frozen=True, slots=True)
class Who:
    """A party: the words that name it, its country and sectors."""

    words: str
    country: str = ""
    sectors: tuple[str, ...] = ()


RUSSIA, UKRAINE = Who("Russia", "RUS", ("GOV",)), Who("Ukraine", "UKR", ("GOV",))
ARMY = Who("the Russian army", "RUS", ("MIL",))
FRANCE, BENIN = Who("France", "FRA", ("GOV",)), Who("Benin", "BEN", ("GOV",))


@dataclass(frozen=True, slots=True)
class Page:
    """A page with one sentence that asserts one event; the words of its parties and its trigger stand in it."""

    sentence: str
    trigger: str
    type: str
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...] = ()
    mode: str = ""
    cameo: str = ""
    status: str = "actual"
    date: str = "2022-03-05"
    precision: str = "day"
    place: tuple[str, str, str, str] = ("", "", "", "")
    killed: str = ""
    publisher: str = "Harbour Press"
    confidence: float = 0.9


def store_of(*pages: Page) -> Store:
    """A store in memory with these pages, linked."""
    store = Store()
    articles = [_article(page) for page in pages]
    store.write(articles, {article.id: article.id for article in articles}, "made")
    store.link()
    store.record_run({
        "id": "1", "started": "2024-01-01T00:00:00", "finished": "2024-01-02T00:00:00", "inputs": [],
        "code_version": "0.1.0", "model_version": "made 1", "settings": {}, "counts": {}, "reasons": {},
    })  # fmt: skip
    return store


def _article(page: Page) -> Article:
    text = f"A title\n{page.sentence}"
    identity = digest(text, page.publisher)

    def mention(words: str, kind: str, who: Who = Who("")) -> Mention:
        start = text.index(words, 8)
        return Mention(start, start + len(words), words, kind, who.country, who.sectors, words)

    actors = [mention(who.words, "A", who) for who in page.actors]
    recipients = [mention(who.words, "A", who) for who in page.recipients]
    places = [mention(page.place[0], "P")] if page.place[0] else []
    sizes = [mention(page.killed, "N")] if page.killed else []
    trigger = text.index(page.trigger, 8)
    words, country, precision, source = page.place
    report = Report(
        report_id(identity, trigger, trigger + len(page.trigger)), 8, len(text), trigger,
        trigger + len(page.trigger), page.type, page.mode, page.cameo, page.status, ("military",),
        (*(Participant("actor", m.start) for m in actors), *(Participant("recipient", m.start) for m in recipients)),
        tuple(Size("killed", m.start, float(m.text)) for m in sizes), page.confidence,
        place_mention=places[0].start if places else -1, date=page.date, date_end=page.date,
        date_precision=page.precision, date_source="phrase", place=words, place_country=country,
        place_precision=precision, place_source=source, latitude=50.0 if words else None,
        longitude=30.0 if words else None,
    )  # fmt: skip
    return Article(
        identity, f"https://example.org/{identity}", "made", "A title", page.publisher, text, page.date, "given", "en",
        "", "kept", "", (Sentence(0, 7), Sentence(8, len(text))), (), (*actors, *recipients, *places, *sizes),
        (report,),
    )  # fmt: skip
