"""Lists of officers as departments upload them, and an import as far as its preview."""

import re
from typing import Any
from uuid import UUID

import asyncpg

from backend.core import database
from backend.core.settings import Settings
from tests.support import exports
from tests.support.people import People
from tests.support.readers import Reader

HEADINGS = [
    *("STT", "Họ tên", "Tên đăng nhập", "Số hiệu", "Đơn vị", "Vai trò", "Chức vụ", "Từ ngày"),
    *("Số QĐ", "Ngày QĐ", "Số thẻ", "Ngày cấp thẻ", "Hạn thẻ", "Ngôn ngữ", "Lý do"),
]
_CELLS = (
    *("number", "name", "username", "officer_number", "unit", "roles", "title", "begins"),
    *("decision", "decided", "card", "card_from", "card_until", "language", "reason"),
)


def row(number: int, name: str, **changes: str) -> list[str]:
    cells = dict.fromkeys(_CELLS, "") | {
        "number": str(number),
        "name": name,
        "officer_number": f"TM-{number:04d}",
        "unit": "0101",
    }
    assert set(changes) <= set(cells)
    return list((cells | changes).values())


def csv(rows: list[list[str]], separator: str = ";") -> bytes:
    return "\r\n".join(separator.join(one) for one in [HEADINGS, *rows]).encode("utf-8-sig")


async def uploaded(reader: Reader, data: bytes, name: str = "cong-chuc.csv") -> UUID:
    """Upload a list; return its import."""
    await reader.open("/desk/people/imports/new")
    await reader.send_file(reader.form("/desk/people/imports"), "file", name, data)
    found = re.search(r"/desk/people/imports/([0-9a-f-]{36})", str(reader.page.url))
    assert found, reader.html
    return UUID(found[1])


async def read(settings: Settings, reader: Reader, import_id: UUID) -> str:
    """Let a worker do what waits; return the import's page."""
    await exports.written(settings)
    await reader.open(f"/desk/people/imports/{import_id}")
    return reader.html


async def came(import_id: UUID) -> dict[str, Any]:
    """Who came with an import, by user name."""
    found = await database.fetch(
        """SELECT o.* FROM people_import_rows r JOIN officers o ON o.id = r.officer_id WHERE r.import_id = $1""",
        import_id,
    )
    return {one["username"]: one for one in found}


async def behind_the_acts(people: People, query: str, *values: object) -> None:
    """Change rows as nobody can who has no access to the database itself."""
    owner = await asyncpg.connect(people._owner_dsn)
    try:
        await owner.execute(query, *values)
    finally:
        await owner.close()
