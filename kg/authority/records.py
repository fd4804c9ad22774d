"""Reads an authority file: CSV or TSV, FollowTheMoney JSON Lines (OpenSanctions), or RDF."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.graph.vocabulary import PREFIXES, WIKIDATA
from kg.knowledge import Knowledge

OPENSANCTIONS = "https://www.opensanctions.org/entities/"
_WDT = "http://www.wikidata.org/prop/direct/"
_FTM_KINDS = {
    "person": "person",
    "organization": "organisation",
    "publicbody": "organisation",
    "company": "organisation",
    "legalentity": "organisation",
}
_KINDS = {"person": "person", "human": "person", "organisation": "organisation", "organization": "organisation"}
_BETWEEN = re.compile(r"\s*[;|]\s*")
_PERSON_CLASSES = {PREFIXES["foaf"] + "Person", PREFIXES["schema"] + "Person", f"{WIKIDATA}Q5"}
_ORGANISATION_CLASSES = {
    PREFIXES["org"] + "Organization",
    PREFIXES["foaf"] + "Organization",
    PREFIXES["schema"] + "Organization",
}
_TYPES = {PREFIXES["rdf"] + "type", f"{_WDT}P31"}
_NAMES = {
    PREFIXES["rdfs"] + "label",
    PREFIXES["skos"] + "prefLabel",
    PREFIXES["skos"] + "altLabel",
    PREFIXES["schema"] + "name",
    PREFIXES["schema"] + "alternateName",
    PREFIXES["foaf"] + "name",
}
_COUNTRIES = {f"{_WDT}P27", f"{_WDT}P17", PREFIXES["schema"] + "nationality", PREFIXES["kg"] + "actsFor"}
_POSTS = {
    f"{_WDT}P39",
    PREFIXES["schema"] + "jobTitle",
    PREFIXES["schema"] + "hasOccupation",
    PREFIXES["org"] + "holds",
}


class AuthorityError(Exception):
    """The file cannot be read as an authority; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Record:
    """One person or organisation of an authority, of either kind where the file does not say. ``states`` are ISO codes;
    ``posts`` are titles as the file has them."""

    iri: str
    kind: str | None
    names: tuple[str, ...]
    states: frozenset[str] = frozenset()
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what; several names are tried in turn, upper or lower case. Several values in one
    cell are parted by ; or |."""

    id: tuple[str, ...] = ("id", "iri", "uri", "item", "person", "qid", "wikidata")
    name: tuple[str, ...] = ("name", "label", "itemlabel", "personlabel", "caption")
    aliases: tuple[str, ...] = ("aliases", "alias", "altlabel", "itemaltlabel", "weak_alias")
    state: tuple[str, ...] = ("state", "country", "countries", "iso", "nationality", "countrylabel")
    post: tuple[str, ...] = ("post", "position", "positions", "title", "positionlabel")
    kind: tuple[str, ...] = ("kind", "schema", "type")


def read_authority(
    path: Path, knowledge: Knowledge, columns: Columns = Columns(), base: str | None = None
) -> Iterator[Record]:
    """Records of a file, by its ending. ``base`` goes before ids that are no IRIs; Wikidata's (Q…) and those of
    OpenSanctions exports need none.

    Raises:
        AuthorityError: the file or a record cannot be read.
    """
    states = _States(knowledge)
    ending = path.name.lower().rpartition(".")[2]
    try:
        if ending in {"csv", "tsv"}:
            yield from _from_table(path, "\t" if ending == "tsv" else ",", columns, base, states)
        elif ending in {"json", "jsonl", "ndjson"}:
            yield from _from_ftm(path, base, states)
        else:
            yield from _from_rdf(path, states)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AuthorityError(f"{path}: cannot be read: {error}") from error


class _States:
    """ISO codes by code, name, Wikidata identifier or IRI."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._codes: dict[str, str] = {}
        for state in knowledge.reference.states:
            named = knowledge.states.states.get(state.iso)
            names = [state.iso, state.iso3, state.name, state.official or "", *(named.names if named else ())]
            for name in (
                *names,
                state.wikidata or "",
                WIKIDATA + (state.wikidata or ""),
                PREFIXES["state"] + state.iso,
            ):
                self._codes.setdefault(name.lower(), state.iso)

    def of(self, values: Iterable[str]) -> frozenset[str]:
        return frozenset(code for value in values if value and (code := self._codes.get(value.strip().lower())))


