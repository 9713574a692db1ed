"""Signed PDFs: what is promised is there, and not one byte can be changed unseen."""

import asyncio
import io
import random
import shutil
import subprocess
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from asn1crypto import tsp
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature

from backend.core.errors import DomainError
from backend.documents.signing import certificates, opening
from backend.documents.signing.errors import (
    CertificateFileBad,
    FileLocked,
    LevelUnreachable,
    PassphraseWrong,
    PdfUnreadable,
)
from backend.documents.signing.pades import SignedPdf, sign_pdf
from backend.documents.signing.timestamps import LocalTimeStamper
from backend.documents.signing.trust import Trust
from backend.documents.signing.validating import validate_pdf
from deploy.demo import ca
from tests.support.sampling import Sample
from tests.support.signing import NAME, PASSPHRASE, Authority, authority, paper


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("pki"))


async def signed(
    issuer: Authority, given: Trust, pdf: bytes = b"", field: str = "NguoiKy"
) -> SignedPdf:
    return await sign_pdf(pdf or paper(), issuer.opened(), "Ban hành", "Hà Nội", field, given)


async def sound(pdf: bytes, given: Trust) -> bool:
    """Whether the file is as it should be: signed, and every signature valid."""
    try:
        verdicts = await validate_pdf(pdf, given)
    except PdfUnreadable:
        return False
    return bool(verdicts) and all(verdict.valid for verdict in verdicts)


async def test_with_stamps_and_revocation_lists_a_signature_lasts(issuer: Authority) -> None:
    given = issuer.trust()
    made = await signed(issuer, given)
    assert made.level == "B-LTA"
    assert made.data.startswith(paper())
    [verdict] = await validate_pdf(made.data, given)
    assert (verdict.level, verdict.valid, verdict.timestamped) == ("B-LTA", True, True)
    assert (verdict.signer_name, verdict.field) == (NAME, "NguoiKy")
    assert verdict.signed_at is not None
    assert abs(verdict.signed_at - datetime.now(UTC)) < timedelta(minutes=1)
    # By its own library alone, with nothing known but the root.
    reader = PdfFileReader(io.BytesIO(made.data))
    status = await asyncio.to_thread(
        validate_pdf_signature, reader.embedded_regular_signatures[0], given.context()
    )
    assert status.bottom_line


async def test_the_level_that_can_be_had_is_the_one_that_is_said(issuer: Authority) -> None:
    for given, level in (
        (issuer.trust(lists=False), "B-T"),
        (issuer.trust(stamps=False), "B-B"),
    ):
        made = await signed(issuer, given)
        assert made.level == level
        [verdict] = await validate_pdf(made.data, given)
        assert (verdict.level, verdict.valid) == (level, True)


async def test_an_installation_may_demand_a_level_and_then_nothing_weaker_is_signed(
    issuer: Authority,
) -> None:
    silent = Trust(
        roots=issuer.trust().roots,
        others=issuer.trust().others,
        tsa_url="http://127.0.0.1:9/tsa",
        at_least="B-T",
    )
    with pytest.raises(LevelUnreachable):
        await signed(issuer, silent)


async def test_a_silent_time_stamp_service_leaves_a_plain_signature(issuer: Authority) -> None:
    full = issuer.trust()
    silent = Trust(
        roots=full.roots, others=full.others, crls=full.crls, tsa_url="http://127.0.0.1:9/"
    )
    assert (await signed(issuer, silent)).level == "B-B"


class _Stamps(BaseHTTPRequestHandler):
    """A time-stamp service as RFC 3161 §3.4 has it, on the loopback."""

    stamper: LocalTimeStamper
    media_type = "application/timestamp-reply"

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        body = self.stamper.respond(tsp.TimeStampReq.load(asked)).dump()
        self.send_response(200)
        self.send_header("Content-Type", self.media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    ("media_type", "level"), [("application/timestamp-reply", "B-LTA"), ("text/html", "B-B")]
)
async def test_time_stamps_come_from_a_service_over_http(
    issuer: Authority, media_type: str, level: str
) -> None:
    stamper = LocalTimeStamper.load(issuer.folder)
    handler = type("Stamps", (_Stamps,), {"stamper": stamper, "media_type": media_type})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        full = issuer.trust(stamps=False)
        given = Trust(
            roots=full.roots,
            others=full.others,
            crls=full.crls,
            tsa_url=f"http://127.0.0.1:{server.server_port}/tsa",
        )
        made = await signed(issuer, given)
        server.shutdown()
        serving.join()
    assert made.level == level
    assert await sound(made.data, given)


