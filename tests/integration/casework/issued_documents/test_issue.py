"""Issuing a paper: number, PDF, signature, store and act in one command, or none of them."""

import asyncio
import io
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.casework.cases import service as cases
from backend.casework.issued_documents import service as issued_documents
from backend.casework.issued_documents import storing
from backend.casework.issued_documents.service import PaperNotReady
from backend.core import database, stores
from backend.core.canonical_json import sha256_hex
from backend.core.database import transaction
from backend.core.errors import RefusedAct, Unavailable
from backend.core.settings import Settings
from backend.documents import forms
from backend.documents.signing import service as signing
from backend.documents.signing.errors import PassphraseWrong
from backend.ledger.service import Accepted
from backend.operations.verification import service as verification
from deploy.demo import ca
from media.store import StoreUnavailable
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.people import People, Person
from tests.support.signing import PASSPHRASE, Authority, authority

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def certified(person: Person, issuer: Authority) -> None:
    """Give an officer a certificate of his own."""
    number = await database.fetchval("SELECT officer_number FROM officers WHERE id = $1", person.id)
    data = ca.officer_pkcs12(issuer.issuing, person.full_name, number, PASSPHRASE)
    outcome = await signing.register_pkcs12(person.actor(), person.id, data, PASSPHRASE)
    assert isinstance(outcome, Accepted)


async def ready(
    case: Case, form: str, by: Person, named: Person | None = None, **fields: object
) -> tuple[UUID, str]:
    """A paper whose content is ready and names its signer; its id and the hash that he sees."""
    document, fields = new_id(), await cases_made.fields_of(form, named or by) | fields
    hashed = sha256_hex(fields)
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form=form,
        form_version=forms.newest(form),
        fields=fields,
        replaces=None,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft, by)
    await case.take(
        CaseAct.DOCUMENT_FINALISED,
        case_side_acts.DocumentFinalised(document_id=document, fields_hash=hashed),
        by,
    )
    return document, hashed


async def issue(document: UUID, hashed: str, by: Person, passphrase: str | None = None) -> Accepted:
    outcome = await issued_documents.issue(
        document, hashed, passphrase, by.actor("desk"), alone="Trực một mình"
    )
    assert isinstance(outcome, Accepted), outcome
    return outcome


async def test_a_decision_is_numbered_laid_out_signed_stored_and_locked(
    people: People, issuer: Authority
) -> None:
    case = await cases_made.recorded(people)
    await certified(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ20", people.giang)
    draft = await issued_documents.preview(document, people.giang.actor("desk"), None)
    await issue(document, hashed, people.giang, PASSPHRASE)

    _, _, paper = await cases.paper(document, people.an.actor("desk"))
    assert (paper.state, paper.number, paper.signature_level) == (
        "signed",
        "01000001/QĐ-TG",
        "B-LTA",
    )
    async with transaction():
        data, name = await issued_documents.pdf(document, people.an.actor("desk"), None)
    assert name == "MQĐ20 01000001-QĐ-TG.pdf"
    [verdict] = await signing.validate_pdf(data)
    assert (verdict.valid, verdict.signer_name) == (True, people.giang.full_name)
    pages = PdfReader(io.BytesIO(data)).pages
    assert len(pages) == paper.pages
    text = " ".join(page.extract_text() for page in pages)
    assert "01000001/QĐ-TG" in text
    assert "CHI CỤC HÀ NỘI THỬ" in text.upper()
    assert paper.code in text
    assert paper.content_mark in text
    assert b"/Sig" not in draft

    await storing.protect(stores.current(), document)
    row = await issued_documents.queries.stored(document)
    assert row is not None
    assert row.protected_at is not None
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if str(document) in one.where]
    looked = await database.fetchval(
        "SELECT count(*) FROM access_log WHERE action = 'document.pdf' AND record_id = $1", case.id
    )
    assert looked == 1


async def test_issuers_at_once_take_numbers_without_gaps(people: People) -> None:
    case = await cases_made.inspected(people)
    waiting = [await ready(case, "MQĐ24", people.giang) for _ in range(10)]
    await asyncio.gather(*(issue(*one, people.giang) for one in waiting))
    view = await cases.view(case.id, people.giang.actor("desk"))
    numbers = sorted(paper.number or "" for paper in view.papers)
    assert numbers == [f"0100{number:04d}/QĐ-TL" for number in range(1, 11)]
    assert [sheet.first_sheet for sheet in view.folio] == sorted(
        sheet.first_sheet for sheet in view.folio
    )


async def test_what_was_changed_after_it_was_seen_is_not_signed(people: People) -> None:
    case = await cases_made.inspected(people)
    document, _ = await ready(case, "BC", people.an)
    with pytest.raises(PaperNotReady):
        await issue(document, "0" * 64, people.an)
    draft = case_side_acts.DocumentReopened(document_id=document, reason="Cần sửa lại")
    await case.take(CaseAct.DOCUMENT_REOPENED, draft, people.an)
    with pytest.raises(PaperNotReady):
        await issue(document, sha256_hex(cases_made.example("BC")), people.an)


async def test_where_any_part_fails_no_number_is_taken(
    people: People, issuer: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    await certified(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    with pytest.raises(PassphraseWrong):
        await issue(document, hashed, people.giang, "sai mật khẩu")

    async def down(*_: object, **__: object) -> None:
        raise StoreUnavailable("the store does not answer")

    with monkeypatch.context() as broken:
        broken.setattr(stores.current().store, "put_bytes", down)
        with pytest.raises(Unavailable):
            await issue(document, hashed, people.giang, PASSPHRASE)
    _, _, paper = await cases.paper(document, people.giang.actor("desk"))
    assert (paper.state, paper.number) == ("content_ready", None)
    await issue(document, hashed, people.giang, PASSPHRASE)
    _, _, paper = await cases.paper(document, people.giang.actor("desk"))
    assert paper.number == "01000001/QĐ-TL"


async def test_a_unit_s_decision_is_signed_by_its_head_and_spends_no_number_otherwise(
    people: People,
) -> None:
    case = await cases_made.inspected(people)
    document, hashed = await ready(case, "MQĐ14", people.an, people.giang)
    for person in (people.an, people.chi):
        with pytest.raises(RefusedAct) as refused:
            await issue(document, hashed, person)
        assert refused.value.problem_code == "case_needs_authority"
    await issue(document, hashed, people.giang)
    _, _, paper = await cases.paper(document, people.giang.actor("desk"))
    assert paper.number == "01000001/QĐ-TT"


async def test_nobody_reads_or_issues_a_paper_of_a_case_that_he_does_not_see(
    people: People,
) -> None:
    case = await cases_made.inspected(people)
    document, hashed = await ready(case, "BC", people.an)
    for person in (people.em, people.ho, people.lan):
        with pytest.raises(cases.NotFound):
            await issued_documents.preview(document, person.actor("desk"), None)
        with pytest.raises(cases.NotFound):
            await issue(document, hashed, person)
