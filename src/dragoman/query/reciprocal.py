"""What two parties do to one another: events that stand once in the store, and count in both directions.

Talks (but not visits and mediation, where the visitor and the mediator act), material cooperation, and signed
agreements (CAMEO 057). In talks without a host PLOVER lists all parties as actors.
"""

from __future__ import annotations

from typing import Any

_TYPES = ("CONSULT", "COOPERATE")
_ONE_WAY = ("visit", "third-party")
_SIGNED = "057"

#: The same on the columns of `events`.
RECIPROCAL = f"((type IN {_TYPES} AND coalesce(mode, '') NOT IN {_ONE_WAY}) OR coalesce(cameo, '') = '{_SIGNED}')"


def reciprocal(event: dict[str, Any]) -> bool:
    """Whether both sides of a row of `events` do it to one another."""
    return (event["type"] in _TYPES and event["mode"] not in _ONE_WAY) or event["cameo"] == _SIGNED
