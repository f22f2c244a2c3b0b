"""The subject of a verb: the mention before it, over auxiliaries, asides and what hangs on the mention."""

from __future__ import annotations

import re

from dragoman.resolve.speakers.masks import A, D, P, Q
from dragoman.resolve.speakers.words import FINITE, PREPOSITION

#: What may stand between a subject and its verb.
AUXILIARY = (
    r"(?:\s(?:has|have|had|would|will|did|also|then|later|now|still|only|again|once|here|there|today|yesterday|"
    r"tonight|earlier|himself|herself|itself|themselves|since|just|even|(?:was|were|is|are|been) quoted as|"
    r"(?:went|goes|go) on to|"
    rf"[a-z]+ly|(?:on\s|in\s)?{D}+))*"
)
_POSSESSED = r"(?:['’]s?(?:\s[\w’'-]+){1,4}?)?"
_MODIFIER = (
    rf"(?:\s(?:who|that|which|whose|[a-z]+ing|close|familiar|loyal|reached|based|quoted|named|contacted|{PREPOSITION})"
    rf"\b[^,;:{A}{Q}]{{0,70}}?)?"
)
_GAP = re.compile(rf"{_POSSESSED}(?:\s\([^)]*\))?{_MODIFIER}{AUXILIARY}\s+")
#: The gap of a relative clause ("a cook, who also said").
_RELATIVE = re.compile(rf"(?:,[^,;:{A}]{{1,60}})?,?\swho{AUXILIARY}\s+")
_TRAILING = re.compile(rf"{AUXILIARY}\s+$")
#: What stands before a mention that begins a clause.
_STARTS = re.compile(rf"(?:[,;:.{Q}—–-]\s*|\b(?:and|but|that|where|while|as|when|[Bb]oth)\s|[{D}{P}]\s)$")
#: The preposition by which a mention hangs on another, and what shows that it does not.
_HANGS = re.compile(r"\s(?:of|to|with|from|for|by|in|at|on|near|against|under|behind|inside)(?:\sthe)?\s$")
_SIGN = re.compile(rf"[,;:{Q}]")
_OWNED = re.compile(r"['’]s?(?:\s[\w-]+){1,4}")
_CLAUSE = re.compile(rf"\b(?:that|and|but|when|as|where|while|who|{FINITE})\b")


def subject(masked: str, begins: dict[int, int], low: int, verb: int) -> tuple[int, ...]:
    """Starts of the mentions that are the subject of the verb at an offset; empty if none is."""
    last = masked.rfind(A, low, verb)
    if last < 0:
        return ()
    gap = masked[last + 1 : verb]
    start = begins.get(last + 1, -1)
    if start >= low and _RELATIVE.fullmatch(gap):
        return (begins.get(start - 2, start) if masked.startswith(", ", start - 2) else start,)
    if not (_GAP.fullmatch(gap) and " and " not in gap and " but " not in gap):
        last = _before_aside(masked, begins, low, verb)
        if last < 0:
            return ()
    start = begins.get(last + 1, -1)
    if start < low:
        return ()
    return _joint(masked, begins, low, _head(masked, begins, low, start))


def _before_aside(masked: str, begins: dict[int, int], low: int, verb: int) -> int:
    """The last sign of a subject that an aside between commas parts from its verb ("the army, in a note, said")."""
    trailing = _TRAILING.search(masked, max(low, verb - 60), verb)
    close = trailing.start() - 1 if trailing else -1
    if close <= low or masked[close] != ",":
        return -1
    comma = close
    for _ in range(3):
        comma = masked.rfind(",", max(low, close - 140), comma)
        if comma <= low:
            break
        if masked[comma - 1] == A:
            return comma - 1
        last = masked.rfind(A, low, comma)
        if last >= 0 and _OWNED.fullmatch(masked, last + 1, comma):
            return last
    start = begins.get(close, -1)
    begins_clause = start == low or (start > low and _STARTS.search(masked[max(low, start - 12) : start]))
    return close - 1 if begins_clause else -1


def _head(masked: str, begins: dict[int, int], low: int, start: int) -> int:
    """The mention that a mention hangs on by a preposition ("soldiers loyal to the president"), or itself."""
    last = masked.rfind(A, low, start)
    between = masked[last + 1 : start]
    hangs = last >= 0 and len(between) < 45 and not _SIGN.search(between) and _HANGS.search(between)
    if hangs and not _CLAUSE.search(between):
        return begins.get(last + 1, start)
    return start


def _joint(masked: str, begins: dict[int, int], low: int, start: int) -> tuple[int, ...]:
    """The mention with those that commas and "and" join to it, from one that begins a clause."""
    chain = [start]
    whole: tuple[int, ...] = (start,)
    for joint in (" and ", ", ", ", "):
        at = chain[0] - len(joint)
        if masked[max(low, at) : chain[0]] != joint or at not in begins:
            break
        chain.insert(0, begins[at])
        if chain[0] == low or _STARTS.search(masked[max(low, chain[0] - 12) : chain[0]]):
            whole = tuple(chain)
    return whole
