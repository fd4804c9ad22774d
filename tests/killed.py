"""A build of the examples that a test may kill at any moment.

It is forked from a server that holds a reader and has never opened a store: the threads of a store do not survive a
fork, and a build without them waits for ever when it closes its own.
"""

from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from kg.graph import Store
from kg.knowledge import load_knowledge
from kg.pipeline import Reader, build

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
READER = Reader(load_knowledge())


def build_examples(path: Path) -> None:
    with Store(path, write=True) as store:
        build([str(EXAMPLES)], store, reader=READER)


def begun_build(path: Path) -> BaseProcess:
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    process = context.Process(target=build_examples, args=(path,))
    process.start()
    return process
