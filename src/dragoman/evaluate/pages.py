"""How well the main text comes out of web pages: the words kept, against each page's gold text.

A set is a folder of numbered pages (`07.html`) each with its main text (`07.txt`). Words are compared as multisets
(case kept, punctuation left out), so order and paragraphs don't count, but each repetition does.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dragoman.clean import CleanStage
from dragoman.read.inputs import read_documents

_WORD = re.compile(r"\w+(?:['’‑-]\w+)*")

#: Pages that the report lists, and words that it shows of each.
WORST = 8
SHOWN = 30


@dataclass(frozen=True, slots=True)
class PageScore:
    """The words of one page that were kept rightly, kept wrongly (extra) and lost (missed)."""

    name: str
    verdict: str
    right: int
    extra: Counter[str]
    missed: Counter[str]

    @property
    def f1(self) -> float:
        """F1 of the page's words, 0 to 1."""
        return _f1(self.right, self.extra.total(), self.missed.total())


def is_page_set(path: Path) -> bool:
    """Whether a path is a folder with at least one numbered page and its main text."""
    return path.is_dir() and any(page.with_suffix(".txt").exists() for page in path.glob("[0-9]*.html"))


def score_pages(folder: Path, half: str) -> list[PageScore]:
    """The scores of the pages with odd or even numbers, in the order of their numbers."""
    wanted = 1 if half == "odd" else 0
    return [score_page(page) for page in sorted(folder.glob("[0-9]*.html")) if int(page.stem) % 2 == wanted]


def score_page(page: Path) -> PageScore:
    """Cleans one page, as a run would, and compares its words with the text file beside it."""
    article = CleanStage().clean(next(iter(read_documents([page]))))
    found = Counter(_WORD.findall(article.text))
    gold = Counter(_WORD.findall(page.with_suffix(".txt").read_text(encoding="utf8")))
    return PageScore(page.stem, article.verdict, (found & gold).total(), found - gold, gold - found)


def micro(scores: list[PageScore]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the words of all pages together."""
    right = sum(score.right for score in scores)
    extra = sum(score.extra.total() for score in scores)
    missed = sum(score.missed.total() for score in scores)
    return right / max(1, right + extra), right / max(1, right + missed), _f1(right, extra, missed)


def page_report(folder: Path, half: str, errors: bool) -> str:
    """Micro figures and the worst pages; with `errors`, the words that each of these kept wrongly or lost."""
    scores = score_pages(folder, half)
    precision, recall, f1 = micro(scores)
    lines = [
        f"{len(scores)} pages ({half} numbers), {sum(score.right for score in scores):,} words kept rightly",
        f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}",
        "",
        "worst pages      F1   right   extra  missed  verdict",
    ]
    for score in sorted(scores, key=lambda score: score.f1)[:WORST]:
        counts = f"{score.right:>7} {score.extra.total():>7} {score.missed.total():>7}"
        lines.append(f"{score.name:<12} {score.f1:>6.3f} {counts}  {score.verdict}")
        if errors:
            lines.append(f"    extra:  {' '.join(list(score.extra.elements())[:SHOWN])}")
            lines.append(f"    missed: {' '.join(list(score.missed.elements())[:SHOWN])}")
    return "\n".join(lines)


def _f1(right: int, extra: int, missed: int) -> float:
    return 2 * right / max(1, 2 * right + extra + missed)
