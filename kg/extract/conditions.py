"""The named conditions that a frame may require (``require:`` in frames.yaml), one function each."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from kg.extract import clauses
from kg.extract.accidents import Accidents
from kg.extract.arguments import REFLEXIVE, Arguments
from kg.extract.commands import Commands
from kg.extract.stays import is_abroad
from kg.knowledge import Knowledge
from kg.language import Form, Kind, Mention, Token
from kg.language.syntax import child, children, is_negated, is_passive, prepositions

_WILLED = {"will", "would", "wo", "'ll", "shall", "can", "ca", "could"}
_AIMING = {"at", "on", "upon", "into", "against", "toward", "towards"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that matches at a trigger, with what its syntax gives: head tokens and parties by part."""

    trigger: int
    is_verb: bool
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    parties: tuple[tuple[Mention, str], ...]
    place: Mention | None


class Conditions:
    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        groups = knowledge.groups
        self._arguments = arguments
        self._parse = arguments.parse
        dates = (e for e in arguments.parse.entities if e.label in {"DATE", "TIME"})
        self._days = {i for entity in dates for i in range(entity.first, entity.last)}
        self._people = groups.people
        self._places = set(knowledge.places.head_nouns) | groups.targets
        self._weapons = groups.weapons
        self._forces = groups.forces
        self._country = groups.country
        organisations = knowledge.organisations.names_by_kind
        self._parties = organisations["party"]
        self._of_office = groups.of_office
        self._commands = Commands(arguments, knowledge)
        self._counterparts = knowledge.groups.counterparts
        self._denying = knowledge.speech.modality.denied
        self._papers = knowledge.speech.for_organisations
        self._firsts = knowledge.speech.nominal.firsts
        self._refusing = knowledge.frames.words["refusing"]
        nouns = knowledge.frames.nouns_by_type
        self._inflicting = nouns["attack"] | groups.inflicting | groups.one_event.attacks
        fighters = groups.non_state | (self._forces & groups.people_animate)
        violent = fighters | nouns["attack"] | nouns["protest"] | nouns["conflict"]
        self._accidents = Accidents(self._parse, knowledge, frozenset(violent))
        self._bands, self._warring = groups.bands, groups.warring
        named = (m.first for m in arguments.document.mentions if m.reference in organisations["armed-group"])
        self._first_band = min(named, default=len(arguments.parse.tokens))
        self._force_names = groups.force_names
        self._animate = groups.people_animate | groups.people
        self._businesses = {*knowledge.organisations.head_nouns["company"], *knowledge.organisations.businesses}
        self._attackable = self._animate | self._forces | self._places
        self._force_kinds = organisations["military"] | organisations["armed-group"] | organisations["igo"]
        self._tests: dict[str, Callable[[Candidate], bool]] = {
            "counterpart": self._counterpart,
            "party-actor": lambda c: any(part == "actor" for _, part in c.parties),
            "target": lambda c: any(part == "target" for _, part in c.parties),
            "target-state": lambda c: any(
                m.kind is Kind.STATE and m.form is Form.NAME and part == "target" for m, part in c.parties
            ),
            "target-body": lambda c: (
                len(c.objects) < 2
                and any(
                    m.kind is Kind.ORGANISATION and m.form is Form.NAME and part == "target" for m, part in c.parties
                )
            ),
            "place": lambda c: c.place is not None,
            "abroad": lambda c: is_abroad(self._arguments, c.trigger, c.subjects, c.place),
            "affirmed": self._affirmed,
            "negated": self._negated,
            "negated-now": lambda c: is_negated(self._parse, c.trigger) and not self._negated(c),
            "of-place": self._of_place,
            "joint": self._joint,
            "alone": lambda c: not self._joint(c),
            "object": lambda c: bool(c.objects),
            "no-object": lambda c: not c.objects,
            "attribute-post": self._attribute_post,
            "subject-participant": lambda c: any(self._arguments.parties(i) for i in c.subjects),
            "subject-person": lambda c: (
                any(self._is_person(i) for i in c.subjects) or (not c.is_verb and self._has_person(c))
            ),
            "subject-institution": lambda c: self._no_agent(c) or any(self._is_institution(i) for i in c.subjects),
            "subject-force": lambda c: self._no_agent(c) or any(self._is_force(i) for i in c.subjects),
            "subject-public": lambda c: not any(self._is_company(i) for i in c.subjects),
            "subject-speaks": lambda c: self._no_agent(c) or any(self._speaks(i) for i in c.subjects),
            "for-attack": lambda c: clauses.are_for(self._parse, (c.trigger, *c.objects), self._inflicting),
            "subject-people": lambda c: any(self._is_people(i) for i in c.subjects),
            "subject-unarmed": lambda c: not any(self._is_armed(i) for i in c.subjects),
            "subject-weapon": lambda c: any(self._parse.tokens[i].lemma in self._weapons for i in c.subjects),
            "subject-animate": self._subject_animate,
            "object-person": lambda c: (
                any(self._is_person(i) for i in c.objects) or (not c.is_verb and self._has_person(c))
            ),
            "object-told": self._object_told,
            "object-others": lambda c: not any(self._is_own(i) for i in c.objects),
            "object-own": lambda c: any(self._is_own(i) for i in c.objects),
            "passive": lambda c: is_passive(self._parse, c.trigger),
            "active": lambda c: not is_passive(self._parse, c.trigger),
            "object-animate": self._object_animate,
            "place-or-people": self._place_or_people,
            "place-or-party": lambda c: c.place is not None or bool(c.parties),
            "infinitive-or-actor": self._infinitive_or_actor,
            "concrete-target": self._concrete_target,
            "object-attackable": self._object_attackable,
            "object-party": lambda c: bool(self._mentions(c.objects)),
            "object-no-town": lambda c: not any(self._is_town(i) for i in c.objects),
            "object-no-own-force": lambda c: not self._commands.is_to_own_forces(self._parse.tokens[c.trigger]),
            "object-town": lambda c: any(self._is_town(i) for i in c.objects),
            "officials": self._officials,
            "aimed": lambda c: any(
                p.lower in _AIMING and o.index not in self._days
                for i in (c.trigger, *c.objects)
                for p, o in prepositions(self._parse, i)
            ),
            "no-mishap": lambda c: not self._accidents.is_mishap(self._parse.tokens[c.trigger]),
            "no-accident": lambda c: not self._accidents.killed(c.trigger, c.subjects, c.objects, self._no_agent(c)),
            "subject-state": lambda c: any(
                m.kind is Kind.STATE for i in c.subjects for m in self._arguments.parties(i, deep=False)
            ),
            "actor-state": lambda c: any(
                m.kind is Kind.STATE and m.form in {Form.NAME, Form.METONYM} and part == "actor"
                for m, part in c.parties
            ),
            "struck": self._struck,
            "predicate": lambda c: (
                child(self._parse, c.trigger, "oprd") is not None
                or any(p.lower == "as" for i in (c.trigger, *c.objects) for p in children(self._parse, i, ("prep",)))
            ),
            "not-named": lambda c: (
                self._parse.tokens[c.trigger].lemma != "call" or child(self._parse, c.trigger, "oprd") is None
            ),
            "completed": lambda c: not self._is_going_on(c),
            "verbal": self._verbal,
            "not-verbal": lambda c: not self._verbal(c),
            "party-force": lambda c: (
                any(self._is_force_mention(m) for m, _ in c.parties) or any(self._is_force(i) for i in c.subjects)
            ),
        }

    def _is_going_on(self, candidate: Candidate) -> bool:
        """ "Have been negotiating a deal", which they have not yet."""
        verb = self._parse.tokens[candidate.trigger]
        return verb.tag == "VBG" and any(t.lemma == "be" for t in children(self._parse, verb.index, ("aux",)))

    def hold(self, names: Collection[str], candidate: Candidate) -> bool:
        return all(self._tests[name](candidate) for name in names)

    def _no_agent(self, candidate: Candidate) -> bool:
        """A passive that does not say who did it."""
        return candidate.is_verb and not candidate.subjects and is_passive(self._parse, candidate.trigger)

    def _affirmed(self, candidate: Candidate) -> bool:
        """Not "has not ruled out", "does not want to rule out", "refused to rule out"."""
        token = self._parse.tokens[candidate.trigger]
        refused = token.dep == "xcomp" and self._parse.tokens[token.head].lemma in self._denying
        return not refused and not any(is_negated(self._parse, i) for i in (token.index, token.head))

    def _verbal(self, candidate: Candidate) -> bool:
        """ "Michael Howard's attack on Labour": a person's upon a party, which is one of words."""
        persons = any(m.kind is Kind.PERSON and part == "actor" for m, part in candidate.parties)
        return persons and any(m.reference in self._parties and part == "target" for m, part in candidate.parties)

    def _struck(self, candidate: Candidate) -> bool:
        """ "A strike on Kharkiv", "Israeli strikes in Syria"; not "a strike in Peru", "a strike on Monday"."""
        phrases = prepositions(self._parse, candidate.trigger)
        acting = {m.state for m, part in candidate.parties if part == "actor" and m.state is not None}
        struck = {m.state for m, part in candidate.parties if part == "target" and self._is_force_mention(m)}
        struck |= set() if candidate.place is None else {candidate.place.state}
        aimed = any(p.lower == "on" and o.index not in self._days and self._is_attackable(o) for p, o in phrases)
        return aimed or bool(acting and struck - acting)

    def _mentions(self, indices: tuple[int, ...]) -> list[Mention]:
        return [m for i in indices for m in self._arguments.parties(i, deep=False)]

    def _counterpart(self, candidate: Candidate) -> bool:
        parties = {m.index for m, _ in candidate.parties}
        group = any(m.kind is Kind.GROUP or self._are_several(m) for m, _ in candidate.parties)
        return (
            len(parties) > 1 or (group and not candidate.objects) or bool(parties and self._with_officials(candidate))
        )

    def _are_several(self, mention: Mention) -> bool:
        """ "The rival leaders of Chad", who meet each other."""
        head = self._parse.tokens[mention.head]
        people = head.tag == "NNS" and head.lemma not in self._country
        return people and mention.kind is Kind.STATE and mention.form is Form.NOMINAL

    def _with_officials(self, candidate: Candidate) -> bool:
        """ "Conferred with church leaders", "met the bishops", who are nobody's and have no name."""
        beside = (o.index for p, o in prepositions(self._parse, candidate.trigger) if p.lower == "with")
        others = (*beside, *candidate.objects)
        return candidate.is_verb and any(self._is_of_office(self._parse.tokens[i]) for i in others)

    def _is_of_office(self, noun: Token) -> bool:
        at = self._arguments.document.title_at[noun.index]
        title = None if at < 0 else self._arguments.document.titles[at]
        return noun.lemma in self._of_office or (title is not None and title.kind == "state" and title.needs_owner)

    def _officials(self, candidate: Candidate) -> bool:
        """Whether it is between people of office only: "spoke with the minister", not "with reporters"."""
        parties = [m for m, _ in candidate.parties]
        return all(self._arguments.is_official(m) or m.form is Form.PRONOUN for m in parties)

    def _joint(self, candidate: Candidate) -> bool:
        nouns = candidate.objects if candidate.is_verb else (candidate.trigger,)
        if any(
            t.lower in {"joint", "bilateral", "trilateral"} for i in nouns for t in children(self._parse, i, ("amod",))
        ):
            return True
        states = {m.reference or m.state or m.name for m, part in candidate.parties if part in {"actor", "target"}}
        return len(states) > 1

    def _of_place(self, candidate: Candidate) -> bool:
        """ "The capture of Goma", not "of carbon in Chad"."""
        of_what = (o.index for link, o in prepositions(self._parse, candidate.trigger) if link.lower == "of")
        return any((m := self._arguments.mention(i)) is not None and m.kind is Kind.PLACE for i in of_what)

    def _negated(self, candidate: Candidate) -> bool:
        """ "will not", "would never", "vowed not to": a refusal, where "did not" only denies."""
        verb = self._parse.tokens[candidate.trigger]
        modal = any(t.tag == "MD" and t.lower in _WILLED for t in children(self._parse, verb.index, ("aux",)))
        resolved = verb.dep == "xcomp" and self._parse.tokens[verb.head].lemma in self._refusing
        return (modal or resolved) and is_negated(self._parse, verb.index)

    def _attribute_post(self, candidate: Candidate) -> bool:
        attribute = child(self._parse, candidate.trigger, "attr", "oprd", "dobj", "acomp")
        if attribute is None or clauses.is_first_to_act(self._parse, attribute, self._firsts):
            return False
        return self._arguments.document.title_at[attribute.index] >= 0

    def _is_person(self, index: int) -> bool:
        mention = self._arguments.mention(index)
        if mention is not None and mention.name.lower() in REFLEXIVE:
            return False  # "removed himself from the race"
        title = self._arguments.document.title_at[index]
        named = mention is not None and mention.kind is Kind.PERSON
        named = named or self._parse.tokens[index].lemma in self._counterparts
        return named or title >= 0 or any(m.kind is Kind.PERSON for m in self._arguments.parties(index, deep=False))

    def _is_own(self, noun: int) -> bool:
        """ "Summoned its ambassador home"."""
        return any(t.tag == "PRP$" for t in children(self._parse, noun, ("poss",)))

    def _object_told(self, candidate: Candidate) -> bool:
        """Whether the text says who it is, as "all seven ministers" does not."""
        document = self._arguments.document
        titles = (document.title_at[i] for i in candidate.objects)
        several = all(at >= 0 and document.titles[at].plural for at in titles)
        return not several or any(part == "target" for _, part in candidate.parties)

    def _has_person(self, candidate: Candidate) -> bool:
        return any(m.kind is Kind.PERSON for m, _ in candidate.parties)

    def _is_institution(self, index: int) -> bool:
        token = self._parse.tokens[index]
        clause = self._parse.tokens[token.head]
        if token.lower in {"he", "she"} and clause.dep == "ccomp":  # "the president announced that she will …"
            return any(self._is_institution(i) for i in self._arguments.surface_subjects(clause.head) if i != index)
        return (
            any(
                m.kind in {Kind.STATE, Kind.ORGANISATION, Kind.GROUP}
                or (m.kind is Kind.PERSON and m.form is not Form.PRONOUN)
                for m in self._arguments.parties(index)
            )
            or self._parse.tokens[index].lemma in self._forces
        )

    def _is_force(self, index: int) -> bool:
        token = self._parse.tokens[index]
        if token.lemma in self._forces or self._is_band(token):
            return True
        above = self._speakers_of(token)
        if any(self._parse.tokens[i].lower not in {"he", "she"} for i in above):
            return any(self._is_force(i) for i in above)
        if token.lower in {"it", "they"} and token.tag == "PRP":
            return True
        return any(self._is_force_mention(m) for m in self._arguments.parties(index, deep=False))

    def _speakers_of(self, pronoun: Token) -> list[int]:
        """Of "the army said it hit a convoy" the army."""
        clause = self._parse.tokens[pronoun.head]
        if pronoun.lower not in {"it", "they"} or clause.dep != "ccomp":
            return []
        return [i for i in self._arguments.surface_subjects(clause.head) if i != pronoun.index]

    def _is_band(self, noun: Token) -> bool:
        """ "The terror group", "a rebel faction"; "the group" that is an armed one named before."""
        before = children(self._parse, noun.index, ("compound", "amod", "det")) if noun.lemma in self._bands else []
        told = noun.index > self._first_band
        return any(t.lemma in self._warring or (told and t.lower == "the") for t in before)

    def _speaks(self, index: int) -> bool:
        """ "Chad", "its envoy", "a statement"; not "Chad's decision"."""
        told = self._arguments.document.title_at[index] >= 0 or self._parse.tokens[index].lemma in self._papers
        return told or ((mention := self._arguments.mention(index)) is not None and mention.head == index)

    def _is_armed(self, index: int) -> bool:
        """The army, rebels, troops; not a state, which is no force by itself."""
        token = self._parse.tokens[index]
        if token.lemma in self._forces or any(self._is_armed(i) for i in self._speakers_of(token)):
            return True
        return any(
            m.kind is Kind.ORGANISATION and self._is_force_mention(m)
            for m in self._arguments.parties(index, deep=False)
        )

    def _concrete_target(self, candidate: Candidate) -> bool:
        """What an attack is "on" is somebody or some place, not a plan or its cost."""
        for preposition, obj in prepositions(self._parse, candidate.trigger):
            if preposition.lower not in {"on", "against"}:
                continue
            named = self._arguments.parties(obj.index, deep=False) or self._arguments.place(obj.index)
            if not named and obj.lemma not in self._attackable:
                return False
        return True

    def _is_attackable(self, noun: Token) -> bool:
        """People, forces, places and who has a name; not "the railways"."""
        return noun.lemma in self._attackable or self._arguments.mention(noun.index) is not None

    def _object_attackable(self, candidate: Candidate) -> bool:
        """Nothing that is attacked, or people, forces, places: not "raided the dressing-up box"."""
        return not candidate.objects or any(
            self._parse.tokens[i].lemma in self._attackable
            or self._parse.tokens[i].lower in {"us", "them"}
            or self._arguments.parties(i)
            or self._arguments.place(i) is not None
            or self._arguments.within(i)
            for i in candidate.objects
        )

    def _is_company(self, index: int) -> bool:
        """ "Far East Bank", "the Auto Workers Union": what it takes over or votes for is its own business."""
        mentions = self._arguments.parties(index, deep=False)
        unknown = (m for m in mentions if m.kind is Kind.ORGANISATION and m.reference is None)
        return any(m.name.lower().split()[-1] in self._businesses for m in unknown)

    def _is_town(self, index: int) -> bool:
        mention = self._arguments.mention(index)
        return mention is not None and mention.kind is Kind.PLACE and mention.form is Form.NAME

    def _is_force_mention(self, mention: Mention) -> bool:
        return mention.kind in {Kind.STATE, Kind.GROUP} or (
            mention.kind is Kind.ORGANISATION
            and (mention.reference in self._force_kinds or self._ends_in_force(mention))
        )

    def _ends_in_force(self, mention: Mention) -> bool:
        words = mention.name.lower().split()
        return bool({words[-1], words[-1].rstrip("s")} & (self._forces | self._force_names))

    def _is_people(self, index: int) -> bool:
        token = self._parse.tokens[index]
        mention = self._arguments.mention(index)
        if token.lemma in self._people or (mention is not None and mention.form is Form.DEMONYM):
            return True
        return mention is not None and (
            mention.unnamed
            or (mention.kind is Kind.PERSON and mention.form is not Form.PRONOUN)
            or mention.kind is Kind.GROUP
            or (mention.kind is Kind.ORGANISATION and mention.form is Form.NAME and mention.reference is None)
            or (mention.form is Form.ADJECTIVE and token.dep in {"nsubj", "conj"})
        )

    def _subject_animate(self, candidate: Candidate) -> bool:
        if not candidate.subjects:
            return is_passive(self._parse, candidate.trigger) or self._parse.tokens[candidate.trigger].tag == "VB"
        return any(
            self._parse.tokens[i].lemma in self._animate | self._forces or self._arguments.parties(i)
            for i in candidate.subjects
        )

    def _object_animate(self, candidate: Candidate) -> bool:
        return any(
            self._is_person(i) or self._parse.tokens[i].lemma in self._animate or self._arguments.parties(i, deep=False)
            for i in candidate.objects
        )

    def _place_or_people(self, candidate: Candidate) -> bool:
        people = (obj.lemma in self._animate for _, obj in prepositions(self._parse, candidate.trigger))
        return candidate.place is not None or bool(candidate.parties) or any(people)

    def _infinitive_or_actor(self, candidate: Candidate) -> bool:
        """ "Their withdrawal to leave Mali", "Chad's withdrawal", "a truce brokered by Chad"."""
        infinitive = child(self._parse, candidate.trigger, "acl")
        return (infinitive is not None and infinitive.tag == "VB") or any(
            part in {"actor", "mediator"} for _, part in candidate.parties
        )
