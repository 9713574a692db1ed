"""The phone app as it is served: one page for every address of its own, kept or asked anew as is right; and fenced."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import msgspec
import pytest

from asgi import create_app
from backend.core.settings import Settings
from mobile_api.app_files import STAMP

PAGE = "<!doctype html><title>Hiện Trường</title>"
SCRIPT = "export const greeting = 'Xin chào';\n" * 20


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A build, as Vite and the starter leave it."""
    folder = tmp_path / "app"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (folder / "sw.js").write_text("self.skipWaiting")
    (folder / "manifest.webmanifest").write_text("{}")
    (folder / "assets" / "main-1a2b.js").write_text(SCRIPT)
    (folder / "secret.key").write_text("not a type that is served")
    (folder / STAMP).write_text('{"sources": "1"}')
    return folder


@pytest.fixture
async def visitor(settings: Settings, built: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A browser that has no account. Serving files needs no part that is started, so nothing is."""
    transport = httpx.ASGITransport(create_app(msgspec.structs.replace(settings, app_dir=built)))
    async with httpx.AsyncClient(transport=transport, base_url="http://phone.test") as client:
        yield client


async def test_every_address_of_the_app_opens_its_one_page(visitor: httpx.AsyncClient) -> None:
    for path in ("/app/", "/app/inspections/0199/photos", "/app/outbox"):
        answer = await visitor.get(path)
        assert (answer.status_code, answer.text) == (200, PAGE), path
        assert answer.headers["cache-control"] == "no-cache"
    assert (await visitor.get("/app")).headers["location"] == "/app/"


async def test_files_named_by_their_content_are_kept_and_the_service_worker_never_is(
    visitor: httpx.AsyncClient,
) -> None:
    script = await visitor.get("/app/assets/main-1a2b.js")
    assert "immutable" in script.headers["cache-control"]
    worker = await visitor.get("/app/sw.js")
    assert worker.headers["cache-control"] == "no-cache"
    again = await visitor.get("/app/sw.js", headers={"if-none-match": worker.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_what_is_not_there_is_not_the_page(visitor: httpx.AsyncClient, built: Path) -> None:
    """A script that answers with HTML would be kept by a phone as if it were the app."""
    for name in (
        "assets/old-0000.js",
        "secret.key",
        STAMP,
        "assets/../sw.txt",
        "..%2f..%2fasgi.py",
    ):
        assert (await visitor.get(f"/app/{name}")).status_code == 404, name


async def test_the_page_may_load_nothing_but_ours(visitor: httpx.AsyncClient) -> None:
    headers = (await visitor.get("/app/")).headers
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["permissions-policy"] == "camera=(self), geolocation=(self), microphone=()"


async def test_a_slow_line_gets_the_script_packed(visitor: httpx.AsyncClient) -> None:
    async with visitor.stream("GET", "/app/assets/main-1a2b.js") as answer:
        raw = b"".join([part async for part in answer.aiter_raw()])
    assert answer.headers["content-encoding"] == "gzip"
    assert len(raw) < len(SCRIPT) / 4
    assert gzip.decompress(raw).decode() == SCRIPT
    plain = await visitor.get("/app/assets/main-1a2b.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == SCRIPT


async def test_a_new_build_is_served_without_a_restart(
    visitor: httpx.AsyncClient, built: Path
) -> None:
    assert (await visitor.get("/app/")).text == PAGE
    (built / "index.html").write_text("<title>2</title>")
    (built / STAMP).unlink()
    assert (await visitor.get("/app/")).status_code == 503
    (built / STAMP).write_text('{"sources": "2"}')
    assert (await visitor.get("/app/")).text == "<title>2</title>"


async def test_a_server_without_the_app_says_what_to_do(settings: Settings, tmp_path: Path) -> None:
    transport = httpx.ASGITransport(
        create_app(msgspec.structs.replace(settings, app_dir=tmp_path / "none"))
    )
    async with httpx.AsyncClient(transport=transport, base_url="http://phone.test") as client:
        answer = await client.get("/app/")
    assert answer.status_code == 503
    assert "./hientruong up" in answer.text
