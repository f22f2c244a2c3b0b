"""Lines that are no part of an article go; sentences that begin like them stay."""

from __future__ import annotations

import pytest

from dragoman.clean.debris import is_debris, without_insertions


@pytest.mark.parametrize(
    "line",
    [
        "fbpx",
        "- Advertisement -",
        "(adsbygoogle = window.adsbygoogle || []).push({});",
        "214 shares",
        "Print This Post",
        "Join our WhatsApp channel for breaking news",
        "Read more: Who are the clans of the north?",
        "READ: Opinion – The state that isn't there",
        ">> See also: Timeline of kidnappings",
        "ALSO READ | Fuel queues return to the capital",
        "People are also reading…",
        "Tags: peace, cattle",
        "By Dejan Arsenic, Balkan Wire staff writer",
        "By Ana Ruiz and John Lee in Bogota",
        "By our correspondent in the Eastern Province",
        "Staff Correspondent",
        "(Reporting by A. Qazi in Kabul; Writing by D. Lyle; Editing by M. Henfield)",
        "Press writer Cara Lind in Nairobi contributed to this report.",
        "Our Standards: The Trust Principles.",
        "___",
        "Photo: L. Beridze",
        "© 2020 Bosporus Times",
    ],
)
def test_debris_is_known(line: str) -> None:
    assert is_debris(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell in Tokyo after the vote.",
        "By Monday the rebels had left the town.",
        "By the river, soldiers were waiting.",
        "Related charges against two ministers were dropped.",
        "Print workers went on strike in Lagos.",
        "Following the attack, the army closed the road.",
        "Editors of three newspapers were arrested.",
        "Watch towers burned along the border, witnesses said.",
        "More than 40 people died.",
        "Loading of the ships began on Friday.",
        "Read more slowly, the treaty gives both sides what they asked for; the ministers agreed on that.",
        "Photographs of the camp show burnt tents.",
        "",
    ],
)
def test_sentences_stay(line: str) -> None:
    assert not is_debris(line)


def test_insertions_and_agency_tails_go_and_other_brackets_stay() -> None:
    assert without_insertions("“No,” he said. (Read more: Who is he?) They left.") == "“No,” he said. They left."
    assert without_insertions("They left. (Reporting by A B in C; Editing by D E)") == "They left."
    kept = "The party (PNL) left [the talks] on Monday (local time)."
    assert without_insertions(kept) == kept
