"""All that the graph knows of one person, state, organisation, place or event, each thing with its evidence count."""

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph import Store
from kg.query.entities import Found
from kg.query.rows import Row, rows

_NODE = "# param node = ?node: the node that is described\n"
_PRESENCE = """SELECT (COUNT(DISTINCT ?graph) AS ?articles) (MIN(?day) AS ?first) (MAX(?day) AS ?last) WHERE {
  GRAPH ?graph { ?node ?p ?o . OPTIONAL { ?graph schema:datePublished ?day } ?graph kg:articleId ?id }
}"""
_NAMES = """SELECT ?name (COUNT(DISTINCT ?graph) AS ?articles) WHERE {
  GRAPH ?graph { ?node skos:altLabel ?name }
} GROUP BY ?name ORDER BY DESC(?articles) ?name"""
_ABOUT = """SELECT ?property ?value (COUNT(DISTINCT ?graph) AS ?articles) WHERE {
  VALUES (?p ?property) {
    (kg:rank "rank") (kg:actsFor "acts for") (org:subOrganizationOf "part of") (kg:inState "in") (kg:iso2 "ISO code")
    (sem:eventType "type") (kg:modality "modality") (kg:date "date") (sem:hasPlace "place") (kg:killed "killed")
    (kg:injured "injured") (kg:claimedBy "claimed by") (kg:actor "actor") (kg:target "target")
    (kg:mediator "mediator") (kg:host "host") (skos:exactMatch "same as")
  }
  GRAPH ?graph { ?node ?p ?o . OPTIONAL { ?o rdfs:label ?label } }
  BIND(COALESCE(?label, REPLACE(STR(?o), "^.*event-type/", "")) AS ?value)
} GROUP BY ?property ?value ORDER BY ?property DESC(?articles) ?value"""
_POSTS = """SELECT DISTINCT ?occupancy ?person ?post ?label ?from ?until ?first ?last ?over ?status ?articles WHERE {
  %s
  ?occupancy a kg:Occupancy ; kg:post ?post ; org:member ?person ; rdfs:label ?label ; kg:articleCount ?articles .
  OPTIONAL { ?occupancy kg:from ?from } OPTIONAL { ?occupancy kg:until ?until }
  OPTIONAL { ?occupancy kg:firstSeen ?first } OPTIONAL { ?occupancy kg:lastSeen ?last } OPTIONAL { ?occupancy kg:overBy ?over }
  ?occupancy kg:status ?status .
} ORDER BY ?first ?over ?label ?occupancy"""
_OF_PERSON = _POSTS % "?occupancy org:member ?node ."
_OF_OWNER = _POSTS % "GRAPH ?told { ?post org:postIn ?node }"
_BEFORE = """SELECT ?label ?basis WHERE {
  VALUES (?how ?basis) { (kg:succeeds "stated") (kg:seenAfter "seen") }
  ?occupancy ?how ?other . ?other rdfs:label ?label .
} ORDER BY ?label"""
_AFTER = _BEFORE.replace("?occupancy ?how ?other", "?other ?how ?occupancy")
_DISPUTES = "SELECT ?label WHERE { ?dispute kg:concerns ?occupancy ; rdfs:label ?label } ORDER BY ?label"
_EVENTS = """SELECT ?event (SAMPLE(?name) AS ?label) (MIN(?how) AS ?modality) (MIN(?day) AS ?date) (MIN(?as) AS ?part)
       (MIN(?where) AS ?place) (COUNT(DISTINCT ?graph) AS ?articles) WHERE {
  VALUES (?p ?as) { (kg:actor "actor") (kg:target "target") (kg:mediator "mediator") (kg:host "host") (sem:hasPlace "place") }
  GRAPH ?graph {
    ?event ?p ?node ; a kg:Event ; rdfs:label ?name ; kg:modality ?how .
    OPTIONAL { ?event kg:date ?day }
    OPTIONAL { ?event sem:hasPlace ?place_node }
    BIND(COALESCE(?place_node, rdf:nil) AS ?there)
    OPTIONAL { ?there rdfs:label ?where }
  }
} GROUP BY ?event ORDER BY DESC(?date) ?event"""
_SAID = """SELECT ?statement ?speaker ?words ?article ?day WHERE {
  GRAPH ?graph {
    ?statement a kg:Statement ; %s ?node ; kg:reportedText ?words ; kg:speaker/rdfs:label ?speaker .
    ?graph kg:articleId ?article . OPTIONAL { ?graph schema:datePublished ?day }
  }
} ORDER BY DESC(?day) ?statement"""
_ASSOCIATES = """SELECT ?other (SAMPLE(?called) AS ?name) (COUNT(DISTINCT ?event) AS ?events) (COUNT(DISTINCT ?graph) AS ?articles) WHERE {
  GRAPH ?graph {
    ?event a kg:Event ; (kg:actor|kg:target|kg:mediator|kg:host) ?node ; (kg:actor|kg:target|kg:mediator|kg:host) ?other .
    ?other rdfs:label ?called .
  }
  FILTER(?other != ?node)
} GROUP BY ?other ORDER BY DESC(?events) DESC(?articles) ?other"""
_EVIDENCE = """SELECT DISTINCT ?article ?day ?sentence ?confidence WHERE {
  GRAPH ?graph {
    ?node kg:evidence ?evidence . ?evidence nif:sentence/nif:anchorOf ?sentence ; kg:confidence ?confidence .
    ?graph kg:articleId ?article . OPTIONAL { ?graph schema:datePublished ?day }
  }
} ORDER BY ?day ?article ?sentence"""


