"""``kg find``"""

import json
from dataclasses import asdict

import click

from kg.cli.common import plain_errors, store_option

_SHOWN = 10


@click.command("find")
@click.argument("words", nargs=-1, required=True)
@click.option("--all", "everything", is_flag=True, help="Everything that was found, not only the best.")
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@store_option
def command(words: tuple[str, ...], everything: bool, form: str, store: str) -> None:
    """Find names, sentences and headlines that have all WORDS, whatever their case and accents.

    "Quoted words" stand together, word* is a beginning; AND, OR, NOT and NEAR(a b) work too. In SPARQL:
    FILTER(kg:find(?node, "words")), where ?node is a person, state, organisation, place, sentence or article.

    \b
    kg find Minsk Group
    kg find '"cease-fire" AND Tbilisi'
    """
    with plain_errors():
        from kg.graph import Store
        from kg.graph.fulltext import FullText

        with Store(store) as opened, FullText(opened) as index:
            index.sync()
            marks = ("", "") if form == "json" else ("\x1b[1m", "\x1b[0m")
            hits = list(index.find(" ".join(words), marks=marks))
    if form == "json":
        for hit in hits:
            click.echo(json.dumps(asdict(hit), ensure_ascii=False))
        return
    for title, kinds in (("Names", {"name"}), ("Sentences and headlines", {"sentence", "headline"})):
        texts: dict[str, dict[str, None]] = {}
        for hit in hits:
            if hit.kind in kinds:
                texts.setdefault(hit.node, {})[" ".join(hit.marked.split())] = None
        found = list(texts.items())
        if found:
            click.secho(f"{title} ({len(found)})", bold=True)
        for node, marked in found if everything else found[:_SHOWN]:
            click.echo(f"  {'; '.join(marked)}")
            click.secho(f"    {node}", dim=True)
        if len(found) > _SHOWN and not everything:
            click.secho(f"  … {len(found) - _SHOWN} more (--all)", dim=True)
    if not hits:
        click.echo("nothing found", err=True)
