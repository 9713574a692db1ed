"""The clerk seals a digitally signed paper with the agency's certificate (Decree 30/2020 Art 33).

Judged by other people's tools: pdfsig, qpdf and pyHanko's own difference analysis.
"""

import asyncio
import io
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature

from backend.casework.cases import service as cases
from backend.casework.issued_documents import sealing
from backend.casework.issued_documents import service as issued_documents
from backend.core import database
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound, RefusedAct
from backend.core.settings import Settings
from backend.documents.signing import agency
from backend.documents.signing import service as signing
from backend.documents.signing.errors import CertificateRefused, PassphraseWrong
from backend.documents.signing.outside_errors import SignedFileWrong
from backend.ledger.service import Accepted, Refused
from backend.operations.verification import service as verification
from tests.integration.casework.issued_documents.test_issue import certified, issue, ready
from tests.support import cases_made, outside_signer
from tests.support.people import People
from tests.support.signing import PASSPHRASE, Authority, authority
from tests.support.verifying import verify

pytestmark = pytest.mark.usefixtures("app")
UNIT = "Chi cục Hà Nội thử"


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


def agency_file(issuer: Authority, name: str = UNIT, **how: object) -> bytes:
    """A PKCS#12 file of an agency."""
    _, data = issuer.other(name=name, number=None, **how)
    return data


async def registered(people: People, data: bytes, **how: object) -> UUID:
    """The certificate's id, registered for Hà Nội by its administrator."""
    given = agency.Given(kind="pkcs12", data=data, secret=PASSPHRASE, **how)  # type: ignore[arg-type]
    outcome = await agency.register(people.my.actor(), people.nga.unit.unit_id, given)
    assert isinstance(outcome, Accepted)
    [row, *_] = await agency.list_of_unit(people.nga.unit.unit_id)
    return row.id


async def signed(people: People, issuer: Authority) -> UUID:
    """A decision that the head signed digitally."""
    await certified(people.giang, issuer)
    case = await cases_made.inspected(people)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    await issue(document, hashed, people.giang, PASSPHRASE)
    return document


async def test_the_unit_s_clerk_seals_a_signed_decision_once_and_both_signatures_hold(
    people: People, issuer: Authority, tmp_path: Path
) -> None:
    certificate = await registered(people, agency_file(issuer))
    document = await signed(people, issuer)
    clerk = people.nga.actor()
    async with transaction():
        before, _ = await issued_documents.pdf(document, clerk, None)
    with pytest.raises(PassphraseWrong):
        await sealing.seal(document, certificate, "sai", clerk)
    for other in (people.giang, people.an, people.my):
        with pytest.raises(NotAllowed):
            await sealing.seal(document, certificate, PASSPHRASE, other.actor())
    with pytest.raises(RefusedAct) as above:
        await sealing.seal(document, certificate, PASSPHRASE, people.oanh.actor())
    assert above.value.problem_code == "case_seal_unit"
    twice = (sealing.seal(document, certificate, PASSPHRASE, clerk) for _ in range(2))
    both = await asyncio.gather(*twice, return_exceptions=True)
    assert sum(isinstance(one, Accepted) for one in both) == 1
    assert [one.code for one in both if isinstance(one, Refused)] in ([], ["case_seal_twice"])
    with pytest.raises(RefusedAct) as again:
        await sealing.seal(document, certificate, PASSPHRASE, clerk)
    assert again.value.problem_code == "case_seal_twice"
    async with transaction():
        after, _ = await issued_documents.pdf(document, clerk, None)
        kept, _ = await issued_documents.pdf(document, clerk, None, signed_only=True)
    assert kept == before
    assert after.startswith(before)
    first, second = await signing.validate_pdf(after)
    assert (first.valid, second.valid) == (True, True)
    assert second.signer_name == UNIT
    reader = PdfFileReader(io.BytesIO(after))
    assert "DauCoQuan" in str(reader.embedded_regular_signatures[-1].field_name)
    status = await async_validate_pdf_signature(
        reader.embedded_regular_signatures[0], issuer.trust().context()
    )
    assert status.bottom_line, "the first signature allows what was added"
    found = await asyncio.to_thread(_tools, tmp_path, after)
    assert found.count("Signature is Valid.") == 2
    _, _, paper = await cases.paper(document, clerk)
    assert paper.seal_name == UNIT
    report = await verification.in_snapshot(None, lambda *_: None)
    assert [one for one in report.findings if "document" in one.where] == []


