"""A dump in Wikidata's format: who is taken, as what, for which time."""

from __future__ import annotations

import bz2
import gzip
import itertools
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.ontology import NON_STATES, SECTORS
from dragoman.resolve.facts import rows
from dragoman.resolve.imports.actor_index import ActorWriter
from dragoman.resolve.imports.index import imports_digest, imports_in, new_index
from dragoman.resolve.imports.run import import_file
from dragoman.resolve.imports.wikidata import read_wikidata
from dragoman.resolve.imports.wikidata_tables import classes, sectors_of_office, states
from dragoman.resolve.knowledge import Knowledge, knowledge
from tests.resolve.imports.conftest import FILES


def told_of(known: Knowledge, name: str, day: str = "2017-01-01") -> tuple[str, str, tuple[str, ...], str] | None:
    hits = known.find(name, day=day, people=True)
    return (hits[0].fact.id, hits[0].fact.code, hits[0].fact.sectors, hits[0].fact.office) if hits else None


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Amara Tesfaye-Lind", "2017-01-01", ("Q999000101", "ETH", ("GOV",), "Minister of Canals of Ethiopia")),
        ("Amara Lind", "2022-01-01", ("Q999000101", "ETH", ("GOV",), "Governor of Upper Omo")),
        ("Jonas Vestergren", "", ("Q999000103", "SWE", ("JRN",), "")),
        ("Vera Halloran", "2015-01-01", ("Q999000106", "IGO", (), "Secretary General of the Lakes League")),
        ("Blue Reed Party", "2005-01-01", ("Q999000300", "KEN", ("PTY",), "")),
        ("Kelimbo", "2012-01-01", ("Q999000301", "NGA", ("REB",), "")),
        ("the Lakes League", "", ("Q999000302", "IGO", (), "")),
        ("Directorate of Saltpans", "", ("Q999000303", "GHA", ("GOV",), "")),
    ],
)
def test_who_is_taken_and_as_what(known: Knowledge, name: str, day: str, expected: tuple[object, ...]) -> None:
    assert told_of(known, name, day) == expected


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Pelle Kickholm", "a footballer"),
        ("Ibrahim Doss", "two people have the name"),
        ("Amara", "one word"),
        ("BRP", "an abbreviation"),
        ("Two Rivers Trust", "the dump names its class otherwise than the table"),
        ("Guild of Two Lands", "of two countries"),
    ],
)
def test_who_is_left_out(known: Knowledge, name: str, why: str) -> None:
    assert told_of(known, name) is None, why


def test_broken_lines_and_other_classes_are_told(imported: Path, told: dict[str, list[str]]) -> None:
    assert told["dump.json"] == [
        "line 5: no entity in Wikidata's JSON",
        "Q163740 is 'saltwater aquarium', not 'nonprofit organization': the class is passed over",
    ]


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress)])
def test_a_packed_dump_gives_the_same(tmp_path: Path, imported: Path, ending: str, pack: object) -> None:
    data = (FILES / "dump.json").read_bytes()
    path = tmp_path / f"dump.json{ending}"
    path.write_bytes(pack(data))  # type: ignore[operator]
    plain = next(one for one in imports_in(imported) if one.name == "dump.json")
    assert import_file(path, tmp_path / "into").digest == plain.digest


def test_of_a_dump_that_breaks_off_the_rest_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "dump.json.gz"
    path.write_bytes(gzip.compress((FILES / "dump.json").read_bytes())[:-900])
    told: list[str] = []
    import_file(path, tmp_path / "into", told.append)
    assert any("breaks off after line" in problem for problem in told)
    assert told_of(knowledge().with_imports(tmp_path / "into"), "Jonas Vestergren")


def test_a_long_dump_takes_no_more_memory(tmp_path: Path) -> None:
    lines = (FILES / "dump.json").read_bytes().splitlines()
    person = json.loads(lines[1].rstrip(b","))

    def dump(count: int) -> Iterator[bytes]:
        for number in range(count):
            person["id"], person["labels"]["en"]["value"] = f"Q{number}", f"Amara Lind{number:06}"
            yield json.dumps(person).encode()
        yield from lines[6:]

    peaks = []
    for count in (50, 600):
        with new_index(tmp_path, f"{count}") as db:
            tracemalloc.start()
            writer = ActorWriter(db)
            read_wikidata(dump(count), writer, lambda _: None)
            assert writer.finish()[0] >= count
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5


def test_the_tables_hold_only_what_exists() -> None:
    codes = {row["code"] for row in rows("states.tsv")} | set(NON_STATES)
    assert set(states().values()) <= codes
    assert {row["code"] for row in rows("states.tsv")} <= set(states().values())
    for one in classes().values():
        assert set(one.sectors) <= set(SECTORS), one
        assert one.code in {*codes, ""}, one
    assert all(left != right for left, right in itertools.pairwise(sorted(states())))


@pytest.mark.parametrize(
    ("office", "sectors"),
    [
        ("President of the United States", ("GOV",)),
        ("Minister of Justice of Chad", ("GOV",)),
        ("Member of Parliament of Canada", ("LEG",)),
        ("President of the Supreme Court of Norway", ("JUD",)),
        ("Leader of the Opposition", ("OPP",)),
        ("Secretary General of the Lakes League", ()),
    ],
)
def test_sectors_of_offices(office: str, sectors: tuple[str, ...]) -> None:
    assert sectors_of_office(office) == sectors


def test_imports_are_told_apart_by_what_they_hold(tmp_path: Path, imported: Path) -> None:
    assert imports_digest([]) == ""
    again = [import_file(FILES / name, tmp_path) for name in ("own.csv", "ET.txt", "dump.json")]
    assert imports_digest(sorted(again, key=lambda one: one.name)) == imports_digest(
        sorted(imports_in(imported), key=lambda one: one.name)
    )
    (tmp_path / "own.csv").write_text("name,country\nTwin Palms,NER\n")
    other = import_file(tmp_path / "own.csv", tmp_path)
    assert other.digest not in {one.digest for one in again}
