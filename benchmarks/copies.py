"""How well copies are found: python benchmarks/copies.py [near | spun | all] [DOCUMENTS]

near: 2,000 articles and five kinds of edited copies of 1,000 of them, among independent retellings of 300 invented
occurrences, which share names and numbers and are no copies. A pair counts as found if the copy's row leads to its
original, as false if a document has a row for one that it was not made from.

spun: 500 articles spun by each of five spinners, among 20,000 documents or as many as asked for. Recall at 1: the
first row leads to the original. One spinner makes training records, two belong to this benchmark alone, and two are
kept out of all development.

Origin of the texts: `vetting_texts.py`.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterable

from vetting import BATCH, article
from vetting_texts import EDITS, SPINNERS, Text, articles, renamed, retellings

from dragoman.records import Article, from_batch, to_batch
from dragoman.store import Store
from dragoman.vet import VetStage


def near(seed: int = 11) -> None:
    """Prints precision and recall over edited copies, and recall for each edit."""
    # Another seed than the articles' own, whose names would otherwise return in the same order.
    rng = random.Random(seed + 1_000)
    base = articles(2_000, seed)
    pages = [article(f"o{number}", str(text), "2021-03-02") for number, text in enumerate(base)]
    truth: dict[str, str] = {}
    for number in rng.sample(range(2_000), 1_000):
        for edit, (name, change) in enumerate(EDITS.items()):
            page = f"c{number}-{edit}"
            truth[page] = name
            pages.append(article(page, change(base[number], rng), "2021-03-03"))
    for number in range(300):
        pages += [article(f"r{number}-{t}", str(text), "2021-03-02") for t, text in enumerate(retellings(rng))]
    _report("near-duplicates", pages, truth, rng)


def spun(documents: int, seed: int = 12) -> None:
    """Prints recall at 1 and precision over 2,500 spun copies among so many documents."""
    # Another seed than the articles' own, whose names would otherwise return in the same order.
    rng = random.Random(seed + 1_000)
    base = articles(2_000, seed)
    texts = list(base)
    while len(texts) < documents - 500 * len(SPINNERS):
        texts.append(Text(tuple(renamed(sentence, rng) for sentence in rng.choice(base).sentences)))
    pages = [article(f"o{number}", str(text), "2021-03-02") for number, text in enumerate(texts)]
    truth: dict[str, str] = {}
    for spinner, (name, spin) in enumerate(SPINNERS.items()):
        for number in rng.sample(range(len(texts)), 500):
            page = f"c{number}-s{spinner}"
            truth[page] = name
            pages.append(article(page, spin(str(texts[number]), rng), "2021-03-05"))
    _report("spun copies", pages, truth, rng)


def _report(title: str, pages: list[Article], truth: dict[str, str], rng: random.Random) -> None:
    rng.shuffle(pages)
    started = time.process_time()
    with Store() as store:
        stage = VetStage(store.vetted)
        for at in range(0, len(pages), BATCH):
            _write(store, stage, pages[at : at + BATCH])
        store.link()
        rows = store.sql("SELECT document, original, kind FROM copies ORDER BY document, rowid").to_pylist()
    right: set[str] = set()
    false: list[str] = []
    kinds: dict[str, Counter[str]] = {name: Counter() for name in truth.values()}
    for row in rows:
        document, original = row["document"], row["original"]
        if document in truth and original == "o" + document[1:].partition("-")[0]:
            right.add(document)
            kinds[truth[document]][row["kind"]] += 1
        else:
            false.append(f"{document} {row['kind']} of {original}")
    out = sys.stdout
    out.write(f"{title}: {len(pages):,} documents, {len(truth):,} copies, {time.process_time() - started:.0f} s CPU\n")
    out.write(f"  precision {len(right) / (len(right) + len(false)):.4f}  recall {len(right) / len(truth):.4f}\n")
    for name, count in Counter(truth.values()).items():
        found = sum(truth[document] == name for document in right)
        out.write(f"  {name:20} recall {found / count:.4f}  {dict(kinds[name])}\n")
    out.write(f"  false: {'; '.join(false[:8])}\n" if false else "  no false pair\n")


def _write(store: Store, stage: VetStage, pages: Iterable[Article]) -> None:
    store.write(from_batch(Article, stage.process(to_batch(Article, pages))), {}, "")


if __name__ == "__main__":
    asked = sys.argv[1] if len(sys.argv) > 1 else "all"
    if asked in ("near", "all"):
        near()
    if asked in ("spun", "all"):
        spun(int(sys.argv[2]) if len(sys.argv) > 2 else 20_000)
