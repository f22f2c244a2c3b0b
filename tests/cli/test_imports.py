"""Importing, listing and removing on the command line, and what it does to coding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import dragoman
from dragoman.cli import main
from dragoman.errors import InputError
from dragoman.resolve.imports.index import default_folder

PAGE = (
    "The Reed Front attacked an army barracks in Kenya on Monday, killing 14 soldiers. The group said it would go on."
)
ACTORS = "name,aliases,country,sector,from,to,identifier\nReed Front,Reeds,UGA,REB,2011,2019,kb-1\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def assault_countries(events: dragoman.EventTable) -> list[list[str]]:
    found: list[list[str]] = events.sql("SELECT actor_countries FROM events WHERE type = 'ASSAULT'")[0].to_pylist()
    return found


@pytest.fixture
def actors(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(ACTORS + "Nobody,,ZZZ,REB,,,\n")
    return path


@pytest.fixture
def folder(actors: Path, tmp_path: Path) -> Path:
    result = run("knowledge", "import", actors, "--into", tmp_path / "into")
    assert result.exit_code == 0, result.output
    return tmp_path / "into"


def test_an_import_is_told_listed_and_removed(actors: Path, tmp_path: Path) -> None:
    into = tmp_path / "into"
    made = run("knowledge", "import", actors, "--into", into)
    assert f"{actors}: line 3: unknown country 'ZZZ'" in made.stderr
    assert f"{actors}: 1 own actors imported into {into}" in made.stderr
    listed = run("knowledge", "list", "--knowledge", into)
    assert listed.stdout.splitlines()[1].split()[:4] == ["mine.csv", "own", "actors", "1"]
    refused = run("knowledge", "remove", "yours.csv", "--knowledge", into)
    assert refused.exit_code == 1
    assert "Imports: mine.csv" in refused.stderr
    assert run("knowledge", "remove", "mine.csv", "--knowledge", into).exit_code == 0
    assert "Nothing has been imported" in run("knowledge", "list", "--knowledge", into).stderr


def test_a_file_that_can_not_be_imported(tmp_path: Path) -> None:
    result = run("knowledge", "import", tmp_path / "none.csv", "--into", tmp_path)
    assert result.exit_code == 1
    assert "can't be read" in result.stderr


def test_code_uses_imports_and_the_ledger_notes_them(folder: Path, tmp_path: Path) -> None:
    page, out = tmp_path / "page.txt", tmp_path / "a.duckdb"
    page.write_text(PAGE)
    arguments = ("code", page, "-o", out, "--date", "2015-03-04")
    assert run(*arguments).exit_code == 0
    result = run(*arguments, "--knowledge", folder)
    assert "1 pages read: 1 kept" in result.stderr, "other imports code a page anew"
    assert "1 already coded" in run(*arguments, "--knowledge", folder).stderr
    events = dragoman.open(out)
    assert assault_countries(events) == [["UGA"]]
    actor_ids = events.sql("SELECT actor_id FROM mentions WHERE actor = 'Reed Front' ORDER BY start").to_pylist()
    assert [row["actor_id"] for row in actor_ids][:2] == ["kb-1", "kb-1"], "what goes back to a name has its id"
    (row,) = events.sql("SELECT * FROM actors WHERE id = 'kb-1'").to_pylist()
    assert row == {
        "id": "kb-1", "name": "Reed Front", "country": "UGA", "sectors": ["REB"], "kind": "organisation",
        "aliases": ["Reeds"], "office": None, "from": "2011", "to": "2019", "source": "own actors (mine.csv)",
    }  # fmt: skip
    without, with_imports, again = (json.loads(text) for text in events.arrow("runs")["settings"].to_pylist())
    assert without["imports"] == ""
    assert with_imports["imports"] == again["imports"]
    assert with_imports["imports"].startswith("mine.csv (own actors, 1, ")
    events.close()


def test_the_default_folder_is_used_and_doctor_tells_it(
    actors: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert run("knowledge", "import", actors).exit_code == 0
    assert default_folder().parent.parent == tmp_path / "data"
    assert f"mine.csv (1 own actors) in {default_folder()}" in run("doctor").stdout
    assert assault_countries(dragoman.code(PAGE, date="2015-03-04")) == [["UGA"]]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert run("code", tmp_path, "--knowledge", tmp_path / "none").exit_code == 2
    with pytest.raises(InputError, match="There is no folder"):
        dragoman.code(PAGE, knowledge=tmp_path / "none")


def test_an_index_that_is_broken_is_told(folder: Path, tmp_path: Path) -> None:
    (folder / "mine.csv.index").write_bytes(b"no database")
    (tmp_path / "page.txt").write_text(PAGE)
    result = run("code", tmp_path / "page.txt", "-o", tmp_path / "a.duckdb", "--knowledge", folder)
    assert result.exit_code == 1
    assert "Import the file again" in result.stderr
