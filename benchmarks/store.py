"""How fast the store loads and answers, against pyoxigraph asked directly and plain rdflib, in one run.

    python benchmarks/store.py [--quads N] [--store PATH]

Builds a store on disk from generated news (or takes the one at PATH), loads a part of its backup with kg and with
rdflib's parser, works the whole answers out as `kg build` does, then puts every saved query to it, whole and with each
parameter. "cold" is the first answer of a new process, with the system's file cache dropped where that is allowed; "warm"
the second, which for a parameter may be one that was kept from the first; "direct" the better of two times of the same text
put to pyoxigraph in the same process, after them, so that x is warm : direct, and direct is about what a first answer takes
that is not kept. rdflib is asked on a small part of the data, as is kg, and given ten seconds a query.
"""

import argparse
import gzip
import json
import multiprocessing
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from generated import articles
from pyoxigraph import QueryResultsFormat
from rdflib import Dataset

from kg.graph import Store
from kg.graph.backup import backup, restore
from kg.graph.vocabulary import PREFIXES
from kg.pipeline import build
from kg.query import find_saved, run_query, saved_queries
from kg.query.bindings import bind, term_of
from kg.query.narrow import narrowed
from kg.query.prepare import prepare
from kg.query.run import answer

PEOPLE, QUADS_PER_ARTICLE = 3000, 960
SAMPLE, SMALL = 300_000, 20_000
PATIENCE = 10.0
Question = tuple[str, dict[str, str]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, default=5_000_000)
    parser.add_argument("--store", type=Path, help="a store to ask, built here if there is none; temporary by default")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "store"
        if not path.exists():
            made(path, options.quads)
        with Store(path) as store:
            print(f"{len(store.oxigraph):,} quads of {len(store.articles()):,} articles")
            backup(store, Path(folder) / "backup.nq.gz")
            asked = list(questions(store))
        loading(Path(folder))
        prepared(path)
        print(f"\n{'query':52} {'rows':>7} {'cold s':>8} {'warm s':>8} {'direct s':>8} {'x':>5}")
        for question in asked:
            answered(path, question)
        against_rdflib(Path(folder), asked)
    return 0


