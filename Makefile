# Two commands matter: `make run` and `make test`. Everything they need is made on the way.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
PYTEST_ARGS ?=

.PHONY: run worker demo test check unit browser calendar-programs campaign bench lock messages clean

$(VENV)/run.stamp: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	touch $@

run: $(VENV)/run.stamp
	$(BIN)/entente serve --all-in-one --demo --port $(PORT)

worker: $(VENV)/run.stamp
	$(BIN)/entente worker

demo: $(VENV)/run.stamp
	$(BIN)/entente demo

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

browser:
	./scripts/ensure_chromium.sh

calendar-programs:
	./scripts/ensure_calendar_programs.sh

unit: $(VENV)/dev.stamp browser calendar-programs
	$(BIN)/pytest $(PYTEST_ARGS)

test: check unit

campaign: $(VENV)/dev.stamp browser calendar-programs
	ENTENTE_CAMPAIGN=1 $(BIN)/pytest -m campaign $(PYTEST_ARGS)

bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.schedules
	$(BIN)/python -m tests.bench.certificates

# Needs `uv` on the path; writes hashes and no index address.
lock:
	uv pip compile -q pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate -o requirements.lock
	uv pip compile -q pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate -o requirements-dev.lock

# Bring the catalogues up to date with the texts in the code; the tests name what is missing.
messages: $(VENV)/dev.stamp
	$(BIN)/python scripts/messages.py

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
