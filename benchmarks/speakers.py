"""CPU time of finding who says so, for 400 words: python benchmarks/speakers.py

The labelled articles of evaluation/speakers (odd half; a statement in nearly every sentence) and of
evaluation/articles (odd numbers; as much speech as news holds) are read many times with their labelled mentions.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from dragoman.evaluate.speakers import LabelledArticle, read_speaker_set
from dragoman.resolve.speakers import find_statements

ROUNDS = 40
WORDS = 400


def main() -> None:
    """Prints the best and the median round of each set."""
    for name in ("speakers", "articles"):
        articles = list(read_speaker_set(Path("evaluation") / name, "odd"))
        words = sum(len(article.text.split()) for article in articles)
        spent = sorted(_round(articles) / words * WORDS * 1000 for _ in range(ROUNDS))
        sys.stdout.write(
            f"{name:<9} {len(articles)} articles of {words / len(articles):.0f} words, ms CPU for {WORDS} words: "
            f"best {spent[0]:.2f}, median {spent[ROUNDS // 2]:.2f}\n"
        )


def _round(articles: list[LabelledArticle]) -> float:
    started = time.process_time()
    for article in articles:
        find_statements(article.text, article.sentences, article.mentions)
    return time.process_time() - started


if __name__ == "__main__":
    main()
