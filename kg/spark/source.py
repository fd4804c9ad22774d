"""Rows of any Spark source as articles: JSON Lines, Parquet, CSV, on whatever storage Spark reads."""

import os
import sys
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from kg.articles.article import FieldMap
from kg.graph import StoreError

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

Format = Literal["json", "parquet", "csv"]
_FORMATS: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".parquet": "parquet",
    ".csv": "csv",
}
FIELDS = ("id", "text", "title", "date", "url", "author", "publisher")


def session(master: str | None) -> "SparkSession":
    """A Spark session: the one that ``spark-submit`` gives, or one of its own at ``master``.

    Raises:
        StoreError: PySpark is not installed, or Spark does not start.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise StoreError("--engine spark needs PySpark: pip install 'kg-news[spark]', and Java 17 or newer") from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("kg build").config("spark.ui.showConsoleProgress", "false")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
    if master is not None:
        builder = builder.master(master)
        if master.startswith("local"):
            builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
            builder = builder.config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "8")
    try:
        return builder.getOrCreate()
    except Exception as error:  # whatever Java says
        raise StoreError(
            f"Spark does not start ({type(error).__name__}: {error}); it needs Java 17 or newer"
        ) from error


def read(spark: "SparkSession", sources: Sequence[str], form: Format | None, fields: FieldMap) -> "DataFrame":
    """The rows of all sources with the columns of ``FIELDS``, each text or null, and ``source``.

    Raises:
        StoreError: a source is of no known form, is not there, or has no column with the text.
    """
    from pyspark.errors import AnalysisException

    found = None
    for source in sources:
        try:
            rows = _mapped(_loaded(spark, source, form), source, fields)
        except AnalysisException as error:
            raise StoreError(f"{source}: Spark cannot read it: {str(error).splitlines()[0]}") from error
        found = rows if found is None else found.unionByName(rows)
    assert found is not None
    return found


def _loaded(spark: "SparkSession", source: str, form: Format | None) -> "DataFrame":
    suffixes = [s for s in PurePosixPath(source).suffixes if s not in {".gz", ".bz2", ".zst"}]
    form = form or _FORMATS.get(suffixes[-1].lower() if suffixes else "")
    if form is None:
        raise StoreError(f"{source}: say with --source-format what it is: json (lines), parquet or csv")
    if form == "csv":
        return spark.read.csv(source, header=True, multiLine=True, escape='"')
    if form == "json":  # every value as it is written: "2024-05-20" is no timestamp
        return spark.read.json(source, primitivesAsString=True)
    return spark.read.parquet(source)


def _mapped(rows: "DataFrame", source: str, fields: FieldMap) -> "DataFrame":
    """The first of a field's names that a row has something under, as the local engine takes it."""
    from pyspark.sql import functions as f

    columns = []
    for name in FIELDS:
        there = [column for column in getattr(fields, name) if column in rows.columns]
        if name == "text" and not there:
            looked = ", ".join(fields.text)
            raise StoreError(f"{source}: has no column with the text; looked for {looked} (see --text-field)")
        given = [_text(rows, column) for column in there]
        columns.append((f.coalesce(*given) if given else f.lit(None).cast("string")).alias(name))
    return rows.select(*columns, f.lit(source).alias("source"))


def _text(rows: "DataFrame", column: str) -> "Column":
    from pyspark.sql import functions as f

    if rows.schema[column].dataType.typeName() == "array":
        return f.nullif(f.array_join(f.col(f"`{column}`"), ", "), f.lit(""))
    return f.nullif(f.col(f"`{column}`").cast("string"), f.lit(""))
