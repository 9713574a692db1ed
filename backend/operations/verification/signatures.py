"""Checks signatures of the server's own keys again."""

from typing import Any

from backend.core import keys
from backend.operations.verification.findings import Report, Verdict


def check(
    report: Report, where: str, what: str, payload: dict[str, Any], key_id: str, signature: bytes
) -> None:
    """Report an invalid signature, or one by a key that neither key folder nor register has.

    Any key of the ring is accepted, regardless of dates. What a stolen key signed is reported in
    backend/operations/verification/ring.py.
    """
    public = keys.current().public.get(key_id)
    if public is None:
        first, count = report.unknown_keys.get((what, key_id), (where, 0))
        report.unknown_keys[what, key_id] = first, count + 1
    elif not keys.verify(payload, keys.b64url(signature), public):
        report.add(Verdict.TAMPERED, where, f"the {what}'s signature is not valid")


def tell_unknown_keys(report: Report) -> None:
    """Report one finding per unknown key, however much it signed.

    Otherwise a lost folder of keys would mean a finding for every entry.
    """
    for (what, key_id), (first, count) in sorted(report.unknown_keys.items()):
        report.add(
            Verdict.INCOMPLETE,
            f"{first}, and {count - 1} more" if count > 1 else first,
            f"the {what} names a key that is not here: {key_id}",
        )
