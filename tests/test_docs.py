"""The documents say what is so: commands, help texts, fields and dependencies are compared with the program."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from tests.cli.reference import blocks, help_of, renewed
from twosource.cli.commands import program
from twosource.errors import TwosourceError

ROOT = Path(__file__).parent.parent


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_readme_has_exactly_two_commands_of_set_up_and_ci_runs_the_second() -> None:
    set_up = [line for line in read("README.md").splitlines() if line.startswith("python -m pip install")]
    assert set_up == [
        "python -m pip install . && twosource demo",
        "python -m pip install '.[test]' && python -m pytest",
    ]
    assert 'grep -E "^python -m pip install .* && python -m pytest" README.md' in read(".ci/run")


def test_every_option_in_the_readme_is_one() -> None:
    lines = [line for line in read("README.md").splitlines() if line.startswith("twosource ")]
    assert len(lines) > 4
    for line in lines:
        name = line.split()[1]
        options = {word for parameter in program.commands[name].params for word in parameter.opts}
        used = {word for word in line.split("#")[0].split() if word.startswith("-") and word != "-"}
        assert used <= options, line


def test_links_lead_to_files_of_the_repository() -> None:
    for name in ("README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\(([^)#:]{1,100})\)", read(name)):
            assert ((ROOT / name).parent / target).exists(), f"{name} links to {target}"


@pytest.mark.parametrize("command", ["", *program.commands])
def test_the_reference_has_the_help_of_every_command(command: str) -> None:
    there = blocks(read("docs/cli.md"))
    assert there[command] == help_of(command) + "\n", "run python -m tests.cli.reference"


def test_the_reference_is_renewed_to_itself() -> None:
    assert renewed(read("docs/cli.md")) == read("docs/cli.md")


def test_every_option_is_explained_and_every_help_begins_with_two_examples() -> None:
    for name, command in {"": program, **program.commands}.items():
        lines = help_of(name).splitlines()
        assert lines[0] == "Examples:"
        assert [line.startswith("  twosource ") for line in lines[1:4]] == [True, True, False]
        for parameter in command.params:
            assert parameter.param_type_name == "argument" or getattr(parameter, "help", None), (name, parameter.name)


def test_every_exit_code_of_the_library_is_in_the_reference() -> None:
    def all_of(kind: type[TwosourceError]) -> set[int]:
        return {kind.exit_code}.union(*(all_of(below) for below in kind.__subclasses__()))

    table = {int(code) for code in re.findall(r"^\| (\d+) \|", read("docs/cli.md"), re.MULTILINE)}
    assert all_of(TwosourceError) | {0, 1, 2} <= table


def test_the_json_reference_names_every_field_and_value_of_the_schema() -> None:
    schema: dict[str, Any] = json.loads(files("twosource.export").joinpath("case.schema.json").read_text("utf-8"))
    quoted = re.findall(r"`([^`\n]+)`", read("docs/json.md"))
    words = {*quoted, *(word for entry in quoted for word in re.findall(r"[\w.-]+", entry))}

    def named(node: Any) -> set[str]:
        if isinstance(node, list):
            return set().union(*map(named, node)) if node else set()
        if not isinstance(node, dict):
            return set()
        properties = node.get("properties", {})
        own = set(properties) if isinstance(properties, dict) else set()
        values = {value for value in node.get("enum", ()) if isinstance(value, str)}
        return own | values | named(list(node.values()))

    assert named(schema) - words == set()


def test_the_architecture_names_every_module() -> None:
    package = ROOT / "src" / "twosource"
    there = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    rows = set(re.findall(r"^\| `(\w+)` \|", read("docs/architecture.md"), re.MULTILINE))
    assert there - {"__init__", "__main__"} == rows


def test_every_dependency_has_a_row() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    declared = chain(project["dependencies"], *project["optional-dependencies"].values())
    names = {re.split(r"[<>=~! ]", entry)[0].lower() for entry in declared}
    rows = re.findall(r"^\| ([a-z][\w-]*) \|(.*)\|$", read("docs/dependencies.md"), re.MULTILINE)
    assert {name for name, _ in rows} - {"package"} == names
    for name, row in rows:
        assert len([cell for cell in row.split("|") if cell.strip()]) == 5, name
