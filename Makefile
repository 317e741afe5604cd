# Everything from a fresh clone, with nothing but make and Python 3.11 or newer.
# `make PYTHON=/path/to/python3.12 ...` tries that Python first.

VENV := .venv
BIN := $(VENV)/bin
LOG := $(VENV)/pip.log
BENCH := .bench-venv
TOOLS := .tools-venv
TRIED := .tried
LOCK := requirements-dev.lock
DEMO := fixtures/events/minister-talks

.DEFAULT_GOAL := help
.PHONY: help demo test lint rules-doc bench fuzz lock audit oldest pythons clean
.NOTPARALLEL: # two installs into one environment would get in each other's way

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.ready-to-run ## compare two reports of one event
	@$(BIN)/factcheck compare $(DEMO)/report-a.txt $(DEMO)/report-b.txt

test: $(VENV)/.ready-to-develop ## run all tests
	@$(BIN)/python -m pytest -n auto --dist loadgroup -q

lint: $(VENV)/.ready-to-develop ## check style, types, imports and generated files
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports
	@$(BIN)/python scripts/generate_cldr.py --check
	@$(BIN)/python scripts/generate_rules_doc.py --check
	@$(BIN)/python scripts/generate_cli_doc.py --check

rules-doc: $(VENV)/.ready-to-develop ## measure the rules anew and write docs/rules.md
	@$(BIN)/python scripts/generate_rules_doc.py

bench: $(VENV)/.ready-to-run $(BENCH)/.ready ## time everything beside its peers (ARGS=whole for one, ARGS=--help for all)
	@$(BIN)/python -m tests.bench.run --peers $(BENCH)/bin/python $(ARGS)

lock: $(TOOLS)/.ready ## pin the development set anew, every file with its hash, in requirements-dev.lock
	@$(TOOLS)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	  --extra dev --output-file $(LOCK) pyproject.toml

audit: $(TOOLS)/.ready ## ask the advisory services about every pinned package (needs the network)
	@$(TOOLS)/bin/pip-audit --require-hashes --disable-pip --progress-spinner off -r $(LOCK)

oldest: $(TOOLS)/.ready ## run the tests with the oldest versions pyproject.toml allows
	@$(call try,oldest,$(or $(PYTHON),python3.11),--resolution lowest-direct -e '.[dev]')

pythons: $(TOOLS)/.ready ## run the tests under every Python from 3.11 on that is installed, with the newest versions
	@for version in 3.11 3.12 3.13 3.14; do \
	  $(TOOLS)/bin/uv python find --quiet --offline --no-project $$version >/dev/null 2>&1 || continue; \
	  $(MAKE) --no-print-directory newest-on PYTHON=$$version || exit 1; \
	done

.PHONY: newest-on
newest-on:
	@$(call try,$(PYTHON),$(PYTHON),--upgrade -e '.[dev]')

fuzz: $(VENV)/.ready-to-develop ## run a fuzzing target for some time: make fuzz TARGET=figures SECONDS=1200
	@$(BIN)/python -c 'import atheris' 2>/dev/null || $(BIN)/python -m pip install --quiet atheris
	@$(BIN)/python -m tests.fuzz.run $(TARGET) --seconds $(or $(SECONDS),60)

clean: ## remove the environments and everything the tools left
	@rm -rf $(VENV) $(BENCH) $(TOOLS) $(TRIED) build dist .fuzz .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps say what is installed. The development set includes all that running needs.
$(VENV)/.ready-to-run: pyproject.toml
	@$(make_environment)
	@$(call install,.)
	@touch $@

$(VENV)/.ready-to-develop: pyproject.toml
	@$(make_environment)
	@$(call install,.[dev])
	@touch $(VENV)/.ready-to-run $@

# The peers need versions of their own, so they have an environment of their own.
$(BENCH)/.ready: tests/bench/requirements.txt | $(VENV)/.ready-to-run
	@$(BIN)/python -m venv --clear $(BENCH)
	@PIP_USER=0 $(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --no-input -r $< >$(BENCH)/pip.log 2>&1 \
	  || { echo "pip could not install the peers (see $(BENCH)/pip.log)" >&2; exit 1; }
	@touch $@

# What looks after versions: uv, which resolves them, and pip-audit.
$(TOOLS)/.ready: | $(VENV)/.ready-to-run
	@$(BIN)/python -m venv --clear $(TOOLS)
	@PIP_USER=0 $(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check --no-input uv pip-audit >$(TOOLS)/pip.log 2>&1 \
	  || { echo "pip could not install uv and pip-audit (see $(TOOLS)/pip.log)" >&2; exit 1; }
	@touch $@

# An environment of its own ($(1)) with a Python ($(2)) and packages ($(3)), and all tests in it.
define try
echo "Python $(2), $(1):" && \
$(TOOLS)/bin/uv venv --quiet --clear --offline --no-project --python $(2) $(TRIED)/$(1) && \
$(TOOLS)/bin/uv pip install --quiet --python $(TRIED)/$(1)/bin/python 'pip>=24' $(3) && \
$(TRIED)/$(1)/bin/python -m pytest -n auto --dist loadgroup -q -p no:cacheprovider
endef

# Keeps an environment that works; else makes one with the first Python that is new enough and has venv and ensurepip
# (Debian ships them apart). A pyenv shim may stand in PATH and still not run: that is no Python.
define make_environment
if ! $(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
  chosen=; old=; bare=; \
  for python in "$(PYTHON)" python3 python3.14 python3.13 python3.12 python3.11 python; do \
    version=$$("$$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue; \
    case "$$version" in \
      3.1[1-9]|3.[2-9][0-9]) ;; \
      *) old="$${old:-$$python is $$version}"; continue ;; \
    esac; \
    if "$$python" -c 'import ensurepip, venv' 2>/dev/null; then chosen=$$python; break; fi; \
    bare="$${bare:-$$python}"; \
  done; \
  if [ -z "$$chosen" ] && [ -n "$$bare" ]; then \
    echo "$$bare cannot make virtual environments: install python3-venv (or name another: make PYTHON=...)" >&2; exit 1; \
  elif [ -z "$$chosen" ]; then \
    echo "factcheck needs Python 3.11 or newer ($${old:-none found}): install one, or name it: make PYTHON=..." >&2; exit 1; \
  fi; \
  echo "Setting up $(VENV) with Python $$version (once) ..." >&2; \
  "$$chosen" -m venv --clear $(VENV) || exit 1; \
fi
endef

# One clear line when the package index is out of reach; what pip said stays in its log. The bytecode of a checkout is
# written here, as pip writes that of what it installs: where Python may write none itself, every start would make it.
define install
if ! PIP_USER=0 $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input -e '$(1)' >$(LOG) 2>&1; then \
  if grep -qE 'ConnectionError|ConnectTimeout|ReadTimeout|ProxyError|Temporary failure|Network is unreachable' $(LOG); then \
    echo "pip cannot reach a package index: check the network or pip's proxy and index settings (see $(LOG))" >&2; \
  else \
    echo "pip could not install factcheck: $$(grep -m 1 -o 'ERROR: .*' $(LOG) || tail -n 1 $(LOG)) (see $(LOG))" >&2; \
  fi; \
  exit 1; \
fi; \
$(BIN)/python -m compileall -q factcheck
endef
