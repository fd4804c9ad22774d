"""Words a second of ``kg build --jobs 2``, from text to stored quads, beside the bare language pipeline in two processes
on the same text, and where the time goes; in one run.

    python benchmarks/throughput.py [--words N] [--text FOLDER]

The text is that of FOLDER (``../shared/eval/reading`` if it is there, else ``examples/articles``): its paragraphs are put
together anew, eight an article, until there are enough words, so that no article is a copy of another. Generated news,
where every sentence has a fact and a paragraph, is the hard case and is shown beside it. The bare pipeline is timed as
spaCy does it (``pipe(n_process=2)``) and as two processes that share nothing, which is faster: ratios are given to both.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from generated import articles as generated

from kg.articles import Article, read_sources
from kg.reader import DEFAULT_MODEL

SHARED = Path("../shared/eval/reading")
PARAGRAPHS = 8


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=250_000)
    parser.add_argument("--text", type=Path, default=SHARED if SHARED.exists() else Path("examples/articles"))
    parser.add_argument("--bare", nargs=2, metavar=("SOURCE", "PROCESSES"), help="run the bare pipeline only")
    options = parser.parse_args()
    if options.bare:
        bare(Path(options.bare[0]), int(options.bare[1]))
        return 0
    for name, found in measure(options.text, options.words).items():
        print(f"{name}: {found['words']:,.0f} words")
        print(f"  kg build --jobs 2           {found['kg']:8,.0f} words a second")
        print(f"  bare, pipe(n_process=2)     {found['pipe']:8,.0f}   kg / bare {found['kg'] / found['pipe']:.2f}")
        print(f"  bare, two processes apart   {found['apart']:8,.0f}   kg / bare {found['kg'] / found['apart']:.2f}")
        for stage, share in found["stages"].items():
            print(f"  {stage:<26}{share:8.2f} ms an article")
    return 0


def measure(text: Path, words: int) -> dict[str, dict[str, float]]:
    """Words a second by text and way, and milliseconds of processor time an article by stage."""
    return {
        f"real paragraphs ({text.name})": measure_one(until(shuffled(text), words)),
        "generated": measure_one(until(generated(2_000), words // 4)),
    }


def measure_one(rows: list[dict[str, str]]) -> dict[str, float]:
    words = sum(len(row["text"].split()) for row in rows)
    with tempfile.TemporaryDirectory() as folder:
        whole = written(Path(folder) / "whole.jsonl", rows)
        halves = [written(Path(folder) / f"half{i}.jsonl", rows[i::2]) for i in (0, 1)]
        command = [sys.executable, "-m", "kg", "build", str(whole), "--jobs", "2", "--quiet"]
        kg = timed([[*command, "--store", f"{folder}/store"]])
        pipe = timed([[sys.executable, __file__, "--bare", str(whole), "2"]])
        apart = timed([[sys.executable, __file__, "--bare", str(half), "1"] for half in halves])
        return {"words": words, "kg": words / kg, "pipe": words / pipe, "apart": words / apart, "stages": stages(whole)}


def shuffled(text: Path) -> Iterator[dict[str, str]]:
    """Articles of paragraphs of real ones, in an order that chance gives; the same each time."""
    articles = [item for item in read_sources([str(text)]) if isinstance(item, Article)]
    every = [a.text[span.begin : span.end] for a in articles for span in a.paragraphs]
    chance, number = random.Random(7), 0
    while True:
        number += 1
        day = f"{1990 + chance.randrange(35)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        yield {"id": f"r{number}", "date": day, "text": "\n\n".join(chance.sample(every, PARAGRAPHS))}


def until(rows: Iterator[dict[str, str]], words: int) -> list[dict[str, str]]:
    found, count = [], 0
    while count < words:
        found += list(islice(rows, 20))
        count = sum(len(row["text"].split()) for row in found)
    return found


def written(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def timed(commands: list[list[str]]) -> float:
    """Seconds that commands take side by side, with starting and loading."""
    begin = time.perf_counter()
    running = [subprocess.Popen(command) for command in commands]
    assert all(process.wait() == 0 for process in running)
    return time.perf_counter() - begin


def bare(source: Path, processes: int) -> None:
    """The pipeline with all that kg loads of it, over the paragraphs that kg reads."""
    import spacy

    articles = (item for item in read_sources([str(source)]) if isinstance(item, Article))
    texts = (a.text[span.begin : span.end] for a in articles for span in a.paragraphs)
    for _ in spacy.load(DEFAULT_MODEL).pipe(texts, n_process=processes, batch_size=256):
        pass


def stages(source: Path) -> dict[str, float]:
    """Processor time of each stage in one process, in milliseconds an article."""
    import pyoxigraph

    from kg.extract import Extractor
    from kg.graph.reading import reading_of
    from kg.graph.writer import nquads
    from kg.knowledge import load_knowledge
    from kg.language import Analyser
    from kg.reader import extraction_by
    from kg.resolve import resolve

    found: dict[str, float] = {}
    knowledge = load_knowledge()

    def spent(stage: str, work: Callable[[], list]) -> list:  # type: ignore[type-arg]
        begin = time.process_time()
        result = work()
        found[stage] = (time.process_time() - begin) * 1000
        return result

    articles = spent("read", lambda: [a for a in read_sources([str(source)]) if isinstance(a, Article)][:200])
    analyser, extractor = Analyser(knowledge), Extractor(knowledge)
    run = extraction_by(knowledge, DEFAULT_MODEL)
    list(analyser.analyse(articles[:20]))
    documents = spent("analyse (spaCy and names)", lambda: list(analyser.analyse(articles)))
    claims = spent("extract", lambda: [extractor.extract(document) for document in documents])
    facts = spent("resolve", lambda: [resolve(d, c, knowledge) for d, c in zip(documents, claims, strict=True)])
    spent("keep as JSON", lambda: [reading_of(each, run, keep_text=True) for each in facts])
    graphs = spent("write as N-Quads", lambda: [nquads(each, run, knowledge) for each in facts])
    with tempfile.TemporaryDirectory() as folder:
        store = pyoxigraph.Store(folder)
        text = "".join(graphs).encode()
        spent("load into the store", lambda: [store.bulk_load(text, format=pyoxigraph.RdfFormat.N_QUADS)])
    return {stage: milliseconds / len(articles) for stage, milliseconds in found.items()}


if __name__ == "__main__":
    sys.exit(main())
