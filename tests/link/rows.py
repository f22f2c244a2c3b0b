"""Rows for the tests of linking, as the store gives them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

Row = dict[str, Any]

DAY = date(2020, 1, 2)


def report(name: str, document: str = "d1", kind: str = "ASSAULT", day: date | None = DAY, **other: Any) -> Row:
    base: Row = {
        "id": name, "document": document, "event": None, "type": kind, "mode": None, "cameo": "190",
        "status": "actual", "contexts": [], "date": day, "date_end": day, "date_precision": "day",
        "date_source": "phrase", "place": None, "place_country": None, "place_precision": None, "place_source": None,
        "place_admin": None, "latitude": None, "longitude": None, "sizes": [], "confidence": 0.5,
        "sentence": "They attacked them.",
    }  # fmt: skip
    return base | other


def part(name: str, role: str, country: str | None, sectors: Sequence[str] = ("GOV",), text: str = "they") -> Row:
    return {
        "report": name, "document": "d1", "role": role, "country": country, "text": text, "actor": text,
        "sectors": list(sectors), "mention": 0,
    }  # fmt: skip


def dyad(names: str, actor: str | None = "RUS", recipient: str | None = "UKR") -> list[Row]:
    """The participants of reports with the same two parties."""
    return [part(n, role, code) for n in names for role, code in (("actor", actor), ("recipient", recipient))]


def killed(value: float) -> list[Row]:
    return [{"what": "killed", "value": value, "words": f"{value:g}"}]
