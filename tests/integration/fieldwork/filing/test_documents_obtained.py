"""A team files what others hand it on site from the phone: kept as it came, shown at the desk, numbered in a case."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from litestar import Litestar

from backend.core import database, keys
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.documents.texts.file_dangers import sentence
from backend.exchange.evidence_export import service as evidence_export
from backend.fieldwork.inspections import opinions
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Accepted, Refused
from backend.operations.verification import service as verification
from schemas.fieldwork.filing import FiledView
from tests.support import cases_made, factories, filing, obtained
from tests.support.assertions import is_problem
from tests.support.doors import Desk
from tests.support.factories import Work
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.uploads import Tus, all_stored
from tests.support.workers import worker_of

API = "/api/mobile/v1"


async def work_off(settings: Settings) -> None:
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()


async def listed(work: Work, people: People) -> list[FiledView]:
    async with transaction():
        return (await inspections.inspection_view(work.id, people.giang.actor("desk"))).filed


async def held(outcome: Any) -> str | None:
    assert isinstance(outcome, Accepted), outcome
    return outcome.quarantine.code if outcome.quarantine else None


@asynccontextmanager
async def signed_in(app: Litestar, people: People, person: Any) -> AsyncIterator[Desk]:
    desk = await Desk.of(app, person, people)
    yield desk
    await desk.close()


async def filed(work: Work, tus: Tus, settings: Settings, file: obtained.Obtained) -> None:
    """Act, bytes, and the worker's turn."""
    assert await held(await work.act("document.filed", file.content)) is None
    await obtained.send(tus, file)
    await work_off(settings)


async def test_a_document_filed_on_the_phone_is_kept_receipted_and_shown_at_the_desk(
    app: Litestar, phones: Phones, people: People, settings: Settings
) -> None:
    work = await factories.announced(people)
    phone = await phones.of(people.an)
    file = obtained.document(filing.pdf(1), "thư mục/hoa-don.pdf")
    phone.write(str(work.id), "document.filed", file.content)
    [answer] = await phone.send()
    assert answer["status"] == "accepted"
    tus = Tus(phone.client)
    is_problem(await tus.client.get(f"{API}/filed/{file.id}/receipt"), 404, "receipt_pending")
    await obtained.send(tus, file)
    await work_off(settings)
    await phone.sync()
    told = phone.held["file_receipt", str(file.id)]
    said = (await tus.client.get(f"{API}/filed/{file.id}/receipt")).json()
    assert said == told
    assert (said["sha256"], said["size"]) == (file.content["sha256"], len(file.data))
    signature = said.pop("signature")
    assert keys.verify(said, signature, keys.current().public[said["key_id"]])
    [shown] = (await phone.inspection(str(work.id)))["filed"]
    assert (shown["title"], shown["file_name"]) == ("Hóa đơn mua hàng", "hoa-don.pdf")
    assert (shown["media_type"], shown["shown_as"]) == ("application/pdf", "frame")
    async with signed_in(app, people, people.giang) as giang:
        page = (await giang.http.get(f"/desk/inspections/{work.id}")).text
        for words in ("Tài liệu thu được", "Hóa đơn mua hàng", "Nguồn gốc 20 thùng hàng", "2 tờ"):
            assert words in page
        assert "Tệp còn trên điện thoại" not in page
        one = (await giang.http.get(f"/desk/filed/{file.id}")).text
        assert f'<iframe src="/desk/filed/{file.id}/shown"' in one
        original = await giang.http.get(f"/desk/filed/{file.id}/shown")
        assert original.content == file.data
    row = await database.fetchrow("SELECT protected_at FROM scans WHERE id = $1", file.id)
    assert row is not None
    assert row["protected_at"] is not None
    readings = await database.fetch("SELECT action FROM access_log WHERE record_id = $1", work.id)
    assert {"inspection.filed", "filed.shown"} <= {row["action"] for row in readings}


async def test_bytes_that_come_days_before_or_after_their_act_twice_and_cut_are_one_document(
    tus: Tus, people: People, settings: Settings
) -> None:
    work = await factories.announced(people)
    file = obtained.document(filing.pdf(2), "a.pdf")
    url = await tus.begin(len(file.data), Upload_Metadata=file.announced)
    assert (await tus.send(url, file.data[:700])).status_code == 204
    again = await tus.begin(len(file.data), Upload_Metadata=file.announced)
    assert again == url, "the phone that lost the answer goes on with the same upload"
    assert await tus.offset(url) == 700
    assert (await tus.send(url, file.data[700:], offset=700)).status_code == 204
    await all_stored()
    await factories.write_minutes(work)
    await factories.submit(work)
    for _ in range(2):  # the same document, and a phone that files the same bytes once more
        assert await held(await work.act("document.filed", file.content)) in (
            None,
            "document_id_taken",
        )
    twin = obtained.document(file.data, "b.pdf")
    assert await held(await work.act("document.filed", twin.content)) is None
    await work_off(settings)
    found = {one.file_id: one for one in await listed(work, people)}
    assert set(found) == {file.id, twin.id}
    assert all(one.stored_at is not None and one.addendum for one in found.values())
    stored = await database.fetch("SELECT object_key FROM scans WHERE record_id = $1", work.id)
    assert len({row["object_key"] for row in stored}) == 2
    staged = "SELECT count(*) FROM uploads WHERE object_key LIKE 'staging/%'"
    assert await database.fetchval(staged) == 0
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if "filed document" in one.where]


