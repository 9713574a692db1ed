"""Parts that several acts of a case share: the party, its officers, its opening, and types of fields.

Money is in whole đồng, days are Vietnamese calendar days, instants are RFC 3339 in UTC.
"""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.words import CaseOfficerRole
from schemas.core.base import Wire
from schemas.core.entered_again import EnteredAgain
from schemas.core.vocabulary import SubjectKind

Reason = Annotated[str, Meta(min_length=3, max_length=2000)]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Short = Annotated[str, Meta(max_length=500)]
Measure = Annotated[str, Meta(max_length=2000)]
"""As long as a measure on a decision may be."""
Long = Annotated[str, Meta(max_length=10_000)]
Number = Annotated[str, Meta(min_length=1, max_length=80)]
Money = Annotated[int, Meta(ge=0, le=999_999_999_999)]
"""Whole đồng. The words for amounts are tested up to this many digits."""
SheetNumber = Annotated[int, Meta(ge=1, le=1_000_000)]
"""Number of a sheet in the file (bút lục)."""


class Party(Wire):
    """The party of a case as named there: a copy, so that papers stay true when the register changes."""

    subject_id: UUID | None
    kind: SubjectKind
    name: Name
    trade_name: Short | None
    identity_number: Annotated[str, Meta(max_length=20)] | None
    """Citizen number (12 digits), old identity card (9) or passport."""
    birth_date: date | None
    sex: Literal["male", "female"] | None
    nationality: Annotated[str, Meta(max_length=100)] | None
    occupation: Annotated[str, Meta(max_length=200)] | None
    tax_code: Annotated[str, Meta(max_length=20)] | None
    registration_number: Annotated[str, Meta(max_length=60)] | None
    address: Annotated[str, Meta(min_length=1, max_length=500)]
    representative: Short | None
    representative_title: Short | None
    phone: Annotated[str, Meta(max_length=40)] | None
    email: Annotated[str, Meta(max_length=200)] | None


class CaseOfficer(Wire):
    """An officer who works on the case, as named at the time."""

    officer_id: UUID
    full_name: Name
    title: Short
    role: CaseOfficerRole


class Opening(Wire):
    """What every first act of a case says: number, unit and lead, and the rules that apply to it."""

    number: Number
    unit_id: UUID
    rule_set: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    """Id of the set of dated rules in force that day: deadlines, competence, ceilings."""
    officers: Annotated[list[CaseOfficer], Meta(min_length=1, max_length=30)]
    again: EnteredAgain | None = None
    """If a restore lost the case and it is opened again under the number that it had."""
