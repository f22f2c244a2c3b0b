"""How long questions and exports take on a large store: the sample's rows, multiplied.

python benchmarks/export.py [TIMES]    (default 450: about 100,000 events)

Prints CPU seconds of each step and the peak memory so far.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

import dragoman
from dragoman.api import sample_folder
from dragoman.export import FORMATS, export
from dragoman.query import count, coverage, panel, select, selected
from dragoman.store import Store

#: The columns that tell rows apart, and that each copy gets anew.
_IDS = {
    "documents": ("id",), "reports": ("id", "event", "document"), "participants": ("report", "document"),
    "mentions": ("document",), "events": ("id",),
}  # fmt: skip


def multiply(path: Path, times: int) -> None:
    """Adds copies of a store's rows under other ids until it has `times` as many."""
    with duckdb.connect(str(path)) as db:
        for table, columns in _IDS.items():
            new = ", ".join(f"md5(concat({name}, '-', copy))[:16] AS {name}" for name in columns)
            db.execute(
                f"INSERT INTO {table} SELECT t.* REPLACE ({new}) FROM {table} t, "
                f"(SELECT unnest(range(1, {times})) AS copy)"
            )


def measure(name: str, step: Callable[[], object]) -> None:
    """Runs a step and prints its row."""
    before = time.process_time()
    step()
    seconds = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{name:<28}{seconds:8.2f} s {peak:8.0f} MB\n")


def main() -> None:
    """Makes the store and measures."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 450
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.duckdb"
        dragoman.code(sample_folder(), path).close()
        multiply(path, times)
        with Store(path, read_only=True) as store:
            every = select(store, {})
            sys.stdout.write(f"{selected(store, every).num_rows} actual events\n")
            measure("count month,type", lambda: count(store, every, ["month", "type"]))
            measure(
                "count RUS MIL month,pair", lambda: count(store, select(store, {"actor": "RUS MIL"}), ["month", "pair"])
            )
            measure("text", lambda: selected(store, select(store, {"text": "helicopter"})))
            measure("panel month", lambda: panel(store, every, ["month"]))
            measure("coverage month,country", lambda: coverage(store, ["month", "country"]))
            for name in FORMATS:
                measure(name, lambda name=name: export(store, every, Path(folder) / "out", name))  # type: ignore[misc]


if __name__ == "__main__":
    main()
