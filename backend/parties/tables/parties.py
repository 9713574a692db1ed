"""Businesses and persons that are inspected, and the running numbers of documents."""

from typing import Any

from piccolo.columns import (
    JSONB,
    UUID,
    BigInt,
    Column,
    Date,
    ForeignKey,
    Integer,
    SmallInt,
    Text,
    Timestamptz,
)
from piccolo.querystring import Unquoted
from piccolo.table import Table

from backend.core.tables.columns import Era, ServerTime, TransactionId, UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit
from schemas.core.vocabulary import SubjectKind
from schemas.parties.words import ClosedWhy, IdentifierKind, LicenceEnd, LicenceKind, PartyState


class NameWords(Column):
    """The words of a party's names (PostgreSQL's tsvector), computed by the database alone."""

    value_type = str

    def __init__(self, **kwargs: Any) -> None:
        self.default = Unquoted("DEFAULT")
        kwargs.update({"default": self.default})
        super().__init__(**kwargs)

    @property
    def column_type(self) -> str:
        """PostgreSQL's name of the type."""
        return "TSVECTOR"


class Subject(UnitPath, Table, tablename="subjects"):
    """An inspected party as the register knows it today. Papers copy what they say of it."""

    id = UUID(primary_key=True, default=None, help_text="UUIDv7.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Whose register.")
    kind = Text(default=None, choices=SubjectKind, help_text="Decides which identifiers it has.")
    name = Text(default=None, help_text="Registered name, or the person's.")
    trade_name = Text(null=True, default=None, help_text="On the sign-board, where it differs.")
    tax_code = Text(null=True, default=None, help_text="Mã số thuế: 10 digits, 12, or 10-3.")
    registration_number = Text(null=True, default=None, help_text="Of the business registration.")
    address = Text(default=None, help_text="Of the place of business, one line.")
    province_code = Text(null=True, default=None, help_text="Of the 34 provinces since 2025-07-01.")
    commune_code = Text(null=True, default=None, help_text="Commune or ward.")
    latitude_e7 = BigInt(null=True, default=None, help_text="WGS 84, 1e-7 degree.")
    longitude_e7 = BigInt(null=True, default=None, help_text="WGS 84, 1e-7 degree.")
    representative = Text(null=True, default=None, help_text="Who may sign for it.")
    representative_title = Text(null=True, default=None, help_text="In what capacity.")
    phone = Text(null=True, default=None, help_text="As given.")
    business_lines = Text(null=True, default=None, help_text="What it trades in, free text.")
    created_at = ServerTime(help_text="Server's clock.")
    state = Text(default="active", choices=PartyState, help_text="The fold over its acts.")
    closed_on = Date(null=True, default=None, help_text="Since when it trades no longer.")
    closed_why = Text(null=True, default=None, choices=ClosedWhy, help_text="Why.")
    sign = Text(null=True, default=None, help_text="What its sign-board says.")
    main_party_id: ForeignKey[Any] = ForeignKey(
        references="self", null=True, default=None, help_text="Of a branch: whose it is."
    )
    area_officer_id = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who knows the place."
    )
    licence_until = Date(
        null=True, default=None, help_text="When the first licence in force ends, or ended."
    )
    details = JSONB(
        null=True, default=None, help_text="PartyDetails, the last; null before its first act."
    )
    name_key = Text(null=True, default=None, help_text="The name, to compare it.")
    address_key = Text(null=True, default=None, help_text="The address, to compare it.")
    phone_key = Text(null=True, default=None, help_text="The first phone, to compare it.")
    merged_into: ForeignKey[Any] = ForeignKey(
        references="self", null=True, default=None, help_text="Which party it is one with."
    )
    compared_at = Timestamptz(
        null=True, default=None, help_text="When it was last compared with others; null: it waits."
    )
    changed_at = Timestamptz(null=True, default=None, help_text="Its last act, server's clock.")
    import_id = UUID(null=True, default=None, help_text="The file that it came with.")
    words = NameWords(null=True, help_text="Of all its names, folded.")


class PartyIdentifier(Table, tablename="party_identifiers"):
    """A number of a party, for exact look-ups. What else is known of it is in the party's details."""

    party_id = ForeignKey(
        references=Subject, null=False, default=None, primary_key=True, help_text="Whose it is."
    )
    kind = Text(default=None, primary_key=True, choices=IdentifierKind, help_text="What it is.")
    value = Text(default=None, primary_key=True, help_text="Compact: no separators, in capitals.")


class PartyLicence(Table, tablename="party_licences"):
    """A licence of a party, as its last act says it."""

    id = UUID(primary_key=True, default=None, help_text="Its maker's id.")
    party_id = ForeignKey(references=Subject, null=False, default=None, help_text="Whose it is.")
    kind = Text(default=None, choices=LicenceKind, help_text="What it allows.")
    title = Text(null=True, default=None, help_text="What the paper is called.")
    number = Text(default=None, help_text="On the paper.")
    issuer = Text(null=True, default=None, help_text="On the paper.")
    issued_on = Date(null=True, default=None, help_text="On the paper.")
    valid_from = Date(null=True, default=None, help_text="Its first day.")
    valid_to = Date(null=True, default=None, help_text="Its last day; null without a term.")
    ended_on = Date(null=True, default=None, help_text="If it ended before its term.")
    ended_why = Text(null=True, default=None, choices=LicenceEnd, help_text="Why it ended.")
    ended_reason = Text(null=True, default=None, help_text="In words.")


class PartyFormerName(Table, tablename="party_former_names"):
    """A name that a party had."""

    party_id = ForeignKey(
        references=Subject, null=False, default=None, primary_key=True, help_text="Whose it was."
    )
    number = BigInt(default=None, primary_key=True, help_text="Of the act that renamed it.")
    name = Text(default=None, help_text="As it was.")
    until = Date(default=None, help_text="The first day of the next name.")


class SubjectMark(Table, tablename="subject_marks"):
    """When a party or its history last changed, for one area that has, or had, it.

    Written by triggers. Phones use it to fetch what is new in their area.
    """

    subject_id = UUID(primary_key=True, default=None, help_text="May be gone from the register.")
    unit_1 = UUID(default=None, help_text="The nation.")
    unit_2 = UUID(primary_key=True, default=None, help_text="The department, or the nation's own.")
    era = Era(help_text="The installation's at that transaction.")
    changed_xid = TransactionId(given=True, help_text="The transaction that changed it last.")


class DocumentSequence(Table, tablename="document_sequences"):
    """The last number given to a kind of paper, in a unit, in a year (Circular 22/2021)."""

    unit_id = ForeignKey(
        references=Unit,
        null=False,
        default=None,
        primary_key=True,
        help_text="Who issues the paper.",
    )
    form = Text(default=None, primary_key=True, help_text="E.g. QĐ-KT.")
    year = SmallInt(default=None, primary_key=True, help_text="Vietnamese calendar year.")
    last_number = Integer(default=None, help_text="From 1; begins again each year.")
