"""The rules around the extractor, one at a time, on small pages."""

from __future__ import annotations

import json

import pytest
import trafilatura
from lxml.html import HtmlElement

from dragoman.clean.blocks import free_captions, free_tables, remove_stamps
from dragoman.clean.furniture import remove_furniture
from dragoman.clean.gaps import fill_gaps
from dragoman.clean.html import extract, headings, headline
from dragoman.clean.structured import structured

ONE = "The army left the town of Timbuktu on Monday after three weeks of talks with the elders, officials said."
TWO = "It had come in March to look for rebels, whom it never found in all the time that it spent there."
THREE = "The elders asked the government for compensation, which the minister promised to pay before the rains."


def tree(body: str, head: str = "") -> HtmlElement:
    return trafilatura.load_html(f"<html><head>{head}</head><body>{body}</body></html>")


def page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "block",
    [
        '<div class="cookie-notice">We use cookies.</div>',
        '<div class="td-post-sharing">Share</div>',
        '<div id="relatedPosts"><p>Bakers strike</p></div>',
        '<blockquote class="twitter-tweet"><p>Proud day</p></blockquote>',
        '<div class="newsletter-box"><p>Start your day</p></div>',
        '<div role="dialog"><p>Privacy</p></div>',
        '<div style="display: none">code</div>',
        '<div class="disqus-thread"><p>I disagree</p></div>',
        "<amp-ad>Buy</amp-ad>",
    ],
)
def test_furniture_is_taken_out(block: str) -> None:
    found = tree(f"<h1>Title</h1><p>{ONE}</p>{block}<p>{TWO}</p>")
    remove_furniture(found)
    assert found.text_content() == f"Title{ONE}{TWO}"


def test_a_name_on_the_whole_page_does_not_take_it_out() -> None:
    for name in ("has-related-posts", "cookies-not-set single-share"):
        found = tree(f'<div class="{name}"><h1>Title</h1><p>{ONE}</p></div>')
        remove_furniture(found)
        assert ONE in found.text_content()
    found = tree(f'<div class="article-comments-wrap"><p>{ONE}</p><p>{TWO}</p></div>')
    remove_furniture(found)
    assert TWO in found.text_content()


def test_comments_longer_than_the_article_go_and_a_page_of_comments_stays() -> None:
    article, comments = f"<p>{ONE}</p><p>{TWO}</p>" * 4, f'<div class="comments">{"<p>I disagree.</p>" * 200}</div>'
    found = tree(article + comments)
    remove_furniture(found)
    assert "disagree" not in found.text_content()
    found = tree(f"<p>{ONE}</p>{comments}")
    remove_furniture(found)
    assert "disagree" in found.text_content()


def test_a_body_without_paragraphs_is_not_furniture_by_its_name() -> None:
    found = tree(f'<div>Menu</div><div class="social-view"><div>{ONE}</div><div>{TWO}</div><div>{THREE}</div></div>')
    remove_furniture(found)
    assert THREE in found.text_content()


def test_consent_longer_than_the_article_is_taken_out() -> None:
    consent = "<p>We and our partners store information on a device.</p>" * 30
    text = extract(
        page(f'<div class="consent">{consent}</div><div><h1>Army leaves</h1><p>{ONE}</p><p>{TWO}</p></div>')
    ).text
    assert ONE in text
    assert "partners" not in text


def test_captions_go_and_those_of_a_gallery_stay_without_credits() -> None:
    found = tree(f"<p>{ONE}</p><figure><figcaption>Elders. Photo: A. B.</figcaption></figure><p>{TWO}</p>")
    free_captions(found)
    assert "Elders" not in found.text_content()
    figures = "".join(
        f"<figure><figcaption>{text} (Photo: A. B/Wire)</figcaption></figure>" for text in (ONE, TWO, THREE)
    )
    found = tree(f"<p>Six towns.</p>{figures}")
    free_captions(found)
    assert [p.text_content() for p in found.iter("p")] == ["Six towns.", ONE, TWO, THREE]


