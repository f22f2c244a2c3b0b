"""The command line as a user meets it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import dragoman
from dragoman.cli import main
from tests.conftest import ATTACK, SANCTIONS
from tests.store.articles import article


def run(*arguments: object, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=given)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(f"{ATTACK} {SANCTIONS}")
    return path


def test_code_prints_the_events_and_where_they_are(page: Path, tmp_path: Path) -> None:
    result = run("code", page, "-o", tmp_path / "a.duckdb", "--date", "2023-03-15")
    assert result.exit_code == 0, result.output
    assert "ASSAULT" in result.stdout
    assert "SANCTION" in result.stdout
    assert "2023-03-13" in result.stdout
    assert "1 pages read: 1 kept, 0 set aside" in result.stderr
    assert f"Written to {tmp_path / 'a.duckdb'}" in result.stderr
    assert "Next: dragoman show" in result.stderr


@pytest.mark.parametrize("name", ["a.csv", "a.parquet", "a.jsonl"])
def test_code_writes_the_format_of_the_ending_and_nothing_else(page: Path, tmp_path: Path, name: str) -> None:
    result = run("code", page, "-o", tmp_path / name)
    assert result.exit_code == 0, result.output
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([name, "page.txt"])


def test_a_result_file_that_exists_is_written_over_only_by_force(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    out.write_text("mine")
    refused = run("code", page, "-o", out)
    assert refused.exit_code == 1
    assert "--force" in refused.stderr
    assert out.read_text() == "mine"
    assert run("code", page, "-o", out, "--force").exit_code == 0
    assert "ASSAULT" in set(pd.read_csv(out).type)


def test_standard_input_is_a_page(tmp_path: Path) -> None:
    result = run("code", "-", "-o", tmp_path / "a.duckdb", given=ATTACK)
    assert result.exit_code == 0, result.output
    assert "ASSAULT" in result.stdout


def test_standard_input_may_be_json_lines(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": text}) for text in (ATTACK, SANCTIONS))
    result = run("code", "-", "-o", tmp_path / "a.duckdb", given=lines)
    assert result.exit_code == 0, result.output
    assert "2 pages read: 2 kept" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["none.txt"], 3, "does not exist"),
        (["-o", "a.xlsx"], 2, "Use .duckdb"),
        (["-o", "none/a.csv"], 1, "mkdir -p none"),
        (["--date", "30.1.2023"], 2, "give it as 2023-01-30"),
        (["--threshold", "7"], 2, "0<=x<=1"),
        (["--model", "."], 1, "lacks model.json"),
        ([], 2, "Missing argument"),
    ],
)
def test_wrong_use_says_what_to_do(
    arguments: list[str], code: int, words: str, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(page.parent)
    result = run("code", *([page.name] if arguments else []), *arguments)
    assert result.exit_code == code, result.output
    assert words in result.stderr


def test_bad_pages_are_counted_by_reason_and_the_good_one_is_coded(page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "french.txt").write_text("Le président français a rencontré mardi le chancelier allemand à Paris.")
    (tmp_path / "copy.txt").write_text(page.read_text().upper())
    result = run("code", tmp_path, "-o", tmp_path / "a.duckdb")
    assert result.exit_code == 0, result.output
    assert "4 pages read: 1 kept, 3 set aside (1 empty, 1 identical, 1 other_language)" in result.stderr


def test_show_marks_the_words_of_an_event(page: Path, tmp_path: Path) -> None:
    store = tmp_path / "a.duckdb"
    run("code", page, "-o", store, "--date", "2023-03-15")
    events = dragoman.open(store)
    attack = next(row for row in events.arrow().to_pylist() if row["type"] == "ASSAULT")
    events.close()
    result = run("show", attack["id"][:10], "--store", store)
    assert result.exit_code == 0, result.output
    for words in ("[actor: Gunmen]", "[trigger: attacked]", "Monday]", "[size: 14]", "2023-03-13",
                  "date 2023-03-13: weekday on or before publication, confidence"):  # fmt: skip
        assert words in result.stdout
    assert "[speaker: the government] said" in result.stdout
    assert "said by the government" in result.stdout


def test_eval_of_speakers_scores_the_half_that_was_asked_for(tmp_path: Path) -> None:
    labelled = "% wire t001-00\n= [A1|Miners] strike, [A2|union] says\n@ A1 ZMB LAB; A2 ZMB LAB\n"
    (tmp_path / "speakers.txt").write_text(f"{labelled}~ A2; Miners strike; reported\n\n% wire t002-00\n= It rained\n")
    result = run("eval", tmp_path / "speakers.txt", "--half", "odd", "--errors")
    assert result.exit_code == 0, result.output
    assert "odd half: 1 articles" in result.stdout
    assert "speakers, labelled mentions      1.000   1.000   1.000" in result.stdout


def test_show_colours_the_words_on_a_terminal(sample_store: Path) -> None:
    from rich.console import Console

    from dragoman.show import find_event, render
    from dragoman.store import Store

    console = Console(force_terminal=True, width=200, record=True, file=io.StringIO())
    with Store(sample_store, read_only=True) as store:
        event = store.sql("SELECT id FROM events WHERE len(actors) > 0 ORDER BY id")["id"][0].as_py()
        for line in render(store, find_event(store, event), plain=False):
            console.print(line)
    assert "[actor:" not in console.export_text(clear=False)
    assert "\x1b[1;36m" in console.export_text(styles=True)


@pytest.mark.parametrize(("name", "words"), [("zzzz", "No event or report"), ("", "An id is needed")])
def test_show_of_an_unknown_id_says_so(sample_store: Path, name: str, words: str) -> None:
    result = run("show", name, "--store", sample_store)
    assert result.exit_code == 1
    assert words in result.stderr


def test_show_without_a_store_names_the_command_that_makes_one(tmp_path: Path) -> None:
    result = run("show", "a", "--store", tmp_path / "none.duckdb")
    assert result.exit_code == 1
    assert "dragoman code" in result.stderr


def test_doctor_finds_everything(sample_store: Path) -> None:
    result = run("doctor", "--store", sample_store)
    assert result.exit_code == 0, result.output
    assert "codes a test sentence as SANCTION" in result.stdout
    assert "30 documents" in result.stdout


def test_every_command_has_help_with_an_example() -> None:
    for name, command in main.commands.items():
        result = run(name, "--help")
        assert result.exit_code == 0
        assert "Example: dragoman" in result.output, name
        assert command.help


def test_help_is_quick_to_import() -> None:
    heavy = "onnxruntime", "duckdb", "pyarrow", "trafilatura", "pandas", "torch"
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, dragoman.cli; print(*sorted(sys.modules))"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert not set(heavy) & set(loaded)


def test_code_writes_a_folder_of_tables_that_show_reads(page: Path, tmp_path: Path) -> None:
    result = run("code", page, "-o", tmp_path / "tables", "--date", "2023-03-15")
    assert result.exit_code == 0, result.output
    assert sorted(p.name for p in tmp_path.iterdir()) == ["page.txt", "tables"]
    ids = pd.read_parquet(tmp_path / "tables" / "events.parquet")["id"]
    assert run("show", ids[0], "--store", tmp_path / "tables").exit_code == 0
    assert run("code", page, "-o", tmp_path / "tables").exit_code == 1
    assert run("code", page, "-o", tmp_path / "tables", "--force").exit_code == 0


def test_delete_and_link_say_what_is_left(page: Path, tmp_path: Path) -> None:
    store = tmp_path / "a.duckdb"
    run("code", page, "-o", store, "--date", "2023-03-15")
    events = dragoman.open(store)
    document, event = events.arrow("documents")["id"][0].as_py(), events.arrow()["id"][0].as_py()
    events.close()
    assert "2 reports linked to 2 events" in run("link", store).stderr
    unknown = run("delete", store, "nowhere")
    assert (unknown.exit_code, "no document 'nowhere'" in unknown.stderr) == (1, True)
    assert "1 documents deleted; 0 events left" in run("delete", store, document).stderr
    assert "is no more" in run("show", event, "--store", store).stderr


def test_show_tells_conflicting_tolls_with_how_many_reports_give_each(tmp_path: Path) -> None:
    from dragoman.store import Store

    path = tmp_path / "a.duckdb"
    with Store(path) as store:
        tolls = (11, 11, 14)
        store.write([article(str(n), words=f"n{n}", killed=toll) for n, toll in enumerate(tolls)], {}, "test")
        store.link()
    result = run("show", "r0", "--store", path)
    assert "killed        11 (2 reports), 14 (1 report)" in result.stdout
    assert "reports       3 in 3 pages, 3 of them independent" in result.stdout
