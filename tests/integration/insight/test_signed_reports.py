"""A report is signed with a certificate or by hand: it gets its number from the register, and is issued by that."""

import io
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.core.database import transaction
from backend.core.errors import DomainError, RefusedAct
from backend.core.settings import Settings
from backend.documents.queries import record_papers as paper_queries
from backend.documents.record_papers import service as papers
from backend.documents.signing import service as signing
from backend.insight.reports import service as reports
from backend.ledger import service as ledger
from schemas.approvals.submissions import Comment, SubmissionReturned
from schemas.core.vocabulary import RecordKind
from schemas.insight.report_definitions import ReportRecipient
from schemas.insight.words import ReportState
from tests.support import cases_made, decision_papers, record_papers, reports_made, scans
from tests.support.people import People, Person
from tests.support.reports_made import RESULTS, SITUATION, done, view
from tests.support.signing import Authority, authority
from tests.support.submitted import answer, of_record

pytestmark = pytest.mark.long
COMMITTEE = "Ủy ban nhân dân thành phố (để báo cáo)"


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def final(report_id: UUID, person: Person) -> UUID:
    """The report's paper, begun and finalised."""
    actor = person.actor("desk")
    async with transaction():
        document_id, outcome = await papers.begin(RecordKind.REPORT, report_id, "BC-DK", actor)
        ledger.unwrap(outcome)
    async with transaction():
        paper = await paper_queries.named(document_id)
        assert paper is not None
        ledger.unwrap(await papers.finalise(document_id, paper.fields_hash, actor))
    return document_id


async def submit(report_id: UUID, person: Person) -> None:
    revision = (await view(report_id, person)).revision
    await done(reports.submit(report_id, revision, "", person.actor("desk")))


async def test_a_department_signs_its_report_and_the_centre_has_it_with_its_number(
    people: People, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    await reports_made.defined(people, recipients=[ReportRecipient(name=COMMITTEE, levels=[2])])
    await cases_made.sanctioned(people)
    await reports_made.counted()
    giang = people.giang.actor("desk")
    hostile = "Ổn định; #set page(width: 1pt) $x$ \u202eđảo <b>"
    report_id = await reports_made.written(people.giang, text=hostile)
    await done(reports.state_value(report_id, RESULTS, 1, 0, 6_000_000, giang, "Nhập sau"))
    document_id = await final(report_id, people.giang)
    seen = await record_papers.seen(document_id, people.giang)
    assert not seen.may_sign  # not submitted yet
    with pytest.raises(DomainError):
        await record_papers.signed(document_id, people.giang)

    await submit(report_id, people.giang)
    await record_papers.signed(document_id, people.giang)
    shown = await view(report_id, people.giang)
    assert (shown.row.state, shown.row.number) == (ReportState.ISSUED, "01000001/BC")
    assert shown.signer is not None
    assert people.giang.full_name in shown.signer
    async with transaction():
        data, _ = await papers.pdf(document_id, people.nga.actor("desk"), None)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    bare = "".join(text.split())
    for said in ("01000001/BC", "6.000.000", "hệ thống tính 5.000.000", "#set page", COMMITTEE):
        assert "".join(said.split()) in bare, said

    head = await view(report_id, people.khanh)
    assert head.sent_to == people.oanh.unit.unit_id


async def test_a_team_signs_its_report_by_hand_and_the_scan_issues_it(
    people: People, app: Litestar
) -> None:
    del app
    await reports_made.defined(people)
    report_id = await reports_made.written(people.an)
    document_id = await final(report_id, people.an)
    await submit(report_id, people.an)
    await record_papers.signed(document_id, people.chi, None)
    assert (await view(report_id, people.chi)).row.state is ReportState.READY
    # It comes back, but what it says stays until the sheet is given up: that may be signed already.
    [one] = await of_record(report_id)
    back = SubmissionReturned(shown=one.shown, comments=[Comment(at="", text="Thiếu chợ")])
    await answer(one, back, people.chi)
    with pytest.raises(RefusedAct) as refused:
        await done(reports.write_text(report_id, SITUATION, "Khác", people.an.actor("desk")))
    assert refused.value.problem_code == "report_printed"
    await submit(report_id, people.an)
    await papers.take_scan(document_id, scans.pdf(1), people.chi.actor("desk"))
    shown = await view(report_id, people.giang)
    assert (shown.row.state, shown.document_id) == (ReportState.ISSUED, document_id)
    own = await reports_made.written(people.giang)
    await done(reports.take(own, people.giang.actor("desk")))
    taken = (await view(own, people.giang)).taken
    assert taken is not None
    assert [one.report_id for one in taken] == [report_id]
