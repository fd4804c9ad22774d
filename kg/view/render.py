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

from kg.view.arrange import Arranged
from kg.view.layout import positions
from kg.view.network import ViewGraph
from kg.view.overview import communities, overview

_PAGE = Path(__file__).parent / "page"
_VIS_NETWORK = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
_SCRIPTS = ("data.js", "filters.js", "drawing.js", "panel.js", "search.js", "timeline.js", "address.js", "main.js")
# Okabe and Ito's colours, which colour-blind readers can tell apart; shapes tell the kinds as well.
_STYLE = {
    "person": {"color": "#0072B2", "shape": "dot"},
    "state": {"color": "#D55E00", "shape": "square"},
    "organisation": {"color": "#009E73", "shape": "diamond"},
    "event": {"color": "#E69F00", "shape": "triangle"},
    "place": {"color": "#CC79A7", "shape": "hexagon"},
    "other": {"color": "#999999", "shape": "dot"},
}
_RELATION_COLORS = {"role": "#0072B2", "part": "#B8860B", "place": "#CC79A7", "about": "#8A8A8A", "tie": "#8A8A8A"}
_RELATION_NAMES = {"role": "post", "part": "takes part", "place": "where", "about": "speaks of", "tie": "together"}
_LONGEST_LABEL = 28
_WHOLE = 400
"""Nodes beyond which the page opens on an overview and the rest is drawn where it is asked for."""


def render(graph: ViewGraph | Arranged, title: str = "Knowledge graph", focus: str | None = None) -> str:
    """One self-contained HTML document: no request leaves it, and all text from articles is data, never markup. ``focus``
    is the node that the page opens on."""
    arranged = graph if isinstance(graph, Arranged) else _arranged(graph)
    view = arranged.view
    network: Any = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    network.node_ids = _Ids()
    drawn: Any = view.graph
    opening: Any = arranged.opening.graph if arranged.opening else drawn
    groups = communities(arranged.opening or view)
    degrees = dict(drawn.degree())
    largest = max(degrees.values(), default=1)
    for node, data in sorted(drawn.nodes(data=True)):
        network.add_node(node, **_drawn(node, data, degrees[node] / max(1, largest), arranged, groups))
    edges = list(drawn.edges(keys=True, data=True))
    if opening is not drawn:
        edges += opening.edges(keys=True, data=True)
    for source, target, key, data in sorted(edges, key=lambda edge: edge[:3]):
        # pyvis folds parallel edges of directed networks unless they differ; each of ours has an id of its own.
        network.add_edge(source, target, id=key, relation=data["relation"], hover=data["label"], facts=data["facts"])
    network.set_options(json.dumps(_OPTIONS))
    network.set_template_dir(str(_PAGE), "view.html")
    network.templateEnv.globals.update(
        vis_network=Markup(_VIS_NETWORK.read_text(encoding="utf-8")),  # noqa: S704 (the package's own script)
        script=Markup("\n".join((_PAGE / "js" / name).read_text(encoding="utf-8") for name in _SCRIPTS)),  # noqa: S704
        stylesheet=Markup((_PAGE / "view.css").read_text(encoding="utf-8")),  # noqa: S704
        title=title,
        kinds={kind: style for kind, style in _STYLE.items() if any(k == kind for _, k in drawn.nodes(data="kind"))},
        ties=_legend(edges),
        data=_told(view) | _beneath(arranged) | {"styles": _STYLE, "relations": _RELATION_COLORS, "focus": focus},
    )
    html: str = network.generate_html()
    return html


def _arranged(view: ViewGraph) -> Arranged:
    """A network laid out by its ties: all of it, or its overview where it is large."""
    opening = overview(view) if len(view.graph) > _WHOLE else None
    return Arranged(view, positions((opening or view).graph), opening=opening)


def _legend(edges: list[tuple[Any, ...]]) -> list[dict[str, str]]:
    """Name, colour and dashes of each relation that the page has."""
    drawn = {data["relation"] for *_, data in edges}
    return [
        {"name": name, "color": _RELATION_COLORS[relation], "dashes": "4 3" if relation == "about" else "none"}
        for relation, name in _RELATION_NAMES.items()
        if relation in drawn
    ]


def _beneath(arranged: Arranged) -> dict[str, Any]:
    return {"lines": arranged.lines, "marks": arranged.labels, "credit": arranged.credit, "rows": bool(arranged.rows)}


class _Ids(dict[str, None]):
    """The ids of a pyvis network: it looks every node and both ends of every edge up in what is a list there."""

    def append(self, node: str) -> None:
        self[node] = None


_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False, "solver": "forceAtlas2Based"},
    "interaction": {"hover": True, "tooltipDelay": 120, "hideEdgesOnDrag": True, "keyboard": False},
    "nodes": {"borderWidth": 1, "scaling": {"label": {"drawThreshold": 6}}},
    "edges": {"smooth": False, "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}}, "width": 1},
    "layout": {"improvedLayout": False},
}


def _drawn(
    node: str, data: dict[str, Any], weight: float, arranged: Arranged, groups: dict[str, int]
) -> dict[str, Any]:
    """What the page knows of a node; one that it does not open on has no place yet. ``weight`` is from 0 to 1."""
    label = f"{data['label']} ({data['iso']})" if data["iso"] else data["label"]
    drawn: dict[str, Any] = {
        "label": _short(label),
        "shape": _STYLE[data["kind"]]["shape"],
        "size": round(9 + 26 * weight**0.5, 1),
        "kind": data["kind"],
        "facts": data["facts"],
    }
    if drawn["label"] != data["label"]:
        drawn["full"] = data["label"]
    if node in arranged.places:
        drawn["x"], drawn["y"] = arranged.places[node]
    if arranged.rows and node in arranged.rows:
        drawn["rows"] = arranged.rows[node]
    if node in groups:
        drawn["community"] = groups[node]
    return drawn


def _told(view: ViewGraph) -> dict[str, Any]:
    """Facts as short rows; their sentences and articles, each once."""
    sentences = {sentence: place for place, sentence in enumerate(dict.fromkeys(fact.sentence for fact in view.facts))}
    names = {name: place for place, name in enumerate(view.articles)}
    facts = [
        [
            f.kind,
            f.type,
            f.modality,
            f.confidence,
            f.day,
            f.text,
            sentences[f.sentence],
            f.begin,
            f.end,
            names[f.article],
        ]
        for f in view.facts
    ]
    articles = [
        [name, about.get("headline") or about.get("article_id", name), about.get("published"), about.get("url")]
        for name, about in view.articles.items()
    ]
    return {"facts": facts, "sentences": list(sentences), "articles": articles}


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1] + "…"
