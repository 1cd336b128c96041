"""A method over sets of documents, in a process of its own: what it finds, what it costs, what it fails on.

``python -m bench.running METHOD`` reads the documents from its standard input and writes what ``work`` returns, as
JSON. It imports twosource only to measure it, so a peer can run under another interpreter.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from bench import peers
from bench.corpora import Attribution, Range

OURS = "twosource"
BARE = "spaCy alone"
"""The method that finds nothing: by its time the others are told."""
WARMING = """The mill at Oster burned down on Monday, and nobody was hurt, said Ina Brel, who has run it since 2009.

"We will build it again before the winter," she added. The fire brigade said that it had come within ten minutes.

The council of Oster is to meet on Thursday to talk about help for the forty people who worked there."""
"""An invented report by which a method loads its models before it is timed."""
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
PACED = "paced"
"""How the command is asked for the pace of a method."""
MEGABYTE = 1024 * 1024
_PEAK = re.compile(r"VmHWM:\s*(\d+) kB")


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be read, and the name of the invented construct that it is, if it is one."""

    name: str
    text: str
    construct: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution that a method found; of our own also the rule, the confidence, the act and the layer.

    :param certainty: the word for the confidence; none of a peer's.
    :param said: whether the act is speech or writing: beliefs and plans are optional on the hand lists.
    :param inside: whether it stands inside another one: PolNeAR marks no such thing.
    """

    attribution: Attribution
    rule: str = ""
    confidence: float = 1.0
    certainty: str = ""
    said: bool = True
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a method made of one document: what it found, or why it failed.

    :param faults: what the tests say of our statements in a construct; None of anything else.
    """

    found: tuple[Found, ...] = ()
    failed: str = ""
    faults: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a method made of a set, and the seconds of processor time that it took."""

    outcomes: tuple[Outcome, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Run:
    """A method over every set: its results by the name of the set, and what it cost.

    :param version: of the package, with that of spaCy where it stands on it.
    :param load: seconds of processor time until the first text was read: imports and models.
    :param peak: megabytes of memory at the most.
    """

    version: str
    load: float
    peak: float
    results: dict[str, Result]


Method = Callable[[Document], Outcome]


def ours() -> Method:
    """Return reading, language and statements, as ``twosource statements`` runs them."""
    from twosource.export.certainty import certainty
    from twosource.model import Case, Span, Statement
    from twosource.options import Options
    from twosource.reading import read_text
    from twosource.trace import only, run

    stages = only("statements")

    def ranges(*spans: Span | None) -> tuple[Range, ...]:
        return tuple((span.start, span.end) for span in spans if span)

    def found(it: Statement) -> Found:
        return Found(
            Attribution(ranges(*it.content), ranges(it.source), ranges(it.cue)),
            rule=it.reasons[0].detail if it.reasons else "",
            confidence=it.confidence,
            certainty=str(certainty(it)),
            said=it.act.value in ("speech", "writing"),
            inside=it.parent is not None,
        )

    def method(document: Document) -> Outcome:
        faults: tuple[str, ...] | None = None
        if document.construct:
            from bench.constructs import checked

            case, faults = checked(document.construct)
        else:
            report = read_text(document.text.encode(), document.name, document.name, Options())
            case = run(Case(reports=(report,)), stages)
        return Outcome(tuple(map(found, case.statements)), faults=faults)

    return method


def _peer(load: Callable[[], peers.Reader]) -> Callable[[], Method]:
    def loaded() -> Method:
        read = load()
        return lambda document: Outcome(tuple(map(Found, read(document.text))))

    return loaded


METHODS: dict[str, tuple[Callable[[], Method], tuple[str, ...]]] = {
    OURS: (ours, ("twosource", "spacy")),
    "plain rules": (_peer(peers.rules), ("spacy",)),
    "textacy": (_peer(peers.textacy), ("textacy", "spacy")),
    "sayswho": (_peer(peers.sayswho), ("sayswho", "spacy")),
    "marks": (_peer(peers.marks), ()),
    BARE: (_peer(peers.spacy), ("spacy",)),
}
"""How each method is loaded, and the packages whose versions tell what was measured."""


def work(name: str, sets: Mapping[str, Sequence[Document]]) -> Run:
    """Load a method and run it over the sets, one document after another, in this process.

    Anything that a method raises on a document is that document's failure. Words over ``Result.seconds`` is its speed:
    loading is timed apart, with a first text.

    :raises ImportError: if the method is not installed.
    """
    load, packages = METHODS[name]
    start = time.process_time()
    method = load()
    method(Document("warming", WARMING))
    loaded = time.process_time() - start
    results = {}
    for key, documents in sets.items():
        start = time.process_time()
        outcomes = tuple(outcome(method, document) for document in documents)
        results[key] = Result(outcomes, time.process_time() - start)
    return Run(" ".join(map(_versioned, packages)), loaded, peak(), results)


def paced(name: str, documents: Sequence[Document]) -> float:
    """Return the speed of a method over that of bare spaCy, the two taking turns at each document in this process.

    So whatever else the machine does slows both alike; measured apart, their ratio may be a third off on a busy one.
    """
    methods = [METHODS[it][0]() for it in (name, BARE)]
    seconds = [0.0, 0.0]
    for method in methods:
        method(Document("warming", WARMING))
    for document in documents:
        for number, method in enumerate(methods):
            start = time.process_time()
            outcome(method, document)
            seconds[number] += time.process_time() - start
    return seconds[1] / seconds[0] if seconds[0] else 0.0


def outcome(method: Method, document: Document) -> Outcome:
    """Return what a method made of a document, or why it failed."""
    try:
        return method(document)
    except Exception as error:  # a peer, or we, may fail on anything: it is counted
        return Outcome(failed=f"{document.name}: {type(error).__name__}: {error}")


def _versioned(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return package


def peak() -> float:
    """Return the megabytes that this process held at the most.

    Where the system tells it, without what the parent held: the usage of a new process begins with that.
    """
    status = Path("/proc/self/status")
    high = _PEAK.search(status.read_text(encoding="utf-8")) if status.is_file() else None
    if high:
        return int(high[1]) / 1024
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGABYTE


class Unavailable(Exception):
    """A method that cannot be measured here, and why."""


def measured(name: str, sets: Mapping[str, Sequence[Document]], python: str = sys.executable) -> Run:
    """Run a method over the sets in a process of its own, one thread.

    :param python: the interpreter that has the method installed.
    :raises Unavailable: if it does not come to an end: not installed, or broken.
    """
    return told(_process([python, "-m", "bench.running", name], sets))


def pace(name: str, documents: Sequence[Document]) -> float:
    """Return what ``paced`` returns, from a process of its own, one thread.

    :raises Unavailable: if it does not come to an end.
    """
    return float(_process([sys.executable, "-m", "bench.running", name, PACED], {PACED: documents}))


def _process(command: Sequence[str], sets: Mapping[str, Sequence[Document]]) -> Any:
    """Run this module on documents and return what it writes."""
    asked = json.dumps({key: [asdict(document) for document in documents] for key, documents in sets.items()})
    try:
        done = subprocess.run(
            command,
            input=asked,
            capture_output=True,
            encoding="utf-8",
            cwd=Path(__file__).parent.parent,
            env=os.environ | ONE_THREAD,
            check=False,
        )
    except OSError as error:  # no such interpreter
        raise Unavailable(str(error)) from error
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"ended with {done.returncode}"]
        raise Unavailable(lines[-1])
    return json.loads(done.stdout.splitlines()[-1])  # a library may have printed something before


def told(row: dict[str, Any]) -> Run:
    """Return the run that another process told as JSON."""
    results = {
        key: Result(tuple(map(_outcome, result["outcomes"])), result["seconds"])
        for key, result in row["results"].items()
    }
    return Run(row["version"], row["load"], row["peak"], results)


def _outcome(row: dict[str, Any]) -> Outcome:
    faults = row["faults"]
    return Outcome(
        tuple(Found(**it | {"attribution": _attribution(it["attribution"])}) for it in row["found"]),
        row["failed"],
        None if faults is None else tuple(faults),
    )


def _attribution(row: dict[str, Any]) -> Attribution:
    return Attribution(*(tuple((start, end) for start, end in row[role]) for role in ("content", "source", "cue")))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the method that is named, or its pace."""
    name, *more = arguments if arguments is not None else sys.argv[1:]
    sets = {key: [Document(**row) for row in rows] for key, rows in json.load(sys.stdin).items()}
    print(json.dumps(paced(name, sets[PACED]) if more == [PACED] else asdict(work(name, sets))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
