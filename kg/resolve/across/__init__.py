"""Identify across articles: which persons, organisations and events of different articles are one."""

from kg.resolve.across.careers import Careers, Contradiction, Occupancy, PostRef
from kg.resolve.across.decisions import Decision, Decisions
from kg.resolve.across.identity import CommonEvent, Identifier, Identity, event_ref, event_title, with_events
from kg.resolve.across.keys import Canonical

__all__ = [
    "Canonical",
    "Careers",
    "CommonEvent",
    "Contradiction",
    "Decision",
    "Decisions",
    "Identifier",
    "Identity",
    "Occupancy",
    "PostRef",
    "event_ref",
    "event_title",
    "with_events",
]
