"""Measures speed and scale and writes docs/performance.md with a table and plots of what it finds.

    python benchmarks/performance.py [--sizes 1000 10000 100000] [--spark N] [--words N] [--only PART …]

What was measured is kept in docs/performance.json; ``--only`` measures some parts anew and takes the others from there.
The words around the figures are in docs/performance.template.md.
"""

import argparse
import json
import os
import platform
import sys
from pathlib import Path
from string import Template

import matplotlib as mpl
import on_spark
import scale
import startup
import throughput

mpl.use("svg")
from matplotlib import pyplot as plt

DOCS = Path(__file__).parent.parent / "docs"
KEPT = DOCS / "performance.json"
PARTS = ("speed", "starts", "sizes", "spark")
DAY = 86_400


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--spark", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=250_000)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="what to measure anew")
    options = parser.parse_args()
    text = throughput.SHARED if throughput.SHARED.exists() else Path("examples/articles")
    measure = {
        "speed": lambda: throughput.measure(text, options.words),
        "starts": startup.measure,
        "sizes": lambda: [scale.measure(size, is_long=False) for size in options.sizes],
        "spark": lambda: on_spark.measure(options.spark),
    }
    found = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    for part in options.only:
        found[part] = measure[part]()
        KEPT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    missing = [part for part in PARTS if part not in found]
    if missing:
        print(f"not written: {', '.join(missing)} was never measured", file=sys.stderr)
        return 1
    mpl.rcParams["svg.hashsalt"] = "kg"
    plot_stages(found["speed"])
    plot_sizes(found["sizes"])
    words = Template((DOCS / "performance.template.md").read_text(encoding="utf-8"))
    told = words.substitute(tables(found["speed"], found["starts"], found["sizes"], found["spark"]))
    (DOCS / "performance.md").write_text(told, encoding="utf-8")
    return 0


def tables(speed: dict, starts: dict, sizes: list, spark: dict) -> dict[str, str]:  # type: ignore[type-arg]
    """What the template names, as Markdown."""
    real = next(iter(speed.values()))
    return {
        "machine": machine(),
        "speed": "\n".join(
            f"| {name} | {found['words']:,.0f} | {found['kg']:,.0f} | {found['pipe']:,.0f} | "
            f"{found['kg'] / found['pipe']:.2f} | {found['apart']:,.0f} | {found['kg'] / found['apart']:.2f} |"
            for name, found in speed.items()
        ),
        "stages": "\n".join(
            f"| {stage} | " + " | ".join(f"{found['stages'][stage]:.2f}" for found in speed.values()) + " |"
            for stage in real["stages"]
        ),
        "texts": " | ".join(speed),
        "a_day": f"{real['kg'] * DAY / 400:,.0f}",
        "rate": f"{real['kg']:,.0f}",
        "sizes": "\n".join(
            f"| {found['articles']:,.0f} | {found['quads']:,.0f} | {found['seconds']:,.0f} | {found['each']:.2f} | "
            f"{found['finding']:.2f} | {found['reading']:.2f} | {found['writing']:.2f} | {found['peak']:.2f} |"
            for found in sizes
        ),
        "growth": f"{sizes[-1]['each'] / sizes[0]['each']:.2f}",
        "growth_without_start": f"{after_start(sizes[-1]) / after_start(sizes[0]):.2f}",
        "starts": "\n".join(f"| `{command}` | {seconds:.2f} |" for command, seconds in starts.items()),
        "spark_articles": f"{spark['articles']:,}",
        "spark_quads": f"{spark['quads']:,.0f}",
        "spark_same": "the same" if spark["same"] else "NOT the same",
        "spark_local": f"{spark['local']:.0f}",
        "spark_seconds": f"{spark['spark']:.0f}",
        "spark_ratio": f"{spark['spark'] / spark['local']:.2f}",
    }


def after_start(found: dict[str, float]) -> float:
    """Milliseconds an article once all is loaded."""
    return found["reading"] + found["writing"]


def machine() -> str:
    model = next((line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    cores = len(os.sched_getaffinity(0))
    name = model.partition(":")[2].strip() or platform.machine()
    return f"{cores} cores ({name}), {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"


def plot_stages(speed: dict) -> None:  # type: ignore[type-arg]
    figure, axes = plt.subplots(figsize=(8, 2.6))
    for row, found in enumerate(speed.values()):
        left = 0.0
        for number, (stage, share) in enumerate(found["stages"].items()):
            axes.barh(row, share, left=left, color=f"C{number}", label=stage if row == 0 else None)
            left += share
    axes.set_yticks(range(len(speed)), list(speed))
    axes.set_xlabel("processor time, ms an article")
    axes.legend(fontsize=7, ncols=2, frameon=False)
    saved(figure, "stages")


def plot_sizes(sizes: list) -> None:  # type: ignore[type-arg]
    figure, axes = plt.subplots(figsize=(8, 3))
    names = [f"{found['articles']:,.0f}" for found in sizes]
    below = [0.0] * len(sizes)
    for stage in ("finding", "reading", "writing"):
        values = [found[stage] for found in sizes]
        axes.bar(names, values, bottom=below, label=stage)
        below = [a + b for a, b in zip(below, values, strict=True)]
    axes.set_xlabel("articles")
    axes.set_ylabel("ms an article")
    axes.legend(frameon=False)
    saved(figure, "sizes")


def saved(figure: plt.Figure, name: str) -> None:
    figure.tight_layout()
    figure.savefig(DOCS / f"performance-{name}.svg", metadata={"Date": None})


if __name__ == "__main__":
    sys.exit(main())
