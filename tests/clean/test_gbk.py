"""UTF-8 that was read as GBK, and Chinese that was not."""

from __future__ import annotations

import pytest

from dragoman.clean.encoding import decode
from dragoman.clean.gbk import repair_gbk


@pytest.mark.parametrize(
    "text",
    [
        "China’s envoy said: “Rules aren’t made to be read only on holidays.”",
        "“We came with open hands,” he said, “and we left.”",
        "The farmers’ union agreed — the owners didn’t.",
        "José went to Bogotá, where São Tomé’s minister was.",
    ],
)
def test_what_was_read_as_gbk_is_mended(text: str) -> None:
    misread = text.encode().decode("gbk", "replace").replace("\ufffd", "?")
    assert misread != text
    assert repair_gbk(misread) == text
    assert decode(misread.encode()) == text


@pytest.mark.parametrize(
    "text", ["He met Mao (毛泽东) in Beijing (北京).", "Kweichow Moutai (茅台) fell.", "Plain words?", ""]
)
def test_chinese_and_plain_text_stay(text: str) -> None:
    assert repair_gbk(text) == text


@pytest.mark.parametrize("page", ["cp1252", "cp1251", "latin-1"])
def test_other_code_pages_are_mended_too(page: str) -> None:
    text = "Ukraine’s air force said “no”; it’d shot down nine – in one night."
    misread = "".join(bytes([b]).decode(page, "ignore") or chr(b) for b in text.encode())
    assert decode(misread.encode()) == text
