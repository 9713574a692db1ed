"""Acts that change an inspection decision in force: amended, extended, lapsed.

Each names the paper that it is, issued or scanned in the same record just before. What is None stays
as it is.
"""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.fieldwork.acts import TeamMember
from schemas.fieldwork.remarks import Reason
from schemas.fieldwork.words import ActType

NumberText = Annotated[str, Meta(min_length=1, max_length=60)]


class DecisionAmended(Wire):
    """The decision is amended (QĐ-SĐBSKT): contents, place or team (Circular 27/2020 Arts 15.2, 17.2, 17.4)."""

    paper: UUID
    number: NumberText
    issued_on: date
    reason: Reason
    contents: Annotated[list[Reason], Meta(min_length=1, max_length=30)] | None
    """All contents from now on."""
    place: Annotated[str, Meta(min_length=1, max_length=500)] | None
    team: Annotated[list[TeamMember], Meta(min_length=2, max_length=30)] | None
    """The whole team from now on. What an officer who is no longer on it captures, or had captured
    before hearing of it, is kept aside for a supervisor."""


class DecisionExtended(Wire):
    """The time on site is extended (QĐ-KDGH): 5 working days in all, if complex (Ordinance 11/2016 Art 22)."""

    paper: UUID
    number: NumberText
    issued_on: date
    reason: Reason
    duration_days: Annotated[int, Meta(ge=2, le=5)]
    """All working days on site from now on."""


class TeamHandedOver(Wire):
    """A colleague takes an officer's place on the file of a visit that is over, as the officer's work was handed over.

    It says who works on the file from now on. The team stays as the decision names it: only a written decision of the
    issuer changes that (Circular 27/2020 Arts 15.2, 17.4).
    """

    from_id: UUID
    to: TeamMember
    """Leads the file if the officer led it."""
    reason: Reason


class DecisionLapsed(Wire):
    """The inspection did not begin in time; the decision has lapsed, a new one is needed.

    Ordinance 11/2016 Art 19.3: 5 working days from its issue.
    """

    reason: Reason


CHANGE_CONTENTS: dict[str, type[Wire]] = {
    ActType.DECISION_AMENDED: DecisionAmended,
    ActType.DECISION_EXTENDED: DecisionExtended,
    ActType.TEAM_HANDED_OVER: TeamHandedOver,
    ActType.DECISION_LAPSED: DecisionLapsed,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
