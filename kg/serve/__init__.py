"""Share: a store over HTTP, for SPARQL clients and for browsers."""

from kg.serve.app import Settings, application

__all__ = ["Settings", "application"]
