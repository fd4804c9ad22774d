"""Where: the place that belongs to one event among those of its sentence."""

from kg.extract.arguments import ELSEWHEN, Arguments
from kg.extract.beside import BORDERS
from kg.extract.coming_about import ComingAbout
from kg.knowledge import Knowledge
from kg.language import Form, Kind, Mention, Parse, Token
from kg.language.syntax import ancestors, child, children, descendants, prepositions

_LOCATIVE = {"in", "at", "near", "outside", "inside", "aboard", "around", "across", "throughout", "off", "along"}
_GROUND = {"island", "islands", "isle", "peninsula", "atoll"}
_SAME_PLACE = {"with", "between", "by"}
_APART = ELSEWHEN | {"against", "from"}
"""Prepositions of what was elsewhere: "protested against the arrest", "came home from the summit"."""


def is_locative(parse: Parse, preposition: Token) -> bool:
    """ "In Lima", "on the island of Jolo"; not "on Peru"."""
    ground = (t.lower in _GROUND for t in children(parse, preposition.index, ("pobj",)))
    return preposition.lower in _LOCATIVE or (preposition.lower == "on" and any(ground))


class EventPlaces:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._parse = arguments.parse
        self._coming_about = ComingAbout(arguments.parse, knowledge)
        self._envoys = set(knowledge.titles.exclusive["envoy"])
        self._meeting = knowledge.frames.verbs_by_type["meeting"]
        self._causes = knowledge.speech.nominal.causes
        self._befalling = knowledge.groups.befalling
        self._spoken_of = {*knowledge.speech.judging, *knowledge.speech.mentioning} - {*knowledge.speech.greeting}

    def below(self, noun: int) -> Mention | None:
        """The first place anywhere in a noun phrase: "a summit planned for June in Lima"."""
        if (struck := self._named_before(noun)) is not None:
            return struck
        for index in sorted(descendants(self._parse, noun)):
            if (place := self._locative_object(self._parse.tokens[index])) is None:
                continue
            between = [t for t in ancestors(self._parse, index) if noun < t.index < index]
            apart = any(t.dep in {"acl", "relcl"} and not self._coming_about.is_told_by(t) for t in between)
            apart |= any(
                t.dep == "conj" and t.pos == "NOUN" for t in between
            )  # "his resignation and his flight to Lima"
            if not apart and not {t.lower for t in between} & ELSEWHEN:
                return place
        return None

    def _named_before(self, noun: int) -> Mention | None:
        """ "The 1994 Rwanda genocide"."""
        if self._parse.tokens[noun].lemma not in self._befalling:
            return None
        mentions = (self._arguments.mention(t.index) for t in children(self._parse, noun, ("compound",)))
        return next((m for m in mentions if m is not None and m.kind is Kind.STATE and m.form is Form.NAME), None)

    def of_coming_about(self, noun: Token) -> Mention | None:
        """ "The meeting was held in Lima", "there was fighting in Lima"."""
        verb = self._parse.tokens[noun.head]
        told = noun.dep in {"nsubj", "nsubjpass"} and self._coming_about.is_told_by(verb)
        if not told and (noun.dep != "attr" or child(self._parse, verb.index, "expl") is None):
            return None
        return next(filter(None, map(self._locative_object, self._parse.children[verb.index])), None)

    def town(self, objects: tuple[int, ...]) -> Mention | None:
        """ "Attacked Aleppo", "attacked a base near Aleppo": a town is where it was done."""
        places = (self._arguments.place(i) for i in objects)
        return next((place for place in places if place is not None and place.kind is Kind.PLACE), None)

    def around(self, trigger: int) -> Mention | None:
        """A place in the clause, not inside its subject: "met Iranian officials in New York"; not that of another noun
        beside it ("the war in Yemen and the boycott of Qatar"), nor where one speaks of it ("In Rome, he described it")."""
        below = self._parse.tokens[trigger]
        apart: set[int] = set()  # nouns that it is only joined to
        for governor in [below, *ancestors(self._parse, trigger)]:
            beside = (
                below.dep in {"conj", "appos"} and below.head == governor.index and governor.pos in {"NOUN", "PROPN"}
            )
            apart |= {governor.index} if beside else set()
            below = governor
            if governor.lower in _APART:
                return None  # "pushed the peace process in Chad ahead of the summit"
            if governor.pos not in {"VERB", "NOUN", "PROPN", "AUX"} or beside:
                continue
            if governor.index != trigger and governor.lemma in self._spoken_of | self._causes:
                return None  # "fired at Israel in response to the killing"
            objects = [t.index for t in children(self._parse, governor.index, ("dobj",)) if t.index not in apart]
            phrases = prepositions(self._parse, governor.index)
            others = _SAME_PLACE | ({"for"} if governor.lemma in self._meeting else set())
            objects += [obj.index for prep, obj in phrases if prep.lower in others]
            spoken_of = governor.lemma in self._spoken_of
            objects = [i for i in objects if not spoken_of and self._parse.tokens[i].lemma not in self._envoys]
            for anchor in (governor.index, *objects, *self._coming_about.verbs_below(governor)):
                for token in self._parse.children[anchor]:
                    if place := self._locative_object(token):
                        return place
            if governor.pos == "VERB":
                break
        return None

    def _locative_object(self, token: Token) -> Mention | None:
        if token.dep != "prep" or not is_locative(self._parse, token):
            return None
        found = (self.at(token, obj.index) for obj in children(self._parse, token.index, ("pobj",)))
        return next((place for place in found if place), None)

    def at(self, preposition: Token, index: int) -> Mention | None:
        """The place that a phrase names; "on the situation in Haiti" and "near the border of Haiti" name none."""
        topic = preposition.lower == "on" and self._arguments.mention(index) is None
        beside = preposition.lower == "near" and self._parse.tokens[index].lemma in BORDERS
        return None if topic or beside else self._arguments.place(index)
