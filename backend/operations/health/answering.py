"""A small `/metrics` server inside a worker, for a machine without a web process to serve it.

It is not a full web server: it knows one path and one method, and accepts only short headers. It
answers on the loopback interface, or elsewhere with HIENTRUONG_METRICS_TOKEN.
"""

import asyncio
from contextlib import suppress

import structlog

from backend.core.errors import NotFound
from backend.operations.health import metrics

_log = structlog.get_logger("health")
_HEAD_SECONDS = 5.0
_MOST_HEADERS = 50


async def answer(address: str) -> None:
    """Answer `GET /metrics` at host:port until cancelled. Raises OSError if the port is taken."""
    host, _, port = address.rpartition(":")
    server = await asyncio.start_server(_one, host.strip("[]"), int(port), limit=8192)
    async with server:
        await server.serve_forever()


async def _one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        async with asyncio.timeout(_HEAD_SECONDS):
            line = (await reader.readline()).decode("latin-1").split()
            headers = await _headers(reader)
        status, body = "404 Not Found", b""
        if line[:2] == ["GET", "/metrics"]:
            with suppress(NotFound):
                body, _ = await metrics.scrape(
                    authorization=headers.get("authorization", ""),
                    client=str(writer.get_extra_info("peername")[0]),
                    forwarded="x-forwarded-for" in headers,
                )
                status = "200 OK"
        writer.write(
            f"HTTP/1.1 {status}\r\nContent-Type: {metrics.MEDIA_TYPE}\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode()
        )
        writer.write(body)
        async with asyncio.timeout(_HEAD_SECONDS):
            await writer.drain()
    except (
        OSError,
        ValueError,
    ) as error:  # a slow or broken client: TimeoutError is an OSError
        _log.info("scraper_gone", error=f"{type(error).__name__}: {error}"[:200])
    finally:
        writer.close()


async def _headers(reader: asyncio.StreamReader) -> dict[str, str]:
    """Read the headers. Raises ValueError for more or longer ones than any scraper sends."""
    found: dict[str, str] = {}
    while line := (await reader.readline()).strip():
        name, _, value = line.decode("latin-1").partition(":")
        found[name.strip().lower()] = value.strip()
        if len(found) > _MOST_HEADERS:
            raise ValueError("too many headers")
    return found
