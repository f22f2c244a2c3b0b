"""What an entity of Wikidata's JSON says: its names, its statements and their times.

The format is that of https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html.
"""

from __future__ import annotations

import re
from typing import Any

#: Languages of labels that are taken; "mul" is Wikidata's for names that are written alike in all languages.
_LANGUAGES = ("en", "mul")
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")
_YEAR, _MONTH, _DAY = 9, 10, 11

Statement = dict[str, Any]


def label(entity: dict[str, Any]) -> str:
    """The English label, else the one for all languages, else nothing."""
    labels = entity.get("labels") or {}
    return next((str(labels[language]["value"]) for language in _LANGUAGES if language in labels), "")


def names(entity: dict[str, Any]) -> list[str]:
    """The label and the aliases of the same languages, each once."""
    aliases = entity.get("aliases") or {}
    others = (str(alias["value"]) for language in _LANGUAGES for alias in aliases.get(language, ()))
    return list(dict.fromkeys([label(entity), *others]))


def statements(entity: dict[str, Any], name: str) -> list[Statement]:
    """All statements of a property that are not deprecated."""
    return [s for s in (entity.get("claims") or {}).get(name, ()) if s.get("rank") != "deprecated"]


def preferred(entity: dict[str, Any], name: str) -> list[Statement]:
    """The preferred statements of a property, else all."""
    found = statements(entity, name)
    return [s for s in found if s.get("rank") == "preferred"] or found


def item(statement: Statement) -> str:
    """The Q-id that a statement gives, or nothing."""
    value = _value(statement["mainsnak"])
    return str(value.get("id", "")) if isinstance(value, dict) else ""


def items(entity: dict[str, Any], name: str, ended: bool = True) -> list[str]:
    """The Q-ids of a property's statements; without those that have ended if `ended` is false."""
    kept = (s for s in preferred(entity, name) if ended or not (s.get("qualifiers") or {}).get("P582"))
    return [found for s in kept if (found := item(s))]


def text(entity: dict[str, Any], name: str) -> str:
    """The words of a property's first statement, or nothing."""
    values = (_value(s["mainsnak"]) for s in preferred(entity, name))
    return next((value for value in values if isinstance(value, str)), "")


def time(entity: dict[str, Any], name: str) -> str:
    """The time of a property's first statement as an ISO date of its precision, or nothing."""
    return next((found for s in preferred(entity, name) if (found := _time(_value(s["mainsnak"])))), "")


def qualifier_time(statement: Statement, name: str) -> str:
    """The time of a statement's qualifier as an ISO date of its precision, or nothing."""
    return next((_time(_value(snak)) for snak in (statement.get("qualifiers") or {}).get(name, ())), "")


def _value(snak: dict[str, Any]) -> Any:
    """The value of a snak; None where it is unknown or there is none."""
    return (snak.get("datavalue") or {}).get("value")


def _time(value: Any) -> str:
    found = _TIME.match(value.get("time", "")) if isinstance(value, dict) else None
    if not found or value["precision"] < _YEAR:
        return ""
    return "-".join(found.groups()[: {_YEAR: 1, _MONTH: 2}.get(value["precision"], 3)])
