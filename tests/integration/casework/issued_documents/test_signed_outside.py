"""A paper signed with the State's token in the officer's own computer: prepared, signed there, sent back."""

import asyncio
import io
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.casework.cases import service as cases
from backend.casework.drafting import outside
from backend.casework.issued_documents import service as issued_documents
from backend.casework.issued_documents import storing
from backend.casework.issued_documents.issuing import PaperPrepared
from backend.core import database, stores
from backend.core.database import transaction
from backend.core.errors import DomainError, NotAllowed, NotFound, RefusedAct
from backend.core.settings import Settings
from backend.documents.signed_outside import EnteredOtherwise, PreparationOver, forget_old
from backend.documents.signing import service as signing
from backend.documents.signing.errors import CertificateRefused, NoCertificate
from backend.force.numbers import service as numbering
from backend.law import form_facts
from backend.ledger.service import Accepted
from deploy.demo import ca
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from tests.integration.casework.issued_documents.test_issue import issue, ready
from tests.support import cases_made, outside_signer
from tests.support.people import People, Person
from tests.support.signing import PASSPHRASE, Authority, authority

pytestmark = pytest.mark.usefixtures("app")
SYMBOL, RETURNS = (form_facts.unit_registers()[form] for form in ("MQĐ20", "MQĐ24"))


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


def token(person: Person, issuer: Authority) -> tuple[bytes, bytes]:
    """A key in the officer's own computer, and its public certificate."""
    pair = ca.issue(
        person.full_name,
        issuer.issuing,
        number=person.officer_number,
        purposes=ca._OFFICER_PURPOSES,
    )
    return ca.to_pkcs12(pair, [issuer.issuing.certificate], PASSPHRASE), ca.certificate_pem(
        pair.certificate
    )


async def holds(person: Person, issuer: Authority) -> bytes:
    """Register the officer's token by its public certificate; the key stays outside."""
    key, public = token(person, issuer)
    outcome = await signing.register_public(person.actor("desk"), person.id, public)
    assert isinstance(outcome, Accepted)
    return key


async def prepare(document: UUID, hashed: str, by: Person) -> bytes:
    """Prepare a paper as its signer, and download it."""
    await outside.prepare(document, hashed, by.actor("desk"), alone="Trực một mình")
    data, _ = await outside.download(document, by.actor("desk"), None)
    return data


async def fault_of(document: UUID, data: bytes, by: Person) -> str:
    """The code of what is wrong with this file; nothing is entered, and the paper still waits."""
    with pytest.raises(DomainError) as refused:
        await outside.take(document, data, by.actor("desk"))
    assert refused.value.text.vi
    assert refused.value.text.en
    _, _, paper = await cases.paper(document, by.actor("desk"))
    assert (paper.state, paper.number) == ("content_ready", None)
    assert await outside.waiting(document, by.actor("desk")) is not None
    return refused.value.problem_code


