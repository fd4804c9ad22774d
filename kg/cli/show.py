"""``kg show``"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.cli.common import plain_errors, store_option

if TYPE_CHECKING:
    from rich.console import Console

    from kg.query.profile import Post, Profile, Said

_SHOWN = 12


@click.command("show")
@click.argument("name")
@store_option
@click.option("--all", "everything", is_flag=True, help="Every event, statement and associate, not only the first.")
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(name: str, store: str, everything: bool, form: str) -> None:
    """Show what the graph knows of a person, state, organisation, place or event.

    NAME is a name, an ISO code, words of a name, person:valery-gerasimov, an IRI, or the end of an event's IRI. Posts
    show from when to when articles see somebody in them ("seen"), the dates that articles give ("since", "until"),
    who came before and after, and what contradicts it.

    \b
    kg show "Valery Gerasimov"
    kg show AZ
    """
    with plain_errors():
        from kg.graph import Store
        from kg.query.entities import find_entity
        from kg.query.profile import profile

        with Store(store) as opened:
            found = profile(opened, find_entity(opened, name))
    if form == "json":
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        _show(found, None if everything else _SHOWN)


def _show(found: "Profile", limit: int | None) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    seen = f", {_span(found.first, found.last)}" if found.first and found.last else ""
    console.print(Text(found.name, style="bold"), Text(f"({found.kind}; in {_articles(found.articles)}{seen})"))
    console.print(Text(found.iri), style="dim", soft_wrap=True)
    if found.names:
        names = "; ".join(f"{each.value} ({each.articles})" for each in found.names)
        console.print(Text(f"also {names}"), soft_wrap=True)
    _details(console, found)
    _section(console, "Posts", [_post(post, found.kind) for post in found.posts], None)
    told = [f"{e.label} [{e.part}, {e.modality}{_at(e.place)}; {_articles(e.articles)}]" for e in found.events]
    _section(console, "Events", told, limit)
    _section(console, "Statements", [_said(said, False) for said in found.statements], limit)
    _section(console, "Statements about it", [_said(said, True) for said in found.said_about], limit)
    near = [f"{a.name}: {a.events} event{_s(a.events)} in {_articles(a.articles)}" for a in found.associates]
    _section(console, "Closest associates", near, limit)
    said = [f"{s.sentence}  [{s.article}{f', {s.day}' if s.day else ''}; {s.confidence:.2f}]" for s in found.evidence]
    _section(console, "Told by", said, limit)


def _details(console: "Console", found: "Profile") -> None:
    from rich.text import Text

    values: dict[str, list[str]] = {}
    for detail in found.details:
        values.setdefault(detail.property, []).append(f"{detail.value} ({detail.articles})")
    for name, given in values.items():
        console.print(Text(f"{name}: {'; '.join(given)}"), soft_wrap=True)


def _section(console: "Console", title: str, lines: Sequence[str], limit: int | None) -> None:
    from rich.text import Text

    if not lines:
        return
    console.print()
    console.print(Text(f"{title} ({len(lines)})", style="bold"))
    for line in lines[:limit]:
        console.print(Text(f"  {' '.join(line.split()) if chr(10) not in line else line}"), soft_wrap=True)
    if limit is not None and len(lines) > limit:
        console.print(Text(f"  … {len(lines) - limit} more (--all)"), style="dim")


def _post(post: "Post", kind: str) -> str:
    """One line for the post, and one for each thing that is known of its holders."""
    called = post.label.partition(": ")[2] if kind == "person" else post.label
    seen = f", seen {_span(post.first_seen, post.last_seen)}" if post.first_seen and post.last_seen else ""
    told = [
        *_dates("since", post.since),
        *_dates("until", post.until),
        *([f"over by {post.over_by}"] if post.over_by else []),
    ]
    lines = [
        f"{called} ({', '.join(post.statuses)}; {_articles(post.articles)}){seen}{''.join(f', {t}' for t in told)}"
    ]
    lines += [f"    before: {', '.join(post.before)}"] if post.before else []
    lines += [f"    after: {', '.join(post.after)}"] if post.after else []
    lines += [f"    contradiction: {each}" for each in post.contradictions]
    return "\n  ".join(lines)


def _dates(word: str, dates: Iterable[str]) -> list[str]:
    given = " or ".join(dates)
    return [f"{word} {given}"] if given else []


def _said(said: "Said", with_speaker: bool) -> str:
    who = f"{said.speaker}: " if with_speaker else ""
    return f"{who}{said.words}  [{said.article}{f', {said.day}' if said.day else ''}]"


def _span(first: str | None, last: str | None) -> str:
    return f"{first}" if first == last else f"{first} to {last}"


def _at(place: str | None) -> str:
    return f", {place}" if place else ""


def _articles(count: int) -> str:
    return f"{count} article{_s(count)}"


def _s(count: int) -> str:
    return "" if count == 1 else "s"
