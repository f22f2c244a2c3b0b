"""From bytes to an article: encoding, HTML, dateline, date, language and sentences."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from dragoman.clean import CleanStage
from dragoman.clean.dateline import dateline
from dragoman.clean.encoding import decode
from dragoman.clean.language import language
from dragoman.clean.sentences import split
from dragoman.clean.stage import _time_limit
from dragoman.clean.text import plain_text
from dragoman.records import Article, Document
from dragoman.settings import Limits


def clean(content: str | bytes, media: str = "text/plain", date: str = "", limits: Limits | None = None) -> Article:
    data = content if isinstance(content, bytes) else content.encode()
    return CleanStage(limits, date).clean(Document("id", "page", "page", media, data))


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_text_survives_its_encoding(name: str) -> None:
    words = "São Tomé's minister – José Núñez – said: “no”." if name != "latin-1" else "São Tomé: José Núñez said no."
    assert decode(words.encode(name)) == words


def test_a_page_in_another_encoding_than_it_says_is_repaired() -> None:
    html = '<html><head><meta charset="iso-8859-1"></head><body><p>Bogotá – José said “no”.</p></body></html>'
    assert "Bogotá – José said “no”." in decode(html.encode("utf-8"))
    assert "José" in decode("JosÃ© went home to BogotÃ¡.".encode())


def test_bytes_in_no_encoding_give_text_all_the_same() -> None:
    assert "minister" in decode(b"The minister \xff\xfe\x81\x8d said no.")


@pytest.mark.parametrize(
    ("text", "place", "agency", "rest"),
    [
        ("NAIROBI, March 3, 2014 (Meridian Wire) - The army", "NAIROBI", "Meridian Wire", "The army"),
        ("Kyiv, 12 June (HPA) -- Russia said", "Kyiv", "HPA", "Russia said"),
        ("BOGOTA (Harbour Press) | 7 Aug 2009 | The rebels", "BOGOTA", "Harbour Press", "The rebels"),
        ("SEOUL — South Korea", "SEOUL", "", "South Korea"),
        ("WASHINGTON, D.C. (AP) - The", "WASHINGTON, D.C.", "AP", "The"),
    ],
)
def test_datelines_are_read_in_the_forms_that_agencies_use(text: str, place: str, agency: str, rest: str) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place, found.agency, text[found.end :]) == (place, agency, rest)


@pytest.mark.parametrize(
    "text",
    [
        "The minister - a former general - said no.",
        "Russia and Ukraine met on Monday - the first talks since May.",
        "He left.",
        "",
    ],
)
def test_sentences_with_dashes_are_no_datelines(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("content", "published", "source"),
    [
        ("Title\n\nPublished 12 June 2015\n\nThe army left the town and went home again.", "2015-06-12", "text"),
        ("Title\n\nROME, 3 May 2011 (X News) - The army left the town and went home.", "2011-05-03", "dateline"),
        ("Title\n\nThe army left the town and went home again.", "2020-02-02", "given"),
    ],
)
def test_the_date_names_its_source(content: str, published: str, source: str) -> None:
    article = clean(content, date="2020-02-02")
    assert (article.published, article.published_source) == (published, source)


def test_a_page_without_a_date_has_none() -> None:
    article = clean("Title\n\nThe army left the town and went home again.")
    assert (article.published, article.published_source) == ("", "")


def test_page_furniture_is_left_out() -> None:
    plain = plain_text(
        "fbpx\n\nA title\n\nA title\n\nShare this\n\nThe army left.\n\n(Reporting by A B; editing by C D)\n"
    )
    assert plain.title == "A title"
    assert plain.paragraphs == ("The army left.",)


def test_lines_cut_at_a_width_are_one_paragraph() -> None:
    wrapped = (
        "The army left the town on Monday after three weeks of talks with\n"
        "the elders, who had asked for the release of forty young men from\n"
        "the prison.\n\nA second paragraph.\n"
    )
    assert len(plain_text("A title\n\n" + wrapped).paragraphs) == 2


HTML = """<html><head><title>Army leaves town</title><meta property="article:published_time" content="2019-05-06">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Army leaves town</h1>
<p>The army left the town of Timbuktu on Monday after three weeks of talks with the elders, officials said.</p>
<p>It had come in March to look for rebels, whom it never found in all the time that it spent there.</p></article>
<footer>Copyright. All rights reserved.</footer></body></html>"""


def test_an_html_page_gives_title_text_and_date_without_its_boilerplate() -> None:
    article = clean(HTML, "text/html")
    assert article.title == "Army leaves town"
    assert article.published == "2019-05-06"
    assert article.published_source == "metadata"
    assert "Home" not in article.text
    assert "rights reserved" not in article.text
    assert "three weeks of talks" in article.text


def test_html_cut_in_the_middle_is_still_read() -> None:
    article = clean(HTML[: HTML.index("whom it never")], "text/html")
    assert article.verdict == "kept"
    assert "three weeks of talks" in article.text


@pytest.mark.parametrize(
    "html", ["<html></html>", "<html><body><script>1</script></body></html>", "<p", "<!DOCTYPE html>"]
)
def test_html_without_text_is_set_aside(html: str) -> None:
    assert clean(html, "text/html").verdict == "no_text"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le président français a rencontré mardi le chancelier allemand à Paris pour parler de la paix.", "fr"),
        ("Президент России встретился во вторник в Москве с канцлером Германии.", "ru"),
    ],
)
def test_other_languages_are_set_aside_with_that_reason(text: str, code: str) -> None:
    article = clean(text)
    assert (article.verdict, article.language) == ("other_language", code)
    assert "another language" in article.detail


def test_capitals_are_still_english() -> None:
    assert language("Kenya expelled two Ugandan diplomats on Monday.") == "en"
    assert language("REBELS ATTACK ARMY BARRACKS IN NORTHERN MALI AFTER TALKS FAIL") == "en"


def test_a_text_without_letters_is_set_aside() -> None:
    assert clean("12 34 56 --- 78").verdict == "no_text"


def test_too_many_sentences_and_too_much_time_have_their_reasons() -> None:
    assert clean("The army left. " * 30, limits=Limits(sentences=10)).verdict == "too_many_sentences"

    def endless() -> None:
        with _time_limit(0.05):
            time.sleep(5)

    with pytest.raises(TimeoutError):
        endless()


def test_sentences_keep_their_offsets_and_abbreviations() -> None:
    text = "Gen. John Lee of the U.S. Army met Mr. Kim on Jan. 3. “We agree,” he said.\nThey left."
    found = [text[s.start : s.end] for s in split(text)]
    assert found == ["Gen. John Lee of the U.S. Army met Mr. Kim on Jan. 3.", "“We agree,” he said.", "They left."]


def test_a_broken_page_never_raises(tmp_path: Path) -> None:
    for content in (b"\x00\x01\x02", b"<html>" * 5000, "\ud800".encode("utf8", "surrogatepass"), b"\xff" * 3000):
        for media in ("text/html", "text/plain"):
            assert clean(content, media).verdict
