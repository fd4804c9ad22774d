"""Identify: who the mentions of an article are, and its claims in terms of those entities."""

from kg.resolve.facts import Entity, Event, Facts, Link, Reference, Role, Statement, of_copy
from kg.resolve.resolver import resolve

__all__ = ["Entity", "Event", "Facts", "Link", "Reference", "Role", "Statement", "of_copy", "resolve"]
