"""Who says so: statements of invented sentences in which the mentions are marked."""

from __future__ import annotations

import re

import pytest

from dragoman.clean.sentences import split
from dragoman.records import Mention, Statement
from dragoman.resolve.speakers import find_statements
from dragoman.resolve.speakers.quotes import find_quotes


def statements(marked: str) -> tuple[dict[int, str], list[Statement]]:
    """Actor mentions are written in [brackets], dates as [D:Monday], places as [P:Kigali]."""
    text, mentions, at = "", [], 0
    for match in re.finditer(r"\[(?:([DP]):)?([^\]]+)\]", marked):
        text += marked[at : match.start()]
        mentions.append(Mention(len(text), len(text) + len(match[2]), match[2], match[1] or "A"))
        text += match[2]
        at = match.end()
    text += marked[at:]
    found = find_statements(text, split(text), mentions)
    assert all(text[s.start : s.end] == s.text for s in found)
    return {m.start: m.text for m in mentions}, list(found)


def said(marked: str) -> list[tuple[str, str, str]]:
    """Speaker, kind and words of each statement."""
    names, found = statements(marked)
    return [(names[s.speaker], s.kind, s.text) for s in found]


@pytest.mark.parametrize(
    "marked",
    [
        "[The mayor] said [rebels] had taken the mill.",
        "[The mayor] told [reporters] by telephone on [D:Monday] that [rebels] had taken the mill.",
        "[The mayor], in a broadcast from [P:Goma], warned that [rebels] had taken the mill.",
        "[The mayor] denied that [rebels] had taken the mill.",
        "[The mayor] was quoted by [state radio] as saying that [rebels] had taken the mill.",
        "In [P:Goma] [the mayor] said [D:today] that [rebels] had taken the mill, a claim that [nobody] believed.",
        "[Rebels] had taken the mill, [the mayor] said.",
        "[Rebels] had taken the mill, [the mayor] told [reporters] late on [D:Monday].",
        "[Rebels] had taken the mill, said [the mayor], who watched from a roof.",
        "[Rebels] had taken the mill, [the mayor] told you.",
        "[Rebels] had taken the mill, according to [the mayor].",
        "According to [the mayor], [rebels] had taken the mill.",
        "It was reported by [the mayor] that [rebels] had taken the mill.",
        "[The mayor] greeted [the envoy] and said [rebels] had taken the mill.",
    ],
)
def test_reported_speech_has_its_speaker(marked: str) -> None:
    found = said(marked)
    assert [(kind, words.lower()) for _, kind, words in found] == [("reported", "rebels had taken the mill")]
    assert found[0][0].lower() == "the mayor"


@pytest.mark.parametrize(
    "marked",
    [
        '"They burned the mill," said [Ana Ruiz], a miller.',
        '"They burned the mill," [Ana Ruiz] said.',
        '[Ana Ruiz] said: "They burned the mill."',
        "“They burned the mill,” [Ana Ruiz] told [reporters].",
        "‘They burned the mill,’ [Ana Ruiz] said.",
        '[Ana Ruiz]: "They burned the mill."',
        'As [Ana Ruiz] put it, "they burned the mill".',
        '"They burned the mill" - with these words [Ana Ruiz] replied that "they burned the mill".',
    ],
)
def test_a_quotation_has_its_speaker_and_no_marks(marked: str) -> None:
    assert {(who, kind, words.lower()) for who, kind, words in said(marked)} == {
        ("Ana Ruiz", "quote", "they burned the mill")
    }


def test_a_quotation_goes_on_over_sentences_and_paragraphs() -> None:
    found = said(
        "“We hid,” said [Ana Ruiz]. “It was dark. Nobody spoke.\n“At dawn we ran.”\n[Soldiers] came.\n"
        "“They burned the mill. Then [they] left,” [Joao Lima] said."
    )
    assert [(who, words) for who, _, words in found] == [
        ("Ana Ruiz", "We hid"), ("Ana Ruiz", "It was dark"), ("Ana Ruiz", "Nobody spoke"),
        ("Ana Ruiz", "At dawn we ran"), ("Joao Lima", "They burned the mill"), ("Joao Lima", "Then they left"),
    ]  # fmt: skip


