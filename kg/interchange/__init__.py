"""Leave for other tools than RDF's: Gephi, Cytoscape, Neo4j, OpenSanctions and Aleph, data frames, event coders."""

from kg.interchange.formats import FORMATS, Format
from kg.interchange.parquet import InterchangeError

__all__ = ["FORMATS", "Format", "InterchangeError"]
