"""Minutes and papers of a phone are one file: signed by their maker's certificate, else sealed by the server."""

import asyncio
import hashlib
import io
import shutil
import subprocess
from pathlib import Path
from typing import Literal
from uuid import UUID, uuid4

import httpx
import msgspec
import pytest
from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from backend.core import database
from backend.core.errors import DomainError, NotFound
from backend.core.settings import Settings
from backend.documents.signing import seal
from backend.exchange.evidence_export import checker
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.papers import (
    maker_signing,
    of_inspections,
    on_site,
    signed_outside,
    stored_files,
)
from backend.ledger.service import Accepted, Refused
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.site_paper_files import SignSitePaper
from tests.integration.admin_ui.exchange.test_export import taken as package_of
from tests.integration.casework.issued_documents.test_signed_outside import holds
from tests.integration.documents.signing.test_seal import poppler, text_of
from tests.integration.documents.signing.test_verify_on_site import (
    begun,
    number_minutes,
    numbered_paper,
    told_of,
)
from tests.integration.fieldwork.decision_papers.conftest import issuer as issuer
from tests.support import decision_papers, factories, outside_signer
from tests.support.codes import AtOnce
from tests.support.factories import Work
from tests.support.people import People, Person
from tests.support.phone import Phones
from tests.support.readers import Readers, readers
from tests.support.signing import PASSPHRASE, Authority
from tests.support.verifying import verify
from tests.support.workers import worker_of

__all__ = ["readers"]

pytestmark = pytest.mark.usefixtures("app")


async def view_of(work: Work, by: Person) -> InspectionView:
    return await inspections.inspection_view(work.id, by.actor("desk"))


async def seen_of(work: Work, written: str, by: Person) -> str:
    return (await maker_signing.signable(work.id, UUID(written), by.actor("desk"))).seen


async def sign(
    work: Work, written: str, by: Person, face: Literal["desk", "phone"] = "desk"
) -> None:
    seen = await seen_of(work, written, by)
    await maker_signing.sign(work.id, UUID(written), seen, PASSPHRASE, by.actor(face))


async def minutes_pdf(work: Work, by: Person) -> bytes:
    return (await of_inspections.pdf(work.id, by.actor("desk"), None)).pdf


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


async def sound(pdf: bytes, root: Path | None, folder: Path) -> str:
    """Other people's programs find the file whole and its one signature good; whose it is."""
    [signature] = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    roots = [signature.signer_cert] if root is None else None
    if root is not None:
        certificates = [
            x509.Certificate.load(pem.unarmor((root / f"{name}.pem").read_bytes())[2])
            for name in ("root", "issuing")
        ]
        context = ValidationContext(
            trust_roots=certificates[:1], other_certs=certificates[1:], revocation_mode="soft-fail"
        )
    else:
        context = ValidationContext(trust_roots=roots)
    status = await asyncio.to_thread(
        validate_pdf_signature, signature, context, key_usage_settings=None
    )
    assert status.intact
    assert status.valid
    assert status.trusted
    assert status.modification_level is None or status.bottom_line  # stamps alone follow it
    await asyncio.to_thread(folder.mkdir)
    said = await asyncio.to_thread(poppler, pdf, folder, seal.certificate_pem())
    assert "Signature is Valid." in said
    assert "Total document signed" in said
    qpdf = shutil.which("qpdf")
    assert qpdf, "apt-get install qpdf"
    done = await asyncio.to_thread(
        subprocess.run, [qpdf, "--check", str(folder / "paper.pdf")], capture_output=True
    )
    assert done.returncode == 0, done.stdout
    return str(signature.signer_cert.subject.native["common_name"])


