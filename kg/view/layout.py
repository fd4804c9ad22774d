"""Positions computed beforehand, so that the page opens still: Kamada and Kawai 1989 for small connected
components, Fruchterman and Reingold 1991 for large ones, by igraph, from a fixed start; components in rows."""

import math
import random

import igraph
import networkx as nx

_EDGE = 120.0
"""Usual length of an edge, in pixels."""
_MARGIN = 150.0
_SMALL = 400


def positions(graph: "nx.MultiDiGraph[str]") -> dict[str, tuple[float, float]]:
    """A place for each node, in pixels; the same graph always gets the same."""
    components = sorted(nx.weakly_connected_components(graph), key=lambda c: (-len(c), min(c)))
    placed: dict[str, tuple[float, float]] = {}
    width = _EDGE * math.sqrt(graph.number_of_nodes() + 1) * 1.7
    x = y = row_height = 0.0
    for component in components:
        inside = _component(graph, sorted(component))
        box_width = max(p[0] for p in inside.values()) + _MARGIN
        box_height = max(p[1] for p in inside.values()) + _MARGIN
        if x > 0 and x + box_width > width:
            x, y, row_height = 0.0, y + row_height, 0.0
        placed |= {node: (round(x + px, 1), round(y + py, 1)) for node, (px, py) in inside.items()}
        x += box_width
        row_height = max(row_height, box_height)
    return placed


def _component(graph: "nx.MultiDiGraph[str]", nodes: list[str]) -> dict[str, tuple[float, float]]:
    """A component laid out in a box that begins at (0, 0)."""
    if len(nodes) == 1:
        return {nodes[0]: (0.0, 0.0)}
    number = {node: i for i, node in enumerate(nodes)}
    edges = sorted({(number[a], number[b]) for a, b in graph.subgraph(nodes).edges() if a != b})
    start = random.Random(0)  # noqa: S311 (a fixed start, no secret)
    seed = [[start.uniform(-1, 1), start.uniform(-1, 1)] for _ in nodes]
    igraph.set_random_number_generator(random.Random(0))  # noqa: S311
    network = igraph.Graph(len(nodes), edges)
    layout = (
        network.layout_kamada_kawai(seed=seed)
        if len(nodes) <= _SMALL
        else network.layout_fruchterman_reingold(seed=seed)
    )
    points: list[tuple[float, float]] = [(x, y) for x, y in layout.coords]
    lengths = sorted(math.dist(points[a], points[b]) for a, b in edges)
    scale = _EDGE / (lengths[len(lengths) // 2] or 1.0)
    left, top = (min(axis) for axis in zip(*points, strict=True))
    return {node: ((x - left) * scale, (y - top) * scale) for node, (x, y) in zip(nodes, points, strict=True)}
