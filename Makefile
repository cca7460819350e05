# Two commands on a machine with Python 3.11 and make, nothing else:
#   make demo    sets up, builds the record of the sample pile and says where to look
#   make test    sets up, and runs the tests
PYTHON ?= python3
UV = .tools/bin/uv
SYNC = $(UV) sync --frozen --system-certs --no-managed-python --python $(PYTHON) --quiet

.PHONY: demo test check clean

demo: .venv/.product
	.venv/bin/onrecord demo

test: .venv/.development
	.venv/bin/python -m pytest -n auto -rs

check: .venv/.development
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

$(UV): setup/tools.py setup/uv.txt
	$(PYTHON) setup/tools.py
	touch $@

.venv/.product: $(UV) uv.lock pyproject.toml
	$(SYNC) --no-dev --inexact
	touch $@

.venv/.development: $(UV) uv.lock pyproject.toml
	$(SYNC)
	touch $@ .venv/.product

clean:
	rm -rf .venv .tools demo out