def test_a_pronoun_goes_on_with_the_last_speaker() -> None:
    found = said('[The envoy] said [both sides] had met. He added that [rebels] had left. "It is late," he said.')
    assert {who for who, _, _ in found} == {"The envoy"}
    assert len(found) == 3


def test_each_verb_of_a_sentence_gets_its_own_words() -> None:
    assert said(
        "[Police] said [youths] threw stones, but [witnesses] said [officers] fired first and denied a riot."
    ) == [
        ("Police", "reported", "youths threw stones"),
        ("witnesses", "reported", "officers fired first"),
        ("witnesses", "reported", "a riot"),
    ]
    assert [words for _, _, words in said("[The aide] said that talks had failed and that [Paris] would pay.")] == [
        "talks had failed", "Paris would pay",
    ]  # fmt: skip


def test_speech_inside_speech_is_kept_apart() -> None:
    found = said('"[The captain] told us that [the colonel] had fled," [a sergeant] said.')
    assert found == [
        ("a sergeant", "quote", "The captain told us that the colonel had fled"),
        ("The captain", "reported", "the colonel had fled"),
    ]


def test_an_interrupted_clause_is_one_statement() -> None:
    assert said("The bridge, [the army] said, was blown up by [rebels].") == [
        ("the army", "reported", "The bridge, the army said, was blown up by rebels")
    ]


def test_whoever_gives_the_name_is_quoted() -> None:
    assert said('[Lima] called the vote "a farce".') == [("Lima", "quote", "a farce")]
    assert said('The vote, denounced by [Lima] as "a farce", went on.') == [("Lima", "quote", "a farce")]


def test_a_relative_clause_ends_what_its_speaker_says() -> None:
    assert said("[A cook], who said [he] had seen the raid, was freed.") == [
        ("A cook", "reported", "he had seen the raid")
    ]


def test_the_first_of_two_names_speaks() -> None:
    assert said("[The premier], [Ana Ruiz], told [Lima] that [rebels] had fled.")[0][0] == "The premier"


def test_joint_speakers_both_say_it() -> None:
    found = said("[Troops] killed nine [people], [medics] and [the radio] said.")
    assert [who for who, _, _ in found] == ["medics", "the radio"]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("[Rebels] kill 12 in market, [doctors] say", "doctors"),
        ("[ISRAEL] SAYS [FIGHTERS] HIT BORDER POST", "ISRAEL"),
        ("[Rebels] seize bus in hills: [police]", "police"),
        ("[UN]: [Taliban] barred [women] from offices", "UN"),
        ("[Manila] denies ransom for [hostages]", "Manila"),
    ],
)
def test_headlines_name_their_speaker_too(headline: str, speaker: str) -> None:
    assert [who for who, _, _ in said(headline + "\nIt rained.")] == [speaker]


@pytest.mark.parametrize(
    "marked",
    [
        "[The minister] refused to say whether [soldiers] had fired.",
        "[The minister] did not deny that [soldiers] had fired.",
        "[The group] claimed responsibility for the attack.",
        "[Luanda] would neither confirm nor deny the raid.",
        "[The priest] said mass in [P:Juba].",
        "[Washington] barred ten [so-called \"spoilers\"] and read a report of [the council].",
        "The agreement was announced by [the envoy].",
        "[U.S. staff] were told to stay at home.",
        "[The ministry] warned [citizens] against travel.",
        "[The premier] announced a curfew.",
        "Speaking in [P:Geneva], [the envoy] said.",
    ],
)  # fmt: skip
def test_what_reports_no_words_is_no_statement(marked: str) -> None:
    assert said(marked) == []


def test_the_hearer_is_kept() -> None:
    names, found = statements("[The king] told [the council] that [the army] had left, [a clerk] said.")
    assert [(names[s.speaker], names.get(s.addressee)) for s in found if s.text == "the army had left"] == [
        ("The king", "the council")
    ]


def test_quotations_end_with_their_paragraph() -> None:
    text = 'He said: "One.\n"Two." It\'s a 5" nail.'
    assert [text[q.start : q.end] for q in find_quotes(text)] == ['"One.', '"Two."']
