"""Compare with an authority: a user's own table or RDF dump of persons and organisations, and what of it matches."""

from kg.authority.match import KINDS, Candidate, Match, Matcher, Outcome
from kg.authority.records import AuthorityError, Columns, Record, read_authority

__all__ = [
    "KINDS",
    "AuthorityError",
    "Candidate",
    "Columns",
    "Match",
    "Matcher",
    "Outcome",
    "Record",
    "read_authority",
]
