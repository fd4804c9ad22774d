"""How soon the page of a graph is there to be used, against plain pyvis with its defaults on the same graph, in one run.

    python benchmarks/view.py [--nodes 1000 20000] [--patience 120] [--pictures FOLDER]

Seconds from opening the file in a headless Chromium to the page being drawn and taking a search: for kg by the page's own
mark, for pyvis until its network is stable (it has physics on, and cannot be read before), at most ``--patience``. The
size of the file, and the seconds to make it, are printed beside.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from browser import installed
from crowd import crowd
from playwright.sync_api import Browser, sync_playwright
from pyvis.network import Network

from kg.view import ViewGraph, render


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=[1000, 20000])
    parser.add_argument("--patience", type=float, default=120.0)
    parser.add_argument("--pictures", type=Path, help="folder for pictures of kg's pages")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        for nodes in options.nodes:
            view = crowd(nodes)
            ours, theirs = Path(folder) / f"kg{nodes}.html", Path(folder) / f"pyvis{nodes}.html"
            made = timed(lambda view=view, file=ours: file.write_text(render(view), encoding="utf-8"))
            plain(view, theirs)
            shot = options.pictures / f"{nodes}.png" if options.pictures else None
            ready = opened(browser, ours, shot)
            stable = settled(browser, theirs, options.patience)
            said = (
                f"{stable:.1f} s: {stable / ready:.0f} x"
                if stable
                else f"not within {options.patience:.0f} s: more than {options.patience / ready:.0f} x"
            )
            print(
                f"{nodes} nodes, {view.graph.number_of_edges()} ties: kg made in {made:.1f} s, {ours.stat().st_size / 1e6:.2f} MB,"
            )
            print(f"  ready in {ready:.2f} s; pyvis {theirs.stat().st_size / 1e6:.2f} MB, {said}", flush=True)
        browser.close()
    return 0


def timed(work: Any) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def plain(view: ViewGraph, file: Path) -> None:
    """The same nodes and edges by pyvis as it comes."""
    network = Network(height="100vh", width="100%", directed=True, cdn_resources="in_line")
    graph: Any = view.graph
    network.from_nx(graph.__class__(_bare(graph)))
    file.write_text(network.generate_html(), encoding="utf-8")


def _bare(graph: Any) -> Any:
    bare = graph.__class__()
    bare.add_nodes_from((node, {"label": label}) for node, label in graph.nodes(data="label"))
    bare.add_edges_from((one, other) for one, other in graph.edges())
    return bare


def opened(browser: Browser, file: Path, picture: Path | None) -> float:
    """Seconds until the page says that it is ready and a first picture of it has been drawn."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    start = time.perf_counter()
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready=yes]", state="attached")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    seconds = time.perf_counter() - start
    if picture is not None:
        picture.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=picture)
    page.close()
    return seconds


def settled(browser: Browser, file: Path, patience: float) -> float | None:
    """Seconds until pyvis' network is stable; None where it is not in time."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.set_default_timeout(patience * 1000)
    page.add_init_script(
        "let held; Object.defineProperty(window, 'network', { get: () => held, set: (made) => { held = made;"
        " made?.once?.('stabilizationIterationsDone', () => { document.documentElement.dataset.ready = 'yes'; }); } });"
    )
    start = time.perf_counter()
    try:
        page.goto(file.as_uri(), wait_until="commit")
        page.wait_for_selector("html[data-ready=yes]", state="attached", timeout=patience * 1000)
        return time.perf_counter() - start
    except Exception as error:
        if "Timeout" not in str(error):
            raise
        return None
    finally:
        context.close()


if __name__ == "__main__":
    sys.exit(main())
