# Two commands are all the set-up a fresh machine needs: make demo, make test. Python 3.11 or newer.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)
BIN = .venv/bin
# What builds an environment needs no index but the registry that pip is set up for; hashes are those of the lock.
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check bench docs screenshots golden format lock clean

demo: .venv/runs  ## index code that this machine has, and ask three questions
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh docs/demo.sh

test: .venv/tests  ## everything that must pass
	$(BIN)/python -m pytest -n 2 $(ARGS)

check: .venv/tests  ## the one command before a push
	$(BIN)/ruff format --check src tests benchmarks docs
	$(BIN)/ruff check src tests benchmarks docs
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codelens check
	$(BIN)/python docs/generate.py --check
	$(BIN)/python -m pytest -n 2

bench: .venv/runs  ## the figures of the design, beside peers; needs repositories in CODELENS_BENCH_SOURCES
	$(BIN)/python benchmarks/bench.py $(ARGS)

docs: .venv/tests  ## write the generated parts of the documentation
	$(BIN)/python docs/generate.py

screenshots: .venv/runs  ## write the pictures of the app that the README shows
	$(BIN)/python docs/screenshots.py

golden: .venv/tests  ## rewrite the goldens of the tests; read the difference
	$(BIN)/python -m pytest tests --update -q

format: .venv/tests
	$(BIN)/ruff check --fix-only src tests benchmarks docs
	$(BIN)/ruff format src tests benchmarks docs

lock:  ## needs uv; writes no registry's address
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-package codelens --upgrade requirements.in -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-package codelens -c requirements.lock --group dev requirements.in -o requirements-dev.lock

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "make: Python 3.11 or newer with venv is needed (on Debian: apt-get install python3-venv)" >&2; exit 2; }
	$(PYTHON) -m venv .venv

.venv/runs: requirements.lock pyproject.toml .venv/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/tests: requirements-dev.lock .venv/runs
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf .venv .demo build dist
