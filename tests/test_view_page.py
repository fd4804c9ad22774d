"""The graph's page in a real browser: nothing is asked of anybody; search, focus, path, filters, time and evidence work by
keyboard and by mouse; hostile text stays text; nothing serious stands in the way of those who cannot see it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from crowd import crowd
from playwright.sync_api import Browser, Page, expect

from kg.api import KnowledgeGraph
from kg.graph import Store
from kg.pipeline import Reader, build
from kg.view import ViewGraph, along_time, on_map, render, view_graph


@dataclass
class Opened:
    page: Page
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def drawn(self) -> set[str]:
        """The labels of the nodes that are drawn."""
        return set(self.page.evaluate("visNodes.get().map((node) => byId.get(node.id).full)"))

    def click(self, label: str) -> None:
        """Click the node of this label where it is drawn."""
        place = self.page.evaluate(
            "(label) => { const node = visNodes.get().find((each) => byId.get(each.id).full === label);"
            " const { x, y } = network.canvasToDOM(network.getPosition(node.id)); return [x, y]; }",
            label,
        )
        box = self.page.locator("#mynetwork").bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + place[0], box["y"] + place[1])


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], Opened]]:
    """Opens a page from a file; afterwards, that it asked for nothing but itself, and that no script failed."""
    context = browser.new_context(viewport={"width": 1300, "height": 850}, accept_downloads=True)
    made: list[Opened] = []

    def start(html: str, fragment: str = "") -> Opened:
        file = tmp_path / f"page{len(made)}.html"
        file.write_text(html, encoding="utf-8")
        one = Opened(context.new_page())
        one.page.set_default_timeout(10_000)
        one.page.on("request", lambda request: one.asked.append(request.url))
        one.page.on("pageerror", lambda error: one.errors.append(str(error)))
        one.page.on("console", lambda said: one.errors.append(said.text) if said.type == "error" else None)
        one.page.on("dialog", lambda dialog: one.errors.append(f"a dialog: {dialog.message}"))
        one.page.goto(file.as_uri() + fragment)
        expect(one.page.locator("html[data-ready=yes]")).to_have_count(1)
        made.append(one)
        return one

    yield start
    for one in made:
        assert not one.errors
        assert {url for url in one.asked if not url.startswith(("file:", "data:", "blob:"))} == set()
    context.close()


@pytest.fixture(scope="module")
def examples_page(examples: KnowledgeGraph) -> str:
    return render(view_graph(examples.store))


@pytest.fixture(scope="module")
def thousand() -> ViewGraph:
    return crowd(1000)


def test_search_focus_and_evidence_by_keyboard(opened: Callable[[str], Opened], examples_page: str) -> None:
    one = opened(examples_page)
    page = one.page
    page.keyboard.press("/")
    page.keyboard.type("iremad")
    expect(page.locator("#results li")).to_have_text(["Tamaz Iremadze person"])
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Tamaz Iremadze")
    expect(page.locator("#panel h3").first).to_contain_text("Posts over time")
    before = one.drawn()
    page.locator("#search").blur()
    page.keyboard.press("f")
    assert "Tamaz Iremadze" in one.drawn() < before
    quote = page.locator("#panel blockquote").first
    assert quote.locator("mark").inner_text() in quote.inner_text()
    page.keyboard.press("Escape")
    assert one.drawn() == before


def test_nodes_and_ties_by_mouse(opened: Callable[[str], Opened], examples_page: str) -> None:
    one = opened(examples_page)
    expect(one.page.locator(".ties span")).to_have_text(["post", "takes part", "where", "speaks of"])
    one.click("Tamaz Iremadze")
    expect(one.page.locator("#panel h2")).to_have_text("Tamaz Iremadze")
    one.page.get_by_role("button", name="Focus").click()
    assert "Georgia" in one.drawn() and "Peru" not in one.drawn()
    one.page.get_by_role("spinbutton").fill("1")
    near = one.drawn()
    one.page.get_by_role("spinbutton").fill("2")
    assert near < one.drawn()
    edge = one.page.evaluate("visEdges.getIds()[0]")
    one.page.evaluate("(id) => { state.chosen = id; changed(); }", edge)
    expect(one.page.locator("#panel h2")).to_contain_text("→")


def test_the_shortest_path_between_two(opened: Callable[[str], Opened], examples_page: str) -> None:
    one = opened(examples_page)
    page = one.page
    page.locator("#search").fill("Rimantas Vaitkus")
    page.locator("#search").press("Enter")
    page.get_by_role("button", name="Path to").click()
    page.keyboard.type("Georgia")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Rimantas Vaitkus to Georgia")
    steps = page.locator("#panel li")
    assert {"Rimantas Vaitkus", "Georgia"} <= one.drawn() and len(one.drawn()) == steps.count() + 1
    expect(steps.first.locator("mark")).to_be_visible()


def test_filters_change_what_is_drawn(opened: Callable[[str], Opened], examples_page: str) -> None:
    one = opened(examples_page)
    page = one.page
    everything = one.drawn()
    page.get_by_role("checkbox", name="person").uncheck()
    assert "Tamaz Iremadze" not in one.drawn() and "Georgia" in one.drawn()
    page.get_by_role("checkbox", name="person").check()
    page.get_by_text("Types", exact=True).click()
    page.get_by_role("checkbox", name="meeting").check()
    meetings = one.drawn()
    assert meetings < everything and "meeting" in meetings and "visit" not in meetings
    page.get_by_role("checkbox", name="meeting").uncheck()
    page.get_by_label("Modality").select_option("planned")
    assert {"meeting", "visit"}.isdisjoint(one.drawn()) and one.drawn()
    page.get_by_label("Modality").select_option("")
    page.get_by_label("Confidence").fill("0.9")
    sure = one.drawn()
    assert sure < everything
    page.get_by_label("Confidence").fill("0")
    page.get_by_label("Article").select_option(index=1)
    assert one.drawn() < everything
    page.get_by_role("button", name="Show all").click()
    assert one.drawn() == everything


def test_time_is_brushed_set_and_played(opened: Callable[[str], Opened], examples_page: str) -> None:
    one = opened(examples_page)
    page = one.page
    everything = one.drawn()
    box = page.locator("#histogram").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 3, box["y"] + 20, steps=4)
    page.mouse.up()
    early = one.drawn()
    assert early < everything and "2015" in page.locator("#period").inner_text()
    page.get_by_label("Until").focus()
    page.keyboard.press("Home")
    assert one.drawn() <= early
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    assert one.drawn() < everything
    page.get_by_role("button", name="Pause").click()


def test_a_view_is_shared_by_its_address(opened: Callable[[str], Opened], examples_page: str) -> None:
    one = opened(examples_page)
    one.page.locator("#search").fill("Tamaz Iremadze")
    one.page.locator("#search").press("Enter")
    one.page.get_by_role("button", name="Focus").click()
    one.page.get_by_label("Modality").select_option("happened")
    one.page.get_by_label("Theme").select_option("dark")
    fragment = one.page.evaluate("location.hash")
    other = opened(examples_page, fragment)
    assert other.drawn() == one.drawn() and "Georgia" in other.drawn()
    expect(other.page.locator("#panel h2")).to_have_text("Tamaz Iremadze")
    expect(other.page.locator("html")).to_have_attribute("data-theme", "dark")
    nonsense = opened(examples_page, "#focus=nobody&hops=999&types=x&from=zz&path=a+b&confidence=many")
    nonsense.page.get_by_role("button", name="Show all").click()
    assert "Tamaz Iremadze" in nonsense.drawn()


def test_a_picture_is_saved(opened: Callable[[str], Opened], examples_page: str) -> None:
    one = opened(examples_page)
    with one.page.expect_download() as waiting:
        one.page.get_by_role("button", name="PNG").click()
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")


def test_a_large_graph_opens_on_its_overview_and_expands(opened: Callable[[str], Opened], thousand: ViewGraph) -> None:
    html = render(thousand)
    assert len(html.encode()) < 3_000_000
    one = opened(html)
    start = one.drawn()
    assert 20 < len(start) < 200 and "State 0" in start
    hidden = next(
        data["label"] for node, data in sorted(thousand.graph.nodes(data=True))
        if data["kind"] == "person" and data["label"] not in start and len(data["facts"]) > 1
    )  # fmt: skip
    one.page.locator("#search").fill(hidden)
    one.page.locator("#search").press("Enter")
    expect(one.page.locator("#panel h2")).to_have_text(hidden)
    assert hidden in one.drawn() and len(one.drawn()) > 2
    assert one.page.evaluate("visNodes.get().every((node) => Number.isFinite(node.x) && Number.isFinite(node.y))")
    one.page.get_by_role("button", name="Show all").click()
    assert one.drawn() == start
    where = "JSON.stringify(visNodes.get().map((node) => [node.id, node.x, node.y]).sort())"
    before = one.page.evaluate(where)
    one.page.evaluate("state.path = [...opening].slice(0, 2); changed(); state.path = null; changed();")
    assert one.page.evaluate(where) == before, "a path leaves nothing out of place"
    some = one.page.evaluate("byId.get([...opening].find((id) => byId.get(id).kind === 'person')).full")
    one.page.locator("#search").fill(some)
    one.page.locator("#search").press("Enter")
    assert start < one.drawn(), "what hangs on a node is drawn when it is chosen"
    far = "Math.max(...visNodes.get().filter((n) => !opening.has(n.id)).map((n) => Math.hypot(n.x - byId.get(state.chosen).x, n.y - byId.get(state.chosen).y)))"
    opened_at = one.page.evaluate(far)
    one.page.get_by_role("button", name="Focus").click()
    one.page.get_by_role("button", name="Show all").click()
    one.page.locator("#search").fill(some)
    one.page.locator("#search").press("Enter")
    assert one.page.evaluate(far) == pytest.approx(opened_at), "around it, as before"


def test_a_graph_without_days_opens_with_all_of_it_in_view(
    opened: Callable[[str], Opened], reader: Reader, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(
        "Presidents Ana Reyes of Liberia, Ali Demir of Guinea and Juma Okello of Kenya met. Peru recalled its ambassador to"
        " Chad. The Security Council of the United Nations condemned Mali.",
        encoding="utf-8",
    )
    with Store(":memory:") as store:
        build([str(tmp_path / "a.txt")], store, reader=reader)
        page = opened(render(view_graph(store))).page
    page.set_viewport_size({"width": 1300, "height": 500})
    page.reload()
    expect(page.locator("html[data-ready=yes]")).to_have_count(1)
    outside = (
        "visNodes.get().filter((node) => { const { x, y } = network.canvasToDOM(network.getPosition(node.id));"
        " const { clientWidth, clientHeight } = network.canvas.frame.canvas; const radius = node.size * network.getScale();"
        " return x < radius || y < radius || x > clientWidth - radius || y > clientHeight - radius; }).length"
    )
    assert page.evaluate(outside) == 0


def test_no_name_is_written_across_another(opened: Callable[[str], Opened], examples_page: str) -> None:
    page = opened(examples_page).page
    least = "options.nodes.scaling.label.drawThreshold / network.getScale()"
    written = (
        f"visNodes.get().filter((node) => node.label && node.font.color !== 'transparent' && node.font.size >= {least})"
    )
    across = f"{written}.map((node) => nameBox(node, node.font.size)).some((one, i, all) => all.slice(0, i).some((other) => overlap(one, other)))"
    before = page.evaluate(f"{written}.length")
    assert before > 10 and not page.evaluate(across)
    page.locator("#mynetwork").focus()
    for _ in range(8):
        page.keyboard.press("+")
    assert page.evaluate(f"{written}.length") > before, "who comes nearer reads more of them"
    assert not page.evaluate(across)


@pytest.mark.parametrize("way", ["map", "time"])
def test_a_map_and_a_timeline_are_drawn_and_tell(
    way: str, opened: Callable[[str], Opened], examples: KnowledgeGraph
) -> None:
    view = view_graph(examples.store)
    one = opened(render(on_map(view, examples.store) if way == "map" else along_time(view)))
    assert {"meeting", "Vilnius" if way == "map" else "Tamaz Iremadze"} <= one.drawn()
    one.page.get_by_label("Modality").select_option("planned")
    assert "meeting" not in one.drawn()
    one.page.locator("#search").fill("Vilnius" if way == "map" else "Iremadze")
    one.page.locator("#search").press("Enter")
    expect(one.page.locator("#panel mark").first).to_be_visible()


def test_hostile_text_stays_text(opened: Callable[[str], Opened], reader: Reader, tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
    article = {
        "id": f'a"{evil}', "title": f"Spain {evil} \u202eright to left\u202c", "date": "2020-01-01", "url": "javascript:alert(3)",
        "text": f"Spanish Foreign Minister Ana Ruiz met King Idris of Jordan {evil} {'Verylongword' * 40} in Amman.",
    }  # fmt: skip
    (tmp_path / "a.jsonl").write_text(json.dumps(article), encoding="utf-8")
    with Store(":memory:") as store:
        build([str(tmp_path / "a.jsonl")], store, reader=reader)
        html = render(view_graph(store), evil)
    one = opened(html)
    one.page.locator("#search").fill("Ana Ruiz")
    one.page.locator("#search").press("Enter")
    expect(one.page.locator("#panel")).to_contain_text("onerror=alert(2)")
    expect(one.page.locator("h1")).to_have_text(evil)
    assert one.page.locator("img, #panel a").count() == 0
    width = one.page.evaluate(
        "document.getElementById('panel').scrollWidth - document.getElementById('panel').clientWidth"
    )
    assert width <= 0, "long words are broken"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_for_those_who_cannot_see_it(
    scheme: str, opened: Callable[[str], Opened], examples_page: str
) -> None:
    one = opened(examples_page, f"#theme={scheme}")
    one.page.locator("#search").fill("Tamaz Iremadze")
    one.page.locator("#search").press("Enter")
    found = Axe().run(one.page).response["violations"]
    serious = [(v["id"], [n["target"] for n in v["nodes"]]) for v in found if v["impact"] in {"serious", "critical"}]
    assert not serious


def test_notebooks_show_it_in_a_frame(opened: Callable[[str], Opened], examples: KnowledgeGraph) -> None:
    one = opened(
        f"<!doctype html><html data-ready=yes><body>{examples.view('Tamaz Iremadze')._repr_html_()}</body></html>"
    )
    frame = one.page.frame_locator("iframe")
    expect(frame.locator("#mynetwork canvas")).to_be_visible()
    expect(frame.locator("#panel h2")).to_have_text("Tamaz Iremadze")
