"""Tolls that the words around an attack tell: "clashes killed three", "one was killed and two were injured"."""

from collections.abc import Mapping

from kg.extract.arguments import Arguments
from kg.extract.casualties import Casualties
from kg.extract.match import Match
from kg.knowledge import Knowledge
from kg.language import Token
from kg.language.syntax import ancestors, child, children, conjuncts, descendants, is_passive, prepositions

_WITHIN = {"in", "by", "during"}
"""Prepositions of the attack that a toll is of: "six were killed in the raid"."""
_WHEN = {"when", "as", "after"}


class Tolls:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        self._parse = arguments.parse
        self._casualties = Casualties(arguments, knowledge)

    def is_toll(self, verb: Token) -> bool:
        return self._casualties.is_toll(verb)

    def without_tolls(self, matches: list[Match]) -> list[Match]:
        """ "clashes killed three", "strikes hit Odesa", "killed in the raid", "one was killed and two were injured": the toll of an
        attack is no other attack."""
        attacks = {m.candidate.trigger: m for m in matches if m.indexed.frame.type == "attack"}
        tolls: dict[int, int] = {}
        for trigger, match in attacks.items():
            token = self._parse.tokens[trigger]
            struck = any(i in attacks and not attacks[i].candidate.is_verb for i in match.candidate.subjects)
            if not match.candidate.is_verb or not (struck or self._casualties.is_toll(token)):
                continue
            verbs = conjuncts(self._parse, trigger)
            within = [o.index for v in verbs for p, o in prepositions(self._parse, v) if p.lower in _WITHIN]
            nouns = (i for i in (*match.candidate.subjects, *within) if i in attacks and i not in match.consumed)
            told_by = [i for i in nouns if not attacks[i].candidate.is_verb or self._parse.tokens[i].dep == "pcomp"]
            if token.dep == "advcl" and token.tag == "VBG" and token.head in attacks:  # "staged an attack, killing two"
                told_by.append(token.head)
            elif token.dep == "advcl" and token.tag == "VBG":  # "accused it of bombing a mosque, killing 75"
                inside = descendants(self._parse, token.head)
                told_by += [i for i in sorted(inside) if i in attacks and i < trigger and i not in tolls][-1:]
            if token.dep == "relcl":  # "an airstrike on a centre that killed two"
                above = (t.index for t in ancestors(self._parse, token.index) if t.index in attacks)
                told_by += [i for i in above if not attacks[i].candidate.is_verb][:1]
            told_by += [t.index for v in verbs for t in self._when(v) if t.index in attacks and t.index not in tolls]
            if self._is_joined(match, attacks):
                told_by = [token.head]
            if token.dep == "conj" and token.head in tolls:
                told_by = [tolls[token.head]]
            if told_by:
                tolls[trigger] = told_by[0]
                attacks[told_by[0]] = attacks[told_by[0]].joined(match.candidate)
        return [attacks.get(m.candidate.trigger, m) for m in matches if m.candidate.trigger not in tolls]

    def _is_joined(self, toll: Match, attacks: Mapping[int, Match]) -> bool:
        """ "Bombed Chad, and twelve were killed", "bombed Chad and killed twelve", "one was killed and two were injured"."""
        verb = self._parse.tokens[toll.candidate.trigger]
        if verb.dep != "conj" or verb.head not in attacks:
            return False
        passive, above = is_passive(self._parse, verb.index), is_passive(self._parse, verb.head)
        one = passive and above and not (toll.candidate.place and attacks[verb.head].candidate.place)
        if not one and any(part != "actor" for _, part in toll.candidate.parties):
            return False
        shared = passive or child(self._parse, verb.index, "nsubj") is None
        return shared and (one or not toll.candidate.parties or not above)

    def _when(self, verb: int) -> list[Token]:
        """Verbs of the clauses that tell when: "were killed when police opened fire"."""
        clauses = children(self._parse, verb, ("advcl",))
        marked = {
            c.index for c in clauses for m in children(self._parse, c.index, ("mark", "advmod")) if m.lower in _WHEN
        }
        return [c for c in clauses if c.index in marked]

    def is_told(self, match: Match) -> bool:
        """ "The nationalities of the troops who were killed", "those injured": of whom it was told that they were."""
        verb = self._parse.tokens[match.candidate.trigger]
        clause = verb.dep in {"relcl", "acl"}
        bare = clause and not match.candidate.parties and is_passive(self._parse, verb.index)
        known = any(t.lower == "the" for t in children(self._parse, verb.head, ("det",)))
        known = known or self._parse.tokens[verb.head].lower == "those"
        return bare and known and match.indexed.frame.type == "attack" and self._casualties.is_toll(verb)

    def counts(self, match: Match) -> tuple[int | None, int | None]:
        """The dead and injured that the attack's own word or one that tells its toll counts."""
        killed, injured = self._casualties.of(match.candidate.trigger)
        for other in sorted(match.consumed):
            if self._casualties.is_toll(self._parse.tokens[other]):
                more_killed, more_injured = self._casualties.of(other)
                killed, injured = killed or more_killed, injured or more_injured
        return killed, injured
