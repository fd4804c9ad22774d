"""How often facts of each confidence are right on gold articles: the table of docs/evaluation.md.

Facts are matched with gold by the scorer's own rules; an event counts as right where its parties, date and modality
are too.
"""

import collections
import importlib.util
import itertools
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)
_CONFIDENCE = """SELECT ?fact (MAX(?value) AS ?confidence) WHERE { GRAPH ?g { ?fact kg:evidence/kg:confidence ?value } }
GROUP BY ?fact"""
_TENURES = """SELECT ?fact ?name ?title ?of ?iso ?status WHERE { GRAPH ?g {
  ?fact org:member/rdfs:label ?name ; kg:title ?title ; kg:status ?status .
  OPTIONAL { ?fact org:organization ?owner . ?owner rdfs:label ?of . OPTIONAL { ?owner kg:iso2 ?iso } } } }"""


def scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(score: ModuleType, kg: str, gold_dir: Path, text_dir: Path) -> Iterator[tuple[str, float, bool]]:
    """(kind, confidence, right) for every fact found in the articles of a gold folder."""
    for path in sorted(gold_dir.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder) / "store"
            score.run(kg, "build", text_dir / f"{gold['id']}.txt", "--store", store)
            rows = {name: score.rows(kg, store, name) for name in ("events", "statements")}
            confidence = {r["fact"]: float(r["confidence"]) for r in _asked(score, kg, store, _CONFIDENCE)}
            tenures = _asked(score, kg, store, _TENURES)
        yield from _events(score, gold, rows["events"], confidence)
        yield from _roles(score, gold, tenures, confidence)
        yield from _statements(score, gold, rows["statements"], confidence)


def _asked(score: ModuleType, kg: str, store: Path, query: str) -> list[dict[str, str]]:
    result = json.loads(score.run(kg, "query", "-e", query, "--store", store, "--format", "json"))
    return [{key: value["value"] for key, value in row.items()} for row in result["results"]["bindings"]]


def _events(
    score: ModuleType, gold: dict[str, Any], rows: list[dict[str, str]], confidence: dict[str, float]
) -> Iterator[tuple[str, float, bool]]:
    grouped: dict[str, list[dict[str, str]]] = collections.defaultdict(list)
    for row in rows:
        grouped[row["event"]].append(row)
    events = list(grouped.values())

    def parties(g: dict[str, Any], s: list[dict[str, str]]) -> float:
        found = [row for row in s if row.get("participant")]
        if not g["participants"] and not found:
            return 1.0
        pairs = score.greedy(g["participants"], found, lambda p, r: score.same_who(gold, p["who"], r))
        wrong = len({row["participant"] for row in found}) - len(pairs)
        return float(score.prf(len(pairs), wrong, len(g["participants"]) - len(pairs))[2])

    def similar(g: dict[str, Any], s: list[dict[str, str]]) -> float:
        same = g["type"] == s[0]["type"] and score.same_sentence(g["sentence"], {row["sentence"] for row in s})
        return 0.5 + parties(g, s) / 2 if same else 0.0

    right = set()
    for i, j in score.greedy(gold["events"], events, similar):
        wanted, row = gold["events"][i], events[j][0]
        date = wanted["date"] or ""
        if (
            parties(wanted, events[j]) >= 0.5
            and (row.get("date") or "")[: len(date)] == date
            and row["modality"] == wanted["modality"]
        ):
            right.add(j)
    for j, event in enumerate(events):
        yield "events", confidence[event[0]["event"]], j in right


def _roles(
    score: ModuleType, gold: dict[str, Any], rows: list[dict[str, str]], confidence: dict[str, float]
) -> Iterator[tuple[str, float, bool]]:
    people = {p["key"]: p for p in gold["people"]}

    def similar(g: dict[str, Any], s: dict[str, str]) -> float:
        close = score.overlap(g["title"], s["title"])
        same = score.same_of(g, s) and score.same_person(people[g["person"]], s["name"]) and s["status"] == g["status"]
        return float(close) if close >= 0.5 and same else 0.0

    right = {j for _, j in score.greedy(gold["roles"], rows, similar)}
    for j, row in enumerate(rows):
        yield "posts", confidence[row["fact"]], j in right


def _statements(
    score: ModuleType, gold: dict[str, Any], rows: list[dict[str, str]], confidence: dict[str, float]
) -> Iterator[tuple[str, float, bool]]:
    people = {p["key"]: p for p in gold["people"]}
    said = score.unique(rows, "statement")

    def similar(g: dict[str, Any], s: dict[str, str]) -> float:
        if not score.same_sentence(g["sentence"], [s["sentence"]]):
            return 0.0
        if g["speaker"] in people:
            return float(score.same_person(people[g["speaker"]], s["speaker_name"]))
        same = s.get("speaker_iso", "").upper() == g["speaker"]
        return float(same or score.overlap(g["speaker"], s["speaker_name"]) >= 0.5)

    right = {j for _, j in score.greedy(gold["statements"], said, similar)}
    for j, row in enumerate(said):
        yield "statements", confidence[row["statement"]], j in right


def table(facts: list[tuple[str, float, bool]]) -> str:
    """Share of right facts by confidence, as text."""
    lines = [f"{'confidence':14}{'facts':>7}{'right':>7}{'share':>8}"]
    for low, high in itertools.pairwise(BINS):
        inside = [right for _, confidence, right in facts if low <= confidence < high]
        if inside:
            share = sum(inside) / len(inside)
            lines.append(f"{low:.2f} to {min(high, 1):.2f}{len(inside):7d}{sum(inside):7d}{share:8.3f}")
    above = [right for _, confidence, right in facts if confidence > 0.8]
    lines.append(f"{'above 0.8':12}{len(above):7d}{sum(above):7d}{sum(above) / max(len(above), 1):8.3f}")
    for kind in ("events", "posts", "statements"):
        of_kind = [right for k, confidence, right in facts if k == kind and confidence > 0.8]
        lines.append(f"  {kind:10}{len(of_kind):7d}{sum(of_kind):7d}{sum(of_kind) / max(len(of_kind), 1):8.3f}")
    return "\n".join(lines)


def main(shared: Path, own: Path, kg: str) -> str:
    score = scorer(shared / "score.py")
    facts = [
        fact
        for gold, text in ((shared / "gold", shared / "articles"), (own / "gold", own / "articles"))
        for fact in judged(score, kg, gold, text)
    ]
    return table(facts)


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), Path(sys.argv[2]), str(Path(sys.executable).parent / "kg")))
