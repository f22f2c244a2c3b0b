"""Bad input gets a reason and a sentence, and the rest is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.read import read_documents
from dragoman.records import Document
from dragoman.settings import Limits


def read(path: Path | str, limits: Limits | None = None) -> list[Document]:
    return list(read_documents([path], limits))


def one(path: Path | str, limits: Limits | None = None) -> Document:
    (document,) = read(path, limits)
    return document


@pytest.mark.parametrize(
    ("content", "verdict", "words"),
    [
        (b"", "empty", "is empty"),
        (b"  \n\t ", "empty", "is empty"),
        (bytes(range(256)) * 20, "binary", "Give text, HTML or JSONL"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 500, "binary", "binary data"),
        (b"word " * 10_000_000, "too_large", "--max-bytes"),
    ],
)
def test_files_that_are_no_pages_are_named_with_the_reason(
    tmp_path: Path, content: bytes, verdict: str, words: str
) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    document = one(path, Limits(bytes=1_000_000))
    assert document.verdict == verdict
    assert words in document.detail
    assert str(path) in document.detail


def test_a_path_that_does_not_exist_is_reported_and_the_next_is_read(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Some words.")
    missing, found = read_documents([tmp_path / "none.txt", good])
    assert missing.verdict == "not_found"
    assert "does not exist" in missing.detail
    assert found.verdict == "kept"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux' /proc")
def test_a_file_whose_reading_fails_is_unreadable() -> None:
    document = one("/proc/self/mem")
    assert document.verdict == "unreadable"
    assert "permissions" in document.detail


def test_a_file_that_is_no_file_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "loop.txt"
    path.symlink_to(path)
    assert one(path).verdict in ("not_found", "unreadable")


def test_a_folder_gives_its_pages_in_a_fixed_order_and_leaves_other_files_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.jpg", ".hidden.txt"):
        (tmp_path / name).write_text("<html><p>Some words.</p></html>" if name == "a.html" else "Some words here.")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "d.txt").write_text("Other words.")
    assert [Path(d.address).name for d in read(tmp_path)] == ["a.html", "b.txt", "d.txt"]
    assert [Path(d.address).name for d in read(f"{tmp_path}/*.txt")] == ["b.txt"]


def test_html_is_known_by_ending_or_by_its_first_words(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("<!DOCTYPE html><html><body>Words</body></html>")
    assert one(page).media == "text/html"


def test_a_moved_file_keeps_its_id(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("Some words.")
    before = one(first).id
    first.rename(second)
    assert one(second).id == before


JSONL = """{"id": "1", "text": "First words.", "title": "T", "url": "http://a.example/1", "date": "2020-01-02"}
{"text": "broken
[1, 2]
{"title": "no text"}

{"id": 7, "text": ""}
{"text": "Last words."}
"""


def test_a_broken_json_line_is_kept_with_its_number_and_reading_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text(JSONL)
    documents = read(path)
    assert [d.verdict for d in documents] == ["kept", "invalid_json", "invalid_json", "invalid_json", "empty", "kept"]
    assert f"{path}:2" in documents[1].detail
    assert 'Each line needs "text"' in documents[3].detail
    assert (documents[0].title, documents[0].published, documents[0].address) == (
        "T",
        "2020-01-02",
        "http://a.example/1",
    )


def test_an_id_or_url_makes_the_document_id_and_the_text_does_not(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text('{"id": "x", "text": "One."}\n{"id": "x", "text": "Two."}\n{"url": "u", "text": "One."}\n')
    first, second, third = read(path)
    assert first.id == second.id != third.id


def test_one_endless_json_line_is_set_aside_and_the_next_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text('{"text": "' + "x" * 50_000 + '"}\n{"text": "Short words."}\n')
    assert [d.verdict for d in read(path, Limits(bytes=10_000))] == ["too_large", "kept"]
