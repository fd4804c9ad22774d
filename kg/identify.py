"""Who is who across the articles of a store: read from their records, written into their graphs.

Identity depends on the set of articles and decisions alone. It is worked out anew when that set has changed, and only
graphs that it changes are touched, each in one transaction: a run that is stopped is completed by the next.
"""

import hashlib
from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from kg.graph import Store
from kg.graph.careers import career_quads
from kg.graph.curation import decisions_of, retracted_of
from kg.graph.fact_iris import without
from kg.graph.fulltext import FullText
from kg.graph.record import record
from kg.graph.vocabulary import IDENTITY_GRAPH, INFERRED_GRAPH, event_iri, identifier, term, text
from kg.graph.writer import Extraction, digest, quads, renaming
from kg.knowledge import Knowledge
from kg.resolve import Facts
from kg.resolve.across import Careers, Decisions, Identifier, Identity, with_events

_GRAPH = NamedNode(IDENTITY_GRAPH)


def identify(store: Store, knowledge: Knowledge) -> int:
    """Bring identity across articles up to date; how many articles' graphs have changed."""
    decisions, retracted = decisions_of(store), retracted_of(store)
    articles = store.articles()
    state = _state(store, articles, decisions, retracted, knowledge)
    if store.value(_GRAPH, "kg:identifiedFrom", _GRAPH) == state:
        return 0
    gathered, careers = Identifier(knowledge, decisions), Careers(knowledge)
    for facts in _facts(store, articles, retracted):
        gathered.add(facts)
    named = gathered.entities()
    renamings: dict[str, str] = {}

    def second_reading() -> Iterator[Facts]:
        for facts in _facts(store, articles, retracted):
            careers.add(facts, named)
            renamings[facts.article.key] = renaming(facts, named)
            yield facts

    identity = with_events(named, second_reading())
    changed = 0
    for article, key in zip(articles, renamings, strict=True):
        wanted = digest(key, renamings[key], identity, retracted)
        if store.value(article, "kg:identityDigest", article) != wanted:
            _rewrite(store, article, identity, retracted, knowledge)
            changed += 1
    found = career_quads(careers.occupancies(), careers.contradictions())
    store.change(_GRAPH, (*_quads(identity, state), *found))
    store.change(NamedNode(INFERRED_GRAPH), ())  # what followed from the graph as it was
    if store.on_disk:
        with FullText(store) as index:
            index.sync()
    return changed


def _facts(store: Store, articles: list[NamedNode], retracted: frozenset[str]) -> Iterator[Facts]:
    return (without(store.facts(article), retracted) for article in articles)


def _state(
    store: Store, articles: list[NamedNode], decisions: Decisions, retracted: frozenset[str], knowledge: Knowledge
) -> str:
    """Names the set of articles, decisions and knowledge that identity was worked out from."""
    found = hashlib.sha256(f"{knowledge.digest} {sorted(decisions.decisions)} {sorted(retracted)}".encode())
    for article in articles:
        found.update(f"{article.value} {store.state_of(article)}\n".encode())
    return found.hexdigest()


def _rewrite(
    store: Store, article: NamedNode, identity: Identity, retracted: frozenset[str], knowledge: Knowledge
) -> None:
    facts = store.facts(article)
    run = store.value(article, "kg:extractedBy", article)
    assert run is not None
    node = NamedNode(run)
    names = ("kg:softwareVersion", "kg:model", "kg:ruleSet")
    extraction = Extraction(*(store.value(node, name, article) or "" for name in names))
    keep_text = store.value(article, "nif:isString", article) is not None
    found = quads(facts, extraction, knowledge, keep_text, identity, retracted)
    store.change(article, [*found, record(facts, keep_text)])


def _quads(identity: Identity, state: str) -> Iterator[Quad]:
    """The identity graph: old names with those they lead to, and what it was worked out from."""
    yield Quad(_GRAPH, term("kg:identifiedFrom"), text(state), _GRAPH)
    for (kind, key), leads in identity.leads.items():
        for lead in leads:
            if lead != key:
                yield Quad(identifier(kind, key), term("dcterms:isReplacedBy"), identifier(kind, lead), _GRAPH)
    for ref, common in identity.events.items():
        own, shared = event_iri(*ref), event_iri(common.article, common.begin, common.type)
        if own != shared:
            yield Quad(own, term("dcterms:isReplacedBy"), shared, _GRAPH)
