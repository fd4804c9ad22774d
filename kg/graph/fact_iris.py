"""What facts of an article are called in the graph, and the article without those that somebody has taken back."""

from dataclasses import replace

from pyoxigraph import NamedNode

from kg.graph.vocabulary import article_iri, event_iri
from kg.resolve import Event, Facts, Role, Statement
from kg.resolve.across import event_ref
from kg.resolve.names import slug


def tenure_iri(facts: Facts, role: Role) -> NamedNode:
    owner = "unknown" if role.owner is None else facts.entities[role.owner].key
    return fact_iri(facts, "tenure", f"{facts.entities[role.person].key}.{owner}.{slug(role.post)}")


def told_event_iri(facts: Facts, event: Event) -> NamedNode:
    """The event as this article tells it; several articles that tell it have one name for it besides."""
    return event_iri(*event_ref(facts, event))


def statement_iri(facts: Facts, statement: Statement) -> NamedNode:
    return fact_iri(facts, "statement", f"{statement.evidence.begin}-{facts.entities[statement.speaker].key}")


def fact_iri(facts: Facts, kind: str, local: str) -> NamedNode:
    return NamedNode(f"{article_iri(facts.article.key).value}.{kind}.{local}")


def without(facts: Facts, retracted: frozenset[str]) -> Facts:
    """The facts but those whose IRIs are ``retracted``; statements lose the claims that are."""
    if not retracted:
        return facts
    kept = [i for i, event in enumerate(facts.events) if told_event_iri(facts, event).value not in retracted]
    number = {old: new for new, old in enumerate(kept)}
    return replace(
        facts,
        roles=tuple(role for role in facts.roles if tenure_iri(facts, role).value not in retracted),
        events=tuple(facts.events[i] for i in kept),
        statements=tuple(
            replace(statement, claims=tuple(number[i] for i in statement.claims if i in number))
            for statement in facts.statements
            if statement_iri(facts, statement).value not in retracted
        ),
    )
