"""Values kept aside on disk, in order, so that a source of any size is read once and held in no memory."""

import pickle
import tempfile
from array import array
from collections.abc import Iterator
from typing import Generic, TypeVar, cast

Value = TypeVar("Value")
_IN_MEMORY = 16 * 1024 * 1024
"""Bytes up to which no file is made."""


class Spool(Generic[Value]):
    """Takes values one by one and gives them back, all from the first or each by its place. Ends with the process."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 (lives as long as the spool)
        self._places = array("Q")

    def __len__(self) -> int:
        return len(self._places)

    def add(self, value: Value) -> None:
        self._places.append(self._file.seek(0, 2))
        pickle.dump(value, self._file, pickle.HIGHEST_PROTOCOL)

    def __getitem__(self, number: int) -> Value:
        self._file.seek(self._places[number])
        return cast(Value, pickle.load(self._file))  # noqa: S301 (written by this process)

    def __iter__(self) -> Iterator[Value]:
        return (self[number] for number in range(len(self)))

    def close(self) -> None:
        self._file.close()
