"""Mends lists of states' names and adjectives and what adjectives stand before, once it is known which words are such."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.language.document import Parse, Token
from kg.language.repair_clauses import FINITE
from kg.language.repair_phrases import with_joined_halves, with_joined_holders
from kg.language.tree import children_of, governors, without_circles

_NOT_IN_LISTS = {"appos", "dep", "npadvmod", "nmod"}
"""What the parser makes of a name inside a list."""
_LEAST_NAME = 2
"""Words of a person's name before a state, "Ana Reyes of Chad", at least."""
_MOST_ABOVE = 3
_LONGEST_ASIDE = 9
"""Words between two names, at most."""


def with_repaired_holders_listed(tokens: Sequence[Token]) -> list[Token]:
    """ "The President of Mali Ali Demir, President of Chad Jan Novak and President of Togo Juan Vega": three, not one who is
    called by the titles of the others."""
    repaired = list(tokens)
    for title in tokens:
        if title.tag not in {"NN", "NNP"} or title.dep not in {"appos", "conj"}:
            continue
        above = repaired[title.head]
        before = tokens[title.index - 1]
        listed = before.text == "," or before.dep == "cc"
        owned = any(t.dep == "prep" and t.head == title.index and t.lower == "of" for t in tokens[title.index :])
        for _ in range(_MOST_ABOVE):
            if above.lower == title.lower or above.head == above.index:
                break
            above = repaired[above.head]
        if listed and owned and above.lower == title.lower and above.index < title.index:
            repaired[title.index] = replace(title, dep="conj", head=above.index)
            if before.dep == "cc":
                repaired[before.index] = replace(before, head=above.index)
    return repaired


def with_repaired_lists(parse: Parse, names: Sequence[tuple[int, int]], adjectives: Sequence[tuple[int, int]]) -> Parse:
    """ "Niger, Burkina Faso, and Mali are …": a name of a list of states that the parser takes for an apposition, or
    joins to something before the list, belongs to the list; so does the first of "the Kazakh, Uzbek leaders".

    ``names`` and ``adjectives`` are the first token and the end of known states' names and adjectives.
    """
    repaired = list(parse.tokens)
    for run in _runs(parse, _with_brackets(parse, names)):
        heads = [_head_of(parse.tokens, first, last) for first, last in run]
        inside = set(range(run[0][0], run[-1][1]))
        for before, index in pairwise(heads):
            token = parse.tokens[index]
            strayed = token.dep == "conj" and (token.head < run[0][0] or token.head == index)
            if (token.dep in _NOT_IN_LISTS and token.head in inside) or strayed:
                repaired[index] = replace(token, dep="conj", head=before)
    for run in _runs(parse, adjectives):
        noun = parse.tokens[run[-1][1] - 1].head
        if noun != run[-1][1] or parse.tokens[noun].tag not in {"NNS", "NNPS"}:
            continue
        for first, last in run[:-1]:
            index = _head_of(parse.tokens, first, last)
            if parse.tokens[index].dep in {"nsubj", "nsubjpass", "dobj", "pobj", "appos", "npadvmod"}:
                if parse.tokens[noun].head == index:  # "talks with Cypriot, Greek leaders"
                    repaired[noun] = replace(
                        parse.tokens[noun], dep=parse.tokens[index].dep, head=parse.tokens[index].head
                    )
                repaired[index] = replace(parse.tokens[index], dep="amod", head=noun)
    repaired = _with_people_joined(_with_deeds(repaired, adjectives), names, adjectives)
    for repair in (_with_people_of_states, _with_holders_set_off, with_joined_holders, with_joined_halves):
        repaired = repair(repaired, names)
    repaired = without_circles(repaired, parse.tokens)
    if repaired == list(parse.tokens):
        return parse
    return replace(parse, tokens=tuple(repaired), children=children_of(repaired))


def _with_deeds(tokens: Sequence[Token], adjectives: Sequence[tuple[int, int]]) -> list[Token]:
    """ "Condemned Malian shelling of the town": a gerund without an object right behind a bare adjective is a noun."""
    repaired = list(tokens)
    for first, last in adjectives:
        word = tokens[last - 1]
        if last == len(tokens) or word.dep not in {"dobj", "pobj"} or first != last - 1:
            continue
        deed = tokens[last]
        has_own = any(t.head == deed.index and t.dep in {"dobj", "aux", "nsubj"} for t in tokens[last : last + 4])
        described = any(t.head == word.index for t in tokens[max(first - 3, 0) : first])
        if deed.tag != "VBG" or deed.head not in {word.index, *(t.index for t in governors(tokens, word))}:
            continue
        if not has_own and not described:
            repaired[deed.index] = replace(deed, pos="NOUN", tag="NN", lemma=deed.lower, dep=word.dep, head=word.head)
            repaired[word.index] = replace(word, dep="amod", head=deed.index)
    return repaired


def _with_people_joined(
    tokens: Sequence[Token], names: Sequence[tuple[int, int]], adjectives: Sequence[tuple[int, int]]
) -> list[Token]:
    """ "Fighting between Kenya and Somali militants": the state is beside them; not so "between US and Somali officials"."""
    repaired = list(tokens)
    begins = dict(adjectives)
    for first, last in names:
        state = tokens[_head_of(tokens, first, last)]
        people = tokens[state.head]
        behind = begins.get(last + 1)
        if behind != people.index or tokens[last].lower != "and" or people.tag != "NNS" or state.text.isupper():
            continue
        if state.dep not in {"nmod", "compound", "amod"}:
            continue
        repaired[state.index] = replace(state, dep=people.dep, head=people.head)
        repaired[people.index] = replace(people, dep="conj", head=state.index)
        adjective = tokens[behind - 1]
        repaired[adjective.index] = replace(adjective, dep="amod", head=people.index)
    return repaired


