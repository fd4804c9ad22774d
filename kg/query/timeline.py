"""What happened to one node over time: each fact about it with its sentence, and the words that say so."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph import Store
from kg.query.rows import Row, rows

MOST = 200
_ENTRIES = """# param node = ?node: whose timeline it is
SELECT DISTINCT ?kind ?fact ?label ?modality ?on ?day ?claimant ?article ?headline ?url ?graph ?sentence ?from ?begin ?end WHERE {
  GRAPH ?graph {
    %s
    ?fact rdfs:label ?label ; kg:evidence ?evidence .
    ?evidence nif:beginIndex ?begin ; nif:endIndex ?end ; nif:sentence ?around .
    ?around nif:anchorOf ?sentence ; nif:beginIndex ?from .
    ?graph kg:articleId ?article .
    OPTIONAL { ?fact kg:modality ?modality }
    OPTIONAL { ?fact kg:date ?on }
    OPTIONAL { ?fact kg:claimedBy ?who }
    OPTIONAL { ?graph schema:datePublished ?day }
    OPTIONAL { ?graph schema:headline ?headline }
    OPTIONAL { ?graph schema:url ?url }
    BIND(COALESCE(?who, rdf:nil) AS ?teller)
    OPTIONAL { ?teller rdfs:label ?claimant }
  }
} ORDER BY DESC(COALESCE(STR(?on), STR(?day), "")) ?article ?begin ?fact LIMIT %d"""
_OF_ENTITY = """{
      VALUES ?part { kg:actor kg:target kg:mediator kg:host sem:hasPlace }
      ?fact ?part ?node ; a kg:Event . BIND("event" AS ?kind)
    } UNION {
      VALUES ?part { org:member org:organization }
      ?fact ?part ?node ; a kg:Tenure . BIND("post" AS ?kind)
    } UNION {
      ?fact kg:speaker ?node . BIND("statement" AS ?kind)
    } UNION {
      ?fact kg:about ?node . BIND("said about" AS ?kind)
    }"""
_OF_FACT = """?node kg:evidence ?some . BIND(?node AS ?fact) BIND("fact" AS ?kind)"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One telling of a fact. ``day`` is when it happened, else when the article was published; ISO 8601, empty where
    unknown. The words that say so are ``sentence[begin:end]``."""

    kind: str
    fact: str
    label: str
    day: str
    modality: str
    claimed_by: str | None
    article: str
    article_iri: str
    headline: str | None
    published: str | None
    url: str | None
    sentence: str
    begin: int
    end: int

    @property
    def parts(self) -> tuple[str, str, str]:
        """The sentence before, in and after the words."""
        return self.sentence[: self.begin], self.sentence[self.begin : self.end], self.sentence[self.end :]


def timeline(store: Store, node: str, most: int = MOST) -> tuple[Entry, ...]:
    """The latest facts about an entity, or all tellings of an event, post or statement; the newest first."""
    iri = NamedNode(node)
    found = rows(store, _ENTRIES % (_OF_ENTITY, most), node=iri) or rows(store, _ENTRIES % (_OF_FACT, most), node=iri)
    return tuple(map(_entry, found))


def _entry(row: Row) -> Entry:
    begin = int(row["begin"]) - int(row["from"])
    return Entry(
        kind=row["kind"],
        fact=row["fact"],
        label=row["label"],
        day=row.get("on") or row.get("day", ""),
        modality=row.get("modality", ""),
        claimed_by=row.get("claimant"),
        article=row["article"],
        article_iri=row["graph"],
        headline=row.get("headline"),
        published=row.get("day"),
        url=row.get("url"),
        sentence=row["sentence"],
        begin=begin,
        end=begin + int(row["end"]) - int(row["begin"]),
    )
