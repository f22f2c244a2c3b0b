"""The tables: their Arrow schemas, which the DuckDB tables follow, and the version of the whole.

Times are UTC, dates calendar days of the page, offsets characters of `documents.text`, lists in the order of the text
or by frequency. A value that could not be had is null.
"""

from __future__ import annotations

import pyarrow as pa

SCHEMA_VERSION = 2

_TEXT, _INT, _FLOAT, _DAY = pa.string(), pa.int64(), pa.float64(), pa.date32()
_TEXTS = pa.list_(_TEXT)
_SIZES = pa.list_(pa.struct([("what", _TEXT), ("value", _FLOAT), ("words", _TEXT)]))
#: Of an event: each value that its reports give, the one that most give first, with how many do.
_EVENT_SIZES = pa.list_(pa.struct([("what", _TEXT), ("value", _FLOAT), ("words", _TEXT), ("reports", _INT)]))
_PHRASES = pa.list_(pa.struct([("start", _INT), ("end", _INT), ("text", _TEXT), ("reason", _TEXT)]))
_DATE = [("date", _DAY), ("date_end", _DAY), ("date_precision", _TEXT), ("date_source", _TEXT)]
_PLACE = [
    ("place", _TEXT), ("place_country", _TEXT), ("place_admin", _TEXT), ("place_precision", _TEXT),
    ("place_source", _TEXT), ("latitude", _FLOAT), ("longitude", _FLOAT),
]  # fmt: skip
_LABELS = [("type", _TEXT), ("mode", _TEXT), ("cameo", _TEXT), ("status", _TEXT), ("contexts", _TEXTS)]

TABLES: dict[str, pa.Schema] = {
    "documents": pa.schema([
        ("id", _TEXT), ("address", _TEXT), ("publisher", _TEXT), ("title", _TEXT), ("text", _TEXT),
        ("published", _DAY), ("published_source", _TEXT), ("language", _TEXT), ("dateline", _TEXT),
        ("read_from", _TEXT), ("verdict", _TEXT), ("detail", _TEXT), ("story", _TEXT), ("sentences", _INT),
        ("spun", _FLOAT), ("spun_phrases", _PHRASES),
        ("fingerprint", _TEXT), ("input_hash", _TEXT), ("coded_with", _TEXT),
    ]),
    "copies": pa.schema([
        ("document", _TEXT), ("original", _TEXT), ("kind", _TEXT), ("similarity", _FLOAT), ("evidence", _TEXT),
    ]),
    "sketches": pa.schema([("document", _TEXT), ("keys", pa.list_(_INT)), ("names", _TEXTS)]),
    "mentions": pa.schema([
        ("document", _TEXT), ("start", _INT), ("end", _INT), ("text", _TEXT), ("kind", _TEXT), ("country", _TEXT),
        ("sectors", _TEXTS), ("actor", _TEXT), ("antecedents", pa.list_(_INT)), ("rule", _TEXT),
        ("confidence", _FLOAT), ("actor_id", _TEXT),
    ]),
    "actors": pa.schema([
        ("id", _TEXT), ("name", _TEXT), ("country", _TEXT), ("sectors", _TEXTS), ("kind", _TEXT), ("aliases", _TEXTS),
        ("office", _TEXT), ("from", _TEXT), ("to", _TEXT), ("source", _TEXT),
    ]),
    "reports": pa.schema([
        ("id", _TEXT), ("event", _TEXT), ("document", _TEXT), ("sentence_start", _INT), ("sentence_end", _INT),
        ("trigger_start", _INT), ("trigger_end", _INT), *_LABELS, ("speaker", _TEXT), ("speaker_mention", _INT),
        *_DATE, ("date_rule", _TEXT), ("date_confidence", _FLOAT), ("date_mention", _INT), *_PLACE,
        ("place_rule", _TEXT), ("place_confidence", _FLOAT), ("place_mention", _INT), ("sizes", _SIZES),
        ("confidence", _FLOAT),
    ]),
    "statements": pa.schema([
        ("document", _TEXT), ("speaker_mention", _INT), ("speaker", _TEXT), ("speaker_country", _TEXT), ("start", _INT),
        ("end", _INT), ("text", _TEXT), ("kind", _TEXT), ("addressee_mention", _INT), ("addressee", _TEXT),
    ]),
    "participants": pa.schema([
        ("report", _TEXT), ("document", _TEXT), ("role", _TEXT), ("mention", _INT), ("text", _TEXT),
        ("country", _TEXT), ("sectors", _TEXTS), ("actor", _TEXT),
    ]),
    "events": pa.schema([
        ("id", _TEXT), *_DATE, *_LABELS, ("quad", _INT), ("score", _FLOAT),
        ("actors", _TEXTS), ("actor_countries", _TEXTS), ("actor_sectors", _TEXTS),
        ("recipients", _TEXTS), ("recipient_countries", _TEXTS), ("recipient_sectors", _TEXTS),
        *_PLACE, ("sizes", _EVENT_SIZES), ("reports", _INT), ("documents", _INT), ("independent", _INT),
        ("publishers", _INT), ("spun", pa.bool_()), ("first_reported", _DAY), ("confidence", _FLOAT),
    ]),
    "runs": pa.schema([
        ("id", _TEXT), ("started", _TEXT), ("finished", _TEXT), ("inputs", _TEXTS), ("code_version", _TEXT),
        ("model_version", _TEXT), ("settings", _TEXT), ("counts", _TEXT), ("reasons", _TEXT),
    ]),
    # Ids of events that are no more: where their reports went (null: withdrawn), when (UTC) and why.
    "supersedes": pa.schema([("old", _TEXT), ("new", _TEXT), ("at", _TEXT), ("reason", _TEXT)]),
    # What linking keeps of each report from one time to the next: see `dragoman.store.linking`.
    "linking": pa.schema([
        ("report", _TEXT), ("document", _TEXT), ("component", _TEXT), ("keys", _TEXTS), ("stale", pa.bool_()),
    ]),
}  # fmt: skip

