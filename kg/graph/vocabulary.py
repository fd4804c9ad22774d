"""Namespaces, prefixes and the names that entities and facts have in the graph."""

from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

KG = "https://w3id.org/kg-news/ontology#"
EVENT_TYPE = "https://w3id.org/kg-news/event-type/"
PLOVER = "https://w3id.org/kg-news/plover/"
ID = "https://w3id.org/kg-news/id/"
ONTOLOGY_GRAPH = "https://w3id.org/kg-news/ontology"
ARTICLE = f"{ID}article/"
IDENTITY_GRAPH = f"{ID}graph/identity"
GRAPHS = f"{ID}graph/"
WAITING = f"{ID}waiting/"
"""Graphs of what was read of articles whose own graphs are not yet written."""
INFERRED_GRAPH = f"{GRAPHS}inferred"
AUTHORITY = f"{GRAPHS}authority/"
CURATION_GRAPH = f"{ID}graph/curation"
WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"
RECORD, FINGERPRINT = "kg:record", "kg:fingerprint"
"""Properties that are for kg alone and no part of the graph for others."""

PREFIXES = {
    "kg": KG,
    "event": EVENT_TYPE,
    "plover": PLOVER,
    "article": ARTICLE,
    "person": f"{ID}person/",
    "state": f"{ID}state/",
    "organisation": f"{ID}organisation/",
    "place": f"{ID}place/",
    "post": f"{ID}post/",
    "role": f"{ID}role/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "wd": WIKIDATA,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_terms: dict[str, NamedNode] = {}
_DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def term(curie: str) -> NamedNode:
    """The IRI behind a prefixed name: ``term("kg:actor")``."""
    node = _terms.get(curie)
    if node is None:
        prefix, _, local = curie.partition(":")
        node = _terms[curie] = NamedNode(PREFIXES[prefix] + local)
    return node


def identifier(kind: str, *parts: str) -> NamedNode:
    """The IRI of an entity: ``identifier("post", "AZ", "minister-of-defense")``."""
    return NamedNode(identifier_name(kind, *parts))


def identifier_name(kind: str, *parts: str) -> str:
    return f"{ID}{kind}/{'.'.join(map(_quoted, parts))}"


@lru_cache(maxsize=100_000)
def _quoted(part: str) -> str:
    return quote(part, safe="")


def article_iri(key: str) -> NamedNode:
    """The IRI of an article, which is also the name of its graph."""
    return NamedNode(article_name(key))


@lru_cache(maxsize=1000)
def article_name(key: str) -> str:
    return f"{ARTICLE}{quote(key, safe='/')}"


def event_iri(article: str, begin: int, kind: str) -> NamedNode:
    """The IRI of an event as the article tells it at a character."""
    return NamedNode(event_name(article, begin, kind))


def event_name(article: str, begin: int, kind: str) -> str:
    return f"{article_name(article)}.event.{begin}-{kind}"


def text(value: str) -> Literal:
    return Literal(value)


def number(value: int) -> Literal:
    """A whole number. Oxigraph keeps every derived integer type as xsd:integer, so that is what is written."""
    return Literal(value)


def decimal(value: float, places: int = 2) -> Literal:
    """A decimal in its canonical form: 0.8, not 0.80."""
    return Literal(f"{value:.{places}f}".rstrip("0").rstrip("."), datatype=term("xsd:decimal"))


def iso_date(value: str) -> Literal:
    """A day, month or year as a literal of its precision (XML Schema 1.1 part 2, section 3.3)."""
    return Literal(value, datatype=term(_DATE_TYPES[len(value)]))
