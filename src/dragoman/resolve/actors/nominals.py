"""Descriptions ("the ministry", "the rebels", "his colleague") to the entity that they mean."""

from __future__ import annotations

from functools import lru_cache

from dragoman.ontology import NON_STATES
from dragoman.resolve.actors.entities import NO_LAND, Cast, Entity, sure
from dragoman.resolve.actors.naming import Named
from dragoman.resolve.actors.nouns import OF_THE_STATE, kinds, sectors, senses, singular
from dragoman.resolve.actors.profile import Profile
from dragoman.resolve.knowledge import Knowledge

#: Words that tell one office from another of the same rank.
_PORTFOLIOS = frozenset({
    "foreign", "finance", "interior", "defence", "defense", "education", "justice", "trade", "energy", "labour",
    "labor", "health", "information", "prime", "agriculture", "environment", "transport", "economy", "security",
    "fisheries", "water", "culture", "home", "vice", "deputy", "oil", "mines",
})  # fmt: skip
#: Heads that fit many offices; a person with another title may be called so.
_LOOSE = frozenset({
    "politician", "official", "leader", "ruler", "strongman", "diplomat", "statesman", "delegate", "soldier",
    "officer", "jurist", "host", "chief", "head", "dictator", "negotiator", "commander", "aide", "functionary",
    "bureaucrat", "envoy", "premier", "monarch",
})  # fmt: skip
#: Heads that fit organisations of other names ("the Carter Center": "the group").
_GENERIC = frozenset({
    "group", "organisation", "organization", "body", "institution", "agency", "company", "firm", "corporation", "force",
    "bloc", "alliance", "movement", "party", "paper", "charity", "chamber", "union", "opposition",
})  # fmt: skip
#: Words that tell somebody new.
_ANOTHER = frozenset({
    "another", "other", "local", "larger", "smaller", "rival", "new", "second", "third", "next", "foreign",
    "different", "separate",
})  # fmt: skip
_SEVERAL = frozenset({"person", "group"})
_COLLECTIVE = frozenset({"group", "organisation"})
_TITLED = frozenset({"GOV", "MIL", "JUD", "LEG"})
#: Words of which each may stand for the others of its set.
_ALIKE = (
    {"envoy", "ambassador", "emissary"},
    {"monarch", "king", "queen", "emperor"},
    {"lawmaker", "senator", "congressman", "deputy", "member", "parliamentarian", "legislator"},
    {"journalist", "editor", "reporter", "correspondent"},
    {"captive", "hostage", "prisoner", "detainee"},
    {"troops", "soldier", "soldiers", "serviceman", "servicemen"},
    {"gunman", "gunmen", "attacker", "assailant"},
    {"protester", "demonstrator", "marcher"},
    {"firm", "company", "corporation"},
)
_SYNONYMS = {word: frozenset(alike - {word}) for alike in _ALIKE for word in alike} | {"premier": frozenset({"prime"})}
#: Persons to whom something was done: the group that was spoken of as an object.
_HELD = frozenset({
    "captive", "hostage", "prisoner", "detainee", "victim", "returnee", "evacuee", "deportee", "survivor", "refugee",
    "wounded", "dead",
})  # fmt: skip
_DIRECTIONS = frozenset({"northern", "southern", "eastern", "western"})
#: What each sentence between costs, the farthest that counts, and the least that is enough.
_COST, _FARTHEST, _ENOUGH = 0.15, 6, 0.75


def by_description(
    found: Profile, named: Named | None, cast: Cast, sentence: int, known: Knowledge, headline: bool
) -> Entity | None:
    """The entity that a description with "the" fits best, if any fits well enough.

    In a headline the article is left out, and the nearest entity is the first one of the text.
    """
    definite = found.determiner == "the" or (headline and not found.determiner) or _of_government(found)
    if found.name or found.mods & _ANOTHER or not definite:
        return None
    best, most = None, _ENOUGH
    for entity in cast if headline else cast.recent():
        score = None if entity.members else _fit(found, named, entity, known)
        if score is None:
            continue
        far = entity.turns[0].sentence if headline else sentence - entity.last.sentence
        score -= _COST * min(max(far, 0), _FARTHEST)
        if score > most + 1e-6:
            best, most = entity, score
    return best


