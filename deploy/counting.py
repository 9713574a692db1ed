"""Joins a process to the others of its machine for /metrics, before any metric of it is made."""

import structlog

from backend.core import settings as backend_settings
from backend.operations.health import processes
from deploy import surroundings

_log = structlog.get_logger("health")


def join(kind: str) -> None:
    """Count in the shared folder of this machine's processes, or alone if that is impossible."""
    folder = backend_settings.load().metrics_folder
    name = processes.claim(folder, kind)
    if name is None:
        _log.warning("metrics_not_shared", folder=str(folder))
        return
    surroundings.set_for_libraries("PROMETHEUS_MULTIPROC_DIR", str(folder))
    processes.count_as(folder, name)
