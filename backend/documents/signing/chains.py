"""Whether a certificate leads to somebody whom we trust, and is not revoked as far as can be known."""

from typing import Any

from pyhanko_certvalidator import CertificateValidator
from pyhanko_certvalidator.errors import InsufficientRevinfoError

from backend.documents.signing.trust import Trust


async def validate(certificate: Any, given: Trust) -> None:
    """Build the chain. Raises RevokedError, or another PathError or ValidationError of the library.

    First with revocation information demanded for every link, and only where there is none without it: left to itself
    the library looks into a revocation list only where the certificate names an address of one.
    """
    try:
        await _validate(certificate, given, "require")
    except InsufficientRevinfoError:
        await _validate(certificate, given, "soft-fail")


async def _validate(certificate: Any, given: Trust, mode: str) -> None:
    context = given.context(revocation_mode=mode)
    await CertificateValidator(certificate, validation_context=context).async_validate_path()
