"""Finds acts of saying: who says it and what is said, in direct and indirect speech."""

from kg.articles import Span
from kg.extract.arguments import Arguments
from kg.extract.attribution import Attribution
from kg.extract.claims import Evidence, Modality, StatementClaim
from kg.extract.clauses import is_inserted, is_time
from kg.extract.factuality import Factuality
from kg.knowledge import Knowledge
from kg.language import HEADLINE, Document, Form, Kind, Mention, Token
from kg.language.quotations import QUOTATION_MARKS
from kg.language.syntax import ancestors, children, descendants, is_negated, is_passive, prepositions

_UNTELLING = {"it", "this", "that"}
"""Objects that stand for what is told elsewhere: "announced it"."""
_SHOWING = {"suggest", "indicate", "show", "signal", "imply"}
_UNSAID = {Modality.DENIED, Modality.POSSIBLE, Modality.PLANNED}
"""What is done to saying for nothing to be said: "refused to say", "is expected to say", "denied saying"."""


_NEXT_TO = 4
"""Characters between a verb and the quotation that goes on right behind it."""
_LEAST_QUOTED = 8
"""Characters of a quotation, with its marks, that says something."""

_IN_WORDS = {"agreement", "demand", "support", "accusation", "rejection", "threat"}
"""Types of acts that are done in words."""
_MARKS = QUOTATION_MARKS | {")", "]"}
"""Marks that belong to the words that they enclose."""


