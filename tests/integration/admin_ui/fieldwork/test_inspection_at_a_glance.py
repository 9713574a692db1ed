"""Whoever opens an inspection sees at once how far it is, and what is not there yet as one line."""

import re

import pytest

from tests.support import factories
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("app")


def stages(html: str) -> list[tuple[str, str]]:
    """Return each step of the line at the top: how it stands, and its name."""
    [line] = re.findall(r'<ol class="stages".*?</ol>', html, re.DOTALL)
    found = re.findall(r'<li class="(\w+)".*?</span>([^<]+)</span>', line, re.DOTALL)
    return [(standing, name.strip()) for standing, name in found]


async def test_a_head_sees_where_an_announced_inspection_is(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people)
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert stages(desk.html) == [
        ("done", "Ban hành quyết định"),
        ("done", "Nhận việc"),
        ("done", "Công bố tại nơi kiểm tra"),
        ("now", "Lập biên bản"),
        ("ahead", "Trình hồ sơ"),
        ("ahead", "Xem xét hồ sơ"),
    ]
    assert "Chưa có: biên bản kiểm tra, ảnh, chữ ký trên màn hình" in page.text
    for empty in ("minutes", "photos", "signatures"):
        assert f'id="{empty}"' not in desk.html, "no heading above nothing"
        assert f'href="#{empty}"' not in desk.html, "and no way to it"


async def test_the_checks_of_a_sound_inspection_are_one_line(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people)
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    [fold] = re.findall(r"<details[^>]*checks-fold[^>]*>", desk.html)
    assert "open" not in fold
    assert "không có kết quả cần xem" in page.text
