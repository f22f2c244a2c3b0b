"""CPU time and memory of the knowledge and of resolving actors: python benchmarks/actors.py

The articles are the odd ones of evaluation/antecedents with their labelled mentions; times are for 400 words.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from dragoman.evaluate.antecedents import LabelledArticle, read_articles
from dragoman.records import Mention, Sentence
from dragoman.resolve.actors import ActorResolver
from dragoman.resolve.knowledge import knowledge

ROUNDS = 20
LOAD = """
import time
from pathlib import Path
import dragoman.resolve.knowledge as module
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20
before, started = resident(), time.process_time()
module.knowledge()
print(time.process_time() - started, resident() - before)
"""


def main() -> None:
    """Prints both tables."""
    run = subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True)
    spent, memory = run.stdout.split()
    sys.stdout.write(f"knowledge: loaded in {float(spent):.3f} s of CPU, {float(memory):.0f} MB\n")
    made = [labelled_article(article) for article in read_articles(Path("evaluation/antecedents"), "odd")]
    words = sum(len(text.split()) for text, _, _ in made)
    resolver = ActorResolver(knowledge())
    for text, sentences, mentions in made:
        resolver.resolve(mentions, text, (), sentences)
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        for text, sentences, mentions in made:
            resolver.resolve(mentions, text, (), sentences, "2020-01-01")
        times.append(time.process_time() - started)
    each = sorted(times)[ROUNDS // 2] / words * 400 * 1000
    count = sum(len(mentions) for _, _, mentions in made)
    sys.stdout.write(
        f"actors: {each:.2f} ms of CPU an article of 400 words with {count * 400 / words:.0f} mentions "
        f"(median of {ROUNDS} rounds over {words} words)\n"
    )


def labelled_article(article: LabelledArticle) -> tuple[str, list[Sentence], list[Mention]]:
    """The text, sentences and A mentions of a labelled article."""
    text, sentences, mentions = "", [], []
    for record in article.sentences:
        at = len(text)
        sentences.append(Sentence(at, at + len(record.text)))
        mentions += [
            Mention(at + span.start, at + span.end, record.text[span.start : span.end], "A")
            for span in record.spans
            if span.kind == "A"
        ]
        text += record.text + "\n"
    return text, sentences, mentions


if __name__ == "__main__":
    main()
