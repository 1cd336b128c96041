"""The session that a run works in."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from twosource.errors import TwosourceError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

NAME = "twosource"
NEEDED = ("pyspark", "pandas", "pyarrow")
"""Packages: without pandas PySpark's functions over Arrow tables do not work either, and say so late."""
SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
    "spark.sql.session.timeZone": "UTC",
    "spark.ui.showConsoleProgress": "false",
}
"""What a run needs whatever the cluster says: record batches of some megabytes where a row is a report, times that do
not depend on where a worker stands, and a terminal that is left to whoever shows how far the run is."""


class SparkError(TwosourceError):
    """Spark cannot be used: it is not installed, or the cluster does not answer."""

    code = "spark"


@contextmanager
def session(master: str | None = None, settings: Mapping[str, str] | None = None) -> Iterator[SparkSession]:
    """Give a session on a cluster, and end it with the block.

    :param master: the address of the cluster (``spark://HOST:PORT``, ``yarn``, ``k8s://…``, ``local[2]``); what
        ``spark-submit`` or the configuration of Spark says where it is None.
    :param settings: settings of Spark by name; they count more than the configuration.
    :raises SparkError: if PySpark is not installed, or there is no Java, or no cluster at the address.
    """
    for name in NEEDED:
        if find_spec(name) is None:
            raise SparkError(f"{name} is not installed", advice='python -m pip install "twosource[spark]"')
    from py4j.protocol import Py4JJavaError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName(NAME)
    if master is not None:
        builder = builder.master(master)
        if master.startswith("local"):  # the workers are of this machine: they run what runs here, not any "python3"
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    for name, value in (SETTINGS | dict(settings or {})).items():
        builder = builder.config(name, value)
    try:
        spark = builder.getOrCreate()
    except (PySparkException, Py4JJavaError, OSError) as error:
        reason = str(error).strip().splitlines()[0]
        raise SparkError(
            f"Spark does not start: {reason}",
            master or "",
            "Java 17 or newer must be installed, and the cluster must answer at this address",
        ) from error
    try:
        yield spark
    finally:
        spark.stop()
