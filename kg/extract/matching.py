"""Where a frame fits: the words that trigger it, the syntax that fills its parts, the conditions that it sets."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kg.extract.arguments import Arguments
from kg.extract.attacks import Attacks
from kg.extract.beside import given_in
from kg.extract.clauses import is_done_by_somebody, is_impersonal, is_named_after, is_no_protest, is_topic
from kg.extract.complements import Complements
from kg.extract.concerned import Concerned
from kg.extract.conditions import Candidate, Conditions
from kg.extract.conflicts import conflict_label
from kg.extract.event_places import EventPlaces, is_locative
from kg.extract.frame_words import FrameWords, ObjectNouns
from kg.extract.frames import FrameIndex, Indexed, Rank
from kg.extract.match import PARTIES, Match, Parties, distinct
from kg.extract.noun_parties import NounParties
from kg.extract.object_owners import ObjectOwners
from kg.extract.stays import is_stay
from kg.knowledge import Knowledge
from kg.knowledge.frame_schema import Frame
from kg.language import Form, Kind, Mention, Token
from kg.language.syntax import child, children, conjuncts, is_absolute, prepositions

_AT = {"in", "on", "at", "into", "near", "against"}
_AT_EDGES = {"mobilisation", "coercion"}
_EDGES = {"border", "frontier", "line"}
_ANY = {"all", "any", "every", "each"}
_GATHERINGS = {"meeting", "negotiation"}
_DONE_TO_PLACES = {"attack", "coercion"}
_JOURNEYS = {"visit"}
_NOBODY = {"i", "we", "you", "this", "that", "there", "one", "nobody", "nothing", "what"}
"""Subjects that name no party: "this", a writer's "I"; the "I" of a quotation is who speaks there."""
_MONTHS = {"March", "May"}
_DEEDS = {"attack", "coercion"}
"""Types of what has been done where it is told by whom, whatever one says about it."""


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb with the head tokens of its logical subjects and objects."""

    token: Token
    subjects: tuple[int, ...]
    objects: tuple[int, ...]


class FrameMatcher:
    """Matches the frames in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge, frames: FrameIndex) -> None:
        self._parse = arguments.parse
        self._frames = frames
        self._arguments = arguments
        self._conditions = Conditions(arguments, knowledge)
        self._places = EventPlaces(arguments, knowledge)
        self._attacks = Attacks(arguments, self._places, knowledge)
        self._complements = Complements(arguments)
        self._words = FrameWords(arguments, self._complements, knowledge)
        self._concerned = Concerned(arguments, self._complements, knowledge)
        self._noun_parties = NounParties(arguments, knowledge)
        self._people = knowledge.groups.people
        self._object_owners = ObjectOwners(arguments, knowledge)
        self._helps = knowledge.groups.helps
        self._envoys = set(knowledge.titles.exclusive["envoy"])
        self._posted = {*knowledge.groups.missions, *self._envoys}
        self._alone = knowledge.groups.persons | knowledge.groups.kin
        self._fates = knowledge.groups.fates
        self._sent, self._aid = knowledge.groups.sent, frozenset(knowledge.frames.words["aid"])
        self._passed_on = knowledge.groups.passed_on
        self._say = knowledge.speech.say
        self._hearing = tuple(knowledge.groups.hearing)
        self._conveying = knowledge.groups.conveying_verbs

    def best(self, token: Token) -> Match | None:
        """The frame of the lowest rank that fits at a token."""
        ranked: list[tuple[Rank, Match]] = []
        told = token.pos == "VERB" or is_stay(self._parse, token)
        if told and token.dep not in {"aux", "auxpass", "amod", "compound"}:
            ranked += islice(self._as_verb(token), 1)
        if self._may_be_noun(token):
            ranked += islice(self._as_noun(token), 1)
        elif token.pos == "ADJ":
            ranked += islice(self._as_adjective(token), 1)
        return min(ranked, key=lambda found: found[0])[1] if ranked else None

    def _as_verb(self, token: Token) -> Iterator[tuple[Rank, Match]]:
        """What fits at the token as a verb, in the order of ranks, that with its particle first: "summoned back"."""
        frames = sorted(self._frames.verbs(self._parse, token), key=_verb_rank)
        if not frames or is_impersonal(self._parse, token):
            return
        verb = _Verb(token, tuple(self._arguments.subjects(token.index)), tuple(self._arguments.objects(token.index)))
        if self._is_nobodys(verb):
            return
        nouns = {lemma: self._words.object_nouns(token, lemma, verb.objects) for lemma, _ in frames}
        for lemma, indexed in frames:
            if match := self._match_verb(verb, lemma, nouns[lemma], indexed):
                yield indexed.rank, match

    def _as_noun(self, token: Token) -> Iterator[tuple[Rank, Match]]:
        frames = sorted(self._frames.nouns(self._parse, token), key=lambda indexed: indexed.noun_rank)
        if not frames:
            return
        mention = self._arguments.mention(token.index)
        if mention is not None and mention.form in {Form.NAME, Form.METONYM}:
            return
        topic = is_topic(self._parse, token)
        deed = topic and is_done_by_somebody(self._parse, token)
        for indexed in frames:
            if topic and not (deed and indexed.frame.type in _DEEDS):
                continue
            if match := self._match_noun(token, indexed):
                yield indexed.noun_rank, match

    def _as_adjective(self, token: Token) -> Iterator[tuple[Rank, Match]]:
        for indexed in sorted(self._frames.adjectives(token), key=lambda indexed: indexed.noun_rank):
            if match := self._match_adjective(token, indexed):
                yield indexed.noun_rank, match

    def _may_be_noun(self, token: Token) -> bool:
        """A noun that is no part of a compound, or a gerund in the place of one ("fighting between …"), unless it has an
        object ("meeting our commitments")."""
        if token.pos in {"NOUN", "PROPN"}:
            return token.dep not in {"compound", "nmod"} and token.text not in _MONTHS
        in_place = token.dep in {"nsubj", "nsubjpass", "csubj", "dobj", "pobj", "pcomp"}
        return token.tag == "VBG" and in_place and child(self._parse, token.index, "dobj") is None

    # ---- verbs

    def _is_nobodys(self, verb: _Verb) -> bool:
        unknown = (i for i in verb.subjects if self._arguments.mention(i) is None)
        done_by = any(self._parse.tokens[i].lower in _NOBODY for i in unknown)
        return done_by or any(self._parse.tokens[i].lower == "nobody" for i in verb.objects)

    def _match_verb(self, verb: _Verb, lemma: str, nouns: ObjectNouns, indexed: Indexed) -> Match | None:
        frame = indexed.frame
        token, subjects, objects = verb.token, verb.subjects, verb.objects
        if not self._words.objects_fit(nouns, lemma, indexed):
            return None
        if not self._words.clause_fits(token, lemma, objects, indexed):
            return None
        if not self._words.subjects_fit(subjects, frame):
            return None
        place = None
        if frame.object == "place":
            place = next((p for i in objects if (p := self._arguments.place(i))), None)
            if place is None:
                return None
        if frame.subject == "place":  # "Goma fell to the rebels"
            place = next((p for i in subjects if (p := self._arguments.place(i))), None)
            if place is None:
                return None
        part = frame.verb_parts.get(lemma, frame.subject)
        owners = self._object_owners.spoken_for(objects, indexed) if lemma in self._conveying else []
        acting = (p for i in subjects for p in self._arguments.parties(i) if not self._acts_alone(i))
        drawn = token.dep == "advcl" and token.tag == "VBG" and part == "target" != frame.subject
        parties: Parties = [(m, part) for m in (owners or acting) if not drawn]  # "trained troops, drawing protests"
        parties += self._object_parties(objects, indexed, not subjects) + self._visited(objects, frame)
        behind = objects or " " in lemma  # "held several hours of talks with …", "engaged in talks with …"
        named = [*objects, *(n.index for n in nouns.tokens), *given_in(self._parse, (token.index, *objects), self._aid)]
        named = named if behind else []
        anchors = [token.index, *(dict.fromkeys(named) if indexed.objects or frame.object == "none" else ())]
        joined = [] if objects else self._joined_behind(token)
        anchors += joined
        more, found_place = self._from_prepositions(anchors, indexed)
        parties += more
        parties += self._concerned.parties(token, frame, objects, parties)
        if frame.type == "accusation":
            parties = [(m, part) for m, part in parties if part == "actor" or not self._is_hearing(m)]
        town = self._places.town(objects) if frame.type in _DONE_TO_PLACES else None
        place = place or town or found_place  # "attacked Gulu in Uganda"
        if frame.type == "attack":
            parties += self._attacks.by_whom(token, subjects) + self._attacks.owners(() if indexed.objects else objects)
            place = place or self._attacks.place_of_blow(subjects) or self._attacks.place(anchors)
        parties += self._attacks.at_mission(token, frame)
        candidate = Candidate(token.index, True, subjects, objects, distinct(parties), place)
        if not self._conditions.hold(frame.require, candidate) or not self._enough(candidate, indexed):
            return None
        consumed = frozenset(n.index for n in nouns.tokens) if indexed.objects else frozenset()
        consumed |= {*joined} if frame.type == "meeting" else set()
        if frame.type == "attack":
            consumed |= {t.index for t in (*self._attacks.fired(subjects), *self._attacks.fought(token))}
        return Match(indexed, candidate, consumed)

    def _acts_alone(self, subject: int) -> bool:
        """ "A Yemeni man", "Australian families": what they do their state does not; "the two men" are told before."""
        mention = self._arguments.mention(subject)
        told = mention is not None and (mention.form is Form.NAME or mention.unnamed or mention.kind is Kind.GROUP)
        return not told and self._parse.tokens[subject].lemma in self._alone

    def _visited(self, objects: tuple[int, ...], frame: Frame) -> Parties:
        """ "Visited Chad and Niger (and the UN headquarters)": a state is whom one visits, as well as where."""
        sites = frame.type == "visit" and (frame.object == "place" or frame.objects)
        found = (self._arguments.place(i) for i in objects if sites)
        return [(place, "target") for place in found if place is not None and place.kind is Kind.STATE]

    def _joined_behind(self, verb: Token) -> list[int]:
        """The verb right behind one that has nothing of its own: "will meet and talk with Iran"; "met to discuss it with
        Iran"."""
        purposes = [t.index for t in children(self._parse, verb.index, ("advcl",)) if t.lemma == "discuss"]
        if purposes:
            return purposes
        joined = [t.index for t in children(self._parse, verb.index, ("conj",)) if t.index == verb.index + 2]
        behind = (t for t in children(self._parse, verb.index) if t.index > verb.index)
        alone = all(t.dep in {"cc", "conj", "punct"} for t in behind)
        return joined if alone else []

    def _object_parties(self, objects: tuple[int, ...], indexed: Indexed, by_nobody: bool) -> Parties:
        """Parties among the objects, and those who own or receive a named object."""
        frame = indexed.frame
        named = [i for i in objects if self._words.named(self._parse.tokens[i]) & indexed.objects]
        nouns = [self._parse.tokens[i] for i in named]  # who leads a delegation is what it is received as
        told = [noun for noun in nouns if noun.lemma not in self._sent]
        found: Parties = [party for noun in told for party in self._noun_parties.of_participles(noun)]
        found += [party for i in named for party in self._noun_parties.by_participles(i)]
        if frame.object in PARTIES:
            struck = frame.type in _DONE_TO_PLACES
            return found + [
                (m, str(frame.object))
                for i in objects
                for m in self._arguments.parties(i) or self._noun_parties.nationals(i, frame)
                if not (struck and self._arguments.is_owner(m))
                and (m.head == i or not (self._is_where_held(m, frame) or self._is_passed_on(i, m, frame)))
                and (m.head == i or not self._is_own_country(m))
            ]
        if not indexed.objects:
            return []
        given = all(self._parse.tokens[i].dep not in {"nsubjpass", "conj"} for i in named)
        received = [i for i in objects if given and i not in named]  # "was awarded the medal"
        found += [(m, "target") for i in received for m in self._arguments.parties(i, deep=False)]
        owners = ((i, m) for i in named for m in self._object_owners.of(i))
        giving = by_nobody and frame.type in {"sanction", "coercion"}
        return found + [
            (m, "actor" if giving and self._object_owners.gives(m, i) else str(frame.object_owner))
            for i, m in owners
            if not self._is_passed_on(i, m, frame)
        ]

    def _is_own_country(self, mention: Mention) -> bool:
        """ "Closed her country's borders with Chad": nothing that she does to her country."""
        owned = any(t.tag == "PRP$" for t in children(self._parse, mention.head, ("poss",)))
        return owned and mention.kind is Kind.STATE and mention.form is Form.NOMINAL

    def _is_passed_on(self, noun: int, whose: Mention, frame: Frame) -> bool:
        """ "Demanded Ali Demir's release", which is not his to do."""
        asked = frame.type == "demand" and self._parse.tokens[noun].lemma in self._passed_on
        return asked and whose.kind is Kind.PERSON

    def _is_where_held(self, mention: Mention, frame: Frame) -> bool:
        """ "Attended the Cairns meeting", "the Vanuatu summit": the place, or what it is about."""
        token = self._parse.tokens[mention.head]
        named = mention.form is Form.NAME and mention.kind in {Kind.STATE, Kind.PERSON}
        alone = token.dep == "compound" and len(conjuncts(self._parse, token.index)) == 1
        return frame.type in _GATHERINGS and named and alone

    # ---- nouns and adjectives

    def _match_noun(self, token: Token, indexed: Indexed) -> Match | None:
        frame = indexed.frame
        if frame.type == "visit" and is_named_after(self._parse, token):
            return None
        if frame.type == "protest" and is_no_protest(self._parse, token, self._say):
            return None
        if frame.type in _GATHERINGS and any(t.lower in _ANY for t in children(self._parse, token.index, ("det",))):
            return None  # "was barred from all meetings"
        if frame.type == "concession" and token.dep == "compound":
            return None  # "ceasefire talks", "a withdrawal plan"
        modifiers = children(self._parse, token.index, ("compound", "amod", "nmod"))
        whose = children(self._parse, token.index, ("poss",))  # "the Leaders' Retreat"
        if any(m.lower in frame.not_compounds or m.lemma in frame.not_compounds for m in (*modifiers, *whose)):
            return None
        if self._words.has_barred_phrase(token, frame) or not self._words.has_words(token, frame):
            return None
        if not self._words.is_of(token, indexed):
            return None
        parties: Parties = self._noun_parties.beside(token, frame, modifiers)
        of_whom = (obj for prep, obj in prepositions(self._parse, token.index) if prep.lower == "of")
        nouns = [obj.index for obj in of_whom if obj.pos == "NOUN" and obj.lemma not in self._alone]
        # not "the arrest of a son of Ali Demir"
        anchors = [token.index, *nouns, *self._noun_parties.carried_out(token)]
        more, place = self._from_prepositions(anchors, indexed)
        if frame.parts.get("to") == "place" and place is None:  # "a visit by the president to Peru"
            visitors = [obj.index for prep, obj in prepositions(self._parse, token.index) if prep.lower == "by"]
            visited, place = self._from_prepositions(visitors, indexed)
            more += [(m, part) for m, part in visited if part == "target"]
        parties += more + self._noun_parties.of_participles(token) + self._noun_parties.between_at_verb(token, frame)
        parties += self._noun_parties.leading(token, frame)
        if frame.type == "attack":
            attackers = [obj.index for prep, obj in prepositions(self._parse, token.index) if prep.lower == "by"]
            more, found = self._from_prepositions(attackers, indexed)  # "the attack by the rebels on Goma"
            parties += self._attacks.hit(more) + self._attacks.claimed_by(token)
            place = place or found or self._attacks.place(anchors)
        parties += self._attacks.at_mission(token, frame)
        parties += self._noun_parties.in_passing(token, frame, parties)
        parties += self._noun_parties.announced_by(token, parties)
        parties += self._concerned.below_noun(token, frame, parties)
        if frame.type == "visit":  # "postponed their Goma visit"
            named = (self._arguments.mention(t.index) for t in modifiers)
            place = place or next((m for m in named if m is not None and m.kind is Kind.PLACE), None)
        place = place or self._places.below(token.index)
        place = place or self._places.of_coming_about(token)
        candidate = Candidate(
            token.index, False, tuple(self._noun_parties.subjects(token)), (), distinct(parties), place
        )
        if not self._conditions.hold(frame.require, candidate) or not self._enough(candidate, indexed):
            return None
        return Match(indexed, candidate, frozenset())

    def _match_adjective(self, token: Token, indexed: Indexed) -> Match | None:
        verb = self._parse.tokens[token.head]
        told = indexed.frame.parts or children(self._parse, token.index, ("xcomp", "ccomp"))
        if token.dep not in {"acomp", "conj"} or verb.pos not in {"AUX", "VERB"} or not told:
            return None
        if not self._complements.fits(token, token.lemma, indexed.frame):
            return None
        subjects = tuple(self._arguments.subjects(verb.index))
        parties: Parties = [(m, indexed.frame.subject) for i in subjects for m in self._arguments.parties(i)]
        more, place = self._from_prepositions([token.index], indexed)  # "is due in Paris"
        parties += more
        parties += self._concerned.parties(token, indexed.frame, (), parties)
        candidate = Candidate(token.index, True, subjects, (), distinct(parties), place)
        if not self._conditions.hold(indexed.frame.require, candidate) or not self._enough(candidate, indexed):
            return None
        return Match(indexed, candidate, frozenset())

    # ---- shared

    def _from_prepositions(
        self, anchors: list[int], indexed: Indexed
    ) -> tuple[list[tuple[Mention, str]], Mention | None]:
        parties: Parties = []
        place: Mention | None = None
        missions = (indexed.objects | indexed.of) & (self._posted | _JOURNEYS)
        for anchor in anchors:
            # What opens the sentence tells where the story is: "In Brazil, he will return to Peru".
            phrases = sorted(prepositions(self._parse, anchor), key=lambda phrase: phrase[0].index < anchor)
            for preposition, obj in phrases:
                word = preposition.lower
                if self._parse.tokens[preposition.head].lower == "according":
                    continue
                blamed = word == "on" and self._parse.tokens[self._parse.tokens[anchor].head].lemma == "blame"
                if blamed and "blame" not in indexed.frame.verbs:
                    continue  # "blamed the massacre on the army"
                if obj.lemma == "side" and any(o.lemma in _EDGES for _, o in prepositions(self._parse, obj.index)):
                    continue  # "bombed a camp on its side of the border"
                part = indexed.frame.parts.get(word)
                if preposition.dep == "agent" and part is None:
                    continue
                if part is None and self._attacks.is_fired_from(anchor, preposition, obj, indexed.frame):
                    part = "actor"
                if part == "place" or (part is None and is_locative(self._parse, preposition)):
                    place = place or self._places.at(preposition, obj.index)
                if word == "with" and (obj.lemma in self._helps or is_absolute(self._parse, preposition)):
                    continue
                if part in PARTIES and not (indexed.frame.type == "accusation" and obj.lemma in self._fates):
                    across = self._across(obj) if indexed.frame.type in _AT_EDGES else []
                    nouns = across or conjuncts(self._parse, obj.index)
                    mentions = [m for i in nouns for m in self._arguments.parties(i)]
                    if (
                        not mentions
                        and obj.lemma not in self._people
                        and (word in _AT or missions or indexed.frame.type == "aid")
                        and (found := self._arguments.place(obj.index))
                    ):
                        places = [p for i in nouns if (p := self._arguments.place(i)) is not None]
                        mentions = [p for p in places if p.kind is Kind.STATE or (missions and p.state is not None)]
                        place = place or (None if indexed.objects & self._envoys else found)
                    parties += [(m, str(part)) for m in mentions]
                elif part == "place" and place and place.kind is Kind.STATE and indexed.frame.type == "visit":
                    parties.append((place, "target"))
                    joined = (self._arguments.place(i) for i in conjuncts(self._parse, obj.index)[1:])
                    parties += [(m, "target") for m in joined if m is not None and m.kind is Kind.STATE]
        return parties, place

    def _across(self, edge: Token) -> list[int]:
        """ "(Massed tanks along) its border with Syria and Iraq": who is on the other side."""
        if edge.lemma not in _EDGES:
            return []
        beyond = (o.index for link, o in prepositions(self._parse, edge.index) if link.lower == "with")
        return [i for other in beyond for i in conjuncts(self._parse, other)]

    def _is_hearing(self, mention: Mention) -> bool:
        """ "Filed a complaint with the Court of Justice", who is not complained of; "condemned the ruling of the court"."""
        link = self._parse.tokens[self._parse.tokens[mention.head].head]
        body = mention.reference or mention.name
        return body.endswith(self._hearing) and link.pos == "ADP" and link.lower not in {"against", "by", "of"}

    def _enough(self, candidate: Candidate, indexed: Indexed) -> bool:
        named = (
            indexed.frame.type == "conflict"
            and conflict_label(self._arguments, self._parse.tokens[candidate.trigger]) is not None
        )
        return named or len(candidate.parties) >= indexed.frame.least


def _verb_rank(found: tuple[str, Indexed]) -> tuple[bool, bool, Rank]:
    key, indexed = found
    return (indexed.rank[0], " " not in key, indexed.rank)
