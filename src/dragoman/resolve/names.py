"""Names and the words of texts, cut alike, so that one can be looked up in the other."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*\.?", re.UNICODE)

#: A word as names are matched by it, and where it stands in its text.
Word = tuple[str, int, int]


def name_key(name: str) -> tuple[str, list[str]] | None:
    """The key that a name is looked up by, and its words; None if it has none.

    A name in capitals of up to five letters ("US", "WHO") keeps them, all others are in small letters.
    """
    # The article of "the West" is written small in a sentence, where no name begins.
    parts = [word for word, _, _ in words(name.removeprefix("the "))]
    if not parts:
        return None
    key = " ".join(parts)
    return (key if len(name) <= 5 and name.replace(".", "").isupper() else key.lower()), parts


def last_word(name: str) -> str:
    """The last word of a name in small letters, without what a possessive or a full stop may add to it."""
    return name.replace("-", " ").rpartition(" ")[2].rstrip(".'’s").lower()


def words(text: str) -> list[Word]:
    """The words of a text as names are matched by them: without possessive endings, parted at hyphens."""
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        start, end = match.span()
        if word.isalnum():
            found.append((word, start, end))
            continue
        for ending in ("'s", "’s"):
            if word.endswith(ending):
                word, end = word[:-2], end - 2
        word = word.replace("’", "'")
        # "U.S." and "US" are one name; a full stop at a sentence's end is no part of one.
        if "." in word:
            letters = word.replace(".", "")
            word = letters if letters.isupper() or len(letters) <= 3 else word.rstrip(".")
        if "-" in word:
            part_at = start
            for part in word.split("-"):
                found.append((part, part_at, part_at + len(part)))
                part_at += len(part) + 1
        else:
            found.append((word, start, end))
    return [item for item in found if item[0]]
