"""Prometheus metrics of this process's requests. Labels are route templates, never addresses with ids in them.

Every web process keeps its own numbers; the scraper reads whichever process answers, so rates are summed by `process`.
"""

import hmac
import ipaddress
import os
import time
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from backend import database
from backend.answers import Answered
from backend.errors import NotFound
from backend.evidence import service as evidence
from backend.ledger import sealer

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
_SEAL_LAG = Gauge(
    "hientruong_seal_lag_seconds", "Age of the oldest entry not sealed yet.", registry=REGISTRY
)
_FAULTS = Gauge(
    "hientruong_custody_faults",
    "Originals that are not in the store as they must be, by what is wrong.",
    ("fault",),
    registry=REGISTRY,
)
_POOL_IDLE = Gauge("hientruong_pool_idle", "Idle database connections.", registry=REGISTRY)
_PROCESS = Gauge("hientruong_process", "Which process answered.", ("pid",), registry=REGISTRY)

_token: str | None = None


def configure(token: str | None) -> None:
    """Set the scraper's token; without one only this very machine may scrape."""
    global _token
    _token = token


async def scrape(*, authorization: str, client: str, forwarded: bool) -> tuple[bytes, str]:
    """The numbers as text. Raises NotFound for whoever may not see them."""
    if not _may_scrape(authorization, client, forwarded):
        raise NotFound(what="metrics")
    _SEAL_LAG.set(await sealer.lag_seconds())
    faults = await evidence.custody_faults()
    for fault in evidence.CUSTODY_FAULTS:
        _FAULTS.labels(fault).set(faults.get(fault, 0))
    pool: Any = database.ENGINE.pool
    _POOL_IDLE.set(pool.get_idle_size() if pool else 0)
    _PROCESS.labels(str(os.getpid())).set(1)
    return generate_latest(REGISTRY), "text/plain; version=0.0.4; charset=utf-8"


def _may_scrape(authorization: str, client: str, forwarded: bool) -> bool:
    if _token:
        return hmac.compare_digest(authorization.encode(), f"Bearer {_token}".encode())
    try:
        return ipaddress.ip_address(client).is_loopback and not forwarded
    except ValueError:
        return False


class MeasureRequests:
    """ASGI middleware: the time and the status of every answer, under its route's template."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Measure one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, answered = time.perf_counter(), Answered(send)
        try:
            await self.app(scope, receive, answered)
        finally:
            template = str(scope.get("path_template", "unknown"))
            _SECONDS.labels(scope["method"], template, str(answered.status)).observe(
                time.perf_counter() - started
            )
            if answered.status >= 500:
                _ERRORS.labels(template).inc()
