"""A case whose file holds everything: signed in every way, twelve kinds of paper and a film filed, exported, and
verified with other people's programs alone."""

import hashlib
import json
import random
import shutil
import subprocess
import tracemalloc
import zipfile
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.casework.case_file import service as case_file
from backend.casework.drafting import outside
from backend.casework.issued_documents import sealing
from backend.casework.issued_documents import service as issued_documents
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from backend.exchange.case_package import service as case_package
from deploy import surroundings
from deploy.servers import Servers
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.integration.casework.issued_documents import test_issue as by_file
from tests.integration.casework.issued_documents import test_seal_of_the_agency as by_agency
from tests.integration.casework.issued_documents import test_signed_outside as by_token
from tests.support import cases_made, filing, outside_signer, pictures, scans
from tests.support.by_hand import Hand, hand
from tests.support.cases_made import Case, today
from tests.support.databases import Database
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.signing import PASSPHRASE, Authority, authority

__all__ = ["hand"]

pytestmark = pytest.mark.usefixtures("pool")

FILED = (
    ("letter", "Công văn.pdf", filing.pdf(1)),
    ("explanation", "Giải trình.pdf", filing.pdf(2)),
    ("petition", "Đơn đề nghị.pdf", filing.pdf(3)),
    ("invoice", "Hóa đơn.pdf", filing.pdf(4)),
    ("contract", "Hợp đồng.docx", filing.word()),
    ("receipt", "Biên lai.jpg", pictures.jpeg(size=(600, 400))),
    ("licence", "Giấy phép.jpg", pictures.jpeg(size=(400, 600))),
    ("authorisation", "Giấy ủy quyền.pdf", filing.pdf(5)),
    ("expert_report", "Kết luận giám định.pdf", filing.pdf(6)),
    ("valuation", "Chứng thư.pdf", filing.pdf(7)),
    ("delivery_proof", "Phiếu báo phát.jpg", pictures.jpeg(size=(500, 300))),
    ("email", "Thư điện tử.eml", filing.mail()),
    ("video", "Ghi hình.mp4", filing.mp4()),
)
"""Twelve kinds of paper and a film: kind, name and bytes of each file."""
LONG_FILM = 60_000_000
"""Bytes: more than is enclosed in a PDF."""


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def file_everything(desk: Desk, case: Case) -> dict[str, bytes]:
    """File every kind; returns the bytes of each by its SHA-256."""
    kept = {}
    for kind, name, data in FILED:
        file = await filing.keep(desk, case.id, name, data)
        status, said = await act(
            desk,
            case,
            "sheets.filed",
            file_id=file,
            title=name,
            document_kind=kind,
            sender="Nguyễn Văn Mẫu",
            issued_on=today(),
            sheets=1,
            proves="Nội dung vụ việc",
        )
        assert status == 303, (kind, said)
        kept[hashlib.sha256(data).hexdigest()] = data
    return kept


def long_film() -> bytes:
    """A film with a box of noise behind it (ISO/IEC 14496-12, `free`)."""
    noise = random.Random(15).randbytes(LONG_FILM)
    return filing.mp4() + (len(noise) + 8).to_bytes(4, "big") + b"free" + noise


async def taken(case: Case, people: People, out: Path) -> None:
    """Take the package as the desk sends it, and hold it to a bound of memory."""
    made = await case_package.package(case.id, people.an.actor("desk"), "127.0.0.1")
    tracemalloc.start()
    try:
        with out.open("wb") as file:
            async for chunk in made.chunks:
                file.write(chunk)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < LONG_FILM / 4
    assert made.faults == []


def checked(package: Path, where: Path) -> dict[str, str]:
    """Check a package with others' programs alone; returns the SHA-256 of each of its files by its name."""
    assert tool("unzip", "-t", package).returncode == 0
    done = tool("unzip", "-q", package, "-d", where)
    assert done.returncode == 0, done.stderr
    sums = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"], cwd=where, capture_output=True, text=True, check=False
    )
    assert sums.returncode == 0, sums.stdout + sums.stderr
    found = {}
    for line in (where / "SHA256SUMS").read_text().splitlines():
        sha256, _, name = line.partition("  ")
        found[name] = sha256
    on_disk = {path.relative_to(where).as_posix() for path in where.rglob("*") if path.is_file()}
    assert on_disk == set(found) | {"SHA256SUMS"}
    manifest = json.loads((where / "manifest.json").read_text())
    assert {one["path"]: one["sha256"] for one in manifest["files"]} == {
        name: sha256 for name, sha256 in found.items() if name != "manifest.json"
    }
    with zipfile.ZipFile(package) as archive:
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}
    return found


async def pdf_of(document: UUID, people: People) -> bytes:
    async with transaction():
        data, _ = await issued_documents.pdf(document, people.an.actor("desk"), None)
    return data


