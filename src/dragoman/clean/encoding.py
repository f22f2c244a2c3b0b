"""Bytes to text: the right encoding first, then repair of text that was decoded wrongly before it came here."""

from __future__ import annotations

import re

import ftfy
from ftfy.badness import is_bad

from dragoman.clean.gbk import repair_gbk

_META = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

#: A page in another charset than it says is common; what a page says counts only after UTF-8 failed.
_AS_WEB = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}


def decode(content: bytes, declared: str = "") -> str:
    """Text of bytes: by byte order mark, as UTF-8, as declared (argument or page), else by guess. Never fails."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return repair(content.decode(name, "replace"))
    try:
        return repair(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    found = _META.search(content[:4000])
    for name in (declared, found[1].decode("ascii") if found else "", _guess(content)):
        try:
            if name:
                return repair(content.decode(_AS_WEB.get(name.lower(), name)))
        except (LookupError, UnicodeDecodeError):
            continue
    return repair(content.decode("cp1252", "replace"))


def repair(text: str) -> str:
    """Mends text that was read in a wrong code page ("Ã©" or "茅" for "é"), and makes all line ends "\\n"."""
    text = repair_gbk(text)
    config = ftfy.TextFixerConfig(unescape_html=False, uncurl_quotes=False, fix_character_width=False)
    return ftfy.fix_text(text, config) if is_bad(text) else text.replace("\r\n", "\n").replace("\r", "\n")


def _guess(content: bytes) -> str:
    from charset_normalizer import from_bytes

    # Mostly plain letters with a few accents is a Western page; the guesser takes those for Central European.
    if sum(byte > 127 for byte in content[:20_000]) < 0.3 * len(content[:20_000]):
        return "cp1252"
    best = from_bytes(content[:20_000]).best()
    return best.encoding if best else ""
