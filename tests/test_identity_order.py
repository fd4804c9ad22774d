"""Identity depends on the set of articles alone: any order, any batches, whole or bit by bit give the same bytes."""

import re
from collections.abc import Sequence
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_graph import exported

from kg.articles.article import Record
from kg.articles.read import to_article
from kg.graph import Store
from kg.graph.reading import reading_of
from kg.identify import identify
from kg.pipeline import Reader
from kg.resolve import Facts
from kg.resolve.across import Canonical, Identifier, OrganisationProfile, Profile

SURNAMES = ("Bush", "Clinton", "Ivanov", "Marcos", "Ri Yong", "Sharif", "Deby", "Netanyahu", "Kirchner", "Ministry")


@pytest.fixture(scope="module")
def told(reader: Reader) -> list[Facts]:
    """Facts of articles full of namesakes and variants, from the benchmark of identity."""
    path = Path(__file__).parent.parent / "benchmarks" / "identity" / "articles.txt"
    plain = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", path.read_text(encoding="utf-8"))
    lines = [line for line in plain.splitlines() if any(name in line for name in SURNAMES)]
    records = [Record("t", f"a{i}", f"a{i}", line[11:], {"date": line[:10]}) for i, line in enumerate(lines)]
    return list(reader.facts(map(to_article, records)))


@pytest.fixture(scope="module")
def whole(told: list[Facts], reader: Reader) -> bytes:
    return graph_of([told], reader)


def graph_of(batches: Sequence[Sequence[Facts]], reader: Reader) -> bytes:
    with Store(":memory:") as store:
        for batch in batches:
            for facts in batch:
                store.put_aside([reading_of(facts, reader.extraction, keep_text=True)])
            identify(store, reader.knowledge)
        return exported(store, "nquads")


@st.composite
def batches_of(draw: st.DrawFn, size: int) -> list[list[int]]:
    order = draw(st.permutations(range(size)))
    cuts = sorted(draw(st.sets(st.integers(1, size - 1), max_size=5)))
    return [list(order[a:b]) for a, b in zip([0, *cuts], [*cuts, size], strict=True)]


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_order_and_any_batches_give_the_same_graph(
    data: st.DataObject, told: list[Facts], whole: bytes, reader: Reader
) -> None:
    batches = data.draw(batches_of(len(told)))
    assert graph_of([[told[i] for i in batch] for batch in batches], reader) == whole


def test_bearers_of_names_that_no_key_connects_are_grouped_apart(told: list[Facts], reader: Reader) -> None:
    """What lets many machines say who is who: components of names and their blocks give what all together give."""
    gathered = Identifier(reader.knowledge)
    for facts in told:
        gathered.add(facts)
    profiles = [*gathered.people(), *gathered.organisations()]
    graph: nx.Graph[object] = nx.Graph()
    for number, profile in enumerate(profiles):
        graph.add_edges_from((number, block) for block in gathered.blocks(profile))
    entities: dict[str, dict[int, Canonical]] = {}
    leads: dict[tuple[str, str], tuple[str, ...]] = {}
    components = list(nx.connected_components(graph))
    for component in components:
        members = sorted((profiles[n] for n in component if isinstance(n, int)), key=lambda p: p.identity)
        part = gathered.grouped(
            [p for p in members if isinstance(p, Profile)], [p for p in members if isinstance(p, OrganisationProfile)]
        )
        leads |= part.leads
        for article, names in part.entities.items():
            entities.setdefault(article, {}).update(names)
    whole = gathered.entities()
    assert len(components) > 10 and entities == whole.entities and leads == whole.leads
