"""The IRIs of facts of an article, and the article without those that somebody has taken back."""

from dataclasses import replace

from kg.graph.vocabulary import article_name, event_name
from kg.resolve import Event, Facts, Role, Statement
from kg.resolve.across import event_ref
from kg.resolve.names import slug


def tenure_name(facts: Facts, role: Role) -> str:
    owner = "unknown" if role.owner is None else facts.entities[role.owner].key
    return fact_name(facts, "tenure", f"{facts.entities[role.person].key}.{owner}.{slug(role.post)}")


def told_event_name(facts: Facts, event: Event) -> str:
    """The event as this article tells it; several articles that tell it have one name for it besides."""
    return event_name(*event_ref(facts, event))


def statement_name(facts: Facts, statement: Statement) -> str:
    return fact_name(facts, "statement", f"{statement.evidence.begin}-{facts.entities[statement.speaker].key}")


def fact_name(facts: Facts, kind: str, local: str) -> str:
    return f"{article_name(facts.article.key)}.{kind}.{local}"


def without(facts: Facts, retracted: frozenset[str]) -> Facts:
    """The facts but those whose IRIs are ``retracted``; statements lose the claims that are."""
    if not retracted:
        return facts
    kept = [i for i, event in enumerate(facts.events) if told_event_name(facts, event) not in retracted]
    number = {old: new for new, old in enumerate(kept)}
    return replace(
        facts,
        roles=tuple(role for role in facts.roles if tenure_name(facts, role) not in retracted),
        events=tuple(facts.events[i] for i in kept),
        statements=tuple(
            replace(statement, claims=tuple(number[i] for i in statement.claims if i in number))
            for statement in facts.statements
            if statement_name(facts, statement) not in retracted
        ),
    )
