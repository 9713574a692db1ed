"""What the address of the list of reports asks for."""

from collections.abc import Container, Mapping

from admin_ui.shell import typed
from backend.core import clock
from backend.force.units.service import UnitView
from backend.insight.reports import views
from schemas.core.vocabulary import Role
from schemas.insight.words import ReportState

READERS = (
    Role.INSPECTOR,
    Role.TEAM_LEADER,
    Role.SUPERVISOR,
    Role.AUDITOR,
    Role.LEGAL,
    Role.CLERK,
)
FIELDS = ("definition", "state", "unit", "day", "late", "behalf")


def filters(
    asked: Mapping[str, str], unit: UnitView | None, known: Container[str]
) -> views.ReportFilters:
    """Return the conditions. `unit` is the one that is asked for, `known` the codes of all kinds of reports."""
    return views.ReportFilters(
        definition=asked["definition"] if asked["definition"] in known else None,
        states=tuple(one for one in ReportState if one.value == asked["state"]),
        unit_id=unit.id if unit else None,
        day=typed.day_or_none(asked["day"]),
        late_on=clock.today() if asked["late"] else None,
        on_behalf=bool(asked["behalf"]),
    )
