"""Careers across articles as quads of the identity graph: occupancies of posts, and what contradicts itself."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.graph.vocabulary import IDENTITY_GRAPH, identifier, iso_date, number, term, text
from kg.resolve.across.careers import Contradiction, Occupancy, PostRef

_GRAPH = NamedNode(IDENTITY_GRAPH)


def career_quads(occupancies: Iterable[Occupancy], contradictions: Iterable[Contradiction]) -> Iterator[Quad]:
    """One ``kg:Occupancy`` for each person in each post, one ``kg:Contradiction`` for each dispute."""
    names: dict[tuple[PostRef, str], tuple[str, str]] = {}
    for occupancy in occupancies:
        names[occupancy.post, occupancy.person] = occupancy.person_name, occupancy.label
        yield from _occupancy(occupancy)
    for contradiction in contradictions:
        yield from _contradiction(contradiction, names)


def _occupancy(occupancy: Occupancy) -> Iterator[Quad]:
    node = _node(occupancy.post, occupancy.person)
    yield Quad(node, term("rdf:type"), term("kg:Occupancy"), _GRAPH)
    yield Quad(node, term("rdfs:label"), text(f"{occupancy.person_name}: {occupancy.label}"), _GRAPH)
    yield Quad(node, term("org:member"), identifier("person", occupancy.person), _GRAPH)
    yield Quad(node, term("kg:post"), _post(occupancy.post), _GRAPH)
    yield Quad(node, term("kg:articleCount"), number(occupancy.articles), _GRAPH)
    for status, _ in occupancy.statuses:
        yield Quad(node, term("kg:status"), text(status), _GRAPH)
    dates = [
        ("kg:firstSeen", occupancy.first_seen),
        ("kg:lastSeen", occupancy.last_seen),
        ("kg:overBy", occupancy.over_by),
    ]
    dates += [("kg:from", day) for day in occupancy.since] + [("kg:until", day) for day in occupancy.until]
    for name, day in dates:
        if day:
            yield Quad(node, term(name), iso_date(day), _GRAPH)
    for person, basis in occupancy.predecessors:
        follows = "kg:succeeds" if basis == "stated" else "kg:seenAfter"
        yield Quad(node, term(follows), _node(occupancy.post, person), _GRAPH)


def _contradiction(found: Contradiction, names: dict[tuple[PostRef, str], tuple[str, str]]) -> Iterator[Quad]:
    node = identifier("contradiction", found.post.owner, found.post.post, found.one, found.other)
    (one, post), (other, _) = names[found.post, found.one], names[found.post, found.other]
    said = f"{one} and {other}, both {post}" if one != other else f"{one}, {post}, both serving and former"
    yield Quad(node, term("rdf:type"), term("kg:Contradiction"), _GRAPH)
    yield Quad(node, term("rdfs:label"), text(f"{said}, {found.first} to {found.last}"), _GRAPH)
    yield Quad(node, term("kg:post"), _post(found.post), _GRAPH)
    yield Quad(node, term("kg:firstSeen"), iso_date(found.first), _GRAPH)
    yield Quad(node, term("kg:lastSeen"), iso_date(found.last), _GRAPH)
    for person in dict.fromkeys((found.one, found.other)):
        yield Quad(node, term("kg:concerns"), _node(found.post, person), _GRAPH)


def _node(post: PostRef, person: str) -> NamedNode:
    return identifier("occupancy", post.owner, post.post, person)


def _post(post: PostRef) -> NamedNode:
    return identifier("post", post.owner, post.post)
