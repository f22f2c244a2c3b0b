"""The spun-language score on the labelled sets: python benchmarks/spun.py --half odd

Prints AUROC and the share found at the shipped threshold by spinner family and by share of words changed, for short
texts (one cut of 60 to 130 words) and articles (three to four cuts, about 350 words); false alarms by genre; CPU time.
Fill the cache first (`python -m evaluation.spun.collect`); without it only composed texts are counted.
"""

from __future__ import annotations

import argparse
import sys
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from dragoman.spin import FAMILIES
from dragoman.vet.spun import SpunScorer
from evaluation.spun.collect import GENRES, items
from evaluation.spun.heldout import HELD_OUT
from evaluation.spun.measure import BINS, articles, by_share, false_alarms

ROUNDS = 5


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description="The spun-language score on the labelled sets.")
    parser.add_argument("--half", choices=("odd", "even"), default="odd")
    half = parser.parse_args().half
    scorer = SpunScorer()
    write = sys.stdout.write
    agency = [item.text for item in items("agency", half)]
    write(f"half {half}: AUROC / share found (texts) by share of words changed\n")
    write(f"{'family':24}" + "".join(f"{f'{low:.2f}-{high:.2f}':>20}" for low, high in pairwise(BINS)) + "\n")
    for kind, texts in (("short", agency), ("article", articles(agency))):
        for name, spinner in {**FAMILIES, **HELD_OUT}.items():
            rows = by_share(scorer, texts, spinner)
            cells = (f"{r.auroc:.3f} / {r.found:.2f} ({r.texts})" if r else "-" for r in rows)
            unseen = " *" if name in HELD_OUT else ""
            write(f"{f'{name} {kind}{unseen}':24}" + "".join(f"{cell:>20}" for cell in cells) + "\n")
    write("* family that nothing was fitted to\n\nfalse alarms\n")
    pages = articles(item.text for item in items("headlines", half))
    flagged = sum(scorer.score(page).spun for page in pages)
    for genre in GENRES:
        wrong, unknown, count = false_alarms(scorer, genre, half)
        write(f"{genre:24}{wrong:4} of {count}, {unknown} unknown for shortness\n")
    write(f"{'pages of headlines':24}{flagged:4} of {len(pages)}\n")
    long = articles(agency)
    spent = min(_seconds(scorer, long) for _ in range(ROUNDS)) / sum(len(text.split()) for text in long)
    write(f"\n{spent * 400 * 1000:.2f} ms CPU an article of 400 words, least of {ROUNDS} rounds\n")


def _seconds(scorer: SpunScorer, texts: list[str]) -> float:
    started = time.process_time()
    for text in texts:
        scorer.score(text)
    return time.process_time() - started


if __name__ == "__main__":
    main()
