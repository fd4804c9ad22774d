"""The facts of an article as one literal of its graph, from which the graph can be written anew under other names.

Who is who across articles changes as articles come in; what an article by itself says does not. The literal is
``rdf:JSON`` (JSON-LD 1.1, section 10.2) under ``kg:record``; exports leave it out.
"""

from dataclasses import replace

from pydantic import TypeAdapter
from pyoxigraph import Literal, Quad

from kg.graph.store import RECORD
from kg.graph.vocabulary import article_iri, term
from kg.resolve import Facts

_FACTS = TypeAdapter(Facts)


def record(facts: Facts, keep_text: bool) -> Quad:
    """The quad that keeps the facts. The text is that of the article's ``nif:isString``; without it, the record has
    what the graph quotes, with blanks in between so that all offsets hold."""
    kept = "" if keep_text else _quoted(facts)
    value = _FACTS.dump_json(replace(facts, article=replace(facts.article, text=kept))).decode()
    node = article_iri(facts.article.key)
    return Quad(node, term(RECORD), Literal(value, datatype=term("rdf:JSON")), node)


def facts_of(value: str, text: str | None) -> Facts:
    """The facts of a record and the text of its article, where the graph has it."""
    facts = _FACTS.validate_json(value)
    return facts if text is None else replace(facts, article=replace(facts.article, text=text))


def _quoted(facts: Facts) -> str:
    """The text with everything blank that no quad quotes."""
    text = facts.article.text
    evidence = [e for role in facts.roles for e in role.evidence] + [
        e for event in facts.events for e in event.evidence
    ]
    evidence += [statement.evidence for statement in facts.statements]
    spans = [(facts.sentences[e.sentence].begin, facts.sentences[e.sentence].end) for e in evidence]
    spans += [(e.begin, e.end) for e in evidence] + [(s.begin, s.end) for s in facts.statements]
    spans += [(link.begin, link.end) for link in facts.links]
    spans += [(reference.begin, reference.end) for reference in facts.references]
    spans += [e.cue for e in evidence if e.cue]
    kept = [" "] * len(text)
    for begin, end in spans:
        kept[begin:end] = text[begin:end]
    return "".join(kept)
