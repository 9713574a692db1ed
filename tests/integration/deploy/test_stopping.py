"""A web process that is stopped in good order says of what it no longer finishes that it can be tried again."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import uvicorn

from mobile_api.ending import AnswerWhenCancelled
from tests.support.waiting import waiting_for


async def never_done(scope: Any, receive: Any, send: Any) -> None:
    """A request that waits for something for longer than anybody stops for."""
    if scope["path"] == "/half":
        await send({"type": "http.response.start", "status": 200, "headers": []})
    await asyncio.sleep(60)


@pytest.fixture
async def server() -> AsyncIterator[uvicorn.Server]:
    config = uvicorn.Config(
        AnswerWhenCancelled(never_done),
        port=0,
        lifespan="off",
        log_config=None,
        timeout_graceful_shutdown=1,
    )
    made = uvicorn.Server(config)
    running = asyncio.create_task(made.serve())
    async with waiting_for("the server to start"):
        while not made.started:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
    yield made
    made.should_exit = True
    await running


async def stopped(server: uvicorn.Server, path: str, accept: str) -> httpx.Response:
    """The answer to a request that was under way when it was asked to stop."""
    port = server.servers[0].sockets[0].getsockname()[1]
    async with httpx.AsyncClient(timeout=20) as client:
        asked = asyncio.create_task(
            client.get(f"http://127.0.0.1:{port}{path}", headers={"Accept": accept})
        )
        async with waiting_for("the server to have the request"):
            while not server.server_state.tasks:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.01)
        server.should_exit = True
        return await asked


async def test_a_phone_is_told_to_send_it_again(server: uvicorn.Server) -> None:
    answer = await stopped(server, "/api/mobile/v1/uploads/1", "*/*")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    problem = answer.json()
    assert (problem["code"], problem["retryable"]) == ("unavailable", True)


async def test_a_person_at_the_desk_reads_it_in_both_languages(server: uvicorn.Server) -> None:
    answer = await stopped(server, "/desk/", "text/html")
    assert answer.status_code == 503
    assert "Hãy thử lại sau ít phút." in answer.text
    assert "Try again in a few minutes." in answer.text


async def test_an_answer_that_had_begun_is_broken_off_and_no_second_one_follows(
    server: uvicorn.Server,
) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        await stopped(server, "/half", "*/*")
