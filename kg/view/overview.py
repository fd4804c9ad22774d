"""What a large graph opens on: the states, and the persons and organisations with the most to tell, tied where they take
part in the same events; and the communities that they form."""

from collections import defaultdict
from itertools import combinations
from typing import Any

import networkx as nx

from kg.view.network import ViewGraph

_MOST = {"state": 40, "person": 80, "organisation": 30}
_PARTIES = 12
"""Participants of an event beyond which it ties nobody: a summit of forty says little about two of them."""
_SMALLEST = 3
_TIES = 3


def overview(view: ViewGraph) -> ViewGraph:
    """A network of the most important nodes of ``view``, over the same facts: those that most facts are about, persons who
    hold posts before others. An edge stands for all that ties two: posts, statements, events with both; each node
    keeps the strongest of its own."""
    chosen = _chosen(view)
    made = ViewGraph(nx.MultiDiGraph(), view.facts, view.articles)
    for node in sorted(chosen):
        made.graph.add_node(node, **view.graph.nodes[node])
    for (one, other), facts in sorted(_strongest(_ties(view, chosen)).items()):
        label = f"{len(facts)} fact{'' if len(facts) == 1 else 's'}"
        made.graph.add_edge(one, other, f"{one}|tie|{other}", relation="tie", label=label, facts=sorted(facts))
    made.graph.remove_nodes_from(
        [n for n, degree in list(made.graph.degree()) if degree == 0 and not _is_state(made, n)]
    )
    return made


def communities(view: ViewGraph) -> dict[str, int]:
    """The community of each node by its ties (Blondel et al. 2008), the largest first, from 0; nodes of small ones have
    none. The same graph always gets the same."""
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(sorted(view.graph))
    graph: Any = view.graph
    for one, other, facts in sorted(graph.edges(data="facts"), key=lambda e: (e[0], e[1])):
        before = simple.get_edge_data(one, other, {"weight": 0})["weight"]
        simple.add_edge(one, other, weight=before + max(1, len(facts)))
    found = sorted(nx.community.louvain_communities(simple, seed=0), key=lambda nodes: (-len(nodes), min(nodes)))
    return {node: place for place, nodes in enumerate(found) if len(nodes) >= _SMALLEST for node in nodes}


def _chosen(view: ViewGraph) -> set[str]:
    graph: Any = view.graph
    ranked = sorted(
        graph.nodes(data=True), key=lambda item: (-item[1].get("official", False), -len(item[1]["facts"]), item[0])
    )
    chosen: set[str] = set()
    for kind, most in _MOST.items():
        chosen |= {node for node, _ in [item for item in ranked if item[1]["kind"] == kind][:most]}
    return chosen


def _ties(view: ViewGraph, chosen: set[str]) -> dict[tuple[str, str], set[int]]:
    ties: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    graph: Any = view.graph
    for source, target, data in graph.edges(data=True):
        if source in chosen and target in chosen and source != target:
            ties[min(source, target), max(source, target)].update(data["facts"])
    for node, data in graph.nodes(data=True):
        if data["kind"] == "event":
            parties = sorted({other for other in nx.all_neighbors(view.graph, node) if other in chosen})
            if len(parties) <= _PARTIES:
                for pair in combinations(parties, 2):
                    ties[pair].update(data["facts"])
    return ties


def _strongest(ties: dict[tuple[str, str], set[int]]) -> dict[tuple[str, str], set[int]]:
    """The ties that are among the strongest of either end: all of them would be a ball of wool."""
    of_node: defaultdict[str, list[tuple[int, tuple[str, str]]]] = defaultdict(list)
    for pair, facts in ties.items():
        for node in pair:
            of_node[node].append((-len(facts), pair))
    kept = {pair for found in of_node.values() for _, pair in sorted(found)[:_TIES]}
    return {pair: ties[pair] for pair in kept}


def _is_state(view: ViewGraph, node: str) -> bool:
    return bool(view.graph.nodes[node]["kind"] == "state")
