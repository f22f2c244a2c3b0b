"""`dragoman vet`, `dragoman pages` and `dragoman show PAGE`."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from dragoman.api import sample_folder
from dragoman.show_page import differences, sentence_pairs
from tests.cli.test_cli import run
from tests.vet.texts import DAM, spun, text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "news"
    path.mkdir()
    (path / "a.txt").write_text(text(*DAM))
    (path / "b.txt").write_text(spun(text(*DAM[:8])))
    (path / "c.txt").write_text("")
    return path


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".jsonl"])
def test_vet_writes_what_became_of_each_page(folder: Path, ending: str) -> None:
    out = folder.parent / f"vetted{ending}"
    result = run("vet", folder, "-o", out)
    assert result.exit_code == 0, result.output
    read = {".csv": pd.read_csv, ".parquet": pd.read_parquet, ".jsonl": lambda p: pd.read_json(p, lines=True)}[ending]
    frame = read(out)  # type: ignore[operator]
    assert list(frame.columns) == ["page", "verdict", "original", "kind", "similarity", "evidence", "spun"]
    assert frame.verdict.tolist() == ["kept", "spun", "empty"]
    assert frame.original[1] == frame.page[0]
    assert "sentences aligned" in frame.evidence[1]
    assert run("vet", folder, "-o", out).exit_code == 1


def test_vet_prints_its_table_and_tells_of_pages_that_can_not_be_read(folder: Path) -> None:
    result = run("vet", folder, folder / "none.txt")
    assert result.exit_code == 3
    for words in ("page", "spun", "not_found"):
        assert words in result.stdout
    assert run("vet", folder, "-o", "a.duckdb").exit_code == 2


def test_pages_lists_those_set_aside_with_reason_and_evidence(sample_store: Path, tmp_path: Path) -> None:
    out = tmp_path / "aside.jsonl"
    assert run("pages", sample_store, "--set-aside", "-o", out).exit_code == 0
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert {row["verdict"] for row in rows} == {"spun", "syndicated"}
    assert all(row["detail"] and row["evidence"] for row in rows)
    everything = run("pages", sample_store)
    assert everything.stdout.count("kept") == len(list(sample_folder().iterdir())) - len(rows)


def test_show_puts_a_copy_beside_its_original(sample_store: Path) -> None:
    page = sample_folder() / "27-ontario-freeway-blockade.txt"
    result = run("show", page, "--store", sample_store)
    assert result.exit_code == 0, result.output
    for words in ("spun of", "24-ontario-highway-blockade.txt", "[-protesters", "{+demonstrators"):
        assert words in result.stdout


def test_show_of_a_page_that_is_kept_lists_its_events(sample_store: Path) -> None:
    result = run("show", sample_folder() / "05-dhaka-garments.txt", "--store", sample_store)
    assert "verdict    kept" in result.stdout
    assert "PROTEST" in result.stdout


def test_sentences_that_one_side_lacks_stand_alone() -> None:
    rows = sentence_pairs(text(*DAM[:4]), text(DAM[0], DAM[2], "The weather was fine in Gorsk."))
    assert rows == [
        (DAM[0], DAM[0]),
        (DAM[1], ""),
        (DAM[2], DAM[2]),
        ("", "The weather was fine in Gorsk."),
        (DAM[3], ""),
    ]


def test_differences_are_runs_of_words() -> None:
    assert differences("the army left town", "the army quit") == [
        (False, "the army", "the army"),
        (True, "left town", "quit"),
    ]
