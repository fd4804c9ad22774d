"""Claim: a document becomes claims about roles, events and statements, each with its evidence."""

from kg.extract.claims import Claims, EventClaim, Evidence, Participant, RoleClaim, StatementClaim, Time
from kg.extract.extractor import Extractor

__all__ = ["Claims", "EventClaim", "Evidence", "Extractor", "Participant", "RoleClaim", "StatementClaim", "Time"]
