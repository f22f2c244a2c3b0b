"""The data dictionary that stands beside each export: what each column holds, which events, and the line to cite."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

#: What the columns of `events` hold.
EVENT_COLUMNS = {
    "id": "the smallest id of the event's reports",
    "date": "first day",
    "date_end": "last day",
    "date_precision": "day, week, month or year",
    "date_source": "where the date is from: phrase, dateline or publication (a fallback)",
    "type": "PLOVER type",
    "mode": "PLOVER mode",
    "cameo": "CAMEO code",
    "status": "actual, future, hypothetical, negated or historical",
    "contexts": "PLOVER contexts",
    "quad": "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    "score": "PLOVER intensity, -10 (conflict) to 10 (cooperation)",
    "actors": "resolved names of those who act",
    "actor_countries": "ISO alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC, XXX (unknown); each once",
    "actor_sectors": "GOV, MIL, REB, ...; each once",
    "recipients": "resolved names of those to whom it is done",
    "recipient_countries": "as actor_countries",
    "recipient_sectors": "as actor_sectors",
    "place": "place as the page has it",
    "place_country": "ISO alpha-3",
    "place_admin": "province of the place",
    "place_precision": "point, city, district, province or country",
    "place_source": "where the place is from: phrase, sentence or dateline (a fallback)",
    "latitude": "degrees north",
    "longitude": "degrees east",
    "sizes": "killed, injured, detained, participants, displaced, amount, where the page gives a number; of several, "
    "the one that most reports give first",
    "reports": "sentences that assert the event",
    "documents": "pages with such a sentence, and copies of them",
    "independent": "originals that these pages come down to",
    "publishers": "publishers among them",
    "spun": "whether all pages that were coded read as machine-spun",
    "first_reported": "earliest publication",
    "confidence": "probability that the event is asserted, 0 to 1",
}


def dictionary_path(path: Path) -> Path:
    """Where the dictionary of a file stands: FILE.dictionary.md."""
    return path.with_name(f"{path.name}.dictionary.md")


def dictionary(name: str, about: str, facts: dict[str, str], columns: Iterable[tuple[str, str]]) -> str:
    """The dictionary's text.

    Args:
        name: the file's name.
        about: what the format is.
        facts: what else is to be told of the file, by label.
        columns: name and meaning of each column, in order.
    """
    head = [f"# {name}", "", about, "", *(f"- {label}: {fact}" for label, fact in facts.items()), ""]
    table = ["| column | name | what it holds |", "|---:|---|---|"]
    table += [f"| {place} | {column} | {help.replace('|', chr(92) + '|')} |" for place, (column, help) in
              enumerate(columns, 1)]  # fmt: skip
    return "\n".join([*head, *table]) + "\n"
