"""Which labelled set a path holds, and the report on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.coding.coder import Coder
from dragoman.evaluate.actors import actor_report
from dragoman.evaluate.antecedents import antecedent_report, is_antecedent_set
from dragoman.evaluate.linking import is_linking_set, linking_report
from dragoman.evaluate.pages import is_page_set, page_report
from dragoman.evaluate.phrases import is_phrase_set, phrase_report
from dragoman.evaluate.report import pair_report, record_report
from dragoman.evaluate.speakers import is_speaker_set, speaker_report

#: Numbered sets that need no model.
_PLAIN = ((is_page_set, page_report), (is_phrase_set, phrase_report), (is_linking_set, linking_report))

#: Numbered sets whose mentions, or a part of them, the model finds.
_CODED = ((is_speaker_set, speaker_report), (is_antecedent_set, antecedent_report))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What to score: a model folder (default: the shipped one) and its threshold, a corpus' split, a set's half."""

    model: Path | None
    threshold: float | None
    split: str
    half: str
    actors: bool
    errors: bool


def labelled_report(path: Path, asked: Asked) -> str:
    """The report on whatever labelled text a path holds; see `dragoman eval --help`."""
    for is_set, report in _PLAIN:
        if is_set(path):
            return report(path, asked.half, asked.errors)
    coder = Coder.load(asked.model)
    for is_coded, coded_report in _CODED:
        if is_coded(path):
            return coded_report(coder, path, asked.half, asked.errors)
    if path.suffix == ".jsonl":
        return pair_report(coder, path)
    if asked.actors:
        return actor_report(coder, path, asked.split, asked.errors)
    return record_report(coder, path, asked.split, asked.threshold, asked.errors)
