"""How long kg takes beside the bare language pipeline on the same text, in one run: ratios, not seconds.

Usage: python benchmarks/extraction.py [SOURCES…]     (default: examples/articles, short stories full of facts, repeated;
then the news stories of the shared evaluation, if it is there)
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language

from kg.articles import Article, read_sources
from kg.graph.writer import nquads
from kg.pipeline import DEFAULT_MODEL, Reader
from kg.workers import Job, Workshop

ROUNDS = 5
LEAST_WORDS = 20_000
SLICE = 64


HOME = Path(__file__).parent.parent
TEXTS = (HOME / "examples" / "articles", HOME.parent / "shared" / "eval" / "reading")


def main(sources: list[str]) -> None:
    pipeline, reader = spacy.load(DEFAULT_MODEL), Workshop(Job(DEFAULT_MODEL, (), keep_text=True)).load()
    for texts in [sources] if sources else [[str(folder)] for folder in TEXTS if folder.exists()]:
        print(" ".join(Path(source).name for source in texts))
        compare(texts, pipeline, reader)


def compare(sources: list[str], pipeline: Language, reader: Reader) -> None:
    articles = [item for item in read_sources(sources) if isinstance(item, Article)]
    words = sum(len(a.text.split()) for a in articles)
    articles *= max(1, LEAST_WORDS // words)
    words = sum(len(a.text.split()) for a in articles)

    def bare(part: list[Article]) -> None:
        for _ in pipeline.pipe(a.text[s.begin : s.end] for a in part for s in a.paragraphs):
            pass

    def whole(part: list[Article]) -> None:
        for facts in reader.facts(part):
            nquads(facts, reader.extraction, reader.knowledge)

    bare(articles), whole(articles)  # warm up
    ratios, speeds = [], []
    for _ in range(ROUNDS):
        base = full = 0.0
        for begin in range(0, len(articles), SLICE):  # in turns: what else the machine does slows both
            part = articles[begin : begin + SLICE]
            base += timed(lambda: bare(part))  # noqa: B023
            full += timed(lambda: whole(part))  # noqa: B023
        ratios.append(full / base)
        speeds.append(words / full)
    print(f"{len(articles)} articles, {words} words, {ROUNDS} rounds")
    print(
        f"text to quads / bare spaCy: median {statistics.median(ratios):.2f}, from {min(ratios):.2f} to {max(ratios):.2f}"
    )
    print(f"words a second, one process: {statistics.median(speeds):.0f} (this machine, this run)")


def timed(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(sys.argv[1:])
