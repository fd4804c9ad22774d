"""Has it happened, is it planned, possible or denied: read off the structure around an event
(after Saurí and Pustejovsky 2009, FactBank: factuality by the embedding predicates)."""

from kg.extract import clauses
from kg.extract.arguments import Arguments
from kg.extract.claims import Modality
from kg.extract.cues import effects
from kg.extract.embedding import Embedding
from kg.extract.own_modality import UNREAL, OwnModality
from kg.extract.presuppositions import Presuppositions
from kg.knowledge import Knowledge
from kg.language import Token
from kg.language.syntax import ancestors, child, children, counted_by, is_negated

_COPULAS = {"be", "seem", "look", "appear", "remain"}


class Factuality:
    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        words = knowledge.speech.modality
        self._parse = arguments.parse
        self._effects = effects(words)
        self._measures = knowledge.groups.measures
        self._journeys, self._arriving = knowledge.groups.journeys, knowledge.groups.arriving
        self._beginning = knowledge.groups.beginning
        self._say = knowledge.speech.say
        self._mental = knowledge.speech.mental
        self._people = {*knowledge.groups.forces, *knowledge.groups.people_animate}
        self._habitual = knowledge.speech.habitual
        self._commanding = knowledge.groups.commanding_verbs
        self._ordered = knowledge.speech.nominal.ordered_acts
        self._courses = knowledge.speech.nominal.courses
        self._near = knowledge.speech.nominal.near
        self._attacks = knowledge.groups.one_event.attacks
        self._decisions = knowledge.groups.one_event.decisions
        self._ending = knowledge.speech.nominal.calling_off
        self._presuppositions = Presuppositions(arguments, knowledge)
        own = OwnModality(arguments, knowledge, self._presuppositions)
        self._own = own.of
        self._embedding = Embedding(arguments, knowledge, self._presuppositions, own)

    def modality(self, trigger: int) -> Modality | None:
        """The modality of the event at a trigger token; None where nothing is said of its happening ("a duty to
        investigate", "met to discuss")."""
        token = self._parse.tokens[trigger]
        found = self._modality(token)
        real = found in {Modality.HAPPENED, Modality.PLANNED}
        whatever = token.dep == "relcl" and clauses.is_any(self._parse, self._parse.tokens[token.head])
        return Modality.POSSIBLE if real and (whatever or clauses.is_any(self._parse, token)) else found

    def _modality(self, token: Token) -> Modality | None:
        trigger = token.index
        predicate = self._predicate(token)
        if self._is_unmet_condition(predicate) or clauses.is_left_undone(self._parse, token) or self._is_habit(token):
            return None
        if clauses.is_called(self._parse, token):
            return None
        if clauses.is_infinitive(self._parse, token) and is_negated(self._parse, trigger):
            return self._refrained(token)
        above = self._parse.tokens[token.head]
        decided = clauses.is_infinitive(self._parse, token) and above.lemma in self._decisions
        named = above if token.dep == "acl" and (token.tag == "VBG" or decided) else predicate
        topic = self._parse.tokens[above.head]
        if token.dep == "pcomp" and above.dep == "prep" and topic.lemma in self._decisions:
            named = topic  # "the decision on leaving"
        if clauses.is_called_off(self._parse, named, self._ending):
            # "called off the talks", "a deal allowing it to build a base", "its decision to leave"
            return Modality.DENIED
        verb = self._parse.tokens[token.head]
        if token.lemma in self._journeys and (arrival := self._arrival(verb)) is not None:
            return self._modality(arrival)
        tells = token.dep in {"nsubj", "nsubjpass"} and self._presuppositions.tells_of_happening(verb, token)
        if tells and self._own(verb) is Modality.DENIED:
            return Modality.DENIED  # "his planned visit would no longer go ahead"
        own = self._own(predicate) or self._own_of_measure(token) or self._own_of_adjective(token)
        if own is not None:
            hoped = own is Modality.PLANNED and self._is_hoped(token)
            return Modality.POSSIBLE if hoped else own
        told = [token, *children(self._parse, trigger, ("dobj",))]
        if token.tag in {"VBZ", "VBP"} and any(self._presuppositions.is_coming(t) for t in told):
            return Modality.PLANNED  # "leaves for Rome next week", "attends next week's summit"
        if token.pos in {"NOUN", "PROPN"} and (given := self._given(token)) is not None:
            return given
        if clauses.is_time_told(self._parse, token) and (shared := self._own_of_verb_above(token)) in UNREAL:
            return shared
        if self._embedding.doubts.is_unproven(token, self._parse.tokens[token.head]):
            return Modality.POSSIBLE
        if token.dep == "acl" and token.tag == "VBG" and self._parse.tokens[token.head].lemma in self._attacks:
            return self._modality(self._parse.tokens[token.head])  # "vowed to launch attacks targeting the port"
        content = child(self._parse, token.index, "mark") is not None  # "denied a report that it had attacked"
        finite = token.dep == "relcl" and clauses.is_finite(self._parse, token) and not content
        going_on = token.dep == "acl" and token.tag == "VBG" and self._parse.tokens[token.head].lemma in self._people
        if finite or going_on or (token.dep == "acl" and token.tag == "VBN" and not content):
            # "to protest against a drill that the navy held", "to disarm rebels occupying a town", "a group accused of …"
            return Modality.HAPPENED
        return self._embedding.modality(token)

    def _arrival(self, verb: Token) -> Token | None:
        """The verb above in "arrived in Chad to begin a visit", with which the visit has begun."""
        above = self._parse.tokens[verb.head]
        begins = verb.lemma in self._beginning and clauses.is_infinitive(self._parse, verb)
        return above if begins and above.lemma in self._arriving else None

    def _is_hoped(self, verb: Token) -> bool:
        """ "Is hopeful that he will resign", "hopes that he will"."""
        above = self._parse.tokens[verb.head]
        hoping = above.pos in {"VERB", "ADJ"} and above.lemma not in self._say - self._mental
        return verb.dep == "ccomp" and hoping and self._effects.get(above.lemma) is Modality.POSSIBLE

    def _own_of_adjective(self, word: Token) -> Modality | None:
        """ "Is due in Paris"; "is due to arrive" is told by what follows."""
        bare = word.dep == "acomp" and not children(self._parse, word.index, ("xcomp", "ccomp"))
        return self._effects.get(word.lemma) if bare else None

    def _own_of_measure(self, noun: Token) -> Modality | None:
        """ "two rounds of talks, scheduled for Friday"."""
        counted = counted_by(self._parse, noun, self._measures)
        return None if counted is noun else self._own(counted)

    def _is_habit(self, verb: Token) -> bool:
        """ "Rarely recalls its ambassadors": nothing that was done on a day."""
        if verb.pos == "NOUN":  # "typically claim more in their attacks"
            verb = next((t for t in ancestors(self._parse, verb.index) if t.pos == "VERB"), verb)
        adverbs = (t.lower for t in children(self._parse, verb.index, ("advmod",)))
        return verb.tag in {"VBZ", "VBP"} and any(adverb in self._habitual for adverb in adverbs)

    def _predicate(self, token: Token) -> Token:
        """The word whose auxiliaries and negation are those of the trigger: the copula of an adjective."""
        return self._parse.tokens[token.head] if token.dep == "acomp" else token

    def _is_unmet_condition(self, token: Token) -> bool:
        """ "if Iran does not agree (and sign)", "if no deal is reached": nothing is said of the act."""
        while token.dep == "conj" and child(self._parse, token.index, "nsubj", "nsubjpass", "aux") is None:
            token = self._parse.tokens[token.head]
        denied = self._own(token) is Modality.DENIED if token.pos == "NOUN" else is_negated(self._parse, token.index)
        verb = self._parse.tokens[token.head] if token.pos == "NOUN" else token
        return denied and clauses.is_condition(self._parse, verb)

    def _refrained(self, token: Token) -> Modality | None:
        """ "agreed not to attack" is denied; "important not to attack", "warned it not to attack" say nothing."""
        effect = self._effects.get(self._parse.tokens[token.head].lemma)
        return Modality.DENIED if effect in {Modality.PLANNED, Modality.HAPPENED} else None

    def _given(self, noun: Token) -> Modality | None:
        """The modality of an event that the sentence takes as given; None where it does not."""
        while noun.dep == "conj" and self._parse.tokens[noun.head].pos == "NOUN":
            noun = self._parse.tokens[noun.head]
        noun = counted_by(self._parse, self._course_of(noun), self._measures)
        given, verb = self._presuppositions, self._parse.tokens[noun.head]
        if noun.dep == "dobj" and self._embedding.doubts.is_left_open(verb):
            return Modality.POSSIBLE
        if noun.dep == "dobj" and verb.lemma in self._commanding and noun.lemma in self._ordered:
            return self._own(verb) or Modality.PLANNED
        if given.is_coming(noun):
            return Modality.PLANNED
        if given.is_supposed(noun) or (given.is_open(noun) and not given.is_past(noun)):
            return Modality.POSSIBLE
        if (
            given.is_past(noun)
            or given.is_done(noun)
            or given.is_cause(noun)
            or given.is_topic(noun)
            or (given.is_standing(noun) and not given.is_produced(noun))
        ):
            return Modality.HAPPENED
        if (foreseen := self._foreseen(verb, noun)) is not None:
            return foreseen
        if noun.dep in {"nsubj", "nsubjpass", "dobj"} and given.tells_of_happening(verb, noun):
            return self._own(verb)
        if not given.is_subject(noun):
            return None
        own, there = self._own(verb), given.is_standing(noun) or given.is_told_act(noun)
        if own is None and clauses.is_to_do(self._parse, verb):
            own = Modality.PLANNED  # "the meeting was to include three presidents"
        if own is not None and not there and self._is_supposed(verb, noun):
            return Modality.POSSIBLE
        if own in UNREAL:
            return Modality.HAPPENED if there else own
        if own is Modality.DENIED:
            to_come = any(t.tag == "MD" for t in children(self._parse, verb.index, ("aux",)))
            return Modality.PLANNED if to_come and not there else Modality.HAPPENED
        failed = self._effects.get(verb.lemma) is Modality.DENIED and noun.dep == "nsubj"
        return Modality.HAPPENED if failed or given.is_definite(noun) else None

    def _course_of(self, noun: Token) -> Token:
        """Of "a return to talks", "the resumption of talks" the return: the talks take place if it does."""
        link = self._parse.tokens[noun.head]
        course = self._parse.tokens[link.head]
        return course if noun.dep == "pobj" and link.lower in {"to", "of"} and course.lemma in self._courses else noun

    def _is_supposed(self, verb: Token, noun: Token) -> bool:
        """ "New talks would (not) be productive": of what nobody has arranged."""
        would = any(t.lower in {"would", "'d", "could"} for t in children(self._parse, verb.index, ("aux",)))
        return would and not self._presuppositions.is_definite(noun)

    def _foreseen(self, copula: Token, noun: Token) -> Modality | None:
        """ "His departure is imminent", "a meeting is due to take place"; not "the visit is likely to annoy them"."""
        said = child(self._parse, copula.index, "acomp")
        if noun.dep != "nsubj" or copula.lemma not in _COPULAS or said is None:
            return None
        effect = Modality.POSSIBLE if said.lower in self._near else self._effects.get(said.lower)
        behind = children(self._parse, said.index, ("xcomp", "ccomp", "prep"))
        open_ended = any(t.dep != "xcomp" or not self._presuppositions.tells_of_happening(t, noun) for t in behind)
        return None if open_ended or effect not in UNREAL or is_negated(self._parse, copula.index) else effect

    def _own_of_verb_above(self, token: Token) -> Modality | None:
        verb = next((t for t in ancestors(self._parse, token.index) if t.pos in {"VERB", "AUX"}), None)
        return None if verb is None else self._own(verb)
