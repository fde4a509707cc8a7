# Two commands: `make app` starts the app, `make test` runs every test; both set everything up first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# PyTorch's own index has the CPU build; without it the build with gigabytes of CUDA libraries may be chosen. If it cannot be
# reached, pip goes on with the indexes it knows.
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: app test check audit format eval screenshots train build clean

app: $(VENV)/.app
	$(BIN)/python app.py

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

# Known weaknesses of the pinned versions. Asks pypi.org, or with AUDIT="-s osv" osv.dev; one that is not known there is a failure, too.
audit: $(VENV)/.app
	$(PIP) --editable .[audit]
	$(BIN)/pip-audit --requirement constraints.txt --no-deps --disable-pip --strict $(AUDIT)

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The labelled questions, answered and scored: `make eval EVAL="--split test"`. How to read it: docs/evaluation.md.
eval: $(VENV)/.dev
	$(BIN)/python eval/lint.py --no-embeddings
	$(BIN)/python eval/evaluate.py $(EVAL)

# The pictures of the README, from the running app.
screenshots: $(VENV)/.dev
	$(BIN)/python docs/screenshots.py

train: $(VENV)/.app
	$(BIN)/python -m fko_qa.training

build: $(VENV)/.app
	$(BIN)/fko-qa build

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.torch: constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) --retries 1 --timeout 15 --extra-index-url $(TORCH_INDEX) torch
	touch $@

$(VENV)/.app: $(VENV)/.torch pyproject.toml
	$(PIP) --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.torch pyproject.toml
	$(PIP) --editable .[dev,eval]
	touch $@ $(VENV)/.app
