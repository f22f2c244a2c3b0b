"""The lines of an export: each event with its parties and its reports, in order of date and id.

Writers get events in this form. An event's parties are told apart here (the columns of `events` are lists whose
countries and sectors are not paired), and every report knows its sentence's number and its document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.clean.sentences import split
from dragoman.query.selection import Selection, selected

if TYPE_CHECKING:
    from dragoman.store import Store

Row = dict[str, Any]

#: Events whose reports are in memory at one time; each step scans the reports once.
_STEP = 5000

_REPORTS = """
WITH chosen AS (SELECT * FROM reports WHERE event IN (SELECT unnest(?))),
places AS (
    SELECT document, list(DISTINCT text ORDER BY text) AS story_places FROM mentions
    WHERE kind = 'P' AND document IN (SELECT document FROM chosen) GROUP BY document
)
SELECT r.*, d.text AS page, d.title, d.address, d.publisher, d.published, d.language, m.text AS place_words,
story_places
FROM chosen r JOIN documents d ON d.id = r.document
LEFT JOIN mentions m ON m.document = r.document AND m.start = r.place_mention
LEFT JOIN places ON places.document = r.document
ORDER BY r.event, r.confidence DESC, r.id
"""
_PARTICIPANTS = (
    "SELECT p.*, r.event FROM participants p JOIN reports r ON r.id = p.report "
    "WHERE r.event IN (SELECT unnest(?)) ORDER BY r.confidence DESC, r.id, p.role, p.mention"
)


@dataclass(frozen=True, slots=True)
class Party:
    """One actor or recipient of an event: its name, country and sectors, and the words of the page that name it."""

    name: str
    country: str | None
    sectors: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One event as an export writes it; `id` is the event's, with a number behind it where it was expanded.

    `event` is its row of `events`; `reports` are its rows of `reports`, the surest first, each with `page`, `title`,
    `address`, `publisher`, `published` and `language` of its document, the document's `story_places`, `place_words`,
    `sentence` (from 1), `lead` (whether it stands in the first paragraph) and `offsets` (start of each participant by
    role and name).
    """

    id: str
    event: Row
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reports: tuple[Row, ...]

    @property
    def place(self) -> Row:
        """The event's columns of place, for formats that can't say where a place is from: none from a dateline.

        An event at a newspaper's city is what users of such data complain of most.
        """
        known = self.event["place_source"] != "dateline"
        return {
            name: value if known else None
            for name, value in self.event.items()
            if name.startswith("place") or name in ("latitude", "longitude")
        }

    @property
    def place_words(self) -> str | None:
        """The place as a page has it, if one names it."""
        own = [report for report in self.reports if report["place"] == self.place["place"]]
        return next((report["place_words"] for report in own if report["place_words"]), None)

    @property
    def first(self) -> Row:
        """The report that was published first; of several the surest."""
        return min(self.reports, key=lambda report: (report["published"] is None, report["published"] or 0))


def lines(store: Store, selection: Selection) -> Iterator[Line]:
    """The selected events as lines, ordered by date and id."""
    for batch in selected(store, selection).to_batches(_STEP):
        step = batch.to_pylist()
        ids = [event["id"] for event in step]
        reports, parties = _reports(store, ids), _by_event(store, _PARTICIPANTS, ids)
        _add_offsets(reports, parties)
        for event in step:
            own = parties[event["id"]]
            yield Line(
                event["id"], event, _side(event, own, "actor"), _side(event, own, "recipient"),
                tuple(reports[event["id"]]),
            )  # fmt: skip


def _by_event(store: Store, query: str, ids: list[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in store.sql(query, [ids]).to_pylist():
        found[row["event"]].append(row)
    return found


def _reports(store: Store, ids: list[str]) -> dict[str, list[Row]]:
    found = _by_event(store, _REPORTS, ids)
    starts: dict[str, list[int]] = {}
    for report in (report for rows in found.values() for report in rows):
        if report["document"] not in starts:
            starts[report["document"]] = [sentence.start for sentence in split(report["page"])]
        report["sentence"] = bisect_right(starts[report["document"]], report["sentence_start"])
        # The line before the first paragraph is the title.
        report["lead"] = report["page"][: report["sentence_start"]].count("\n") <= 1
    return found


def _add_offsets(reports: dict[str, list[Row]], parties: dict[str, list[Row]]) -> None:
    offsets: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for part in (part for rows in parties.values() for part in rows):
        offsets[part["report"]].setdefault((part["role"], _name(part)), part["mention"])
    for report in (report for rows in reports.values() for report in rows):
        report["offsets"] = offsets[report["id"]]


def _side(event: Row, parts: list[Row], role: str) -> tuple[Party, ...]:
    """One side's parties in the event's order, each as the surest report that names it has it."""
    known: dict[str, Row] = {}
    for part in parts:
        if part["role"] == role:
            known.setdefault(_name(part), part)
    return tuple(_party(name, known.get(name)) for name in event[f"{role}s"])


def _party(name: str, part: Row | None) -> Party:
    return Party(name, part["country"], tuple(part["sectors"]), part["text"]) if part else Party(name, None, (), name)


def _name(part: Row) -> str:
    return str(part["actor"] or part["text"])
