"""Who has been spoken of in an article so far: entities, each with its first full mention and where it was named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from dragoman.records import Mention
from dragoman.resolve.actors.nouns import senses
from dragoman.resolve.actors.profile import Profile, bare
from dragoman.resolve.facts import Fact

_LATEST = attrgetter("latest")
NO_LAND = ("", "XXX")
#: What nouns call actors of no state that have no sector: "the body", "the charity", "the company".
_INSTITUTIONAL = {"IGO": "IGO", "UNO": "IGO", "EUR": "IGO", "NGO": "SOC", "ISM": "SOC", "MNC": "BUS"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One mention of an entity: its sentence's number and its span; whether it begins a clause, as a subject does,
    whether it is the sentence's first mention, and whether it was a plural ("the Ecuadoreans")."""

    sentence: int
    start: int
    end: int
    subject: bool
    opens: bool
    plural: bool


@dataclass(slots=True, eq=False)
class Entity:
    """One participant of the article.

    `kind` is person, group (several persons), organisation or state. `nouns` are head nouns and titles that it was
    called by, `words` all its words, in small letters; `names` the proper ones; `bare` is the first mention's text as
    `profile.bare` gives it, `latest` the start of the last turn. `members` are the entities that "both
    sides" means.
    """

    first: Mention
    profile: Profile
    kind: str
    fact: Fact | None = None
    gender: str = ""
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    members: tuple[Entity, ...] = ()
    turns: list[Turn] = field(default_factory=list)
    bare: str = field(init=False)
    latest: int = field(init=False, default=-1)

    def __post_init__(self) -> None:
        self.bare = bare(self.first.text)

    @property
    def plural(self) -> bool:
        """Whether it is several persons or parties."""
        return self.kind == "group" or bool(self.members)

    @property
    def country(self) -> str:
        """The country of its first mention, empty where that tells nothing."""
        return "" if self.first.country in NO_LAND else self.first.country

    @property
    def last(self) -> Turn:
        """Where it was spoken of last."""
        return self.turns[-1]

    @property
    def all_sectors(self) -> set[str]:
        """Its sectors, and what stands for one with an actor of no state."""
        return {*self.first.sectors, _INSTITUTIONAL.get(self.first.country, "")} - {""}

    def speak(self, turn: Turn) -> None:
        """One more turn."""
        self.turns.append(turn)
        self.latest = turn.start

    def starts(self) -> tuple[int, ...]:
        """The starts of the first full mentions that it stands for."""
        if self.members:
            return tuple(start for member in self.members for start in member.starts())
        return (self.first.start,)


class Cast:
    """The entities of one article in the order of their first mention."""

    def __init__(self) -> None:
        self._entities: list[Entity] = []

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._entities)

    def recent(self) -> list[Entity]:
        """Entities, the last spoken of first."""
        return sorted(self._entities, key=_LATEST, reverse=True)

    def add(self, entity: Entity, turn: Turn) -> None:
        """A new entity with its first turn."""
        entity.speak(turn)
        self._entities.append(entity)

    def drop(self, entity: Entity) -> None:
        """Takes out an entity that turned out to be another."""
        self._entities.remove(entity)

    def before(self, start: int, sentence: int) -> list[Entity]:
        """Entities spoken of in a sentence before a place in it, in text order."""
        found = [
            (turn.start, entity)
            for entity in self._entities
            for turn in entity.turns
            if turn.sentence == sentence and turn.start < start
        ]
        return [entity for _, entity in sorted(found, key=lambda pair: pair[0])]


def kind_of(mention: Mention, found: Profile, fact: Fact | None, whole: bool, follows: str) -> str:
    """What a mention speaks of: person, group, organisation or state.

    Args:
        mention: the mention.
        found: its profile.
        fact: the fact that its name gives, if any.
        whole: whether the name is all of the mention.
        follows: the text after the mention: ", who" tells a person, ", which" a thing.
    """
    if fact and whole and fact.kind in ("people", "world"):
        return "group"
    if fact and whole and not found.nationality:
        if fact.kind in ("state", "seat", "region"):
            return "state"
        return "person" if fact.kind == "person" else "organisation"
    kinds = [sense.kind for sense in senses(found.head)]
    if found.name and not follows.startswith((", which", " which")) and "organisation" not in kinds[:1]:
        single = len(found.name) == 1 and len(found.names) == 1 and not kinds and not found.gender
        thing = bool({"BUS", "JRN", "REB", "MIL", "LAB"} & set(mention.sectors)) or mention.country not in NO_LAND
        if not single or follows.startswith(", who") or not thing:
            return "person"
        return "organisation"
    if follows.startswith(", who") and not found.plural:
        return "person"
    if found.plural and (found.low_head or "organisation" not in kinds):
        return "group"
    if kinds:
        # What is only described as a state is hardly one of the story's states.
        kind = "organisation" if found.names and "organisation" in kinds else kinds[0]
        return "organisation" if kind == "state" else kind
    if found.nationality and whole:
        return "group" if found.people else "person"
    return "organisation"


def sure(entity: Entity) -> bool:
    """Whether more than the words around told an entity's country."""
    return not entity.first.rule.startswith(("article: state", "nothing"))
