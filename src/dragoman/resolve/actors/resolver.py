"""Resolves the A mentions of one article: sentence by sentence, the headline last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.records import Mention, Sentence
from dragoman.resolve.actors.entities import NO_LAND, Entity
from dragoman.resolve.actors.first import first_mention, introduce, named_later
from dragoman.resolve.actors.groups import is_group
from dragoman.resolve.actors.home import Home
from dragoman.resolve.actors.layout import Layout
from dragoman.resolve.actors.links import Link, link
from dragoman.resolve.actors.naming import Named, Naming
from dragoman.resolve.actors.nouns import senses
from dragoman.resolve.actors.profile import SPEAKERS, bare, profile
from dragoman.resolve.actors.scene import Scene, resolved
from dragoman.resolve.actors.speech import speaker
from dragoman.resolve.knowledge import Knowledge, case_tells_nothing


class ActorResolver:
    """Resolves the A mentions of one article at a time.

    Args:
        known: the knowledge.
    """

    def __init__(self, known: Knowledge) -> None:
        self._known = known

    def resolve(
        self,
        mentions: Sequence[Mention],
        text: str,
        places: Sequence[str] = (),
        sentences: Sequence[Sentence] = (),
        day: str = "",
    ) -> list[Mention]:
        """The A mentions with country, sectors, name, antecedents, the rule that gave them and its confidence.

        Args:
            mentions: the article's A mentions, in text order.
            text: the article's text.
            places: more texts that say where the article plays, such as its dateline.
            sentences: the article's sentences; without them the text counts as one.
            day: ISO date that decides who held an office and which time of a group counts; empty if unknown.
        """
        sentences = sentences or (Sentence(0, len(text)),)
        naming = Naming(self._known, text, case_tells_nothing(text), day)
        home = Home(self._known, naming.hits, text, sentences, places)
        scene = Scene(self._known, Layout(text, sentences, mentions), naming, home, day)
        done = _Article(scene).resolve()
        return [done[mention.start] for mention in mentions]


class _Article:
    """The way through one article."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._layout = scene, scene.layout
        self._done: dict[int, Mention] = {}

    def resolve(self) -> dict[int, Mention]:
        """All mentions by their start. A headline comes last: the full mentions of its short names stand below it."""
        count, headlines = len(self._layout.sentences), self._layout.headlines
        if headlines:
            self._full_names(self._layout.by_sentence[0])
        for number in [*range(headlines, count), *range(headlines)]:
            self._sentence(number, headline=number < headlines)
        self._full_states()
        return self._done

    def _sentence(self, number: int, headline: bool) -> None:
        mentions = self._layout.by_sentence[number]
        if not mentions:
            return
        said = speaker(mentions, self._layout.sentences[number], self._layout.text)
        if said and said is not mentions[0] and profile(mentions[0]).lower in SPEAKERS:
            # "I have read more," the captain said: the speaker first.
            self._mention(said, headline)
        for at, mention in enumerate(mentions):
            if mention.start in self._done:
                continue
            before = mentions[at - 1] if at else None
            following = mentions[at + 1] if at + 1 < len(mentions) else None
            if following and self._layout.announces(mention, following) and self._one_state(mention, following):
                self._mention(following, headline, announced=mention)
                self._appose(mention, following)
            elif before and before.start in self._scene.entities and self._layout.describes(before, mention):
                self._appose(mention, before)
            else:
                self._mention(mention, headline)
        if said and said.start in self._scene.entities and not headline:
            self._scene.quoted = self._scene.entities[said.start]

    def _one_state(self, one: Mention, two: Mention) -> bool:
        """Whether two mentions do not name two states: "after talks with the Thai premier, Lao Minister Bounmy"."""
        names = [self._scene.naming.of(mention) for mention in (one, two) if profile(mention).nationality]
        return len({named.code for named in names if named} - set(NO_LAND)) < 2

    def _mention(self, mention: Mention, headline: bool, announced: Mention | None = None) -> None:
        found = profile(mention)
        named = None if found.pronoun else self._scene.naming.of(mention)
        back = link(self._scene, mention, found, named, headline)
        if back:
            self._follow(mention, back, named)
            if back.rule == "article: description" and found.determiner == "the":
                back.entities[0].nouns.add(found.head)
                back.entities[0].words.add(found.head)
            if headline and not found.names and back.entities[0].bare == found.lower:
                # "Monks": the text never says more of them.
                self._root(back.entities[0], mention)
            return
        made, fact = first_mention(self._scene, mention, found, named, announced)
        self._done[mention.start] = made
        if not found.pronoun and not is_group(found.lower):
            introduce(self._scene, made, found, named, fact)
            unnamed = named_later(self._scene, made, found, announced)
            if unnamed:
                self._name(unnamed, self._scene.entities[made.start])

    def _follow(self, mention: Mention, back: Link, named: Named | None = None) -> None:
        """Gives a mention what its entities have, and them one more turn."""
        entities = back.entities
        countries = {entity.first.country for entity in entities}
        country = countries.pop() if len(countries) == 1 else "XXX"
        if named and named.code not in NO_LAND:
            country = named.code
        sectors = dict.fromkeys(sector for entity in entities for sector in entity.first.sectors)
        starts = tuple(sorted({start for entity in entities for start in entity.starts()}))
        turn = self._layout.turn(mention)
        if len(entities) == 1:
            entity = entities[0]
            entity.speak(turn)
        else:
            entity = Entity(mention, profile(mention), "group", members=entities)
            self._scene.cast.add(entity, turn)
        self._scene.entities[mention.start] = entity
        actor = ", ".join(other.first.actor for other in entities)
        actor_id = entities[0].first.actor_id if len(entities) == 1 else ""
        self._done[mention.start] = resolved(mention, country, tuple(sectors), actor, back.rule, starts, actor_id)

    def _name(self, unnamed: Entity, entity: Entity) -> None:
        """Gives somebody who was only described the name that comes later, to which all mentions go back."""
        for turn in unnamed.turns:
            self._scene.entities[turn.start] = entity
        self._root(unnamed, self._done[entity.first.start])
        entity.turns[:0] = unnamed.turns
        entity.nouns |= unnamed.nouns
        entity.words |= unnamed.words
        entity.gender = entity.gender or unnamed.gender
        self._scene.cast.drop(unnamed)

    def _appose(self, mention: Mention, name: Mention) -> None:
        """A description beside its name: it goes back to the name, and tells more of it."""
        entity, found = self._scene.entities[name.start], profile(mention)
        entity.nouns |= {found.head, *found.mods} - {""}
        entity.words |= entity.nouns
        kinds = {sense.kind for sense in senses(found.head)}
        if entity.kind == "person" and kinds and "person" not in kinds:
            entity.kind = "organisation"
        if found.head == "counterpart":
            others = (other.nouns for other in self._scene.cast.recent() if other.kind == "person")
            entity.nouns |= next((nouns for nouns in others if nouns is not entity.nouns), set())
        self._follow(mention, Link((entity,), "article: apposition"))
        entity.turns[-1] = replace(entity.turns[-1], subject=False)

    def _full_names(self, headline: list[Mention]) -> None:
        """Takes up the names of a headline that the text repeats word for word: they are full there already."""
        below = [mention for inside in self._layout.by_sentence[1:] for mention in inside]
        for mention in headline:
            named, found = self._scene.naming.of(mention), profile(mention)
            if named and named.whole:
                people = found.nationality and named.fact.kind in ("state", "people")
                if people or named.fact.name.lower() not in found.lower:
                    continue
            elif not found.names:
                continue
            alike = [m for m in below if profile(m).head == found.head and found.names <= profile(m).names]
            if alike and bare(alike[0].text) == bare(mention.text):
                self._mention(mention, headline=True)

    def _full_states(self) -> None:
        """Lets a capital that came before its state's name ("Rome said ... Italy did not") go back to that name."""
        for entity in self._scene.cast:
            if entity.kind == "state" and entity.fact and entity.fact.kind == "seat":
                turns = (self._done[turn.start] for turn in entity.turns)
                full = next((mention for mention in turns if self._is_full(mention)), None)
                if full:
                    self._root(entity, full)

    def _is_full(self, mention: Mention) -> bool:
        named = None if profile(mention).nationality else self._scene.naming.of(mention)
        return bool(named and named.whole and named.fact.kind == "state")

    def _root(self, entity: Entity, full: Mention) -> None:
        """Makes another mention of an entity the one that all others go back to."""
        old, new = entity.first.start, full.start
        for start, mention in self._done.items():
            if start == new:
                self._done[start] = replace(mention, antecedents=())
            elif start == old:
                self._done[start] = replace(mention, antecedents=(new,))
            elif old in mention.antecedents:
                moved = {new if other == old else other for other in mention.antecedents}
                self._done[start] = replace(mention, antecedents=tuple(sorted(moved)))
        entity.first = self._done[new]
        entity.bare = bare(entity.first.text)
