"""Where the mentions of an article stand: their sentences, neighbours and clauses, and which sentence is a headline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from dragoman.records import Mention, Sentence
from dragoman.resolve.actors.entities import Turn
from dragoman.resolve.actors.profile import profile

#: Where a clause begins whose first mention is its subject.
CLAUSE = re.compile(r"[,;:—“\"]|\s(?:that|who|which|when|where|after|before|because|if|while|as|what|how|until)\s")
_OBLIQUE = re.compile(r"\b(?:to|by|of|against|in|for|from|with|at|on|into|over|under|through|told|met|behind)\s$")
_SENTENCE_ENDS = (".", "?", "!", '"', "”", "’")
_APPOSED = re.compile(r",\s")
_GOES_ON = re.compile(r"(?:,(?!\s(?:and|or)\b)|\.|;|\s(?:that|which|who)\b)")


class Layout:
    """The article's text with its sentences and A mentions.

    Args:
        text: the article's text.
        sentences: its sentences, at least one.
        mentions: its A mentions in text order.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self.text, self.sentences = text, sentences
        self._starts = [sentence.start for sentence in sentences]
        self.by_sentence: list[list[Mention]] = [[] for _ in sentences]
        self._before: dict[int, Mention | None] = {}
        for mention in mentions:
            inside = self.by_sentence[self.number(mention.start)]
            self._before[mention.start] = inside[-1] if inside else None
            inside.append(mention)
        first = text[sentences[0].start : sentences[0].end].rstrip()
        #: How many headlines stand first: 1 if the first sentence does not end like one, else 0.
        self.headlines = int(len(sentences) > 1 and not first.endswith(_SENTENCE_ENDS))

    def number(self, start: int) -> int:
        """Number of the sentence that a place stands in; of a place between two, the one before."""
        return max(bisect_right(self._starts, start) - 1, 0)

    def turn(self, mention: Mention) -> Turn:
        """The mention as an entity's turn."""
        number = self.number(mention.start)
        before = self._before[mention.start]
        since = self.text[before.end if before else self._starts[number] : mention.start]
        begins = not before or bool(CLAUSE.search(f"{since} "))
        subject = begins and not _OBLIQUE.search(since)
        found = profile(mention)
        several = found.plural or (found.nationality and found.people and not found.names)
        return Turn(number, mention.start, mention.end, subject, subject and not before, several)

    def announces(self, mention: Mention, following: Mention) -> bool:
        """Whether a description has its name right behind it ("Its foreign minister, | Birgitte Holm")."""
        one, two = profile(mention), profile(following)
        return bool(
            _APPOSED.fullmatch(self.text, mention.end, following.start)
            and two.name and not two.determiner
            and one.determiner and one.head and not one.name and not one.plural
        )  # fmt: skip

    def describes(self, before: Mention, mention: Mention) -> bool:
        """Whether a mention is a description right behind its name ("President Mwanza, | the declared winner,")."""
        found, named = profile(mention), profile(before)
        return bool(
            _APPOSED.fullmatch(self.text, before.end, mention.start)
            and found.determiner and not found.name and not found.plural and not found.pronoun
            and _GOES_ON.match(self.text, mention.end)
            and named.names and (named.name or found.determiner != "the")
        )  # fmt: skip
