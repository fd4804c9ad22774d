"""What reference data says of states, organisations and places: other people's identifiers for them, and where they
are. Identifiers of Wikidata and GeoNames are linked by skos:exactMatch; coordinates are WGS 84 degrees in the terms of
schema.org."""

from collections.abc import Iterator
from functools import lru_cache

from kg.graph.ntriples import decimal, iri, term
from kg.graph.vocabulary import GEONAMES, WIKIDATA
from kg.knowledge import Knowledge
from kg.knowledge.cities import city_of
from kg.knowledge.schema import State
from kg.resolve import Entity

Triples = Iterator[tuple[str, str, str]]


def about_state(node: str, state: State) -> Triples:
    if state.wikidata:
        yield node, term("skos:exactMatch"), iri(WIKIDATA + state.wikidata)
    if state.geonames:
        yield node, term("skos:exactMatch"), _geonames(state.geonames)
    if state.latitude is not None and state.longitude is not None:
        yield from _located(node, state.latitude, state.longitude)


def about_organisation(node: str, entity: Entity, knowledge: Knowledge) -> Triples:
    wikidata = _known_organisations(knowledge).get(entity.name)
    if wikidata:
        yield node, term("skos:exactMatch"), iri(WIKIDATA + wikidata)


def about_place(node: str, entity: Entity, knowledge: Knowledge) -> Triples:
    """A town of the GeoNames table; regions, which have the names of towns at times, are not in it."""
    if entity.state is None or entity.name in knowledge.places.regions.get(entity.state, ()):
        return
    city = city_of(entity.name, entity.state)
    if city is not None:
        yield node, term("skos:exactMatch"), _geonames(city.geonames)
        yield from _located(node, city.latitude, city.longitude)


@lru_cache(maxsize=4)
def _known_organisations(knowledge: Knowledge) -> dict[str, str]:
    return {each.name: each.wikidata for each in knowledge.organisations.organisations if each.wikidata}


def _geonames(identifier: int) -> str:
    return iri(f"{GEONAMES}{identifier}/")


def _located(node: str, latitude: float, longitude: float) -> Triples:
    for name, degrees in (("schema:latitude", latitude), ("schema:longitude", longitude)):
        yield node, term(name), decimal(degrees, 5)