def _tools(folder: Path, data: bytes) -> str:
    for tool in ("pdfsig", "qpdf"):
        assert shutil.which(tool), f"{tool} is needed"
    place = folder / "sealed.pdf"
    place.write_bytes(data)
    checked = subprocess.run(
        ["qpdf", "--check", place], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    return subprocess.run(
        ["pdfsig", "-nocert", place], capture_output=True, text=True, check=False
    ).stdout


async def test_an_unsigned_a_printed_and_an_unknown_paper_get_no_seal(
    people: People, issuer: Authority
) -> None:
    certificate = await registered(people, agency_file(issuer))
    case = await cases_made.inspected(people)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    clerk = people.nga.actor()
    with pytest.raises(RefusedAct) as unsigned:
        await sealing.seal(document, certificate, PASSPHRASE, clerk)
    assert unsigned.value.problem_code == "case_seal_unsigned"
    await issue(document, hashed, people.giang)
    with pytest.raises(RefusedAct) as by_hand:
        await sealing.seal(document, certificate, PASSPHRASE, clerk)
    assert by_hand.value.problem_code == "case_seal_ink"
    with pytest.raises(NotFound):
        await sealing.seal(certificate, certificate, PASSPHRASE, clerk)


@pytest.mark.long
async def test_only_a_certificate_of_the_unit_is_registered_and_a_revoked_one_seals_nothing(
    people: People, issuer: Authority
) -> None:
    unit, administrator = people.nga.unit.unit_id, people.my.actor()
    other = agency.Given(
        kind="pkcs12", data=agency_file(issuer, "Chi cục Đà Nẵng thử"), secret=PASSPHRASE
    )
    with pytest.raises(CertificateRefused) as named:
        await agency.register(administrator, unit, other)
    assert named.value.problem_code == "certificate_other_body"
    for stranger in (people.nga, people.giang):
        with pytest.raises(NotAllowed):
            await agency.register(stranger.actor(), unit, other)
    old = agency.Given(
        kind="pkcs12", data=agency_file(issuer, life=timedelta(minutes=30)), secret=PASSPHRASE
    )
    with pytest.raises(CertificateRefused) as expired:
        await agency.register(administrator, unit, old)
    assert expired.value.problem_code == "certificate_expired"
    why = msgspec.structs.replace(other, named_otherwise="Tên cũ trước khi sáp nhập")
    assert isinstance(await agency.register(administrator, unit, why), Accepted)
    with pytest.raises(CertificateRefused) as twice:
        await agency.register(administrator, unit, why)
    assert twice.value.problem_code == "certificate_known"
    [row] = await agency.list_of_unit(unit)
    async with transaction():
        outcome = await agency.revoke(people.nga.actor(), unit, row.id, "Thất lạc tệp")
    assert isinstance(outcome, Accepted)
    with pytest.raises(CertificateRefused) as revoked:
        await agency.open_for(people.nga.actor(), unit, row.id, PASSPHRASE)
    assert revoked.value.problem_code == "certificate_revoked"
    document = await signed(people, issuer)
    assert (await sealing.waits(document, people.nga.actor())).here == []


@pytest.mark.long
async def test_a_token_elsewhere_seals_the_signed_file_where_it_may(
    people: People, issuer: Authority
) -> None:
    key = agency_file(issuer)
    pair, foreign = issuer.other(name="Chi cục Đà Nẵng thử", number=None)
    given = agency.Given(kind="outside", data=_public(key))
    unit = people.nga.unit.unit_id
    assert isinstance(await agency.register(people.my.actor(), unit, given), Accepted)
    document = await signed(people, issuer)
    clerk = people.nga.actor()
    before, name = await sealing.download(document, clerk, None)
    assert name.endswith(".pdf")
    assert pair is not None
    for wrong, code in (
        (before, "signed_file_same"),
        (before[:-1] + b" ", "signed_file_other"),
        (outside_signer.sign(before, foreign), "certificate_other_body"),
        (outside_signer.sign(before, key, box=(100, 300, 300, 500)), "signed_file_over_text"),
        (
            outside_signer.sign(outside_signer.sign(before, key), key, field="S2"),
            "signed_file_many",
        ),
    ):
        with pytest.raises((SignedFileWrong, CertificateRefused)) as refused:
            await sealing.take(document, wrong, clerk)
        assert refused.value.problem_code == code
    _, _, paper = await cases.paper(document, clerk)
    assert paper.sealed_sha256 is None
    sealed = outside_signer.sign(before, key, page=0, box=(380, 795, 540, 825))
    assert isinstance(await sealing.take(document, sealed, clerk), Accepted)
    assert await sealing.take(document, sealed, clerk) is None
    assert [one.valid for one in await signing.validate_pdf(sealed)] == [True, True]

    async def found() -> list[str]:
        report = await verify()
        return [one.what for one in report.findings if one.where == f"document {document}"]

    assert await found() == []
    await database.execute(
        "UPDATE documents SET sealed_sha256 = sha256 WHERE id = $1", document
    )  # somebody hides that the paper is sealed
    assert await found() == ["the table says another thing than its acts"]


def _public(p12: bytes) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

    certificate = pkcs12.load_pkcs12(p12, PASSPHRASE.encode()).cert
    assert certificate is not None
    return certificate.certificate.public_bytes(Encoding.PEM)
