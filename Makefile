.DEFAULT_GOAL := help
PYTHON := .venv/bin/python

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:[^#]*## /\t/' | expand -t 14

dev: ## install what development needs, then run everything on this machine
	python3 deploy/install.py . --only dev
	./hientruong up

check: ## format, lint, types, imports, the phone app's own tools
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	$(PYTHON) -m pytest -q tests/architecture/test_phone_app.py

wire: ## write the phone's types anew from the server's description, and its table of forms
	$(PYTHON) -m tests.support.wire

format: ## let ruff format and mend what it can
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

test: ## the tests without the long ones
	./hientruong test

test-fast: ## tests without slow starts and without a browser
	./hientruong test -m "not slow and not browser and not long"

test-long: ## all long tests, side by side, as they wait much of their time: once before a piece of work is called done
	./hientruong test -m long -n 3 --dist worksteal

long-seconds: ## the same one after another, and note how long each took, by which .ci/run shares them out
	./hientruong test -m long --store-durations --clean-durations --durations-path tests/long_seconds.json

faults: ## kill, cut and fill up everything under load; SEED=7 plays a run again
	./hientruong test tests/faults --all -s $(if $(SEED),--seed $(SEED))

drill: ## destroy a running system in five ways and bring it back: RPO, RTO, what was lost
	$(PYTHON) -m tests.faults.drill

lock: ## write the lock files anew from requirements/*.in
	sh requirements/lock.sh

docs: ## build the documentation into site/
	.venv/bin/mkdocs build --strict

bench: ## measure (see bench/)
	for program in acts uploads lists similar offline_data documents numbers cases; do $(PYTHON) -m bench.$$program || exit 1; done

.PHONY: help dev check wire format test test-fast test-long long-seconds faults drill lock docs bench
