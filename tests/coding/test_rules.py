"""PLOVER's rules, case by case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.coding.decode import FoundEvent, FoundSentence
from dragoman.coding.rules import apply_rules

EVENT = FoundEvent(0, 5, "AID", "", "070", "actual", (0,), (1,), None, None, (), 0.9)


def coded(*events: FoundEvent) -> list[FoundEvent]:
    return list(apply_rules(FoundSentence((), events, ())).events)


@pytest.mark.parametrize("kind", ["AID", "CONSULT", "SUPPORT", "COOPERATE"])
def test_cooperation_that_is_to_come_is_an_agreement(kind: str) -> None:
    (event,) = coded(replace(EVENT, type=kind, status="future", mode="visit"))
    assert (event.type, event.status, event.mode) == ("AGREE", "actual", "")


def test_conflict_that_is_to_come_stays_what_it_is() -> None:
    (event,) = coded(replace(EVENT, type="PROTEST", status="future"))
    assert (event.type, event.status) == ("PROTEST", "future")


def test_a_withdrawal_that_is_to_come_is_a_concession() -> None:
    (event,) = coded(replace(EVENT, type="RETREAT", mode="withdraw", status="future"))
    assert (event.type, event.mode) == ("CONCEDE", "")


def test_mobilisation_that_ends_in_an_attack_by_the_same_actor_drops_out() -> None:
    attack, march = replace(EVENT, type="ASSAULT"), replace(EVENT, type="MOBILIZE", start=9, end=12)
    assert coded(march, attack) == [attack]
    assert len(coded(replace(march, actors=(3,)), attack)) == 2
    assert len(coded(march, replace(attack, status="negated"))) == 2


@pytest.mark.parametrize("kind", ["AID", "COOPERATE", "SANCTION"])
def test_types_that_need_a_recipient_are_not_written_out_without_one(kind: str) -> None:
    assert coded(replace(EVENT, type=kind, recipients=())) == []


def test_two_who_cooperate_are_actor_and_recipient() -> None:
    (event,) = coded(replace(EVENT, type="COOPERATE", actors=(0, 1), recipients=()))
    assert (event.actors, event.recipients) == ((0,), (1,))


def test_a_visitor_is_the_actor_and_the_host_the_recipient() -> None:
    (event,) = coded(replace(EVENT, type="CONSULT", mode="visit"))
    assert (event.actors, event.recipients) == ((0,), (1,))


@pytest.mark.parametrize("mode", ["", "phone", "multilateral"])
def test_talks_without_a_host_have_only_actors(mode: str) -> None:
    (event,) = coded(replace(EVENT, type="CONSULT", mode=mode, recipients=(1, 2)))
    assert (event.actors, event.recipients) == ((0, 1, 2), ())


def test_a_mediator_stays_apart_from_the_sides_that_it_brings_together() -> None:
    (event,) = coded(replace(EVENT, type="CONSULT", mode="third-party", recipients=(1, 2)))
    assert (event.actors, event.recipients) == ((0,), (1, 2))


def test_what_two_do_together_is_listed_once() -> None:
    there, back = replace(EVENT, type="COOPERATE"), replace(EVENT, type="COOPERATE", start=9, end=12)
    back = replace(back, actors=(1,), recipients=(0,))
    assert coded(there, back) == [there]
    assert len(coded(there, replace(back, status="negated"))) == 2


def test_blows_in_both_directions_are_two_events() -> None:
    there, back = replace(EVENT, type="ASSAULT"), replace(EVENT, type="ASSAULT", start=9, end=12)
    assert len(coded(there, replace(back, actors=(1,), recipients=(0,)))) == 2


def test_several_actors_and_recipients_stay_one_event() -> None:
    (event,) = coded(replace(EVENT, type="SANCTION", actors=(0, 1), recipients=(2, 3)))
    assert (event.actors, event.recipients) == ((0, 1), (2, 3))


def test_an_unknown_attacker_is_kept_and_an_event_of_nobody_is_not() -> None:
    assert len(coded(replace(EVENT, type="ASSAULT", actors=()))) == 1
    assert coded(replace(EVENT, type="ASSAULT", actors=(), recipients=())) == []
