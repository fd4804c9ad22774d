"""Read: files, folders, archives and streams become articles: metadata and clean, offset-exact text."""

from kg.articles.article import Article, FieldMap, Problem, Span
from kg.articles.read import read_sources

__all__ = ["Article", "FieldMap", "Problem", "Span", "read_sources"]
