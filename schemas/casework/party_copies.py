"""Copies for the party: the second code as it is given, what was done with it, what it opens."""

from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.documents.signatures import PublicDocument

CopyState = Literal["open", "locked", "expired", "ended"]
"""`locked`: five wrong tries. `ended`: a newer code took its place."""


CopyWay = Literal["screen", "slip_58", "slip_80", "a4"]
"""How a copy was handed over: its codes shown on a screen and photographed, on a thermal slip, or as the A4 print."""

CopyLayout = Literal["a4", "slip_58", "slip_80", "picture_58", "picture_80"]
"""What is printed. `slip_…`: a PDF as wide as the paper. `picture_…`: a PNG as wide as the print head, a
dot of the printer to a pixel, for printer apps that take no PDF."""

Line = Annotated[
    str,
    Meta(min_length=1, max_length=200, pattern=r"^(?=.*\S)[^\x00-\x1f\x7f\u2028\u2029]+$(?!\n)"),
]
Moment = Annotated[datetime, Meta(tz=True)]
"""With its zone: without one it would be the hour of wherever the server stands."""
_FIRST, _LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


def _within(at: datetime) -> None:
    """Raise ValueError for a moment that some zone's calendar does not have; a lost clock shows 1970."""
    if not _FIRST <= at < _LAST:
        raise ValueError("outside the calendar")


class Appointment(Wire):
    """When and where the party is to come."""

    at: Moment
    place: Line

    def __post_init__(self) -> None:
        """Refuse a moment outside the calendar. Raises ValueError."""
        _within(self.at)


class CopyUse(Wire):
    """One use of a second code."""

    what: Literal["opened", "wrong", "file"]
    file_name: str | None
    at: datetime


class CopyGiven(Wire):
    """A second code that was handed over, and how it was used. The code itself is not kept."""

    id: UUID
    given_by_name: str
    given_at: datetime
    expires_at: datetime
    state: CopyState
    wrong_tries: int
    uses: list[CopyUse]
    """The latest first, 20 at most."""


class CopyHandover(Wire):
    """That a copy was handed over, as the officer said."""

    id: UUID
    way: CopyWay
    receiver: str
    with_code: bool
    """A second code was handed over with it."""
    appointment: Appointment | None
    handed_by_name: str
    handed_at: datetime
    """Maker's clock."""
    received_at: datetime
    """Server's clock."""


class CopiesPage(Wire):
    """A paper with the copies that its party got."""

    document: PublicDocument
    copies: list[CopyGiven]
    """The latest first."""
    handovers: list[CopyHandover]
    """The latest first, 20 at most."""
    may_give: bool
    """The reader may give a code, and the paper has a copy to show."""


class CopyHanded(Wire):
    """A second code as it is shown once, with a ticket for the print of this copy."""

    id: UUID
    """Of this code, by which a handing over names it."""
    document: PublicDocument
    second_code: str
    expires_at: datetime
    ticket: str
    qr: str
    """What the QR code of the slip says: the public address with the server's statement, never the second code."""

    def __repr__(self) -> str:
        """Show no secret, wherever this is printed."""
        return f"CopyHanded(id={self.id!r})"


class AskCopy(Wire):
    """Ask for a second code."""

    id: UUID
    """Made by the phone, or by the desk. Sent again after a lost answer, it gives another code in place of
    the one that nobody saw."""
    replaces: UUID | None
    """The code in use that the officer agreed to void; null if there was none."""


class PrintCopy(Wire):
    """Ask for the print of a copy, by the ticket that came with its second code."""

    ticket: Annotated[str, Meta(max_length=2000)]
    layout: CopyLayout
    appointment: Appointment | None

    def __repr__(self) -> str:
        """Show no ticket: it holds the second code."""
        return f"PrintCopy(layout={self.layout!r})"


class HandCopy(Wire):
    """Record that a copy was handed over."""

    id: UUID
    """Made by the phone; a repeat changes nothing."""
    copy_id: UUID | None
    """The second code that went with it; null for the paper alone."""
    way: CopyWay
    receiver: Line
    appointment: Appointment | None
    handed_at: Moment

    def __post_init__(self) -> None:
        """Refuse a moment outside the calendar. Raises ValueError."""
        _within(self.handed_at)


class CopyFile(Wire):
    """A file of the full copy."""

    name: str
    title: Text


class CopyOpened(Wire):
    """What a right second code opens, with a ticket for fetching the files."""

    document: PublicDocument
    files: list[CopyFile]
    ticket: str
