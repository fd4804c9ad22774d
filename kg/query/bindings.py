"""Binds parameters into a query as RDF terms: a VALUES block at the head of its WHERE group (SPARQL 1.1,
section 10.2). The value never becomes part of the query's own text: it is an escaped literal or an IRI."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*) | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3} | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
      | (?P<variable>[?$]\w+) | (?P<word>[A-Za-z_][\w:.-]*) | (?P<brace>[{}])""",
    re.VERBOSE | re.DOTALL,
)
_FOR_PARAMETER = re.compile(r"^\s*#\?\s*(\w+):(.*)$", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def term_of(value: str) -> NamedNode | Literal:
    """``<https://…>`` is an IRI, anything else a plain literal."""
    if value.startswith("<") and value.endswith(">"):
        return NamedNode(value[1:-1])
    return Literal(value)


def bind(
    query: str,
    values: Mapping[str, NamedNode | Literal],
    choices: Mapping[str, Sequence[NamedNode | Literal]] | None = None,
) -> str:
    """``query`` with ``values`` bound to the variables of those names, in its WHERE group and in that of each sub-SELECT
    that mentions them; each variable of ``choices`` is one of some, in each outermost GRAPH group that mentions it. A line
    ``#? called: PATTERN`` is a pattern of the query, with ``?called`` bound, if the parameter ``called`` is; else a comment.

    Raises:
        ValueError: a name that no variable can have, or a query without a WHERE group.
    """
    if not values and not choices:
        return query
    bad = [name for name in values if not _NAME.fullmatch(name)]
    if bad:
        raise ValueError(f"'{bad[0]}' is no name for a parameter; use letters, digits and _")
    query = with_patterns(query, values)
    groups = _groups(query)
    if not groups:
        raise ValueError("parameters need a query with a WHERE group")
    blocks = [(groups[0].begin, _block(values))]
    for group in groups[1:]:
        if group.kind == "select":
            block = _block({name: value for name, value in values.items() if name in group.variables})
        else:
            some = {name: terms for name, terms in (choices or {}).items() if name in group.variables}
            block = "".join(_one_of(name, terms) for name, terms in some.items())
        blocks.append((group.begin, block))
    for position, block in sorted(blocks, reverse=True):
        query = query[:position] + block + query[position:]
    return query


def with_patterns(query: str, values: Mapping[str, NamedNode | Literal]) -> str:
    """``query`` with the lines ``#? name: PATTERN`` of bound parameters as patterns."""
    return _FOR_PARAMETER.sub(lambda line: _pattern(line, values), query)


def _pattern(line: re.Match[str], values: Mapping[str, NamedNode | Literal]) -> str:
    name = line[1]
    return f" {{{_block({name: values[name]})}{line[2]} }}" if name in values else line[0]


def _block(values: Mapping[str, NamedNode | Literal]) -> str:
    if not values:
        return ""
    names, terms = zip(*sorted(values.items()), strict=True)
    return f" VALUES ({' '.join(f'?{n}' for n in names)}) {{ ({' '.join(map(str, terms))}) }} "


def _one_of(name: str, terms: Sequence[NamedNode | Literal]) -> str:
    return f" VALUES ?{name} {{ {' '.join(map(str, terms))} }} "


def tokens(query: str) -> Iterator[tuple[str, str]]:
    """Kind (comment, iri, string, variable, word or brace) and text of what a query is made of; signs and numbers are left out."""
    for token in _TOKEN.finditer(query):
        yield token.lastgroup or "", token[0]


@dataclass(slots=True)
class _Group:
    """A group that values are bound in: of a SELECT (or the whole query's), or of a GRAPH; ``begin`` is inside it."""

    kind: str
    begin: int
    variables: set[str] = field(default_factory=set)


@lru_cache(maxsize=256)
def _groups(query: str) -> tuple[_Group, ...]:
    """The outermost WHERE group (after WHERE, or the first group of a short form), then those of sub-SELECTs and the
    outermost GRAPH groups, as they come."""
    found: list[_Group] = []
    around: list[_Group | None] = []
    last = ""
    template = False
    for token in _TOKEN.finditer(query):
        kind, text = token.lastgroup, token[0]
        if kind == "word" and text.upper() in {"CONSTRUCT", "WHERE", "SELECT", "GRAPH"}:
            last = text.upper()
            template = template or last == "CONSTRUCT"
        elif kind == "variable":
            for group in filter(None, around):
                group.variables.add(text[1:])
        elif text == "{" and kind == "brace":
            opened = _opened(last, token.end(), found, around, template)
            around.append(opened)
            found += [opened] if opened else []
            last = ""
        elif text == "}" and kind == "brace" and around:
            around.pop()
    return tuple(found)


def _opened(last: str, begin: int, found: list[_Group], around: list[_Group | None], template: bool) -> _Group | None:
    """The group that a brace opens, if values may be bound in it; ``last`` is the keyword before it."""
    if not found:
        return (
            _Group("where", begin)
            if not around and (last != "CONSTRUCT") and (last == "WHERE" or not template)
            else None
        )
    if last in {"SELECT", "WHERE"}:
        return _Group("select", begin)
    in_graph = any(group and group.kind == "graph" for group in around)
    return _Group("graph", begin) if last == "GRAPH" and not in_graph else None
