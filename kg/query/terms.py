"""What the IRIs of the graph say."""

from kg.graph.vocabulary import ID

KINDS = ("person", "state", "organisation", "place")


def kind_of(iri: str) -> str:
    """The kind of an entity by its IRI: person, state, organisation, place, else event."""
    return next((kind for kind in KINDS if iri.startswith(f"{ID}{kind}/")), "event")
