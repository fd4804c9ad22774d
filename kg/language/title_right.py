"""What stands behind the head of a title and belongs to it: "of Foreign Affairs", "to Japan", "-elect"."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from itertools import takewhile

from kg.language.document import Form, Kind, Parse, Token
from kg.language.names import NameHit
from kg.language.syntax import descendants

_LINKS = {"of", "for", "to", "at", "in", "on"}
_TITLE_LINKS = {
    "to": (
        "ambassador",
        "envoy",
        "representative",
        "consul",
        "adviser",
        "advisor",
        "commissioner",
        "negotiator",
        "nuncio",
    ),
    "for": (),
    "of": (),
    "at": ("ambassador", "professor", "representative", "secretary"),
    "in": ("ambassador", "representative", "professor", "coordinator"),
    "on": ("rapporteur", "adviser", "advisor", "spokesman", "spokeswoman", "spokesperson"),
}
_LEANINGS = {"opposition", "ruling", "governing", "main", "leading"}
"""Words before the name of a party."""
_NEIGHBOURING = {"neighbouring", "neighboring", "nearby"}
_SENT = (*_TITLE_LINKS["to"], "plenipotentiary", "extraordinary")
_NAME_LINKS = {"de", "del", "da", "do", "la", "le", "el"}
"""Small words inside the names of places: "Norte de Santander"."""
_ENVOYS = ("envoy", "mediator", "rapporteur", "representative", "coordinator", "negotiator", "commissioner")
"""Heads whose "for" tells where they are sent, not whose they are."""
_DEALINGS = {"dialogue", "talks", "process", "conflict", "relations", "affairs", "negotiations"}
_HYPHENED = 3
"""Tokens of a hyphened word."""
_MOST_WORDS = 3
"""How far behind a portfolio the noun of a body is looked for."""
POSSESSIVES = {"its", "his", "her", "their", "our", "my"}


@dataclass(frozen=True, slots=True)
class OwnerBehind:
    """Whose post it is by the words behind the title's head: they begin at ``cut`` and end at ``end``; ``token`` tells
    the owner. ``within`` are words of the owner inside the title, which its text leaves out."""

    cut: int
    token: int
    end: int
    within: range = range(0)


class RightOfTitle:
    def __init__(
        self,
        status: Mapping[str, str],
        portfolios: Set[str],
        not_names: Set[str],
        organisations: Set[str],
        places: Set[str],
        countries: Set[str],
    ) -> None:
        self._status = status
        self._portfolios = portfolios
        self._not_names = not_names
        self._organisations = organisations
        self._kinds_of_place = places
        self._countries = countries

    def walk(
        self, parse: Parse, last: int, name_at: dict[int, NameHit], bodies: dict[int, int], head: str
    ) -> tuple[int, OwnerBehind | None, str | None]:
        """Walk right over "of …" phrases: (end of the title, its owner, status suffix)."""
        tokens, end, status = parse.tokens, last, None
        sentence_end = parse.sentences[tokens[last - 1].sentence].last
        if last + 1 < sentence_end and tokens[last].text == "-" and tokens[last + 1].lower in self._status:
            return last + 2, None, self._status[tokens[last + 1].lower]
        owner: OwnerBehind | None = None
        while end + 1 < sentence_end and tokens[end].lower in _LINKS:
            link = tokens[end].lower
            if link not in {"of", "for"} and not head.endswith(_TITLE_LINKS[link]):
                break
            start = end + 1
            while start < sentence_end - 1 and tokens[start].lower in {"the", "a", "its", "his", "her", "their"}:
                if tokens[start].lower in POSSESSIVES:
                    owner = OwnerBehind(end, start, end)
                start += 1
            while start + 1 < sentence_end and tokens[start].lower in _LEANINGS and tokens[start + 1].text[0].isupper():
                start += 1  # "leader of the opposition United Party"
            if tokens[start].lower in _NEIGHBOURING and start + 1 in name_at:
                start += 1  # "president of neighbouring Niger"
            torn = start + _HYPHENED < sentence_end and tokens[start + 1].text == "-"
            if torn and tokens[start + 2].tag == "VBN" and start + _HYPHENED in name_at:
                start += _HYPHENED  # "for war-torn Yemen"
            hit = name_at.get(start)
            if hit and hit.known.form is Form.ADJECTIVE and hit.last < sentence_end and tokens[hit.last].text == "-":
                break  # "president of a Serb-majority entity"
            goes_on = start in bodies and self._is_organisation(
                tokens, bodies[start], sentence_end
            )  # "the State Committee"
            if start in bodies and not goes_on and not (hit and hit.last > bodies[start]):
                end = self._with_noun(parse, bodies[start])
                continue
            mission = link == "for" and head.endswith(_ENVOYS)
            if mission and (pair := self._pair_end(tokens, start, sentence_end)):
                return pair, owner, status
            envoy_of = hit is not None and hit.known.kind is Kind.ORGANISATION  # "the special envoy for the AU"
            if mission and hit and not envoy_of and not (hit.last < sentence_end and tokens[hit.last].pos == "NOUN"):
                return hit.last, owner, status
            if mission and start > end + 1 and not envoy_of:
                return self._mission_end(parse, end), owner, status
            adjective = hit and hit.known.kind is Kind.STATE and hit.known.form is Form.ADJECTIVE
            if adjective and hit and link == "of" and (found := self._organ_of(parse, hit, end, name_at)):
                return *found, status
            led = (
                hit.last in bodies and not self._is_organisation(tokens, bodies[hit.last], sentence_end)
                if hit
                else False
            )
            if hit and hit.known.kind is Kind.STATE and led and link in {"of", "for"}:
                end, owner = (
                    bodies[hit.last],
                    OwnerBehind(end, hit.first, end, range(hit.first, hit.last if adjective else hit.first)),
                )
                break  # "of the Ethiopian Defence Force", "of the Kenya Defence Forces"
            if (
                hit
                and hit.known.kind is not Kind.PLACE
                and hit.known.form.value in {"name", "metonym"}
                and link in {"of", "for"}
            ):
                if (
                    hit.last < sentence_end
                    and tokens[hit.last].text == "'s"
                    and (of := self._organ_of(parse, hit, end, name_at))
                ):
                    stop, organ = of
                    field = self._portfolio_end(tokens, organ.end, sentence_end, "of")
                    return stop, replace(organ, end=field), status
                if (group := self._joint_body(parse, hit, sentence_end)) is not None:
                    return end, OwnerBehind(end, group, group + 1), status
                last_owner = self._end_of_body(parse, hit.last, sentence_end)
                last_word = self._portfolio_end(tokens, last_owner, sentence_end)
                seat = name_at.get(last_word + 1) if last_word + 1 < sentence_end else None
                if seat is not None and tokens[last_word].lower == "to" and head.endswith(_SENT):
                    last_word = seat.last  # "the ambassador of Japan to Mongolia"
                return end, OwnerBehind(end, last_owner - 1, last_word), status
            if hit and link == "of" and (nation := self._nation_of(parse, hit.last - 1)) is not None:
                return end, OwnerBehind(end, nation, nation + 1), status
            if (
                hit
                and (link in {"to", "in", "at", "on"} or hit.known.kind is Kind.PLACE)
                and hit.known.form.value == "name"
            ):
                return self._with_kind(parse, hit), owner, status
            if link in {"to", "in"} and tokens[start].lower in self._countries:
                return start + 1, owner, status  # "the Russian ambassador to the country"
            town_end = hit.last if hit and hit.known.form is Form.METONYM else start + 1
            if link in {"to", "in"} and self._is_town_before_name(parse, town_end - 1):
                return town_end, owner, status
            named = start + 1 < sentence_end and tokens[start + 1].lower == "affairs"  # "for African Affairs"
            # "ambassador to the Foreign Office" has no portfolio, "leader of the opposition Social Democrats" neither
            stop = (
                start
                if link == "to" or tokens[start - 1].lower in _LEANINGS
                else self._portfolio_run(tokens, start + named, sentence_end)
            )
            of_body = self._is_organisation(tokens, stop, sentence_end)
            if stop > start and not of_body:
                end = stop
                continue
            if (
                tokens[start].text[0].isupper()
                and (tokens[start].pos == "PROPN" or of_body)
                and link in {"of", "for"}
                and (goes_on or of_body or tokens[start].text not in self._not_names)
            ):
                stop = start
                while stop < sentence_end and (
                    (tokens[stop].text[0].isupper() and tokens[stop].pos in {"PROPN", "NOUN", "ADJ"})
                    or (
                        tokens[stop].lower in _NAME_LINKS
                        and stop + 1 < sentence_end
                        and tokens[stop + 1].text[0].isupper()
                    )
                ):
                    stop += 1
                if stop < sentence_end and tokens[stop].pos == "NOUN" and not tokens[stop - 1].lower.endswith("s"):
                    stop += 1
                return end, OwnerBehind(end, stop - 1, stop), status
            if tokens[start].pos == "NOUN" and link == "of" and start > end + 1:
                return end, OwnerBehind(end, start, start + 1), status
            if link == "for" and (body := self._body_past_field(tokens, start, sentence_end, name_at)):
                return body.cut, body, status
            break
        return end, owner, status

    def _end_of_body(self, parse: Parse, end: int, limit: int) -> int:
        """ "Chairperson of the AU Commission", "head of the Houthi Supreme Council": where the name of the body ends that
        begins with one that ends at ``end``."""
        tokens = parse.tokens
        noun = tokens[tokens[end - 1].head]
        inside = tokens[end - 1].dep == "compound" and end <= noun.index < limit
        if inside and noun.lower in self._organisations and all(t.text[0].isupper() for t in tokens[end : noun.index]):
            return noun.index + 1
        people = {e.first for e in parse.entities if e.label == "PERSON"}  # "the president of Chad Ali Demir"
        while (
            end < limit
            and end not in people
            and tokens[end - 1].dep == "compound"
            and tokens[end - 1].head == end
            and tokens[end].text[0].isupper()
        ):
            end += 1
        return end

    def _is_organisation(self, tokens: tuple[Token, ...], index: int, limit: int) -> bool:
        """Whether a word, or one soon behind it, makes a portfolio before it part of a name: "the Presidential Commission on
        Trade", "the Presidential Leadership Council"."""
        words = takewhile(lambda t: t.text[0].isupper(), tokens[index : min(index + _MOST_WORDS, limit)])
        return any(t.lower in self._organisations for t in words)

    def _nation_of(self, parse: Parse, place: int) -> int | None:
        """The noun of "the Indian Ocean island nation" from its place."""
        token = parse.tokens[place]
        noun = parse.tokens[token.head]
        return noun.index if token.dep == "compound" and noun.lower in self._countries else None

    def _with_kind(self, parse: Parse, place: NameHit) -> int:
        """The end of "the Odessa region" from its name."""
        tokens, end = parse.tokens, place.last
        inside = tokens[end - 1].dep == "compound" and tokens[end - 1].head == end
        return end + 1 if inside and tokens[end].lower in self._kinds_of_place else end

    @staticmethod
    def _with_noun(parse: Parse, end: int) -> int:
        """The end of "military operations", "Cabinet Affairs" from that of the body in it."""
        last = parse.tokens[end - 1]
        noun = parse.tokens[last.head]
        inside = last.dep in {"compound", "amod"} and noun.index == end
        field = noun.lower == "affairs" or (noun.tag in {"NN", "NNS"} and noun.text.islower())
        return end + 1 if inside and field else end

    @staticmethod
    def _organ_of(
        parse: Parse, state: NameHit, link: int, name_at: Mapping[int, NameHit]
    ) -> tuple[int, OwnerBehind] | None:
        """End and owner of "of the Mexican consular section", "of Peru's border service", whose state is no part of the
        title's text, and of "of Peru's Security Council"."""
        tokens = parse.tokens
        owned = state.last < len(tokens) and tokens[state.last].text == "'s"
        before = state.last + owned
        noun = tokens[tokens[state.last - 1].head]
        if noun.index < before or noun.pos not in {"NOUN", "PROPN"}:
            return None
        body = name_at.get(before)
        if body is not None and owned and body.last == noun.index and body.known.kind is Kind.ORGANISATION:
            return link, OwnerBehind(link, before, noun.index + 1)  # "of Yemen's Houthi movement"
        if noun.text[0].isupper():
            named = owned and all(t.text[0].isupper() for t in tokens[before : noun.index + 1])
            return (link, OwnerBehind(link, noun.index, noun.index + 1)) if named else None
        return noun.index + 1, OwnerBehind(noun.index + 1, state.first, noun.index + 1, range(state.first, before))

    def _portfolio_run(self, tokens: tuple[Token, ...], start: int, limit: int) -> int:
        """End of "Foreign Affairs and Trade" from ``start``; ``start`` itself where no portfolio stands."""
        i = stop = start
        listed = False  # "economy, trade and industry": the last of a list is the one behind "and"
        several = False  # before a comma with "and" stand two or more: "economy, trade, and industry"
        while i < limit:
            word = tokens[i].lower
            step = 2 if several and [t.lower for t in tokens[i : i + 2]] == [",", "and"] else 1
            hyphened = i + 1 < limit and tokens[i + 1].text == "-"  # "for war-torn Yemen"
            if word in self._portfolios and tokens[i].pos != "VERB" and not hyphened:
                i += 1
                stop = i
            elif (
                stop > start
                and (word in {"and", "&"} or (word == "," and not listed))
                and i + step < limit
                and tokens[i + step].lower in self._portfolios
                and (tokens[i + step].text[0].isupper() == tokens[start].text[0].isupper())
                and tokens[i + step].lower not in {"chief"}
            ) or (word == "the" and i == start):
                listed = listed or tokens[i + step - 1].lower in {"and", "&"}
                several = several or word == ","
                i += step
            else:
                break
        return stop

    def _portfolio_end(self, tokens: tuple[Token, ...], end: int, limit: int, link: str = "for") -> int:
        """End of "for Foreign Affairs and Security Policy" behind the owner of a post that ends at ``end``, of "of Energy"
        behind "Ghana's Ministry"."""
        stands = end + 1 < limit and tokens[end].lower == link
        stop = self._portfolio_run(tokens, end + 1, limit) if stands else end + 1
        return stop if stop > end + 1 else end

    @staticmethod
    def _joint_body(parse: Parse, first: NameHit, limit: int) -> int | None:
        """The last word of "the Japan-Mongolia Friendship Group", which is no one state's."""
        tokens, stop = parse.tokens, first.last
        if stop + 1 >= limit or tokens[stop].text != "-" or not tokens[stop + 1].text[0].isupper():
            return None
        stop += 1
        while stop < limit and tokens[stop].text[0].isupper() and tokens[stop].pos in {"PROPN", "NOUN", "ADJ"}:
            stop += 1
        return stop - 1

    @staticmethod
    def _body_past_field(
        tokens: tuple[Token, ...], start: int, limit: int, name_at: Mapping[int, NameHit]
    ) -> OwnerBehind | None:
        """The owner of "vice president for values and transparency at the executive European Commission"."""
        cut = start
        while cut < limit and tokens[cut].pos in {"NOUN", "ADJ", "CCONJ"} and tokens[cut].text.islower():
            cut += 1
        if cut in {start, limit} or tokens[cut].lower not in {"at", "of"}:
            return None
        first = cut + 1
        while (
            first < limit - 1 and (tokens[first].lower == "the" or tokens[first].pos == "ADJ") and first not in name_at
        ):
            first += 1
        hit = name_at.get(first)
        named = hit is not None and hit.known.kind is Kind.ORGANISATION
        return OwnerBehind(cut, hit.last - 1, hit.last) if hit is not None and named else None

    def _is_town_before_name(self, parse: Parse, index: int) -> bool:
        """ "Athens" in "ambassador to Athens Nazmi Akiman": a whole name behind it says that it is none of it."""
        run = parse.tokens[index : index + 3]
        if parse.tokens[index].text in self._not_names:
            return False  # "adviser to President Ali Demir"
        return len(run) == 3 and all(token.pos == "PROPN" and token.text[0].isupper() for token in run)

    @staticmethod
    def _pair_end(tokens: tuple[Token, ...], start: int, limit: int) -> int | None:
        """End of "Belgrade-Pristina Dialogue" from ``start``; None where no two names are joined."""
        end = start + _HYPHENED
        pair = tokens[start : min(end, limit)]
        named = (
            len(pair) == _HYPHENED and pair[1].text == "-" and pair[0].text[0].isupper() and pair[2].text[0].isupper()
        )
        if not named:
            return None
        return end + (end < limit and tokens[end].lower in _DEALINGS)

    @staticmethod
    def _mission_end(parse: Parse, link: int) -> int:
        """End of "for the Belgrade-Pristina dialogue" from its preposition at ``link``."""
        inside = sorted(i for i in descendants(parse, link) if i >= link)
        end = link
        for i in inside:
            if i != end or parse.tokens[i].text == ",":
                break
            end += 1
        return end