def test_rows_of_data_become_paragraphs_and_layout_tables_stay() -> None:
    rows = "<tr><th>Seat<th>Winner</tr><tr><td>Mandya<td>Gowda</tr><tr><td>Ballari<td>Naik</tr>"
    found = tree(f"<table>{rows}</table>")
    free_tables(found)
    assert [p.text for p in found.iter("p")] == ["Seat | Winner", "Mandya | Gowda", "Ballari | Naik"]
    found = tree(
        f"<table><tr><td>Menu</td><td>{ONE}</td></tr><tr><td>a</td><td>{TWO}</td></tr><tr><td>b</td></tr></table>"
    )
    free_tables(found)
    assert found.find(".//table") is not None


def test_stamps_of_a_live_blog_go_and_its_entries_stay() -> None:
    found = tree(
        f"<div><p>16.40</p><h2>Army leaves</h2><p>{ONE}</p>"
        "<div>7 hours ago (21:02 GMT)</div><p>At 16.40 it left.</p></div>"
    )
    remove_stamps(found)
    assert " ".join(found.text_content().split()) == f"Army leaves{ONE}At 16.40 it left."


def test_headings_and_lists_between_kept_paragraphs_come_back() -> None:
    items = "<ul><li>one;</li><li><a>Elsewhere</a></li></ul>"
    body = f"<h1>T</h1><h2>Deck</h2><p>{ONE}</p><h3>Why?</h3>{items}<p>{TWO}</p><li>end</li>"
    assert fill_gaps(f"{ONE}\n{TWO}", tree(body)).split("\n") == ["Deck", ONE, "Why?", "one;", TWO]


def test_the_body_for_machines_stands_in_for_a_teaser() -> None:
    body = json.dumps({"@graph": [{"@type": "NewsArticle", "articleBody": f"{ONE}\n\n{TWO}\n\n{THREE}"}]})
    head = f'<script type="application/ld+json">{body}</script>'
    found = extract(page(f"<article><h1>Army leaves town</h1><p>{ONE[:60]}...</p></article>", head))
    assert THREE in found.text
    assert found.doubt == ""


@pytest.mark.parametrize("script", ["{", "[" * 100_000, "null", '{"articleBody": 3}', ""])
def test_broken_json_is_passed_over(script: str) -> None:
    found = structured(tree("<p>x</p>", f'<script type="application/ld+json">{script}</script>'))
    assert (found.body, found.paid) == ("", False)


def test_a_text_that_may_not_be_whole_is_marked() -> None:
    head = '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>'
    assert "not free" in extract(page(f"<article><h1>Army leaves</h1><p>{ONE}</p></article>", head)).doubt
    assert extract(page(f"<article><h1>Army leaves</h1><p>{ONE}</p><p>{TWO}</p></article>")).doubt == ""
    comments = f'<div class="comments">{f"<p>{TWO}</p>" * 60}</div>'
    found = extract(page(f"<h1>Army leaves</h1>{f'<p>{ONE}</p><p>{THREE}</p>' * 4}{comments}"))
    assert found.doubt.startswith("Only ")


def test_the_headline_that_readers_see_is_the_title() -> None:
    assert headline("Tribe, state settle | Star", ["Star", "Tribe, state settle after 30 years"]) == (
        "Tribe, state settle after 30 years"
    )
    assert headline("Army leaves town", ["The Morning Paper"]) == "Army leaves town"
    assert headings(tree("<font size=5>Convoy turned back</font><p>x</p>")) == ["Convoy turned back"]


def test_a_year_in_the_text_is_no_date_of_publication() -> None:
    assert (
        extract(page(f"<article><h1>Army leaves</h1><p>{ONE}</p><p>It came in 2017. {TWO}</p></article>")).published
        == ""
    )
