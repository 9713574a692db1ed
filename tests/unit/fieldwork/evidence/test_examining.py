"""Whatever lies in the store: an original is right when a version of it has the announced bytes, and only then."""

import hashlib
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.fieldwork.evidence.examining import Expected, examine, is_weaker
from media.keys import Bucket, ObjectName
from media.null_store import NullStore, NullStoreInUse
from media.store import Measured, Standing

RIGHT = b"as announced"
MEASURED = Measured(hashlib.sha256(RIGHT).hexdigest(), len(RIGHT))
NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


def a_store() -> NullStore:
    with pytest.warns(NullStoreInUse):
        return NullStore()


def expected(version: str | None = None, **protection: object) -> Expected:
    known: dict[str, object] = {"mode": None, "until": None, "hold": False} | protection
    return Expected(right=MEASURED, version=version, **known)  # type: ignore[arg-type]


async def filled(store: NullStore, *versions: bytes) -> tuple[ObjectName, list[str]]:
    name = ObjectName(Bucket.EVIDENCE, str(uuid4()))
    for data in versions:
        await store.put_bytes(name, data, media_type="image/jpeg")
    return name, list(reversed(await store.versions(name)))


@given(
    versions=st.lists(st.sampled_from([RIGHT, b"other", b""]), max_size=6),
    verified=st.integers(min_value=0, max_value=6),
)
async def test_it_is_found_wherever_it_lies_and_never_believed_to_be_where_it_is_not(
    versions: list[bytes], verified: int
) -> None:
    store = a_store()
    name, ids = await filled(store, *versions)
    known = ids[verified] if verified < len(ids) and versions[verified] == RIGHT else None
    found = await examine(store, name, expected(known))
    if RIGHT not in versions:
        assert found.standing is None
        assert (found.measured is None) == (versions == [])
        return
    assert found.standing is not None
    assert found.standing.version is not None
    assert (await store.read_version(name, found.standing.version)) == MEASURED == found.measured
    assert found.lost is None
    assert found.covered == (versions[-1] != RIGHT)
    if known is not None:
        assert found.standing.version == known


async def test_a_verified_version_that_is_gone_is_told_though_a_copy_is_there() -> None:
    store = a_store()
    name, ids = await filled(store, RIGHT)
    found = await examine(store, name, expected("no-longer-there"))
    assert found.standing is not None
    assert (found.standing.version, found.lost) == (ids[0], "no-longer-there")


async def test_of_several_right_versions_the_oldest_is_taken_where_the_latest_is_wrong() -> None:
    store = a_store()
    name, ids = await filled(store, RIGHT, RIGHT, b"other")
    found = await examine(store, name, expected())
    assert found.standing is not None
    assert found.standing.version == ids[0]


@pytest.mark.parametrize(
    ("before", "now", "weaker"),
    [
        ({}, {}, False),
        ({"hold": True}, {"hold": True}, False),
        ({"hold": True}, {}, True),
        ({"mode": "GOVERNANCE", "until": LATER}, {}, True),
        (
            {"mode": "GOVERNANCE", "until": LATER},
            {"mode": "GOVERNANCE", "until": LATER - timedelta(seconds=1)},
            True,
        ),
        (
            {"mode": "GOVERNANCE", "until": LATER},
            {"mode": "COMPLIANCE", "until": LATER + timedelta(days=1)},
            False,
        ),
        (
            {"mode": "COMPLIANCE", "until": LATER},
            {"mode": "GOVERNANCE", "until": LATER},
            True,
        ),
        ({"mode": "COMPLIANCE", "until": NOW}, {}, False),
    ],
)
def test_protection_is_missed_while_it_should_last(
    before: dict[str, object], now: dict[str, object], weaker: bool
) -> None:
    bare: dict[str, object] = {"mode": None, "until": None, "hold": False}
    standing = Standing(version="v", size=1, **(bare | now))  # type: ignore[arg-type]
    assert is_weaker(standing, expected("v", **before), NOW) is weaker
