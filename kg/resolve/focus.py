"""Which state an article is about, and from where it was filed."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from kg.knowledge import Knowledge
from kg.knowledge.cities import City, cities
from kg.language import Document, Kind
from kg.resolve.names import slug

_GREAT = 200_000
_TIMES = 5
"""How many times the people of its namesakes abroad a town has that is meant without its state."""


@cache
def _towns() -> dict[str, str]:
    """Towns that stand alone in datelines -> ISO codes; none with a namesake elsewhere that is nearly as large."""
    found: dict[str, list[City]] = {}
    for city in cities():
        if city.population >= _GREAT:
            found.setdefault(slug(city.name), []).append(city)
    return {name: same[0].country for name, same in found.items() if _is_sure(same)}


def _is_sure(same: list[City]) -> bool:
    abroad = (city.population for city in same if city.country != same[0].country)
    return _TIMES * max(abroad, default=0) <= same[0].population


class Focus:
    """The states of one document by how much it speaks of them."""

    def __init__(self, document: Document, knowledge: Knowledge) -> None:
        self._states = knowledge.reference.states
        self._places = {slug(part) for part in (document.article.place or "").split(",") if part.strip()}
        self._weights: Counter[str] = Counter()
        named = (m.state for m in document.mentions if m.kind is Kind.STATE and m.state)
        self.state_named_most = next((iso for iso, _ in Counter(named).most_common(1)), None)
        """ISO code of the state of which the article's states are most often told, its towns apart."""
        states_at = {m.first: m.state for m in document.mentions if m.kind is Kind.STATE}
        for mention in document.mentions:
            told_again = mention.kind is Kind.PLACE and states_at.get(mention.last + 1) == mention.state
            mission = document.parse.tokens[mention.head].lemma in knowledge.groups.missions
            told_again |= mission and mention.kind is Kind.ORGANISATION  # whose state its adjective names
            if mention.state and mention.kind is not Kind.PERSON and not told_again:  # "Cancún, Mexico"
                first = document.parse.sentences[document.parse.tokens[mention.first].sentence].paragraph <= 0
                self._weights[mention.state] += 3 if first else 2 if mention.kind is Kind.STATE else 1
        for iso in _in_field(document, {s.iso: s.name for s in self._states}):
            self._weights[iso] += 3
        told = {(m.state, document.parse.tokens[m.first].sentence) for m in document.mentions if m.kind is Kind.STATE}
        self._sentences = Counter(iso for iso, _ in told)
        self._ordered = sorted(self._weights, key=lambda iso: -self._weights[iso])  # of equals the first named
        self.dateline_state = self._of_dateline()
        """ISO code of the state from whose capital or great town the article was filed, or that the dateline names."""
        self.main_state = self.main_state_but(set())
        """ISO code of the state that the article speaks of most."""

    def main_state_but(self, others: set[str]) -> str | None:
        """ISO code of the state that the article speaks of most beside others."""
        return next((iso for iso in self._ordered if iso not in others), None)

    def pair(self) -> tuple[str, ...]:
        """ISO codes of the two states that the article is about; none where it is about one, or about more."""
        weights = [self._weights[iso] for iso in self._ordered[:3]]
        weights += [0] * (3 - len(weights))
        two = 2 * weights[1] >= weights[0] > 0 and weights[1] >= 2 * weights[2]
        return tuple(self._ordered[:2]) if two else ()

    def trio(self) -> tuple[str, ...]:
        """ISO codes of the three states that the article is about; none where it is about fewer, or about more."""
        weights = [self._weights[iso] for iso in self._ordered[:4]] + [0]
        three = len(self._ordered) > 2 and 2 * weights[2] >= weights[1] and weights[2] >= 2 * weights[3]
        return tuple(self._ordered[:3]) if three else ()

    def other_of_pair(self, states: set[str]) -> str | None:
        """Of the two states that the article is about the one that is none of ``states``, if the other one is."""
        others = [iso for iso in self.pair() if iso not in states]
        return others[0] if len(others) == 1 else None

    def is_prominent(self, iso: str) -> bool:
        """Whether the article speaks of a state about as much as of any other."""
        return 2 * self._weights[iso] >= max(self._weights.values(), default=0) > 0

    def is_told_again(self, iso: str) -> bool:
        """Whether more than one sentence names a state."""
        return self._sentences[iso] > 1

    def _of_dateline(self) -> str | None:
        if not self._places:
            return None
        named = (s.iso for s in self._states if slug(s.name) in self._places)
        capitals = (s.iso for s in self._states if s.capital and slug(s.capital) in self._places)
        towns = (iso for place in sorted(self._places) if (iso := _towns().get(place)) is not None)
        return next(named, None) or next(capitals, None) or next(towns, None)

    @property
    def filed_about(self) -> str | None:
        """ISO code of the state from whose capital the article was filed, if it speaks of it a third as much as of any."""
        home = self.dateline_state
        return home if home is not None and 3 * self._weights[home] >= max(self._weights.values(), default=0) else None

    @property
    def home_state(self) -> str | None:
        """ISO code of the state whose government is "the government": where it was filed, if the article is about it."""
        home = self.dateline_state
        return home if home is not None and self.is_prominent(home) else self.main_state

    def is_capital(self, name: str, iso: str) -> bool:
        return any(s.iso == iso and s.capital == name for s in self._states)


def _in_field(document: Document, names: Mapping[str, str]) -> set[str]:
    """ISO codes of the states that a record's headline names, which is no part of its text; ``names`` are by ISO code."""
    article = document.article
    words = " ".join((article.headline or "").replace("'s ", " 's ").split()) if article.headline_span is None else ""
    told = {(m.name, m.state) for m in document.mentions if m.kind is Kind.STATE and m.state}
    told |= {(names[state], state) for _, state in told if state in names}
    return {state for name, state in told if state and f" {name} " in f" {words} "}
