"""The HTML page: pyvis holds the network and fills our own template, in which everything is inlined.

pyvis 0.3.2's own template loads Bootstrap from a content delivery network even in its ``in_line`` mode
(WestHealth/pyvis issue 229), which an offline page must not. vis-network comes from the pyvis package.
"""

import json
from pathlib import Path
from typing import Any

import pyvis
from markupsafe import Markup
from pyvis.network import Network

from kg.view.layout import positions
from kg.view.network import ViewGraph

_PAGE = Path(__file__).parent / "page"
_VIS_NETWORK = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
# Okabe and Ito's colours, which colour-blind readers can tell apart; shapes tell the kinds as well.
_STYLE = {
    "person": {"color": "#0072B2", "shape": "dot"},
    "state": {"color": "#D55E00", "shape": "square"},
    "organisation": {"color": "#009E73", "shape": "diamond"},
    "event": {"color": "#E69F00", "shape": "triangle"},
    "place": {"color": "#CC79A7", "shape": "hexagon"},
}
_RELATION_COLORS = {"role": "#0072B2", "part": "#B8860B", "place": "#CC79A7", "about": "#8A8A8A"}
_LONGEST_LABEL = 28


def render(view: ViewGraph, title: str = "Knowledge graph") -> str:
    """One self-contained HTML document: no request leaves it, and all text from articles is data, never markup."""
    network: Any = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    places = positions(view.graph)
    graph: Any = view.graph
    for node, attributes in sorted(graph.nodes(data=True)):
        style = _STYLE[attributes["kind"]]
        size = 9 + min(4 * graph.degree(node) ** 0.5, 26)
        x, y = places[node]
        network.add_node(
            node,
            label=_short(attributes["label"]),
            shape=style["shape"],
            color=style["color"],
            size=round(size, 1),
            x=x,
            y=y,
            kind=attributes["kind"],
            full=attributes["label"],
            date=attributes.get("date", ""),
            modality=attributes.get("modality", ""),
        )
    for source, target, key, attributes in sorted(graph.edges(keys=True, data=True), key=lambda e: e[:3]):
        # pyvis folds parallel edges of directed networks unless they differ; each of ours has an id of its own.
        network.add_edge(
            source,
            target,
            id=key,
            relation=attributes["relation"],
            hover=attributes["label"],
            color=_RELATION_COLORS[attributes["relation"]],
            dashes=attributes["relation"] == "about",
        )
    network.set_options(json.dumps(_OPTIONS))
    network.set_template_dir(str(_PAGE), "view.html")
    network.templateEnv.globals.update(
        vis_network=Markup(_VIS_NETWORK.read_text(encoding="utf-8")),  # noqa: S704 (the package's own script)
        script=Markup((_PAGE / "view.js").read_text(encoding="utf-8")),  # noqa: S704
        stylesheet=Markup((_PAGE / "view.css").read_text(encoding="utf-8")),  # noqa: S704
        title=title,
        kinds=_STYLE,
        data={"facts": _facts(view), "articles": view.articles},
    )
    html: str = network.generate_html()
    return html


_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "tooltipDelay": 120, "hideEdgesOnDrag": True, "keyboard": False},
    "nodes": {"borderWidth": 1, "font": {"size": 15}},
    "edges": {"smooth": False, "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}}, "width": 1},
}


def _facts(view: ViewGraph) -> dict[str, list[list[Any]]]:
    return {
        key: [[f.text, f.sentence, f.article, f.begin, f.end] for f in facts]
        for key, facts in sorted(view.facts.items())
    }


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1] + "…"
