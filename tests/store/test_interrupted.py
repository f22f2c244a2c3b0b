"""Runs that end before their end: killed, interrupted, out of space, or beside another run."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.store.test_store import tables

HOLD = """import sys, time, duckdb
held = duckdb.connect(sys.argv[1])
print("open", flush=True)
time.sleep(60)"""
COMMAND = [sys.executable, "-m", "dragoman"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """400 different pages."""
    path = tmp_path_factory.mktemp("pages") / "pages.jsonl"
    rng = random.Random(5)
    places = ["Mali", "Kenya", "Peru", "Nepal", "Chad", "Sudan", "Iraq", "Chile"]
    deeds = ["attacked soldiers in", "expelled two diplomats of", "sent food aid to", "signed an agreement with"]
    rows = []
    for number in range(400):
        one, two = rng.sample(places, 2)
        text = f"{one} {rng.choice(deeds)} {two} on Monday, officials said in statement {number}. It was day {number}."
        rows.append(json.dumps({"id": str(number), "text": text, "date": "2020-03-04"}))
    path.write_text("\n".join(rows))
    return path


@pytest.fixture(scope="module")
def undisturbed(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    path = tmp_path_factory.mktemp("whole") / "whole.duckdb"
    done = subprocess.run([*COMMAND, "code", str(pages), "-o", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return tables(path)


def documents(path: Path) -> int:
    """How many documents a store that another process writes to holds; 0 while it can't be opened."""
    try:
        with duckdb.connect(str(path), read_only=True) as db:
            return int(db.execute("SELECT count(*) FROM documents").fetchall()[0][0])
    except duckdb.Error:
        return 0


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_run_goes_on_to_the_same_tables(
    pages: Path, undisturbed: dict[str, list[object]], tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "a.duckdb"
    run = subprocess.Popen(
        [*COMMAND, "code", str(pages), "-o", str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(random.Random(seed).uniform(0.5, 4))
    run.kill()
    run.wait()
    again = subprocess.run([*COMMAND, "code", str(pages), "-o", str(path)], capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    assert tables(path) == undisturbed


def test_ctrl_c_keeps_what_was_coded_and_says_how_to_go_on(
    pages: Path, undisturbed: dict[str, list[object]], tmp_path: Path
) -> None:
    path = tmp_path / "a.duckdb"
    lines = pages.read_text().splitlines(keepends=True)
    run = subprocess.Popen(
        [*COMMAND, "code", "-", "-o", str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert run.stdin is not None
    assert run.stderr is not None
    with run.stdin, run.stderr:
        # 24 whole batches of 16; the pipe stays open, so that the run waits for more when the interrupt comes.
        run.stdin.writelines(lines[:390])
        run.stdin.flush()
        _wait_until_quiet(path)
        run.send_signal(signal.SIGINT)
        talk = run.stderr.read()
    assert run.wait() == 130, talk
    assert "the same command goes on from there" in talk
    assert documents(path) == 384
    again = code(pages, path)
    assert again.returncode == 0, again.stderr
    assert "384 already coded" in again.stderr
    found = tables(path)
    # Pages from standard input have another address than pages from a file; all else is the same.
    assert {name: found[name] for name in found if name != "documents"} == {
        name: undisturbed[name] for name in found if name != "documents"
    }


def _wait_until_quiet(path: Path) -> None:
    """Until the store has been written to and then not for a second."""
    size, since = 0, time.monotonic()
    while size < 200_000 or time.monotonic() - since < 1:
        now = sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
        if now != size:
            size, since = now, time.monotonic()
        time.sleep(0.05)


def test_a_second_run_on_the_same_store_says_that_it_is_in_use(pages: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "open"
        second = code(pages, path)
        holder.kill()
    assert second.returncode == 1
    assert "is in use by another run" in second.stderr


def code(pages: Path, output: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "code", str(pages), "-o", str(output)], capture_output=True, text=True, check=False
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk is not allowed here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=False)


@pytest.mark.parametrize("name", ["a.duckdb", "a.csv"])
def test_a_full_disk_is_a_clear_error_and_leaves_no_half_file(pages: Path, small_disk: Path, name: str) -> None:
    (small_disk / "filler").write_bytes(b"x" * 1_800_000)
    done = code(pages, small_disk / name)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "space" in done.stderr
    assert not (small_disk / "a.csv").exists()


def test_after_a_full_disk_the_same_command_goes_on(
    pages: Path, undisturbed: dict[str, list[object]], small_disk: Path, tmp_path: Path
) -> None:
    (small_disk / "filler").write_bytes(b"x" * 1_800_000)
    assert code(pages, small_disk / "a.duckdb").returncode == 1
    kept = tmp_path / "a.duckdb"
    for file in small_disk.glob("a.duckdb*"):
        shutil.copy(file, tmp_path / file.name)
    assert code(pages, kept).returncode == 0
    assert tables(kept) == undisturbed
