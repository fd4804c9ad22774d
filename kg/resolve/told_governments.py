"""Which state's government an article goes on about: that which it told last, alone or behind a coup."""

from collections.abc import Callable, Iterator, Mapping

from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention
from kg.language.syntax import ancestors, children, descendants, prepositions
from kg.resolve.focus import Focus

_COUPS = {"coup", "putsch"}
_POWER = "power"
_AFTER_COUPS = {"junta", "regime"}
"""Of these that of the state named most is meant, where none was told, wherever the towns of the story are."""


class ToldGovernments:
    """Lookup in one document. ``of`` maps mentions to entities, as far as they are known when it is asked; ``led`` gives the
    state that a person leads."""

    def __init__(
        self,
        document: Document,
        knowledge: Knowledge,
        focus: Focus,
        of: Mapping[int, int],
        led: Callable[[Mention], str | None],
    ) -> None:
        self._document = document
        self._focus = focus
        self._of, self._led = of, led
        self._ruling = knowledge.groups.ruling_forces

    def states_of(self, mention: Mention) -> Iterator[str | None]:
        """The states whose government is meant, the likeliest first."""
        yield self._going_on(mention)
        if self._document.parse.tokens[mention.head].lower in self._ruling:
            yield self._of_whom_it_robs_of_power(mention) or self._state_of_coup()
        yield self._told_before(mention)

    def _going_on(self, mention: Mention) -> str | None:
        """Of "the government decided … He asked the government to wait" the same again, in the next sentence."""
        tokens, mentions = self._document.parse.tokens, self._document.mentions
        if mention.name.lower() != "government":
            return None
        before = [m for m in mentions if m.begin < mention.begin and m.name.lower().endswith(("government", "cabinet"))]
        last = before[-1] if before else mention
        if tokens[mention.head].sentence - tokens[last.head].sentence != 1 or last.index not in self._of:
            return None
        if last.name.lower() != "government":  # "The Slovak Cabinet protested. The government …"
            return last.state if tokens[last.head].dep == "nsubj" else None
        entity = self._of[last.index]
        return next((m.state for m in mentions if self._of.get(m.index) == entity and m.state), None)

    def _told_before(self, mention: Mention) -> str | None:
        """Of "Chad's junta … the military" the state that was told last of such a force."""
        tokens = self._document.parse.tokens
        if tokens[mention.head].lower not in self._ruling:
            return self._only_one_told(mention)
        before = (m for m in self._document.mentions if m.begin < mention.begin and m.form is Form.NOMINAL)
        told = [m.state for m in before if m.state and m.kind is Kind.STATE and tokens[m.head].lower in self._ruling]
        if not told and tokens[mention.head].lower in _AFTER_COUPS:
            here = [m for m in self._document.mentions if m.begin < mention.begin and m.kind is Kind.STATE and m.state]
            here = [m for m in here if tokens[m.head].sentence == tokens[mention.head].sentence]
            abroad = [m.state for m in here if m.state not in {self._focus.home_state, self._focus.dateline_state}]
            if abroad:
                return abroad[-1]  # "Bangladesh summoned Myanmar's envoy as the regime …"
            return self._focus.home_state if self._focus.dateline_state else self._focus.state_named_most
        return told[-1] if told else None

    def _of_whom_it_robs_of_power(self, mention: Mention) -> str | None:
        """ "Demir accused the military of seizing power", "Demir said that the army had seized power": his own."""
        parse, at = self._document.parse, self._document.mention_at
        noun = parse.tokens[mention.head]
        accused = [o for link, o in prepositions(parse, noun.head) if noun.dep == "dobj" and link.lower == "of"]
        acts = accused or [parse.tokens[noun.head]]
        seized = any(t.lemma == _POWER for act in acts for t in children(parse, act.index, ("dobj",)))
        above = (t for t in ancestors(parse, mention.head) if t.pos == "VERB" and seized)
        subjects = (at[t.index] for verb in above for t in children(parse, verb.index, ("nsubj",)))
        named = (self._document.mentions[i] for i in subjects if i >= 0 and i != mention.index)
        return next(filter(None, (self._led(m) for m in named if m.kind is Kind.PERSON)), None)

    def _state_of_coup(self) -> str | None:
        """The state of "Fiji's fourth coup", "a coup by the commander in Fiji", where the article names no other's."""
        parse = self._document.parse
        coups = [t for t in parse.tokens if t.lemma in _COUPS]
        owners = [o.index for coup in coups for o in children(parse, coup.index, ("poss", "amod", "compound", "nmod"))]
        below = [i for coup in coups for i in (coup.index, *descendants(parse, coup.index)) if i >= coup.index]
        owners += [o.index for i in below for link, o in prepositions(parse, i) if link.lower == "in"]
        named = (self._document.mentions[at] for i in owners if (at := self._document.mention_at[i]) >= 0)
        states = {m.state for m in named if m.kind is Kind.STATE and m.state}
        return states.pop() if len(states) == 1 else None

    def _only_one_told(self, mention: Mention) -> str | None:
        """Of "The Japanese government … the government" Japan, where no other state's was told of before."""
        tokens = self._document.parse.tokens
        word = tokens[mention.head].lower
        before = (m for m in self._document.mentions if m.begin < mention.begin and m.form is Form.NOMINAL)
        alike = (m for m in before if m.kind is Kind.STATE and tokens[m.head].lower == word)
        told = {m.state for m in alike if m.state}
        return told.pop() if len(told) == 1 else None
