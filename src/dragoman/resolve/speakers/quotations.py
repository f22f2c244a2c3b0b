"""Whose a quotation is that no reported clause holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from dragoman.resolve.speakers.cues import Cue
from dragoman.resolve.speakers.masks import A, Masks
from dragoman.resolve.speakers.subjects import subject
from dragoman.resolve.speakers.words import NAMING

_LETTERS = re.compile(r"[A-Za-z]{2,}")
_LEADS_IN = re.compile(rf"[^;{A}]{{0,90}}(?:[,:]\s?|\b(?:of|as|that|only|in|read|reads)\s)$|\s$")

_BY = re.compile(rf"\sby\s(?P<who>{A}+)")

#: So many characters may stand between a naming verb's beginning and its quotation.
_NEAR = 100


class Attribution(Enum):
    """How a quotation is attributed: to somebody, to whoever spoke last, or to nobody (words set apart)."""

    NAMED = auto()
    GOES_ON = auto()
    NOBODY = auto()


def attribute(
    masks: Masks, low: int, high: int, clip: tuple[int, int], cues: Sequence[Cue]
) -> tuple[Attribution, tuple[int, ...]]:
    """Whose the quotation `clip` in the sentence [low, high) is; `cues` are the sentence's speech verbs."""
    start, end = clip
    masked = masks.outer
    full = _is_full(masks.inner, low, start, end)
    near = _nearest(masked, clip, cues, full)
    if near is not None:
        return Attribution.NAMED, near.speakers
    who = _namers(masks, low, start)
    if who:
        return Attribution.NAMED, who
    outside = masked[low:start] + masked[end:high]
    at = masked.find(A, end, high)
    if full and at >= 0 and _parted(masks.inner, end):
        return Attribution.NAMED, (at,)
    if len(_LETTERS.findall(outside)) < 3 and A not in outside:
        return Attribution.GOES_ON, ()
    return Attribution.NOBODY, ()


def _namers(masks: Masks, low: int, start: int) -> tuple[int, ...]:
    """Who calls something by the words of a quotation ("called it "a farce"", "denounced by Lima as "a farce"")."""
    naming = list(NAMING.finditer(masks.outer, max(low, start - _NEAR), start))
    if not naming:
        return ()
    by = _BY.match(masks.outer, naming[-1].end(), start)
    return (by.start("who"),) if by else subject(masks.outer, masks.begins, low, naming[-1].start())


def _is_full(text: str, low: int, start: int, end: int) -> bool:
    """Whether a quotation is a sentence and not some words: it has several, and stops or begins the sentence."""
    several = text.count(" ", start, end) >= 2
    return several and (start == low or text[max(low, start - 2) : start].strip() in (",", ":") or _parted(text, end))


def _parted(text: str, end: int) -> bool:
    """Whether a quotation ends in a stop."""
    return text[max(0, end - 2) : end].strip("\"“”’'»")[-1:] in (",", ".", "?", "!", "-", "—")


def _nearest(masked: str, clip: tuple[int, int], cues: Sequence[Cue], full: bool) -> Cue | None:
    """The speech verb that stands beside a quotation, else the nearest one if the quotation is a sentence."""
    start, end = clip
    for cue in cues:
        after = masked[end : cue.clause] if cue.clause >= end else None
        if after is not None and not _LETTERS.search(after):
            return cue
        if cue.end <= start and _LEADS_IN.fullmatch(masked[cue.end : start]) and cue.kind != "tell":
            return cue
    if full and cues:
        return min(cues, key=lambda cue: min(abs(cue.start - end), abs(start - cue.end)))
    return None
