"""One answer to a scraper tells of every process of a machine, of the worker too, and of what the database knows."""

import asyncio
import os
import signal
from collections.abc import Iterable
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from backend.core.settings import Settings
from tests.integration.deploy import apart
from tests.integration.deploy.running import free_port

pytestmark = pytest.mark.slow

Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def samples(text: str) -> Samples:
    """By name and labels. Raises ValueError where a name or a sample stands there twice."""
    found: Samples = {}
    for family in text_string_to_metric_families(text):
        for one in family.samples:
            key = (one.name, tuple(sorted(one.labels.items())))
            if key in found:
                raise ValueError(f"twice: {key}")
            found[key] = one.value
    return found


def total(of: Samples, name: str, **labels: str) -> float:
    """The sum of what has this name and these labels."""
    return sum(
        value for (named, has), value in of.items() if named == name and labels.items() <= set(has)
    )


async def scrape(url: str) -> Samples:
    """On a connection of its own: any of the processes may answer."""
    async with httpx.AsyncClient(timeout=30) as client:
        answer = await client.get(f"{url}/metrics")
    assert answer.status_code == 200
    return samples(answer.text)


async def ask(url: str, times: int) -> None:
    """So many requests, each on a connection of its own, many at once: every process gets some."""

    async def one() -> None:
        async with httpx.AsyncClient(timeout=60) as client:
            assert (await client.get(f"{url}/health/live")).status_code == 200

    for _ in range(times // 10):
        await asyncio.gather(*(one() for _ in range(10)))


async def until(url: str, name: str, wanted: Iterable[float], **labels: str) -> None:
    """Return when the scrape says one of these. Raises TimeoutError."""
    async with asyncio.timeout(60):
        while True:
            try:
                if total(await scrape(url), name, **labels) in wanted:
                    return
            except httpx.TransportError:
                pass  # the process that had taken the connection was killed
            await asyncio.sleep(0.2)


@pytest.mark.long
async def test_every_scrape_tells_of_all_processes_and_of_the_worker(
    settings: Settings, tmp_path: Path
) -> None:
    environment = apart.variables(settings)
    serve = apart.start_serve(environment, tmp_path / "serve.log", processes=2)
    worker = apart.start(environment, tmp_path / "worker.log", "worker")
    async with apart.ended(serve, worker):
        await serve.wait_ready()
        await until(serve.url, "hientruong_processes", {1}, kind="worker")
        await ask(serve.url, 60)
        for told in [await scrape(serve.url) for _ in range(6)]:
            requests = total(told, "hientruong_request_seconds_count", route="/health/live")
            assert requests == 60
            assert total(told, "hientruong_processes", kind="web") == 2
            assert total(told, "hientruong_processes", kind="worker") == 1
            assert total(told, "hientruong_process_resident_bytes", process="worker-1") > 20_000_000
            assert total(told, "hientruong_held_jobs", job="protect_photo") == 0
            assert total(told, "hientruong_gauge_failed") == 0

        # One is killed: who takes its place counts on, and no counter falls.
        web = next(iter(serve.pids - {serve.process.pid}))
        os.kill(web, signal.SIGKILL)
        await until(serve.url, "hientruong_processes", {2}, kind="web")
        await until(serve.url, "hientruong_process_starts_total", {4})
        after = await scrape(serve.url)
        assert total(after, "hientruong_request_seconds_count", route="/health/live") == 60
        worker.kill()
        await until(serve.url, "hientruong_processes", {0}, kind="worker")
        again = apart.start(environment, tmp_path / "worker.log", "worker")
        async with apart.ended(again):
            await until(serve.url, "hientruong_process_starts_total", {2}, process="worker-1")


@pytest.mark.long
async def test_a_worker_alone_on_its_machine_answers_the_scraper_itself(
    settings: Settings, tmp_path: Path
) -> None:
    port = free_port()
    environment = apart.variables(settings) | {
        "HIENTRUONG_WORKER_METRICS": f"127.0.0.1:{port}",
        "HIENTRUONG_METRICS_TOKEN": "for the scraper alone",
    }
    worker = apart.start(environment, tmp_path / "worker.log", "worker")
    async with apart.ended(worker), httpx.AsyncClient(timeout=30) as client:
        url = f"http://127.0.0.1:{port}"
        async with asyncio.timeout(60):
            while True:
                try:
                    stranger = await client.get(f"{url}/metrics")
                except httpx.TransportError:
                    await asyncio.sleep(0.2)
                else:
                    break
        assert (stranger.status_code, stranger.content) == (404, b"")
        known = {"Authorization": "Bearer for the scraper alone"}
        told = samples((await client.get(f"{url}/metrics", headers=known)).text)
        assert total(told, "hientruong_processes", kind="worker") == 1
        assert total(told, "hientruong_queue_jobs") == 0
        assert (await client.get(f"{url}/desk/", headers=known)).status_code == 404
