"""``kg query``"""

import sys
from pathlib import Path
from typing import Any

import click

from kg.cli.common import BAD_INPUT, fail, plain_errors, store_option

_FORMATS = ("table", "json", "xml", "csv", "tsv", "turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")


@click.command("query")
@click.argument("query", required=False, metavar="[NAME | FILE.rq | SPARQL | -]")
@click.option("-e", "--sparql", metavar="TEXT", help="SPARQL text.")
@click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    help="Bind a variable of the query; <IRI> for an IRI.",
)
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(_FORMATS),
    help="Default: table on a terminal, CSV in a pipe, Turtle for graphs.",
)
@click.option("--list", "listing", is_flag=True, help="Describe the saved queries.")
@store_option
def command(
    query: str | None, sparql: str | None, params: tuple[str, ...], form: str | None, listing: bool, store: str
) -> None:
    """Ask the graph: a saved query by NAME, a FILE.rq, SPARQL text, or standard input (-).

    SELECT, ASK, CONSTRUCT and DESCRIBE; the usual prefixes are declared, and all articles' graphs are asked together.

    \b
    kg query who-met-whom -p called=Gerasimov -p since=2014
    kg query -e 'SELECT ?name { ?p kg:rank ?rank ; rdfs:label ?name }'
    """
    if listing:
        _list()
        return
    text, name = _text(query, sparql)
    with plain_errors():
        from kg.graph import Store
        from kg.query.bindings import term_of
        from kg.query.run import answer, run_query

        values: dict[str, Any] = {}
        for param in params:
            key, equals, value = param.partition("=")
            if not equals:
                fail(f"-p {param}: write it as NAME=VALUE", BAD_INPUT)
            values[key.strip()] = term_of(value)
        _check_names(name, set(values))
        with Store(store) as opened:
            if form not in (None, "table"):
                sys.stdout.buffer.write(answer(opened, text, values, form))
                return
            result = run_query(opened, text, values)
        if form is None and (result.graph is not None or not sys.stdout.isatty()):
            sys.stdout.buffer.write(result.serialize("csv" if result.graph is None else "turtle"))
        else:
            from kg.cli.tables import show_result

            show_result(result)


def _text(query: str | None, sparql: str | None) -> tuple[str, str | None]:
    """The text of the query, and its name if it is a saved one."""
    if sparql is not None:
        return sparql, None
    if query is None:
        raise click.UsageError("give the name of a saved query (kg query --list), a .rq file, - or -e TEXT")
    if "{" in query:
        return query, None  # SPARQL without -e
    if query == "-":
        return sys.stdin.read(), None
    if query.endswith(".rq") or "/" in query:
        path = Path(query)
        if not path.is_file():
            fail(f"{query}: no such file", BAD_INPUT)
        return path.read_text(encoding="utf-8"), None
    from kg.query.saved import UnknownQueryError, find_saved

    try:
        return find_saved(query).text, query
    except UnknownQueryError as error:
        fail(str(error), BAD_INPUT)
        raise


def _check_names(name: str | None, given: set[str]) -> None:
    """A saved query knows its parameters; a wrong name would silently bind nothing."""
    if name is None:
        return
    from kg.query import find_saved

    known = {parameter.name for parameter in find_saved(name).parameters}
    if wrong := sorted(given - known):
        fail(
            f"the query '{name}' has no parameter '{wrong[0]}'; it has: {', '.join(sorted(known)) or 'none'}", BAD_INPUT
        )


def _list() -> None:
    from kg.query import saved_queries

    for saved in saved_queries():
        click.secho(saved.name, bold=True, nl=False)
        click.echo(f"  {saved.title}\n    {saved.description}")
        for parameter in saved.parameters:
            click.echo(f"    -p {parameter.name}=…  {parameter.description}")
