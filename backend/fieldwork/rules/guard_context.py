"""The guard context: what a guard needs besides the row of the inspection. Plain values.

It holds who acts, when, and facts from the read tables. A guard's argument `state` is the row with
its team, a LockedInspection.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core.actors import Actor
from backend.fieldwork.rules.locked import LockedHeldAct
from backend.fieldwork.rules.steps import Effect
from backend.fieldwork.rules.submissions import PhotoFact, SignatureFact
from schemas.fieldwork.words import InspectionState


@dataclass(frozen=True, kw_only=True)
class Submitted:
    """The facts that a submission is checked against."""

    announced: bool
    form: str | None
    """Form of the minutes that it names (newer flow) or of those in force (older flow), or None."""
    form_version: int
    """Of those minutes; 0 if there are none."""
    fields: dict[str, Any]
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
    """Facts besides the inspection's row. What a declaration does not ask for keeps its default."""

    actor: Actor
    told_at: datetime
    """When the act happened, UTC, corrected by what is known of the phone's clock."""
    effect: Effect = Effect.TAKES
    """The act's effect according to the table of states; `next` is the state that it leads to."""
    next: InspectionState | None = None
    newer: bool = False
    """Whether the inspection's decision says `minutes_flow: 2`."""
    owner_name: str = ""
    submitted: Submitted | None = None
    submission_at: datetime | None = None
    """When the submission that waits for its ruling was made."""
    heard: bool = True
    """Whether the phone may have known of the decision's withdrawal when it announced."""
    draft: Draft | None = None
    signed: bool = False
    """Whether anybody signed the minutes in force, or refused to."""
    photos_in_force: frozenset[str] = frozenset()
    photos_here: frozenset[UUID] = frozenset()
    """The photographs of this inspection that the act's remarks are about."""
    minutes_known: bool = False
    signing_closed: bool = False
    """Whether the minutes that the act signs have their number."""
    set_aside: bool = False
    asked: Asked | None = None
    papers_known: int = 0
    """How many of the papers that the act names were written at this inspection."""
    file: str = ""
    """The hash of the file as it is now."""
    supplement_open: bool = False
    stale: bool = False
    """Whether a photograph of the submitted revision was withdrawn since."""
    held: LockedHeldAct | None = None
    """The held act that this act decides on, with its entry; None if there is none."""
    beside: bool = False
    """Whether the held act wrote minutes that can only be minutes beside those in force."""
    finding: str | None = None
    """The refusal code of a weighing, or None if it is valid."""
    photo_known: bool = False
    """Whether the photograph that the act names exists; `photo_here`: at this inspection."""
    photo_here: bool = False
    filed_taken: bool = False
    """Whether another act filed a document under the id that the act names; `filed_here`: whether one
    has it at this inspection."""
    filed_here: bool = False
    paper: str | None = None
    """The quarantine code if a paper, a signature or a number cannot take effect."""
    site_file: str | None = None
    """The refusal code of a file of a paper made on site, or None."""
    same_person: bool = False
    """Whether the actor's identity number is the party's; `same_name`: whether the decision names
    somebody of the actor's name."""
    same_name: bool = False
