"""What the citizens' form sends, and the one word that its status page tells."""

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from schemas.core.base import Wire
from schemas.intake.words import Field, Nature

Line = Annotated[str, Meta(max_length=300)]


class Told(StrEnum):
    """Each word that the status page may say about a report. None says what was found, or names anybody."""

    RECEIVED = "received"
    VERIFYING = "verifying"
    RESULT_SENT = "result_sent"
    """It is concluded, and the result was sent to the citizen."""
    FORWARDED = "forwarded"
    """It was sent to the body that is competent."""
    NO_VIOLATION = "no_violation"
    """It is concluded: no violation was found."""
    CONCLUDED = "concluded"
    """It is concluded. What became of it may not be told."""
    WITHDRAWN = "withdrawn"


class Concerns(StrEnum):
    """Whom a report is about."""

    SHOP = "shop"
    OFFICER = "officer"
    """An officer of the force: it goes above his unit, and nobody of it sees it."""
    OTHER = "other"


class PublicReport(Wire):
    """A report as a citizen typed it. It exists in clear only in the memory of the process that handles it."""

    language: Literal["vi", "en"]
    nature: Nature
    concerns: Concerns
    what: Annotated[str, Meta(min_length=1, max_length=5000)]
    who: Line = ""
    """Name of the shop or person, of a page or an account on the Internet; of the officer and his unit."""
    fields: Annotated[tuple[Field, ...], Meta(max_length=14)] = ()
    goods: Line = ""
    when: Line = ""
    province: Annotated[str, Meta(pattern="^([0-9]{2})?$")] = ""
    """Code of the province, of which the first two digits of a unit's code are one; empty if not known."""
    address: Line = ""
    latitude_e7: Annotated[int, Meta(ge=-900_000_000, le=900_000_000)] | None = None
    longitude_e7: Annotated[int, Meta(ge=-1_800_000_000, le=1_800_000_000)] | None = None
    accuracy_m: Annotated[int, Meta(ge=0, le=10_000_000)] | None = None
    """Radius in metres, as the phone said; None for a point that was set on the map."""
    name: Line = ""
    phone: Annotated[str, Meta(max_length=40)] = ""
    email: Annotated[str, Meta(max_length=200)] = ""
    contact_address: Line = ""
    secret: bool = True
    """The citizen asks that their identity is kept secret."""
    wants_answer: bool = False
