"""The filters of events, defined once: `FILTERS` serves the command line, `events.where(...)` and the web page.

Each filter turns one value into a condition on a row of `events`. Several values of one filter are alternatives;
several filters hold together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman import ontology
from dragoman.errors import QueryError
from dragoman.query import values

if TYPE_CHECKING:
    from dragoman.store import Store

#: SQL with "?" for its parameters, and those.
Condition = tuple[str, list[Any]]
Build = Callable[["Store", object], Condition]

#: Names of the quad classes beside their numbers.
QUADS = {"verbal-cooperation": "1", "material-cooperation": "2", "verbal-conflict": "3", "material-conflict": "4"}

#: The status that lifts the filter on status.
ANY_STATUS = "all"


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its name as a Python argument, what it takes, and how a value becomes a condition."""

    name: str
    help: str
    build: Build


def _choice(name: str, condition: str, valid: Mapping[str, str]) -> Build:
    return lambda _, value: (condition, [values.choice(name, value, valid)])


def _same(names: tuple[str, ...]) -> dict[str, str]:
    return {name: name for name in names}


def _date(name: str, condition: str, last: bool) -> Build:
    return lambda _, value: (condition, [values.day(name, value, last)])


def _number(name: str, condition: str, most: float) -> Build:
    return lambda _, value: (condition, [values.number(name, value, most)])


def _part_of(condition: str) -> Build:
    return lambda _, value: (condition, [str(value).strip().lower()])


def _country(_: Store, value: object) -> Condition:
    code = values.country(str(value))
    if code is None:
        raise QueryError(f"country {value!r} does not exist.", values.nearest(str(value), values.known_countries()))
    return "place_country = ?", [code]


def _mode(_: Store, value: object) -> Condition:
    pairs = [f"{kind}.{mode}" for kind, modes in ontology.MODES.items() for mode in modes]
    names = [mode for modes in ontology.MODES.values() for mode in modes]
    mode = values.choice("mode", value, {name: name for name in [*names, *pairs]})
    return ("concat(type, '.', mode) = ?" if "." in mode else "mode = ?"), [mode]


def _party(*roles: str) -> Build:
    def build(store: Store, value: object) -> Condition:
        parts = [_side(store, role, str(value).strip()) for role in roles]
        found = [part for part in parts if part]
        if not found:
            raise QueryError(
                f"No {' or '.join(roles)} is called {str(value)!r}.", _near_party(store, roles, str(value))
            )
        return " OR ".join(sql for sql, _ in found), [p for _, parameters in found for p in parameters]

    return build


def _side(store: Store, role: str, value: str) -> Condition | None:
    """The condition on one side: by country, sector, both ("RUS MIL"), or part of a name that the store holds."""
    code, sector = values.country(value), value.upper()
    if code:
        return f"list_contains({role}_countries, ?)", [code]
    if sector in ontology.SECTORS:
        return f"list_contains({role}_sectors, ?)", [sector]
    first, _, last = value.rpartition(" ")
    code = values.country(first) if first else None
    if code and last in ontology.SECTORS:
        # The lists of an event do not say whose sector is whose; the participants do.
        return (
            "EXISTS (SELECT 1 FROM participants p JOIN reports r ON r.id = p.report WHERE r.event = events.id "
            f"AND p.role = '{role}' AND p.country = ? AND list_contains(p.sectors, ?))",
            [code, last],
        )
    # The beginning of a word: "Rusia" is no "Belarusian".
    name = f"len(list_filter({role}s, lambda name: contains(concat(' ', lower(name)), ?))) > 0"
    words = [f" {value.lower()}"]
    known = value and store.sql(f"SELECT 1 FROM events WHERE {name} LIMIT 1", words).num_rows
    return (name, words) if known else None


def _near_party(store: Store, roles: tuple[str, ...], value: str) -> str:
    union = " UNION ".join(f"SELECT unnest({role}s) AS name FROM events" for role in roles)
    names = store.sql(f"SELECT name FROM ({union}) ORDER BY name")["name"].to_pylist()
    return values.nearest(value, [*names, *ontology.SECTORS, *values.known_countries()])


_SENTENCE = (
    "EXISTS (SELECT 1 FROM reports r JOIN documents d ON d.id = r.document WHERE r.event = events.id "
    "AND contains(lower(d.text[r.sentence_start + 1 : r.sentence_end]), ?))"
)
_WHO = 'a country ("RUS", "Russia"), a sector ("MIL"), both ("RUS MIL"), or part of a name'

FILTERS = (
    Filter("actor", f"Who did it: {_WHO}.", _party("actor")),
    Filter("recipient", "To whom; given as for actor.", _party("recipient")),
    Filter("party", "Who took part on either side; given as for actor.", _party("actor", "recipient")),
    Filter("type", "PLOVER type: ASSAULT, CONSULT, ...", _choice("type", "type = ?", _same(ontology.TYPES))),
    Filter("mode", 'Mode: "drone", or with its type "SANCTION.expel".', _mode),
    Filter(
        "context",
        "Context: military, election, ...",
        _choice("context", "list_contains(contexts, ?)", _same(ontology.CONTEXTS)),
    ),
    Filter(
        "quad",
        "1 or verbal-cooperation, 2 or material-cooperation, 3 or verbal-conflict, 4 or material-conflict.",
        _choice("quad", "quad = CAST(? AS BIGINT)", QUADS | {number: number for number in QUADS.values()}),
    ),
    Filter("since", "From this day, month or year on: 2022-02-24, 2022-02, 2022.", _date("since", "date >= ?", False)),
    Filter("until", "Up to and with this day, month or year.", _date("until", "date <= ?", True)),
    Filter("place", "Part of a place's name.", _part_of("contains(lower(place), ?)")),
    Filter("country", 'Country of the place: "UKR" or "Ukraine".', _country),
    Filter(
        "status",
        f'actual (default), future, hypothetical, negated, historical; "{ANY_STATUS}" for all.',
        _choice("status", "status = ?", _same(ontology.STATUSES)),
    ),
    Filter(
        "min_independent",
        "At least so many reports that are no copies of one another.",
        _number("min_independent", "independent >= ?", 1e9),
    ),
    Filter("min_confidence", "At least this probability, 0 to 1.", _number("min_confidence", "confidence >= ?", 1)),
    Filter("text", "Words that one of its sentences holds, in any case.", _part_of(_SENTENCE)),
)
