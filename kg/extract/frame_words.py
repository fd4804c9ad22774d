"""Whether the words beside a trigger are those that a frame asks for, and none of those that it refuses."""

from collections.abc import Collection
from dataclasses import dataclass

from kg.extract.arguments import Arguments
from kg.extract.complements import Complements
from kg.extract.frames import Indexed
from kg.knowledge import Knowledge
from kg.knowledge.frame_schema import Frame
from kg.language import Form, Kind, Token
from kg.language.syntax import children, prepositions


@dataclass(frozen=True, slots=True)
class ObjectNouns:
    """The nouns that a verb has as objects, all words that they are named by, and the words right before them."""

    tokens: tuple[Token, ...]
    words: frozenset[str]
    modifiers: frozenset[str]


class FrameWords:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, complements: Complements, knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._document = arguments.document
        self._parse = arguments.parse
        self._complements = complements
        self._known: dict[tuple[int, ...], ObjectNouns] = {}
        self._measures = knowledge.groups.measures
        self._programmes = knowledge.groups.programmes

    def subjects_fit(self, subjects: tuple[int, ...], frame: Frame) -> bool:
        """Whether a subject, what it counts or a noun before it is one of those asked for, and none of those refused."""
        mentions = (self._arguments.mention(i) for i in subjects)
        if frame.type == "visit" and any(m is not None and m.form is Form.DEMONYM for m in mentions):
            return False  # "Israelis visiting Cyprus", of whom none acts for Israel
        nouns = [self._parse.tokens[i] for i in subjects]
        nouns += [obj for noun in nouns for prep, obj in prepositions(self._parse, noun.index) if prep.lower == "of"]
        beside = [t for noun in nouns for t in children(self._parse, noun.index, ("compound", "amod"))]
        own = {t.lemma for t in (*nouns, *(t for t in beside if t.pos != "PROPN"))}  # not "the North Atlantic Treaty …"
        if not own.isdisjoint(frame.not_subjects):
            return False
        return not frame.subjects or not {t.lemma for t in (*nouns, *beside)}.isdisjoint(frame.subjects)

    def object_nouns(self, token: Token, lemma: str, objects: tuple[int, ...]) -> ObjectNouns:
        """The objects of a verb with the words that they are named by."""
        nouns = tuple(self._object_tokens(token, lemma, objects))
        indices = tuple(noun.index for noun in nouns)
        if indices not in self._known:
            self._known[indices] = self._named_by(nouns)
        return self._known[indices]

    def _named_by(self, nouns: tuple[Token, ...]) -> ObjectNouns:
        modifiers = [(n, m) for n in nouns for m in children(self._parse, n.index, ("compound", "amod"))]
        words = {word for n in nouns for word in self.named(n)}
        words |= {f"{self._hyphened_word(m)} {n.lemma}" for n, m in modifiers}
        words |= {m.lemma for n, m in modifiers if n.lemma in self._programmes}
        words |= {f"{n.lemma} {p.lower} {o.lemma}" for n in nouns for p, o in prepositions(self._parse, n.index)}
        return ObjectNouns(nouns, frozenset(words), frozenset(m.lower for _, m in modifiers))

    def _object_tokens(self, token: Token, lemma: str, objects: tuple[int, ...]) -> list[Token]:
        """The objects, or what follows the preposition of a verb like "agree on"; measures give what they count."""
        if objects or " " not in lemma:
            nouns = [self._parse.tokens[i] for i in objects]
            counted = [
                obj
                for noun in nouns
                if noun.lemma in self._measures or noun.pos == "NUM"
                for prep, obj in prepositions(self._parse, noun.index)
                if prep.lower == "of"
            ]
            return nouns + counted
        last = lemma.split()[-1]
        links = {last, "of"} if last == "out" else {last}  # "pulled out of the treaty"
        return [obj for prep, obj in prepositions(self._parse, token.index) if prep.lower in links]

    def objects_fit(self, nouns: ObjectNouns, lemma: str, indexed: Indexed) -> bool:
        frame, words = indexed.frame, nouns.words
        if (indexed.objects and words.isdisjoint(indexed.objects)) or not words.isdisjoint(frame.not_objects):
            return False
        if lemma in frame.verb_objects and words.isdisjoint(frame.verb_objects[lemma]):
            return False
        if any(
            n.lemma in frame.not_with_clause and children(self._parse, n.index, ("acl", "ccomp")) for n in nouns.tokens
        ):
            return False
        return nouns.modifiers.isdisjoint(frame.not_compounds)

    def named(self, noun: Token) -> set[str]:
        """The words that an object is named by: its noun, the title that it ends ("high commissioner"), and of "Ambassador Ali
        Demir" and "Ali Demir, the ambassador" the title."""
        beside = children(self._parse, noun.index, ("compound", "appos"))
        titles = [(t, at) for t in beside if (at := self._document.title_at[t.index]) >= 0]
        texts = [self._document.titles[at].text.lower() for _, at in titles]
        at = self._document.title_at[noun.index]
        own = {self._document.titles[at].text.lower()} if at >= 0 else set()
        # "Ali Demir, the first secretary of the embassy"
        return {noun.lemma, noun.lower, *own, *(t.lower for t, _ in titles), *(text.split(" of ")[0] for text in texts)}

    def _hyphened_word(self, modifier: Token) -> str:
        """ "cease-fire" in "cease-fire agreement"."""
        first = next(iter(self._parse.children[modifier.index]), modifier)
        joined = self._parse.text[first.begin : modifier.end].lower()
        return joined if "-" in joined and " " not in joined else modifier.lower

    def clause_fits(self, token: Token, lemma: str, objects: tuple[int, ...], indexed: Indexed) -> bool:
        frame = indexed.frame
        if lemma in frame.transitive and not objects:
            return False
        if lemma in frame.finite and token.tag == "VBG" and token.dep == "advcl":
            return False
        if not self.has_words(token, frame):
            return False
        around = (token, *(self._parse.tokens[i] for i in objects))
        if any(self.has_barred_phrase(t, frame) for t in around):
            return False
        wanted = indexed.phrases.get(lemma)
        if wanted is not None and not any(self._has_phrase(t, wanted) for t in around):
            return False
        if lemma in frame.needs_post and not self._has_post(token):
            return False
        return self._complements.fits(token, lemma, frame)

    def has_barred_phrase(self, token: Token, frame: Frame) -> bool:
        """ "Rallied to 31 percent", "his departure for Paris", "withdrew from the limelight"."""
        return self._has_phrase(token, frame.without_phrases.get(token.lemma, ()))

    def _has_phrase(self, token: Token, phrases: Collection[str]) -> bool:
        """One of these prepositions or adverbs, or of the prepositions with these nouns, below a word."""
        if not phrases:
            return False
        found = prepositions(self._parse, token.index)
        adverbs = children(self._parse, token.index, ("advmod",))
        adverbs += [
            t for t in children(self._parse, token.index, ("prep",)) if children(self._parse, t.index, ("prep",))
        ]
        if any(t.lower in phrases for t in adverbs):  # "(sent them) home", "out of the country"
            return True
        return any(prep.lower in phrases or f"{prep.lower} {noun.lemma}" in phrases for prep, noun in found)

    def is_of(self, noun: Token, indexed: Indexed) -> bool:
        """Whether a noun is of what the frame asks for, or of a person: "the release of prisoners", "Ali Demir's release"."""
        if not indexed.of:
            return True
        owned = [t.index for t in children(self._parse, noun.index, ("poss",))]
        owned += [obj.index for prep, obj in prepositions(self._parse, noun.index) if prep.lower == "of"]
        mentions = [m for i in owned if (m := self._arguments.mention(i)) is not None]
        persons = any(m.kind is Kind.PERSON or m.form is Form.DEMONYM for m in mentions)
        return any(self._parse.tokens[i].lemma in indexed.of for i in owned) or persons

    def has_words(self, token: Token, frame: Frame) -> bool:
        """Whether one of the words that the frame asks for is in the sentence."""
        sentence = self._parse.sentences[token.sentence]
        words = (t.lemma for t in self._parse.tokens[sentence.first : sentence.last])
        return not frame.with_words or any(word in frame.with_words for word in words)

    def _has_post(self, token: Token) -> bool:
        """Whether a title is in the clause other than in its participants' own names."""
        return any(
            self._document.title_at[t.index] >= 0
            for t in children(self._parse, token.index, ("oprd", "attr", "xcomp", "ccomp", "dobj", "dative"))
        ) or any(
            self._document.title_at[obj.index] >= 0
            for prep, obj in prepositions(self._parse, token.index)
            if prep.lower in {"as", "to"}
        )
