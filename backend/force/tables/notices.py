"""Notices to officers, each sent once."""

from piccolo.columns import JSONB, UUID, Boolean, ForeignKey, SmallInt, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer
from schemas.force.notices import NoticeKind


class Notice(Table, tablename="notices"):
    """One notice to one officer about a record."""

    id = UUID(primary_key=True, default=None, help_text="Made by the job that tells.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Who is told.")
    kind = Text(default=None, help_text="Which record it leads to: deadline, ask, case, …")
    record_id = UUID(default=None, help_text="The case, the ask, the officer, … that it is about.")
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
    about = Text(
        null=True,
        default=None,
        choices=NoticeKind,
        help_text="What it is for its reader; null where a version before wrote it.",
    )
    urgent = Boolean(default=False, help_text="A time limit of at most 24 hours.")
    desk = Boolean(default=True, help_text="Shown at the desk, by the reader's settings then.")
    phone = Boolean(default=True, help_text="Shown on phones, by the reader's settings then.")
    phone_at = Timestamptz(
        null=True, default=None, help_text="First answered to a phone of the reader's at sync."
    )
    seen_at = Timestamptz(
        null=True, default=None, help_text="In view on the desk's list, opened, or read on a phone."
    )
    read_at = Timestamptz(null=True, default=None, help_text="The officer marked it as read.")
    settled_at = Timestamptz(
        null=True, default=None, help_text="What it was about is done, or another end was set."
    )
    hidden = Boolean(
        default=False,
        help_text="The reader's office of today may not read it. The database keeps it, by triggers.",
    )
    once = Text(
        null=True,
        default=None,
        help_text="What makes one without a clock be told once; null where each is.",
    )


class NoticeSettings(Table, tablename="notice_settings"):
    """What an officer chose to be told where; the newest row counts, those before stay."""

    id = UUID(primary_key=True, default=None, help_text="UUIDv7.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Who chose.")
    choices = JSONB(default=None, help_text="By kind: desk, phone. Only of kinds that were chosen.")
    quiet_from = SmallInt(null=True, default=None, help_text="Minutes since midnight in Vietnam.")
    quiet_until = SmallInt(null=True, default=None, help_text="The same; may be before quiet_from.")
    at = Timestamptz(default=None, help_text="Server's clock.")
