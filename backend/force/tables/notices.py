"""Notices to officers, each sent once."""

from piccolo.columns import JSONB, UUID, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer


class Notice(Table, tablename="notices"):
    """One notice to one officer about a record."""

    id = UUID(primary_key=True, default=None, help_text="Made by the job that tells.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Who is told.")
    kind = Text(default=None, help_text="deadline, ask, person or refusals.")
    record_id = UUID(default=None, help_text="The case, the ask or the officer that it is about.")
    rule = Text(
        null=True, default=None, help_text="D12, …: which time limit; null of what has none."
    )
    moment = Text(null=True, default=None, help_text="half, last_day, missed or lapsed.")
    due_at = Timestamptz(
        null=True, default=None, help_text="The end as it was then: an extension tells anew."
    )
    text_key = Text(
        default=None, help_text="Which sentence; backend/force/texts/notices.py has them."
    )
    numbers = JSONB(default=None, help_text="What fills it, the rule set among it.")
    at = Timestamptz(default=None, help_text="Server's clock.")
    read_at = Timestamptz(null=True, default=None, help_text="The officer marked it as read.")
    settled_at = Timestamptz(
        null=True, default=None, help_text="What it was about is done, or another end was set."
    )
    once = Text(
        null=True,
        default=None,
        help_text="What makes one without a clock be told once; null where each is.",
    )
