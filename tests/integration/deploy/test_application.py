"""The application starts in the tests as under `up`, and says how its parts are."""

import httpx


async def test_it_lives_and_is_ready(client: httpx.AsyncClient) -> None:
    assert (await client.get("/health/live")).status_code == 200
    ready = await client.get("/health/ready")
    assert ready.status_code == 200, ready.text
    assert set(ready.json()["parts"].values()) == {"ok"}
