"""Requests and choices for issuing an inspection decision (QĐ-KT)."""

from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.fieldwork.acts import DecisionIssued, DecisionSubject
from schemas.fieldwork.adhoc_plans import Emergency
from schemas.fieldwork.remarks import Reason


class SubjectRow(Wire):
    """A business or person of the register."""

    id: UUID
    kind: str
    name: str
    trade_name: str | None
    tax_code: str | None
    registration_number: str | None
    address: str
    representative: str | None
    representative_title: str | None
    phone: str | None
    latitude_e7: int | None
    longitude_e7: int | None


class TeamCandidate(Wire):
    """An officer who can be put on a team.

    `card_expires_on` is null if the officer has no card in force.
    """

    officer_id: UUID
    full_name: str
    officer_number: str | None
    title_vi: str
    unit_id: UUID
    unit_name_vi: str
    card_number: str | None
    card_expires_on: date | None


class IssueDecision(Wire, kw_only=True):
    """What the issuer decides. The system fills in number, titles and cards."""

    subject: DecisionSubject
    place: str
    latitude_e7: int | None = None
    longitude_e7: int | None = None
    legal_bases: list[str]
    contents: list[str]
    duration_days: int
    complex: bool
    start_on: date
    leader_id: UUID
    member_ids: list[UUID]
    no_conflict_declared: bool
    ground: Literal["planned", "ad_hoc"] = "ad_hoc"
    proposal: str | None = None
    """The proposal or plan on which it rests, as its bases cite it; None if it rests on none."""
    partners: list[str] = msgspec.field(default_factory=list)
    """Agencies that take part."""
    emergency: Emergency | None = None
    """Why no plan precedes an ad-hoc decision, as the drafter sees it. Its signer says it anew."""
    information_ids: list[UUID] = msgspec.field(default_factory=list)
    """The informations on which it rests."""
    plan_item_id: UUID | None = None
    """The item of an issued inspection plan that it carries out; None: it carries out none."""


DecisionInForce = DecisionIssued
"""The decision as it is in force: as it was issued, with what was amended and extended since."""


class DecisionChange(Wire, kw_only=True):
    """What a decision that changes another one decides. What is None stays as it is."""

    reason: Reason
    contents: list[str] | None = None
    """All contents from now on, those of before included."""
    place: str | None = None
    leader_id: UUID | None = None
    member_ids: list[UUID] | None = None
    """The whole team from now on, without the leader; set if `leader_id` is."""
    no_conflict_declared: bool = False
    """Declared anew for a new team (Circular 27/2020 Art 15)."""
    duration_days: int | None = None
    """All working days on site from now on (Ordinance 11/2016 Art 22)."""
    withdraws: bool = False
    """The whole decision is taken back; nothing else is then changed."""


class DecisionAgain(Wire):
    """A decision that a restore lost, entered again for the inspection that phones still have."""

    record_id: UUID
    """The inspection's id, as phones know it."""
    number: str
    """The number printed on the paper."""
    day: date
    """The day of issue printed on the paper."""
    reason: str
    signed_by_issuer: bool
    """The officer who enters it declares that they signed the paper."""


class DecisionFault(Wire):
    """A rule that the decision would break: the form's field, and a sentence with the article."""

    field: str
    text: Text


class IssuedDecision(Wire):
    """The decision that was issued."""

    inspection_id: UUID
    decision_id: UUID
    number: str
