"""The code stage: the model's mentions and reports for each kept article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from dragoman.coding.coder import Coder
from dragoman.coding.decode import FoundMention, FoundSentence
from dragoman.coding.rules import apply_rules
from dragoman.identity import report_id
from dragoman.records import Article, Mention, Participant, Report, Sentence, Size, from_batch, to_batch


class CodeStage:
    """`Article` to `Article` with mentions and reports.

    Args:
        model: a model folder (default: the shipped one).
        threshold: smallest probability of an event (default: the model's).
        threads: cores that the model may use.
    """

    name = "code"

    def __init__(self, model: Path | None = None, threshold: float | None = None, threads: int = 2) -> None:
        self._folder, self._threshold, self._threads = model, threshold, threads
        self._coder: Coder | None = None

    def setup(self) -> None:
        """Loads the model."""
        self._coder = self._coder or Coder.load(self._folder, self._threads)

    def process(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """A batch of articles, coded; all sentences of the batch go through the model together."""
        assert self._coder is not None, "setup() comes first"
        articles = from_batch(Article, batch)
        asked = [(a, s) for a in articles if a.verdict == "kept" for s in _distinct(a)]
        found = self._coder.code([a.text[s.start : s.end] for a, s in asked], self._threshold)
        coded: dict[str, list[tuple[Sentence, FoundSentence]]] = {}
        for (article, sentence), result in zip(asked, found, strict=True):
            coded.setdefault(article.id, []).append((sentence, result))
        return to_batch(Article, [_fill(a, coded[a.id]) if a.id in coded else a for a in articles])


def _distinct(article: Article) -> list[Sentence]:
    """Sentences, each wording once: pages repeat their headline and pull quotes."""
    seen: set[str] = set()
    kept = []
    for sentence in article.sentences:
        words = article.text[sentence.start : sentence.end]
        if words not in seen:
            seen.add(words)
            kept.append(sentence)
    return kept


def _fill(article: Article, coded: list[tuple[Sentence, FoundSentence]]) -> Article:
    mentions: list[Mention] = []
    reports: list[Report] = []
    for sentence, found in coded:
        at = sentence.start
        mentions += [mention_of(mention, article.text, at) for mention in found.mentions]
        reports += _reports(article, sentence, apply_rules(found))
    return replace(article, mentions=tuple(mentions), reports=tuple(reports))


def mention_of(found: FoundMention, text: str, at: int) -> Mention:
    """A found mention of the sentence that begins at `at`; a state's code is left for the resolve stage to find."""
    start, end = at + found.start, at + found.end
    country = "" if found.affiliation in ("", "STATE") else found.affiliation
    return Mention(
        start, end, text[start:end], found.kind, country, found.sectors, rule="model" if country else ""
    )  # fmt: skip


def _reports(article: Article, sentence: Sentence, found: FoundSentence) -> list[Report]:
    def at(index: int | None) -> int:
        return -1 if index is None else sentence.start + found.mentions[index].start

    return [
        Report(
            id=report_id(article.id, sentence.start + event.start, sentence.start + event.end),
            sentence_start=sentence.start,
            sentence_end=sentence.end,
            trigger_start=sentence.start + event.start,
            trigger_end=sentence.start + event.end,
            type=event.type,
            mode=event.mode,
            cameo=event.cameo,
            status=event.status,
            contexts=found.contexts,
            participants=tuple(Participant("actor", at(i)) for i in event.actors)
            + tuple(Participant("recipient", at(i)) for i in event.recipients),
            sizes=tuple(Size(what, at(index)) for what, index in event.sizes),
            confidence=round(event.probability, 4),
            date_mention=at(event.date),
            place_mention=at(event.place),
        )
        for event in found.events
    ]
