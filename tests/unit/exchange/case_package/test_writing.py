"""The package of a case needs little memory, and never calls whole what is not."""

import asyncio
import hashlib
import io
import json
import tracemalloc
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime

import msgspec
import pytest

from backend.casework.case_file import originals
from backend.casework.case_file.originals import Original
from backend.casework.filing.printing import ENCLOSED_BYTES
from backend.core.errors import Unavailable
from backend.exchange.case_package import service
from schemas.casework.views import FolioEntryView
from schemas.core.problems import Text

AT = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
CHUNK = b"\x00film" * 52_429
"""262,145 bytes."""


def original(
    name: str,
    data: list[bytes],
    size: int,
    *,
    cut: bool = False,
    is_whole: Callable[[], Awaitable[bool]] | None = None,
) -> Original:
    """A file whose record says it has these bytes; with `cut` the store breaks off before the last chunk."""
    hashed = hashlib.sha256()
    for chunk in data:
        hashed.update(chunk)

    async def chunks() -> AsyncIterator[bytes]:
        for chunk in data[: len(data) - cut]:
            yield chunk
        if cut:
            raise Unavailable

    return Original(
        sheet=FolioEntryView(
            first_sheet=1,
            last_sheet=1,
            title="Ghi hình",
            number=None,
            issued_on=None,
            document_id=None,
            filed_at=AT,
        ),
        what="filed",
        name=name,
        title="Ghi hình",
        sha256=hashed.hexdigest(),
        size=size,
        dangers=[Text(vi="Có macro.", en="It has macros.")] if name.endswith(".bin") else [],
        chunks=chunks,
        is_whole=is_whole,
    )


async def pieces(found: list[Original], keep: bool = True) -> bytes:
    out = bytearray()
    async for piece in service.written([("README", b"x")], found, {"format": "f"}, [], AT):
        assert len(piece) < 2 * len(CHUNK)
        if keep:
            out += piece
    return bytes(out)


def test_a_film_of_a_hundred_megabytes_needs_a_few_chunks_of_memory() -> None:
    film = original("01-ghi-hinh.mp4", [CHUNK] * 400, 400 * len(CHUNK))
    tracemalloc.start()
    try:
        asyncio.run(pieces([film], keep=False))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert 400 * len(CHUNK) > 100_000_000
    assert peak < 16 * len(CHUNK)


@pytest.mark.parametrize(
    ("how", "state", "path"),
    [
        ("whole", "whole", "01-a.mp4"),
        ("cut", "damaged", "01-a.mp4"),
        ("differs", "damaged", "01-a.mp4"),
        ("gone", "unreadable", None),
        ("small and not as kept", "unreadable", None),
    ],
)
def test_the_manifest_says_what_really_went_in(how: str, state: str, path: str | None) -> None:
    async def differs() -> bool:
        return False

    large = ENCLOSED_BYTES + 1
    one = {
        "whole": original("01-a.mp4", [b"one", b"two"], large),
        "cut": original("01-a.mp4", [b"one", b"two"], large, cut=True),
        "differs": original("01-a.mp4", [b"one", b"two"], large),
        "gone": original("01-a.mp4", [b"one"], large, cut=True),
        "small and not as kept": original("01-a.mp4", [b"one"], 3, is_whole=differs),
    }[how]
    if how == "differs":
        one = original_with(one, b"other")
    whole = asyncio.run(pieces([one]))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.testzip() is None
        manifest = json.loads(archive.read("manifest.json"))
        [_, line] = manifest["files"]
        assert (line["state"], line["path"]) == (state, path)
        assert ("CHU-Y.txt" in archive.namelist()) == (state != "whole")
        sums = dict(
            reversed(line.split("  ", 1))
            for line in archive.read("SHA256SUMS").decode().splitlines()
        )
        assert set(sums) == set(archive.namelist()) - {"SHA256SUMS"}
        wrong = [
            name for name in sums if hashlib.sha256(archive.read(name)).hexdigest() != sums[name]
        ]
        assert wrong == (["01-a.mp4"] if state == "damaged" else [])
        assert all(one.compress_type == zipfile.ZIP_STORED for one in archive.infolist())


def original_with(one: Original, data: bytes) -> Original:
    """The same record, but the store gives other bytes."""

    async def chunks() -> AsyncIterator[bytes]:
        yield data

    return msgspec.structs.replace(one, chunks=chunks)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Hóa đơn.pdf", "Hóa đơn.pdf"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ('a\\b:c*"d".doc\r\n', "a-b-c--d-.doc"),
        ("gia\u202efdp.exe", "giafdp.exe"),
        ("đ" * 300 + ".docx", "đ" * 87 + ".docx"),
        (" . ", "tep"),
    ],
)
def test_no_name_leads_out_of_the_folder_or_misleads(given: str, name: str) -> None:
    assert originals.plain(given) == name
