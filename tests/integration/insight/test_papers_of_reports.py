"""A report fills its own paper; the paper says what the report says, and its signature issues the report."""

from uuid import UUID

import pytest

from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.documents.queries import record_papers as paper_queries
from backend.documents.queries.record_papers import NamedPaper
from backend.documents.record_papers import service as papers
from backend.documents.record_papers.owners import Issued
from backend.insight.queries import reports as queries
from backend.insight.reports import owning, paper_words
from backend.insight.reports import service as reports
from backend.insight.reports.owned import owned
from backend.insight.rules.reports.facts import Report
from backend.ledger import service as ledger
from schemas.core.vocabulary import RecordKind
from schemas.insight.report_definitions import ReportRecipient
from schemas.insight.words import ReportState
from tests.support import cases_made, reports_made
from tests.support.people import People, Person
from tests.support.reports_made import RESULTS, SITUATION, done, view

pytestmark = pytest.mark.usefixtures("pool")


async def paper_of(report_id: UUID, person: Person) -> NamedPaper:
    """Begin and finalise the report's paper."""
    actor = person.actor("desk")
    async with transaction():
        document_id, outcome = await papers.begin(RecordKind.REPORT, report_id, "BC-DK", actor)
        ledger.unwrap(outcome)
    async with transaction():
        paper = await paper_queries.named(document_id)
        assert paper is not None
        ledger.unwrap(await papers.finalise(document_id, paper.fields_hash, actor))
    return paper


async def issue(report_id: UUID, paper: NamedPaper, person: Person) -> None:
    """Have the paper come into force, as its signature does."""
    async with transaction():
        report = await found(report_id)
        why = await owning.against(owned(report), paper.id, "BC-DK", person.actor("desk"))
        assert why is None, why
        issued = Issued(
            document_id=paper.id,
            record_id=report_id,
            form="BC-DK",
            number="05/BC-QLTT",
            day=clock.today(),
            signer_name=person.full_name,
            signer_title=person.title,
            fields={},
            scan_id=None,
        )
        await owning.on_issued(issued, person.actor("desk"))


async def found(report_id: UUID) -> Report:
    report = await queries.find(report_id)
    assert report is not None
    return report


async def submit(report_id: UUID, person: Person) -> None:
    revision = (await view(report_id, person)).revision
    await done(reports.submit(report_id, revision, "", person.actor("desk")))


async def test_a_report_is_issued_by_its_paper_which_says_all_that_the_report_says(
    people: People,
) -> None:
    recipient = ReportRecipient(name="Ủy ban nhân dân thành phố (để báo cáo)", levels=[2])
    await reports_made.defined(people, recipients=[recipient])
    await cases_made.sanctioned(people)
    await reports_made.counted()
    giang = people.giang.actor("desk")
    report_id = await reports_made.written(people.giang, text="Ổn định.\nCó chợ đêm.")
    why = "Một quyết định nhập sau"
    await done(reports.state_value(report_id, RESULTS, 1, 0, 6_000_000, giang, why))
    paper = await paper_of(report_id, people.giang)
    said = paper.fields
    assert said["about"] == "Đợt cao điểm"
    assert said["to"] == "Cục Quản lý thị trường thử"
    assert said["recipients"] == ["Ủy ban nhân dân thành phố (để báo cáo)"]
    assert [one["title"] for one in said["parts"]] == ["Kết quả", "Theo đơn vị", "Tình hình"]
    rows = [one for one in said["rows"] if one["part"] == 1]
    assert [one["value_1"] for one in rows] == ["1", "6.000.000", "1", "–"]
    assert "hệ thống tính 5.000.000" in said["stated"][0]
    assert why in said["stated"][0]

    with pytest.raises(AssertionError, match="chưa được phê duyệt"):
        await issue(report_id, paper, people.giang)
    await submit(report_id, people.giang)
    await issue(report_id, paper, people.giang)
    shown = await view(report_id, people.giang)
    assert (shown.row.state, shown.row.number) == (ReportState.ISSUED, "05/BC-QLTT")
    assert (shown.sent_to, shown.document_id) == (people.oanh.unit.unit_id, paper.id)
    assert shown.row.sent_at is not None  # it went up with its issue

    async with transaction():
        new = await reports.correct(report_id, "Sai một số", giang)
    again = await paper_of(new, people.giang)
    await submit(new, people.giang)
    await issue(new, again, people.giang)
    assert (await view(report_id, people.giang)).row.replaced_by == new


async def test_a_paper_that_says_something_older_is_neither_submitted_nor_signed(
    people: People,
) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    paper = await paper_of(report_id, people.chi)
    chi = people.chi.actor("desk")
    await done(reports.write_text(report_id, SITUATION, "Khác hẳn", chi))
    with pytest.raises(RefusedAct) as refused:
        await submit(report_id, people.chi)
    assert refused.value.problem_code == "report_incomplete"
    assert "văn bản" in refused.value.text.vi
    async with transaction():
        ledger.unwrap(await papers.reopen(paper.id, "Sửa", chi))
    with pytest.raises(RefusedAct, match="something else"):
        async with transaction():
            ledger.unwrap(await papers.finalise(paper.id, paper.fields_hash, chi))
    async with transaction():
        _, outcome = await papers.draft(paper.id, paper.fields, chi)
        ledger.unwrap(outcome)
        saved = await paper_queries.named(paper.id)
        assert saved is not None
        ledger.unwrap(await papers.finalise(paper.id, saved.fields_hash, chi))
    await submit(report_id, people.chi)


async def test_the_paper_of_a_report_that_a_unit_above_made_says_who_and_why(
    people: People,
) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    own = await paper_of(report_id, people.chi)
    await reports_made.overdue(report_id)
    giang = people.giang.actor("desk")
    await done(reports.take_over(report_id, "Đội trưởng đi vắng", giang))
    async with transaction():
        # What the unit finalised before hides it, and is not signed.
        assert await paper_words.stale(await found(report_id), own.id) is not None
        ledger.unwrap(await papers.reopen(own.id, "Làm thay", giang))
    async with transaction():
        said = await paper_words.fields(await found(report_id))
    [part] = [one for one in said["parts"] if one["title"] == "Lập thay đơn vị"]
    assert part["text"] == (
        f"Do {people.giang.full_name} lập: đơn vị đã quá hạn gửi.\nLý do: Đội trưởng đi vắng"
    )


async def test_another_unit_has_no_paper_of_a_report(people: People) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    for stranger in (people.dung, people.ho, people.lan):
        with pytest.raises(NotFound):
            async with transaction():
                await papers.begin(RecordKind.REPORT, report_id, "BC-DK", stranger.actor("desk"))
    async with transaction():
        auditor = people.khanh.actor("desk")
        _, outcome = await papers.begin(RecordKind.REPORT, report_id, "BC-DK", auditor)
    with pytest.raises(RefusedAct):
        ledger.unwrap(outcome)
