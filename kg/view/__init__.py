"""Look: the graph as one interactive HTML file that opens offline anywhere."""

from kg.view.network import Fact, ViewGraph, view_graph
from kg.view.render import render

__all__ = ["Fact", "ViewGraph", "render", "view_graph"]
