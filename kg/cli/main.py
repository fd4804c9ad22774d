"""The ``kg`` command. Commands are loaded when they are called, so that help is quick."""

import importlib
from importlib.metadata import version

import click

_COMMANDS = {
    "build": "Build or update a graph from articles.",
    "extract": "Show what one article yields, without a store.",
    "query": "Ask the graph: saved queries or SPARQL.",
    "find": "Find names, sentences and headlines by their words.",
    "show": "Show a person, state, organisation or event: posts over time, events, statements.",
    "explain": "Show what one fact rests on: sentence, rule, words.",
    "link": "Tie persons and organisations to records of your own table or RDF dump.",
    "path": "Show the shortest ways between two, with sentences.",
    "rank": "Show who is central among officials.",
    "same": "Decide that two names mean one person or organisation.",
    "different": "Decide that two names mean two.",
    "retract": "Take a wrong fact out of the graph.",
    "undo": "Take back a decision.",
    "decisions": "List the decisions.",
    "view": "Write the graph as one interactive HTML file.",
    "serve": "Serve a SPARQL endpoint and pages for browsers.",
    "export": "Write the graph as Turtle, TriG, N-Quads, JSON-LD or RDF/XML.",
    "reason": "Add what follows from the graph by RDFS and OWL 2 RL.",
    "backup": "Write the whole store to one file.",
    "restore": "Make a store of a backup.",
    "validate": "Check the graph against its SHACL shapes.",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"kg.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version=version("kg-news"), prog_name="kg")
def main() -> None:
    """Knowledge graphs from news about states and the people who act for them.

    Offline and deterministic; every fact leads back to its sentence.

    \b
    kg build articles/            read a folder of articles into ./kg-store
    kg query roles                who holds which post
    kg view -o graph.html --open  look at it
    """
