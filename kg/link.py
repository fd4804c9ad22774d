"""Ties persons and organisations of a store to an authority's records, in a named graph an authority.

A match is skos:exactMatch from our node to the authority's IRI, and an owl:Axiom about it with its score as
sssom:confidence (SSSOM, https://w3id.org/sssom).
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kg.authority import KINDS, Candidate, Columns, Match, Matcher, Outcome, read_authority
from kg.graph import Store
from kg.graph.vocabulary import AUTHORITY, decimal, identifier, term, text
from kg.knowledge import Knowledge
from kg.query.rows import rows
from kg.resolve.across.identity import name_comparer
from kg.resolve.names import slug

_CANDIDATES = """SELECT DISTINCT ?node ?label ?name ?state ?post WHERE {
  VALUES ?class { foaf:Person org:Organization }
  GRAPH ?graph {
    ?node a ?class ; kg:namedIn ?graph ; rdfs:label ?label .
    OPTIONAL { ?node skos:altLabel ?name }
    OPTIONAL { ?node kg:actsFor|org:subOrganizationOf ?of . ?of kg:iso2 ?state }
    OPTIONAL { ?tenure org:member ?node ; kg:title ?post }
  }
}"""


def link(
    store: Store,
    authority: Path,
    knowledge: Knowledge,
    *,
    least: float,
    columns: Columns = Columns(),  # noqa: B008 (immutable)
    base: str | None = None,
) -> Outcome:
    """Match the store's persons and organisations with a file's records and record the matches in place of those that
    were recorded for a file of this name.

    Raises:
        AuthorityError: the file cannot be read; nothing was changed.
    """
    matcher = Matcher(name_comparer(knowledge), knowledge, candidates(store))
    for record in read_authority(authority, knowledge, columns, base):
        matcher.add(record)
    outcome = matcher.outcome(least)
    graph = graph_of(authority)
    store.change(graph, _quads(outcome.matches, graph, authority.name))
    return outcome


def unlink(store: Store, authority: Path) -> None:
    """Take out all matches that were recorded for a file of this name."""
    store.change(graph_of(authority), ())


def graph_of(authority: Path) -> NamedNode:
    """The graph that keeps the matches with a file, by the file's name."""
    return NamedNode(AUTHORITY + slug(authority.name))


def candidates(store: Store) -> list[Candidate]:
    """All named persons and organisations of the store, each with its label before its other names."""
    found: dict[str, dict[str, set[str]]] = {}
    for row in rows(store, _CANDIDATES):
        of = found.setdefault(row["node"], {name: set() for name in ("label", "name", "state", "post")})
        for name, values in of.items():
            if name in row:
                values.add(row[name])
    prefixes = {kind: identifier(kind, "").value for kind in KINDS}
    return [
        Candidate(
            iri,
            kind,
            (*sorted(of["label"]), *sorted(of["name"] - of["label"])),
            frozenset(of["state"]),
            tuple(sorted(of["post"])),
        )
        for iri, of in sorted(found.items())
        for kind in KINDS
        if iri.startswith(prefixes[kind])
    ]


def _quads(matches: Iterable[Match], graph: NamedNode, source: str) -> Iterator[Quad]:
    for match in matches:
        node, record = NamedNode(match.candidate.iri), NamedNode(match.record.iri)
        axiom = identifier(
            "match", hashlib.sha256(f"{graph.value} {node.value} {record.value}".encode()).hexdigest()[:16]
        )
        yield Quad(node, term("skos:exactMatch"), record, graph)
        yield Quad(axiom, term("rdf:type"), term("owl:Axiom"), graph)
        yield Quad(axiom, term("owl:annotatedSource"), node, graph)
        yield Quad(axiom, term("owl:annotatedProperty"), term("skos:exactMatch"), graph)
        yield Quad(axiom, term("owl:annotatedTarget"), record, graph)
        yield Quad(axiom, term("sssom:confidence"), decimal(match.score), graph)
        yield Quad(axiom, term("sssom:object_source"), text(source), graph)
