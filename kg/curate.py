"""What a user decides, from the words that users say it in; each decision takes effect at once and can be undone."""

from dataclasses import dataclass
from typing import Literal

from pyoxigraph import NamedNode

from kg.graph import Store
from kg.graph.curation import Recorded, decide, retract, undo_named
from kg.graph.vocabulary import IDENTITY_GRAPH, PREFIXES, article_iri, term
from kg.identify import identify
from kg.knowledge import Knowledge
from kg.query.entities import find_entity
from kg.query.explain import fact_named
from kg.query.rows import rows
from kg.query.run import QueryError
from kg.resolve.across import Decision
from kg.resolve.names import slug

_KINDS = ("person", "organisation")
_ARTICLE = "SELECT ?article WHERE { GRAPH ?article { ?article kg:articleId ?id } } ORDER BY ?article"
_LABEL = "SELECT (SAMPLE(?name) AS ?label) WHERE { GRAPH ?graph { ?fact rdfs:label ?name } }"


@dataclass(frozen=True, slots=True)
class Done:
    """What was decided; ``name`` takes it back; ``changed`` counts the articles whose graphs are other now."""

    name: str
    label: str
    changed: int


def decide_on(
    store: Store,
    one: str,
    other: str,
    verdict: Literal["same", "different"],
    knowledge: Knowledge,
    reason: str | None = None,
) -> Done:
    """Decide that two names mean one person or organisation, or two. A name is one that ``find_entity`` takes, or
    NAME@ARTICLE for what one article calls so.

    Raises:
        QueryError: a name means nothing or several, both mean the same, or one is a person and one an organisation.
    """
    kind, key = _key(store, one)
    other_kind, other_key = _key(store, other)
    if kind != other_kind:
        raise QueryError(f"{one} is a {kind} and {other} is a {other_kind}; they cannot be compared")
    if key == other_key:
        raise QueryError(f"{one} and {other} are both {kind}:{key}; to tell two articles apart write NAME@ARTICLE")
    label = f"{one} and {other} are {'the same' if verdict == 'same' else 'different'}"
    name = decide(store, Decision(kind, min(key, other_key), max(key, other_key), verdict), label, reason)
    return Done(name, label, identify(store, knowledge))


def retract_fact(store: Store, fact: str, knowledge: Knowledge, reason: str | None = None) -> Done:
    """Take back the post, event or statement whose IRI is or ends with ``fact``, in all articles that tell it.

    Raises:
        QueryError: no fact is named so, or several are.
    """
    iri = NamedNode(fact_named(store, fact))
    tellings = store.oxigraph.quads_for_pattern(None, term("dcterms:isReplacedBy"), iri, NamedNode(IDENTITY_GRAPH))
    others = sorted(quad.subject.value for quad in tellings if isinstance(quad.subject, NamedNode))
    [row] = rows(store, _LABEL, fact=iri)
    label = f"retracted: {row['label']}"
    return Done(retract(store, [iri.value, *others], label, reason), label, identify(store, knowledge))


def undo(store: Store, name: str, knowledge: Knowledge) -> Done:
    """Take a decision or retraction back, by the beginning of its name.

    Raises:
        QueryError: none or several are named so.
    """
    found: Recorded | None = undo_named(store, name)
    if found is None:
        raise QueryError(f"no one decision is named {name}; kg decisions lists them")
    return Done(found.name, found.label, identify(store, knowledge))


def _key(store: Store, said: str) -> tuple[str, str]:
    """The kind and the key that a decision keeps: one that the name has whatever else is decided."""
    name, at, article = said.rpartition("@")
    if at and name:
        return _key_in_article(store, name, article)
    found = find_entity(store, said, _KINDS)
    wanted = slug(said)
    old = store.oxigraph.quads_for_pattern(
        None, term("dcterms:isReplacedBy"), NamedNode(found.iri), NamedNode(IDENTITY_GRAPH)
    )
    prefix = PREFIXES[found.kind]
    keys = [found.key, *sorted(q.subject.value.removeprefix(prefix) for q in old if isinstance(q.subject, NamedNode))]
    fitting = [key for key in keys if key == wanted] or [key for key in keys if key.startswith(wanted)]
    return found.kind, min(fitting, key=len, default=found.key)


def _key_in_article(store: Store, name: str, article: str) -> tuple[str, str]:
    found = rows(store, _ARTICLE, id=article)
    if not found:
        raise QueryError(f"no article has the id {article}; kg query articles lists them")
    facts = store.reading(NamedNode(found[0]["article"])).facts()
    assert article_iri(facts.article.key).value == found[0]["article"]
    for entity in facts.entities:
        names = {each.casefold() for each in (entity.name, *entity.also)}
        if entity.kind.value in _KINDS and name.casefold() in names:
            return entity.kind.value, f"{entity.key}.{facts.article.key}"
    raise QueryError(f"the article {article} names nobody {name}")
