"""Documents of others that a team obtains on site: their acts, and how they are shown."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.core.vocabulary import FiledFact, FiledKind
from schemas.fieldwork.acts import Place
from schemas.fieldwork.remarks import Reason, Sha256
from schemas.fieldwork.words import ActType, PhotoWay

MOST_BYTES = 2_000_000_000
"""The largest document: two hours of a phone's video. The desk takes as much."""
MOST_SHEETS = 500

Said = Annotated[str, Meta(min_length=1, max_length=500)]


class DocumentFiled(Wire):
    """A document was obtained on site. Its bytes may come before or after this act.

    It is one file: pages that the camera took are one PDF, in which each picture is as it was taken.
    """

    file_id: UUID
    sha256: Sha256
    size: Annotated[int, Meta(ge=1, le=2_147_483_648)]
    media_type: Annotated[str, Meta(max_length=100)]
    """As the phone says. What it is, the server tells by its first bytes."""
    file_name: Annotated[str, Meta(min_length=1, max_length=200)]
    way: PhotoWay
    sheets: Annotated[int, Meta(ge=1, le=MOST_SHEETS)]
    """Sheets of the paper, or 1 of sound and film."""
    title: Annotated[str, Meta(min_length=3, max_length=300)]
    document_kind: FiledKind
    issued_on: date | None
    """The day on the document."""
    sender: Said | None
    """Who made it, or who handed it over."""
    number: Said | None
    """Number and symbol, as on the document."""
    proves: Annotated[str, Meta(min_length=3, max_length=2000)] | None
    proves_fact: FiledFact | None
    place: Place | None


class DocumentStruck(Wire):
    """A document was filed in error. It stays, marked, and joins no case that has not numbered it."""

    file_id: UUID
    reason: Reason


class FiledView(Wire):
    """A document that was obtained on site, with where its bytes are."""

    file_id: UUID
    act_id: UUID
    entry: int
    """The number of its act in the record's ledger."""
    sha256: str
    size: int
    media_type: str
    """By its first bytes once they are here; before, as the phone says."""
    file_name: str
    way: str
    sheets: int
    title: str
    document_kind: FiledKind
    issued_on: date | None
    sender: str | None
    number: str | None
    proves: str | None
    proves_fact: FiledFact | None
    place: Place | None
    officer_id: UUID
    officer_name: str
    made_at: datetime
    received_at: datetime
    addendum: bool
    struck: str | None
    """Why it was struck out, or null."""
    quarantine: str | None
    stored_at: datetime | None
    """When its bytes were read back from the store; null: they are still on the phone."""
    dangers: list[Text]
    """What was found in its bytes, a sentence each. It is kept as it came, and never run."""
    shown_as: Literal["frame", "picture", "audio", "video", "download"] | None
    """How a page can show it safely; null until its bytes are here."""
    preview: str | None
    """Of a picture: `ready`, `none` if there can be none, null until a worker has tried."""


FILING_CONTENTS: dict[str, type[Wire]] = {
    ActType.DOCUMENT_FILED: DocumentFiled,
    ActType.DOCUMENT_STRUCK: DocumentStruck,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
