"""A real Spark cluster on loopback: a standalone master and its workers as child processes, and their end.

Nothing leaves 127.0.0.1: ports are free ones that the system hands out, no name is looked up, and no web page is open
to others. Every process stands in a group of its own, so that a worker ends together with the executors it started, as
a machine would.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TypeVar

Found = TypeVar("Found")

START_SECONDS = 120.0
"""Longest that a master or a worker may take until it says that it is there: two to five seconds on an idle machine."""
STOP_SECONDS = 10.0
"""How long a process may take to end after it was asked to, before it is killed."""
CONF = "conf"
"""Folder of the settings, within that of the cluster."""
POLL_SECONDS = 0.1
"""Pause between two looks into a log."""
LEAN = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData"
"""Options of Java for processes that live for a minute beside others: less to compile, nothing written beside."""
SETTINGS = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.extraJavaOptions": LEAN,
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "512m",
    "spark.executor.extraJavaOptions": LEAN,
    "spark.executor.memory": "512m",
    "spark.sql.shuffle.partitions": "4",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
"""How a program uses the cluster where it asks for nothing else."""
REQUIRED = "TWOSOURCE_TEST_SPARK"
"""Environment variable: where it is "1", tests fail where they would be skipped for want of Java or pyspark."""


def missing() -> str:
    """Return what of Spark is not installed, in words; nothing where all is."""
    for name in ("pyspark", "pandas", "pyarrow"):  # PySpark's functions over Arrow tables ask for pandas too
        if find_spec(name) is None:
            return f'{name} is not installed: python -m pip install "twosource[spark]"'
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        return "Java is not installed: apt-get install openjdk-17-jre-headless"
    return ""


class ClusterError(Exception):
    """A process of the cluster ended, or did not say in time that it was there; with the end of its log."""


@dataclass(frozen=True, slots=True)
class Member:
    """A master or a worker: its process, which leads a group of its own, and where it writes."""

    process: subprocess.Popen[bytes]
    log: Path
    folder: Path

    def found(self, pattern: str, seconds: float = START_SECONDS) -> re.Match[str]:
        """Return the first match of a pattern in the log, as soon as it is there.

        :raises ClusterError: if the process ends before, or the time is over.
        """
        return _awaited(lambda: re.search(pattern, _read(self.log)), self, seconds, pattern)

    def started(self, seconds: float = START_SECONDS) -> None:
        """Wait until a task has been started by an executor of this worker after this call.

        :raises ClusterError: if none is within the time.
        """
        before = self._tasks()
        _awaited(lambda: True if self._tasks() > before else None, self, seconds, "a running task")

    def _tasks(self) -> int:
        return sum(_read(log).count("Running task ") for log in self.folder.glob("app-*/*/stderr"))

    def kill(self) -> None:
        """End the worker and its executors at once, without a chance to say so: as a machine does that fails."""
        _signal(self.process, signal.SIGKILL)
        self.process.wait(STOP_SECONDS)

    def stop(self) -> None:
        """Ask the process and what it started to end, and end them where they do not."""
        _signal(self.process, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(STOP_SECONDS)
        _signal(self.process, signal.SIGKILL)  # executors too, which may outlive their worker for a moment
        self.process.wait(STOP_SECONDS)


@dataclass(slots=True)
class Cluster:
    """A standalone master with its workers; used as a context, at whose end none of their processes is left.

    :param folder: where logs, work folders and the data between the steps go.
    :param cores: cores of each worker.
    :param memory: what each worker may give to its executors, as Java writes it.
    """

    folder: Path
    workers: int = 2
    cores: int = 1
    memory: str = "512m"
    url: str = ""
    master: Member | None = None
    members: list[Member] = field(default_factory=list)

    def __enter__(self) -> Cluster:
        settings = self.folder / CONF / "spark-defaults.conf"
        settings.parent.mkdir(parents=True)
        settings.write_text("".join(f"{name} {value}\n" for name, value in SETTINGS.items()), encoding="utf-8")
        try:
            self.master = self._start("master", "master.Master", "--webui-port", "0")
            self.url = self.master.found(r"Starting Spark master at (spark://127\.0\.0\.1:\d+)")[1]
            for _ in range(self.workers):
                self.begin_worker()
            for worker in self.members:
                worker.found("Successfully registered with master")
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def begin_worker(self) -> Member:
        """Start one more worker; it is there when its log says that it is registered."""
        name = f"worker-{len(self.members) + 1}"
        options = ("--webui-port", "0", "--cores", str(self.cores), "--memory", self.memory)
        worker = self._start(name, "worker.Worker", *options, "--work-dir", str(self.folder / name), self.url)
        self.members.append(worker)
        return worker

    def stop(self) -> None:
        """End every process that this cluster started and that is still there."""
        for member in (*self.members, *([self.master] if self.master else [])):
            member.stop()
        self.members.clear()
        self.master = None

    @property
    def environment(self) -> dict[str, str]:
        """What the environment of the program that uses the cluster must hold."""
        return environment(self.folder)

    def _start(self, name: str, main: str, *arguments: str) -> Member:
        place = self.folder / name
        place.mkdir(parents=True)
        log = place / "log"
        command = [str(_home() / "bin" / "spark-class"), f"org.apache.spark.deploy.{main}"]
        with log.open("wb") as out:
            process = subprocess.Popen(
                [*command, "--host", "127.0.0.1", "--port", "0", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                cwd=place,
                env=environment(self.folder),
                start_new_session=True,
            )
        return Member(process, log, place)


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a process of the cluster: loopback alone, this interpreter, no one's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SPARK_", "PYSPARK_"))}
    return kept | {
        "SPARK_HOME": str(_home()),
        "SPARK_CONF_DIR": str(folder / CONF),
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_DRIVER_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOCAL_HOSTNAME": "127.0.0.1",
        "SPARK_LOCAL_DIRS": str(folder / "local"),
        "SPARK_NO_DAEMONIZE": "1",
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_DAEMON_JAVA_OPTS": LEAN,
        "OMP_NUM_THREADS": "1",
        "NUMBA_NUM_THREADS": "1",
    }


def _home() -> Path:
    import pyspark

    return Path(pyspark.__file__).parent


@contextmanager
def watched(command: Sequence[str], folder: Path, env: dict[str, str]) -> Iterator[Member]:
    """Start a program that uses the cluster, its words in a log; it does not outlive the block."""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, env=env, start_new_session=True
        )
    member = Member(process, log, folder)
    try:
        yield member
    finally:
        member.stop()


def _awaited(look: Callable[[], Found | None], member: Member, seconds: float, what: str) -> Found:
    end = time.monotonic() + seconds
    while (found := look()) is None:
        if member.process.poll() is not None or time.monotonic() > end:
            state = "ended" if member.process.poll() is not None else f"did not in {seconds:.0f} seconds"
            tail = "\n".join(_read(member.log).splitlines()[-30:])
            raise ClusterError(f"waiting for {what!r}: the process {state}\n{tail}")
        time.sleep(POLL_SECONDS)
    return found


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _signal(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)  # its own group: start_new_session made it the leader
