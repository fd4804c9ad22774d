"""Who takes part in an event that a noun names: its possessor, the states before it, those around it in the sentence."""

from kg.extract.arguments import Arguments
from kg.knowledge import Knowledge
from kg.knowledge.frame_schema import Frame
from kg.language import Form, Kind, Mention, Token
from kg.language.syntax import ancestors, child, children, conjuncts, counted_by, is_passive, prepositions, verb_lemma

_OF_WHOM = {"of", "by"}
_BY_WHOM = {"of", "by", "from", "between"}
_ENDING = {"end", "conclude", "finish", "suspend", "break"}
_MUTUAL = {"fighting", "hostility", "bloodshed", "violence"}
_DURING = {"in", "during", "after", "following", "at", "before", "for", "ahead"}
_PASSING = {
    "meeting": _DURING,
    "negotiation": _DURING,
    "call": _DURING,
    "visit": {"on", "during", "after", "following", "before", "from"},
}
"""Prepositions by type that hang an event on what one of its parties does: "made the remark in talks with Saito", "said
on his return from a visit to Japan"."""
_DONE_TO_PEOPLE = {"attack", "coercion", "concession", "sanction"}
_BETWEEN_TWO = {"meeting", "negotiation", "call"}
_BETWEEN = {"between", "with"}
_KNOWN = {"the", "this"}
_TAKING_PART = {"participation", "attendance", "presence"}
_TWO = 2
_AT = {"at", "during", "in", "after", "following"}
_WHOSE = {"of", "between", "with", "among", "by"}
Parties = list[tuple[Mention, str]]


