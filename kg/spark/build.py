"""The whole way on Spark: rows to articles, copies, readings, names, events, graphs.

Each stage is written to a folder of work before the next begins, so that the model reads every article once and what is
held in memory is one stage's share of a partition.
"""

import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from kg.articles import FieldMap, Problem
from kg.graph import StoreError
from kg.graph.careers import career_quads
from kg.graph.vocabulary import article_name
from kg.identify import identity_quads, state_of_articles
from kg.knowledge import load_knowledge
from kg.pipeline import Summary
from kg.reader import extraction_by
from kg.resolve.across import Careers, Decisions, EventRef, Identity, with_tellings
from kg.resolve.across.identity import CommonEvent
from kg.spark import partitions, resolve
from kg.spark.source import Format, read
from kg.workers import Job

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

GRAPHS, QUADS, WORK = "nquads", "quads", "_work"
"""Folders of the output: N-Quads in gzipped text, the same as a Parquet table, and what is removed at the end."""
_MOST_TOLD = 1000


@dataclass(frozen=True, slots=True)
class Build:
    """A build of rows to graphs under ``output``, a folder on any storage that Spark writes to."""

    spark: "SparkSession"
    job: Job
    output: str
    progress: Callable[[str], None] = lambda stage: None

    def run(self, sources: Sequence[str], form: Format | None, fields: FieldMap) -> Summary:
        """Read everything anew and write the graphs in place of what ``output`` has of them.

        Raises:
            StoreError: a source cannot be read, the output not written, or a worker has failed.
            KnowledgeError, ModelError: nothing can be built at all.
        """
        from pyspark.errors import PySparkException

        try:
            return self._run(sources, form, fields)
        except PySparkException as error:
            lines = [line for line in str(error).splitlines() if line.strip()]
            raise StoreError(f"Spark gave up: {lines[0]} … {lines[-1]}" if lines else "Spark gave up") from error

    def _run(self, sources: Sequence[str], form: Format | None, fields: FieldMap) -> Summary:
        extraction_by(load_knowledge(self.job.knowledge), self.job.model)  # says here what every worker would say
        rows = read(self.spark, sources, form, fields)
        found = self._kept("articles", rows.mapInPandas(partitions.articles, partitions.ARTICLES))
        articles = _distinct(found)
        copies = self._kept("copies", resolve.copies(articles))
        to_read = articles.select("key", "article").join(copies, "key", "left").repartition(self._tasks())
        reading = partial(partitions.readings, job=self.job)
        read_or_not = self._kept("readings", to_read.mapInPandas(reading, partitions.READINGS))
        unread = self._kept("unread", _unread(read_or_not))
        readings = read_or_not.join(unread, "key", "left_anti")
        identity, names = self._identified(readings)
        self._write_graphs(readings, names, identity)
        left_out = found.where("problem is not null").select("source", "problem").unionByName(unread.drop("key"))
        summary = self._summary(readings, left_out)
        self._remove(WORK)
        return summary

    def _identified(self, readings: "DataFrame") -> tuple[Identity, "DataFrame"]:
        """The identity that concerns no article alone, and the readings with what concerns each."""
        names = self._kept("names", resolve.names(readings, self.job))
        named = readings.select("key", "reading").join(resolve.by_article(names), "key", "left")
        told = self._kept("told", named.mapInPandas(partial(partitions.told, job=self.job), partitions.TOLD))
        tellings = self._kept("tellings", resolve.tellings(told))
        leads = {(r["kind"], r["key"]): tuple(r["leads"]) for r in names.where("kind <> ''").toLocalIterator()}
        common: Iterator[tuple[EventRef, CommonEvent]] = (_loaded(r["telling"]) for r in tellings.toLocalIterator())
        identity = with_tellings(Identity({}, {}, leads), common)
        return identity, named.join(_in_rows(tellings), "key", "left")

    def _write_graphs(self, readings: "DataFrame", named: "DataFrame", identity: Identity) -> None:
        graphs = named.mapInPandas(partial(partitions.graphs, job=self.job), partitions.GRAPHS)
        self.progress("graphs")
        graphs.select("nquads").write.mode("overwrite").text(self._path(GRAPHS), compression="gzip")
        own = self.spark.createDataFrame([(line,) for line in self._own_quads(readings, identity)], "nquads string")
        own.coalesce(1).write.mode("append").text(self._path(GRAPHS), compression="gzip")
        self.progress("quads")
        lines = self.spark.read.text(self._path(GRAPHS))
        table = lines.mapInPandas(partitions.quads, partitions.QUADS)
        table.write.mode("overwrite").parquet(self._path(QUADS))

    def _own_quads(self, readings: "DataFrame", identity: Identity) -> list[str]:
        """The identity graph: old names, careers, and what identity was worked out from."""
        knowledge = load_knowledge(self.job.knowledge)
        careers = Careers(knowledge)
        for row in self._read("told").where("block is null").toLocalIterator():
            careers.merge(_loaded(row["told"]))
        states = (
            (article_name(row["key"]), (row["digest"], NamedNode(row["run"])))
            for row in readings.select("key", "digest", "run").toLocalIterator()
        )
        state = state_of_articles(sorted(states), Decisions(), frozenset(), knowledge)
        found = [*identity_quads(identity, state), *career_quads(careers.occupancies(), careers.contradictions())]
        return [f"{quad} ." for quad in found]

    def _summary(self, readings: "DataFrame", left_out: "DataFrame") -> Summary:
        from pyspark.sql import functions as f

        sums = [f.count("*").alias("added"), f.count("copy_of").alias("copies")]
        sums += [f.sum(name).alias(name) for name in ("roles", "events", "statements")]
        [row] = readings.agg(*sums).collect()
        problems = [Problem(each["source"], each["problem"]) for each in left_out.limit(_MOST_TOLD).collect()]
        return Summary(**{name: value or 0 for name, value in row.asDict().items()}, problems=problems)

    def _kept(self, stage: str, frame: "DataFrame") -> "DataFrame":
        """The frame as it is written, so that what follows does not work it out again."""
        self.progress(stage)
        frame.write.mode("overwrite").parquet(self._path(WORK, stage))
        return self._read(stage)

    def _read(self, stage: str) -> "DataFrame":
        return self.spark.read.parquet(self._path(WORK, stage))

    def _path(self, *parts: str) -> str:
        return "/".join([self.output.rstrip("/"), *parts])

    def _tasks(self) -> int:
        """Enough that a slow task does not hold the rest up."""
        return self.spark.sparkContext.defaultParallelism * 4

    def _remove(self, folder: str) -> None:
        jvm: Any = self.spark._jvm
        path = jvm.org.apache.hadoop.fs.Path(self._path(folder))
        path.getFileSystem(self.spark.sparkContext._jsc.hadoopConfiguration()).delete(path, True)


