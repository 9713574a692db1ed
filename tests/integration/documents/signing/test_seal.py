"""The server's seal on papers that a phone made, examined with other people's programs."""

import asyncio
import io
import shutil
import subprocess
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from backend.documents.signing import seal
from backend.fieldwork.papers import of_inspections, on_site
from tests.integration.documents.signing.test_verify_on_site import (
    begun,
    number_minutes,
    numbered_paper,
    told_of,
)
from tests.support import factories
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


def text_of(pdf: bytes) -> str:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return " ".join(" ".join(page.split()) for page in pages)


def poppler(pdf: bytes, folder: Path, pem: str) -> str:
    """What pdfsig says, told to trust the published certificate."""
    found, tool = shutil.which("pdfsig"), shutil.which("certutil")
    assert found, "apt-get install poppler-utils"
    file, certificate = folder / "paper.pdf", folder / "seal.pem"
    file.write_bytes(pdf)
    certificate.write_text(pem)
    arguments = [found]
    if tool:
        store = f"sql:{folder}"
        subprocess.run([tool, "-N", "-d", store, "--empty-password"], check=True)
        flags = ["-A", "-d", store, "-n", "seal", "-t", "P,P,P", "-i", str(certificate)]
        subprocess.run([tool, *flags], check=True)
        arguments += ["-nssdir", str(folder)]
    run = subprocess.run([*arguments, str(file)], capture_output=True, text=True, check=False)
    return run.stdout


async def test_minutes_and_papers_of_phones_are_sealed_and_the_seal_says_what_it_is(
    client: httpx.AsyncClient, people: People, tmp_path: Path
) -> None:
    work = await begun(people)
    code = await number_minutes(work)
    document, _ = await numbered_paper(work)
    actor = people.giang.actor("desk")
    pem = (await client.get("/verify/seal.pem")).text
    certificate = x509.load_pem_x509_certificate(pem.encode())
    assert "Không phải chữ ký của công chức" in certificate.subject.rfc4514_string()
    for folder, made in (
        (tmp_path / "minutes", await of_inspections.pdf(work.id, actor, None)),
        (tmp_path / "paper", await on_site.pdf(UUID(document), actor, None)),
    ):
        folder.mkdir()
        [signature] = PdfFileReader(io.BytesIO(made.pdf)).embedded_signatures
        assert signature.signer_cert.sha256.hex() == certificate.fingerprint(hashes.SHA256()).hex()
        context = ValidationContext(trust_roots=[signature.signer_cert])
        status = await asyncio.to_thread(
            validate_pdf_signature, signature, context, key_usage_settings=None
        )
        assert status.intact
        assert status.valid
        assert status.coverage.name == "ENTIRE_FILE"
        assert signature.sig_object["/Reason"] == seal.REASON
        assert "không phải chữ ký số của công chức" in text_of(made.pdf)
        said = await asyncio.to_thread(poppler, made.pdf, folder, pem)
        assert "Signature is Valid." in said
        assert "ETSI.CAdES.detached" in said
        assert "Total document signed" in said
        changed = bytearray(made.pdf)
        changed[700] ^= 1
        (tmp_path / "changed").mkdir(exist_ok=True)
        said = await asyncio.to_thread(poppler, bytes(changed), tmp_path / "changed", pem)
        assert "Signature is Valid." not in said
        shutil.rmtree(tmp_path / "changed")
    told = await told_of(client, code)
    assert (told["signature_level"], told["signer_name"]) == ("seal", None)
    assert "không phải chữ ký số của công chức" in told["signature_text"]["vi"]


async def test_the_seal_is_the_same_in_every_process_of_an_installation(people: People) -> None:
    del people
    first = seal.certificate_pem()
    seal._made.cache_clear()
    assert seal.certificate_pem() == first


async def test_a_draft_and_minutes_of_an_older_phone_bear_no_seal(people: People) -> None:
    work = await begun(people)
    await factories.write_minutes(work)
    made = await of_inspections.pdf(work.id, people.giang.actor("desk"), None)
    assert b"/Sig" not in made.pdf
    assert "niêm" not in text_of(made.pdf)
