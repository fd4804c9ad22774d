"""What identity costs in a large build, in one run.

    python benchmarks/identity_scale.py [--articles N] [--people N] [--store PATH]

Generates short articles about invented officials, some named far oftener than others, in full, by surname, by
initials and in other spellings; builds them into a store on disk and prints the share of identification in the whole
build's time, what it costs to add ten articles, and the peak memory. Short articles are the hard case: reading them
costs little.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from pathlib import Path
from unittest import mock

from generated import short_articles

from kg import pipeline
from kg.graph import Store
from kg.knowledge import load_knowledge
from kg.query import run_query


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=2_000)
    parser.add_argument("--store", type=Path, help="where to build; a temporary folder by default")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, more = Path(folder) / "articles.jsonl", Path(folder) / "more.jsonl"
        lines = [json.dumps(a) for a in short_articles(options.articles + 10, options.people)]
        source.write_text("\n".join(lines[:-10]), encoding="utf-8")
        more.write_text("\n".join(lines[-10:]), encoding="utf-8")
        with Store(options.store or Path(folder) / "store", write=True) as store:
            run(source, more, store, options.articles, options.people)
    return 0


def run(source: Path, more: Path, store: Store, count: int, people: int) -> None:
    reader = pipeline.Reader(load_knowledge())
    spent: list[float] = []

    def timed_identify(*arguments: object) -> int:
        start = time.perf_counter()
        changed = identify(*arguments)
        spent.append(time.perf_counter() - start)
        print(f"  identification rewrote {changed} graphs in {spent[-1]:.1f} s")
        return changed

    identify = pipeline.identify
    with mock.patch.object(pipeline, "identify", timed_identify):
        totals = []
        for each in (source, more):
            start = time.perf_counter()
            pipeline.build([str(each)], store, reader=reader)
            totals.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    query = "SELECT (COUNT(DISTINCT ?p) AS ?n) { GRAPH ?g { ?p a foaf:Person } }"
    [[found]] = run_query(store, query).rows or [[None]]
    print(f"{count} articles about {people} officials; persons in the graph: {found.value if found else '?'}")
    print(f"whole build {totals[0]:.1f} s, identification {spent[0]:.1f} s: share {spent[0] / totals[0]:.3f}")
    print(f"ten more articles {totals[1]:.1f} s, of it identification {spent[1]:.1f} s")
    print(f"peak memory {peak:.2f} GiB")


if __name__ == "__main__":
    sys.exit(main())
