"""What pages show of information. Nothing of these tells who informed, or in which words."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from schemas.casework.words import InformationSource
from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.intake.acts import About, Matter, Order, Origin
from schemas.intake.words import (
    Channel,
    Field,
    InformationAct,
    InformationState,
    Linked,
    Nature,
    Result,
    SecretKind,
)
from schemas.law.deadlines import Clock


class InformationRow(Wire):
    """A line of a list or of the triage board."""

    id: UUID
    number: str
    nature: Nature
    source: InformationSource
    channel: Channel
    state: InformationState
    received_at: datetime
    registered_at: datetime
    summary: str
    suspect: str | None
    """The first suspected party's name."""
    suspects: int
    address: str | None
    fields: list[Field]
    unit_id: UUID
    unit_name: Text
    informant_secret: bool
    about_officer: bool
    verifiers: list[str]
    due_at: datetime | None
    """The soonest of its clocks that runs."""
    due_rule: str | None
    """C27-9.1 (written report), C27-9.2 (verification), C27-10 (notice to the informant), P21, P22, …, T01, T02."""
    suspended_on: date | None
    """Since when the resolution of a denunciation stands still (Law 25/2018 Art 34.1); no time to resolve it runs."""
    written_report_due: bool
    informant_to_tell: bool
    links: int
    urgent: str
    """Why it cannot wait; empty if it can."""
    similar: int = 0
    """On the board, while it waits for the head: how many others in sight may say the same, by what is not sealed."""


class StoryLine(Wire):
    """One act of an information, as its page tells it."""

    number: int
    type: InformationAct
    at: datetime
    officer_id: UUID
    officer_name: str
    content: dict[str, Any]


class LinkView(Wire):
    """A record that the information is linked to."""

    kind: Linked
    record_id: UUID
    number: str
    state: str | None
    """What is known of its outcome: the last that the system wrote beside it."""
    since: datetime


class SecretView(Wire):
    """A sealed secret as its page lists it: that it is there, never what it says."""

    id: UUID
    kind: SecretKind
    media_type: str | None
    sealed_at: datetime
    may_open: bool


class AskView(Wire):
    """A request to see who informed."""

    officer_id: UUID
    officer_name: str
    reason: str
    asked_at: datetime
    granted_until: datetime | None
    declined: bool
    mine: bool
    may_answer: bool


class SuggestedReason(StrEnum):
    """Why another information may be the same, or about the same."""

    SUBJECT = "subject"
    """The same party of the register, or the same tax code."""
    ADDRESS = "address"
    NEAR = "near"
    """Two places within some hundred metres."""
    GOODS = "goods"
    """The same field and party name in the same days."""
    PHONE = "phone"
    """Told from the same telephone number, which nobody sees."""
    PICTURE = "picture"
    """It came with the same photograph."""


class Suggestion(Wire):
    """Another information in sight that may belong to this one."""

    id: UUID
    number: str
    state: InformationState
    received_at: datetime
    summary: str
    reasons: list[SuggestedReason]


class InformationView(Wire):
    """One information as its page shows it."""

    id: UUID
    number: str
    nature: Nature
    source: InformationSource
    channel: Channel
    state: InformationState
    received_at: datetime
    registered_at: datetime
    registered_by: str
    unit_id: UUID
    unit_name: Text
    matter: Matter
    identity_known: bool
    informant_secret: bool
    wants_answer: bool
    collaborator: str | None
    order: Order | None
    origin: Origin | None
    about: About | None
    about_officer: bool
    of_unnamed_officer: bool
    """Which officer is not known yet: it is for the auditors of the nation."""
    named_officers: list[str]
    """Names, for those who may see the record at all."""
    verifiers: list[str]
    result: Result | None
    merged_into: UUID | None
    parts: list[UUID]
    withdrawn: bool
    suspended_on: date | None
    several_places: bool
    """By the order a superior has one party inspected at several places (Circular 27/2020 Art 13.4)."""
    written_report_due: bool
    informant_to_tell: bool
    grounds_directly: bool
    """Its source may ground an ad-hoc decision without verification (Art 8.2)."""
    clocks: list[Clock]
    links: list[LinkView]
    secrets: list[SecretView]
    asks: list[AskView]
    story: list[StoryLine]
    possible: list[InformationAct]
    """What this reader may do now, in the order of the buttons."""


class BoardColumn(Wire):
    """A column of the triage board: how many wait there, and the first of them."""

    state: InformationState
    count: int
    rows: list[InformationRow]


class SourceFigure(Wire):
    """What came in and what became of it: one unit, month, source and nature."""

    unit_id: UUID
    unit_name: Text
    month: str
    """2026-11."""
    source: InformationSource
    nature: Nature
    received: int
    open: int
    proposed: int
    forwarded: int
    redirected: int
    no_action: int
    no_violation: int
    first_action_hours: int | None
    """Median from its receipt to the head's first act, in hours."""
