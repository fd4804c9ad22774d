"""What "they" stands for where it is an organisation or people of a state: the subject before it, or whom the clause moves."""

from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention, Token
from kg.language.syntax import ancestors, child, children, conjuncts, descendants, prepositions

_SUBJECTS = ("nsubj", "nsubjpass")
_GRANTING = {"though", "although"}


class PluralPronouns:
    """Lookup in one document."""

    def __init__(self, document: Document, knowledge: Knowledge) -> None:
        self._document = document
        self._judging = knowledge.speech.judging
        self._say = knowledge.speech.say
        self._papers = knowledge.speech.for_organisations
        self._demands = knowledge.frames.verbs_by_type["demand"]

    def organisation(self, pronoun: Mention) -> Mention | None:
        """ "The Tories … They": an organisation that was the subject of this sentence or the one before; or one that
        the sentence itself accuses or moves."""
        parse = self._document.parse
        if upon := self.acted_upon(pronoun):
            named = (self._document.mentions[at] for i in upon if (at := self._document.mention_at[i]) >= 0)
            return next((m for m in named if m.kind in {Kind.ORGANISATION, Kind.STATE}), None)
        here = parse.tokens[pronoun.head].sentence
        subjects = [
            m
            for m in self._document.mentions
            if m.begin < pronoun.begin
            and here - parse.tokens[m.head].sentence <= 1
            and m.kind in {Kind.ORGANISATION, Kind.PERSON, Kind.STATE, Kind.GROUP}
            and parse.tokens[m.head].dep in _SUBJECTS
            and not any(t.dep == "conj" for t in parse.children[m.head])
        ]
        if self._follows_several(pronoun):
            return None
        last = subjects[-1] if subjects else None
        if last is not None and last.form is Form.PRONOUN and parse.tokens[last.head].sentence == here:
            return last if last.name.lower() == pronoun.name.lower() else None  # "they do not talk, they demand"
        if last is None or last.form is Form.PRONOUN or self._is_of_several(last):
            return None
        if self._is_behind_unnamed(pronoun, last) or self._is_behind_joined(pronoun, last):
            return None
        if last.kind is Kind.STATE and self._says_of_itself(last, pronoun):
            return last
        people = last.form is Form.DEMONYM and parse.tokens[last.head].tag in {"NNS", "NNPS"}
        states = last.kind is Kind.STATE and (last.form is Form.NOMINAL or people)
        return last if last.kind is Kind.ORGANISATION or states else None

    def _says_of_itself(self, speaker: Mention, pronoun: Mention) -> bool:
        """ "The US says that they have carried out a strike", "the US criticised it, though they have declined to act"."""
        parse = self._document.parse
        own = parse.tokens[parse.tokens[pronoun.head].head]
        if parse.tokens[pronoun.head].dep != "nsubj" or own.head != parse.tokens[speaker.head].head:
            return False
        granted = any(t.lower in _GRANTING for t in children(parse, own.index, ("mark",)))
        said = own.dep == "ccomp" and parse.tokens[own.head].lemma in self._say
        return said or (own.dep == "advcl" and granted)

    def _is_behind_unnamed(self, pronoun: Mention, last: Mention) -> bool:
        """ "The ministry spoke. Several thousand protesters marched when they …": people without a name are nearer."""
        between = self._document.parse.tokens[last.last : pronoun.first]
        plural = (t for t in between if t.tag == "NNS" and t.dep in _SUBJECTS)
        unnamed = (t for t in plural if self._document.mention_at[t.index] < 0)
        return any(child(self._document.parse, t.index, "poss") is None for t in unnamed)  # not "their forces"

    def _is_behind_joined(self, pronoun: Mention, last: Mention) -> bool:
        """ "The Council asked (both) Chad and Niger to withdraw. They agreed": the two are nearer."""
        parse = self._document.parse
        verb = parse.tokens[parse.tokens[last.head].head]
        below = [i for i in descendants(parse, verb.index) if verb.index < i < pronoun.first]
        named = [self._document.mentions[at] for i in below if (at := self._document.mention_at[i]) >= 0]
        joined = [m for m in named if m.kind is Kind.STATE and len(conjuncts(parse, m.head)) > 1]
        sides = any(m.kind is Kind.GROUP and m.form is Form.NOMINAL for m in named)
        demanded = verb.lemma in self._demands
        return demanded and last.kind is Kind.ORGANISATION and (bool(joined) or sides)

    def _is_of_several(self, mention: Mention) -> bool:
        """ "Leaders of Mali and Niger", of more states than the one that the mention is known by."""
        owner = None if mention.title is None else self._document.titles[mention.title].owner
        return owner is not None and len(conjuncts(self._document.parse, owner)) > 1

    def _follows_several(self, pronoun: Mention) -> bool:
        """ "Ali Demir and Jan Novak met when they …": they are those two."""
        parse = self._document.parse
        tokens = parse.tokens[parse.sentences[parse.tokens[pronoun.head].sentence].first : pronoun.first]
        return any(t.dep in _SUBJECTS and len(conjuncts(parse, t.index)) > 1 for t in tokens)

    def _done_to_above(self, verb: Token) -> list[int]:
        """Of "imposed sanctions on Malian officials, accusing them", "arrested soldiers and charged them" those."""
        parse = self._document.parse
        joined = verb.dep == "conj" or (verb.dep == "advcl" and verb.tag == "VBG")
        things = [t for t in parse.children[verb.head] if joined and t.dep == "dobj" and t.index < verb.index]
        phrases = [o for i in (verb.head, *(t.index for t in things)) for _, o in prepositions(parse, i)]
        upon = [t for t in (*things, *phrases) if t.tag == "NNS" and self._document.mention_at[t.index] >= 0]
        return [t.index for t in upon if t.index < verb.index][:1]

    def acted_upon(self, pronoun: Mention) -> list[int]:
        """Of "accused the rebels of a raid, saying they had …", "drove the rebels from towns they had seized" and "a
        statement from the rebels saying they had …" the rebels."""
        parse = self._document.parse
        own = parse.tokens[parse.tokens[pronoun.head].head]
        if parse.tokens[pronoun.head].dep in {"dobj", "pobj"}:
            return self._done_to_above(parse.tokens[own.head] if own.pos == "ADP" else own)
        above = list(ancestors(parse, own.index))
        if parse.tokens[pronoun.head].dep not in _SUBJECTS or not above:
            return []
        saying = above[0]
        if own.dep == "ccomp" and saying.dep == "acl" and parse.tokens[saying.head].lemma in self._papers:
            issued = prepositions(parse, saying.head)
            return [o.index for link, o in issued if link.lower in {"by", "from", "of"}]
        if own.dep == "ccomp" and saying.dep == "advcl" and saying.tag == "VBG":
            verb = parse.tokens[saying.head]
            told = verb.lemma in self._judging
        else:
            verb = next((t for t in above if t.pos == "VERB"), own)
            told = own.dep == "relcl" and parse.tokens[saying.head].dep == "prep"
        return [t.index for t in parse.children[verb.index] if told and t.dep == "dobj" and t.index < own.index]