def made(path: Path, quads: int) -> None:
    """A store of about so many quads."""
    source = path.with_suffix(".jsonl")
    source.write_text("".join(json.dumps(a) + "\n" for a in islice(articles(PEOPLE), quads // QUADS_PER_ARTICLE)))
    with Store(path, write=True) as store:
        seconds = timed(lambda: build([str(source)], store))
    print(f"built in {seconds:.0f} s")


def prepared(path: Path) -> None:
    """Work out the whole answers, and forget those that were kept from earlier runs."""
    shutil.rmtree(path / "answers", ignore_errors=True)
    with Store(path) as store:
        seconds = timed(lambda: prepare(store, jobs=2))
    print(f"saved queries worked out in {seconds:.0f} s")


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


# ---- loading


def loading(folder: Path) -> None:
    """kg restore onto disk against rdflib's parser into memory, on the same quads."""
    sample = folder / "sample.nq.gz"
    with gzip.open(folder / "backup.nq.gz", "rt") as whole, gzip.open(sample, "wt") as part:
        part.writelines(islice(whole, SAMPLE))
    with Store(folder / "sample", write=True) as store:
        ours = timed(lambda: restore(sample, store))
    with gzip.open(sample, "rt") as lines:
        text = "".join(islice(lines, 1, None))
    theirs = timed(lambda: Dataset().parse(data=text, format="nquads"))
    print(
        f"load of {SAMPLE:,} quads: kg {ours:.2f} s onto disk, rdflib {theirs:.2f} s into memory: {theirs / ours:.1f} x"
    )


# ---- queries


def questions(store: Store) -> Iterator[Question]:
    """Each saved query whole and with each of its parameters, about what the store has."""
    found = run_query(store, "SELECT ?name { GRAPH ?g { ?t a kg:Tenure ; org:member/rdfs:label ?name } } LIMIT 1").rows
    assert found
    surname = found[0][0].value.split()[-1]
    values = {
        "called": surname,
        "in": "g7",
        "state": "AZ",
        "of": "Azerbaijan",
        "on": "2012-06-01",
        "since": "2021-01-01",
        "until": "2003-01-01",
        "type": "meeting",
        "modality": "denied",
    }
    for query in saved_queries():
        yield query.name, {}
        for parameter in query.parameters:
            yield query.name, {parameter.name: values[parameter.name]}


def answered(path: Path, question: Question) -> None:
    cold = _dropped()
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_ask, args=(path, question, theirs))
    process.start()
    theirs.close()
    rows, first, second, direct = ours.recv()
    process.join()
    mark = "" if cold else " (file cache kept)"
    print(
        f"{_shown(question):52} {rows:>7} {first:>8.3f} {second:>8.3f} {direct:>8.3f} {second / direct:>5.2f}{mark}",
        flush=True,
    )


def _ask(path: Path, question: Question, pipe: Connection) -> None:
    text, values = _text(question)
    with Store(path) as store:
        sizes: list[int] = []

        def ours() -> None:
            sizes.append(answer(store, text, values, "tsv").count(b"\n") - 1)

        seconds = [timed(ours) for _ in range(2)]
        bound = bind(text, values, narrowed(store, text, values))

        def directly() -> None:
            found = store.oxigraph.query(bound, prefixes=PREFIXES, use_default_graph_as_union=True)
            found.serialize(format=QueryResultsFormat.TSV)

        pipe.send((sizes[0], *seconds, min(timed(directly) for _ in range(2))))


def _text(question: Question) -> tuple[str, dict]:
    name, values = question
    return find_saved(name).text, {key: term_of(value) for key, value in values.items()}


def _shown(question: Question) -> str:
    name, values = question
    return f"{name} {' '.join(f'{key}={value}' for key, value in values.items())}"


def _dropped() -> bool:
    """Whether the system's file cache could be dropped."""
    try:
        Path("/proc/sys/vm/drop_caches").write_text("3\n")
    except OSError:
        return False
    return True


# ---- rdflib


def against_rdflib(folder: Path, asked: list[Question]) -> None:
    with gzip.open(folder / "backup.nq.gz", "rt") as whole:
        head, *lines = islice(whole, SMALL)
    with gzip.open(folder / "small.nq.gz", "wt") as part:
        part.writelines([head, *lines])
    with Store(folder / "small", write=True) as store:
        restore(folder / "small.nq.gz", store)
        print(f"\nkg against rdflib on {SMALL:,} quads in memory")
        for question in asked:
            text, values = _text(question)
            ours = min(timed(lambda t=text, v=values: run_query(store, t, v)) for _ in range(3))
            theirs = _rdflib_seconds(lines, bind(text, values))
            said = (
                f"{theirs:8.3f} s: {theirs / ours:8.0f} x"
                if theirs
                else f"more than {PATIENCE:.0f} s: more than {PATIENCE / ours:.0f} x"
            )
            print(f"{_shown(question):52} {ours:8.4f} s, rdflib {said}", flush=True)


def _rdflib_seconds(lines: list[str], query: str) -> float | None:
    ours, theirs = multiprocessing.get_context("fork").Pipe()
    process = multiprocessing.get_context("fork").Process(target=_rdflib, args=(lines, query, theirs))
    process.start()
    ours.recv()
    seconds = ours.recv() if ours.poll(PATIENCE) else None
    process.kill()
    process.join()
    return seconds


def _rdflib(lines: list[str], query: str, pipe: Connection) -> None:
    dataset = Dataset(default_union=True)
    dataset.parse(data="".join(lines), format="nquads")
    pipe.send(True)
    pipe.send(timed(lambda: list(dataset.query(query, initNs=PREFIXES))))


if __name__ == "__main__":
    sys.exit(main())
