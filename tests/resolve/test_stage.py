"""The resolve stage on articles made by hand: sources, rules and fallbacks of dates, places and sizes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.records import Article, Mention, Report, Size
from dragoman.resolve import ResolveStage

TEXT = "Gunmen killed at least 14 soldiers near Tripoli on 3/4/2015. The attackers fled."
PLACE, DATE, NUMBER = TEXT.index("near"), TEXT.index("3/4"), TEXT.index("at least")


def mention(start: int, words: str, kind: str) -> Mention:
    assert TEXT[start:].startswith(words)
    return Mention(start, start + len(words), words, kind)


MENTIONS = (
    mention(0, "Gunmen", "A"),
    mention(NUMBER, "at least", "N"),
    mention(NUMBER + 9, "14", "N"),
    mention(PLACE, "near Tripoli", "P"),
    mention(DATE, "3/4/2015", "D"),
)
SIZES = (Size("killed", NUMBER), Size("killed", NUMBER + 9))
REPORT = Report("r", 0, TEXT.index(" The"), 7, 13, "ASSAULT", "", "190", "actual", (), (), SIZES, 0.9, DATE, PLACE)


@pytest.fixture(scope="module")
def stage() -> ResolveStage:
    made = ResolveStage()
    made.setup()
    return made


def resolved(stage: ResolveStage, report: Report, dateline: str = "BEIRUT", published: str = "2015-05-01") -> Report:
    article = Article("a", "a", "a", "", "", TEXT, published, "metadata", "en", dateline, "kept", "",
                      mentions=MENTIONS, reports=(report,))  # fmt: skip
    return stage.resolve(article).reports[0]


def test_phrases_give_date_place_and_size_with_their_rules(stage: ResolveStage) -> None:
    found = resolved(stage, REPORT)
    assert (found.date, found.date_source, found.date_rule) == ("2015-04-03", "phrase", "calendar date")
    assert (found.place_country, found.place_source, found.place_precision) == ("LBN", "phrase", "city")
    assert found.place_admin
    assert found.place_rule == "geonames: Tripoli (LBN), country of an actor"
    assert found.place_confidence is not None
    assert 0 < found.place_confidence < 1
    # "at least" alone, cut from its number, is no size.
    assert found.sizes == (Size("killed", NUMBER + 9, 14.0),)


def test_the_dateline_decides_the_order_of_day_and_month(stage: ResolveStage) -> None:
    assert resolved(stage, REPORT, "WASHINGTON").date == "2015-03-04"


def test_without_phrases_the_sentence_and_the_publication_stand_in(stage: ResolveStage) -> None:
    found = resolved(stage, replace(REPORT, date_mention=-1, place_mention=-1))
    assert (found.date, found.date_source, found.date_rule) == ("2015-05-01", "publication", "day of the publication")
    assert (found.place, found.place_source, found.place_country) == ("near Tripoli", "sentence", "LBN")


def test_a_sentence_without_places_takes_the_dateline(stage: ResolveStage) -> None:
    later = replace(REPORT, sentence_start=TEXT.index("The att"), sentence_end=len(TEXT), place_mention=-1)
    found = resolved(stage, later)
    assert (found.place, found.place_source, found.place_country) == ("BEIRUT", "dateline", "LBN")
    assert resolved(stage, later, dateline="").place == ""


def test_an_agreement_on_what_will_come_has_a_date_ahead(stage: ResolveStage) -> None:
    text = "Algeria will host talks in June."
    june = Mention(text.index("June"), text.index("June") + 4, "June", "D")
    report = Report("r", 0, len(text), text.index("host"), text.index(" in"), "AGREE", "", "039", "actual", (), (), (),
                    0.9, june.start)  # fmt: skip
    article = Article("a", "a", "a", "", "", text, "2015-05-01", "metadata", "en", "", "kept", "",
                      mentions=(june,), reports=(report,))  # fmt: skip
    assert stage.resolve(article).reports[0].date == "2015-06-01"


def test_the_day_of_a_coming_event_is_not_guessed(stage: ResolveStage) -> None:
    found = resolved(stage, replace(REPORT, date_mention=-1, status="future"))
    assert (found.date, found.date_source, found.date_confidence) == ("", "", None)
