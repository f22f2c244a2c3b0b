"""Sentences of a text, with their offsets."""

from __future__ import annotations

import re

from dragoman.records import Sentence

_PARAGRAPH = re.compile(r"[^\n]+")

#: A closing quotation mark or bracket that the splitter left at the head of the next sentence.
_CLOSING = re.compile(r"[\"”’»)\]]+(?=\s|$)")


def split(text: str) -> tuple[Sentence, ...]:
    """Sentences with at least one letter; a line break always ends a sentence."""
    import nupunkt

    found: list[Sentence] = []
    for paragraph in _PARAGRAPH.finditer(text):
        for start, end in nupunkt.sent_spans(paragraph[0]):
            start, end = start + paragraph.start(), end + paragraph.start()
            closing = _CLOSING.match(text, start)
            if closing and closing.end() <= end and found and found[-1].end <= start:
                found[-1] = Sentence(found[-1].start, closing.end())
                start = closing.end()
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if any(letter.isalpha() for letter in text[start:end]):
                found.append(Sentence(start, end))
    return tuple(found)
