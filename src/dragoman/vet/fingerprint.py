"""What two copies of one text have in common whatever their case, spaces and punctuation."""

from __future__ import annotations

import unicodedata

from dragoman.identity import digest


def fingerprint(text: str) -> str:
    """16 hexadecimal digits of the text's letters and digits; equal for identical texts."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return digest("text", "".join(letter for letter in plain if letter.isalnum()))
