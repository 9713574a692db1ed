"""The file of a case holds its inspection: decisions and minutes with their sheets, deliveries, the photographs' index.

Circular 27/2020 Art 26 has the papers of the inspection in the file, in order, with sheet numbers (bút lục).
"""

import io
import zipfile
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.casework.case_file import service as case_file
from backend.casework.cases import inspection_papers
from backend.casework.cases import service as cases
from backend.core import database
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from backend.exchange.case_package import service as case_package
from backend.fieldwork.decision_papers import service as decision_papers_service
from backend.ledger import handlers
from backend.ledger import service as ledger
from deploy.demo import contents
from schemas.casework.acts.beside import DocumentDelivered
from schemas.casework.views import FolioEntryView
from schemas.casework.words import CaseAct, DeliveryMode
from schemas.fieldwork.decisions import DecisionChange
from tests.integration.casework.cases.test_inspection_decision_expires import decided as linked
from tests.integration.casework.issued_documents import test_issue as by_file
from tests.integration.documents.signing.test_verify_on_site import number_minutes, taken
from tests.support import cases_made, decision_papers, factories
from tests.support.cases_made import Case
from tests.support.people import People
from tests.support.signing import PASSPHRASE, Authority, authority
from tests.support.verifying import verify

pytestmark = pytest.mark.usefixtures("pool")


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def changed(people: People, inspection: UUID, reason: str) -> None:
    """One more decision about the inspection, signed by giang."""
    change = DecisionChange(reason=reason, contents=["Điều kiện kinh doanh", reason])
    async with transaction():
        document, outcome = await decision_papers_service.draft_change(
            inspection, change, people.giang.actor("desk")
        )
        ledger.unwrap(outcome)
    await decision_papers.signed(document, people.giang)


async def decided(people: People, issuer: Authority) -> factories.Work:
    """A decision of giang's, signed as a paper, for chi, an and binh."""
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people, subject=cases_made.inspected_party())
    inspection = await decision_papers.signed(document, people.giang)
    number = await database.fetchval(
        "SELECT decision_number FROM inspections WHERE id = $1", inspection
    )
    return factories.Work(inspection, number, people.chi, await factories.pen(people.chi))


async def visit(people: People, work: factories.Work) -> None:
    """A visit whose decision is amended, with two photographs, one of them withdrawn, and numbered minutes."""
    where = contents.place(210285110, 1058542300)
    decision = "SELECT decision_id FROM inspections WHERE id = $1"
    opened = {"decision_id": str(await database.fetchval(decision, work.id))}
    await taken(work, "inspection.opened", opened)
    await taken(work, "inspection.announced", {"place": where})
    work.places.append(await taken(work, "place.fixed", where))
    await changed(people, work.id, "Nguồn gốc hàng hóa ngoài phạm vi")
    for caption in ("Biển hiệu", "Ảnh mờ"):
        await factories.take_photo(work, caption=caption)
    blurred = work.pictures.pop()
    gone = {"photo_id": blurred.photo_id, "reason": "Ảnh bị mờ"}
    await taken(work, "photo.withdrawn", gone)
    await number_minutes(work)
    assert isinstance(await factories.submit(work), ledger.Accepted)
    work.pictures.append(blurred)


async def folio(case: Case) -> list[FolioEntryView]:
    async with transaction():
        return (await cases.view(case.id, case.head.actor("desk"))).folio


