"""Reads corpus files (format: `corpus/GUIDE.md`) into records whose spans are character offsets of the plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman import ontology
from dragoman.corpus.types import PLOVER, Types, types_of
from dragoman.errors import CorpusError

_SPAN = re.compile(r"\[([ADPN]\d+)\|([^\[\]|]+)\]")
_CAMEO = re.compile(r"(0[2-9]|1\d|20)\d{1,2}")


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of a record's text: `text[start:end]`; `id` is A, D, P or N with a number ("A1")."""

    id: str
    start: int
    end: int
    country: str = ""
    sectors: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """A actor, D date, P place or N number."""
        return self.id[0]


@dataclass(frozen=True, slots=True)
class Event:
    """One event line: ids of spans in `actors`, `recipients`, `date`, `place`, `sizes`; trigger as offsets."""

    type: str
    mode: str
    cameo: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    trigger: tuple[int, int]
    date: str
    place: str
    status: str
    sizes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One annotated text of one to three sentences, with where it stands (`file:line`)."""

    id: str
    style: str
    text: str
    spans: tuple[Span, ...]
    events: tuple[Event, ...]
    contexts: tuple[str, ...]
    where: str = ""
    ambiguous_triggers: tuple[str, ...] = field(default=(), compare=False)

    def span(self, name: str) -> Span:
        """The span with this id; KeyError if there is none."""
        for span in self.spans:
            if span.id == name:
                return span
        raise KeyError(name)


def read_corpus(paths: Iterable[Path | str]) -> Iterator[Record]:
    """Records of files, or of all `*.txt` of folders, in a fixed order.

    Raises:
        CorpusError: at the first problem, with file and line; `dragoman.corpus.check.problems` lists them all.
    """
    for file in corpus_files(paths):
        yield from parse(file.read_text(encoding="utf8"), str(file), types_of(file.parent))


def corpus_files(paths: Iterable[Path | str]) -> Iterator[Path]:
    """The corpus files that paths name: files as they are, folders' `*.txt` in order."""
    for path in map(Path, paths):
        yield from sorted(path.glob("*.txt")) if path.is_dir() else [path]


def parse(text: str, name: str = "text", types: Types = PLOVER) -> Iterator[Record]:
    """Records of one file's text; `name` is used in error messages. Raises CorpusError like `read_corpus`."""
    for item in parse_lenient(text, name, types):
        if isinstance(item, CorpusError):
            raise item
        yield item


