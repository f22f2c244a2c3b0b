"""The records that travel between stages, and their way into Arrow record batches and back.

`Document` is what was fetched; `Article` its clean text, which the later stages fill: vet gives the verdict and
copies, code the mentions and reports, resolve the actors, places and dates. Offsets are characters of `Article.text`.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

import pyarrow as pa

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Document:
    """One fetched page. `id` see `dragoman.identity`; `published` is an ISO date where the input gave one."""

    id: str
    address: str
    read_from: str
    media: str
    content: bytes
    encoding: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    published_source: str = ""
    verdict: str = "kept"
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names somebody (A), a date (D), a place (P) or a number (N).

    `actor_id` is the `Actor` whose name it is, or who held the office that it names, empty if no fact is of it;
    `antecedents` are the starts of the first full mentions that this one stands for: none for a first mention itself,
    one for "the ministry", two for "both countries"; those of a headline stand below it. `rule` says what gave country
    and name, e.g. "states.tsv: Kenya" or "article: pronoun"; `confidence` how sure that rule is, 0 to 1.
    """

    start: int
    end: int
    text: str
    kind: str
    country: str = ""
    sectors: tuple[str, ...] = ()
    actor: str = ""
    antecedents: tuple[int, ...] = ()
    rule: str = ""
    confidence: float | None = None
    actor_id: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody whom a knowledge table or an import knows.

    `kind` see `dragoman.resolve.facts.Fact`; `office`, `since`, `until` (ISO dates of any precision, both inclusive,
    empty where open or unknown) and `sectors` are those of the latest of several times; `source` is the table or
    import.
    """

    id: str
    name: str
    country: str
    sectors: tuple[str, ...]
    kind: str
    aliases: tuple[str, ...]
    office: str
    since: str
    until: str
    source: str


@dataclass(frozen=True, slots=True)
class Participant:
    """A mention's part in a report: role "actor" or "recipient", and the start of its mention."""

    role: str
    mention: int


@dataclass(frozen=True, slots=True)
class Size:
    """A number of a report: what (killed, injured, ...), its mention's start, and its value."""

    what: str
    mention: int
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Words [start, end) that the article attributes: kind "quote" (without the marks) or "reported".

    `speaker` is the start of the speaker's mention, `addressee` that of the mention spoken to, -1 if none is named.
    """

    start: int
    end: int
    text: str
    kind: str
    speaker: int
    addressee: int = -1


@dataclass(frozen=True, slots=True)
class Report:
    """One event as one sentence asserts it. Mentions are given by their start; -1 where there is none.

    `date` to `date_end` are ISO dates; `date_precision` day, week, month or year; `date_source` phrase, dateline
    or publication; `place_source` phrase, sentence or dateline; `place_precision` point, city, district, province or
    country; `place_admin` the province; `date_rule` and `place_rule` say what gave them, e.g. "geonames: Tripoli
    (LBY)"; each confidence is 0 to 1. `speaker` is who the article says asserts it, empty where the article says it
    itself.
    """

    id: str
    sentence_start: int
    sentence_end: int
    trigger_start: int
    trigger_end: int
    type: str
    mode: str
    cameo: str
    status: str
    contexts: tuple[str, ...]
    participants: tuple[Participant, ...]
    sizes: tuple[Size, ...]
    confidence: float
    date_mention: int = -1
    place_mention: int = -1
    speaker: str = ""
    speaker_mention: int = -1
    date: str = ""
    date_end: str = ""
    date_precision: str = ""
    date_source: str = ""
    date_rule: str = ""
    date_confidence: float | None = None
    place: str = ""
    place_country: str = ""
    place_admin: str = ""
    place_precision: str = ""
    place_source: str = ""
    place_rule: str = ""
    place_confidence: float | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text, [start, end)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """The document was made from another.

    `kind` is identical, syndicated, excerpt, spun, or update (the document adds news and is kept); `similarity` 0 to 1
    is the part of the shorter text that stands in the longer; evidence in words.
    """

    original: str
    kind: str
    similarity: float
    evidence: str


@dataclass(frozen=True, slots=True)
class SpunPhrase:
    """A stretch of the text, [start, end), that speaks for a machine spinner, and why."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """A document's clean text. `verdict` is "kept" or a reason; `detail` says in words why it was set aside, or of a
    kept page why its text may not be whole ("" for no doubt).

    `keys` are the numbers by which copies of the text are found (`dragoman.vet.keys`), `names` the names by which its
    story is (`dragoman.vet.story`); `spun` is the probability that the language is machine-spun, None where there is
    too little text to tell.
    """

    id: str
    address: str
    read_from: str
    title: str
    publisher: str
    text: str
    published: str
    published_source: str
    language: str
    dateline: str
    verdict: str
    detail: str
    sentences: tuple[Sentence, ...] = ()
    copies: tuple[Copy, ...] = ()
    mentions: tuple[Mention, ...] = ()
    reports: tuple[Report, ...] = ()
    statements: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    keys: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    spun: float | None = None
    spun_phrases: tuple[SpunPhrase, ...] = ()


_PLAIN = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), bytes: pa.binary()}


def arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type of a field's annotation: plain types, optional ones, tuples and nested records."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint):
        return pa.struct(list(arrow_schema(hint)))  # type: ignore[arg-type]
    if typing.get_origin(hint) is tuple:
        return pa.list_(arrow_type(typing.get_args(hint)[0]))
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return arrow_type(next(part for part in typing.get_args(hint) if part is not type(None)))
    raise TypeError(f"no Arrow type for {hint!r}")


@cache
def arrow_schema(record: Hashable) -> pa.Schema:
    """The Arrow schema of a record type."""
    hints = typing.get_type_hints(record)
    return pa.schema([pa.field(name, arrow_type(hints[name])) for name in _names(record)])


def to_batch(record: type, rows: Iterable[Any]) -> pa.RecordBatch:
    """Records of one type as a record batch."""
    return pa.RecordBatch.from_pylist([_plain(row) for row in rows], schema=arrow_schema(record))


def from_batch(record: type[T], batch: pa.RecordBatch) -> list[T]:
    """The records of a batch."""
    return [_build(record, row) for row in batch.to_pylist()]


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}  # type: ignore[arg-type]
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


@cache
def _names(record: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


@cache
def _nested(record: Any) -> dict[str, type]:
    """Fields that hold a tuple, with the type of its items."""
    hints = typing.get_type_hints(record)
    return {n: typing.get_args(h)[0] for n, h in hints.items() if typing.get_origin(h) is tuple}


def _build(record: type[T], row: dict[str, Any]) -> T:
    values = dict(row)
    for name, item in _nested(record).items():  # type: ignore[arg-type]
        values[name] = tuple(_build(item, part) if is_dataclass(item) else part for part in values[name])
    return record(**values)
