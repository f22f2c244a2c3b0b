"""The coder: sentences in, mentions and events out, with a network and its labels from a model folder."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

import numpy as np

from dragoman.coding import decode, labels
from dragoman.coding.decode import Calibration, FoundEvent, FoundMention, FoundSentence
from dragoman.coding.labels import Labels
from dragoman.coding.network import Floats, Network, OnnxNetwork
from dragoman.coding.tokens import Array, Tokens, Words, WordTokenizer, word_range
from dragoman.errors import ModelError

#: Lengths are padded up to a multiple of this, and only sentences of one padded length share a batch: the
#: padding depends on the sentence alone, so that the same sentence gives the same bytes in any batch.
STEP = 8
BATCH = 32

#: What a model folder holds.
FILES = ("model.json", "labels.json", "tokenizer.json", "encoder.onnx", "frames.onnx")


@dataclass(frozen=True, slots=True)
class Model:
    """What a model folder says of itself (model.json) beside its labels."""

    name: str
    version: str
    threshold: float
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class EncoderBatch:
    """Positions of the batch's sentences, and the encoder's inputs: ids, cases, mask, first."""

    sentences: list[int]
    arrays: tuple[Array, Array, Array, Array]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One sentence after the encoder, on words (index 0 is [CLS])."""

    tokens: Tokens
    words: Floats
    tags: Array
    triggers: Floats
    actors: Floats
    contexts: Floats


def default_model() -> Path:
    """The folder of the model that the package ships."""
    return Path(str(resources.files("dragoman") / "models" / "coder"))


def read_model(folder: Path | None = None) -> Model:
    """What a model folder (default: the shipped one) says of itself. Raises ModelError if files are missing."""
    folder = folder or default_model()
    missing = [name for name in FILES if not (folder / name).exists()]
    if missing:
        raise ModelError(f"The model folder {folder} lacks {', '.join(missing)}.", "Run: dragoman doctor")
    try:
        about = json.loads((folder / "model.json").read_text(encoding="utf8"))
        return Model(about["name"], about["version"], about["threshold"], Calibration(*about["calibration"]))
    except (KeyError, TypeError, ValueError) as problem:
        raise ModelError(f"{folder / 'model.json'} can't be read: {problem}.", "Run: dragoman doctor") from None


