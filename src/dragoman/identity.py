"""Stable ids: 16 hexadecimal digits of a hash of what the thing is, never of when or in which order it came."""

from __future__ import annotations

import hashlib


def digest(*parts: str | bytes | int) -> str:
    """16 hexadecimal digits of the parts' BLAKE2b hash; the parts' borders count."""
    hasher = hashlib.blake2b(digest_size=8)
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode()
        hasher.update(len(data).to_bytes(8, "big"))
        hasher.update(data)
    return hasher.hexdigest()


def document_id(given: str, url: str, content: bytes) -> str:
    """From the input's own id, else its URL, else its content: a moved folder changes nothing."""
    if given:
        return digest("id", given)
    return digest("url", url) if url else digest("content", content)


def report_id(document: str, start: int, end: int, direction: int = 0) -> str:
    """From the document and the trigger's offsets; `direction` tells the reports of one trigger apart."""
    return digest("report", document, start, end, direction)
