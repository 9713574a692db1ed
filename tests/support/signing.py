"""A certification authority for tests, and PDFs to sign. Nothing here uses a network."""

import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import typst
from asn1crypto import tsp

from backend.documents.signing import opening, service, trust
from backend.documents.signing.opening import OpenedCertificate
from backend.documents.signing.timestamps import LocalTimeStamper
from backend.documents.signing.trust import Trust
from backend.ledger.service import Accepted
from deploy.demo import ca
from tests.support.people import Person

PASSPHRASE = "đường lên dốc đá"
NAME, NUMBER = "Bùi Hương Giang", "01-QLTT0007"


class Authority(NamedTuple):
    """The demonstration's authority, in a folder of a test."""

    folder: Path
    issuing: ca.Pair

    def trust(
        self, *, stamps: bool = True, lists: bool = True, revoked: tuple[int, ...] = ()
    ) -> Trust:
        """Trust in this authority, with or without its time-stamps and revocation lists."""
        roots, others = trust.read_certificates(
            [self.folder / name for name in ("root.pem", "issuing.pem", "tsa.pem")]
        )
        crls = trust.read_crls([self.folder / "root.crl", self.folder / "issuing.crl"])
        if revoked:
            listed = self.folder / "later.crl"
            listed.write_bytes(ca.revocations(self.issuing, list(revoked)))
            crls = trust.read_crls([self.folder / "root.crl", listed])
        return Trust(
            roots=roots,
            others=others,
            crls=crls if lists else (),
            tsa_folder=self.folder if stamps else None,
        )

    def opened(self, name: str = NAME, number: str = NUMBER) -> OpenedCertificate:
        """An officer's certificate, opened."""
        data = ca.officer_pkcs12(self.issuing, name, number, PASSPHRASE)
        return opening.open_pkcs12(data, PASSPHRASE, self.trust())

    def other(self, **how: object) -> tuple[ca.Pair, bytes]:
        """An unusual certificate with its PKCS#12 file."""
        more: dict[str, object] = {"number": NUMBER} | how
        name = str(more.pop("name", NAME))
        pair = ca.issue(name, self.issuing, **more)  # type: ignore[arg-type]
        return pair, ca.to_pkcs12(pair, [self.issuing.certificate], PASSPHRASE)


def authority(folder: Path) -> Authority:
    """Create an authority in `folder`/pki."""
    made = ca.make(folder)
    return Authority(made, ca.load_issuing(made))


@cache
def paper() -> bytes:
    """A PDF/A-2a of one page, like the papers, made by Typst."""
    source = (
        '#set document(title: "Biên bản vi phạm hành chính", date: datetime(year: 2026, month: 11, day: 24))\n'
        '#set text(lang: "vi")\n= Biên bản vi phạm hành chính\nCộng hòa xã hội chủ nghĩa Việt Nam'
    )
    made: bytes = typst.compile(
        source.encode(), format="pdf", pdf_standards=["a-2a"], ignore_system_fonts=True
    )
    return made


class _Patient(BaseHTTPRequestHandler):
    """A time-stamp service that answers only when it is told to."""

    stamper: LocalTimeStamper
    asked: threading.Event
    go_on: threading.Event

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        self.asked.set()
        self.go_on.wait(9)
        body = self.stamper.respond(tsp.TimeStampReq.load(asked)).dump()
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log nothing."""


class Stamps:
    """A test's time-stamp service. It is silent until `go_on` is set; `asked` is set when somebody
    waits for it."""

    def __init__(self, folder: Path) -> None:
        self.asked, self.go_on = threading.Event(), threading.Event()
        handler = type(
            "Stamps",
            (_Patient,),
            {
                "stamper": LocalTimeStamper.load(folder),
                "asked": self.asked,
                "go_on": self.go_on,
            },
        )
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/tsa"

    def stop(self) -> None:
        self.go_on.set()
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


async def certify(person: Person, issuer: Authority) -> None:
    """Give an officer their own certificate."""
    data = ca.officer_pkcs12(issuer.issuing, person.full_name, person.officer_number, PASSPHRASE)
    outcome = await service.register_pkcs12(person.actor(), person.id, data, PASSPHRASE)
    assert isinstance(outcome, Accepted)