def tool(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run somebody else's program."""
    assert shutil.which(str(words[0])), "apt-get install poppler-utils qpdf libnss3-tools unzip"
    return subprocess.run(
        [str(word) for word in words],
        capture_output=True,
        text=True,
        check=False,
        env=surroundings.for_child({"LC_ALL": "C.UTF-8"}),
    )


def run(variables: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run one of our commands as an operator does."""
    return subprocess.run(
        surroundings.command(*words),
        env=surroundings.for_child(variables),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.long
async def test_a_case_signed_in_every_way_is_exported_and_verified_by_others_programs(
    app: Litestar,
    people: People,
    issuer: Authority,
    hand: Hand,
    tmp_path: Path,
    servers: Servers,
    database: Database,
    settings: Settings,
) -> None:
    case = await cases_made.inspected(people)
    await by_file.certified(people.giang, issuer)
    document, hashed = await by_file.ready(case, "MQĐ20", people.giang)
    await by_file.issue(document, hashed, people.giang, PASSPHRASE)
    signed = {"file": await pdf_of(document, people)}

    agency = await by_agency.registered(people, by_agency.agency_file(issuer))
    await sealing.seal(document, agency, PASSPHRASE, people.nga.actor())
    signed["agency"] = await pdf_of(document, people)
    assert signed["agency"].startswith(signed["file"])

    key = await by_token.holds(people.giang, issuer)
    document, hashed = await by_file.ready(case, "MQĐ24", people.giang)
    given = await by_token.prepare(document, hashed, people.giang)
    sent = outside_signer.sign(given, key, stamps=issuer.folder)
    await outside.take(document, sent, people.giang.actor("desk"))
    signed["token"] = await pdf_of(document, people)
    assert signed["token"].startswith(given)

    document = await hand.print(case, "MQĐ24", people.giang, people.an)
    await hand.scan(document, people.an, scans.pdf())
    await hand.compare(document, people.nga)

    an = await Desk.of(app, people.an, people)
    kept = await file_everything(an, case)
    made = await case_file.make(case.id, people.an.actor("desk"), "127.0.0.1")
    whole = tmp_path / "file.pdf"
    whole.write_bytes(made.pdf)

    assert tool("qpdf", "--check", whole).returncode == 0
    inside = tmp_path / "inside"
    inside.mkdir()
    assert tool("pdfdetach", "-saveall", "-o", inside, whole).returncode == 0
    found = {
        hashlib.sha256(path.read_bytes()).hexdigest(): path.read_bytes()
        for path in inside.iterdir()
    }
    for sha256, data in kept.items():
        assert found.get(sha256) == data
    nss = f"sql:{tmp_path / 'nss'}"
    (tmp_path / "nss").mkdir()
    assert tool("certutil", "-N", "-d", nss, "--empty-password").returncode == 0
    for name in ("root", "issuing"):
        flags = "CT,C,C"
        pem = issuer.folder / f"{name}.pem"
        done = tool("certutil", "-A", "-d", nss, "-n", name, "-t", flags, "-a", "-i", pem)
        assert done.returncode == 0, done.stderr
    for way, data in signed.items():
        assert found.get(hashlib.sha256(data).hexdigest()) == data, way
        paper = tmp_path / f"{way}.pdf"
        paper.write_bytes(data)
        said = tool("pdfsig", "-nssdir", tmp_path / "nss", paper).stdout
        signers = [people.giang.full_name, *[by_agency.UNIT] * (way == "agency")]
        assert said.count("Signature is Valid.") == len(signers), (way, said)
        assert said.count("Certificate is Trusted.") == len(signers), (way, said)
        assert all(name in said for name in signers), (way, said)
        assert tool("qpdf", "--check", paper).returncode == 0

    film = long_film()
    file = await filing.keep(an, case.id, "Ghi hình dài.mp4", film)
    named = {"file_id": file, "title": "Ghi hình dài", "document_kind": "video", "sheets": 1}
    assert (await act(an, case, "sheets.filed", **named))[0] == 303
    await taken(case, people, tmp_path / "desk.zip")
    opened = tmp_path / "package"
    inside_zip = checked(tmp_path / "desk.zip", opened)
    assert hashlib.sha256(film).hexdigest() in inside_zip.values()
    for sha256 in kept:
        assert sha256 in inside_zip.values()
    for way, data in signed.items():
        [name] = [
            one for one, sha256 in inside_zip.items() if sha256 == hashlib.sha256(data).hexdigest()
        ]
        assert (way == "file") == ("chưa có dấu số" in name)
        said = tool("pdfsig", "-nssdir", tmp_path / "nss", opened / name).stdout
        assert said.count("Signature is Valid.") == said.count("Certificate is Trusted.") > 0
    names = sorted(inside_zip)
    assert sum("bản quét có chữ ký" in one for one in names) == 1
    assert sum("bản in chưa ký" in one for one in names) == 1
    [whole_pdf] = [one for one in names if one.startswith("00-")]
    assert tool("qpdf", "--check", opened / whole_pdf).returncode == 0
    assert tool("pdfdetach", "-list", opened / whole_pdf).stdout.startswith("0 ")

    number = (await case.facts()).opening.number
    out = tmp_path / "operator.zip"
    variables = {
        "HIENTRUONG_DATABASE_URL": database.app_dsn,
        "HIENTRUONG_S3_ENDPOINT": servers.store.endpoint,
        "HIENTRUONG_S3_ACCESS_KEY": "hientruong-app",
        "HIENTRUONG_S3_SECRET_KEY": servers.secrets["s3_secret"],
        "HIENTRUONG_SPOOL_DIR": str(tmp_path / "spool"),
        "HIENTRUONG_KEYS_DIR": str(settings.keys_dir),
    }
    words = ("--out", str(out), "--reason", "Tòa án yêu cầu", "--package")
    told = run(variables, "export-case", number, *words)
    assert told.returncode == 0, told.stderr
    assert hashlib.sha256(out.read_bytes()).hexdigest() in told.stdout
    by_operator = checked(out, tmp_path / "operator")
    assert {*by_operator} == {*inside_zip}
