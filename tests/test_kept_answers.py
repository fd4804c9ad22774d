"""Long answers are kept beside the store, say what the engine says, and are void once anything is written."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import Store
from kg.pipeline import Reader, build
from kg.query import find_saved, kept, run_query, saved_queries
from kg.query.prepare import prepare

RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
XSD = "http://www.w3.org/2001/XMLSchema#"
STORY = "Georgian Foreign Minister Tamaz Iremadze met {} in Tbilisi on Monday."


@pytest.fixture
def store(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "_SLOW", 0.0)
    _add(reader, tmp_path, "one", "Angela Merkel")
    return tmp_path / "store"


def _add(reader: Reader, folder: Path, name: str, guest: str) -> None:
    (folder / f"{name}.txt").write_text(STORY.format(guest))
    with Store(folder / "store", write=True) as opened:
        build([str(folder / f"{name}.txt")], opened, reader=reader)


def _asked(store: Path, name: str, **values: str) -> list[tuple[str | None, ...]]:
    with Store(store) as opened:
        rows = run_query(opened, find_saved(name).text, {key: Literal(value) for key, value in values.items()}).rows
    return [tuple(str(term) if term else None for term in row) for row in rows or ()]


def _answers(store: Path) -> list[Path]:
    return sorted((store / "answers").glob("*/*"))


def test_a_kept_answer_is_read_and_each_parameter_has_its_own(store: Path) -> None:
    first = _asked(store, "events")
    (answer,) = _answers(store)
    assert first and _asked(store, "events") == first
    head = gzip.decompress(answer.read_bytes()).split(b"\n")[0] + b"\n"
    answer.write_bytes(gzip.compress(head))
    assert _asked(store, "events") == []
    assert _asked(store, "events", called="Iremadze") != []


def test_what_is_written_into_the_store_makes_answers_void(store: Path, reader: Reader, tmp_path: Path) -> None:
    assert len(_asked(store, "people")) == 2
    old = _answers(store)
    _add(reader, tmp_path, "two", "Boris Johnson")
    assert "Boris Johnson" in str(_asked(store, "people"))
    assert len(_answers(store)) == 1 and _answers(store) != old


def test_one_quad_written_past_kg_makes_them_void(store: Path) -> None:
    _asked(store, "people")
    with Store(store, write=True) as opened:
        # A list: an iterator would keep the engine open, and it goes on writing.
        for quad in list(opened.oxigraph.quads_for_pattern(None, NamedNode(RDFS_LABEL), Literal("Angela Merkel"))):
            opened.oxigraph.remove(quad)
            opened.oxigraph.add(Quad(quad.subject, quad.predicate, Literal("Angela Dorothea Merkel"), quad.graph_name))
    assert "Angela Dorothea Merkel" in str(_asked(store, "people"))


def test_nothing_is_kept_where_the_store_may_change_or_the_query_is_not_saved(store: Path) -> None:
    with Store(store, write=True) as opened:
        assert opened.revision() is None
        run_query(opened, find_saved("people").text)
    with Store(store) as opened:
        run_query(opened, "SELECT * { GRAPH ?g { ?s ?p ?o } }")
    assert _answers(store) == []


def test_a_folder_that_cannot_be_written_is_answered_all_the_same(store: Path) -> None:
    (store / "answers").write_text("a file where the folder would be")
    assert _asked(store, "people") == _asked(store, "people") != []


@pytest.mark.parametrize("name", ["events", "who-met-whom", "planned", "post-history", "posts-of-state"])
@pytest.mark.parametrize("day", ["2014", "2014-04", "2014-04-07", "2014-04-09", "1999", "2030", "", "x"])
def test_rows_of_the_whole_answer_are_what_the_query_finds_after_a_date(
    store: Path, reader: Reader, tmp_path: Path, name: str, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dated.txt").write_text(
        "Date: 2014-04-08\n\nGeorgian Foreign Minister Tamaz Iremadze met Ana Soto in Lima on Monday. He met Jan Novak "
        "in 2012. He will visit Rome in May. Chad will invade Niger. Greek Defence Minister Nikos Dra met Jan Novak."
    )
    (tmp_path / "later.txt").write_text(
        "Date: 2014-04-09\n\nGeorgian Foreign Minister Ana Beridze spoke. Former Greek Defence Minister Nikos Dra left."
    )
    with Store(store, write=True) as opened:
        build([str(tmp_path / "dated.txt"), str(tmp_path / "later.txt")], opened, reader=reader)
    sides = [p.name for p in find_saved(name).parameters if p.is_of_rows and p.sign != "*="]
    monkeypatch.setattr(kept, "_SLOW", 1000.0)
    worked_out = [_asked(store, name, **{side: day}) for side in sides]
    monkeypatch.setattr(kept, "_SLOW", 0.0)
    of_rows = find_saved(name).rows_of
    assert _asked(store, of_rows.query if of_rows else name) != []
    filtered = kept._rows_of_whole
    found: list[bytes | None] = []
    monkeypatch.setattr(kept, "_rows_of_whole", lambda *asked: found.append(filtered(*asked)) or found[-1])
    assert [_asked(store, name, **{side: day}) for side in sides] == worked_out
    assert len(found) == len(sides) and None not in found


def test_rows_with_a_part_of_a_name_are_what_the_query_finds(
    store: Path, reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dated.txt").write_text("Date: 2014-04-08\n\nGreek Defence Minister Nikos Dra met Jan Novak.")
    with Store(store, write=True) as opened:
        build([str(tmp_path / "dated.txt")], opened, reader=reader)
    parts = ["defen", "DEFEN", "of", "x", "", 'a"b', "\t", "\\"]
    monkeypatch.setattr(kept, "_SLOW", 1000.0)
    worked_out = [_asked(store, "post-history", called=part) for part in parts]
    monkeypatch.setattr(kept, "_SLOW", 0.0)
    assert len(_asked(store, "post-history")) == 1
    assert [_asked(store, "post-history", called=part) for part in parts] == worked_out
    assert [len(rows) for rows in worked_out[:4]] == [1, 1, 1, 0]


def test_posts_on_a_day_are_those_of_the_last_report_until_then(store: Path, reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("Date: 2014-04-08\n\nGreek Defence Minister Nikos Dra met Jan Novak.")
    (tmp_path / "new.txt").write_text("Date: 2015-04-08\n\nFormer Greek Defence Minister Nikos Dra met Jan Novak.")
    with Store(store, write=True) as opened:
        build([str(tmp_path / "old.txt"), str(tmp_path / "new.txt")], opened, reader=reader)
    assert len(_asked(store, "post-history", state="GR")) == len(_asked(store, "post-history")) == 2
    held = {day: len(_asked(store, "posts-of-state", on=day)) for day in ("2013", "2014", "2015-04-07", "2015", "2016")}
    assert held == {"2013": 0, "2014": 1, "2015-04-07": 1, "2015": 0, "2016": 0}


def test_short_answers_are_remembered_while_the_store_is_open(store: Path) -> None:
    with Store(store) as opened:
        first = run_query(opened, find_saved("people").text).rows
        for answer in _answers(store):
            answer.unlink()
        assert run_query(opened, find_saved("people").text).rows == first != ()
        assert _answers(store) == []


def test_only_so_many_are_kept(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 3)
    for letter in "abcdefg":
        _asked(store, "people", called=letter)
    assert len(_answers(store)) == 3


def test_what_is_prepared_are_the_whole_answers_and_those_for_each_value_of_a_column(store: Path) -> None:
    with Store(store) as opened:
        prepare(opened)
    kept_then = _answers(store)
    assert len(kept_then) > len(saved_queries())
    assert _asked(store, "events", type="meeting") and _asked(store, "events", modality="happened")
    assert _answers(store) == kept_then  # both were there
    assert _asked(store, "events", type="attack") == [] and len(_answers(store)) == len(kept_then) + 1


def test_of_answers_that_are_not_kept_no_further_ones_are_prepared(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_SLOW", 1000.0)
    with Store(store) as opened:
        prepare(opened)
    assert _answers(store) == []


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
literals = st.one_of(
    texts.map(Literal),
    st.builds(Literal, texts, language=st.sampled_from(["en", "de-at"])),
    st.builds(
        lambda value, kind: Literal(value, datatype=NamedNode(XSD + kind)),
        st.one_of(
            texts,
            st.sampled_from(["1", "+1", "01", "1.0", ".5", "1.", "1e0", "1.5E3", "true", "TRUE", "NaN", "2014-04-08"]),
        ),
        st.sampled_from(["integer", "decimal", "double", "boolean", "date", "string", "gYearMonth"]),
    ),
)
terms = st.one_of(st.none(), literals, st.builds(lambda n: NamedNode(f"https://example.org/é/{n}"), st.integers()))


@given(st.lists(st.tuples(terms, terms), max_size=5))
def test_terms_come_back_as_they_were(rows: list[tuple[Literal | NamedNode | None, ...]]) -> None:
    block = " ".join(f"({' '.join('UNDEF' if term is None else str(term) for term in row)})" for row in rows)
    query = f"SELECT ?a ?b {{ VALUES (?a ?b) {{ {block} }} }}"
    body = ox.Store().query(query).serialize(format=ox.QueryResultsFormat.TSV)
    found = ox.parse_query_results(body, format=ox.QueryResultsFormat.TSV)
    assert [tuple(solution) for solution in found] == [tuple(solution) for solution in ox.Store().query(query)]


def test_broken_answers_are_worked_out_anew(store: Path) -> None:
    first = _asked(store, "events")
    (answer,) = _answers(store)
    answer.write_bytes(answer.read_bytes()[:-20])
    assert _asked(store, "events") == first
    answer.write_bytes(b"no gzip")
    assert _asked(store, "events") == first
