"""Gauges read from the database and the store at each scrape, each with its own time limit.

To add one, add an entry to ASKED. Its function returns a number, or a mapping if the gauge has a
label (one number per label value), or None if the value is not known (such as the age of a backup
if none was ever made; the gauge then has no sample). A gauge that fails or takes too long is named
in `hientruong_gauge_failed` and does not affect the others.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping

import msgspec
import structlog
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric

from backend.core import job_queue, replica
from backend.fieldwork.evidence import service as evidence
from backend.insight.figures import counting, monthly
from backend.insight.search import following
from backend.intake.public_form import taking as public_reports
from backend.ledger import sealer
from backend.operations.health import locks, replication
from backend.operations.queries import health as queries

_log = structlog.get_logger("health")

Told = float | Mapping[str, float] | None

ASK_SECONDS = 2.0
_AT_ONCE = 3
"""Most database connections that a scrape may use, because requests come first."""


class Asked(msgspec.Struct, frozen=True):
    """One gauge: its name, its HELP line, the function that reads it, and its label, if any."""

    name: str
    help: str
    ask: Callable[[], Awaitable[Told]]
    label: str = ""
    seconds: float = ASK_SECONDS


ready: Callable[[], Awaitable[Mapping[str, float]]] | None = None
"""Readiness by part. backend/operations/health/service.py sets it, because it
imports this module."""


async def _ready() -> Mapping[str, float] | None:
    return None if ready is None else await ready()


async def _faults() -> Mapping[str, float]:
    faults = await evidence.custody_faults()
    return {fault: float(faults.get(fault, 0)) for fault in evidence.CUSTODY_FAULTS}


async def _waiting() -> Mapping[str, float]:
    return dict.fromkeys(job_queue.JOBS, 0.0) | await queries.waiting_jobs()


async def _held() -> Mapping[str, float]:
    return dict.fromkeys(job_queue.JOBS, 0.0) | await queries.held_jobs()


ASKED: tuple[Asked, ...] = (
    Asked(
        "hientruong_part_ready",
        "1 where readiness says ok of this part, 0 where it does not.",
        _ready,
        "part",
        2 * ASK_SECONDS,
    ),
    Asked(
        "hientruong_seal_lag_seconds", "Age of the oldest entry not sealed yet.", sealer.lag_seconds
    ),
    Asked("hientruong_unsealed_entries", "Entries that wait to be sealed.", queries.unsealed),
    Asked(
        "hientruong_checkpoint_not_outside_seconds",
        "Age of the oldest checkpoint that does not lie outside the database yet; 0 where all do.",
        queries.checkpoint_not_outside_seconds,
    ),
    Asked(
        "hientruong_custody_faults",
        "Originals that are not in the store as they must be, by what is wrong.",
        _faults,
        "fault",
    ),
    Asked(
        "hientruong_unlocked_objects",
        "Photographs, signed papers and scans stored for more than a quarter of an hour and not locked.",
        locks.unlocked,
        "kind",
    ),
    Asked(
        "hientruong_replication_lag_seconds",
        "How far the slowest standby is behind, where this role may see it (pg_read_all_stats).",
        replication.lag_seconds,
    ),
    Asked(
        "hientruong_commits_waiting",
        "COMMITs that have waited more than five seconds for a standby.",
        replication.waiting_commits,
    ),
    Asked("hientruong_queue_jobs", "Jobs that wait or run.", _waiting, "job"),
    Asked("hientruong_held_jobs", "Jobs that failed for good, held for an operator.", _held, "job"),
    Asked(
        "hientruong_queue_oldest_seconds",
        "For how long the job that waits longest could have been begun.",
        queries.oldest_due_job_seconds,
    ),
    Asked(
        "hientruong_public_reports_oldest_seconds",
        "For how long the citizen's report has waited that no worker has taken in.",
        public_reports.oldest_seconds,
    ),
    Asked(
        "hientruong_read_replica",
        "1 where HIENTRUONG_READ_DATABASE_URL is read, 0 where the primary is read instead. No sample: not set.",
        replica.answers,
    ),
    Asked(
        "hientruong_read_replica_lag_seconds",
        "How old the newest is that it has; 0 where it has all. No sample: not set, or it does not answer.",
        replica.lag_seconds,
    ),
    Asked(
        "hientruong_figures_waiting_acts",
        "Sealed acts that are not counted in figures yet.",
        counting.waiting_acts,
    ),
    Asked(
        "hientruong_figures_lag_seconds",
        "For how long the oldest of them has been recorded; 0 where all are counted.",
        counting.lag_seconds,
    ),
    Asked(
        "hientruong_figures_set_aside",
        "Records that cannot be counted; figures are without what happened in them since.",
        counting.set_aside_records,
    ),
    Asked(
        "hientruong_figures_differing",
        "Records and sums that differed when figures were last counted anew. No sample: they never were.",
        monthly.differing,
    ),
    Asked(
        "hientruong_search_lag_seconds",
        "For how long the oldest sealed act has been recorded whose words cannot be found yet; 0 where all can.",
        following.behind_seconds,
    ),
    Asked(
        "hientruong_search_set_aside",
        "Records that the search could not read; they are found by the words that they had.",
        following.set_aside_records,
    ),
    Asked(
        "hientruong_backup_age_seconds",
        "How old what the last proven backup holds is. No sample: none was ever proven.",
        queries.backup_age_seconds,
    ),
    Asked(
        "hientruong_backup_log_kept_bytes",
        "How much of PostgreSQL's log waits for `backup --every`. No sample: it never ran.",
        queries.backup_log_kept_bytes,
    ),
)


async def text(asked: Iterable[Asked] = ASKED) -> bytes:
    """Read all gauges, and return them in Prometheus' text format."""
    asked = tuple(asked)
    turn = asyncio.Semaphore(_AT_ONCE)
    told = await asyncio.gather(*(_ask(gauge, turn) for gauge in asked))
    registry = CollectorRegistry()
    registry.register(_Collected(told))
    return generate_latest(registry)


async def _ask(gauge: Asked, turn: asyncio.Semaphore) -> tuple[Asked, Told, bool]:
    async with turn:
        try:
            async with asyncio.timeout(gauge.seconds):
                return gauge, await gauge.ask(), False
        except Exception as error:
            _log.warning(
                "gauge_failed", gauge=gauge.name, error=f"{type(error).__name__}: {error}"[:300]
            )
            return gauge, None, True


class _Collected:
    """A collector of prometheus_client: yields metric families."""

    def __init__(self, told: Iterable[tuple[Asked, Told, bool]]) -> None:
        self._told = tuple(told)

    def collect(self) -> Iterable[Metric]:
        """Yield each gauge with its samples, then which gauges failed."""
        failed = GaugeMetricFamily(
            "hientruong_gauge_failed",
            "1 where this number could not be had at this scrape.",
            labels=["gauge"],
        )
        for gauge, told, broken in self._told:
            family = GaugeMetricFamily(
                gauge.name, gauge.help, labels=[gauge.label] if gauge.label else None
            )
            if isinstance(told, Mapping):
                for value, number in told.items():
                    family.add_metric([value], number)
            elif told is not None:
                family.add_metric([], told)
            yield family
            failed.add_metric([gauge.name], float(broken))
        yield failed
