"""What the register holds of a party, as acts on it are judged and pages are made. Pure."""

from datetime import date
from uuid import UUID

import msgspec

from backend.core.actors import Owned
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import PartyDetails
from schemas.parties.words import LicenceEnd, LicenceKind, PartyState


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What a row says of a party that was entered before parties had acts."""

    kind: SubjectKind
    name: str
    trade_name: str | None
    tax_code: str | None
    registration_number: str | None
    address: str
    representative: str | None
    representative_title: str | None
    phone: str | None
    province_code: str | None = None
    commune_code: str | None = None
    business_lines: str | None = None


class LockedParty(Owned, frozen=True, kw_only=True):
    """A party as acts on it are judged."""

    id: UUID
    unit_id: UUID
    state: PartyState
    closed_on: date | None
    main_party_id: UUID | None
    merged_into: UUID | None
    """The party that it is one with, since a second person confirmed the merge; None while it stands alone."""
    details: PartyDetails
    """As its last act says them; of a party without acts, as its row does."""


class Licence(msgspec.Struct, frozen=True, kw_only=True):
    """A licence as it stands. `valid_to` is its last day, None without a term."""

    id: UUID
    kind: LicenceKind
    title: str | None
    number: str
    issuer: str | None
    issued_on: date | None
    valid_from: date | None
    valid_to: date | None
    ended_on: date | None = None
    ended_why: LicenceEnd | None = None
    ended_reason: str | None = None
