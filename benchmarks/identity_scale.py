"""What identity costs in a large build, in one run.

    python benchmarks/identity_scale.py [--articles N] [--people N] [--store PATH]

Generates short articles about invented officials, some named far oftener than others, in full, by surname, by
initials and in other spellings; builds them into a store on disk and prints the share of identification in the whole
build's time, what it costs to add ten articles, and the peak memory. Short articles are the hard case: reading them
costs little.
"""

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from unittest import mock

from kg import pipeline
from kg.graph import Store
from kg.knowledge import load_knowledge
from kg.query import run_query


def _words(text: str, between: str | None = None) -> list[str]:
    return text.split(between)


GIVEN = _words("""Adela Ahmed Akira Aleksandr Alba Amina Andrei Anton Baraka Beatriz Bogdan Carlos Celia Chidi Dalia Daniel
Dmitry Elena Emre Farid Fatima Felix Gabriel Giorgi Hana Hassan Henrik Ibrahim Ines Ivan Jakub Jamal Javier Kamal
Karim Kofi Lars Leila Luka Magda Mahmoud Marek Mariam Mikhail Mohammed Nadia Nikolai Olga Omar Pablo Pavel Petra
Rafael Rashid Rosa Samuel Sergei Sofia Stefan Tarek Tomas Ulrike Viktor Walid Yusuf Zainab""")
FIRST = _words(
    "Ab An Bar Bel Bor Dal Dor Fal Gar Hal Jan Kal Kor Lam Mar Mor Nal Or Pal Ras Sal Tar Ul Var Vol Wan Yar Zan"
)
SECOND = _words("a e i o u ai ei")
THIRD = _words("bek din ghi kar khov lek mann mov nes nov rez rian sen shi sky tov vic wen yev zad")
POSTS = _words(
    """president|prime minister|foreign minister|defence minister|finance minister|interior minister|justice minister
health minister|energy minister|trade minister|transport minister|education minister|deputy foreign minister
deputy defence minister|deputy prime minister|chief of the general staff|central bank governor|army chief
navy commander|ambassador to the United Nations|government spokesman|parliament speaker|attorney general
national security adviser|police chief|agriculture minister|culture minister|labour minister|environment minister
oil minister|tourism minister|sports minister|industry minister|housing minister|planning minister|youth minister
deputy finance minister|deputy interior minister|deputy energy minister|deputy health minister|deputy trade minister
presidential spokesman|foreign ministry spokesman|defence ministry spokesman|intelligence chief|air force commander
opposition leader|chief prosecutor|chief justice|deputy speaker|special envoy|chief negotiator|water minister
social affairs minister|information minister|telecommunications minister|fisheries minister|science minister
religious affairs minister|veterans affairs minister|immigration minister|mines minister|deputy justice minister
deputy education minister|deputy transport minister|deputy agriculture minister|deputy culture minister
deputy labour minister|deputy environment minister|deputy oil minister|deputy tourism minister|deputy sports minister
deputy industry minister|deputy housing minister|deputy planning minister|deputy youth minister|deputy water minister
deputy information minister|deputy science minister|deputy immigration minister|deputy mines minister|state secretary
chief of protocol|chief of cabinet|cabinet secretary|treasury secretary|customs chief|election commissioner
human rights commissioner|ambassador to Germany|ambassador to France|ambassador to Japan|ambassador to Brazil
ambassador to Egypt|ambassador to India|ambassador to Canada|ambassador to Italy|ambassador to Spain
ambassador to Turkey|ambassador to Kenya""".replace("\n", "|"),
    "|",
)
EVENTS = ("met", "criticised", "telephoned", "held talks with", "visited", "praised", "thanked", "congratulated")


@dataclass(frozen=True)
class Official:
    given: str
    surname: str
    adjective: str
    post: str
    begin: int

    @property
    def titled(self) -> str:
        return f"{self.adjective} {self.post.title() if ' to ' not in self.post else self.post}"


def officials(count: int, chance: random.Random) -> list[Official]:
    """Officials of all states, at most one a post, as far as there are posts."""
    adjectives = sorted({s.demonyms[0] for s in load_knowledge().reference.states if s.demonyms and s.until is None})
    surnames = ["".join(parts) for parts in product(FIRST, SECOND, THIRD)]
    posts = list(product(adjectives, POSTS))
    chance.shuffle(posts)
    return [
        Official(chance.choice(GIVEN), chance.choice(surnames), *posts[i % len(posts)], 2000 + i % 20)
        for i in range(count)
    ]


def named(official: Official, chance: random.Random) -> str:
    """The official's name as one article has it."""
    kind = chance.random()
    if kind < 0.1:
        return official.surname
    if kind < 0.15:
        return f"{official.given[0]}. {official.surname}"
    if kind < 0.3:
        return f"{official.given} {official.surname.replace('kh', 'k').replace('v', 'w').replace('i', 'y')}"
    return f"{official.given} {official.surname}"


def articles(count: int, people: int) -> Iterator[dict[str, str]]:
    chance = random.Random(4)  # noqa: S311 (nothing secret)
    known = officials(people, chance)
    weights = [1 / (rank + 20) for rank in range(people)]
    order = chance.sample(known, people)
    for number in range(count):
        one, other = (order[number % people] if number % 2 else chance.choices(order, weights)[0]), None
        other = chance.choices(order, weights)[0]
        day = f"{one.begin + chance.randrange(5)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        text = (
            f"{one.titled} {named(one, chance)} {chance.choice(EVENTS)} {other.titled} {named(other, chance)} on Monday. "
            f"The talks dealt with trade and security, officials said."
        )
        yield {"id": f"s{number}", "date": day, "text": text}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=2_000)
    parser.add_argument("--store", type=Path, help="where to build; a temporary folder by default")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, more = Path(folder) / "articles.jsonl", Path(folder) / "more.jsonl"
        lines = [json.dumps(a) for a in articles(options.articles + 10, options.people)]
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