@pytest.mark.long
async def test_a_case_from_a_finished_inspection_has_its_papers_deliveries_and_photographs(
    people: People, issuer: Authority
) -> None:
    work = await decided(people, issuer)
    await visit(people, work)
    case = await cases_made.opened_from(people, work)
    listed = await folio(case)
    assert [one.inspection_paper for one in listed] == ["decision", "decision", "minutes"]
    assert [(one.number or "").partition("/")[2][:9] for one in listed] == [
        "QĐ-KT", "QĐ-SĐBSKT", "BB-KT-01-",
    ]  # fmt: skip
    ends = [0, *(one.last_sheet for one in listed)]
    assert [one.first_sheet for one in listed] == [end + 1 for end in ends[:-1]]
    other = await cases_made.opened_from(
        people,
        work,
        "Người bán thứ hai",
        cases_made.party(name="Lê Thị Hai", identity_number="001199900555"),
    )
    assert [one.number for one in await folio(other)] == [one.number for one in listed]

    seizure, hashed = await by_file.ready(case, "MQĐ20", people.giang)
    await by_file.issue(seizure, hashed, people.giang, PASSPHRASE)
    await case.take(CaseAct.DOCUMENT_DELIVERED, handed_over(seizure), people.an)
    whole = await folio(case)
    assert whole[:3] == listed

    made = await case_file.make(case.id, people.giang.actor("desk"), None)
    pages = [" ".join(one.extract_text().split()) for one in PdfReader(io.BytesIO(made.pdf)).pages]
    assert f"Số tờ: {whole[-1].last_sheet}" in pages[0]
    for line in listed:
        assert line.title.replace(" ", "") in pages[1].replace(" ", "")
    assert "cho Nguyễn Văn Thử, giao trực tiếp" in pages[1]
    for line in whole:
        body = [one for one in pages[2:] if f"BL {line.first_sheet:02}" in one]
        assert len(body) == 1
        assert line.number
        assert line.number in body[0]
    assert len(pages) == 2 + whole[-1].last_sheet + 1, "cover, contents, a page a sheet, the index"
    index = pages[-1].replace(" ", "")
    for picture in work.pictures:
        assert picture.sha256 in index
    assert "Đãrút:Ảnhbịmờ" in index
    assert "Biểnhiệu" in index

    package = await case_package.package(case.id, people.giang.actor("desk"), None)
    data = b"".join([chunk async for chunk in package.chunks])
    assert package.faults == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [
            one for one in archive.namelist() if one[:2].isdigit() and not one.startswith("00")
        ]
        kept = {one[:2]: archive.read(one) for one in names}
    assert [one[:2] for one in names] == [f"{one.first_sheet:02}" for one in whole]
    for line in whole:
        reader = PdfReader(io.BytesIO(kept[f"{line.first_sheet:02}"]))
        assert len(reader.pages) == line.last_sheet - line.first_sheet + 1, "a page is a sheet"
    assert (await verify()).findings == []


def handed_over(document: UUID) -> DocumentDelivered:
    return DocumentDelivered(
        document_id=document,
        mode=DeliveryMode.DIRECT,
        delivered_on=cases_made.today(),
        receiver="Nguyễn Văn Thử",
        proof="Ký nhận trên biên bản",
    )


async def test_a_paper_that_is_signed_later_comes_behind_and_no_number_moves(
    people: People, issuer: Authority
) -> None:
    work = await decided(people, issuer)
    case = await linked(people, work, planned=False)
    first = await folio(case)
    assert [one.number for one in first] == [work.number]
    await visit(people, work)
    has = await folio(case)
    assert has[:1] == first
    assert [one.inspection_paper for one in has] == ["decision", "decision", "minutes"]
    facts = await case.facts()
    assert facts.last_sheet == has[-1].last_sheet


@pytest.mark.long
async def test_a_case_from_before_gets_them_behind_the_numbers_that_it_has(
    people: People, issuer: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = await decided(people, issuer)
    await visit(people, work)
    there = handlers.followers

    def before(kind: str) -> list[handlers.Follower]:
        return [one for one in there(kind) if one.__module__ != inspection_papers.__name__]

    with monkeypatch.context() as patched:
        patched.setattr(handlers, "followers", before)
        case = await cases_made.opened_from(people, work)
        await case.paper("MBB01")
    had = await folio(case)
    assert [one.inspection_paper for one in had] == [None]
    await case_file.ask(case.id, people.giang.actor("desk"), None)
    has = await folio(case)
    assert has[:1] == had
    assert [one.inspection_paper for one in has[1:]] == ["decision", "decision", "minutes"]
    acts = "SELECT count(*) FROM ledger_entries WHERE record_id = $1"
    entries = await database.fetchval(acts, case.id)
    await case_file.ask(case.id, people.giang.actor("desk"), None)
    assert await database.fetchval(acts, case.id) == entries, "once"
