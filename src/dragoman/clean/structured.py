"""The article that a page holds for machines: `articleBody` and paywall mark of its JSON-LD (schema.org)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_TAG = re.compile(r"<[^<>]{1,300}>")
_BREAK = re.compile(r"<\s*(?:/p|br\s*/?|/div|/h\d|/li)\s*>", re.IGNORECASE)

#: Nested deeper than this, JSON is no page's description of itself.
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Structured:
    """The longest article body ("" if there is none), and whether the page says that it is not free to read."""

    body: str
    paid: bool


def structured(tree: HtmlElement) -> Structured:
    """What the page's JSON-LD blocks say; blocks that are no JSON are passed over."""
    body, paid = "", False
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(found, 0):
            text = item.get("articleBody")
            if isinstance(text, str) and len(text) > len(body):
                body = text
            paid = paid or item.get("isAccessibleForFree") in (False, "False", "false")
    return Structured(_plain(body), paid)


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)


def _plain(body: str) -> str:
    """Some sites put their HTML into the field, with or without its characters escaped."""
    return _TAG.sub("", _BREAK.sub("\n\n", html.unescape(body))).strip()
