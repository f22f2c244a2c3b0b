"""What linking looks at in a report: its parties, time, place, sizes and words, in a form that compares fast."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman import ontology
from dragoman.link.words import fold, is_name, stem, words_of

Row = Mapping[str, Any]

#: Types that reports of one occurrence may have beside each other: one calls a seizure of men an arrest, the next an
#: abduction.
_KIN = {"COERCE": "ASSAULT", "REJECT": "ACCUSE", "SUPPORT": "AGREE"}

#: Sectors that act for one another: an army for its state, a spokesman for his ministry. Sides of two camps differ
#: even in one country: its soldiers and its rebels.
_STATE, _ARMED, _UNKNOWN = ("GOV", "MIL", "COP", "JUD", "LEG", "SPY"), ("REB", "UAF", "PRM", "CRM"), ("UNK",)
CAMPS = {
    **dict.fromkeys(ontology.SECTORS, "civil"),
    **dict.fromkeys(_STATE, "state"),
    **dict.fromkeys(_ARMED, "armed"),
    **dict.fromkeys(_UNKNOWN, ""),
}

#: Longest time in days from an occurrence to a page that gives no date for it.
LAG = 4

#: Types that both sides do to each other, and the CAMEO code of a treaty signed. Who is named first says nothing there,
#: nor in a clash that no side is said to have begun.
_MUTUAL_TYPES, _TREATY = frozenset({"AGREE", "CONSULT", "COOPERATE"}), "057"
_CLASH = re.compile(
    r"\b(clash\w*|fought|fighting|battles?|battled|exchang\w+ (?:of )?(?:fire|shell\w*))\b", re.IGNORECASE
)

#: A sentence with such words tells of one event after another of its kind.
_SEQUEL = re.compile(
    r"\b(again|anew|another|also|further|repeat\w*|renew\w*|return\w*|resum\w*|second|third|fresh|once more|this time|"
    r"(?:day|days|week|weeks|fortnight|month|months|hours) (?:after|earlier|before))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Side:
    """The actors or the recipients: codes of states and organisations, camps, folded names, and the words' heads."""

    countries: frozenset[str]
    camps: frozenset[str]
    names: frozenset[str]
    heads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """A report for linking.

    `kin`: see the function; `mutual`: whether both sides do it to each other; `first` and `last`: proleptic days of
    its date (`date.toordinal`); `published`: that of its document; `told`: whether a phrase gives the date and not the
    page; `sizes`: the largest value by kind; `rare`: the words that can hardly meet by chance, names and numbers;
    `details`: how much it tells.
    """

    id: str
    document: str
    type: str
    kin: str
    mode: str
    cameo: str
    status: str
    actors: Side
    recipients: Side
    first: int | None
    last: int | None
    told: bool
    published: int | None
    place: frozenset[str]
    place_country: str
    place_precision: str
    sizes: Mapping[str, float]
    rare: frozenset[str]
    sequel: bool
    mutual: bool
    latitude: float | None
    longitude: float | None
    details: float


def facts_of(report: Row, parts: Iterable[Row], published: date | None) -> Facts:
    """The facts of a row of `reports`.

    Args:
        report: the row, with its `sentence`.
        parts: the report's rows of `participants`.
        published: the day of its document.
    """
    parts = list(parts)
    sentence = report["sentence"] or ""
    words = words_of(sentence)
    rare = frozenset(stem(word) for word in words[1:] if is_name(word))
    actors, recipients = (_side([p for p in parts if p["role"] == role]) for role in ("actor", "recipient"))
    place = frozenset(map(stem, words_of(report["place"] or "")))
    kind = str(report["type"])
    first = report["date"].toordinal() if report["date"] else None
    sizes: dict[str, float] = {}
    for size in report["sizes"] or ():
        if size["value"] is not None:
            sizes[size["what"]] = max(size["value"], sizes.get(size["what"], 0.0))
    told = report["date_source"] == "phrase"
    return Facts(
        id=report["id"], document=report["document"], type=kind, kin=kin(kind), mode=report["mode"] or "",
        cameo=report["cameo"] or "", status=report["status"], actors=actors, recipients=recipients, first=first,
        last=report["date_end"].toordinal() if report["date_end"] else first, told=told,
        published=published.toordinal() if published else None, place=place,
        place_country=report["place_country"] or "", place_precision=report["place_precision"] or "", sizes=sizes,
        rare=rare, sequel=bool(_SEQUEL.search(sentence)),
        mutual=kind in _MUTUAL_TYPES or report["cameo"] == _TREATY or bool(_CLASH.search(sentence)),
        latitude=report["latitude"], longitude=report["longitude"], details=_details(report, actors, recipients, told),
    )  # fmt: skip


def kin(kind: str) -> str:
    """What stands for a type and those that it may stand beside; reports of two kin are never compared."""
    return _KIN.get(kind, kind)


def _details(report: Row, actors: Side, recipients: Side, told: bool) -> float:
    """How much a report tells: its exact day, its town, its parties, its sizes."""
    return float(
        2.0 * (told and report["date_precision"] == "day")
        + 2.0 * (report["place_precision"] in ("point", "city"))
        + bool(actors.countries) + bool(recipients.countries) + bool(report["sizes"])
    )  # fmt: skip


def _side(parts: list[Row]) -> Side:
    texts = [fold(part["actor"] or part["text"] or "") for part in parts]
    return Side(
        countries=frozenset(p["country"] for p in parts if p["country"] and p["country"] != "XXX"),
        camps=frozenset(CAMPS[sector] for p in parts for sector in p["sectors"] if CAMPS.get(sector)),
        names=frozenset(stem(word) for text in texts for word in words_of(text)),
        heads=frozenset(stem(text.split()[-1]) for text in texts if text.split()),
    )
