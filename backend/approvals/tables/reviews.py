"""What a reader of submissions has seen of each, and has written about it without sending it yet."""

from piccolo.columns import ForeignKey, Text
from piccolo.table import Table

from backend.approvals.tables.submissions import SubmissionRow
from backend.core.tables.columns import ServerTime
from backend.force.tables.officers import Officer


class Look(Table, tablename="approval_looks"):
    """A reader had this content of a submission before them. No act rests on it."""

    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Who."
    )
    submission_id = ForeignKey(
        references=SubmissionRow, null=False, default=None, primary_key=True, help_text="Of which."
    )
    shown = Text(default=None, primary_key=True, help_text="Hash of the content, hex.")
    looked_at = ServerTime(help_text="The last time.")


class DraftedRemark(Table, tablename="approval_remarks"):
    """What a reader wrote about one place of a submission, until it is sent or taken back."""

    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Who."
    )
    submission_id = ForeignKey(
        references=SubmissionRow, null=False, default=None, primary_key=True, help_text="Of which."
    )
    place = Text(default=None, primary_key=True, help_text="As a comment names it.")
    said = Text(default=None, help_text="What was written.")
    made_at = ServerTime(help_text="When; old ones are deleted.")
