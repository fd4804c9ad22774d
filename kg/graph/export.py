"""Writes the graph in the W3C formats. Every format is in a stable order, so that two exports can be compared."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import IO

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple

from kg.graph.vocabulary import PREFIXES, term

EXPORT_FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")
_ORDER = (
    "schema:NewsArticle",
    "foaf:Person",
    "kg:State",
    "org:Organization",
    "schema:Place",
    "org:Post",
    "kg:Tenure",
    "kg:Event",
    "kg:Statement",
    "kg:Evidence",
    "nif:Sentence",
    "kg:Mention",
)
_HEADINGS = {
    "schema:NewsArticle": "Articles",
    "foaf:Person": "Persons",
    "kg:State": "States",
    "org:Organization": "Organisations",
    "schema:Place": "Places",
    "org:Post": "Posts",
    "kg:Tenure": "Who holds which post",
    "kg:Event": "Events",
    "kg:Statement": "Statements",
    "kg:Evidence": "Evidence",
    "nif:Sentence": "Sentences",
    "kg:Mention": "Mentions",
}
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[\w.-]*[\w-])?", re.ASCII)
_FIRST_PREDICATES = (
    "rdf:type",
    "rdfs:label",
    "skos:prefLabel",
    "foaf:name",
    "skos:altLabel",
    "kg:articleId",
    "schema:headline",
    "schema:datePublished",
    "sem:eventType",
    "kg:ploverClass",
    "kg:modality",
    "kg:actor",
    "kg:target",
    "kg:mediator",
    "kg:host",
    "kg:speaker",
    "kg:date",
    "sem:hasPlace",
    "kg:claimedBy",
    "org:member",
    "kg:title",
    "kg:post",
)


def export(quads: Iterable[Quad], format: str, output: IO[bytes]) -> None:  # noqa: A002 (the name users know)
    """Write ``quads`` to ``output``; formats without graphs get the union of them.

    Raises:
        ValueError: a format that is not in EXPORT_FORMATS.
    """
    writers: dict[str, Callable[[list[Quad]], bytes]] = {
        "nquads": lambda qs: "".join(sorted(f"{q} .\n" for q in qs)).encode(),
        "ntriples": lambda qs: "".join(sorted({f"{q.triple} .\n" for q in qs})).encode(),
        "turtle": _turtle,
        "trig": _trig,
        "jsonld": lambda qs: _rdflib(qs, "json-ld"),
        "rdfxml": lambda qs: (
            ox.serialize(sorted({q.triple for q in qs}, key=str), format=RdfFormat.RDF_XML, prefixes=PREFIXES) or b""
        ),
    }
    if format not in writers:
        raise ValueError(f"unknown format '{format}'; known: {', '.join(EXPORT_FORMATS)}")
    output.write(writers[format](list(quads)))


def _turtle(quads: list[Quad]) -> bytes:
    used: set[str] = set()
    body = _blocks({q.triple for q in quads}, used)
    return (_prefixes(used) + body).encode()


def _trig(quads: list[Quad]) -> bytes:
    graphs: defaultdict[str, set[Triple]] = defaultdict(set)
    for quad in quads:
        graphs[_named(quad.graph_name).value].add(quad.triple)
    used: set[str] = set()
    body = ""
    for name in sorted(graphs):
        inner = _blocks(graphs[name], used)
        indented = "".join(f"  {line}\n" if line else "\n" for line in inner.splitlines())
        body += f"{_iri(NamedNode(name), used)} {{\n{indented}}}\n\n"
    return (_prefixes(used) + body).encode()


def _prefixes(used: set[str]) -> str:
    return "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in sorted(used)) + "\n"


def _blocks(triples: set[Triple], used: set[str]) -> str:
    """One block a subject, kinds of things under headings, each in the order of its name."""
    by_subject: defaultdict[NamedNode, defaultdict[NamedNode, list[NamedNode | Literal]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for triple in triples:
        by_subject[_named(triple.subject)][triple.predicate].append(_plain(triple.object))
    kinds = [term(kind) for kind in _ORDER]
    sections: defaultdict[int, list[str]] = defaultdict(list)
    for subject in sorted(by_subject, key=_natural):
        types = set(by_subject[subject].get(term("rdf:type"), ()))
        section = next((i for i, kind in enumerate(kinds) if kind in types), len(kinds))
        sections[section].append(_block(subject, by_subject[subject], used))
    out = ""
    for section in sorted(sections):
        heading = _HEADINGS[_ORDER[section]] if section < len(_ORDER) else "Concepts and runs"
        out += f"# ---- {heading}\n\n" + "\n".join(sections[section]) + "\n"
    return out


def _named(node: object) -> NamedNode:
    """A node that must be an IRI: the graph has no blank nodes, so that its bytes are canonical as they are."""
    assert isinstance(node, NamedNode)
    return node


def _plain(node: object) -> NamedNode | Literal:
    assert isinstance(node, (NamedNode, Literal))
    return node


def _natural(node: NamedNode) -> tuple[str | int, ...]:
    """Numbers in names sort as numbers, so that facts stand in the order of the text."""
    parts: list[str | int] = []
    for digit, piece in _runs(node.value):
        parts += [f"{int(piece):012d}" if digit else piece]
    return tuple(parts)


def _runs(value: str) -> Iterable[tuple[bool, str]]:
    piece, digit = "", False
    for character in value:
        now = character.isdigit() and character.isascii()
        if piece and now != digit:
            yield digit, piece
            piece = ""
        piece, digit = piece + character, now
    if piece:
        yield digit, piece


def _block(subject: NamedNode, predicates: dict[NamedNode, list[NamedNode | Literal]], used: set[str]) -> str:
    first = [term(name) for name in _FIRST_PREDICATES]
    ordered = sorted(predicates, key=lambda p: (first.index(p) if p in first else len(first), p.value))
    lines = []
    for predicate in ordered:
        name = "a" if predicate == term("rdf:type") else _iri(predicate, used)
        objects = sorted(_node(o, used) for o in predicates[predicate])
        lines.append(f"    {name} {', '.join(objects)}")
    return f"{_iri(subject, used)}\n" + " ;\n".join(lines) + " .\n"


def _node(node: NamedNode | Literal, used: set[str]) -> str:
    if isinstance(node, NamedNode):
        return _iri(node, used)
    if (
        node.language is None
        and node.datatype.value.startswith(PREFIXES["xsd"])
        and not node.datatype.value.endswith("#string")
    ):
        used.add("xsd")
        return f'"{node.value}"^^xsd:{node.datatype.value.rpartition("#")[2]}'
    return str(node)


def _iri(node: NamedNode, used: set[str]) -> str:
    """The prefixed name where the rest of the IRI is a plain local name (Turtle 1.1, PN_LOCAL without escapes)."""
    for prefix, namespace in PREFIXES.items():
        if node.value.startswith(namespace):
            local = node.value[len(namespace) :]
            if _LOCAL_NAME.fullmatch(local):
                used.add(prefix)
                return f"{prefix}:{local}"
    return str(node)


def _rdflib(quads: list[Quad], format: str) -> bytes:  # noqa: A002
    """JSON-LD with our context, one node object a subject; rdflib compacts what pyoxigraph would leave expanded."""
    from rdflib import Dataset

    dataset = Dataset()
    dataset.parse(data=ox.serialize(quads, format=RdfFormat.N_QUADS) or b"", format="nquads")
    return dataset.serialize(format=format, context=PREFIXES, sort_keys=True, encoding="utf-8", indent=1)


__all__ = ["EXPORT_FORMATS", "export"]
