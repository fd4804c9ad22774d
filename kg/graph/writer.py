"""Facts of one article as the quads of its named graph. Ontology terms used here are defined in ``ontology/kg.ttl``
or by the standard vocabularies; docs/model.md draws the whole."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.extract import Evidence
from kg.graph.fact_iris import fact_iri, statement_iri, tenure_iri, told_event_iri, without
from kg.graph.reference import about_organisation, about_place, about_state
from kg.graph.vocabulary import article_iri, decimal, event_iri, identifier, iso_date, number, term, text
from kg.knowledge import Knowledge
from kg.language import Kind
from kg.resolve import Entity, Event, Facts, Reference, Role, Statement
from kg.resolve.across import CommonEvent, Identity, event_ref, event_title
from kg.resolve.names import slug
from kg.resolve.sole_posts import is_sole

_CONSULTING = {"meeting", "visit", "call", "negotiation"}
Node = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Extraction:
    """The run that made a graph, without a time: the same run over the same article gives the same bytes."""

    version: str
    model: str
    rules: str

    @property
    def iri(self) -> NamedNode:
        return identifier("extraction", slug(f"{self.version} {self.model} {self.rules}"))


def quads(
    facts: Facts,
    extraction: Extraction,
    knowledge: Knowledge,
    keep_text: bool = True,
    identity: Identity = Identity(),  # noqa: B008 (immutable)
    retracted: frozenset[str] = frozenset(),
) -> list[Quad]:
    """All quads of an article's graph, each once. ``keep_text=False`` leaves the article's text out; ``identity`` says
    what its entities and events are called across articles; ``retracted`` are the IRIs of facts that are left out."""
    kept = without(facts, retracted)
    found = _Writer(kept, extraction, knowledge, identity).quads(keep_text)
    changes = digest(facts.article.key, renaming(kept, identity), identity, retracted)
    article = article_iri(facts.article.key)
    return found if changes is None else [*found, Quad(article, term("kg:identityDigest"), text(changes), article)]


def renaming(facts: Facts, identity: Identity) -> str:
    """A short name for how other articles rename an article's entities; empty where they do not."""
    renamed = identity.renamed(facts)
    return hashlib.sha256(repr(renamed).encode()).hexdigest()[:16] if renamed else ""


def digest(article: str, renaming: str, identity: Identity, retracted: frozenset[str]) -> str | None:
    """A short name for the way in which an article's graph differs from that of the article by itself; None where it
    does not."""
    start = f"{article_iri(article).value}."
    out = tuple(sorted(fact for fact in retracted if fact.startswith(start)))
    changes = renaming, identity.tellings.get(article, ()), out
    return hashlib.sha256(repr(changes).encode()).hexdigest()[:16] if any(changes) else None


