"""Phrases for two or more parties: "the two countries", "both sides", "the former" and "the latter"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable

from dragoman.resolve.actors.entities import Cast, Entity
from dragoman.resolve.actors.nouns import senses, singular

_STATES = re.compile(
    r"^(?:the |these |both )(?:two )?(?:\w+ )?(?:countries|states|nations|governments|neighbou?rs|capitals|powers|"
    r"republics|kingdoms)$"
)
_PERSONS = re.compile(
    r"^(?:the two|both|the) (?:\w+ )?(?:men|women|ministers|leaders|presidents|officers|generals|premiers|rivals|"
    r"envoys|negotiators|chiefs|officials|diplomats|judges|commanders)$"
)
_SIDES = re.compile(
    r"^(?:the two|both|the|either|neither)(?: warring)? (?:sides?|part(?:y|ies)|camps?|factions?|groups?|"
    r"movements?|forces?|armies|organi[sz]ations?|unions?|companies|firms)$"
)
_PAIR = re.compile(r"^(?:both|either|neither|the two(?: of them)?|the pair|the duo|each|each other|both of them)$")
_FORMER = re.compile(r"^the (former|latter)$")
_OTHER = re.compile(r"^(?:the other side|the other)$")
_KINDS = ("person", "state", "organisation")
#: A word that every such phrase has: most mentions have none.
_SIGN = re.compile(r"\b(?:two|both|either|neither|pair|duo|capitals|sides|parties|each|former|latter|other)\b")
_TWO = re.compile(r"\b(?:two|both|either|neither|pair|capitals|sides|parties)\b")


def is_group(lower: str) -> bool:
    """Whether a mention is a phrase for several parties, by its words in small letters."""
    if not _SIGN.search(lower):
        return False
    if _PERSONS.match(lower) or _STATES.match(lower) or _SIDES.match(lower):
        return bool(_TWO.search(lower))
    return bool(_PAIR.match(lower) or _FORMER.match(lower) or _OTHER.match(lower))


def by_group(lower: str, cast: Cast, start: int, sentence: int, quoted: Entity | None = None) -> tuple[Entity, ...]:
    """The entities that a phrase stands for; none if there are not two.

    Args:
        lower: the phrase in small letters.
        cast: who was spoken of before.
        start: start of the phrase.
        sentence: number of its sentence.
        quoted: who was quoted last, who is hardly one of those that the words speak of.
    """
    one = _FORMER.match(lower)
    if one:
        pair = _last_pair(cast, start, sentence, quoted)
        return (pair[0 if one[1] == "former" else 1],) if pair else ()
    if _OTHER.match(lower):
        here = cast.before(start, sentence)
        sides = _most(cast, lambda e: e.kind in ("state", "organisation"))
        return tuple(e for e in sides if not any(_allied(e, h) for h in here))[:1] if here else ()
    if _STATES.match(lower):
        near = named_together(cast, "state", start, sentence)
        return near or _most(_others(cast, start, sentence), lambda entity: entity.kind == "state")
    if _PERSONS.match(lower):
        noun = singular(lower.split()[-1])[0]
        persons = [e for e in cast.recent() if e.kind == "person" and not (lower.endswith(" men") and e.gender == "f")]
        called = [e for e in persons if noun in e.nouns]
        if len(called) > 1:
            return _ordered(called[:2])
        counted = _counted(cast, noun)
        if counted:
            return counted
        return _ordered(([e for e in persons if e is not quoted] if len(persons) > 2 else persons)[:2])
    if _SIDES.match(lower):
        noun = singular(lower.split()[-1])[0]
        if noun not in ("side", "sides", "party", "camp", "camps"):
            wanted = set().union(*(sense.sectors for sense in senses(noun)))
            organisations = [e for e in cast if e.kind == "organisation" and not e.members]
            fitting = [e for e in organisations if wanted & e.all_sectors] if noun != "group" else organisations
            return _most(fitting if len(fitting) > 1 else organisations, lambda _: True)
        return _most(_others(cast, start, sentence), lambda e: e.kind in ("state", "organisation") and not e.members)
    if lower in ("the two of them", "the pair", "the duo"):
        return _counted(cast) or _most(cast, lambda entity: entity.kind == "person" and not entity.members)
    return _last_pair(cast, start, sentence, quoted) or _most(cast, lambda entity: entity.kind == "state")


def named_together(cast: Cast, kind: str, start: int, sentence: int) -> tuple[Entity, ...]:
    """Two of one kind that a sentence names one right after the other ("Syria and Iraq"), in this one or the last."""
    for number in (sentence, sentence - 1):
        here = [e for e in dict.fromkeys(cast.before(start, number)) if e.kind == kind]
        spots = sorted(
            ((t.start, e) for e in here for t in e.turns if t.sentence == number and t.start < start),
            key=lambda spot: spot[0],
        )
        for (one, first), (two, second) in itertools.pairwise(spots):
            if first is not second and two - one < 25:
                return first, second
    return ()


def _counted(cast: Cast, noun: str = "") -> tuple[Entity, ...]:
    """The last group that was said to be two ("two officials"): "the pair", "the two officials"."""
    groups = (entity for entity in cast.recent() if entity.kind == "group" and "two" in entity.nouns)
    return tuple(entity for entity in groups if not noun or noun in entity.nouns)[:1]


def _others(cast: Cast, start: int, sentence: int) -> list[Entity]:
    """All but the subject of the sentence, who speaks of others: "Copenhagen has asked both governments"."""
    here = cast.before(start, sentence)
    return [entity for entity in cast if not here or entity is not here[0] or not entity.last.opens]


def _most(cast: Iterable[Entity], fits: Callable[[Entity], bool]) -> tuple[Entity, ...]:
    """The two that were spoken of most, of equals the earlier."""
    everybody = list(cast)
    found = [entity for entity in everybody if fits(entity)]
    ranked = sorted(found, key=lambda entity: (-_weight(entity, everybody), entity.first.start))
    return _ordered(ranked[:2]) if len(ranked) > 1 else ()


def _weight(entity: Entity, cast: list[Entity]) -> int:
    # Who is named first is most often a party to the story.
    own = len(entity.turns) + 2 * (entity in [e for e in cast if e.kind == entity.kind][:2])
    if entity.kind != "state":
        return own
    return own + sum(e.country == entity.country for e in cast if e is not entity)


def _ordered(entities: list[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: entity.first.start)) if len(entities) > 1 else ()


def _allied(one: Entity, other: Entity) -> bool:
    return one is other or (other.kind == "person" and bool(one.country) and one.country == other.country)


def _openers(cast: Cast, start: int, sentence: int) -> tuple[Entity, Entity] | None:
    """The persons with whom the last two sentences begin, if the last one names no other."""
    one, two = (cast.before(start, number) for number in (sentence - 2, sentence - 1))
    if not one or not two or one[0] is two[0] or sum(entity.kind == "person" for entity in two) > 1:
        return None
    return (one[0], two[0]) if one[0].kind == two[0].kind == "person" else None


def _last_pair(cast: Cast, start: int, sentence: int, quoted: Entity | None) -> tuple[Entity, Entity] | None:
    """The last two entities of one kind in one sentence, this one or one before; of the sentence's subject's kind
    first."""
    subject = cast.before(start, sentence)[:1]
    if not subject and (openers := _openers(cast, start, sentence)):
        return openers
    for kind in dict.fromkeys([*(entity.kind for entity in subject), *_KINDS]):
        back = 4 if not subject or kind != subject[0].kind else sentence + 1
        for number in range(sentence, max(sentence - back, -1), -1):
            here = dict.fromkeys(cast.before(start, number))
            same = [entity for entity in here if entity.kind == kind and not entity.members]
            same = [entity for entity in same if entity is not quoted] if len(same) > 2 else same
            same = [entity for entity in same if entity not in subject] if number == sentence else same
            if len(same) >= 2:
                return same[-2], same[-1]
    return None
