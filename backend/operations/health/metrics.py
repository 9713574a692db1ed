"""Prometheus metrics of all processes of this machine.

Labels are route templates, never paths with ids. Each process counts what it does. The web process
that the scraper reaches adds up the counts of all processes, including workers
(backend/operations/health/processes.py). It reads the other values from the database and the store
(backend/operations/health/gauges.py).
"""

import asyncio
import hmac
import ipaddress
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import structlog
from pgqueuer.domain.errors import RetryRequested
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

from backend.core import database
from backend.core.answers import Answered
from backend.core.errors import NotFound
from backend.operations.health import gauges, processes

_log = structlog.get_logger("health")

MEDIA_TYPE = "text/plain; version=0.0.4"
REGISTRY = CollectorRegistry()
_LABELS = ("method", "route", "status")
_SECONDS = Histogram(
    "hientruong_request_seconds",
    "Time to answer a request.",
    _LABELS,
    registry=REGISTRY,
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
_ERRORS = Counter(
    "hientruong_server_errors", "Answers of 500 and above.", ("route",), registry=REGISTRY
)
_JOBS = Counter(
    "hientruong_jobs",
    "Jobs that a worker began, by how that ended: done, again (later), failed.",
    ("job", "outcome"),
    registry=REGISTRY,
)
_JOB_SECONDS = Histogram(
    "hientruong_job_seconds",
    "Time that a job took.",
    ("job",),
    registry=REGISTRY,
    buckets=(0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300),
)
_FAILURES = Counter(
    "hientruong_background_failures",
    "Rounds of a worker's standing work (sealing, sweeping, reminding, the queue itself) that failed.",
    ("part",),
    registry=REGISTRY,
)
_STARTS = Counter(
    "hientruong_process_starts", "Starts of a process.", ("process",), registry=REGISTRY
)
_POOL_IDLE = Gauge(
    "hientruong_pool_idle",
    "Idle database connections of a process, when it last did something.",
    ("process",),
    registry=REGISTRY,
    multiprocess_mode="livesum",
)

_STREAMS = Gauge(
    "hientruong_live_desks",
    "Open pages that a process keeps up to date.",
    ("process",),
    registry=REGISTRY,
    multiprocess_mode="livesum",
)

_token: str | None = None
_folder: Path | None = None


def configure(token: str | None, folder: Path) -> None:
    """Set the scraper's token and the folder of the counts.

    Without a token only this machine may scrape.
    """
    global _token, _folder
    _token = token
    _folder = folder if processes.own_name() else None
    _STARTS.labels(processes.own_name()).inc()


async def scrape(*, authorization: str, client: str, forwarded: bool) -> tuple[bytes, str]:
    """Return the metrics as text, and their media type.

    Raises NotFound if the client may not scrape.
    """
    if not _may_scrape(authorization, client, forwarded):
        raise NotFound(what="metrics")
    return await text(), MEDIA_TYPE


async def text() -> bytes:
    """Return all metrics: those counted by the processes of this machine, then the gauges."""
    _note_pool()
    counted = await asyncio.to_thread(_counted)
    return counted + await gauges.text()


def _counted() -> bytes:
    if _folder is None:
        return generate_latest(REGISTRY) + generate_latest(_registry({"": os.getpid()}))
    try:
        living = processes.living(_folder)
        whole = CollectorRegistry()
        MultiProcessCollector(whole, path=str(_folder))  # type: ignore[no-untyped-call]
        return generate_latest(whole) + generate_latest(_registry(living))
    except Exception as error:
        _log.warning("metrics_unreadable", error=f"{type(error).__name__}: {error}"[:300])
        return b""


def _registry(living: dict[str, int]) -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(_Living(living))
    return registry


class _Living:
    """Metrics about the processes themselves."""

    def __init__(self, living: dict[str, int]) -> None:
        self._living = living

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield how many processes there are of each kind, the size of each, and which one answers."""
        kinds = dict.fromkeys((processes.WEB, processes.WORKER), 0)
        sizes = GaugeMetricFamily(
            "hientruong_process_resident_bytes", "Memory of a process in RAM.", labels=["process"]
        )
        for name, pid in self._living.items():
            kind = name.rpartition("-")[0] or processes.WEB
            kinds[kind] = kinds.get(kind, 0) + 1
            sizes.add_metric([name], processes.resident_bytes(pid))
        count = GaugeMetricFamily(
            "hientruong_processes", "Processes that run on this machine.", labels=["kind"]
        )
        for kind, number in kinds.items():
            count.add_metric([kind], number)
        answers = GaugeMetricFamily("hientruong_process", "Which process answered.", labels=["pid"])
        answers.add_metric([str(os.getpid())], 1)
        yield from (count, sizes, answers)


def _note_pool() -> None:
    pool: Any = database.ENGINE.pool
    _POOL_IDLE.labels(processes.own_name()).set(pool.get_idle_size() if pool else 0)


def _may_scrape(authorization: str, client: str, forwarded: bool) -> bool:
    if _token:
        return hmac.compare_digest(authorization.encode(), f"Bearer {_token}".encode())
    try:
        return ipaddress.ip_address(client).is_loopback and not forwarded
    except ValueError:
        return False


@contextmanager
def job(name: str) -> Iterator[None]:
    """Count one job and its time. What it raises is passed on to the queue."""
    started, outcome = time.perf_counter(), "failed"
    try:
        yield
        outcome = "done"
    except RetryRequested:
        outcome = "again"
        raise
    finally:
        _JOBS.labels(name, outcome).inc()
        _JOB_SECONDS.labels(name).observe(time.perf_counter() - started)
        _note_pool()


def round_failed(part: str) -> None:
    """Count a failed round of recurring work."""
    _FAILURES.labels(part).inc()


def _began(streams: list[float]) -> None:
    streams.append(time.perf_counter())
    _STREAMS.labels(processes.own_name()).inc()


class MeasureRequests:
    """ASGI middleware: measures the time and the status of every answer, by route template.

    Of a stream of events it is the time until it begins.
    """

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Measure one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        streams: list[float] = []
        started = time.perf_counter()
        answered = Answered(send, lambda: _began(streams))
        try:
            await self.app(scope, receive, answered)
        finally:
            over = streams[0] if streams else time.perf_counter()
            if streams:
                _STREAMS.labels(processes.own_name()).dec()
            template = str(scope.get("path_template", "unknown"))
            _SECONDS.labels(scope["method"], template, str(answered.status)).observe(over - started)
            if answered.status >= 500:
                _ERRORS.labels(template).inc()
            _note_pool()
