"""A store as one file, and back: gzipped N-Quads of all graphs, records and decisions with them.

The first line is a comment that says which schema the store has. The full-text index is made again on the way back.
"""

import gzip
import re
from pathlib import Path
from typing import IO, cast

from pyoxigraph import NamedNode, RdfFormat

from kg.graph.errors import StoreError
from kg.graph.store import SCHEMA_VERSION, Store
from kg.graph.vocabulary import ONTOLOGY_GRAPH

_FIRST = re.compile(rb"# kg store, schema (\d+)\n")


def backup(store: Store, file: Path) -> int:
    """Write all graphs to ``file``, which appears whole or not at all; how many graphs there are.

    Raises:
        StoreError: the file cannot be written.
    """
    part = file.with_name(f"{file.name}.part")
    graphs = sorted((g for g in store.oxigraph.named_graphs() if isinstance(g, NamedNode)), key=lambda g: g.value)
    kept = [graph for graph in graphs if graph.value != ONTOLOGY_GRAPH]
    try:
        with gzip.GzipFile(part, "wb", mtime=0) as output:
            output.write(f"# kg store, schema {SCHEMA_VERSION}\n".encode())
            for graph in kept:
                quads = store.oxigraph.quads_for_pattern(None, None, None, graph)
                lines = sorted(f"{quad} .\n" for quad in quads)
                output.write("".join(lines).encode())
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError(f"{file}: cannot be written: {error.strerror or error}") from error
    return len(kept)


def restore(file: Path, store: Store) -> int:
    """Fill an empty store from a backup; how many graphs it has then.

    Raises:
        StoreError: the file is no backup, or of another schema, or the store is not empty.
    """
    if store.articles():
        raise StoreError(f"{store.path}: has articles; restore into a new store")
    try:
        with gzip.open(file, "rb") as given:
            first = _FIRST.fullmatch(given.readline())
            if first is None:
                raise StoreError(f"{file}: is no backup of a kg store")
            if int(first[1]) != SCHEMA_VERSION:
                raise StoreError(f"{file}: has schema {int(first[1])}, this kg reads {SCHEMA_VERSION}; build anew")
            store.oxigraph.bulk_load(cast(IO[bytes], given), format=RdfFormat.N_QUADS)
    except (OSError, EOFError, SyntaxError) as error:
        raise StoreError(f"{file}: cannot be read: {error}") from error
    return len(list(store.oxigraph.named_graphs())) - 1
