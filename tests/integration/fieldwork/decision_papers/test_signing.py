"""The inspection decision is a paper: drafted, previewed, signed, numbered, coded, stored, checked."""

import io
from datetime import timedelta
from uuid import UUID

import pytest
from pypdf import PdfReader

from backend.casework.issued_documents import service as issued_documents
from backend.core import clock, database, stores
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound, RefusedAct, Unavailable
from backend.documents.issuing import PaperNotReady
from backend.documents.signing import service as signing
from backend.documents.signing.errors import PassphraseWrong
from backend.fieldwork.decision_papers import service as papers
from backend.fieldwork.decision_papers import storing
from backend.fieldwork.inspections import opinions
from backend.fieldwork.inspections.issue import DecisionNotIssuable
from media.store import StoreUnavailable
from tests.support import decision_papers, factories
from tests.support.people import People, Person
from tests.support.signing import PASSPHRASE, Authority
from tests.support.verifying import verify

pytestmark = pytest.mark.usefixtures("app")


async def text_of(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


async def pdf_of(document: UUID, reader: Person) -> tuple[bytes, str]:
    async with transaction():
        return await papers.pdf(document, reader.actor("desk"), None)


async def test_the_head_signs_what_an_inspector_drafted_and_the_team_has_it_at_once(
    people: People, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0
    async with transaction():
        draft = await papers.preview(document, people.an.actor("desk"), None)
    assert people.giang.full_name in await text_of(draft), "the draft names who is to sign it"

    inspection = await decision_papers.signed(document, people.giang)
    row = await database.fetchrow("SELECT * FROM inspections WHERE id = $1", inspection)
    assert (row["state"], row["decision_number"]) == ("decided", "01000001/QĐ-KT")
    assert row["decision_id"] == document
    assert row["issued_by"] == people.giang.id

    data, name = await pdf_of(document, people.binh)  # a member of the team
    assert name == "QĐ-KT 01000001-QĐ-KT.pdf"
    [verdict] = await signing.validate_pdf(data)
    assert (verdict.valid, verdict.signer_name) == (True, people.giang.full_name)
    text = await text_of(data)
    # Ordinance 11/2016 Art 19.2: date, basis, subject and place, content, duration, team, issuer.
    for said in (
        "01000001/QĐ-KT",
        "Pháp lệnh Quản lý thị trường số 11/2016/UBTVQH13",
        "Số 12 ngõ Hoa Gạo",
        "Nguồn gốc và nhãn hàng hóa",
        "02 ngày làm việc",
        people.chi.full_name,
        people.an.full_name,
        people.giang.full_name,
    ):
        assert said in text, said


async def test_anybody_checks_it_by_its_code(people: People, issuer: Authority) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    await decision_papers.signed(document, people.giang)
    code = await database.fetchval("SELECT code FROM decision_papers WHERE id = $1", document)
    data, _ = await pdf_of(document, people.giang)
    assert code in await text_of(data)
    told = await issued_documents.find_public(code, "192.0.2.1")
    assert (told.state, told.number, told.form) == ("valid", "01000001/QĐ-KT", "QĐ-KT")
    assert told.issued_on == clock.today()
    assert told.issuer_name == people.giang.full_name
    assert told.party_name is not None
    assert "*" in told.party_name, "the inspected party is masked"
    assert told.signature_level == "B-LTA"


async def test_it_is_locked_in_the_store_and_proven_by_verify(
    people: People, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    await decision_papers.signed(document, people.giang)
    await storing.protect(stores.current(), document)
    assert await database.fetchval("SELECT protected_at FROM decision_papers") is not None
    assert (await verify()).findings == []
    await database.execute("UPDATE decision_papers SET number = '01000009/QĐ-KT'")
    [found] = (await verify()).findings
    assert found.where == f"paper {document}"


async def test_a_wrong_passphrase_takes_no_number_and_the_store_s_silence_keeps_it(
    people: People, issuer: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    with pytest.raises(PassphraseWrong):
        await decision_papers.signed(document, people.giang, "not the passphrase")
    assert await database.fetchval("SELECT count(*) FROM document_numbers") == 0

    async def silent(*_: object, **__: object) -> None:
        raise StoreUnavailable("down")

    with monkeypatch.context() as down:
        down.setattr(stores.current().store, "put_bytes", silent)
        with pytest.raises(Unavailable):
            await decision_papers.signed(document, people.giang)
    assert await database.fetchval("SELECT state FROM document_numbers") == "reserved"
    await decision_papers.signed(document, people.giang)
    assert await database.fetchval("SELECT decision_number FROM inspections") == "01000001/QĐ-KT"


async def test_only_what_the_signer_saw_is_signed(people: People, issuer: Authority) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    seen = await decision_papers.hash_seen(document, people.giang)
    order = factories.order(people.chi, [people.an], contents=["Niêm yết giá"])
    async with transaction():
        await papers.draft(order, people.an.actor("desk"), document)
    with pytest.raises(PaperNotReady):
        await papers.sign(document, seen, PASSPHRASE, people.giang.actor("desk"))
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0


async def test_a_draft_that_breaks_a_rule_is_kept_and_not_signed(
    people: People, issuer: Authority
) -> None:
    # Ordinance 11/2016 Art 19.3: it starts within 5 working days of its issue.
    await decision_papers.certified(people.giang, issuer)
    late = clock.today() + timedelta(days=30)
    document = await decision_papers.drafted(people, start_on=late)
    with pytest.raises(DecisionNotIssuable) as refused:
        await decision_papers.signed(document, people.giang)
    assert [one.field for one in refused.value.faults] == ["start_on"]
    assert await database.fetchval("SELECT count(*) FROM document_numbers") == 0


async def test_only_a_head_signs_and_only_the_unit_sees_the_draft(
    people: People, issuer: Authority
) -> None:
    await decision_papers.certified(people.an, issuer)
    document = await decision_papers.drafted(people)
    with pytest.raises(NotAllowed):
        await decision_papers.signed(document, people.an)
    for stranger in (people.dung, people.binh):
        with pytest.raises(NotFound):
            await decision_papers.hash_seen(document, stranger)


async def test_a_draft_is_given_up_and_cannot_be_signed_then(
    people: People, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    async with transaction():
        await papers.discard(document, "Trùng với đơn vị khác", people.an.actor("desk"))
    with pytest.raises(PaperNotReady):
        await decision_papers.signed(document, people.giang)


async def test_a_withdrawn_decision_is_no_longer_in_force_for_the_public(
    people: People, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    inspection = await decision_papers.signed(document, people.giang)
    async with transaction():
        await opinions.withdraw(inspection, "Nhầm đối tượng", people.giang.actor("desk"))
    code = await database.fetchval("SELECT code FROM decision_papers WHERE id = $1", document)
    assert (await issued_documents.find_public(code, "192.0.2.1")).state == "cancelled"


async def test_nobody_signs_a_second_decision_for_the_same_inspection(
    people: People, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    await decision_papers.signed(document, people.giang)
    with pytest.raises((RefusedAct, PaperNotReady)):
        await decision_papers.signed(document, people.giang)
