"""Finds named organisations that reference data does not list, by the noun that says what they are."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from kg.knowledge import Knowledge
from kg.language.document import Form, Kind, Parse, Token
from kg.language.names import NameHit
from kg.language.phrases import Phrases
from kg.language.syntax import is_capitalised

_LOWER_HEADS = {"party", "ministry", "military", "armed-group", "agency", "court", "parliament"}
_LINKS = {"of", "for", "on", "against"}
_FILLERS = {"the", "&", "and", "-", "'"}
_ENDS = {"plc", "ltd", "inc", "corp", "llc", "gmbh"}
"""Words that end the name of a company, which "and" does not carry on."""


@dataclass(frozen=True, slots=True)
class OrganisationName:
    first: int
    last: int
    state: str | None


class OrganisationFinder:
    def __init__(self, knowledge: Knowledge) -> None:
        words = [(noun, (noun, kind)) for kind, nouns in knowledge.organisations.head_nouns.items() for noun in nouns]
        self._heads = Phrases(words, fold=True)
        self._named_organs = set(knowledge.organisations.named_organs)
        self._not_names = set(knowledge.organisations.not_names)
        organs = knowledge.organisations
        self._not_starts = set(knowledge.titles.not_names) - set(organs.starts) | set(organs.not_starts)
        self._capital_heads = set(organs.capital_heads)
        self._documents = {*knowledge.frames.words["accord"], *knowledge.frames.words["law"]}
        self._schools = set(organs.schools)
        self._generic = knowledge.groups.generic_organisations.keys()
        self._armed = knowledge.groups.arming | knowledge.groups.non_state
        self._whose = set(organs.whose)
        self._leanings = set(knowledge.places.leanings)
        self._head_words = {noun for nouns in organs.head_nouns.values() for noun in nouns}

    def find(
        self, parse: Parse, names: Sequence[NameHit], people: set[int], title_heads: set[int]
    ) -> list[OrganisationName]:
        """Names in text order. ``people`` are the tokens of personal names, which none of these contain;
        ``title_heads`` are the nouns of titles, with which none of these ends."""
        hits = {i: hit for hit in names for i in range(hit.first, hit.last)}
        starts = {token.begin: token.index for token in parse.tokens}
        ends = {token.end: token.index + 1 for token in parse.tokens}
        found: list[OrganisationName] = []
        for begin, end, (noun, kind) in self._heads.find(parse.text):
            if begin not in starts or end not in ends:
                continue
            first, last = starts[begin], ends[end]
            if found and first < found[-1].last:
                continue
            behind = parse.tokens[last] if last < len(parse.tokens) else None
            if kind == "military" and behind is not None and behind.lower in self._documents:
                continue  # "the Visiting Forces Agreement"
            owned = first - 1 in hits and hits[first - 1].known.kind is Kind.ORGANISATION
            whole = self._compound_end(parse, last, title_heads if owned else set())
            name = self._around(parse, first, last, whole, noun, kind, hits, people)
            opening = first == parse.sentences[parse.tokens[first].sentence].first
            if name and name.first == first and opening and kind == "armed-group":
                continue  # "Militants of the Islamic State attacked"
            if name and not any(i in people for i in range(name.first, name.last)):
                found.append(name)
        covered = {i for name in found for i in range(name.first, name.last)} | set(hits) | people
        found += [name for name in self._described(parse) if not covered & set(range(name.first, name.last))]
        covered |= {i for name in found for i in range(name.first, name.last)}
        of_model = (_behind_title(parse, name, title_heads) for name in self._from_model(parse))
        found += [name for name in of_model if not covered & set(range(name.first, name.last))]
        return sorted((name for name in found if name.last - 1 not in title_heads), key=lambda name: name.first)

    def _around(
        self,
        parse: Parse,
        first: int,
        last: int,
        whole: int,
        noun: str,
        kind: str,
        hits: dict[int, NameHit],
        people: set[int],
    ) -> OrganisationName | None:
        """The name around a head that begins at ``first`` and ends at ``last``, with what it is a part of at ``whole``."""
        tokens = parse.tokens
        capital = is_capitalised(tokens[last - 1])
        lower = kind in _LOWER_HEADS and noun not in self._capital_heads
        if tokens[last - 1].pos not in {"NOUN", "PROPN"} or not (capital or lower):
            return None
        begin = self._left(parse, first, hits, people)
        if begin > 1 and tokens[begin - 1].text == "-" and tokens[begin - 2].lower in self._leanings:
            return None  # "anti-China forces"
        end, followed = self._right(parse, whole, hits, people) if capital else (last, False)
        if capital and noun in self._schools:
            end = self._town_end(parse, end, hits)
        alone = first - begin == 1 and not capital and begin == parse.sentences[tokens[begin].sentence].first
        named = not alone and any(
            is_capitalised(tokens[i]) and not self._is_state(i, hits) for i in range(begin, first)
        )
        of_state = any(self._is_state(i, hits) for i in range(begin, first))
        if not (named or followed or (of_state and (capital or noun in self._named_organs))):
            return None
        while begin < first and tokens[begin].text in _FILLERS | {"'s"}:
            begin += 1
        state = _state(begin, end, hits)
        if kind == "armed-group" and state is None and begin in hits:
            state = hits[begin].known.state  # "Darfur rebels"
        return OrganisationName(begin, end, state)

    def _left(self, parse: Parse, first: int, hits: dict[int, NameHit], people: set[int]) -> int:
        tokens, begin = parse.tokens, first
        floor = parse.sentences[tokens[first].sentence].first
        while begin - 1 >= floor:
            token = tokens[begin - 1]
            joins = token.text in {"&", "-"} or (token.lower in {"and", "for", "of"} and is_capitalised(tokens[begin]))
            other = token.lower == "and" and tokens[max(begin - 2, 0)].lower in _ENDS
            if begin - 1 in people or token.text in self._not_starts or other:
                break
            if is_capitalised(token) and token.pos in {"PROPN", "NOUN", "ADJ", "VERB", "ADV", "ADP", "X"}:
                begin -= 1
            elif (
                (
                    token.text == "'s"
                    and begin == first
                    and begin - 2 >= floor
                    and self._names_school(parse, begin, hits)
                )
                or (
                    token.text in {"'s", "'", "’s", "’"}
                    and begin - 2 >= floor
                    and tokens[begin - 2].text in self._whose
                )
                or (
                    token.text == "-"  # "the Chad-Niger Joint Commission", "the NATO-Chad Council"
                    and begin - 2 >= floor
                    and self._is_party(begin, hits)
                    and self._is_party(begin - 2, hits)
                )
                or (
                    joins
                    and begin - 2 >= floor
                    and is_capitalised(tokens[begin - 2])
                    and begin - 2 not in hits
                    and begin < first + 1
                    and tokens[begin - 2].text not in self._not_starts
                    and begin - 2 not in people
                    and token.lower != "of"
                )
            ):
                begin -= 2
            else:
                break
        return begin

    def _right(self, parse: Parse, last: int, hits: dict[int, NameHit], people: set[int]) -> tuple[int, bool]:
        """End of "Committee of the Chiefs of General Staff of the CIS countries", and whether anything followed."""
        tokens, end = parse.tokens, last
        limit = parse.sentences[tokens[last - 1].sentence].last
        while end + 1 < limit and (tokens[end].lower in _LINKS or (tokens[end].lower == "at" and end > last)):
            start = end + 1
            while start < limit - 1 and tokens[start].lower == "the":
                start += 1
            if tokens[start].text in self._not_starts:
                break  # "the ministry on Friday"
            if tokens[end].lower == "for" and self._is_known(end, hits):
                break  # "of the European Union for Foreign Affairs"
            if tokens[end].lower == "against" and self._is_state(start, hits):
                break  # "sued in the Court of Justice against Chile"
            stop = start
            while (
                stop < limit
                and stop not in people
                and is_capitalised(tokens[stop])
                and tokens[stop].pos in {"PROPN", "NOUN", "ADJ"}
            ):
                stop += 1
            if stop == start:
                break
            stop = max(stop, self._joined_subjects(parse, start, stop, limit))
            if (
                stop + 1 < limit
                and tokens[stop].lower == "and"
                and is_capitalised(tokens[stop + 1])
                and tokens[stop + 1].pos in {"NOUN", "PROPN"}
                and tokens[stop + 1].head in range(start, stop)
                and tokens[end].lower == "for"
                and stop + 1 not in people
            ):
                stop += 2  # "Movement for Reform and Development"
            if (
                stop < limit
                and tokens[stop].pos == "NOUN"
                and tokens[stop - 1].dep in {"compound", "amod"}  # "Union for the Total independence of Angola"
                and tokens[stop - 1].head == stop
            ):
                stop += 1
            end = stop
        return end, end > last

    def _joined_subjects(self, parse: Parse, start: int, stop: int, limit: int) -> int:
        """ "School of Oriental and African Studies": where adjectives share the noun behind them."""
        tokens, end = parse.tokens, stop + 1
        if stop - start != 1 or stop >= limit or tokens[stop].lower != "and":
            return stop
        while end < limit and is_capitalised(tokens[end]) and tokens[end].pos in {"PROPN", "NOUN", "ADJ"}:
            end += 1
        shared = end - stop - 1 == 2 and tokens[end - 1].lower not in self._head_words
        return end if shared else stop

    def _names_school(self, parse: Parse, head: int, hits: dict[int, NameHit]) -> bool:
        """ "King's School", "Queen's College"; "France's College" is not named so."""
        return (
            parse.tokens[head].lower in self._head_words
            and is_capitalised(parse.tokens[head])
            and is_capitalised(parse.tokens[head - 2])
            and head - 2 not in hits
        )

    def _compound_end(self, parse: Parse, last: int, title_heads: set[int]) -> int:
        """ "Coast Guard Reserve": what the head is itself a part of; not "Security Council Resolution", nor "ECOWAS
        Commission President"."""
        while (
            last < len(parse.tokens)
            and last not in title_heads
            and is_capitalised(parse.tokens[last])
            and parse.tokens[last - 1].dep == "compound"
            and parse.tokens[last - 1].head == last
            and parse.tokens[last].pos == "PROPN"
            and parse.tokens[last].text not in self._not_names
        ):
            last += 1
        return last

    @staticmethod
    def _town_end(parse: Parse, end: int, hits: dict[int, NameHit]) -> int:
        """ "Jesus College, Cambridge"."""
        town = hits.get(end + 1) if end < len(parse.tokens) and parse.tokens[end].text == "," else None
        return end if town is None or town.known.kind is not Kind.PLACE or town.known.region else town.last

    @staticmethod
    def _is_known(end: int, hits: dict[int, NameHit]) -> bool:
        """Whether a known organisation's name ends here."""
        hit = hits.get(end - 1)
        return hit is not None and hit.last == end and hit.known.kind is Kind.ORGANISATION

    @staticmethod
    def _is_party(i: int, hits: dict[int, NameHit]) -> bool:
        return i in hits and hits[i].known.kind in {Kind.STATE, Kind.ORGANISATION}

    @staticmethod
    def _is_state(i: int, hits: dict[int, NameHit]) -> bool:
        return i in hits and hits[i].known.kind is Kind.STATE

    def _described(self, parse: Parse) -> Iterator[OrganisationName]:
        """ "Ansarul Mujahideen, a little known militant group, claimed it"; "the Ahrar al-Sham insurgent group"."""
        for noun in parse.tokens:
            described = describes_body(parse, noun, self._generic)
            named = noun.head if described else noun.index - 2
            if described or is_before_body(parse, named, self._generic, self._armed):
                first = named
                while first and (parse.tokens[first - 1].pos == "PROPN" or parse.tokens[first - 1].text == "-"):
                    first -= 1
                yield OrganisationName(first, named + 1, None)

    def _from_model(self, parse: Parse) -> Iterator[OrganisationName]:
        """What only the statistical model calls an organisation: acronyms and names of several words."""
        for entity in parse.entities:
            first, last = entity.first, entity.last
            tokens = parse.tokens[first:last]
            while tokens and (
                tokens[0].lower in {"the", "a", "of", "'s", '"', "'"} or tokens[0].text in self._not_starts
            ):
                first, tokens = first + 1, tokens[1:]
            while tokens and (tokens[-1].text in {"'s", "'", '"', ",", "."} or tokens[-1].lower in _LINKS | _FILLERS):
                last, tokens = last - 1, tokens[:-1]
            behind = parse.tokens[last] if last < len(parse.tokens) else None
            if len(tokens) > 1 and behind is not None and behind.lemma in self._documents:
                continue  # "the Framework Cooperation agreement"
            if entity.label == "ORG" and tokens and self._is_likely(tokens):
                yield OrganisationName(first, last, None)

    def _is_likely(self, tokens: Sequence[Token]) -> bool:
        if tokens[-1].text in self._not_names or not all(
            is_capitalised(t) or t.lower in _LINKS | _FILLERS for t in tokens
        ):
            return False
        if len(tokens) == 1:
            return tokens[0].text.isupper() and tokens[0].text.isalpha() and len(tokens[0].text) > 2
        return all(t.pos in {"PROPN", "ADJ", "NOUN", "ADP", "DET", "CCONJ", "PUNCT"} for t in tokens)


