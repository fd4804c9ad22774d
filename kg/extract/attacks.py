"""What the words around an attack tell of it: who fired what hit, who claims it, where those attacked are."""

from collections.abc import Iterable, Set

from kg.extract.arguments import Arguments
from kg.extract.event_places import EventPlaces
from kg.knowledge import Knowledge
from kg.knowledge.frame_schema import Frame
from kg.language import Form, Kind, Mention, Token
from kg.language.syntax import child, children, conjuncts, is_negated, is_passive, prepositions

_AT_MISSIONS = {"attack", "protest"}
_BESIDE = {"at", "outside", "near", "before"}
Parties = list[tuple[Mention, str]]


class Attacks:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, places: EventPlaces, knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._parse = arguments.parse
        self._places = places
        self._weapons = knowledge.groups.weapons
        self._claiming, self._claimed = knowledge.groups.claiming_verbs, knowledge.groups.claimed
        self._missions = knowledge.groups.missions
        self._relational = knowledge.groups.relational
        self._firing = knowledge.groups.firing_verbs
        self._inflicting, self._fights = knowledge.groups.inflicting, knowledge.groups.fights
        self._blows = self._inflicting | self._fights | knowledge.groups.one_event.attacks
        self._tolls = knowledge.groups.killing_verbs | knowledge.groups.injuring_verbs

    def fired(self, subjects: Iterable[int]) -> list[Token]:
        """The participles on what hit: "missiles *fired* by rebels"."""
        weapons = (i for i in subjects if self._parse.tokens[i].lemma in self._weapons)
        found = (t for i in weapons for t in children(self._parse, i, ("acl",)))
        return [t for t in found if t.lemma in self._firing and is_passive(self._parse, t.index)]

    def by_whom(self, verb: Token, subjects: Iterable[int]) -> Parties:
        """ "Missiles fired by rebels hit a ship"; "were killed in a raid by Chad"."""
        agents = (i for t in self.fired(subjects) for i in self._arguments.subjects(t.index))
        return [(m, "actor") for i in agents for m in self._arguments.parties(i)] + self._inflicted_by(verb)

    def hit(self, told: Parties) -> Parties:
        """ "The attack by rebels on Goma"; not "by rebels of Chad", which is not whom they hit."""
        links = ((m, self._parse.tokens[self._parse.tokens[m.head].head]) for m, part in told if part == "target")
        return [(m, "target") for m, link in links if link.lower != "of"]

    def _inflicted_by(self, verb: Token) -> Parties:
        """ "Were killed in a raid by Chad", "in Pakistani firing": who made the attack that the toll is of."""
        nouns = self._told_in(verb, self._inflicting)
        before = [t.index for noun in nouns for t in children(self._parse, noun.index, ("amod", "poss", "nmod"))]
        behind = [o.index for noun in nouns for p, o in prepositions(self._parse, noun.index) if p.lower == "by"]
        behind += [o.index for fight in self.fought(verb) for o in self._opponents(fight)]
        told = [m for i in behind for j in conjuncts(self._parse, i) for m in self._arguments.parties(j)]
        told += [m for i in before if (m := self._arguments.innermost(i)) is not None and m.kind is Kind.STATE]
        return [(m, "actor") for m in told]

    def fought(self, verb: Token) -> list[Token]:
        """ "Were killed in a battle with rebels": the fight whose other side made the toll."""
        return [fight for fight in self._told_in(verb, self._fights) if self._opponents(fight)]

    def _told_in(self, verb: Token, nouns: Set[str]) -> list[Token]:
        """Of "were killed in a raid" the raid, unless somebody is told to have killed them."""
        done_to = verb.lemma in self._tolls and is_passive(self._parse, verb.index)
        if not done_to or child(self._parse, verb.index, "agent") is not None:
            return []
        phrases = prepositions(self._parse, verb.index)
        return [o for p, o in phrases if p.lower in {"in", "during", "from"} and o.lemma in nouns]

    def _opponents(self, fight: Token) -> list[Token]:
        exchange = [fight, *(o for p, o in prepositions(self._parse, fight.index) if p.lower == "of")]
        return [o for each in exchange for p, o in prepositions(self._parse, each.index) if p.lower == "with"]

    def is_fired_from(self, verb: int, link: Token, whence: Token, frame: Frame) -> bool:
        """ "Were killed in heavy fire from French forces"; "rockets were fired from Lebanon" tells only where."""
        done_to = frame.type == "attack" and is_passive(self._parse, verb)
        by_others = link.lower != "from" or child(self._parse, verb, "agent") is not None
        mention = self._arguments.mention(whence.index)
        return done_to and not by_others and (mention is None or mention.form is not Form.NAME)

    def owners(self, objects: Iterable[int]) -> Parties:
        """Of "accused Chad of shelling its villages" whose they are."""
        own = (i for i in objects if self._parse.tokens[i].lemma not in self._relational)  # not "its neighbour"
        owners = (t for i in own for t in children(self._parse, i, ("poss",)) if t.lower in {"its", "their"})
        mentions = (self._arguments.mention(t.index) for t in owners)
        return [(m, "target") for m in mentions if m is not None]

    def at_mission(self, trigger: Token, frame: Frame) -> Parties:
        """ "A bomb went off at the French embassy", "protested outside the Embassy of Chad": whose it is."""
        if frame.type not in _AT_MISSIONS:
            return []
        if frame.type == "attack" and child(self._parse, trigger.index, "dobj", "nsubjpass") is not None:
            return []  # "shot a man outside the French embassy"
        around = (trigger.index, *([trigger.head] if trigger.dep in {"nsubj", "nsubjpass"} else []))
        phrases = (phrase for i in around for phrase in prepositions(self._parse, i))
        missions = [o.index for p, o in phrases if p.lower in _BESIDE and o.lemma in self._missions]
        inside = [t.index for i in missions for t in children(self._parse, i, ("amod", "compound", "poss", "nmod"))]
        inside += [o.index for i in missions for p, o in prepositions(self._parse, i) if p.lower == "of"]
        mentions = (self._arguments.innermost(i) for i in inside)
        return [(m, "target") for m in mentions if m is not None and m.kind is Kind.STATE]

    def claimed_by(self, attack: Token) -> Parties:
        """ "The Islamic State claimed responsibility for the attack", "a bombing claimed by the Islamic State", "the Taliban were
        behind the attack"."""
        return [(m, "actor") for i in self._claimants(attack) for m in self._arguments.parties(i)]

    def _claimants(self, attack: Token) -> list[int]:
        above = self._parse.tokens[attack.head]
        claims = [t for t in (above, *children(self._parse, attack.index, ("acl",))) if t.lemma == "claim"]
        for claim in claims:
            if is_passive(self._parse, claim.index) and not is_negated(self._parse, claim.index):
                return self._arguments.subjects(claim.index)
        noun = self._parse.tokens[above.head]
        if above.lower == "behind" and noun.lemma == "be" and not is_negated(self._parse, noun.index):
            return self._arguments.subjects(noun.index)  # "said it was behind the bombing"
        verb = noun if noun.lemma in self._claiming else self._parse.tokens[noun.head]
        owned = noun if noun.lemma in self._claimed else child(self._parse, verb.index, "dobj")
        claimed = above.lower == "for" and owned is not None and owned.lemma in self._claimed
        if claimed and verb.lemma in self._claiming and not is_negated(self._parse, verb.index):
            return self._arguments.subjects(verb.index)
        return []

    def place_of_blow(self, subjects: Iterable[int]) -> Mention | None:
        """ "The blast in Baghdad killed twelve"."""
        blows = (i for i in subjects if self._parse.tokens[i].lemma in self._blows)
        return next(filter(None, map(self._places.below, blows)), None)

    def place(self, anchors: Iterable[int]) -> Mention | None:
        """ "Strikes against militants in Iraq", "set fire to a church in Jos": where those are who are in it."""
        those = (
            obj.index
            for i in anchors
            for prep, obj in prepositions(self._parse, i)
            if prep.lower in {"on", "against", "at", "by", "to"}
        )
        return next(filter(None, map(self._places.below, those)), None)