#: Tables that follow from the others; a new schema makes them anew.
DERIVED = ("events", "linking")

#: Columns by which rows are looked up one batch at a time. An index makes the cost of writing a batch the same in a
#: large store: at 300,000 documents with 6 million mentions 6 ms to replace 16 documents instead of 77.
INDEXED = {
    "documents": "id", "sketches": "document", "mentions": "document", "reports": "document",
    "participants": "document", "statements": "document",
}  # fmt: skip

#: What says to which document a row belongs.
DOCUMENT_KEYS = {
    "documents": "id", "copies": "document", "sketches": "document", "mentions": "document", "reports": "document",
    "participants": "document", "statements": "document",
}  # fmt: skip


def sql_type(kind: pa.DataType) -> str:
    """The DuckDB type of an Arrow type."""
    if pa.types.is_list(kind):
        return f"{sql_type(kind.value_type)}[]"
    if pa.types.is_struct(kind):
        return "STRUCT(" + ", ".join(f'"{field.name}" {sql_type(field.type)}' for field in kind) + ")"
    return {_TEXT: "VARCHAR", _INT: "BIGINT", _FLOAT: "DOUBLE", _DAY: "DATE", pa.bool_(): "BOOLEAN"}[kind]


def table_statement(name: str) -> str:
    """The SQL that makes an empty table."""
    columns = ", ".join(f'"{field.name}" {sql_type(field.type)}' for field in TABLES[name])
    return f"CREATE TABLE {name} ({columns})"


def index_statements() -> list[str]:
    """The SQL that makes the indexes."""
    return [f'CREATE INDEX IF NOT EXISTS {name}_{key} ON {name} ("{key}")' for name, key in INDEXED.items()]


def drop_index_statements() -> list[str]:
    """The SQL that takes the indexes away."""
    return [f"DROP INDEX IF EXISTS {name}_{key}" for name, key in INDEXED.items()]


def create_statements() -> list[str]:
    """The SQL that makes an empty store."""
    made = ["CREATE TABLE schema_version (version BIGINT)", f"INSERT INTO schema_version VALUES ({SCHEMA_VERSION})"]
    return [*made, *map(table_statement, TABLES), *index_statements()]
