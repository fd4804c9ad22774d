"""Ask: saved queries with parameters, queries of one's own, and results in the W3C formats."""

from kg.query.run import QueryError, Result, run_query
from kg.query.saved import Parameter, SavedQuery, find_saved, saved_queries

__all__ = ["Parameter", "QueryError", "Result", "SavedQuery", "find_saved", "run_query", "saved_queries"]
