"""Whom an act concerns beyond its object: the parties inside what is rejected, demanded, promised or threatened."""

from collections.abc import Iterator

from kg.extract.act_owners import ActOwners
from kg.extract.arguments import ELSEWHEN, Arguments
from kg.extract.beside import is_beside_agreement, is_beyond_border, is_helped, is_whose_capital
from kg.extract.clauses import is_infinitive, joined_infinitives
from kg.extract.complements import Complements
from kg.knowledge import Knowledge
from kg.knowledge.frame_schema import Frame
from kg.language import Form, Kind, Mention, Token
from kg.language.syntax import ancestors, child, children, conjuncts, is_absolute, prepositions

_CONTENTFUL = {"agreement", "demand", "threat", "rejection", "mobilisation"}
"""Types whose clause names the other side: "demanded that Serbia withdraw", "threatened to shell Iraqi towns"."""
_DIRECTED = _CONTENTFUL | {
    "accusation",
    "aid",
    "attack",
    "coercion",
    "concession",
    "cooperation",
    "mobilisation",
    "sanction",
    "support",
}
"""Types in which one side acts upon another."""
_SAID_BY_NOUNS = {"agreement", "threat"}
"""Types of a verb whose object's clause tells the target: "voiced readiness to meet Chad"."""
_TOLD_BY_NOUNS = {"accusation", "demand", "rejection", "threat"}
"""Types of a noun whose clause does: "Chad's refusal to meet Mali", "its demand that Mali leave"."""
_BARRED = {
    "accusation": frozenset({"on", "against", "in", "at", "near", "to", "from"}),
    "attack": frozenset({"to"}),
    "coercion": frozenset({"along", "near"}),
    "support": frozenset({"on", "against"}),
    "cooperation": frozenset({"around", "near", "off", "along", "over", "at"}),
    "agreement": frozenset({"on", "at", "for"}),
    "threat": frozenset({"for"}),
    "demand": frozenset({"about"}),
}
"""Prepositions of others than the target: "condemned the attack on Israel", "fought rebels loyal to the general",
"signed a protocol on the council of ministers", "supports a plan on the basis of the UN's", "vowed revenge for the general"."""
_UPON_SOMEBODY = {"attack", "coercion", "departure", "sanction", "appointment"}
"""Types whose nouns name in "of" whom it is done to: "the dismissal of the minister"."""
_FOR_WHAT = {"accusation", "coercion", "sanction", "trial"}
"""Types whose "for" tells what they answer."""
_WHERE = frozenset({"at", "off", "near", "around", "along"})
"""Prepositions of where a thing is agreed on or done: "to order a ceasefire at a summit in Vienna", "to patrol off Togo"."""
_PURPOSES = {
    "concession": frozenset({"allow", "let", "permit", "enable"}),
    "support": frozenset({"help", "support", "back", "defend"}),
    "mobilisation": frozenset({"help", "support", "back", "defend", "assist", "reinforce"}),
}
"""What acts upon somebody who is named only in what they are for."""
_CONDITIONS = {"if", "unless", "until"}
_POSTED = {"ambassador", "envoy", "representative"}
_LIES = {"on", "off", "along", "near"}
_INFINITIVE = 2
"""Words of "to leave"."""
_EDGES = {"border", "frontier", "coast", "shore", "outskirt"}
_LINKS = {"to", "with", "against", "from", "over", "for", "of", "about", "toward", "towards", "upon", "on", "into"}
Parties = list[tuple[Mention, str]]


