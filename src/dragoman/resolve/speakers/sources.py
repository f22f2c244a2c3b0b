"""Speakers that no active speech verb names: "according to", "in the words of", "it was reported by", "X: ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.resolve.speakers.masks import A, D, P, Q

_SOURCE = re.compile(
    rf"\b(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion|account) of|"
    rf"[Ii]t (?:was|is|has been) (?:reported|learned|learnt|announced|confirmed|stated|said|disclosed|"
    rf"claimed|told) (?:on {D}+ |in {P}+ )?(?:by|from)|[Aa]s (?:reported|stated|announced|told|confirmed) by)"
    rf"\s(?:[a-z]+\s){{0,5}}?(?P<who>{A}+)(?:['’]s?(?:\s[\w-]+){{1,3}})?"
)
_HEAD = re.compile(rf"(?P<who>{A}+)(?:['’]s?(?:\s[\w-]+){{1,3}})?:\s")
_FOOT = re.compile(rf"(?::|\s[-–—])\s(?P<who>{A}+)\s*$")
_SENTENCE_END = (".", "!", "?", '."', ".”", Q)


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker's mention start and the stretches of words that it is the source of; [start, end) the phrase."""

    start: int
    end: int
    speaker: int
    spots: tuple[tuple[int, int], ...]


def find_sources(masked: str, low: int, high: int) -> list[Source]:
    """The sources in a region of a masked text."""
    found = []
    for match in _SOURCE.finditer(masked, low, high):
        spots = _around(masked, low, high, match)
        found.append(Source(match.start(), match.end(), match.start("who"), spots))
    if not found and not masked[low:high].rstrip().endswith(_SENTENCE_END):
        head, foot = _HEAD.match(masked, low, high), _FOOT.search(masked, low, high)
        if foot:
            found.append(Source(foot.start(), high, foot.start("who"), ((low, foot.start()),)))
        elif head:
            found.append(Source(low, head.end(), head.start("who"), ((head.end(), high),)))
    return found


def _around(masked: str, low: int, high: int, match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    before, after = masked[low : match.start()].rstrip(), masked[match.end() : high]
    that = re.match(r"[^,;:]{0,40}?,?\sthat\s", after)
    if that:
        return ((match.end() + that.end(), high),)
    if not before or re.search(r"\b(?:that|and|but),?$", before):
        comma = re.match(r"[^,;:]*(?:,(?=\swho|\swhich|\san?\s)[^,]*)?,\s*", after)
        return ((match.end() + comma.end(), high),) if comma else ()
    if re.match(r",\s(?!who|which|whose|an?\s)", after):
        return ((low, match.start()), (match.end() + 1, high))
    return ((low, low + len(before.rstrip(","))),)
