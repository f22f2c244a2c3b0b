"""What a mention goes back to: by pronoun, by group phrase, by name, by description."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Mention
from dragoman.resolve.actors.entities import Entity
from dragoman.resolve.actors.groups import by_group, is_group, named_together
from dragoman.resolve.actors.names import by_name
from dragoman.resolve.actors.naming import Named
from dragoman.resolve.actors.nominals import by_description, government, relative
from dragoman.resolve.actors.profile import MANY, SPEAKERS, Profile, profile
from dragoman.resolve.actors.pronouns import by_pronoun, gender_of
from dragoman.resolve.actors.scene import Scene
from dragoman.resolve.actors.speech import speaker, tagged


@dataclass(frozen=True, slots=True)
class Link:
    """The entities that a mention goes back to, and by which rule."""

    entities: tuple[Entity, ...]
    rule: str


def link(scene: Scene, mention: Mention, found: Profile, named: Named | None, headline: bool) -> Link | None:
    """The link of a mention, or None if it speaks of somebody new.

    Args:
        scene: the article so far.
        mention: the mention.
        found: its profile.
        named: what a name in it tells.
        headline: whether it stands in the headline, whose descriptions have no article.
    """
    number = scene.layout.number(mention.start)
    if is_group(found.lower):
        group = by_group(found.lower, scene.cast, mention.start, number, scene.quoted)
        return _link(group, "article: several parties" if len(group) > 1 else "article: one of two")
    if found.lower in SPEAKERS:
        return _who_speaks(scene, number)
    if found.pronoun:
        return _pronoun(scene, mention, found, number)
    entity = by_name(found, named, mention.text, scene.cast)
    if entity:
        return Link((entity,), f"article: same name{named.note if named else ''}")
    owner = owner_of(scene, mention)
    entity = relative(found, owner, scene.cast) or by_description(
        found, named, scene.cast, number, scene.known, headline
    )
    if not entity and not named and not headline:
        country = owner.country if owner else scene.home.of(mention)[0]
        entity = government(found, country, scene.cast)
    return _link((entity,) if entity else (), "article: description")


def owner_of(scene: Scene, mention: Mention) -> Entity | None:
    """Whom "its", "his", "her" or "their" at a mention's beginning stands for."""
    if profile(mention).determiner != "its":
        return None
    word = mention.text.split(maxsplit=1)[0]
    if word.lower() not in ("its", "his", "her", "their"):
        return None
    pronoun = Mention(mention.start, mention.start + len(word), word, "A")
    number = scene.layout.number(mention.start)
    return by_pronoun(profile(pronoun), pronoun, scene.cast, number, scene.layout.text)


def _link(entities: tuple[Entity, ...], rule: str) -> Link | None:
    return Link(entities, rule) if entities else None


def _who_speaks(scene: Scene, number: int) -> Link | None:
    known = [mention for mention in scene.layout.by_sentence[number] if mention.start in scene.entities]
    said = speaker(known, scene.layout.sentences[number], scene.layout.text)
    entity = scene.entities[said.start] if said else scene.quoted
    return _link((entity,) if entity else (), "article: who speaks")


def _pronoun(scene: Scene, mention: Mention, found: Profile, number: int) -> Link | None:
    if found.lower in MANY:
        together = named_together(scene.cast, "person", mention.start, number)
        if together and not any(entity.kind == "group" for entity in scene.cast.before(mention.start, number)):
            return Link(together, "article: pronoun")
    text = scene.layout.text
    quoted = scene.quoted if tagged(mention, scene.layout.sentences[number], text) else None
    first = scene.layout.by_sentence[number][0]
    speaks = scene.entities.get(first.start) if profile(first).lower in SPEAKERS else None
    entity = by_pronoun(found, mention, scene.cast, number, text, quoted, speaks)
    if not entity:
        pair = by_group("both", scene.cast, mention.start, number) if found.lower in MANY else ()
        return _link(pair, "article: pronoun")
    entity.gender = entity.gender or gender_of(found.lower)
    return Link((entity,), "article: pronoun")
