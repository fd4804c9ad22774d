"""Whose government "the government" is, and whose country an official speaks of."""

from collections.abc import Mapping, Sequence

from kg.extract import Claims
from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention
from kg.language.syntax import ancestors, child, children, conjuncts, prepositions
from kg.resolve.focus import Focus
from kg.resolve.leaders import state_of_leader_named
from kg.resolve.names import bare
from kg.resolve.neighbours import bordering
from kg.resolve.parts_of_world import part_of_world
from kg.resolve.seats import state_of_host, state_seated_in
from kg.resolve.told_governments import ToldGovernments

ACROSS = {
    "meeting",
    "call",
    "negotiation",
    "accusation",
    "demand",
    "threat",
    "support",
    "rejection",
    "sanction",
    "aid",
}
"""Types of events whose parties are on different sides."""
OUGHT = {"must", "should", "ought"}
_MOST_WORDS = 3
"""Words that tell in which part of the world a country is, at most."""
_NEIGHBOURING = {"neighbouring", "neighboring", "nearby", "neighbour", "neighbor"}
_MINISTER = " minister"


class Governments:
    """Lookup in one document. ``of`` maps mentions to entities, as far as they are known when it is asked."""

    def __init__(
        self, document: Document, claims: Claims, knowledge: Knowledge, focus: Focus, of: Mapping[int, int]
    ) -> None:
        self._document = document
        self._knowledge = knowledge
        self._focus = focus
        self._of = of
        self._say = knowledge.speech.say
        self._governing = frozenset(place.name for place in knowledge.places.places if place.governs)
        self._envoys = set(knowledge.titles.exclusive["envoy"])
        self._breakaway = knowledge.groups.breakaway
        self._told = ToldGovernments(document, knowledge, focus, of, self.state_led)
        self._holders = {role.evidence.begin: role.person for role in claims.roles}
        self._opposite = _opposite_states(document, claims)
        self._ministers = [role for role in claims.roles if role.title.lower().endswith(_MINISTER)]
        self._owners = [(role.person, role.owner) for role in claims.roles if role.owner is not None]

    def state_of(self, mention: Mention) -> str | None:
        """ISO code of the state whose government is meant; that of "Demir's government" by what Demir leads."""
        leader = self._leader(mention)
        led = self.state_led(leader) if leader is not None else None
        if leader is not None and leader.form is Form.NAME:
            return led or (self._home_state(mention) if self._is_titled_alone(leader) else None)
        if (after := self._named_after(mention)) is not None:
            return self._state_of_namesake(after)
        if self._document.parse.tokens[mention.head].lemma in self._knowledge.groups.led and led is None:
            return None  # that of nobody known to lead a state
        own = (
            led
            or self._state_said_where(mention)
            or self.state_it_is_of(mention)
            or self._state_of_owner(mention)
            or self._state_of_minister_speaking(mention)
            or self.state_of_commander(mention)
            or self._state_of_joined_clause(mention)
            or self.state_it_tells_of(mention)
            or self._state_of_whom_it_ousts(mention)
            or self._state_of_rebels(mention)
            or self._state_fought_in(mention)
        )
        if own is not None:
            return own
        across = self._opposite.get(mention.index, set())  # "expelled by the regime" is Chad's envoy, not Chad's regime
        told = (*self._told.states_of(mention), self._home_state(mention))
        return next((iso for iso in told if iso is not None and iso not in across), None)

    def state_of_minister_told(self, ministry: Mention, since: int) -> str | None:
        """ "Chad's interior minister said … The ministry …": that of the minister told last in its sentence or the one before,
        behind the character ``since``."""
        tokens = self._document.parse.tokens
        for role in reversed(self._ministers):
            owner = None if role.owner is None else self._document.mentions[role.owner].state
            distance = tokens[ministry.head].sentence - role.evidence.sentence
            if (
                since < role.evidence.begin < ministry.begin
                and "prime" not in role.title.lower()
                and 0 <= distance <= 1
            ):
                return role.owner_state or owner
        return None

    def _named_after(self, mention: Mention) -> str | None:
        """The name by which a government is called: "the Demir regime"."""
        document = self._document
        for word in children(document.parse, mention.head, ("compound", "nmod")):
            at = document.mention_at[word.index]
            named = None if at < 0 else document.mentions[at]
            if named is not None and named.kind is Kind.PERSON and named.form is Form.NAME:
                return named.name
            if named is None and self._state_of_namesake(word.text) is not None:
                return word.text
        return None

    def _state_of_namesake(self, name: str) -> str | None:
        """ISO code of the state that a known leader of a name leads at the time."""
        published = self._document.article.published
        return state_of_leader_named(name, published.year if published else None, self._knowledge)

    def _state_said_where(self, mention: Mention) -> str | None:
        """ "In Harare, the government said": that of the place with which its sentence begins."""
        document = self._document
        tokens = document.parse.tokens
        first = document.parse.sentences[tokens[mention.head].sentence].first
        at = document.mention_at[first + 1] if tokens[first].lower == "in" and first + 1 < mention.first else -1
        place = None if at < 0 else document.mentions[at]
        beside = [t.lower for t in tokens[place.last : mention.head]] if place is not None else []
        return place.state if place is not None and beside == [",", "the"] else None

    def _state_of_minister_speaking(self, mention: Mention) -> str | None:
        """ "Chad's foreign minister said the government (the army) did not support Mali's": his own, unless he tells it what to
        do."""
        parse = self._document.parse
        noun = parse.tokens[mention.head]
        does = {t.lower for t in children(parse, noun.head, ("aux",))}
        organ = mention.name.lower() in self._knowledge.organisations.named_organs
        own = (noun.lower == "government" or organ) and noun.dep == "nsubj" and not does & OUGHT
        return self.state_of_speaker(mention) if own else None

    def state_of_commander(self, mention: Mention) -> str | None:
        """ "President Ali Demir ordered the government to act": his own."""
        parse, noun = self._document.parse, self._document.parse.tokens[mention.head]
        ordered = noun.dep in {"dobj", "nsubj", "dative"}
        verbs = [t for t in ancestors(parse, noun.index) if t.lemma in self._knowledge.groups.commanding_verbs]
        if not ordered or not verbs or noun.index < verbs[0].index:
            return None
        at = (self._document.mention_at[t.index] for t in children(parse, verbs[0].index, ("nsubj",)))
        leaders = (self._document.mentions[i] for i in at if i >= 0 and i in self._of)
        return next((self.state_led(m) for m in leaders if m.kind is Kind.PERSON), None)

    def _state_of_whom_it_ousts(self, mention: Mention) -> str | None:
        """ "Chad's president, Ali Demir, was overthrown by the military": his own."""
        parse = self._document.parse
        link = parse.tokens[parse.tokens[mention.head].head]
        verb = parse.tokens[link.head]
        if link.lower != "by" or verb.lemma not in self._knowledge.frames.verbs_by_type["departure"]:
            return None
        ousted = children(parse, verb.index, ("nsubjpass",))
        ousted += [t for noun in ousted for t in children(parse, noun.index, ("appos",))]
        named = (self._document.mentions[at] for t in ousted if (at := self._document.mention_at[t.index]) >= 0)
        return next((led for m in named if m.kind is Kind.PERSON and (led := m.state or self.state_led(m))), None)

    def _state_of_joined_clause(self, mention: Mention) -> str | None:
        """ "India's army went on alert, and the new government met": that of whose forces the clause before tells."""
        parse = self._document.parse
        verb = parse.tokens[parse.tokens[mention.head].head]
        if parse.tokens[mention.head].dep != "nsubj" or verb.dep != "conj":
            return None
        subjects = children(parse, verb.head, ("nsubj",))
        at = (self._document.mention_at[t.index] for s in subjects for t in children(parse, s.index, ("poss", "amod")))
        named = (self._document.mentions[i] for i in at if i >= 0)
        return next((m.state for m in named if m.kind is Kind.STATE and m.state), None)

    def state_it_tells_of(self, mention: Mention) -> str | None:
        """ "Chad has recalled its envoy to Mali, the government announced": that which has acted, unless upon its own; that of
        the official who has: "Chad's premier met Ali Demir, the Foreign Ministry said"."""
        document = self._document
        parse = document.parse
        noun = parse.tokens[mention.head]
        said = [t for t in children(parse, noun.head, ("ccomp",)) if t.index < mention.first]
        if noun.dep != "nsubj" or parse.tokens[noun.head].lemma not in self._say or not said:
            return None
        acting = {t.index: t.dep for t in children(parse, said[0].index, ("nsubj", "dobj"))}
        named = {m.reference: acting[m.head] for m in document.mentions if m.head in acting and m.kind is Kind.STATE}
        acts = [iso for iso, dep in named.items() if dep == "nsubj"]
        persons = (m for m in document.mentions if acting.get(m.head) == "nsubj" and m.kind is Kind.PERSON)
        acts += [led for m in persons if m.index in self._of and (led := self.state_led(m)) is not None]
        return acts[0] if acts and named.get(self._focus.home_state) != "dobj" else None

    def state_it_is_of(self, mention: Mention) -> str | None:
        """ "Its foreign ministry", "its navy and foreign ministry", "the small nation's": that of whoever it is; that which
        "the ministry in Kabul" sits in, and the host of whose envoys it sends away."""
        seat = state_seated_in(self._document, mention) or state_of_host(self._document, mention, self._envoys)
        if seat is not None:
            return seat
        parse, mentions = self._document.parse, self._document.mentions
        noun = parse.tokens[mention.head]
        shared = noun.dep == "conj" and child(parse, noun.index, "det", "poss") is None
        heads = (noun.index, noun.head) if shared else (noun.index,)
        owners = (self._document.mention_at[t.index] for i in heads for t in children(parse, i, ("poss",)))
        kinds = {Kind.ORGANISATION, Kind.STATE}
        own = {self._of.get(at) for at in owners if at >= 0 and mentions[at].kind in kinds} - {None}
        return next((m.state for m in mentions if self._of.get(m.index) in own and m.state), None)

    def _is_titled_alone(self, leader: Mention) -> bool:
        """ "Prime Minister Ali Demir's government", which says of no other state whose premier he is."""
        return any(t.last == leader.first and t.owner is None and t.kind == "state" for t in self._document.titles)

    def _state_of_rebels(self, mention: Mention) -> str | None:
        """ "The government and the Tamil Tigers": the state in which those are whom "and" joins to it."""
        document = self._document
        joined = (document.mention_at[i] for i in conjuncts(document.parse, mention.head) if i != mention.head)
        beside = [document.mentions[at] for at in joined if at >= 0]
        entities = {self._of.get(m.index) for m in beside if m.kind is Kind.ORGANISATION} - {None}
        same = (m for m in document.mentions if self._of.get(m.index) in entities)
        return next((m.state for m in same if m.state is not None), None)

    def _state_fought_in(self, mention: Mention) -> str | None:
        """ "Insurgents fought government troops in N'Djamena": where the sentence is, if it is in one state."""
        tokens = self._document.parse.tokens
        if mention.head == 0 or tokens[mention.head - 1].lower != "government":
            return None
        sentence = tokens[mention.head].sentence
        places = (m for m in self._document.mentions if m.kind is Kind.PLACE and tokens[m.head].sentence == sentence)
        states = {m.state for m in places if m.state}
        return states.pop() if len(states) == 1 else None

    def sender(self, mention: Mention) -> Mention | None:
        """Of "a delegation from Chad … the delegation" Chad."""
        parse, mentions = self._document.parse, self._document.mentions
        noun = parse.tokens[mention.head].lemma
        for before in (t for t in reversed(parse.tokens[: mention.head]) if t.lemma == noun):
            beside = [t.index for t in children(parse, before.index, ("amod", "compound", "poss", "nmod"))]
            beside += [obj.index for link, obj in prepositions(parse, before.index) if link.lower in {"of", "from"}]
            named = (mentions[at] for i in beside if (at := self._document.mention_at[i]) >= 0)
            senders = [m for m in named if m.kind in {Kind.STATE, Kind.ORGANISATION} and m.index in self._of]
            if senders:
                return senders[0]
        return None

    def state_of_leader(self, mention: Mention) -> str | None:
        """ "His country": that of whoever "he" is."""
        leader = self._leader(mention)
        return None if leader is None or leader.form is not Form.PRONOUN else self.state_led(leader)

    def is_home(self, mention: Mention) -> bool:
        """ "Was extradited to his home country", which nobody tells."""
        words = [t.lower for t in self._document.parse.tokens[max(0, mention.head - 2) : mention.head]]
        return words[-1:] in (["home"], ["native"]) and words[0] in {"his", "her", "their"}

    def is_neighbour(self, mention: Mention) -> bool:
        """ "In neighbouring Senegal", which is not "the country"; "its neighbour"."""
        words = self._document.parse.tokens[max(0, mention.first - 1) : mention.head + 1]
        return any(token.lower in _NEIGHBOURING for token in words)

    def bordering(self, neighbour: Mention, named: Sequence[Mention]) -> list[Mention]:
        """Of the states told before those that "its neighbour", "his neighbour" may be."""
        return bordering(self._document, neighbour, named, self._knowledge.reference, self.state_led)

    def is_breakaway(self, mention: Mention) -> bool:
        """ "The breakaway republic", "the republic" in an article on South Ossetia: a place with a government of its own,
        and no state."""
        tokens = self._document.parse.tokens
        before = tokens[max(0, mention.head - _MOST_WORDS) : mention.head]
        told = tokens[mention.head].lower == "republic" and self.governing_place(mention) is not None
        return told or any(token.lower in self._breakaway for token in before)

    def officials_before(self, country: Mention) -> list[Mention]:
        """ "Met Sudanese officials, including the country's prime minister": Sudan."""
        parse = self._document.parse
        example = parse.tokens[parse.tokens[country.head].head]
        while example.dep == "conj":
            example = parse.tokens[example.head]
        link = parse.tokens[example.head]
        if parse.tokens[country.head].dep != "poss" or link.lower != "including":
            return []
        told = (m for m in self._document.mentions if m.head == link.head and m.index in self._of)
        return [m for m in told if m.kind is Kind.STATE]

    def governing_place(self, mention: Mention) -> Mention | None:
        """The place with a government of its own that was told last before a mention, as one that acts."""
        before = (m for m in self._document.mentions if m.begin < mention.begin and m.kind is Kind.ORGANISATION)
        return next(reversed([m for m in before if m.reference in self._governing]), None)

    def fitting(self, mention: Mention, before: list[Mention]) -> list[Mention]:
        """Of the states told before, those that "the Baltic country" and "the republic" may be."""
        part = part_of_world(self._document, mention, self._knowledge)
        if part is not None:
            return [m for m in before if m.reference in part]
        called = self._document.parse.tokens[mention.head].lower == "republic"
        return [m for m in before if called and "Republic" in m.name] or before

    def _leader(self, mention: Mention) -> Mention | None:
        """Whose government it is: "Demir's government", "his government"."""
        parse = self._document.parse
        owners = (t.index for t in parse.children[mention.head] if t.dep == "poss")
        named = (self._document.mentions[at] for i in owners if (at := self._document.mention_at[i]) >= 0)
        forms = {Form.NAME, Form.PRONOUN}
        return next((m for m in named if m.kind is Kind.PERSON and m.form in forms and m.index in self._of), None)

    def state_led(self, leader: Mention) -> str | None:
        """The state of a post that the article gives a person, else that of a known leader of the name and time."""
        own, mentions = self._of.get(leader.index), self._document.mentions
        if own is None:
            return None
        stands_for = (m.state for m in mentions if self._of.get(m.index) == own and m.kind is Kind.STATE)
        if unnamed := next(filter(None, stands_for), None):
            return unnamed  # "Chad's minister … his government"
        owners = (mentions[owner] for person, owner in self._owners if self._of.get(person) == own)
        if told := next((m.state for m in owners if m.kind is Kind.STATE and m.state), None):
            return told
        names = [bare(m.name) for m in mentions if m.form is Form.NAME and self._of.get(m.index) == own]
        return self._state_of_namesake(max(names, key=len, default=leader.name))

    def _state_of_owner(self, mention: Mention) -> str | None:
        """ "his government": that of the title told last before it, in its sentence."""
        parse, sentence = self._document.parse, self._document.parse.tokens[mention.head].sentence
        owned = any(t.dep == "poss" and t.tag == "PRP$" for t in parse.children[mention.head])
        if not owned:
            return None
        owners = [
            t.owner for t in self._document.titles
            if t.owner is not None and t.begin < mention.begin and parse.tokens[t.head].sentence == sentence
        ]  # fmt: skip
        named = (m for m in self._document.mentions if owners and m.first <= owners[-1] < m.last and m.state)
        return next((m.state for m in named), None)

    def _home_state(self, mention: Mention) -> str | None:
        """The state whose government "the government" is; none that it acts upon itself: "has accused India"."""
        home, opposite = self._focus.home_state, self._acted_upon_by_organ(mention)
        if home not in opposite:
            return home
        other = self._focus.main_state_but(opposite)
        known = other is not None and (self._focus.is_prominent(other) or self._focus.is_told_again(other))
        return other if known else None

    def _acted_upon_by_organ(self, mention: Mention) -> set[str]:
        """Upon whom it acts anywhere: "The Foreign Ministry spoke on Monday. The ministry urged Chad to …"."""
        tokens = self._document.parse.tokens
        noun = tokens[mention.head].lower
        alike = (m for m in self._document.mentions if m.kind is mention.kind and tokens[m.head].lower == noun)
        organs = [m for m in alike if m.state is None or m.index == mention.index]
        return set().union(*(self._acted_upon(m) for m in organs))

    def _acted_upon(self, mention: Mention) -> set[str]:
        parse = self._document.parse
        token = parse.tokens[mention.head]
        verbs = conjuncts(parse, token.head) if token.dep == "nsubj" else []
        objects = (t.index for verb in verbs for t in parse.children[verb] if t.dep in {"dobj", "dative"})
        named = (self._document.mentions[at] for i in objects if (at := self._document.mention_at[i]) >= 0)
        return {m.reference for m in named if m.reference} | self._opposite.get(mention.index, set())

    def state_of_speaker(self, mention: Mention) -> str | None:
        """ "The Iraqi premier said that the country demanded …": that of the official who says it."""
        parse = self._document.parse
        for verb in ancestors(parse, mention.head):
            if verb.lemma not in self._say or verb.head == mention.head:
                continue
            saying = verb.head if verb.dep == "xcomp" else verb.index  # "he declined to say whether"
            subjects = {t.index for t in parse.children[saying] if t.dep == "nsubj"}
            speakers = {self._of.get(self._document.mention_at[i]) for i in subjects} - {None}
            for title in self._document.titles:
                holder = self._holders.get(title.begin)
                speaks = title.head in subjects or (holder is not None and self._of.get(holder) in speakers)
                owners = [
                    m.state
                    for m in self._document.mentions
                    if title.owner is not None and m.first <= title.owner < m.last and m.kind is Kind.STATE
                ]
                if speaks and owners:
                    return owners[0]
            named = (m for m in self._document.mentions if self._of.get(m.index) in speakers)
            led = (self.state_led(m) for m in named if m.kind is Kind.PERSON and m.form is Form.NAME)
            if (state := next(filter(None, led), None)) is not None:
                return state
        return None

    def acting_upon(self, mention: Mention) -> set[str | None]:
        """Of "Chad said it would consider sanctions on the country" Chad, which the country is not."""
        parse = self._document.parse
        token = parse.tokens[mention.head]
        on = token.dep == "pobj" and parse.tokens[token.head].lower in {"on", "against", "upon"}
        if token.dep != "dobj" and not on:
            return set()
        verbs = {t.index for t in ancestors(parse, mention.head) if t.pos == "VERB"}
        heads = ((m, parse.tokens[m.head]) for m in self._document.mentions if m.kind is Kind.STATE)
        subjects = {t.index for i in verbs for t in children(parse, i, ("nsubj",))}
        acting = {i for subject in subjects for i in conjuncts(parse, subject)}
        return {m.reference for m, head in heads if head.index in acting} - {None}


def _opposite_states(document: Document, claims: Claims) -> dict[int, set[str]]:
    """The states upon which a mention acts, in events whose parties are on different sides."""
    found: dict[int, set[str]] = {}
    posts = {role.person: document.mentions[role.owner].state for role in claims.roles if role.owner is not None}
    for event in (e for e in claims.events if e.type in ACROSS):
        targets = (document.mentions[p.mention] for p in event.participants if p.part == "target")
        acted_upon = (posts.get(m.index, m.state) for m in targets if m.kind in {Kind.STATE, Kind.PERSON})
        states = {iso for iso in acted_upon if iso}
        for actor in (p.mention for p in event.participants if p.part == "actor"):
            found.setdefault(actor, set()).update(states)
    return found
