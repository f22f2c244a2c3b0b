"""Makes the spinners' word tables out of WordNet 3.0 (Debian package wordnet-base):

    apt-get download wordnet-base && dpkg-deb -x wordnet-base_*.deb wordnet
    python scripts/spin_tables.py wordnet/usr/share/wordnet

Writes src/dragoman/spin/thesaurus.tsv (synonyms of any sense) and evaluation/spun/heldout/hypernyms.tsv (the word above
the first sense, or the one above that). Only words of the corpus are looked up; swaps keep a word's inflection.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.corpus.reader import read_corpus
from dragoman.spin.base import WORD

ROOT = Path(__file__).parent.parent
#: Content words that occur this often in the corpus are looked up; a word gets at most MOST synonyms.
LEAST, MOST = 4, 6
_FUNCTION = """
    a an the and or but if then than of to in on at by for from with as is are was were be been being am has have had
    having do does did doing will would shall should may might can could must not no nor so he him his she her it its
    they them their i me my we us our you your who whom whose which what that this these those there here when where
    how why all any both each few more most other some such only own same too very just about into over after before
    under again once out up down off per via mr mrs ms dr one two three four five six seven eight nine ten
"""
_LICENCE = (
    "# Made from WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE "
    'IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED.\n'
)
# Past forms where the dictionary's first irregular form is the participle.
_PREFERRED = {
    "arise": "arose", "beat": "beat", "bear": "bore", "come": "came", "do": "did", "give": "gave", "see": "saw",
    "take": "took", "go": "went", "begin": "began", "break": "broke", "choose": "chose", "drive": "drove",
    "fall": "fell", "fly": "flew", "know": "knew", "speak": "spoke", "write": "wrote", "get": "got",
}  # fmt: skip


@dataclass(slots=True)
class WordNet:
    """What is needed of WordNet: synsets by (kind, lemma), their words and the synsets above, irregular forms."""

    senses: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    words: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    above: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    lemmas: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    irregular: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    @classmethod
    def read(cls, folder: Path) -> WordNet:
        """Reads the dictionary files of a folder."""
        net = cls()
        for kind in ("noun", "verb", "adj", "adv"):
            for line in (folder / f"index.{kind}").read_text().splitlines():
                if not line.startswith(" "):
                    parts = line.split()
                    net.senses[kind, parts[0]] = parts[-int(parts[2]) :]
            for line in (folder / f"data.{kind}").read_text().splitlines():
                if not line.startswith(" "):
                    net._synset(kind, line.split(" | ")[0].split())
            for line in (folder / f"{kind}.exc").read_text().splitlines():
                form, lemma = line.split()[:2]
                net.lemmas[kind][form] = lemma
                net.irregular[kind][lemma].append(form)
        return net

    def _synset(self, kind: str, parts: list[str]) -> None:
        count = int(parts[3], 16)
        self.words[kind, parts[0]] = [re.sub(r"\(.*\)", "", word) for word in parts[4 : 4 + 2 * count : 2]]
        pointers = parts[5 + 2 * count :]
        self.above[kind, parts[0]] = [pointers[i + 1] for i, mark in enumerate(pointers) if mark in ("@", "@i")]


def readings(word: str, net: WordNet) -> Iterator[tuple[str, str, Callable[[str], str]]]:
    """Kind, lemma and inflection of a word, for each reading that WordNet knows."""
    for kind, endings in {
        "noun": (("ies", "y"), ("es", ""), ("s", "")),
        "verb": (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")),
    }.items():
        if word in net.lemmas[kind]:
            yield kind, net.lemmas[kind][word], _inflection(kind, word, net)
        for ending, instead in endings:
            stem = word.removesuffix(ending) + instead
            for lemma in (stem, stem[:-1] if stem[-1:] == stem[-2:-1] else stem):
                if word.endswith(ending) and word != lemma and (kind, lemma) in net.senses:
                    yield kind, lemma, _inflection(kind, ending, net)
    for kind in ("noun", "verb", "adj", "adv"):
        if (kind, word) in net.senses and word not in net.lemmas[kind]:
            yield kind, word, str


def _inflection(kind: str, form: str, net: WordNet) -> Callable[[str], str]:
    if kind == "noun" or form.endswith("s"):
        return lambda lemma: _first(lemma, lambda word: _plural(word, net if kind == "noun" else None))
    if form.endswith("ing"):
        return lambda lemma: _first(lemma, lambda word: _stem(word, "i") + "ing")
    return lambda lemma: _first(lemma, lambda word: _past(word, net))


def _first(lemma: str, change: Callable[[str], str]) -> str:
    """Changes a verb's first word ("call on"), a noun's only one; longer nouns end in the changed word."""
    head, space, rest = lemma.partition(" ")
    return change(head) + space + rest


def _plural(word: str, net: WordNet | None) -> str:
    if net and net.irregular["noun"][word]:
        return net.irregular["noun"][word][0]
    if word.endswith("man"):
        return word[:-2] + "en"
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    return re.sub(r"([^aeiou])y$", r"\1ie", word) + "s"


def _past(word: str, net: WordNet) -> str:
    forms = [form for form in net.irregular["verb"][word] if not form.endswith(("ing", "s"))]
    if forms:
        return _PREFERRED.get(word, forms[0])
    return re.sub(r"([^aeiou])y$", r"\1i", _stem(word, "e")) + "ed"


def _stem(word: str, vowel: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1]
    return word + word[-1] if re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", word) else word


def synonyms(word: str, net: WordNet) -> list[str]:
    """Synonyms of every sense of every reading, those of common senses first."""
    ranked: list[str] = []
    for kind, lemma, inflect in readings(word, net):
        for synset in net.senses.get((kind, lemma), []):
            ranked += [inflect(other) for other in _common(net.words[kind, synset], kind) if other != lemma]
    return [new for new in dict.fromkeys(ranked) if new != word][:MOST]


def hypernyms(word: str, net: WordNet) -> list[str]:
    """The words one and two above the first sense of the first noun or verb reading."""
    for kind, lemma, inflect in readings(word, net):
        if kind in ("noun", "verb") and (kind, lemma) in net.senses:
            up = net.above[kind, net.senses[kind, lemma][0]]
            higher = [*up, *(top for synset in up for top in net.above[kind, synset])]
            found = [other for synset in higher[:2] for other in _common(net.words[kind, synset], kind)[:1]]
            return [new for new in dict.fromkeys(map(inflect, found)) if new != word]
    return []


def _common(words: list[str], kind: str) -> list[str]:
    """Words in small letters; nouns of one word only, verbs of at most two."""
    plain = [word.replace("_", " ") for word in words]
    most = 2 if kind == "verb" else 1
    return [word for word in plain if re.fullmatch(r"[a-z]+( [a-z]+)*", word) and len(word.split()) <= most]


def main() -> None:
    """Writes both tables."""
    net = WordNet.read(Path(sys.argv[1]))
    counts = Counter(match[0] for r in read_corpus([ROOT / "corpus"]) for match in WORD.finditer(r.text))
    known = {word for word, n in counts.items() if n >= LEAST and word.islower() and len(word) > 2}
    words = sorted(known.difference(_FUNCTION.split()))
    for path, swaps in {
        ROOT / "src/dragoman/spin/thesaurus.tsv": synonyms, ROOT / "evaluation/spun/heldout/hypernyms.tsv": hypernyms,
    }.items():  # fmt: skip
        rows = ((word, swaps(word, net)) for word in words)
        path.write_text(_LICENCE + "".join(f"{word}\t{'|'.join(new)}\n" for word, new in rows if new), encoding="utf8")
        sys.stdout.write(f"{path.name}: {path.read_text().count(chr(10)) - 1} of {len(words)} words\n")


if __name__ == "__main__":
    main()