def _distinct(found: "DataFrame") -> "DataFrame":
    """The articles that are read, each once; several different ones of one id are told apart as the local engine does."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    several = found.groupBy("key").agg((f.countDistinct("words") > 1).alias("shared"))
    own = f.concat("key", f.lit("."), f.substring("digest", 1, 8))
    kept = found.where("problem is null").join(several, "key")
    kept = kept.withColumn("key", f.when(f.col("shared"), own).otherwise(f.col("key"))).dropDuplicates(
        ["key", "digest"]
    )
    nth = f.row_number().over(Window.partitionBy("key").orderBy("digest"))
    return kept.withColumn("nth", nth).withColumn("key", f.when(f.col("nth") > 1, own).otherwise(f.col("key")))


def _unread(readings: "DataFrame") -> "DataFrame":
    """Articles that could not be read, and copies of these: ``key``, ``source`` and ``problem``."""
    from pyspark.sql import functions as f

    failed = readings.where("problem is not null").select("key", "source", "problem")
    originals = failed.select(f.col("key").alias("copy_of"), "problem")
    copies = readings.drop("problem").join(originals, "copy_of").select("key", "source", "problem")
    return failed.unionByName(copies)


def _in_rows(tellings: "DataFrame") -> "DataFrame":
    from pyspark.sql import functions as f

    return tellings.groupBy(f.col("article").alias("key")).agg(f.collect_list("telling").alias("tellings"))


def _loaded(pickled: bytes) -> Any:
    return pickle.loads(pickled)  # noqa: S301 (written by a worker of this build)
