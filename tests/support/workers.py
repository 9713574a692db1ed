"""The worker's jobs in a test's own event loop, with decoders that serve the whole run."""

from collections.abc import AsyncIterator

import pytest

from backend.core.settings import Settings
from backend.operations.jobs.run import Worker
from media.images import Inspector

_decoders: list[Inspector] = []


@pytest.fixture(scope="session", autouse=True)
async def decoders() -> AsyncIterator[None]:
    """Two decoding children for all tests, started by the first pictures, because loading takes
    each of them half a second."""
    _decoders.extend(Inspector() for _ in range(2))
    yield
    while _decoders:
        await _decoders.pop().close()


def worker_of(settings: Settings) -> Worker:
    """A worker on this test's database. It ends with its test, and its decoders with the run."""
    return Worker(settings, _decoders)
