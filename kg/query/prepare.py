"""Answers worked out before they are asked for, so that those that take long are kept beside the store."""

from concurrent.futures import ThreadPoolExecutor

import pyoxigraph as ox
from pyoxigraph import Literal

from kg.graph import Store
from kg.query.kept import is_kept
from kg.query.run import solve
from kg.query.saved import SavedQuery, saved_queries


def prepare(store: Store, jobs: int = 1) -> None:
    """Work out the saved queries, ``jobs`` at a time: whole, and of long ones the answers for each value that a parameter
    has among their rows (event types, modalities)."""

    def work_out(saved: SavedQuery) -> list[tuple[SavedQuery, str, Literal]]:
        found = solve(store, saved.text)  # the engine's answer must not leave its thread
        return (
            [(saved, name, value) for name, value in _values_of_parameters(saved, found)]
            if is_kept(store, saved.text)
            else []
        )

    def ask(saved: SavedQuery, name: str, value: Literal) -> None:
        solve(store, saved.text, {name: value})

    with ThreadPoolExecutor(jobs) as threads:
        further = [question for found in threads.map(work_out, saved_queries()) for question in found]
        list(threads.map(lambda question: ask(*question), further))


def _values_of_parameters(
    saved: SavedQuery, found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
) -> list[tuple[str, Literal]]:
    """Each parameter that is one value of the column of its name, with all values of that column."""
    if not isinstance(found, ox.QuerySolutions):
        return []
    columns = {variable.value for variable in found.variables}
    names = [parameter.name for parameter in saved.parameters if parameter.sign == "=" and parameter.name in columns]
    rows = list(found) if names else []
    return [
        (name, value)
        for name in names
        for value in sorted({row[name] for row in rows if isinstance(row[name], Literal)}, key=str)
    ]
