"""The values of a JSON file one after the other, with little of the file in memory.

The decoder is that of the standard library, as lists of news are often written by Python and have its NaN, which stricter
stream parsers take for an error.
"""

import json
from collections.abc import Iterator
from typing import IO, Any

_PIECE = 1 << 16
_CUT_TOKEN = len("-Infinity")
"""Characters: an error so near to the end of what was read may come of a token that goes on."""
_CUT_NUMBER = len("e+")
"""Characters: a number that ends so near to the end may go on as well."""


def json_values(stream: IO[str]) -> Iterator[tuple[int | None, Any]]:
    """Each value of the array that ``stream`` holds with its number from 1, or the one value that it holds with None.

    Raises:
        json.JSONDecodeError: it is not JSON from there on; line and column are those of the stream.
        RecursionError: a value is nested too deeply.
    """
    text = _Text(stream)
    if text.next_character() != "[":
        yield None, text.value()
    else:
        text.step()
        yield from enumerate(_items(text), 1)
    if text.next_character():
        raise text.error("Extra data")


def _items(text: "_Text") -> Iterator[Any]:
    if text.next_character() == "]":
        text.step()
        return
    while True:
        yield text.value()
        delimiter = text.next_character()
        if delimiter not in ("]", ","):
            raise text.error("Expecting ',' delimiter")
        text.step()
        if delimiter == "]":
            return


class _Text:
    """What was read of a stream and not yet taken."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._kept = ""
        self._at = 0
        self._lines = 0
        self._column = 0
        self._decoder = json.JSONDecoder()

    def next_character(self) -> str:
        """The first character that is no blank, or nothing at the end."""
        while True:
            while self._at < len(self._kept):
                if self._kept[self._at] not in " \t\r\n":
                    return self._kept[self._at]
                self._at += 1
            if not self._more():
                return ""

    def step(self) -> None:
        self._at += 1

    def value(self) -> Any:
        """The value that begins at the next character."""
        self.next_character()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._kept, self._at)
            except json.JSONDecodeError as error:
                if self._may_go_on(error) and self._more():
                    continue
                raise self.error(error.msg, error.pos) from None
            if end >= len(self._kept) - _CUT_NUMBER and self._more():
                continue
            self._at = end
            return value

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated string") or error.pos >= len(self._kept) - _CUT_TOKEN

    def _more(self) -> bool:
        """Read on, at least as much as is kept, so that a long value is not decoded anew for each piece."""
        piece = self._stream.read(max(_PIECE, len(self._kept) - self._at))
        if piece:
            self._forget_taken()
            self._kept += piece
        return bool(piece)

    def _forget_taken(self) -> None:
        taken = self._kept[: self._at]
        self._lines += taken.count("\n")
        self._column = len(taken) - taken.rfind("\n") - 1 if "\n" in taken else self._column + len(taken)
        self._kept, self._at = self._kept[self._at :], 0

    def error(self, message: str, position: int | None = None) -> json.JSONDecodeError:
        """An error at ``position`` of what is kept, the next character by default."""
        error = json.JSONDecodeError(message, self._kept, self._at if position is None else position)
        error.colno += self._column if error.lineno == 1 else 0
        error.lineno += self._lines
        return error
