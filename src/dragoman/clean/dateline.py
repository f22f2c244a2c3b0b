"""The dateline at the head of a report: "NAIROBI, March 3, 2014 (Meridian Wire) - "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman import dates

#: A dateline ends within so many characters.
LONGEST = 120

_BREAK = re.compile(r"\s*(?:\s-{1,3}\s|\s?[–—]\s?|\s_\s|\s\|\s|--\s?|:\s)")
_AGENCY = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]")
_DATE = re.compile(
    r",?\s*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?)(?:,?\s+\d{4})?",
    re.IGNORECASE,
)
_PLACE_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w.'’/-]*|de|del|al|el|la|of|the|and|on|upon|y|da|do|di|/)", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and agency as written, the date's text, and where the report's own words begin."""

    place: str
    agency: str
    date: str
    end: int


def dateline(text: str) -> Dateline | None:
    """The dateline that a text begins with, or None."""
    place, agency, date, end = "", "", "", 0
    for _ in range(3):
        stop = _BREAK.search(text, end, LONGEST)
        if not stop or stop.start() == end:
            break
        part = text[end : stop.start()]
        agencies = _AGENCY.findall(part)
        part = _AGENCY.sub("", part)
        found = _DATE.search(part)
        when = found[0].strip(" ,") if found and dates.find(found[0]) != (None, None) else ""
        part = part.replace(found[0], "") if found and when else part
        part = part.strip(" ,:;|")
        if part and (place or not _is_place(part)):
            break
        if not (part.isupper() or agencies or when or place):
            break
        place, agency, date = place or part, agency or " ".join(agencies), date or when
        end = stop.end()
    return Dateline(place, agency, date, end) if place else None


def _is_place(part: str) -> bool:
    words = part.replace(",", " ").split()
    return 0 < len(words) <= 7 and all(_PLACE_WORD.fullmatch(word) for word in words) and words[0][0].isupper()
