"""Finds references without a name: pronouns, "the president", "the army", "the country", "the sides"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.language.document import COUNTED, FIRST_PERSONS, Form, Kind, Parse, Title, Token
from kg.language.phrases import Phrases
from kg.language.quotations import quotations
from kg.language.syntax import child, children, prepositions

_PERSON_PRONOUNS = {"he", "she", "him", "her", "himself", "herself", "his"}
_THING_PRONOUNS = {"it", "its", "itself"}
_BEFORE = {"compound", "nmod"}
_GROUP_PRONOUNS = {"they", "them", "their", "themselves", "both"}
_MANY = 20  # of so many people a state does nothing by itself
_INSIDE = ("in", "throughout", "across", "inside")
_DEFINITE = {"the", "its", "his", "her", "their", "both", "two"}
StateAt = Callable[[int], str | None]


@dataclass(frozen=True, slots=True)
class Nominal:
    kind: Kind
    form: Form
    first: int
    last: int
    head: int
    state: str | None = None
    title: int | None = None
    unnamed: bool = False


class NominalFinder:
    def __init__(self, knowledge: Knowledge) -> None:
        organs, groups = knowledge.organisations, knowledge.groups
        self._organs = Phrases(
            [(form, organ) for organ in organs.state_organs for form in (organ, organ + "s")], fold=True
        )
        self._named_organs = set(organs.named_organs)
        heads = {noun for kind, nouns in organs.head_nouns.items() if kind != "military" for noun in nouns}
        self._organisation_heads = {noun for noun in heads if " " not in noun} - groups.governing
        self._both, self._namesakes = groups.both, groups.namesakes
        self._missions = groups.missions
        self._sent = groups.sent
        self._minorities = groups.minorities
        self._paired = groups.paired | {word for part in knowledge.states.parts_of_world for word in part.split()}
        self._country = groups.country
        self._once_ruled = groups.once_ruled
        self._based = groups.based
        self._forces = groups.forces
        self._governing, self._led = groups.governing, groups.led
        self._ruling = groups.ruling_forces
        self._non_state = groups.non_state
        self._crowds = groups.crowds
        self._people = groups.people
        self._private, self._private_fields = groups.private, groups.private_fields
        self._bands = groups.bands
        self._protests = knowledge.frames.verbs_by_type["protest"]
        self._individuals = groups.individuals
        self._bodies = groups.bodies
        self._arming = groups.arming
        self._traditional = groups.traditional
        self._movements, self._gatherings = groups.movements, groups.gatherings | {"meeting"}
        self._siding = groups.siding
        self._armed_people = groups.forces & groups.people_animate

    def find(
        self,
        parse: Parse,
        titles: Sequence[Title],
        taken: set[int],
        state_at: StateAt,
        home_at: StateAt,
        seat_at: StateAt,
        held: set[int],
    ) -> list[Nominal]:
        """Nominals outside ``taken`` tokens. ``state_at`` gives the state that a token names, ``home_at`` also that of a
        place with a government of its own, whose sides and soldiers are not the state's, ``seat_at`` that of any place;
        ``held`` are the titles that stand with a person's name."""
        found: list[Nominal] = []
        covered, heads = set(taken), set[int]()
        owners = {title.owner for title in titles if title.owner is not None}
        for nominal in (
            *self._titles(parse, titles, state_at, held),
            *self._organ_phrases(parse, state_at),
            *self._words(parse, state_at, home_at, seat_at),
        ):
            if nominal.head not in covered and nominal.head not in heads:
                found.append(nominal)
                heads.add(nominal.head)
                covered |= set(range(nominal.first, nominal.last)) - owners
        return found

    def _titles(self, parse: Parse, titles: Sequence[Title], state_at: StateAt, held: set[int]) -> Iterator[Nominal]:
        for title in titles:
            if title.index in held or title.kind == "occupation":
                continue
            if title.plural and " " not in title.text and parse.tokens[title.head].lower in self._traditional:
                continue  # "Fijian chiefs", unlike "army chiefs"
            noun = parse.tokens[title.head]
            if noun.dep in _BEFORE and (state_at(noun.head) or parse.tokens[noun.head].lower in self._gatherings):
                continue  # "NATO member Turkey", "the Foreign Ministers Meeting"
            if title.plural and set(title.text.lower().split()) & self._private_fields:
                continue  # "Brazilian business leaders"
            owner = state_at(title.owner) if title.owner is not None else None
            if title.owner is None and (of_officer := self._of_owner(parse, title, titles, state_at)):
                yield Nominal(Kind.PERSON, Form.NOMINAL, title.first, title.last, title.head, of_officer, title.index)
                continue
            if title.plural and title.owner is None:
                owner = self._sender(parse, title, state_at)
            if title.plural and not owner and title.owner is None and not self._is_bounded(parse, title):
                continue
            if title.plural:
                kind = Kind.STATE if owner else Kind.GROUP
                yield Nominal(kind, Form.NOMINAL, title.first, title.last, title.head, owner, title.index)
            elif title.definite or title.owner is not None or parse.tokens[title.head].text[0].isupper():
                yield Nominal(Kind.PERSON, Form.NOMINAL, title.first, title.last, title.head, owner, title.index)

    @staticmethod
    def _of_owner(parse: Parse, title: Title, titles: Sequence[Title], state_at: StateAt) -> str | None:
        """The state of "the Congolese president's spokesperson"."""
        owners = {t.index for t in children(parse, title.head, ("poss",))}
        whose = next((t.owner for t in titles if t.head in owners and t.owner is not None), None)
        return None if whose is None or title.plural else state_at(whose)

    def _sender(self, parse: Parse, title: Title, state_at: StateAt) -> str | None:
        """ "Foreign ministers from Chad and Niger", "diplomats from Chad's embassy", wherever the parser hangs "from";
        "the military leaders in Chad"."""
        links = {"of", "from", *(_INSIDE if self._ruling & set(title.text.lower().split()) else ())}
        senders = (obj for link, obj in prepositions(parse, title.head) if link.lower in links)
        if state := next((found for obj in senders if (found := state_at(obj.index))), None):
            return state
        behind = parse.tokens[title.last] if title.last < len(parse.tokens) else None
        if behind is None or behind.lower != "from":
            return None
        missions = (obj for obj in children(parse, behind.index, ("pobj",)) if obj.lemma in self._missions)
        return next((state for mission in missions if (state := state_of(parse, mission, state_at))), None)

    @staticmethod
    def _is_bounded(parse: Parse, title: Title) -> bool:
        """ "the ministers", "both leaders": known ones, not ministers at large."""
        before = parse.tokens[title.first - 1].lower if title.first else ""
        return title.definite or before in _DEFINITE

    def _is_minority(self, before: Token, noun: Token) -> bool:
        """ "Ethnic Albanians", "ethnic rebels", "rebel Serbs"; not "rebel fighters"."""
        return before.lower == "ethnic" or (before.lower in self._minorities and noun.tag == "NNPS")

    def _is_described(self, parse: Parse, noun: Token, state_at: StateAt) -> bool:
        """ "The Western creditor governments": others than those told of before, unlike "the two Baltic countries"."""
        words = children(parse, noun.index, ("amod", "compound"))
        return any(t.lower not in self._paired and not state_at(t.index) for t in words)

    def _is_of_movement(self, parse: Parse, noun: Token) -> bool:
        """ "Maoist rebels": told apart by what they fight for."""
        return any(t.lower in self._movements for t in children(parse, noun.index, ("amod", "compound")))

    def _is_short_name(self, parse: Parse, noun: Token) -> bool:
        """ "The Council", which the article has named in full."""
        around = parse.tokens[noun.index - 1 : noun.index + 2] if noun.index else ()
        named = len(around) == len(("the", "Council", "demanded")) and around[0].lower == "the"
        alone = named and not around[2].text[0].isupper() and around[2].text not in {"of", "for", "-", "'s"}
        return alone and noun.text.istitle() and noun.lower in self._organisation_heads

    def _is_country(self, parse: Parse, noun: Token) -> bool:
        """ "The country", "the former French colony"."""
        formerly = any(t.lower == "former" for t in children(parse, noun.index, ("amod",)))
        return noun.lower in self._country or (formerly and noun.tag == "NN" and noun.lemma in self._once_ruled)

    def home(self, parse: Parse, noun: Token, state_at: StateAt) -> str | None:
        """The state that people are in: "university students throughout Indonesia", "rebels based in Chad", "rebels in
        Chad's northern provinces"."""
        based = [t.index for t in children(parse, noun.index, ("acl",)) if t.lemma in self._based]
        links = [phrase for i in (noun.index, *based) for phrase in prepositions(parse, i)]
        for obj in (obj for prep, obj in links if prep.lower in _INSIDE):
            part = obj.pos == "NOUN" and obj.lemma not in self._missions
            if state := state_at(obj.index) or (state_of(parse, obj, state_at) if part else None):
                return state
        senders = (o for prep, o in prepositions(parse, noun.index) if prep.lower == "from" and o.lemma in self._bands)
        return next((state for sender in senders if (state := state_of(parse, sender, state_at))), None)

    def _acts_alone(self, noun: Token) -> bool:
        """People and bodies who are not their state."""
        people = noun.tag == "NNS" and noun.lemma in self._individuals
        return people or noun.lemma in self._bodies

    def _rallying(self, parse: Parse, people: Token, state_at: StateAt) -> str | None:
        """ "Ethnic Albanians demonstrated on Tuesday in Serbia", where they live."""
        verb = parse.tokens[people.head]
        if people.dep != "nsubj" or verb.lemma not in self._protests:
            return None
        where = (obj for link, obj in prepositions(parse, verb.index) if link.lower in _INSIDE)
        return next((state for obj in where if (state := state_at(obj.index))), None)

    def _seat(self, parse: Parse, noun: Token, state_at: StateAt) -> str | None:
        """The state that a body is told to be based in, for which it acts no more than for any other it works in."""
        based = any(t.lemma in self._based for t in children(parse, noun.index, ("acl",)))
        return self.home(parse, noun, state_at) if based else None

    def _sides(self, parse: Parse, noun: Token) -> bool:
        """ "Rebels loyal to Ali Demir"."""
        words = children(parse, noun.index, ("amod", "acl", "relcl"))
        return any(t.lower in self._siding and t.index > noun.index for t in words)

    @staticmethod
    def _is_of_government(parse: Parse, forces: Token) -> bool:
        return any(t.lower == "government" for t in children(parse, forces.index, ("compound",)))

    def _is_armed_group(self, parse: Parse, token: Token) -> bool:
        return token.lemma in self._bands and any(
            t.lemma in self._non_state | self._arming for t in children(parse, token.index, ("compound", "amod"))
        )

    def _organ_phrases(self, parse: Parse, state_at: StateAt) -> Iterator[Nominal]:
        starts = {token.begin: token.index for token in parse.tokens}
        ends = {token.end: token.index + 1 for token in parse.tokens}
        for begin, end, organ in self._organs.find(parse.text):
            if begin not in starts or end not in ends:
                continue
            first, last = starts[begin], ends[end]
            head = parse.tokens[last - 1]
            if head.pos not in {"NOUN", "PROPN"} or (
                head.dep in {"compound", "amod"} and not state_of(parse, head, state_at)
            ):
                continue
            before = children(parse, head.index, ("compound", "amod"))
            if any(t.lower in self._private_fields for t in before):
                continue  # "Brazilian business leaders"
            if _is_part_of_state(parse, head):
                continue
            inside = _INSIDE if organ in self._governing else ()  # "the junta in Niger", not "the army in Iraq"
            state = state_of(parse, head, state_at, ("of", "from", *inside))
            if organ in self._named_organs:
                yield Nominal(Kind.ORGANISATION, Form.NOMINAL, first, last, head.index, state)
            elif (
                state
                or (_is_definite(parse, head) and organ in self._governing and head.tag != "NNS")
                or (organ in self._led and _is_called_by_name(parse, head))
            ):
                yield Nominal(Kind.STATE, Form.NOMINAL, first, last, head.index, state)

    @staticmethod
    def _is_the_two(parse: Parse, token: Token) -> bool:
        """ "The two signed a pact": who were told of right before."""
        before = parse.tokens[token.index - 1].lower if token.index else ""
        return before == "the" and token.pos in {"NUM", "NOUN"} and token.dep in {"nsubj", "nsubjpass", "dobj", "pobj"}

    def is_crowd(self, parse: Parse, people: Token) -> bool:
        """ "Thousands of Iraqis", "2,000 Iraqis", "Serbs in Kosovo", who are not Iraq or Serbia."""
        link, number = parse.tokens[people.head], child(parse, people.index, "nummod")
        digits = "" if number is None else number.text.replace(",", "")
        if digits.isdigit() and int(digits) >= _MANY:
            return True
        where = parse.tokens[people.index + 1 : people.index + 3]
        if any(t.lower == "in" and t.head == people.index for t in where[:1]) and where[-1].pos == "PROPN":
            return True
        return people.dep == "pobj" and link.lower == "of" and parse.tokens[link.head].lemma in self._crowds

    def _words(self, parse: Parse, state_at: StateAt, home_at: StateAt, seat_at: StateAt) -> Iterator[Nominal]:
        spoken = quotations(parse)
        for token in parse.tokens:
            word = token.lower
            if token.pos in {"PRON", "DET"}:
                if word in _PERSON_PRONOUNS:
                    yield _word(token, Kind.PERSON, Form.PRONOUN)
                elif word in FIRST_PERSONS and any(q.begin <= token.begin < q.end for q in spoken):
                    yield _word(token, FIRST_PERSONS[word], Form.PRONOUN)
                elif word in _THING_PRONOUNS:
                    yield _word(token, Kind.ORGANISATION, Form.PRONOUN)
                elif word in _GROUP_PRONOUNS and token.dep != "det":
                    yield _word(token, Kind.GROUP, Form.PRONOUN)
            elif word in COUNTED and self._is_the_two(parse, token):
                yield _word(token, Kind.GROUP, Form.PRONOUN)
            elif word in self._namesakes:
                yield _word(token, Kind.GROUP, Form.NOMINAL)
            elif token.index and self._is_minority(parse.tokens[token.index - 1], token):
                people = token.text[0].isupper() or token.lemma in self._people | self._non_state
                if token.tag in {"NNS", "NNPS"} and people:  # "ethnic Albanians in Serbia" are not Albania
                    yield _group(
                        parse, token, self.home(parse, token, state_at) or self._rallying(parse, token, state_at)
                    )
            elif token.pos == "PROPN":
                if self._is_short_name(parse, token):
                    yield _word(token, Kind.ORGANISATION, Form.NOMINAL)
            elif token.pos != "NOUN":
                continue
            elif self._acts_alone(token) and (
                state := state_of(parse, token, state_at) or self._seat(parse, token, seat_at)
            ):
                yield _group(parse, token, state)  # "two Omani nationals", "a Russian company", "a bank based in Chad"
            elif word in self._both and _is_definite(parse, token) and not self._is_described(parse, token, state_at):
                state = state_of(parse, token, state_at)
                if _is_of_name(parse, token) and (state is None or token.lemma in self._private):
                    continue  # "Ali Demir's men", "Peru's three parties", "Peru's neighbours"
                yield _word(token, Kind.STATE if state else Kind.GROUP, Form.NOMINAL, state)
            elif self._is_country(parse, token) and _is_definite(parse, token) and not _is_part_of_state(parse, token):
                yield _word(token, Kind.STATE, Form.NOMINAL)
            elif token.lemma in self._non_state and token.tag == "NNS":
                state = state_of(parse, token, home_at, ("of", "from", *_INSIDE)) or self.home(parse, token, home_at)
                owners = children(parse, token.index, ("poss",))  # "his rebels", "his nation's rebels"
                somebodys = any(t.lower in {"his", "her"} or t.pos == "NOUN" for t in owners)
                definite = (_is_definite(parse, token) and not somebodys) or self._sides(parse, token)
                if state or definite or self._is_of_movement(parse, token):
                    yield _group(parse, token, state)
            elif self._is_armed_group(parse, token) and (
                state := state_of(parse, token, home_at) or self.home(parse, token, seat_at)
            ):
                yield _group(parse, token, state)  # "a Ugandan rebel group", "a terror group based in Chad"
            elif token.tag == "NNS" and token.lemma in self._people and (home := self.home(parse, token, state_at)):
                yield _group(parse, token, home)
            elif (
                token.tag == "NNS" and token.lemma in self._armed_people and (home := self.home(parse, token, state_at))
            ):
                yield _group(parse, token, home)  # "soldiers in Gabon" seize power, not Gabon
            elif token.lemma in self._forces and self._is_of_government(parse, token):
                state = state_of(parse, token, state_at) or self.home(parse, token, state_at)
                yield _word(token, Kind.STATE, Form.NOMINAL, state)
            elif token.lemma in self._forces and (state := state_of(parse, token, state_at)):
                yield _word(token, Kind.STATE, Form.NOMINAL, state)
            elif word in self._sent and _is_taken_up(parse, token, state_at):
                yield _word(token, Kind.STATE, Form.NOMINAL)
            elif word in self._organisation_heads and _is_definite(parse, token):
                first, state = _first_compound(parse, token), state_of(parse, token, state_at)
                yield Nominal(Kind.ORGANISATION, Form.NOMINAL, first, token.index + 1, token.index, state)


