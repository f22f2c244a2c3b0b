"""Finds the statements of an article: quotations and reported speech, each with its speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dragoman.records import Mention, Sentence, Statement
from dragoman.resolve.speakers.clauses import reported
from dragoman.resolve.speakers.cues import Cue, find_cue, find_verbs
from dragoman.resolve.speakers.masks import A, D, Masks, P, mask
from dragoman.resolve.speakers.quotations import Attribution, attribute
from dragoman.resolve.speakers.quotes import Quote
from dragoman.resolve.speakers.sources import find_sources
from dragoman.resolve.speakers.words import PREPOSITION

#: Signs that stand before and after words without belonging to them.
_EDGE = " \n\t,.;:-–—"
_MARKS = "\"“”„«»‘’'"

_HEARER = re.compile(rf"\s(?P<to>to\s)?(?P<who>{A}+)(?=\s(?:that|{D}|{P}|on|in|at|by|late|early)|\s{A}|[,:.]|$)")
_ACTOR = re.compile(f"{A}+")
_UNDER_PREPOSITION = re.compile(rf"(?i:\b{PREPOSITION}\s(?:the\s)?)$")

#: Where a sentence falls into parts: a semicolon, or a stop that the splitter passed over.
_BREAK = re.compile(rf"[;.?!](?:(?<=;)\s*|(?<=[a-z]{{4}}[.?!])\s+(?=[A-Z{A}]))")

#: A quotation on its own goes on with the last speaker for so many sentences.
_REACH = 4


def find_statements(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    """The statements of one article in text order; a statement inside another stands for itself too.

    Args:
        text: the article's text.
        sentences: its sentences.
        mentions: its mentions in text order; those of kind A can speak.
    """
    finder = _Finder(text, mask(text, mentions))
    for index, sentence in enumerate(sentences):
        finder.read(index, sentence)
    finder.settle()
    return tuple(sorted(set(finder.found), key=lambda s: (s.start, -s.end, s.speaker)))


class _Finder:
    """Goes through an article's sentences and remembers who spoke last."""

    def __init__(self, text: str, masks: Masks) -> None:
        self.found: list[Statement] = []
        self._text, self._masks = text, masks
        # A mention that a quotation mark cuts is none there.
        self._starts = frozenset(masks.begins.values())
        self._verbs = find_verbs(text)
        self._next_verb = 0
        self._next_quote = 0
        self._last: tuple[tuple[int, ...], int] = ((), 0)
        # Stretches of the sentence at hand whose quotations belong to reported speech.
        self._taken: list[tuple[int, int]] = []
        # Clips of a quotation that no sentence has attributed yet, and who spoke before it.
        self._waiting: list[tuple[int, int]] = []
        self._waiting_for: Quote | None = None
        self._before: tuple[int, ...] = ()

    def read(self, index: int, sentence: Sentence) -> None:
        """Adds the statements of a sentence."""
        low, high = sentence.start, sentence.end
        verbs = self._verbs_in(low, high)
        clips = self._clips_in(low, high)
        self._taken.clear()
        cues = self._outer(index, low, high, verbs)
        for quote, start, end in clips:
            self._inner(start, end, [v for v in verbs if start <= v[0] < end])
            if not any(start < e and s < end for s, e in self._taken):
                self._quote(index, low, high, quote, (start, end), cues)

    def settle(self) -> None:
        """Gives the quotation that nobody claimed to the speaker before it."""
        for start, end in self._waiting:
            self._add(self._before, start, end, "quote")
        self._waiting.clear()

    def _verbs_in(self, low: int, high: int) -> list[tuple[int, int, str]]:
        begin = self._next_verb
        while begin < len(self._verbs) and self._verbs[begin][0] < low:
            begin += 1
        end = begin
        while end < len(self._verbs) and self._verbs[end][0] < high:
            end += 1
        self._next_verb = end
        return self._verbs[begin:end]

    def _clips_in(self, low: int, high: int) -> list[tuple[Quote, int, int]]:
        """The quotations that meet [low, high), each with its part in there."""
        quotes = self._masks.quotes
        while self._next_quote < len(quotes) and quotes[self._next_quote].end <= low:
            self._next_quote += 1
        found = []
        for quote in quotes[self._next_quote :]:
            if quote.start >= high:
                break
            found.append((quote, max(low, quote.start), min(high, quote.end)))
        return found

    def _outer(self, index: int, low: int, high: int, verbs: Sequence[tuple[int, int, str]]) -> list[Cue]:
        """Statements outside of quotations; gives the cues back."""
        masked = self._masks.outer
        cues: list[Cue] = []
        for start, end in _regions(masked, low, high):
            inside = [verb for verb in verbs if start <= verb[0] < end and masked[verb[0]] == self._text[verb[0]]]
            for source in find_sources(masked, start, end):
                for spot in source.spots:
                    self._add((source.speaker,), *spot, "reported")
                    self._taken.append(spot)
                self._last = ((source.speaker,), index)
            for cue in self._report(masked, start, end, inside, True):
                cues.append(cue)
                if cue.cut >= 0 or cue.clause == start or cue.inverted or len(cues) == 1:
                    self._last = (cue.speakers, index)
        return cues

    def _inner(self, start: int, end: int, verbs: Sequence[tuple[int, int, str]]) -> None:
        """Statements inside a quotation."""
        if verbs:
            low = start + 1 if self._text[start] in _MARKS else start
            high = end - 1 if self._text[end - 1] in _MARKS else end
            self._report(self._masks.inner, low, high, verbs, False)

    def _report(
        self, masked: str, low: int, high: int, verbs: Sequence[tuple[int, int, str]], outer: bool
    ) -> list[Cue]:
        """Adds what the verbs of a region report; gives the cues that have a speaker back."""
        found = (find_cue(masked, self._masks.begins, low, high, verb) for verb in verbs)
        cues: list[Cue] = []
        for cue in found:
            if cue is not None and not cue.speakers:
                cue = replace(cue, speakers=self._carried(cue, cues, masked, low) if outer or cues else ())
            if cue is not None and cue.speakers:
                cues.append(cue)
        for number, cue in enumerate(cues):
            spots = reported(masked, low, high, cue, cues[number + 1 :])
            hearer = _hearer(masked, cue, high) if spots else -1
            for spot in spots:
                self._add(cue.speakers, *spot, "reported", hearer)
                if outer:
                    # What stands between verb and clause ("said in a letter, "Peace", that") is no speech either.
                    self._taken.append((min(cue.end, spot[0]), spot[1]))
        return cues

    def _carried(self, cue: Cue, cues: Sequence[Cue], masked: str, low: int) -> tuple[int, ...]:
        """The speaker of a verb without a subject of its own that a mention names."""
        if cues:
            main = [c for c in cues if c.cut >= 0 or c.clause == low] or cues
            return main[-1].speakers
        if cue.carried == "pronoun" and self._last[0]:
            return self._last[0]
        starts = [match.start() for match in _ACTOR.finditer(masked, low, cue.clause)]
        free = (at for at in starts if not _UNDER_PREPOSITION.search(masked[max(low, at - 16) : at]))
        return (next(free, starts[0]),) if starts else ()

    def _quote(self, index: int, low: int, high: int, quote: Quote, clip: tuple[int, int], cues: Sequence[Cue]) -> None:
        if self._waiting_for is not None and self._waiting_for != quote:
            self.settle()
        if not self._waiting:
            self._before = self._last[0] if index - self._last[1] <= _REACH else ()
        self._waiting_for = quote
        how, speakers = attribute(self._masks, low, high, clip, cues)
        if how == Attribution.NAMED:
            for start, end in [*self._waiting, clip]:
                self._add(speakers, start, end, "quote")
            self._waiting.clear()
            self._last = (speakers, index)
        elif how == Attribution.GOES_ON:
            self._waiting.append(clip)
            self._last = (self._last[0], index)

    def _add(self, speakers: tuple[int, ...], start: int, end: int, kind: str, hearer: int = -1) -> None:
        text = self._text
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        quotes = self._masks.quotes
        at = bisect_right(quotes, start, key=lambda quote: quote.start) - 1
        if kind == "quote" or (at >= 0 and quotes[at].start == start and end <= quotes[at].end):
            kind = "quote"
            start += text[start] in _MARKS
            end -= end > start and text[end - 1] in _MARKS
            while end > start and text[end - 1] in _EDGE:
                end -= 1
        if end > start:
            self.found += [
                Statement(start, end, text[start:end], kind, who, hearer if hearer in self._starts else -1)
                for who in speakers
                if who in self._starts
            ]


def _regions(masked: str, low: int, high: int) -> list[tuple[int, int]]:
    """The parts of a sentence."""
    breaks = [match.span() for match in _BREAK.finditer(masked, low, high)]
    return list(zip([low, *(end for _, end in breaks)], [*(start for start, _ in breaks), high], strict=True))


def _hearer(masked: str, cue: Cue, high: int) -> int:
    """The start of the mention that a verb of telling addresses ("told reporters", "said to the king"), or -1."""
    match = None if cue.inverted else _HEARER.match(masked, cue.end, high)
    if not match:
        return -1
    told = cue.kind == "tell" or match["to"] or masked[cue.start : cue.end].lower().startswith(("warn", "promis"))
    return match.start("who") if told else -1
