"""Declarative domain knowledge with its schema: data a domain expert extends without touching Python."""

from kg.knowledge.load import Knowledge, KnowledgeError, load_knowledge

__all__ = ["Knowledge", "KnowledgeError", "load_knowledge"]
