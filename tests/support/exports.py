"""Lists that people take away as files at the desk, in tests.

file = await exports.taken(reader, settings, "list=cases")
assert file.column("Trạng thái") == [...]
"""

import csv
import io
import zipfile
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from python_calamine import CalamineWorkbook

from backend.core.settings import Settings
from tests.support.doors import Desk
from tests.support.readers import Reader
from tests.support.workers import worker_of

PURPOSE = "Báo cáo tuần của đơn vị"


@dataclass(frozen=True)
class File:
    """What somebody took away."""

    name: str
    headings: list[str]
    rows: list[list[object]]
    marks: dict[str, str]

    def column(self, heading: str) -> list[object]:
        """Return the cells below a heading."""
        place = self.headings.index(heading)
        return [row[place] for row in self.rows]


async def asked(reader: Reader, query: str, *, file: str = "xlsx", purpose: str = PURPOSE) -> str:
    """Ask for a list at the desk; return the address of the page that tells how far it is."""
    assert await reader.look(f"/desk/exports/new?{query}") == 200, reader.page.text[-600:]
    assert await reader.press("/desk/exports", file=file, purpose=purpose) == 200, reader.page.text[
        -600:
    ]
    return urlsplit(reader.page.url).path


async def written(settings: Settings) -> None:
    """Let a worker do all its jobs."""
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()


async def taken(reader: Reader, settings: Settings, query: str, *, file: str = "xlsx") -> File:
    """Ask for a list, let a worker write it, download it."""
    place = await asked(reader, query, file=file)
    await written(settings)
    answer = await reader.fetch(f"{place}/file")
    assert answer.status_code == 200, answer.text[-600:]
    assert answer.headers["cache-control"] == "no-store"
    name = answer.headers["content-disposition"]
    return read_xlsx(answer.content, name) if file == "xlsx" else read_csv(answer.content, name)


async def workbook(reader: Reader, settings: Settings, query: str) -> bytes:
    """Do as taken() does; return the workbook as it came."""
    place = await asked(reader, query)
    await written(settings)
    answer = await reader.fetch(f"{place}/file")
    assert answer.status_code == 200, answer.text[-600:]
    return bytes(answer.content)


async def taken_at(desk: Desk, settings: Settings, file: str = "csv", **asked: str) -> File:
    """Do as taken() does, for tests that send forms themselves; `asked` has the list and its conditions."""
    begun = await desk.post("/desk/exports", **asked, file=file, purpose=PURPOSE)
    assert begun.status_code == 303, begun.text
    await written(settings)
    answer = await desk.http.get(f"{begun.headers['location']}/file")
    assert answer.status_code == 200, answer.text[-600:]
    return read_xlsx(answer.content) if file == "xlsx" else read_csv(answer.content)


def read_xlsx(data: bytes, name: str = "") -> File:
    """Read the first table of a workbook, and its marks, as a spreadsheet does."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    table, *_, source = (book.get_sheet_by_name(one) for one in book.sheet_names)
    lines = [list(row) for row in table.to_python()]
    marks = {str(row[0]): str(row[1]) for row in source.to_python()}
    return File(name, [str(one) for one in lines[0]], lines[1:], marks)


def read_csv(data: bytes, name: str = "") -> File:
    """Read the first CSV and the marks out of their ZIP."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        table, *_, source = (archive.read(one).decode("utf-8-sig") for one in archive.namelist())
    lines = list(csv.reader(io.StringIO(table, newline="")))
    marks = dict(csv.reader(io.StringIO(source, newline="")))
    return File(name, lines[0], [list[object](row) for row in lines[1:]], marks)


def id_of(place: str) -> UUID:
    """Return the id of the export whose page this is."""
    return UUID(place.rpartition("/")[2])
