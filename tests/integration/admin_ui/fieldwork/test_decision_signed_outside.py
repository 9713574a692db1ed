"""The head signs an inspection decision with the State's token, in a computer of their own."""

import io
from pathlib import Path

import msgspec
import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.core import database
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from tests.integration.casework.issued_documents.test_signed_outside import holds
from tests.support import decision_papers, outside_signer
from tests.support.people import People
from tests.support.readers import Reader, Readers
from tests.support.signing import Authority, authority


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def prepared(people: People, readers: Readers) -> tuple[Reader, str, bytes]:
    """The head at the page for sending back, its address, and the file to be signed."""
    document = await decision_papers.drafted(people)
    head = await readers.of(people.giang)
    await head.open(f"/desk/decisions/{document}")
    form = head.form(f"/desk/decisions/{document}/sign")
    button = next(one for one in form.buttons if one.name == "outside")
    assert await head.try_submit(form, button) == 200
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0
    address = f"/desk/decisions/{document}/outside"
    return head, address, (await head.fetch(f"{address}/prepared.pdf")).content


async def test_what_the_head_signed_outside_is_the_issued_decision(
    people: People, readers: Readers, issuer: Authority
) -> None:
    key = await holds(people.giang, issuer)
    head, address, given = await prepared(people, readers)
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(given)).pages)
    assert "01000001/QĐ-KT" in text
    signed = outside_signer.sign(given, key, stamps=issuer.folder)
    await head.send_file(head.form(address), "scan", "da-ky.pdf", signed)
    assert "Đã ký và ban hành quyết định." in head.page.text
    row = await database.fetchrow(
        "SELECT p.sha256, p.signature_level, i.decision_number FROM decision_papers p"
        " JOIN inspections i ON i.id = p.inspection_id"
    )
    assert (row["signature_level"], row["decision_number"]) == ("B-T", "01000001/QĐ-KT")
    kept = (await head.fetch(address.replace("/outside", "/signed.pdf"))).content
    assert kept == signed


@pytest.mark.long
async def test_another_file_or_another_s_signature_is_refused_and_the_draft_still_waits(
    people: People, readers: Readers, issuer: Authority
) -> None:
    await holds(people.giang, issuer)
    other = await holds(people.nga, issuer)
    head, address, given = await prepared(people, readers)
    for file in (given, b"%PDF-1.7 another", outside_signer.sign(given, other)):
        form = head.form(address)
        url = f"{head._origin}{form.action}"
        pairs = [one for one in form.sent(None) if one[0] != "scan"]
        answer = await head._ask("POST", url, pairs, {"scan": ("x.pdf", file)})
        assert answer.status_code == 422, answer.text
    assert await database.fetchval("SELECT state FROM decision_papers") == "draft"
    assert await head.press(f"{address}/give-up", reason="Ký bằng cách khác") == 200
    assert "Dự thảo chờ ký như trước" in head.page.text
    assert await database.fetchval("SELECT state FROM document_numbers") == "void"
