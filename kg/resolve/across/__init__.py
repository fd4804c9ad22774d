"""Identify across articles: which persons, organisations and events of different articles are one."""

from kg.resolve.across.careers import Careers, Contradiction, Occupancy, PostRef
from kg.resolve.across.decisions import Decision, Decisions
from kg.resolve.across.identity import (
    CommonEvent,
    EventRef,
    Identifier,
    Identity,
    event_profiles,
    event_ref,
    event_title,
    tellings_of,
    with_events,
    with_tellings,
)
from kg.resolve.across.keys import Canonical
from kg.resolve.across.organisations import OrganisationProfile
from kg.resolve.across.profiles import Profile
from kg.resolve.across.same_events import EventProfile, group_events

__all__ = [
    "Canonical",
    "Careers",
    "CommonEvent",
    "Contradiction",
    "Decision",
    "Decisions",
    "EventProfile",
    "EventRef",
    "Identifier",
    "Identity",
    "Occupancy",
    "OrganisationProfile",
    "PostRef",
    "Profile",
    "event_profiles",
    "event_ref",
    "event_title",
    "group_events",
    "tellings_of",
    "with_events",
    "with_tellings",
]
