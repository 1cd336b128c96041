"""The results as lines to be read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bench.archive.edits import EDITS
from bench.archive.results import Results
from bench.archive.running import DATASKETCH, ON_DISK, OURS, RENSA, Run
from bench.tables import rows

WANTED_SIZE = 100_000
"""Documents of the set by which the aims are judged."""
RECALL, SYNONYMS, PRECISION = 0.99, 0.80, 0.98
"""Least recall of every edit but those by synonyms, least recall of those, least precision."""
OVER_RENSA, OVER_DATASKETCH = 4.0, 15.0
"""Least documents a second over theirs."""
GROWTH, MEMORY, MICROS = 1.5, 4096.0, 2000.0
"""Most growth of the time a document takes from 10,000 to a million; most megabytes there; most microseconds a pair."""


def lines(results: Results) -> Iterator[str]:
    """Yield everything."""
    yield from told(results)
    for size in results.sizes():
        yield from ("", f"{size:,} documents", *table([it for it in results.runs if it.size == size]))
    yield from ("", *ratios(results))
    if results.pairs:
        yield from ("", *pairs(results))
    if results.retelling:
        yield from ("", *retelling(results))
    yield from ("", "aims", *aims(results))


def told(results: Results) -> Iterator[str]:
    """Yield what was measured on what."""
    texts, machine = results.texts, results.machine
    sources = ", ".join(f"{name} {count:,}" for name, count in texts["sources"].items())
    yield f"paragraphs {texts['paragraphs']:,} ({sources}), synonyms of {texts['thesaurus']}, seed {texts['seed']}"
    for size, it in texts["sets"].items():
        yield (
            f"{int(size):9,} documents: {it['pairs']:,} planted pairs, {it['real']:,} of them of real text; "
            f"{it['standing']:,} documents in {it['groups']} groups with a standing paragraph; "
            f"{it['alone']:,} of real text alone; {it['characters']:,.0f} characters a document"
        )
    yield f"{machine['cores']} cores, {machine['processor']} {' '.join(machine['wide'])}, Python {machine['python']}"
    versions = {run.tool: run.version for run in results.runs}
    for name, (setting, verified) in results.settings.items():
        yield f"{name} {versions.get(name, '')}: {setting}; candidates verified: {verified}"
    for name, why in results.missing.items():
        yield f"left out: {name}: {why}"


def table(runs: list[Run]) -> Iterator[str]:
    """Yield the table of one size."""
    head = ["", "docs/CPU-s", "MB", *EDITS, "precision", "right/named", "standing"]
    body = [
        [
            run.tool,
            f"{run.speed:,.0f}",
            f"{run.peak:,.0f}",
            *(f"{run.score.recall[kind].share:.3f}" for kind in EDITS),
            f"{run.score.precision.share:.3f}",
            str(run.score.precision),
            str(run.score.standing),
        ]
        for run in runs
    ]
    counts = ["planted pairs", "", "", *(str(count.of) for count in runs[0].score.recall.values()), "", "", ""]
    yield from rows([head, *body, counts])


def ratios(results: Results) -> Iterator[str]:
    """Yield how many times as many documents a second twosource takes as each peer, and how costs grow."""
    sizes = [size for size in results.sizes() if results.run(OURS, size)]
    head = ["twosource over", *(f"{size:,}" for size in sizes)]
    body = []
    for tool in results.tools():
        found = [results.ratio(tool, size) for size in sizes]
        if tool not in (OURS, ON_DISK) and any(found):
            body.append([tool, *(f"{it:.1f}" if it else "-" for it in found)])
    yield from rows([head, *body])
    yield ""
    sizes = results.sizes()
    steps = [step for step in pairwise(sizes) if step[0] >= 10_000]
    steps += [(sizes[1], sizes[-1])] if len(steps) > 1 else []
    head = ["CPU a document, growth", *(f"{small:,} to {large:,}" for small, large in steps)]
    body = []
    for tool in results.tools():
        found = [results.growth(tool, *step) for step in steps]
        if any(found):
            body.append([tool, *(f"{it:.2f}" if it else "-" for it in found)])
    yield from rows([head, *body])


def pairs(results: Results) -> Iterator[str]:
    """Yield the table of pairs of two texts."""
    head = ["a pair of texts", "version", "µs", "passage found", "marked where nothing is shared"]
    body = [
        [it.tool, it.version, f"{it.micros:,.0f}", f"{it.recall.share:.3f} {it.recall}", str(it.false)]
        for it in results.pairs
    ]
    yield from rows([head, *body])


def retelling(results: Results) -> Iterator[str]:
    """Yield what the encoder adds."""
    it = results.retelling
    assert it is not None
    yield f"passages in other words: fingerprints find {it.planted.share:.3f} {it.planted}"
    yield (
        f"in a sample of {it.documents:,} documents, {it.paragraphs:,} paragraphs, vectors and the judge find "
        f"{it.missed.share:.3f} {it.missed} of those missed, {it.found.share:.3f} {it.found} of the others; "
        f"precision {it.precision.share:.3f} {it.precision}"
    )
    yield f"together {it.recall:.3f}"
    yield f"a paragraph takes {it.encoding:.1f} ms for its vector and {it.deciding:.2f} ms for all the rest"


def aims(results: Results) -> Iterator[str]:
    """Yield each aim, what was reached, and whether that is enough."""
    run = results.run(OURS, WANTED_SIZE)
    if run:
        for kind, count in run.score.recall.items():
            least = SYNONYMS if "synonyms" in kind else RECALL
            yield aim(f"recall, {kind}", count.share, least)
        yield aim("precision", run.score.precision.share, PRECISION)
        for tool, least in ((RENSA, OVER_RENSA), (DATASKETCH, OVER_DATASKETCH)):
            ratio = results.ratio(tool, WANTED_SIZE)
            if ratio:
                yield aim(f"documents a second over {tool}", ratio, least)
    if results.sizes():
        growth = results.growth(ON_DISK, 10_000, 1_000_000)
        if growth:
            yield aim("growth from 10,000 to 1,000,000", growth, GROWTH, most=True)
        large = results.run(ON_DISK, 1_000_000)
        if large:
            yield aim("megabytes at 1,000,000", large.peak, MEMORY, most=True)
    for it in results.pairs:
        if it.tool == OURS:
            yield aim("microseconds a pair", it.micros, MICROS, most=True)


def aim(name: str, value: float, limit: float, most: bool = False) -> str:
    """Return a line on one aim: whether it is reached, what was measured, and what is wanted."""
    reached = value <= limit if most else value >= limit
    return f"{'reached' if reached else 'MISSED':8} {name}: {value:,.3f}, wanted {'≤' if most else '≥'} {limit:,.2f}"
