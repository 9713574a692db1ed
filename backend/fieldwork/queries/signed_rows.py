"""What a row of a signature says to the rules: who signed or refused, and when."""

from datetime import datetime

import msgspec

from backend.fieldwork.rules.refusals import Signed
from schemas.fieldwork.acts import Refusal


class SignedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A signature under minutes or under a paper made on site, or a refusal to give it."""

    role: str
    name: str
    refusal: Refusal | None
    made_at: datetime

    @property
    def signed(self) -> Signed:
        """What the rules know of it."""
        return signed(self.role, self.name, self.refusal, self.made_at)


def signed(role: str, name: str, refusal: Refusal | None, made_at: datetime) -> Signed:
    """Return a signature, or a refusal, as the rules know it."""
    ordered = refusal is not None and refusal.order == 1
    return Signed(
        role=role, refused=refusal is not None, name=name, made_at=made_at, ordered=ordered
    )
