"""Plain text to title and paragraphs, without the debris of the page that it was copied from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman import dates
from dragoman.clean.debris import is_debris, without_insertions

_PUBLISHED = re.compile(
    r"(?i)(?:first\s+)?(?:published|posted|updated|last\s+updated|date|issued)\b\s*(?:on|at|:)?\s*:?.{6,60}"
)
_STAMP = re.compile(r"(?i)\W*(?:\w+day,?\s+)?[\w.,/ -]{6,24}(?:\s*(?:at|,|\||-)?\s*\d{1,2}[:.]\d\d.{0,12})?")
_SPACE = re.compile(r"[^\S\n]+")

#: Marks without a width, which cut a word in two for every later stage: soft hyphens, joiners, stray byte order marks.
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")

#: Small words between the names of a masthead or byline.
_SMALL = re.compile("a|an|and|at|by|for|from|in|of|on|the|with|de|del|la")

#: A first line up to this long, with a blank line after it, is the title.
LONGEST_TITLE = 250

#: A longer line is a paragraph; before the first one stand mastheads and bylines.
SHORT = 120


@dataclass(frozen=True, slots=True)
class PlainText:
    """Title, paragraphs without line breaks, and the ISO date of a "Published ..." line, "" if there is none."""

    title: str
    paragraphs: tuple[str, ...]
    published: str


def plain_text(text: str) -> PlainText:
    """Splits a text into its title and paragraphs and leaves its debris out."""
    text = text.translate(_UNSEEN)
    blocks = [block for block in re.split(r"\n[^\S\n]*\n", text) if block.strip()]
    # Without blank lines each line is a paragraph; with them a line break inside a block may be a hard wrap.
    if len(blocks) == 1:
        blocks = [line for line in text.split("\n") if line.strip()]
    published = ""
    kept: list[str] = []
    for block in blocks:
        lines = [_SPACE.sub(" ", line).strip() for line in block.split("\n")]
        for index, line in enumerate(lines):
            stamp = _PUBLISHED.fullmatch(line) or (len(kept) < 3 and _STAMP.fullmatch(line))
            if stamp and (found := dates.iso(line)):
                published = published or found
                lines[index] = ""
            elif is_debris(line):
                lines[index] = ""
        lines = [shorter for line in lines if line and (shorter := without_insertions(line))]
        if not lines:
            continue
        kept += [" ".join(lines)] if _wrapped(lines) else lines
    title = ""
    if len(kept) > 1 and len(kept[0]) <= LONGEST_TITLE and not kept[0].endswith((".", '?"', '."', ".”")):
        title = kept.pop(0)
        # A page's own headline often stands twice: as its title and above its text.
        while kept and kept[0] == title:
            kept.pop(0)
    start = next((index for index, line in enumerate(kept[:4]) if len(line) > SHORT), 0)
    published = published or next(
        (found for line in kept[:start] if _is_masthead(line) and (found := dates.iso(line))), ""
    )
    kept = [line for index, line in enumerate(kept) if index >= start or not _is_masthead(line)]
    return PlainText(title, tuple(kept), published)


def _is_masthead(line: str) -> bool:
    """Whether a line above the first paragraph only names the outlet, the day or the writer, as no sentence does."""
    words = line.split()
    names = all(word[0].isupper() or not word[0].isalpha() or _SMALL.fullmatch(word) for word in words)
    return names and line[-1].isalnum() and (len(words) <= 6 or (len(words) <= 12 and bool(dates.iso(line))))


def _wrapped(lines: list[str]) -> bool:
    """Whether lines are one paragraph cut at a width: all but the last are long and of like length."""
    if len(lines) < 2:
        return True
    lengths = [len(line) for line in lines[:-1]]
    return min(lengths) > 50 and max(lengths) - min(lengths) < 30 and max(lengths) < 140
