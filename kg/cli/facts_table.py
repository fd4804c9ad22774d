"""The facts of one article as tables, by kind, with their sentences."""

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kg.extract import Evidence
from kg.resolve import Facts


def show_facts(facts: Facts) -> None:
    """Print one article's facts for people to read."""
    console = Console()
    article = facts.article
    console.print(
        f"[bold]{escape(article.headline or article.id)}[/bold]  {article.published or 'undated'}  {escape(article.author or '')}"
    )
    names = [entity.name for entity in facts.entities]
    _table(
        console,
        "Entities",
        ("kind", "name", "also", "rank", "state"),
        ((e.kind.value, e.name, ", ".join(e.also), e.rank or "", e.state or "") for e in facts.entities),
    )
    _table(
        console,
        "Roles",
        ("person", "title", "of", "status", "sentence"),
        (
            (
                names[r.person],
                r.title,
                names[r.owner] if r.owner is not None else "",
                r.status,
                _sentence(facts, r.evidence[0]),
            )
            for r in facts.roles
        ),
    )
    _table(
        console,
        "Events",
        ("type", "who", "date", "place", "modality", "claimed by", "sentence"),
        (
            (
                e.type,
                ", ".join(f"{names[i]} ({part})" for i, part in e.participants),
                e.date or "",
                names[e.place] if e.place is not None else "",
                e.modality.value,
                names[e.claimed_by] if e.claimed_by is not None else "",
                _sentence(facts, e.evidence[0]),
            )
            for e in facts.events
        ),
    )
    _table(
        console,
        "Statements",
        ("speaker", "about", "sentence"),
        (
            (names[s.speaker], ", ".join(names[i] for i in s.about), _sentence(facts, s.evidence))
            for s in facts.statements
        ),
    )


def _sentence(facts: Facts, evidence: Evidence) -> str:
    sentence = facts.sentences[evidence.sentence]
    return " ".join(facts.article.text[sentence.begin : sentence.end].split())


def _table(console: Console, title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    table = Table(title=title, title_justify="left", pad_edge=False, show_lines=False)
    for column in columns:
        table.add_column(column, overflow="fold", ratio=3 if column == "sentence" else None)
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    if table.row_count:
        console.print(table)
