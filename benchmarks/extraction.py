"""How long kg takes beside the bare language pipeline on the same text, in one run: ratios, not seconds.

Usage: python benchmarks/extraction.py [SOURCES…]     (default: examples/articles, repeated)
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from kg.articles import Article, read_sources
from kg.graph.writer import nquads
from kg.knowledge import load_knowledge
from kg.pipeline import DEFAULT_MODEL, Reader

ROUNDS = 5
LEAST_WORDS = 20_000


def main(sources: list[str]) -> None:
    articles = [item for item in read_sources(sources) if isinstance(item, Article)]
    words = sum(len(a.text.split()) for a in articles)
    articles *= max(1, LEAST_WORDS // words)
    words = sum(len(a.text.split()) for a in articles)
    pipeline, reader = spacy.load(DEFAULT_MODEL), Reader(load_knowledge())

    def bare() -> None:
        for _ in pipeline.pipe(a.text[s.begin : s.end] for a in articles for s in a.paragraphs):
            pass

    def whole() -> None:
        for facts in reader.facts(articles):
            nquads(facts, reader.extraction, reader.knowledge)

    bare(), whole()  # warm up
    ratios, seconds = [], []
    for _ in range(ROUNDS):
        base, full = timed(bare), timed(whole)
        ratios.append(full / base)
        seconds.append(full)
    print(f"{len(articles)} articles, {words} words, {ROUNDS} rounds")
    print(
        f"text to quads / bare spaCy: median {statistics.median(ratios):.2f}, from {min(ratios):.2f} to {max(ratios):.2f}"
    )
    print(f"words a second, one process: {words / statistics.median(seconds):.0f} (this machine, this run)")


def timed(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(sys.argv[1:] or [str(Path(__file__).parent.parent / "examples" / "articles")])
