"""Facts of one article as its named graph, in N-Quads. Ontology terms used here are defined in ``ontology/kg.ttl``
or by the standard vocabularies; docs/model.md draws the whole."""

import hashlib
from collections.abc import Iterator

from kg.extract import Evidence
from kg.graph.fact_iris import fact_name, statement_name, tenure_name, told_event_name, without
from kg.graph.ntriples import decimal, identifier, iri, iso_date, number, term, text
from kg.graph.reading import Extraction, Reading
from kg.graph.reference import about_organisation, about_place, about_state
from kg.graph.vocabulary import article_name, event_name
from kg.knowledge import Knowledge
from kg.language import Kind
from kg.resolve import Entity, Event, Facts, Reference, Role, Statement
from kg.resolve.across import CommonEvent, Identity, event_ref, event_title
from kg.resolve.names import slug
from kg.resolve.sole_posts import is_sole

_CONSULTING = {"meeting", "visit", "call", "negotiation"}
Triple = tuple[str, str, str]


def nquads(
    facts: Facts,
    extraction: Extraction,
    knowledge: Knowledge,
    keep_text: bool = True,
    identity: Identity = Identity(),  # noqa: B008 (immutable)
    retracted: frozenset[str] = frozenset(),
) -> str:
    """An article's graph, each quad once and on a line. ``keep_text=False`` leaves the article's text out; ``identity``
    says what its entities and events are called across articles; ``retracted`` are the IRIs of facts that are left out.
    """
    kept = without(facts, retracted)
    writer = _Writer(kept, extraction, knowledge, identity)
    triples = dict.fromkeys(writer.triples(keep_text))
    changes = digest(facts.article.key, renaming(kept, identity), identity, retracted)
    if changes is not None:
        triples[writer.article, term("kg:identityDigest"), text(changes)] = None
    return "".join(f"{s} {p} {o} {writer.article} .\n" for s, p, o in triples)


def graph_of(
    reading: Reading,
    knowledge: Knowledge,
    identity: Identity = Identity(),  # noqa: B008 (immutable)
    retracted: frozenset[str] = frozenset(),
) -> bytes:
    """The graph of an article from what was read of it, with what kg keeps there for itself."""
    told = nquads(reading.facts(), reading.extraction, knowledge, reading.text is not None, identity, retracted)
    return (told + reading.hidden()).encode()


def renaming(facts: Facts, identity: Identity) -> str:
    """A short name for how other articles rename an article's entities; empty where they do not."""
    renamed = identity.renamed(facts)
    return hashlib.sha256(repr(renamed).encode()).hexdigest()[:16] if renamed else ""


def digest(article: str, renaming: str, identity: Identity, retracted: frozenset[str]) -> str | None:
    """A short name for the way in which an article's graph differs from that of the article by itself; None where it
    does not."""
    start = f"{article_name(article)}."
    out = tuple(sorted(fact for fact in retracted if fact.startswith(start)))
    changes = renaming, identity.tellings.get(article, ()), out
    return hashlib.sha256(repr(changes).encode()).hexdigest()[:16] if any(changes) else None


