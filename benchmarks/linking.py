"""How linking grows with the number of reports: CPU seconds and memory on generated reports.

    python benchmarks/linking.py                  # 10,000, 30,000 and 100,000 reports
    python benchmarks/linking.py 1000000          # any other number

Each size runs in a process of its own. Occurrences have one to eight reports in different documents; 300 reports come
in a day, so a larger set is a longer time. "again" is a second run that brings 100 reports more.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from dragoman import ontology
from dragoman.records import Article, Mention, Participant, Report, Sentence, Size
from dragoman.store import Store

SIZES = (10_000, 30_000, 100_000)
A_DAY = 300
START = date(2000, 1, 1)
STATES = (
    "RUS", "UKR", "USA", "CHN", "IRN", "ISR", "SYR", "TUR", "IND", "PAK", "SDN", "SSD", "ETH", "EGY", "NGA", "MLI",
    "FRA", "DEU", "GBR", "BRA", "COL", "VEN", "MEX", "PRK", "KOR", "JPN", "PHL", "MMR", "AFG", "IRQ",
)  # fmt: skip
SECTORS = ("GOV", "MIL", "COP", "REB", "CVL")
WORDS = [f"{a}{b}{c}" for a in ("bar", "kel", "mor", "tan", "ves") for b in ("ad", "il", "on", "ur") for c in "aeio"]


def main() -> None:
    """Prints a line for each size."""
    sizes = [int(argument) for argument in sys.argv[1:]] or list(SIZES)
    head = f"{'reports':>9}{'events':>9}{'write s':>9}{'link s':>9}{'per 1,000':>11}{'again s':>9}{'peak MB':>9}\n"
    sys.stdout.write(head)
    sys.stdout.flush()
    for size in sizes:
        subprocess.run([sys.executable, __file__, "one", str(size)], check=True)


def measure(size: int) -> None:
    """Writes, links, and links again with 100 reports more, in a store on disk."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "a.duckdb") as store:
        articles = generate(size + 100)
        clock = time.process_time()
        while batch := [article for _, article in zip(range(min(size, 1000)), articles, strict=False)]:
            store.write(batch, {}, "benchmark")
            size -= len(batch)
            if not size:
                break
        written = time.process_time()
        store.link()
        linked = time.process_time()
        counts = [store.sql(f"SELECT count(*) AS n FROM {name}")["n"][0].as_py() for name in ("reports", "events")]
        store.write(list(articles), {}, "benchmark")
        more = time.process_time()
        store.link()
        again = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"{counts[0]:9d}{counts[1]:9d}{written - clock:9.1f}{linked - written:9.1f}"
        f"{1000 * (linked - written) / counts[0]:11.2f}{again - more:9.1f}{peak:9.0f}\n"
    )


def generate(count: int) -> Iterator[Article]:
    """Articles of one report each, by day."""
    rng = random.Random(7)
    made = 0
    while made < count:
        day = START + timedelta(made // A_DAY)
        one = rng.choice(ontology.TYPES), rng.sample(STATES, 2), rng.choice(WORDS), rng.sample(WORDS, 6)
        for _ in range(min(rng.randint(1, 8), count - made)):
            yield _article(rng, made, day, *one)
            made += 1


def _article(
    rng: random.Random, number: int, day: date, kind: str, states: list[str], town: str, words: list[str]
) -> Article:
    told = rng.random() < 0.6
    published = day + timedelta(rng.choice((0, 1, 1, 2)))
    place = town if rng.random() < 0.6 else ""
    text = f"{states[0]} acted on {states[1]} in {place.title()}: {' '.join(rng.sample(words, 4))} number {number}."
    mentions = tuple(
        Mention(start, start + 3, state, "A", state, (rng.choice(SECTORS),), state, rule="benchmark")
        for start, state in zip((0, 13), states, strict=True)
    )
    when = (day if told else published).isoformat()
    report = Report(
        f"r{number:09d}", 0, len(text), 4, 9, kind, "", "190", "actual", (),
        (Participant("actor", 0), Participant("recipient", 13)),
        (Size("killed", 0, float(rng.randint(1, 30))),) if rng.random() < 0.3 else (), 0.8, date=when, date_end=when,
        date_precision="day", date_source="phrase" if told else "publication", place=place.title(),
        place_country=states[1] if place else "", place_precision="city" if place else "",
    )  # fmt: skip
    return Article(
        f"d{number:09d}", f"d{number}", "benchmark", "", f"p{number % 50}", text, published.isoformat(), "given", "en",
        "", "kept", "", sentences=(Sentence(0, len(text)),), mentions=mentions, reports=(report,),
    )  # fmt: skip


if __name__ == "__main__":
    measure(int(sys.argv[2])) if sys.argv[1:2] == ["one"] else main()
