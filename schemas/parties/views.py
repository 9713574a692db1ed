"""What pages show of the register."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import PartyDetails, Point
from schemas.parties.words import ClosedWhy, LicenceEnd, LicenceKind, PartyState

LicenceWarning = Literal["", "soon", "expired"]
"""Whether something that a party may do ends within a month, or ended."""


class PartyRow(Wire):
    """A party as its list shows it."""

    id: UUID
    kind: SubjectKind
    name: str
    trade_name: str | None
    sign: str | None
    tax_code: str | None
    identity: str | None
    """Its other number: of the registration, or of a person's card."""
    address: str
    province_code: str | None
    commune_code: str | None
    phone: str | None
    representative: str | None
    business_lines: str | None
    state: PartyState
    closed_on: date | None
    licence_until: date | None
    warning: LicenceWarning
    area_officer_name: str | None
    unit_id: UUID
    unit_name: Text
    branch: bool
    changed_at: datetime


class LicenceView(Wire):
    """A licence with how it stands today."""

    id: UUID
    kind: LicenceKind
    title: str | None
    number: str
    issuer: str | None
    issued_on: date | None
    valid_from: date | None
    valid_to: date | None
    ended_on: date | None
    ended_why: LicenceEnd | None
    ended_reason: str | None
    standing: str
    held_by: UUID
    """The entry under which it was recorded: the party's own, or one that was merged into it."""


class FormerName(Wire):
    """A name that a party had until a day."""

    name: str
    until: date


class NamedParty(Wire):
    """A party by its name."""

    id: UUID
    name: str
    address: str
    state: PartyState


class PartyView(Wire):
    """A party as its page shows it."""

    id: UUID
    details: PartyDetails
    state: PartyState
    closed_on: date | None
    closed_why: ClosedWhy | None
    point: Point | None
    """Its own; of one without, that of the first which was merged into it and has one. So is the area officer."""
    area_officer_id: UUID | None
    area_officer_name: str | None
    unit_id: UUID
    unit_name: Text
    joined: list[NamedParty]
    """All that were merged into it, the nearest first."""
    licences: list[LicenceView]
    former_names: list[FormerName]
    main_party: NamedParty | None
    """None also where it is out of sight."""
    branches: list[NamedParty]
    doubtful: list[int]
    """Places of identifiers that fail their check and stand so on the paper."""
    recorded: bool
    """Whether it has had an act."""
    merged_into: UUID | None
    """The party that it was merged into."""
    may_keep: bool
    """Whether the reader may change it."""
