"""What a paper's PDF is made from: fields, letterhead, number, and the place of the signature."""

from datetime import datetime
from typing import Any, NamedTuple, Protocol

from backend.core import local_time
from backend.documents import content_hash, public_checks
from backend.documents import service as documents
from backend.documents.layout import provinces, wording
from backend.documents.rules import signers
from schemas.documents.papers import Letterhead, PaperContent, PaperSignature


class Filled(NamedTuple):
    """A form with its fields."""

    form: str
    version: int
    fields: dict[str, Any]


class Signer(Protocol):
    """A signer as papers name them, with the unit and the one above it."""

    @property
    def full_name(self) -> str:
        """The signer's name."""

    @property
    def title_vi(self) -> str:
        """The title that the paper prints; empty for none."""

    @property
    def unit_code(self) -> str:
        """The code of the signer's unit, which tells its place."""

    @property
    def unit_name(self) -> str:
        """The unit on the letterhead."""

    @property
    def superior_name(self) -> str | None:
        """The unit above it; None if there is none."""


def content(
    paper: Filled,
    issuer: Signer,
    *,
    number: str | None = None,
    code: str | None = None,
    now: datetime | None = None,
    signed_electronically: bool = False,
    signed_elsewhere: bool = False,
    draft: bool = False,
) -> PaperContent:
    """Return a paper's content for its layout; without a number it is a draft.

    Unless the server signs it in the same command, the file leaves before it is signed, and its QR
    code says so. `signed_elsewhere`: electronically, by the signer's own program.
    """
    own = signers.own_role(documents.get_form(paper.form, paper.version))
    note = None
    if signed_electronically and now is not None:
        note = f"Ký số: {issuer.full_name}\n{wording.signed_at(now)}"
    signature = (
        PaperSignature(role=own, name=issuer.full_name, title=issuer.title_vi or None, note=note)
        if own
        else None
    )
    return PaperContent(
        form=paper.form,
        version=paper.version,
        fields=paper.fields,
        letterhead=Letterhead(
            superior=issuer.superior_name,
            issuer=issuer.unit_name,
            place=provinces.place_of(issuer.unit_code),
        ),
        number=number,
        issued_on=local_time.day_of(now) if now else None,
        signatures=[signature] if signature else [],
        short_hash=content_hash.mark(content_hash.of(*paper)),
        code=code,
        verify_url=public_checks.qr_url(code) if code else None,
        statement=public_checks.statement(
            code,
            paper.form,
            number,
            local_time.day_of(now) if now else None,
            issuer.unit_name,
            content_hash.of(*paper),
            before_signing=signed_elsewhere or not signed_electronically,
        ),
        draft=draft,
    )
