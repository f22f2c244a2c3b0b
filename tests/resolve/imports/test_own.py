"""Own actors from a CSV: good rows are taken, bad ones told, own ones win in their time."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.resolve.facts import Fact
from dragoman.resolve.imports.run import import_file
from dragoman.resolve.knowledge import Knowledge, knowledge


def fact(known: Knowledge, text: str, day: str = "", people: bool = False) -> Fact:
    (hit,) = known.find(text, day=day, people=people)
    return hit.fact


def test_bad_rows_are_told_by_line_and_reason(imported: Path, told: dict[str, list[str]]) -> None:
    assert told["own.csv"] == [
        "line 1: unknown column 'notes' is passed over",
        "line 5: no name",
        "line 8: unknown country 'KENYA' (ISO alpha-3, IGO, NGO, ...)",
        "line 9: unknown sector 'XYZ'",
        "line 10: '2014-13' is no date (2014, 2014-03 or 2014-03-18)",
        "line 11: it ends (2014) before it begins (2015)",
        "line 12: 10 cells, but 8 columns",
    ]


@pytest.mark.parametrize(
    ("text", "day", "code", "sectors"),
    [
        ("the Reeds of the North", "2012-01-01", "KEN", ("REB",)),
        ("the RFN", "2019-12-31", "KEN", ("REB",)),
        ("the RFN", "2020-01-01", "KEN", ("PTY",)),
        ("the RFN", "", "KEN", ("PTY",)),
    ],
)
def test_an_actor_is_what_it_was_on_the_day(
    known: Knowledge, text: str, day: str, code: str, sectors: tuple[str, ...]
) -> None:
    found = fact(known, text, day)
    assert (found.name, found.code, found.sectors, found.id) == ("Reed Front", code, sectors, "kb-1")


def test_an_own_actor_wins_in_its_time_and_the_tables_keep_the_rest(known: Knowledge) -> None:
    own, theirs = fact(known, "Wagner Group", "2022-05-01"), fact(known, "Wagner Group", "2018-05-01")
    assert (own.code, own.source) == ("MLI", "own actors (own.csv)")
    assert (theirs.code, theirs.source) == ("RUS", "groups.tsv")
    assert fact(known, "Kenya").source == "states.tsv"
    assert fact(knowledge(), "Wagner Group", "2022-05-01").code == "RUS"


def test_names_over_several_lines_and_capitals(known: Knowledge) -> None:
    assert fact(known, "the Society of Potters").code == "IGO"
    assert known.find("The rfn of it") == []


def test_the_import_of_last_wins(tmp_path: Path) -> None:
    for name, country in (("b.csv", "MLI"), ("a.csv", "NER")):
        (tmp_path / name).write_text(f"name,country\nTwin Palms,{country}\n")
        import_file(tmp_path / name, tmp_path / "into")
    assert fact(knowledge().with_imports(tmp_path / "into"), "Twin Palms").code == "NER"


def test_semicolons_marks_of_order_and_people(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("\ufeffName;Country;kind\nGrünwald Öder;AUT;person\n", encoding="utf8")
    import_file(tmp_path / "a.csv", tmp_path / "into")
    known = knowledge().with_imports(tmp_path / "into")
    assert fact(known, "Grünwald Öder", people=True).kind == "person"
    assert known.find("Grünwald Öder") == []


def test_a_line_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("name,country\nÖder Bund,AUT\nAlder Bund,AUT\n".encode("cp1252"))
    told: list[str] = []
    assert import_file(tmp_path / "a.csv", tmp_path / "into", told.append).count == 1
    assert told == ["line 2: no UTF-8"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.csv", "actor,country\nx,KEN\n", "no column 'name'"),
        ("a.csv", "name,country\n,KEN\n", "holds nothing to import"),
        ("a.csv", "", "no column 'name'"),
        ("a.xlsx", "PK", "does not import"),
        ("a.json", "nothing", "holds nothing to import"),
        ("a.zip", "PK", "can't be read"),
    ],
)
def test_a_file_that_gives_nothing_leaves_what_was_there(tmp_path: Path, name: str, text: str, words: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=words):
        import_file(tmp_path / name, tmp_path / "into")
    assert list((tmp_path / "into").glob("*")) == []


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        import_file(tmp_path / "none.csv", tmp_path)
