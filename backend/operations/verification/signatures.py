"""Signatures of the server's own keys, checked anew."""

from typing import Any

from backend.core import keys
from backend.operations.verification.findings import Report, Verdict


def check(
    report: Report, where: str, what: str, payload: dict[str, Any], key_id: str, signature: bytes
) -> None:
    """Report a signature that does not fit, or whose key neither the folder of keys nor the register knows.

    Any key of the ring will do, whatever its day: what a stolen one signed is told by
    backend/operations/verification/ring.py.
    """
    public = keys.current().public.get(key_id)
    if public is None:
        first, count = report.unknown_keys.get((what, key_id), (where, 0))
        report.unknown_keys[what, key_id] = first, count + 1
    elif not keys.verify(payload, keys.b64url(signature), public):
        report.add(Verdict.TAMPERED, where, f"the {what}'s signature is not valid")


def tell_unknown_keys(report: Report) -> None:
    """One finding a key, however much it signed: a lost folder of keys would be a finding for every entry."""
    for (what, key_id), (first, count) in sorted(report.unknown_keys.items()):
        report.add(
            Verdict.INCOMPLETE,
            f"{first}, and {count - 1} more" if count > 1 else first,
            f"the {what} names a key that is not here: {key_id}",
        )
