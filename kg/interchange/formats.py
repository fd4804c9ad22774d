"""The formats by name, what writes them, and whether that is a file or a folder of files."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.graph import Store
from kg.interchange.follow_the_money import write_ftm
from kg.interchange.neo4j import write_neo4j
from kg.interchange.network import write_gexf, write_graphml
from kg.interchange.parquet import write_parquet
from kg.interchange.plover import write_plover


@dataclass(frozen=True, slots=True)
class Format:
    """``write`` takes a store and the file or folder to write."""

    description: str
    write: Callable[[Store, Path], None]
    is_folder: bool = False


FORMATS: dict[str, Format] = {
    "graphml": Format("GraphML for Gephi, Cytoscape, yEd", write_graphml),
    "gexf": Format("GEXF 1.2 for Gephi", write_gexf),
    "neo4j": Format("CSV files for neo4j-admin database import", write_neo4j, is_folder=True),
    "ftm": Format("FollowTheMoney JSON Lines for Aleph and OpenSanctions tools", write_ftm),
    "plover": Format("events as JSON Lines in the terms of PLOVER", write_plover),
    "parquet": Format("Parquet tables of the saved queries", write_parquet, is_folder=True),
}
