"""Acts by which a case comes from another body, or goes up to another decider. See schemas/casework/words.py."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from schemas.casework.acts.execution import AnnulGround, Instalment
from schemas.casework.acts.parts import (
    Measure,
    Money,
    Name,
    Number,
    Opening,
    Party,
    Reason,
    SheetNumber,
    Short,
)
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.casework.words import CaseAct
from schemas.core.base import Wire


class FileReceived(Wire):
    """Another body's file was taken in, with which a case begins, or which follows information from that body.

    A force sends it with its own violation minutes, which keep their day (Circular 27/2020 Art 23; Law Art 58.5). A
    prosecution body sends its decision, a copy of the file and a request: then there are no violation minutes (Law
    Arts 56.1.b, 63).
    """

    opening: Opening | None
    """Null if the case exists already: information was taken in before."""
    source: Literal["prosecution", "force"]
    body: Name
    """Who sent it."""
    transfer_number: Number
    """Number of the written transfer; of a prosecution body, of its decision."""
    transfer_on: date
    received_on: date
    """The day of the handover minutes. The time to decide on a prosecution body's file runs from it."""
    handover: Short
    """Number of the handover minutes, and who handed over."""
    sheets: Annotated[int, Meta(ge=1, le=2000)]
    """How many sheets the file has that was handed over. They are the next of ours."""
    document_id: UUID
    """The id under which their violation minutes become a paper of the case."""
    minutes_number: Number | None
    minutes_on: date | None
    """The day of their violation minutes. The time to decide runs from it. Null for a prosecution body."""
    minutes_by: Name | None
    """Who made their minutes, and under which title."""
    detected_on: date
    violations: Annotated[list[RecordedViolation], Meta(min_length=1, max_length=50)]
    party: Party
    explanation_right: bool
    """Their minutes grant the right to explain."""
    explanation_waived: bool
    """Their minutes say that the violator does not ask to explain."""
    electronic_consent: bool
    request: Number | None = None
    """Number of the prosecution body's written request to sanction, which comes with its decision (Law Art 63).
    Null for a force, and in acts from before this was asked."""
    alone: Reason | None = None
    """Why the head of a team took the file in alone, without the head of the unit. Checked afterwards (PRACTICE B6).
    Null if the head took it in, and in acts from before this was asked."""
    information_ids: Annotated[list[UUID], Meta(max_length=20)] = msgspec.field(
        default_factory=list
    )
    """Informations by which the body announced it (backend/intake)."""


class CaseSentUp(Wire):
    """The file goes up to another decider, and the case goes on (Circular 27/2020 Arts 24, 25; Law Art 66.1.a).

    Inside the force the head of a unit above decides. A People's Committee chair decides what is above the force's
    competence, or of several bodies' fields; exhibits stay here.
    """

    to: Literal["superior", "chair"]
    receiver: Name | None
    """Which chair, of which People's Committee; inside the force the name of the unit."""
    unit_id: UUID | None
    """The unit above whose head decides; null for a chair."""
    sent_on: date
    why: Literal["above_competence", "several_fields", "other"]
    reason: Reason
    sheet: SheetNumber | None
    """First sheet number of the filed submission and its handover minutes."""


class ChairLicence(Wire):
    """A licence that a chair's decision suspends, and for how long: months, days, or both (Law Art 25.3)."""

    licence: Annotated[str, Meta(min_length=1, max_length=300)]
    """Which one, with its number, as the decision says it."""
    months: Annotated[int, Meta(ge=1, le=24)] | None = None
    days: Annotated[int, Meta(ge=1, le=29)] | None = None


