"""The hash of what a paper says: the one by which paper, desk, phone and /verify are compared.

It is the SHA-256 of the RFC 8785 form of `{form, form_version, fields}`: what people read and
signed, without number, signatures and layout. A file has a hash of its own besides. Papers show the
first 16 characters in groups of four; a phone computes the same without a signal. Papers of cases
that were issued before show the first 16 characters of their fields' hash, and papers made on older
phones the first 8 of this one (docs/decisions/0021).
"""

from typing import Any

from backend.core.canonical_json import sha256_hex

_SHOWN, _GROUP = 16, 4


def of(form: str, form_version: int, fields: dict[str, Any]) -> str:
    """Return the hash, in hex."""
    return sha256_hex({"form": form, "form_version": form_version, "fields": fields})


def mark(content_sha256: str) -> str:
    """Return how papers and screens show the hash: `a9dd 4a20 33f1 0c9e`."""
    return " ".join(content_sha256[at : at + _GROUP] for at in range(0, _SHOWN, _GROUP))


def mark_on_site(content_sha256: str, code: str | None) -> str:
    """Return the mark of a paper made on a phone: of one without a code only eight characters.

    Older phones show so many, and papers that are in people's hands stay as they are.
    """
    return mark(content_sha256) if code else f"{content_sha256[:4]} {content_sha256[4:8]}"
