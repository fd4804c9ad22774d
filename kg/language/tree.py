"""The parse stays a tree: whatever a repair does, no word hangs on itself."""

from collections.abc import Iterator, Sequence

from kg.language.document import Token


def without_circles(tokens: Sequence[Token], before: Sequence[Token]) -> list[Token]:
    """The tokens, with those of ``before`` in the sentences in which heads go round in a circle."""
    circular = {tokens[i].sentence for i in _in_circles(tokens)}
    return [old if new.sentence in circular else new for new, old in zip(tokens, before, strict=True)]


def _in_circles(tokens: Sequence[Token]) -> list[int]:
    """One token of each circle, each token being looked at once."""
    walk = [-1] * len(tokens)  # the walk on which a token was first seen
    found = []
    for start in range(len(tokens)):
        at = start
        while walk[at] < 0 and tokens[at].head != at:
            walk[at] = start
            at = tokens[at].head
        if walk[at] == start and tokens[at].head != at:
            found.append(at)
        if walk[at] < 0:
            walk[at] = start
    return found


def governors(tokens: Sequence[Token], token: Token) -> Iterator[Token]:
    """Those above a token, the nearest first; it ends in a circle too, which repairs make before the last undoes it."""
    for _ in tokens:
        if token.head == token.index:
            return
        token = tokens[token.head]
        yield token


def children_of(tokens: Sequence[Token]) -> tuple[tuple[Token, ...], ...]:
    """The tokens that hang on each token, in text order."""
    children: list[list[Token]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token)
    return tuple(map(tuple, children))
