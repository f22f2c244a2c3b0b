"""Time of the resolve stage for an article of 400 words, on the sample: python benchmarks/resolve.py

Prints milliseconds of processor time: the first round, in which names are looked up for the first time, and the best
of the others; and what the gazetteer takes to load.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace

from dragoman.api import sample_folder
from dragoman.clean import CleanStage
from dragoman.coding.stage import CodeStage
from dragoman.engine import run
from dragoman.read import read_batches, read_documents
from dragoman.records import Article, from_batch
from dragoman.resolve import ResolveStage, gazetteer

ROUNDS = 6
WORDS = 400


def main() -> None:
    """Prints the table."""
    documents = read_documents([str(sample_folder())])
    batches = run([CleanStage(), CodeStage()], read_batches(documents))
    articles = [article for batch in batches for article in from_batch(Article, batch) if article.verdict == "kept"]
    pieces = sum(len(article.text.split()) for article in articles) / WORDS
    started = time.process_time()
    gazetteer.load()
    sys.stdout.write(f"gazetteer loaded in {time.process_time() - started:.2f} s\n")
    stage = ResolveStage()
    stage.setup()
    without = [replace(article, reports=()) for article in articles]
    for name, work in (("all", articles), ("actors alone", without)):
        rounds = [_round(stage, work) / pieces for _ in range(ROUNDS)]
        sys.stdout.write(f"{name:<14} {rounds[0]:6.2f} ms first, {min(rounds[1:]):6.2f} ms best\n")


def _round(stage: ResolveStage, articles: list[Article]) -> float:
    started = time.process_time()
    for article in articles:
        stage.resolve(article)
    return 1000 * (time.process_time() - started)


if __name__ == "__main__":
    main()
