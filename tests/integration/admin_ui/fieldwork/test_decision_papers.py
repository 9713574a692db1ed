"""The decision as a paper at the desk: drafted by an inspector, signed by the head, by hand, compared."""

from pathlib import Path

import msgspec
import pytest
from litestar import Litestar

from backend.core import database
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from deploy.demo import desk as pages
from tests.support import decision_papers
from tests.support.people import People
from tests.support.readers import Reader, Readers
from tests.support.signing import PASSPHRASE, Authority, authority


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def fill(desk: Reader, people: People, **changed: str) -> None:
    await desk.open("/desk/decisions/new")
    form = desk.form("/decisions/new")
    values = {
        "subject_name": "Hộ kinh doanh Bằng Lăng",
        "subject_address": "Số 3 phố Bằng Lăng",
        "proposal": "Đề xuất kiểm tra của công chức quản lý địa bàn",
        "contents": "Niêm yết giá\nNguồn gốc hàng hóa",
        "duration_days": "2",
        "leader_id": str(people.chi.id),
        "partners": "Công an phường Bằng Lăng",
    } | changed
    for name, value in values.items():
        form.fill(name, value)
    form.fill("member_ids", str(people.an.id), str(people.binh.id))
    form.find("no_conflict_declared").checked = True  # type: ignore[union-attr]


async def press(desk: Reader, address: str, value: str = "save") -> int:
    form = desk.form(address)
    return await desk.try_submit(form, next(item for item in form.buttons if item.value == value))


async def drafted(people: People, readers: Readers) -> str:
    """A draft of an's; the address of its page."""
    desk = await readers.of(people.an)
    await fill(desk, people)
    assert await press(desk, "/decisions/new") == 200
    assert "Đã lưu dự thảo." in desk.page.text
    document = await database.fetchval("SELECT id FROM decision_papers")
    return f"/desk/decisions/{document}"


async def test_an_inspector_drafts_and_the_head_signs_with_a_certificate(
    people: People, readers: Readers, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    address = await drafted(people, readers)
    head = await readers.of(people.giang)
    await head.open("/desk/decisions")
    assert address in head.html
    await head.open(address)
    assert people.giang.full_name in head.page.text
    # The bases are those of the form, in its order: ordinance before circular.
    assert head.page.text.index("Pháp lệnh Quản lý thị trường số 11/2016") < head.page.text.index(
        "Thông tư số 27/2020/TT-BCT"
    )
    form = head.form(f"{address}/sign")
    form.fill("passphrase", PASSPHRASE)
    pages.in_an_emergency(form)
    assert await head.try_submit(form, form.buttons[0]) == 200
    assert "Đã ký và ban hành quyết định." in head.page.text
    assert "01000001/QĐ-KT" in head.page.text
    assert "/verify/" in head.html
    team = await readers.of(people.binh)
    assert "01000001/QĐ-KT" in (await team.open("/desk/")).text
    inspection = await database.fetchval("SELECT id FROM inspections")
    await team.open(f"/desk/inspections/{inspection}")
    assert f"{address}/signed.pdf" in team.html


async def test_a_passphrase_that_was_forgotten_or_wrong_is_said_and_nothing_is_issued(
    people: People, readers: Readers, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    address = await drafted(people, readers)
    head = await readers.of(people.giang)
    for typed in ("", "sai rồi"):
        await head.open(address)
        form = head.form(f"{address}/sign")
        form.fill("passphrase", typed)
        assert await head.try_submit(form, form.buttons[0]) in (403, 422)
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0


async def test_a_draft_is_changed_and_keeps_what_was_typed(
    people: People, readers: Readers
) -> None:
    address = await drafted(people, readers)
    desk = await readers.of(people.an)
    await desk.open(f"{address}/edit")
    assert 'value="Hộ kinh doanh Bằng Lăng"' in desk.html
    assert "Công an phường Bằng Lăng" in desk.html
    desk.form("/edit").fill("duration_days", "3")
    assert await press(desk, "/edit") == 200
    assert "3 ngày làm việc" in desk.page.text


async def test_what_speaks_against_signing_is_said_with_its_article(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.an)
    await fill(desk, people, duration_days="5")
    assert await press(desk, "/decisions/new") == 200
    assert "Điều 22 Pháp lệnh 11/2016/UBTVQH13" in desk.page.text
    head = await readers.of(people.giang)
    document = await database.fetchval("SELECT id FROM decision_papers")
    await head.open(f"/desk/decisions/{document}")
    assert f"{document}/sign" not in head.html


@pytest.mark.parametrize("who", ["dung", "binh", "lan", "phuc"])
async def test_a_draft_is_seen_by_its_unit_s_readers_alone(
    people: People, readers: Readers, who: str
) -> None:
    address = await drafted(people, readers)
    reader = await readers.of(getattr(people, who))
    assert await reader.look(address) == (200 if who == "phuc" else 404)