@pytest.mark.parametrize("stamps", [True, False])
async def test_two_people_sign_one_paper_and_both_signatures_hold(
    issuer: Authority, stamps: bool
) -> None:
    given = issuer.trust(stamps=stamps)
    first = await signed(issuer, given)
    second = await signed(issuer, given, first.data, "NguoiPheDuyet")
    assert second.data.startswith(first.data)
    verdicts = await validate_pdf(second.data, given)
    assert [(verdict.field, verdict.valid) for verdict in verdicts] == [
        ("NguoiKy", True),
        ("NguoiPheDuyet", True),
    ]


async def test_what_makes_it_an_archive_file_is_still_there(issuer: Authority) -> None:
    made = await signed(issuer, issuer.trust())
    root = PdfFileReader(io.BytesIO(made.data)).root
    metadata = root["/Metadata"].data
    assert b"<pdfaid:part>2" in metadata or b'pdfaid:part="2"' in metadata
    assert b"conformance>A" in metadata or b'conformance="A"' in metadata
    assert root["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("stamps", [pytest.param(True, marks=pytest.mark.long), False])
async def test_no_byte_can_be_changed_unseen(
    issuer: Authority, stamps: bool, sample: Sample
) -> None:
    given = issuer.trust(stamps=stamps)
    data = (await signed(issuer, given)).data
    assert await sound(data, given)
    dice = random.Random(20261125)
    tail = len(paper())  # what signing added is where a verifier may be careless
    flips = [(dice.randrange(tail), dice.randrange(8)) for _ in range(50)]
    flips += [(dice.randrange(tail, len(data)), dice.randrange(8)) for _ in range(150)]
    unseen = []
    for place, bit in sample.of(flips, one_in=10, each=lambda flip: flip[0] < tail):
        changed = bytearray(data)
        changed[place] ^= 1 << bit
        if await sound(bytes(changed), given):
            unseen.append((place, data[place - 20 : place + 20]))
    assert unseen == []


async def test_what_is_added_behind_the_last_signature_is_seen(issuer: Authority) -> None:
    given = issuer.trust()
    made = await signed(issuer, given)
    for more in (b"\n", b"%%EOF\n", made.data[-400:]):
        assert not await sound(made.data + more, given)


async def test_a_file_without_a_signature_has_no_verdict_and_nonsense_is_told(
    issuer: Authority,
) -> None:
    assert await validate_pdf(paper(), issuer.trust()) == []
    for nonsense in (b"", b"%PDF-1.7\n", paper()[:500], b"\x00" * 1000):
        with pytest.raises(PdfUnreadable):
            await validate_pdf(nonsense, issuer.trust())
    with pytest.raises(PdfUnreadable):
        await signed(issuer, issuer.trust(), b"%PDF-1.7\nnot one")


async def test_a_signature_of_somebody_whom_nobody_trusts_is_not_valid(
    issuer: Authority, tmp_path: Path
) -> None:
    stranger = authority(tmp_path)
    made = await signed(stranger, stranger.trust())
    [verdict] = await validate_pdf(made.data, issuer.trust())
    assert (verdict.intact, verdict.trusted, verdict.valid) == (True, False, False)


async def signed_until(issuer: Authority, seconds: int) -> tuple[datetime, dict[bool, bytes]]:
    """Signed with and without stamps by a certificate that ends so soon; and when it ended."""
    life = timedelta(hours=1, seconds=seconds)
    pair, data = issuer.other(life=life, now=datetime.now(UTC))
    opened = opening.open_pkcs12(data, PASSPHRASE, issuer.trust())
    made = {}
    for stamps in (True, False):
        given = issuer.trust(stamps=stamps)
        made[stamps] = (await sign_pdf(paper(), opened, "", "", "Ky", given)).data
    return pair.certificate.not_valid_after_utc, made


async def test_a_signature_outlives_its_certificate_by_its_time_stamp(issuer: Authority) -> None:
    for seconds in (3, 12, 60):  # a busy machine may not have signed within three
        end, made = await signed_until(issuer, seconds)
        if datetime.now(UTC) < end:
            break
    over = end + timedelta(seconds=1.5)  # a second is tolerated
    await asyncio.sleep((over - datetime.now(UTC)).total_seconds())
    assert await sound(made[True], issuer.trust())
    assert not await sound(made[False], issuer.trust())


def pdfsig(*arguments: str) -> str:
    found = shutil.which("pdfsig")
    assert found, "apt-get install poppler-utils"
    return subprocess.run([found, *arguments], capture_output=True, text=True, check=False).stdout


async def test_poppler_says_the_same_of_it(issuer: Authority, tmp_path: Path) -> None:
    made = await signed(issuer, issuer.trust(stamps=False))
    await asyncio.to_thread(_poppler_agrees, made.data, issuer, tmp_path)


def _poppler_agrees(data: bytes, issuer: Authority, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(data)
    arguments = []
    if tool := shutil.which("certutil"):  # with it poppler can be told whom to trust
        store = f"sql:{tmp_path}"
        subprocess.run([tool, "-N", "-d", store, "--empty-password"], check=True)
        for name in ("root", "issuing"):
            pem = str(issuer.folder / f"{name}.pem")
            flags = ["-A", "-d", store, "-n", name, "-t", "CT,C,C", "-i", pem]
            subprocess.run([tool, *flags], check=True)
        arguments = ["-nssdir", str(tmp_path)]
    said = pdfsig(*arguments, str(file))
    assert "Signature is Valid." in said
    assert "ETSI.CAdES.detached" in said
    assert "Total document signed" in said
    if arguments:
        assert "Certificate is Trusted." in said
    changed = bytearray(data)
    changed[500] ^= 1
    file.write_bytes(changed)
    assert "Signature is Valid." not in pdfsig(str(file))


def test_openssl_reads_our_time_stamps(issuer: Authority, tmp_path: Path) -> None:
    file, query, reply = (tmp_path / name for name in ("file", "query", "reply"))
    file.write_bytes(b"m\xe1\xbb\x99t t\xe1\xbb\x87p")
    openssl = ["openssl", "ts"]
    ask = [*openssl, "-query", "-data", str(file), "-sha256", "-cert", "-out", str(query)]
    subprocess.run(ask, check=True, capture_output=True)
    stamper = LocalTimeStamper.load(issuer.folder)
    reply.write_bytes(stamper.respond(tsp.TimeStampReq.load(query.read_bytes())).dump())
    check = [*openssl, "-verify", "-queryfile", str(query), "-in", str(reply)]
    check += ["-CAfile", str(issuer.folder / "root.pem")]
    check += ["-untrusted", str(issuer.folder / "issuing.pem")]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert "Verification: OK" in done.stdout + done.stderr, done
    weak = [*openssl, "-query", "-data", str(file), "-sha1", "-out", str(query)]
    subprocess.run(weak, check=True, capture_output=True)
    refused = stamper.respond(tsp.TimeStampReq.load(query.read_bytes()))
    assert refused["status"]["status"].native == "rejection"


def test_a_wrong_passphrase_is_told_and_a_file_that_is_none_as_well(issuer: Authority) -> None:
    _, data = issuer.other()
    with pytest.raises(PassphraseWrong):
        opening.open_pkcs12(data, "sai", issuer.trust())
    for bad in (b"", b"nonsense", data[: len(data) // 2]):
        with pytest.raises(CertificateFileBad):
            opening.open_pkcs12(bad, PASSPHRASE, issuer.trust())


def test_revoked_foreign_and_unknown_certificates_are_refused_in_plain_words(
    issuer: Authority, tmp_path: Path
) -> None:
    pair, _ = issuer.other()
    opened = opening.open_pkcs12(ca.to_pkcs12(pair, [], PASSPHRASE), PASSPHRASE, issuer.trust())
    certificates.require_trust(opened.der, issuer.trust())
    for given, code in (
        (issuer.trust(revoked=(pair.certificate.serial_number,)), "certificate_revoked"),
        (authority(tmp_path).trust(), "certificate_untrusted"),
        (Trust(), "certificate_untrusted"),
    ):
        with pytest.raises(DomainError) as refused:
            certificates.require_trust(opened.der, given)
        assert refused.value.problem_code == code
        assert refused.value.text.vi != refused.value.text.en


def test_what_a_certificate_says_of_its_purpose_is_read(issuer: Authority) -> None:
    _, server = issuer.other(purposes=[ExtendedKeyUsageOID.SERVER_AUTH])
    _, encrypts = issuer.other(signs=False)
    facts = [
        opening.open_pkcs12(data, PASSPHRASE, issuer.trust()).facts for data in (server, encrypts)
    ]
    assert facts[0].extended_key_usage == {"server_auth"}
    assert facts[1].key_usage == {"key_agreement"}


@pytest.mark.parametrize(
    ("allows", "locked"), [(MDPPerm.NO_CHANGES, True), (MDPPerm.FILL_FORMS, False)]
)
async def test_a_second_signature_is_put_on_a_certified_file_only_where_the_first_allows_it(
    issuer: Authority, allows: MDPPerm, *, locked: bool
) -> None:
    _, key = issuer.other()
    signer = SimpleSigner.load_pkcs12_data(key, other_certs=[], passphrase=PASSPHRASE.encode())
    certified = PdfSignatureMetadata(
        field_name="First",
        certify=True,
        docmdp_permissions=allows,
        subfilter=SigSeedSubFilter.PADES,
    )
    out = await PdfSigner(certified, signer=signer).async_sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(paper()))
    )
    trusted = issuer.trust(stamps=False)
    if locked:
        with pytest.raises(FileLocked):
            await sign_pdf(out.getvalue(), issuer.opened(), "", "", "Second", trusted)
        return
    done = await sign_pdf(out.getvalue(), issuer.opened(), "", "", "Second", trusted)
    assert [one.valid for one in await validate_pdf(done.data, trusted)] == [True, True]
