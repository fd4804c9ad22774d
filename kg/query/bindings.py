"""Binds parameters into a query as RDF terms: a VALUES block at the head of its WHERE group (SPARQL 1.1,
section 10.2). The value never becomes part of the query's own text: it is an escaped literal or an IRI."""

import re
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*) | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3} | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
      | (?P<word>[A-Za-z_][\w:.-]*) | (?P<brace>[{}])""",
    re.VERBOSE | re.DOTALL,
)
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def term_of(value: str) -> NamedNode | Literal:
    """``<https://…>`` is an IRI, anything else a plain literal."""
    if value.startswith("<") and value.endswith(">"):
        return NamedNode(value[1:-1])
    return Literal(value)


def bind(query: str, values: Mapping[str, NamedNode | Literal]) -> str:
    """``query`` with ``values`` bound to the variables of those names.

    Raises:
        ValueError: a name that no variable can have, or a query without a WHERE group.
    """
    if not values:
        return query
    bad = [name for name in values if not _NAME.fullmatch(name)]
    if bad:
        raise ValueError(f"'{bad[0]}' is no name for a parameter; use letters, digits and _")
    position = _where_group(query)
    if position is None:
        raise ValueError("parameters need a query with a WHERE group")
    names, terms = zip(*sorted(values.items()), strict=True)
    block = f" VALUES ({' '.join(f'?{n}' for n in names)}) {{ ({' '.join(map(str, terms))}) }} "
    return query[:position] + block + query[position:]


def tokens(query: str) -> Iterator[tuple[str, str]]:
    """Kind (comment, iri, string, word or brace) and text of what a query is made of; signs and numbers are left out."""
    for token in _TOKEN.finditer(query):
        yield token.lastgroup or "", token[0]


def _where_group(query: str) -> int | None:
    """The position right inside the outermost WHERE group: after WHERE, or the first group of a short form."""
    after_where, first, depth = False, None, 0
    construct = False
    for token in _TOKEN.finditer(query):
        word = (token["word"] or "").upper()
        if depth == 0 and word in {"CONSTRUCT", "WHERE"}:
            construct, after_where = construct or word == "CONSTRUCT", after_where or word == "WHERE"
        elif token["brace"] == "{":
            if depth == 0 and (after_where or not construct):
                return token.end()
            first = first if first is not None else token.end()
            depth += 1
        elif token["brace"] == "}":
            depth -= 1
    return None
