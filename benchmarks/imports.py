"""CPU time and memory of importing, and of resolving articles with large imports: python benchmarks/imports.py

The imports are made up: 200,000 people in Wikidata's format and as many towns in GeoNames', with names of the
package's given names and cities, so that many of a text's words begin one. The articles are the odd ones of
evaluation/antecedents with their labelled mentions; times are for 400 words.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from actors import labelled_article

from dragoman.evaluate.antecedents import read_articles
from dragoman.records import Mention, Sentence
from dragoman.resolve.actors import ActorResolver
from dragoman.resolve.facts import rows
from dragoman.resolve.imports.run import import_file
from dragoman.resolve.knowledge import Knowledge, knowledge
from dragoman.resolve.places import PlaceResolver

COUNT = 200_000
ROUNDS = 5
Labelled = tuple[str, list[Sentence], list[Mention]]


def main() -> None:
    """Prints the tables."""
    articles = [labelled_article(article) for article in read_articles(Path("evaluation/antecedents"), "odd")]
    plain = knowledge()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name, lines in (("people.json", _people()), ("others.json", _others()), ("XX.txt", _towns())):
            with open(folder / name, "w", encoding="utf8") as file:
                file.writelines(f"{line}\n" for line in lines)
            size = (folder / name).stat().st_size / 1e6
            before, started = _peak(), time.process_time()
            done = import_file(folder / name, folder / "into")
            spent = time.process_time() - started
            index = done.path.stat().st_size / 1e6
            sys.stdout.write(
                f"{name:<12} {done.count:>8} of {size:.0f} MB in {spent:.1f} s of CPU, {size / spent:.0f} MB/s, "
                f"index {index:.0f} MB, memory +{_peak() - before:.0f} MB\n"
            )
        started, before = time.process_time(), _peak()
        imported = plain.with_imports(folder / "into")
        sys.stdout.write(f"opened in {1000 * (time.process_time() - started):.1f} ms of CPU\n")
        for name, known in (("without", plain), ("with imports", imported)):
            times = [_round(known, articles) for _ in range(ROUNDS)]
            sys.stdout.write(f"{name:<14} {times[0]:6.2f} ms first, {min(times[1:]):6.2f} ms best\n")
        sys.stdout.write(f"memory +{_peak() - before:.0f} MB\n")


def _round(known: Knowledge, articles: list[Labelled]) -> float:
    """Milliseconds of CPU for actors and one place of each sentence, an article of 400 words."""
    started = time.process_time()
    for text, sentences, mentions in articles:
        ActorResolver(known).resolve(mentions, text, (), sentences, "2020-01-01")
        places = PlaceResolver(known, ["KEN"])
        for sentence in sentences:
            places.resolve(text[sentence.start : sentence.end].split()[0], text[sentence.start : sentence.end])
    words = sum(len(text.split()) for text, _, _ in articles)
    return 1000 * (time.process_time() - started) / words * 400


def _people() -> Iterator[str]:
    rng = random.Random(7)
    given = [row["name"].title() for row in rows("given_names.tsv")]
    last = [name for row in rows("people.tsv") if (name := row["name"].split()[-1])]

    def items(name: str, *values: str) -> list[dict[str, object]]:
        return [
            {"mainsnak": {"property": name, "datavalue": {"value": {"id": value}}}, "rank": "normal"}
            for value in values
        ]

    yield "["
    for number in range(COUNT):
        label = f"{rng.choice(given)} {rng.choice(given)} {rng.choice(last)}"
        claims = {"P31": items("P31", "Q5"), "P27": items("P27", "Q114"), "P106": items("P106", "Q82955")}
        alias = {"value": f"{rng.choice(given)} {rng.choice(last)}"}
        person = {
            "id": f"Q{10**9 + number}",
            "labels": {"en": {"value": label}},
            "aliases": {"en": [alias]},
            "claims": claims,
        }
        yield json.dumps(person) + ","
    yield "]"


def _others() -> Iterator[str]:
    """One person, and much that is not taken, as most of Wikidata is."""
    people = _people()
    yield from (next(people), next(people))
    for number in range(COUNT // 20):
        claims = {f"P{n}": [{"mainsnak": {"datavalue": {"value": {"id": f"Q{n * 10**6}"}}}}] for n in range(100, 200)}
        yield (
            json.dumps({"id": f"Q{2 * 10**9 + number}", "labels": {"en": {"value": "A paper"}}, "claims": claims}) + ","
        )


def _towns() -> Iterator[str]:
    rng = random.Random(7)
    given = [row["name"].title() for row in rows("given_names.tsv")]
    for number in range(COUNT):
        name = f"{rng.choice(given)} {rng.choice(given)}" if number % 2 else rng.choice(given)
        spot = f"{rng.uniform(-5, 5):.4f}\t{rng.uniform(34, 42):.4f}"
        others = f"{rng.choice(given)}abad,{rng.choice(given)}pur"
        kind = f"P\tPPL\tKE\t\t01\t\t\t\t{number}\t\t\tAfrica/Nairobi\t2025-01-01"
        yield f"{number}\t{name}\t{name}\t{others}\t{spot}\t{kind}"


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
