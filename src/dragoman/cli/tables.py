"""What the terminal shows of a run: the progress bar, the event table, the summary."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import pyarrow as pa
    from rich.table import Table

    from dragoman.pipeline import Progress, Summary
    from dragoman.store import Store

#: Events shown after a run; the store holds all.
SHOWN = 40

#: Width of tables where the output is no terminal.
PLAIN_WIDTH = 150

#: Digits of an id that tables show; `dragoman show` takes any beginning that only one event has.
ID_DIGITS = 8


@contextmanager
def progress_bar(quiet: bool, size: int | None) -> Iterator[Progress]:
    """A bar with pages, rate and remaining time on a terminal; nothing elsewhere. `size`: bytes to read, if known."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    bar = Progress(
        TextColumn("coding"), BarColumn(), TextColumn("{task.fields[pages]} pages"),
        TextColumn("{task.fields[rate]} pages/s"), TimeRemainingColumn(), TextColumn("left"), console=console,
        disable=quiet or not console.is_terminal, transient=True,
    )  # fmt: skip
    with bar:
        task = bar.add_task("coding", total=size, pages=0, rate="-")

        def update(summary: Summary) -> None:
            seconds = bar.tasks[0].elapsed
            rate = f"{summary.pages / seconds:.1f}" if seconds else "-"
            bar.update(task, completed=summary.bytes, pages=summary.pages, rate=rate)

        yield update


def event_table(store: Store, limit: int = SHOWN) -> str:
    """The store's events as text, by date."""
    rows = store.sql("SELECT * FROM events ORDER BY date NULLS LAST, id LIMIT ?", [limit]).to_pylist()
    total = store.sql("SELECT count(*) AS n FROM events")["n"][0].as_py()
    names = ("id", "date", "event", "status", "actor", "recipient", "place", "reports")
    more = f"... and {total - limit} more\n" if total > limit else ""
    return _rows_text(names, [_cells(row) for row in rows]) + more


def whole_table(table: pa.Table) -> str:
    """A whole table as text, its ids cut short."""
    from dragoman.api import cell_text

    rows = [
        [cell_text(value)[:ID_DIGITS] if name == "id" else cell_text(value) for name, value in row.items()]
        for row in table.to_pylist()
    ]
    return _rows_text(table.column_names, rows)


def _rows_text(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for name in names:
        table.add_column(name, justify="right" if name == "reports" else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table_text(table)


def table_text(table: Table) -> str:
    """A table as text: as wide as the terminal, or PLAIN_WIDTH where the output is none."""
    from rich.console import Console

    out = io.StringIO()
    terminal = sys.stdout.isatty()
    width = None if terminal else int(os.environ.get("COLUMNS", PLAIN_WIDTH))
    console = Console(file=out, width=width, force_terminal=terminal, no_color="NO_COLOR" in os.environ)
    console.print(table)
    return out.getvalue()


def _cells(row: dict[str, Any]) -> list[str]:
    when = str(row["date"] or "")
    when = {"month": when[:7], "year": when[:4]}.get(row["date_precision"], when)
    event = row["type"] + (f".{row['mode']}" if row["mode"] else "")
    return [
        row["id"][:ID_DIGITS], when, event, row["status"], party(row, "actor"), party(row, "recipient"),
        row["place"] or "", str(row["reports"]),
    ]  # fmt: skip


def party(row: dict[str, Any], role: str) -> str:
    """A side of an event: countries, sectors, and names."""
    codes = " ".join([*row[f"{role}_countries"], *row[f"{role}_sectors"]])
    names = ", ".join(row[f"{role}s"])
    return f"{codes} ({names})" if codes and names else names


def print_summary(summary: Summary, output: Path) -> None:
    """The counts of a run on stderr, and what to do next."""
    aside = sum(summary.set_aside.values())
    reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(summary.set_aside.items()))
    known = f", {summary.known} already coded" if summary.known else ""
    reasons = f" ({reasons})" if reasons else ""
    lines = [
        "",
        f"{summary.pages} pages read: {summary.kept} kept, {aside} set aside{reasons}{known}",
        f"{summary.sentences} sentences, {summary.reports} reports, {summary.events} events in {summary.seconds:.1f} s",
    ]
    lines += [f"  {detail}" for detail in summary.details[:10]]
    if len(summary.details) > 10:
        lines.append(f"  ... and {len(summary.details) - 10} more")
    lines.append(f"Written to {output}")
    if output.suffix == ".duckdb":
        lines.append("Next: dragoman show ID (the words behind an event)")
    click.echo("\n".join(lines), err=True)
