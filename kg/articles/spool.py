"""Values kept aside on disk, in order, so that a source of any size is read once and held in no memory."""

import pickle
import tempfile
from collections.abc import Iterator
from typing import Generic, TypeVar, cast

Value = TypeVar("Value")
_IN_MEMORY = 16 * 1024 * 1024
"""Bytes up to which no file is made."""


class Spool(Generic[Value]):
    """Takes values one by one and gives them back from the first, once or many times. Ends with the process."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 (lives as long as the spool)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, value: Value) -> None:
        pickle.dump(value, self._file, pickle.HIGHEST_PROTOCOL)
        self._count += 1

    def __iter__(self) -> Iterator[Value]:
        self._file.seek(0)
        for _ in range(self._count):
            yield cast(Value, pickle.load(self._file))  # noqa: S301 (written by this process)

    def close(self) -> None:
        self._file.close()
