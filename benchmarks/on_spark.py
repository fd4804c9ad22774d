"""The same articles by both engines, in one run: whether the N-Quads are the same, and what Spark costs beside.

python benchmarks/on_spark.py [--articles N] [--master local[2]]
"""

import argparse
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from generated import short_articles
from pyoxigraph import Quad, RdfFormat, parse

PEOPLE = 2_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--master", default="local[2]")
    options = parser.parse_args()
    found = measure(options.articles, options.master)
    print(f"{options.articles} articles, {found['quads']:,.0f} quads: the same N-Quads: {bool(found['same'])}")
    print(
        f"local engine {found['local']:.1f} s, Spark {found['spark']:.1f} s: {found['spark'] / found['local']:.2f} times"
    )
    return 0 if found["same"] else 1


def measure(articles: int, master: str = "local[2]") -> dict[str, float]:
    """Seconds by engine, how many quads there are, and whether they are the same."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "articles.jsonl"
        source.write_text("".join(json.dumps(a) + "\n" for a in short_articles(articles, PEOPLE)), encoding="utf-8")
        local = timed("build", str(source), "--store", str(folder / "store"), "--jobs", "2")
        spark = timed("build", str(source), "--engine", "spark", "--master", master, "--output", str(folder / "out"))
        timed("export", "--store", str(folder / "store"), "--format", "nquads", "--output", str(folder / "local.nq"))
        with (folder / "local.nq").open("rb") as file:
            own, quads = digest(parse(file, format=RdfFormat.N_QUADS))
        parts = sorted((folder / "out" / "nquads").glob("*.gz"))
        other, _ = digest(
            q for part in parts for q in parse(gzip.decompress(part.read_bytes()), format=RdfFormat.N_QUADS)
        )
    return {"articles": articles, "local": local, "spark": spark, "quads": quads, "same": own == other}


def digest(quads: Iterable[Quad]) -> tuple[str, int]:
    lines = sorted(str(quad) for quad in quads)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest(), len(lines)


def timed(*arguments: str) -> float:
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "kg", *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
