"""Cost of cleaning an article of 400 words, HTML extraction apart: python benchmarks/clean.py

Plain text: decoding, debris, dateline, language and sentences; HTML: the whole of it. CPU time of the best round.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from dragoman.clean import CleanStage
from dragoman.records import Document

ROUNDS, PAGES, WORDS = 5, 50, 400
FOLDER = Path(__file__).parents[1] / "evaluation" / "pages"


def main() -> None:
    """Prints milliseconds of CPU time an article, as plain text and as a web page."""
    words = " \n\n ".join(path.read_text(encoding="utf8") for path in sorted(FOLDER.glob("*[13579].txt")))
    paragraphs = [line for line in words.split("\n") if line.strip()]
    articles = [_article(paragraphs, start * 5) for start in range(PAGES // 2)] * 2
    texts = [Document("id", "page", "page", "text/plain", "\n\n".join(lines).encode()) for lines in articles]
    pages = [
        Document("id", "page", "page", "text/html", ("<html><body><article><p>" + "</p><p>".join(lines)).encode())
        for lines in articles
    ]
    for name, documents in (("text", texts), ("html", pages)):
        best = min(_seconds(documents) for _ in range(ROUNDS))
        sys.stdout.write(f"{name}: {1000 * best / len(documents):.2f} ms CPU an article of {WORDS} words\n")


def _article(paragraphs: list[str], start: int) -> list[str]:
    lines: list[str] = []
    while sum(len(line.split()) for line in lines) < WORDS:
        lines.append(paragraphs[(start + len(lines)) % len(paragraphs)])
    return lines


def _seconds(documents: list[Document]) -> float:
    stage = CleanStage()
    started = time.process_time()
    for document in documents:
        stage.clean(document)
    return time.process_time() - started


if __name__ == "__main__":
    main()