async def test_what_the_signer_signed_outside_is_the_issued_paper(
    people: People, issuer: Authority
) -> None:
    case = await cases_made.recorded(people)
    key = await holds(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ20", people.giang)
    given = await prepare(document, hashed, people.giang)
    assert given.startswith(b"%PDF")
    assert f"01000001/{SYMBOL}" in " ".join(
        page.extract_text() for page in PdfReader(io.BytesIO(given)).pages
    )
    signed = outside_signer.sign(given, key, stamps=issuer.folder)
    outcome = await outside.take(document, signed, people.giang.actor("desk"))
    assert isinstance(outcome, Accepted)

    _, _, paper = await cases.paper(document, people.an.actor("desk"))
    assert (paper.state, paper.number, paper.signature_level) == (
        "signed",
        f"01000001/{SYMBOL}",
        "B-T",
    )
    async with transaction():
        data, _ = await issued_documents.pdf(document, people.an.actor("desk"), None)
    assert data == signed
    [verdict] = await signing.validate_pdf(data)
    assert (verdict.valid, verdict.signer_name) == (True, people.giang.full_name)
    await storing.protect(stores.current(), document)
    row = await issued_documents.queries.stored(document)
    assert row is not None
    assert row.protected_at is not None
    said = await issued_documents.find_public(paper.code or "", None)
    assert (said.state, said.sha256) == ("valid", paper.sha256)
    assert await database.fetchval("SELECT count(*) FROM prepared_papers") == 0


async def test_only_the_signer_gets_what_is_to_be_signed(people: People, issuer: Authority) -> None:
    case = await cases_made.inspected(people)
    await holds(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    for person in (people.an, people.chi):
        with pytest.raises((NotAllowed, RefusedAct)):
            await outside.prepare(document, hashed, person.actor("desk"), alone="Trực một mình")
    data = await prepare(document, hashed, people.giang)
    for person in (people.an, people.chi):
        with pytest.raises(PreparationOver):
            await outside.download(document, person.actor("desk"), None)
        with pytest.raises(PreparationOver):
            await outside.take(document, data + b"x", person.actor("desk"))
    with pytest.raises(NotFound):
        await outside.download(document, people.ho.actor("desk"), None)
    looked = await database.fetchval(
        "SELECT count(*) FROM access_log WHERE action = 'document.prepared' AND record_id = $1",
        case.id,
    )
    assert looked == 1


async def test_preparing_twice_gives_the_same_file_and_the_same_number(
    people: People, issuer: Authority
) -> None:
    case = await cases_made.inspected(people)
    await holds(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    first = await prepare(document, hashed, people.giang)
    assert await prepare(document, hashed, people.giang) == first
    both = await asyncio.gather(
        *(
            outside.prepare(document, hashed, people.giang.actor("desk"), alone="Trực một mình")
            for _ in range(2)
        )
    )
    assert {one.kept.text for one in both} == {"01000001/QĐ-TL"}


async def test_a_file_signed_by_a_colleague_is_refused(people: People, issuer: Authority) -> None:
    case = await cases_made.inspected(people)
    own = await holds(people.giang, issuer)
    colleague = await holds(people.chi, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    given = await prepare(document, hashed, people.giang)
    signed = outside_signer.sign(given, colleague)
    assert await fault_of(document, signed, people.giang) == "certificate_foreign"
    good = outside_signer.sign(given, own)
    assert isinstance(await outside.take(document, good, people.giang.actor("desk")), Accepted)


async def test_a_namesake_s_token_signs_for_nobody_but_who_registered_it(
    people: People, issuer: Authority
) -> None:
    """A certificate without an officer number names both; it belongs to who registered it."""
    case = await cases_made.inspected(people)
    pair = ca.issue(people.giang.full_name, issuer.issuing, purposes=ca._OFFICER_PURPOSES)
    key = ca.to_pkcs12(pair, [issuer.issuing.certificate], PASSPHRASE)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    signed = outside_signer.sign(await prepare(document, hashed, people.giang), key)
    assert await fault_of(document, signed, people.giang) == "signed_file_unregistered"
    public = ca.certificate_pem(pair.certificate)
    await signing.register_public(people.giang.actor("desk"), people.giang.id, public)
    # The very file that was refused is taken now: nothing was lost.
    assert isinstance(await outside.take(document, signed, people.giang.actor("desk")), Accepted)


async def test_a_certificate_that_is_revoked_held_or_nobody_s_signs_nothing(
    people: People, issuer: Authority, settings: Settings, tmp_path: Path
) -> None:
    case = await cases_made.inspected(people)
    key = await holds(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    signed = outside_signer.sign(await prepare(document, hashed, people.giang), key)
    await database.execute("UPDATE officer_certificates SET held_since = now()")
    assert await fault_of(document, signed, people.giang) == "certificate_held"
    await database.execute("UPDATE officer_certificates SET held_since = NULL")
    other = tmp_path / "other"
    other.mkdir()
    stranger = authority(other)
    forged, _ = token(people.giang, stranger)
    given, _ = await outside.download(document, people.giang.actor("desk"), None)
    untrusted = outside_signer.sign(given, forged)
    assert await fault_of(document, untrusted, people.giang) == "certificate_untrusted"
    [row] = await signing.list_of(people.giang.id)
    async with transaction():
        await signing.revoke(people.giang.actor("desk"), people.giang.id, row.id, "Mất USB Token")
    assert await fault_of(document, signed, people.giang) == "certificate_revoked"


async def test_a_certificate_that_its_issuer_revoked_signs_nothing(
    people: People, issuer: Authority, settings: Settings
) -> None:
    case = await cases_made.inspected(people)
    pair = ca.issue(
        people.giang.full_name,
        issuer.issuing,
        number=people.giang.officer_number,
        purposes=ca._OFFICER_PURPOSES,
    )
    await signing.register_public(
        people.giang.actor("desk"), people.giang.id, ca.certificate_pem(pair.certificate)
    )
    document, hashed = await ready(case, "MQĐ24", people.giang)
    key = ca.to_pkcs12(pair, [issuer.issuing.certificate], PASSPHRASE)
    signed = outside_signer.sign(await prepare(document, hashed, people.giang), key)
    listed = ca.revocations(issuer.issuing, [pair.certificate.serial_number])
    (issuer.folder / "issuing.crl").write_bytes(listed)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    assert await fault_of(document, signed, people.giang) == "certificate_revoked"


async def test_the_time_of_signing_lies_between_preparation_and_now(
    people: People, issuer: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    key = await holds(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    given = await prepare(document, hashed, people.giang)
    signed = outside_signer.sign(given, key)
    with monkeypatch.context() as earlier:  # the officer's clock is ahead of ours
        earlier.setattr("backend.documents.signing.outside.CLOCKS_DIFFER", timedelta(minutes=-60))
        assert await fault_of(document, signed, people.giang) in (
            "signed_file_early",
            "signed_file_future",
        )
    await database.execute(
        "UPDATE prepared_papers SET prepared_at = prepared_at - interval '1 second'"
    )
    assert isinstance(await outside.take(document, signed, people.giang.actor("desk")), Accepted)


async def test_what_was_prepared_on_another_day_is_prepared_anew_under_its_number(
    people: People, issuer: Authority
) -> None:
    case = await cases_made.inspected(people)
    key = await holds(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    signed = outside_signer.sign(await prepare(document, hashed, people.giang), key)
    await database.execute(
        "UPDATE prepared_papers SET prepared_at = prepared_at - interval '1 day'"
    )
    with pytest.raises(PreparationOver):
        await outside.take(document, signed, people.giang.actor("desk"))
    given = await prepare(document, hashed, people.giang)
    assert await fault_of(document, signed, people.giang) == "signed_file_other"
    again = outside_signer.sign(given, key)
    assert isinstance(await outside.take(document, again, people.giang.actor("desk")), Accepted)
    _, _, paper = await cases.paper(document, people.giang.actor("desk"))
    assert paper.number == "01000001/QĐ-TL"


async def test_the_same_file_twice_and_two_at_once_have_one_effect(
    people: People, issuer: Authority
) -> None:
    case = await cases_made.inspected(people)
    key = await holds(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    given = await prepare(document, hashed, people.giang)
    signed = outside_signer.sign(given, key)
    outcomes = await asyncio.gather(
        *(outside.take(document, signed, people.giang.actor("desk")) for _ in range(2))
    )
    assert [isinstance(one, Accepted) for one in outcomes].count(True) == 1
    assert await outside.take(document, signed, people.giang.actor("desk")) is None
    with pytest.raises(EnteredOtherwise):
        await outside.take(document, outside_signer.sign(given, key), people.giang.actor("desk"))
    acts = "SELECT count(*) FROM ledger_entries WHERE record_id = $1 AND act_type = $2"
    assert await database.fetchval(acts, case.id, "document.issued") == 1


async def test_two_different_files_at_once_are_one_paper(people: People, issuer: Authority) -> None:
    case = await cases_made.inspected(people)
    key = await holds(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    given = await prepare(document, hashed, people.giang)
    files = [outside_signer.sign(given, key) for _ in range(2)]
    outcomes = await asyncio.gather(
        *(outside.take(document, one, people.giang.actor("desk")) for one in files),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in outcomes) == ["Accepted", "EnteredOtherwise"]


async def test_giving_up_voids_the_number_and_the_paper_waits_again(
    people: People, issuer: Authority
) -> None:
    case = await cases_made.inspected(people)
    key = await holds(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    signed = outside_signer.sign(await prepare(document, hashed, people.giang), key)
    async with transaction():
        outcome = await outside.give_up(document, "Token hỏng", people.giang.actor("desk"))
    assert isinstance(outcome, Accepted)
    with pytest.raises(PreparationOver):
        await outside.take(document, signed, people.giang.actor("desk"))
    row = await database.fetchrow(
        "SELECT state, reason FROM document_numbers WHERE document_id = $1", document
    )
    assert (row["state"], row["reason"]) == ("void", "Token hỏng")
    await issue(document, hashed, people.giang)
    _, _, paper = await cases.paper(document, people.giang.actor("desk"))
    assert paper.number == "01000002/QĐ-TL"


async def test_content_that_changed_after_it_was_prepared_is_not_entered(
    people: People, issuer: Authority
) -> None:
    case = await cases_made.inspected(people)
    key = await holds(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    signed = outside_signer.sign(await prepare(document, hashed, people.giang), key)
    back = case_side_acts.DocumentReopened(document_id=document, reason="Cần sửa lại")
    await case.take(CaseAct.DOCUMENT_REOPENED, back, people.giang)
    with pytest.raises(PreparationOver):
        await outside.take(document, signed, people.giang.actor("desk"))


async def test_nobody_else_issues_under_the_number_on_the_signer_s_copy(
    people: People, issuer: Authority
) -> None:
    case = await cases_made.inspected(people)
    await holds(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    await prepare(document, hashed, people.giang)
    await database.execute("UPDATE prepared_papers SET officer_id = $1", people.chi.id)
    with pytest.raises(PaperPrepared):
        await issue(document, hashed, people.giang)
    await database.execute(
        "UPDATE prepared_papers SET prepared_at = prepared_at - interval '1 day'"
    )
    await issue(document, hashed, people.giang)
    _, _, paper = await cases.paper(document, people.giang.actor("desk"))
    assert paper.number == "01000002/QĐ-TL"


async def test_a_certificate_without_its_key_opens_nothing_here(
    people: People, issuer: Authority
) -> None:
    await holds(people.giang, issuer)
    with pytest.raises(NoCertificate):
        await signing.open_certificate(people.giang.id, PASSPHRASE)
    with pytest.raises(CertificateRefused):  # registered already
        await holds_again(people.giang)
    _, other = token(people.chi, issuer)
    with pytest.raises(CertificateRefused) as refused:
        await signing.register_public(people.giang.actor("desk"), people.giang.id, other)
    assert refused.value.problem_code == "certificate_foreign"
    for rubbish in (b"", b"rubbish", other + other, ca.key_pem(issuer.issuing.key)):
        with pytest.raises(DomainError) as bad:
            await signing.register_public(people.giang.actor("desk"), people.giang.id, rubbish)
        assert bad.value.problem_code == "certificate_file_unreadable"


async def holds_again(person: Person) -> None:
    """Register the certificate once more."""
    der = await database.fetchval(
        "SELECT der FROM officer_certificates WHERE officer_id = $1", person.id
    )
    await signing.register_public(person.actor("desk"), person.id, der)


async def test_copies_that_nobody_sent_back_go_after_a_week(
    people: People, issuer: Authority
) -> None:
    case = await cases_made.inspected(people)
    await holds(people.giang, issuer)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    await prepare(document, hashed, people.giang)
    assert await forget_old() == 0
    await database.execute(
        "UPDATE prepared_papers SET prepared_at = prepared_at - interval '8 days'"
    )
    assert await forget_old() == 1
    async with transaction():
        assert await numbering.held(document) is not None  # the number is still kept, and listed
