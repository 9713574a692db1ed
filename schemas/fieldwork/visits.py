"""A visit on the map and on its time line: where and when its acts say they were made, and when they came in."""

from datetime import datetime
from uuid import UUID

from schemas.core.base import Wire
from schemas.fieldwork.acts import Place
from schemas.fieldwork.inspections import ClockTold
from schemas.fieldwork.minutes_views import FileStatus
from schemas.fieldwork.words import InspectionState


class VisitPhoto(Wire):
    """The photograph that an act announced, as far as a map shows it."""

    photo_id: UUID
    number: int
    caption: str | None
    shown: bool
    """There is a thumbnail: the bytes are stored and could be read."""
    withdrawn: bool


class VisitAct(Wire):
    """One act that a phone made. Two clocks, never mixed: `made_at` is the phone's, the others are the server's."""

    number: int
    id: UUID
    type: str
    officer_id: UUID
    officer_name: str
    made_at: datetime
    anchored_at: datetime | None
    """The latest server time that the phone had seen: the act was made after it. Null where it carried none of ours."""
    received_at: datetime
    place: Place | None
    """Where the phone was: a position fixed for its own sake, or what an announcement or a photograph carries."""
    photo: VisitPhoto | None
    held: bool
    """Came under quarantine and has not been admitted."""
    verdicts: dict[str, str]
    clock: ClockTold | None = None
    """What is known of the phone's clock where its reading cannot stand."""


class VisitView(Wire):
    """The phones' part of an inspection, in the order of its record; what was done at desks is left out."""

    id: UUID
    state: InspectionState
    file_status: FileStatus | None
    minutes_flow: int
    unit_name_vi: str
    unit_name_en: str
    decision_number: str
    subject_name: str
    place: str
    """The address to inspect, as the decision names it."""
    latitude_e7: int | None
    longitude_e7: int | None
    """Of that address, where the decision gives coordinates."""
    acts: list[VisitAct]
