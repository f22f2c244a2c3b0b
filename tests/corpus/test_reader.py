"""Reading records of the corpus format."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.corpus.reader import parse, read_corpus
from dragoman.errors import CorpusError

RECORD = """% wire a-1
= [A1|Kenya's army] struck [A2|the rebels] in [P1|Lamu] on [D1|Monday], and struck again, killing [N1|14].
@ A1 KEN MIL; A2 KEN REB
> ASSAULT 190; A1; A2; struck/2; D1; P1; actual; killed=N1
# military
"""


def test_spans_and_triggers_are_offsets_of_the_plain_text() -> None:
    (record,) = parse(RECORD)
    assert record.text[record.span("A2").start : record.span("A2").end] == "the rebels"
    (event,) = record.events
    start, end = event.trigger
    assert record.text[start:end] == "struck"
    assert record.text[:start].endswith("and ")
    assert event.sizes == (("killed", "N1"),)
    assert record.contexts == ("military",)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("ASSAULT", "ATTACK", "unknown type 'ATTACK'"),
        ("% wire", "% radio", "unknown style 'radio'"),
        ("; actual;", "; maybe;", "unknown status 'maybe'"),
        ("A2 KEN REB", "A2 KEN FOO", "unknown sector 'FOO'"),
        ("struck/2", "struck/3", "is not in the text"),
        ("; A2 KEN REB", "", "no @ codes for A2"),
        ("# military", "# war", "unknown context 'war'"),
    ],
)
def test_a_broken_record_names_line_and_cure(old: str, new: str, words: str) -> None:
    with pytest.raises(CorpusError, match=r"corpus/GUIDE.md") as caught:
        list(parse(RECORD.replace(old, new, 1), "file.txt"))
    assert words in str(caught.value)
    assert str(caught.value).startswith("file.txt:")


def test_a_folder_adds_types_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "types.tsv").write_text("POLLUTE\tspill dump\n")
    (tmp_path / "own.txt").write_text(RECORD.replace("ASSAULT", "POLLUTE.spill", 1))
    (record,) = read_corpus([tmp_path])
    assert (record.events[0].type, record.events[0].mode) == ("POLLUTE", "spill")


def test_an_own_type_must_be_new(tmp_path: Path) -> None:
    (tmp_path / "types.tsv").write_text("AID\n")
    (tmp_path / "own.txt").write_text(RECORD)
    with pytest.raises(CorpusError, match=r"'AID' is no new type"):
        list(read_corpus([tmp_path]))
