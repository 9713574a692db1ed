"""tus-js-client, as others wrote it, against the real server: in Node and in Chromium."""

import asyncio
import hashlib
import json
import random
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, Route

from backend.core import database
from deploy import node, surroundings
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.uploads import UPLOADS, Tus

pytestmark = pytest.mark.slow


CLIENTS = Path(__file__).parents[2] / "clients"
APP = surroundings.ROOT / "mobile_app"
DATA = random.Random(20261124).randbytes(3_000_000)
SHA256 = hashlib.sha256(DATA).hexdigest()
KINDS = (
    *("plain", "chunks", "at_creation", "parallel", "deferred", "override"),
    *("cut", "cut_at_creation", "cut_parallel"),
)
"""Ways to upload; tests/clients/scenarios.mjs has their options."""


@pytest.fixture(scope="session")
def modules() -> Path:
    """tus-js-client among the modules of the phone, installed as its lock file says."""
    return node.npm_ci(APP)


@pytest.fixture
async def phone(phones: Phones, people: People) -> Tus:
    return Tus((await phones.of(people.an, sync=False)).client)


def options(site: str, phone: Tus) -> dict[str, Any]:
    return {
        "endpoint": site + UPLOADS,
        "headers": {"Authorization": phone.client.headers["authorization"]},
        "metadata": {"filename": "ảnh hiện trường.jpg", "filetype": "image/jpeg", "sha256": SHA256},
    }


@pytest.fixture
def in_node(site: str, phone: Tus, modules: Path, tmp_path: Path) -> Any:
    """Runs scenarios in Node, side by side; what is told of each."""

    async def run(*kinds: str) -> Any:
        asked = []
        for kind in kinds:
            file = tmp_path / f"{kind}.jpg"  # its own: they run side by side
            file.write_bytes(DATA)
            asked.append({"kind": kind, "file": str(file), "options": options(site, phone)})
        found = node.find()
        process = await asyncio.create_subprocess_exec(
            *(*found.node, "run.mjs", json.dumps(asked)),
            cwd=CLIENTS,
            env=dict(found.env),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        async with asyncio.timeout(60):
            out, err = await process.communicate()
        assert process.returncode == 0, err.decode()
        return json.loads(out)

    return run


@pytest.fixture
def in_chromium(site: str, phone: Tus, modules: Path, chrome: Chrome) -> Any:
    """Runs a scenario in a page of the server's own origin, on a line of 3 MB a second."""
    files = {
        "page": (CLIENTS / "page.html", "text/html"),
        "tus.js": (modules / "tus-js-client" / "dist" / "tus.js", "text/javascript"),
        "page.mjs": (CLIENTS / "page.mjs", "text/javascript"),
        "scenarios.mjs": (CLIENTS / "scenarios.mjs", "text/javascript"),
    }

    pages: list[Page] = []

    async def serve(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        if name == "data":
            await route.fulfill(body=DATA, content_type="application/octet-stream")
        else:
            path, kind = files[name]
            await route.fulfill(path=path, content_type=kind)

    async def run(kind: str) -> Any:
        if not pages:
            pages.append(page := await chrome.window())
            await page.route("**/clients/*", serve)
            await page.goto("/clients/page")
            await page.wait_for_function("window.runScenario !== undefined")
            await slow_down(page)
        asked = [kind, options(site, phone)]
        return await pages[0].evaluate("([kind, options]) => runScenario(kind, options)", asked)

    return run


async def slow_down(page: Page) -> None:
    session = await page.context.new_cdp_session(page)
    line = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 3e6}
    await session.send("Network.emulateNetworkConditions", line)


async def hash_of(told: Any) -> str | None:
    found: str | None = await database.fetchval(
        "SELECT actual_sha256 FROM uploads WHERE id::text = $1", told["url"].rpartition("/")[2]
    )
    return found


def sending(told: Any) -> list[Any]:
    return [each for each in told["requests"] if "PATCH" in (each["method"], each["override"])]


def check_manner(kind: str, told: Any) -> None:
    """That it did what this kind of upload is about, and not something easier."""
    requests, sent = told["requests"], sending(told)
    assert {each["status"] for each in requests} <= {200, 201, 204, 409, 423}
    if kind in ("chunks", "deferred"):
        assert [each["from"] for each in sent] == list(range(0, len(DATA), 700_000))
    if kind == "at_creation":
        assert not sent
        assert requests[0]["offset"] == len(DATA)
    if kind == "override":
        assert {each["method"] for each in sent} == {"POST"}
    if "parallel" in kind:
        said = [each["concat"] or "" for each in requests if each["method"] == "POST"]
        assert said[:3] == ["partial"] * 3
        assert len(said) == 4
        assert said[3].startswith("final;http://127.0.0.1:")
        assert said[3].count(" ") == 2
    if kind == "cut":
        assert [each["method"] for each in requests][:2] == ["POST", "HEAD"]
        told_offset = next(each["offset"] for each in requests if each["method"] == "HEAD")
        assert sent[0]["from"] == told_offset < len(DATA)


@pytest.mark.long
async def test_tus_js_client_in_node_brings_the_same_bytes_in_every_way(in_node: Any) -> None:
    told = await in_node(*KINDS)
    for kind, each in zip(KINDS, told, strict=True):
        assert await hash_of(each) == SHA256, kind
        check_manner(kind, each)


@pytest.mark.long
@pytest.mark.browser
async def test_tus_js_client_in_chromium_brings_the_same_bytes_in_every_way(
    in_chromium: Any, chrome: Chrome
) -> None:
    for kind in KINDS:
        told = await in_chromium(kind)
        assert await hash_of(told) == SHA256, kind
        check_manner(kind, told)
    assert chrome.complaints == []


async def test_tus_js_client_in_node_takes_an_upload_back(in_node: Any, phone: Tus) -> None:
    [told] = await in_node("terminate")
    await taken_back(told, phone)


@pytest.mark.browser
async def test_tus_js_client_in_chromium_takes_an_upload_back(in_chromium: Any, phone: Tus) -> None:
    await taken_back(await in_chromium("terminate"), phone)


async def taken_back(told: Any, phone: Tus) -> None:
    assert told["requests"][-1]["method"] == "DELETE"
    assert told["requests"][-1]["status"] == 204
    where = UPLOADS + "/" + told["url"].rpartition("/")[2]
    assert (await phone.ask("HEAD", where)).status_code == 410