class ChairDecided(Wire):
    """The chair's decision came back and is recorded; it is delivered and executed here (Circular 27/2020 Art 25).

    We keep a copy of the file (Art 26.4), and the decision's own copy has a sheet number. The chair may also give
    the file back: then the case waits for a decision as before.
    """

    document_id: UUID
    """The id under which the decision becomes a paper of the case."""
    outcome: Literal["sanction", "remedies", "none", "returned", "referred"]
    """`referred`: he found signs of a crime, and the file went to the prosecution bodies (Law Art 62.1)."""
    number: Number
    decided_on: date
    chair: Name
    place: Name
    """Of which People's Committee."""
    total: Money
    """The fine in đồng; 0 for a warning, or without one."""
    measures: Annotated[list[Measure], Meta(max_length=20)]
    """Additional penalties and remedies, in the decision's words."""
    gain: Money | None
    """The illicit gain to be paid back, in đồng, if the decision orders that."""
    confiscated: Annotated[list[UUID], Meta(max_length=1000)]
    licence_suspended: bool
    comply_days: Annotated[int, Meta(ge=1, le=365)]
    publish: bool
    sheet: SheetNumber
    """First sheet number of the filed copy of the decision, or of the letter that gives the file back."""
    alone: Reason | None
    """Why the officer who filed that sheet also records the decision. Checked afterwards."""
    referred_to: Name | None = None
    """Which prosecution body has the file, if he referred it. Null in acts from before this was kept."""
    effective_on: date | None = None
    """The day on which the decision takes effect, if it names a later one than that of its signing."""
    licences: Annotated[list[ChairLicence], Meta(max_length=20)] | None = None
    """Which licences are suspended and for how long. Null in acts from before this was kept."""
    at_handing_over: bool = False
    """The decision takes effect when the licence is handed over, as minutes that hold it (MBB08) tell."""


class ChairChanged(Wire):
    """What the chair decided later on their own decision, recorded from the filed copy.

    The authority that decided on the violation also postpones, reduces or divides its fine (Law Arts 76, 77, 79),
    suspends its execution for signs of a crime (Art 62.2), and amends, corrects or annuls the decision (Decree
    118/2021 Arts 13.2, 14). In the case it has the effects of our own paper of that form.
    """

    document_id: UUID
    """The id under which this later decision becomes a paper of the case."""
    change: Literal[
        "postponed",
        "reduced",
        "instalments",
        "crime",
        "partial",
        "amended",
        "corrected",
        "annulled",
    ]
    """As by the forms MQĐ03, MQĐ04, MQĐ05, MQĐ31, MQĐ17, MQĐ38, MQĐ39 and MQĐ40. `annulled`: the whole decision; what
    annuls only a part amends."""
    number: Number
    decided_on: date
    chair: Name
    place: Name
    """Of which People's Committee: the same, or the one above it that annuls (Decree 118/2021 Art 13.2)."""
    reason: Reason
    sheet: SheetNumber
    """First sheet number of the filed copy of the decision."""
    until: date | None = None
    """If postponed: the last day of that."""
    by: Annotated[int, Meta(ge=1, le=999_999_999_999)] | None = None
    """If reduced or waived: by how much, in đồng."""
    schedule: Annotated[list[Instalment], Meta(max_length=12)] | None = None
    """If paid in parts. It is recorded as decided, so it may have more parts than the law allows (Art 79)."""
    why: Literal["dead", "missing", "dissolved", "bankrupt"] | None = None
    """If only a part is executed: why the fine is no longer collected (Art 75)."""
    on: date | None = None
    """The day on the death paper, the court's decision or the registrar's notice."""
    proof: SheetNumber | None = None
    """First sheet number of that paper in the file."""
    successor: Name | None = None
    """The heir or receiver who carries the rest out."""
    total: Money | None = None
    """If amended or corrected to another fine: the whole fine of now, in đồng."""
    goods_changed: bool = False
    """If amended: other exhibits are confiscated, those in `confiscated` and no more."""
    confiscated: Annotated[list[UUID], Meta(max_length=1000)] | None = None
    ground: AnnulGround | None = None
    """If annulled: on which ground."""
    alone: Reason | None = None
    """Why the officer who filed that sheet also records the decision. Checked afterwards."""
    despite: Reason | None = None
    """Why it is recorded although the law seems to speak against it. Listed as an exception."""


class CompetenceNoted(Wire):
    """Who else has the power to decide on the violation; the newest note counts (Law Art 52.3, 52.4.c).

    With `several_bodies` false and `taken_by` null nobody else has, for instance because the other body declined or
    the acts of other fields were split off.
    """

    several_bodies: bool
    """The file has acts of several bodies' fields: the chair of the People's Committee decides."""
    taken_by: Name | None
    """The body with equal powers that took the case before us: it decides."""
    reason: Reason
    sheet: SheetNumber | None
    """First sheet number of the filed paper that shows it."""


CONTENTS: dict[str, type[Wire]] = {
    CaseAct.FILE_RECEIVED: FileReceived,
    CaseAct.CASE_SENT_UP: CaseSentUp,
    CaseAct.CHAIR_DECIDED: ChairDecided,
    CaseAct.CHAIR_CHANGED: ChairChanged,
    CaseAct.COMPETENCE_NOTED: CompetenceNoted,
}
"""The content of each act."""
