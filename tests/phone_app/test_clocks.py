"""The phone's clock is two days wrong."""

import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.async_api import expect
from pypdf import PdfReader

from backend.core.local_time import VIETNAM
from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import Office
from tests.phone_app.support.papers import SitePapers

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def test_with_a_clock_two_days_late_a_visit_is_whole_and_the_difference_is_shown(
    phones: MakePhone, office: Office
) -> None:
    days = -2
    phone = await phones(clock_days=days)
    inspection = await office.issue()
    await phone.whole_visit(inspection, photos=1)
    await phone.wait_until_stored()
    assert await phone.says_the_clock_is_wrong()
    stated = [one["act"]["made_at"] for one in (await phone.kept()).acts_of(inspection)]
    wrong = datetime.now(UTC) + timedelta(days=days)
    for text in stated:
        assert abs(datetime.fromisoformat(text) - wrong) < timedelta(hours=1), text
    print(await agree(phone, office, inspection))
    await office.approve(inspection)
    await phone.sync()
    assert await phone.state_of(inspection) == "approved"


async def test_two_days_ahead_announcement_minutes_and_violation_minutes_bear_the_true_day(
    phones: MakePhone, office: Office, tmp_path: Path
) -> None:
    phone = await phones(clock_days=2)
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.sync()
    await phone.go_offline()
    await phone.restart()
    told = phone.page.get_by_text("Đồng hồ máy nhanh 2 ngày").first
    await phone.go_to_minutes(inspection)
    await expect(told).to_be_visible()
    await phone.write_minutes(inspection)
    papers = SitePapers(phone, inspection)
    violation = await papers.begin("biên bản vi phạm")
    await expect(told).to_be_visible()
    await phone.field("Lĩnh vực").fill("thương mại")
    await papers.pick_violation("hàng giả")
    await phone.field("Mô tả hành vi").fill("Bày bán 48 hộp sữa bột giả.")
    await phone.field("Ý kiến trình bày của người vi phạm").fill("Tôi không có ý kiến.")
    await papers.write()
    await papers.sign(violation, "maker")
    await papers.sign(violation, "subject")
    await papers.number(violation)
    true, wrong = (datetime.now(VIETNAM) + timedelta(days=days) for days in (0, 2))
    shown = await papers.text(violation)
    assert f"{true:%d/%m/%Y}" in shown
    assert f"{wrong:%d/%m/%Y}" not in shown
    assert "theo giờ máy chủ; đồng hồ điện thoại lúc đó nhanh 2 ngày" in shown
    for one in (await phone.kept()).acts_of(inspection):
        act = one["act"]
        assert act["made_at"].startswith(f"{wrong.astimezone(UTC):%Y-%m-%d}"), act["type"]
        assert f"{wrong.astimezone(UTC):%Y-%m-%d}T" not in json.dumps(act["content"]), act["type"]
    await phone.go(f"/app/inspections/{inspection}/papers")
    await phone.come_online()
    await phone.wait_until_stored()
    printed = _text(await papers.pdf(violation, tmp_path))
    assert "đồng hồ điện thoại lúc đó nhanh 2 ngày" in printed
    assert f"ngày {wrong.day:02} tháng" not in printed
    page = await office.words_of(f"/desk/inspections/{inspection}")
    assert "đồng hồ máy nhanh 2 ngày" in page
    await phone.sign(inspection, "leader")
    await phone.sign(inspection, "subject")
    await phone.submit(inspection)
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))
    await office.approve(inspection)
    await phone.sync()
    assert await phone.state_of(inspection) == "approved"


def _text(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


async def test_a_clock_set_back_in_the_middle_of_a_visit_without_a_signal_stops_nothing(
    phones: MakePhone, office: Office
) -> None:
    phone = await phones()
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.wait_until_stored()
    await phone.go_offline()
    await phone.window.close()
    phone.window.clock_days = -700  # the battery was dead: it begins where its maker left it
    await phone.start_again()
    assert await phone.says_the_clock_is_wrong()
    await phone.take_photos(inspection, 1)
    await phone.go_to_minutes(inspection)
    true_end = datetime.now(UTC) + timedelta(hours=8)
    await phone.write_minutes(inspection, ended=true_end.strftime("%Y-%m-%dT%H:%M"))
    await phone.sign(inspection, "leader")
    await phone.sign(inspection, "subject")
    await phone.submit(inspection)
    await phone.come_online()
    await phone.send_now()
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))
    await office.approve(inspection)
    await phone.sync()
    assert await phone.state_of(inspection) == "approved"
