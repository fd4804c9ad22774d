"""Who says that something has happened: the party whose words alone carry it."""

from kg.extract.arguments import Arguments
from kg.extract.clauses import is_contrast_in_past, is_inserted
from kg.extract.quoted import Quoted
from kg.knowledge import Knowledge
from kg.language import Form, Kind, Mention, Token
from kg.language.syntax import child, children, descendants, is_passive, prepositions

_CHARGES = {"of", "for", "with", "over"}
_CLOSING = {'"', "”"}


class Attribution:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._parse = arguments.parse
        self._say = knowledge.speech.say
        self._contents = knowledge.speech.object_content
        self._judging = knowledge.speech.judging
        self._reporting = knowledge.speech.reporting
        self._quoting = knowledge.speech.quoting
        self._charging = knowledge.speech.charging
        self._not_speakers = knowledge.speech.not_speakers
        self._hearsay = knowledge.speech.hearsay
        self._rumours = knowledge.speech.rumours
        self._disputing = set(knowledge.speech.modality.denied)
        self._untrue = knowledge.speech.nominal.untrue
        self._words = knowledge.speech.nominal.words
        self._asides = knowledge.speech.asides
        self._for_organisations = knowledge.speech.for_organisations
        self._for_states = knowledge.speech.for_states
        self.quoted = Quoted(self._parse, knowledge.speech.say)

    def speaker(self, trigger: int) -> Mention | None:
        """The party whose words alone carry the event, or None where the narrator states it."""
        below = token = self._parse.tokens[trigger]
        while True:
            if found := self._according_to(token):
                return found
            inserted = (t for t in children(self._parse, token.index, ("parataxis",)) if is_inserted(self._parse, t))
            if (said := next((t for t in inserted if t.lemma in self._say), None)) is not None:
                return self.speaker_of(said.index)
            because = any(t.lower == "because" for t in children(self._parse, token.index, ("mark",)))
            if token.dep in {"advcl", "relcl"} and not because and self._is_behind_quotation(token):
                return None  # 'said they were "brothers" when he was sworn in'
            if token.dep == "advcl" and is_contrast_in_past(self._parse, token):
                return None  # "said sanctions would not stop him, while Mali called for more"
            if token.head == token.index:
                verb = self.quoted.verb_of(self._parse.sentences[token.sentence])
                return None if verb is None else self.speaker_of(verb.index)
            governor = self._parse.tokens[token.head]
            if token.dep == "relcl" and self._is_aside(governor):
                return None
            if self._is_of_denied(token, governor):
                return None
            if (owner := self._whose_words(token, governor)) is not None:
                return owner
            if token.dep == "ccomp" and self._acts_beside(below, token):
                return None
            says = governor.lemma in self._say | self._charging and self._carries(token, governor, below)
            if governor.pos == "VERB" and (says or self._is_content(token, governor, below)):
                speaker = self.speaker_of(governor.index)
                if speaker is not None or governor.dep != "ccomp":
                    return speaker  # else whoever tells what others say: "Demir said that mercenaries told of it"
            if (said := self._said_in(token, governor)) is not None:
                return self.speaker_of(said.index)
            below, token = token, governor

    def _acts_beside(self, act: Token, clause: Token) -> bool:
        """ "Spain insisted that its presence was a threat, and recalled its envoy": a presence recalls nobody, who spoke did."""
        subject = child(self._parse, clause.index, "nsubj", "expl")
        thing = subject is not None and (subject.pos == "NOUN" or subject.dep == "expl")
        inanimate = subject is not None and thing and self._arguments.mention(subject.index) is None
        joined = act.dep == "conj" and act.head == clause.index and not children(self._parse, act.index, ("nsubj",))
        comma = any(t.text == "," for t in self._parse.tokens[clause.index : act.index])
        return joined and comma and inanimate and clause.lemma == "be" and act.tag == "VBD"

    def _whose_words(self, clause: Token, noun: Token) -> Mention | None:
        """Of "Ali Demir's statement that Chad had attacked" Demir."""
        that = any(t.lower == "that" for t in children(self._parse, clause.index, ("mark",)))
        verb = self._parse.tokens[noun.head]
        disputed = noun.dep in {"dobj", "nsubjpass"} and verb.lemma in self._disputing
        untrue = any(t.lemma in self._untrue for t in children(self._parse, verb.index, ("acomp",)))
        if (
            disputed
            or untrue
            or noun.lemma not in self._words
            or clause.dep not in {"acl", "ccomp", "relcl"}
            or not that
        ):
            return None
        owners = [t.index for t in children(self._parse, noun.index, ("poss",))]
        owners += [o.index for link, o in prepositions(self._parse, noun.index) if link.lower in {"by", "from"}]
        return next((m for i in owners for m in self._arguments.parties(i, deep=False)), None)

    def _is_of_denied(self, participle: Token, noun: Token) -> bool:
        """ "Denied the allegations raised against it": that they were raised is not denied."""
        told = participle.dep == "acl" and participle.tag == "VBN" and noun.dep == "dobj"
        return told and noun.lemma in self._words and self._parse.tokens[noun.head].lemma in self._disputing

    def _is_aside(self, noun: Token) -> bool:
        """ "Iran said it had seized the ship in a move that followed Britain's raid": what follows is the narrator's."""
        added = noun.dep == "pobj" and self._parse.tokens[noun.head].lower == "in"
        return added and noun.lemma in self._asides

    def _said_in(self, clause: Token, noun: Token) -> Token | None:
        """ "Said in a statement that …", of which the parser hangs the clause on the statement."""
        link = self._parse.tokens[noun.head]
        verb = self._parse.tokens[link.head]
        marks = children(self._parse, clause.index, ("mark",))
        inside = (
            clause.dep in {"acl", "relcl", "ccomp"} and noun.dep == "pobj" and any(t.lower == "that" for t in marks)
        )
        return verb if inside and link.lower in {"in", "on", "to"} and verb.lemma in self._say else None

    def _is_behind_quotation(self, clause: Token) -> bool:
        first = min(descendants(self._parse, clause.index))
        return first > 0 and self._parse.tokens[first - 1].text in _CLOSING and self._is_closed(first - 1)

    def _is_closed(self, mark: int) -> bool:
        """Whether a quotation mark is the second of a pair in its sentence."""
        tokens = self._parse.tokens
        first = self._parse.sentences[tokens[mark].sentence].first
        return sum(t.text in _CLOSING for t in tokens[first : mark + 1]) % 2 == 0

    def _carries(self, token: Token, governor: Token, below: Token) -> bool:
        """Whether a verb of saying is what tells of all below it; ``below`` is what hangs on the token there."""
        if token.dep == "dobj":  # "accused the forces of shelling", "reported clashes"
            accused = governor.lemma in self._charging and below.dep == "prep" and below.lower in _CHARGES
            return accused or governor.lemma in self._reporting
        if governor.lemma in self._judging and token.dep == "ccomp":
            return False
        between = self._parse.tokens[min(token.index, governor.index) : max(token.index, governor.index)]
        if any(t.text == ";" for t in between) and not self.quoted.verb_at(token.begin, token.end):
            return False  # "police detained ten; the minister said …"
        if token.dep == "ccomp" and self._is_behind_colon(token, governor):
            return False
        if token.dep == "ccomp" or (token.dep == "parataxis" and governor.index > token.index):
            return True
        if token.dep == "xcomp":
            return governor.lemma == "deny"
        if token.dep == "prep" and governor.lemma in self._charging:
            return token.lower in _CHARGES
        return token.dep == "prep" and governor.lemma == "speak" and token.lower in {"about", "of"}

    def _is_behind_colon(self, clause: Token, verb: Token) -> bool:
        """ "Iran said it had resumed enrichment: Washington imposed sanctions in 2018": what was said ends before it."""
        said = [t for t in children(self._parse, verb.index, ("ccomp",)) if verb.index < t.index < clause.index]
        return any(t.text == ":" for end in said for t in self._parse.tokens[end.index : clause.index])

    def _is_content(self, noun: Token, verb: Token, below: Token) -> bool:
        """ "Expressed hope that Chad would sign", "denied reports that it had": what one hopes, fears or denies in words."""
        if verb.lemma in self._judging - self._charging:
            return False  # "welcomed Chad's decision to withdraw", which is there to be welcomed
        clause = below.dep in {"acl", "ccomp"} and below.head == noun.index
        contents = self._contents.get(verb.lemma)
        return noun.dep == "dobj" and clause and contents is not None and (not contents or noun.lemma in contents)

    def speaker_of(self, verb: int) -> Mention | None:
        """The subject of a verb of saying, if it is somebody of the story."""
        return next(iter(self.speakers_of(verb)), None)

    def speakers_of(self, verb: int) -> list[Mention]:
        """All who say it: "Mali and Niger said", of "a newspaper quoted Ali Demir as saying" Demir."""
        link = self._parse.tokens[self._parse.tokens[verb].head]
        quoted = link.lower == "as" and self._parse.tokens[link.head].lemma in self._quoting
        subjects = self._arguments.objects(link.head) if quoted else self._arguments.subjects(verb)
        said = (i for i in subjects if self._parse.tokens[i].lower != "it" or self._tells(self._parse.tokens[i], verb))
        return [m for index in said for m in self._speaking(index)]

    def _tells(self, pronoun: Token, verb: int) -> bool:
        """Whether "it" says it in a main clause: not in "when it expressed hope", "it was for them to say so"."""
        return pronoun.head == verb and self._parse.tokens[verb].dep in {"ROOT", "conj", "parataxis", "ccomp", "relcl"}

    def _speaking(self, subject: int) -> list[Mention]:
        """Who speaks where a subject does; of "UN experts" and "a UN report" the UN, of "a Kenyan statement" Kenya."""
        lemma = self._parse.tokens[subject].lemma
        if lemma not in self._not_speakers:
            return [m for m in self._arguments.parties(subject, deep=False) if m.kind is not Kind.PLACE]
        if lemma not in self._for_organisations:
            return []
        before = children(self._parse, subject, ("compound", "poss", "nmod", "amod"))
        named = [m for t in before if (m := self._arguments.mention(t.index)) is not None]
        states = [m for m in named if m.kind is Kind.STATE and lemma in self._for_states]
        issuing = (obj for prep, obj in prepositions(self._parse, subject) if prep.lower in {"by", "from"})
        if issuers := [m for obj in issuing for m in self._arguments.parties(obj.index, deep=False)]:
            return issuers  # "a statement by the minister"
        return states or [m for m in named if m.kind is Kind.ORGANISATION and m.form is Form.NAME]

    def is_rumour(self, trigger: int) -> bool:
        """Whether nobody of the story says that it has happened: "is accused of arming rebels", "a report accusing Chad of
        attacks", "reports claimed that Chad attacked"."""
        token = self._parse.tokens[trigger]
        if any(t.lower == "the" for t in children(self._parse, trigger, ("det",))):
            return False  # "accused of masterminding the attacks", which there have been
        while token.head != token.index:
            below, token = token, self._parse.tokens[token.head]
            passive = token.lemma in self._hearsay and is_passive(self._parse, token.index)
            if passive and below.dep in {"ccomp", "xcomp"} and not self.speakers_of(token.index):
                return True
            if token.lemma in self._say and below.dep == "ccomp":
                tellers = {t.lower for t in children(self._parse, token.index, ("nsubj",))}
                return bool(tellers & self._rumours) and not self.speakers_of(token.index)
            if token.lemma in self._charging and below.dep == "prep" and below.lower in _CHARGES:
                return not self.speakers_of(token.index)
        return False

    def _according_to(self, token: Token) -> Mention | None:
        for preposition, obj in prepositions(self._parse, token.index):
            if preposition.lower == "to" and self._parse.tokens[preposition.head].lower == "according":
                parties = self._arguments.parties(obj.index, deep=False)
                return parties[0] if parties and self._parse.tokens[obj.index].lemma not in self._not_speakers else None
        return None
