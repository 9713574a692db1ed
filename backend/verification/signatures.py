"""Signatures of the server's own keys, checked anew."""

from typing import Any

from backend import keys
from backend.verification.findings import Report, Verdict


def check(
    report: Report, where: str, what: str, payload: dict[str, Any], key_id: str, signature: bytes
) -> None:
    """Report a signature that does not fit, or whose key is not in the keys' folder."""
    public = keys.current().public.get(key_id)
    if public is None:
        report.add(Verdict.INCOMPLETE, where, f"the {what} names a key that is not here: {key_id}")
    elif not keys.verify(payload, keys.b64url(signature), public):
        report.add(Verdict.TAMPERED, where, f"the {what}'s signature is not valid")
