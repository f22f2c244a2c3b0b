"""PLOVER's own rules, applied when events are written out and never to the corpus' labels.

Each rule is a function from an event of a sentence to the event as PLOVER (manual of February 2024) counts it, or to
None where it counts none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.coding.decode import FoundEvent, FoundSentence

Rule = Callable[[FoundEvent, FoundSentence], FoundEvent | None]

_FUTURE_IS_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})

_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})

#: PLOVER requires a recipient for these types.
RECIPIENT_REQUIRED = frozenset({"COOPERATE", "AID", "SANCTION"})


def future_cooperation(event: FoundEvent, _: FoundSentence) -> FoundEvent | None:
    """Cooperation that is only announced is AGREE: what happened is the promise."""
    if event.status == "future" and event.type in _FUTURE_IS_AGREE:
        return replace(event, type="AGREE", mode="", status="actual")
    return event


def announced_withdrawal(event: FoundEvent, _: FoundSentence) -> FoundEvent | None:
    """A RETREAT that is only announced is CONCEDE."""
    if event.status == "future" and event.type == "RETREAT":
        return replace(event, type="CONCEDE", mode="", status="actual")
    return event


def mobilisation_in_assault(event: FoundEvent, sentence: FoundSentence) -> FoundEvent | None:
    """Forces that move in order to attack are part of the ASSAULT by the same actors, if that took place."""
    if event.type == "MOBILIZE" and event.status == "actual":
        for other in sentence.events:
            same = set(other.actors) & set(event.actors)
            if other.type == "ASSAULT" and other.status == "actual" and same:
                return None
    return event


def somebody_takes_part(event: FoundEvent, _: FoundSentence) -> FoundEvent | None:
    """An event without any party says nothing about who did what to whom."""
    return event if event.actors or event.recipients else None


def recipient_required(event: FoundEvent, _: FoundSentence) -> FoundEvent | None:
    """COOPERATE, AID and SANCTION need a recipient; of two cooperating actors the second is the recipient."""
    if event.type not in RECIPIENT_REQUIRED or event.recipients:
        return event
    if event.type == "COOPERATE" and len(event.actors) > 1:
        return replace(event, actors=event.actors[:1], recipients=event.actors[1:])
    return None


def host_and_visitor(event: FoundEvent, _: FoundSentence) -> FoundEvent | None:
    """A visitor is the actor and the host the recipient; in talks without a host all parties are actors.

    A mediator (third-party) stays the only actor: the sides that meet under it are its recipients.
    """
    if event.type == "CONSULT" and event.mode not in ("visit", "third-party"):
        return replace(event, actors=event.actors + event.recipients, recipients=())
    return event


def reciprocal(event: FoundEvent, sentence: FoundSentence) -> FoundEvent | None:
    """What two do together is listed once, not a second time in the other direction; exports can expand it."""
    if event.type not in _MUTUAL:
        return event
    for other in sentence.events:
        same = (other.type, other.status) == (event.type, event.status)
        swapped = set(other.actors) == set(event.recipients) and set(other.recipients) == set(event.actors)
        if same and swapped and event.actors and event.recipients and other.start < event.start:
            return None
    return event


RULES: tuple[Rule, ...] = (
    future_cooperation,
    announced_withdrawal,
    mobilisation_in_assault,
    somebody_takes_part,
    recipient_required,
    reciprocal,
    host_and_visitor,
)


def apply_rules(sentence: FoundSentence) -> FoundSentence:
    """The sentence with its events as PLOVER counts them."""
    kept = []
    for event in sentence.events:
        now: FoundEvent | None = event
        for rule in RULES:
            now = rule(now, sentence) if now else None
        if now:
            kept.append(now)
    return replace(sentence, events=tuple(kept))