async def test_what_a_stranger_files_is_held_with_its_bytes_until_a_supervisor_admits_it(
    stranger: Tus, people: People, settings: Settings
) -> None:
    work = await factories.announced(people)
    file = obtained.document(filing.wav(), "ghi-am.wav", media_type="audio/wav")
    pen = await factories.pen(people.dung)
    act = pen.write(str(work.id), "document.filed", file.content)
    outcome = await factories.hand_in(act, people.dung, UUID(str(act["device_id"])))
    assert await held(outcome) == "not_on_team"
    await obtained.send(stranger, file)
    await work_off(settings)
    [one] = await listed(work, people)
    assert (one.quarantine, one.shown_as) == ("not_on_team", "audio")
    async with transaction():
        desk = people.giang.actor("desk")
        await inspections.admit(work.id, UUID(str(act["id"])), "Được mời hỗ trợ", desk)
    [one] = await listed(work, people)
    assert one.quarantine is None


async def test_bytes_other_than_announced_are_refused_and_the_right_ones_taken(
    tus: Tus, people: People, settings: Settings
) -> None:
    work = await factories.announced(people)
    file = obtained.document(filing.pdf(3), "a.pdf")
    await work.act("document.filed", file.content)
    url = await tus.begin(len(file.data), Upload_Metadata=file.announced)
    other = file.data[:-1] + b"!"
    is_problem(await tus.send(url, other), 422, "hash_mismatch")
    [one] = await listed(work, people)
    assert (one.stored_at, one.shown_as) == (None, None)
    await obtained.send(tus, file)
    await work_off(settings)
    [one] = await listed(work, people)
    assert one.stored_at is not None


async def test_the_largest_film_is_taken_as_a_document_and_not_as_a_photograph(
    tus: Tus, people: People
) -> None:
    film = obtained.document(b"film", "a.mp4")
    await tus.begin(2_000_000_000, Upload_Metadata=film.announced)
    too_long = await tus.ask("POST", Upload_Length=2_000_000_001, Upload_Metadata=film.announced)
    is_problem(too_long, 413, "upload_too_large")
    is_problem(await tus.ask("POST", Upload_Length=2_000_000_000), 413, "upload_too_large")


async def test_hostile_files_are_kept_said_and_only_downloaded(
    app: Litestar, tus: Tus, people: People, settings: Settings
) -> None:
    work = await factories.announced(people)
    files = {}
    for what in ("a PDF with a script", "a Word file with macros"):
        name, make, danger = filing.HOSTILE[what]
        file = obtained.document(make(), name, title=what)
        await work.act("document.filed", file.content)
        await obtained.send(tus, file)
        files[file.id] = (file, danger)
    await work_off(settings)
    async with signed_in(app, people, people.giang) as giang:
        page = (await giang.http.get(f"/desk/inspections/{work.id}")).text
        for file_id, (file, danger) in files.items():
            assert sentence(danger).vi in page
            one = (await giang.http.get(f"/desk/filed/{file_id}")).text
            assert sentence(danger).vi in one
            assert "/shown" not in one
            assert (await giang.http.get(f"/desk/filed/{file_id}/shown")).status_code == 404
            got = await giang.http.get(f"/desk/filed/{file_id}/original")
            assert got.content == file.data
            assert got.headers["content-type"] == "application/octet-stream"
            assert got.headers["content-disposition"].startswith("attachment")


async def test_a_struck_document_stays_with_its_reason_and_a_strike_before_it_waits(
    tus: Tus, people: People, settings: Settings
) -> None:
    work = await factories.announced(people)
    file = obtained.document(filing.pdf(4), "a.pdf")
    struck = {"file_id": str(file.id), "reason": "Chụp nhầm hóa đơn của cửa hàng khác"}
    assert await held(await work.act("document.struck", struck)) == "document_unknown"
    await filed(work, tus, settings, file)
    [one] = await listed(work, people)
    assert one.struck == struck["reason"]
    assert one.stored_at is not None


async def agreed(work: Work, people: People) -> Any:
    """What a supervisor is answered who agrees to the file as it is now."""
    desk = people.giang.actor("desk")
    async with transaction():
        file = (await inspections.inspection_view(work.id, desk)).file
        assert file is not None
        return await opinions.agree(work.id, file.file, desk)


async def missing(work: Work, people: People) -> tuple[int, str]:
    async with transaction():
        view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    return view.missing_count, view.custody.state


