"""``kg validate``"""

import sys

import click

from kg.cli.common import plain_errors, store_option


@click.command("validate")
@store_option
def command(store: str) -> None:
    """Check the graph against its SHACL shapes and the ontology; exit code 1 where something does not fit."""
    with plain_errors():
        from kg.graph import Store
        from kg.graph.shapes import validate

        with Store(store) as opened:
            violations = validate(opened.quads())
    for violation in violations:
        click.echo(f"{violation.node}{f'  {violation.path}' if violation.path else ''}\n    {violation.message}")
    click.echo(f"{len(violations)} violations" if violations else "valid: every fact fits its shape", err=True)
    sys.exit(1 if violations else 0)
