"""The file of a case is taken as a package: by whom, with what in it, and what it says of a lost original."""

import hashlib
import io
import json
import zipfile
from uuid import uuid4

import asyncpg
import msgspec
import pytest
from litestar import Litestar

from backend.casework.case_file import originals
from backend.casework.cases import service as cases
from backend.core.database import fetch, transaction
from schemas.casework.views import FolioEntryView
from tests.integration.casework.filing.test_in_the_case_file import enter
from tests.support import cases_made, filing
from tests.support.databases import Database
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def test_a_reader_takes_the_originals_byte_for_byte_and_others_are_refused(
    app: Litestar, people: People, database: Database
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    letter, hostile = filing.pdf(1), filing.with_objects(b"<</S/JavaScript/JS(app.alert(1))>>")
    await enter(an, case, "Công văn.pdf", letter, "letter")
    await enter(an, case, "hoa-don.pdf", hostile, "invoice")
    script = b"@echo off\r\nstart calc\r\n"
    lost = await enter(an, case, "thu.eml", filing.mail(), "email")
    owner = await asyncpg.connect(database.superuser_dsn)
    away = "UPDATE scans SET object_key = replace(object_key, sha256, $2) WHERE id = $1"
    await enter(an, case, "xem-anh.bat", script, "letter")
    await enter(an, case, "ban-ke.hta.", letter + b"% 2", "letter")
    assert await owner.execute(away, lost, "0" * 64) == "UPDATE 1"
    await owner.close()
    page = f"/desk/cases/{case.id}/dossier"
    for person, status in ((people.nga, 403), (people.dung, 404)):
        other = await Desk.of(app, person, people)
        assert (await other.post(f"{page}/package")).status_code == status
    said = (await an.http.get(page)).text
    assert f'action="{page}/package"' in said
    assert "5 tệp gốc" in said
    answer = await an.post(f"{page}/package")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/zip"

    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    assert archive.read("01-Công văn.pdf") == letter
    assert archive.read("02-hoa-don.pdf.bin") == hostile
    # No click on a name runs what was sent: only endings that fit what the bytes are stay last.
    assert archive.read("04-xem-anh.bat.bin") == script
    assert "05-ban-ke.hta.bin" in archive.namelist()
    assert "03-thu.eml" not in archive.namelist()
    assert "Kho không đưa ra" in archive.read("03-thu.eml.KHONG-CO.txt").decode()
    assert "03-thu.eml" in archive.read("CHU-Y.txt").decode()
    listed = {one["path"]: one for one in json.loads(archive.read("manifest.json"))["files"]}
    assert listed["02-hoa-don.pdf.bin"]["dangers"]
    assert listed[None]["state"] == "unreadable"
    for path, one in listed.items():
        if path is not None:
            assert hashlib.sha256(archive.read(path)).hexdigest() == one["sha256"]
            assert len(archive.read(path)) == one["size"]
    sums = archive.read("SHA256SUMS").decode().splitlines()
    assert {line[66:] for line in sums} == set(archive.namelist()) - {"SHA256SUMS"}
    readings = await fetch(
        "SELECT officer_id FROM access_log WHERE record_id = $1 AND action = 'case.package'",
        case.id,
    )
    assert [row["officer_id"] for row in readings] == [people.an.id]


async def test_what_the_reader_of_a_case_may_not_see_of_its_inspection_is_no_fault_of_the_store(
    people: People,
) -> None:
    case = await cases_made.inspected(people)
    async with transaction():
        view = await cases.view(case.id, people.giang.actor("desk"))
    sheet = FolioEntryView(
        first_sheet=1,
        last_sheet=2,
        title="Biên bản kiểm tra",
        number="1/BB-KT",
        issued_on=None,
        document_id=uuid4(),
        filed_at=view.opened_at,
        inspection_paper="minutes",
    )
    seen = msgspec.structs.replace(view, folio=[sheet])
    assert await originals.of_case(seen, people.dung.actor("desk"), None) == []
