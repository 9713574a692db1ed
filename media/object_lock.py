"""Versions, object lock and listings through the minio SDK, for minio_store.

Every call here blocks. A HEAD shows retention and hold to everybody who may read
(x-amz-object-lock-*). Only the identity that *sets* them needs more rights: PutObjectRetention and
PutObjectLegalHold. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
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
    """List versions, newest first as S3 does.

    Delete markers, and other keys that begin with this one, are left out.
    """
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
    """List versions. Keys that have only delete markers are left out."""
    found = client.list_objects(
        bucket, prefix=prefix, recursive=True, start_after=key or None, include_version=True
    )
    held = (str(item.object_name) for item in found if not item.is_delete_marker)
    # Versions of one key follow each other. A store may begin with those of `key` itself.
    names = (name for name, _ in groupby(held) if name > key)
    return list(islice(names, limit))


def protect(
    client: Minio, bucket: str, key: str, version: str, mode: RetentionMode, until: datetime | None
) -> None:
    """PUT the legal hold first, which does not depend on a correct date, then the retention."""
    client.enable_object_legal_hold(bucket, key, version_id=version)
    if until is not None:
        client.set_object_retention(bucket, key, Retention(mode, until), version_id=version)
