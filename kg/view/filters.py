"""What of a network is drawn: facts of some kinds, types, modalities and days, and what is near one node."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import networkx as nx

from kg.view.network import Fact, ViewGraph, without_ties


@dataclass(frozen=True, slots=True)
class Wanted:
    """Facts to keep. Empty means all; days are ISO 8601, ``until`` whole (2014 is the whole year). A fact without a day is
    left out where a day is asked for."""

    types: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None

    def has(self, fact: Fact) -> bool:
        """Whether a fact is one of them."""
        if self.types and (fact.kind != "event" or fact.type not in self.types):
            return False
        if self.modalities and fact.modality not in self.modalities:
            return False
        if self.since and (not fact.day or fact.day < self.since):
            return False
        return not (self.until and (not fact.day or fact.day[: len(self.until)] > self.until))


def only(view: ViewGraph, wanted: Wanted) -> ViewGraph:
    """The network of the facts that are wanted."""
    if wanted == Wanted():
        return view
    return _of_facts(view, wanted.has)


def near(view: ViewGraph, node: str, hops: int) -> ViewGraph:
    """The network within ``hops`` edges of a node, with the facts that it shows."""
    if node not in view.graph:
        return ViewGraph()
    return within(view, nx.ego_graph(view.graph.to_undirected(as_view=True), node, hops).nodes)


def within(view: ViewGraph, nodes: Iterable[str], relations: frozenset[str] = frozenset()) -> ViewGraph:
    """The network of some nodes and the ties between them, of some relations or all, with the facts that these show."""
    inside: nx.MultiDiGraph[str] = nx.MultiDiGraph(view.graph.subgraph(nodes))
    graph: Any = inside
    inside.remove_edges_from(
        [e[:3] for e in graph.edges(keys=True, data="relation") if relations and e[3] not in relations]
    )
    shown = {place for _, _, facts in graph.edges(data="facts") for place in facts}
    facts = {view.facts[place] for place in shown}
    return _of_facts(replace(view, graph=inside), facts.__contains__)


def _of_facts(view: ViewGraph, has: Callable[[Fact], bool]) -> ViewGraph:
    """A copy with some of the facts; edges without any of theirs are left out, and nodes without an edge."""
    kept = [place for place, fact in enumerate(view.facts) if has(fact)]
    place_of = {old: new for new, old in enumerate(kept)}
    made = replace(view, graph=nx.MultiDiGraph(), facts=[view.facts[place] for place in kept])
    graph: Any = view.graph
    for node, data in graph.nodes(data=True):
        made.graph.add_node(node, **data | {"facts": [place_of[f] for f in data["facts"] if f in place_of]})
    for source, target, key, data in graph.edges(keys=True, data=True):
        facts = [place_of[f] for f in data["facts"] if f in place_of]
        if facts:
            made.graph.add_edge(source, target, key, **data | {"facts": facts})
    without_ties(made)
    told = {fact.article for fact in made.facts}
    made.articles = {name: about for name, about in view.articles.items() if name in told}
    return made
