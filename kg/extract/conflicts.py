"""Conflicts that have a name."""

from kg.extract.arguments import Arguments
from kg.language import Token


def conflict_label(arguments: Arguments, token: Token) -> str | None:
    """The proper name of a named conflict: "Nagorno-Karabakh conflict"."""
    first = token.index
    while (
        first > 0
        and arguments.parse.tokens[first - 1].head == token.index
        and arguments.parse.tokens[first - 1].dep in {"compound", "amod"}
        and (arguments.parse.tokens[first - 1].text[0].isupper())
    ):
        first -= 1
        while first > 1 and arguments.parse.tokens[first - 1].text == "-":
            first -= 2
    return arguments.parse.text[arguments.parse.tokens[first].begin : token.end] if first < token.index else None
