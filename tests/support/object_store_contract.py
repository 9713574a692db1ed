"""Requirements for all our object stores: the same tests run against memory and against a real S3
server."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from media.keys import Bucket, ObjectName
from media.store import NotDeletable, ObjectMissing, ObjectStore, StoreRefused


def a_file(folder: Path, data: bytes) -> tuple[Path, str]:
    path = folder / str(uuid4())
    path.write_bytes(data)
    return path, hashlib.sha256(data).hexdigest()


def staging() -> ObjectName:
    return ObjectName(Bucket.STAGING, str(uuid4()))


def evidence() -> ObjectName:
    return ObjectName(Bucket.EVIDENCE, f"{uuid4()}/{uuid4()}-{'0' * 64}")


def in_days(days: int) -> datetime:
    """Midnight some days ahead: a whole second, as stores keep it."""
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return today + timedelta(days=days + 1)


class ObjectStoreContract:
    """Tests for a subclass with a fixture `store`."""

    async def put(self, store: ObjectStore, folder: Path, name: ObjectName, data: bytes) -> str:
        path, sha256 = a_file(folder, data)
        await store.put_file(name, path, sha256=sha256, size=len(data), media_type="image/jpeg")
        return sha256

    @pytest.mark.parametrize("size", [0, 1, 65_536, 7_000_001])
    async def test_what_is_put_is_read_back_byte_for_byte(
        self, store: ObjectStore, tmp_path: Path, size: int
    ) -> None:
        name, data = staging(), bytes(range(256)) * (size // 256 + 1)
        sha256 = await self.put(store, tmp_path, name, data[:size])
        assert await store.read_back(name) == (sha256, size)
        assert await store.size_of(name) == size
        async with store.open(name) as chunks:
            assert b"".join([chunk async for chunk in chunks]) == data[:size]

    async def test_a_part_is_read_by_offset_and_length(
        self, store: ObjectStore, tmp_path: Path
    ) -> None:
        name, data = staging(), bytes(range(256)) * 4096
        await self.put(store, tmp_path, name, data)
        for offset, length, wanted in [
            (0, 10, data[:10]),
            (300_000, 400_000, data[300_000:700_000]),
            (1_000_000, None, data[1_000_000:]),
            (5, 0, b""),
        ]:
            async with store.open(name, offset=offset, length=length) as chunks:
                assert b"".join([chunk async for chunk in chunks]) == wanted

    async def test_a_reader_may_stop_half_way(self, store: ObjectStore, tmp_path: Path) -> None:
        name = staging()
        await self.put(store, tmp_path, name, b"x" * 3_000_000)
        for _ in range(20):
            async with store.open(name) as chunks:
                assert (await anext(aiter(chunks)))[:1] == b"x"
        assert (await store.read_back(name)).size == 3_000_000

    async def test_other_bytes_than_announced_are_refused(
        self, store: ObjectStore, tmp_path: Path
    ) -> None:
        name = staging()
        path, _ = a_file(tmp_path, b"these bytes")
        other = hashlib.sha256(b"other bytes").hexdigest()
        with pytest.raises(StoreRefused):
            await store.put_file(name, path, sha256=other, size=11, media_type="image/jpeg")
        with pytest.raises(ObjectMissing):
            await store.read_back(name)

    async def test_putting_the_same_bytes_again_is_no_error(
        self, store: ObjectStore, tmp_path: Path
    ) -> None:
        name = evidence()
        sha256 = await self.put(store, tmp_path, name, b"once")
        await self.put(store, tmp_path, name, b"once")
        assert await store.read_back(name) == (sha256, 4)

    async def test_a_copy_has_the_same_bytes(self, store: ObjectStore, tmp_path: Path) -> None:
        source, target = staging(), evidence()
        sha256 = await self.put(store, tmp_path, source, b"copied" * 1000)
        await store.copy(source, target)
        assert await store.read_back(target) == (sha256, 6000)

    async def test_a_missing_object_is_said_to_be_missing(self, store: ObjectStore) -> None:
        with pytest.raises(ObjectMissing):
            await store.read_back(staging())
        with pytest.raises(ObjectMissing):
            await store.size_of(evidence())
        with pytest.raises(ObjectMissing):
            await store.copy(staging(), evidence())
        with pytest.raises(ObjectMissing):
            async with store.open(staging()):
                pass

    async def test_a_staging_object_can_be_deleted_and_twice_is_no_error(
        self, store: ObjectStore
    ) -> None:
        name = staging()
        await store.put_bytes(name, b"preview", media_type="image/jpeg")
        await store.delete_staged(name)
        await store.delete_staged(name)
        with pytest.raises(ObjectMissing):
            await store.size_of(name)

    async def test_evidence_is_never_deleted(self, store: ObjectStore, tmp_path: Path) -> None:
        name = evidence()
        sha256 = await self.put(store, tmp_path, name, b"evidence")
        with pytest.raises(NotDeletable):
            await store.delete_staged(name)
        assert await store.read_back(name) == (sha256, 8)

    async def test_bytes_put_over_others_leave_them_readable_by_their_version(
        self, store: ObjectStore, tmp_path: Path
    ) -> None:
        name = evidence()
        first = await self.put(store, tmp_path, name, b"the original")
        version = (await store.standing(name)).version
        second = await self.put(store, tmp_path, name, b"something else")
        assert (await store.read_back(name)).sha256 == second
        assert (await store.read_version(name, version)) == (first, 12)
        async with store.open(name, version=version, offset=4) as chunks:
            assert b"".join([chunk async for chunk in chunks]) == b"original"
        newest = (await store.standing(name)).version
        assert newest != version
        assert await store.versions(name) == [newest, version]

    async def test_a_version_that_is_not_there_is_missing(
        self, store: ObjectStore, tmp_path: Path
    ) -> None:
        name = evidence()
        assert await store.versions(name) == []
        with pytest.raises(ObjectMissing):
            await store.standing(name)
        await self.put(store, tmp_path, name, b"bytes")
        with pytest.raises(ObjectMissing):
            await store.read_version(name, "0" * 32)

    async def test_protection_is_told_as_it_was_set_and_only_of_that_version(
        self, store: ObjectStore, tmp_path: Path
    ) -> None:
        name, until = evidence(), in_days(2)
        await self.put(store, tmp_path, name, b"unprotected")
        before = await store.standing(name)
        assert (before.size, before.mode, before.until, before.hold) == (11, None, None, False)
        assert before.version is not None
        await store.protect(name, before.version, mode="GOVERNANCE", until=until)
        await self.put(store, tmp_path, name, b"over it")
        assert await store.standing(name, before.version) == before._replace(
            mode="GOVERNANCE", until=until, hold=True
        )
        assert (await store.standing(name)).hold is False

    async def test_protection_is_repeated_and_extended_but_never_shortened(
        self, store: ObjectStore, tmp_path: Path
    ) -> None:
        name = evidence()
        await self.put(store, tmp_path, name, b"protected")
        version = (await store.standing(name)).version
        assert version is not None
        for days in (2, 2, 3):
            await store.protect(name, version, mode="GOVERNANCE", until=in_days(days))
        with pytest.raises(StoreRefused):
            await store.protect(name, version, mode="GOVERNANCE", until=in_days(1))
        assert (await store.standing(name)).until == in_days(3)

    async def test_a_hold_alone_is_protection_as_well(
        self, store: ObjectStore, tmp_path: Path
    ) -> None:
        name = evidence()
        await self.put(store, tmp_path, name, b"held")
        version = (await store.standing(name)).version
        assert version is not None
        await store.protect(name, version, mode="GOVERNANCE", until=None)
        found = await store.standing(name)
        assert (found.hold, found.until) == (True, None)

    async def test_what_cannot_be_locked_is_refused(
        self, store: ObjectStore, tmp_path: Path
    ) -> None:
        name = staging()
        await self.put(store, tmp_path, name, b"staged")
        assert (await store.standing(name)).version is None
        with pytest.raises(StoreRefused):
            await store.protect(name, "0" * 32, mode="GOVERNANCE", until=in_days(1))

    async def test_originals_are_listed_by_key_a_page_at_a_time(
        self, store: ObjectStore, tmp_path: Path
    ) -> None:
        unit = f"zz-{uuid4()}"  # sorts after whatever other tests have stored
        names = [ObjectName(Bucket.EVIDENCE, f"{unit}-{n // 3}/{n % 3}") for n in range(6)]
        for name in reversed(names):
            await self.put(store, tmp_path, name, b"listed")
        await self.put(store, tmp_path, names[1], b"and once more")
        first = await store.originals_after(names[0].key, 2)
        rest = await store.originals_after(first[-1].name.key, 5)
        assert [item.name for item in [*first, *rest]] == names[1:]
        age = datetime.now(UTC) - first[0].written_at
        assert timedelta(minutes=-1) < age < timedelta(minutes=5)

    async def test_objects_below_a_folder_are_listed_whichever_version_they_have(
        self, store: ObjectStore, tmp_path: Path
    ) -> None:
        folder = f"zz-{uuid4()}/"
        names = [ObjectName(Bucket.EVIDENCE, f"{folder}{n // 3}/{n % 3}.json") for n in range(6)]
        for name in [*names, ObjectName(Bucket.EVIDENCE, f"zz-{uuid4()}/1")]:
            await self.put(store, tmp_path, name, b"listed")
        await self.put(store, tmp_path, names[1], b"and once more")
        assert await store.any_version_after(folder, "", 100) == names
        assert await store.any_version_after(folder, names[1].key, 3) == names[2:5]
        assert await store.any_version_after(folder, f"{folder}0/~", 1) == [names[3]]
        assert await store.any_version_after(folder, names[-1].key, 1) == []

    async def test_a_store_that_is_there_is_ready(self, store: ObjectStore) -> None:
        await store.ready()
