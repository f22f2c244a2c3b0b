"""Resolves the A mentions of one article: names first, then what goes back to them, then what only the words around
tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.records import Mention, Sentence
from dragoman.resolve.actors import people
from dragoman.resolve.actors.confidence import confidence
from dragoman.resolve.actors.entities import NO_LAND, Cast, Entity, Turn, kind_of
from dragoman.resolve.actors.groups import by_group, is_group, named_together
from dragoman.resolve.actors.home import Home
from dragoman.resolve.actors.naming import Named, Naming, sectors_of
from dragoman.resolve.actors.nominals import by_description, by_name, government, relative
from dragoman.resolve.actors.nouns import senses
from dragoman.resolve.actors.profile import MANY, SPEAKERS, Profile, profile
from dragoman.resolve.actors.pronouns import CLAUSE, by_pronoun, gender_of
from dragoman.resolve.actors.speech import speaker, tagged
from dragoman.resolve.facts import Fact
from dragoman.resolve.knowledge import Knowledge, case_tells_nothing

#: What is told of somebody right behind the name: ", once head of the state savings bank,".
_CLAUSE_BEHIND = re.compile(
    r",\s((?:who|which|whose|once|a|an|the|its|head|chief|himself|herself)\s[^,;.\"“]{3,80})[,;.]"
)
_APPOSED = re.compile(r",\s")
_OBLIQUE = re.compile(r"\b(?:to|by|of|against|in|for|from|with|at|on|into|over|under|through|told|met|behind)\s$")
_SENTENCE_END = (".", "?", "!", '"', "”", "’")


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
        return _Article(self._known, mentions, text, places, sentences or (Sentence(0, len(text)),), day).resolve()


@dataclass(frozen=True, slots=True)
class _Link:
    """What a mention goes back to, and by which rule."""

    entities: tuple[Entity, ...]
    rule: str


class _Article:
    """One article while it is resolved."""

    def __init__(
        self,
        known: Knowledge,
        mentions: Sequence[Mention],
        text: str,
        places: Sequence[str],
        sentences: Sequence[Sentence],
        day: str,
    ) -> None:
        any_case = case_tells_nothing(text)
        self._known, self._mentions, self._text, self._sentences, self._day = known, mentions, text, sentences, day
        self._naming = Naming(known, text, any_case, day)
        self._home = Home(known, text, sentences, places, any_case, day)
        self._cast = Cast()
        self._done: dict[int, Mention] = {}
        self._entity: dict[int, Entity] = {}
        self._quoted: Entity | None = None

    def resolve(self) -> list[Mention]:
        """All mentions resolved, in text order. The headline comes last: its short names have their full ones below."""
        groups = [
            [mention for mention in self._mentions if sentence.start <= mention.start < sentence.end]
            for sentence in self._sentences
        ]
        first = 1 if len(self._sentences) > 1 and self._is_headline(self._sentences[0]) else 0
        if first:
            self._full_names(groups[0])
        for number in [*range(first, len(groups)), *range(first)]:
            self._sentence(number, groups[number], number < first)
        self._full_states()
        return [self._done[mention.start] for mention in self._mentions if mention.start in self._done]

    def _is_headline(self, sentence: Sentence) -> bool:
        return not self._text[sentence.start : sentence.end].rstrip().endswith(_SENTENCE_END)

    def _full_names(self, headline: list[Mention]) -> None:
        """Takes up the names of a headline that the text repeats word for word: they are full there already."""
        below = [mention for mention in self._mentions if mention.start >= self._sentences[0].end]
        for mention in headline:
            named, found = self._naming.of(mention), profile(mention)
            if not found.names and not (named and named.whole):
                continue
            people = found.nationality and named and named.fact.kind in ("state", "people")
            if named and named.whole and (people or named.fact.name.lower() not in found.lower):
                continue
            alike = [m for m in below if profile(m).head == found.head and found.names <= profile(m).names]
            if alike and _bare(alike[0].text) == _bare(mention.text):
                self._mention(mention, 0, headline=True)

    def _full_states(self) -> None:
        """Lets a capital that came before its state's name ("Rome said ... Italy did not") go back to that name."""
        for entity in self._cast:
            if entity.kind != "state" or not entity.fact or entity.fact.kind != "seat":
                continue
            full = [m for m in self._mentions if self._entity.get(m.start) is entity and self._is_full(m)]
            if full:
                self._root(entity, full[0])

    def _is_full(self, mention: Mention) -> bool:
        named = self._naming.of(mention)
        return bool(named and named.whole and named.fact.kind == "state" and not profile(mention).nationality)

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

    def _sentence(self, number: int, mentions: list[Mention], headline: bool) -> None:
        at = 0
        said = speaker(mentions, self._sentences[number], self._text)
        if said and said.start > mentions[0].start and profile(mentions[0]).lower in SPEAKERS:
            # "I have read more," the captain said: the speaker first.
            self._mention(said, number, headline)
        while at < len(mentions):
            mention = mentions[at]
            if mention.start in self._done:
                at += 1
                continue
            following = mentions[at + 1] if at + 1 < len(mentions) else None
            if following and self._announces(mention, following):
                self._mention(following, number, headline, owner=mention)
                self._appose(mention, following, number)
                at += 2
                continue
            before = mentions[at - 1] if at else None
            if before and self._describes(before, mention):
                self._appose(mention, before, number)
            else:
                self._mention(mention, number, headline)
            at += 1
        if said and said.start in self._entity and not headline:
            self._quoted = self._entity[said.start]

    def _announces(self, mention: Mention, following: Mention) -> bool:
        """ "Its foreign minister, | Birgitte Holm": a description with the name right behind it."""
        one, two = profile(mention), profile(following)
        return bool(
            _APPOSED.fullmatch(self._text, mention.end, following.start)
            and two.name and not one.name and not two.determiner and one.head and not one.plural
            and one.determiner in ("the", "its", "a")
        )  # fmt: skip

    def _describes(self, before: Mention, mention: Mention) -> bool:
        """ "President Mwanza, | the declared winner,": a description right behind the name."""
        found, named = profile(mention), profile(before)
        if not _APPOSED.fullmatch(self._text, before.end, mention.start) or before.start not in self._entity:
            return False
        if found.name or found.plural or found.determiner not in ("the", "its", "a") or found.pronoun:
            return False
        if not re.match(r"(?:,|\.|\s(?:that|which|who|in that)\b|;)", self._text[mention.end :]):
            return False
        after = self._text[mention.end : mention.end + 5]
        listed = after.startswith((", and", ", or"))
        return not listed and bool(named.names) and (bool(named.name) or found.determiner != "the")

    def _appose(self, mention: Mention, name: Mention, number: int) -> None:
        entity = self._entity[name.start]
        found = profile(mention)
        entity.nouns |= {found.head, *found.mods} - {""}
        entity.words |= {found.head, *found.mods}
        kinds = {sense.kind for sense in senses(found.head)}
        if entity.kind == "person" and kinds and "person" not in kinds:
            entity.kind = "organisation"
        if found.head == "counterpart":
            entity.nouns |= next(
                (e.nouns for e in self._cast.recent() if e.kind == "person" and e is not entity), set()
            )
        self._follow(mention, _Link((entity,), "article: apposition"), number)
        entity.turns[-1] = replace(entity.turns[-1], subject=False)

    def _mention(self, mention: Mention, number: int, headline: bool, owner: Mention | None = None) -> None:
        found = profile(mention)
        named = None if found.pronoun else self._naming.of(mention)
        link = self._link(mention, found, named, number, headline)
        if link:
            self._follow(mention, link, number, named)
            if headline and not found.names and _bare(link.entities[0].first.text) == found.lower:
                # "Monks": the text never says more of them.
                self._root(link.entities[0], mention)
            return
        made, fact = self._new(mention, found, named, owner)
        self._done[mention.start] = made
        if not found.pronoun and not is_group(found.lower):
            self._introduce(made, found, named, fact, number)

    def _link(self, mention: Mention, found: Profile, named: Named | None, number: int, headline: bool) -> _Link | None:
        lower = found.lower
        if is_group(lower):
            group = by_group(lower, self._cast, mention.start, number)
            return (
                _Link(group, "article: several parties" if len(group) > 1 else "article: short name") if group else None
            )
        if lower in SPEAKERS:
            said = speaker([m for m in self._mentions if m.start in self._entity], self._sentences[number], self._text)
            entity = self._entity[said.start] if said else self._quoted
            return _Link((entity,), "article: who speaks") if entity else None
        if found.pronoun:
            together = named_together(self._cast, "person", mention.start, number) if lower in MANY else ()
            if together and not any(e.kind == "group" for e in self._cast.before(mention.start, number)):
                return _Link(together, "article: pronoun")
            quoted = self._quoted if tagged(mention, self._sentences[number], self._text) else None
            entity = by_pronoun(found, mention, self._cast, number, self._text, quoted)
            if not entity and lower in MANY:
                pair = by_group("both", self._cast, mention.start, number)
                return _Link(pair, "article: pronoun") if pair else None
            if entity and not entity.gender:
                entity.gender = gender_of(lower)
            return _Link((entity,), "article: pronoun") if entity else None
        entity = by_name(found, named, mention.text, self._cast)
        if entity:
            return _Link((entity,), "article: same name")
        owner = self._owner(mention)
        entity = (
            relative(found, owner, self._cast)
            or by_description(found, named, self._cast, number, self._known, headline)
            or (None if named or headline else government(found, self._home.of(mention)[0], self._cast))
        )
        if not entity and owner and found.lower.endswith(" government"):
            entity = government(found, owner.country, self._cast)
        return _Link((entity,), "article: description") if entity else None

    def _follow(self, mention: Mention, link: _Link, number: int, named: Named | None = None) -> None:
        """Gives a mention what its entity has, and the entity one more turn."""
        entities = link.entities
        first = entities[0].first
        countries = {entity.first.country for entity in entities}
        sectors = dict.fromkeys(sector for entity in entities for sector in entity.first.sectors)
        country = first.country if len(countries) == 1 else "XXX"
        if named and named.code not in NO_LAND:
            country = named.code
        starts = tuple(sorted({start for entity in entities for start in entity.starts()}))
        if len(entities) == 1:
            entity = entities[0]
        else:
            entity = Entity(mention, profile(mention), "group", members=entities)
            self._cast.add(entity, self._turn(mention, number))
        entity.turns.append(self._turn(mention, number))
        self._entity[mention.start] = entity
        self._done[mention.start] = self._rated(
            mention, country, tuple(sectors), ", ".join(e.first.actor for e in entities), link.rule, starts
        )

    def _new(
        self, mention: Mention, found: Profile, named: Named | None, owner: Mention | None
    ) -> tuple[Mention, Fact | None]:
        """A mention that goes back to nothing: by its name, by whom it belongs to, by the words around."""
        country = named.code if named else ""
        person = people.person(self._known, mention.text, found, country, self._day)
        if person:
            fact, held = person
            sectors = people.sectors_at(self._known, fact, self._day) or mention.sectors
            rule = fact.rule if held else f"{fact.rule}, not in office"
            return self._rated(mention, fact.code, sectors, fact.name, rule), fact
        if named:
            return self._named(mention, named), named.fact
        if owner or found.determiner == "its":
            whose = self._owner(owner or mention)
            if whose:
                code = whose.first.country
                return self._rated(mention, code, mention.sectors, mention.text, "article: whose it is"), None
        if mention.country:
            return self._rated(mention, mention.country, mention.sectors, mention.text, "model"), None
        code, rule = self._home.seat(mention, found.name) or self._home.of(mention)
        return self._rated(mention, code, mention.sectors, mention.text, rule), None

    def _named(self, mention: Mention, named: Named) -> Mention:
        code, rule, actor = named.code, named.rule, named.fact.name if named.whole else mention.text
        if named.fact.homes:
            among, why = self._home.of(mention, named.fact.homes)
            code, rule = (among, f"{rule}; {why}") if among != "XXX" else (code, rule)
        office = people.holder(self._known, mention.text, code, self._day)
        if office:
            return self._rated(mention, code, office.sectors, office.name, f"{office.rule} at {self._day}")
        return self._rated(mention, code, sectors_of(mention, named), actor, rule)

    def _owner(self, mention: Mention) -> Entity | None:
        """Whom "its", "his", "their" at a mention's beginning stands for."""
        word = mention.text.split(maxsplit=1)[0]
        if word.lower() not in ("its", "his", "her", "their"):
            return None
        pronoun = Mention(mention.start, mention.start + len(word), word, "A")
        number = self._number(mention.start)
        return by_pronoun(profile(pronoun), pronoun, self._cast, number, self._text, None)

    def _number(self, start: int) -> int:
        return next((i for i, s in enumerate(self._sentences) if s.start <= start < s.end), 0)

    def _introduce(self, made: Mention, found: Profile, named: Named | None, fact: Fact | None, number: int) -> None:
        follows = self._text[made.end : made.end + 8]
        whole = bool(named and named.whole)
        kind = "person" if fact and fact.kind == "person" else kind_of(made, found, fact, whole, follows)
        known = fact if fact and (whole or fact.kind == "person") else None
        entity = Entity(made, found, kind, known, found.gender)
        entity.nouns |= {found.head, *found.mods} - {"", "the", "a", "its"}
        entity.words |= entity.nouns | {word.lower() for word in found.names}
        clause = _CLAUSE_BEHIND.match(self._text, made.end)
        if clause:
            entity.words |= set(re.findall(r"[a-z-]{4,}", clause[1]))
        entity.names |= set(found.names)
        if entity.fact and kind in ("state", "organisation"):
            entity.names |= {word for name in self._known.names(entity.fact) for word in name.split()}
        self._entity[made.start] = entity
        self._cast.add(entity, self._turn(made, number))

    def _turn(self, mention: Mention, number: int) -> Turn:
        start = self._sentences[number].start
        earlier = [m for m in self._mentions if start <= m.start < mention.start]
        since = self._text[earlier[-1].end if earlier else start : mention.start]
        begins = not earlier or bool(CLAUSE.search(f"{since} "))
        subject = begins and not _OBLIQUE.search(since)
        return Turn(number, mention.start, mention.end, subject, subject and not earlier, _several(mention))

    def _rated(
        self,
        mention: Mention,
        country: str,
        sectors: tuple[str, ...],
        actor: str,
        rule: str,
        antecedents: tuple[int, ...] = (),
    ) -> Mention:
        return replace(
            mention,
            country=country if country not in NO_LAND else "XXX",
            sectors=sectors,
            actor=actor,
            antecedents=antecedents,
            rule=rule,
            confidence=confidence(rule),
        )


def _bare(text: str) -> str:
    return text.lower().removeprefix("the ")


def _several(mention: Mention) -> bool:
    found = profile(mention)
    return found.plural or (found.nationality and found.people and not found.names)
