"""Finds the words of posts, offices and occupations: "[former] [Armenian] [Defense] Minister [of …]"."""

from collections.abc import Mapping
from dataclasses import replace

from kg.knowledge import Knowledge
from kg.language.document import Kind, Parse, Title
from kg.language.names import NameHit
from kg.language.phrases import Phrases
from kg.language.title_left import LeftOfHead, LeftOfTitle
from kg.language.title_right import OwnerBehind, RightOfTitle
from kg.language.title_words import in_singular, join, plural


class TitleFinder:
    def __init__(self, knowledge: Knowledge) -> None:
        titles = knowledge.titles
        heads: list[tuple[str, tuple[str, str | None]]] = []
        for kind, words in (
            ("state", titles.heads.state),
            ("organisation", titles.heads.organisation),
            ("occupation", titles.occupations),
        ):
            for word in words:
                heads += [(word, (kind, None)), (plural(word), (kind, word))]
        self._heads = Phrases(heads, fold=True)
        self._capitals = {word.lower() for word, _ in heads if word.isupper()}
        self._never = Phrases([(phrase, True) for phrase in titles.never], fold=True)
        self._qualifiers = {w.lower() for w in [*titles.qualifiers, *titles.portfolios]}
        self._portfolios = {w.lower() for w in titles.portfolios}
        self._descriptive = set(titles.descriptive)
        self._ranks = Phrases([(rank, True) for rank in knowledge.ranks.ranks], fold=True)
        self._bodies = Phrases([(body, True) for body in titles.bodies], fold=True)
        self._surname_heads = set(titles.surname_heads)
        self._state_bodies = set(titles.state_bodies)
        self._state_phrases = [f" {body} " for body in titles.state_bodies if " " in body]
        self._aspirants = set(titles.aspirants)
        self._of_states = set(titles.typical_state)
        self._needs_owner = set(titles.needs_owner) | {plural(w) for w in titles.needs_owner}
        self._status = {
            word.strip("-"): status for status, words in titles.status.model_dump().items() for word in words
        }
        self._left = LeftOfTitle(knowledge, self._status)
        nouns = knowledge.organisations.head_nouns
        organisations = frozenset([*nouns["agency"], *nouns["body"]])
        places = frozenset(knowledge.places.head_nouns)
        not_names = frozenset(
            [*titles.not_names, *(word.split()[-1].title() for word, (kind, _) in heads if kind == "state")]
        )
        self._right = RightOfTitle(
            self._status, self._portfolios, not_names, organisations, places, knowledge.groups.country
        )

    def find(self, parse: Parse, names: list[NameHit], begin: int = 0) -> list[Title]:
        """Titles in text order. ``names`` are the known names, which tell owners from qualifiers;
        ``begin`` is the first token that may belong to one."""
        name_at = {i: hit for hit in names for i in range(hit.first, hit.last)}
        starts = {token.begin: token.index for token in parse.tokens}
        ends = {token.end: token.index + 1 for token in parse.tokens}
        blocked = {starts[b] for b, _, _ in self._never.find(parse.text) if b in starts}
        bodies = {starts[b]: ends[e] for b, e, _ in self._bodies.find(parse.text) if b in starts and e in ends}
        body_starts = {end: start for start, end in bodies.items()}
        ranks = {starts[b]: e for b, e, _ in self._ranks.find(parse.text) if b in starts and parse.text[b].isupper()}
        matches = [
            (starts[b], ends[e], value) for b, e, value in self._heads.find(parse.text) if b in starts and e in ends
        ]
        found: list[Title] = []
        reached = begin
        for number, (first, last, (kind, singular)) in enumerate(matches):
            following = matches[number + 1][0] if number + 1 < len(matches) else None
            is_rank = ranks.get(first, 0) >= parse.tokens[last - 1].end  # not "General" of "General Secretary"
            if first < reached or first in blocked or is_rank or self._qualifies(parse, first, last, following):
                continue
            if self._is_surname(parse, first, last, name_at) or self._is_no_acronym(parse, first):
                continue
            if parse.tokens[last - 1].pos not in {"NOUN", "PROPN", "ADJ"} and not parse.tokens[first].text[0].isupper():
                continue
            if self._is_adjective(parse, last - 1):
                continue
            inside_name = name_at.get(first)
            if inside_name and inside_name.first < first and inside_name.last > last:
                continue
            left = self._left.walk(parse, first, reached, name_at, body_starts)
            if kind == "occupation":
                left.words[:0] = self._left.trade(parse, first, reached, name_at, left)
            words = " ".join(token.lower for token in parse.tokens[first:last])
            right, owner_right, status = self._right.walk(parse, last, name_at, bodies, words)
            if owner_right and left.owner is not None and parse.tokens[owner_right.cut].lower == "for":
                right, owner_right = max(right, owner_right.end), None  # "the UN's special envoy for Yemen"
            title = self._title(parse, len(found), kind, singular, (first, last), left, right, owner_right, status)
            if title:
                if found and (body := _body_spoken_for(found[-1], title, parse)) is not None:
                    title = replace(title, owner=body, first=body)
                    found[-1] = replace(found[-1], last=found[-1].head + 1)
                found.append(_of_officials_body(title, found[-1], parse, name_at) if found else title)
                reached = title.last
        return found

    def _is_adjective(self, parse: Parse, i: int) -> bool:
        """ "official" in "her first official trip"."""
        token = parse.tokens[i]
        return (token.pos, token.dep) == ("ADJ", "amod") and token.head > i and parse.tokens[token.head].pos == "NOUN"

    def _is_no_acronym(self, parse: Parse, first: int) -> bool:
        """ "pm" and "5 PM", not "the PM"."""
        token = parse.tokens[first]
        counted = first > 0 and parse.tokens[first - 1].pos == "NUM"
        return token.lower in self._capitals and (counted or not token.text.isupper())

    def _is_surname(self, parse: Parse, first: int, last: int, name_at: dict[int, NameHit]) -> bool:
        """ "King" in "Tom King": after a given name."""
        token, before = parse.tokens[first], parse.tokens[first - 1] if first else None
        if (
            last - first != 1
            or token.lower not in self._surname_heads
            or before is None
            or before.sentence != token.sentence
        ):
            return False
        if last < len(parse.tokens) and parse.tokens[last].pos == "PROPN" and parse.tokens[last].text[0].isupper():
            return False  # a name follows: "Two Holy Mosques King Salman"
        known = {*self._qualifiers, *self._status, *self._descriptive, "the", "a"}
        return (
            token.text[0].isupper()
            and before.text[0].isupper()
            and before.pos == "PROPN"
            and first - 1 not in name_at
            and before.lower not in known
        )

    def _qualifies(self, parse: Parse, first: int, last: int, following: int | None) -> bool:
        """A head that only qualifies the next one: "Deputy" in "Deputy Foreign Minister"."""
        if following is None or last - first != 1 or parse.tokens[first].lower not in self._qualifiers:
            return False
        between = parse.tokens[last:following]
        return following - last <= 2 and all(token.lower in self._qualifiers for token in between)

    def _title(
        self,
        parse: Parse,
        index: int,
        kind: str,
        singular: str | None,
        span: tuple[int, int],
        left: LeftOfHead,
        right: int,
        owner_right: OwnerBehind | None,
        status: str | None,
    ) -> Title | None:
        tokens, (first, last) = parse.tokens, span
        words = [
            i for i in left.words if tokens[i].lower not in self._descriptive or tokens[i].lower in self._portfolios
        ]
        while words and tokens[words[0]].text in {"-", ",", "and"}:
            words.pop(0)
        begin = min([*words, first])
        last_kept = owner_right.cut if owner_right and owner_right.end > owner_right.cut else right
        owner = owner_right.token if owner_right else left.owner
        pieces = [i for i in range(begin, last) if i in words or first <= i] + list(range(last, last_kept))
        if owner_right:
            pieces = [i for i in pieces if i not in owner_right.within]
        if status == "designate":
            pieces = [i for i in pieces if i < last]
        text = join(tokens, pieces)
        if singular:
            text = in_singular(text, " ".join(tokens[i].text for i in range(first, last)), singular)
        head_words = " ".join(tokens[i].lower for i in range(first, last)).replace(" - ", "-")
        inside = [*words[-1:], *range(last, last_kept)]
        named = any(tokens[i].lower in self._state_bodies for i in inside) and head_words not in self._aspirants
        named = named or any(
            body in f" {text.lower()} " for body in self._state_phrases
        )  # "commander of the armed forces"
        named = named or text.lower() in self._of_states  # "former health secretary Ali Demir"
        organ = named and kind != "occupation" and owner is None
        kind = "state" if organ else kind
        needs = head_words in self._needs_owner and not (
            organ or (words and kind != "occupation" and tokens[words[-1]].lower in self._portfolios)
        )
        end = max(right, owner_right.end if owner_right else right)
        role_end = tokens[(last_kept if status != "designate" else last) - 1].end
        return Title(
            index,
            left.first,
            end,
            last - 1,
            tokens[begin].begin,
            role_end,
            text,
            status or left.status or "current",
            kind,
            singular is not None,
            owner,
            left.definite,
            needs,
        )


def _body_spoken_for(before: Title, title: Title, parse: Parse) -> int | None:
    """The "UN" of "a spokesman for UN chief Ali Demir", which is the chief's, as the name is."""
    behind = before.owner is not None and before.head + 1 < before.owner < title.head
    adjacent = before.last == title.first and title.owner is None
    return before.owner if behind and adjacent and parse.tokens[before.head + 1].lower == "for" else None


def _of_officials_body(title: Title, before: Title, parse: Parse, name_at: Mapping[int, NameHit]) -> Title:
    """ "The U.N. Secretary-General's envoy" has a post of the organisation, as whoever sends him has."""
    body = name_at.get(before.owner) if before.owner is not None else None
    sends = parse.tokens[title.first - 1].text == "'s" and before.last == title.first - 1
    of_body = body is not None and body.known.kind is Kind.ORGANISATION
    return replace(title, owner=before.owner) if sends and of_body and title.owner is None else title
