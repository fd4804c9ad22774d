"""Finds what a user means by a name: a person, state, organisation, place or event of the graph."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from kg.graph import Store
from kg.graph.vocabulary import ID, IDENTITY_GRAPH, PREFIXES, identifier, term
from kg.query.rows import rows
from kg.query.run import QueryError
from kg.query.terms import KINDS, kind_of
from kg.resolve.names import slug

_LABELLED = """SELECT ?node (COUNT(DISTINCT ?graph) AS ?articles) (SAMPLE(?label) AS ?name) WHERE {
  GRAPH ?graph { ?node %s ?text ; rdfs:label ?label } %s
} GROUP BY ?node ORDER BY DESC(?articles) ?node"""
_BY_NAME = _LABELLED % ("rdfs:label", "")
_BY_OTHER_NAME = _LABELLED % ("skos:altLabel|kg:iso2|kg:iso3", "")
_BY_WORDS = _LABELLED % (
    "rdfs:label|skos:altLabel",
    "FILTER(CONTAINS(LCASE(?text), LCASE(?words)) && EXISTS { ?node kg:namedIn ?some })",
)
_ONE = """SELECT (COUNT(DISTINCT ?graph) AS ?articles) (SAMPLE(?label) AS ?name) WHERE {
  GRAPH ?graph { ?node rdfs:label ?label ; a ?class }
}"""
_EVENTS = """SELECT ?node (COUNT(DISTINCT ?graph) AS ?articles) (SAMPLE(?label) AS ?name) WHERE {
  GRAPH ?graph { ?node a kg:Event ; rdfs:label ?label } FILTER(STRENDS(STR(?node), ?end))
} GROUP BY ?node ORDER BY ?node"""
_ALL_NAMES = "SELECT DISTINCT ?name WHERE { GRAPH ?graph { ?node rdfs:label|skos:altLabel ?name ; kg:namedIn ?graph } }"


@dataclass(frozen=True, slots=True)
class Found:
    """A node of the graph and how many articles' graphs have it."""

    iri: str
    kind: str
    name: str
    articles: int

    @property
    def short(self) -> str:
        """The node as users write it: ``person:valery-gerasimov``."""
        return f"{self.kind}:{self.key}" if self.kind in KINDS else self.iri.removeprefix(PREFIXES["article"])

    @property
    def key(self) -> str:
        return self.iri.removeprefix(PREFIXES.get(self.kind, ID))


def find_entity(store: Store, name: str, kinds: Iterable[str] = (*KINDS, "event")) -> Found:
    """The one node that ``name`` means: an IRI, ``person:valery-gerasimov``, a name, an ISO code, words of a name, or
    the end of an event's IRI.

    Raises:
        QueryError: nothing is named so, or several are; the message says what is near, or which there are.
    """
    wanted = set(kinds)
    for search in _SEARCHES:
        found = [each for each in search(store, name.strip()) if each.kind in wanted]
        if len(found) == 1:
            return found[0]
        if found:
            listed = "; ".join(f"{each.short} ({each.name}, {_counted(each.articles)})" for each in found[:8])
            raise QueryError(f"several are named {name}: {listed}{' …' if len(found) > 8 else ''}; give one of these")
    raise QueryError(f"nobody and nothing is named {name}{_nearest(store, name)}")


def _counted(articles: int) -> str:
    return f"{articles} article{'' if articles == 1 else 's'}"


def _by_iri(store: Store, name: str) -> list[Found]:
    prefix, _, local = name.partition(":")
    if prefix in KINDS and local:
        name = PREFIXES[prefix] + local
    elif name.startswith("<") and name.endswith(">"):
        name = name[1:-1]
    if not name.startswith(ID) or " " in name:
        return []
    return _described(store, NamedNode(name))


def _described(store: Store, node: NamedNode) -> list[Found]:
    """The node, or those that an old name of it leads to."""
    [row] = rows(store, _ONE, node=node)
    if "name" in row:
        return [_found(row | {"node": node.value})]
    leads = store.oxigraph.quads_for_pattern(node, term("dcterms:isReplacedBy"), None, NamedNode(IDENTITY_GRAPH))
    targets = sorted((q.object for q in leads if isinstance(q.object, NamedNode)), key=lambda n: n.value)
    return [found for target in targets if target != node for found in _described(store, target)]


def _by_key(store: Store, name: str) -> list[Found]:
    found = [each for kind in KINDS for each in _described(store, identifier(kind, slug(name)))]
    return list({each.iri: each for each in found}.values())


def _by(query: str, variable: str) -> Callable[[Store, str], list[Found]]:
    def search(store: Store, name: str) -> list[Found]:
        found = [_found(row) for row in rows(store, query, **{variable: name})]
        return [each for each in found if each.kind]

    return search


def _found(row: dict[str, str]) -> Found:
    return Found(row["node"], _kind(row["node"]), row["name"], int(row["articles"]))


def _kind(iri: str) -> str:
    """The kind of an entity or event; empty for tenures, statements and the rest."""
    kind = kind_of(iri)
    return kind if kind != "event" or ".event." in iri else ""


def _events(store: Store, name: str) -> list[Found]:
    return _by(_EVENTS, "end")(store, name) if ".event." in name else []


_SEARCHES = (_by_iri, _by(_BY_NAME, "text"), _by(_BY_OTHER_NAME, "text"), _by_key, _events, _by(_BY_WORDS, "words"))


def _nearest(store: Store, name: str) -> str:
    names = [row["name"] for row in rows(store, _ALL_NAMES)]
    near = process.extract(name, names, scorer=fuzz.WRatio, limit=3, score_cutoff=70)
    return f"; did you mean {' or '.join(match[0] for match in near)}?" if near else ""
