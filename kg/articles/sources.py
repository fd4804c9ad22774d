"""Finds and opens what the user named: files, folders, globs, archives and standard input."""

import glob
import gzip
import os
import shutil
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, cast

from kg.articles.article import Problem

SUFFIXES = {".txt", ".md", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".csv", ".tsv"}
STANDARD_INPUT = "-"
STORE_MARKER = "kg-store.json"
"""The file that makes a folder a kg store; such folders hold no articles."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file. ``name`` is what messages call it; ``key`` is its path without suffix; ``open`` gives its bytes from the
    first, unpacked, as often as it is called."""

    name: str
    key: str
    suffix: str
    open: Callable[[], IO[bytes]]

    @property
    def content(self) -> bytes:
        """All bytes at once.

        Raises:
            OSError, EOFError, zlib.error: it cannot be read.
        """
        with self.open() as stream:
            return stream.read()


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    key: str
    asked_for: bool


def open_sources(sources: Sequence[str]) -> Iterator[RawFile | Problem]:
    """Yield every readable file behind ``sources``, in a stable order, and a Problem for each that is not."""
    found: list[_Found] = []
    for source in sources:
        if source == STANDARD_INPUT:
            yield _standard_input()
            continue
        hits = list(_find(source))
        if not hits:
            yield Problem(source, "no such file, folder or pattern; check the path")
        found.extend(hits)
    for item in _with_distinct_keys(found):
        yield from _open(item)


def _standard_input() -> RawFile | Problem:
    kept = tempfile.TemporaryFile()  # noqa: SIM115 (it ends with the last that reads from it)
    shutil.copyfileobj(sys.stdin.buffer, kept)
    kept.seek(0)
    first = kept.read(4096).lstrip()[:1]
    if not first:
        return Problem("standard input", "is empty")
    suffix = ".jsonl" if first == b"{" else ".json" if first == b"[" else ".html" if first == b"<" else ".txt"

    def again() -> IO[bytes]:
        os.lseek(kept.fileno(), 0, os.SEEK_SET)
        return os.fdopen(os.dup(kept.fileno()), "rb")

    return RawFile("standard input", "stdin", suffix, again)


def _find(source: str) -> Iterator[_Found]:
    path = Path(source)
    if path.is_dir():
        for child in sorted(path.rglob("*")):
            relative = child.relative_to(path)
            hidden = any(part.startswith(".") for part in relative.parts)
            if child.is_file() and not hidden and not any((parent / STORE_MARKER).exists() for parent in child.parents):
                yield _Found(child, _stem(relative.as_posix()), asked_for=False)
    elif path.exists():
        yield _Found(path, _stem(path.name), asked_for=True)
    else:
        for match in sorted(glob.glob(source, recursive=True)):
            yield from _find(match)


def _stem(name: str) -> str:
    path = PurePosixPath(name)
    while path.suffix.lower() in SUFFIXES | {".gz", ".zip"}:
        path = path.with_suffix("")
    return str(path)


def _with_distinct_keys(found: Sequence[_Found]) -> list[_Found]:
    """The same file named twice is read once; two files of one stem are told apart by their folder."""
    once = {item.path.resolve(): item for item in reversed(found)}
    items = sorted(once.values(), key=lambda item: str(item.path.resolve()))
    counts = Counter(item.key for item in items)
    return [
        item
        if counts[item.key] == 1
        else _Found(item.path, f"{item.path.resolve().parent.name}/{item.key}", item.asked_for)
        for item in items
    ]


def _open(item: _Found) -> Iterator[RawFile | Problem]:
    name = str(item.path)
    suffixes = [s.lower() for s in item.path.suffixes]
    kind = next((s for s in reversed(suffixes) if s not in {".gz"}), "")
    if kind not in SUFFIXES | {".zip"}:
        if item.asked_for and not suffixes:
            kind = ".txt"
        else:
            yield Problem(name, f"unknown kind of file '{kind}'; known: {', '.join(sorted(SUFFIXES))}, .gz, .zip")
            return
    if kind == ".zip":
        yield from _open_zip(item)
    else:
        packed = suffixes[-1:] == [".gz"]
        yield RawFile(name, item.key, kind, partial(_opened, item.path, packed))


def _opened(path: Path, packed: bool) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(path, "rb")) if packed else path.open("rb")


def _open_zip(item: _Found) -> Iterator[RawFile | Problem]:
    try:
        with zipfile.ZipFile(item.path) as archive:
            for member in sorted(archive.namelist()):
                suffix = PurePosixPath(member).suffix.lower()
                if suffix in SUFFIXES:
                    yield RawFile(
                        f"{item.path}!{member}",
                        f"{item.key}/{_stem(member)}",
                        suffix,
                        partial(BytesIO, archive.read(member)),
                    )
                elif not member.endswith("/"):
                    yield Problem(f"{item.path}!{member}", f"unknown kind of file '{suffix}'")
    except (zipfile.BadZipFile, OSError, RuntimeError) as error:
        yield Problem(str(item.path), f"is not a readable zip archive: {error}")
