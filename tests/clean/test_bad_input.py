"""Pages that are no pages: each gets a verdict, none an exception or a time that grows with its square."""

from __future__ import annotations

import random

import pytest

from dragoman.clean import CleanStage
from dragoman.records import Document
from dragoman.settings import Limits

NOISE = random.Random(1).randbytes(200_000)

PAGES = {
    "a million characters in a line": b"The army left the town and the rebels came. " * 23_000,
    "no space": b"x" * 1_000_000,
    "one word": b"war " * 200_000,
    "one word in HTML": b"<html><body><p>" + b"war " * 200_000,
    "deep": b"<html>" + b"<div class='share'>" * 20_000 + b"<p>The army left.</p>",
    "deep fonts": b"<html>" + b"<b><font size=5>" * 20_000 + b"The army left.",
    "unclosed": b"<html><body>" + b"<p>The army left the town on Monday." * 2_500,
    "unclosed cells": b"<html><table><tr>" + b"<td>12" * 20_000,
    "nested tables": b"<html>" + b"<table><tr><td>1<td>2<tr><td>" * 1_000,
    "captions": b"<html><body>" + b"<span class=caption>a</span>" * 15_000,
    "noise": NOISE,
    "noise in HTML": b"<html>" + NOISE,
    "marks": "鈥?".encode() * 50_000,
    "brackets": b"([" * 50_000,
    "underscores": b"_ " * 100_000,
    "names": b"By " + b"Aa " * 50_000,
    "equal lines": b"Army Town\n" * 20_000,
    "empty": b"",
}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_gets_a_verdict_in_time(name: str) -> None:
    content = PAGES[name]
    media = "text/html" if content.startswith(b"<html") else "text/plain"
    article = CleanStage(Limits(seconds=60)).clean(Document("id", "page", "page", media, content))
    assert article.verdict not in ("too_slow", "broken")
    assert article.verdict == "kept" or article.detail
