"""`dragoman query`, `export` and `audit` as a user meets them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_query_lists_events(sample_store: Path) -> None:
    result = run("query", sample_store, "--actor", "COL", "--actor", "Yemen", "--type", "RETREAT")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("id ")
    assert "RETREAT" in result.stdout


def test_query_counts_to_the_screen_and_to_files(sample_store: Path, tmp_path: Path) -> None:
    shown = run("query", sample_store, "--by", "year,quad", "--denominators")
    assert shown.stdout.split()[:2] == ["year", "quad"]
    assert "coverage_documents" in shown.stdout
    readers = {".csv": pd.read_csv, ".parquet": pd.read_parquet, ".jsonl": lambda p: pd.read_json(p, lines=True)}
    totals = set()
    for ending, read in readers.items():
        path = tmp_path / f"counts{ending}"
        result = run("query", sample_store, "--by", "year,quad", "-o", path)
        assert result.exit_code == 0, result.output
        assert f"rows written to {path}" in result.stderr
        totals.add(int(read(path)["events"].sum()))  # type: ignore[operator]
    assert len(totals) == 1
    assert totals.pop() > 100


def test_panels_coverage_and_sql(sample_store: Path) -> None:
    panel = run("query", sample_store, "--panel", "--by", "quarter", "--party", "COL", "--since", "2023")
    assert {"COL", "0"} <= set(panel.stdout.split())
    assert "Harbour" in run("query", sample_store, "--coverage", "--by", "publisher").stdout
    assert run("query", sample_store, "--sql", "SELECT count(*) AS n FROM documents").stdout.split() == ["n", "30"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--type", "ASAULT"], 1, "Nearest: ASSAULT"),
        (["--actor", "Colmbia"], 1, "Nearest: Colombia"),
        (["--by", "monht"], 1, "Nearest: month"),
        (["--panel"], 1, "--by month,quad"),
        (["--sql", "SELECT 1", "--type", "AID"], 2, "--sql stands alone"),
        (["--coverage", "--type", "AID"], 2, "filters of events do not apply"),
        (["--sql", "SELECT * FROM evnts"], 1, "evnts"),
        (["-o", "none/a.csv"], 1, "mkdir -p none"),
        (["-o", "a.xlsx"], 1, ".parquet"),
        (["--typ", "AID"], 2, "--type"),
    ],
)
def test_wrong_questions_are_told(sample_store: Path, arguments: list[str], code: int, words: str) -> None:
    result = run("query", sample_store, *arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert not Path("a.xlsx").exists()


def test_export_writes_file_and_dictionary_once(sample_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "events.tsv"
    result = run("export", sample_store, "--format", "polecat", "-o", path, "--type", "ASSAULT", "--dyads")
    assert result.exit_code == 0, result.output
    assert sorted(file.name for file in tmp_path.iterdir()) == ["events.tsv", "events.tsv.dictionary.md"]
    assert set(pd.read_csv(path, sep="\t")["Event Type"]) == {"ASSAULT"}
    again = run("export", sample_store, "--format", "polecat", "-o", path)
    assert (again.exit_code, "--force" in again.stderr) == (1, True)
    assert run("export", sample_store, "--format", "polecat", "-o", path, "--force").exit_code == 0


def test_export_takes_the_format_of_the_ending_or_asks(sample_store: Path, tmp_path: Path) -> None:
    assert run("export", sample_store, "-o", tmp_path / "a.geojson").exit_code == 0
    assert (tmp_path / "a.geojson").read_text().startswith('{"type": "FeatureCollection"')
    for arguments, words in ((["-o", "a.txt"], "--format csv|"), (["--format", "polcat", "-o", "a.txt"], "polecat")):
        result = run("export", sample_store, *arguments)
        assert (result.exit_code, words in result.stderr) == (1, True)
    assert "icews" in run("export", "--formats").stdout


def test_audit_draws_and_scores(sample_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "audit.csv"
    result = run("audit", sample_store, "-n", 20, "--seed", 1, "-o", path)
    assert result.exit_code == 0, result.output
    assert f"Then: dragoman audit --score {path}" in result.stderr
    frame = pd.read_csv(path)
    frame["event_right"] = ["y"] * 15 + ["n"] * 5
    frame.to_csv(path, index=False)
    scored = run("audit", "--score", path)
    assert scored.exit_code == 0, scored.output
    assert scored.stdout.splitlines()[1].split() == ["event", "0.750", "0.531", "-", "0.888", "15", "20"]
    assert "-o audit.csv" in run("audit", sample_store).stderr
