"""Who is who across articles as joins: names with a block in common, connected components of these, events of one day."""

from functools import partial
from typing import TYPE_CHECKING

from kg.spark import partitions
from kg.workers import Job

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import Column, DataFrame


def copies(articles: "DataFrame") -> "DataFrame":
    """Articles that carry another one's words: ``key`` and ``copy_of``.

    The shingles that several articles have are found by a join; of articles that share any, only these go to the driver.
    """
    from pyspark.sql import functions as f

    from kg.articles.copies import Shared, copies_among

    shingles = articles.select("key", "published", f.explode(_shingles("fingerprint")).alias("shingle"))
    several = shingles.groupBy("shingle").count().where("count > 1").select("shingle")
    sizes = articles.select("key", (f.length("fingerprint") / 8).cast("int").alias("size"))
    found = (
        shingles.join(several, "shingle")
        .groupBy("key", "published")
        .agg(f.collect_list("shingle").alias("shingles"))
        .join(sizes, "key")
    )
    shared = (
        Shared(r["key"], r["published"], r["size"], [int(s, 16) for s in r["shingles"]])
        for r in found.toLocalIterator()
    )
    return articles.sparkSession.createDataFrame(sorted(copies_among(shared).items()), "key string, copy_of string")


def _shingles(column: str) -> "Column":
    """A fingerprint as its numbers, each in hexadecimal: eight bytes a number."""
    from pyspark.sql import functions as f

    return f.expr(f"regexp_extract_all(hex({column}), '[0-9A-F]{{16}}', 0)")


def names(readings: "DataFrame", job: Job) -> "DataFrame":
    """Who is who: the names of entities of each article, and the keys that lead to others (``partitions.NAMES``)."""
    from pyspark.sql import functions as f

    def merged(frame: "pd.DataFrame") -> "pd.DataFrame":
        return partitions.merged(frame, job)

    def grouped(frame: "pd.DataFrame") -> "pd.DataFrame":
        return partitions.grouped(frame, job)

    partial_ones = readings.select("reading").mapInPandas(partial(partitions.profiles, job=job), partitions.PROFILES)
    profiles = partial_ones.groupBy("name").applyInPandas(merged, partitions.PROFILES).persist()
    edges = profiles.select("name", f.explode("blocks").alias("block"))
    return profiles.join(_components(edges), "name").groupBy("component").applyInPandas(grouped, partitions.NAMES)


def _components(edges: "DataFrame") -> "DataFrame":
    """The connected components of names and blocks: ``name`` and ``component``. Names and blocks are numbers here; the
    driver holds a pair of them for each block of a name."""
    import igraph
    from pyspark.sql import functions as f

    spark = edges.sparkSession
    pairs = edges.groupBy("block").agg(f.collect_list("name").alias("names")).where(f.size("names") > 1)
    every = [row["name"] for row in edges.select("name").distinct().toLocalIterator()]
    number = {name: i for i, name in enumerate(every)}
    joined = [(number[row["names"][0]], number[other]) for row in pairs.toLocalIterator() for other in row["names"][1:]]
    membership = igraph.Graph(n=len(every), edges=joined).connected_components().membership
    return spark.createDataFrame(list(zip(every, membership, strict=True)), "name string, component int")


def by_article(names: "DataFrame") -> "DataFrame":
    """The names of each article in one row: ``key`` and ``names``."""
    from pyspark.sql import functions as f

    entity = f.struct("index", f.col("key").alias("key"), "name")
    named = names.where("kind = ''").groupBy(f.col("article").alias("of")).agg(f.collect_list(entity).alias("names"))
    return named.withColumnRenamed("of", "key")


def tellings(told: "DataFrame") -> "DataFrame":
    """Events that several articles tell (``partitions.TELLINGS``)."""
    return told.where("block is not null").groupBy("block").applyInPandas(partitions.same_events, partitions.TELLINGS)
