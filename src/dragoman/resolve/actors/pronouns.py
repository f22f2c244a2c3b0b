"""Pronouns to entities: number, gender, person or thing; then subject, nearness and who was quoted last."""

from __future__ import annotations

import re

from dragoman.records import Mention
from dragoman.resolve.actors.entities import Cast, Entity
from dragoman.resolve.actors.layout import CLAUSE
from dragoman.resolve.actors.profile import MANY, PERSONS, THINGS, Profile, sounds_female

_HERS = frozenset({"she", "her", "hers", "herself"})
_OWN = frozenset({"its", "his", "her", "their"})
#: Between somebody and his own: "urged the republic to keep its word".
_CONTROLLED = re.compile(r"\s(?:not )?to (?:\w+ ){1,6}")
_OBJECTS = frozenset({"him", "them"})
#: Points of a candidate for each sentence that it lies back, and how far back a pronoun may reach.
_BACK = (3.0, 2.0, 0.8, 0.3)


def gender_of(pronoun: str) -> str:
    """m, f or nothing."""
    if pronoun in _HERS:
        return "f"
    return "m" if pronoun in PERSONS else ""


def by_pronoun(
    found: Profile,
    mention: Mention,
    cast: Cast,
    sentence: int,
    text: str,
    quoted: Entity | None = None,
    speaker: Entity | None = None,
) -> Entity | None:
    """The entity that a pronoun of the third person stands for.

    Args:
        found: the pronoun's profile.
        mention: the pronoun.
        cast: who was spoken of before it.
        sentence: number of its sentence.
        text: the article's text.
        quoted: who was quoted last, if the pronoun only says who said what stands before it.
        speaker: who speaks as "I" in the sentence, so of others as "he".
    """
    if quoted and _agrees(found.lower, quoted):
        return quoted
    here = cast.before(mention.start, sentence)
    barred = _barred(found, mention, here, text)
    controlled = found.lower in _OWN and here and _CONTROLLED.fullmatch(text, here[-1].last.end, mention.start)
    if controlled and _agrees(found.lower, here[-1]):
        return here[-1]
    best, most = None, 0.0
    for entity in cast.recent():
        if entity in (barred, speaker) or not _agrees(found.lower, entity):
            continue
        score = _points(found, mention, entity, sentence, here)
        if score > most + 1e-6:
            best, most = entity, score
    return best


def _agrees(pronoun: str, entity: Entity) -> bool:
    if pronoun in PERSONS:
        return entity.kind == "person" and not entity.members and entity.gender in ("", gender_of(pronoun))
    if pronoun in THINGS:
        return entity.kind in ("organisation", "state") and not entity.members
    return pronoun in MANY and (entity.plural or entity.kind == "organisation" or any(t.plural for t in entity.turns))


def _points(found: Profile, mention: Mention, entity: Entity, sentence: int, here: list[Entity]) -> float:
    turns = [turn for turn in entity.turns if turn.start < mention.start]
    if not turns:
        return 0.0
    back = max(sentence - turns[-1].sentence, 0)
    if back >= len(_BACK) or (entity.members and back > 1):
        return 0.0
    score = _BACK[back] + 0.1 * min(len(turns), 3)
    same = [turn for turn in turns if turn.sentence == turns[-1].sentence]
    if any(turn.subject for turn in same):
        score += 0.6 if back == 0 or any(turn.opens for turn in same) else 0.3
    if back == 0:
        # The nearer subject, and of things the nearer at all: "Washington gave up its radar".
        score += 0.002 * min(turns[-1].start - (here[0].first.start if here else 0), 100) if turns[-1].subject else 0
        nearest = bool(here) and here[-1] is entity
        score += (0.6 if found.lower in THINGS and turns[-1].subject else 0.2) if nearest else 0
    if found.lower in MANY:
        score += 0.5 if same[-1].plural else 0.0 if entity.kind == "group" else -2.3
    if found.lower in PERSONS:
        score += 0.6 if entity.gender else 0.0
        if not entity.gender and sounds_female(entity.profile.name):
            score += 0.7 if gender_of(found.lower) == "f" else -0.2
    return score


def _barred(found: Profile, mention: Mention, here: list[Entity], text: str) -> Entity | None:
    """The subject of the pronoun's own clause, for which only a reflexive could stand ("Banda received him")."""
    if found.lower not in _OBJECTS and not (found.lower in ("her", "it") and _is_object(mention, text)):
        return None
    if not here or not here[-1].last.subject:
        return None
    between = text[here[-1].last.end : mention.start]
    # "Somalis to a country many of them have never seen".
    return None if CLAUSE.search(between) or between.endswith(" of ") else here[-1]


def _is_object(mention: Mention, text: str) -> bool:
    """Whether "her" or "it" is no possessive and no subject: nothing or a preposition follows."""
    return bool(
        re.match(r"\s*(?:[.,;:?!\"”]|$|(?:to|at|on|in|for|from|with|twice|and|by|of|about|as)\s)", text[mention.end :])
    )
