"""The saved queries: one ``.rq`` file a question, described by the comments at its head::

# title: Who met whom
# description: Meetings, visits, calls and talks that happened.
# param since >= ?date: only on or after this day (2014, 2014-04 or 2014-04-07)
# param person ~ person:?side: part of the name of one side
# param type = event:?event_type: one event type
# param in kg:articleId ?article: the id of one article
# rows of post-history: the last ?as_of of each ?post, none with ?status "former"

The sign and variable after a parameter's name let the answer be found fast (``kg/query/narrow.py``), and so does the line
of which rows of another query's answer it consists (``kg/query/kept_rows.py``); the query itself says the same.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from kg.resources import resource

_HEADER = re.compile(
    r"^#\s*(title|description|param\s+(\w+)(?:\s*([<>*]=|[=~]|\w+:\w+)\s*(?:(\w+):)?\?(\w+))?):\s*(.*)$"
)
_ROWS_OF = re.compile(r'^# rows of ([\w-]+): the last \?(\w+) of each \?(\w+), none with \?(\w+) "([^"]*)"$')
_TOLD = 80
"""How much of a title a name must have, in hundredths, to be meant by it."""


class UnknownQueryError(LookupError):
    """No saved query has this name; the message names the nearest ones."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """``variable`` is one that the value says something about: with ``sign`` "=" it is the value, with "~" a node that
    has the value in its name, with a property one that has the value for it; ``prefix`` is that of its IRI, if it is
    known. With ">=", "<=" or "*=" it is a column of the answer, and only rows on that side of the value, or with the value
    in that column in any case, count."""

    name: str
    description: str
    sign: str | None = None
    prefix: str | None = None
    variable: str | None = None

    @property
    def is_of_rows(self) -> bool:
        """Whether the value only says which rows of the answer count."""
        return self.sign in {">=", "<=", "*="}


@dataclass(frozen=True, slots=True)
class RowsOf:
    """Which rows of the answer to the saved ``query`` an answer consists of: those with the last value of the column
    ``last`` for each value of the column ``each``, but none that has the value ``not_value`` in the column ``without``;
    less the column ``each``, in the order of its columns."""

    query: str
    last: str
    each: str
    without: str
    not_value: str


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """``rows_of`` holds only where a parameter is given that says which rows count."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str
    rows_of: RowsOf | None = None


@cache
def saved_queries() -> tuple[SavedQuery, ...]:
    """All saved queries in the order of their names."""
    return tuple(
        parse_saved(path.stem, path.read_text(encoding="utf-8")) for path in sorted(resource("queries").glob("*.rq"))
    )


def is_saved(text: str) -> bool:
    """Whether a query is, word for word, a saved one."""
    return any(query.text == text for query in saved_queries())


@lru_cache(maxsize=256)
def parse_saved(name: str, text: str) -> SavedQuery:
    """Read the comments at the head of a query."""
    values: dict[str, str] = {}
    parameters: list[Parameter] = []
    rows_of: RowsOf | None = None
    for line in text.splitlines():
        if rows := _ROWS_OF.match(line):
            rows_of = RowsOf(*rows.groups())
            continue
        match = _HEADER.match(line)
        if not match:
            break
        if match[2]:
            parameters.append(Parameter(match[2], match[6], match[3], match[4], match[5]))
        else:
            values[match[1]] = match[6]
    return SavedQuery(name, values.get("title", name), values.get("description", ""), tuple(parameters), text, rows_of)


def find_saved(name: str) -> SavedQuery:
    """The saved query of this name.

    Raises:
        UnknownQueryError: with the names that are nearest.
    """
    queries = {query.name: query for query in saved_queries()}
    if name in queries:
        return queries[name]
    near = [match[0] for match in process.extract(name, list(queries), scorer=fuzz.WRatio, limit=3)]
    titles = {key: query.title for key, query in queries.items()}
    told = process.extractOne(name.replace("-", " "), titles, scorer=fuzz.token_set_ratio, processor=default_process)
    near = list(dict.fromkeys([told[2], *near])) if told and told[1] >= _TOLD else near  # "who-said-what"
    raise UnknownQueryError(f"no saved query '{name}'; nearest: {', '.join(near)} (kg query --list shows all)")
