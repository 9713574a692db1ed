"""Lists of parties as departments upload them, and an import as far as its preview."""

import re
from typing import Any
from uuid import UUID

from backend.core import database
from backend.core.settings import Settings
from tests.support import exports
from tests.support.readers import Reader

HEADINGS = ["STT", "Tên cơ sở", "Loại hình", "MST", "Địa chỉ", "Xã, phường", "Tỉnh", "SĐT"]


def row(number: int, name: str, **changes: str) -> list[str]:
    cells = {
        "number": str(number),
        "name": name,
        "kind": "Hộ kinh doanh",
        "tax": "",
        "address": f"{number} phố Huế",
        "commune": "Hai Bà Trưng",
        "province": "Hà Nội",
        "phone": "0912 345 678",
    }
    return list((cells | changes).values())


def csv(rows: list[list[str]], separator: str = ";") -> bytes:
    return "\r\n".join(separator.join(one) for one in [HEADINGS, *rows]).encode("utf-8-sig")


async def uploaded(reader: Reader, data: bytes, name: str = "ho-kinh-doanh.csv") -> UUID:
    """Upload a list; return its import."""
    await reader.open("/desk/parties/imports/new")
    await reader.send_file(reader.form("/desk/parties/imports"), "file", name, data)
    found = re.search(r"/desk/parties/imports/([0-9a-f-]{36})", str(reader.page.url))
    assert found, reader.html
    return UUID(found[1])


async def read(settings: Settings, reader: Reader, import_id: UUID) -> str:
    """Let a worker read the list; return its preview."""
    await exports.written(settings)
    await reader.open(f"/desk/parties/imports/{import_id}")
    return reader.html


async def count(import_id: UUID | None = None) -> Any:
    if import_id is None:
        return await database.fetchval("SELECT count(*) FROM subjects WHERE import_id IS NOT NULL")
    return await database.fetchval("SELECT count(*) FROM subjects WHERE import_id = $1", import_id)
