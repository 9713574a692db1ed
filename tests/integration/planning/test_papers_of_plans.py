"""A plan fills its own paper; the paper is signed once the plan is approved, and issues it."""

from uuid import UUID

import pytest
from litestar import Litestar

from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import RefusedAct
from backend.documents.queries import record_papers as paper_queries
from backend.documents.record_papers import service as papers
from backend.documents.record_papers.owners import Issued, Owned
from backend.ledger import service as ledger
from backend.planning.papers import owning
from backend.planning.plans import reading
from backend.planning.plans import service as plans
from backend.planning.plans.owned import owned
from backend.planning.queries import plans as queries
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.planning.acts import PlanReopened, PlanSubmitted
from schemas.planning.words import PlanState
from tests.support import plans_made, record_papers, scans
from tests.support.people import People


async def test_a_plan_fills_its_paper_and_is_issued_when_the_paper_is_in_force(
    pool: None, people: People
) -> None:
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    plan_id = await plans_made.drafted(people.giang, [item])
    actor = people.giang.actor("desk")
    async with transaction():
        document_id, outcome = await papers.begin(RecordKind.PLAN, plan_id, "KH", actor)
        ledger.unwrap(outcome)
    async with transaction():
        paper = await paper_queries.named(document_id)
        assert paper is not None
        assert [one["subject"] for one in paper.fields["items"]] == ["Cửa hàng Lan"]
        ledger.unwrap(await papers.finalise(document_id, paper.fields_hash, actor))
    record = await _owned(plan_id)
    async with transaction():
        why = await owning.against(record, document_id, "KH", actor)
    assert why is not None
    assert "chưa được phê duyệt" in why.vi
    await plans_made.approved(plan_id, people.giang, await plans_made.national_head(people))
    async with transaction():
        assert await owning.against(record, document_id, "KH", actor) is None
        assert await owning.against(record, new_id(), "TB", actor) is None
    async with transaction():
        await owning.on_issued(_issued(plan_id, document_id, people), actor)
    async with transaction():
        view = await reading.view(plan_id, actor)
    assert (view.row.state, view.row.number, view.document_id) == (
        PlanState.ISSUED,
        "05/KH-QLTT",
        document_id,
    )


async def test_a_paper_that_lists_other_items_than_the_plan_is_not_signed(
    pool: None, people: People
) -> None:
    team = people.chi.unit.unit_id
    plan_id = await plans_made.drafted(people.giang, [plans_made.item(team, "Cửa hàng Lan")])
    actor = people.giang.actor("desk")
    async with transaction():
        document_id, _ = await papers.begin(RecordKind.PLAN, plan_id, "KH", actor)
    await plans_made.set_items(plan_id, [plans_made.item(team, "Cửa hàng Mai")], people.giang)
    await plans_made.approved(plan_id, people.giang, await plans_made.national_head(people))
    record = await _owned(plan_id)
    async with transaction():
        why = await owning.against(record, document_id, "KH", actor)
    assert why is not None
    assert "danh mục" in why.vi
    with pytest.raises(RefusedAct) as refused:  # nor does a scan of it issue the plan
        async with transaction():
            await owning.on_issued(_issued(plan_id, document_id, people), actor)
    assert refused.value.problem_code == "plan_paper_old"


@pytest.mark.long
async def test_a_sheet_that_was_printed_before_the_plan_changed_issues_it_no_more(
    people: People, app: Litestar
) -> None:
    """It may be signed by hand already: it is given up, and a new paper is drawn up."""
    del app
    team = people.chi.unit.unit_id
    head = await plans_made.national_head(people)
    plan_id = await plans_made.drafted(people.giang, [plans_made.item(team, "Cửa hàng Lan")])
    actor = people.giang.actor("desk")
    async with transaction():
        document_id, _ = await papers.begin(RecordKind.PLAN, plan_id, "KH", actor)
        await _finalised(document_id, people)
    await plans_made.approved(plan_id, people.giang, head)
    await record_papers.signed(document_id, people.giang, None)
    await plans_made.do(plan_id, PlanReopened(reason="Đổi cơ sở"), people.giang)
    await plans_made.set_items(plan_id, [plans_made.item(team, "Cửa hàng Mai")], people.giang)
    with pytest.raises(RefusedAct, match="printed paper"):
        await plans_made.do(plan_id, PlanSubmitted(note=""), people.giang)
    with pytest.raises(RefusedAct):
        await papers.take_scan(document_id, scans.pdf(1), actor)
    async with transaction():
        assert (await reading.view(plan_id, actor)).row.state is PlanState.DRAFT
        ledger.unwrap(await papers.discard(document_id, "In trước khi kế hoạch đổi", actor))
        fresh, _ = await papers.begin(RecordKind.PLAN, plan_id, "KH", actor)
        await _finalised(fresh, people)
    await plans_made.approved(plan_id, people.giang, head)
    await record_papers.signed(fresh, people.giang, None)
    await papers.take_scan(fresh, scans.pdf(1), actor)
    async with transaction():
        assert (await reading.view(plan_id, actor)).document_id == fresh


