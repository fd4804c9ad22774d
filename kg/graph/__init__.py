"""State: facts become quads; the store that keeps them, the shapes they fit, the formats they leave in."""

from kg.graph.errors import StoreError
from kg.graph.export import EXPORT_FORMATS, export
from kg.graph.shapes import Violation, validate
from kg.graph.store import Store
from kg.graph.writer import Extraction, quads

__all__ = ["EXPORT_FORMATS", "Extraction", "Store", "StoreError", "Violation", "export", "quads", "validate"]
