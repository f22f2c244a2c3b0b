"""First mentions: whose somebody new is, by name, by date and office, by whom he belongs to, by the words around."""

from __future__ import annotations

import re

from dragoman.records import Mention
from dragoman.resolve.actors import people
from dragoman.resolve.actors.entities import Entity, kind_of
from dragoman.resolve.actors.links import owner_of
from dragoman.resolve.actors.naming import Named, sectors_of
from dragoman.resolve.actors.profile import Profile, profile
from dragoman.resolve.actors.scene import Scene, resolved
from dragoman.resolve.facts import Fact

#: How many sentences after a description its name may come.
_SOON = 3
#: What is told of somebody right behind the name: ", once head of the state savings bank,".
_CLAUSE_BEHIND = re.compile(
    r",\s((?:who|which|whose|once|a|an|the|its|head|chief|himself|herself)\s[^,;.\"“]{3,80})[,;.]"
)


def first_mention(
    scene: Scene, mention: Mention, found: Profile, named: Named | None, announced: Mention | None
) -> tuple[Mention, Fact | None]:
    """A mention that goes back to nothing, resolved, and the fact that its name gave.

    Args:
        scene: the article so far.
        mention: the mention.
        found: its profile.
        named: what a name in it tells.
        announced: the description right before it ("Its foreign minister, | Birgitte Holm").
    """
    person = people.person(scene.known, mention.text, found, named.code if named else "", scene.day)
    if person:
        fact, held = person
        sectors = people.sectors_at(scene.known, fact, scene.day) or mention.sectors
        rule = fact.rule if held else f"{fact.rule}, not in office"
        return resolved(mention, fact.code, sectors, fact.name, rule, actor_id=fact.id), fact
    if named:
        return _named(scene, mention, named), named.fact
    owner = owner_of(scene, announced or mention)
    if owner:
        return resolved(mention, owner.first.country, mention.sectors, mention.text, "article: whose it is"), None
    if announced and (described := scene.naming.of(announced)):
        return resolved(mention, described.code, mention.sectors, mention.text, described.rule), None
    if mention.country:
        return resolved(mention, mention.country, mention.sectors, mention.text, "model"), None
    code, rule = scene.home.seat(mention, found.name) or scene.home.of(mention)
    return resolved(mention, code, mention.sectors, mention.text, rule), None


def _named(scene: Scene, mention: Mention, named: Named) -> Mention:
    code, rule = named.code, named.rule
    if named.fact.homes:
        among, why = scene.home.of(mention, named.fact.homes)
        code, rule = (among, f"{rule}; {why}") if among != "XXX" else (code, rule)
    office = people.holder(scene.known, mention.text, code, scene.day)
    if office:
        rule = f"{office.rule} at {scene.day}"
        return resolved(mention, code, office.sectors, office.name, rule, actor_id=office.id)
    actor, actor_id = (named.fact.name, named.fact.id) if named.whole else (mention.text, "")
    return resolved(mention, code, sectors_of(mention, named), actor, rule, actor_id=actor_id)


def introduce(scene: Scene, made: Mention, found: Profile, named: Named | None, fact: Fact | None) -> None:
    """Adds a first mention to the cast as a new entity."""
    text, whole = scene.layout.text, bool(named and named.whole)
    office_holder = bool(fact) and fact.kind == "person"  # type: ignore[union-attr]
    kind = "person" if office_holder else kind_of(made, found, fact, whole, text[made.end : made.end + 8])
    entity = Entity(made, found, kind, fact if whole or office_holder else None, found.gender)
    entity.nouns |= {found.head, *found.mods} - {"", "the", "a", "its"}
    if text[: made.start].endswith(("two ", "Two ")):
        entity.nouns.add("two")
    entity.words |= entity.nouns | {word.lower() for word in found.names}
    behind = _CLAUSE_BEHIND.match(text, made.end)
    if behind:
        following = scene.layout.by_sentence[scene.layout.number(made.start)]
        if not any(made.end < mention.start < behind.end() for mention in following):
            entity.words |= set(re.findall(r"[a-z-]{4,}", behind[1]))
    entity.names |= found.names
    if entity.fact and kind in ("state", "organisation"):
        entity.names |= scene.known.name_words(entity.fact)
    scene.entities[made.start] = entity
    scene.cast.add(entity, scene.layout.turn(made))


def named_later(scene: Scene, made: Mention, found: Profile, announced: Mention | None) -> Entity | None:
    """Whom a named person was before the name: "a captain" of "Captain Adama", or what its description speaks of.

    Args:
        scene: the article so far, with the person.
        made: the person's mention.
        found: its profile.
        announced: the description right before it ("The lawmaker, | Adrian Thibodeau").
    """
    if not found.name:
        return None
    told = profile(announced) if announced else found
    if announced and told.determiner != "the":
        return None
    number = scene.layout.number(made.start)
    for entity in scene.cast.recent():
        indefinite = entity.kind == "person" and entity.profile.determiner == "a" and not entity.profile.name
        if indefinite and entity.profile.head == told.head and number - entity.last.sentence <= _SOON:
            return entity
    return None
