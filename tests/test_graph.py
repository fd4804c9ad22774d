"""The graph: valid, exact to the character, the same bytes whatever the order, replaced in whole articles."""

import io
import json
import random
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from conftest import EXAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.api import KnowledgeGraph
from kg.graph import EXPORT_FORMATS, Store, StoreError, export
from kg.graph.shapes import validate
from kg.graph.vocabulary import PREFIXES
from kg.pipeline import Reader, build

NIF = rdflib.Namespace(PREFIXES["nif"])
KG = rdflib.Namespace(PREFIXES["kg"])
TEXTS = {
    "a": "Turkish President Ali Demir met King Idris of Jordan in Amman on Monday.",
    "b": "Greek Foreign Minister Nikos Pappas said Turkey had attacked a ship.",
    "c": "Nikos Pappas resigned on Tuesday. Greece recalled its ambassador from Ankara.",
    "d": "Jordan's king, Idris, thanked the United Nations for its aid to refugees.",
}


def exported(graph: KnowledgeGraph | Store, form: str) -> bytes:
    store = graph.store if isinstance(graph, KnowledgeGraph) else graph
    buffer = io.BytesIO()
    export(store.quads(), form, buffer)
    return buffer.getvalue()


def write_articles(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(exist_ok=True, parents=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"A headline\n\n8 April 2014\n\n{text}\n", encoding="utf-8")


def test_examples_fit_the_shapes_and_use_only_defined_terms(examples: KnowledgeGraph) -> None:
    assert examples.validate() == []


def test_one_title_of_two_may_be_sure_of_one_alone(reader: Reader, tmp_path: Path) -> None:
    text = (
        "Guyana spoke. Venezuela spoke. Ali Demir flew to Lima for talks with Presidents Oleg Orlov and Nicolas Maduro."
    )
    write_articles(tmp_path / "texts", {"a": text})
    with Store(tmp_path / "store", write=True) as store:
        build([str(tmp_path / "texts")], store, reader=reader)
        found = store.oxigraph.query(
            "PREFIX kg: <https://w3id.org/kg-news/ontology#> SELECT ?c { GRAPH ?g { ?t a kg:Tenure ; kg:evidence/kg:confidence ?c } }"
        )
        assert len({row["c"].value for row in found}) == 2
        assert validate(store.quads()) == []


def test_validation_finds_what_is_wrong() -> None:
    node = ox.NamedNode("https://example.org/e")
    bad = [
        ox.Quad(node, ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode(PREFIXES["kg"] + "Event")),
        ox.Quad(node, ox.NamedNode(PREFIXES["kg"] + "modality"), ox.Literal("maybe")),
        ox.Quad(node, ox.NamedNode(PREFIXES["kg"] + "inventedTerm"), ox.Literal("x")),
    ]
    said = " ".join(v.message for v in validate(bad))
    assert "evidence" in said and "happened, is planned" in said
    assert "not defined" in said or any("inventedTerm" in v.node for v in validate(bad))


def test_every_offset_quotes_the_stored_text(examples: KnowledgeGraph) -> None:
    graph = examples.dataset()
    texts = dict(graph.subject_objects(NIF.isString))
    spans = list(graph.subjects(NIF.anchorOf))
    assert len(spans) > 500
    for span in spans:
        begin, end = int(graph.value(span, NIF.beginIndex)), int(graph.value(span, NIF.endIndex))
        context = graph.value(span, NIF.referenceContext)
        assert str(texts[context])[begin:end] == str(graph.value(span, NIF.anchorOf))


def test_every_fact_leads_to_a_sentence_of_its_article(examples: KnowledgeGraph) -> None:
    result = examples.query("""
        SELECT ?fact WHERE {
          VALUES ?kind { kg:Tenure kg:Event kg:Statement } ?fact a ?kind .
          FILTER NOT EXISTS { ?fact kg:evidence/nif:sentence/nif:referenceContext ?article . ?fact prov:wasDerivedFrom ?article } }
    """)
    assert result == []


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_formats_say_the_same(examples: KnowledgeGraph, form: str) -> None:
    parsers = {
        "turtle": "turtle",
        "trig": "trig",
        "nquads": "nquads",
        "ntriples": "nt",
        "jsonld": "json-ld",
        "rdfxml": "xml",
    }
    wanted = rdflib.Graph().parse(data=exported(examples, "ntriples"), format="nt")
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=exported(examples, form), format=parsers[form])
    found = rdflib.Graph()
    for s, p, o, _ in dataset.quads():
        found.add((s, p, o))
    assert isomorphic(found, wanted)


