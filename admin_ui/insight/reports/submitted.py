"""Where a report's submission shows the report, and what of it a comment can name."""

from admin_ui.approvals import records
from admin_ui.approvals.records import Place
from admin_ui.insight.reports.tables import unit_of, written
from admin_ui.shell.words import Language
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.insight.reports import views
from schemas.approvals.submissions import Submitted
from schemas.core.vocabulary import RecordKind
from schemas.insight.report_views import ReportView

_MOST_ROWS = 200
"""Of a table: a comment on a row behind these names its table."""


def _address(subject: Submitted) -> str:
    return f"/desk/reports/{subject.record_id}"


def _signing(subject: Submitted) -> str:
    """Return where the report's paper is: that is what its head signs."""
    return f"{_address(subject)}#papers"


async def _places(subject: Submitted, actor: Actor, language: Language) -> list[Place]:
    try:
        view = await views.view(subject.record_id, actor)
    except NotFound:
        return []
    return places_of(view, language)


def places_of(view: ReportView, language: Language) -> list[Place]:
    """Return the texts, the tables and their rows."""
    found = [
        Place(f"/texts/{one.part}", getattr(one.title, language), one.text, anchor="texts")
        for one in view.texts
    ]
    for table in view.tables:
        title = getattr(table.title, language)
        found.append(Place(f"/tables/{table.part}", title, anchor=table.part))
        for at, row in enumerate(table.rows[:_MOST_ROWS]):
            if row.heading or not row.cells:
                continue
            said = written(row.cells[0].value, unit_of(row, table.columns[0]), language)
            name = f"{title}: {getattr(row.label, language)}"
            found.append(Place(f"/tables/{table.part}/{at}", name, said, anchor=table.part))
    return found


async def _sees(subject: Submitted, actor: Actor) -> bool:
    return await views.sees(subject.record_id, actor)


def register() -> None:
    """Register how reports are shown; done by the router."""
    records.register(
        RecordKind.REPORT, address=_address, places=_places, signing=_signing, sees=_sees
    )
