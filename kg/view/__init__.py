"""Look: the graph as one interactive HTML file that opens offline anywhere."""

from kg.view.arrange import Arranged, along_time, on_map
from kg.view.choose import triples_in, view_of
from kg.view.filters import Wanted
from kg.view.network import Fact, ViewGraph, view_graph
from kg.view.render import render

__all__ = [
    "Arranged",
    "Fact",
    "ViewGraph",
    "Wanted",
    "along_time",
    "on_map",
    "render",
    "triples_in",
    "view_graph",
    "view_of",
]
