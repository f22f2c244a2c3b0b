"""A GeoNames dump before the gazetteer: its places win, the gazetteer's stay."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from dragoman.resolve.imports.run import import_file
from dragoman.resolve.knowledge import Knowledge, knowledge
from dragoman.resolve.places import PlaceResolver
from tests.resolve.imports.conftest import FILES


def test_broken_lines_are_told(imported: Path, told: dict[str, list[str]]) -> None:
    assert told["ET.txt"] == [
        "line 5: 2 columns, 19 expected",
        "line 7: latitude, longitude or population is no number",
        "line 9: unknown country 'ZQ'",
    ]


@pytest.mark.parametrize("name", ["kessurabad", "kesurabad", "qessurabad"])
def test_a_town_by_all_its_latin_names(known: Knowledge, name: str) -> None:
    (town,) = known.places.cities(name)
    assert (town.name, town.country, town.province, town.population) == (
        "Kessurabad", "ETH", "Marovia Province", 48000,
    )  # fmt: skip


def test_provinces_and_districts(known: Knowledge) -> None:
    (province,) = known.places.areas("marovia")
    assert (province.level, province.chief_town) == ("province", "Kessurabad")
    (district,) = known.places.areas("lower tessa")
    assert (district.level, district.province) == ("district", "Marovia Province")


def test_the_gazetteer_stays_behind_the_import(known: Knowledge) -> None:
    countries = [town.country for town in known.places.cities("tripoli")]
    assert countries[:2] == ["LBY", "LBN"]
    assert "ETH" in countries
    capital, *_ = known.places.cities("addis ababa")
    assert capital.population == 9_999_999
    assert [town.country for town in known.places.cities("addis ababa")].count("ETH") == 1


def test_a_hamlet_that_nobody_counted_is_no_clue(known: Knowledge) -> None:
    assert "ETH" in {town.country for town in known.places.cities("bush")}
    assert "ETH" not in {town.country for town in known.places.known_cities("bush")}


def test_a_place_phrase_resolves_to_an_imported_town(known: Knowledge) -> None:
    place = PlaceResolver(known, ["ETH"]).resolve("the market of Kessurabad")
    assert (place.country, place.latitude, place.admin) == ("ETH", 9.25, "Marovia Province")
    assert PlaceResolver(knowledge(), ["ETH"]).resolve("the market of Kessurabad").latitude is None


def test_an_archive_with_its_readme(tmp_path: Path, imported: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ET.zip", "w") as archive:
        archive.writestr("readme.txt", "a dump")
        archive.write(FILES / "ET.txt", "ET.txt")
    assert import_file(tmp_path / "ET.zip", tmp_path / "into").count == 6
