"""When a paper made on site takes effect, and whose signatures its number waits for. Pure.

Who signs stands in the form (`x-signers`): each role that is required, or one whole set of those that may sign in its
place. A refusal before a witness stands for a signature (Law 15/2012 Art 58).
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from schemas.fieldwork.words import QuarantineCode


class PaperFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the paper that an act is about; None in its place where there is none."""

    inspection: str
    form: str
    written: str
    """Act of the writing in force."""
    officer: str
    """Who wrote it: the number is of his sequence."""
    numbered: bool


def missing_signers(schema: dict[str, Any], roles: Iterable[str]) -> list[str]:
    """Which roles still have to sign by the form, where these have signed or refused; in the form's order."""
    signed = frozenset(roles)
    return [
        signer["role"]
        for signer in schema.get("x-signers", [])
        if signer["required"]
        and signer["role"] not in signed
        and not any(signed.issuperset(group) for group in signer.get("instead", []))
    ]


def writing_fault(known: PaperFacts | None, inspection: str, form: str) -> str | None:
    """Say why a writing cannot take effect, or None. Whether it satisfies its form is judged elsewhere."""
    if known is None:
        return None
    if known.inspection != inspection or known.form != form:
        return QuarantineCode.DOCUMENT_ID_TAKEN
    return QuarantineCode.DOCUMENT_CLOSED if known.numbered else None


def signing_fault(known: PaperFacts | None, inspection: str) -> str | None:
    """Say why a signature cannot take effect, or None. `known` is the paper whose writing it names.

    Under a writing that was replaced it is kept beside that one; to a numbered paper nothing is added.
    """
    if known is None or known.inspection != inspection:
        return QuarantineCode.DOCUMENT_UNKNOWN
    return QuarantineCode.DOCUMENT_CLOSED if known.numbered else None


def numbering_fault(
    known: PaperFacts | None,
    inspection: str,
    form: str,
    written: str,
    officer: str,
    missing: list[str],
) -> str | None:
    """Say why a paper cannot take a number, or None; `missing` have not signed the writing in force.

    It bears the number of who wrote it (Circular 22/2021 Art 6.2), so `officer` is he. Whether the number itself may be
    used is the numbering's to say, and asked last.
    """
    if known is None or known.inspection != inspection or known.form != form:
        return QuarantineCode.DOCUMENT_UNKNOWN
    if known.numbered:
        return QuarantineCode.DOCUMENT_CLOSED
    if known.written != written or missing:
        return QuarantineCode.DOCUMENT_UNSIGNED
    return None if known.officer == officer else QuarantineCode.NUMBER_UNUSABLE