def describes_body(parse: Parse, noun: Token, bodies: Set[str]) -> bool:
    """Whether an apposition says of a name that it is that of a body: "X, a militant group"."""
    name = parse.tokens[noun.head]
    told = noun.dep == "appos" and noun.lemma in bodies and name.pos == "PROPN" and name.index < noun.index
    behind = parse.tokens[name.index + 1 : noun.index]
    opened = len(behind) > 1 and behind[0].text == "," and behind[1].lower in {"a", "an", "the"}
    return told and opened


def is_before_body(parse: Parse, last: int, bodies: Set[str], armed: Set[str]) -> bool:
    """Whether a name ends at ``last`` before what it is: "the Ahrar al-Sham insurgent group"."""
    behind = parse.tokens[last + 1 : last + 3]
    told = len(behind) > 1 and behind[0].lemma in armed and behind[1].lemma in bodies
    return last >= 0 and told and parse.tokens[last].pos == "PROPN" and parse.tokens[last].head == behind[1].index


def _behind_title(parse: Parse, name: OrganisationName, title_heads: set[int]) -> OrganisationName:
    """The name without the post before it: "Military Spokesman of the SPLA"."""
    link = next((i + 1 for i in range(name.first, name.last - 1) if i in title_heads), None)
    if link is None or parse.tokens[link].lower != "of":
        return name
    first = link + 2 if parse.tokens[link + 1].lower == "the" else link + 1
    return replace(name, first=first) if first < name.last else name


def _state(first: int, last: int, hits: dict[int, NameHit]) -> str | None:
    for i in range(first, last):
        if i in hits and hits[i].known.kind is Kind.STATE and hits[i].known.form is not Form.METONYM:
            return hits[i].known.state
    return None