@pytest.mark.long
async def test_what_the_maker_signs_is_from_then_on_the_one_file_and_the_sealed_one_stays_known(
    people: People,
    issuer: Authority,
    client: httpx.AsyncClient,
    settings: Settings,
    readers: Readers,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    work = await begun(people)
    code = await number_minutes(work)
    document, of_paper = await numbered_paper(work)
    await decision_papers.certified(people.an, issuer)
    assert (await told_of(client, code))["sha256"] is None  # nobody has a file of it yet

    sealed = await minutes_pdf(work, people.giang)
    assert await minutes_pdf(work, people.an) == sealed
    told = await told_of(client, code)
    assert (told["sha256"], told["size"]) == (sha(sealed), len(sealed))
    assert (told["signature_level"], told["signer_name"]) == ("seal", None)
    assert "Niêm của hệ thống" in await sound(sealed, None, tmp_path / "sealed")

    await sign(work, work.minutes, people.an)
    signed = await minutes_pdf(work, people.giang)
    assert signed != sealed
    assert await minutes_pdf(work, people.an) == signed
    assert people.an.full_name in await sound(signed, issuer.folder, tmp_path / "signed")
    assert f"chữ ký số của người lập: {people.an.full_name}" in text_of(signed)
    told = await told_of(client, code)
    assert (told["sha256"], told["signature_level"]) == (sha(signed), "B-LTA")
    assert told["signer_name"] == people.an.full_name
    assert [one["sha256"] for one in told["files"]] == [sha(signed), sha(sealed)]
    page = (await client.get(f"/verify/{code}")).text
    assert sha(signed) in page
    assert sha(sealed) in page

    # A paper besides the minutes, signed before anybody asked for a file: there is no sealed one.
    actor = people.giang.actor("desk")
    [paper] = (await view_of(work, people.giang)).documents
    await sign(work, str(paper.written), people.an)
    made = (await on_site.pdf(UUID(document), actor, None)).pdf
    assert [one["sha256"] for one in (await told_of(client, of_paper))["files"]] == [sha(made)]

    view = await view_of(work, people.giang)
    assert [(one.kind, one.sha256, one.current) for one in view.paper_files] == [
        ("sealed", sha(sealed), False),
        ("signed", sha(signed), True),
        ("signed", sha(made), True),
    ]
    for one in view.paper_files:  # each is still given as it was
        assert sha((await stored_files.read(one.id, actor, None)).pdf) == one.sha256

    worker = worker_of(settings)
    await worker.drain()
    await worker.close()
    unlocked = "SELECT count(*) FROM site_paper_files WHERE protected_at IS NULL"
    assert await database.fetchval(unlocked) == 0
    report = await verify()
    assert report.findings == []
    folder = tmp_path / "package"
    (await package_of(work, people.khanh, readers)).extractall(folder)
    kept = {sha(path.read_bytes()) for path in (folder / "papers").iterdir()}
    assert kept == {one.sha256 for one in view.paper_files}
    assert checker.main([str(folder)]) == 0, capsys.readouterr().out
    capsys.readouterr()
    (folder / "papers" / f"{view.paper_files[0].id}.pdf").write_bytes(signed)
    assert checker.main([str(folder)]) == 1
    assert "tệp của biên bản bị đổi" in capsys.readouterr().out

    # An attacker leads the paper to another file: the auditors' program names it.
    await database.execute(
        "UPDATE site_paper_files SET sha256 = $1 WHERE kind = 'sealed'", sha(signed)
    )
    found = [one for one in (await verify()).findings if "made on site" in one.where]
    assert [one.what for one in found] == ["the table says another thing of it than its act"]


async def fault_of(work: Work, written: str, by: Person, seen: str = "", word: str = "") -> str:
    with pytest.raises(DomainError) as refused:
        await maker_signing.sign(
            work.id,
            UUID(written),
            seen or await seen_of(work, written, by),
            word or PASSPHRASE,
            by.actor("desk"),
        )
    assert refused.value.text.vi
    assert refused.value.text.en
    return refused.value.problem_code


async def test_who_may_not_sign_and_what_may_not_be_signed_is_refused_with_the_reason(
    people: People, issuer: Authority
) -> None:
    work = await begun(people)
    await factories.write_minutes(work)
    unnumbered = await seen_of(work, work.minutes, people.an)
    assert await fault_of(work, work.minutes, people.an) == "site_paper_unnumbered"
    await number_minutes(work)
    written = work.minutes
    assert await fault_of(work, written, people.an, seen=unnumbered) == "site_paper_changed"
    assert await fault_of(work, written, people.an) == "no_certificate"
    await decision_papers.certified(people.an, issuer)
    await decision_papers.certified(people.binh, issuer)
    assert await fault_of(work, written, people.binh) == "site_paper_not_maker"
    assert await fault_of(work, written, people.giang) == "site_paper_not_maker"
    assert await fault_of(work, written, people.an, word="không phải") == "passphrase_wrong"
    with pytest.raises(NotFound):
        await maker_signing.signable(work.id, UUID(written), people.dung.actor("desk"))
    assert (await view_of(work, people.giang)).paper_files == []

    outcomes = await asyncio.gather(
        *(sign(work, written, people.an) for _ in range(2)), return_exceptions=True
    )
    [lost] = [one for one in outcomes if one is not None]
    assert isinstance(lost, DomainError)
    assert lost.problem_code == "site_paper_signed"
    assert len((await view_of(work, people.giang)).paper_files) == 1
    assert await fault_of(work, written, people.an) == "site_paper_signed"


async def test_the_signed_file_of_minutes_that_others_replaced_stays_and_says_by_which(
    people: People, issuer: Authority, client: httpx.AsyncClient
) -> None:
    work = await begun(people)
    code = await number_minutes(work)
    first = work.minutes
    await decision_papers.certified(people.an, issuer)
    await sign(work, first, people.an, "phone")
    before = await minutes_pdf(work, people.giang)
    await number_minutes(work, 2)
    view = await view_of(work, people.giang)
    assert view.minutes is not None
    [file] = view.paper_files
    assert (file.current, file.replaced_by) == (True, view.minutes.paper_number)
    given = await stored_files.read(file.id, people.giang.actor("desk"), None)
    assert given.pdf == before
    told = await told_of(client, code)
    assert (told["state"], told["replaced_by"]) == ("replaced", view.minutes.paper_number)
    assert told["sha256"] == sha(before)
    with pytest.raises(DomainError) as refused:
        await maker_signing.signable(work.id, UUID(first), people.an.actor("desk"))
    assert refused.value.problem_code == "site_paper_signed"


@pytest.mark.long
async def test_the_maker_signs_with_a_token_of_his_own_and_sends_the_file_back(
    people: People, issuer: Authority
) -> None:
    work = await begun(people)
    await number_minutes(work)
    await database.execute(
        "UPDATE officers SET officer_number = $2 WHERE id = $1",
        people.an.id,
        people.an.officer_number,
    )
    key = await holds(people.an, issuer)
    written, actor = UUID(work.minutes), people.an.actor("desk")
    seen = await seen_of(work, work.minutes, people.an)
    await signed_outside.prepare(work.id, written, seen, actor)
    given = (await signed_outside.download(work.id, written, seen, actor, None)).pdf
    await signed_outside.prepare(work.id, written, seen, actor)
    assert (await signed_outside.download(work.id, written, seen, actor, None)).pdf == given
    with pytest.raises(DomainError) as refused:
        await signed_outside.take(work.id, written, seen, given, actor)
    assert refused.value.problem_code == "signed_file_same"
    signed = outside_signer.sign(given, key, stamps=issuer.folder)
    assert await signed_outside.take(work.id, written, seen, signed, actor)
    assert not await signed_outside.take(work.id, written, seen, signed, actor)
    assert await minutes_pdf(work, people.giang) == signed
    assert (await view_of(work, people.an)).paper_files[0].sha256 == sha(signed)


async def test_minutes_of_an_older_phone_are_sealed_by_the_server_only(people: People) -> None:
    work = await begun(people)
    await factories.write_minutes(work)
    before = await minutes_pdf(work, people.giang)
    assert b"/Sig" not in before  # they may still be signed by hand
    assert isinstance(await factories.submit(work), Accepted)
    sealed = await minutes_pdf(work, people.giang)
    assert sealed == await minutes_pdf(work, people.giang)
    [file] = (await view_of(work, people.giang)).paper_files
    assert (file.kind, file.number, file.sha256) == ("sealed", None, sha(sealed))
    assert "niêm" not in text_of(sealed)  # its pages stay as they were printed
    assert await fault_of(work, work.minutes, people.an) == "site_paper_unnumbered"


async def test_the_maker_signs_on_a_phone_and_no_phone_says_of_a_file_that_it_is_the_signed_one(
    people: People, issuer: Authority, client: httpx.AsyncClient, phones: Phones
) -> None:
    work = await begun(people)
    code = await number_minutes(work)
    await decision_papers.certified(people.an, issuer)
    view = await view_of(work, people.an)
    assert view.minutes is not None
    forged = {
        "file_id": str(uuid4()),
        "written": work.minutes,
        "number": view.minutes.paper_number,
        "content_sha256": (await told_of(client, code))["content_sha256"],
        "signatures": [str(one.id) for one in view.signatures],
        "sha256": sha(b"another text, that nobody signed"),
        "size": 32,
        "pages": 1,
        "certificate": sha(b"a certificate of nobody"),
        "signature_level": "B-LTA",
        "signer": people.giang.full_name,
        "outside": False,
    }
    refused = await work.act("site_paper.signed", forged)
    assert isinstance(refused, Refused)
    assert (await told_of(client, code))["sha256"] is None  # a file that the server never saw

    phone = await phones.of(people.an)
    address = f"/api/mobile/v1/inspections/{work.id}/papers/{work.minutes}/signature"
    found = (await phone.client.get(address)).json()
    assert found["code_needed"]
    body = {"seen": found["seen"], "passphrase": PASSPHRASE}
    # A phone's session lasts for weeks: the passphrase alone signs nothing (PRACTICE B4, a code for 15 minutes).
    answer = await phone.client.post(address, json=body)
    assert (answer.status_code, answer.json()["code"]) == (403, "confirmation_needed")
    wrong = await phone.client.post(address, json=body | {"code": "12"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "code_wrong")
    assert (await told_of(client, code))["sha256"] is None
    await people.forget_codes(people.an)
    body["code"] = await AtOnce(people).next(people.an.account.totp_secret)
    for _ in range(2):  # a second tap changes nothing
        answer = await phone.client.post(address, json=body)
        assert answer.status_code == 200, answer.text
        [file] = answer.json()["files"]
        assert file["kind"] == "signed"
        assert not answer.json()["code_needed"]
    assert PASSPHRASE not in repr(msgspec.convert(body, SignSitePaper))
    assert (await told_of(client, code))["sha256"] == file["sha256"]
