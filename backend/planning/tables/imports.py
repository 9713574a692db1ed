"""Table of workbooks whose rows wait to become items of a plan."""

from piccolo.columns import JSONB, UUID, ForeignKey, Integer, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer


class PlanImport(Table, tablename="plan_imports"):
    """One uploaded workbook. Once it is confirmed, what it brought is in the plan's acts."""

    id = UUID(primary_key=True, default=None, help_text="Made by the server.")
    plan_id = UUID(default=None, help_text="The plan's record.")
    officer_id = ForeignKey(
        references=Officer,
        null=False,
        default=None,
        help_text="Who uploaded it, and alone may see and confirm it.",
    )
    file_name = Text(default=None, help_text="As the browser named it.")
    sha256 = Text(default=None, help_text="Hex, of the uploaded file.")
    sheet = JSONB(
        null=True, default=None, help_text="The rows as they were read; null once they are items."
    )
    uploaded_at = Timestamptz(default=None, help_text="Server's clock.")
    confirmed_at = Timestamptz(null=True, default=None, help_text="All rows became items.")
    items = Integer(null=True, default=None, help_text="How many came into the plan.")
