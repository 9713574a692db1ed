"""Acts outside the catalogue that cases recorded: the queue for the catalogue."""

from typing import Any

from piccolo.columns import JSONB, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.casework.tables.cases import Case
from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer


class OutsideAct(UnitPath, Table, tablename="outside_acts"):
    """An act of a case that no row of the catalogue has, as two people determined it."""

    case_id: ForeignKey[Any] = ForeignKey(
        references=Case, primary_key=True, null=False, default=None, help_text="Whose act it is."
    )
    code = Text(default=None, primary_key=True, help_text="Its place in the minutes: NGOAI-1.")
    name = Text(default=None, help_text="As the minutes have it.")
    legal_basis = Text(default=None, help_text="Article as the minutes cite it.")
    decree = Text(default=None, help_text="Number of the decree as cited.")
    field = Text(default=None, help_text="See schemas.law.catalogue.ViolationField.")
    statement = JSONB(null=True, default=None, help_text="The last one; null until it is stated.")
    stated_by = ForeignKey(references=Officer, null=True, default=None, help_text="Who stated it.")
    stated_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    confirmed_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Never who stated it."
    )
    confirmed_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    recorded_at = Timestamptz(default=None, help_text="Moment of the violation minutes.")
