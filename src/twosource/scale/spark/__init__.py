"""An archive past one machine: the same steps on a Spark cluster, with the same results.

PySpark and Java are needed here and nowhere else (``twosource[spark]``).
"""

from __future__ import annotations

from twosource.scale.spark.cluster import session
from twosource.scale.spark.run import Written, archive

__all__ = ["Written", "archive", "session"]
