"""Which of two texts would be the original of the other."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.records import Article

#: Stands for the date of a text that has none, so that it comes last.
UNDATED = "9999"


class Standing(NamedTuple):
    """A document's place in the order of originals: the earliest, then the fullest, then the smallest id.

    `fullness` is the number of a text's keys, below zero so that the fullest sorts first: names and numbers in order,
    which a shortened copy loses, and which a spinner can't add to by writing more words.
    """

    published: str
    fullness: int
    document: str

    @classmethod
    def of(cls, article: Article) -> Standing:
        """The standing of an article whose keys are known."""
        return cls(article.published or UNDATED, -len(article.keys), article.id)
