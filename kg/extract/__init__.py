"""Claim: a document becomes claims about roles, events and statements, each with its evidence."""

from kg.extract.claims import Claims, Evidence, EventClaim, Participant, RoleClaim, StatementClaim, Time
from kg.extract.extractor import Extractor

__all__ = ["Claims", "Evidence", "EventClaim", "Extractor", "Participant", "RoleClaim", "StatementClaim", "Time"]