def _with_people_of_states(tokens: Sequence[Token], states: Sequence[tuple[int, int]]) -> list[Token]:
    """ "Presidents Ana Reyes of Liberia, Ali Demir of Guinea and …": each name with its state is joined to the one before."""
    repaired = list(tokens)
    lead = before = reached = -1  # the last tokens of the first name and of the one before, and the end of its state
    for first, last in states:
        name = _name_of(tokens, first)
        if name is None:
            continue
        head = name[-1]
        if before >= 0 and [t.lower for t in tokens[reached : name[0]]] in ([","], ["and"], [",", "and"]):
            _hang_name(repaired, name, first - 1, range(first, last))
            if tokens[head] in governors(tokens, tokens[lead]):  # the parser has the other way round
                repaired[lead] = replace(repaired[lead], dep=tokens[head].dep, head=tokens[head].head)
            repaired[head] = replace(repaired[head], dep="conj", head=before)
            _head_with_name(repaired, lead)
        else:
            lead = head
        before, reached = head, last
    return repaired


def _with_holders_set_off(tokens: Sequence[Token], states: Sequence[tuple[int, int]]) -> list[Token]:
    """ "The ministers of Chad and Mali, Ali Demir and Jan Novak, met": the names behind the comma are the ministers'."""
    repaired = list(tokens)
    inside = {i for first, last in states for i in range(first, last)}
    for name in tokens:
        if name.dep != "conj" or name.pos != "PROPN" or name.head not in inside or name.index in inside:
            continue
        start = name.index
        while tokens[start - 1].head == name.index and tokens[start - 1].pos == "PROPN":
            start -= 1
        state = tokens[name.head]
        while state.dep == "conj" and state.head in inside:
            state = tokens[state.head]
        link = tokens[state.head]
        holders = tokens[link.head]
        if tokens[start - 1].text == "," and link.lower == "of" and holders.tag == "NNS" and state.index != name.head:
            repaired[name.index] = replace(name, dep="appos", head=holders.index)
    return repaired


def _name_of(tokens: Sequence[Token], state: int) -> range | None:
    """The name of two words or more before "of" and a state."""
    end = state - 1
    if end < _LEAST_NAME or tokens[end].lower != "of":
        return None
    first = end
    while first and _is_of_name(tokens, first - 1) and tokens[first - 1].sentence == tokens[end].sentence:
        first -= 1
    return range(first, end) if end - first >= _LEAST_NAME else None


def _is_of_name(tokens: Sequence[Token], index: int) -> bool:
    """A part of "Sixto Duran-Ballen"."""
    hyphen = tokens[index].text == "-" and index > 0 and tokens[index - 1].pos == tokens[index + 1].pos == "PROPN"
    return hyphen or tokens[index].pos == "PROPN"


def _hang_name(repaired: list[Token], name: range, link: int, state: range) -> None:
    head = name[-1]
    for i in name[:-1]:
        if repaired[i].head not in name:
            repaired[i] = replace(repaired[i], dep="compound", head=head)
    repaired[link] = replace(repaired[link], dep="prep", head=head)
    outer = next((i for i in state if repaired[i].head not in state), state[-1])
    repaired[outer] = replace(repaired[outer], dep="pobj", head=link)


def _head_with_name(repaired: list[Token], name: int) -> None:
    """What the parser has an apposition to the post before it, "Presidents Ana Reyes", stands in its place."""
    token = repaired[name]
    post = repaired[token.head]
    if (
        token.dep == "appos"
        and post.tag in {"NNS", "NNPS"}
        and all(t.pos == "PROPN" for t in repaired[post.index + 1 : name])
    ):
        repaired[name] = replace(token, dep=post.dep, head=post.head)
        repaired[post.index] = replace(post, dep="compound", head=name)


def _runs(parse: Parse, spans: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Spans that follow each other with nothing but commas and "and" in between."""
    found: list[list[tuple[int, int]]] = []
    for span in spans:
        if found and _is_joined(parse, found[-1][-1][1], span[0], listed=len(found[-1]) > 1):
            found[-1].append(span)
        else:
            found.append([span])
    return [run for run in found if len(run) > 1]


def _with_brackets(parse: Parse, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The names, each with the short form that follows it in brackets: "the United Arab Emirates (UAE)"."""
    found: list[tuple[int, int]] = []
    for first, last in spans:
        around = [t.text for t in (*parse.tokens[first - 1 : first], *parse.tokens[last : last + 1])]
        if found and found[-1][1] == first - 1 and around == ["(", ")"]:
            found[-1] = (found[-1][0], last + 1)
        else:
            found.append((first, last))
    return found


def _is_joined(parse: Parse, end: int, start: int, listed: bool) -> bool:
    """Whether one name follows another in a list; the last of several may stand behind an aside: "Iran, Libya and, with
    some conditions, Cuba"."""
    same = start < len(parse.tokens) and parse.tokens[end - 1].sentence == parse.tokens[start].sentence
    if not same or start - end > _LONGEST_ASIDE:
        return False
    between = [token.lower for token in parse.tokens[end:start] if token.lower != "the"]
    if between in ([","], ["and"], [",", "and"], ["&"]):
        return True
    opened = between[:1] == ["and"] or between[:2] == [",", "and"]
    is_aside = opened and between[-1] == "," and not any(t.tag in FINITE for t in parse.tokens[end:start])
    return listed and is_aside


def _head_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token of a name that hangs on what is outside of it."""
    return next((i for i in range(first, last) if tokens[i].head not in range(first, last)), last - 1)
