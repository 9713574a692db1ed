"""A head takes an inspection decision back by a decision of its own, and everybody can see which."""

from uuid import UUID

import pytest

from backend.core import database
from deploy.demo import contents
from tests.integration.admin_ui.fieldwork.test_issue_decision import issue
from tests.support import decision_papers, factories
from tests.support.people import People
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.usefixtures("app")
REASON = "Cơ sở đã ngừng kinh doanh từ tháng trước"


async def drafted(people: People, readers: Readers) -> tuple[Reader, str, str]:
    """The head at the draft of a withdrawal; the inspection's id, and the code of its decision."""
    document = await decision_papers.drafted(people)
    head = await readers.of(people.giang)
    await head.open(f"/desk/decisions/{document}")
    await issue(head)
    row = await database.fetchrow(
        "SELECT p.code, i.id FROM decision_papers p JOIN inspections i ON i.id = p.inspection_id"
    )
    await head.open(f"/desk/inspections/{row['id']}/change")
    form = next(one for one in head.page.forms if one.find("withdraws"))
    form.fill("withdraw_reason", REASON)
    assert await head.try_submit(form, form.buttons[0]) == 200
    return head, str(row["id"]), row["code"]


async def test_a_withdrawal_has_its_paper_and_the_public_page_leads_to_it(
    people: People, readers: Readers
) -> None:
    head, inspection, code = await drafted(people, readers)
    assert "Hủy bỏ quyết định kiểm tra" in head.page.text
    state = "SELECT state FROM inspections WHERE id = $1::uuid"
    assert await database.fetchval(state, inspection) == "decided", "a draft ends nothing"
    await issue(head)
    assert await database.fetchval(state, inspection) == "discarded"
    assert "01000001/QĐ-SĐBSKT" in head.page.text
    withdrawal = await database.fetchval(
        "SELECT code FROM decision_papers WHERE form = 'QĐ-SĐBSKT'"
    )
    stranger = readers.stranger()
    await stranger.open(f"/verify/{code}")
    assert "01000001/QĐ-SĐBSKT" in stranger.page.text
    assert withdrawal in stranger.html
    member = await readers.of(people.an)
    await member.open("/desk/notices")
    assert "Quyết định kiểm tra bị hủy bỏ" in member.page.text
    assert REASON in member.page.text


async def test_what_was_announced_is_not_withdrawn_and_the_draft_says_so(
    people: People, readers: Readers
) -> None:
    head, inspection, _ = await drafted(people, readers)
    row = await database.fetchrow("SELECT decision_id, decision_number FROM inspections")
    team = factories.Work(
        UUID(inspection), row["decision_number"], people.an, await factories.pen(people.an)
    )
    await team.act("inspection.opened", {"decision_id": str(row["decision_id"])})
    await team.act("inspection.announced", {"place": contents.place(210285110, 1058542300)})
    await head.open(head.page.url)
    assert "đã công bố" in head.page.text
    assert not [one for one in head.page.forms if one.action.endswith("/sign")]
