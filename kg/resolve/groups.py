"""Plurals that stand for the parties of what the article has told before: "the two sides", "both ministers"."""

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from kg.extract.times import NUMBERS
from kg.knowledge import Knowledge
from kg.language import Form, Kind, Mention, Token
from kg.language.syntax import ancestors, children, conjuncts, descendants, prepositions
from kg.resolve.coreference import Coreference
from kg.resolve.named_persons import are_any, holders_named, holders_of, is_pair_with, named_by, two_leaders_named
from kg.resolve.states_together import are_of_part, others_than, states_of_part
from kg.resolve.those_addressed import those_addressed

_LEAST_PARTIES = 2
_FURTHEST = {Form.PRONOUN: 2, Form.NOMINAL: 6}
"""How many sentences back "they" and "the two sides" may find the event whose parties they are."""
_PERSONAL = {"his", "her"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_STATES = {"countries", "nations", "states", "governments", "neighbours", "neighbors"}
_PERSONS = {"leaders", "officials", "rivals", "foes", "men", "women", "diplomats", "generals", "commanders"}
_MEN = {"men", "women"}
_OFFICES = {"ministers": "minister", "presidents": "president"}
MEETINGS = {"meeting", "negotiation", "call"}
_UNSHARED = {"visit", "appointment", "departure", "award", "election", "support", "trial"}
"""Types of events that make no sides: who visits a state is not one of "the two sides" with it."""


class Groups:
    """The parties of the events of one document, noted in text order.

    ``acts_for`` gives the states and organisations that a person or organisation acts for, ``crowds`` are nouns of people
    whom news does not name: "protesters", "soldiers".
    """

    def __init__(
        self,
        coreference: Coreference,
        acts_for: Mapping[int, frozenset[int]],
        crowds: frozenset[str],
        knowledge: Knowledge,
    ) -> None:
        self._coreference = coreference
        self._acts_for = acts_for
        self._crowds = crowds
        self._knowledge = knowledge
        self._fights = {"attack", "conflict", "negotiation", "coercion"}
        self._noted: list[tuple[int, str, list[int]]] = []

    def note(self, sentence: int, kind: str, sides: list[int]) -> None:
        if len(set(sides)) >= _LEAST_PARTIES:
            self._noted.append((sentence, kind, sides))

    def members(self, mention: Mention, sentence: int) -> list[int]:
        """The entities that a plural stands for; none where no event near before has such parties."""
        if mention.is_first_person:
            return []
        if mention.counted is not None:
            return self._so_many(mention, sentence, mention.counted)
        around = (partial(those_addressed, self._coreference), self._subjects_around, self._subjects_before)
        for told in around if mention.form is Form.PRONOUN else ():
            if (found := told(mention)) is not None:
                return found
        word = self._coreference.document.parse.tokens[mention.head].lower
        if states := self._knowledge.groups.namesakes.get(word, ()):
            return [e for iso in states if (e := self._coreference.state_entity(iso)) is not None]
        if (
            word in _OFFICES
            and not self._are_of_others(mention)
            and (named := holders_named(self._coreference, mention, self._before(sentence), _OFFICES[word]))
        ):
            return named
        nobody = self._are_of_others(mention) or self._are_told_apart(mention) or self._are_unnamed(mention)
        if nobody or (word in _PERSONS - {"leaders"} and are_any(self._coreference, mention)):
            return []
        beside = self._named_below(mention)
        near = [noted for noted in reversed(self._noted) if sentence - noted[0] <= _FURTHEST[mention.form]]
        near = [noted for noted in near if not beside & set(noted[2])]
        beside_it = children(self._coreference.document.parse, mention.head, ("amod",))
        if any(
            t.lower in self._knowledge.groups.at_war for t in beside_it
        ):  # "the warring sides" have fought or talked
            near = [noted for noted in near if noted[1] in self._fights]
        apart, shared = (
            [sides for _, kind, sides in near if (kind in _UNSHARED) is is_apart] for is_apart in (True, False)
        )
        if word in _STATES:
            found = states_of_part(self._coreference, mention, self._knowledge, _STATES)
            found = found or self._between(mention, sentence) or self._joined_before(mention, sentence)
            found = found or self._first_states(shared) or self._two_states() or self._first_states(apart)
            found = others_than(self._coreference, beside) if beside & set(found) or not found else found
            fits = self._is_so_many(mention, len(found)) and are_of_part(
                self._coreference, mention, self._knowledge, found
            )
            return found if fits else []
        shared = self._without_actor(shared or apart, mention)
        if word in _OFFICES:
            held = self._in_office(shared, _OFFICES[word])
            return held if self._is_so_many(mention, len(held)) else []
        if not shared:
            return two_leaders_named(self._coreference, mention, self._before(sentence)) if word == "leaders" else []
        if word in _PERSONS:
            persons = self._two_of([p for p in shared[0] if self._kind(p) is Kind.PERSON], mention)
            alone = word == "leaders" and len(persons) < _LEAST_PARTIES
            named = two_leaders_named(self._coreference, mention, self._before(sentence)) if alone else []
            return named or persons or shared[0]
        if (number := self._number(mention)) > _LEAST_PARTIES:
            return next((sides for sides in shared if len(set(sides)) == number), [])
        found = self._two_of(shared[0], mention)
        if number and len(found) > number:
            return two_leaders_named(self._coreference, mention, self._before(sentence))
        one = len(self._states(found)) == 1 and all(self._kind(p) is Kind.PERSON for p in found)
        pair = self._two_states() if word == "sides" and one else []
        return pair if len(pair) == _LEAST_PARTIES else found  # though a mediator has met two of one side

    def _before(self, sentence: int) -> range:
        """The sentences in which those may be named whom a plural stands for, the nearest first."""
        return range(sentence - 1, max(-1, sentence - _FURTHEST[Form.NOMINAL] - 1), -1)

    def _so_many(self, mention: Mention, sentence: int, count: int) -> list[int]:
        """ "The two", "the pair": the last so many told of together."""
        near = (sides for told, _, sides in reversed(self._noted) if sentence - told <= _FURTHEST[Form.PRONOUN])
        found = (self._subjects_around(mention), self._subjects_before(mention), *near)
        return next((each for each in found if each is not None and len(set(each)) == count), [])

    def with_speaker(self, speaker: int, sentence: int) -> list[int]:
        """Who "we" are that have agreed: the parties of a meeting told right before, where the speaker, or the state that
        is spoken for, is one; nobody where there is none."""
        for told, kind, sides in reversed(self._noted):
            one = any(speaker in {s, *self._acts_for.get(s, ())} for s in sides)
            if sentence - told <= _FURTHEST[Form.PRONOUN] and kind in MEETINGS and one:
                return sides
        return []

    def _named_below(self, mention: Mention) -> set[int]:
        """Of "both countries massed troops on the border with Chad" Chad, which is neither of them; of "they accused Chad"."""
        document = self._coreference.document
        parse, subject = document.parse, document.parse.tokens[mention.head]
        if subject.dep != "nsubj":
            return set()
        objects = [t.index for t in children(parse, subject.head, ("dobj",))]
        below = [*objects, *(t.index for t in children(parse, subject.head, ("prep",)) if t.index > subject.head)]
        inside = objects if mention.form is Form.PRONOUN else [i for b in below for i in descendants(parse, b)]
        named = {document.mention_at[i] for i in inside}
        named = {at for at in named if at >= 0 and document.mentions[at].form in {Form.NAME, Form.METONYM}}
        return {entity for at in named if (entity := self._coreference.entity(at)) is not None}

    def _without_actor(self, told: list[list[int]], mention: Mention) -> list[list[int]]:
        """ "The US urged both sides": none of which acts for the US."""
        parse = self._coreference.document.parse
        token = parse.tokens[mention.head]
        verb = next((t for t in ancestors(parse, token.index) if t.pos == "VERB"), None)
        if verb is None or token.dep not in {"dobj", "pobj", "dative"}:
            return told
        above = verb.head if verb.dep in {"advcl", "xcomp"} else verb.index  # "…, while accusing them"
        subjects = (t for i in (verb.index, above) for t in children(parse, i, ("nsubj",)) if t.index < token.index)
        actors = {self._coreference.entity(self._coreference.document.mention_at[t.index]) for t in subjects}
        others = ([s for s in sides if not actors & {s, *self._acts_for.get(s, ())}] for sides in told)
        return [sides for sides in others if len(sides) >= _LEAST_PARTIES]

    def _number(self, mention: Mention) -> int:
        """Of "the three sides" 3; 0 where no number is told."""
        parse = self._coreference.document.parse
        said = [t.lower for t in parse.children[mention.head] if t.dep == "nummod"]
        return next((int(n) if n.isdecimal() else NUMBERS.get(n, 0) for n in said), 0)

    def _is_so_many(self, mention: Mention, count: int) -> bool:
        """Whether "the nine countries" may be so many."""
        return self._number(mention) in {0, count}

    def _are_of_others(self, mention: Mention) -> bool:
        """ "Representatives of the mediators", who are not "the representatives" of the sides."""
        document = self._coreference.document
        if any(t.lower in self._knowledge.groups.apart for t in children(document.parse, mention.head, ("amod",))):
            return True  # "regional leaders"
        owner = None if mention.title is None else document.titles[mention.title].owner
        if owner is not None and any(m.kind is Kind.PLACE and m.first <= owner < m.last for m in document.mentions):
            return True  # "Beijing ministers"
        if any(t.lower in _PERSONAL for t in children(document.parse, mention.head, ("poss",))):
            return True  # "his ministers"
        of_whom = (o for p, o in prepositions(document.parse, mention.head) if p.lower == "of")
        if any(
            (o.tag in {"NN", "NNP"} and document.mention_at[o.index] != mention.index)
            or any(t.lower not in {"two", "both"} for t in children(document.parse, o.index, ("nummod",)))
            for o in of_whom
        ):
            return True  # "the leaders of that government", "of all 54 countries"
        own = {-1, mention.index}  # no party's name, so nobody told of
        if any(
            document.mention_at[o.index] >= 0 for p, o in prepositions(document.parse, mention.head) if p.lower == "in"
        ):
            return True  # "leaders in Mali"
        return owner is not None and document.parse.tokens[owner].dep == "pobj" and document.mention_at[owner] in own

    def _are_told_apart(self, mention: Mention) -> bool:
        """ "The officials who signed it", "the judges": said to be others than the parties told of before."""
        parse = self._coreference.document.parse
        noun = parse.tokens[mention.head]
        clauses = children(parse, noun.index, ("relcl",)) if mention.form is Form.NOMINAL else []
        if any(all(t.text != "," for t in parse.tokens[noun.index : t.index]) for t in clauses):
            return True
        beside = {t.lower for t in parse.tokens[mention.first : noun.index]}
        both = self._knowledge.groups.both
        return mention.title is not None and noun.lower not in both and not beside & {"two", "both"}

    def _are_unnamed(self, mention: Mention) -> bool:
        """ "Two businessmen were held. The leaders met to free the two men. They were …": who was told of by no name, not
        the leaders."""
        parse = self._coreference.document.parse
        tokens = parse.tokens
        if mention.form is Form.PRONOUN:
            first = parse.sentences[max(0, tokens[mention.head].sentence - 1)].first
            return any(self._is_pair_of_men(t) and self._was_told_unnamed(t) for t in tokens[first : mention.first])
        return self._is_pair_of_men(tokens[mention.head]) and self._was_told_unnamed(tokens[mention.head])

    def _is_pair_of_men(self, noun: Token) -> bool:
        """ "The (two) men"."""
        parse = self._coreference.document.parse
        beside = {t.lower for t in children(parse, noun.index, ("det", "nummod"))}
        return (
            noun.lower in _MEN
            and "the" in beside <= {"the", "two"}
            and not children(parse, noun.index, ("relcl", "acl"))
        )

    def _was_told_unnamed(self, pair: Token) -> bool:
        """Whether "two businessmen" stands before "the two men", and no names beside it."""
        parse, words = self._coreference.document.parse, self._knowledge.groups
        people = [t for t in parse.tokens[: pair.index] if t.tag == "NNS" and t.lemma in words.people_animate]
        people = [t for t in people if t.lower in _MEN or t.lower not in words.both]
        people = [t for t in people if not children(parse, t.index, ("appos",))]
        return any(n.lower == "two" for t in people for n in children(parse, t.index, ("nummod",)))

    def _joined_before(self, mention: Mention, sentence: int) -> list[int]:
        """Of "Finland and Sweden applied to join it as Russia fought Ukraine. Turkey accuses both states of …" Finland and
        Sweden, the two joined states of which the nearest sentence before tells something."""
        document = self._coreference.document
        parse = document.parse
        for number in range(sentence - 1, max(-1, sentence - _FURTHEST[Form.PRONOUN] - 1), -1):
            states = [m for m in self._states_named(number) if m.form is Form.NAME]
            for one, other in pairwise(states):
                joined = [t.lower for t in parse.tokens[one.last : other.first]] == ["and"]
                listed = parse.tokens[one.first - 1].text == "," and document.mention_at[one.first - 2] >= 0
                if joined and not listed and parse.tokens[other.last].tag in _FINITE:
                    return [e for m in (one, other) if (e := self._coreference.entity(m.index)) is not None]
            if self._first_states([sides for told, _, sides in self._noted if told == number]):
                return []
        return []

    def _states_named(self, sentence: int) -> list[Mention]:
        document = self._coreference.document
        states = (m for m in document.mentions if m.kind is Kind.STATE)
        return [m for m in states if document.parse.tokens[m.head].sentence == sentence]

    def _first_states(self, told: list[list[int]]) -> list[int]:
        states = (self._states(sides) for sides in told)
        return next((found for found in states if len(found) >= _LEAST_PARTIES), [])

    def _between(self, mention: Mention, sentence: int) -> list[int]:
        """ "Relations between Belize and Guatemala. They urged both countries …": a pair told right before."""
        document = self._coreference.document
        parse = document.parse
        first = parse.sentences[max(0, sentence - 1)].first
        for link in reversed(parse.tokens[first : mention.first]):
            if link.lower == "between" and link.pos == "ADP":
                joined = [i for t in children(parse, link.index, ("pobj",)) for i in conjuncts(parse, t.index)]
                named = [document.mentions[at] for i in joined if (at := document.mention_at[i]) >= 0]
                states = [m for m in named if m.kind is Kind.STATE and m.form is Form.NAME]
                found = [e for m in states if (e := self._coreference.entity(m.index)) is not None]
                return found if len(set(found)) == _LEAST_PARTIES else []
        return []

    def _two_states(self) -> list[int]:
        """The two states that the article is about, where it is about two."""
        states = [self._coreference.state_entity(iso) for iso in self._coreference.focus.pair()]
        return [state for state in states if state is not None]

    def _in_office(self, shared: list[list[int]], office: str) -> list[int]:
        """Who has the office; "the two ministers" are also two who may be called so, like a secretary and whoever is his
        counterpart, but no presidents; else their states, whose ministers are meant."""
        persons = [[p for p in sides if self._kind(p) is Kind.PERSON] for sides in shared]
        holders = (holders_of(self._coreference, each, office) for each in persons)
        found = next((own for own in holders if len(own) >= _LEAST_PARTIES), None)
        found = found or next((e for e in persons if is_pair_with(self._coreference, e, office)), None)
        if found is None and office == "minister":
            found = next(
                (e for e in persons if len(e) == _LEAST_PARTIES and not any(map(self._coreference.is_leader, e))), None
            )
        return found if found is not None else self._states(shared[0]) if shared else []

    def _two_of(self, persons: list[int], mention: Mention) -> list[int]:
        """Of three, of whom one acts for no state, "the two leaders" are the others: no mediator is one of them."""
        parse = self._coreference.document.parse
        inside = {parse.tokens[i].lower for i in descendants(parse, mention.head)}
        acting = [p for p in persons if any(self._kind(s) is Kind.STATE for s in (p, *self._acts_for.get(p, ())))]
        return acting if inside & {"two", "both"} and len(acting) == _LEAST_PARTIES else persons

    def _subjects_around(self, mention: Mention) -> list[int] | None:
        """Whom "they" and "their" stand for by the clauses around them: "Ali and Jan visited Rome on their trip"; none
        where a plural that names nobody is nearer: "asked all heads of state whether they agreed"."""
        document = self._coreference.document
        parse, own = document.parse, document.parse.tokens[mention.head]
        if own.dep == "poss" and own.index > 1 and parse.tokens[own.index - 1].lower == "for":
            before = parse.tokens[own.index - 2]
            if before.tag == "NNS" and document.mention_at[before.index] < 0:
                return []  # "thanked all participants for their work"
        for verb in (t for t in ancestors(parse, own.index) if t.pos in {"VERB", "AUX"}):
            for token in reversed(parse.children[verb.index]):
                if token.index >= own.index or token.dep not in {"nsubj", "nsubjpass", "dobj"}:
                    continue
                known = self._joined(token)
                if len(known) >= _LEAST_PARTIES:
                    return known
                if known and token.dep == "dobj" and own.dep == "poss" and self._kind(known[0]) is Kind.ORGANISATION:
                    return known  # "praised the police for their efforts"
                if token.tag == "NNS" and not known and document.mention_at[token.index] < 0:
                    return []
        return self._persons_before(own)

    def _persons_before(self, pronoun: Token) -> list[int] | None:
        """ "Under the directives of Ali and Jan after their meeting": the persons joined last before, if no plural that
        names nobody is nearer; nobody if people are: "condemned two citizens of Chad for their raid"."""
        document = self._coreference.document
        first = document.parse.sentences[pronoun.sentence].first
        for token in reversed(document.parse.tokens[first : pronoun.index]):
            if token.tag == "NNS" and document.mention_at[token.index] < 0:
                told = {t.lemma for t in document.parse.tokens[first : token.index + 1] if t.tag == "NNS"}
                return [] if pronoun.dep == "poss" and told & self._knowledge.groups.persons else None
            known = self._joined(token) if token.dep == "pobj" else []
            if len(known) >= _LEAST_PARTIES and all(self._kind(e) is Kind.PERSON for e in known):
                return known
        return None

    def _subjects_before(self, mention: Mention) -> list[int] | None:
        """The joined subjects of the sentence before: "Ali and envoys from Chad flew to Rome. They met …", "Their
        envoys met …"; nobody where these are people without a name: "Protesters freed Ali and Jan. They demanded …"."""
        document = self._coreference.document
        parse, own = document.parse, document.parse.tokens[mention.head]
        own = parse.tokens[own.head] if own.dep == "poss" else own
        above = (t for verb in ancestors(parse, own.index) for t in children(parse, verb.index, ("nsubj",)))
        own = next(reversed([t for t in above if t.lower == "they"]), own)  # "they said that they would go"
        if own.dep not in {"nsubj", "nsubjpass"} or parse.tokens[own.head].dep != "ROOT" or not own.sentence:
            return None
        before = parse.sentences[own.sentence - 1]
        subjects = [t for t in parse.tokens[before.first : before.last] if t.dep == "nsubj"]
        main = next((t for t in subjects if parse.tokens[t.head].dep == "ROOT"), None)
        if main is not None and before.paragraph == parse.sentences[own.sentence].paragraph:
            at = document.mention_at[main.index]
            if main.lower in self._knowledge.groups.both and at >= 0 and document.mentions[at].kind is Kind.GROUP:
                return self.members(document.mentions[at], before.index)  # "Both sides armed. They accused …"
            known = self._joined(main)
            if own.dep != "nsubj":  # "Ali and Jan fled. They were arrested"
                persons = len(known) >= _LEAST_PARTIES and all(self._kind(e) is Kind.PERSON for e in known)
                return known if persons else None
            known += [e for e in self._company(main) if e not in known]
            armed = main.tag == "NNS" and main.lemma in self._knowledge.groups.forces
            if len(known) >= _LEAST_PARTIES or (known and armed):
                return known  # "Fighters from the Front attacked. They accuse …"
            if main.lemma in self._crowds and document.title_at[main.index] < 0:
                return [entity for entity in known if self._kind(entity) in {Kind.ORGANISATION, Kind.GROUP}]
        if own.dep != "nsubj":
            return None
        # "The minister is in Rome as Chad and Niger have blockaded Mali. They demand …"
        others = [known for t in subjects if t is not main and len(known := self._joined(t)) >= _LEAST_PARTIES]
        alone = main is not None and main.tag in {"NN", "NNP"} and len(conjuncts(parse, main.index)) == 1
        return others[0] if alone and len(others) == 1 else None

    def _company(self, subject: Token) -> list[int]:
        """With whom somebody comes: "Ali arrived with his wife, Ana"."""
        document = self._coreference.document
        if self._coreference.entity(document.mention_at[subject.index]) is None:
            return []
        beside = [o.index for p, o in prepositions(document.parse, subject.head) if p.lower == "with"]
        beside += [t.index for i in beside for t in children(document.parse, i, ("appos",))]
        mentions = (document.mentions[at] for i in beside if (at := document.mention_at[i]) >= 0)
        found = [self._coreference.entity(m.index) for m in mentions if m.kind is Kind.PERSON]
        return [entity for entity in found if entity is not None]

    def _joined(self, subject: Token) -> list[int]:
        """The entities that a subject joins, or whose leaders it is: "leaders of Mali and Niger"."""
        document = self._coreference.document
        joined = conjuncts(document.parse, subject.index)
        title = document.title_at[subject.index]
        owner = document.titles[title].owner if title >= 0 and document.titles[title].plural else None
        if len(joined) == 1 and owner is not None:
            joined = conjuncts(document.parse, owner)
        found = [self._coreference.entity(named_by(document, i)) for i in joined]
        return list(dict.fromkeys(entity for entity in found if entity is not None))

    def _states(self, parties: list[int]) -> list[int]:
        """The states among parties, or those that their persons act for: ministers met, their countries had clashed."""
        everyone = [*parties, *(behind for p in parties for behind in sorted(self._acts_for.get(p, ())))]
        states = [p for p in everyone if self._kind(p) is Kind.STATE]
        told = [p for p in parties if p in states]
        return told or list(dict.fromkeys(states))

    def _kind(self, entity: int) -> Kind:
        return self._coreference.members(entity)[0].kind
