"""Officers' certificates: registered by themselves, opened by their passphrase alone, revoked by an administrator."""

from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from cryptography.exceptions import InvalidTag

from backend import registry
from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from backend.documents.signing.errors import NoCertificate, PassphraseWrong
from backend.force.accounts import service as accounts
from backend.force.accounts.service import Choice
from backend.ledger.service import Accepted, Outcome, Refused
from deploy.demo import ca
from schemas.core.ids import new_id
from schemas.force import acts as people_acts
from tests.support.people import People, Person
from tests.support.signing import PASSPHRASE, Authority, authority, paper

pytestmark = pytest.mark.usefixtures("pool")


@pytest.fixture
def issuer(settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    registry.open_all()
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def file_of(person: Person, issuer: Authority, number: str | None = None) -> bytes:
    found = await database.fetchval("SELECT officer_number FROM officers WHERE id = $1", person.id)
    return ca.officer_pkcs12(issuer.issuing, person.full_name, number or found, PASSPHRASE)


async def register(by: Person, whom: Person, data: bytes) -> Outcome:
    return await signing.register_pkcs12(by.actor(), whom.id, data, PASSPHRASE)


async def certificate_of(person: Person) -> UUID:
    return (await signing.list_of(person.id))[0].id


async def test_an_officer_registers_his_certificate_and_signs_by_his_passphrase_alone(
    people: People, issuer: Authority
) -> None:
    data = await file_of(people.giang, issuer)
    assert isinstance(await register(people.giang, people.giang, data), Accepted)
    opened = await signing.open_certificate(people.giang.id, PASSPHRASE)
    made = await signing.sign_pdf(paper(), opened, "Ban hành", "Hà Nội", "NguoiKy")
    assert made.level == "B-LTA"
    [verdict] = await signing.validate_pdf(made.data)
    assert (verdict.signer_name, verdict.valid) == (people.giang.full_name, True)
    with pytest.raises(PassphraseWrong):
        await signing.open_certificate(people.giang.id, "sai")
    with pytest.raises(NoCertificate):
        await signing.open_certificate(people.hai.id, PASSPHRASE)


async def test_neither_database_nor_ledger_holds_what_opens_it(
    people: People, issuer: Authority
) -> None:
    data = await file_of(people.giang, issuer)
    await register(people.giang, people.giang, data)
    sealed = await database.fetchval("SELECT sealed_p12 FROM officer_certificates")
    assert data[40:80] not in sealed
    acts = await database.fetch("SELECT act::text FROM ledger_entries")
    assert not any(PASSPHRASE in row["act"] for row in acts)
    # Moved to somebody else's row it does not open, whatever is typed.
    await database.execute(
        "INSERT INTO officer_certificates (id, officer_id, kind, der, fingerprint, subject, issuer, valid_from,"
        " valid_to, sealed_p12) SELECT gen_random_uuid(), $1, kind, der, repeat('0', 64), subject, issuer,"
        " valid_from, valid_to, sealed_p12 FROM officer_certificates",
        people.hai.id,
    )
    with pytest.raises(InvalidTag):
        await signing.open_certificate(people.hai.id, PASSPHRASE)


async def test_nobody_registers_a_certificate_for_somebody_else_or_of_somebody_else(
    people: People, issuer: Authority
) -> None:
    data = await file_of(people.giang, issuer)
    outcome = await register(people.my, people.giang, data)
    assert isinstance(outcome, Refused)
    assert outcome.code == "not_allowed"
    for person, file, code in (
        (people.hai, data, "certificate_foreign"),
        (people.giang, await file_of(people.giang, issuer, "99-QLTT0001"), "certificate_foreign"),
    ):
        with pytest.raises(DomainError) as refused:
            await register(person, person, file)
        assert refused.value.problem_code == code
    await register(people.giang, people.giang, data)
    with pytest.raises(DomainError) as refused:
        await register(people.giang, people.giang, data)
    assert refused.value.problem_code == "certificate_known"


async def test_a_revoked_certificate_signs_nothing_more(people: People, issuer: Authority) -> None:
    await register(people.giang, people.giang, await file_of(people.giang, issuer))
    certificate = await certificate_of(people.giang)
    async with transaction():
        refused = await signing.revoke(people.ho.actor(), people.giang.id, certificate, "mất thẻ")
    assert isinstance(refused, Refused)
    for _ in range(2):
        async with transaction():
            done = await signing.revoke(people.my.actor(), people.giang.id, certificate, "mất thẻ")
    assert isinstance(done, Refused)
    assert done.code == "state_unchanged"
    [row] = await signing.list_of(people.giang.id)
    assert row.revoke_reason == "mất thẻ"
    with pytest.raises(NoCertificate):
        await signing.open_certificate(people.giang.id, PASSPHRASE)
    with pytest.raises(DomainError) as told:
        await signing.open_certificate(people.giang.id, PASSPHRASE, certificate)
    assert told.value.problem_code == "certificate_revoked"


async def test_after_a_reset_a_certificate_signs_nothing_until_its_officer_registers_it_again(
    people: People, issuer: Authority
) -> None:
    """Who held the account in between may have put one in, and it would go on signing."""
    data = await file_of(people.giang, issuer)
    await register(people.giang, people.giang, data)
    certificate = await certificate_of(people.giang)
    asked = people_acts.ResetAsked(ask_id=new_id(), purpose="password", reason="quên mật khẩu")
    async with transaction():
        await accounts.ask(people.my.actor(), people.giang.id, asked)
        _, handed = await accounts.confirm_ask(people.lan.actor(), asked.ask_id, "đã gặp")
    async with transaction():
        _, issued = await accounts.make_link_of_ask(people.my.actor(), asked.ask_id)
    assert issued
    new = "con trâu đi trước cái cày theo sau"
    choice = Choice(password=new, password_again=new, code=people.giang.code(), handed=handed or "")
    await accounts.use_enrolment(issued.path.rsplit("/", 1)[-1], choice, "192.0.2.7")
    for named in (None, certificate):
        with pytest.raises(DomainError) as told:
            await signing.open_certificate(people.giang.id, PASSPHRASE, named)
        assert told.value.problem_code == "certificate_held"
    [row] = await signing.list_of(people.giang.id)
    assert row.held_since is not None
    assert row.held_since <= clock.now()
    with pytest.raises(PassphraseWrong):
        await signing.register_pkcs12(people.giang.actor(), people.giang.id, data, "sai")
    assert isinstance(await register(people.giang, people.giang, data), Accepted)
    opened = await signing.open_certificate(people.giang.id, PASSPHRASE)
    assert opened.facts.subject
    assert await certificate_of(people.giang) == certificate
    with pytest.raises(DomainError) as told:
        await register(people.giang, people.giang, data)
    assert told.value.problem_code == "certificate_known"
