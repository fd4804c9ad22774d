"""What a build costs by the number of articles, each in a process of its own: seconds by stage, peak memory, quads.

    python benchmarks/scale.py [--sizes 1000 10000 100000] [--long]

Short generated articles of two sentences by default: reading them costs little, so that what grows with the number of
articles shows. ``--long`` takes ten sentences. The officials are invented and repeat as in news: few very often, most
seldom.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from generated import articles, short_articles

PEOPLE = 2_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--one", nargs=2, metavar=("SOURCE", "STORE"), help="build in this process, print the stages")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(stages(*options.one)))
        return 0
    for size in options.sizes:
        print(line(measure(size, options.long)), flush=True)
    return 0


def line(found: dict[str, float]) -> str:
    return (
        f"{found['articles']:>7,.0f} articles  {found['seconds']:8.1f} s  {found['each']:6.2f} ms an article "
        f"(found {found['finding']:.2f}, read {found['reading']:.2f}, written {found['writing']:.2f})  "
        f"{found['quads']:>11,.0f} quads  peak {found['peak']:.2f} GB"
    )


def measure(size: int, is_long: bool) -> dict[str, float]:
    """Seconds and milliseconds an article by stage, and the peak memory (GB) of the largest process."""
    source_of = articles(PEOPLE) if is_long else short_articles(size, PEOPLE)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        with source.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(article) + "\n" for article in islice(source_of, size))
        command = [sys.executable, __file__, "--one", str(source), str(Path(folder) / "store")]
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        told = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
    assert status == 0, told
    found = json.loads(told)
    each = {stage: found[stage] / size * 1000 for stage in ("finding", "reading", "writing")}
    peak = usage.ru_maxrss * 1024 / 1e9
    return {
        "articles": size,
        "seconds": seconds,
        "each": seconds / size * 1000,
        "quads": found["quads"],
        "peak": peak,
        **each,
    }


def stages(source: str, path: str) -> dict[str, float]:
    """Seconds from the beginning of each stage to the next, and the quads there are in the end."""
    from kg.graph import Store
    from kg.pipeline import Step, Summary, build

    begun: dict[str, float] = {"finding": time.perf_counter()}

    def progress(step: Step, summary: Summary) -> None:
        begun.setdefault(step.stage, time.perf_counter())

    with Store(path, write=True) as store:
        build([source], store, jobs=len(os.sched_getaffinity(0)), progress=progress)
        end = time.perf_counter()
        quads = len(store.oxigraph)
    return {
        "finding": begun["reading"] - begun["finding"],
        "reading": begun["writing"] - begun["reading"],
        "writing": end - begun["writing"],
        "quads": quads,
    }


if __name__ == "__main__":
    sys.exit(main())
