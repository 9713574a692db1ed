"""The service of signing: its functions under one name. Each is documented in its own module."""

from backend.core.settings import Settings
from backend.documents.queries.signing import CertificateRow
from backend.documents.rules.signing import masked, new_code, read_code
from backend.documents.signing import agency, trust
from backend.documents.signing.agency import is_of_unit, list_of_unit
from backend.documents.signing.certificates import (
    list_of,
    open_certificate,
    register_pkcs11,
    register_pkcs12,
    register_public,
    revoke,
)
from backend.documents.signing.guarding import forget_old as forget_old_failures
from backend.documents.signing.opening import OpenedCertificate
from backend.documents.signing.own_certificates import signs, standing
from backend.documents.signing.pades import SignedPdf, sign_pdf
from backend.documents.signing.validating import validate_pdf


def start(settings: Settings) -> None:
    """Load trusted roots, revocation lists and the time-stamp service, once for this process."""
    trust.load(settings)


def has_tokens() -> bool:
    """Tell whether this installation has a module for signing tokens."""
    return trust.current().pkcs11_module is not None


__all__ = [
    "CertificateRow",
    "OpenedCertificate",
    "SignedPdf",
    "agency",
    "forget_old_failures",
    "has_tokens",
    "is_of_unit",
    "list_of",
    "list_of_unit",
    "masked",
    "new_code",
    "open_certificate",
    "read_code",
    "register_pkcs11",
    "register_pkcs12",
    "register_public",
    "revoke",
    "sign_pdf",
    "signs",
    "standing",
    "start",
    "validate_pdf",
]