async def test_nobody_agrees_to_a_file_while_a_document_s_bytes_are_on_a_phone(
    tus: Tus, people: People, settings: Settings
) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    assert await missing(work, people) == (0, "complete")
    mine = Work(work.id, work.number, people.an, await factories.pen(people.an))
    files = [obtained.document(filing.pdf(each), f"{each}.pdf") for each in (5, 6, 7)]
    for file in files:
        assert await held(await mine.act("document.filed", file.content)) is None
    assert await missing(work, people) == (3, "received")
    refused = await agreed(work, people)
    assert isinstance(refused, Refused)
    assert (refused.code, "3" in refused.text.vi) == ("bytes_missing", True)
    struck = {"file_id": str(files[0].id), "reason": "Chụp nhầm hóa đơn của cửa hàng khác"}
    assert await held(await mine.act("document.struck", struck)) is None
    assert await missing(work, people) == (2, "received")
    for file in files[1:]:
        await obtained.send(tus, file)
    await work_off(settings)
    assert await missing(work, people) == (0, "complete")
    assert isinstance(await agreed(work, people), Accepted)


async def test_a_case_before_or_after_it_lists_it_and_numbers_it_without_another_upload(
    app: Litestar, tus: Tus, people: People, settings: Settings
) -> None:
    case = await cases_made.inspected(people)
    work = case.inspection
    assert work is not None
    first = obtained.document(filing.pdf(5), "a.pdf", title="Giấy phép kinh doanh")
    second = obtained.document(filing.pdf(6), "b.pdf", title="Hợp đồng mua bán")
    wrong = obtained.document(filing.pdf(7), "c.pdf", title="Giấy viết nhầm")
    for file in (first, second, wrong):
        await work.act("document.filed", file.content)
        await obtained.send(tus, file)
    struck = {"file_id": str(wrong.id), "reason": "Không liên quan"}
    await work.act("document.struck", struck)
    await work_off(settings)
    sheets_before = (await case.facts()).last_sheet
    async with signed_in(app, people, people.an) as an:
        page = (await an.http.get(f"/desk/cases/{case.id}/filing")).text
        assert "Giấy phép kinh doanh" in page
        assert "Giấy viết nhầm" not in page
        one = await an.http.get(f"/desk/cases/{case.id}/acts/sheets.filed?file={first.id}")
        assert 'value="Giấy phép kinh doanh"' in one.text
        done = await an.post(f"/desk/cases/{case.id}/filing/obtained")
        assert done.status_code == 303, done.text
        await an.post(f"/desk/cases/{case.id}/filing/obtained")
        page = (await an.http.get(f"/desk/filed/{first.id}")).text
        assert "Bút lục trong vụ việc" in page
    facts = await case.facts()
    numbered = {one.file_id: (one.first, one.last) for one in facts.folio if one.file_id}
    assert numbered == {
        first.id: (sheets_before + 1, sheets_before + 2),
        second.id: (sheets_before + 3, sheets_before + 4),
    }
    await work.act("document.struck", struck | {"file_id": str(first.id)})
    assert (await case.facts()).folio[-2].file_id == first.id, "a sheet number never moves"
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if "filed document" in one.where]
    async with signed_in(app, people, people.dung) as dung:
        assert (await dung.http.get(f"/desk/filed/{first.id}")).status_code == 404
        assert (await dung.http.get(f"/desk/filed/{first.id}/original")).status_code == 404


async def test_the_auditors_program_checks_it_and_finds_a_changed_one(
    tus: Tus, people: People, settings: Settings, tmp_path: Path
) -> None:
    work = await factories.announced(people)
    file = obtained.document(filing.pdf(8), "a.pdf")
    await filed(work, tus, settings, file)
    await work.act("document.struck", {"file_id": str(file.id), "reason": "Nhầm"})
    late = obtained.document(filing.pdf(9), "b.pdf")
    await work.act("document.filed", late.content)
    async with transaction():
        made = await evidence_export.package(work.id, people.khanh.actor("desk"), None)
    packed = b"".join([chunk async for chunk in made.chunks])
    zipfile.ZipFile(io.BytesIO(packed)).extractall(tmp_path)
    [said, waits] = json.loads((tmp_path / "manifest.json").read_text())["documents"]
    assert waits["path"] is None
    original = tmp_path / said["path"]
    assert hashlib.sha256(original.read_bytes()).hexdigest() == file.content["sha256"]

    def program() -> tuple[int, str]:
        ran = subprocess.run(
            [sys.executable, "-I", str(tmp_path / "kiem-tra.py"), str(tmp_path)],
            capture_output=True,
            check=False,
            cwd="/",
        )
        return ran.returncode, (ran.stdout + ran.stderr).decode()

    code, told = program()
    assert code == 2, told
    assert "tài liệu chưa có tệp" in told
    original.write_bytes(b"another document")
    code, told = program()
    assert code == 1, told
    assert "tài liệu bị đổi" in told
