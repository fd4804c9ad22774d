"""State: facts become quads; the store that keeps them, the shapes they fit, the formats they leave in.

Writing (``kg.graph.writer``) and validating (``kg.graph.shapes``) are imported from their own modules: they load much that
a question needs not.
"""

from kg.graph.errors import StoreError
from kg.graph.export import EXPORT_FORMATS, export
from kg.graph.store import Store

__all__ = ["EXPORT_FORMATS", "Store", "StoreError", "export"]
