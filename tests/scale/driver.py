"""A program that uses a cluster, for tests: ``python -m tests.scale.driver MASTER JOBS``.

JOBS is a JSON list of objects with what :func:`twosource.scale.spark.archive` takes, run one after the other.
"""

from __future__ import annotations

import json
import sys

from twosource.scale.spark import archive, session


def told(step: str, done: int, total: int) -> None:
    """Say how far a run is, so that who watches the log knows."""
    sys.stdout.write(f"step {step}: {done} of {total}\n")
    sys.stdout.flush()


def main() -> None:
    """Run archives on a cluster."""
    master, jobs = sys.argv[1:]
    with session(master) as spark:
        for job in json.loads(jobs):
            written = archive(spark, progress=told, **job)
            told("all", written.reports, written.reports + len(written.skipped))


if __name__ == "__main__":
    main()
