"""The checks of `hientruong verify` on the object store.

Originals are read whole, their protection is checked, and objects that nobody announced are listed.
"""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from backend.core import clock
from backend.fieldwork.evidence.examining import Expected, examine, is_weaker
from media import keys
from media.keys import Bucket, ObjectName
from media.store import Measured, ObjectMissing, ObjectStore, StoreError

_PAGE = 500


class Seen(NamedTuple):
    """The state of one original. `measured` is what was read; if not `right`, what is in its place.

    `lost`: the version that was verified is gone, but another version has the same bytes.
    `covered`: a later version with other bytes, or a delete marker, hides it. `weaker`: retention
    or hold is less than was recorded.
    """

    right: bool
    measured: tuple[str, int] | None
    lost: bool
    covered: bool
    weaker: bool


class Kept(NamedTuple):
    """An object of the evidence bucket. `photo_id` is None if its key does not have our form."""

    object_key: str
    photo_id: UUID | None
    written_at: datetime


class StoreGone(Exception):
    """The whole store is out of reach.

    Nothing is proven of its objects then, not even that one is missing.
    """

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi = vi


class Auditor:
    """Reads the object store and changes nothing."""

    def __init__(self, store: ObjectStore, *, locks: bool = True) -> None:
        """`locks`: whether this installation locks what it stores."""
        self._store = store
        self.locks = locks

    async def is_there(self) -> None:
        """Raise StoreGone if the store does not answer, rejects us, or lacks the bucket.

        Called before the first object and after each one that could not be read. A store that is
        gone then costs one wait and one line of output, not one per photograph. A missing bucket
        means a wrong setting or a lost store; missing objects in an existing bucket are damage.
        """
        try:
            await self._store.ready()
        except ObjectMissing as error:
            raise StoreGone(f"không có vùng chứa ({error})", f"{error} does not exist") from None
        except StoreError as error:
            raise StoreGone(f"không trả lời ({error})", f"it does not answer ({error})") from None

    async def look(
        self,
        key: str,
        right: tuple[str, int],
        *,
        version: str | None,
        mode: str | None,
        until: datetime | None,
        hold: bool,
    ) -> Seen:
        """Read one original and compare it with what its row says. Raises StoreError if the store is down.

        `right` is its SHA-256 and size, `version` the one that was verified; the rest is its protection.
        """
        expected = Expected(Measured(*right), version, mode, until, hold)
        found = await examine(self._store, _name(key), expected)
        standing = found.standing
        lost = found.lost is not None
        return Seen(
            right=standing is not None,
            measured=found.measured,
            lost=lost,
            covered=found.covered,
            weaker=standing is not None and not lost and is_weaker(standing, expected, clock.now()),
        )

    async def measure(self, key: str) -> tuple[str, int] | None:
        """Return SHA-256 and size of an object without a custody story, such as a signed paper.

        None if it is gone. Raises StoreError if the store does not answer.
        """
        try:
            return await self._store.read_back(_name(key))
        except ObjectMissing:
            return None

    async def is_held(self, key: str, version: str | None) -> bool:
        """Tell whether this version (None: the latest) has a legal hold. False if it is gone.

        Raises StoreError if the store does not answer.
        """
        try:
            return (await self._store.standing(_name(key), version)).hold
        except ObjectMissing:
            return False

    async def kept_after(self, key: str) -> list[Kept]:
        """Return the page of the evidence bucket that follows this key, in order of keys.

        `key` is the last one of the page before. If it is that of a checkpoint, the page begins
        after all checkpoints.
        """
        after = keys.on_from(_name(key).key) if key else ""
        return [
            Kept(str(item.name), _photo_of(item.name.key), item.written_at)
            for item in await self._store.originals_after(after, _PAGE)
        ]


def _name(key: str) -> ObjectName:
    """Return the object that a row names. A bare key means the evidence bucket."""
    try:
        return keys.parse(key)
    except ValueError:
        return ObjectName(Bucket.EVIDENCE, key)


def _photo_of(key: str) -> UUID | None:
    """Return the photograph that `<unit id>/<photo id>-<sha256>` names."""
    try:
        return UUID(key.partition("/")[2][:36])
    except ValueError:
        return None
