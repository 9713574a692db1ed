"""Whether a certificate's chain leads to a trusted root, and none of it is known to be revoked."""

from typing import Any

from pyhanko_certvalidator import CertificateValidator
from pyhanko_certvalidator.errors import InsufficientRevinfoError

from backend.documents.signing.trust import Trust


async def validate(certificate: Any, given: Trust) -> None:
    """Build the chain. Raises RevokedError, or another PathError or ValidationError of the library.

    The first attempt requires revocation information for every link. If there is none, a second
    attempt goes without. By default the library consults a revocation list only if the certificate
    names the address of one.
    """
    try:
        await _validate(certificate, given, "require")
    except InsufficientRevinfoError:
        await _validate(certificate, given, "soft-fail")


async def _validate(certificate: Any, given: Trust, mode: str) -> None:
    context = given.context(revocation_mode=mode)
    await CertificateValidator(certificate, validation_context=context).async_validate_path()
