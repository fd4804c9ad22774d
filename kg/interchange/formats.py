"""The formats by name, what writes them, and whether that is a file or a folder of files."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.graph import Store


class InterchangeError(Exception):
    """A format that needs a package that is not installed; the message says which."""


@dataclass(frozen=True, slots=True)
class Format:
    """``write`` takes a store and the file or folder to write."""

    description: str
    write: Callable[[Store, Path], None]
    is_folder: bool = False


def _graphml(store: Store, path: Path) -> None:
    from kg.interchange.network import write_graphml

    write_graphml(store, path)


def _gexf(store: Store, path: Path) -> None:
    from kg.interchange.network import write_gexf

    write_gexf(store, path)


def _neo4j(store: Store, path: Path) -> None:
    from kg.interchange.neo4j import write_neo4j

    write_neo4j(store, path)


def _ftm(store: Store, path: Path) -> None:
    from kg.interchange.follow_the_money import write_ftm

    write_ftm(store, path)


def _plover(store: Store, path: Path) -> None:
    from kg.interchange.plover import write_plover

    write_plover(store, path)


def _parquet(store: Store, path: Path) -> None:
    from kg.interchange.parquet import write_parquet

    write_parquet(store, path)


FORMATS: dict[str, Format] = {
    "graphml": Format("GraphML for Gephi, Cytoscape, yEd", _graphml),
    "gexf": Format("GEXF 1.2 for Gephi", _gexf),
    "neo4j": Format("CSV files for neo4j-admin database import", _neo4j, is_folder=True),
    "ftm": Format("FollowTheMoney JSON Lines for Aleph and OpenSanctions tools", _ftm),
    "plover": Format("events as JSON Lines in the terms of PLOVER", _plover),
    "parquet": Format("Parquet tables of the saved queries", _parquet, is_folder=True),
}
