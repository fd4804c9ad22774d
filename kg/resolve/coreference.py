"""Which mentions of an article refer to the same person, state, organisation or place.

Names first (states and known names by reference data, persons by full name and surname), then titles used
alone and pronouns in the order of the text, by recency and grammatical role (after Hobbs 1978 and the centering
tradition: subjects before others, the sentence before the one before it).
"""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract import Claims
from kg.extract.claims import former_first
from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention
from kg.language.syntax import children
from kg.resolve.acronyms import acronyms_in_brackets
from kg.resolve.antecedents import Antecedents
from kg.resolve.first_person import FirstPerson
from kg.resolve.focus import Focus
from kg.resolve.forces import Forces
from kg.resolve.genders import Genders
from kg.resolve.governments import Governments
from kg.resolve.names import bare, is_short_for, is_told_since, may_reign_as, name_words, slug
from kg.resolve.organisation_kinds import OrganisationKinds, foremost
from kg.resolve.parts_of_world import part_of_world
from kg.resolve.title_holders import TitleHolders

_TWO = 2
_NOWHERE = -1
"""The index of a mention that the text does not have."""


class Coreference:
    """Maps each mention index of a document to an entity number; groups map to several."""

    def __init__(self, document: Document, claims: Claims, knowledge: Knowledge) -> None:
        self.document = document
        self._knowledge = knowledge
        self._of: dict[int, int] = {}
        self._members: dict[int, list[Mention]] = {}
        self._keys: dict[tuple[str, str], int] = {}
        self._genders = Genders(document, knowledge)
        self._demonyms = {m.name for m in document.mentions if m.form is Form.DEMONYM}
        self._antecedents = Antecedents(document, self._of, self._members, self._genders, knowledge)
        self._holders = {role.evidence.begin: role.person for role in former_first(claims.roles)}
        self._movements = knowledge.groups.movements
        self._of_country: dict[int, str] = {}
        self._short_names: dict[tuple[str, ...], Mention] = {}
        self._kinds = OrganisationKinds(knowledge)
        self._forces = Forces(document, knowledge)
        self._acronyms = acronyms_in_brackets(document)
        self.focus = Focus(document, knowledge)
        self._title_holders = TitleHolders(document, claims.roles, self._holders, knowledge, self.focus.home_state)
        self._governments = Governments(document, claims, knowledge, self.focus, self._of)
        self._names()
        self._nominals()
        self._first_persons(claims)

    def entity(self, mention: int | None) -> int | None:
        """The entity of a mention; None where it stays open or is a group."""
        return None if mention is None else self._of.get(mention)

    def members(self, entity: int) -> list[Mention]:
        return self._members[entity]

    def titles_of(self, entity: int) -> set[str]:
        """The titles that the article's own words give a person, in lower case."""
        told = self._title_holders.told
        return {title.text.lower() for title, person in told if self._of.get(person) == entity}

    def is_leader(self, person: int) -> bool:
        """Whether the article's own words make a person the leader of a state."""
        return any(map(self._title_holders.leads, self.titles_of(person)))

    def entities(self) -> Iterable[int]:
        return self._members

    def state_entity(self, iso: str) -> int | None:
        return self._keys.get((Kind.STATE, iso))

    def organisation_entity(self, name: str) -> int | None:
        """The entity of an organisation of reference data, where the article names it."""
        return self._keys.get((Kind.ORGANISATION, name))

    def implied_state(self, iso: str, of: Mention) -> int:
        """The entity of a state that the article need not name: whoever ``of`` is leads it."""
        if (known := self.state_entity(iso)) is not None:
            return known
        self._join(
            replace(of, index=_NOWHERE, kind=Kind.STATE, form=Form.NOMINAL, name=iso, reference=iso, state=iso),
            (Kind.STATE, iso),
        )
        return self._keys[(Kind.STATE, iso)]

    # ---- names

    def _names(self) -> None:
        mentions = self.document.mentions
        communities = {m.reference.split()[-1]: m.reference for m in mentions if m.reference and self._is_people(m)}
        for mention in mentions:
            if mention.form is Form.DEMONYM and mention.name in communities:
                continue
            if mention.kind is Kind.STATE and mention.reference:
                self._join(mention, (Kind.STATE, mention.reference))
            elif mention.kind is Kind.PLACE and mention.form is Form.NAME:
                self._join(mention, (Kind.PLACE, mention.reference or bare(mention.name)))
        for mention in mentions:
            if mention.kind is Kind.ORGANISATION and mention.form in {Form.NAME, Form.METONYM}:
                self._join(mention, (Kind.ORGANISATION, self._organisation_key(mention)))
        for mention in mentions:
            if mention.form is Form.DEMONYM and mention.name in communities:  # "Bosnian Serbs … the Serbs"
                self._join(mention, (Kind.ORGANISATION, communities[mention.name]))
        people = [m for m in mentions if m.kind is Kind.PERSON and m.form is Form.NAME]
        full: list[Mention] = []
        couples = self._genders.couples(people)
        for mention in sorted(people, key=lambda m: (-len(m.name.split()), m.index)):
            match = self._same_person(mention, [m for m in full if self._may_be_same(mention, m, couples)])
            self._join(mention, (Kind.PERSON, self._person_key(match or mention)))
            if match is None:
                full.append(mention)

    def _is_people(self, mention: Mention) -> bool:
        """Whether a name is that of a people in another state: "Bosnian Serbs"."""
        words = (mention.reference or "").split()
        return mention.kind is Kind.ORGANISATION and len(words) == _TWO and words[-1] in self._demonyms

    def _may_be_same(self, mention: Mention, other: Mention, couples: set[str]) -> bool:
        """Whether gender lets the two be one; of a couple's surname "Mrs Howard" is only who is told a woman."""
        members = self._members[self._of[other.index]]
        if (
            mention.name.split()[-1] in couples
            and self._genders.is_woman([mention])
            and not self._genders.is_woman(members)
        ):
            return False
        return not self._genders.clash(mention, members)

    def _organisation_key(self, mention: Mention) -> str:
        if self._kinds.is_of_noun(mention, self.document):
            return f"{slug(bare(mention.name))}-{mention.index}"
        mention = self._kinds.named_in_full(mention, self.document) or mention
        key = mention.reference or slug(bare(mention.name))
        if mention.state and self._kinds.is_organ(mention):
            return f"{key}-{mention.state.lower()}"
        return self._acronyms.get(key, key)

    @staticmethod
    def _person_key(mention: Mention) -> str:
        return slug(bare(mention.name))

    def _same_person(self, mention: Mention, full: list[Mention]) -> Mention | None:
        """The fuller name that a name is short for: the same surname, then initials or one given name."""
        words = name_words(mention.name)
        fits = [other for other in full if is_short_for(words, name_words(other.name))]
        if len(words) == 1 and self._is_regnal(mention):
            fits = [m for m in fits if may_reign_as(words[0], name_words(m.name))]
        holding = [m for m in fits if len(words) == 1 and self._holds_post(m)]
        named = {self._of[m.index]: self._members[self._of[m.index]] for m in fits}
        if len(holding) == 1 and not is_told_since(self._of[holding[0].index], named, mention, self.document.parse):
            fits = holding  # "Gaddafi" is the leader, his son is called by both names
        known = self._short_names.get(tuple(words))  # "Chakwera" is who it was, though his wife is told of since
        before = [known] if known in fits else [other for other in fits if other.index <= mention.index]
        found = before[-1] if before else next(iter(fits), None)
        if found is not None:
            self._short_names[tuple(words)] = found
        return found

    def _holds_post(self, name: Mention) -> bool:
        own = self._of[name.index]
        return any(self._of.get(person) == own for person in self._holders.values())

    def _is_regnal(self, mention: Mention) -> bool:
        """ "King Abdullah", who is not Ali bin Abdullah."""
        before = (t.text.lower() for t in self.document.titles if t.last == mention.first)
        return any(title in self._knowledge.titles.regnal for title in before)

    def _join(self, mention: Mention, key: tuple[str, str]) -> None:
        entity = self._keys.setdefault(key, len(self._keys))
        self._of[mention.index] = entity
        self._members.setdefault(entity, []).append(mention)

    def _follow(self, mention: Mention, antecedent: Mention | None) -> None:
        if antecedent is not None and antecedent.index in self._of:
            entity = self._of[antecedent.index]
            self._of[mention.index] = entity
            self._members[entity].append(mention)

    def key_of(self, entity: int) -> str:
        return next(key for (_, key), number in self._keys.items() if number == entity)

    # ---- nominals and pronouns

    def _nominals(self) -> None:
        for mention in self.document.mentions:
            if mention.index in self._of or mention.is_first_person:
                continue
            if mention.kind is Kind.PERSON and mention.form is Form.NOMINAL:
                self._follow_title(mention)
            elif mention.kind is Kind.PERSON:
                self._follow(mention, self._antecedents.person(mention))
            elif mention.form is Form.PRONOUN and mention.kind is Kind.GROUP and mention.counted is None:
                self._follow(mention, self._antecedents.organisation(mention))
            elif mention.form is Form.PRONOUN and mention.kind is Kind.ORGANISATION:
                self._follow(mention, self._antecedents.thing(mention))
            elif mention.kind is Kind.STATE and mention.form is Form.NOMINAL:
                self._follow_state(mention)
            elif mention.kind is Kind.ORGANISATION and mention.form is Form.NOMINAL:
                self._follow_organisation(mention)

    def _first_persons(self, claims: Claims) -> None:
        """Last, for who speaks may be told behind the words, and by a pronoun."""
        speakers = FirstPerson(
            self.document, claims, self._antecedents.quoted, self._governments, self._of, self._members
        )
        for mention in (m for m in self.document.mentions if m.is_first_person):
            meant = speakers.meant(mention)
            if isinstance(meant, str):
                self._join(mention, (Kind.STATE, meant))
            else:
                self._follow(mention, meant)

    def _follow_title(self, mention: Mention) -> None:
        """A title used alone: its holder where the article names one, else the state or organisation it acts for."""
        holder = self._title_holders.of(mention)
        if iso := self._state_of_our(mention):
            self._join(mention, (Kind.STATE, iso))
        elif holder is not None:
            self._follow(mention, holder)
        elif mention.state and not self._acts_for_nobody(mention):
            self._join(mention, (Kind.STATE, mention.state))
        elif (before := self._antecedents.unnamed(mention)) is not None:
            self._follow(mention, before)
        elif mention.title is not None:
            owner = self.document.titles[mention.title].owner
            named = [m for m in self.document.mentions if owner is not None and m.first <= owner < m.last]
            for its in (m for m in named if m.form is Form.PRONOUN and m.kind is Kind.ORGANISATION):
                self._follow(its, self._antecedents.thing(its))
            owners = (m for m in named if m.index in self._of and not self._acts_for_nobody(mention))
            self._follow(mention, next((m for m in owners if m.kind in {Kind.ORGANISATION, Kind.STATE}), None))

    def _state_of_our(self, mention: Mention) -> str | None:
        """ "Our foreign minister": the speaker's."""
        owner = None if mention.title is None else self.document.titles[mention.title].owner
        own = owner is not None and self.document.parse.tokens[owner].lower in {"our", "my"}
        return self._governments.state_of_speaker(mention) if own else None

    def _acts_for_nobody(self, mention: Mention) -> bool:
        """ "a former Peruvian minister", "a Peruvian presidential candidate"."""
        title = None if mention.title is None else self.document.titles[mention.title]
        aspires = title is not None and self.document.parse.tokens[title.head].lower in self._knowledge.titles.aspirants
        return aspires or (title is not None and title.status == "former")

    def _follow_state(self, mention: Mention) -> None:
        """ "the country", "the Baltic state": the state named last; "the government": that of the state the article is about."""
        word = self.document.parse.tokens[mention.head].lower
        part = part_of_world(self.document, mention, self._knowledge)
        country = (self._knowledge.groups.country | self._knowledge.groups.once_ruled) - {"government"}
        if word in self._knowledge.groups.sent:
            self._follow(mention, self._governments.sender(mention))
        elif self._governments.is_breakaway(mention):
            self._follow(mention, self._governments.governing_place(mention))
        elif word in country and (word != "state" or part is not None):
            neighbour = self._governments.is_neighbour(mention)
            whose = self._governments.state_of_leader(mention) or self._governments.state_of_speaker(mention)
            whose = whose if part is None or whose in part else None  # Erdogan said that "the Gulf state" did it
            if not neighbour and (iso := whose):
                self._join(mention, (Kind.STATE, iso))
                return
            if self._governments.is_home(mention):
                return
            acting = self._governments.acting_upon(mention)
            before = [
                m
                for m in self.document.mentions
                if m.kind is Kind.STATE
                and m.index in self._of
                and m.begin < mention.begin
                and m.form is not Form.NOMINAL
                and m.reference not in acting
                and not self._governments.is_neighbour(m)
            ]
            before = self._governments.fitting(mention, before)
            if neighbour:  # "Chad said its neighbour …", which is not Chad
                before = [m for m in before if self._distance(m, mention) or not self._antecedents.is_subject(m)]
                before = self._governments.bordering(mention, before)
            here = [m for m in before if part is not None and self._distance(m, mention) == 0]
            named = [m for m in before if m.form in {Form.NAME, Form.METONYM} and self._distance(m, mention) <= 1]
            named = here or named or before  # "the Algerian president said the North African nation …"
            named = self._governments.officials_before(mention) or named
            self._follow(mention, named[-1] if named else None)
        elif iso := self._governments.state_of(mention):
            self._join(mention, (Kind.STATE, iso))

    def state_of_organ(self, mention: Mention) -> str | None:
        """ISO code of the state whose "Foreign Ministry" it is: that of the dateline, or one that the article goes on about.
        None where neither tells, and of what is no organ of a state."""
        if mention.name.lower() not in self._knowledge.organisations.named_organs:
            return None
        told = self._governments.state_it_is_of(mention) or self._governments.state_of_commander(mention)
        if told is not None:
            return told
        state = self._governments.state_of(mention)
        known = state is not None and (state == self.focus.dateline_state or self.focus.is_told_again(state))
        return state if known else None

    def state_of_unnamed(self, mention: Mention) -> str | None:
        """ISO code of the state whose people "the rebels" are, where the story around them tells it."""
        return self._of_country.get(mention.index)

    def _distance(self, a: Mention, b: Mention) -> int:
        return abs(self.document.parse.tokens[a.head].sentence - self.document.parse.tokens[b.head].sentence)

    def _follow_organisation(self, mention: Mention) -> None:
        """ "the front": the organisation named last whose name has that noun; organs are the main state's."""
        head = self.document.parse.tokens[mention.head]
        if mention.unnamed and (mention.state or mention.name.lower().split()[0] in self._knowledge.groups.minorities):
            self._join(mention, (Kind.ORGANISATION, slug(f"{mention.name} {mention.state or ''}")))
            return
        movement = mention.unnamed and set(mention.name.lower().split()) & self._movements
        told_apart = movement and not self._is_definite(mention)  # "Sikh extremists", whatever group was told of before
        if mention.unnamed and not told_apart and (force := self._forces.named_before(mention)) is not None:
            self._follow(mention, force)
            return
        if movement:
            self._join(mention, (Kind.ORGANISATION, slug(mention.name)))
            return
        his = head.lower == "ministry" and any(t.tag == "PRP$" for t in children(self.document.parse, head.index))
        if his or self._kinds.is_own(mention, self.document):
            return  # "his ministry has written to the Ministry of Justice"
        whose = self._kinds.whose_office(mention, self.document)
        owner = whose if whose and whose.index in self._of else self._kinds.apposed(mention, self.document)
        if owner is not None:
            self._follow(mention, owner)
            return
        before = [
            m
            for m in self.document.mentions
            if m.kind is Kind.ORGANISATION
            and not m.inner
            and m.form in {Form.NAME, Form.NOMINAL}
            and m.index in self._of
            and head.lower in {w.lower() for w in m.name.split()}
            and self._may_be_one_organ(mention, m)
        ]
        earlier = [m for m in before if m.begin < mention.begin]
        since = max((m.begin for m in earlier), default=0)
        bare = mention.name.lower() == "ministry" and mention.state is None
        if bare and (told := self._governments.state_of_minister_told(mention, since)) is not None:
            self._of_country[mention.index] = told
            self._join(mention, (Kind.ORGANISATION, slug(f"{mention.name} {told}")))
        elif self._is_of_whoever_acted(mention, earlier):
            state = self._governments.state_it_tells_of(mention)
            self._join(mention, (Kind.ORGANISATION, slug(f"{mention.name} {state}")))
        elif earlier or before:
            self._follow(mention, (earlier or before)[-1 if earlier else 0])
        elif head.lower in self._knowledge.groups.generic_organisations and not self._kinds.is_named_otherwise(
            head, self.document
        ):
            armed = self._forces.is_armed(head)
            named = [
                m
                for m in self.document.mentions
                if m.kind is Kind.ORGANISATION
                and m.form is not Form.PRONOUN
                and m.index in self._of
                and m.begin < mention.begin
                and (not armed or m.unnamed or self._forces.is_force(m))
                and self._kinds.may_be(m, self._knowledge.groups.generic_organisations[head.lower])
            ]
            self._follow(mention, foremost(named, self.document))
        elif mention.name.lower() in self._knowledge.organisations.named_organs:
            state = mention.state or self._governments.state_of(mention)
            self._join(mention, (Kind.ORGANISATION, slug(f"{mention.name} {state or ''}")))
        elif mention.unnamed and (state := self._forces.state_risen_in(mention) or self._governments.state_of(mention)):
            self._of_country[mention.index] = state  # "the rebels" of the country at war
            self._join(mention, (Kind.ORGANISATION, slug(f"{head.lower} {state}")))
        elif mention.state and " " in mention.name:  # "Peru's border guard service"
            self._join(mention, (Kind.ORGANISATION, slug(f"{mention.name} {mention.state}")))

    def _is_of_whoever_acted(self, mention: Mention, earlier: list[Mention]) -> bool:
        """ "Mali's Foreign Ministry protested. … Chad's premier met Ali Demir, the Foreign Ministry said": not Mali's."""
        organ = mention.name.lower() in self._knowledge.organisations.named_organs and mention.state is None
        told = self._governments.state_it_tells_of(mention) if organ and earlier else None
        return told is not None and earlier[-1].state not in {None, told}

    def _is_definite(self, mention: Mention) -> bool:
        before = self.document.parse.tokens[mention.first - 1] if mention.first else None
        return before is not None and before.lower in {"the", "these", "those", "their"}

    def _may_be_one_organ(self, mention: Mention, other: Mention) -> bool:
        """No two states, whatever "the ministry" in between leaves open; and "the central bank" is no bank of another
        name."""
        organ, words = mention.name.lower(), set(other.name.lower().split())
        told = organ.endswith(" court") or organ in self._knowledge.organisations.named_organs
        if told and other.form is Form.NAME and not set(organ.split()) <= words:
            return False
        states = {m.state for m in self._members[self._of[other.index]] if m.state}
        if not states and mention.state and (state := self.state_of_organ(other)) is not None:
            states = {state}  # "Chad has expelled him, the foreign ministry said. Mali's foreign ministry …"
        return not (mention.state and states and mention.state not in states)
