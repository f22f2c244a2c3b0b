"""Countries and antecedents of mentions."""

from __future__ import annotations

import re

import pytest

from dragoman.records import Mention
from dragoman.resolve.actors import ActorResolver
from dragoman.resolve.knowledge import knowledge


def resolve(marked: str) -> list[Mention]:
    """Mentions are written in [brackets]."""
    text, mentions, at = "", [], 0
    for match in re.finditer(r"\[([^\]]+)\]", marked):
        text += marked[at : match.start()]
        mentions.append(Mention(len(text), len(text) + len(match[1]), match[1], "A"))
        text += match[1]
        at = match.end()
    return ActorResolver(knowledge()).resolve(mentions, text + marked[at:])


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("France", "FRA"),
        ("the U.S.", "USA"),
        ("South Korea's defence minister", "KOR"),
        ("Southern Korea", "KOR"),
        ("the Russian ambassador to Ukraine", "RUS"),
        ("NATO's secretary general", "IGO"),
        ("the UN envoy for Syria", "UNO"),
        ("the European Commission", "EUR"),
        ("Kremlin officials", "RUS"),
        ("Soviet troops", "RUS"),
        ("Hong Kong police", "HKG"),
        ("Abkhaz separatist leaders", "GEO"),
        ("French and German ministers", "XXX"),
        ("Doctors Without Borders", "NGO"),
    ],
)
def test_a_name_gives_the_country(name: str, country: str) -> None:
    assert resolve(f"[{name}] said so.")[0].country == country


def test_small_words_are_no_names_unless_the_whole_text_is_in_small_letters() -> None:
    found = resolve("[The government of Chad] spoke with [the rebels who fled] and sold [an apple].")
    assert [mention.country for mention in found] == ["TCD", "TCD", "TCD"]
    assert [mention.country for mention in resolve("[the who] warned [kenya] on monday")] == ["UNO", "KEN"]


def test_the_friend_of_a_state_does_not_get_its_code() -> None:
    found = resolve("Fighting went on in Ukraine. [Pro-Russian separatists] shelled [the Ukrainian army].")
    assert found[0].country == "UKR"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("[NATO Secretary-General Jens Holm] met Poles. [Holm] thanked them.", "NATO Secretary-General Jens Holm"),
        ("[Kenya's foreign ministry] said no. [The ministry] gave no reason.", "Kenya's foreign ministry"),
        ("[NATO] met in Brussels. [The alliance] agreed.", "North Atlantic Treaty Organization"),
        ("[French President Anne Morel] flew home. [She] said no.", "French President Anne Morel"),
    ],
)
def test_a_short_name_goes_back_to_the_first_full_mention(text: str, actor: str) -> None:
    first, second = resolve(text)
    assert second.actor == actor
    assert second.antecedents == (first.start,)
    assert second.rule.startswith("article:")


def test_every_country_names_its_rule() -> None:
    for mention in resolve("[France] and [police] and [Ms Unknown Person] and [NATO]"):
        assert mention.rule
