"""Copies for the party: the second code as it is given, what was done with it, what it opens."""

from datetime import datetime
from typing import Literal

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.documents.signatures import PublicDocument

CopyState = Literal["open", "locked", "expired", "ended"]
"""`locked`: five wrong tries. `ended`: a newer code took its place."""


class CopyUse(Wire):
    """One use of a second code."""

    what: Literal["opened", "wrong", "file"]
    file_name: str | None
    at: datetime


class CopyGiven(Wire):
    """A second code that was handed over, and how it was used. The code itself is not kept."""

    given_by_name: str
    given_at: datetime
    expires_at: datetime
    state: CopyState
    wrong_tries: int
    uses: list[CopyUse]
    """The latest first, 20 at most."""


class CopiesPage(Wire):
    """A paper with the copies that its party got."""

    document: PublicDocument
    copies: list[CopyGiven]
    """The latest first."""
    may_give: bool
    """The reader may give a code, and the paper has a copy to show."""


class CopyHanded(Wire):
    """A second code as it is shown once, with a ticket for the print of this copy."""

    document: PublicDocument
    second_code: str
    expires_at: datetime
    ticket: str


class CopyFile(Wire):
    """A file of the full copy."""

    name: str
    title: Text


class CopyOpened(Wire):
    """What a right second code opens, with a ticket for fetching the files."""

    document: PublicDocument
    files: list[CopyFile]
    ticket: str
