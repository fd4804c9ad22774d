"""How kg serve bears many clients at once: every saved query with its parameters, for a while.

    python benchmarks/clients.py [--clients 50] [--seconds 60] [--store PATH]

Starts kg serve as its own process on a store of generated news (or the one at PATH), lets the clients ask one query after
another, and prints how many were answered, the errors, and the percentiles of the time to an answer.
"""

import argparse
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import urllib3
from store import made, questions

from kg.graph import Store
from kg.query import find_saved

QUADS = 300_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--store", type=Path, help="a store to serve; one of generated news by default")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "store"
        if not path.exists():
            made(path, QUADS)
        with Store(path) as store:
            print(f"{len(store.oxigraph):,} quads; {options.clients} clients for {options.seconds:.0f} s")
            asked = [
                {"query": find_saved(name).text, **{f"${key}": value for key, value in values.items()}}
                for name, values in questions(store)
                if values or not find_saved(name).parameters
            ]
        return served(path, asked, options.clients, options.seconds)


def served(path: Path, asked: list[dict[str, str]], clients: int, seconds: float) -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-m", "kg", "serve", "--port", str(port), "--store", str(path)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}/sparql"
        _wait(url)
        return report(*ask(url, asked, clients, seconds), seconds)
    finally:
        process.terminate()
        process.wait()


def ask(url: str, asked: list[dict[str, str]], clients: int, seconds: float) -> tuple[list[float], Counter[str]]:
    """Seconds to each answer, and what went wrong."""
    times: list[float] = []
    errors: Counter[str] = Counter()
    end = time.perf_counter() + seconds

    def client(number: int) -> None:
        chance = random.Random(number)
        with urllib3.PoolManager(retries=False, timeout=120) as http:
            while (start := time.perf_counter()) < end:
                fields = [*chance.choice(asked).items()]
                try:
                    answer = http.request("POST", url, fields=fields, encode_multipart=False)
                except urllib3.exceptions.HTTPError as error:
                    errors[type(error).__name__] += 1
                    continue
                times.append(time.perf_counter() - start)
                if answer.status != 200:
                    errors[f"status {answer.status}: {answer.data[:80]!r}"] += 1

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, errors


def report(times: list[float], errors: Counter[str], seconds: float) -> int:
    cuts = statistics.quantiles(times, n=100)
    print(f"{len(times)} answers, {len(times) / seconds:.0f} a second; errors: {dict(errors) or 'none'}")
    print(f"p50 {cuts[49]:.3f} s, p90 {cuts[89]:.3f} s, p99 {cuts[98]:.3f} s, longest {max(times):.3f} s")
    return 1 if errors else 0


def _wait(url: str) -> None:
    for _ in range(300):
        try:
            urllib3.request("GET", url, retries=False)
            return
        except urllib3.exceptions.HTTPError:
            time.sleep(0.1)
    raise SystemExit("kg serve did not start")


if __name__ == "__main__":
    sys.exit(main())
