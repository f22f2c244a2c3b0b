"""The frozen splits: `corpus/splits/NAME.lst` lists a set's record ids; all other records are for training."""

from __future__ import annotations

from pathlib import Path

from dragoman.corpus.reader import Record, read_corpus
from dragoman.errors import InputError


def read_split(corpus: Path, name: str) -> list[Record]:
    """Records of one split: "train", or a file's name under splits/ ("test", "development", "no_event_test").

    Raises:
        InputError: if the corpus has no such split.
    """
    lists = {file.stem: set(file.read_text().split()) for file in sorted((corpus / "splits").glob("*.lst"))}
    records = read_corpus([corpus])
    if name == "train":
        frozen = set().union(*lists.values())
        return [record for record in records if record.id not in frozen]
    if name not in lists:
        raise InputError(
            f"{corpus} has no split {name!r}.",
            f"Splits: train, {', '.join(lists)}. A split is a file splits/NAME.lst with the ids of its records.",
        )
    return [record for record in records if record.id in lists[name]]
