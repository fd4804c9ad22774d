"""How long each command takes to start: ``--help`` of all, and ``kg query`` on a small store; the least of several runs.

python benchmarks/startup.py
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7
EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"


def main() -> int:
    for command, seconds in measure().items():
        print(f"{command:<28} {seconds:.2f} s")
    return 0


def measure() -> dict[str, float]:
    """Seconds by command."""
    from click import Context

    from kg.cli.main import main as kg

    found = {"kg --help": least(["--help"])}
    found |= {f"kg {name} --help": least([name, "--help"], 3) for name in sorted(kg.list_commands(Context(kg)))}
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        run(["build", str(EXAMPLES), "--store", store, "--quiet"])
        found["kg query roles"] = least(["query", "roles", "--store", store])
        found["kg find Minsk"] = least(["find", "Minsk", "--store", store])
        found["kg build (nothing new)"] = least(["build", str(EXAMPLES), "--store", store, "--quiet"], 3)
    return found


def least(arguments: list[str], rounds: int = ROUNDS) -> float:
    return min(run(arguments) for _ in range(rounds))


def run(arguments: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", "kg", *arguments], check=True, capture_output=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
