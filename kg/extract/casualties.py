"""How many people an attack has killed and injured, where the sentence gives the numbers."""

from collections.abc import Iterator

from kg.extract.arguments import Arguments
from kg.extract.times import NUMBERS
from kg.knowledge import Knowledge
from kg.language import Token
from kg.language.syntax import ancestors, child, children, conjuncts, descendants, is_passive, prepositions

_HUNDRED, _THOUSAND = 100, 1000
_JOINED = ("conj", "advcl", "relcl", "acl")


class Casualties:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._parse = arguments.parse
        self._killing = knowledge.groups.killing_verbs
        self._injuring = knowledge.groups.injuring_verbs
        self._dying = knowledge.groups.dying_verbs
        self._costing = knowledge.groups.costing_verbs
        self._kin = knowledge.groups.kin - {"family"}
        self._people = knowledge.groups.people_animate | knowledge.groups.persons

    def is_toll(self, verb: Token) -> bool:
        return verb.lemma in self._killing | self._injuring or self._is_shot_dead(verb)

    def _is_shot_dead(self, verb: Token) -> bool:
        return verb.lemma == "shoot" and any(t.lower == "dead" for t in children(self._parse, verb.index))

    def of(self, trigger: int) -> tuple[int | None, int | None]:
        """(killed, injured) told by the trigger, the verb whose subject it is, or the verbs joined to either."""
        killed = injured = None
        for verb in self._verbs(trigger):
            if self._is_either(verb):
                continue
            if verb.lemma in self._killing or self._is_shot_dead(verb):
                killed = killed or self._number(verb)
            elif verb.lemma in self._injuring:
                injured = injured or self._number(verb)
            elif verb.lemma in self._dying or self._loses_life(verb):
                killed = killed or self._sum(self._arguments.surface_subjects(verb.index))
            else:
                more_killed, more_injured = self._told_beside(verb)
                killed, injured = killed or more_killed, injured or more_injured
        return killed, injured

    def _is_either(self, verb: Token) -> bool:
        """ "Were killed or wounded": how many of each nobody says."""
        first = self._parse.tokens[verb.head] if verb.dep == "conj" else verb
        either = any(t.lower == "or" for t in children(self._parse, first.index, ("cc",)))
        return either and any(self.is_toll(t) for t in children(self._parse, first.index, ("conj",)))

    def _told_beside(self, verb: Token) -> tuple[int | None, int | None]:
        """ "Left 30 people dead and 12 injured", "claimed 30 lives", "the death toll rose to 30"."""
        if verb.lemma in self._costing:
            return self._lives(verb), None
        if verb.lemma == "leave":
            return self._left(verb)
        tolls = (t for t in children(self._parse, verb.index, ("nsubj",)) if t.lemma == "toll")
        if any(t.lower == "death" for toll in tolls for t in children(self._parse, toll.index)):
            told = [t.index for t in children(self._parse, verb.index, ("dobj", "attr"))]
            told += [obj.index for prep, obj in prepositions(self._parse, verb.index) if prep.lower in {"to", "at"}]
            return next(filter(None, map(self._count, told)), None), None
        return None, None

    def _lives(self, verb: Token) -> int | None:
        """ "Claimed six lives", "cost the lives of six soldiers"."""
        lives = [t.index for t in children(self._parse, verb.index, ("dobj",)) if t.lemma == "life"]
        whose = [o.index for i in lives for p, o in prepositions(self._parse, i) if p.lower == "of"]
        return self._sum(lives) or self._sum([j for i in whose for j in conjuncts(self._parse, i)])

    def _left(self, verb: Token) -> tuple[int | None, int | None]:
        """What word order tells behind "leave": a number, and whether those are dead or injured."""
        killed = injured = number = None
        for index in sorted(descendants(self._parse, verb.index)):
            token = self._parse.tokens[index]
            if index < verb.index:
                continue
            if token.pos == "NUM":
                number = self._count(index)
            elif token.lower == "dead" or token.lemma in self._killing:
                killed, number = killed or number, None
            elif token.lemma in self._injuring:
                injured, number = injured or number, None
        return killed, injured

    def _verbs(self, trigger: int) -> Iterator[Token]:
        token = self._parse.tokens[trigger]
        governor = self._parse.tokens[token.head]
        anchors = [token, *self._toll_above(token)]
        joined_noun = token.dep == "conj" and token.pos != "VERB"  # not "killed two and hit a refinery"
        if (
            token.dep in {"nsubj", "advcl"}
            or joined_noun
            or (token.dep in {"pobj", "pcomp"} and governor.lower in {"in", "during", "by"})
        ):
            verb = governor if governor.pos == "VERB" else self._parse.tokens[governor.head]
            anchors.append(self._parse.tokens[verb.head] if verb.dep == "conj" else verb)
        if token.pos == "NOUN":  # "an airstrike on a centre that killed two"
            below = (self._parse.tokens[i] for i in descendants(self._parse, trigger))
            anchors += [t for t in below if t.dep == "relcl" and self.is_toll(t)]
        for anchor in anchors:
            yield anchor
            for joined in children(self._parse, anchor.index, _JOINED):
                others = joined.dep == "advcl" and child(self._parse, joined.index, "nsubj") is not None
                if others and self.is_toll(joined) and joined.index != trigger:
                    continue  # "rockets were fired hours after airstrikes killed four"
                if self._is_done_by_other(anchor, joined):
                    continue
                yield joined
                yield from children(self._parse, joined.index, ("conj",))  # "killing four and wounding ten"

    def _is_done_by_other(self, verb: Token, joined: Token) -> bool:
        """ "Troops have been attacked and have killed six": what was done to them, and what they did."""
        apart = joined.dep == "conj" and child(self._parse, joined.index, "aux") is not None
        return apart and is_passive(self._parse, verb.index) and not is_passive(self._parse, joined.index)

    def _toll_above(self, noun: Token) -> list[Token]:
        """The verb of "the death toll from the attack rose"."""
        above = list(ancestors(self._parse, noun.index))[:2]
        return [self._parse.tokens[t.head] for t in above if t.lemma == "toll" and t.dep == "nsubj"]

    def _number(self, verb: Token) -> int | None:
        """The number of those whom a verb is done to: "at least 37 people", "seven", "a guard and two civilians"."""
        objects = self._arguments.objects(verb.index) or self._hurt_as_well(verb)
        if verb.dep == "acl":  # "25 soldiers and 27 militants killed on Thursday"
            objects = [j for i in objects for j in conjuncts(self._parse, self._first(i))]
        return self._sum(objects)

    def _hurt_as_well(self, verb: Token) -> list[int]:
        """ "Six were killed and 30 hurt": the second verb goes without its "were"."""
        above = self._parse.tokens[verb.head]
        joined = verb.dep == "conj" and self.is_toll(above) and is_passive(self._parse, above.index)
        return (
            self._arguments.surface_subjects(verb.index) if joined and child(self._parse, verb.index, "nsubj") else []
        )

    def _loses_life(self, verb: Token) -> bool:
        """ "Three people lost their lives"."""
        return verb.lemma == "lose" and any(t.lemma == "life" for t in children(self._parse, verb.index, ("dobj",)))

    def _sum(self, people: list[int]) -> int | None:
        numbers = [n for i in people if (n := self._count(i)) is not None]
        return sum(numbers) if numbers else None

    def _first(self, index: int) -> int:
        token = self._parse.tokens[index]
        return token.head if token.dep == "conj" else index

    def _in_words(self, last: Token) -> int:
        """ "Three hundred thirty-five", whose last word the others hang on."""
        words = (*children(self._parse, last.index, ("compound", "nummod")), last)
        thousands = value = 0
        for number in (NUMBERS[t.lower] for t in words if t.lower in NUMBERS):
            value = max(value, 1) * number if number == _HUNDRED else value + number % _THOUSAND
            if number == _THOUSAND:
                thousands, value = max(value, 1) * number, 0
        return thousands + value

    def _count(self, index: int) -> int | None:
        noun = self._parse.tokens[index]
        for token in (*children(self._parse, index, ("nummod",)), noun):
            word = token.lower.replace(",", "")
            if word.isascii() and word.isdigit():
                return int(word)
            if token.pos == "NUM" and word in NUMBERS:
                return self._in_words(token)
        one = noun.tag == "NN" and noun.lemma in self._people
        counted = one and any(t.lower in {"a", "an"} for t in children(self._parse, index, ("det",)))
        relative = noun.tag == "NN" and noun.lemma in self._kin and child(self._parse, index, "poss") is not None
        return 1 if counted or relative else None  # "an official and his wife"
