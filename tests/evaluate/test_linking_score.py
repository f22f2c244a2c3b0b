"""The measure of linking, and floors on the odd half of the benchmark."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.errors import CorpusError
from dragoman.evaluate.linking import Link, link_rows, read_linking, scores
from tests.conftest import ROOT

SET = ROOT / "evaluation" / "linking" / "linking.jsonl"


def links(*pairs: tuple[int, str]) -> list[Link]:
    return [Link(occurrence, occurrence, "AID", event) for occurrence, event in pairs]


def test_perfect_linking_has_perfect_scores() -> None:
    found = scores(links((1, "a"), (1, "a"), (2, "b")))
    assert (found.pairwise, found.b_cubed, found.extra) == (1, 1, 0)


def test_the_scores_are_those_of_the_definitions() -> None:
    # Occurrence 1 is split in two and 2; the second part also holds the only report of occurrence 2.
    found = scores(links((1, "a"), (1, "a"), (1, "b"), (1, "b"), (2, "b")))
    assert found.pairwise_precision == pytest.approx(2 / 4)
    assert found.pairwise_recall == pytest.approx(2 / 6)
    assert found.b_cubed_precision == pytest.approx((1 + 1 + 2 / 3 + 2 / 3 + 1 / 3) / 5)
    assert found.b_cubed_recall == pytest.approx((0.5 * 4 + 1) / 5)
    assert found.extra == pytest.approx(1 / 2)


def test_linking_keeps_its_level_on_the_odd_half() -> None:
    rows = read_linking(SET, "odd")
    assert all(row["occurrence"] % 2 for row in rows)
    found = scores(link_rows(rows))
    assert found.pairwise >= 0.93
    assert found.b_cubed >= 0.95
    assert found.extra <= 0.05


def test_eval_prints_the_figures_of_a_file_of_reports(tmp_path: Path) -> None:
    path = tmp_path / "few.jsonl"
    lines = [
        line for line in SET.read_text(encoding="utf8").splitlines() if json.loads(line)["occurrence"] in (45, 2045)
    ]
    path.write_text("\n".join(lines))
    result = CliRunner().invoke(main, ["eval", str(path), "--errors"])
    assert result.exit_code == 0, result.output
    assert f"{len(lines)} reports of 2 occurrences (odd half of few.jsonl)" in result.output
    assert "PROTEST" in result.output


def test_a_line_that_is_no_report_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"occurrence": "one"}')
    with pytest.raises(CorpusError, match=r"bad\.jsonl:1"):
        read_linking(path, "odd")
