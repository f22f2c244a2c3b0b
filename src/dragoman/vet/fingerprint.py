"""What two copies of one text have in common whatever their case, spaces and punctuation."""

from __future__ import annotations

import re
import unicodedata

from dragoman.identity import digest

_OTHER = re.compile(r"[\W_]+")


def fingerprint(text: str) -> str:
    """16 hexadecimal digits of the text's letters and digits; equal for identical texts."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return digest("text", _OTHER.sub("", plain))
