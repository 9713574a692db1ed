"""Anything can be filed in a case: it is kept as it came, dangers are said, and nothing of it is run."""

import asyncio
import hashlib
from uuid import UUID

import asyncpg
import pytest
from litestar import Litestar

from backend.core import custody, database, keys
from backend.core.settings import Settings
from backend.documents.texts.file_dangers import sentence
from backend.operations.verification import service as verification
from schemas.core.vocabulary import FiledKind
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, filing, pictures, scans
from tests.support.by_hand import Hand, hand
from tests.support.cases_made import today
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.workers import worker_of

__all__ = ["hand"]

pytestmark = pytest.mark.usefixtures("pool")


async def rows(case_id: UUID) -> int:
    found: int = await database.fetchval(
        "SELECT count(*) FROM scans WHERE subject_id = $1 AND file_name IS NOT NULL", case_id
    )
    return found


async def test_a_letter_is_uploaded_numbered_shown_and_read_by_verify(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    data = filing.pdf(1)
    file = await filing.keep(an, case.id, "Công văn số 5.pdf", data)
    page = (await an.http.get(f"/desk/cases/{case.id}/acts/sheets.filed?file={file}")).text
    assert 'value="Công văn số 5"' in page
    status, said = await act(
        an,
        case,
        "sheets.filed",
        file_id=file,
        title="Công văn phúc đáp",
        document_kind="letter",
        sender="Sở Công Thương",
        number="5/SCT",
        issued_on=today(),
        sheets=2,
        proves_fact="origin",
        proves="Hàng hóa không có hóa đơn",
    )
    assert status == 303, said
    sheet = (await case.facts()).folio[-1]
    assert (sheet.kind, sheet.file_id, sheet.last - sheet.first) == ("letter", file, 1)
    story = (await an.http.get(f"/desk/cases/{case.id}")).text
    for words in (
        "Công văn phúc đáp",
        "của Sở Công Thương",
        "số 5/SCT",
        "Hàng hóa không có hóa đơn",
    ):
        assert words in story
    page = (await an.http.get(f"/desk/filed/{file}")).text
    assert f'<iframe src="/desk/filed/{file}/shown"' in page
    assert hashlib.sha256(data).hexdigest() in page
    shown = await an.http.get(f"/desk/filed/{file}/shown")
    assert shown.content == data
    assert shown.headers["content-type"] == "application/pdf"
    assert "default-src 'none'" in shown.headers["content-security-policy"]
    readings = await database.fetch("SELECT action FROM access_log WHERE record_id = $1", case.id)
    assert {"case.filing", "case.filed", "filed.shown"} <= {row["action"] for row in readings}
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if str(file) in one.where]


async def test_its_byte_receipt_says_what_was_read_back(app: Litestar, people: People) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    data = filing.wav()
    file = await filing.keep(an, case.id, "ghi-am.wav", data)
    said = (await an.http.get(f"/desk/filed/{file}/receipt.json")).json()
    signature = said.pop("signature")
    assert said["file_id"] == str(file)
    assert (said["sha256"], said["size"]) == (hashlib.sha256(data).hexdigest(), len(data))
    assert keys.verify(said, signature, keys.current().public[said["key_id"]])


