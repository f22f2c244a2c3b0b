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
    rf"|\b[Aa]s (?P<put>{A}+) (?:puts?|saw|sees) it\b"
    rf"|\b(?:was|were|been) (?:told|informed|assured|warned|advised) by (?P<told>{A}+)(?=\sthat\b)"
)
#: One of these stands in every source; looking for them first spares most sentences the pattern.
_KEYS = ("ccording to", "words of", "view of", "opinion of", "account of", "t was ", "t is ", "t has ", " by ", " it")
_HEAD = re.compile(rf"(?P<who>{A}+)(?:['’]s?(?:\s[\w-]+){{1,3}})?:\s")
_FOOT = re.compile(rf"(?::|\s[-–—])\s(?P<who>{A}+)\s*$")
_SENTENCE_END = (".", "!", "?", '."', ".”", Q)


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker's mention start and the stretches of words that it is the source of."""

    speaker: int
    spots: tuple[tuple[int, int], ...]


def find_sources(masked: str, low: int, high: int) -> list[Source]:
    """The sources in a region of a masked text."""
    found = []
    keyed = any(masked.find(key, low, high) >= 0 for key in _KEYS)
    for match in _SOURCE.finditer(masked, low, high) if keyed else ():
        spots = _around(masked, low, high, match)
        who = max(match.start(name) for name in ("who", "put", "told"))
        found.append(Source(who, spots))
    if found:
        return found
    head = _HEAD.match(masked, low, high)
    stops = masked[low:high].rstrip().endswith(_SENTENCE_END)
    if not stops or (head and masked.startswith(Q, head.end())):
        foot = None if stops else _FOOT.search(masked, low, high)
        if foot:
            found.append(Source(foot.start("who"), ((low, foot.start()),)))
        elif head:
            found.append(Source(head.start("who"), ((head.end(), high),)))
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
        if re.match(r",\s(?:and|but)\s", after):
            return ((low, match.start()), (match.end() + 1, high))
        return ((low, high),)
    return ((low, low + len(before.rstrip(","))),)
