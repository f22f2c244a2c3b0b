"""Kills a run 50 times at random moments and compares the tables with those of an undisturbed run.

    python benchmarks/interrupted.py          # 50 kills, about ten minutes
    python benchmarks/interrupted.py 5 2      # another number of kills, another seed

Each run is killed once (SIGKILL) between its first write and its end, and the same command is given again. A store
that can't be opened, or tables that differ, end the benchmark with exit code 1.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from dragoman.store import Store

PAGES = 96
#: Bytes of the write-ahead log that the empty tables do not reach.
FIRST = 12_000
TABLES = ("documents", "copies", "mentions", "reports", "participants", "statements", "events", "linking")
PLACES = ("Mali", "Kenya", "Peru", "Nepal", "Chad", "Sudan", "Iraq", "Chile")
DEEDS = ("attacked soldiers in", "expelled two diplomats of", "sent food aid to", "signed an agreement with")


def main() -> int:
    """Prints one line a kill; gives the exit code."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = write_pages(folder / "pages.jsonl", rng)
        process = start(pages, folder / "whole.duckdb")
        wait_for_a_write(folder / "whole.duckdb")
        started = time.monotonic()
        process.wait()
        rest, wanted = time.monotonic() - started, tables(folder / "whole.duckdb")
        wrong = 0
        for number in range(1, kills + 1):
            after = rng.uniform(0, rest)
            path = folder / f"{number}.duckdb"
            known = kill(pages, path, after)
            subprocess.run(command(pages, path), check=True, capture_output=True)
            other = difference(tables(path), wanted)
            wrong += bool(other)
            sys.stdout.write(f"{number:3d}  killed {after:5.2f} s after its first write  {known:4d} pages kept  "
                             f"{other or 'the same tables'}\n")  # fmt: skip
            sys.stdout.flush()
            path.unlink()
    sys.stdout.write(f"{kills - wrong} of {kills} ended in the same tables\n")
    return 1 if wrong else 0


def write_pages(path: Path, rng: random.Random) -> Path:
    """Different pages, some of one text."""
    rows = []
    for number in range(PAGES):
        one, two = rng.sample(PLACES, 2)
        text = f"{one} {rng.choice(DEEDS)} {two} on Monday, officials said in statement {number // 2 * 2}."
        rows.append(json.dumps({"id": str(number), "text": text, "date": f"2020-03-0{rng.randint(3, 7)}"}))
    path.write_text("\n".join(rows))
    return path


def start(pages: Path, path: Path) -> subprocess.Popen[bytes]:
    """Begins a run."""
    return subprocess.Popen(command(pages, path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_for_a_write(path: Path) -> None:
    """Until a run, which makes an empty store at once, has written pages to it."""
    log = path.with_name(f"{path.name}.wal")
    while not log.exists() or log.stat().st_size < FIRST:
        time.sleep(0.01)


def kill(pages: Path, path: Path, after: float) -> int:
    """Kills a run some seconds after its first write; gives how many documents the store then holds."""
    process = start(pages, path)
    wait_for_a_write(path)
    time.sleep(after)
    process.kill()
    process.wait()
    with Store(path) as store:
        return int(store.table("documents").num_rows)


def command(pages: Path, path: Path) -> list[str]:
    """The command of a run, as a user gives it."""
    return [sys.executable, "-m", "dragoman", "code", str(pages), "-o", str(path), "--quiet"]


def tables(path: Path) -> dict[str, list[Any]]:
    """All rows of all tables but the ledger, in an order of their own."""
    with Store(path, read_only=True) as store:
        return {name: sorted(store.table(name).to_pylist(), key=str) for name in TABLES}


def difference(found: dict[str, list[Any]], wanted: dict[str, list[Any]]) -> str:
    """The first row that differs, "" if none does."""
    for name in TABLES:
        if len(found[name]) != len(wanted[name]):
            return f"{name} HAS {len(found[name])} ROWS, NOT {len(wanted[name])}"
        for one, two in zip(found[name], wanted[name], strict=True):
            if one != two:
                return f"{name} DIFFERS: " + ", ".join(
                    f"{k} {one[k]!r}, not {two[k]!r}" for k in one if one[k] != two[k]
                )
    return ""


if __name__ == "__main__":
    sys.exit(main())
