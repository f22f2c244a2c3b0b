"""Small articles of one report each for the tests of the store."""

from __future__ import annotations

from typing import Any

from dragoman.records import Article, Copy, Mention, Participant, Report, Sentence, Size


def article(
    name: str, day: str = "2020-01-02", town: str = "", actor: str = "RUS", killed: float = 0, **other: Any
) -> Article:
    """An attack on Ukraine, told by document `name`, whose report is `r` and that name."""
    source = other.pop("source", "phrase")
    copies = tuple(Copy(original, other.pop("copy", "identical"), 1.0, "") for original in other.pop("originals", ()))
    text = f"They attacked {town or 'a village'} {other.pop('words', '')}."
    mentions = (
        Mention(0, 4, "They", "A", actor, ("MIL",), actor),
        Mention(5, 8, "att", "A", "UKR", ("CVL",), "Ukraine"),
    )
    report = Report(
        f"r{name}", 0, len(text), 5, 13, other.pop("kind", "ASSAULT"), "", "190", other.pop("status", "actual"), (),
        (Participant("actor", 0), Participant("recipient", 5)), (Size("killed", 0, killed),) if killed else (), 0.8,
        date=day, date_end=other.pop("day_end", day), date_precision="day", date_source=source, place=town,
        place_country="UKR" if town else "", place_precision="city" if town else "",
    )  # fmt: skip
    verdict = other.pop("verdict", "kept")
    fields: dict[str, Any] = {
        "id": name, "address": f"https://example.org/{name}", "read_from": "test", "title": "", "publisher": "A",
        "text": text, "published": "2020-01-04", "published_source": "given", "language": "en", "dateline": "",
        "verdict": verdict, "detail": "", "sentences": (Sentence(0, len(text)),), "copies": copies,
        "mentions": mentions if verdict == "kept" else (), "reports": (report,) if verdict == "kept" else (),
    }  # fmt: skip
    return Article(**(fields | other))
