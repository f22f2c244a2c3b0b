"""Country, name and sectors of a mention by a name that it holds ("Kenya's army") or that stands right before it."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass

from dragoman.records import Mention
from dragoman.resolve.facts import Fact
from dragoman.resolve.knowledge import Hit, Knowledge

#: What follows is where somebody is or comes from, which tells the country only if nothing else does.
_WHERE = re.compile(r"\s(?:in|at|near|on|over|based|outside|inside|across|around)\s")
#: What follows is another party.
_OTHER = re.compile(r"\s(?:to|for|with|against|led by|by|who|whom|which|that|under|whose|loyal to|backed by)\s")
_OTHERS_SIDE = re.compile(r"(?i)(?:pro|anti|ex|non)[-–]$")
_LED = re.compile(
    r"(?i)[-–](?:backed|led|allied|aligned|supported|controlled|held|funded|style|flagged|bound|trained)\b"
)
_BEFORE = re.compile(r"(?:['’]s?)?\s")
_POSSESSIVE = re.compile(r"(?i)^(?:its|his|her|their|our|my)\b")
#: Debris that a rewriter makes of a state's name.
_SPUN = (
    (re.compile(r"\b[Yy]ou\.? ?[Ss]\.?(?:[Aa]\.?)?(?=\W|$)"), "U.S."),
    (re.compile(r"\b([Ss]outh|[Nn]orth|[Ee]ast|[Ww]est)(?:ern)? (?:area|region|part|side) (?=[A-Z])"), r"\1 "),
    (re.compile(r"\b([Nn]orth|[Ss]outh)ern (?=Korea)"), r"\1 "),
    (re.compile(r"\b[Uu]nited [Cc]ountries\b"), "United Nations"),
)
_BROKEN = re.compile(r"[Yy]ou\.? ?[Ss]|[Cc]ountries|ern Korea| (?:area|region|part|side) [A-Z]")
_SELF_GOVERNING = ("state", "seat", "region")


@dataclass(frozen=True, slots=True)
class Named:
    """What a name gives: the fact that decided, whether it is all of the mention, the rule in words, and a note for
    the rule where a rewriter had broken the name."""

    code: str
    fact: Fact
    whole: bool
    rule: str
    note: str = ""


class Naming:
    """Names in the mentions of one article.

    Args:
        known: the knowledge.
        text: the article's text.
        any_case: whether the article is in one case, so that names may stand in small letters.
        day: the article's ISO date, or nothing.
    """

    def __init__(self, known: Knowledge, text: str, any_case: bool, day: str) -> None:
        self._known, self._text, self._any_case, self._day = known, text, any_case, day
        #: All names in the text.
        self.hits = known.find(text, any_case, day)
        self._starts = [hit.start for hit in self.hits]

    def of(self, mention: Mention) -> Named | None:
        """The name that says whose a mention is; None if it holds none that the tables know."""
        words, spun = unspun(mention.text)
        found = self._known.find(words, self._any_case, self._day) if spun else self._inside(mention)
        hits = [hit for hit in found if not _beside_the_point(words, hit)]
        mine = [hit for hit in hits if _whose(words, hit.start) != "other"]
        if not mine:
            return self._just_before(mention)
        near = [hit for hit in mine if _whose(words, hit.start) == "own"]
        if not near and _POSSESSIVE.match(words):
            return None
        head = near or mine
        fact = self._timely(head[0].fact, mention.sectors)
        whole = _is_whole(words, head[0])
        note = f", from rewritten {mention.text!r}" if spun else ""
        states = {hit.fact.code for hit in head if hit.fact.kind == "state"}
        if len(states) > 1 and fact.kind == "state" and _joined(words, head):
            return Named("XXX", fact, False, "several states")
        return Named(fact.code, fact, whole, f"{fact.rule}{note}", note)

    def _inside(self, mention: Mention) -> list[Hit]:
        """The names in a mention, with offsets of its words; those of the text unless one crosses its edges."""
        first = max(bisect_right(self._starts, mention.start) - 1, 0)
        near = [hit for hit in self.hits[first : bisect_right(self._starts, mention.end)] if hit.end > mention.start]
        if any(hit.start < mention.start or hit.end > mention.end for hit in near if hit.start < mention.end):
            return self._known.find(mention.text, self._any_case, self._day)
        at = mention.start
        return [Hit(hit.start - at, hit.end - at, hit.fact) for hit in near if hit.start < mention.end]

    def _just_before(self, mention: Mention) -> Named | None:
        """The state whose name ends where the mention begins ("U.S. | Defense Secretary Ann Lee")."""
        at = bisect_right(self._starts, mention.start - 1) - 1
        hit = self.hits[at] if at >= 0 else None
        if not hit or hit.fact.kind != "state" or not _BEFORE.fullmatch(self._text, hit.end, mention.start):
            return None
        name = self._text[hit.start : hit.end]
        if name.endswith(".") and "." not in name[:-1]:
            return None  # the end of a sentence, not of an abbreviation
        return Named(hit.fact.code, hit.fact, False, f"{hit.fact.rule}, right before")

    def _timely(self, fact: Fact, sectors: tuple[str, ...]) -> Fact:
        """Without a date the time of an actor that fits the sectors which the coder read from the sentence."""
        if self._day or not sectors:
            return fact
        fitting = [other for other in self._known.times(fact) if set(other.sectors) & set(sectors)]
        return fitting[-1] if fitting and not set(fact.sectors) & set(sectors) else fact


def sectors_of(mention: Mention, named: Named) -> tuple[str, ...]:
    """The sectors of a named mention: the fact's if its name is all of the mention, else the coder's."""
    fact = named.fact
    if named.whole and fact.kind in _SELF_GOVERNING:
        # A bare country or capital that acts is its government.
        return ("GOV", "PRE") if "PRE" in fact.sectors else fact.sectors or ("GOV",)
    if "PRE" in fact.sectors:
        return mention.sectors if {"PRE", "REB"} & set(mention.sectors) else (*mention.sectors, "PRE")
    return fact.sectors if fact.sectors and named.whole else mention.sectors


def unspun(words: str) -> tuple[str, bool]:
    """A mention with a state's name put right that a rewriter broke ("Southern area Korea"), and whether it was so."""
    if not _BROKEN.search(words):
        return words, False
    plain = words
    for pattern, instead in _SPUN:
        plain = pattern.sub(instead, plain)
    return plain, plain != words


def _whose(words: str, start: int) -> str:
    before = words[:start] + " "
    if _OTHER.search(before):
        return "other"
    return "where" if _WHERE.search(before) else "own"


def _joined(text: str, hits: list[Hit]) -> bool:
    return any(
        re.fullmatch(r"\W*(?:,|and|or|-|&)\W*(?:the )?", text[one.end : two.start]) is not None
        for one, two in itertools.pairwise(hits)
        if one.fact.code != two.fact.code
    )


def _beside_the_point(text: str, hit: Hit) -> bool:
    """Whether a name only says whose friend or foe somebody is ("pro-Russian", "Iran-backed")."""
    return bool(_OTHERS_SIDE.search(text[: hit.start]) or _LED.match(text, hit.end))


def _is_whole(text: str, hit: Hit) -> bool:
    """Whether a name is all of a mention but for its article."""
    return hit.end - hit.start >= len(text.removeprefix("the ").removeprefix("The ")) - 2
