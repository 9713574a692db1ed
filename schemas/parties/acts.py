"""Contents of the acts of a party. A correction says all that is known, so that one act is enough to know it.

Points are in 1e-7 degree (WGS 84), days are Vietnamese calendar days.
"""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from schemas.core.base import Wire
from schemas.core.content_types import Name, ShortText
from schemas.core.vocabulary import SubjectKind
from schemas.parties.words import (
    ClosedWhy,
    IdentifierKind,
    LicenceEnd,
    LicenceKind,
    PartyAct,
    PartySource,
    PlacedBy,
    Sex,
)

Reason = Annotated[str, Meta(min_length=3, max_length=2000)]
Number = Annotated[str, Meta(min_length=1, max_length=60)]
Phone = Annotated[str, Meta(min_length=1, max_length=40)]
Email = Annotated[str, Meta(min_length=3, max_length=200)]
UnitOfToday = Annotated[str, Meta(pattern=r"\A[0-9]{2}\Z")]
CommuneOfToday = Annotated[str, Meta(pattern=r"\A[0-9]{5}\Z")]
MOST_IDENTIFIERS = 12
MOST_REPRESENTATIVES = 10


class Identifier(Wire):
    """A number of the party, with who gave it and when, where a paper says so."""

    kind: IdentifierKind
    value: Number
    issuer: ShortText | None = None
    issued_on: date | None = None
    as_given: bool = False
    """The number fails its check and is written so on the paper: it is kept, and shown as doubtful."""


class Person(Wire):
    """What identity papers say of a person: the party, or the owner of a household business."""

    sex: Sex | None = None
    birth_date: date | None = None
    nationality: Annotated[str, Meta(max_length=100)] | None = None
    """In words; None is Vietnamese."""


class Representative(Wire):
    """Who signs for the party."""

    name: Name
    title: ShortText | None = None
    sex: Sex | None = None
    identity_number: Annotated[str, Meta(max_length=20)] | None = None
    phone: Phone | None = None


class OldPlace(Wire):
    """Where the address was before 2025-07-01, when there were districts, as it was given."""

    province: ShortText | None = None
    district: ShortText | None = None
    commune: ShortText | None = None
    commune_code: CommuneOfToday | None = None
    """Of the commune of that time."""


class Address(Wire):
    """The place of business, or a person's home."""

    line: Annotated[str, Meta(min_length=1, max_length=500)]
    """Whole, as papers print it."""
    province_code: UnitOfToday | None = None
    commune_code: CommuneOfToday | None = None
    """Of today's commune (Decision 19/2025/QĐ-TTg)."""
    old: OldPlace | None = None


class PartyDetails(Wire, kw_only=True):
    """All that is known of a party, but its licences, its point, its officer and whether it trades."""

    kind: SubjectKind
    name: Name
    """Registered name, or the person's."""
    trade_name: ShortText | None = None
    """Another name under which it trades, or its short one."""
    sign: ShortText | None = None
    """What its sign-board says."""
    identifiers: Annotated[list[Identifier], Meta(max_length=MOST_IDENTIFIERS)] = field(
        default_factory=list
    )
    person: Person | None = None
    representatives: Annotated[list[Representative], Meta(max_length=MOST_REPRESENTATIVES)] = field(
        default_factory=list
    )
    """The first is the one whom papers name."""
    address: Address
    phones: Annotated[list[Phone], Meta(max_length=5)] = field(default_factory=list)
    emails: Annotated[list[Email], Meta(max_length=5)] = field(default_factory=list)
    business_lines: Annotated[str, Meta(max_length=2000)] | None = None
    main_party_id: UUID | None = None
    """Of a branch or another dependent place: the party that it belongs to."""
    note: Annotated[str, Meta(max_length=2000)] | None = None


class Point(Wire):
    """A point on the map."""

    latitude_e7: int
    longitude_e7: int


class PartyRegistered(Wire):
    """A party is in the register of this unit from now on."""

    unit_id: UUID
    party: PartyDetails
    source: PartySource
    point: Point | None = None
    area_officer_id: UUID | None = None


class PartyCorrected(Wire):
    """What is known of the party, as a whole. Papers made before keep what they said.

    `renamed_on`: the day from which the new name holds, so that the old one is kept as a former name. None if the
    name is the same, or was written wrongly.
    """

    party: PartyDetails
    renamed_on: date | None = None
    reason: Annotated[str, Meta(max_length=2000)] = ""


class LicenceRecorded(Wire):
    """A licence or certificate of the party. The same id again says it anew, as a whole."""

    licence_id: UUID
    kind: LicenceKind
    title: ShortText | None
    """What the paper is called; needed of another kind."""
    number: Number
    issuer: ShortText | None
    issued_on: date | None
    valid_from: date | None
    valid_to: date | None
    """Its last day. None if it has no term."""
    one_with: UUID | None = None
    """The party that the entry of this record was merged into, from whose page the licence is corrected."""


class LicenceEnded(Wire):
    """A licence is in force no longer, from this day on."""

    licence_id: UUID
    void_from: date
    why: LicenceEnd
    reason: Reason
    one_with: UUID | None = None
    """The party that the entry of this record was merged into, from whose page the licence is ended."""


class PartyPlaced(Wire):
    """Where the party is on the map."""

    point: Point
    by: PlacedBy


class AreaOfficerSet(Wire):
    """The officer of the area who knows the place; None: nobody any more."""

    officer_id: UUID | None


class PartyClosed(Wire):
    """The party trades no longer, since this day."""

    closed_on: date
    why: ClosedWhy
    reason: Reason


class PartyReopened(Wire):
    """The party trades again, or was closed here by mistake."""

    reopened_on: date
    reason: Reason


PARTY_CONTENTS: dict[str, type[Wire]] = {
    PartyAct.REGISTERED: PartyRegistered,
    PartyAct.CORRECTED: PartyCorrected,
    PartyAct.LICENCE_RECORDED: LicenceRecorded,
    PartyAct.LICENCE_ENDED: LicenceEnded,
    PartyAct.PLACED: PartyPlaced,
    PartyAct.AREA_OFFICER_SET: AreaOfficerSet,
    PartyAct.CLOSED: PartyClosed,
    PartyAct.REOPENED: PartyReopened,
}
"""The content of each act of a party."""
