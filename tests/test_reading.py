"""Files of every kind become articles; what is around a story never becomes part of it."""

import gzip
import io
import json
import random
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import Article, FieldMap, Problem, read_sources
from kg.articles.dates import date_in, is_date_line
from kg.articles.formats import records
from kg.articles.json_values import json_values
from kg.articles.language import other_language
from kg.articles.newstext import read_news_text
from kg.articles.sources import RawFile, open_sources
from kg.cli.main import main
from kg.extract import Claims
from kg.knowledge import Knowledge
from kg.language import Document
from kg.resolve import Facts, resolve

STORY = "The minister of trade resigned on Monday. His deputy will take over."


def read(*sources: Path | str, fields: FieldMap | None = None) -> tuple[list[Article], list[Problem]]:
    found = list(read_sources([str(s) for s in sources], fields))
    return [x for x in found if isinstance(x, Article)], [x for x in found if isinstance(x, Problem)]


def paragraphs(article: Article) -> list[str]:
    return [article.text[span.begin : span.end] for span in article.paragraphs]


def test_headline_byline_and_dates_become_metadata(tmp_path: Path) -> None:
    path = tmp_path / "seed.txt"
    path.write_text(
        "\nMonday September 9 2024\n\nTwo states mull a pact\n\n8 April 2014 14:53 (UTC+04:00)\nTwo states mull a pact\n\n"
        f"By Sara Kazimova\n\n{STORY}\n\nLatest See more",
        encoding="utf-8",
    )
    [article], _ = read(path)
    assert article.headline == "Two states mull a pact"
    assert article.author == "Sara Kazimova"
    assert article.published == date(2014, 4, 8), "the date under the headline, not that of the crawl above it"
    assert paragraphs(article) == [STORY]
    assert article.id == article.key == "seed"


@pytest.mark.parametrize(
    ("line", "place", "published"),
    [
        ("BAKU, Azerbaijan, Nov. 26, 2019 /Caspian News/ ", "BAKU, Azerbaijan", date(2019, 11, 26)),
        ("ALGIERS, May 21 (Wire) - ", "ALGIERS", None),
        ("Tokyo, Oct. 3, 2023 -- ", "Tokyo", date(2023, 10, 3)),
        ("LONDON (Reuters) - ", "LONDON", None),
        ("NEW DELHI: ", "NEW DELHI", None),
        ("NEW DELHI (AFP) ", "NEW DELHI", None),
        ("BERLIN (dpa) - ", "BERLIN", None),
        ("MOSCOW. May 2, 2012 (Interfax) - ", "MOSCOW", date(2012, 5, 2)),
        ("OPEC (in Vienna) ", None, None),
        ("ANALYSIS: ", None, None),
        ("Addis Ababa, February 6/2020 (ENA) ", "Addis Ababa", date(2020, 2, 6)),
        ("WASHINGTON — ", "WASHINGTON", None),
        ("Metro Manila, Philippines — ", "Metro Manila, Philippines", None),
        ("Addis Ababa - ", "Addis Ababa", None),
        ("Accra, Feb 20, 2005, GNA - ", "Accra", date(2005, 2, 20)),
        ("June 16, 2008 (N'DJAMENA) — ", "N'DJAMENA", date(2008, 6, 16)),
        ("Puebla, Mexico, January 28, 2018 (somewhere.com) – ", "Puebla, Mexico", date(2018, 1, 28)),
        ("London, Asharq Al-Awsat—", "London, Asharq Al-Awsat", None),
        ("Analysis - ", None, None),
        ("Ali Demir - a former minister - spoke. ", None, None),
        ("", None, None),
        ("Iran, Iraq and Syria - all of them - agreed. ", None, None),
    ],
)
def test_datelines(line: str, place: str | None, published: date | None) -> None:
    text = f"A headline\n\n{line}{STORY}"
    news = read_news_text(text)
    assert (news.place, news.published) == (place, published)
    first = text[news.paragraphs[0].begin : news.paragraphs[0].end]
    assert first == (STORY if place else line + STORY)


