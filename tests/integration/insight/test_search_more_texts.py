"""Submissions, plans, reports and papers of informations are found by whoever sees them, and by nobody else."""

import pytest

from backend.approvals.submissions import service as submissions
from backend.core.database import transaction
from backend.documents.record_papers import service as papers
from backend.insight.search import rebuilding
from backend.ledger import service as ledger
from schemas.approvals.submissions import Comment, SubmissionReturned
from schemas.insight.search import Sought
from tests.integration.admin_ui.intake.test_approval_of_papers import drafted
from tests.integration.insight.test_search import counted, followed, found
from tests.support import informations as made
from tests.support import plans_made, reports_made
from tests.support.people import People

pytestmark = [pytest.mark.usefixtures("pool"), pytest.mark.long]


async def test_what_was_commented_on_a_plan_finds_its_submission_for_who_sees_that(
    people: People,
) -> None:
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    aim = "Ngăn chặn bánh trung thu giả nhãn"
    plan_id = await plans_made.drafted(people.giang, [item], aim=aim)
    head = await plans_made.national_head(people)
    one = await plans_made.submitted(plan_id, people.giang)
    remark = Comment(at="", text="Bổ sung địa bàn chợ Long Biên")
    async with transaction():
        returned = SubmissionReturned(shown=one.shown, comments=[remark])
        ledger.unwrap(await submissions.answer(one.id, returned, head.actor("desk")))
    await followed()
    assert Sought.SUBMISSION in await found(people.giang, "dia ban long bien")
    assert Sought.PLAN in await found(people.giang, "banh trung thu gia nhan")
    for stranger in (people.ho, people.an):
        assert not {Sought.SUBMISSION, Sought.PLAN} & set(await found(stranger, "long bien"))
        assert Sought.PLAN not in await found(stranger, "banh trung thu")
    assert await counted(people.giang, Sought.SUBMISSION, "dia ban long bien") == 1
    assert (await rebuilding.rebuild()).differed == 0


async def test_a_report_is_found_by_its_texts_in_its_unit_alone(people: People) -> None:
    await reports_made.defined(people)
    await reports_made.written(people.giang, text="Mặt hàng phân bón giả tăng nhẹ")
    await followed()
    assert Sought.REPORT in await found(people.giang, "phan bon gia tang")
    assert Sought.REPORT not in await found(people.ho, "phan bon gia tang")


async def test_papers_of_an_information_find_it_but_no_decision_before_it_is_issued(
    people: People,
) -> None:
    tip = await made.registered(people.an)
    await drafted(tip.id, people.an, "TB")
    await drafted(tip.id, people.an)
    report = await drafted(tip.id, people.an, "BC")
    await followed()
    assert Sought.INFORMATION in await found(people.an, "tiep nhan qua dien thoai")
    assert Sought.INFORMATION not in await found(people.ho, "tiep nhan qua dien thoai")
    for typed in ("xem tai cho hoi gia", "khong phat hien vi pham"):
        assert Sought.INFORMATION not in await found(people.an, typed), (
            "neither a decision that is not issued yet, nor a notice to who informed"
        )
    async with transaction():
        ledger.unwrap(await papers.discard(report, "Nhập nhầm", people.an.actor("desk")))
    await followed()
    assert Sought.INFORMATION not in await found(people.an, "tiep nhan qua dien thoai")
