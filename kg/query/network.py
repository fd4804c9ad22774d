"""Who is tied to whom by what they do together: shortest ways between two, and who is central (networkx).

Two nodes are tied by an event that both have a part in, and by a statement of one about the other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations, islice, pairwise

import networkx as nx
from pyoxigraph import NamedNode

from kg.graph import Store
from kg.graph.vocabulary import ID
from kg.query.entities import Found
from kg.query.rows import rows

_EVENTS = """SELECT ?graph ?event ?label ?modality ?day ?party ?name WHERE {
  GRAPH ?graph {
    ?event a kg:Event ; rdfs:label ?label ; kg:modality ?modality ; (kg:actor|kg:target|kg:mediator|kg:host) ?party .
    ?party rdfs:label ?name .
    OPTIONAL { ?event kg:date ?date } OPTIONAL { ?graph schema:datePublished ?published }
    BIND(COALESCE(?date, ?published) AS ?day)
  }
}"""
_STATEMENTS = """SELECT ?graph ?event ?label ?modality ?day ?party ?name ?other ?other_name WHERE {
  GRAPH ?graph {
    ?event a kg:Statement ; rdfs:label ?label ; kg:modality ?modality ; kg:speaker ?party ; kg:about ?other .
    ?party rdfs:label ?name . ?other rdfs:label ?other_name .
    OPTIONAL { ?graph schema:datePublished ?day }
  }
}"""
_OFFICIALS = "SELECT DISTINCT ?person WHERE { ?occupancy a kg:Occupancy ; org:member ?person }"
_SENTENCE = """SELECT ?sentence ?article WHERE {
  GRAPH ?graph { ?event kg:evidence/nif:sentence/nif:anchorOf ?sentence . ?graph kg:articleId ?article }
} ORDER BY ?article ?sentence LIMIT 1"""
_EXACT_BETWEENNESS = 2_000
"""Networks with more nodes than this have betweenness estimated from as many of them (Brandes and Pich 2007)."""

MEASURES: dict[str, Callable[["nx.Graph[str]"], dict[str, float]]] = {
    "events": lambda graph: {node: float(size) for node, size in graph.degree(weight="events")},
    "partners": lambda graph: {node: float(degree) for node, degree in graph.degree()},
    "betweenness": lambda graph: nx.betweenness_centrality(graph, k=min(len(graph), _EXACT_BETWEENNESS), seed=0),
    "closeness": nx.closeness_centrality,
}
"""Ways to say who is central (Freeman 1978): how many events they share with others, with how many others, how often
they lie between others, how near they are to all."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two nodes: an event or statement, its day as far as known, and a sentence that tells of it."""

    fact: str
    label: str
    modality: str
    day: str | None
    sentence: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way: from one node to the next, with the ties between them, the earliest first."""

    start: str
    end: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    iri: str
    name: str
    score: float
    events: int


@dataclass(frozen=True, slots=True)
class Period:
    """Days (ISO 8601, as precise as wanted) on or after which and on or before which a tie lies; None is open."""

    since: str | None = None
    until: str | None = None

    def has(self, day: str | None) -> bool:
        if self.since is None and self.until is None:
            return True
        late = day is not None and (self.since is None or day >= self.since)
        return late and (self.until is None or (day or "")[: len(self.until)] <= self.until)


class Network:
    """The ties of a store in a period between nodes of some kinds ("person", "organisation", "state")."""

    def __init__(self, store: Store, kinds: Iterable[str], period: Period = Period()) -> None:
        self._store = store
        self._prefixes = tuple(f"{ID}{kind}/" for kind in kinds)
        self._period = period
        self.names: dict[str, str] = {}
        self.graph: nx.Graph[str] = nx.Graph()
        self._load()

    def _load(self) -> None:
        parties: defaultdict[Tie, set[str]] = defaultdict(set)
        for row in [*rows(self._store, _EVENTS), *rows(self._store, _STATEMENTS)]:
            if not self._period.has(row.get("day")):
                continue
            tie = Tie(row["event"], row["label"], row["modality"], row.get("day"))
            for node, name in ((row["party"], row["name"]), (row.get("other", ""), row.get("other_name", ""))):
                if node.startswith(self._prefixes):
                    self.names[node] = name
                    parties[tie].add(node)
        for tie in sorted(parties, key=lambda t: (t.day or "9999", t.fact)):
            for one, other in combinations(sorted(parties[tie]), 2):
                if not self.graph.has_edge(one, other):
                    self.graph.add_edge(one, other, ties=[], events=0)
                edge = self.graph.edges[one, other]
                if tie.fact not in {known.fact for known in edge["ties"]}:
                    edge["ties"].append(tie)
                    edge["events"] += 1

    def ways(self, one: Found, other: Found, limit: int) -> list[list[Step]]:
        """Up to ``limit`` ways between two nodes, the shortest first and those of most ties first among these; empty
        where there is none."""
        if one.iri not in self.graph or other.iri not in self.graph or not nx.has_path(self.graph, one.iri, other.iri):
            return []
        paths = nx.shortest_simple_paths(self.graph, one.iri, other.iri)
        nearest = sorted(islice(paths, limit * 5), key=lambda path: (len(path), -self._strength(path), path))
        return [[self._step(a, b) for a, b in pairwise(path)] for path in nearest[:limit]]

    def _strength(self, path: list[str]) -> int:
        """How many ties the weakest step has."""
        return min((self.graph.edges[a, b]["events"] for a, b in pairwise(path)), default=0)

    def _step(self, one: str, other: str) -> Step:
        return Step(one, other, tuple(self._with_sentence(tie) for tie in self.graph.edges[one, other]["ties"]))

    def _with_sentence(self, tie: Tie) -> Tie:
        [found] = rows(self._store, _SENTENCE, event=NamedNode(tie.fact)) or [{"sentence": "", "article": ""}]
        return Tie(tie.fact, tie.label, tie.modality, tie.day, found["sentence"], found["article"])

    def ranked(self, measure: str, officials_only: bool) -> list[Ranked]:
        """Nodes by a measure of ``MEASURES``, the most central first."""
        graph = self.graph
        if officials_only:
            graph = graph.subgraph({row["person"] for row in rows(self._store, _OFFICIALS)} & set(graph)).copy()
        scores = MEASURES[measure](graph) if graph else {}
        events = {node: len(self._facts_of(graph, node)) for node in graph}
        found = [Ranked(node, self.names[node], score, events[node]) for node, score in scores.items()]
        return sorted(found, key=lambda r: (-r.score, -r.events, r.iri))

    @staticmethod
    def _facts_of(graph: "nx.Graph[str]", node: str) -> set[str]:
        return {tie.fact for other in graph[node] for tie in graph.edges[node, other]["ties"]}
