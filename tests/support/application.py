"""The application in the tests' own event loop, used over HTTP."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from litestar import Litestar

from backend.core.settings import Settings
from tests.support import drawn
from tests.support.kept_pools import Pools

_built: list[Litestar] = []


def _application(settings: Settings) -> Litestar:
    """The application with these settings. Its routes are built once per process, because that
    costs more than most tests."""
    from asgi import create_app, state_of

    if not _built:
        drawn.compare_what_is_kept()
        _built.append(create_app(settings))
    application = _built[0]
    application.state.clear()
    application.state.update(state_of(settings))
    return application


@pytest.fixture
async def app(settings: Settings, pools: Pools) -> AsyncIterator[Litestar]:
    """The whole application, started. Its lifespan runs in a separate task, as under a server."""
    application = _application(settings)
    started = asyncio.Event()
    over = asyncio.Event()

    async def live() -> None:
        async with application.lifespan():
            started.set()
            await over.wait()

    life = asyncio.create_task(live())
    beginning = asyncio.create_task(started.wait())
    await asyncio.wait({life, beginning}, return_when=asyncio.FIRST_COMPLETED)
    beginning.cancel()
    if life.done():
        await life  # raises what prevented the start
    yield application
    with pools.kept():
        over.set()
        await life


@pytest.fixture
async def client(app: Litestar) -> AsyncIterator[httpx.AsyncClient]:
    """An HTTP client to `app` from 127.0.0.1, without cookies or tokens."""
    transport = httpx.ASGITransport(app=app, client=("127.0.0.1", 50000))
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver.local") as http:
        yield http