def test_a_first_sentence_that_says_what_the_headline_says_is_part_of_the_story(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Chad summons the envoy of Niger\n\nChad summons the envoy of Niger.\n\n{STORY}")
    (tmp_path / "b.txt").write_text(f"Chad summons the envoy of Niger\n\nChad summons the envoy of Niger\n\n{STORY}")
    sentence, repeated = [a for a in read_sources([str(tmp_path)]) if isinstance(a, Article)]
    first = [a.text[a.paragraphs[0].begin : a.paragraphs[0].end] for a in (sentence, repeated)]
    assert first == ["Chad summons the envoy of Niger.", STORY]


def test_a_headline_may_end_with_an_acronym() -> None:
    news = read_news_text("Cuba resumes ties with U.S.\n\nMarch 2015\n\nCuba freed two men.\n")
    assert news.headline == "Cuba resumes ties with U.S."


def test_a_topic_before_the_colon_of_a_headline_is_no_place() -> None:
    news = read_news_text("DIPLOMACY: Egypt to host a summit\n\nSeptember 11, 2019\n\nEgypt will host a summit.\n")
    assert (news.headline, news.place) == ("DIPLOMACY: Egypt to host a summit", None)
    assert news.published == date(2019, 9, 11)


def test_each_story_of_a_digest_has_its_dateline() -> None:
    text = f"{STORY}\n\nMANILA - {STORY}\n\nOMAR: We came, {STORY}\n\nNATO - the alliance - agreed."
    inside = [text[span.begin : span.end] for span in read_news_text(text).paragraphs]
    assert inside == [STORY, STORY, f"OMAR: We came, {STORY}", "NATO - the alliance - agreed."]


@pytest.mark.parametrize(
    "furniture",
    ["Read more", "Share this article", "Copyright 2020 World Desk", "https://example.org/x", "Photo: Agency", "* * *"],
)
def test_furniture_is_no_story(furniture: str) -> None:
    text = f"A headline\n\n{STORY}\n\n{furniture}\n\nThe king abdicated."
    news = read_news_text(text)
    assert [text[s.begin : s.end] for s in news.paragraphs] == [STORY, "The king abdicated."]


@pytest.mark.parametrize(
    "line", ["By midnight the troops had gone home.", "Share prices fell in Tokyo on Monday after the vote."]
)
def test_sentences_that_begin_like_furniture_stay(line: str) -> None:
    text = f"A headline\n\n{STORY}\n\n{line}"
    assert text[slice(*_span(read_news_text(text).paragraphs[-1]))] == line


def _span(span: object) -> tuple[int, int]:
    return span.begin, span.end  # type: ignore[attr-defined]


@given(st.text(max_size=400))
def test_any_text_is_read_and_offsets_stay_inside_it(text: str) -> None:
    news = read_news_text(text)
    assert all(0 <= s.begin < s.end <= len(text) for s in news.paragraphs)
    assert all(a.end <= b.begin for a, b in zip(news.paragraphs, news.paragraphs[1:], strict=False))


def test_records_of_json_lines_and_csv(tmp_path: Path) -> None:
    lines = tmp_path / "wire.jsonl"
    lines.write_text(
        json.dumps({"id": "a1", "text": STORY, "date": "2020-05-01", "title": "T"})
        + "\n"
        + json.dumps({"id": "a2", "text": STORY + " x"})
        + "\n",
        encoding="utf-8",
    )
    table = tmp_path / "wire.csv"
    table.write_text(f'key,when,body\nc1,2021-01-02,"{STORY}"\n', encoding="utf-8")
    articles, problems = read(
        lines, table, fields=FieldMap(id=("id", "key"), date=("date", "when"), text=("text", "body"))
    )
    assert not problems
    assert {(a.id, a.published) for a in articles} == {("a1", date(2020, 5, 1)), ("a2", None), ("c1", date(2021, 1, 2))}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_in_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    table = tmp_path / "wire.csv"
    table.write_text(f'id,text\nc1,"Müller said so.\n\n{STORY}"\nc2,"{STORY} x"\n', encoding=encoding)
    articles, problems = read(table)
    assert not problems
    assert [a.id for a in articles] == ["c1", "c2"]
    assert articles[0].text.startswith("Müller said so.\n\n")


def test_a_table_with_a_very_long_text_and_one_that_is_none(tmp_path: Path) -> None:
    table, binary = tmp_path / "long.csv", tmp_path / "picture.csv"
    table.write_text(f'id,text\nc1,"{STORY * 2000}"\nc2,"{STORY}"\n', encoding="utf-8")
    binary.write_bytes(b"\x89PNG\x00\x01\x02")
    articles, problems = read(table, binary)
    assert [a.id for a in articles] == ["c1", "c2"]
    assert [p.reason for p in problems] == ["is not text (binary content)"]


def test_what_stands_before_a_broken_row_is_kept(tmp_path: Path) -> None:
    table = tmp_path / "wire.tsv"
    table.write_text(f'id\ttext\nc1\t{STORY}\nc2\t"{"x" * 17_000_000}\n', encoding="utf-8")
    articles, problems = read(table)
    assert [a.id for a in articles] == ["c1"]
    assert "row 2" in problems[0].source
    assert "field larger than field limit" in problems[0].reason


def test_gzip_zip_folders_and_globs(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "one.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "two.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    with zipfile.ZipFile(tmp_path / "three.zip", "w") as archive:
        archive.writestr("inside.txt", STORY)
    articles, problems = read(tmp_path)
    assert not problems
    assert sorted(a.key for a in articles) == ["deep/one", "three/inside", "two"]
    assert [a.id for a in read(tmp_path / "**" / "*.txt")[0]] == ["one"]


def test_web_page_gives_title_author_date_and_no_navigation(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    body = "".join(
        f"<p>{STORY} Paragraph {n} tells more of what the cabinet decided in its long session.</p>" for n in range(4)
    )
    path.write_text(
        "<html><head><title>Minister resigns</title><meta name='author' content='Jo Lund'>"
        "<meta property='article:published_time' content='2020-02-03T10:00:00Z'></head><body><nav>Home Subscribe Sport</nav>"
        f"<article><h1>Minister resigns</h1>{body}</article><footer>All rights reserved</footer></body></html>",
        encoding="utf-8",
    )
    [article], _ = read(path)
    assert (article.headline, article.author, article.published) == ("Minister resigns", "Jo Lund", date(2020, 2, 3))
    assert "Subscribe" not in article.text and "rights" not in article.text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"  \n", "empty"),
        ("junk.txt", bytes(range(256)) * 4, "not text"),
        ("broken.json", b'{"text": ', "not JSON"),
        ("page.html", b"<html><body><nav>Home</nav></body></html>", "tells a story"),
        ("film.mp4", b"xx", "unknown kind"),
        ("bad.zip", b"PK no zip", "not a readable zip"),
        ("bad.txt.gz", b"no gzip", "cannot be read"),
        ("none.jsonl", b'{"headline": "x"}\n', "has no text"),
    ],
)
def test_bad_input_is_named_and_the_rest_goes_on(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    articles, [problem] = read(tmp_path)
    assert [a.id for a in articles] == ["good"]
    assert name in problem.source and reason in problem.reason


def test_a_malformed_line_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(
        json.dumps({"id": "a", "text": STORY}) + "\n{oops\n" + json.dumps({"id": "b", "text": STORY}) + "\n",
        encoding="utf-8",
    )
    articles, [problem] = read(path)
    assert [a.id for a in articles] == ["a", "b"]
    assert "line 2" in problem.source


def test_missing_file_is_a_problem() -> None:
    _, [problem] = read("no/such/file.txt")
    assert "no such file" in problem.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    text = (
        "Le président Łukasz"
        if encoding.startswith("utf")
        else "Le président François a démissionné à Orléans après une réunion à Genève."
    )
    path.write_bytes(text.encode(encoding))
    [article], _ = read(path)
    assert article.text == text


def test_articles_that_share_an_id_are_both_kept_in_any_order(tmp_path: Path) -> None:
    records = [json.dumps({"id": "same", "text": f"{STORY} Version {n}."}) for n in range(3)]
    keys = []
    for order in (records, records[::-1]):
        path = tmp_path / "wire.jsonl"
        path.write_text("\n".join(order), encoding="utf-8")
        articles, problems = read(path)
        assert not problems
        keys.append({a.text: a.key for a in articles})
    assert keys[0] == keys[1] and len(set(keys[0].values())) == 3


@pytest.mark.parametrize("line", ["February 23,2017 21:25", "23 February 2017", "11:03, 23.02.2017"])
def test_date_lines_as_people_type_them(line: str) -> None:
    assert is_date_line(line)
    assert date_in(line) == date(2017, 2, 23)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Le ministre des Affaires étrangères a rencontré son homologue allemand à Paris lundi soir, avant une visite officielle du président à Berlin.",
            "fr",
        ),
        (
            "Der Außenminister traf am Montag in Berlin ein und sprach mit dem Bundeskanzler über die Lage in der Region und die Zusammenarbeit.",
            "de",
        ),
        (
            "Президент России встретился с премьер-министром Армении в Москве в понедельник и обсудил с ним положение в регионе, сообщили в пресс-службе.",
            "ru",
        ),
        (
            "El presidente se reunió con el canciller en Santiago y firmó un acuerdo de cooperación para los próximos cinco años entre los dos países.",
            "es",
        ),
        (
            "外交部长周一在北京会见了来访的法国外交部长，双方就双边关系和共同关心的国际和地区问题深入交换了意见并达成重要共识。",
            "zh",
        ),
        ("Putin met Xi.", None),
        (
            "Scottish First Minister Nicola Sturgeon met President Jan Novak of Greece. Hong Kong Chief Executive John Lee "
            "visited Chad. Chechen leader Ramzan Kadyrov spoke. The governor of California, Gavin Newsom, left.",
            None,
        ),
        (
            "Di president don tell tori pipol say e go meet dem leaders wey dey fight for di north, but e never happen since "
            "last week wen dem kill plenty people for dia village.",
            "pcm",
        ),
        ("Georgian Defence Minister Levan Meskhi spoke to reporters.", None),
        ("Sergei Lavrov, Hossein Amir-Abdollahian, Mevlüt Çavuşoğlu, Faisal Mekdad: Moscow talks, Monday.", None),
    ],
)
def test_what_is_not_english_is_noticed(text: str, code: str | None) -> None:
    assert other_language(text) == code


