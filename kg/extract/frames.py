"""The event frames of the knowledge files, indexed by the words that trigger them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.knowledge.frame_schema import Frame
from kg.knowledge.schema import Words
from kg.language import Parse, Token
from kg.language.syntax import children, for_clause, verb_lemma

_APART = {"out", "home", "under", "away", "back"}
"""Words that make one with a verb across its object: "called its ambassador home", "put him under investigation"."""
Rank = tuple[bool, bool, bool, bool, bool, int]


@dataclass(frozen=True, slots=True)
class Indexed:
    """A frame with its word lists spelled out. Of those that fit at one word the lowest rank counts."""

    frame: Frame
    objects: frozenset[str]
    of: frozenset[str]
    phrases: dict[str, frozenset[str]]
    rank: Rank
    noun_rank: Rank


class FrameIndex:
    """Looks frames up by verb, noun or adjective; compiled once a process."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._verbs: defaultdict[str, list[Indexed]] = defaultdict(list)
        self._nouns: defaultdict[str, list[tuple[tuple[str, ...], Indexed]]] = defaultdict(list)
        self._adjectives: defaultdict[str, list[Indexed]] = defaultdict(list)
        self._words = knowledge.frames.words
        for order, frame in enumerate(knowledge.frames.frames):
            indexed = self._indexed(frame, order)
            for verb in frame.verbs:
                self._verbs[verb].append(indexed)
            for noun in frame.nouns:
                words = tuple(noun.lower().split())
                self._nouns[words[-1]].append((words, indexed))
            for adjective in frame.adjectives:
                self._adjectives[adjective].append(indexed)

        self._heads = {part for verb in self._verbs for part in (verb.split()[0], verb.split()[0].split("-")[-1])}

    def _indexed(self, frame: Frame, order: int) -> Indexed:
        objects = self._spelled_out(frame.objects)
        phrases = {verb: self._spelled_out(words) for verb, words in frame.with_phrases.items()}
        specific = bool(objects or frame.subjects)
        rank, noun_rank = _rank(frame, order, specific), _rank(frame, order, specific=False)
        return Indexed(frame, objects, self._spelled_out(frame.of), phrases, rank, noun_rank)

    def _spelled_out(self, words: Words | str) -> Words:
        """A list in place, or the one that "$name" names."""
        return self._words[words[1:]] if isinstance(words, str) else words

    def verbs(self, parse: Parse, token: Token) -> Iterator[tuple[str, Indexed]]:
        """Frames of a verb alone and of the verb with its particle or preposition, the more specific first."""
        if token.lemma not in self._heads:
            return
        if (hyphened := _hyphened(parse, token)) in self._verbs:
            yield from ((hyphened, indexed) for indexed in self._verbs[hyphened])
            return
        lemma = token.lemma
        full = verb_lemma(parse, token.index)
        # A particle may stand anywhere behind its verb; a preposition makes one with it only right behind it, or behind
        # its adverb or a day: "pushed hard for", "called on Monday for".
        behind = children(parse, token.index, ("prep", "prt", "advmod", "oprd"))
        manner = any(t.index == token.index + 1 and t.dep == "advmod" for t in behind)
        particles = [
            t.lower
            for t in behind
            if (t.index in {token.index + 1, token.index + 1 + manner} and not _opens_day(parse, t))
            or (t.index > token.index and (t.dep == "prt" or t.lower in _APART))
            or (f"{lemma} {t.lower}" in self._verbs and _is_behind_day(parse, token.index, t.index))
        ]
        if for_clause(parse, token.index) is not None:
            particles.append("for")
        for key in dict.fromkeys([full, *(f"{lemma} {p}" for p in particles), *([lemma] if full == lemma else [])]):
            for indexed in self._verbs.get(key, ()):
                yield key, indexed

    def nouns(self, parse: Parse, token: Token) -> Iterator[Indexed]:
        """Frames of a noun; multi-word nouns must stand before it word by word."""
        keys = {token.lemma, token.lower}
        for key in sorted(keys):
            for words, indexed in self._nouns.get(key, ()):
                before = parse.tokens[max(0, token.index - len(words) + 1) : token.index]
                if tuple(t.lower for t in before) == words[:-1] or tuple(t.lemma for t in before) == words[:-1]:
                    yield indexed

    def adjectives(self, token: Token) -> Iterator[Indexed]:
        yield from self._adjectives.get(token.lemma, ())


def _rank(frame: Frame, order: int, specific: bool) -> Rank:
    """Frames with named words come before those with a complement, and these before any other."""
    return (
        "negated" not in frame.require,
        not specific,
        "object-person" not in frame.require,  # to dismiss a minister is not to dismiss a claim
        not frame.subjects,
        frame.complement is None,
        order,
    )


def _opens_day(parse: Parse, link: Token) -> bool:
    """ "Insisted on Monday that …", which insists on no day."""
    return link.lower == "on" and any(e.first == link.index + 1 for e in parse.entities if e.label in {"DATE", "TIME"})


def _is_behind_day(parse: Parse, verb: int, preposition: int) -> bool:
    """ "Called Monday for", "called on Monday for": nothing but a day stands between."""
    if verb + 1 == len(parse.tokens):
        return False
    first = verb + 1 if parse.tokens[verb + 1].lower != "on" else verb + 2
    days = (e for e in parse.entities if e.label in {"DATE", "TIME"} and e.first == first)
    return any(e.last == preposition for e in days)


def _hyphened(parse: Parse, token: Token) -> str:
    """ "test-fire": the verb with the word that a hyphen joins before it; nothing without one."""
    before = parse.tokens[max(0, token.index - 2) : token.index]
    joined = (
        len(before) > 1 and before[1].text == "-" and before[0].end == before[1].begin and before[1].end == token.begin
    )
    return f"{before[0].lower}-{token.lemma}" if joined else ""
