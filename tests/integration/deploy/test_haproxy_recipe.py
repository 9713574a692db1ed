"""What HAProxy says by itself, by the recipe as it is shipped; no node runs behind it."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from backend.core.errors import Unavailable
from tests.support import haproxy
from tests.support.waiting import waiting_for

pytestmark = haproxy.needed
NOBODY = "127.0.0.1:9"


@pytest.fixture
async def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """The proxy's address."""
    async with haproxy.haproxy([NOBODY, NOBODY], tmp_path, monkeypatch) as address:
        yield address


@pytest.mark.long
async def test_without_any_node_phones_and_desks_are_told_to_wait_in_both_languages(
    url: str,
) -> None:
    async with httpx.AsyncClient(base_url=url, timeout=60) as client:
        phone = await client.get("/api/mobile/v1/sync")
        desk = await client.get("/desk/")
    for answer in (phone, desk):
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "5"
        assert Unavailable.text_vi.split(".")[0] in answer.text
        assert Unavailable.text_en in answer.text
    assert phone.headers["content-type"] == "application/problem+json"
    problem = phone.json()
    assert (problem["code"], problem["retryable"], problem["status"]) == ("unavailable", True, 503)
    assert problem["text"] == {"vi": Unavailable.text_vi, "en": Unavailable.text_en}
    assert desk.headers["content-type"].startswith("text/html")


async def test_numbers_are_not_to_be_had_through_the_proxy(url: str) -> None:
    async with httpx.AsyncClient(base_url=url, timeout=60) as client:
        assert (await client.get("/metrics")).status_code == 404


@pytest.mark.long
async def test_who_uses_the_citizens_form_is_in_no_log_of_the_proxy(
    url: str, tmp_path: Path
) -> None:
    """A line would have the address, the second at which the report came, and the code of its receipt."""
    async with httpx.AsyncClient(base_url=url, timeout=60) as client:
        await client.get("/phan-anh/ABCD-EFGH-JKMN")
        await client.post("/phan-anh", content=b"what=x")
        await client.get("/metrics?the-line-after")
    async with waiting_for("the line of another request"):
        while True:
            said = (tmp_path / "haproxy.log").read_text()
            if "the-line-after" in said:
                break
            await asyncio.sleep(0.05)
    assert "phan-anh" not in said
    assert "~ citizens" not in said, "nor by the place it went to"


@pytest.mark.long
async def test_who_sends_half_a_head_or_half_a_body_is_answered_and_not_waited_for(
    url: str, tmp_path: Path
) -> None:
    port = int(url.rpartition(":")[2])
    trust = ssl.create_default_context(cafile=str(tmp_path / "trusted.pem"))

    async def ask(sent: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=trust)
        writer.write(sent)
        async with asyncio.timeout(60):  # a node alone would wait for ever
            answer = await reader.read(65536)
        writer.close()
        return answer

    head, body = await asyncio.gather(
        ask(b"GET /desk/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow"),
        ask(
            b"POST /api/mobile/v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            b"Content-Type: application/json\r\nContent-Length: 900\r\n\r\n{"
        ),
    )
    assert head.split()[1] == b"408"
    assert body.split()[1] == b"408"
    assert json.loads(body.partition(b"\r\n\r\n")[2])["retryable"] is True
