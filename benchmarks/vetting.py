"""Cost of vetting as the store grows: python benchmarks/vetting.py [DOCUMENTS... | bad]   (10000 50000 200000)

Articles of about 300 words (see `vetting_texts.py`) with every third one a copy: edited, shortened or spun. Per size:
CPU per article in the stage, in writing and in settling; memory a document; bytes of the store. Then bad input: time
must grow no faster than the number of pages.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from vetting_texts import EDITS, SPINNERS, Text, articles, renamed

from dragoman.clean.sentences import split
from dragoman.records import Article, from_batch, to_batch
from dragoman.store import Store
from dragoman.vet import VetStage

BATCH = 64


def pages(count: int, seed: int) -> Iterator[Article]:
    """So many articles over a year; a third are copies of one of the last hundred originals."""
    rng = random.Random(seed)
    base = articles(2_000, seed)
    recent: list[Text] = []
    for number in range(count):
        day = f"2020-{1 + number * 12 // count:02}-{1 + rng.randrange(28):02}"
        if recent and number % 3 == 0:
            text = rng.choice(recent)
            if rng.random() < 0.7:
                words = rng.choice(list(EDITS.values()))(text, rng)
            else:
                words = rng.choice(list(SPINNERS.values()))(str(text), rng)
        else:
            text = Text(tuple(renamed(sentence, rng) for sentence in base[number % len(base)].sentences))
            recent = [*recent[-99:], text]
            words = str(text)
        yield article(f"{number:016x}", words, day)


def article(name: str, words: str, day: str) -> Article:
    """A cleaned article."""
    return Article(name, name, name, "", "", words, day, "", "en", "", "kept", "", split(words))


def run(store: Store, stream: Iterator[Article]) -> dict[str, float]:
    """Vets, writes and settles; CPU seconds of each part."""
    spent = dict.fromkeys(("stage", "write", "settle"), 0.0)
    stage = VetStage(store.vetted)
    while batch := [item for _, item in zip(range(BATCH), stream, strict=False)]:
        rows = to_batch(Article, batch)
        started = time.process_time()
        vetted = stage.process(rows)
        stopped = time.process_time()
        spent["stage"] += stopped - started
        found = from_batch(Article, vetted)
        started = time.process_time()
        store.write(found, {}, "")
        spent["write"] += time.process_time() - started
    started = time.process_time()
    store.link()
    spent["settle"] = time.process_time() - started
    return spent


def memory() -> float:
    """Resident bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * float(resource.getpagesize())


def curve(sizes: list[int]) -> None:
    """Prints a line for each size."""
    sys.stdout.write(
        "documents   stage ms  write ms  settle ms  kept    shelf bytes/doc  store bytes/doc  last 1000, ms\n"
    )
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.duckdb"
            with Store(path) as store:
                spent = run(store, pages(size, 1))
                kept = store.sql("SELECT count(*) AS n FROM documents WHERE verdict = 'kept'")["n"][0].as_py()
            with Store(path) as store:
                before = memory()
                loaded = time.process_time()
                store.vetted.speakers(["0"], [])
                loaded = time.process_time() - loaded
                shelf = (memory() - before) / size
                last = run(store, (item for item in pages(1_000, 2)))
            sys.stdout.write(
                f"{size:9,}   {1e3 * spent['stage'] / size:8.2f}  {1e3 * spent['write'] / size:8.2f}  "
                f"{1e3 * spent['settle'] / size:9.2f}  {kept:6,}  {shelf:15.0f}  {path.stat().st_size / size:15.0f}  "
                f"stage {last['stage']:.2f} settle {last['settle']:.2f} (s; shelf loaded in {loaded:.1f} s)\n"
            )
            sys.stdout.flush()


def bad_input() -> None:
    """Prints CPU seconds for twice as many bad pages each."""
    rng = random.Random(5)
    makers: dict[str, Callable[[int], list[str]]] = {
        "identical pages": lambda n: ["The army left the town of Parvik on Monday. It was raining."] * n,
        "one sentence and a number": lambda n: [
            f"The army left Parvik on Monday with {i} men, it said." for i in range(n)
        ],
        "same names in any order": lambda n: [
            " ".join(f"He saw {a} and {b}." for a, b in pairwise(rng.sample(_NAMES, 30))) for _ in range(n)
        ],
        "empty and tiny": lambda n: [rng.choice(["a", "b.", "ok", "Mali."]) for _ in range(n)],
        "noise": lambda n: ["".join(map(chr, rng.choices(range(33, 1000), k=800))) for _ in range(n)],
    }
    for name, maker in makers.items():
        cells = []
        for count in (1_000, 2_000, 4_000, 8_000):
            with Store() as store:
                rows = (article(f"{i:016x}", words, "2020-01-01") for i, words in enumerate(maker(count)))
                cells.append(sum(run(store, rows).values()))
        sys.stdout.write(f"{name:28} 1000, 2000, 4000, 8000 pages: {', '.join(f'{cell:.1f}' for cell in cells)} s\n")
        sys.stdout.flush()


_NAMES = [
    f"{one}{two}" for one in ("Bel", "Kar", "Os", "Tri", "Ulm", "Van") for two in ("dor", "mark", "sund", "va", "lo")
]

if __name__ == "__main__":
    if sys.argv[1:] != ["bad"]:
        curve([int(size) for size in sys.argv[1:]] or [10_000, 50_000, 200_000])
    bad_input()
