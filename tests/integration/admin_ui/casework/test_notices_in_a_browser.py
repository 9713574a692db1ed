"""The forms of notices, applications and publication in a real browser: they fit, and nothing is in anyone's way."""

import pytest

from backend.core import clock
from schemas.casework.acts.execution import DecisionDelivered
from schemas.casework.acts.notices import ReliefAsked
from schemas.casework.words import CaseAct, DeliveryMode
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import cases_made
from tests.support.cases_made import today, written_by_party
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


async def test_the_forms_of_notices_and_applications_fit(people: People, chrome: Chrome) -> None:
    case = await cases_made.due(people)
    goods = cases_made.exhibit()
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, goods), people.an)
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    delivered = DecisionDelivered(
        document_id=case.papers["MQĐ02"],
        mode=DeliveryMode.DIRECT,
        delivered_on=today(),
        deemed=False,
        attempts=1,
        proof="Ký nhận",
        receiver="Trần Văn Mẫu",
        proof_document_id=None,
    )
    await case.take(CaseAct.DECISION_DELIVERED, delivered)
    asked = ReliefAsked(
        application_id=cases_made.new_id(),
        what="reduction",
        received_on=clock.today(),
        sheet=await written_by_party(case, people.an),
        reason="Cháy kho hàng",
        certified_by="UBND phường Cây Đa",
    )
    await case.take(CaseAct.RELIEF_ASKED, asked)
    page = await chrome.sign_in(people.giang, 1280)
    for act in (
        "owner.notified",
        "owner.not_awaited",
        "copy.sent",
        "relief.asked",
        "relief.refused",
        "document.amended",
        "sanction.published",
        "execution.postponed",
    ):
        await page.goto(f"/desk/cases/{case.id}/acts/{act}")
        await check(page, 1280)
    await page.goto(f"/desk/cases/{case.id}")
    await check(page, 1280)
    assert "Nhận đơn xin giảm tiền phạt" in await page.inner_text("main")
    assert chrome.complaints == []