class _Writer:
    def __init__(self, facts: Facts, extraction: Extraction, knowledge: Knowledge, identity: Identity) -> None:
        self._facts = facts
        self._extraction = extraction
        self._knowledge = knowledge
        self._reference = {s.iso: s for s in knowledge.reference.states}
        self._states = {s.iso: (s.iso3, s.name) for s in knowledge.reference.states}
        self._identity = identity
        self._names = [identity.of(facts.article.key, entity) for entity in facts.entities]
        self._article = article_iri(facts.article.key)
        self._references = {reference.mention: reference for reference in facts.references}
        self._nodes = [self._entity_node(entity) for entity in facts.entities]
        self._common = [identity.events.get(event_ref(facts, event)) for event in facts.events]
        self._events = [self._event_node(event, self._common[i]) for i, event in enumerate(facts.events)]

    def quads(self, keep_text: bool) -> list[Quad]:
        triples = dict.fromkeys(Triple(s, p, o) for s, p, o in self._triples(keep_text))
        return [Quad(t.subject, t.predicate, t.object, self._article) for t in triples]

    def _triples(self, keep_text: bool) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
        yield from self._about_article(keep_text)
        for entity in self._facts.entities:
            yield from self._about_entity(entity)
        for role in self._facts.roles:
            yield from self._about_role(role)
        for event, node, common in zip(self._facts.events, self._events, self._common, strict=True):
            yield from self._about_event(event, node, common)
        for statement in self._facts.statements:
            yield from self._about_statement(statement)
        yield from self._about_mentions()
        yield from self._about_references()

    # ---- article

    def _about_article(self, keep_text: bool) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
        article, node = self._facts.article, self._article
        yield node, term("rdf:type"), term("schema:NewsArticle")
        yield node, term("rdf:type"), term("nif:Context")
        yield node, term("kg:articleId"), text(article.id)
        yield node, term("kg:contentHash"), text(article.digest)
        for name, value in (
            ("schema:headline", article.headline),
            ("schema:author", article.author),
            ("schema:publisher", article.publisher),
            ("kg:dateline", article.place),
        ):
            if value:
                yield node, term(name), text(value)
        if article.headline:
            yield node, term("rdfs:label"), text(article.headline)
        if article.published:
            yield node, term("schema:datePublished"), iso_date(article.published.isoformat())
        if article.url:
            yield node, term("schema:url"), text(article.url)
        if keep_text:
            yield node, term("nif:isString"), text(article.text)
        run = self._extraction
        yield node, term("kg:extractedBy"), run.iri
        yield run.iri, term("rdf:type"), term("prov:Activity")
        yield run.iri, term("kg:softwareVersion"), text(run.version)
        yield run.iri, term("kg:model"), text(run.model)
        yield run.iri, term("kg:ruleSet"), text(run.rules)

    # ---- entities

    def _entity_node(self, entity: Entity) -> NamedNode:
        return identifier(entity.kind.value, self._names[entity.index].key)

    def _state_node(self, iso: str) -> NamedNode:
        return identifier("state", iso)

    def _about_state(self, iso: str) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
        node = self._state_node(iso)
        iso3, name = self._states.get(iso, (None, iso))
        if iso3 is None:  # a territory of the city table that is no state of its own
            return
        yield node, term("rdf:type"), term("kg:State")
        yield node, term("rdf:type"), term("org:Organization")
        yield node, term("rdfs:label"), text(name)
        yield node, term("kg:iso2"), text(iso)
        yield node, term("kg:iso3"), text(iso3)
        yield from about_state(node, self._reference[iso])

    def _about_entity(self, entity: Entity) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
        node = self._nodes[entity.index]
        if entity.named:
            yield node, term("kg:namedIn"), self._article
        called = self._names[entity.index].name
        if entity.kind is Kind.STATE:
            yield from self._about_state(entity.key)
        else:
            yield node, term("rdfs:label"), text(called)
        for name in (entity.name, *entity.also):
            if name != called:
                yield node, term("skos:altLabel"), text(name)
        known_state = entity.state if entity.state in self._states else None
        if known_state and entity.kind is not Kind.STATE:
            yield from self._about_state(known_state)
        if entity.kind is Kind.PERSON:
            yield node, term("rdf:type"), term("foaf:Person")
            yield node, term("foaf:name"), text(called)
            if entity.rank:
                yield node, term("kg:rank"), text(entity.rank)
            if known_state:
                yield node, term("kg:actsFor"), self._state_node(known_state)
            if entity.organisation is not None:
                yield node, term("kg:actsFor"), self._nodes[entity.organisation]
        elif entity.kind is Kind.ORGANISATION:
            yield node, term("rdf:type"), term("org:Organization")
            yield from about_organisation(node, entity, self._knowledge)
            if known_state:
                yield node, term("org:subOrganizationOf"), self._state_node(known_state)
        elif entity.kind is Kind.PLACE:
            yield node, term("rdf:type"), term("schema:Place")
            yield from about_place(node, entity, self._knowledge)
            if known_state:
                yield node, term("kg:inState"), self._state_node(known_state)

    # ---- roles

    def _about_role(self, role: Role) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
        entities = self._facts.entities
        person = self._nodes[role.person]
        owner = None if role.owner is None else entities[role.owner]
        owner_slug = "unknown" if owner is None else self._names[owner.index].key
        post, concept = identifier("post", owner_slug, slug(role.post)), identifier("role", slug(role.post))
        tenure = tenure_iri(self._facts, role)
        called = self._names[role.person].name
        whose = "" if owner is None else self._names[owner.index].name
        yield concept, term("rdf:type"), term("skos:Concept")
        yield concept, term("rdf:type"), term("org:Role")
        yield concept, term("skos:prefLabel"), text(role.post)
        yield concept, term("skos:inScheme"), term("kg:roles")
        yield post, term("rdf:type"), term("org:Post")
        if owner is not None and is_sole(role.post, owner.kind is Kind.ORGANISATION, self._knowledge):
            yield post, term("rdf:type"), term("kg:SolePost")
        yield post, term("org:role"), concept
        yield post, term("rdfs:label"), text(f"{role.post} of {whose}" if owner else role.post)
        yield tenure, term("rdf:type"), term("kg:Tenure")
        yield tenure, term("rdf:type"), term("org:Membership")
        yield tenure, term("org:member"), person
        yield tenure, term("org:role"), concept
        yield tenure, term("kg:post"), post
        yield tenure, term("kg:title"), text(role.title)
        yield tenure, term("kg:status"), text(role.status)
        yield tenure, term("prov:wasDerivedFrom"), self._article
        yield (
            tenure,
            term("rdfs:label"),
            text(f"{called}: {role.title}{f', {whose}' if owner else ''} ({role.status})"),
        )
        if owner is not None:
            yield post, term("org:postIn"), self._nodes[owner.index]
            yield tenure, term("org:organization"), self._nodes[owner.index]
        if role.status in {"current", "acting"}:
            yield person, term("org:holds"), post
        if self._facts.article.published:
            yield tenure, term("kg:asOf"), iso_date(self._facts.article.published.isoformat())
        for name, value in (("kg:from", role.since), ("kg:until", role.until)):
            if value:
                yield tenure, term(name), iso_date(value)
        for evidence in role.evidence:
            yield from self._about_evidence(tenure, evidence)

    # ---- events and statements

    def _event_node(self, event: Event, common: CommonEvent | None) -> NamedNode:
        if common is not None:
            return event_iri(common.article, common.begin, common.type)
        return told_event_iri(self._facts, event)

    def _about_event(
        self, event: Event, node: NamedNode, common: CommonEvent | None
    ) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
        label = event_title(self._facts, event, self._identity) if common is None else common.label
        yield node, term("rdf:type"), term("kg:Event")
        yield node, term("rdfs:label"), text(label)
        yield node, term("sem:eventType"), term(f"event:{event.type}")
        if event.plover:
            yield node, term("kg:ploverClass"), term(f"plover:{event.plover}")
        yield node, term("kg:modality"), text(event.modality.value)
        yield node, term("prov:wasDerivedFrom"), self._article
        for entity, part in event.participants:
            yield node, term(f"kg:{part}"), self._nodes[entity]
        if event.date:
            yield node, term("kg:date"), iso_date(event.date)
        for name, count in (("kg:killed", event.killed), ("kg:injured", event.injured)):
            if count is not None:
                yield node, term(name), number(count)
        if common is not None and common.place is not None:
            yield from self._about_common_place(node, common.place)
        elif event.place is not None:
            yield node, term("sem:hasPlace"), self._nodes[event.place]
        if event.claimed_by is not None:
            yield node, term("kg:claimedBy"), self._nodes[event.claimed_by]
        for evidence in event.evidence:
            yield from self._about_evidence(node, evidence)
        if event.type in _CONSULTING and event.modality == "happened":
            sides = [e for e, part in event.participants if part in {"actor", "target"}]
            yield from ((self._nodes[a], term("kg:met"), self._nodes[b]) for a in sides for b in sides if a != b)

    def _about_common_place(self, event: NamedNode, place: Entity) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
        """The place that the articles know together, which this one need not name."""
        node = identifier(place.kind.value, place.key)
        yield event, term("sem:hasPlace"), node
        if place.kind is Kind.STATE:
            yield from self._about_state(place.key)
        else:
            yield node, term("rdf:type"), term("schema:Place")
            yield from about_place(node, place, self._knowledge)
            yield node, term("rdfs:label"), text(place.name)
            if place.state in self._states:
                yield from self._about_state(place.state)
                yield node, term("kg:inState"), self._state_node(place.state)

    def _about_statement(self, statement: Statement) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
        node = statement_iri(self._facts, statement)
        words = " ".join(self._facts.article.text[statement.begin : statement.end].split())
        yield node, term("rdf:type"), term("kg:Statement")
        yield node, term("rdfs:label"), text(f"{self._names[statement.speaker].name}: {words[:80]}")
        yield node, term("kg:speaker"), self._nodes[statement.speaker]
        yield node, term("kg:reportedText"), text(words)
        yield node, term("kg:modality"), text("happened")
        yield node, term("prov:wasDerivedFrom"), self._article
        for entity in statement.about:
            yield node, term("kg:about"), self._nodes[entity]
        for event in statement.claims:
            yield node, term("kg:claims"), self._events[event]
        yield from self._about_evidence(node, statement.evidence)

    # ---- text

    def _span(self, begin: int, end: int) -> NamedNode:
        """A piece of the text by RFC 5147 character positions, as NIF 2.0 names them."""
        return NamedNode(f"{self._article.value}#char={begin},{end}")

    def _about_span(
        self, node: NamedNode, kind: str, begin: int, end: int
    ) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
        yield node, term("rdf:type"), term(kind)
        yield node, term("nif:beginIndex"), number(begin)
        yield node, term("nif:endIndex"), number(end)
        yield node, term("nif:anchorOf"), text(self._facts.article.text[begin:end])
        yield node, term("nif:referenceContext"), self._article

    def _about_evidence(self, fact: NamedNode, evidence: Evidence) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
        sentence = self._facts.sentences[evidence.sentence]
        node = fact_iri(self._facts, "evidence", f"{evidence.begin}-{evidence.end}-{evidence.rule}")
        around = self._span(sentence.begin, sentence.end)
        yield fact, term("kg:evidence"), node
        yield from self._about_span(node, "kg:Evidence", evidence.begin, evidence.end)
        yield node, term("kg:rule"), text(evidence.rule)
        yield node, term("kg:confidence"), decimal(evidence.confidence)
        yield node, term("nif:sentence"), around
        for index in evidence.mentions:
            yield node, term("kg:readFrom"), self._reference_node(self._references[index])
        if evidence.cue:
            cue = self._span(*evidence.cue)
            yield node, term("kg:modalityCue"), cue
            yield from self._about_span(cue, "nif:Phrase", *evidence.cue)
        yield from self._about_span(around, "nif:Sentence", sentence.begin, sentence.end)

    def _reference_node(self, reference: Reference) -> NamedNode:
        return fact_iri(self._facts, "reference", f"{reference.begin}-{reference.end}")

    def _about_references(self) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
        for reference in self._facts.references:
            node = self._reference_node(reference)
            yield from self._about_span(node, "kg:Reference", reference.begin, reference.end)
            yield node, term("kg:referenceForm"), text(reference.form.value)
            if reference.entity is not None:
                yield node, term("itsrdf:taIdentRef"), self._nodes[reference.entity]

    def _about_mentions(self) -> Iterator[tuple[NamedNode, NamedNode, Node]]:
        for link in self._facts.links:
            node = fact_iri(self._facts, "mention", f"{link.begin}-{link.end}-{link.kind}")
            yield from self._about_span(node, "kg:Mention", link.begin, link.end)
            yield node, term("kg:mentionClass"), text(link.kind)
            if link.entity is not None:
                yield node, term("itsrdf:taIdentRef"), self._nodes[link.entity]
