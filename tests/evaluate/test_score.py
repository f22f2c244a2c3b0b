"""Scoring: what counts as right."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.decode import FoundEvent, FoundMention, FoundSentence
from dragoman.corpus.reader import Record, parse
from dragoman.evaluate.score import Tally, compare, figures, macro_f1

RECORD: Record = next(
    parse("""% wire a-1
= [A1|Rebels] struck [A2|an army base] on [D1|Monday].
@ A1 MLI REB; A2 MLI MIL
> ASSAULT 190; A1; A2; struck; D1; ; actual
""")
)
MENTIONS = (
    FoundMention(0, 6, "A", ("REB",), "STATE"),
    FoundMention(14, 26, "A", ("MIL",), "STATE"),
    FoundMention(30, 36, "D", (), ""),
)
EVENT = FoundEvent(7, 13, "ASSAULT", "", "190", "actual", (0,), (1,), 2, None, (), 0.9)


def scores(*events: FoundEvent, mentions: tuple[FoundMention, ...] = MENTIONS) -> dict[str, float]:
    tally = compare(RECORD, FoundSentence(mentions, events, ()))
    return {figure.name: figure.f1 for figure in figures([tally], rounds=5)}


def test_a_perfect_answer_scores_one_everywhere() -> None:
    found = scores(EVENT)
    assert all(found[name] == 1.0 for name in found if name not in ("contexts", "sizes"))


def test_an_empty_recipient_matches_only_an_empty_one() -> None:
    found = scores(replace(EVENT, recipients=()))
    assert found["typed_triggers"] == 1.0
    assert found["events_exact"] == found["events_overlapping"] == 0.0


def test_overlapping_spans_count_only_as_overlapping() -> None:
    shorter = (MENTIONS[0], replace(MENTIONS[1], start=17), MENTIONS[2])
    found = scores(EVENT, mentions=shorter)
    assert (found["events_exact"], found["events_overlapping"]) == (0.0, 1.0)
    assert found["mentions"] < 1


def test_one_found_event_matches_one_gold_event_only() -> None:
    tally = compare(RECORD, FoundSentence(MENTIONS, (EVENT, EVENT), ()))
    assert tally.counts["typed_triggers"] == [1, 1, 0]
    assert tally.counts["events_exact"] == [1, 1, 0]


def test_sizes_match_by_type_kind_and_value() -> None:
    (record,) = parse("""% wire a-2
= [A1|Rebels] struck [A2|an army base], killing [N1|at least a dozen] men.
@ A1 MLI REB; A2 MLI MIL
> ASSAULT 190; A1; A2; struck; ; ; actual; killed=N1
""")
    numbers = (*MENTIONS[:2], FoundMention(45, 52, "N", (), ""), FoundMention(36, 44, "N", (), ""))
    assert record.text[45:52] == "a dozen"
    right = replace(EVENT, date=None, sizes=(("killed", 2), ("killed", 3)))
    # "at least" alone is no quantity and counts as nothing.
    assert compare(record, FoundSentence(numbers, (right,), ())).counts["sizes"] == [1, 0, 0]
    wrong = replace(right, sizes=(("injured", 2),))
    assert compare(record, FoundSentence(numbers, (wrong,), ())).counts["sizes"] == [0, 1, 1]


def test_the_interval_holds_the_figure_and_shrinks_with_more_records() -> None:
    tallies = [Tally({"mentions": [2, 1, 1]}), Tally({"mentions": [0, 2, 2]})] * 10
    (few,), (many,) = figures(tallies, ["mentions"]), figures(tallies * 10, ["mentions"])
    assert few.low <= few.f1 <= few.high
    assert many.high - many.low < few.high - few.low


def test_macro_f1_weighs_labels_alike() -> None:
    assert macro_f1([("a", "a")] * 9 + [("b", "a")]) < 0.5
    assert macro_f1([("a", "a"), ("b", "b")]) == 1.0
