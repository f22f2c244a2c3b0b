"""One event for the eye: its fields, and each sentence that reports it with trigger, parties, date and place marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dragoman.errors import QueryError

if TYPE_CHECKING:
    from rich.text import Text

    from dragoman.store import Store

#: Colour of each part; where there are no colours its name stands before the words.
STYLES = {
    "trigger": "bold reverse", "actor": "bold cyan", "recipient": "bold magenta", "date": "yellow", "place": "green",
    "size": "blue", "speaker": "italic",
}  # fmt: skip

Marks = dict[tuple[int, int], str]


def find_event(store: Store, identity: str) -> dict[str, Any]:
    """The event with this id, or whose id or one of whose reports' ids begins so, or that took over such an event.

    Raises:
        QueryError: if there is none, or more than one.
    """
    if not identity.strip():
        raise QueryError("An id is needed.", "Event ids stand in the first column of: dragoman code")
    found: list[dict[str, Any]] = store.sql(
        "SELECT * FROM events WHERE starts_with(id, ?) OR id IN (SELECT event FROM reports WHERE starts_with(id, ?)) "
        "ORDER BY id",
        [identity, identity],
    ).to_pylist() or _successors(store, identity)
    exact = [event for event in found if event["id"] == identity] or found
    if not exact:
        if store.sql("SELECT old FROM supersedes WHERE starts_with(old, ?)", [identity]).num_rows:
            raise QueryError(
                f"The event {identity} is no more: all that reported it was withdrawn, or only recalls it as history.",
                "The table supersedes says when.",
            )
        raise QueryError(
            f"No event or report has an id that begins with {identity!r}.", "Check the id and the --store."
        )
    if len(exact) > 1:
        some = ", ".join(event["id"] for event in exact[:5])
        raise QueryError(f"{len(exact)} events fit {identity!r}: {some} ...", "Give more digits of the id.")
    return exact[0]


def _successors(store: Store, identity: str) -> list[dict[str, Any]]:
    """The events that now stand for an event that is no more."""
    found: list[dict[str, Any]] = store.sql(
        "WITH RECURSIVE way AS (SELECT new FROM supersedes WHERE starts_with(old, ?) UNION "
        "SELECT s.new FROM supersedes s JOIN way ON s.old = way.new) "
        "SELECT * FROM events WHERE id IN (SELECT new FROM way) ORDER BY id",
        [identity],
    ).to_pylist()
    return found


def render(store: Store, event: dict[str, Any], plain: bool) -> Iterator[Text]:
    """Lines for a terminal. `plain` marks words by name instead of by colour."""
    from rich.text import Text

    yield Text(f"{event['type']}{'.' + event['mode'] if event['mode'] else ''}  {event['id']}", style="bold")
    for name, value in _fields(event):
        yield Text(f"  {name:<13} {value}")
    reports = store.sql(
        "SELECT r.*, d.text AS page, d.title, d.address, d.publisher, d.published FROM reports r "
        "JOIN documents d ON d.id = r.document WHERE r.event = ? ORDER BY d.published, r.document, r.trigger_start",
        [event["id"]],
    ).to_pylist()
    for report in reports:
        yield Text("")
        day = f", {report['published']}" if report["published"] else ""
        title = f": {report['title']}" if report["title"] else ""
        yield Text(f"{report['publisher'] or report['address']}{day}{title}", style="dim")
        marks, rules = _marks(store, report)
        yield _sentence(report, marks, plain)
        yield Text(
            f"  report {report['id']}, confidence {report['confidence']:.2f}, "
            f"date from {report['date_source'] or 'nowhere'}, place from {report['place_source'] or 'nowhere'}, "
            f"{'said by ' + report['speaker'] if report['speaker'] else 'the page says so'}",
            style="dim",
        )
        for field in ("date", "place"):
            if report[f"{field}_rule"]:
                value = report[field] if field == "place" else _days(report)
                sure = f"confidence {report[f'{field}_confidence']:.2f}"
                yield Text(f"  {field} {value}: {report[f'{field}_rule']}, {sure}", style="dim")
        for rule in rules:
            yield Text(f"  {rule}", style="dim")


def _fields(event: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield (
        "date",
        f"{_days(event)} ({event['date_precision'] or 'no precision'}, from {event['date_source'] or 'nowhere'})",
    )
    yield "status", event["status"]
    for role in ("actor", "recipient"):
        codes = " ".join([*event[f"{role}_countries"], *event[f"{role}_sectors"]])
        yield f"{role}s", f"{', '.join(event[f'{role}s']) or 'nobody named'}{f' ({codes})' if codes else ''}"
    if event["place"]:
        spot = f", {event['latitude']:.2f} {event['longitude']:.2f}" if event["latitude"] is not None else ""
        country = event["place_country"] or "country unknown"
        admin = f", {event['place_admin']}" if event["place_admin"] else ""
        yield "place", f"{event['place']} ({country}{admin}{spot}, from {event['place_source']})"
    yield from _sizes(event["sizes"])
    if event["contexts"]:
        yield "contexts", ", ".join(event["contexts"])
    yield "CAMEO code", event["cameo"] or "none"
    yield "reports", f"{event['reports']} in {event['documents']} pages, {event['independent']} of them independent"
    yield "confidence", f"{event['confidence']:.2f}"


def _sizes(sizes: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """A line for each kind of size: its words, or, where reports differ, how many give each value."""
    for what in dict.fromkeys(size["what"] for size in sizes):
        own = [size for size in sizes if size["what"] == what]
        if len(own) == 1:
            yield what, f"{own[0]['value']:g} ({own[0]['words']!r})"
        else:
            yield what, ", ".join(f"{s['value']:g} ({s['reports']} report{'s'[: s['reports'] > 1]})" for s in own)


def _days(row: dict[str, Any]) -> str:
    days = str(row["date"] or "unknown")
    return f"{days} to {row['date_end']}" if row["date_end"] and row["date_end"] != row["date"] else days


def _marks(store: Store, report: dict[str, Any]) -> tuple[Marks, list[str]]:
    rows = store.sql(
        'SELECT m.start, m."end", m.text, m.country, m.rule, m.confidence, m.actor, p.role '
        "FROM mentions m LEFT JOIN participants p "
        "ON p.document = m.document AND p.mention = m.start AND p.report = ? WHERE m.document = ? AND m.start >= ? "
        'AND m."end" <= ? ORDER BY m.start, p.role',
        [report["id"], report["document"], report["sentence_start"], report["sentence_end"]],
    ).to_pylist()
    marks: Marks = {(report["trigger_start"], report["trigger_end"]): "trigger"}
    rules = []
    words = {size["words"] for size in report["sizes"]}
    for row in rows:
        span = (row["start"], row["end"])
        if row["role"]:
            marks[span] = row["role"]
            sure = f", confidence {row['confidence']:.2f}" if row["confidence"] is not None else ""
            rules.append(f"{row['role']} {row['text']!r} is {row['actor']} [{row['country']}]: {row['rule']}{sure}")
        elif row["start"] == report["speaker_mention"]:
            marks[span] = "speaker"
        elif row["start"] == report["date_mention"]:
            marks[span] = "date"
        elif row["start"] == report["place_mention"]:
            marks[span] = "place"
        elif row["text"] in words:
            marks[span] = "size"
    return marks, rules


def _sentence(report: dict[str, Any], marks: Marks, plain: bool) -> Text:
    from rich.text import Text

    page, at = report["page"], report["sentence_start"]
    line = Text("  ")
    for (start, end), part in sorted(marks.items()):
        if start < at:
            continue
        line.append(page[at:start])
        line.append(f"[{part}: {page[start:end]}]" if plain else page[start:end], style=None if plain else STYLES[part])
        at = end
    line.append(page[at : report["sentence_end"]])
    return line
