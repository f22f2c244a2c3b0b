"""The simple linking rule."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

from dragoman.link import link

DAY = date(2020, 1, 2)


def report(
    name: str, document: str = "d1", kind: str = "ASSAULT", day: date | None = DAY, **other: Any
) -> dict[str, Any]:
    base: dict[str, Any] = {
        "id": name, "document": document, "type": kind, "mode": None, "cameo": "190", "status": "actual",
        "contexts": [], "date": day, "date_end": day, "date_precision": "day", "date_source": "phrase", "place": None,
        "place_country": None, "place_admin": None, "place_precision": None, "place_source": None,
        "latitude": None, "longitude": None, "sizes": [], "confidence": 0.5,
    }  # fmt: skip
    return base | other


def part(name: str, role: str, country: str | None, text: str = "they") -> dict[str, Any]:
    return {
        "report": name,
        "role": role,
        "country": country,
        "text": text,
        "actor": text,
        "sectors": ["GOV"],
        "mention": 0,
    }


def document(published: date | None = DAY, publisher: str = "A", fingerprint: str = "f") -> dict[str, Any]:
    return {"published": published, "publisher": publisher, "fingerprint": fingerprint}


PARTS = [part(n, r, c) for n in "abc" for r, c in (("actor", "RUS"), ("recipient", "UKR"))]


def test_reports_of_one_type_day_and_dyad_are_one_event_with_the_smallest_id() -> None:
    reports = [report("b", "d2"), report("a"), report("c", kind="AID")]
    documents = {"d1": document(), "d2": document(publisher="B", fingerprint="g")}
    events = link(reports, PARTS, documents)
    assert [(e["id"], e["reports"], e["documents"], e["independent"], e["publishers"]) for e in events] == [
        ("a", 2, 2, 2, 2),
        ("c", 1, 1, 1, 1),
    ]
    assert [r["event"] for r in reports] == ["a", "a", "c"]


def test_the_order_of_reports_changes_nothing() -> None:
    reports = [report("a", confidence=0.7), report("b", mode="aerial"), report("c", contexts=["military"])]
    first = link([dict(r) for r in reports], PARTS, {"d1": document()})
    for seed in range(5):
        random.Random(seed).shuffle(reports)
        assert link([dict(r) for r in reports], PARTS, {"d1": document()}) == first


def test_reports_without_a_date_are_linked_only_within_their_document() -> None:
    reports = [report("a", "d1", day=None), report("b", "d1", day=None), report("c", "d2", day=None)]
    assert [e["reports"] for e in link(reports, PARTS, {"d1": document(), "d2": document()})] == [2, 1]


def test_reports_of_unknown_parties_stay_alone() -> None:
    assert len(link([report("a"), report("b")], [], {"d1": document()})) == 2


def test_the_toll_that_most_reports_give_counts() -> None:
    def killed(value: float) -> list[dict[str, Any]]:
        return [{"what": "killed", "value": value, "words": str(value)}]

    reports = [report("a", sizes=killed(11)), report("b", sizes=killed(11)), report("c", sizes=killed(14))]
    (event,) = link(reports, PARTS, {"d1": document()})
    assert event["sizes"] == [{"what": "killed", "value": 11, "words": "11"}]
