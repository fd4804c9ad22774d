"""Finds the words of posts, offices and occupations: "[former] [Armenian] [Defense] Minister [of …]"."""

from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.language.document import Form, Kind, Parse, Title, Token
from kg.language.names import NameHit
from kg.language.phrases import Phrases
from kg.language.title_words import in_singular, join, plural

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
_NAME_LINKS = {"de", "del", "da", "do", "la", "le", "el"}
"""Small words inside the names of places: "Norte de Santander"."""
_ENVOYS = ("envoy", "mediator", "rapporteur", "representative", "coordinator", "negotiator", "commissioner")
"""Heads whose "for" tells where they are sent, not whose they are."""
_DEPARTMENTAL = {"minister", "secretary", "ministers", "secretaries"}
"""Heads before which any noun is a department's."""
_DEPARTMENTS = {"ministry", "department", "army", "navy", "police", "military", "embassy", "parliament"}
_POSSESSIVES = {"its", "his", "her", "their", "our", "my"}
_ORGAN_KINDS = {Kind.ORGANISATION, Kind.STATE}


@dataclass(slots=True)
class _Left:
    first: int
    words: list[int]
    owner: int | None
    status: str | None
    definite: bool


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
        self._never = Phrases([(phrase, True) for phrase in titles.never], fold=True)
        self._qualifiers = {w.lower() for w in [*titles.qualifiers, *titles.portfolios]}
        self._portfolios = {w.lower() for w in titles.portfolios}
        self._descriptive = set(titles.descriptive)
        self._trade_adjectives = set(titles.occupation_adjectives)
        self._ranks = Phrases([(rank, True) for rank in knowledge.ranks.ranks], fold=True)
        self._bodies = Phrases([(body, True) for body in titles.bodies], fold=True)
        self._not_names = set(titles.not_names)
        self._surname_heads = set(titles.surname_heads)
        self._needs_owner = set(titles.needs_owner) | {plural(w) for w in titles.needs_owner}
        self._status = {
            word.strip("-"): status for status, words in titles.status.model_dump().items() for word in words
        }

    def find(self, parse: Parse, names: list[NameHit], begin: int = 0) -> list[Title]:
        """Titles in text order. ``names`` are the known names, which tell owners from qualifiers;
        ``begin`` is the first token that may belong to one."""
        name_at = {i: hit for hit in names for i in range(hit.first, hit.last)}
        starts = {token.begin: token.index for token in parse.tokens}
        ends = {token.end: token.index + 1 for token in parse.tokens}
        blocked = {starts[b] for b, _, _ in self._never.find(parse.text) if b in starts}
        bodies = {starts[b]: ends[e] for b, e, _ in self._bodies.find(parse.text) if b in starts and e in ends}
        body_starts = {end: start for start, end in bodies.items()}
        ranks = {starts[b] for b, e, _ in self._ranks.find(parse.text) if b in starts and parse.text[b].isupper()}
        matches = [
            (starts[b], ends[e], value) for b, e, value in self._heads.find(parse.text) if b in starts and e in ends
        ]
        found: list[Title] = []
        reached = begin
        for number, (first, last, (kind, singular)) in enumerate(matches):
            following = matches[number + 1][0] if number + 1 < len(matches) else None
            if first < reached or first in blocked or first in ranks or self._qualifies(parse, first, last, following):
                continue
            if self._is_surname(parse, first, last, name_at):
                continue
            if parse.tokens[last - 1].pos not in {"NOUN", "PROPN", "ADJ"} and not parse.tokens[first].text[0].isupper():
                continue
            inside_name = name_at.get(first)
            if inside_name and inside_name.first < first and inside_name.last > last:
                continue
            left = self._left(parse, first, reached, name_at, body_starts)
            if kind == "occupation":
                left.words[:0] = self._trade(parse, first, reached, name_at, left)
            words = " ".join(token.lower for token in parse.tokens[first:last])
            right, owner_right, status = self._right(parse, last, name_at, bodies, words)
            if owner_right and left.owner is not None and parse.tokens[owner_right[0]].lower == "for":
                right, owner_right = max(right, owner_right[2]), None  # "the UN's special envoy for Yemen"
            title = self._title(parse, len(found), kind, singular, (first, last), left, right, owner_right, status)
            if title:
                found.append(title)
                reached = title.last
        return found

    def _trade(self, parse: Parse, first: int, floor: int, name_at: dict[int, NameHit], left: _Left) -> list[int]:
        """The words of an occupation before its noun: "fashion" in "fashion illustrator", "legal" in "legal scholar"."""
        i = min([first, *left.words]) - 1
        words: list[int] = []
        while i >= floor and i not in name_at and parse.tokens[i].head == first:
            token = parse.tokens[i]
            trade = token.dep == "compound" and token.pos == "NOUN"
            if not trade and not (token.dep in {"amod", "compound"} and token.lower in self._trade_adjectives):
                break
            words.insert(0, i)
            left.first = min(left.first, i)
            i -= 1
        return words

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

    def _left(self, parse: Parse, first: int, floor: int, name_at: dict[int, NameHit], bodies: dict[int, int]) -> _Left:
        """Walk left over qualifiers, the owner and the status."""
        left = _Left(first, [], None, None, definite=False)
        floor = max(floor, parse.sentences[parse.tokens[first].sentence].first)
        i = first - 1
        while i >= floor:
            token = parse.tokens[i]
            word = token.lower
            hit = name_at.get(i)
            hyphened = word == "-" and i - 1 >= floor
            if (start := bodies.get(i + 1, -1)) >= floor and left.owner is None and start not in name_at:
                left.words[:0] = range(start, i + 1)
                left.first, i = start, start - 1
                continue
            if (
                hit
                and hit.known.kind in _ORGAN_KINDS | {Kind.PLACE}
                and left.owner is None
                and not hit.known.news_agency
            ):
                owned = hit.first - 1 >= floor and parse.tokens[hit.first - 1].text == "'s"
                departmental = parse.tokens[first].lower in _DEPARTMENTAL and not left.words
                if hit.known.kind is Kind.PLACE and (hit.known.form is Form.ADJECTIVE or departmental or owned):
                    # "Scottish Finance Minister", "Northern Ireland secretary" are posts of their own
                    left.words[:0] = range(hit.first, hit.last)
                if owned:  # "Human Rights Watch's Africa director"
                    left.first, i = hit.first, hit.first - 1
                    continue
                left.owner, i = i, hit.first - 1
                left.first = hit.first
                continue
            if word == "'s" or (token.text == "'" and token.tag == "POS"):
                if left.owner is None and i > floor:
                    left.owner = i - 1
                    left.first = min(left.first, left.owner)
                break
            if word in _POSSESSIVES:
                left.owner = i if left.owner is None else left.owner
                left.first = i
                break
            if parse.tokens[i].pos == "NUM" and left.owner is None and i - 1 >= floor:
                i -= 1  # "Japan's two ministers"
                continue
            if word in {"the", "a", "an"}:
                left.definite = word == "the"
                break
            if token.text == "Party" and i > floor and parse.tokens[i - 1].text[0].isupper() and not hit:
                break  # "Communist Party chief": the party's
            department = parse.tokens[first].lower in _DEPARTMENTAL and token.dep == "compound" and token.pos == "NOUN"
            if word in self._status and parse.tokens[i].pos in {"ADJ", "ADV", "NOUN", "PROPN", "VERB", "X"}:
                left.status, left.first = self._status[word], i
            elif word in self._qualifiers and (
                token.pos in {"ADJ", "NOUN", "PROPN", "VERB", "ADV"}
                or (token.pos == "ADP" and i > floor and token.text[0].isupper())  # "US Under Secretary"
            ):
                left.words.insert(0, i)
                left.first = i
            elif word in self._descriptive and token.pos in {"ADJ", "ADV", "NOUN", "PROPN", "VERB"}:
                left.first = i
            elif department and not hit and token.head in range(i, first + 1):
                left.words.insert(0, i)  # "irrigation minister"
                left.first = i
            elif hyphened and parse.tokens[i - 1].lower in self._qualifiers | set(self._status):
                if parse.tokens[i - 1].lower in self._qualifiers:
                    left.words.insert(0, i)
                else:
                    left.status, i = self._status[parse.tokens[i - 1].lower], i - 1
                left.first = i
            elif (
                word in {"and", "&", ","}
                and left.words
                and i - 1 >= floor
                and parse.tokens[i - 1].lower in self._portfolios
                and parse.tokens[left.words[0]].lower in self._portfolios
                and left.owner is None
            ):
                left.words.insert(0, i)
            else:
                break
            i -= 1
        return left

    def _right(
        self, parse: Parse, last: int, name_at: dict[int, NameHit], bodies: dict[int, int], head: str
    ) -> tuple[int, tuple[int, int, int] | None, str | None]:
        """Walk right over "of …" phrases: (end of the title, owner as (cut, token, end), status suffix)."""
        tokens, end, status = parse.tokens, last, None
        sentence_end = parse.sentences[tokens[last - 1].sentence].last
        if last + 1 < sentence_end and tokens[last].text == "-" and tokens[last + 1].lower in self._status:
            return last + 2, None, self._status[tokens[last + 1].lower]
        owner: tuple[int, int, int] | None = None
        while end + 1 < sentence_end and tokens[end].lower in _LINKS:
            link = tokens[end].lower
            if link not in {"of", "for"} and not head.endswith(_TITLE_LINKS[link]):
                break
            start = end + 1
            while start < sentence_end - 1 and tokens[start].lower in {"the", "a", "its", "his", "her", "their"}:
                if tokens[start].lower in _POSSESSIVES:
                    owner = (end, start, end)
                start += 1
            hit = name_at.get(start)
            if start in bodies and not (hit and hit.last > bodies[start]):
                end = bodies[start]
                continue
            if link == "for" and hit and head.endswith(_ENVOYS):
                return hit.last, owner, status
            if hit and hit.known.kind is Kind.STATE and hit.last in bodies and link in {"of", "for"}:
                end, owner = bodies[hit.last], (end, hit.first, end)
                break  # "of the Ethiopian Defence Force", "of the Kenya Defence Forces"
            if (
                hit
                and hit.known.kind is not Kind.PLACE
                and hit.known.form.value in {"name", "metonym"}
                and link in {"of", "for"}
            ):
                last_owner = hit.last
                while (
                    last_owner < sentence_end
                    and tokens[last_owner - 1].dep == "compound"
                    and tokens[last_owner - 1].head == last_owner
                    and tokens[last_owner].text[0].isupper()
                ):
                    last_owner += 1  # "Chairperson of the AU Commission"
                return end, (end, last_owner - 1, last_owner), status
            if (
                hit
                and (link in {"to", "in", "at", "on"} or hit.known.kind is Kind.PLACE)
                and hit.known.form.value == "name"
            ):
                return hit.last, owner, status
            stop = self._portfolio_run(tokens, start, sentence_end)
            if stop > start:
                end = stop
                continue
            if (
                tokens[start].text[0].isupper()
                and tokens[start].pos == "PROPN"
                and link in {"of", "for"}
                and tokens[start].text not in self._not_names
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
                return end, (end, stop - 1, stop), status
            if hit and hit.known.kind is Kind.STATE and link == "of" and tokens[tokens[start].head].pos == "NOUN":
                return end, (end, start, tokens[start].head + 1), status  # "commander of the Russian peacekeepers"
            if tokens[start].pos == "NOUN" and link == "of" and start > end + 1:
                return end, (end, start, start + 1), status
            break
        return end, owner, status

    def _portfolio_run(self, tokens: tuple[Token, ...], start: int, limit: int) -> int:
        """End of "Foreign Affairs and Trade" from ``start``; ``start`` itself where no portfolio stands."""
        i = stop = start
        while i < limit:
            word = tokens[i].lower
            if word in self._portfolios and tokens[i].pos != "VERB":
                i += 1
                stop = i
            elif (
                stop > start
                and word in {"and", ",", "&"}
                and i + 1 < limit
                and tokens[i + 1].lower in self._portfolios
                and (tokens[i + 1].text[0].isupper() == tokens[start].text[0].isupper())
                and tokens[i + 1].lower not in {"chief"}
            ) or (word == "the" and i == start):
                i += 1
            else:
                break
        return stop

    def _title(
        self,
        parse: Parse,
        index: int,
        kind: str,
        singular: str | None,
        span: tuple[int, int],
        left: _Left,
        right: int,
        owner_right: tuple[int, int, int] | None,
        status: str | None,
    ) -> Title | None:
        tokens, (first, last) = parse.tokens, span
        words = [
            i for i in left.words if tokens[i].lower not in self._descriptive or tokens[i].lower in self._portfolios
        ]
        while words and tokens[words[0]].text in {"-", ",", "and"}:
            words.pop(0)
        begin = min([*words, first])
        cut = owner_right[0] if owner_right and owner_right[2] > owner_right[0] else right
        last_kept = right if owner_right is None or owner_right[2] <= owner_right[0] else cut
        owner = owner_right[1] if owner_right else left.owner
        pieces = [i for i in range(begin, last) if i in words or first <= i] + list(range(last, last_kept))
        if status == "designate":
            pieces = [i for i in pieces if i < last]
        text = join(tokens, pieces)
        if singular:
            text = in_singular(text, " ".join(tokens[i].text for i in range(first, last)), singular)
        head_words = " ".join(tokens[i].lower for i in range(first, last)).replace(" - ", "-")
        inside = [*words[-1:], *range(last, last_kept)]
        organ = any(tokens[i].lower in _DEPARTMENTS for i in inside) and kind != "occupation" and owner is None
        kind = "state" if organ else kind
        needs = head_words in self._needs_owner and not (
            organ or (words and kind != "occupation" and tokens[words[-1]].lower in self._portfolios)
        )
        end = max(right, owner_right[2] if owner_right else right)
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
