"""Which officers have certificates, and whether one is usable now: for the owner's page. Pure."""

from datetime import datetime
from typing import Literal

from backend.core.actors import Actor
from backend.documents.queries.signing import CertificateRow
from schemas.core.vocabulary import Role

CertificateStanding = Literal["revoked", "held", "expired", "valid"]
_SIGNERS = (Role.SUPERVISOR, Role.TEAM_LEADER, Role.INSPECTOR)


def signs(actor: Actor) -> bool:
    """Tell whether an officer signs papers, and so may have certificates."""
    return actor.has(*_SIGNERS)


def standing(row: CertificateRow, now: datetime) -> CertificateStanding:
    """Return the state of a certificate.

    Only a valid one signs; a held one must be registered again first.
    """
    if row.revoked_at:
        return "revoked"
    if row.valid_to < now:
        return "expired"
    return "held" if row.held_since else "valid"
