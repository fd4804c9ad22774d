# Two commands for a newcomer: make demo, make test. Each does all of its own set-up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := out/demo
SHARED ?= ../shared/eval

.PHONY: demo test test-all lint lock bench eval clean

$(VENV)/run.stamp: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

## A browser for the tests of pages: one that is there, or one that is installed.
.PHONY: browser
browser: $(VENV)/dev.stamp
	@$(BIN)/python scripts/browser.py

## Build a graph from examples/, ask it three questions, draw it, export it.
demo: $(VENV)/run.stamp
	@KG=$(BIN)/kg sh scripts/demo.sh $(DEMO)

## All tests that take seconds (under five minutes on two cores).
test: browser
	$(BIN)/python -m pytest -m "not slow" -n 2

## The slow ones as well: the wheel in an empty environment, the demo itself.
test-all: browser
	$(BIN)/python -m pytest

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

## Time kg against the bare language pipeline, pyoxigraph and rdflib, from a thousand to SIZES articles; score identity
## across articles; write docs/performance.md. An hour on two cores.
SIZES ?= 1000 10000 100000
bench: browser
	PYTHONPATH=benchmarks $(BIN)/python benchmarks/performance.py --sizes $(SIZES)
	$(BIN)/python benchmarks/extraction.py
	$(BIN)/python benchmarks/identity.py
	$(BIN)/python benchmarks/store.py
	$(BIN)/python benchmarks/clients.py
	PYTHONPATH=scripts $(BIN)/python benchmarks/view.py

## Score kg on the shared evaluation and write docs/evaluation.md.
eval: $(VENV)/dev.stamp
	$(BIN)/python scripts/evaluate.py $(SHARED)

## Renew the pinned requirements from pyproject.toml (needs uv).
lock:
	uv pip compile pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --quiet -o requirements/run.txt
	uv pip compile pyproject.toml requirements/build.in --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --quiet -o requirements/dev.txt

clean:
	rm -rf $(VENV) out build dist
