"""The words of a sentence that tell what it is about."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d,.]*\d|\d")

_ENDING = re.compile(r"(?<=\w{4})(?:ings?|ed|e?s)$")

#: Letters of a word's beginning, which its inflections share.
_STEM = 6


@cache
def stop_words() -> frozenset[str]:
    """Words without a matter of their own: those of grammar, of telling, of numbers and of time."""
    return frozenset(Path(__file__).with_name("stopwords.txt").read_text(encoding="utf8").split())


def words_of(text: str) -> list[str]:
    """The words and numbers of a text without stop words, in its order.

    >>> words_of("The army shelled 3 villages near Bentiu on Monday")
    ['army', 'shelled', '3', 'villages', 'Bentiu']
    """
    stop = stop_words()
    return [word for word in _WORD.findall(text) if word.lower() not in stop]


def is_name(word: str) -> bool:
    """Whether a word inside a sentence is a name or a number, which hardly meets another by chance."""
    return word[0].isupper() or word[0].isdigit()


def fold(text: str) -> str:
    """Small letters without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def stem(word: str) -> str:
    """The word's beginning.

    >>> stem("shelled"), stem("shelling"), stem("protesters"), stem("protested")
    ('shell', 'shell', 'protes', 'protes')
    """
    plain = fold(word)
    return (_ENDING.sub("", plain) or plain)[:_STEM]
