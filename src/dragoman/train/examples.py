"""Corpus records as training examples: words, tags and frames as index arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman import ontology
from dragoman.coding import labels
from dragoman.coding.labels import Labels
from dragoman.coding.tokens import Array, Tokens, Words, WordTokenizer, word_range
from dragoman.corpus.reader import Event, Record, Span


@dataclass(frozen=True, slots=True)
class Frame:
    """One question to the frame layer and its answer. Spans are word ranges [start, end) counted from 1 ([CLS] is 0).

    `type` 0 is no event; then status, mode and cameo are -1 (not trained). `roles`: (start, end, role) of mentions.
    """

    flags: tuple[tuple[Words, int], ...]
    type: int
    status: int = -1
    mode: int = -1
    cameo: int = -1
    roles: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """One record with its targets, all on words (index 0 is [CLS])."""

    tokens: Tokens
    mention_tags: Array
    trigger_tags: Array
    actors: tuple[tuple[int, int, tuple[int, ...], int], ...]
    contexts: tuple[int, ...]
    triggers: tuple[Frame, ...]
    pairs: tuple[Frame, ...]


class ExampleMaker:
    """Turns records into examples with a tokenizer and a label set."""

    def __init__(self, tokenizer: WordTokenizer, known: Labels) -> None:
        self._tokenizer = tokenizer
        self._known = known
        self._mode = {name: index for index, name in enumerate(known.modes)}
        self._cameo = {code: index for index, code in enumerate(known.cameo)}

    def __call__(self, records: list[Record]) -> list[Example]:
        """Examples of records, in order."""
        tokens = self._tokenizer([record.text for record in records])
        return [self._example(record, words) for record, words in zip(records, tokens, strict=True)]

    def _example(self, record: Record, tokens: Tokens) -> Example:
        length = 1 + len(tokens.first)
        mentions, triggers = np.zeros(length, np.int64), np.zeros(length, np.int64)
        where = {span.id: word_range(tokens, span.start, span.end) for span in record.spans}
        for span in record.spans:
            start, end = where[span.id]
            mentions[start:end] = 2 + 2 * labels.KINDS.index(span.kind)
            mentions[start] -= 1
        for event in record.events:
            start, end = word_range(tokens, *event.trigger)
            triggers[start:end] = 2 + 2 * self._known.types.index(event.type)
            triggers[start] -= 1
        return Example(
            tokens,
            mentions,
            triggers,
            tuple(self._actor(span, where[span.id]) for span in record.spans if span.kind == "A"),
            tuple(self._known.contexts.index(context) for context in record.contexts),
            self._trigger_frames(record, tokens, where),
            self._pair_frames(record, where),
        )

    def _actor(self, span: Span, words: Words) -> tuple[int, int, tuple[int, ...], int]:
        sectors = tuple(self._known.sectors.index(sector) for sector in span.sectors)
        code = span.country if span.country in ontology.NON_STATES else "STATE"
        return (*words, sectors, labels.AFFILIATIONS.index(code))

    def _trigger_frames(self, record: Record, tokens: Tokens, where: dict[str, Words]) -> tuple[Frame, ...]:
        frames: dict[Words, Frame] = {}
        for event in record.events:
            words = word_range(tokens, *event.trigger)
            # A trigger that carries an event in each direction (a swap) is learned in the first one.
            if words not in frames:
                frames[words] = self._frame(event, ((words, labels.FLAG_TRIGGER),), _roles(event, record, where))
        return tuple(frames.values())

    def _pair_frames(self, record: Record, where: dict[str, Words]) -> tuple[Frame, ...]:
        frames: dict[tuple[str, str], Frame] = {}
        for event in record.events:
            for actor in event.actors:
                for recipient in event.recipients:
                    if (actor, recipient) not in frames and actor != recipient:
                        flags = ((where[actor], labels.FLAG_ACTOR), (where[recipient], labels.FLAG_RECIPIENT))
                        frames[actor, recipient] = self._frame(event, flags, ())
        for span in record.spans:
            for other in record.spans:
                if span.kind == other.kind == "A" and span.id != other.id and (span.id, other.id) not in frames:
                    flags = ((where[span.id], labels.FLAG_ACTOR), (where[other.id], labels.FLAG_RECIPIENT))
                    frames[span.id, other.id] = Frame(flags, 0)
        return tuple(frames.values())

    def _frame(
        self, event: Event, flags: tuple[tuple[Words, int], ...], roles: tuple[tuple[int, int, int], ...]
    ) -> Frame:
        code = event.cameo
        while code and code not in self._cameo:
            code = code[:-1]
        return Frame(
            flags,
            1 + self._known.types.index(event.type),
            self._known.statuses.index(event.status),
            self._mode[f"{event.type}.{event.mode}"],
            self._cameo.get(code, -1),
            roles,
        )


def _roles(event: Event, record: Record, where: dict[str, Words]) -> tuple[tuple[int, int, int], ...]:
    given = {key: labels.ROLES.index(what) for what, key in event.sizes}
    given |= {event.date: 3, event.place: 4}
    given |= dict.fromkeys(event.recipients, 2)
    given |= dict.fromkeys(event.actors, 1)
    return tuple((*where[span.id], given.get(span.id, 0)) for span in record.spans)