class _Writer:
    def __init__(self, facts: Facts, extraction: Extraction, knowledge: Knowledge, identity: Identity) -> None:
        self._facts = facts
        self._extraction = extraction
        self._knowledge = knowledge
        self._states = knowledge.reference.by_iso
        self._identity = identity
        self._names = [identity.of(facts.article.key, entity) for entity in facts.entities]
        self._name = article_name(facts.article.key)
        self.article = iri(self._name)
        self._confidences: dict[str, float] = {}
        self._references = {reference.mention: reference for reference in facts.references}
        self._nodes = [self._entity_node(entity) for entity in facts.entities]
        self._common = [identity.events.get(event_ref(facts, event)) for event in facts.events]
        self._events = [self._event_node(event, self._common[i]) for i, event in enumerate(facts.events)]

    def triples(self, keep_text: bool) -> Iterator[Triple]:
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

    def _about_article(self, keep_text: bool) -> Iterator[Triple]:
        article, node = self._facts.article, self.article
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
        if self._facts.copy_of is not None:
            yield node, term("kg:copyOf"), iri(article_name(self._facts.copy_of))
        run = self._extraction
        run_node = iri(run.iri.value)
        yield node, term("kg:extractedBy"), run_node
        yield run_node, term("rdf:type"), term("prov:Activity")
        yield run_node, term("kg:softwareVersion"), text(run.version)
        yield run_node, term("kg:model"), text(run.model)
        yield run_node, term("kg:ruleSet"), text(run.rules)

    # ---- entities

    def _entity_node(self, entity: Entity) -> str:
        return identifier(entity.kind.value, self._names[entity.index].key)

    def _state_node(self, iso: str) -> str:
        return identifier("state", iso)

    def _about_state(self, iso: str) -> Iterator[Triple]:
        node = self._state_node(iso)
        state = self._states.get(iso)
        if state is None:  # a territory of the city table that is no state of its own
            return
        yield node, term("rdf:type"), term("kg:State")
        yield node, term("rdf:type"), term("org:Organization")
        yield node, term("rdfs:label"), text(state.name)
        yield node, term("kg:iso2"), text(iso)
        yield node, term("kg:iso3"), text(state.iso3)
        yield from about_state(node, state)

    def _about_entity(self, entity: Entity) -> Iterator[Triple]:
        node = self._nodes[entity.index]
        if entity.named:
            yield node, term("kg:namedIn"), self.article
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

    def _about_role(self, role: Role) -> Iterator[Triple]:
        entities = self._facts.entities
        person = self._nodes[role.person]
        owner = None if role.owner is None else entities[role.owner]
        owner_slug = "unknown" if owner is None else self._names[owner.index].key
        post, concept = identifier("post", owner_slug, slug(role.post)), identifier("role", slug(role.post))
        tenure = iri(tenure_name(self._facts, role))
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
        yield tenure, term("prov:wasDerivedFrom"), self.article
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

    def _event_node(self, event: Event, common: CommonEvent | None) -> str:
        if common is not None:
            return iri(event_name(common.article, common.begin, common.type))
        return iri(told_event_name(self._facts, event))

    def _about_event(self, event: Event, node: str, common: CommonEvent | None) -> Iterator[Triple]:
        label = event_title(self._facts, event, self._identity) if common is None else common.label
        yield node, term("rdf:type"), term("kg:Event")
        yield node, term("rdfs:label"), text(label)
        yield node, term("sem:eventType"), term(f"event:{event.type}")
        if event.plover:
            yield node, term("kg:ploverClass"), term(f"plover:{event.plover}")
        yield node, term("kg:modality"), text(event.modality.value)
        yield node, term("prov:wasDerivedFrom"), self.article
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

    def _about_common_place(self, event: str, place: Entity) -> Iterator[Triple]:
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

    def _about_statement(self, statement: Statement) -> Iterator[Triple]:
        node = iri(statement_name(self._facts, statement))
        words = " ".join(self._facts.article.text[statement.begin : statement.end].split())
        yield node, term("rdf:type"), term("kg:Statement")
        yield node, term("rdfs:label"), text(f"{self._names[statement.speaker].name}: {words[:80]}")
        yield node, term("kg:speaker"), self._nodes[statement.speaker]
        yield node, term("kg:reportedText"), text(words)
        yield node, term("kg:modality"), text("happened")
        yield node, term("prov:wasDerivedFrom"), self.article
        for entity in statement.about:
            yield node, term("kg:about"), self._nodes[entity]
        for event in statement.claims:
            yield node, term("kg:claims"), self._events[event]
        yield from self._about_evidence(node, statement.evidence)

    # ---- text

    def _span(self, begin: int, end: int) -> str:
        """A piece of the text by RFC 5147 character positions, as NIF 2.0 names them."""
        return iri(f"{self._name}#char={begin},{end}")

    def _about_span(self, node: str, kind: str, begin: int, end: int) -> Iterator[Triple]:
        yield node, term("rdf:type"), term(kind)
        yield node, term("nif:beginIndex"), number(begin)
        yield node, term("nif:endIndex"), number(end)
        yield node, term("nif:anchorOf"), text(self._facts.article.text[begin:end])
        yield node, term("nif:referenceContext"), self.article

    def _about_evidence(self, fact: str, evidence: Evidence) -> Iterator[Triple]:
        sentence = self._facts.sentences[evidence.sentence]
        node = self._evidence_node(evidence)
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

    def _evidence_node(self, evidence: Evidence) -> str:
        """The words and the rule, which tell of several facts ("Presidents Ali and Novak"); of one that they tell less surely a
        node of its own."""
        name = f"{evidence.begin}-{evidence.end}-{evidence.rule}"
        first = self._confidences.setdefault(name, evidence.confidence)
        unsure = "" if evidence.confidence == first else f"-{evidence.confidence}"
        return iri(fact_name(self._facts, "evidence", name + unsure))

    def _reference_node(self, reference: Reference) -> str:
        return iri(fact_name(self._facts, "reference", f"{reference.begin}-{reference.end}"))

    def _about_references(self) -> Iterator[Triple]:
        for reference in self._facts.references:
            node = self._reference_node(reference)
            yield from self._about_span(node, "kg:Reference", reference.begin, reference.end)
            yield node, term("kg:referenceForm"), text(reference.form.value)
            if reference.entity is not None:
                yield node, term("itsrdf:taIdentRef"), self._nodes[reference.entity]

    def _about_mentions(self) -> Iterator[Triple]:
        for link in self._facts.links:
            node = iri(fact_name(self._facts, "mention", f"{link.begin}-{link.end}-{link.kind}"))
            yield from self._about_span(node, "kg:Mention", link.begin, link.end)
            yield node, term("kg:mentionClass"), text(link.kind)
            if link.entity is not None:
                yield node, term("itsrdf:taIdentRef"), self._nodes[link.entity]
