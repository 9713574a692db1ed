"""The lines of inspections that only phones know: here of one of which nobody sent anything."""

from schemas.core.ids import new_id
from tests.integration.authorisation.table import FORBIDDEN, HIDDEN, LIVE, SUPERVISORS, Line, desk

_NONE = f"/desk/unknown/{new_id()}"

UNKNOWN: tuple[Line, ...] = tuple(
    desk(
        method,
        "/desk/unknown/{record_id:uuid}" + rest,
        (SUPERVISORS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask=_NONE + rest,
    )
    for method, rest in (("GET", ""), ("GET", "/decision"), ("POST", "/decision"))
)
