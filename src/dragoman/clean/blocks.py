"""Turns blocks that carry content, but that the extractor passes over, into paragraphs: captions, tables, lists.

- A caption repeats the story beside a picture and is left out; in a gallery the captions are the story.
- A table of data belongs to its article: a row becomes a paragraph, its cells separated by " | ". Tables that only
  lay out the page (long cells, links, nested tables) are left as they are.
- A time stamp above an entry of a live blog, or the number of a picture, is no sentence.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from dragoman.clean.furniture import words_of

#: A table of data has at least so many rows and columns, and cells of at most so many characters on average.
ROWS, COLUMNS, CELL = 2, 2, 40

#: The captions of a gallery have more characters than this on average.
TOLD = 40

_STAMP = re.compile(
    r"(?ix)\s*(?:(?:updated|posted|published)\s+(?:at|on)?\s*)?"
    r"(?:\d{1,2}[.:h]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?"
    r"|\d+\s+(?:second|minute|hour|day|week)s?\s+ago(?:\s*\(.{0,20}\))?"
    r"|\d+\s*(?:of|/)\s*\d+)\s*"
)
_CREDIT = re.compile(
    r"\s*(?:\[[^\[\]]{3,60}\]|\((?:photo|image|picture|credit|file)\b[^()]{0,80}\)"
    r"|\b(?:photo(?:graph)?|image|picture|credit)s?\s*(?:by\b|:)[^.]{3,80})\s*$",
    re.IGNORECASE,
)


def free_captions(tree: HtmlElement) -> None:
    """Makes the captions of a gallery paragraphs, without their credits; takes all other captions out, in place."""
    captions = [element for element in tree.iter() if isinstance(element.tag, str) and _is_caption(element)]
    told = sum(len(_text(caption)) for caption in captions)
    other = sum(len(_text(paragraph)) for paragraph in tree.iter("p") if not _is_caption(paragraph))
    gallery = len(captions) > 2 and told > TOLD * len(captions) and told > other - _inside(captions)
    for caption in captions:
        if gallery:
            text = _CREDIT.sub("", " ".join(_text(caption).split()))
            _replace(_picture(caption), [text])
        else:
            caption.drop_tree()


def free_tables(tree: HtmlElement) -> None:
    """Makes the rows of each table of data paragraphs, in place."""
    for table in list(tree.iter("table")):
        rows = [[" ".join(_text(cell).split()) for cell in row.iter("td", "th")] for row in table.iter("tr")]
        rows = [row for row in rows if any(row)]
        if _holds_data(table, rows):
            title = table.find("caption")
            lines = [" ".join(_text(title).split())] if title is not None else []
            _replace(table, [*lines, *(" | ".join(cell for cell in row if cell) for row in rows)])


def remove_stamps(tree: HtmlElement) -> None:
    """Takes out the blocks that hold only a time, an age ("2 hours ago") or a picture's number, in place."""
    for element in list(tree.iter("p", "div", "span", "time", "li")):
        flat = len(element) < 4 and not any(len(child) for child in element)
        if flat and len(text := _text(element)) < 60 and _STAMP.fullmatch(text):
            element.drop_tree()


def _is_caption(element: HtmlElement) -> bool:
    if element.tag == "figcaption":
        return True
    return element.tag in ("p", "div", "span") and not {"caption", "captions"}.isdisjoint(words_of(element))


def _inside(captions: list[HtmlElement]) -> int:
    """Characters of paragraphs that stand inside captions, which are not the article's own."""
    return sum(len(_text(p)) for caption in captions for p in caption.iter("p") if p is not caption)


def _picture(caption: HtmlElement) -> HtmlElement:
    """The figure around a caption, which the extractor would drop whole; else the caption."""
    for parent in caption.iterancestors("figure"):
        return parent
    return caption


def _holds_data(table: HtmlElement, rows: list[list[str]]) -> bool:
    if table.find(".//table") is not None or len(rows) <= ROWS or any(table.iterancestors("table")):
        return False
    wide = sum(len(row) >= COLUMNS for row in rows)
    cells = [cell for row in rows for cell in row if cell]
    links = sum(1 for _ in table.iter("a"))
    return wide > 0.7 * len(rows) and sum(map(len, cells)) <= CELL * len(cells) and links < len(cells) / 3


def _replace(element: HtmlElement, paragraphs: list[str]) -> None:
    """Puts paragraphs of text in the place of an element."""
    block = element.makeelement("div")
    for text in paragraphs:
        paragraph = block.makeelement("p")
        paragraph.text = text
        block.append(paragraph)
    block.tail = element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, block)


def _text(element: HtmlElement) -> str:
    return str(element.text_content())
