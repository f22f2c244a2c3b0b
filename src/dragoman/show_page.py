"""One page for the eye: a copy beside its original with the differences marked, any other page with its events."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from dragoman.errors import QueryError
from dragoman.vet.align import align
from dragoman.vet.profile import Profile

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from dragoman.store import Store

#: Words that only the original has and words that only the copy has: colours, and signs where there are none.
_GONE, _NEW = ("red strike", "[-", "-]"), ("green", "{+", "+}")


def find_page(store: Store, identity: str) -> dict[str, Any] | None:
    """The page with this address, or whose id is or begins with this; None if there is none.

    Raises:
        QueryError: if there is more than one.
    """
    if not identity.strip():
        return None
    found: list[dict[str, Any]] = store.sql(
        "SELECT * FROM documents WHERE address = ? OR starts_with(id, ?) ORDER BY id", [identity, identity]
    ).to_pylist()
    exact = [page for page in found if identity in (page["id"], page["address"])] or found
    if len(exact) > 1:
        some = ", ".join(page["id"] for page in exact[:5])
        raise QueryError(f"{len(exact)} pages fit {identity!r}: {some} ...", "Give the id of one.")
    return exact[0] if exact else None


def render_page(store: Store, page: dict[str, Any], plain: bool) -> Iterator[RenderableType]:
    """What a terminal shows of a page. `plain` marks differences by signs instead of by colour."""
    from rich.text import Text

    yield Text(f"{page['address']}  {page['id']}", style="bold")
    for name in ("title", "publisher", "published", "verdict", "detail", "story"):
        if page[name]:
            yield Text(f"  {name:<10} {page[name]}")
    copies = store.sql(
        "SELECT c.*, d.address, d.text FROM copies c JOIN documents d ON d.id = c.original WHERE c.document = ? "
        "ORDER BY c.original",
        [page["id"]],
    ).to_pylist()
    for copy in copies:
        yield Text("")
        yield Text(f"{copy['kind']} of {copy['address']} {copy['original']}, similarity {copy['similarity']:.2f}")
        yield Text(f"  {copy['evidence']}", style="dim")
        yield _side_by_side(copy["text"], page["text"], plain)
    if page["verdict"] == "kept":
        yield from _events(store, page["id"])


def _events(store: Store, document: str) -> Iterator[Text]:
    from rich.text import Text

    events = store.sql(
        "SELECT DISTINCT e.id, e.date, e.type, e.status FROM events e JOIN reports r ON r.event = e.id "
        "WHERE r.document = ? ORDER BY e.date, e.id",
        [document],
    ).to_pylist()
    yield Text(f"{len(events)} events")
    for event in events:
        yield Text(f"  {event['id']}  {event['date'] or 'no date'}  {event['type']}  {event['status']}")


def _side_by_side(original: str, copy: str, plain: bool) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    table = Table("original", "copy", box=None, pad_edge=False, expand=True, header_style="bold")
    for one, other in sentence_pairs(original, copy):
        left, right = Text(), Text()
        for sign, before, after in differences(one, other):
            _append(left, before, _GONE if sign else None, plain)
            _append(right, after, _NEW if sign else None, plain)
        table.add_row(left, right)
    return table


def sentence_pairs(original: str, copy: str) -> list[tuple[str, str]]:
    """Sentences of a copy in order, each with the one it was made from; "" where one has none."""
    one, other = Profile(original), Profile(copy)
    source = {pair.left: pair.right for pair in align(other, one).pairs}
    rows: list[tuple[str, str]] = []
    shown = 0
    for number in range(len(other.lines)):
        place = source.get(number)
        if place is not None:
            # What the copy left out stands before the next sentence that it took.
            rows += [(one.said(line), "") for line in range(shown, place) if line not in source.values()]
            shown = max(shown, place + 1)
        rows.append((one.said(place) if place is not None else "", other.said(number)))
    return rows + [(one.said(line), "") for line in range(shown, len(one.lines)) if line not in source.values()]


def differences(one: str, other: str) -> list[tuple[bool, str, str]]:
    """Runs of words of two sentences: whether they differ, and the words of each."""
    before, after = one.split(), other.split()
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(tag != "equal", " ".join(before[a:b]), " ".join(after[c:d])) for tag, a, b, c, d in changes]


def _append(line: Text, words: str, marks: tuple[str, str, str] | None, plain: bool) -> None:
    if not words:
        return
    style, start, end = marks or ("", "", "")
    line.append(" " if line.plain else "")
    line.append(f"{start}{words}{end}" if plain else words, style=None if plain else style)
