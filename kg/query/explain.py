"""One fact with all that it rests on: sentence, words, rule, references, modality."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph import Store
from kg.graph.vocabulary import PREFIXES
from kg.query.rows import rows
from kg.query.run import QueryError

_ABOUT = """SELECT ?label ?kind ?article ?modality ?date ?place ?claimed_by ?status WHERE {
  GRAPH ?graph {
    ?fact rdfs:label ?label ; a ?class ; prov:wasDerivedFrom ?source .
    ?source kg:articleId ?article .
    VALUES (?class ?kind) { (kg:Event "event") (kg:Tenure "post") (kg:Statement "statement") }
    OPTIONAL { ?fact kg:modality ?modality }
    OPTIONAL { ?fact kg:status ?status }
    OPTIONAL { ?fact kg:date ?date }
    OPTIONAL { ?fact sem:hasPlace/rdfs:label ?place }
    OPTIONAL { ?fact kg:claimedBy/rdfs:label ?claimed_by }
  }
}"""
_EVIDENCE = """SELECT DISTINCT ?article ?evidence ?sentence ?from ?begin ?end ?rule ?confidence ?cue ?cue_begin ?cue_end WHERE {
  GRAPH ?graph {
    ?fact kg:evidence ?evidence .
    ?evidence nif:beginIndex ?begin ; nif:endIndex ?end ; kg:rule ?rule ; kg:confidence ?confidence ; nif:sentence ?around .
    ?around nif:anchorOf ?sentence ; nif:beginIndex ?from . ?graph kg:articleId ?article .
    OPTIONAL { ?evidence kg:modalityCue ?phrase . ?phrase nif:anchorOf ?cue ; nif:beginIndex ?cue_begin ; nif:endIndex ?cue_end }
  }
} ORDER BY ?article ?begin"""
_READ_FROM = """SELECT DISTINCT ?words ?begin ?end ?form ?who ?part WHERE {
  GRAPH ?graph {
    ?evidence kg:readFrom ?reference .
    ?reference nif:anchorOf ?words ; nif:beginIndex ?begin ; nif:endIndex ?end ; kg:referenceForm ?form .
    OPTIONAL {
      ?reference itsrdf:taIdentRef ?entity . ?entity rdfs:label ?who .
      OPTIONAL {
        VALUES (?property ?part) {
          (kg:actor "actor") (kg:target "target") (kg:mediator "mediator") (kg:host "host") (sem:hasPlace "place")
          (kg:claimedBy "claimed by") (kg:speaker "speaker") (org:member "holder") (org:organization "whose post")
        }
        ?fact ?property ?entity .
      }
    }
  }
} ORDER BY ?begin ?part"""
_CARRIED = """SELECT DISTINCT ?id ?publisher WHERE {
  GRAPH ?graph { ?fact prov:wasDerivedFrom ?source }
  GRAPH ?copy { ?copy kg:copyOf ?source ; kg:articleId ?id OPTIONAL { ?copy schema:publisher ?publisher } }
} ORDER BY ?id"""
_NAMED_SO = """SELECT DISTINCT ?fact WHERE {
  GRAPH ?graph { ?fact kg:evidence ?evidence }
  FILTER(STRENDS(STR(?fact), ?name))
} ORDER BY ?fact LIMIT 10"""


@dataclass(frozen=True, slots=True)
class ReadFrom:
    """Words that a rule gave a part to. ``who`` is None for a plural that stands for several."""

    words: str
    begin: int
    end: int
    form: str
    who: str | None
    part: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One piece of evidence; offsets are characters of the article's text, ``sentence_begin`` that of the sentence."""

    article: str
    sentence: str
    sentence_begin: int
    begin: int
    end: int
    rule: str
    confidence: float
    cue: tuple[str, int, int] | None
    read_from: tuple[ReadFrom, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """``copies`` are articles that carry the words of those that tell the fact, with their publishers."""

    fact: str
    kind: str
    label: str
    articles: tuple[str, ...]
    copies: tuple[str, ...]
    details: tuple[tuple[str, str], ...]
    readings: tuple[Reading, ...]


def explain(store: Store, name: str) -> Explanation:
    """What the fact rests on whose IRI is ``name`` or ends with it.

    Raises:
        QueryError: no fact is named so, or several are; the message lists these.
    """
    fact = fact_named(store, name)
    about = rows(store, _ABOUT, fact=NamedNode(fact))
    if not about:
        raise QueryError(f"{fact} is no post, event or statement; kg explain takes the IRI of one")
    row = about[0]
    details = [(key, row[key]) for key in ("modality", "status", "date", "place", "claimed_by") if key in row]
    readings = [_reading(store, fact, found) for found in rows(store, _EVIDENCE, fact=NamedNode(fact))]
    articles = tuple(sorted({row["article"] for row in about}))
    copies = tuple(_carrier(found) for found in rows(store, _CARRIED, fact=NamedNode(fact)))
    return Explanation(fact, row["kind"], row["label"], articles, copies, tuple(details), tuple(readings))


def _carrier(row: dict[str, str]) -> str:
    return f"{row['id']} ({row['publisher']})" if "publisher" in row else row["id"]


def fact_named(store: Store, name: str) -> str:
    """The IRI of the one fact whose IRI is ``name`` or ends with it.

    Raises:
        QueryError: none or several are.
    """
    name = name.strip("<>")
    if name.startswith("article:"):
        name = PREFIXES["article"] + name.removeprefix("article:")
    found = [row["fact"] for row in rows(store, _NAMED_SO, name=name)]
    exact = [fact for fact in found if fact == name] or found
    if len(exact) == 1:
        return exact[0]
    if not exact:
        raise QueryError(f"no fact is named {name}; kg query events (or roles, statements) -f csv lists their IRIs")
    raise QueryError(f"several facts end with {name}: {', '.join(exact)}")


def _reading(store: Store, fact: str, row: dict[str, str]) -> Reading:
    read_from = tuple(
        ReadFrom(r["words"], int(r["begin"]), int(r["end"]), r["form"], r.get("who"), r.get("part"))
        for r in rows(store, _READ_FROM, fact=NamedNode(fact), evidence=NamedNode(row["evidence"]))
    )
    cue = (row["cue"], int(row["cue_begin"]), int(row["cue_end"])) if "cue" in row else None
    return Reading(
        row["article"],
        row["sentence"],
        int(row["from"]),
        int(row["begin"]),
        int(row["end"]),
        row["rule"],
        float(row["confidence"]),
        cue,
        read_from,
    )
