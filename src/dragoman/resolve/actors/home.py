"""Which state somebody without a name belongs to: the one that the words around speak of most."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.ontology import NON_STATES
from dragoman.records import Mention, Sentence
from dragoman.resolve.actors.nouns import senses, singular
from dragoman.resolve.facts import Fact
from dragoman.resolve.knowledge import Hit, Knowledge
from dragoman.resolve.places import city_countries

_AT = re.compile(r"\s*(?:in|near|at|from|of|outside|around)\s")
_ITS = re.compile(r"(?i)^(?:its|his|her|their)\b")

#: Weights of what speaks for a state, fitted by logistic regression on the training records of the corpus (7,600
#: mentions without a name of their own, among the states that their records name), rounded.
_COUNT, _FIRST, _ITS_FIRST, _PLACE, _OWNER, _NEXT_AT, _AFTER = 0.75, 0.6, 0.5, 0.5, 0.7, 0.85, -0.75


@dataclass(frozen=True, slots=True)
class _Spot:
    start: int
    end: int
    code: str


class Home:
    """The states of one article.

    Args:
        known: the knowledge.
        hits: the names in the text.
        text: the article's text.
        sentences: its sentences.
        places: more texts that say where it plays: its places, its dateline.
    """

    def __init__(
        self, known: Knowledge, hits: Sequence[Hit], text: str, sentences: Sequence[Sentence], places: Sequence[str]
    ) -> None:
        self._text, self._sentences, self._atlas = text, sentences, known.places
        self._spots = [_Spot(hit.start, hit.end, hit.fact.code) for hit in hits if _tells(hit.fact)]
        self._starts = [spot.start for spot in self._spots]
        self._counts = Counter(spot.code for spot in self._spots)
        self._counts.update(city_countries(_without(text, hits), self._atlas))
        self._places: Counter[str] = Counter()
        for place, times in Counter(places).items():
            # The comma lets a place's name count as one from inside a sentence.
            codes = [hit.fact.code for hit in known.find(place) if _tells(hit.fact)]
            self._places.update((codes + city_countries(f", {place}", self._atlas)) * times)
        self._counts.update(self._places)
        self._base = {
            code: _COUNT * math.log(count) + (_PLACE if code in self._places else 0)
            for code, count in self._counts.items()
        }

    def of(self, mention: Mention, among: Sequence[str] = ()) -> tuple[str, str]:
        """The likeliest state of a mention (XXX if none is named), and the rule in words.

        Args:
            mention: a mention without a name of its own.
            among: the states that come into question; empty for all.
        """
        scores = self._scores(mention)
        fitting = {code: score for code, score in scores.items() if code in among} if among else scores
        if not fitting:
            return "XXX", "nothing tells"
        code = max(fitting, key=lambda name: fitting[name])
        if len(self._counts) == 1:
            return code, f"article: only state ({code})"
        return code, f"article: state most spoken of ({code})"

    def seat(self, mention: Mention, name: Sequence[str]) -> tuple[str, str] | None:
        """The country of a city that the mention's words name ("the Auckland district court"), and the rule.

        Args:
            mention: a mention without a name that the knowledge has.
            name: the personal name in it, which is no city's.
        """
        if mention.text.islower():
            return None
        words = mention.text.removesuffix(" ".join(name)).split()
        if not name and len(words) > 1:
            # The comma lets the first word count as one from inside a sentence: "Antwerp's port police".
            words[:1] = [",", re.sub(r"['’]s$", "", words[0])]
        named = " ".join(word for word in words if not senses(singular(word.lower())[0]))
        codes = city_countries(named, self._atlas)
        if not codes:
            return None
        # Of namesakes the one in a state that the article names.
        code = next((code for code in codes if code in self._counts), codes[0])
        return code, f"gazetteer: a city of {code}"

    def _scores(self, mention: Mention) -> dict[str, float]:
        scores = self._base.copy()
        spots = self._beside(mention)
        if not spots:
            return scores
        scores[spots[0].code] += _FIRST + (_ITS_FIRST if _ITS.match(mention.text) else 0)
        for code in {s.code for s in spots if self._text[s.end : s.end + 2] in ("'s", "’s")}:
            scores[code] += _OWNER
        after = [spot for spot in spots if spot.start >= mention.end]
        if after:
            scores[after[0].code] += _NEXT_AT if _AT.match(self._text, mention.end) else _AFTER
        return scores

    def _beside(self, mention: Mention) -> list[_Spot]:
        """The names of states in a mention's sentence, or in the whole text where it stands in none."""
        number = bisect_right(self._sentences, mention.start, key=lambda sentence: sentence.start) - 1
        if number < 0 or mention.start >= self._sentences[number].end:
            return self._spots
        sentence = self._sentences[number]
        first = bisect_left(self._starts, sentence.start)
        return self._spots[first : bisect_left(self._starts, sentence.end)]


def _tells(fact: Fact) -> bool:
    """Whether a name says where things happen; that an agency reports them does not."""
    return fact.code not in NON_STATES and fact.sectors != ("JRN",)


def _without(text: str, hits: Sequence[Hit]) -> str:
    """The text without the names that the knowledge has, so that no state is a namesake city as well."""
    parts, at = [], 0
    for hit in hits:
        parts += [text[at : hit.start], "x"]
        at = hit.end
    return "".join([*parts, text[at:]])
