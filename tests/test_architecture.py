"""The shape of the package: which way imports point, what library code may not do, and regexes that stay linear."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

import twosource

PACKAGE = Path(twosource.__file__).parent
ROOT = Path(__file__).parent.parent

LAYERS: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        "errors options demo",
        "files model",
        "reading",
        "stories",
        "language",
        "times likeness",
        "passages",
        "statements",
        "sources",
        "claims",
        "lineage",
        "differences future",
        "origins",
        "notices",
        "trace",
        "export",
        "page case scale",
        "cli",
        "__main__",
    )
)
"""Top-level modules and folders, from the ground up. Each may import what stands above it, never its own row."""

FORBIDDEN_CALLS = frozenset(["print", "input", "exit", "quit", "eval", "exec", "hash", "breakpoint"])
"""Library code hands back data; it never prints, asks, ends the process, runs text, or depends on the hash seed."""

CLOCK_CALLS = frozenset(["now", "today", "utcnow"])
"""The only dates are those that the reports carry."""

FORBIDDEN_MODULES = frozenset(
    [
        "http",
        "httpx",
        "pickle",
        "random",
        "requests",
        "secrets",
        "socket",
        "ssl",
        "subprocess",
        "time",
        "urllib.request",
    ]
)
"""No network, no chance, no clock, no foreign code."""

PROGRESS = "twosource.cli.steps"
"""The one module that reads the clock: it tells how fast a run is, and in no result is there anything of it."""

FULL = 20_000
"""Characters of each hostile text."""

NOISE = 0.03
"""Seconds under which a time says nothing about growth. A quadratic pattern takes several times that at ``FULL``."""

LINEAR = 7.0
"""Most that the time may grow when the text becomes four times as long: 4 is linear, 16 quadratic."""

HANGING = 10.0
"""Seconds after which a search is given up: it is exponential, or as good as."""


def modules() -> list[str]:
    return sorted(m.name for m in pkgutil.walk_packages([str(PACKAGE)], "twosource."))


@cache
def tree(name: str) -> ast.Module:
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return ast.parse(Path(spec.origin).read_text(encoding="utf-8"))


def layer_of(name: str) -> int:
    top = name.split(".")[1]
    found = [number for number, row in enumerate(LAYERS) if top in row]
    assert found, f"{top} stands in no layer: give it a place in LAYERS"
    return found[0]


def imports(name: str) -> Iterator[str]:
    """Yield the modules of the package that a module names in an import, wherever in it."""
    known = {"twosource", *modules()}
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} has a relative import"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                if inner in known:
                    yield inner
                elif node.module in known:
                    yield str(node.module)


def test_every_module_can_be_imported_alone() -> None:
    for name in modules():
        assert isinstance(importlib.import_module(name), ModuleType)


@pytest.mark.parametrize("name", modules())
def test_imports_point_one_way(name: str) -> None:
    own = name.split(".")[1]
    for other in imports(name):
        if other == "twosource":  # the package itself: its version
            continue
        if other.split(".")[1] == own:
            continue
        assert layer_of(other) < layer_of(name), f"{name} imports {other}, which stands on it"


def test_the_check_of_imports_finds_an_import_that_points_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "tree", lambda name: ast.parse("def f():\n    from twosource.cli import given\n"))
    with pytest.raises(AssertionError, match="stands on it"):
        test_imports_point_one_way("twosource.model")


@pytest.mark.parametrize("name", modules())
def test_library_code_only_computes(name: str) -> None:
    command_line = name.split(".")[1] in ("cli", "__main__")
    forbidden = FORBIDDEN_MODULES - (frozenset(["time"]) if name == PROGRESS else frozenset())
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in FORBIDDEN_CALLS, f"{name}:{node.lineno} calls {node.func.id}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCK_CALLS, f"{name}:{node.lineno} reads the clock"
            assert command_line or ast.unparse(node.func) != "sys.exit", f"{name}:{node.lineno} ends the process"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                assert alias.name not in forbidden, f"{name}:{node.lineno} imports {alias.name}"
        elif isinstance(node, ast.ImportFrom):
            assert node.module not in forbidden, f"{name}:{node.lineno} imports {node.module}"


def test_public_names_are_sorted_and_there() -> None:
    assert twosource.__all__
    for name in ("twosource", *modules()):
        module = importlib.import_module(name)
        public = list(getattr(module, "__all__", ()))
        in_order = sorted(public, key=lambda word: (not word.isupper(), not word[0].isupper(), word))
        assert public == in_order, f"{name}.__all__ is not sorted: CONSTANTS, Classes, functions"
        assert [word for word in public if not hasattr(module, word)] == []


def test_a_public_name_means_the_same_whatever_was_imported_before() -> None:
    for name in modules():
        importlib.import_module(name)
    for name in twosource.__all__:
        assert getattr(twosource, name) is getattr(twosource, name)
        assert not isinstance(getattr(twosource, name), ModuleType), f"twosource.{name} is a module"


def test_the_newest_entry_of_the_changelog_is_this_version() -> None:
    versions = re.findall(r"^## \[?(\d[\w.]*)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0] == twosource.__version__


# --- regular expressions ------------------------------------------------------------------------------------------


def patterns() -> dict[str, re.Pattern[Any]]:
    """Return every compiled pattern that the package holds, and every one written into a call of ``re``, by place."""
    found: dict[str, re.Pattern[Any]] = {}
    for name in modules():
        module = importlib.import_module(name)
        for variable, value in vars(module).items():
            for number, pattern in enumerate(_patterns_in(value, depth=4)):
                found.setdefault(f"{name}.{variable}{f'[{number}]' if number else ''}", pattern)
        for node in ast.walk(tree(name)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str | bytes):
                    found[f"{name}:{node.lineno}"] = re.compile(first.value)
    return {place: p for p, place in {p.pattern: (p, place) for place, p in reversed(found.items())}.values()}


def _patterns_in(value: object, depth: int) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        for item in (*value.keys(), *value.values()):
            yield from _patterns_in(item, depth - 1)
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from _patterns_in(item, depth - 1)
    elif depth and is_dataclass(value) and not isinstance(value, type):
        for entry in fields(value):
            yield from _patterns_in(getattr(value, entry.name), depth - 1)


SHAPES = {
    "capitals": "A",
    "small letters": "a",
    "capitalised words": "Aa ",
    "spaces": " ",
    "digits": "1",
    "figures": "1,000.",
    "marks": "“a” \"b' ",
    "open tags": "<meta ",
    "lines": "a\n",
    "blank lines": " \n",
    "dashes": "- a–",
    "own words": "",
}
"""Twelve units that are repeated into hostile texts; the last is made of the words in the pattern itself."""


def hostile(shape: str, pattern: re.Pattern[Any], length: int) -> Any:
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    unit = SHAPES[shape] or " ".join(re.findall(r"[A-Za-z]{2,20}", source)[:30]) + " "
    text = (unit * (length // len(unit) + 1))[: length - 1] + "!"
    return text if isinstance(pattern.pattern, str) else text.encode()


def seconds(pattern: re.Pattern[Any], text: Any) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


@contextmanager
def given_up_after(limit: float) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def grows_too_fast(pattern: re.Pattern[Any]) -> str | None:
    """Return the shape of text on which the pattern's time grows faster than the text, or None."""
    for shape in SHAPES:
        try:
            with given_up_after(HANGING):
                whole, quarter = hostile(shape, pattern, FULL), hostile(shape, pattern, FULL // 4)
                longest = seconds(pattern, whole)
                if longest > NOISE and longest > LINEAR * seconds(pattern, quarter):  # measured once: look again
                    longest = min(longest, *(seconds(pattern, whole) for _ in range(2)))
                    if longest > max(NOISE, LINEAR * min(seconds(pattern, quarter) for _ in range(3))):
                        return shape
        except TimeoutError:
            return shape
    return None


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer signal to stop a pattern that hangs")
def test_every_pattern_is_linear_on_hostile_text() -> None:
    found = patterns()
    assert len(found) > 5
    slow = {place: shape for place, pattern in found.items() if (shape := grows_too_fast(pattern))}
    assert slow == {}


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer signal to stop a pattern that hangs")
@pytest.mark.parametrize("bad", [r"[A-Z]+:", r"\s+$", r'["“](.*?)["”] said', r"(?:\w+\s*){0,5} said"])
def test_the_check_of_patterns_finds_a_quadratic_one(bad: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "FULL", 8000)
    monkeypatch.setitem(globals(), "HANGING", 1.0)
    assert grows_too_fast(re.compile(bad, re.DOTALL))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer signal to stop a pattern that hangs")
def test_the_check_of_patterns_finds_an_exponential_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "HANGING", 0.5)
    assert grows_too_fast(re.compile(r"(?:[A-Z]+\s?)+ said"))