def _from_table(path: Path, delimiter: str, columns: Columns, base: str | None, states: _States) -> Iterator[Record]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file, delimiter=delimiter)
        present = {name.lower(): name for name in table.fieldnames or ()}

        def column(names: tuple[str, ...]) -> str | None:
            return next((present[name.lower()] for name in names if name.lower() in present), None)

        at = {field: column(getattr(columns, field)) for field in ("id", "name", "aliases", "state", "post", "kind")}
        if at["id"] is None or at["name"] is None:
            raise AuthorityError(
                f"{path}: needs a column for the id and one for the name; it has: {', '.join(present.values()) or 'none'}"
            )
        base = base or (OPENSANCTIONS if {"schema", "dataset"} <= set(present) else None)
        for row in table:
            cells = {field: (row.get(name) or "") if name else "" for field, name in at.items()}
            kind = (_FTM_KINDS | _KINDS).get(cells["kind"].strip().lower())
            is_other = bool(cells["kind"].strip()) and kind is None  # ships and aircraft
            if not is_other and cells["id"] and cells["name"]:
                names = (cells["name"], *_values(cells["aliases"]))
                where = f"{path}, line {table.line_num}"
                iri = _iri(cells["id"], base, where)
                yield Record(iri, kind, names, states.of(_values(cells["state"])), tuple(_values(cells["post"])))


def _values(cell: str) -> list[str]:
    return [value for value in _BETWEEN.split(cell.strip()) if value]


def _iri(identifier: str, base: str | None, where: str) -> str:
    identifier = identifier.strip().strip("<>")
    if re.match(r"[a-z][a-z0-9+.-]*:\S+$", identifier):
        return identifier
    if re.fullmatch(r"Q\d+", identifier):
        return WIKIDATA + identifier
    if base is None or re.search(r"[\s<>\"{}|\\^`]", identifier):
        raise AuthorityError(f"{where}: the id {identifier} is no IRI; say what goes before it with --base")
    return base + identifier


def _from_ftm(path: Path, base: str | None, states: _States) -> Iterator[Record]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                entity = json.loads(line)
                kind = _FTM_KINDS.get(str(entity["schema"]).lower())
                properties: Mapping[str, list[str]] = entity["properties"]
                names = [*properties.get("name", ()), *properties.get("alias", ()), *properties.get("weakAlias", ())]
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise AuthorityError(
                    f"{path}, line {number}: is no FollowTheMoney entity (id, schema, properties): {error}"
                ) from error
            if kind and names:
                countries = [
                    *properties.get("country", ()),
                    *properties.get("jurisdiction", ()),
                    *properties.get("nationality", ()),
                ]
                iri = _iri(str(entity["id"]), base or OPENSANCTIONS, f"{path}, line {number}")
                yield Record(iri, kind, tuple(names), states.of(countries), tuple(properties.get("position", ())))


def _from_rdf(path: Path, states: _States) -> Iterator[Record]:
    said: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(path=str(path)):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                said[quad.subject.value][quad.predicate.value].append(quad.object.value)
    except (SyntaxError, ValueError) as error:
        raise AuthorityError(f"{path}: is no CSV, TSV, FollowTheMoney or RDF file that can be read: {error}") from error

    def values(iri: str, properties: set[str]) -> list[str]:
        return [value for name in sorted(properties) for value in said[iri].get(name, ())]

    for iri in sorted(said):
        types = set(values(iri, _TYPES))
        kind = "person" if types & _PERSON_CLASSES else "organisation" if types & _ORGANISATION_CLASSES else None
        names = values(iri, _NAMES)
        if kind and names:
            posts = [
                name for post in values(iri, _POSTS) for name in (values(post, _NAMES) if post in said else [post])
            ]
            yield Record(iri, kind, tuple(names), states.of(values(iri, _COUNTRIES)), tuple(posts))
