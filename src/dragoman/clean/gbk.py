"""Mends UTF-8 that was read as GBK ("China鈥檚" for "China’s"), which ftfy does not know.

The reading joins each quotation mark's last byte to the letter after it, so a run of Chinese signs written back as
gb18030 gives the right bytes again. Where no letter followed, the byte was lost ("鈥?"): the place then tells which
mark it was. Real Chinese does not decode as UTF-8, or not to Latin letters, and stays.
"""

from __future__ import annotations

import re

#: Bytes E2 80, with which every quotation mark and dash begins in UTF-8.
_MARK = "鈥"
_RUN = re.compile(rf"{_MARK}[?\ufffd]|[\u3400-\u9fff\ue000-\ufaff]+")
_MENDED = re.compile(r"[ -~\u00a0-\u024f\u2010-\u2026\u20ac]+")


def repair_gbk(text: str) -> str:
    """The text with what was misread mended; unchanged if nothing was."""
    if _RUN.search(text) is None:
        return text
    parts: list[str] = []
    done, is_open = 0, False
    for run in _RUN.finditer(text):
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        if run[0][0] == _MARK and len(run[0]) == 2 and run[0][1] in "?\ufffd":
            mended = _lost_mark(before, after, is_open)
        else:
            mended = _read_again(run[0], before + after)
        is_open = is_open if not (marks := re.findall("[“”]", mended)) else marks[-1] == "“"
        parts += [text[done : run.start()], mended]
        done = run.end()
    return "".join([*parts, text[done:]])


def _read_again(run: str, neighbours: str) -> str:
    """A run of signs read as UTF-8, if that gives Latin letters and marks; else the run."""
    if _MARK not in run and not any(letter.isascii() and letter.isalpha() for letter in neighbours):
        return run
    try:
        mended = run.encode("gb18030").decode("utf-8")
    except UnicodeError:
        return run
    return mended if _MENDED.fullmatch(mended) else run


def _lost_mark(before: str, after: str, is_open: bool) -> str:
    """The mark whose last byte is lost, by its place: between spaces a dash, before a word an opening quotation mark,
    after a word the closing one, or an apostrophe where nothing is open."""
    if not before.strip() and not after.strip():
        return "—"
    if not before.strip() or before in "([>":
        return "“"
    return "”" if is_open or before in ",.!?" else "’"
