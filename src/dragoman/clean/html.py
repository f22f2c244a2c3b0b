"""The article in a web page: main text, title, date, publisher."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds; empty strings where it doesn't say. `published` is an ISO date."""

    text: str
    title: str
    published: str
    publisher: str


def extract(html: str) -> Page:
    """The main content of a page (trafilatura, without comments, tables and links)."""
    import trafilatura

    found = trafilatura.bare_extraction(
        html, include_comments=False, include_tables=False, include_links=False, with_metadata=True, deduplicate=False
    )
    if found is None:
        return Page("", "", "", "")
    row = found if isinstance(found, dict) else found.as_dict()
    return Page(row.get("text") or "", row.get("title") or "", row.get("date") or "", row.get("sitename") or "")