async def test_a_paper_that_says_an_older_head_is_neither_final_nor_signed_until_it_is_saved_again(
    pool: None, people: People
) -> None:
    team = people.chi.unit.unit_id
    plan_id = await plans_made.drafted(people.giang, [plans_made.item(team, "Cửa hàng Lan")])
    actor = people.giang.actor("desk")
    async with transaction():
        document_id, _ = await papers.begin(RecordKind.PLAN, plan_id, "KH", actor)
    newer = plans_made.head(people.giang, reporting="Báo cáo hằng quý trước ngày 15")
    async with transaction():
        await plans.draft(newer, actor, plan_id)
    with pytest.raises(RefusedAct, match="plan's head"):
        async with transaction():
            await _finalised(document_id, people)
    await plans_made.approved(plan_id, people.giang, await plans_made.national_head(people))
    record = await _owned(plan_id)
    async with transaction():
        why = await owning.against(record, document_id, "KH", actor)
        paper = await paper_queries.named(document_id)
    assert why is not None
    assert "nội dung chung" in why.vi
    assert paper is not None
    worded = {**paper.fields, "reporting": newer.reporting, "aim": "Câu chữ của văn bản"}
    async with transaction():
        _, outcome = await papers.draft(document_id, worded, actor)
        ledger.unwrap(outcome)
    async with transaction():
        assert await owning.against(record, document_id, "KH", actor) is None


async def test_a_plan_is_not_submitted_with_a_finalised_paper_that_says_an_older_head(
    pool: None, people: People
) -> None:
    team = people.chi.unit.unit_id
    plan_id = await plans_made.drafted(people.giang, [plans_made.item(team, "Cửa hàng Lan")])
    actor = people.giang.actor("desk")
    async with transaction():
        document_id, _ = await papers.begin(RecordKind.PLAN, plan_id, "KH", actor)
        await _finalised(document_id, people)
    newer = plans_made.head(people.giang, reporting="Báo cáo hằng quý trước ngày 15")
    async with transaction():
        await plans.draft(newer, actor, plan_id)
    with pytest.raises(RefusedAct, match="plan's head"):
        await plans_made.do(plan_id, PlanSubmitted(note=""), people.giang)
    async with transaction():
        assert "nội dung chung" in (await reading.view(plan_id, actor)).missing[0].vi
        ledger.unwrap(await papers.reopen(document_id, "Sửa theo kế hoạch", actor))
        paper = await paper_queries.named(document_id)
        assert paper is not None
        await papers.draft(document_id, {**paper.fields, "reporting": newer.reporting}, actor)
        await _finalised(document_id, people)
    await plans_made.do(plan_id, PlanSubmitted(note=""), people.giang)


def _issued(plan_id: UUID, document_id: UUID, people: People) -> Issued:
    return Issued(
        document_id=document_id,
        record_id=plan_id,
        form="KH",
        number="05/KH-QLTT",
        day=clock.today(),
        signer_name=people.giang.full_name,
        signer_title=people.giang.title,
        fields={},
        scan_id=None,
    )


async def _finalised(document_id: UUID, people: People) -> None:
    paper = await paper_queries.named(document_id)
    assert paper is not None
    actor = people.giang.actor("desk")
    ledger.unwrap(await papers.finalise(document_id, paper.fields_hash, actor))


async def _owned(plan_id: UUID) -> Owned:
    async with transaction():
        plan = await queries.find(plan_id)
    assert plan is not None
    return owned(plan)
