"""Businesses and persons that are inspected, and the running numbers of documents."""

from piccolo.columns import UUID, BigInt, ForeignKey, Integer, SmallInt, Text
from piccolo.table import Table

from backend.core.tables.columns import Era, ServerTime, TransactionId, UnitPath
from backend.force.tables.units import Unit
from schemas.core.vocabulary import SubjectKind


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
