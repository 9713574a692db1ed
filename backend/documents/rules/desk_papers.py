"""What may happen to a paper of the desk after its draft, and by whom, whichever record it is of. Pure.

Practice B3: a sheet signed by hand is in force from its signing; somebody who neither drafted nor
signed it nor sent its scan compares the scan with what was printed (B6: in his own unit or above).
"""

from typing import Protocol
from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role

_COMPARES = (Role.CLERK, Role.SUPERVISOR)
IN_FORCE = ("signed", "awaiting", "sent_back")
"""The states of a paper that somebody signed."""


class Paper(Protocol):
    """What these rules read of a paper."""

    @property
    def state(self) -> str:
        """How far it is. Each group has an enumeration of its own, with the same words."""

    @property
    def path(self) -> UnitPath:
        """The unit whose paper it is, with those above."""

    @property
    def drafted_by(self) -> UUID:
        """Who drafted it last."""

    @property
    def issued_by(self) -> UUID | None:
        """Who signed or printed it; None before that."""

    @property
    def scanned_by(self) -> UUID | None:
        """Who sent the scan that stands; None without one."""

    @property
    def signature_level(self) -> str | None:
        """PAdES level; None before the signature, and for one signed by hand."""

    @property
    def sealed_sha256(self) -> str | None:
        """Hash of the file with the agency's seal; None without one."""


def heads(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer is a head of the paper's unit or of one above it."""
    return actor.has(Role.SUPERVISOR) and scope.covers(actor, paper.path)


def may_scan(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer may send the scan of the signed sheet.

    The first comes from who signed, because it puts the paper in force in that name. A better one
    may come from any head or clerk.
    """
    if paper.state == "printed":
        return paper.issued_by == actor.officer_id
    clerk = actor.has(*_COMPARES) and scope.covers(actor, paper.path)
    return paper.state == "sent_back" and (clerk or paper.issued_by == actor.officer_id)


def may_compare(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer is a second person who compares the scan."""
    own = actor.officer_id in (paper.drafted_by, paper.issued_by, paper.scanned_by)
    able = actor.has(*_COMPARES) and scope.covers(actor, paper.path)
    return paper.state == "awaiting" and able and not own


def dispatches(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer enters how the paper went out: a clerk or a head of its unit, or above."""
    return actor.has(*_COMPARES) and scope.covers(actor, paper.path)


def seal_fault(paper: Paper) -> str | None:
    """Return why the paper gets no digital seal, as the end of a code; None if it may.

    An officer must have signed its file here. On a sheet signed by hand the seal is ink.
    """
    if paper.state == "discarded":
        return "cancelled"
    if paper.state in ("draft", "final"):
        return "unsigned"
    if paper.signature_level is None:
        return "ink"
    return "twice" if paper.sealed_sha256 is not None else None
