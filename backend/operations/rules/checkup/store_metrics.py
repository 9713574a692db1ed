"""Reads how much room an object store has from the metrics that it publishes. Pure."""

import re

_LINE = r"^{}(?:\{{[^}}]*\}})? ([0-9.eE+]+)$"
_FREE, _TOTAL = (
    "minio_cluster_capacity_usable_free_bytes",
    "minio_cluster_capacity_usable_total_bytes",
)


def room(text: str) -> tuple[int, int] | None:
    """Return free and all bytes that a MinIO cluster can use; None if the text (Prometheus's format) has not both."""
    free, total = _of(_FREE, text), _of(_TOTAL, text)
    return None if free is None or not total else (free, total)


def _of(name: str, text: str) -> int | None:
    found = re.search(_LINE.format(name), text, re.MULTILINE)
    try:
        return int(float(found[1])) if found else None
    except (ValueError, OverflowError):
        return None
