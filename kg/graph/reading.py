"""What was read of one article, as the graph keeps it: the facts as one literal, from which the graph can be written
anew under other names.

Who is who across articles changes as articles come in; what an article by itself says does not. The literal is
``rdf:JSON`` (JSON-LD 1.1, section 10.2) under ``kg:record``; exports leave it out, and the ``kg:fingerprint`` by which
copies are found.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import TypeAdapter
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.vocabulary import FINGERPRINT, RECORD, article_iri, identifier, iso_date, term, text
from kg.resolve import Facts
from kg.resolve.names import slug

_FACTS = TypeAdapter(Facts)
_RUN = ("kg:softwareVersion", "kg:model", "kg:ruleSet")


@dataclass(frozen=True, slots=True)
class Extraction:
    """The run that made a graph, without a time: the same run over the same article gives the same bytes."""

    version: str
    model: str
    rules: str

    @property
    def iri(self) -> NamedNode:
        return identifier("extraction", slug(f"{self.version} {self.model} {self.rules}"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a run read of an article. ``record`` are the facts in JSON, ``text`` is that of the article where it is kept;
    ``published`` (ISO 8601) and ``fingerprint`` are those of the article, ``copy_of`` is the key of the article whose
    words it carries; ``roles``, ``events`` and ``statements`` count the facts."""

    key: str
    digest: str
    extraction: Extraction
    record: str
    text: str | None
    published: str | None
    fingerprint: bytes
    copy_of: str | None
    roles: int
    events: int
    statements: int

    def facts(self) -> Facts:
        """The facts, with the text where it is kept."""
        facts = _FACTS.validate_json(self.record)
        text = facts.article.text if self.text is None else self.text
        return replace(facts, article=replace(facts.article, text=text, fingerprint=self.fingerprint))

    def hidden(self) -> str:
        """What the graph of the article has for kg alone, in N-Quads."""
        node = article_iri(self.key)
        return "".join(f"{quad} .\n" for quad in self._hidden(node, node))

    def quads(self, graph: NamedNode) -> Iterator[Quad]:
        """All of it as quads of a graph, from which ``reading_in`` has it again."""
        node = article_iri(self.key)
        yield from self._hidden(node, graph)
        yield Quad(node, term("kg:contentHash"), text(self.digest), graph)
        if self.text is not None:
            yield Quad(node, term("nif:isString"), text(self.text), graph)
        if self.published is not None:
            yield Quad(node, term("schema:datePublished"), iso_date(self.published), graph)
        if self.copy_of is not None:
            yield Quad(node, term("kg:copyOf"), article_iri(self.copy_of), graph)
        run = self.extraction
        yield Quad(node, term("kg:extractedBy"), run.iri, graph)
        for name, value in zip(_RUN, (run.version, run.model, run.rules), strict=True):
            yield Quad(run.iri, term(name), text(value), graph)

    def _hidden(self, node: NamedNode, graph: NamedNode) -> Iterator[Quad]:
        yield Quad(node, term(RECORD), Literal(self.record, datatype=term("rdf:JSON")), graph)
        yield Quad(node, term(FINGERPRINT), text(b64encode(self.fingerprint).decode()), graph)


def reading_of(facts: Facts, extraction: Extraction, keep_text: bool) -> Reading:
    """The facts as they are kept. Without the text, the record has what the graph quotes, with blanks in between so that
    all offsets hold."""
    article = facts.article
    kept = "" if keep_text else _quoted(facts)
    record = _FACTS.dump_json(replace(facts, article=replace(article, text=kept, fingerprint=b""))).decode()
    return _reading(facts, extraction, record, article.text if keep_text else None, article.fingerprint)


def reading_in(quads: Iterator[Quad], article: NamedNode) -> Reading | None:
    """The reading that a graph's quads about its article have; None where there is none."""
    own: dict[str, str] = {}
    runs: dict[NamedNode, dict[str, str]] = {}
    for quad in quads:
        value = getattr(quad.object, "value", "")
        if quad.subject == article:
            own[quad.predicate.value] = value
        elif isinstance(quad.subject, NamedNode):
            runs.setdefault(quad.subject, {})[quad.predicate.value] = value
    record, run = own.get(term(RECORD).value), own.get(term("kg:extractedBy").value)
    if record is None or run is None:
        return None
    told = runs.get(NamedNode(run), {})
    extraction = Extraction(*(told.get(term(name).value, "") for name in _RUN))
    fingerprint = b64decode(own.get(term(FINGERPRINT).value, ""))
    return reading_from(record, extraction, own.get(term("nif:isString").value), fingerprint)


def reading_from(record: str, extraction: Extraction, text: str | None, fingerprint: bytes) -> Reading:
    """The reading whose record this is."""
    return _reading(_FACTS.validate_json(record), extraction, record, text, fingerprint)


def _reading(facts: Facts, extraction: Extraction, record: str, text: str | None, fingerprint: bytes) -> Reading:
    article = facts.article
    return Reading(
        key=article.key,
        digest=article.digest,
        extraction=extraction,
        record=record,
        text=text,
        published=article.published.isoformat() if article.published else None,
        fingerprint=fingerprint,
        copy_of=facts.copy_of,
        roles=len(facts.roles),
        events=len(facts.events),
        statements=len(facts.statements),
    )


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
