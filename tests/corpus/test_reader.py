"""Reading records of the corpus format."""

from __future__ import annotations

import pytest

from dragoman.corpus.reader import parse
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
