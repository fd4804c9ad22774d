"""Reference data: states and organisations lead to Wikidata, towns to GeoNames with coordinates; nothing is fetched."""

from collections.abc import Callable

import pytest

from kg.graph import Store
from kg.knowledge import load_knowledge
from kg.pipeline import Reader, build
from kg.query import run_query


@pytest.fixture(scope="module")
def told(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], set[str]]:
    path = tmp_path_factory.mktemp("reference") / "a.txt"
    path.write_text(
        "Lebanese President Omar Haddad received NATO officials in Tripoli, Lebanon. He flew to Baku on Monday.\n\n"
        "Libyan forces entered Benghazi. East Germany and Kosovo were discussed.",
        encoding="utf-8",
    )
    store = Store(":memory:")
    build([str(path)], store, reader=reader)

    def values(label: str, term: str) -> set[str]:
        query = f"SELECT ?v {{ GRAPH ?g {{ ?n rdfs:label ?label ; {term} ?v }} FILTER(STR(?label) = '{label}') }}"
        return {row[0].value for row in run_query(store, query).rows or ()}  # type: ignore[union-attr]

    return values


@pytest.mark.parametrize(
    ("label", "same"),
    [
        ("Libya", {"http://www.wikidata.org/entity/Q1016", "https://sws.geonames.org/2215636/"}),
        ("Kosovo", {"http://www.wikidata.org/entity/Q1246"}),
        ("East Germany", {"http://www.wikidata.org/entity/Q16957"}),
        ("NATO", {"http://www.wikidata.org/entity/Q7184"}),
        ("Baku", {"https://sws.geonames.org/587084/"}),
        ("Tripoli", {"https://sws.geonames.org/266826/"}),
        ("Omar Haddad", set()),
    ],
)
def test_exact_matches(label: str, same: set[str], told: Callable[[str, str], set[str]]) -> None:
    found = told(label, "skos:exactMatch")
    assert same <= found and bool(found) == bool(same)


def test_towns_have_coordinates(told: Callable[[str, str], set[str]]) -> None:
    [latitude], [longitude] = told("Benghazi", "schema:latitude"), told("Benghazi", "schema:longitude")
    assert float(latitude) == pytest.approx(32.1, abs=0.1) and float(longitude) == pytest.approx(20.1, abs=0.1)


def test_all_states_have_a_wikidata_identifier_of_their_own() -> None:
    identifiers = [state.wikidata for state in load_knowledge().reference.states]
    assert all(identifiers) and len(set(identifiers)) == len(identifiers)


def test_no_two_organisations_have_one_wikidata_identifier() -> None:
    identifiers = [o.wikidata for o in load_knowledge().organisations.organisations if o.wikidata]
    assert len(set(identifiers)) == len(identifiers) > 40
