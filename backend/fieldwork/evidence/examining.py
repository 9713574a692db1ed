"""Examining an original in the object store: it is always read whole, whatever was recorded of it.

Only the hash that the phone's act announced decides which version is right. A version that was
verified stays the one that is read, however many later versions are put over it.
"""

from datetime import datetime
from typing import NamedTuple

from media.keys import ObjectName
from media.store import Measured, ObjectMissing, ObjectStore, Standing

_MOST_VERSIONS = 20
"""The most versions that are read in search of the right one, so that a store full of other
versions does not stop the job."""


class Examined(NamedTuple):
    """What an examination found.

    `standing` describes the version with the right bytes; None if there is none. `measured` is what
    was read; None if nothing is there. `lost` names a version that was verified but is no longer
    what it was. `covered`: the latest version has other bytes, or the object was marked as deleted.
    """

    standing: Standing | None
    measured: Measured | None
    lost: str | None
    covered: bool


class Expected(NamedTuple):
    """What must be there: the announced bytes, the version verified before, and its protection."""

    right: Measured
    version: str | None
    mode: str | None
    until: datetime | None
    hold: bool


async def examine(store: ObjectStore, name: ObjectName, expected: Expected) -> Examined:
    """Read the original whole. A missing object is a result, not an error.

    Raises StoreUnavailable, StoreRefused.
    """
    right, version = expected.right, expected.version
    latest = await _standing(store, name)
    found, measured = await _read(store, name, version or (latest.version if latest else None))
    if found is not None and measured == right:
        return Examined(found, measured, None, await _is_covered(store, name, found, latest, right))
    for other in await _others(store, name, (found.version if found else None, version)):
        candidate, seen = await _read(store, name, other)
        measured = measured or seen
        if candidate is not None and seen == right:
            covered = await _is_covered(store, name, candidate, latest, right)
            return Examined(candidate, seen, version, covered)
    return Examined(None, measured, version, False)


def is_weaker(standing: Standing, expected: Expected, now: datetime) -> bool:
    """Tell whether recorded protection is gone. Retention that has ended does not count."""
    if expected.hold and not standing.hold:
        return True
    if expected.until is None or expected.until <= now:
        return False
    if standing.until is None or standing.until < expected.until:
        return True
    return expected.mode == "COMPLIANCE" and standing.mode != "COMPLIANCE"


async def _standing(store: ObjectStore, name: ObjectName) -> Standing | None:
    try:
        return await store.standing(name)
    except ObjectMissing:
        return None


async def _read(
    store: ObjectStore, name: ObjectName, version: str | None
) -> tuple[Standing | None, Measured | None]:
    try:
        standing = await store.standing(name, version)
        return standing, await store.read_version(name, standing.version)
    except ObjectMissing:
        return None, None


async def _others(store: ObjectStore, name: ObjectName, tried: tuple[str | None, ...]) -> list[str]:
    """Return versions not read yet, oldest first: the original came before whatever covers it."""
    versions = await store.versions(name)
    return [version for version in reversed(versions) if version not in tried][:_MOST_VERSIONS]


async def _is_covered(
    store: ObjectStore,
    name: ObjectName,
    found: Standing,
    latest: Standing | None,
    right: Measured,
) -> bool:
    """Tell whether a later version covers the right one.

    The same bytes, put again by a retry, do not count.
    """
    if latest is not None and latest.version == found.version:
        return False
    _, measured = await _read(store, name, None)
    return measured != right
