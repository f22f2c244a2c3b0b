"""Plain text to title and paragraphs, without the debris of the page that it was copied from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman import dates

#: Lines that are page furniture; each pattern must fit the whole line.
_DEBRIS = re.compile(
    r"""(?ix)
    fbpx | advertisement | sponsored | share(\s+(this|on)\b.{0,60})? | tweet | (read|see)\s+(more|also)\b.{0,120}
    | (follow|like)\s+us\b.{0,80} | subscribe\b.{0,120} | sign\s+up\b.{0,120} | loading\W* | \d+\s+comments?
    | (image|photo|picture)\s+(credit|source|by)\b.{0,120} | click\s+here\b.{0,80} | all\s+rights\s+reserved\W*
    | (©|\(c\)|copyright)\s.{0,120} | by\s+[A-Z][\w.'’-]+(\s+[A-Z][\w.'’-]+){0,3}(,?\s+\w+){0,4}
    | \W*\(?(additional\s+)?(reporting|writing|editing|compiled)\s+by\b.{0,200} | skip\s+to\s+\w+(\s+\w+)?
    | (related|most\s+read|trending)(\s+(articles?|stories|news|topics))?:?
    """
)
_PUBLISHED = re.compile(
    r"(?i)(?:first\s+)?(?:published|posted|updated|last\s+updated|date|issued)\b\s*(?:on|at|:)?\s*:?.{6,60}"
)
_STAMP = re.compile(r"(?i)\W*(?:\w+day,?\s+)?[\w.,/ -]{6,24}(?:\s*(?:at|,|\||-)?\s*\d{1,2}[:.]\d\d.{0,12})?")
_SPACE = re.compile(r"[^\S\n]+")

#: A first line up to this long, with a blank line after it, is the title.
LONGEST_TITLE = 250


@dataclass(frozen=True, slots=True)
class PlainText:
    """Title, paragraphs without line breaks, and the ISO date of a "Published ..." line, "" if there is none."""

    title: str
    paragraphs: tuple[str, ...]
    published: str


def plain_text(text: str) -> PlainText:
    """Splits a text into its title and paragraphs and leaves its debris out."""
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
            elif _DEBRIS.fullmatch(line):
                lines[index] = ""
        lines = [line for line in lines if line]
        if not lines:
            continue
        kept += [" ".join(lines)] if _wrapped(lines) else lines
    title = ""
    if len(kept) > 1 and len(kept[0]) <= LONGEST_TITLE and not kept[0].endswith((".", '?"', '."', ".”")):
        title = kept.pop(0)
        # A page's own headline often stands twice: as its title and above its text.
        while kept and kept[0] == title:
            kept.pop(0)
    while len(kept) > 1 and _is_masthead(kept[0], kept[1]):
        line = kept.pop(0)
        published = published or dates.iso(line)
    return PlainText(title, tuple(kept), published)


def _is_masthead(line: str, following: str) -> bool:
    """Whether a line above the first paragraph only names the outlet, the day or the writer."""
    return len(line) < 90 and line[-1].isalnum() and len(following) > 120


def _wrapped(lines: list[str]) -> bool:
    """Whether lines are one paragraph cut at a width: all but the last are long and of like length."""
    if len(lines) < 2:
        return True
    lengths = [len(line) for line in lines[:-1]]
    return min(lengths) > 50 and max(lengths) - min(lengths) < 30 and max(lengths) < 140