class Concerned:
    """Further targets in one document."""

    def __init__(self, arguments: Arguments, complements: Complements, knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._act_owners = ActOwners(arguments, knowledge)
        self._offered = knowledge.groups.helps
        self._alongside = knowledge.groups.alongside
        self._missions = knowledge.groups.missions
        self._passed_on = knowledge.groups.passed_on
        self._suffered = knowledge.groups.suffered
        self._protesting = knowledge.groups.protesting_verbs
        self._blames = knowledge.groups.blames
        self._kin = knowledge.groups.kin
        self._charges = knowledge.groups.charges
        self._eves = knowledge.speech.nominal.eves
        self._endings = knowledge.groups.endings
        self._leavings = knowledge.groups.leavings
        self._restorings = knowledge.groups.restorings
        self._journeys = knowledge.groups.journeys
        self._ties = knowledge.groups.one_event.ties
        self._probes = knowledge.frames.words["probe"]
        self._helps = knowledge.frames.words["aid"]
        self._meetings = knowledge.groups.gatherings | knowledge.frames.words["talks"] | {"meeting", "session"}
        nouns = knowledge.frames.nouns_by_type
        self._sanctions = nouns["sanction"] | {"measure"}
        self._departures = nouns["departure"]
        self._acts = frozenset().union(*(nouns[kind] for kind in _UPON_SOMEBODY))
        self._wars = nouns["conflict"] | {"war", "conflict"}
        self._calling = knowledge.frames.verbs_by_type["call"] | {"summon"}
        self._demanding = knowledge.frames.verbs_by_type["demand"]
        self._mobilising = knowledge.frames.verbs_by_type["mobilisation"]
        self._meeting = knowledge.frames.verbs_by_type["meeting"]
        self._attacking = knowledge.frames.verbs_by_type["attack"]
        self._parse = arguments.parse
        self._complements = complements

    def parties(self, token: Token, frame: Frame, objects: tuple[int, ...], found: Parties) -> Parties:
        """Those whom the clause below an act names; where nobody is told to be its target, those inside its object
        or behind its prepositions: "rejected recent calls by Belarus's rulers", "complained over Israeli raids"."""
        contentful = frame.type in _CONTENTFUL and (frame.type != "mobilisation" or frame.complement is not None)
        bidden = frame.complement == "infinitive-object"  # "helped Chad to rebuild the port"
        charged = frame.type == "accusation" and frame.complement == "any"  # "charged that Chad was arming rebels"
        inside = list(self._in_clauses(token, frame, found)) if contentful or bidden or charged else []
        if frame.type == "threat":
            inside += self._in_condition(token)
        if frame.type == "protest":
            inside += self._in_purpose(token, objects)
        if frame.type == "rejection":
            inside += self._sent_to(objects)
        if frame.type == "agreement" and {part for _, part in found} == {"actor"}:
            inside += self._tied_to((token.index, *objects))
        told = inside or any(part in {"target", "mediator"} for _, part in found)
        if frame.type in _DIRECTED and not told:
            inside += self._called(token, frame) or self._in_objects(token, frame, objects)
            inside += self._act_owners.judged_by(token) if frame.type in {"accusation", "support"} else []
        if frame.type in _PURPOSES and (frame.type == "mobilisation" or not told):
            inside += self._for_whose_sake(token, _PURPOSES[frame.type])
        return self._targets(token, frame, inside, found)

    def _tied_to(self, agreed: tuple[int, ...]) -> Iterator[Mention]:
        """ "An agreement on normalising relations with Chad": Chad."""
        links = [p.index for i in agreed for p in children(self._parse, i, ("prep",))]
        gerunds = [t for i in links for t in children(self._parse, i, ("pcomp",)) if t.tag == "VBG"]
        ties = (t for g in gerunds for t in children(self._parse, g.index, ("dobj",)) if t.lemma in self._ties)
        for tie in ties:
            beyond = [
                o.index for i in (tie.index, tie.head) for p, o in prepositions(self._parse, i) if p.lower == "with"
            ]
            yield from (m for i in beyond for m in self._arguments.parties(i))

    def below_noun(self, noun: Token, frame: Frame, found: Parties) -> Parties:
        """Those whom the clause of a noun names: "Chad's threat to attack Niger", "its demand that Mali leave"."""
        told = any(part == "target" for _, part in found)
        if frame.type not in _TOLD_BY_NOUNS or told:
            return []
        return self._targets(noun, frame, [*self._in_clauses(noun, frame, found), *self._asked_for(noun, frame)], found)

    def _asked_for(self, noun: Token, frame: Frame) -> Iterator[Mention]:
        """ "A demand for Chad to leave": Chad."""
        infinitives = {t.index for t in children(self._parse, noun.index, ("acl",)) if is_infinitive(self._parse, t)}
        for link, obj in prepositions(self._parse, noun.index):
            if frame.type == "demand" and link.lower == "for" and obj.index + _INFINITIVE in infinitives:
                yield from self._arguments.parties(obj.index)

    def _targets(self, token: Token, frame: Frame, inside: list[Mention], found: Parties) -> Parties:
        own = {m.reference or m.name for m, _ in found}
        sent = frame.object_owner == "actor"  # of "the ambassador was recalled" whoever had sent him
        return [
            (m, "actor" if sent and m.form is Form.NOMINAL else "target")
            for m in inside
            if m.form is not Form.PRONOUN
            and (m.kind in {Kind.STATE, Kind.ORGANISATION, Kind.PERSON} or self._are_both(m, frame))
            and (m.reference or m.name) not in own
            and not (frame.type == "agreement" and is_beside_agreement(self._parse, m, self._wars))
            and not self._arguments.only_helps(self._parse.tokens[m.last - 1])
            and not (m.kind is Kind.PERSON and frame.type == "sanction" and self._are_own_envoys(token))
        ]

    def _are_both(self, mention: Mention, frame: Frame) -> bool:
        """ "Offered to mediate between the two countries"."""
        return frame.type == "agreement" and mention.kind is Kind.GROUP and mention.form is Form.NOMINAL

    def _are_own_envoys(self, verb: Token) -> bool:
        """ "Recalled its ambassador, Ali Demir": it does so to those he was sent to."""
        envoys = (t for t in children(self._parse, verb.index, ("dobj",)) if t.lemma in _POSTED)
        return any(t.tag == "PRP$" for envoy in envoys for t in children(self._parse, envoy.index, ("poss",)))

    def _called(self, token: Token, frame: Frame) -> list[Mention]:
        """ "Phoned Ali Demir and asked for an extension", "summoned the envoy to demand it": whom one calls is whom one asks."""
        above = self._parse.tokens[token.head]
        called = frame.type == "demand" and token.dep in {"conj", "advcl", "xcomp"} and above.lemma in self._calling
        if not called:
            return []
        return [m for i in self._arguments.objects(above.index) for m in self._arguments.parties(i)]

    def _in_clauses(self, token: Token, frame: Frame, found: Parties) -> Iterator[Mention]:
        clauses = self._complements.clauses(token)
        if frame.type in {"demand", "accusation"} or frame.complement == "infinitive-object":
            # "… had annoyed many - he told them to go"
            behind = [clause for clause in clauses if clause.index > token.index]
            for clause in [*behind, *self._clauses_of_nouns(token)]:
                for subject in children(self._parse, clause.index, ("nsubj",)):
                    yield from self._arguments.parties(subject.index)
        else:
            of_nouns = (c for c in self._clauses_of_nouns(token) if c.tag == "VB")
            bare = [c for c in of_nouns if child(self._parse, c.index, "nsubj") is None]
            said = _TOLD_BY_NOUNS if token.pos == "NOUN" else _SAID_BY_NOUNS
            open_to = all(part != "target" for _, part in found)  # not "an ultimatum to Chad to leave Mali"
            told = (
                *clauses,
                *joined_infinitives(self._parse, clauses),
                *(bare if frame.type in said and open_to else ()),
            )
            for clause in (c for c in told if not (frame.type == "agreement" and c.lemma in self._demanding)):
                where = _WHERE - {"at"} if clause.lemma in self._attacking else _WHERE  # "to fire missiles at Chad"
                where |= {"in"} if clause.lemma in self._meeting else set()  # "is willing to meet Chad in Rome"
                inside = self._arguments.within(clause.index, nested=True, barred=ELSEWHEN | where)
                threat = frame.type == "threat"
                own = self._acting(clause) if clause.lemma in frame.verb_complements.get(token.lemma, ()) else set()
                others = (m for m in inside if m.head not in own and not self._is_condition(m))
                others = (m for m in others if not (frame.type == "rejection" and self._is_passed_on(m)))
                yield from (m for m in others if not (threat and self._is_own_force(m)))

    def _acting(self, clause: Token) -> set[int]:
        """Of "warned that Chad would attack Mali" Chad, which is no target of it."""
        return {t.index for t in children(self._parse, clause.index, ("nsubj",))}

    def _clauses_of_nouns(self, token: Token) -> list[Token]:
        """ "Insisted on its demand that Chad leave", "voiced readiness to meet Chad"; right behind a noun it is its own,
        wherever the parser hangs it: "repeated its threat to attack Chad"."""
        nouns = [
            token,
            *children(self._parse, token.index, ("dobj",)),
            *(o for _, o in prepositions(self._parse, token.index)),
        ]
        ends = {noun.index + _INFINITIVE for noun in nouns[1:]}
        behind = (c for c in children(self._parse, token.index, ("advcl",)) if c.index in ends)
        own = [c for noun in nouns for c in children(self._parse, noun.index, ("acl",))]
        return own + [c for c in behind if is_infinitive(self._parse, c)]

    def _in_purpose(self, token: Token, objects: tuple[int, ...]) -> Iterator[Mention]:
        """ "Marched to demand that Chad leave", "held a rally denouncing Chad"."""
        for index in (token.index, *objects):
            for clause in children(self._parse, index, ("advcl", "xcomp", "acl")):
                if clause.lemma in self._protesting:
                    yield from self._arguments.within(clause.index, nested=True, barred=ELSEWHEN | _WHERE)

    def _for_whose_sake(self, token: Token, purposes: frozenset[str]) -> Iterator[Mention]:
        """ "Opened the bridge to allow the delivery of grain to Chad", "rallied groups to help support Chad": Chad."""
        for clause in children(self._parse, token.index, ("advcl",)):
            if clause.lemma in purposes and is_infinitive(self._parse, clause):
                yield from self._arguments.within(clause.index, nested=True, barred=ELSEWHEN | _WHERE)

    def _sent_to(self, nouns: tuple[int, ...]) -> Iterator[Mention]:
        """ "Rejected a call for its forces to be deployed in Chad", "a proposal to send troops to Chad": Chad."""
        clauses = (c for noun in nouns for c in children(self._parse, noun, ("acl", "advcl")))
        for clause in (c for c in clauses if c.lemma in self._mobilising and is_infinitive(self._parse, c)):
            for link, obj in prepositions(self._parse, clause.index):
                if link.lower in {"in", "into", "to"}:
                    yield from self._arguments.parties(obj.index)

    def _is_own_force(self, mention: Mention) -> bool:
        """ "warned that the army would strike": the army that will act is the speaker's."""
        acting = self._parse.tokens[mention.head].dep == "nsubj"
        return acting and mention.form is Form.NOMINAL and mention.kind is Kind.STATE and mention.state is None

    def _is_passed_on(self, mention: Mention) -> bool:
        """ "Refused a demand for Ali Demir's release", "for his resignation"."""
        noun = self._parse.tokens[self._parse.tokens[mention.head].head]
        return mention.kind is Kind.PERSON and noun.lemma in self._passed_on | self._departures

    def _is_condition(self, mention: Mention) -> bool:
        """ "Offered to lead a force if the UN approves", "refused before Spain stepped in"; of threats ``_in_condition`` tells
        whom a condition names."""
        clauses = (t for t in ancestors(self._parse, mention.head) if t.dep == "advcl")
        marks = (child(self._parse, clause.index, "mark") for clause in clauses)
        return any(mark is not None and mark.lower in _CONDITIONS | ELSEWHEN for mark in marks)

    def _in_condition(self, token: Token) -> Iterator[Mention]:
        """ "threatened to strike unless Israel withdraws": whoever the condition is put to."""
        for index in self._arguments.clause_tokens(token.index, nested=True):
            mark = child(self._parse, index, "mark")
            if mark is not None and mark.lower in _CONDITIONS:
                # "… if its leader is harmed" is put to others
                for subject in self._arguments.subjects(index):
                    yield from self._arguments.parties(subject)

    def _in_objects(self, token: Token, frame: Frame, objects: tuple[int, ...]) -> Iterator[Mention]:
        if frame.object != "place" and frame.type != "mobilisation":  # "the military and the police were deployed"
            barred = ELSEWHEN | _BARRED.get(frame.type, frozenset())
            around = (token.index, *objects, *(t.index for t in children(self._parse, token.index, ("dobj",))))
            phrases = [phrase for i in around for phrase in prepositions(self._parse, i)]
            struck = any(
                p.lower == "against" or (p.lower == "of" and self._arguments.parties(o.index)) for p, o in phrases
            )
            if frame.type == "attack" and struck:
                barred |= {"in"}  # "launched an operation in Chad against rebels", "bombed camps of the PKK in Iraq"
            for index in objects or [t.index for t in children(self._parse, token.index, ("dobj",))]:
                yield from self._inside(index, frame, barred)
        for preposition, obj in prepositions(self._parse, token.index):
            answered = preposition.lower == "for" and frame.type in {"coercion", "trial", "sanction"}
            told = any(t.tag == "WP" for t in children(self._parse, obj.index, ("nsubj",)))
            if (
                answered
                or told
                or (frame.type in _FOR_WHAT and obj.pos == "VERB")
                or is_absolute(self._parse, preposition)
            ):
                continue  # "lashed out at Chad for giving Niger arms", "apologised for what happened to Ali Demir"
            if frame.type == "accusation" and preposition.lower == "of" and objects:
                continue  # "accused the group of violence against Israelis"
            if preposition.lower == "over" and frame.type in _UPON_SOMEBODY:
                continue  # "sanctioned two firms over arms sales to Taiwan"
            if self._parse.tokens[preposition.index - 1].lower in {"along", "together", *self._alongside}:
                continue  # "Along with Ali Demir, he ignored the court", "in solidarity with Mali"
            if preposition.lower == "in" and obj.lemma in self._alongside:
                continue
            if preposition.lower in _LIES and obj.lemma in _EDGES:
                continue  # "drills on the coast of Fiji"
            if preposition.lower == "with" and obj.lemma in self._offered:
                continue  # "tightened the blockade with Albania's help"
            leaving = any(self._parse.tokens[i].lemma in self._leavings for i in objects)
            if preposition.lower == "from" and frame.type == "demand" and leaving:
                continue
            away = preposition.lower == "on" and obj.lemma in self._journeys  # "killed them while on patrol in Chad"
            if away or self._parse.tokens[preposition.head].lower == "according":
                continue
            if preposition.lower == "on" and obj.lemma in self._charges | self._eves:
                continue  # "arrested him on suspicion of links to …", "on the eve of the visit by"
            if objects and frame.type == "agreement" and preposition.lower in {"on", "for"}:
                continue  # "signed a protocol on trade with …", "… for the training of"; not "agreed on sanctions against …"
            if (
                preposition.lower == "to"
                and self._parse.tokens[preposition.index - 1].lemma in self._missions | _POSTED
            ):
                continue  # "expelled a member of Chad's mission to the UN"
            part = "target" if self._is_mission(obj) else frame.parts.get(preposition.lower, "target")
            if preposition.lower in _LINKS and part in {"target", "none"}:
                # "looked into a complaint from Chad"
                barred = ELSEWHEN | (frozenset({"from", "in", "near"}) if frame.type == "accusation" else frozenset())
                for joined in conjuncts(self._parse, obj.index):
                    yield from self._inside(joined, frame, barred)

    def _is_mission(self, noun: Token) -> bool:
        """ "Expelled two diplomats from Chad's embassy", which is Chad's, wherever it is."""
        mention = self._arguments.mention(noun.index)
        return noun.lemma in self._missions and mention is not None and mention.kind is Kind.STATE

    def _inside(self, index: int, frame: Frame, barred: frozenset[str]) -> Iterator[Mention]:
        """Parties of a noun phrase; not who is to be sent by whom one asks: "asked for Petrov's extradition", nor what
        another's act is about: "rejected his veto of sanctions on Chad"."""
        theirs = any(t.tag == "PRP$" for t in children(self._parse, index, ("poss",)))
        of_other = self._parse.tokens[index].dep == "pobj"
        if theirs and (frame.type == "rejection" or (frame.type == "accusation" and of_other)):
            return  # "complained about its interference in Chad"
        if self._parse.tokens[index].lemma in self._kin | {"opposition"}:
            return  # "interviewed the family of an Australian man", "backed the opposition in Chad"
        named = self._act_owners.of(index)
        if frame.type == "rejection" and named:
            yield from named  # "rejected Iran's proposal for talks with Israel"
            return
        passed_on = frame.type == "demand" and self._parse.tokens[index].lemma in self._passed_on
        if frame.type == "accusation" and self._is_act(self._parse.tokens[index]):
            barred |= {"of"}  # "condemned the killing of Ali Demir by Chad"
        if frame.type == "rejection":  # "rejected criticism of Chad from the UN", "a call to end attacks on Israel"
            barred |= {"against"} | (
                {"of", "on", "about", "over"} if self._parse.tokens[index].lemma in self._blames else set()
            )
        if frame.type == "demand" and self._parse.tokens[index].lemma in self._probes:
            barred |= {"into", "of", "on"}  # "demanded an inquiry into the attack on Israel"
        if frame.type == "demand" and self._parse.tokens[index].lemma in self._leavings:
            barred |= {"from"}  # "demanded the withdrawal of Serbian forces from Bosnia"
        if frame.type == "demand" and self._parse.tokens[index].lemma in self._restorings:
            # "called for the return of Ali Demir to Chad", "for the reinstatement of his government"
            barred |= {"of", "to"}
        if frame.type == "demand" and self._parse.tokens[index].lemma in self._meetings:
            barred |= {"on", "over"}  # "called for a meeting of the league on the war in Chad"
        if frame.type == "demand" and self._parse.tokens[index].lemma in self._endings:
            barred |= {"against", "on"}  # "called for an end to attacks on Israel"
        for mention in self._arguments.within(index, barred=barred):
            beside = (frame.type == "demand" and is_helped(self._parse, mention, self._helps)) or is_whose_capital(
                self._parse, mention
            )
            beside = beside or (frame.type in {"attack", "coercion"} and is_beyond_border(self._parse, mention))
            upon = frame.type in _UPON_SOMEBODY
            beside = beside or (upon and (self._is_of_another(mention, index) or self._is_opposed(mention, index)))
            above = ancestors(self._parse, mention.head)  # "reached an agreement in the spirit of the African Union"
            beside = beside or any(t.lemma in self._alongside for t in above if t.index > index)
            suffered = frame.type == "accusation" and self._parse.tokens[index].lemma in self._suffered
            beside = beside or (suffered and mention.kind is Kind.PERSON)  # "criticised Ali Demir's ouster"
            beside = beside or (frame.type == "agreement" and self._is_fought_together(mention))
            handed = mention.kind is Kind.PERSON or mention.unnamed or mention.form is Form.DEMONYM
            if not beside and not (passed_on and handed):
                yield mention

    def _is_of_another(self, mention: Mention, noun: int) -> bool:
        """ "Arrested critics of Ali Demir", "struck Demir's car": not Demir himself."""
        below = mention.head != noun and self._parse.tokens[mention.head].dep == "pobj"
        return self._arguments.is_owner(mention) or (below and mention.kind is Kind.PERSON)

    def _is_opposed(self, mention: Mention, noun: int) -> bool:
        """ "Detained members of the Chadian opposition", who are not Chad."""
        above = [t for t in ancestors(self._parse, mention.head) if t.index >= noun]
        described = [*above, *(t for a in above[:2] for t in children(self._parse, a.index, ("compound", "amod")))]
        return mention.kind is Kind.STATE and any(t.lemma == "opposition" for t in described)

    def _is_fought_together(self, mention: Mention) -> bool:
        """ "Agreed on a joint campaign against the rebels", who agree to nothing; not "on sanctions against Chad"."""
        link = self._parse.tokens[self._parse.tokens[mention.head].head]
        return link.lower == "against" and self._parse.tokens[link.head].lemma not in self._sanctions

    def _is_act(self, noun: Token) -> bool:
        return noun.lemma in self._acts or (noun.tag in {"NN", "VBG"} and noun.lower.endswith("ing"))
