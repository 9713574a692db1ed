"""When acts about a paper made on site take effect, and which signatures a number needs. Pure.

The form says who signs (`x-signers`): each required role, or instead of it one complete set of
roles that may sign in its place. Which refusals count as a signature: refusals.py.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from schemas.fieldwork.words import QuarantineCode


class PaperFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the paper that an act is about; functions get None if there is none."""

    inspection: str
    form: str
    written: str
    """The id of the act that wrote the version in force."""
    officer: str
    """The officer who wrote it. The paper's number comes from this officer's sequence."""
    numbered: bool


def missing_signers(schema: dict[str, Any], roles: Iterable[str]) -> list[str]:
    """Return the roles that still have to sign, in the form's order.

    `roles` are signed for (refusals.counted).
    """
    signed = frozenset(roles)
    return [
        signer["role"]
        for signer in schema.get("x-signers", [])
        if signer["required"]
        and signer["role"] not in signed
        and not any(signed.issuperset(group) for group in signer.get("instead", []))
    ]


def writing_fault(known: PaperFacts | None, inspection: str, form: str) -> str | None:
    """Say why the writing of a paper cannot take effect, or None.

    Whether it satisfies its form is checked elsewhere.
    """
    if known is None:
        return None
    if known.inspection != inspection or known.form != form:
        return QuarantineCode.DOCUMENT_ID_TAKEN
    return QuarantineCode.DOCUMENT_CLOSED if known.numbered else None


def signing_fault(known: PaperFacts | None, inspection: str) -> str | None:
    """Say why a signature cannot take effect, or None. `known` is the paper whose writing it names.

    A signature under a writing that was replaced is accepted and kept with that writing. Nothing is
    added to a paper that has a number.
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
    """Say why a paper cannot take a number, or None.

    `missing` are roles that have not signed the writing in force. The number comes from the
    sequence of the officer who wrote the paper (Circular 22/2021 Art 6.2), so `officer` must be
    that officer. backend.force.numbers decides afterwards whether the number itself may be used.
    """
    if known is None or known.inspection != inspection or known.form != form:
        return QuarantineCode.DOCUMENT_UNKNOWN
    if known.numbered:
        return QuarantineCode.DOCUMENT_CLOSED
    if known.written != written or missing:
        return QuarantineCode.DOCUMENT_UNSIGNED
    return None if known.officer == officer else QuarantineCode.NUMBER_UNUSABLE


def minutes_numbering_fault(
    writer: str | None, numbered: bool, form: str, asked: str, officer: str, unsigned: bool
) -> str | None:
    """Say why the inspection's minutes cannot take a number, or None.

    `writer` wrote them, or None if they are not here; `form` is theirs, `asked` the one that the
    act names. `unsigned` tells whether somebody still has to sign. The number comes from the
    sequence of the officer who wrote them (Circular 22/2021 Art 6.2) after all signatures (Art
    6.4), whether or not other minutes were written since: people hold these.
    """
    if writer is None:
        return QuarantineCode.MINUTES_UNKNOWN
    if numbered:
        return QuarantineCode.DOCUMENT_CLOSED
    if unsigned:
        return QuarantineCode.DOCUMENT_UNSIGNED
    return None if (writer, form) == (officer, asked) else QuarantineCode.NUMBER_UNUSABLE
