"""Run the shared evaluation and write its figures to docs/evaluation.md: `make eval`.

The evaluation (scorer, articles, gold) lives beside the checkout, not in it; SHARED names its folder.
"""

import subprocess
import sys
from pathlib import Path

import calibrate

ROOT = Path(__file__).parent.parent
OWN = ROOT / "benchmarks" / "gold"
RUNS = {
    "Articles: people, roles, states, organisations, events, statements": ("articles", "gold", "articles"),
    "Our own development gold: twenty invented articles of five decades and all regions": (
        "articles",
        str(OWN / "gold"),
        str(OWN / "articles"),
    ),
    "PLOVER development records: event class and states": ("plover", "plover/dev.jsonl"),
    "Open Knowledge Extraction 2015, training sentences: typed spans": ("mentions", "oke/dev.jsonl"),
}


def main(shared: Path) -> None:
    if not (shared / "score.py").exists():
        sys.exit(f"{shared}: no score.py here; name the evaluation with: make eval SHARED=FOLDER")
    parts = [
        "# Evaluation\n\nWritten by `make eval`; all of it is development data, which rules were written against.\n"
    ]
    for title, (what, *paths) in RUNS.items():
        command = [sys.executable, str(shared / "score.py"), what, *(str(shared / p) for p in paths)]
        output = subprocess.run(
            [*command, "--kg", str(Path(sys.executable).parent / "kg")], check=True, capture_output=True, text=True
        ).stdout
        parts.append(f"## {title}\n\n```\n{output.strip()}\n```\n")
        print(f"{title}\n{output}")
    kg = str(Path(sys.executable).parent / "kg")
    parts.append(
        "## Confidence\n\nShare of right facts by their confidence, on the gold of both folders of articles.\n\n"
        f"```\n{calibrate.main(shared, OWN, kg)}\n```\n"
    )
    reading = ROOT / "docs" / "reading.md"
    parts.append(reading.read_text(encoding="utf-8") if reading.exists() else "")
    (ROOT / "docs" / "evaluation.md").write_text("\n".join(parts).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