def parse_lenient(text: str, name: str = "text", types: Types = PLOVER) -> Iterator[Record | CorpusError]:
    """Like `parse`, but a broken record is yielded as the error that it would raise, and reading goes on."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.strip():
            block.append((number, line.strip()))
        elif block:
            try:
                yield _record(block, name, types)
            except CorpusError as problem:
                yield problem
            block = []


def _record(block: list[tuple[int, str]], name: str, types: Types) -> Record:
    style = identity = ""
    text = None
    where: dict[str, tuple[int, int]] = {}
    codes: dict[str, tuple[str, tuple[str, ...]]] = {}
    event_lines: list[tuple[int, str]] = []
    contexts: tuple[str, ...] = ()
    for number, line in block:
        mark, body = line[0], line[1:].strip()
        if mark == "%":
            style, _, identity = body.partition(" ")
            _require(style in ontology.STYLES, name, number, f"unknown style {style!r}", ontology.STYLES)
        elif mark == "=":
            text, where = _unmark(body, name, number)
        elif mark == "@":
            codes = _codes(body, where, name, number)
        elif mark == ">":
            event_lines.append((number, body))
        elif mark == "#":
            contexts = tuple(body.split())
            for context in contexts:
                _require(context in ontology.CONTEXTS, name, number, f"unknown context {context!r}", ontology.CONTEXTS)
        else:
            raise CorpusError(name, number, f"a line starts with {mark!r}, expected one of % = @ > #")
    first = block[0][0]
    if text is None:
        raise CorpusError(name, first, "the record has no text line (=)")
    missing = sorted(key for key in where if key[0] == "A" and key not in codes)
    _require(not missing, name, first, f"no @ codes for {' '.join(missing)}")
    spans = tuple(Span(key, start, end, *codes.get(key, ("", ()))) for key, (start, end) in where.items())
    ambiguous: list[str] = []
    events = tuple(_event(body, text, where, ambiguous, types, name, number) for number, body in event_lines)
    return Record(identity, style, text, spans, events, contexts, f"{name}:{first}", tuple(ambiguous))


def _unmark(body: str, name: str, number: int) -> tuple[str, dict[str, tuple[int, int]]]:
    plain: list[str] = []
    spans: dict[str, tuple[int, int]] = {}
    length = last = 0
    for match in _SPAN.finditer(body):
        before = body[last : match.start()]
        start = length + len(before)
        length = start + len(match[2])
        _require(match[1] not in spans, name, number, f"the id {match[1]} is used twice")
        spans[match[1]] = (start, length)
        plain += [before, match[2]]
        last = match.end()
    plain.append(body[last:])
    text = "".join(plain)
    _require(not re.search(r"[\[\]|]", text), name, number, "stray or nested markup")
    return text, spans


def _codes(
    body: str, spans: dict[str, tuple[int, int]], name: str, number: int
) -> dict[str, tuple[str, tuple[str, ...]]]:
    codes = {}
    for item in filter(None, (part.strip() for part in body.split(";"))):
        key, *rest = item.split()
        _require(key in spans and key[0] == "A", name, number, f"unknown id {key}")
        _require(bool(rest) and bool(re.fullmatch("[A-Z]{3}", rest[0])), name, number, f"no country code in {item!r}")
        for sector in rest[1:]:
            _require(sector in ontology.SECTORS, name, number, f"unknown sector {sector!r}", ontology.SECTORS)
        codes[key] = (rest[0], tuple(rest[1:]))
    return codes


def _event(
    body: str,
    text: str,
    spans: dict[str, tuple[int, int]],
    ambiguous: list[str],
    types: Types,
    name: str,
    number: int,
) -> Event:
    part = [field.strip() for field in body.split(";")]
    _require(len(part) in (7, 8), name, number, f"{len(part)} fields in an event line, expected 7 or 8")
    label, _, cameo = part[0].partition(" ")
    kind, _, mode = label.partition(".")
    _require(kind in types, name, number, f"unknown type {kind!r}", types)
    modes = types[kind]
    _require(not mode or mode in modes, name, number, f"unknown mode {mode!r} of {kind}", modes)
    _require(not cameo or bool(_CAMEO.fullmatch(cameo)), name, number, f"unknown CAMEO code {cameo!r}")
    actors, recipients = tuple(part[1].split()), tuple(part[2].split())
    _require(bool(actors or recipients), name, number, "nobody takes part in an event")
    for key in actors + recipients:
        _require(key in spans and key[0] == "A", name, number, f"unknown actor id {key}")
    for key, letter in ((part[4], "D"), (part[5], "P")):
        _require(not key or (key in spans and key[0] == letter), name, number, f"unknown span {key}")
    _require(part[6] in ontology.STATUSES, name, number, f"unknown status {part[6]!r}", ontology.STATUSES)
    sizes = []
    for size in part[7].split() if len(part) == 8 else []:
        what, _, key = size.partition("=")
        _require(what in ontology.SIZES and key in spans, name, number, f"unknown size {size!r}", ontology.SIZES)
        sizes.append((what, key))
    words, _, turn = part[3].partition("/")
    trigger = _find(text, words, int(turn or 1))
    _require(trigger is not None, name, number, f"trigger {part[3]!r} is not in the text")
    _require(len(words.split()) <= 4, name, number, f"trigger {words!r} is longer than four words")
    if not turn and len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text)) > 1:
        ambiguous.append(words)
    assert trigger is not None
    return Event(kind, mode, cameo, actors, recipients, trigger, part[4], part[5], part[6], tuple(sizes))


def _find(text: str, words: str, turn: int) -> tuple[int, int] | None:
    """The turn-th occurrence of `words` as whole words, else (old records) the turn-th as letters."""
    if not words:
        return None
    whole = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    found = whole if len(whole) >= turn else [m.start() for m in re.finditer(re.escape(words), text)]
    return (found[turn - 1], found[turn - 1] + len(words)) if len(found) >= turn else None


def _require(fine: bool, name: str, number: int, message: str, allowed: Iterable[str] = ()) -> None:
    if not fine:
        choices = f"; expected one of {', '.join(allowed)}" if allowed else ""
        raise CorpusError(name, number, message + choices)
