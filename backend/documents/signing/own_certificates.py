"""Whose certificates there are, and what one is worth now: what its owner's page asks. Pure."""

from datetime import datetime
from typing import Literal

from backend.core.actors import Actor
from backend.documents.signing.certificates import CertificateRow
from schemas.core.vocabulary import Role

CertificateStanding = Literal["revoked", "held", "expired", "valid"]
_SIGNERS = (Role.SUPERVISOR, Role.TEAM_LEADER, Role.INSPECTOR)


def signs(actor: Actor) -> bool:
    """Whether he signs papers at all, so that he has certificates."""
    return actor.has(*_SIGNERS)


def standing(row: CertificateRow, now: datetime) -> CertificateStanding:
    """What can be signed with it: only with a valid one; one that is held has to be registered again first."""
    if row.revoked_at:
        return "revoked"
    if row.valid_to < now:
        return "expired"
    return "held" if row.held_since else "valid"
