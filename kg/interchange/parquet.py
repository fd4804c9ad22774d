"""Tables of the saved queries as Parquet files, for pandas, polars, DuckDB and Spark. Needs pyarrow: kg-news[parquet]."""

from pathlib import Path

from kg.graph import Store
from kg.query import find_saved, run_query

TABLES = ("articles", "people", "roles", "states", "organisations", "events", "statements", "mentions")
_WHOLE_NUMBERS = {"begin", "end", "sentence_begin"}


class InterchangeError(Exception):
    """A format that needs a package that is not installed; the message says which."""


def write_parquet(store: Store, folder: Path) -> None:
    """One ``NAME.parquet`` a query, with its columns; offsets are integers, all else is text.

    Raises:
        InterchangeError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise InterchangeError("Parquet needs pyarrow; install it with: pip install 'kg-news[parquet]'") from error
    folder.mkdir(parents=True, exist_ok=True)
    for name in TABLES:
        result = run_query(store, find_saved(name).text)
        columns = {}
        for at, column in enumerate(result.variables or ()):
            texts = [getattr(row[at], "value", None) for row in result.rows or ()]
            whole = column in _WHOLE_NUMBERS
            values = [int(text) if whole and text is not None else text for text in texts]
            columns[column] = pa.array(values, type=pa.int64() if whole else pa.string())
        pq.write_table(pa.table(columns), folder / f"{name}.parquet")
