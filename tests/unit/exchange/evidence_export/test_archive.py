"""A ZIP that is sent while it is written is whole, and never holds more than what it was given last."""

import asyncio
import io
import zipfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from backend.exchange.evidence_export.archive import Archive

AT = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
OVERHEAD = 1024
"""Headers of one file, in bytes, beside its own bytes."""


async def pieces_of(files: list[list[bytes]]) -> list[bytes]:
    """The pieces in which an archive of these files leaves, each file in its chunks."""
    archive = Archive(AT)
    sent = [archive.add("first.txt", b"small")]

    async def chunks_of(chunks: list[bytes]) -> AsyncIterator[bytes]:
        for chunk in chunks:
            yield chunk

    for number, chunks in enumerate(files):
        sent += [piece async for piece in archive.add_stream(f"{number}.bin", chunks_of(chunks))]
    return [*sent, archive.finish()]


@given(st.lists(st.lists(st.binary(max_size=300), max_size=5), max_size=4))
def test_what_comes_out_is_what_went_in(files: list[list[bytes]]) -> None:
    whole = b"".join(asyncio.run(pieces_of(files)))
    with zipfile.ZipFile(io.BytesIO(whole)) as found:
        assert found.testzip() is None
        assert found.read("first.txt") == b"small"
        for number, chunks in enumerate(files):
            assert found.read(f"{number}.bin") == b"".join(chunks)
        assert found.infolist()[0].date_time == (2026, 11, 25, 1, 30, 0)  # in Vietnam


def test_no_piece_is_larger_than_the_chunk_that_was_given() -> None:
    chunk = b"x" * 200_000
    for piece in asyncio.run(pieces_of([[chunk] * 50])):
        assert len(piece) <= len(chunk) + OVERHEAD