class StatementFinder:
    """Finds the statements of one document: one for each sentence and speaker."""

    def __init__(
        self,
        document: Document,
        knowledge: Knowledge,
        arguments: Arguments,
        factuality: Factuality,
        attribution: Attribution,
    ) -> None:
        self._document = document
        self._parse = document.parse
        self._arguments = arguments
        self._factuality = factuality
        self._attribution = attribution
        speech = knowledge.speech
        self._say = speech.say
        self._needs_content = speech.needs_content
        self._object_content = speech.object_content
        self._drafts = knowledge.frames.words["law"] | knowledge.frames.words["probe"]
        self._allegations = frozenset(knowledge.groups.blames)
        self._refusing = speech.refusing_objects
        self._greeting = speech.greeting
        self._judging = speech.judging
        self._mental = speech.mental
        verbs = knowledge.frames.verbs_by_type
        self._in_words = frozenset().union(*(verbs[kind] for kind in _IN_WORDS))  # "spoke to her and offered “help”"
        self._not_speakers = speech.not_speakers
        self._formulas = speech.formulas

    def find(self) -> list[StatementClaim]:
        """Of what one says in a sentence the longest: "criticised Chad, saying that …" tells more behind "saying"."""
        found: dict[tuple[int, int], StatementClaim] = {}
        for token in self._parse.tokens:
            if self._parse.sentences[token.sentence].paragraph == HEADLINE:
                continue
            for claim in self._according(token) or (self._by_verb(token) if token.pos == "VERB" else []):
                key = (claim.evidence.sentence, claim.speaker)
                if key not in found or claim.end - claim.begin > found[key].end - found[key].begin:
                    found[key] = claim
        return list(found.values())

    def _by_verb(self, token: Token) -> list[StatementClaim]:
        if token.lemma not in self._say or token.lemma in self._mental or is_passive(self._parse, token.index):
            return []
        subjects = children(self._parse, token.index, ("nsubj",))
        if any(is_negated(self._parse, i) for i in (token.index, *(t.index for t in subjects))) or any(
            t.tag == "MD" and t.lower not in {"will"} for t in children(self._parse, token.index, ("aux",))
        ):
            return []  # "did not say", "neither of them said"
        if token.dep == "conj" and any(t.lower == "nor" for t in children(self._parse, token.head, ("cc",))):
            return []  # "has neither confirmed nor denied it"
        drafted = token.dep in {"acl", "relcl"} and self._parse.tokens[token.head].lemma in self._drafts
        if drafted and token.tag in {"VB", "VBG"}:
            return []  # "a resolution to condemn it", "vetoed a resolution condemning it"
        if token.tag == "VBG" and token.dep == "acl" and self._parse.tokens[token.head].lemma in self._allegations:
            return []  # "dismissed claims accusing him of it"
        if token.lemma in _SHOWING and token.dep == "advcl" and is_passive(self._parse, token.head):
            return []  # "he was sworn in amid a low turnout, suggesting that his government was isolated"
        governed = token.tag == "VB" or (token.tag == "VBG" and token.dep in {"pcomp", "xcomp"})
        if governed and self._factuality.modality(token.index) in _UNSAID:
            return []
        content = self._content(token)
        if content is None or self._leaves_quotation(token, content) or self._is_formula(content):
            return []
        return self._claims(token, self._attribution.speakers_of(token.index), content, f"statement.{token.lemma}")

    def _is_formula(self, content: tuple[int, int]) -> bool:
        """ "Declared him 'persona non grata'": words that do what they say."""
        said = self._parse.text[slice(*content)].lower().replace("-", " ")
        return said.strip("\".,' ") in self._formulas

    def _leaves_quotation(self, token: Token, content: tuple[int, int]) -> bool:
        """'"… Chad agreed," the minister said': Chad has not said who speaks."""
        around = (q for q in self._attribution.quoted.spans if q.begin <= token.begin < q.end)
        return any(content[0] >= q.end for q in around)

    def _content(self, token: Token) -> tuple[int, int] | None:
        """Characters of what is said: in its sentence, and the rest of a quotation of several."""
        said = self._in_sentence(token)
        quotation = self._attribution.quoted.told_by(token)
        if quotation is None:
            return said
        if said is None:
            return quotation.begin, quotation.end
        apart = said[1] < quotation.begin or quotation.end < said[0]
        return said if apart else (min(said[0], quotation.begin), max(said[1], quotation.end))

    def _in_sentence(self, token: Token) -> tuple[int, int] | None:
        """A clause, the quotation in the sentence, or an object that tells what is said."""
        clauses = [
            t
            for t in children(self._parse, token.index, ("ccomp", "parataxis"))
            if t.pos in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"}
            and not is_inserted(self._parse, t)
            and not self._is_saying(t)
            and not self._is_afterthought(t, token)
            and not (t.index < token.index and self._is_parted(t.index, token.index))
        ]
        if clauses:
            begin, end = self._span(clauses[0].index, token)
            parted = self._goes_on_behind(token) if token.tag != "VBG" else None
            return (parted.begin - 1, end) if parted is not None and parted.end < begin else (begin, end)
        if is_inserted(self._parse, token):  # "Italy, he said, had agreed"
            beside = set(descendants(self._parse, token.index))
            inside = [t for i in descendants(self._parse, token.head) if (t := self._parse.tokens[i]).pos != "PUNCT"]
            inside = [t for t in inside if t.index not in beside]
            return min(t.begin for t in inside), max(t.end for t in inside)
        if quotation := self._quotation(token):
            told = self._object(token) if token.lemma in self._object_content else None
            return told if told is not None and told[0] <= quotation[0] + 1 and quotation[1] <= told[1] else quotation
        if token.lemma in self._object_content:
            return self._object(token)
        if token.lemma not in self._needs_content and not children(self._parse, token.index, ("dobj", "prep")):
            return None
        return None

    def _is_saying(self, noun: Token) -> bool:
        """'…," the channel reports', which the parser takes for a noun."""
        return noun.pos == "NOUN" and noun.lemma in self._say and not children(self._parse, noun.index, ("dobj",))

    def _is_afterthought(self, word: Token, said: Token) -> bool:
        """ "Announced its decision to leave, the latest to do so": what describes the speaker behind the object."""
        objects = children(self._parse, said.index, ("dobj",))
        described = word.pos in {"ADJ", "NOUN"} and not children(self._parse, word.index, ("nsubj", "nsubjpass"))
        return described and any(t.index < word.index for t in objects)

    def _is_parted(self, first: int, last: int) -> bool:
        """ "Police detained ten; the minister said …": what is told before the semicolon is not said."""
        return any(t.text == ";" for t in self._parse.tokens[first:last])

    def _object(self, token: Token) -> tuple[int, int] | None:
        nouns = self._object_content[token.lemma]
        phrases = [obj for prep, obj in prepositions(self._parse, token.index) if prep.lower in nouns]
        if not phrases and token.lemma != "speak":
            phrases = [
                t
                for t in children(self._parse, token.index, ("dobj", "xcomp", "ccomp"))
                if not nouns or t.lemma in nouns
            ]
        if not phrases or phrases[0].tag in {"WDT", "WP"} or phrases[0].lemma in self._refusing.get(token.lemma, ()):
            return None
        begin, end = self._span(phrases[0].index, token)
        reasons = [  # "accused Chad of an attack"
            t
            for t in children(self._parse, token.index, ("prep",))
            if t.lower in {"of", "for"} and end <= t.begin and self._is_only_time(end, t)
        ]
        parties = self._arguments.parties(phrases[0].index, deep=False)
        judged = token.lemma in self._judging and not reasons
        persons = any(m.kind is Kind.PERSON for m in parties) or self._document.title_at[phrases[0].index] >= 0
        if (judged or token.lemma in self._greeting) and persons:
            return None  # "welcomed his counterpart Ali Demir", "criticised his rival in a speech"
        if not reasons and self._parse.text[begin:end].lower() in _UNTELLING:
            return None
        end = max([end, *(self._span(t.index, token)[1] for t in reasons)])
        return begin, self._end_of_reason(token, end) if token.lemma in self._judging else end

    def _end_of_reason(self, verb: Token, end: int) -> int:
        """ "Accused Chad of collusion with Mali": what the parser hangs on the verb right behind the reason belongs to it."""
        behind = [t for t in children(self._parse, verb.index, ("prep",)) if t.lower in {"with", "against", "between"}]
        return max([end, *(self._span(t.index, verb)[1] for t in behind if t.begin == end + 1)])

    def _is_only_time(self, begin: int, reason: Token) -> bool:
        """ "Accused Chad on Monday of an attack": nothing but a day stands between whom one accuses and of what."""
        between = [t for t in self._parse.tokens if begin <= t.begin < reason.begin]
        return all(t.lower == "on" or is_time(self._parse, t.index) for t in between)

    def _quotation(self, token: Token) -> tuple[int, int] | None:
        """The quoted characters of the sentence of a verb of saying, if it has any of some length."""
        sentence = self._parse.sentences[token.sentence]
        spans = [q for q in self._attribution.quoted.spans if q.begin < sentence.end and sentence.begin < q.end]
        spans = [q for q in spans if not self._is_told_above(token, q)]
        if any(q.begin <= token.begin < q.end for q in spans):
            return None  # said inside a quotation
        before = [q for q in spans if q.end <= token.begin]
        behind = [q for q in spans if q.begin > token.begin]
        near = behind or before
        if before and self._is_directly_behind(token, before[-1]):
            near = [*before, *behind] if self._goes_on_behind(token) is not None else before
        if not near:
            return None
        begin, end = max(near[0].begin - 1, sentence.begin), min(near[-1].end + 1, sentence.end)
        told = end - begin > _LEAST_QUOTED and any(c.isalpha() for c in self._parse.text[begin:end])
        apart = self._is_name(begin, end) or self._is_of_joined_verb(token, near[0]) or self._tells_of(token, near[-1])
        apart = apart or all(self._is_only_called_so(token, quoted) for quoted in near)
        return (begin, end) if told and not apart else None

    def _is_told_above(self, verb: Token, quotation: Span) -> bool:
        """'"…", he said, noting that Ali Demir reiterated his support': Demir has not said what is quoted."""
        said = self._attribution.quoted.verb_at(quotation.begin, quotation.end)
        above = {t.index for t in ancestors(self._parse, verb.index)} - {verb.index}
        return verb.dep == "ccomp" and said is not None and quotation.end <= said.begin and said.index in above

    def _is_only_called_so(self, verb: Token, quotation: Span) -> bool:
        """ "Recalled its envoy for “consultation”", "urged it to “quickly” go", "agreed to an “immediate and full” truce", "even
        as it has “categorically denied” it": words of the narrator's sentence, marked as another's."""
        inside = [t for t in self._parse.tokens if quotation.begin <= t.begin < quotation.end and t.text.isalpha()]
        inside = inside[1:] if inside and inside[0].dep == "prep" else inside  # "for consultations"
        alone = len(inside) == 1
        named = alone and inside[0].dep == "pobj" and verb.lemma in self._needs_content
        named = named or (alone and inside[0].dep == "dobj" and inside[0].head != verb.index)  # 'of an "uprising"'
        qualifying = bool(inside) and inside[0].dep == "amod" and {t.dep for t in inside[1:]} <= {"cc", "conj"}
        before_noun = qualifying and self._parse.tokens[inside[0].head].begin >= quotation.end
        named = named or before_noun or (alone and inside[0].dep == "advmod")
        outside = [t for head in inside for t in children(self._parse, head.index, ("nsubj", "aux"))]
        return named or any(t.end < quotation.begin for t in outside)

    def _tells_of(self, verb: Token, quotation: Span) -> bool:
        """'A "tough meeting" where some argued against it', who did not say those words."""
        noun = self._parse.tokens[verb.head]
        where = {t.lower for t in children(self._parse, verb.index, ("advmod",))} & {"where", "when"}
        apart = (
            bool(where) and quotation.end <= noun.begin
        )  # 'had reports of "clashes" on a front where it claimed victory'
        return verb.dep == "relcl" and (apart or quotation.begin <= noun.begin < quotation.end)

    def _is_of_joined_verb(self, verb: Token, quotation: Span) -> bool:
        """'Promised help and severed "diplomatic relations"': what another verb does, joined to the one of saying or below."""
        inside = [t for t in self._parse.tokens if quotation.begin <= t.begin < quotation.end]
        for token in inside[:1]:
            said = False
            for above in ancestors(self._parse, token.index):
                if above.index == verb.index:
                    return False
                if above.dep == "relcl" and above.index > verb.index and children(self._parse, above.index, ("nsubj",)):
                    return True  # 'accused him of it, a claim which Ali Demir calls "a lie"'
                said = said or (above.lemma in self._say and verb.index < above.index < token.index)
                if said and children(self._parse, above.index, ("nsubj",)):
                    return True  # 'criticised him, who alleged that Chad had "breached the trust"'
                if above.pos == "VERB" and above.dep == "conj" and above.head == verb.index:
                    return above.lemma not in self._say | self._in_words
        return False

    def _is_name(self, begin: int, end: int) -> bool:
        """A name in quotation marks, before a noun or behind one: 'the "Red Shirt" movement', 'the law "On Trade"'; and
        whom something is according to."""
        inside = [t for t in self._parse.tokens if begin <= t.begin < end and t.text[0].isalnum()]
        words = [t for t in inside if t.pos not in {"ADP", "DET", "CCONJ"} or t.index == inside[0].index]
        if not inside or not all(t.text[0].isupper() or t.text[0].isdigit() for t in words):
            return False
        before = self._parse.tokens[max(0, inside[0].index - 3) : inside[0].index - 1]
        if len(words) > 1 and before and (before[-1].pos == "NOUN" or before[0].lower == "according"):
            return True
        behind = self._parse.tokens[inside[-1].index + 1 : inside[-1].index + 3]
        return any(t.pos in {"NOUN", "ADJ"} and t.begin >= end - 1 for t in behind)

    def _goes_on_behind(self, verb: Token) -> Span | None:
        """The first part of a quotation in two, between which it is told who speaks to whom: '"Chad," Ali Demir told Jan
        Novak, "is calm."'."""
        sentence = self._parse.sentences[verb.sentence]
        spans = [q for q in self._attribution.quoted.spans if q.begin < sentence.end and sentence.begin < q.end]
        before = next((q for q in reversed(spans) if q.end <= verb.begin), None)
        behind = next((q for q in spans if q.begin > verb.begin), None)
        if before is None or behind is None or not self._is_directly_behind(verb, before):
            return None
        told = {i for t in children(self._parse, verb.index, ("dobj",)) for i in descendants(self._parse, t.index)}
        between = [t for t in self._parse.tokens[verb.index + 1 : sentence.last] if t.begin < behind.begin - 1]
        whom = bool(between) and between[-1].text == "," and all(t.index in told for t in between[:-1])
        return before if whom or behind.begin - verb.end <= _NEXT_TO else None

    def _is_directly_behind(self, verb: Token, quotation: Span) -> bool:
        """'"We agree," the minister said, "to go"': with nothing but the speaker between."""
        between = self._parse.tokens[self._parse.sentences[verb.sentence].first : verb.index]
        others = (t for t in between if t.begin >= quotation.end and t.head != verb.index)
        return not any(t.pos in {"VERB", "AUX", "SCONJ"} for t in others)

    def _span(self, index: int, verb: Token) -> tuple[int, int]:
        inside = [i for i in descendants(self._parse, index) if i != verb.index]
        if verb.lemma == "say" and index > verb.index:
            # "said" has no object or infinitive of its own: they belong to the clause, parsed apart from it.
            apart = [t for t in children(self._parse, verb.index, ("dobj", "xcomp")) if t.index > verb.index]
            apart = [t for t in apart if not is_time(self._parse, t.index)]  # "said this Wednesday that …"
            inside += [i for t in apart for i in descendants(self._parse, t.index)]
        if index < verb.index:  # "…, the minister said on Friday": who says it, and when, is none of it
            speaking = [t for t in children(self._parse, verb.index, ("nsubj",)) if index < t.index < verb.index]
            end = min([verb.index, *(i for t in speaking for i in descendants(self._parse, t.index) if i > index)])
            inside = [i for i in inside if i < end]
        if verb.dep == "relcl" and index > verb.index:
            inside = [i for i in inside if i > verb.index]  # "…, which Ali Demir said was ready to talk"
        # "…, and": what it joins is told by another verb
        words = [i for i in inside if self._parse.tokens[i].dep != "cc" and self._parse.tokens[i].text != ","]
        last = max(words or inside)
        return self._parse.tokens[min(inside)].begin, self._parse.tokens[last].end

    def _according(self, token: Token) -> list[StatementClaim]:
        if token.lower != "according":
            return []
        for preposition, obj in prepositions(self._parse, self._parse.tokens[token.head].index):
            if self._parse.tokens[preposition.head].index != token.index and preposition.index != token.index:
                continue
            for mention in self._arguments.parties(obj.index, deep=False):
                if self._parse.tokens[obj.index].lemma in self._not_speakers or mention.kind is Kind.PLACE:
                    return []
                return self._claims(token, [mention], self._without_source(token), "statement.according_to")
        return []

    def _without_source(self, according: Token) -> tuple[int, int]:
        """The sentence without "according to Ali Demir" and its comma at either end."""
        sentence = self._parse.sentences[according.sentence]
        source = list(descendants(self._parse, according.index))
        told = [t for t in self._parse.tokens[sentence.first : sentence.last] if t.pos != "PUNCT" or t.text in _MARKS]
        before = [t for t in told if t.index < min(source)]
        behind = [t for t in told if t.index > max(source)]
        set_off = [t.text for t in self._parse.tokens[max(source) + 1 : max(source) + 2]] == [","]
        if bool(before) == bool(behind) or (behind and not set_off):
            return sentence.begin, sentence.end
        words = before or behind
        if {words[0].text, words[-1].text} <= QUOTATION_MARKS:
            words = words[1:-1] or words
        return words[0].begin, words[-1].end

    def _claims(
        self, token: Token, speakers: list[Mention], content: tuple[int, int], rule: str
    ) -> list[StatementClaim]:
        """One for each speaker, all with the same evidence."""
        speakers = [s for s in speakers if not s.is_first_person]  # "I think so", he said: he says it once
        named = all(speaker.form in {Form.NAME, Form.METONYM} for speaker in speakers)
        evidence = Evidence(token.sentence, token.begin, token.end, rule, 0.9 if named else 0.8)
        return [self._claim(token, speaker, content, evidence) for speaker in speakers]

    def _claim(self, token: Token, speaker: Mention, content: tuple[int, int], evidence: Evidence) -> StatementClaim:
        begin, end = content
        own = {
            *descendants(self._parse, speaker.head)
        }  # "Chadian" of "Niger, Chadian President Ali Demir said, is right"
        about = tuple(
            m.index
            for m in self._document.mentions
            if begin <= m.begin
            and m.end <= end
            and m.form is not Form.PRONOUN
            and m.index != speaker.index
            and m.head not in own
            and m.form is not Form.NOMINAL
        )
        return StatementClaim(speaker.index, about, begin, end, token.index, evidence)
