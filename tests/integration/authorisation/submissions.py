"""The lines of submissions for approval, here of one that nobody made.

Who sees one, and who answers it, is asked of it: tests/integration/admin_ui/approvals.
"""

from schemas.core.ids import new_id
from tests.integration.authorisation.table import HIDDEN, LIVE, Line, desk

_NONE = f"/desk/submissions/{new_id()}"

SUBMISSIONS: tuple[Line, ...] = tuple(
    desk(method, "/desk/submissions/{submission_id:uuid}" + rest, (LIVE, HIDDEN), ask=_NONE + ask)
    for method, rest, ask in (
        ("GET", "", ""),
        ("GET", "/{what:str}", "/opinion"),
        ("POST", "/{what:str}", "/opinion"),
    )
)