def _is_taken_up(parse: Parse, noun: Token, state_at: StateAt) -> bool:
    """ "The delegation", whose sender only the text before tells."""
    article = child(parse, noun.index, "det")
    alone = not children(parse, noun.index, ("compound", "poss", "prep", "acl"))
    return article is not None and article.lower == "the" and alone and state_of(parse, noun, state_at) is None


def _is_part_of_state(parse: Parse, noun: Token) -> bool:
    """ "Nigeria's Plateau state"; not "the Baltic state"."""
    owned = child(parse, noun.index, "poss") is not None
    return owned and noun.lower == "state" and any(t.pos == "PROPN" for t in children(parse, noun.index, ("compound",)))


def _is_of_name(parse: Parse, noun: Token) -> bool:
    owner = child(parse, noun.index, "poss")
    return owner is not None and owner.pos == "PROPN"


def _group(parse: Parse, token: Token, state: str | None) -> Nominal:
    first = _first_modifier(parse, token)
    return Nominal(Kind.ORGANISATION, Form.NOMINAL, first, token.index + 1, token.index, state, unnamed=True)


def state_of(parse: Parse, noun: Token, state_at: StateAt, links: tuple[str, ...] = ("of", "from")) -> str | None:
    """The state that a noun phrase belongs to: by adjective, compound, possessive or "of"."""
    for modifier in children(parse, noun.index, ("amod", "compound", "poss", "nmod", "nummod")):
        if state := state_at(modifier.index):
            return state
        if modifier.dep in {"poss", "compound", "amod", "nummod"}:  # "a Pakistani F-16 jet"
            for inner in children(parse, modifier.index, ("amod", "compound", "poss", "conj", "nmod")):
                if state := state_at(inner.index):
                    return state
    for preposition, obj in prepositions(parse, noun.index):
        if preposition.lower in links and (state := state_at(obj.index)):
            return state
    return None


