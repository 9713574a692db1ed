"""Trusted roots, revocation lists and the time-stamp service, read once from the settings.

The operating system's trust store is not used. An installation names the roots under which its
officers' certificates were issued (in Viet Nam the national root and its licensed or
specialised-use authorities).
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
    """Roots, intermediates (`others`), revocation lists, and how this installation signs."""

    roots: tuple[Any, ...] = ()
    others: tuple[Any, ...] = ()
    crls: tuple[Any, ...] = ()
    fetch: bool = False
    """Fetch CRLs, OCSP answers and issuers from addresses in certificates, if these are in `hosts`."""
    hosts: tuple[str, ...] = ()
    """The only hosts that are requested, as host or host:port."""
    tsa_url: str | None = None
    tsa_folder: Path | None = None
    """Key and certificate of our own time-stamp service, for demonstrations only."""
    at_least: Level = "B-B"
    pkcs11_module: str | None = None
    pkcs11_token: str | None = None

    def context(self, moment: datetime | None = None, **more: Any) -> ValidationContext:
        """Return pyHanko's context for checking chains. With a `moment`, nothing is fetched."""
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
        """Return the certificates of chains, to be embedded with a signature."""
        store = SimpleCertificateStore()
        store.register_multiple([*self.others, *self.roots])
        return store

    def time_stamper(self) -> Any:
        """Return a new time-stamper, to be used for one signing; None if none is configured."""
        if self.tsa_url:
            return HttpTimeStamper(self.tsa_url)
        if self.tsa_folder and (self.tsa_folder / "tsa.key").is_file():
            return LocalTimeStamper.load(self.tsa_folder)
        return None


def read_certificates(files: Iterable[Path]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Read certificates of PEM or DER files as (roots, others). Self-issued ones are roots."""
    found = [asn1_x509.Certificate.load(der) for file in files for der in _ders(file)]
    roots = tuple(each for each in found if each.self_issued)
    return roots, tuple(each for each in found if not each.self_issued)


def read_crls(files: Iterable[Path]) -> tuple[Any, ...]:
    """Read revocation lists of PEM or DER files."""
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
    """Read the files that the settings name and keep them for this process.

    Raises OSError or ValueError if one cannot be read.
    """
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
    """Return what this process trusts; no root before load()."""
    return _current
