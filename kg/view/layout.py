"""Positions computed beforehand, so that the page opens still: Kamada and Kawai 1989 for small connected
components, Fruchterman and Reingold 1991 for large ones, by igraph, from a fixed start; then nodes that overlap pushed apart; components in rows."""

import math
import random
from typing import Any

import igraph
import networkx as nx
import numpy as np

Point = tuple[float, float]

_BOX = (150.0, 95.0)
"""Width and height in pixels that a node with its label takes."""
_PUSHES, _FORCE = 300, 0.26
_EDGE = 120.0
"""Least usual length of an edge, in pixels."""
_MARGIN = 150.0
_LANDSCAPE = 1.5
"""Width of all, where the components would fill a square of width 1: the room beside the panel is wider than high."""
_SMALL = 250
_ROUNDS = 2000


def positions(graph: "nx.MultiDiGraph[str]") -> dict[str, Point]:
    """A place for each node, in pixels; the same graph always gets the same."""
    components = sorted(nx.weakly_connected_components(graph), key=lambda c: (-len(c), min(c)))
    boxes = [_component(graph, sorted(component)) for component in components]
    sizes = [tuple(max(p[axis] for p in box.values()) + _MARGIN for axis in (0, 1)) for box in boxes]
    width = _LANDSCAPE * math.sqrt(sum(w * h for w, h in sizes)) if sizes else 0.0
    width = max([width, *(w for w, _ in sizes)])
    placed: dict[str, Point] = {}
    x = y = row_height = 0.0
    for box, (box_width, box_height) in zip(boxes, sizes, strict=True):
        if x > 0 and x + box_width > width:
            x, y, row_height = 0.0, y + row_height, 0.0
        placed |= {node: (round(x + px, 1), round(y + py, 1)) for node, (px, py) in box.items()}
        x += box_width
        row_height = max(row_height, box_height)
    return placed


def _component(graph: "nx.MultiDiGraph[str]", nodes: list[str]) -> dict[str, Point]:
    """A component laid out in a box that begins at (0, 0)."""
    if len(nodes) == 1:
        return {nodes[0]: (0.0, 0.0)}
    number = {node: i for i, node in enumerate(nodes)}
    edges = sorted({(number[a], number[b]) for a, b in graph.subgraph(nodes).edges() if a != b})
    start = random.Random(0)  # noqa: S311 (a fixed start, no secret)
    seed = [[start.uniform(-1, 1), start.uniform(-1, 1)] for _ in nodes]
    igraph.set_random_number_generator(random.Random(0))  # noqa: S311
    network = igraph.Graph(len(nodes), edges)
    if len(nodes) <= _SMALL:
        layout = network.layout_kamada_kawai(seed=seed)
    else:
        layout = network.layout_fruchterman_reingold(seed=seed, niter=_ROUNDS)
    points: list[Point] = [(x, y) for x, y in layout.coords]
    lengths = [math.dist(points[a], points[b]) for a, b in edges]
    placed = _apart(np.array(points) * (_EDGE / _median(lengths)))
    placed -= placed.min(axis=0)
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, placed, strict=True)}


def _apart(
    points: "np.ndarray[tuple[int, int], np.dtype[np.float64]]",
) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Points (n × 2) moved until no node lies on another or its label: boxes that overlap push each other away along the
    side on which they overlap least, half each."""
    box = np.array(_BOX)
    for _ in range(_PUSHES):
        between = points[:, None, :] - points[None, :, :]
        overlap = box - np.abs(between)
        touching: Any = (overlap > 0).all(axis=2)
        np.fill_diagonal(touching, False)
        if not touching.any():
            break
        along_x = overlap[:, :, 0] / box[0] < overlap[:, :, 1] / box[1]
        away = np.where(between >= 0, 1.0, -1.0) * overlap * _FORCE
        points = points + np.stack(
            [(away[:, :, 0] * (touching & along_x)).sum(axis=1), (away[:, :, 1] * (touching & ~along_x)).sum(axis=1)],
            axis=1,
        )
    return points


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] or 1.0
