"""The object store as `hientruong verify` looks at it: originals whole, their protection, and what nobody announced."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from backend.core import clock
from backend.fieldwork.evidence.examining import examine, is_weaker
from backend.fieldwork.evidence.protecting import expected_of
from media import keys
from media.keys import Bucket, ObjectName
from media.store import ObjectMissing, ObjectStore, StoreError

_PAGE = 500


class Seen(NamedTuple):
    """What became of one original. `measured` is what was read in its place where it is not `right`.

    `lost`: the version that had been verified is gone, the same bytes are there as another one. `covered`: other bytes,
    or a delete marker, lie over it. `weaker`: retention or hold is less than was recorded.
    """

    right: bool
    measured: tuple[str, int] | None
    lost: bool
    covered: bool
    weaker: bool


class Kept(NamedTuple):
    """An object of the evidence bucket. `photo_id` is None where its key is none of ours."""

    object_key: str
    photo_id: UUID | None
    written_at: datetime


class StoreGone(Exception):
    """The store as a whole: nothing is proven of its objects, not even that one is missing."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi = vi


class Auditor:
    """Looks; changes nothing."""

    def __init__(self, store: ObjectStore, *, locks: bool = True) -> None:
        """`locks`: whether this installation locks what it stores."""
        self._store = store
        self.locks = locks

    async def is_there(self) -> None:
        """Raise StoreGone where the store does not answer, does not know us, or has no such bucket.

        Asked before the first object and after each that could not be read, so that a store that is gone costs one wait
        and one line instead of one for every photograph. A bucket that is not there is a wrong setting or a lost store;
        objects missing from one that is there are damage.
        """
        try:
            await self._store.ready()
        except ObjectMissing as error:
            raise StoreGone(f"không có vùng chứa ({error})", f"{error} does not exist") from None
        except StoreError as error:
            raise StoreGone(f"không trả lời ({error})", f"it does not answer ({error})") from None

    async def look(self, row: Any) -> Seen:
        """Read one original, by its row of photos. Raises StoreError where the store does not answer."""
        expected = expected_of(row)
        found = await examine(self._store, _name(row["object_key"]), expected)
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
        """Read an object that has no story of its own, a signed paper: its SHA-256 and size. None where it is gone.

        Raises StoreError where the store does not answer.
        """
        try:
            return await self._store.read_back(_name(key))
        except ObjectMissing:
            return None

    async def is_held(self, key: str, version: str | None) -> bool:
        """Tell whether this version (the latest where None) has a legal hold. False where it is gone.

        Raises StoreError where the store does not answer.
        """
        try:
            return (await self._store.standing(_name(key), version)).hold
        except ObjectMissing:
            return False

    async def kept_after(self, key: str) -> list[Kept]:
        """A page of the evidence bucket, in order of keys, after this one (as its own page's last said); after a
        checkpoint what follows all of them."""
        after = keys.on_from(_name(key).key) if key else ""
        return [
            Kept(str(item.name), _photo_of(item.name.key), item.written_at)
            for item in await self._store.originals_after(after, _PAGE)
        ]


def _name(key: str) -> ObjectName:
    """The object that a row names; a bare key is one of the evidence bucket."""
    try:
        return keys.parse(key)
    except ValueError:
        return ObjectName(Bucket.EVIDENCE, key)


def _photo_of(key: str) -> UUID | None:
    """The photograph that `<unit id>/<photo id>-<sha256>` names."""
    try:
        return UUID(key.partition("/")[2][:36])
    except ValueError:
        return None
