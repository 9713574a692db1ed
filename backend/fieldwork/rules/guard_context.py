"""What a guard must know beside the row of the inspection: who acts, when, and what the read tables say. Plain values.

`state` of a guard is that row, with its team, as backend/fieldwork/queries/inspections.py locks it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core.actors import Actor
from backend.fieldwork.rules.steps import Effect
from backend.fieldwork.rules.submissions import PhotoFact, SignatureFact
from schemas.fieldwork.words import InspectionState


@dataclass(frozen=True, kw_only=True)
class Submitted:
    """What a submission is judged by."""

    announced: bool
    form: str | None
    """Of the minutes that it names, or of those in force; None where there are none."""
    absence_told: bool
    minutes_in_force: UUID | None
    photos: list[PhotoFact]
    signatures: list[SignatureFact]
    places: list[UUID]


@dataclass(frozen=True)
class Draft:
    """The draft that was proposed last."""

    act_id: UUID
    minutes_id: UUID
    draft: str
    answered: bool


@dataclass(frozen=True)
class Asked:
    """A supplement that was asked for."""

    points: int
    answered: bool


@dataclass(frozen=True, kw_only=True)
class GuardContext:
    """Everything beside the inspection's row; what a declaration does not ask for stays as it is here."""

    actor: Actor
    told_at: datetime
    """When the act happened by all that is known of its phone's clock, UTC."""
    effect: Effect = Effect.TAKES
    """What the table says of the act, and where it leads."""
    next: InspectionState | None = None
    newer: bool = False
    """Whether the inspection's decision says `minutes_flow: 2`."""
    owner_name: str = ""
    submitted: Submitted | None = None
    submission_at: datetime | None = None
    """When the submission that waits for its ruling happened."""
    heard: bool = True
    """Whether the phone had heard of the withdrawal of the decision when it announced it."""
    draft: Draft | None = None
    signed: bool = False
    """Whether anybody signed the minutes in force, or refused to."""
    photos_in_force: frozenset[str] = frozenset()
    photos_here: frozenset[UUID] = frozenset()
    """Those photographs of this inspection at which a remark stands."""
    minutes_known: bool = False
    set_aside: bool = False
    asked: Asked | None = None
    papers_known: int = 0
    """How many of the papers that it names were written at this inspection."""
    file: str = ""
    """The hash of the file as it stands."""
    supplement_open: bool = False
    stale: bool = False
    """Whether a photograph of the submitted revision was withdrawn since."""
    held: Any = None
    """The held act that it decides on, with its entry; None where there is none."""
    beside: bool = False
    """Whether the held act are minutes that can only stand beside those in force."""
    finding: str | None = None
    """Why a weighing cannot stand."""
    photo_known: bool = False
    photo_here: bool = False
    """Whether the photograph that it names is there at all, and at this inspection."""
    paper: str | None = None
    """Why a paper, a signature or a number cannot take effect."""
