"""Each format against the schema that its readers know: names, order and what stands for missing."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

import dragoman
from dragoman.export import FORMATS, export
from dragoman.query import select
from dragoman.store import Store
from dragoman.store.schema import TABLES
from tests.conftest import ROOT
from tests.made import ARMY, UKRAINE, Page, Who, store_of

SCHEMAS = {path.stem: path.read_text().split("\n")[:-1] for path in (ROOT / "tests/export/schemas").iterdir()}


def written(store: Store, folder: Path, format: str, dyads: bool = False, **filters: Any) -> Path:
    path = folder / f"events.{format}"
    export(store, select(store, filters), path, format, dyads)
    return path


def tabs(path: Path) -> list[list[str]]:
    """The cells of a file as a program splits them that knows of no quotes."""
    return [line.split("\t") for line in path.read_text("utf8").removesuffix("\n").split("\n")]


@pytest.fixture
def sample(sample_store: Path) -> Store:
    return Store(sample_store, read_only=True)


@pytest.mark.parametrize(("format", "width"), [("polecat", 40), ("icews", 20), ("gdelt", 61), ("gdelt-mentions", 16)])
@pytest.mark.parametrize("dyads", [False, True])
def test_tab_files_have_their_columns(sample: Store, tmp_path: Path, format: str, width: int, dyads: bool) -> None:
    names = SCHEMAS[format]
    assert len(names) == width
    assert [name for name, _ in FORMATS[format].columns] == names
    rows = tabs(written(sample, tmp_path, format, dyads))
    assert {len(row) for row in rows} == {len(names)}
    assert (rows[0] == names) == (not format.startswith("gdelt"))
    cells = {cell for row in rows for cell in row}
    assert ("None" in cells) == (format == "polecat")
    assert ("" in cells) == (format != "polecat")
    assert not any('"' in cell or cell != cell.strip() for cell in cells)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("dyads", [False, True])
def test_the_same_store_gives_the_same_bytes(sample_store: Path, tmp_path: Path, format: str, dyads: bool) -> None:
    found = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        with Store(sample_store, read_only=True) as store:
            path = written(store, tmp_path / name, format, dyads)
        found.append([file.read_bytes() for file in sorted(path.parent.iterdir())])
        assert len(found[-1]) == 2
    assert found[0] == found[1]


@pytest.mark.parametrize("format", FORMATS)
def test_a_dictionary_describes_every_column(sample: Store, tmp_path: Path, format: str) -> None:
    text = written(sample, tmp_path, format, type="ASSAULT").with_name(f"events.{format}.dictionary.md").read_text()
    coded = sample.sql("SELECT count(*) AS n FROM documents WHERE verdict = 'kept'")["n"][0].as_py()
    assert re.search(rf"Cite as: Dragoman event data \(\d{{4}}\)\. Version [0-9a-f]{{8}}: {coded} pages", text)
    assert "selected by: type ASSAULT; status actual" in text
    for place, (name, help) in enumerate(FORMATS[format].columns, 1):
        assert help, name
        assert f"| {place} | {name} |" in text


def test_the_version_of_a_data_set_changes_with_its_pages_and_with_nothing_else(tmp_path: Path) -> None:
    pages = [
        Page("Students marched.", "marched", "PROTEST", (Who("Students"),)),
        Page("Farmers marched.", "marched", "PROTEST", (Who("Farmers"),)),
    ]
    versions = []
    for chosen in (pages, pages[::-1], pages[:1]):
        with store_of(*chosen) as store:
            text = written(store, tmp_path, "csv").with_name("events.csv.dictionary.md").read_text()
        versions.append(re.findall("Version ([0-9a-f]{8})", text)[0])
    assert versions[0] == versions[1] != versions[2]


def test_a_known_event_as_every_format_has_it(tmp_path: Path) -> None:
    page = Page(
        "On Saturday the Russian army shelled Ukraine near Kyiv, killing 14.", "shelled", "ASSAULT", (ARMY,),
        (UKRAINE,), "heavy-weapons", "194", place=("Kyiv", "UKR", "city", "phrase"), killed="14",
    )  # fmt: skip
    with store_of(page) as store:
        identity = store.table("events")["id"][0].as_py()
        document = store.table("documents")["id"][0].as_py()
        files = {name: written(store, tmp_path, name) for name in FORMATS}
    polecat = dict(zip(*tabs(files["polecat"]), strict=True))
    assert {name: value for name, value in polecat.items() if value != "None"} == {
        "Event ID": identity, "Event Date": "2022-03-05", "Event Type": "ASSAULT", "Event Mode": "heavy-weapons",
        "Intensity": "-9.5", "Quad Code": "MATERIAL CONFLICT", "Contexts": "military", "Actor Name": "the Russian army",
        "Actor Country": "RUS", "Actor COW": "365", "Primary Actor Sector": "MIL", "Actor Sectors": "MIL",
        "Actor Name Raw": "the Russian army", "Recipient Name": "Ukraine", "Recipient Country": "UKR",
        "Recipient COW": "369", "Primary Recipient Sector": "GOV", "Recipient Sectors": "GOV",
        "Recipient Name Raw": "Ukraine", "Placename": "Kyiv", "City": "Kyiv", "Country": "UKR", "Latitude": "50",
        "Longitude": "30", "Raw Placename": "Kyiv", "Source": "Harbour Press", "Publication Date": "2022-03-05",
        "Story Locations": "Kyiv", "Language": "en", "Version": polecat["Version"],
    }  # fmt: skip
    assert polecat["Version"].startswith("dragoman 0.1.0, made 1, data ")
    icews = dict(zip(*tabs(files["icews"]), strict=True))
    assert (icews["Source Name"], icews["Source Sectors"], icews["Source Country"]) == (
        "the Russian army", "Military", "Russian Federation",
    )  # fmt: skip
    assert (icews["Event Text"], icews["CAMEO Code"], icews["Intensity"], icews["Sentence Number"], icews["City"]) == (
        "Fight with artillery and tanks", "194", "-10", "2", "Kyiv",
    )  # fmt: skip
    gdelt = dict(zip(SCHEMAS["gdelt"], tabs(files["gdelt"])[0], strict=True))
    assert 0 < int(gdelt["GLOBALEVENTID"]) < 2**63
    assert {name: value for name, value in gdelt.items() if value} == {
        "GLOBALEVENTID": icews["Event ID"], "SQLDATE": "20220305", "MonthYear": "202203", "Year": "2022",
        "FractionDate": "2022.1781", "Actor1Code": "RUSMIL", "Actor1Name": "THE RUSSIAN ARMY",
        "Actor1CountryCode": "RUS", "Actor1Type1Code": "MIL", "Actor2Code": "UKRGOV", "Actor2Name": "UKRAINE",
        "Actor2CountryCode": "UKR", "Actor2Type1Code": "GOV", "IsRootEvent": "1", "EventCode": "194",
        "EventBaseCode": "194", "EventRootCode": "19", "QuadClass": "4", "GoldsteinScale": "-10", "NumMentions": "1",
        "NumSources": "1", "NumArticles": "1", "Actor1Geo_Type": "0", "Actor2Geo_Type": "0", "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Kyiv", "ActionGeo_CountryCode": "UP", "ActionGeo_Lat": "50", "ActionGeo_Long": "30",
        "DATEADDED": "20220305000000", "SOURCEURL": f"https://example.org/{document}",
    }  # fmt: skip
    mention = dict(zip(SCHEMAS["gdelt-mentions"], tabs(files["gdelt-mentions"])[0], strict=True))
    assert {name: value for name, value in mention.items() if value} == {
        "GLOBALEVENTID": gdelt["GLOBALEVENTID"], "EventTimeDate": "20220305000000",
        "MentionTimeDate": "20220305000000", "MentionType": "1", "MentionSourceName": "Harbour Press",
        "MentionIdentifier": f"https://example.org/{document}", "SentenceID": "2", "Actor1CharOffset": "20",
        "Actor2CharOffset": "45", "ActionCharOffset": "37", "InRawText": "1", "Confidence": "90", "MentionDocLen": "75",
    }  # fmt: skip
    plover = json.loads(files["plover"].read_text())
    assert list(plover) == SCHEMAS["plover"]
    assert plover["actor"] == [
        {"code": "RUS", "sector": ["MIL"], "entity_text": "the Russian army", "identifier_id": None,
         "identifier_text": "the Russian army", "office": None}
    ]  # fmt: skip
    assert plover["size"] == {"dead": 14.0, "injured": None, "arrested": None}
    assert plover["event_text"] == page.sentence
    assert plover["text_info"] == {"sequence": 2, "start": 8, "end": 75}
    assert (plover["event_loc"]["city"], plover["event_loc"]["country_code"]) == ("Kyiv", "UKR")
    features = json.loads(files["geojson"].read_text())["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [30.0, 50.0]}
    assert features[0]["properties"]["type"] == "ASSAULT"


def test_plover_lines_have_every_field(sample: Store, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in written(sample, tmp_path, "plover").read_text("utf8").splitlines()]
    assert len(rows) > 100
    location = "extracted_place resolved_place geonameid lat lon city province country country_code feature_class"
    for row in rows:
        assert list(row) == SCHEMAS["plover"]
        assert set(row["cite_info"]) == {"url", "title", "language", "publication", "coder", "codebook", "version"}
        for party in [*row["actor"], *row["recipient"]]:
            assert list(party) == ["code", "sector", "entity_text", "identifier_id", "identifier_text", "office"]
        if row["event_loc"]:
            assert list(row["event_loc"]) == [*location.split(), "feature_code", "resolution"]


def test_statements_without_a_deed_are_never_written(sample: Store, tmp_path: Path) -> None:
    place = SCHEMAS["gdelt"].index("EventRootCode")
    codes = {row[place] for row in tabs(written(sample, tmp_path, "gdelt", status="all"))}
    assert codes <= {f"{root:02}" for root in range(2, 21)}


def test_the_newspapers_city_is_no_place_of_an_event(tmp_path: Path) -> None:
    page = Page("Students of Oslo marched.", "marched", "PROTEST", (Who("Students"),), place=("Oslo", "NOR", "city",
                "dateline"))  # fmt: skip
    with store_of(page) as store:
        assert dict(zip(*tabs(written(store, tmp_path, "polecat")), strict=True))["City"] == "None"
        assert json.loads(written(store, tmp_path, "plover").read_text())["event_loc"] is None
        with written(store, tmp_path, "csv").open() as file:
            row = next(csv.DictReader(file))
    assert (row["place"], row["place_source"]) == ("Oslo", "dateline")


def test_stray_signs_in_names_break_no_row(tmp_path: Path) -> None:
    name = 'the "Tiger\t\n Brigade" | north'
    page = Page(f"Then {name} marched.", "marched", "PROTEST", (Who(name),))
    with store_of(page) as store:
        rows = tabs(written(store, tmp_path, "polecat"))
        with written(store, tmp_path, "csv").open(newline="") as file:
            kept = next(csv.DictReader(file))["actors"]
    assert [len(row) for row in rows] == [40, 40]
    assert rows[1][SCHEMAS["polecat"].index("Actor Name")] == "the 'Tiger Brigade' / north"
    assert kept == name.replace("|", "/")


def test_an_event_without_code_or_date_has_a_row(tmp_path: Path) -> None:
    with store_of(Page("Students marched.", "marched", "PROTEST", (Who("Students"),), date="", precision="")) as store:
        row = dict(zip(SCHEMAS["gdelt"], tabs(written(store, tmp_path, "gdelt"))[0], strict=True))
    assert (row["EventCode"], row["SQLDATE"], row["FractionDate"], row["DATEADDED"]) == ("140", "", "", "")


def test_every_table_column_is_described() -> None:
    assert [name for name, _ in FORMATS["csv"].columns] == TABLES["events"].names


def test_events_write_themselves(sample_events: dragoman.EventTable, tmp_path: Path) -> None:
    chosen = sample_events.where(type="ASSAULT")
    chosen.export(tmp_path / "a.csv")
    with (tmp_path / "a.csv").open() as file:
        assert len(list(csv.DictReader(file))) == len(chosen)
