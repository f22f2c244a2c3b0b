"""Heads of state and other office holders, by name and date, and by office and date (`people.tsv`)."""

from __future__ import annotations

import re

from dragoman.resolve.actors.profile import Profile
from dragoman.resolve.facts import Fact
from dragoman.resolve.knowledge import Knowledge

#: How the offices of the table are called in texts; what stands before must not make it another office.
_OFFICES = {
    "president": re.compile(r"(?<!vice[- ])(?<!-)\bpresident\b(?! of the)"),
    "prime minister": re.compile(r"(?<!deputy )\b(?:prime minister|premier)\b"),
    "chancellor": re.compile(r"(?<!vice[- ])\bchancellor\b(?! of the exchequer)"),
    "monarch": re.compile(r"\b(?:king|queen|monarch)\b"),
    "foreign minister": re.compile(r"(?<!deputy )\bforeign minister\b"),
    "secretary of state": re.compile(r"(?<!deputy )\bsecretary of state\b"),
    "taoiseach": re.compile(r"\btaoiseach\b"),
}
#: A word of one of them, which most mentions have none of.
_OFFICE = re.compile(r"president|minister|premier|chancellor|king|queen|monarch|secretary of state|taoiseach")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w-]*")
#: Words that may be capitalised in the name of an office, or before it.
_OFFICE_WORDS = frozenset({
    "the", "of", "president", "prime", "minister", "premier", "chancellor", "federal", "king", "queen", "monarch",
    "foreign", "affairs", "secretary", "state", "taoiseach", "his", "her", "majesty", "excellency",
})  # fmt: skip
_NOT_NOW = re.compile(
    r"\b(?:former|ex|late|next|future|acting|interim|deposed|ousted|aides?|spokes\w+|office|wife|son)\b"
)


def person(known: Knowledge, text: str, profile: Profile, country: str, day: str) -> tuple[Fact, bool] | None:
    """The office holder whom a mention names, and whether he or she held the office on the day.

    A surname alone counts only beside a title or on a day in office, since many people share one.

    Args:
        known: the knowledge.
        text: words of the mention.
        profile: its profile.
        country: the country that its other words give, or nothing.
        day: the article's ISO date, or nothing.
    """
    for hit in known.find(text, day=day, people=True) if profile.names and known.may_end_in_person(text) else ():
        fact = hit.fact
        if fact.kind != "person" or (country and country not in (fact.code, "XXX")):
            continue
        named = text[hit.start : hit.end]
        if text[hit.end :].strip(" .'’s") or (profile.name and not set(profile.name) <= set(named.split())):
            continue
        held = bool(day) and fact.valid(day)
        if (
            len(named.split()) == 1
            and not held
            and (day or not set(fact.office.lower().split()) & {*profile.mods, profile.head})
        ):
            continue
        return fact, held or not day
    return None


def holder(known: Knowledge, text: str, country: str, day: str) -> Fact | None:
    """Who held the office that a mention without a name speaks of ("the French president"), if exactly one did."""
    lower = text.lower()
    if not day or len(country) != 3 or not _OFFICE.search(lower) or _NOT_NOW.search(lower):
        return None
    if _has_own_name(known, text):
        return None
    for office, pattern in _OFFICES.items():
        if pattern.search(lower) and not re.search(rf"{pattern.pattern}['’]s\b", lower):
            return known.holder(country, office, day)
    return None


def _has_own_name(known: Knowledge, text: str) -> bool:
    """Whether capitals stand in a mention for more than the office and its state: "Peru's President Julio Arriaga"."""
    hits = known.find(text)
    return any(
        word[0].lower() not in _OFFICE_WORDS and not any(hit.start <= word.start() < hit.end for hit in hits)
        for word in _CAPITALISED.finditer(text)
    )


def sectors_at(known: Knowledge, fact: Fact, day: str) -> tuple[str, ...]:
    """A person's sectors on a day: the office's in its time, ELI after the last one, none before the first."""
    if not day or fact.valid(day):
        return fact.sectors
    ended = [term.until for term in known.times(fact) if term.until]
    return ("ELI",) if ended and max(ended) < day else ()
