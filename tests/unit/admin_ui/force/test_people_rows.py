"""The list of officers marks who cannot sign in yet, and not the account that nobody signs in with."""

from datetime import date
from uuid import UUID

import pytest

from admin_ui.force.people import lines
from admin_ui.shell.listing.places import Place
from admin_ui.shell.words import Language
from backend.force.accounts.service import OfficerRow
from backend.force.derived.authority import SERVICE_OFFICER
from schemas.core.ids import new_id
from schemas.core.problems import Text


def row(officer_id: UUID) -> OfficerRow:
    return OfficerRow(
        id=officer_id,
        username="new",
        full_name="Người mới",
        officer_number=None,
        unit_id=new_id(),
        unit=Text(vi="Đội 1", en="Team 1"),
        unit_code="0101",
        state="active",
        roles=[],
        enrolled=False,
        leads=False,
        card_until=None,
        title=Text(vi="Văn thư", en="Clerk"),
        rank="",
    )


def test_an_officer_without_credentials_is_marked_and_the_systems_own_account_is_not() -> None:
    shown = lines.lines(
        [row(new_id()), row(SERVICE_OFFICER)],
        "vi",
        Place("/desk/people", {}),
        {},
        date(2026, 11, 2),
    )
    assert [[mark.text for mark in one.marks] for one in shown] == [["Chưa kích hoạt"], []]
    assert [one.cells[2] for one in shown] == ["Chưa có vai trò", "Tài khoản của hệ thống"]


@pytest.mark.parametrize(("language", "said"), [("vi", "Văn thư"), ("en", "Clerk")])
def test_the_position_of_an_officer_is_said_in_the_reader_s_language(
    language: Language, said: str
) -> None:
    shown = lines.lines([row(new_id())], language, Place("/desk/people", {}), {}, date(2026, 11, 2))
    assert [one.about for one in shown] == [said]
