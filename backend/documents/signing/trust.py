"""Whom we trust, who stamps the time, and what is known of revoked certificates: read once, from the settings.

Nothing is trusted because the operating system does: an installation names the roots under which its officers'
certificates were issued (in Viet Nam the national root and its licensed or specialised-use authorities).
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import structlog
from asn1crypto import crl as asn1_crl
from asn1crypto import pem
from asn1crypto import x509 as asn1_x509
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from backend.core.settings import Settings
from backend.documents.signing.fetching import backend as fetching_backend
from backend.documents.signing.timestamps import HttpTimeStamper, LocalTimeStamper
from schemas.documents.signatures import Level


class Trust(msgspec.Struct, frozen=True, kw_only=True):
    """Roots, intermediates, revocation lists; and how this installation signs."""

    roots: tuple[Any, ...] = ()
    others: tuple[Any, ...] = ()
    crls: tuple[Any, ...] = ()
    fetch: bool = False
    """Ask the addresses in certificates for revocation lists, OCSP answers and issuers, where `hosts` has them."""
    hosts: tuple[str, ...] = ()
    """host or host:port, the only ones that are asked."""
    tsa_url: str | None = None
    tsa_folder: Path | None = None
    """Key and certificate of a time-stamp service of our own: demonstrations only."""
    at_least: Level = "B-B"
    pkcs11_module: str | None = None
    pkcs11_token: str | None = None

    def context(self, moment: datetime | None = None, **more: Any) -> ValidationContext:
        """What pyHanko checks chains with. With a moment in the past only what is at hand counts."""
        fetching = self.fetch and bool(self.hosts) and moment is None
        return ValidationContext(
            trust_roots=list(self.roots),
            other_certs=list(self.others),
            crls=list(self.crls),
            allow_fetching=fetching,
            fetcher_backend=fetching_backend(self.hosts) if fetching else None,
            moment=moment,
            **more,
        )

    def store(self) -> SimpleCertificateStore:
        """The chain's certificates, to be put beside a signature."""
        store = SimpleCertificateStore()
        store.register_multiple([*self.others, *self.roots])
        return store

    def time_stamper(self) -> Any:
        """A new one for each signing; None where none is configured."""
        if self.tsa_url:
            return HttpTimeStamper(self.tsa_url)
        if self.tsa_folder and (self.tsa_folder / "tsa.key").is_file():
            return LocalTimeStamper.load(self.tsa_folder)
        return None


def read_certificates(files: Iterable[Path]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Certificates of PEM or DER files as (roots, others): who signed himself is a root."""
    found = [asn1_x509.Certificate.load(der) for file in files for der in _ders(file)]
    roots = tuple(each for each in found if each.self_issued)
    return roots, tuple(each for each in found if not each.self_issued)


def read_crls(files: Iterable[Path]) -> tuple[Any, ...]:
    """Revocation lists of PEM or DER files."""
    return tuple(asn1_crl.CertificateList.load(der) for file in files for der in _ders(file))


def _ders(file: Path) -> list[bytes]:
    data = file.read_bytes()
    if not pem.detect(data):
        return [data]
    return [der for _, _, der in pem.unarmor(data, multiple=True)]


def _files(place: Path | None, *suffixes: str) -> list[Path]:
    if place is None:
        return []
    if place.is_dir():
        return sorted(file for file in place.iterdir() if file.suffix in suffixes)
    return [place]


_log = structlog.get_logger("signing")
_current: Trust = Trust()


def load(settings: Settings) -> Trust:
    """Read the files that the settings name and keep them for this process. OSError or ValueError where one is bad."""
    global _current
    if settings.revocation_fetch and not settings.revocation_hosts:
        _log.warning("revocation_fetch_without_hosts", setting="HIENTRUONG_REVOCATION_HOSTS")
    demo = settings.demo_pki_dir
    places = [settings.trust_roots] if settings.trust_roots else []
    places += [demo] if demo and demo.is_dir() else []
    roots, others = read_certificates(
        [file for place in places for file in _files(place, ".pem", ".crt", ".cer")]
    )
    lists = [settings.crls] if settings.crls else []
    lists += [demo] if demo and demo.is_dir() else []
    _current = Trust(
        roots=roots,
        others=others,
        crls=read_crls([file for place in lists for file in _files(place, ".crl")]),
        fetch=settings.revocation_fetch,
        hosts=settings.revocation_hosts,
        tsa_url=settings.tsa_url,
        tsa_folder=demo,
        at_least=settings.signature_level,
        pkcs11_module=settings.pkcs11_module,
        pkcs11_token=settings.pkcs11_token,
    )
    return _current


def current() -> Trust:
    """What this process trusts: nobody before load()."""
    return _current
