"""The frozen splits: `corpus/splits/NAME.lst` lists a set's record ids; all other records are for training."""

from __future__ import annotations

from pathlib import Path

from dragoman.corpus.reader import Record, read_corpus


def read_split(corpus: Path, name: str) -> list[Record]:
    """Records of one split: "train", or a file's name under splits/ ("test", "development", "no_event_test")."""
    lists = {file.stem: set(file.read_text().split()) for file in sorted((corpus / "splits").glob("*.lst"))}
    records = read_corpus([corpus])
    if name == "train":
        frozen = set().union(*lists.values())
        return [record for record in records if record.id not in frozen]
    return [record for record in records if record.id in lists[name]]