class Coder:
    """Codes sentences; one instance for each process, since it holds the network.

    >>> coder = Coder.load()
    >>> found = coder.code(["France expelled two Russian diplomats."])[0]
    >>> [event.type for event in found.events]
    ['SANCTION']
    """

    def __init__(self, network: Network, tokenizer: WordTokenizer, known: Labels, model: Model) -> None:
        self.known = known
        self.model = model
        self.network = network
        self.tokenizer = tokenizer

    @classmethod
    def load(cls, folder: Path | None = None, threads: int = 2) -> Coder:
        """The coder of a model folder (default: the shipped one). Raises ModelError if something is missing."""
        about = read_model(folder)
        folder = folder or default_model()
        known = Labels.read(folder / "labels.json")
        return cls(OnnxNetwork(folder, threads), WordTokenizer(folder / "tokenizer.json"), known, about)

    def code(self, texts: Sequence[str], threshold: float | None = None) -> list[FoundSentence]:
        """Mentions, events and contexts of each sentence, in order.

        Args:
            texts: sentences; what is longer than `tokens.MAX_TOKENS` is coded up to there.
            threshold: smallest probability of an event, 0 to 1; default: the model's.
        """
        encoded = self.encode(self.tokenizer(texts))
        return self._events(encoded, self.model.threshold if threshold is None else threshold)

    def label(self, texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]) -> list[list[FoundMention]]:
        """Actor mentions at given spans: sectors and affiliation as `code` would give them had it found the spans.

        Args:
            texts: sentences.
            spans: for each sentence [start, end) of its actor mentions.
        """
        encoded = self.encode(self.tokenizer(texts))
        return [
            [replace(self._mention(sentence, *word_range(sentence.tokens, *span), "A"), start=span[0], end=span[1])
             for span in marked]
            for sentence, marked in zip(encoded, spans, strict=True)
        ]  # fmt: skip

    def batches(self, sentences: Sequence[Tokens]) -> Iterator[EncoderBatch]:
        """The encoder's inputs in batches of one padded length, so that no sentence depends on its neighbours."""
        groups: dict[int, list[int]] = defaultdict(list)
        for index, tokens in enumerate(sentences):
            groups[_up(len(tokens.ids))].append(index)
        for length, group in sorted(groups.items()):
            for chunk in _chunks(group):
                rows = [sentences[i] for i in chunk]
                first = [np.concatenate([[0], t.first]) for t in rows]
                yield EncoderBatch(
                    chunk,
                    (
                        _pad([t.ids for t in rows], length),
                        _pad([t.cases for t in rows], length),
                        _pad([np.ones_like(t.ids) for t in rows], length),
                        _pad(first, _up(max(len(f) for f in first))),
                    ),
                )

    def encode(self, sentences: Sequence[Tokens]) -> list[Encoded]:
        """Runs the encoder over sentences; the results are in their order."""
        done: dict[int, Encoded] = {}
        kinds = len(labels.MENTION_TAGS)
        for batch in self.batches(sentences):
            words, tags, actors, contexts = self.network.encode(*batch.arrays)
            for row, index in enumerate(batch.sentences):
                count = 1 + len(sentences[index].first)
                done[index] = Encoded(
                    sentences[index],
                    words[row, :count],
                    decode.best_tags(tags[row, :count, :kinds]),
                    1 - decode.softmax(tags[row, :count, kinds:])[:, 0],
                    actors[row, :count],
                    contexts[row],
                )
        return [done[index] for index in range(len(sentences))]

    def _events(self, sentences: list[Encoded], threshold: float) -> list[FoundSentence]:
        asked: list[tuple[int, tuple[tuple[Words, int], ...]]] = []
        for index, sentence in enumerate(sentences):
            marks = sentence.triggers > decode.CANDIDATE
            marks[0] = False
            asked += [(index, ((run, labels.FLAG_TRIGGER),)) for run in decode.runs(marks)]
        mentions = [decode.mention_words(sentence.tags) for sentence in sentences]
        events: list[list[FoundEvent]] = [[] for _ in sentences]
        for (index, flags), (roles, frame) in zip(asked, self.frames(sentences, asked), strict=True):
            event = decode.event_of(self.known, frame, roles, mentions[index], self.model.calibration)
            if event.probability >= threshold:
                (start, end), _ = flags[0]
                tokens = sentences[index].tokens
                start, end = int(tokens.starts[start - 1]), int(tokens.ends[end - 2])
                events[index].append(replace(event, start=start, end=end))
        return [
            FoundSentence(
                tuple(self._mention(sentence, *mention) for mention in mentions[index]),
                tuple(events[index]),
                self._contexts(sentence),
            )
            for index, sentence in enumerate(sentences)
        ]

    def frames(
        self, sentences: list[Encoded], asked: Sequence[tuple[int, tuple[tuple[Words, int], ...]]]
    ) -> list[tuple[Floats, Floats]]:
        """Role and frame logits of each question: (sentence, ((first word, last + 1), flag), ...)."""
        groups: dict[int, list[int]] = defaultdict(list)
        for index, (sentence, _) in enumerate(asked):
            groups[_up(len(sentences[sentence].words))].append(index)
        done: dict[int, tuple[Floats, Floats]] = {}
        for length, group in sorted(groups.items()):
            for chunk in _chunks(group):
                rows = [sentences[asked[i][0]] for i in chunk]
                mask = _pad([np.ones(len(r.words), np.int64) for r in rows], length)
                flags = np.zeros_like(mask)
                words = np.zeros((*mask.shape, rows[0].words.shape[1]), np.float32)
                for row, index in enumerate(chunk):
                    words[row, : len(rows[row].words)] = rows[row].words
                    for (start, end), flag in asked[index][1]:
                        flags[row, start:end] = flag
                roles, frame = self.network.frames(words, flags, _pad([r.tags for r in rows], length), mask)
                for row, index in enumerate(chunk):
                    done[index] = roles[row, : len(rows[row].words)], frame[row]
        return [done[index] for index in range(len(asked))]

    def _mention(self, sentence: Encoded, start: int, end: int, kind: str) -> FoundMention:
        tokens = sentence.tokens
        sectors: tuple[str, ...] = ()
        affiliation = ""
        if kind == "A":
            logits = sentence.actors[start:end].mean(0)
            count = len(self.known.sectors)
            chances = decode.sigmoid(logits[:count])
            order = np.argsort(-chances, kind="stable")
            affiliation = labels.AFFILIATIONS[int(logits[count:].argmax())]
            sure = [i for i in order if chances[i] >= decode.SECTOR]
            # An actor of a state is somebody in it; only the others may go without a sector.
            sectors = tuple(self.known.sectors[i] for i in sure or (order[:1] if affiliation == "STATE" else ()))
        return FoundMention(int(tokens.starts[start - 1]), int(tokens.ends[end - 2]), kind, sectors, affiliation)

    def _contexts(self, sentence: Encoded) -> tuple[str, ...]:
        chances = decode.sigmoid(sentence.contexts)
        order = np.argsort(-chances, kind="stable")[:3]
        return tuple(self.known.contexts[i] for i in order if chances[i] >= decode.CONTEXT)


def _up(length: int) -> int:
    return -(-length // STEP) * STEP


def _chunks(group: list[int]) -> list[list[int]]:
    return [group[at : at + BATCH] for at in range(0, len(group), BATCH)]


def _pad(arrays: Sequence[Array], length: int) -> Array:
    # One row more than needed when there is one only: a product with a single row runs through other code
    # in the runtime, whose last bits differ.
    out = np.zeros((max(2, len(arrays)), length), np.int64)
    for row, array in enumerate(arrays):
        out[row, : len(array)] = array
    if len(arrays) == 1:
        out[1, : len(arrays[0])] = arrays[0]
    return out
