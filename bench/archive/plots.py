"""The results as drawings: the same bytes for the same results."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.archive.edits import EDITS
from bench.archive.results import Results
from bench.archive.running import ON_DISK, OURS, Run

COLOURS = ("#0b5fa5", "#58a6d6", "#b3440d", "#e08a4f", "#f0c2a0", "#6b7d1e", "#7a3e94", "#555555")
"""One a tool, told apart without red and green as well; on the white ground that every drawing brings along."""
RECALL_SIZE = 100_000


def draw(results: Results, folder: Path) -> list[Path]:
    """Draw speed, recall and memory into a folder; return the files.

    :raises ImportError: if matplotlib is not installed.
    """
    import matplotlib as mpl

    mpl.use("svg")
    style = {"svg.hashsalt": "twosource", "svg.fonttype": "none", "font.size": 10, "axes.spines.top": False}
    with mpl.rc_context(style | {"axes.spines.right": False, "figure.facecolor": "white"}):
        return [
            _curves(results, folder / "archive-speed.svg", "documents per CPU second", lambda run: run.speed),
            _curves(results, folder / "archive-memory.svg", "peak memory, MB", lambda run: run.peak),
            _recall(results, folder / "archive-recall.svg"),
        ]


def _curves(results: Results, path: Path, label: str, value: Callable[[Run], float]) -> Path:
    """Draw a figure by the size of the set, a line a tool."""
    from matplotlib import pyplot
    from matplotlib.ticker import LogLocator

    figure, axes = pyplot.subplots(figsize=(7.5, 4.2), layout="constrained")
    for number, tool in enumerate(results.tools()):
        runs = sorted((run for run in results.runs if run.tool == tool), key=lambda run: run.size)
        ours = tool in (OURS, ON_DISK)
        axes.plot(
            [run.size for run in runs],
            [value(run) for run in runs],
            marker="o",
            linewidth=2.5 if ours else 1.5,
            linestyle="--" if tool == ON_DISK else "-",
            color=COLOURS[number % len(COLOURS)],
            label=tool,
        )
    axes.set(xscale="log", yscale="log", xlabel="documents", ylabel=label)
    axes.set_xticks(results.sizes(), [f"{size:,}" for size in results.sizes()])
    axes.minorticks_off()
    axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.grid(visible=True, color="#dddddd")
    figure.legend(loc="outside right center", frameon=False)
    return _saved(figure, path)


def _recall(results: Results, path: Path) -> Path:
    """Draw the recall by kind of edit, a bar a tool, at one size."""
    from matplotlib import pyplot

    size = RECALL_SIZE if RECALL_SIZE in results.sizes() else results.sizes()[-1]
    runs = [run for tool in results.tools() if tool != ON_DISK and (run := results.run(tool, size))]
    figure, axes = pyplot.subplots(figsize=(9.5, 4.2), layout="constrained")
    width = 0.84 / len(runs)
    for number, run in enumerate(runs):
        places = [at + (number - (len(runs) - 1) / 2) * width for at in range(len(EDITS))]
        colour = COLOURS[results.tools().index(run.tool) % len(COLOURS)]
        axes.bar(places, [run.score.recall[kind].share for kind in EDITS], width * 0.9, color=colour, label=run.tool)
    axes.set_xticks(range(len(EDITS)), [kind.replace(" ", "\n", 1) for kind in EDITS])
    axes.set(ylim=(0, 1.02), ylabel=f"recall at {size:,} documents")
    axes.grid(visible=True, axis="y", color="#dddddd")
    axes.set_axisbelow(True)
    figure.legend(loc="outside right center", frameon=False)
    return _saved(figure, path)


def _saved(figure: Any, path: Path) -> Path:
    from matplotlib import pyplot

    figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
    pyplot.close(figure)
    text = path.read_text(encoding="utf-8")
    path.write_text("\n".join(line.rstrip() for line in text.splitlines()) + "\n", encoding="utf-8")
    return path
