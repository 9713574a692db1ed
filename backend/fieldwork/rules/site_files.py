"""When a file of minutes or of another paper made on site may be entered. Pure."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec

from backend.core.canonical_json import sha256_hex


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """One writing of minutes or of a paper, with what is known of its number and its files."""

    maker_id: UUID
    form: str
    form_version: int
    fields: dict[str, Any]
    number: str | None
    number_void: bool
    replaced: bool
    """Another writing took its place."""
    signatures: list[UUID]
    """The acts of the hand signatures under it, in their order."""
    signed: bool
    """Its maker's file is there."""
    sealed: list[list[UUID]]
    """The signatures that each of its sealed files shows."""


def seen(content_sha256: str, signatures: Sequence[UUID]) -> str:
    """Return the hash of what a file shows, by which a signer names what was looked at."""
    said = {"content": content_sha256, "signatures": [str(one) for one in signatures]}
    return sha256_hex(said)


def signing_fault(known: Written | None, officer_id: UUID) -> str | None:
    """Return the code of why this officer may not sign the writing with a certificate now, or None."""
    if known is None:
        return "site_paper_unknown"
    if known.maker_id != officer_id:
        return "site_paper_not_maker"
    if known.signed:
        return "site_paper_signed"
    if known.number is None:
        return "site_paper_unnumbered"
    if known.number_void:
        return "site_paper_number_void"
    return "site_paper_replaced" if known.replaced else None


def sealing_fault(known: Written | None) -> str | None:
    """Return the code of why the server may not enter a sealed file of the writing, or None."""
    if known is None:
        return "site_paper_unknown"
    if known.signed:
        return "site_paper_signed"
    return "site_paper_sealed" if known.signatures in known.sealed else None
