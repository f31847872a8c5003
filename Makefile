# make demo, make test: all set-up included, on a machine with Python 3.11 or newer, make and git.
# ARGS is passed on:  make demo ARGS="--no-browser --json"   make test ARGS="tests/model -k goal"
PYTHON ?= python3
VENV ?= .venv
ARGS ?=
TARGET ?= android
BIN := $(VENV)/bin
LOCKS := build/requirements

OTHERS := $(filter-out $(shell $(PYTHON) -c 'import sys; print("python%d.%d" % sys.version_info[:2])'),python3.11 python3.12 python3.13 python3.14)

.PHONY: demo test floor pythons check fix coverage screens photos simulate crash kills mutants fuzz bench bench-sync package lock vendor-checksums clean

demo: $(VENV)/.ready-demo
	@$(BIN)/portfolio demo $(ARGS)

test: $(VENV)/.ready-test $(VENV)-floor/.ready-floor
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder $(ARGS)
	@$(if $(ARGS),,$(FLOOR))

# The rooms that touch cryptography and pictures, on the oldest versions that a phone has.
FLOOR = $(VENV)-floor/bin/python -m pytest -p tests.floor --quiet --numprocesses 2 --dist loadfile \
	tests/sealing tests/student/vault tests/crash/test_quick.py \
	tests/student/test_films.py tests/student/test_pictures.py tests/student/test_picture_limits.py

floor: $(VENV)-floor/.ready-floor
	@$(FLOOR) $(ARGS)

# Everything but the browser tests, on each other Python that is present; the absent ones are named.
pythons:
	@for other in $(OTHERS); do \
		if $$other -c '' 2>/dev/null; then \
			$(MAKE) --no-print-directory test PYTHON=$$other VENV=.venv-$$other ARGS='-m "not browser and not benchmark"' || exit 1; \
		else echo "$$other is not on this machine: untested"; fi; \
	done

check: $(VENV)/.ready-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/pytest --quiet tests/test_architecture.py tests/test_house_style.py

fix: $(VENV)/.ready-test
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

coverage: $(VENV)/.ready-test
	@$(BIN)/coverage run -m pytest -m "not browser and not benchmark" $(ARGS)
	@$(BIN)/coverage report

# Every screen at every size, light and dark, for eyes: docs/screens/ (all of them) and out/screens/ (on the way).
screens: $(VENV)/.ready-test
	@$(BIN)/pytest -m "browser or sizes" tests/browser/test_screens.py tests/browser/test_keys.py \
		tests/browser/test_growing.py tests/browser/test_pages.py tests/browser/test_on_the_way.py \
		tests/browser/test_capture.py tests/browser/test_badge.py tests/browser/test_every_screen.py tests/browser/test_access.py \
		tests/browser/test_keyboard.py $(ARGS)

# 5,000 distinct photos added with interruptions: some minutes.
photos: $(VENV)/.ready-test
	@PORTFOLIO_PHOTOS=5000 $(BIN)/pytest tests/commands/test_learner_add_many.py $(ARGS)

# Two hundred thousand schedules, about an hour on two cores. Other ones:  PORTFOLIO_SCHEDULES_FROM=200000
simulate: $(VENV)/.ready-test
	@PORTFOLIO_SCHEDULES=$${PORTFOLIO_SCHEDULES:-200000} $(BIN)/pytest --quiet --durations=0 --numprocesses 2 \
		tests/simulation/test_schedules.py -k "keep_every_promise or once_failed" $(ARGS)

# A million states of the disk, every flipped bit and cut, every failing call, a hundred kills (docs/testing-the-vault.md).
# ARGS goes to the long part: make crash ARGS="--first-seed 5200". Half an hour on two cores.
crash: $(VENV)/.ready-test
	@PORTFOLIO_CRASH=all PORTFOLIO_KILLS=100 $(BIN)/pytest --quiet --numprocesses 2 tests/crash/test_kill.py tests/crash/test_sabotage.py
	@$(BIN)/python -m tests.crash $(ARGS)

# Real schools and devices, killed at every named place on both sides (docs/testing-the-sync.md). A quarter of an hour:
# ARGS="--rounds 1000 --seed 2" for others.
kills: $(VENV)/.ready-test
	@PORTFOLIO_KILLS=all $(BIN)/pytest --quiet tests/kills
	@$(BIN)/python -m tests.kills $(ARGS)

# Every small change of the log, the keys and the heart of sync that a tool knows; what no test sees is shown. An hour or
# more; ARGS="sync" or ARGS="merge" for a part.
mutants: $(VENV)-mutants/.ready-mutants
	@$(VENV)-mutants/bin/python build/mutants.py $(ARGS)

# Changed bytes for everything that reads bytes of strangers: ARGS="--seconds 3600 --seed 7".
fuzz: $(VENV)/.ready-test
	@$(BIN)/python -m tests.fuzz $(ARGS)

bench: $(VENV)/.ready-test
	@$(BIN)/pytest -m benchmark tests/benchmarks $(ARGS)

# Sync alone, beside its peers where they are (docs/benchmarks.md says how), on a quiet machine: some minutes.
bench-sync: $(VENV)/.ready-test
	@$(BIN)/pytest -m benchmark -s tests/benchmarks/test_school_load.py tests/benchmarks/test_sync_cost.py \
		tests/benchmarks/test_beside_peers.py $(ARGS)

package: $(VENV)/.ready-demo
	@$(BIN)/python build/package.py $(TARGET) $(ARGS)

# Newest versions that pyproject.toml allows, with hashes for every platform and Python from 3.11 on; no addresses.
lock: $(VENV)/.ready-test
	@$(BIN)/python build/lock.py

vendor-checksums:
	@cd assets/vendor && find . -type f ! -name CHECKSUMS ! -name README.md | LC_ALL=C sort | cut -c3- | xargs sha256sum > CHECKSUMS

clean:
	rm -rf out .mypy_cache .ruff_cache .pytest_cache

$(VENV)/.ready-demo: $(LOCKS)/demo.txt pyproject.toml build/prepare.sh
	@sh build/prepare.sh demo $(PYTHON) $(VENV)
	@touch $@

$(VENV)/.ready-test: $(LOCKS)/test.txt pyproject.toml build/prepare.sh
	@sh build/prepare.sh test $(PYTHON) $(VENV)
	@touch $@

$(VENV)-floor/.ready-floor: $(LOCKS)/floor.txt build/prepare.sh
	@sh build/prepare.sh floor $(PYTHON) $(VENV)-floor
	@touch $@

$(VENV)-mutants/.ready-mutants: $(LOCKS)/mutants.txt $(LOCKS)/test.txt build/prepare.sh
	@sh build/prepare.sh mutants $(PYTHON) $(VENV)-mutants
	@touch $@
