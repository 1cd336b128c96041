# The commands of a working day. `just` lists them; each can be read and typed by hand.

default:
    @just --list

# a virtual environment with everything that the tests need
setup:
    python3 -m venv .venv
    .venv/bin/python -m pip install -e '.[test]'

# all tests, or those given: just test tests/cli
test *ARGS:
    python -m pytest {{ARGS}}

# style and types
lint:
    ruff check .
    ruff format --check .
    mypy

# put the code into its form
format:
    ruff check --fix .
    ruff format .

# how good the results are on the two seed reports
bench:
    python -m bench.seeds

# who said what, against the floors, where the annotated texts are there
bench-statements:
    python -m bench.statements --check

# which pieces tell the same, and whole stories, against the floors
bench-claims:
    python -m bench.claims --check

# what continuous integration runs, on a fresh environment
ci:
    bash .ci/run
