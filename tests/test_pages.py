"""The pages of kg serve in a real browser: ask, complete, err, follow, look; nothing is asked of anybody else."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from conftest import EXAMPLES, serving
from playwright.sync_api import Browser, Page, expect

from kg.graph import Store
from kg.pipeline import Reader, build
from kg.serve import Settings

HOSTILE = {
    "id": "h",
    "title": "<img src=x onerror=alert(1)>",
    "date": "2019-05-06",
    "text": "Turkish President Ali <b>Demir</b> met King Omar of Jordan. Demir said that <script>alert(1)</script> was fine.",
}


@pytest.fixture(scope="module")
def address(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "more.jsonl").write_text(json.dumps(HOSTILE) + "\n", encoding="utf-8")
    with Store(folder / "store", write=True) as store:
        build([str(EXAMPLES), str(folder / "more.jsonl")], store, reader=reader)
    with serving(Settings(str(folder / "store"), limit=50, workers=1)) as served:
        yield served


@dataclass
class Tab:
    page: Page
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Tab]:
    """A page; afterwards, that it asked nobody else, and that no script failed."""
    context = browser.new_context(base_url=address)
    opened = Tab(context.new_page())
    opened.page.set_default_timeout(10_000)
    opened.page.on("request", lambda request: opened.asked.append(request.url))
    opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
    opened.page.on(
        "console",
        lambda said: opened.errors.append(said.text) if said.type == "error" and "400" not in said.text else None,
    )
    yield opened
    assert not opened.errors
    assert {url for url in opened.asked if not url.startswith((address, "data:", "blob:"))} == set()
    context.close()


def written(page: Page, query: str) -> None:
    """The query in the editor in place of what stood there, once the page has all that it asks for."""
    page.goto("/")
    page.wait_for_load_state("networkidle")
    editor = page.locator("#query")
    editor.fill(query)
    expect(editor).to_have_value(query)


def test_ask_in_the_editor(tab: Tab) -> None:
    page = tab.page
    written(page, "SELECT DISTINCT ?name { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#answer table")).to_contain_text("Tamaz Iremadze")
    expect(page.locator("#answer")).to_contain_text("rows")


def test_the_query_is_coloured(tab: Tab) -> None:
    page = tab.page
    written(page, '# who\nSELECT ?x { ?x foaf:name "a # b" ; nope:y <http://x/> }')
    for kind, words in {
        "comment": ["# who"],
        "keyword": ["SELECT"],
        "variable": ["?x", "?x"],
        "string": ['"a # b"'],
        "iri": ["<http://x/>"],
    }.items():
        expect(page.locator(f"#layer .{kind}")).to_have_text(words)
    expect(page.locator("#layer .unknown")).to_have_text(["nope:y"])
    assert page.locator("#layer").inner_text().strip() == page.locator("#query").input_value().strip()


def test_names_are_completed_by_keyboard_and_mouse(tab: Tab) -> None:
    page = tab.page
    page.goto("/")
    editor = page.locator("#query")
    editor.fill("")
    page.wait_for_load_state("networkidle")
    editor.press_sequentially("SELECT ?person { ?person kg:act")
    option = page.get_by_role("option", name="kg:actsFor")
    expect(option).to_be_visible()
    while option.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(editor).to_have_value("SELECT ?person { ?person kg:actsFor")
    editor.press_sequentially(" ?per")
    page.keyboard.press("Tab")
    expect(editor).to_have_value("SELECT ?person { ?person kg:actsFor ?person")
    editor.press_sequentially(" ; schema:headl")
    page.get_by_role("option", name="schema:headline").click()
    expect(editor).to_have_value("SELECT ?person { ?person kg:actsFor ?person ; schema:headline")
    editor.press_sequentially(" foa")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_errors_are_shown_where_they_are(tab: Tab) -> None:
    page = tab.page
    written(page, "SELECT ?x WHERE {\n  ?x rdfs:label }")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("alert")).to_contain_text("line 2, column")
    expect(page.locator("#layer .wrong")).to_have_text("}")
    page.locator("#query").press_sequentially("?y ")
    expect(page.locator("#layer .wrong")).to_have_count(0)


def test_a_saved_query_with_its_parameters(tab: Tab) -> None:
    page = tab.page
    page.goto("/")
    page.get_by_role("link", name="Who holds which post").click()
    page.get_by_label(re.compile("part of the person's name")).fill("iremadze")
    page.get_by_role("button", name="Ask").click()
    expect(page.locator("#answer table")).to_contain_text("Tamaz Iremadze")
    names = page.locator("#answer tbody tr").all_inner_texts()
    assert names and all("Iremadze" in name for name in names)


def test_an_entity_with_its_timeline(tab: Tab) -> None:
    page = tab.page
    page.goto("/?find=Tamaz+Iremadze")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tamaz Iremadze")
    first = page.locator(".timeline > li").first
    expect(first.locator("time")).to_have_text(re.compile(r"\d{4}-\d\d"))
    assert first.locator("mark").inner_text() in first.locator("blockquote").inner_text()
    first.get_by_role("link").first.click()
    expect(page.locator("mark").first).to_be_visible()


def test_text_of_articles_stays_text(tab: Tab) -> None:
    page = tab.page
    page.on("dialog", lambda dialog: tab.errors.append(f"a dialog: {dialog.message}"))
    page.goto("/?find=Jordan")
    page.goto("/id/article/more.h" if page.request.get("/id/article/more.h").ok else "/id/article/h")
    expect(page.locator("main")).to_contain_text("<img src=x onerror=alert(1)>")
    page.goto("/query/articles")
    page.get_by_role("button", name="Ask").click()
    expect(page.locator("#answer")).to_contain_text("onerror=alert(1)")
    page.goto("/graph?focus=Jordan")
    expect(page.locator("#mynetwork canvas")).to_be_visible()
    assert page.locator("img").count() == 0


def test_the_graph_of_somebody(tab: Tab) -> None:
    page = tab.page
    page.goto("/?find=Tamaz+Iremadze")
    page.get_by_role("link", name="graph", exact=True).click()
    expect(page.locator("#mynetwork canvas")).to_be_visible()
    page.locator("#search").fill("Tamaz Iremadze")
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_contain_text("Tamaz Iremadze")
    expect(page.locator("#panel mark").first).to_be_visible()


def test_without_a_script_forms_ask_by_themselves(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/query/roles")
    page.get_by_label(re.compile("part of the person's name")).fill("iremadze")
    page.get_by_role("button", name="Ask").click()
    page.wait_for_url("**/sparql?*")
    assert "%24called=iremadze" in page.url and "Tamaz Iremadze" in page.content()
    context.close()


def test_a_graph_of_nobody_says_so(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/graph?focus=Nobody+At+All")
    expect(page.get_by_role("alert").first).to_contain_text("nobody and nothing is named Nobody At All")
    page.close()
