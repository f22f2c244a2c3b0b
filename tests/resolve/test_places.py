"""Places: namesakes decided by the text, levels, provinces, and names that no table knows."""

from __future__ import annotations

import pytest

from dragoman.resolve import gazetteer
from dragoman.resolve.atlas import Atlas
from dragoman.resolve.gazetteer import fold, fold_area
from dragoman.resolve.knowledge import knowledge
from dragoman.resolve.places import PlaceResolver, city_countries


@pytest.mark.parametrize(
    ("phrase", "countries", "country", "precision"),
    [
        ("Seoul", {"KOR"}, "KOR", "city"),
        ("Tripoli", {"LBN"}, "LBN", "city"),
        ("Tripoli", {"LBY"}, "LBY", "city"),
        ("northern Mali", {"MLI"}, "MLI", "country"),
        ("Kenya", set(), "KEN", "country"),
        ("Bihar", {"IND"}, "IND", "province"),
        ("Kandahar province", {"AFG"}, "AFG", "province"),
        ("Kandahar", {"AFG"}, "AFG", "city"),
        ("Cook County", {"USA"}, "USA", "district"),
        ("the airport of Kigali", set(), "RWA", "point"),
        ("the outskirts of Homs", {"SYR"}, "SYR", "city"),
        ("some 40 kilometres north of Gao", {"MLI"}, "MLI", "city"),
        ("GENEVA", set(), "CHE", "city"),
        ("Saigon", {"VNM"}, "VNM", "city"),
        ("Grozny", {"RUS"}, "RUS", "city"),
        ("Port Sudan", {"SDN"}, "SDN", "city"),
        ("Singapore", set(), "SGP", "country"),
    ],
)
def test_places(phrase: str, countries: set[str], country: str, precision: str) -> None:
    place = PlaceResolver(knowledge(), countries).resolve(phrase)
    assert (place.country, place.precision) == (country, precision)
    assert place.rule
    assert 0 < place.confidence <= 1


@pytest.mark.parametrize(
    ("phrase", "text", "dateline", "country", "admin"),
    [
        ("Springfield", "Teachers in Springfield marched to the Illinois capitol.", "", "USA", "Illinois"),
        ("Springfield", "Teachers in Springfield marched past the Massachusetts court.", "", "USA", "Massachusetts"),
        ("San Miguel", "Gangs burned a bus in San Miguel, Salvadoran police said.", "", "SLV", "San Miguel Department"),
        ("Georgia", "Voters in Georgia lined up outside Atlanta and Savannah.", "WASHINGTON", "USA", "Georgia"),
        ("Georgia", "Russian troops left Georgia by way of Gori and Poti.", "", "GEO", ""),
        ("Congo", "The president of Congo flew home.", "BRAZZAVILLE", "COG", ""),
        ("Gaza", "Farmers in Gaza sold maize in Maputo.", "", "MOZ", "Gaza Province"),
    ],
)
def test_the_text_decides_between_namesakes(phrase: str, text: str, dateline: str, country: str, admin: str) -> None:
    place = PlaceResolver(knowledge(), (), dateline).resolve(phrase, text)
    assert (place.country, place.admin) == (country, admin)


def test_a_city_has_its_coordinates_and_province() -> None:
    place = PlaceResolver(knowledge(), {"NGA"}).resolve("the centre of Maiduguri")
    assert (place.city, place.admin) == ("Maiduguri", "Borno State")
    assert place.latitude == pytest.approx(11.8, abs=0.1)
    assert place.longitude == pytest.approx(13.2, abs=0.1)


@pytest.mark.parametrize(
    ("phrase", "country", "city"),
    [("Tikreet", "IRQ", "Tikrīt"), ("Bambaree", "CAF", "Bambari"), ("Bukavou", "COD", "Bukavu")],
)
def test_another_spelling_is_found_in_a_country_of_the_text(phrase: str, country: str, city: str) -> None:
    place = PlaceResolver(knowledge(), {country}).resolve(phrase)
    assert (place.country, place.city) == (country, city)
    assert place.rule.startswith("geonames, another spelling")
    assert PlaceResolver(knowledge(), {"JPN"}).resolve(phrase).city != city


def test_an_unknown_place_stays_a_name_without_coordinates() -> None:
    place = PlaceResolver(knowledge(), {"MMR"}).resolve("Htee Kaw Lay")
    assert (place.name, place.latitude, place.longitude, place.city) == ("Htee Kaw Lay", None, None, "")
    # Where it can hardly be elsewhere the state is said, with that said.
    assert (place.country, place.rule) == ("MMR", "article: most named state")


def test_a_name_without_any_clue_stays_unknown() -> None:
    place = PlaceResolver(knowledge()).resolve("Htee Kaw Lay")
    assert (place.country, place.rule, place.confidence) == ("", "", 0.0)


@pytest.mark.parametrize("phrase", ["", " ", ",", "the", "'s", "in", "12", "日本", "A" * 500, "the the of in at, of"])
def test_no_phrase_crashes(phrase: str) -> None:
    assert PlaceResolver(knowledge(), {"MMR"}, phrase).resolve(phrase, phrase).name == phrase


def test_names_are_folded() -> None:
    assert fold("Łódź") == "lodz"
    assert fold("St. Denis") == fold("Saint-Denis")
    assert fold("N'Djamena") == "ndjamena"
    assert fold_area("South Kivu Province") == "south kivu"


def test_the_gazetteer_gives_the_largest_first() -> None:
    found = gazetteer.cities("cordoba")
    assert [entry.population for entry in found] == sorted((entry.population for entry in found), reverse=True)
    assert {"ARG", "ESP"} <= {entry.country for entry in found}
    assert gazetteer.cities("htee kaw lay") == ()


def test_cities_of_a_text() -> None:
    assert city_countries("The convoy left Nairobi for Kampala on Monday.", Atlas()) == ["KEN", "UGA"]