async def test_what_came_is_locked_by_a_worker_and_a_picture_gets_its_preview(
    app: Litestar, people: People, settings: Settings
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    file = await filing.keep(an, case.id, "anh.jpg", pictures.jpeg(size=(900, 600)))
    assert "Đang dựng hình xem" in (await an.http.get(f"/desk/filed/{file}")).text
    assert (await an.http.get(f"/desk/filed/{file}/shown")).status_code == 404
    await worker_of(settings).drain()
    row = await database.fetchrow("SELECT protected_at, preview FROM scans WHERE id = $1", file)
    assert row is not None
    assert row["protected_at"] is not None
    assert row["preview"] == "ready"
    shown = await an.http.get(f"/desk/filed/{file}/shown")
    assert shown.headers["content-type"] == "image/jpeg"
    assert shown.content.startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize(
    "what",
    [
        "a PDF with a script",
        "a Word file with macros",
        "a page",
        "an encrypted archive",
        "a program",
    ],
)
async def test_a_hostile_file_is_kept_said_and_only_downloaded(
    app: Litestar, people: People, what: str
) -> None:
    name, make, danger = filing.HOSTILE[what]
    data = make()
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    file = await filing.keep(an, case.id, name, data)
    page = (await an.http.get(f"/desk/filed/{file}")).text
    assert sentence(danger).vi in page
    assert "/shown" not in page
    assert (await an.http.get(f"/desk/filed/{file}/shown")).status_code == 404
    got = await an.http.get(f"/desk/filed/{file}/original")
    assert got.content == data
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["content-disposition"].startswith("attachment")
    assert got.headers["x-content-type-options"] == "nosniff"
    await an.post("/desk/language", language="en", back="/desk/")
    assert sentence(danger).en in (await an.http.get(f"/desk/filed/{file}")).text


async def test_a_player_gets_the_part_that_it_asks_for(app: Litestar, people: People) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    data = filing.mp4()
    file = await filing.keep(an, case.id, "ghi-hinh.mp4", data)
    page = await an.http.get(f"/desk/filed/{file}")
    assert "<video controls" in page.text
    assert "media-src 'self'" in page.headers["content-security-policy"]
    part = await an.http.get(f"/desk/filed/{file}/shown", headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, data[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(data)}"
    assert part.headers["content-type"] == "video/mp4"
    assert "sandbox" in part.headers["content-security-policy"]
    beyond = await an.http.get(f"/desk/filed/{file}/shown", headers={"Range": "bytes=99999-"})
    assert beyond.status_code == 416


async def test_an_upload_goes_on_after_a_cut_and_after_another_sign_in(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    data = filing.pdf(2)
    begun = await filing.begin(an, case.id, "a.pdf", len(data))
    url = begun.headers["location"]
    assert (await filing.send(an, url, data[:500])).status_code == 204
    wrong = await filing.send(an, url, data[500:], offset=300)
    assert (wrong.status_code, wrong.headers["upload-offset"]) == (409, "500")
    again = await Desk.of(app, people.an, people)
    found = await filing.ask(again, "HEAD", url)
    assert (found.status_code, found.headers["upload-offset"]) == (200, "500")
    assert "Đang gửi dở" in (await again.http.get(f"/desk/cases/{case.id}/filing")).text
    early = await filing.take(again, case.id, url.rpartition("/")[2])
    assert early.status_code in (404, 409)
    assert (await filing.send(again, url, data[500:], offset=500)).status_code == 204
    assert (await filing.take(again, case.id, url.rpartition("/")[2])).status_code == 303
    assert len(await filing.waiting(again, case.id)) == 1


async def test_the_same_bytes_are_one_file_however_often_and_at_once_they_come(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    data = filing.pdf(3)
    first, second = [await filing.upload(an, case.id, "a.pdf", data) for _ in range(2)]
    answers = await asyncio.gather(
        filing.take(an, case.id, first), filing.take(an, case.id, second), filing.take(an, case.id, first)
    )  # fmt: skip
    assert {one.status_code for one in answers} <= {303, 404, 409}
    assert 303 in {one.status_code for one in answers}
    assert (await filing.take(an, case.id, second)).status_code == 303
    assert await rows(case.id) == 1
    [file] = await filing.waiting(an, case.id)
    wanted = {"file_id": file, "title": "Hóa đơn", "document_kind": "invoice", "sheets": 1}
    assert (await act(an, case, "sheets.filed", **wanted))[0] == 303
    status, _ = await act(an, case, "sheets.filed", **wanted)
    assert status == 422, "a filed file is offered no more"
    assert len([one for one in (await case.facts()).folio if one.file_id == file]) == 1


async def test_a_request_whose_bytes_the_other_one_moved_finds_the_file_kept(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    upload = await filing.upload(an, case.id, "a.pdf", filing.pdf(7))
    settle, others = custody.settle, []

    async def overtaken(source: str, unit_id: UUID, file_id: UUID, sha256: str, size: int) -> str:
        if not others:  # the second press of the button is served whole before the first goes on
            others.append(0)
            others.append((await filing.take(an, case.id, upload)).status_code)
        return await settle(source, unit_id, file_id, sha256, size)

    monkeypatch.setattr(custody, "settle", overtaken)
    assert (await filing.take(an, case.id, upload)).status_code == 303
    assert others == [0, 303]
    assert await rows(case.id) == 1


async def test_a_file_needs_a_kind(app: Litestar, people: People) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    file = await filing.keep(an, case.id, "a.pdf", filing.pdf(4))
    status, said = await act(an, case, "sheets.filed", file_id=file, title="Hóa đơn", sheets=1)
    assert status == 409
    assert "chọn loại tài liệu" in said


async def test_nobody_files_where_they_do_not_work_or_what_another_sent(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    an, dung = await Desk.of(app, people.an, people), await Desk.of(app, people.dung, people)
    upload = await filing.upload(an, case.id, "a.pdf", filing.pdf(5))
    # dung is of another province: neither case nor upload nor file exists for him.
    assert (await filing.begin(dung, case.id, "b.pdf", 10)).status_code == 404
    assert (await filing.ask(dung, "HEAD", f"{filing.MOUNT}/{upload}")).status_code == 404
    assert (await filing.take(dung, case.id, upload)).status_code == 404
    assert (await filing.take(an, case.id, upload)).status_code == 303
    [file] = await filing.waiting(an, case.id)
    for address in ("", "/original", "/shown", "/receipt.json"):
        assert (await dung.http.get(f"/desk/filed/{file}{address}")).status_code == 404
    giang = await Desk.of(app, people.giang, people)
    assert (await filing.take(giang, case.id, upload)).status_code == 404


async def test_an_upload_needs_the_session_and_its_token(app: Litestar, people: People) -> None:
    case = await cases_made.inspected(people)
    an, nobody = await Desk.of(app, people.an, people), Desk(app)
    said = {"Tus-Resumable": "1.0.0", "Upload-Length": "3"}
    said["Upload-Metadata"] = filing.metadata(case.id, "a.pdf")
    assert (await nobody.http.post(filing.MOUNT, headers=said)).status_code == 401
    assert (await an.http.post(filing.MOUNT, headers=said)).status_code == 403
    foreign = said | {"X-CSRF-Token": await an.form_token(), "Origin": "https://evil.test"}
    assert (await an.http.post(filing.MOUNT, headers=foreign)).status_code == 403


@pytest.mark.parametrize(
    ("length", "status", "code"), [(2_000_000_001, 413, "upload_too_large"), (-1, 400, None)]
)
async def test_a_size_that_cannot_be_is_refused_in_words(
    app: Litestar, people: People, length: int, status: int, code: str | None
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    answer = await filing.begin(an, case.id, "a.mp4", length)
    assert answer.status_code in (status, 422)
    assert answer.json()["text"]["vi"]
    assert answer.json()["text"]["en"]
    assert code in (None, answer.json()["code"])


async def test_an_empty_file_is_refused_in_words(app: Litestar, people: People) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    begun = await filing.begin(an, case.id, "a.pdf", 0)
    answer = await filing.take(an, case.id, begun.headers["location"].rpartition("/")[2])
    assert answer.status_code == 422
    assert "Tệp rỗng" in answer.text
    assert await rows(case.id) == 0


async def test_without_a_script_the_form_sends_the_file(app: Litestar, people: People) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    token = {"csrf_token": await an.form_token()}
    sent = {"file": ("biên lai.pdf", scans.pdf(6), "application/pdf")}
    address = f"/desk/cases/{case.id}/filing"
    assert (await an.http.post(address, data=token, files=sent)).status_code == 303
    assert "biên lai.pdf" in (await an.http.get(address)).text
    nothing = await an.http.post(address, data=token, files={"file": ("", b"", "")})
    assert nothing.status_code == 422
    assert "Chưa chọn tệp nào" in nothing.text


async def test_a_file_that_the_table_changed_is_found_by_verify(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    file = await filing.keep(an, case.id, "a.pdf", filing.pdf(7))
    wanted = {"file_id": file, "title": "Hóa đơn", "document_kind": "invoice", "sheets": 1}
    assert (await act(an, case, "sheets.filed", **wanted))[0] == 303
    owner = await asyncpg.connect(people._owner_dsn)
    await owner.execute("UPDATE scans SET media_type = 'audio/wav' WHERE id = $1", file)
    await owner.close()
    report = await verification.in_snapshot(None, lambda *_: None)
    assert [one for one in report.findings if f"filed document {file}" in one.where]


async def test_a_file_that_the_store_lost_is_found_by_verify_with_whom_to_ask(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    file = await filing.keep(an, case.id, "hợp đồng.pdf", filing.pdf(8))

    class Lost:
        """A store that has nothing any more."""

        async def is_there(self) -> None:
            pass

        async def measure(self, _key: str) -> None:
            return None

        async def kept_after(self, _key: str) -> list[object]:
            return []

    report = await verification.in_snapshot(Lost(), lambda *_: None)  # type: ignore[arg-type]
    [found] = [one for one in report.findings if one.where == f"scan {file}"]
    assert "gone from the store" in found.what
    assert "hợp đồng.pdf" in found.what
    assert people.an.full_name in found.what


@pytest.mark.long
async def test_every_kind_of_document_and_a_film_are_filed_and_their_sheets_never_move(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    for place, kind in enumerate(FiledKind, start=1):
        video = kind is FiledKind.VIDEO
        name, data = ("phim.mp4", filing.mp4()) if video else ("a.pdf", filing.pdf(100 + place))
        file = await filing.keep(an, case.id, name, data)
        wanted = {"file_id": file, "title": f"Tài liệu {place}", "document_kind": kind, "sheets": 2}
        status, said = await act(an, case, "sheets.filed", **wanted)
        assert status == 303, said
    folio = (await case.facts()).folio
    assert [one.first for one in folio] == list(range(1, 2 * len(FiledKind), 2))
    assert [one.kind for one in folio] == list(FiledKind)
    page = (await an.http.get(f"/desk/cases/{case.id}/filing")).text
    assert f"Đã có trong hồ sơ ({len(FiledKind)})" in page
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if "filed document" in one.where]


async def met(case_id: UUID) -> dict[str, bool]:
    found = await database.fetch(
        "SELECT rule, met_at FROM case_clocks WHERE case_id = $1 AND rule LIKE 'D29%'", case_id
    )
    return {row["rule"]: row["met_at"] is not None for row in found}


async def test_the_clock_of_ins_ends_with_its_number_and_not_with_filing_here(
    hand: Hand, people: People
) -> None:
    """Circular 22/2021 Art 7.4 (48 hours); practice B17."""
    case = await cases_made.due(people)
    paper = await hand.print(case, "MQĐ02", people.giang, drafter=people.chi)
    an = await hand.of(people.an)
    wanted = {"document_id": paper, "ins_number": "INS-2026-0007", "entered_on": today()}
    status, said = await act(an, case, "document.entered", **wanted)
    assert status in (409, 422), "it is not in force yet"
    await hand.scan(paper, people.an, scans.pdf())
    assert await met(case.id) == {"D29": False, "D29.compare": False}
    assert (await hand.compare(paper, people.nga)).status_code == 303
    assert await met(case.id) == {"D29": False, "D29.compare": True}
    status, said = await act(an, case, "document.entered", **wanted)
    assert status == 303, said
    assert await met(case.id) == {"D29": True, "D29.compare": True}
    assert (await act(an, case, "document.entered", **wanted))[0] == 409
    assert "số INS-2026-0007" in (await an.http.get(f"/desk/cases/{case.id}")).text
