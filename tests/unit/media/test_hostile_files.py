"""Bombs, liars, polyglots and cut files: each gets a known answer within the child's limits, and the
next picture is looked at as if nothing had been."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from media import image_child
from media.images import Inspector
from tests.support import hostile, pictures
from tests.support.decoding import CPU_SECONDS, MEMORY_BYTES, assert_survived, watched


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def inspector() -> AsyncIterator[Inspector]:
    one = Inspector()
    yield one
    await one.close()


def test_the_childs_own_limits_are_within_the_promise() -> None:
    assert image_child.CPU_SECONDS <= CPU_SECONDS
    assert image_child.MEMORY_BYTES <= MEMORY_BYTES


@pytest.mark.sampled(one_in=5, each=lambda case: case["file"].said)
@pytest.mark.parametrize("file", hostile.light(), ids=lambda file: file.name)
async def test_a_hostile_file_is_survived(
    inspector: Inspector, tmp_path: Path, file: hostile.Hostile
) -> None:
    path = tmp_path / "file"
    data = file.make()
    path.write_bytes(data)
    found, cost = await watched(inspector, path)
    assert_survived(found, cost)
    assert (found.reason or found.outcome) in file.said
    assert path.read_bytes() == data
    path.write_bytes(pictures.jpeg())
    assert (await inspector.inspect(path)).outcome == "ready"
