"""A visit on the map and on its time line: where and when its acts were made, and when they were received."""

from datetime import datetime
from uuid import UUID

from schemas.core.base import Wire
from schemas.fieldwork.acts import Place
from schemas.fieldwork.inspections import ClockTold
from schemas.fieldwork.minutes_views import FileStatus
from schemas.fieldwork.words import InspectionState


class VisitPhoto(Wire):
    """The photograph that an act announced, with what a map shows of it."""

    photo_id: UUID
    number: int
    caption: str | None
    shown: bool
    """There is a thumbnail: the bytes are stored and could be decoded."""
    withdrawn: bool


class VisitAct(Wire):
    """One act that a phone made. It has two clocks, which are never mixed.

    `made_at` is the phone's; the other times are the server's.
    """

    number: int
    id: UUID
    type: str
    officer_id: UUID
    officer_name: str
    made_at: datetime
    anchored_at: datetime | None
    """The latest server time that the phone had seen. The act was made after it. Null if the act
    has no anchor of this server."""
    received_at: datetime
    place: Place | None
    """Where the phone was: from a fixed place, an announcement or a photograph."""
    photo: VisitPhoto | None
    held: bool
    """Quarantined, and not admitted yet."""
    verdicts: dict[str, str]
    clock: ClockTold | None = None
    """What is known about the phone's clock, if its reading is not taken as it is."""


class VisitView(Wire):
    """The phones' part of an inspection, in the order of its record.

    Acts of the desk are left out.
    """

    id: UUID
    state: InspectionState
    file_status: FileStatus | None
    minutes_flow: int
    unit_name_vi: str
    unit_name_en: str
    decision_number: str
    subject_name: str
    place: str
    """The address to inspect, as named in the decision."""
    latitude_e7: int | None
    longitude_e7: int | None
    """Of that address, if the decision gives coordinates."""
    acts: list[VisitAct]