class NounParties:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._parse = arguments.parse
        self._people = {*knowledge.groups.people_animate, *knowledge.groups.persons}
        self._willing = {"ready", *knowledge.speech.nominal.awaiting}
        self._assembling = knowledge.groups.assembling_verbs
        self._joining = knowledge.groups.joining_verbs
        self._bound = knowledge.speech.nominal.bound
        self._responding = knowledge.groups.responding_verbs
        self._scheduling = knowledge.groups.scheduling_verbs
        self._light = knowledge.groups.light_verbs
        self._agent_parts = dict(knowledge.groups.agent_parts)
        self._journeys = knowledge.groups.journeys
        self._gatherings = knowledge.groups.gatherings
        self._befalling = knowledge.groups.befalling
        self._counterparts = knowledge.groups.counterparts
        self._measures = knowledge.groups.measures
        self._accusing = knowledge.groups.accusing_verbs
        self._announcing = knowledge.groups.announcing_verbs
        self._announced = knowledge.groups.announced_acts
        self._private_fields = knowledge.groups.private_fields
        self._coming_about = {*knowledge.speech.nominal.occurring, *knowledge.speech.nominal.produced}

    def beside(self, token: Token, frame: Frame, modifiers: list[Token]) -> Parties:
        """Its owner or the subject of its verb, and the states and organisations before it."""
        others = any(prep.lower == "of" for prep, _ in prepositions(self._parse, token.index))
        # not in "carried out abductions", nor in "Chad's expulsion of two envoys"
        owned = child(self._parse, token.index, "poss") is not None and not others
        own = str(frame.noun_parts.get(token.lemma, frame.subject) if owned else frame.subject)
        verb = self._parse.tokens[token.head]  # whoever ends a war, or attends an inauguration, need not be in it
        watched = verb.lemma == "attend" and frame.noun_parts.get(token.lemma) == "target" and not owned
        mutual = frame.type == "conflict" or token.lemma in _MUTUAL
        ended = mutual and token.dep == "dobj" and verb.lemma in _ENDING and not owned
        subjects = [] if ended or watched else self.subjects(token)
        parties: Parties = [(m, own) for i in subjects for m in self._arguments.parties(i)]
        private = any(t.lower in self._private_fields and not self._arguments.mention(t.index) for t in modifiers)
        for modifier in modifiers if not private else ():  # "an Iranian opposition rally", which is not Iran's
            joined = [modifier.index, *self._hyphened(modifier), *conjuncts(self._parse, modifier.index)[1:]]
            held = frame.type == "meeting" or token.lemma in self._befalling
            if held and len(joined) == 1 and self._is_where_held(modifier, token):
                continue
            mentions = (self._arguments.mention(i) for i in joined)
            named = self._is_where_held(modifier, token) or child(self._parse, token.index, "poss") is not None
            visited = frame.type == "visit" and named  # "Demir's China trip", "the China trip"
            tried = "actor" if frame.type == "trial" else frame.subject  # "a Spanish trial"
            part = self._part_by_participle(modifier) or ("target" if visited else tried)
            meets = frame.type not in _BETWEEN_TWO or modifier.dep != "compound"
            parties += [
                (m, part)
                for m in mentions
                if m is not None and (m.kind is Kind.STATE or (m.kind is Kind.ORGANISATION and (meets or m.reference)))
            ]  # not "the Wye Plantation talks"
        return parties

    def _is_where_held(self, modifier: Token, noun: Token) -> bool:
        """ "The Swaziland summit", "the 1994 Rwanda genocide"."""
        mention, article = self._arguments.mention(modifier.index), child(self._parse, noun.index, "det")
        state = mention is not None and mention.kind is Kind.STATE and mention.form is Form.NAME
        return state and modifier.dep == "compound" and article is not None and article.lower == "the"

    def nationals(self, noun: int, frame: Frame) -> list[Mention]:
        """ "Detained ten Libyan fishermen": whose people it is done to, though they act for themselves."""
        if frame.type not in _DONE_TO_PEOPLE or self._parse.tokens[noun].lemma not in self._people:
            return []
        mentions = (self._arguments.mention(t.index) for t in children(self._parse, noun, ("amod",)))
        return [m for m in mentions if m is not None and m.kind is Kind.STATE]

    def by_participles(self, noun: int) -> Parties:
        """ "Attended the UN-brokered talks"."""
        modifiers = children(self._parse, noun, ("compound", "amod", "nmod", "npadvmod"))
        inner = [t for m in modifiers for t in (m, *children(self._parse, m.index, ("npadvmod", "compound")))]
        mentions = ((self._arguments.mention(t.index), self._part_by_participle(t)) for t in inner)
        return [(m, part) for m, part in mentions if m is not None and part is not None and m.kind is not Kind.PLACE]

    def leading(self, noun: Token, frame: Frame) -> Parties:
        """ "UN-led talks", in which the UN takes no side; who leads an attack makes it."""
        talking = frame.type in _BETWEEN_TWO
        found = self.by_participles(noun.index)
        return [(m, "mediator" if talking and part == "actor" else part) for m, part in found]

    def _part_by_participle(self, modifier: Token) -> str | None:
        """ "UN-brokered talks": the participle says what the UN does in them."""
        behind = self._parse.tokens[modifier.index + 1 : modifier.index + 3]
        joined = len(behind) > 1 and behind[0].text == "-" and behind[0].begin == modifier.end
        return self._agent_parts.get(behind[1].lemma) if joined and behind[1].tag == "VBN" else None

    def between_at_verb(self, token: Token, frame: Frame) -> Parties:
        """ "Fighting broke out between Chad and Niger", "talks resumed with Niger": parties behind the verb of the noun."""
        verb = self._parse.tokens[token.head]
        if token.dep not in {"nsubj", "nsubjpass"} or verb.lemma not in self._coming_about:
            return []
        behind = [
            (str(part), obj.index)
            for link, obj in prepositions(self._parse, verb.index)
            if link.lower in _BETWEEN and (part := frame.parts.get(link.lower, "none")) != "none"
        ]
        return [
            (m, part)
            for part, index in behind
            for i in conjuncts(self._parse, index)
            for m in self._arguments.parties(i)
        ]

    def announced_by(self, token: Token, found: Parties) -> Parties:
        """ "Poland announced the expulsion of two diplomats", "agreed on (the imposition of) sanctions": who announces such
        an act does it, if nobody else does."""
        verb = self._parse.tokens[token.head]
        words = {verb.lemma, verb_lemma(self._parse, verb.index)}
        announcing = token.dep == "dobj" and not words.isdisjoint(self._announcing)
        if token.dep == "pobj" and self._parse.tokens[verb.head].lemma == "imposition":
            verb = self._parse.tokens[self._parse.tokens[verb.head].head]
        if token.dep == "pobj" and verb.lower in {"on", "to", "upon"}:
            verb = self._parse.tokens[verb.head]
            announcing = verb.lemma in {"agree", "decide"}
        if token.lemma not in self._announced or not announcing:
            return []
        if any(part == "actor" for _, part in found):
            return []
        return [(m, "actor") for i in self._arguments.subjects(verb.index) for m in self._arguments.parties(i)]

    def in_passing(self, token: Token, frame: Frame, found: Parties) -> Parties:
        """Who does what it is told with, where only the other side is named: "after talks with Iran, he said"."""
        passing = _PASSING.get(frame.type, set())
        if not found and frame.type in _BETWEEN_TWO:
            return self._both_at(token)
        if {part for _, part in found} != {"target"}:
            return []
        if (whose := self._whose_counterpart(token)) is not None:
            return [(whose, "actor")]
        token = counted_by(self._parse, token, self._measures)
        preposition = self._ahead(self._parse.tokens[token.head])
        while token.dep == "pobj" and preposition.dep in {"prep", "advmod"} and preposition.lower in passing:
            above = self._parse.tokens[preposition.head]
            if above.pos in {"VERB", "AUX"}:  # "said in talks with Iran", "is in Geneva for talks with Iran"
                subjects = self._arguments.surface_subjects(above.index)
                if frame.type == "visit" and any(child(self._parse, i, "conj") is not None for i in subjects):
                    return []  # who agree during a visit need not both be on it
                return [(m, "actor") for i in subjects for m in self._arguments.parties(i, deep=False)]
            token, preposition = above, self._parse.tokens[above.head]
            if token.dep == "dobj" and preposition.pos == "VERB":  # "stated his view in talks with Iran"
                subjects = self._arguments.surface_subjects(preposition.index)
                return [(m, "actor") for i in subjects for m in self._arguments.parties(i, deep=False)]
        return []

    def _whose_counterpart(self, token: Token) -> Mention | None:
        """ "Comments made by Ali Demir during a meeting with his counterpart": "his"."""
        met = (obj for link, obj in prepositions(self._parse, token.index) if link.lower == "with")
        owners = (child(self._parse, o.index, "poss") for o in met if o.lemma in self._counterparts)
        return next((self._arguments.mention(t.index) for t in owners if t is not None and t.tag == "PRP$"), None)

    def _ahead(self, preposition: Token) -> Token:
        """ "Ahead of a meeting with Ali Demir": the word that tells when."""
        above = self._parse.tokens[preposition.head]
        return above if preposition.lower == "of" and above.lower == "ahead" else preposition

    def _both_at(self, token: Token) -> Parties:
        """ "At a meeting in Rome, Chad and Niger signed a deal": two of whom one tells what they did there met there."""
        preposition = self._parse.tokens[token.head]
        told = preposition.dep == "prep" and preposition.lower in _AT
        other = any(t.lower != "a" for t in children(self._parse, token.index, ("det",))) or any(
            link.lower in _WHOSE for link, _ in prepositions(self._parse, token.index)
        )
        if not told or other or token.lemma in self._gatherings:
            return []
        above = (t for t in ancestors(self._parse, preposition.index) if t.pos in {"VERB", "AUX"})
        subjects = next(filter(None, (self._arguments.surface_subjects(t.index) for t in above)), [])
        parties = [m for i in subjects for m in self._arguments.parties(i, deep=False)]
        return [(m, "actor") for m in parties] if len(parties) == _TWO else []

    def _hyphened(self, modifier: Token) -> list[int]:
        """Both parts of "Armenia-Azerbaijan"."""
        return [t.index for t in children(self._parse, modifier.index, ("compound", "nmod", "amod"))]

    def subjects(self, token: Token) -> list[int]:
        """The possessor, or the subject of a light verb over the noun ("paid a visit")."""
        owner = child(self._parse, token.index, "poss")
        if owner is not None:
            return conjuncts(self._parse, owner.index)
        if guests := self._guests(token):
            return guests
        if carried := self.carried_out(token):
            return [i for verb in carried for i in self._arguments.surface_subjects(verb)]
        told = any(link.lower in _OF_WHOM for link, _ in prepositions(self._parse, token.index))
        token = counted_by(self._parse, token, self._measures)  # "ended two days of talks"
        governor = self._parse.tokens[token.head]
        held_up = governor.lemma == "hold" and child(self._parse, governor.index, "prt") is not None
        if governor.lemma in self._light and token.dep in {"dobj", "nsubjpass"} and not held_up:
            return self._arguments.subjects(governor.index)
        if verb_lemma(self._parse, governor.index) in self._scheduling and not self._is_of_others(token):
            return self._arguments.subjects(governor.index)
        joined = self._parse.tokens[governor.head]
        told = told and joined.lemma != "participate"  # "during the visit of Ali Demir" others act
        if token.dep == "pobj" and governor.dep == "prep" and not told:
            owner = child(self._parse, joined.index, "poss") if joined.lemma in _TAKING_PART else None
            return self._joined_by(token, governor) if owner is None else conjuncts(self._parse, owner.index)
        return []

    def carried_out(self, token: Token) -> list[int]:
        """The light verbs of "the visit that he paid to Chad", "the talks he held"."""
        told = (t for t in children(self._parse, token.index, ("relcl",)) if t.lemma in self._light)
        objects = {t.index: child(self._parse, t.index, "dobj") for t in told}
        active = (i for i in objects if not is_passive(self._parse, i))
        return [i for i in active if (o := objects[i]) is None or o.lower in {"that", "which"}]

    def _guests(self, journey: Token) -> list[int]:
        """Who makes "the Blinken visit", "a visit from President Widodo"."""
        if journey.lemma not in self._journeys:
            return []
        named = children(self._parse, journey.index, ("compound", "nmod"))
        named += [obj for link, obj in prepositions(self._parse, journey.index) if link.lower == "from"]
        mentions = ((t.index, self._arguments.mention(t.index)) for t in named)
        guests = [i for i, m in mentions if m is not None and m.kind is Kind.PERSON]
        return [joined for i in guests for joined in conjuncts(self._parse, i)]

    def _is_of_others(self, token: Token) -> bool:
        """ "Cancelled a visit by Ali Demir", "a conference of Chad and Niger", "the Chadian visit"."""
        before = children(self._parse, token.index, ("compound", "amod", "nmod"))
        by = any(link.lower in _BY_WHOM for link, _ in prepositions(self._parse, token.index))
        return token.dep != "dobj" or by or any(self._arguments.mention(t.index) is not None for t in before)

    def _joined_by(self, token: Token, preposition: Token) -> list[int]:
        """Who is "on a visit", "gathered for a rally", "took part in an exercise"."""
        verb = self._parse.tokens[preposition.head]
        if preposition.lower in {"of", "for"} and (accused := self._accused(verb)):
            return accused
        if verb.lower == "part":
            verb = self._parse.tokens[verb.head]
        if preposition.lower in {"for", "to"} and verb.lemma in self._assembling:
            return self._arguments.objects(verb.index)  # "brought the two together for talks"
        if preposition.lower == "with" and verb.lemma in self._responding:  # "responded with air strikes"
            return self._arguments.subjects(verb.index)
        away = preposition.lower in {"on", "during", "in"} and token.lemma in self._journeys
        away = away and not (preposition.lower == "during" and self._was_told(token))
        joins = preposition.lower in {"in", "for", "at"} and verb.lemma in self._joining
        if verb.dep == "acomp" and verb.lemma in self._willing and preposition.lower in {"for", "to"}:
            return self._arguments.surface_subjects(verb.head)  # "is ready for talks", "is open to talks"
        joins |= preposition.lower == "for" and verb.lemma == "prepare"
        joins |= preposition.lower == "for" and verb.lemma in self._bound and self._is_gone_for(token)
        several = any(child(self._parse, i, "conj") for i in self._arguments.surface_subjects(verb.index))
        away = away and not (preposition.lower == "during" and several)  # one of "the two agreed during the visit"
        if away and verb.pos == "PROPN" and preposition.lower == "on":
            named = child(self._parse, verb.index, "appos")  # "(President) Ali Demir, on a visit to Chad, said"
            return [verb.index if named is None else named.index]
        acts = verb.pos == "VERB" or (verb.lemma == "be" and preposition.lower == "on")  # "is on a visit"
        return self._arguments.surface_subjects(verb.index) if acts and (away or joins) else []

    def _was_told(self, journey: Token) -> bool:
        """ "Ali will visit China. … During the visit, Xi will meet him": of the journey it is told who is on it."""
        article = child(self._parse, journey.index, "det")
        first = self._parse.sentences[journey.sentence].first
        before = (t.lemma == journey.lemma for t in self._parse.tokens[:first])
        return article is not None and article.lower in _KNOWN and any(before)

    def _is_gone_for(self, noun: Token) -> bool:
        """ "Left for talks", "for a visit to Chad"; "arrived in Chad for a visit" tells of the visit by its verb."""
        return noun.lemma not in self._journeys or any(
            p.lower == "to" for p, _ in prepositions(self._parse, noun.index)
        )

    def _accused(self, above: Token) -> list[int]:
        """ "accused Chad of attacks", "blamed it for them": who is said to do it, whatever the parser hangs it on."""
        verb = above if above.pos == "VERB" else self._parse.tokens[above.head]
        if verb.lemma not in self._accusing or (above.index != verb.index and above.dep not in {"dobj", "nsubjpass"}):
            return []
        return self._arguments.objects(verb.index)

    def of_participles(self, token: Token) -> list[tuple[Mention, str]]:
        """Agents of participles and relative clauses on the noun: "talks mediated by Norway, hosted by Oman"."""
        found: Parties = []
        parties = [
            i
            for prep, obj in prepositions(self._parse, token.index)
            if prep.lower in {"between", "of", "with"}
            for i in conjuncts(self._parse, obj.index)
        ]
        # The parser hangs "…, mediated by Norway" on the noun or on the last of its parties.
        for participle in (p for i in (token.index, *parties) for p in children(self._parse, i, ("acl", "relcl"))):
            part = self._agent_parts.get(participle.lemma)
            if participle.lemma == "target" and participle.tag == "VBG":
                found += [
                    (m, "target") for i in self._arguments.objects(participle.index) for m in self._arguments.parties(i)
                ]
            if participle.lemma == "involve" and participle.tag == "VBG":  # "talks involving Chad, Niger and Mali"
                joined = self._arguments.objects(participle.index)
                found += [(m, "actor") for i in joined for m in self._arguments.parties(i)]
            if part and is_passive(self._parse, participle.index):
                for index in self._arguments.subjects(participle.index):
                    found += [(m, part) for m in self._arguments.parties(index)]
                    found += [
                        (m, part)
                        for prep, obj in prepositions(self._parse, index)
                        if prep.lower == "through"
                        for m in self._arguments.parties(obj.index)
                    ]
        return found