def test_articles_in_other_languages_are_left_out_and_counted(tmp_path: Path) -> None:
    french = "Le ministre des Affaires étrangères a rencontré son homologue à Paris lundi soir. Ils ont parlé de la paix au Sahel et de l'Europe."
    records = [{"id": f"f{n}", "text": f"{french} Numéro {n}."} for n in range(12)]
    records.append({"id": "e", "text": "Georgian Defence Minister Levan Meskhi spoke to reporters in Tbilisi."})
    (tmp_path / "mixed.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    done = CliRunner().invoke(main, ["build", str(tmp_path / "mixed.jsonl"), "--store", str(tmp_path / "store")])
    assert done.exit_code == 3 and "is not in English (it looks like 'fr')" in done.output
    assert "11 more for the same reason" in done.output and "1 added" in done.output and "12 left out" in done.output


def test_the_marks_of_a_markdown_heading_are_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# Trade minister resigns after vote\n\n{STORY}\n", encoding="utf-8")
    [article], _ = read(tmp_path / "a.md")
    assert article.headline == "Trade minister resigns after vote" and article.headline_span
    assert article.text[article.headline_span.begin : article.headline_span.end] == article.headline


def test_json_lines_are_read_line_by_line_and_bad_ones_told(tmp_path: Path) -> None:
    good = json.dumps({"id": "good", "text": "Iremadze met Rebane in Tbilisi on Monday."})
    lines = tmp_path / "lines.jsonl"
    lines.write_bytes(b"\xef\xbb\xbf" + good.encode() + b"\r\n\n{broken\n\x00\x01\n[1]\n")
    found = list(read_sources([str(lines)]))
    assert [item.id for item in found if isinstance(item, Article)] == ["good"]
    told = [(item.source.rpartition(", ")[2], item.reason) for item in found if isinstance(item, Problem)]
    assert [place for place, _ in told] == ["line 3", "line 4", "line 5"]
    assert "is not JSON" in told[0][1] and "is not text" in told[1][1] and "is not a JSON object" in told[2][1]
    wide = tmp_path / "wide.jsonl"
    wide.write_bytes((good + "\n" + good.replace("good", "other")).encode("utf-16"))
    assert [item.id for item in read_sources([str(wide)]) if isinstance(item, Article)] == ["good", "other"]


def test_of_a_packed_file_that_was_cut_what_is_there_is_read(tmp_path: Path) -> None:
    chance = random.Random(1)
    rows = [{"id": f"a{n}", "text": f"Iremadze met Rebane in hall {chance.random()}."} for n in range(20_000)]
    packed = gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())
    file = tmp_path / "cut.jsonl.gz"
    file.write_bytes(packed[: len(packed) // 2])
    found = list(read_sources([str(file)]))
    assert not any(isinstance(item, Article) for item in found[-1:]) and "cannot be read" in found[-1].reason  # type: ignore[union-attr]


class Trickle(io.StringIO):
    """Gives fewer characters than it is asked for, as sockets and unpackers do."""

    def read(self, size: int | None = -1) -> str:
        return super().read(min(size or 0, 3))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(_JSON, max_size=4), st.sampled_from([None, 2]), st.booleans())
def test_values_of_a_json_list_are_those_of_the_whole(items: list[Any], indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(items, indent=indent, ensure_ascii=ascii_only)
    assert list(json_values(Trickle(text))) == list(enumerate(items, 1))


@given(st.lists(_JSON, max_size=3), st.data())
def test_broken_json_is_broken_where_the_standard_library_says_so(items: list[Any], data: st.DataObject) -> None:
    whole = json.dumps(items, indent=1)
    at = data.draw(st.integers(0, len(whole) - 1))
    text = whole[:at] + data.draw(st.sampled_from(["", "]", "}", '"', ",", "x"])) + whole[at + 1 :]
    try:
        expected = json.loads(text)
    except json.JSONDecodeError as error:
        with pytest.raises(json.JSONDecodeError) as ours:
            list(json_values(Trickle(text)))
        assert (ours.value.lineno, ours.value.colno) == (error.lineno, error.colno)
    else:
        found = [item for _, item in json_values(Trickle(text))]
        assert found == (expected if isinstance(expected, list) else [expected])


def test_a_long_list_of_json_is_read_one_by_one_and_kept_up_to_the_break(tmp_path: Path) -> None:
    """A gigabyte of news in one list must not be in memory at once."""
    rows = [{"id": f"a{n}", "text": f"Iremadze met Rebane in hall {n}. " + "x" * 10_000} for n in range(2_000)]
    file = tmp_path / "list.json"
    file.write_text("[" + ",\n".join(json.dumps(row) for row in rows) + ",\n{oops}]", encoding="utf-8-sig")
    [opened] = open_sources([str(file)])
    assert isinstance(opened, RawFile)
    tracemalloc.start()
    count = 0
    for found in records(opened, FieldMap()):
        count += not isinstance(found, Problem)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 2_000 and peak < file.stat().st_size / 4
    _, [problem] = read(file)
    assert "line 2001, column 2" in problem.reason and "2000 records before it are read" in problem.reason


def test_lists_of_json_as_python_writes_them(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": STORY, "score": float("nan")}, {"id": "b", "text": STORY, "url": "caf\u00e9"}]
    for encoding in ("utf-8", "utf-16", "cp1252"):
        (tmp_path / "rows.json").write_text(json.dumps(rows, ensure_ascii=False), encoding=encoding)
        articles, problems = read(tmp_path / "rows.json")
        assert [a.id for a in articles] == ["a", "b"] and not problems


@pytest.mark.parametrize("name", ["deep.json", "deep.jsonl"])
def test_json_that_is_nested_too_deeply_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('{"a":' * 100_000 + "1" + "}" * 100_000, encoding="utf-8")
    _, [problem] = read(tmp_path / name)
    assert "nested too deeply" in problem.reason


@pytest.fixture
def broken_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles on Freedonia break a rule; the others are read as ever."""
    from kg import reader

    def broken(document: Document, claims: Claims, knowledge: Knowledge) -> Facts:
        if "Freedonia" in document.article.text:
            raise KeyError("Freedonia")
        return resolve(document, claims, knowledge)

    monkeypatch.setattr(reader, "resolve", broken)


def test_an_article_that_breaks_a_rule_is_told_and_the_others_are_read(broken_rule: None, tmp_path: Path) -> None:
    long = "Freedonia recalled its ambassador from Chile on Monday after a row over the rights to a lake in the south. "
    stories = {
        "a": "The rest is silence. " + long * 3,
        "b": long * 3,
        "c": STORY,
        "d": "Spain recalled its ambassador.",
    }
    (tmp_path / "in").mkdir()
    for name, story in stories.items():
        (tmp_path / "in" / f"{name}.txt").write_text(story, encoding="utf-8")
    command = ["build", str(tmp_path / "in"), "--store", str(tmp_path / "store")]
    for added, unchanged in ((2, 0), (0, 2)):  # what broke is tried again by the next build, for kg may be a newer one
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 3 and f"{added} added, 0 replaced, {unchanged} unchanged;" in done.output
        assert "KeyError: 'Freedonia'; " in done.output and "please report this" in done.output
        assert "left out: a: " in done.output and "left out: b: " in done.output  # b carries the words of a
    shown = CliRunner().invoke(main, ["extract", str(tmp_path / "in"), "--format", "json"])
    assert len(json.loads(shown.stdout)) == 2 and "left out: a: " in shown.stderr
