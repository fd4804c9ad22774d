"""Who takes part: subjects, objects and prepositional phrases of a trigger, down to the mentions they refer to."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.clauses import is_ordered_done
from kg.extract.joined_states import JoinedStates
from kg.extract.objects import Objects
from kg.extract.places import REGIONS, Places
from kg.extract.so_called import names_of
from kg.extract.subjects import Subjects
from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention, Token
from kg.language.syntax import (
    CLAUSES,
    child,
    children,
    conjuncts,
    first_modifier,
    is_absolute,
    is_passive,
    prepositions,
)

_NAMING = {"pobj", "poss", "dobj", "dative", "nsubj", "nsubjpass"}
ELSEWHEN = frozenset(
    {
        "over",
        "following",
        "after",
        "before",
        "until",
        "despite",
        "ahead",
        "pending",
        "since",
        "during",
        "because",
        "amid",
    }
)
"""Prepositions whose phrase tells of another event or of its time."""
_WHERE = {"in", "inside", "at", "near"}
_ITS = {"its", "their"}
_AGAINST_STATE = {"opposition", "resistance"}
_LEADING = {"lead", "head"}
REFLEXIVE = {"himself", "herself", "itself", "themselves"}
_ACTING = {Kind.STATE, Kind.ORGANISATION}


class Arguments:
    """Argument lookup in one document."""

    def __init__(
        self,
        document: Document,
        knowledge: Knowledge,
        holders: Mapping[int, Mention] | None = None,
        owners: frozenset[int] = frozenset(),
    ) -> None:
        """``holders`` are the persons who hold the titles of these indices by the article's own words, ``owners`` the
        mentions of whose posts these are."""
        self.document = document
        self._holders = holders or {}
        self._surnames = frozenset(holder.name.split()[-1] for holder in self._holders.values())
        self.parse = document.parse
        self._parties: dict[tuple[int, bool], tuple[Mention, ...]] = {}
        self._people = knowledge.groups.people
        self._subjects = Subjects(self, knowledge, self._holders, owners)
        self._objects = Objects(document, self._subjects, knowledge.speech.say)
        self._places = Places(self, knowledge)
        self._joined_states = JoinedStates(self, knowledge.groups.governing)
        self._local = knowledge.groups.local
        self._missions = knowledge.groups.missions
        self._country = knowledge.groups.country
        self._from_there = knowledge.groups.from_there
        self._helping = {verb for verb, part in knowledge.groups.agent_parts.items() if part in {"mediator", "host"}}
        self._helps = knowledge.groups.helps
        self._kin = knowledge.groups.kin
        self._disposed = knowledge.groups.disposed
        self._leading = set(knowledge.titles.holding_verbs)
        self._belonging = knowledge.groups.belonging
        self._sidelines = knowledge.groups.sidelines
        self._private, self._private_fields = knowledge.groups.private, knowledge.groups.private_fields
        self._suffered = knowledge.groups.suffered
        self._stative, self._experts = knowledge.groups.stative, knowledge.groups.experts
        self._counterparts = knowledge.groups.counterparts
        self._gatherings = knowledge.frames.words["talks"] | knowledge.frames.words["meeting"]
        organs = knowledge.organisations.organ_heads
        self._allies, self._joinings = knowledge.groups.allies, knowledge.groups.joinings
        self._owned, self._armed = organs | knowledge.groups.forces, knowledge.groups.forces
        self._made_up = organs | knowledge.groups.containers

    def mention(self, index: int) -> Mention | None:
        """The outermost mention over a token."""
        at = self.document.mention_at[index] if index < len(self.document.mention_at) else -1
        return None if at < 0 else self.document.mentions[at]

    def subjects(self, verb: int) -> list[int]:
        """Head tokens of the logical subjects of a verb, each conjunct on its own; agents of passives too."""
        if self._is_done_to(verb):
            agents = [i for agent in self._agents(verb) for i in conjuncts(self.parse, agent.index)]
            token = self.parse.tokens[verb]
            return agents or (self.subjects(token.head) if is_ordered_done(self.parse, token) else [])
        return self.surface_subjects(verb)

    def _agents(self, verb: int) -> list[Token]:
        """ "Was met by Chad", also where the parser takes it for another phrase ("was declared persona non grata by Chad")."""
        beside = children(self.parse, verb, ("oprd", "conj"))
        called = [t.index for t in beside if t.dep == "oprd" or t.pos == "ADV"]  # "… and later by"
        behind = [phrase for i in (verb, *called) for phrase in prepositions(self.parse, i)]
        by = (obj for prep, obj in behind if prep.lower == "by")
        states = (obj for obj in by if (m := self.mention(obj.index)) is not None and m.kind is Kind.STATE)
        agents = [obj for prep, obj in behind if prep.dep == "agent"]
        known = (obj for prep, obj in behind if prep.lower == "by" and prep.dep == "prep" and self.mention(obj.index))
        return [*agents, *known] if agents else list(states)  # "was signed by Ali Demir and later by Jan Novak"

    def _is_done_to(self, verb: int) -> bool:
        """A passive; not "Chad was committed to peace", which says what Chad is like."""
        stative = self.parse.tokens[verb].lemma in self._stative and child(self.parse, verb, "agent") is None
        return is_passive(self.parse, verb) and not stative

    def objects(self, verb: int) -> list[int]:
        """Head tokens of the logical objects of a verb."""
        return self._objects.of(verb, self._is_done_to(verb))

    def surface_subjects(self, verb: int) -> list[int]:
        """Head tokens of the subjects of a verb by its form, of a passive too."""
        return self._subjects.of(verb)

    def parties(self, index: int, deep: bool = True) -> tuple[Mention, ...]:
        """Mentions of persons, states, organisations or groups that a noun phrase stands for.

        ``deep`` also looks through containers and possessors: "members of the party", "Iran's demand".
        """
        known = self._parties.get((index, deep))
        if known is None:
            known = self._parties[index, deep] = tuple(self._find_parties(index, deep))
        return known

    def _find_parties(self, index: int, deep: bool) -> Sequence[Mention]:
        mention = self.mention(index)
        if self.parse.tokens[index].lower in REFLEXIVE:
            return []  # "blew himself up": whoever it is takes part already
        if named := self._apposed_person(index, mention):
            return [named]
        if (
            mention
            and mention.kind is Kind.GROUP
            and mention.title is not None
            and (owner := self._title_owner(mention.title))
        ):
            others = (self.mention(i) for i in conjuncts(self.parse, first_modifier(self.parse, owner.head)))
            return [owner, *(m for m in others if m is not None and m.kind in _ACTING and m.index != owner.index)]
        if owner := self._owning_pronoun(index):
            return [owner]
        if self.parse.tokens[index].lower in {"that", "those"} and self.parse.tokens[index].pos == "PRON":
            return self._through(index, ("of",)) if deep else []  # "the ambassador of Chad and that of Mali"
        if mention and mention.head != index and mention.form is Form.NOMINAL:  # "Peru" in "its ambassador to Peru"
            inside = self.innermost(index)
            sent_to = inside is not None and (inside.kind is Kind.STATE or inside.reference is not None)
            if inside is not None and sent_to and self.parse.tokens[index].dep == "pobj":
                return [inside]
        unknown = mention is None or (mention.form is Form.NOMINAL and not (mention.reference or mention.state))
        if unknown and (leaders := self._leaders(index)):
            return leaders
        # "top officials, including Ali Demir, met"
        examples = ("including",) if deep and self.parse.tokens[index].tag in {"NNS", "NNPS"} else ()
        if mention and mention.kind is not Kind.PLACE and (mention.head == index or mention.form is Form.NAME):
            if mention.form is Form.ADJECTIVE and self.parse.tokens[index].dep in {"amod", "compound"}:
                return []
            if (
                mention.form is Form.NOMINAL
                and mention.kind is not Kind.PERSON
                and not (mention.reference or mention.state)
            ):
                told_before = mention.kind is not Kind.ORGANISATION and self._is_of_states(index)
                inner = [] if told_before else self._through(index, ("of",)) or self._owners(index)
                if inner and self.parse.tokens[index].lemma in self._made_up:
                    return inner
            members = self._through(index, examples) if mention.kind is Kind.GROUP and not mention.state else []
            joined = [mention, *self._joined_states.of(index, mention)]
            if examples and mention.kind is Kind.STATE and mention.form is Form.NOMINAL:
                # "met Sudanese officials, including Ali Demir"
                return [*joined, *(m for m in self._through(index, examples) if m.kind is Kind.PERSON)]
            return members or joined
        return self._behind(index, deep) or self._through(index, examples) or self._named_by(index)

    def _behind(self, index: int, deep: bool) -> Sequence[Mention]:
        """The parties that the words around a noun name which is none itself: "the army of Chad", "Iran's demand"."""
        token = self.parse.tokens[index]
        if not deep or token.lemma in self._kin or (token.lemma in self._private and token.lemma not in self._experts):
            return []
        described = {token.lemma, *(t.lower for t in children(self.parse, index, ("compound", "amod", "nmod")))}
        if described & _AGAINST_STATE:
            return []  # "Peru's opposition parties", which are not Peru
        for modifier in children(self.parse, index, ("poss", "nmod", "amod", "compound")):
            inner_mention = self.mention(modifier.index)
            if inner_mention and inner_mention.kind is Kind.PERSON and token.lemma in self._suffered:
                return []  # "Ali Demir's arrest", in which he does nothing
            if inner_mention and inner_mention.first <= index < inner_mention.last:
                inner_mention = self.innermost(modifier.index)  # "the network" of "the leader of the Al Qaeda network"
            if self.only_helps(modifier) or self._is_sided_with(modifier):
                continue
            if inner_mention and inner_mention.kind is not Kind.PLACE and inner_mention.form is not Form.PRONOUN:
                if inner_mention.kind is Kind.STATE and self._is_private(token):
                    return []
                return [inner_mention, *self._joined_states.beside(index, modifier.index)]
        if self._is_private(token):  # "religious leaders from Nigeria", who are not Nigeria; "experts from the UN"
            found = self._through(index, ("from",)) if token.lemma in self._experts else []
            return [m for m in found if m.kind is Kind.ORGANISATION]
        if token.lemma in self._made_up or token.lemma in self._people or token.pos == "NUM":
            links = ("of", "from", "in") if token.lemma in self._local else ("of", "from")
            if any(link.lower == "at" and obj.lemma in self._missions for link, obj in prepositions(self.parse, index)):
                links = (*links, "at")  # "diplomats at the Rwandan embassy"
            return self._through(index, links) or self._belonged_to(index)
        if token.lemma in self._gatherings and token.dep == "nsubj":  # "talks between A and B reached an accord"
            return self._through(index, ("between", "among", "of"))
        return []

    def _is_of_states(self, noun: int) -> bool:
        """ "The leaders of the two ASEAN states", who are those told of before, unlike "the armies of the two states"."""
        of_whom = (obj for link, obj in prepositions(self.parse, noun) if link.lower == "of")
        return any(obj.tag == "NNS" and obj.lemma in self._country for obj in of_whom)

    def only_helps(self, modifier: Token) -> bool:
        """ "UN-sponsored talks", of which the UN is no side; a "Saudi-born Islamist", whom nothing else joins to it."""
        behind = self.parse.tokens[modifier.index + 1 : modifier.index + 3]
        joined = len(behind) > 1 and behind[0].text == "-" and behind[0].begin == modifier.end
        return joined and (behind[1].lemma in self._helping or behind[1].lower in self._from_there)

    def _is_sided_with(self, modifier: Token) -> bool:
        """ "Pro-Demir soldiers", who are not Demir; "its NATO bid", of which NATO is no owner."""
        before = [t.lower for t in self.parse.tokens[max(modifier.index - 2, 0) : modifier.index]]
        joined = modifier.dep in {"compound", "nmod"} and self.parse.tokens[modifier.head].lemma in self._joinings
        return joined or before in (["pro", "-"], ["anti", "-"])

    def _leaders(self, noun: int) -> list[Mention]:
        """Of "the Saudi-led coalition" Saudi Arabia, of "mediators headed by Ali Demir and Jan Novak" the two."""
        headed = (t for t in children(self.parse, noun, ("acl",)) if t.lemma in _LEADING and t.tag == "VBN")
        by = (o for verb in headed for link, o in prepositions(self.parse, verb.index) if link.lower == "by")
        if heads := [m for o in by for i in conjuncts(self.parse, o.index) if (m := self.mention(i)) is not None]:
            return [m for m in heads if m.kind is not Kind.PLACE]
        beside = children(self.parse, noun, ("amod", "compound"))
        if any(self.mention(t.index) for t in beside):
            return []  # "a Chinese-led EU mission"
        led = (t for t in beside if t.lower == "led")
        named = (self.mention(t.index) for verb in led for t in children(self.parse, verb.index, ("npadvmod", "amod")))
        return [m for m in named if m is not None and m.kind in {Kind.STATE, Kind.ORGANISATION}][:1]

    def _owning_pronoun(self, index: int) -> Mention | None:
        """ "Its forces", "its negotiators": whoever "it" is; of "Chad, whose envoys met …" Chad."""
        token = self.parse.tokens[index]
        if not {token.lemma, token.lower} & self._owned:
            return None
        owners = children(self.parse, index, ("poss",))
        clause = self.parse.tokens[token.head]
        whose = [clause.head for t in owners if t.lower == "whose" and clause.dep == "relcl"]
        theirs = _ITS | ({"his", "her"} if token.lemma in self._armed else set())  # not "his ministry"
        found = (self.mention(i) for i in [*(t.index for t in owners if t.lower in theirs), *whose])
        return next((m for m in found if m is not None), None)

    def _owners(self, index: int) -> list[Mention]:
        """ "The two countries' armed forces", "the UN peacekeeping mission"."""
        modifiers = children(self.parse, index, ("poss", "compound", "nmod", "amod"))
        owners = (m for t in modifiers if (m := self.mention(t.index)) is not None)
        owning = {(Kind.GROUP, Form.NOMINAL), (Kind.ORGANISATION, Form.NAME)}
        return [m for m in owners if (m.kind, m.form) in owning]

    def _is_private(self, noun: Token) -> bool:
        """ "Brazilian business leaders", who are not Brazil."""
        return noun.lemma in self._experts or any(
            t.lower in self._private_fields for t in children(self.parse, noun.index, ("compound", "amod"))
        )

    def innermost(self, index: int) -> Mention | None:
        """The innermost mention of a state at a token, under a nominal that spans it."""
        forms = {Form.ADJECTIVE, Form.NAME}
        over = (m for m in self.document.mentions if m.first <= index < m.last and m.form in forms)
        return min(over, key=lambda m: m.last - m.first, default=None)

    def within(self, index: int, nested: bool = False, barred: frozenset[str] = ELSEWHEN) -> list[Mention]:
        """Parties anywhere in a phrase or clause: "the withdrawal of Serbian forces from Bosnia and Croatia";
        ``nested``: in the clauses below it too."""
        found: dict[int, Mention] = {}
        for i in self.clause_tokens(index, barred, nested):
            if (self.parse.tokens[i].dep in _NAMING and not self._tells_whose(i)) or i == index:
                for joined in conjuncts(self.parse, i):
                    for mention in self.parties(joined) or self._states_in_modifiers(joined):
                        found.setdefault(mention.index, mention)
        return list(found.values())

    def _tells_whose(self, index: int) -> bool:
        """ "President Reagan" in "President Reagan's adviser Ali Demir", "Egypt" in "Egypt's Muslim Brotherhood"."""
        token, owned = self.parse.tokens[index], self.mention(self.parse.tokens[index].head)
        if token.dep != "poss":
            above = self.parse.tokens[self.parse.tokens[token.head].head]
            disposed = above.dep == "amod" and above.lower in self._disposed  # "rebels hostile to Jan"
            apposed = above.dep == "appos" and above.lemma in self._kin | REGIONS  # "Ali, a nephew of Jan"
            return token.dep == "pobj" and (disposed or apposed)
        if owned is None or owned.first <= index:
            return False
        return owned.kind is Kind.PERSON or (owned.kind is Kind.ORGANISATION and owned.form is Form.NAME)

    def _states_in_modifiers(self, index: int) -> list[Mention]:
        """ "the US-led war", "the besieged Bosnian town of Gorazde"."""
        if self.parse.tokens[index].lemma in self._private:
            return []
        modifiers = children(self.parse, index, ("amod", "compound", "nmod"))
        inner = [t for m in modifiers for t in children(self.parse, m.index, ("npadvmod",))]
        mentions = (self.mention(t.index) for t in [*modifiers, *inner] if not self.only_helps(t))
        return [m for m in mentions if m is not None and m.kind is Kind.STATE]

    def is_owner(self, mention: Mention) -> bool:
        """Of "killed two of Ali Demir's fighters" Ali Demir, who was not killed."""
        return mention.kind is Kind.PERSON and self.parse.tokens[mention.head].dep == "poss"

    def is_official(self, mention: Mention) -> bool:
        """Whether a mention is of somebody by a post ("the minister"), or by the surname of one who holds a post here."""
        named = mention.form is Form.NAME and mention.name.split()[-1] in self._surnames
        return mention.kind is Kind.PERSON and (named or mention.title is not None)

    def _title_owner(self, title: int) -> Mention | None:
        """Whom the holders of a title act for: "leaders of the Front for Unity"."""
        owner = self.document.titles[title].owner
        found = (
            None
            if owner is None
            else next((m for m in self.document.mentions if m.first <= owner < m.last and m.title != title), None)
        )
        return found if found and found.kind in {Kind.ORGANISATION, Kind.STATE} else None

    def _apposed_person(self, index: int, mention: Mention | None) -> Mention | None:
        """Who is named by the noun's title, or right behind it: "his counterpart, Ali Demir", "its neighbour Peru"."""
        if mention is not None and mention.form is not Form.NOMINAL:
            return None
        own = mention is None or mention.head == index  # not "the network" of "the leader of the network"
        if own and (holder := self._holders.get(self.document.title_at[index])):
            return holder
        if self.parse.tokens[index].lemma in self._counterparts:
            behind = [t.text for t in self.parse.tokens[index + 1 : index + 2]]
            beside = self.mention(index + (2 if behind == [","] else 1))
            if beside and beside.kind is Kind.PERSON and beside.form is Form.NAME:
                return beside
        inside = not own and self.parse.tokens[index].dep == "pobj"  # "Chile" in "its ambassador to Chile, Ali Demir"
        for apposed in () if inside else children(self.parse, index, ("appos",)):
            named = self.mention(apposed.index)
            told = self.parse.tokens[index].lemma in self._allies or (mention and mention.kind is Kind.STATE)
            state = told and named is not None and named.kind is Kind.STATE
            body = mention is None and named is not None and named.kind is Kind.ORGANISATION
            if named and named.form is Form.NAME and (state or body or named.kind is Kind.PERSON):
                return named
        return None

    def _named_by(self, noun: int) -> list[Mention]:
        """The state or organisation by whose name a noun is called: "regional power Nigeria", "a group known as M23"."""
        named = (self.mention(i) for i in names_of(self.parse, noun))
        return [m for m in named if m is not None and m.form is Form.NAME and m.kind in {Kind.STATE, Kind.ORGANISATION}]

    def _through(self, index: int, links: tuple[str, ...]) -> list[Mention]:
        return [
            mention
            for preposition, obj in prepositions(self.parse, index)
            if preposition.lower in links
            for joined in conjuncts(self.parse, obj.index)
            for mention in self.parties(joined)
        ]

    def _belonged_to(self, index: int) -> list[Mention]:
        """ "Workers affiliated with the union", "fighters belonging to the group", "a delegation led by Ali Demir"."""
        joined = children(self.parse, index, ("acl",))
        found = [m for t in joined if t.lemma in self._belonging for m in self._through(t.index, ("to", "with"))]
        return found or [m for t in joined if t.lemma in self._leading for m in self._through(t.index, ("by",))]

    def _is_help(self, preposition: Token) -> bool:
        """ "With Albania's help"."""
        return any(t.lemma in self._helps for t in children(self.parse, preposition.index, ("pobj",)))

    def _is_where_met(self, index: int, preposition: Token) -> bool:
        """ "To meet him in Nepal", "on the sidelines of the summit": where, not whom it concerns."""
        met = self.parse.tokens[index].lemma in self._gatherings | {"meet"} and preposition.lower in _WHERE
        return met or any(t.lemma in self._sidelines for t in children(self.parse, preposition.index, ("pobj",)))

    def place(self, index: int) -> Mention | None:
        """The place that a noun phrase names."""
        return self._places.of(index)

    def clause_tokens(self, index: int, barred: frozenset[str] = frozenset(), nested: bool = False) -> Iterator[int]:
        """Tokens of a phrase or clause without its subordinate clauses, nor the phrases of ``barred`` prepositions;
        with ``nested`` its complement and adverbial clauses too."""
        yield index
        for dependant in children(self.parse, index):
            if dependant.dep == "prep" and (dependant.lower in barred or is_absolute(self.parse, dependant)):
                continue
            if barred and dependant.lower == "with" and self._is_help(dependant):
                continue
            if barred and dependant.dep == "prep" and self._is_where_met(index, dependant):
                continue
            entered = nested and dependant.dep in {"xcomp", "ccomp", "advcl"}
            if (dependant.dep not in CLAUSES and dependant.dep != "conj") or entered:
                yield from self.clause_tokens(dependant.index, barred, nested)
