"""Whom to call is a press away: the numbers and addresses of a contact are links, its other words are not."""

import pytest

from admin_ui.operations.about.page import reached


@pytest.mark.parametrize(
    ("contact", "links"),
    [
        ("", []),
        ("Phòng Công nghệ thông tin, tầng 3", []),
        ("Bàn hỗ trợ 024 3825 5868", ["tel:02438255868"]),
        ("+84 24 3825.5868; hotro@dms.example", ["tel:+842438255868", "mailto:hotro@dms.example"]),
        ("số máy lẻ 115", []),
    ],
)
def test_numbers_and_addresses_of_a_contact_are_links(contact: str, links: list[str]) -> None:
    found = reached(contact)
    assert [href for _, href in found if href] == links
    assert "".join(words for words, _ in found) == contact
