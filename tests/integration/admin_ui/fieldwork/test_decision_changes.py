"""A decision in force is changed at the desk: the form is filled from it, the draft is signed as any."""

from pathlib import Path

import msgspec
import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from tests.support import decision_papers
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.signing import PASSPHRASE, Authority, authority


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def test_a_head_extends_the_time_on_site_from_the_page_of_the_inspection(
    people: People, readers: Readers, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    inspection = await decision_papers.signed(document, people.giang)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{inspection}")
    await desk.follow(f"/inspections/{inspection}/change")
    form = desk.form(f"/{inspection}/change")
    form.fill("reason", "Hàng hóa nhiều chủng loại")
    form.fill("duration_days", "4")
    assert await desk.try_submit(form, form.buttons[0]) == 200
    assert "QĐ-KDGH" in desk.page.text
    paper = await database.fetchval("SELECT id FROM decision_papers WHERE form = 'QĐ-KDGH'")
    form = desk.form(f"{paper}/sign")
    form.fill("passphrase", PASSPHRASE)
    assert await desk.try_submit(form, form.buttons[0]) == 200
    assert "01000001/QĐ-KDGH" in desk.page.text
    await desk.open(f"/desk/inspections/{inspection}")
    assert "4 ngày làm việc (phức tạp)" in desk.page.text


async def test_what_is_missing_is_said_at_its_field_and_nothing_lapses_before_its_time(
    people: People, readers: Readers, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    inspection = await decision_papers.signed(document, people.giang)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{inspection}/change")
    form = desk.form(f"/{inspection}/change")
    assert await desk.try_submit(form, form.buttons[0]) == 422
    assert 'href="#f-reason"' in desk.html
    form = desk.form("/lapse")
    form.fill("lapse_reason", "Không kiểm tra được")
    assert await desk.try_submit(form, form.buttons[0]) == 422
    assert "khoản 3 Điều 19 Pháp lệnh" in desk.page.text
    assert desk.form("/lapse").controls[-1].value == "Không kiểm tra được"
    assert await database.fetchval("SELECT state FROM inspections") == "decided"


@pytest.mark.parametrize("somebody", [True, False])
async def test_a_head_whose_post_ended_is_told_so_and_who_may_draft_it_now(
    people: People, readers: Readers, issuer: Authority, somebody: bool
) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    inspection = await decision_papers.signed(document, people.giang)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{inspection}/change")
    ended = clock.today()
    others = [people.giang] if somebody else [people.giang, people.hai, people.oanh]
    await database.execute(
        "UPDATE officer_positions SET valid_from = $2::date - 10, valid_to = $2 WHERE officer_id = ANY ($1)",
        [one.id for one in others],
        ended,
    )
    if somebody:
        await database.execute(
            "UPDATE officer_positions SET title_vi = $2 WHERE officer_id = $1",
            people.hai.id,
            people.giang.title,
        )
    form = desk.form(f"/{inspection}/change")
    form.fill("reason", "Hàng hóa nhiều chủng loại")
    form.fill("duration_days", "4")
    assert await desk.try_submit(form, form.buttons[0]) == 422
    assert f"của bạn đã kết thúc từ ngày {ended:%d/%m/%Y}" in desk.page.text
    assert "Hàng hóa nhiều chủng loại" in desk.html, "what was typed is kept"
    if somebody:
        assert people.hai.full_name in desk.page.text
    else:
        assert "hiện chưa ai giữ chức vụ ký được văn bản này" in desk.page.text
    assert (
        await database.fetchval("SELECT count(*) FROM decision_papers WHERE form = 'QĐ-KDGH'") == 0
    )
