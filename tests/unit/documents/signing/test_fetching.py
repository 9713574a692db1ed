"""Which addresses of a certificate our server asks: a stranger's certificate does not choose them."""

import gzip
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID
from pyhanko_certvalidator.errors import PathBuildingError
from yarl import URL

from backend.documents.signing import chains, fetching
from backend.documents.signing.fetching import is_listed, is_public
from backend.documents.signing.trust import Trust
from deploy.demo import ca


class _Issuers(BaseHTTPRequestHandler):
    """Gives an issuer's certificate, or leads on to where it is given."""

    issuer: bytes
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/much":
            self.much()
            return
        leads = self.path.startswith("/lead/")
        self.send_response(302 if leads else 200)
        if leads:
            self.send_header("Location", "http://" + self.path.removeprefix("/lead/"))
        self.send_header("Content-Type", "application/pkix-cert")
        self.send_header("Content-Length", "0" if leads else str(len(self.issuer)))
        self.end_headers()
        if not leads:
            self.wfile.write(self.issuer)

    def much(self) -> None:
        """An answer that says no length, and is a thousand times what travels."""
        self.send_response(200)
        self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(gzip.compress(bytes(4_000_000)))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Place:
    """A root that we trust, an issuer that we do not have, and where its certificate can be fetched."""

    def __init__(self) -> None:
        self.root = ca.issue("Gốc", None, authority=1)
        self.issuing = ca.issue("Cấp dưới", self.root, authority=0)
        self.asked: list[str] = []
        handler = type(
            "Issuers",
            (_Issuers,),
            {"issuer": self.issuing.certificate.public_bytes(Encoding.DER), "asked": self.asked},
        )
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.port = self.server.server_port
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        self.thread.start()

    def trust(self, *hosts: str) -> Trust:
        """With fetching on, of these hosts."""
        root = asn1_x509.Certificate.load(self.root.certificate.public_bytes(Encoding.DER))
        return Trust(roots=(root,), fetch=True, hosts=hosts)

    def certificate(self, issuer_at: str) -> asn1_x509.Certificate:
        """An officer's, which says where its issuer's lies."""
        now = datetime.now(UTC)
        key = ec.generate_private_key(ec.SECP256R1())
        where = x509.AccessDescription(
            AuthorityInformationAccessOID.CA_ISSUERS, x509.UniformResourceIdentifier(issuer_at)
        )
        made = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Bùi Hương Giang")]))
            .issuer_name(self.issuing.certificate.subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(minutes=5))
            .not_valid_after(now + timedelta(days=5))
            .add_extension(x509.AuthorityInformationAccess([where]), critical=False)
            .sign(self.issuing.key, hashes.SHA256())
        )
        return asn1_x509.Certificate.load(made.public_bytes(Encoding.DER))


@pytest.fixture
def place() -> Iterator[Place]:
    made = Place()
    yield made
    made.server.shutdown()
    made.server.server_close()
    made.thread.join()


async def test_the_address_in_a_certificate_is_asked_where_it_is_listed(place: Place) -> None:
    address = f"127.0.0.1:{place.port}"
    await chains.validate(place.certificate(f"http://{address}/issuer"), place.trust(address))
    assert set(place.asked) == {"/issuer"}


async def test_who_sends_a_certificate_does_not_choose_whom_our_server_asks(place: Place) -> None:
    """A private address, listed as nothing or as another port: what runs in our own network is not to be reached."""
    certificate = place.certificate(f"http://127.0.0.1:{place.port}/secrets")
    for hosts in ((), ("127.0.0.1",), ("ca.gov.vn", "127.0.0.1:1")):
        with pytest.raises(PathBuildingError):
            await chains.validate(certificate, place.trust(*hosts))
    assert place.asked == []


async def test_a_listed_name_that_leads_into_our_own_network_is_not_asked(place: Place) -> None:
    host = f"localhost:{place.port}"
    with pytest.raises(PathBuildingError):
        await chains.validate(place.certificate(f"http://{host}/secrets"), place.trust(host))
    assert place.asked == []


async def test_a_listed_host_cannot_lead_on_to_another(place: Place) -> None:
    listed, other = f"127.0.0.1:{place.port}", f"127.0.0.2:{place.port}"
    certificate = place.certificate(f"http://{listed}/lead/{other}/secrets")
    with pytest.raises(PathBuildingError):
        await chains.validate(certificate, place.trust(listed))
    assert set(place.asked) == {f"/lead/{other}/secrets"}


async def test_an_answer_without_a_length_does_not_fill_our_memory(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "_MOST_BYTES", 1_000_000)
    address = f"127.0.0.1:{place.port}"
    session = fetching._Session(frozenset([address]))
    async with session.get(f"http://{address}/much") as answer:
        with pytest.raises(fetching.NotListed):
            await answer.read()


@pytest.mark.parametrize(
    ("address", "listed"),
    [
        ("http://ca.gov.vn/a.crt", True),
        ("https://CA.gov.vn/a.crt", True),
        ("http://ca.gov.vn:80/", True),
        ("http://ca.gov.vn:8080/", False),
        ("http://ocsp.gov.vn:8080/", True),
        ("http://ocsp.gov.vn/", False),
        ("http://ca.gov.vn.example/", False),
        ("http://x.ca.gov.vn/", False),
        ("http://ca.gov.vn@10.0.0.1/", False),
        ("http://somebody:word@ca.gov.vn/", False),
        ("ldap://ca.gov.vn/", False),
        ("file:///etc/passwd", False),
        ("http://[fd00::7]:80/", True),
    ],
)
def test_listed_is_host_and_port_exactly(address: str, listed: bool) -> None:
    assert is_listed(URL(address), ["ca.gov.vn", "ocsp.gov.vn:8080", "[fd00::7]"]) is listed


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("10.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("2606:4700::1111", True),
        ("::1", False),
        ("fd00::7", False),
        ("fe80::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:0a00:0001::1", False),
        ("2002:0808:0808::1", True),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::808:808", True),
    ],
)
def test_no_address_leads_into_our_own_network_by_way_of_another(
    address: str, public: bool
) -> None:
    assert is_public(address) is public