def government(found: Profile, code: str, cast: Cast) -> Entity | None:
    """The state that "the government" without a name means: the one that the article is about there."""
    if found.head not in OF_THE_STATE or found.determiner == "a" or found.mods - {"the", "his", "her", "their"}:
        return None
    return next((e for e in cast.recent() if e.kind == "state" and e.country == code), None)


def relative(found: Profile, owner: Entity | None, cast: Cast) -> Entity | None:
    """Whom "his colleague", "her predecessor" means: the last other person, a former one for a predecessor."""
    if found.determiner != "its" or found.name or found.plural or found.nationality or found.head not in _RELATIVES:
        return None
    others = [e for e in cast.recent() if e.kind == "person" and e is not owner and not e.members]
    if found.head == "predecessor":
        others = [e for e in others if e.profile.former] or others
    return others[0] if others else None


_RELATIVES = frozenset({"colleague", "predecessor", "successor", "client", "rival", "counterpart"})


def _fit(found: Profile, named: Named | None, entity: Entity, known: Knowledge) -> float | None:
    strange = bool(found.names) and not found.names <= entity.names
    if strange and not found.low_head:
        return None
    # "The Washington institution": where somebody sits says little of whose he is.
    country = named.code if named and named.code not in NO_LAND and found.nationality else ""
    if country and entity.country not in ("", country, *NON_STATES) and sure(entity):
        return None
    score = _lexical(found, entity, known)
    if score is None:
        return None
    if country and entity.country == country:
        score += 1.5
    elif country and entity.country not in ("", *NON_STATES) and score < 2:
        return None
    mods = found.mods - {"the", "this", "that"}
    score += 0.7 * len(mods & entity.words) - (0.3 if strange and entity.kind == "state" else 0.5 if strange else 0)
    if (mods & _DIRECTIONS) and (entity.words & _DIRECTIONS) and not mods & entity.words & _DIRECTIONS:
        return None
    if (mods & _PORTFOLIOS) and (entity.words & _PORTFOLIOS) and not mods & entity.words & _PORTFOLIOS:
        return None
    if entity.kind == "person" and found.former != entity.profile.former:
        # "The former president" is not the president; "the former banker" may well be.
        score -= 1.5 if found.head in entity.nouns else 0.0
    return score


def _lexical(found: Profile, entity: Entity, known: Knowledge) -> float | None:
    """How well the head noun fits: it was used of the entity, stands in one of its names, or means its sector."""
    head = found.head
    if entity.kind == "state":
        if "state" in kinds(head) and not found.plural and head not in OF_THE_STATE:
            return _state(head, entity, known)
        return None
    if not _kinds_meet(found, kinds(head), entity):
        return None
    if head in ("army", "military") and "REB" in entity.all_sectors:
        return None  # "The army" is the state's, whatever its enemies call themselves.
    if head in entity.nouns:
        return 3.0
    if head in entity.words or entity.nouns & _SYNONYMS.get(head, frozenset()):
        return 2.5
    if entity.fact and entity.kind != "person" and head in _name_words(entity, known):
        return 2.0
    told = sectors(head)
    wanted = told & _meant(found, entity)
    if "MIL" in wanted and ("government" in found.mods or _of_government(found)):
        known_state = (entity.fact or entity.profile.nationality) and len(entity.country) == 3
        wanted = frozenset({"MIL"} if known_state and "REB" not in entity.all_sectors else ())
    called = _called(entity) if entity.kind == "person" else frozenset()
    if wanted & entity.all_sectors:
        titled = _titled(head) and head not in _LOOSE
        if entity.kind == "person" and titled and _has_title(entity):
            return None
        # What somebody was called by tells more than what the coder took for the sector.
        return 1.4 if called and not told & called else 1.8
    if told & called and (head in _LOOSE or not _titled(head)):
        return 1.6
    if head in _HELD and entity.kind == "group" and not entity.turns[0].subject and not _armed(entity):
        return 1.35
    if head in _GENERIC and entity.kind == "organisation" and not (entity.fact or kinds(entity.profile.head)):
        return 1.0  # "the Standard": "the paper"
    if head in ("man", "woman") and entity.kind == "person":
        return None if entity.gender and entity.gender != ("f" if head == "woman" else "m") else 1.2
    if any(_of_one_stem(word, head) for word in entity.words):
        return 1.2
    # "The veteran go-between", "the former banker": of a person last spoken of anything may be told.
    loose = not _titled(head) or head in _LOOSE
    return 0.95 if entity.kind == "person" and loose and (found.former or not told) else None


