"""Parts that run on machines of their own, and what is known of their disks.

The application's role may not ask PostgreSQL for the folder of its data, nor how much room is left there: SQL says how
large a database is, and nothing of the disk. An S3 server says nothing of its disks either; MinIO tells its free room
in its metrics, if they may be read without a token (MINIO_PROMETHEUS_AUTH_TYPE=public).
"""

import asyncio
from urllib.parse import parse_qs, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, build_opener

import structlog

from backend.core.settings import Settings
from backend.operations.rules.checkup import store_metrics
from backend.operations.rules.checkup.facts import Apart

_METRICS = "/minio/v2/metrics/cluster"
_SECONDS = 2.0
_MOST_BYTES = 4_000_000
_log = structlog.get_logger("health")


async def look(settings: Settings) -> tuple[Apart, ...]:
    """Return the parts whose disks this installation's processes do not see; none where all run on one machine."""
    if settings.data_dir is not None:
        return ()
    watched = settings.disks_watched
    at = _place(settings.database_url)
    found = [Apart(part="database", at=at, watched_by=watched.database)]
    if settings.read_database_url:
        at = _place(settings.read_database_url)
        found.append(Apart(part="replica", at=at, watched_by=watched.replica))
    room = await asyncio.to_thread(_room, settings)
    free, total = room or (None, None)
    store = Apart(
        part="object_store",
        at=settings.s3_endpoint,
        free=free,
        total=total,
        watched_by=watched.object_store,
    )
    return (*found, store)


def _place(url: str) -> str:
    """Return the host of a database's address, which may stand in its query (libpq), without user and password."""
    parts = urlsplit(url)
    said = parse_qs(parts.query).get("host", ["localhost"])
    return parts.netloc.rpartition("@")[2] or ",".join(said)


class _Stay(HTTPRedirectHandler):
    """Follows no answer to another address."""

    def redirect_request(self, *_args: object) -> None:
        """Make no further request."""


def _room(settings: Settings) -> tuple[int, int] | None:
    scheme = "https" if settings.s3_secure else "http"
    try:
        address = f"{scheme}://{settings.s3_endpoint}{_METRICS}"
        with build_opener(_Stay, ProxyHandler({})).open(address, timeout=_SECONDS) as answer:
            return store_metrics.room(answer.read(_MOST_BYTES).decode("utf-8", "replace"))
    except (OSError, ValueError) as error:
        _log.debug("store_tells_no_room", error=type(error).__name__)
        return None
