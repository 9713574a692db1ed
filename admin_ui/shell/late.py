"""Forms that replace something as a whole carry a mark of what they were opened with.

`ledger.record` (the one door) compares it under the record's lock and refuses a form that somebody else overtook
(backend/ledger/opened.py). It is shown again with all that was typed; pressed once more, it is saved.
"""

from admin_ui.shell.forms import Form
from backend.ledger.service import mark_of as mark_of

FIELD = "base"
_CODE = "form_late"


def is_told(code: str) -> bool:
    """Tell whether this refusal says that the form came late."""
    return code == _CODE


def opened_now(form: Form, mark: str) -> Form:
    """Return the form as if it were opened with what stands now: its reader has been told."""
    return form.with_values({FIELD: mark})
