"""Puts back the headings and list items that the extractor dropped from between paragraphs that it kept.

What stands between two paragraphs of an article, and is no link to another page, belongs to the article. So does a
heading between the headline and the first paragraph.
"""

from __future__ import annotations

from lxml.html import HtmlElement

_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_SHORT_BLOCKS = _HEADINGS | {"li", "dt", "dd"}


def fill_gaps(text: str, tree: HtmlElement) -> str:
    """The extracted text (one block a line) with the headings and list items between its blocks put back."""
    lines = text.split("\n")
    places = {_key(line): index for index, line in reversed(list(enumerate(lines)))}
    before: dict[int, list[str]] = {}
    missing: list[str] = []
    started = False
    for element in tree.iter("h1", "p", "blockquote", *_SHORT_BLOCKS):
        block = " ".join(str(element.text_content()).split())
        place = places.get(_key(block))
        if place is not None:
            before.setdefault(place, missing if started else _headings(missing))
            started, missing = True, []
        elif element.tag == "h1":
            missing = []
        elif element.tag in _SHORT_BLOCKS and block and not _is_link(element, block) and element.find(".//li") is None:
            missing.append(block if started or element.tag in _HEADINGS else "")
    return "\n".join(part for index, line in enumerate(lines) for part in (*before.get(index, []), line))


def _headings(missing: list[str]) -> list[str]:
    """What stands before the first paragraph, where only a heading next to it counts: the rest may be a menu."""
    return [missing[-1]] if missing and missing[-1] else []


def _is_link(element: HtmlElement, block: str) -> bool:
    linked = sum(len(str(link.text_content())) for link in element.iter("a"))
    return linked > 0.5 * len(block)


def _key(block: str) -> str:
    return "".join(letter for letter in block.lower() if letter.isalnum())
