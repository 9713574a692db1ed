"""Versions, object lock and listings through the minio SDK: what minio_store offers of them. Every call here blocks.

A HEAD tells retention and hold to whoever may read (x-amz-object-lock-*), so that only who *sets* them needs rights
of his own: PutObjectRetention and PutObjectLegalHold.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
"""

from datetime import datetime
from itertools import groupby, islice
from typing import Any

from minio import Minio
from minio.retention import Retention

from media.store import RetentionMode, Standing

_MODES: dict[str, RetentionMode] = {"GOVERNANCE": "GOVERNANCE", "COMPLIANCE": "COMPLIANCE"}
_NO_VERSION = "null"  # S3's name for the version of an object from before its bucket kept versions


def standing(client: Minio, bucket: str, key: str, version: str | None) -> Standing:
    """HEAD."""
    found = client.stat_object(bucket, key, version_id=version)
    headers: Any = found.metadata or {}
    until = headers.get("x-amz-object-lock-retain-until-date")
    return Standing(
        version=found.version_id,
        size=int(found.size or 0),
        mode=_MODES.get(headers.get("x-amz-object-lock-mode", "")),
        until=datetime.fromisoformat(until) if until else None,
        hold=headers.get("x-amz-object-lock-legal-hold") == "ON",
    )


def versions(client: Minio, bucket: str, key: str) -> list[str]:
    """List, newest first as S3 does; delete markers and other keys with this beginning left out."""
    found = client.list_objects(bucket, prefix=key, include_version=True, recursive=True)
    return [
        str(item.version_id)
        for item in found
        if item.object_name == key
        and not item.is_delete_marker
        and item.version_id not in (None, "", _NO_VERSION)
    ]


def keys_after(client: Minio, bucket: str, key: str, limit: int) -> list[tuple[str, datetime]]:
    """List latest versions by key, with the time each was written."""
    found = client.list_objects(bucket, recursive=True, start_after=key or None)
    return [
        (str(item.object_name), item.last_modified)
        for item in islice(found, limit)
        if item.last_modified is not None
    ]


def any_version_after(client: Minio, bucket: str, prefix: str, key: str, limit: int) -> list[str]:
    """List versions; keys under which nothing but delete markers lie are left out."""
    found = client.list_objects(
        bucket, prefix=prefix, recursive=True, start_after=key or None, include_version=True
    )
    held = (str(item.object_name) for item in found if not item.is_delete_marker)
    # Versions of one key follow each other. A store may begin with those of the key itself.
    names = (name for name, _ in groupby(held) if name > key)
    return list(islice(names, limit))


def protect(
    client: Minio, bucket: str, key: str, version: str, mode: RetentionMode, until: datetime | None
) -> None:
    """PUT the hold first, which needs no date to be right, then the retention."""
    client.enable_object_legal_hold(bucket, key, version_id=version)
    if until is not None:
        client.set_object_retention(bucket, key, Retention(mode, until), version_id=version)
