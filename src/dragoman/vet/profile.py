"""What the vet stage keeps of a text to compare it: its sentences as weighted words, its names and numbers."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.clean.sentences import split
from dragoman.records import Sentence
from dragoman.vet.words import CALENDAR, FUNCTION_WORDS, Word, words_of

#: Names and numbers outlive a spinner and tell one occurrence from another, so they weigh more than other words.
ANCHOR_WEIGHT = 2.0

#: A sentence of at least so many words, most of them with a capital, is a headline: its capitals mark no names.
_HEADLINE_WORDS = 4

#: A word that stands in more sentences than this says nothing about which sentence is which; it also bounds the work.
MOST_SENTENCES = 64


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its offsets, its distinct content words, those of them that are names or numbers."""

    start: int
    end: int
    words: frozenset[str]
    anchors: frozenset[str]
    numbers: frozenset[str]
    weight: float


class Profile:
    """A text ready to be compared.

    Args:
        text: the text.
        sentences: its sentences, split anew if not given.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence] = ()) -> None:
        self.text = text
        spans = sentences or split(text)
        parsed = [words_of(text[span.start : span.end]) for span in spans]
        #: All words in order, in small letters.
        self.words = [word.text for words in parsed for word in words]
        names = _names(parsed)
        #: Names and numbers in the order of the text; adjacent words of one name as its last word.
        self.anchors = [anchor for words in parsed for anchor in _anchors(words, names)]
        self.numbers = frozenset(word.text for words in parsed for word in words if word.number)
        spread: Counter[str] = Counter()
        contents = []
        for words in parsed:
            content = frozenset(word.text for word in words if word.number or word.text not in FUNCTION_WORDS)
            contents.append(content)
            spread.update(content)
        #: Weight of each content word: less the more sentences of the text it stands in.
        self.weights = {
            word: (ANCHOR_WEIGHT if word in names or word in self.numbers else 1.0) / (1 + math.log(count))
            for word, count in spread.items()
        }
        self.lines = [
            Line(
                span.start, span.end, content, content & (names | self.numbers), content & self.numbers,
                sum(self.weights[word] for word in content),
            )
            for span, content in zip(spans, contents, strict=True)
            if content
        ]  # fmt: skip
        self.weight = sum(line.weight for line in self.lines)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The lines in which each content word stands, without words that stand everywhere."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self.lines):
            for word in line.words:
                found[word].append(number)
        return {word: lines for word, lines in found.items() if len(lines) <= MOST_SENTENCES}

    @cached_property
    def shingles(self) -> frozenset[str]:
        """All runs of three words."""
        return frozenset(shingles(self.words))

    def said(self, line: int) -> str:
        """The words of a line as the text has them."""
        return self.text[self.lines[line].start : self.lines[line].end]


def shingles(words: Sequence[str]) -> list[str]:
    """Runs of three words in order; a shorter text is one run."""
    if len(words) < 3:
        return [" ".join(words)] if words else []
    return [" ".join(run) for run in zip(words, words[1:], words[2:], strict=False)]


def _names(sentences: Sequence[Sequence[Word]]) -> frozenset[str]:
    """Words with a capital inside a sentence that is no headline."""
    found: set[str] = set()
    for words in sentences:
        if not _is_headline(words):
            found.update(word.text for word in words[1:] if word.capital)
    return frozenset(found - FUNCTION_WORDS - CALENDAR)


def _is_headline(words: Sequence[Word]) -> bool:
    long = [word for word in words if word.end - word.start >= _HEADLINE_WORDS]
    return len(long) >= _HEADLINE_WORDS and 2 * sum(word.capital for word in long) > len(long) * 1.4


def _anchors(words: Sequence[Word], names: frozenset[str]) -> list[str]:
    found: list[str] = []
    end = -2
    for word in words:
        name = word.capital and word.text in names
        if not name and not (word.number and len(word.text) > 1):
            continue
        if name and found and word.start == end + 1:
            found[-1] = word.text
        else:
            found.append(word.text)
        end = word.end if name else -2
    return found