def _first_modifier(parse: Parse, noun: Token) -> int:
    """Where "Afghan rebels" begins: its adjectives and compounds right before it; not the end of "Saudi-backed"."""
    first = noun.index
    for before in (parse.tokens[i] for i in range(noun.index - 1, -1, -1)):
        hyphened = before.tag == "VBN" and before.index > 0 and parse.tokens[before.index - 1].text == "-"
        if hyphened or before.dep not in {"amod", "compound"} or before.head not in range(first, noun.index + 1):
            break
        first = before.index
    return first


def _first_compound(parse: Parse, noun: Token) -> int:
    """Where "border guard service" begins: its common nouns right before it."""
    first = noun.index
    while first > 0 and parse.tokens[first - 1].dep == "compound" and parse.tokens[first - 1].text.islower():
        first -= 1
    return first


def _word(token: Token, kind: Kind, form: Form, state: str | None = None) -> Nominal:
    return Nominal(kind, form, token.index, token.index + 1, token.index, state)


def _is_called_by_name(parse: Parse, noun: Token) -> bool:
    """ "The Castro administration", "President Ana Reyes's administration"."""
    beside = children(parse, noun.index, ("compound", "nmod", "poss"))
    return noun.tag == "NN" and any(t.tag == "NNP" for t in beside)


def _is_definite(parse: Parse, token: Token) -> bool:
    article = child(parse, token.index, "det", "poss", "nummod", "predet", "preconj")
    if article is None and token.dep == "conj" and token.tag == "NNS":
        return _is_definite(parse, parse.tokens[token.head])  # "the army and rebels"
    return article is not None and (article.lower in _DEFINITE or article.dep == "poss")
