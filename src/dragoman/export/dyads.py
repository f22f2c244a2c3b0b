"""Dyadic expansion: one line for each pair of an actor and a recipient."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations, product

from dragoman.export.lines import Line, Party, Row
from dragoman.query.reciprocal import reciprocal


def dyads(line: Line) -> Iterator[Line]:
    """The line once for each pair; a reciprocal event in both directions, also among actors without a recipient.

    An event with one side stays one line. Ids are the event's with the pair's number behind it: `1f3a...-1`.
    """
    pairs: list[tuple[Party | None, Party | None]]
    if reciprocal(line.event) and not line.recipients and len(line.actors) > 1:
        pairs = list(permutations(line.actors, 2))
    else:
        pairs = list(product(line.actors or (None,), line.recipients or (None,)))
        if reciprocal(line.event) and line.actors and line.recipients:
            pairs += [(recipient, actor) for actor, recipient in pairs]
    for number, (actor, recipient) in enumerate(pairs, 1):
        sides = [(party,) if party else () for party in (actor, recipient)]
        row = line.event | _columns("actor", sides[0]) | _columns("recipient", sides[1])
        name = f"{line.id}-{number}"
        yield replace(line, id=name, event=row | {"id": name}, actors=sides[0], recipients=sides[1])


def _columns(role: str, parties: tuple[Party, ...]) -> Row:
    return {
        f"{role}s": [party.name for party in parties],
        f"{role}_countries": [party.country for party in parties if party.country],
        f"{role}_sectors": [sector for party in parties for sector in party.sectors],
    }
