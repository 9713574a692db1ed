"""An uploaded list, kept until a worker has read it."""

import asyncio
import hashlib
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple

from backend.core import stores
from backend.core.errors import Invalid
from backend.core.stores import Parts
from media.keys import ObjectName
from schemas.core.problems import Text

_NAME = 200
MOST_ATTEMPTS = 3
"""How often a list is begun to be read: one that ends its worker each time is not read for ever."""


class ListTooLarge(Invalid):
    """Refused before it is kept."""

    code = "workbook_too_big"

    def __init__(self, most_bytes: int) -> None:
        megabytes = most_bytes // 1_000_000
        super().__init__(
            text=Text(
                vi=f"Tệp lớn hơn {megabytes} MB. Hãy chia thành nhiều tệp.",
                en=f"The file is larger than {megabytes} MB. Divide it into several files.",
            )
        )


class ListEmpty(Invalid):
    """An upload without a byte, or one that broke off at once."""

    code = "workbook_empty"
    text_vi = "Tệp không có dữ liệu nào. Hãy chọn lại tệp."
    text_en = "The file holds nothing. Choose it again."


class ReaderDied(Invalid):
    """Each worker that began to read the list ended before it had read it."""

    code = "list_reader_died"
    text_vi = (
        f"Đã thử đọc tệp {MOST_ATTEMPTS} lần nhưng lần nào cũng bị dừng giữa chừng. Hãy chép riêng các dòng có dữ liệu "
        "sang một tệp mới, hoặc chia thành nhiều tệp, rồi tải lên lại; nếu vẫn vậy, hãy báo người vận hành."
    )
    text_en = (
        f"The file was begun to be read {MOST_ATTEMPTS} times, and each time the reading was cut off. Copy only the "
        "rows that hold something into a new file, or divide it into several, and upload it again; if that does not "
        "help, tell an operator."
    )


class KeptList(NamedTuple):
    """What is known of the bytes."""

    sha256: str
    size: int


async def keep(name: ObjectName, file: IO[bytes], most_bytes: int) -> KeptList:
    """Put an upload into the store. Raises ListEmpty, ListTooLarge, and what the store raises."""
    with tempfile.TemporaryDirectory(prefix="hientruong-list-") as folder:
        path = Path(folder) / "file"
        found = await asyncio.to_thread(_copied, file, path, most_bytes)
        await stores.current().store.put_file(
            name,
            path,
            sha256=found.sha256,
            size=found.size,
            media_type="application/octet-stream",
        )
    return found


def _copied(file: IO[bytes], path: Path, most_bytes: int) -> KeptList:
    file.seek(0, os.SEEK_END)
    size = file.tell()
    file.seek(0)
    if not size:
        raise ListEmpty
    if size > most_bytes:
        raise ListTooLarge(most_bytes)
    hashed = hashlib.sha256()
    with path.open("wb") as out:
        while piece := file.read(1 << 20):
            hashed.update(piece)
            out.write(piece)
    return KeptList(hashed.hexdigest(), size)


@asynccontextmanager
async def taken(parts: Parts, name: ObjectName) -> AsyncIterator[BinaryIO]:
    """Lend a kept list as a file of its own. Raises media.store.ObjectMissing, and what the store raises."""
    with tempfile.TemporaryFile() as file:
        async with parts.store.open(name) as chunks:
            async for chunk in chunks:
                await asyncio.to_thread(file.write, chunk)
        file.seek(0)
        yield file


def plain_name(file_name: str) -> str:
    """Return the name of an upload without folders and signs that do not print."""
    name = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(one for one in name if one.isprintable())[:_NAME] or "?"