def test_turtle_is_for_people(examples: KnowledgeGraph) -> None:
    text = exported(examples, "turtle").decode()
    assert "# ---- Who holds which post" in text
    assert 'rdfs:label "Tamaz Iremadze"' in text
    assert 'kg:modality "planned"' in text
    unused = [line for line in text.splitlines() if line.startswith("@prefix") and text.count(line.split()[1]) < 2]
    assert not unused


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(sorted(TEXTS)), cut=st.integers(0, 4), seed=st.integers(0, 9))
def test_order_batches_and_repetition_do_not_change_a_byte(
    reader: Reader, tmp_path: Path, order: list[str], cut: int, seed: int
) -> None:
    write_articles(tmp_path, TEXTS)
    files = [str(tmp_path / f"{name}.txt") for name in order]
    with Store(":memory:") as whole, Store(":memory:") as pieces:
        build([str(tmp_path)], whole, reader=reader)
        for batch in (files[:cut], files[cut:], random.Random(seed).sample(files, 2)):
            build(batch, pieces, reader=reader)
        assert exported(whole, "nquads") == exported(pieces, "nquads")


def test_article_does_not_depend_on_its_neighbours(reader: Reader) -> None:
    with Store(":memory:") as all_together, Store(":memory:") as alone:
        build([str(EXAMPLES)], all_together, reader=reader)
        build([str(EXAMPLES / "tbilisi-visit-2015.txt")], alone, reader=reader)
        own = {line for line in exported(alone, "nquads").splitlines() if b"graph/identity>" not in line}
        assert own and own <= set(exported(all_together, "nquads").splitlines())


def test_unchanged_articles_are_skipped_and_changed_ones_replaced(reader: Reader, tmp_path: Path) -> None:
    write_articles(tmp_path / "in", TEXTS)
    with Store(tmp_path / "store", write=True) as store:
        assert build([str(tmp_path / "in")], store, reader=reader).added == 4
        first = exported(store, "nquads")
        assert build([str(tmp_path / "in")], store, reader=reader).unchanged == 4
        assert exported(store, "nquads") == first
        write_articles(tmp_path / "in", {"a": "Spain recalled its ambassador from Chile."})
        summary = build([str(tmp_path / "in")], store, reader=reader)
        assert (summary.replaced, summary.unchanged) == (1, 3)
        assert b"ali-demir" not in exported(store, "nquads")


def test_text_can_be_left_out(reader: Reader, tmp_path: Path) -> None:
    write_articles(tmp_path, {"a": TEXTS["a"]})
    with Store(":memory:") as store:
        build([str(tmp_path)], store, reader=reader, keep_text=False)
        data = exported(store, "nquads")
    assert b"isString" not in data and b"met King Idris" in data


def test_a_folder_that_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for write in (True, False):
        with pytest.raises(StoreError, match="not a kg store"):
            Store(tmp_path, write=write)
    with pytest.raises(StoreError, match="kg build"):
        Store(tmp_path / "none")


def test_a_second_writer_is_told_who_holds_the_store(tmp_path: Path) -> None:
    with Store(tmp_path / "store", write=True), pytest.raises(StoreError, match="in use by process"):
        Store(tmp_path / "store", write=True)
    with Store(tmp_path / "store"), Store(tmp_path / "store"):
        pass  # readers share


def test_a_store_of_another_version_is_refused_in_words(tmp_path: Path) -> None:
    with Store(tmp_path / "store", write=True):
        pass
    (tmp_path / "store" / "kg-store.json").write_text(json.dumps({"schema": 99}), encoding="utf-8")
    with pytest.raises(StoreError, match="another version"):
        Store(tmp_path / "store")