@dataclass(frozen=True, slots=True)
class Detail:
    """One property of the node, and how many articles give it."""

    property: str
    value: str
    articles: int


@dataclass(frozen=True, slots=True)
class Post:
    """A post that the person held, or that somebody held in the state or organisation, by all articles together.
    Days are ISO 8601; ``label`` is "person: post of owner"."""

    occupancy: str
    label: str
    statuses: tuple[str, ...]
    articles: int
    first_seen: str | None
    last_seen: str | None
    since: tuple[str, ...]
    until: tuple[str, ...]
    over_by: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]
    contradictions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the part that the node has in it."""

    event: str
    label: str
    part: str
    modality: str
    date: str | None
    place: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Said:
    statement: str
    speaker: str
    words: str
    article: str
    day: str | None


@dataclass(frozen=True, slots=True)
class Associate:
    """Somebody or something that has a part in the same events."""

    iri: str
    name: str
    events: int
    articles: int


@dataclass(frozen=True, slots=True)
class Sentence:
    article: str
    day: str | None
    sentence: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Profile:
    iri: str
    kind: str
    name: str
    articles: int
    first: str | None
    last: str | None
    names: tuple[Detail, ...]
    details: tuple[Detail, ...]
    posts: tuple[Post, ...]
    events: tuple[Told, ...]
    statements: tuple[Said, ...]
    said_about: tuple[Said, ...]
    associates: tuple[Associate, ...]
    evidence: tuple[Sentence, ...]


def profile(store: Store, found: Found) -> Profile:
    """The profile of a node that ``find_entity`` gave."""
    node = NamedNode(found.iri)
    [presence] = _rows(store, _PRESENCE, node=node)
    is_event = found.kind == "event"
    return Profile(
        iri=found.iri,
        kind=found.kind,
        name=found.name,
        articles=int(presence["articles"]),
        first=presence.get("first"),
        last=presence.get("last"),
        names=tuple(Detail("name", row["name"], int(row["articles"])) for row in _rows(store, _NAMES, node=node)),
        details=tuple(Detail(r["property"], r["value"], int(r["articles"])) for r in _rows(store, _ABOUT, node=node)),
        posts=() if is_event else _posts(store, node, found.kind),
        events=() if is_event else tuple(_told(row) for row in _rows(store, _EVENTS, node=node)),
        statements=_said(store, node, "kg:speaker"),
        said_about=_said(store, node, "kg:claims" if is_event else "kg:about"),
        associates=() if is_event else tuple(_associate(row) for row in _rows(store, _ASSOCIATES, node=node)),
        evidence=tuple(
            Sentence(r["article"], r.get("day"), r["sentence"], float(r["confidence"]))
            for r in (_rows(store, _EVIDENCE, node=node) if is_event else ())
        ),
    )


def _rows(store: Store, query: str, **values: NamedNode) -> list[Row]:
    return rows(store, _NODE + query, **values)


def _posts(store: Store, node: NamedNode, kind: str) -> tuple[Post, ...]:
    found: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows(store, _OF_PERSON if kind == "person" else _OF_OWNER, node=node):
        found[row["occupancy"]].append(row)
    return tuple(_post(store, NamedNode(occupancy), lines) for occupancy, lines in found.items())


def _post(store: Store, occupancy: NamedNode, lines: list[dict[str, str]]) -> Post:
    first = lines[0]
    return Post(
        occupancy=occupancy.value,
        label=first["label"],
        statuses=_values(lines, "status"),
        articles=int(first["articles"]),
        first_seen=first.get("first"),
        last_seen=first.get("last"),
        since=_values(lines, "from"),
        until=_values(lines, "until"),
        over_by=first.get("over"),
        before=_neighbours(store, _BEFORE, occupancy),
        after=_neighbours(store, _AFTER, occupancy),
        contradictions=tuple(row["label"] for row in _rows(store, _DISPUTES, occupancy=occupancy)),
    )


def _values(lines: list[dict[str, str]], name: str) -> tuple[str, ...]:
    return tuple(sorted({line[name] for line in lines if name in line}))


def _neighbours(store: Store, query: str, occupancy: NamedNode) -> tuple[str, ...]:
    """Who held the post before or after: "Tomas Valiulis (stated)"."""
    found = [(row["label"].partition(": ")[0], row["basis"]) for row in _rows(store, query, occupancy=occupancy)]
    stated = {name for name, basis in found if basis == "stated"}
    return tuple(dict.fromkeys(f"{name} (stated)" if name in stated else name for name, _ in found))


def _told(row: dict[str, str]) -> Told:
    return Told(
        row["event"],
        row["label"],
        row["part"],
        row["modality"],
        row.get("date"),
        row.get("place"),
        int(row["articles"]),
    )


def _said(store: Store, node: NamedNode, link: str) -> tuple[Said, ...]:
    return tuple(
        Said(row["statement"], row["speaker"], row["words"], row["article"], row.get("day"))
        for row in _rows(store, _SAID % link, node=node)
    )


def _associate(row: dict[str, str]) -> Associate:
    return Associate(row["other"], row["name"], int(row["events"]), int(row["articles"]))
