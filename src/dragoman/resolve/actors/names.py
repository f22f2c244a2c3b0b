"""Names to the entity that was called by them before: surnames, acronyms, capitals, nationalities, repetitions."""

from __future__ import annotations

from dragoman.resolve.actors.entities import Cast, Entity, sure
from dragoman.resolve.actors.naming import Named
from dragoman.resolve.actors.nouns import OF_THE_STATE, senses
from dragoman.resolve.actors.profile import Profile, bare


def by_name(found: Profile, named: Named | None, text: str, cast: Cast) -> Entity | None:
    """The entity that was called by the same name, by a longer one, or by the name of the same fact."""
    if named and named.whole and named.code != "XXX":
        if found.nationality and named.fact.kind == "state":
            return _nationals(found, named, cast)
        for entity in cast:
            if entity.fact and not entity.members and _same(entity, named):
                return entity
        if named.fact.kind == "seat":
            heads = [e for e in cast if e.country == named.code and e.kind == "organisation" and e.nouns & OF_THE_STATE]
            if heads:
                return heads[0]
    lower = bare(text)
    for entity in cast.recent():
        if entity.bare == lower and found.determiner not in ("a", "its") and not entity.members:
            return entity
    if found.determiner in ("a", "its") or not found.names or (named and named.whole):
        return None
    name_only = not senses(found.head) or bool(found.name)
    for entity in cast.recent():
        if found.names <= entity.names and (name_only or found.head in entity.nouns) and _compatible(found, entity):
            return entity
        if name_only and len(found.names) == 1 and next(iter(found.names)) in _initials(entity):
            return entity
    return None


def _same(entity: Entity, named: Named) -> bool:
    assert entity.fact
    if named.fact.kind in ("state", "seat"):
        return entity.kind == "state" and entity.fact.code == named.code and entity.fact.kind in ("state", "seat")
    return entity.kind != "person" and entity.fact.name == named.fact.name and entity.fact.kind == named.fact.kind


def _nationals(found: Profile, named: Named, cast: Cast) -> Entity | None:
    """ "The Ecuadoreans", "the Cambodian": persons of that country spoken of before, or one whose country nothing
    told, else its state."""
    person = not found.people
    instead = None
    for entity in cast.recent():
        if entity.members:
            continue
        if not person and entity.kind == "group" and bare(found.lower) in entity.bare.split():
            return entity  # "Serbs": "Kosovo Serbs"
        if entity.country != named.code:
            if person and entity.kind == "person" and not sure(entity):
                instead = instead or entity
            continue
        if person and entity.kind == "person" and entity.fact is None:
            return entity
        if not person and entity.kind == "group" and entity.profile.nationality:
            return entity
        if entity.kind == "state" and entity.fact and not person:
            instead = instead or entity
    return instead


def _initials(entity: Entity) -> set[str]:
    words = [word for word in entity.first.text.replace("-", " ").split() if word[0].isupper() and word != "The"]
    letters = "".join(word[0] for word in words)
    small = "".join(word[0].upper() for word in entity.first.text.split() if word.lower() not in ("the", "a", "an"))
    return {letters, small} if len(letters) > 1 else set()


def _compatible(found: Profile, entity: Entity) -> bool:
    if found.name and entity.kind == "person":
        return not (found.gender and entity.gender and found.gender != entity.gender)
    return not found.plural or entity.kind in ("group", "organisation")
