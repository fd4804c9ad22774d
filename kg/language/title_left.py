"""Walks left from the head of a title over the words of the post, its owner and its status."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.language.document import Form, Kind, Parse
from kg.language.names import NameHit
from kg.language.syntax import child
from kg.language.title_right import POSSESSIVES

_ONE_OF_A_KIND = {"first", "only"}
"""Words behind which an adjective says what kind of holder it is: "Bolivia's first Indian president"."""
_DEPARTMENTAL = {"minister", "secretary", "ministers", "secretaries"}
"""Heads before which any noun is a department's."""
_CAPITAL_HEADS = {"Minister", "Ministers", "Secretary"}
_ORGAN_KINDS = {Kind.ORGANISATION, Kind.STATE}


@dataclass(slots=True)
class LeftOfHead:
    """What stands left of the head of a title: ``words`` of the post, whose ``owner`` it is, its ``status``."""

    first: int
    words: list[int]
    owner: int | None
    status: str | None
    definite: bool


class LeftOfTitle:
    def __init__(self, knowledge: Knowledge, status: Mapping[str, str]) -> None:
        titles = knowledge.titles
        self._leading = set(titles.leading)  # "in a related development President Ali Demir"
        self._qualifiers = {w.lower() for w in [*titles.qualifiers, *titles.portfolios]}
        self._local = set(titles.exclusive["local"])
        self._counterparts = knowledge.groups.counterparts
        self._portfolios = {w.lower() for w in titles.portfolios}
        self._descriptive = set(titles.descriptive)
        self._trade_adjectives = set(titles.occupation_adjectives)
        self._once = set(titles.once)
        self._status = status

    def walk(
        self, parse: Parse, first: int, floor: int, name_at: dict[int, NameHit], bodies: dict[int, int]
    ) -> LeftOfHead:
        """Walk left over qualifiers, the owner and the status."""
        left = LeftOfHead(first, [], None, None, definite=False)
        floor = max(floor, parse.sentences[parse.tokens[first].sentence].first)
        i = first - 1
        while i >= floor:
            token = parse.tokens[i]
            word = token.lower
            hit = name_at.get(i)
            hyphened = word == "-" and i - 1 >= floor
            if token.tag == "VB" and token.text.islower():
                break  # "to force President Ali Demir to go"
            if (start := bodies.get(i + 1, -1)) >= floor and left.owner is None and start not in name_at:
                left.words[:0] = range(start, i + 1)
                left.first, i = start, start - 1
                continue
            if (
                hit
                and hit.known.kind in _ORGAN_KINDS | {Kind.PLACE}
                and (left.owner is None or self._is_seat(hit, left))
                and not hit.known.news_agency
            ):
                if self._is_department(parse, hit, first):
                    left.words[:0] = range(hit.first, hit.last)
                    left.first, i = hit.first, hit.first - 1
                    continue
                if left.owner is not None:  # "Israeli U.N. Ambassador"
                    left.words[:0] = range(hit.last, first) if not left.words else range(hit.last, left.words[0])
                owned = hit.first - 1 >= floor and parse.tokens[hit.first - 1].text == "'s"
                departmental = parse.tokens[first].lower in _DEPARTMENTAL and not left.words
                regional = hit.known.region and parse.tokens[first].lower == "premier"
                local = parse.tokens[first].lower in self._local
                own_post = hit.known.form is Form.ADJECTIVE or departmental or owned or regional or local
                if hit.known.kind is Kind.PLACE and own_post and not hit.known.governs:
                    # "Scottish Finance Minister", "Northern Ireland secretary", "Lima mayor" are posts of their own
                    left.words[:0] = range(hit.first, hit.last)
                if owned:  # "Human Rights Watch's Africa director"
                    left.first, i = hit.first, hit.first - 1
                    continue
                if not self._is_sea(hit, left):
                    left.owner = i
                left.first, i = hit.first, hit.first - 1
                continue
            if word == "'s" or (token.text == "'" and token.tag == "POS"):
                if (left.owner is None or parse.tokens[left.owner - 1].lower in _ONE_OF_A_KIND) and i > floor:
                    left.owner = i - 1
                    if left.owner in name_at:  # else a person, whose name is no part of the title
                        left.first = min(left.first, name_at[left.owner].first)
                        before = [t.lower for t in parse.tokens[max(0, left.first - 2) : left.first]]
                        if before == [",", "then"] or (before[-1:] and before[-1] in self._once):
                            # "Ali Demir, then Chad's president", "formerly Chad's president"
                            left.status, left.first = self._status["then"], left.first - 1
                break
            if word in POSSESSIVES:
                left.owner = i if left.owner is None else left.owner
                left.first = i
                break
            if parse.tokens[i].pos == "NUM" and left.owner is None and i - 1 >= floor:
                i -= 1  # "Japan's two ministers"
                continue
            if word in {"the", "a", "an"}:
                left.definite = word == "the"
                if parse.tokens[i - 1].lower in self._once:
                    left.status = self._status["former"]
                break
            if word in _ONE_OF_A_KIND and left.owner is not None and parse.tokens[i - 1].text == "'s":
                i -= 1
                continue
            if word in self._once:  # "previously minister of mines"
                left.status, left.first = self._status["former"], i
                break
            if token.text == "Party" and i > floor and parse.tokens[i - 1].text[0].isupper() and not hit:
                break  # "Communist Party chief": the party's
            department = parse.tokens[first].lower in _DEPARTMENTAL and token.dep == "compound" and token.pos == "NOUN"
            if token.lemma in self._counterparts:
                break  # "his counterpart Minister Ali Demir"
            if child(parse, i, "nsubj") is not None:
                break  # "soldiers ousted President Ali Demir": he was none before
            if word in self._status and parse.tokens[i].pos in {"ADJ", "ADV", "NOUN", "PROPN", "VERB", "X"}:
                left.status, left.first = self._status[word], i
            elif (
                word in self._qualifiers
                and not (word in self._portfolios and parse.tokens[first].lower in self._leading)
                and not self._is_ordinal(parse, i, first)
                and (
                    token.pos in {"ADJ", "NOUN", "PROPN", "VERB", "ADV"}
                    or (token.pos == "ADP" and i > floor and token.text[0].isupper())  # "US Under Secretary"
                )
            ):
                left.words.insert(0, i)
                left.first = i
            elif word in self._descriptive and token.pos in {"ADJ", "ADV", "NOUN", "PROPN", "VERB"}:
                left.first = i
            elif department and not hit and token.head in range(i, first + 1):
                left.words.insert(0, i)  # "irrigation minister"
                left.first = i
            elif (whole := self._department_start(parse, i, first, floor, name_at)) is not None:
                left.words[:0] = range(whole, i + 1)
                left.first, i = whole, whole
            elif hyphened and parse.tokens[i - 1].lower in self._qualifiers | set(self._status):
                if parse.tokens[i - 1].lower in self._qualifiers:
                    left.words.insert(0, i)
                else:
                    left.status, i = self._status[parse.tokens[i - 1].lower], i - 1
                left.first = i
            elif (
                (word in {"and", "&"} or (word == "," and {"and", "&"} & {parse.tokens[k].lower for k in left.words}))
                and left.words
                and i - 1 >= floor
                and parse.tokens[i - 1].lower in self._portfolios
                and parse.tokens[left.words[0]].lower in self._portfolios
                and left.owner is None
            ):
                left.words.insert(0, i)
            else:
                if left.status is None and (behind := self._status_behind(parse, i, first, floor)) is not None:
                    left.status = self._status[parse.tokens[behind].lower]
                break
            i -= 1
        return left

    def trade(self, parse: Parse, first: int, floor: int, name_at: dict[int, NameHit], left: LeftOfHead) -> list[int]:
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

    @staticmethod
    def _is_ordinal(parse: Parse, i: int, head: int) -> bool:
        """ "The first Hungarian prime minister", unlike "first secretary" and "First Lady"."""
        return parse.tokens[i].text in {"first", "second", "third"} and head - i > 1

    def _department_start(
        self, parse: Parse, index: int, head: int, floor: int, name_at: Mapping[int, NameHit]
    ) -> int | None:
        """ "Malaysian Plantation Industries and Commodities Minister": all that is capitalised between a state and a head
        that is itself, whatever department it names."""
        if parse.tokens[head].text not in _CAPITAL_HEADS or not parse.tokens[index].text.istitle():
            return None
        start = i = index
        while (
            i >= floor
            and i not in name_at
            and (parse.tokens[i].text.istitle() or parse.tokens[i].lower in {"and", "&"})
        ):
            start = i if parse.tokens[i].text.istitle() else start
            i -= 1
        state = name_at.get(i)
        owned = i >= floor and parse.tokens[i].tag == "POS"
        return start if i >= floor and (owned or (state is not None and state.known.kind is Kind.STATE)) else None

    def _status_behind(self, parse: Parse, index: int, head: int, floor: int) -> int | None:
        """ "former Rivers State Governor": the status is the governor's, though a name stands between."""
        joined = index - 1 if parse.tokens[index].lower == "and" else None  # "former soldier and strongman"
        if joined is not None and joined - 1 > floor and parse.tokens[joined].tag == "NN":
            before = parse.tokens[joined - 1]
            return before.index if before.lower in self._status and before.head in {joined, head} else None
        while index > floor and parse.tokens[index].pos == "PROPN" and parse.tokens[index].dep == "compound":
            index -= 1
        word = parse.tokens[index]
        return index if word.lower in self._status and word.dep == "amod" and word.head == head else None

    @staticmethod
    def _is_sea(hit: NameHit, left: LeftOfHead) -> bool:
        """The "Pacific" of "Australian Pacific Minister", which is part of the post's name and of no state."""
        return hit.known.kind is Kind.PLACE and hit.known.state is None and left.words[:1] == [hit.first]

    @staticmethod
    def _is_seat(hit: NameHit, left: LeftOfHead) -> bool:
        """The state right before the organisation at which it has a post: "Israeli" in "Israeli U.N. Ambassador"."""
        return hit.known.kind is Kind.STATE and hit.last == left.first

    def _is_department(self, parse: Parse, hit: NameHit, head: int) -> bool:
        """ "Treasury" in "U.S. Treasury Secretary": the name of an organ that is the portfolio of a post."""
        words = [token.lower for token in parse.tokens[hit.first : hit.last]]
        departmental = parse.tokens[head].lower in _DEPARTMENTAL and hit.last == head
        return departmental and hit.known.kind is Kind.ORGANISATION and set(words) <= self._portfolios