def _called(entity: Entity) -> frozenset[str]:
    """The sectors of the nouns that a person was called by; ELI of one out of office."""
    called = frozenset(sector for noun in entity.nouns if "person" in kinds(noun) for sector in sectors(noun))
    return called | {"ELI"} if called and entity.profile.former else called


def _armed(entity: Entity) -> bool:
    return bool(sectors(entity.profile.head) & {"REB", "COP"})


def _of_one_stem(one: str, other: str) -> bool:
    """Whether two words begin alike: "bank" and "banker", "monastery" and "monastic"."""
    return min(len(one), len(other)) > 3 and (one[:5] == other[:5] or one.startswith(other) or other.startswith(one))


def _meant(found: Profile, entity: Entity) -> set[str]:
    """The sectors by which alone a description may mean an entity that it shares no word with."""
    theirs = senses(entity.profile.head)
    if found.plural and entity.kind == "organisation":
        # "The gunmen" may be a militia, "the delegates" are no government.
        return {"MIL", "REB", "PRM", "COP", "JUD", "LAB", "CRM", "REL", "AGR", "SOC", "IGO"} & entity.all_sectors
    if not found.plural and entity.kind == "group" and not any(sense.kind == "group" for sense in theirs):
        return set()
    if not found.plural and entity.kind == "organisation":
        if not (entity.names or entity.fact):
            # "The council" is hardly "a ministry" again, though "the chamber" may be "the parliament".
            return set(sectors(entity.profile.head)) - {"GOV"}
        if theirs and found.head not in _GENERIC:
            return set()
    return entity.all_sectors


def _of_government(found: Profile) -> bool:
    return found.lower.startswith(("the government's ", "the government’s "))


def _titled(head: str) -> bool:
    return bool(sectors(head) & _TITLED)


def _kinds_meet(found: Profile, meant: frozenset[str], entity: Entity) -> bool:
    """Whether number and kind of a description agree with an entity; groups and organisations go for each other."""
    if found.plural:
        return entity.kind in ("group", "organisation") and bool(meant & _SEVERAL or not meant)
    if entity.kind == "person":
        return "person" in meant
    return bool(meant & _COLLECTIVE) or (not meant and entity.kind != "group")


def _has_title(entity: Entity) -> bool:
    return any("person" in kinds(noun) for noun in entity.nouns)


def _state(head: str, entity: Entity, known: Knowledge) -> float:
    if head in _name_words(entity, known):
        return 2.5
    return 1.6 if head in ("country", "nation", "state", "power") else 1.3


def _name_words(entity: Entity, known: Knowledge) -> frozenset[str]:
    if not entity.fact:
        return frozenset()
    return _singulars(known.name_words(entity.fact))


@lru_cache(maxsize=4096)
def _singulars(words: frozenset[str]) -> frozenset[str]:
    return frozenset(singular(word.lower())[0] for word in words)
