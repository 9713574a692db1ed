"""How the workspace shows a report: whose, of which days, its first figures, what is missing, what was done since."""

from admin_ui.approvals.review import content
from admin_ui.approvals.review.content import Content, Fact
from admin_ui.insight.reports import submitted
from admin_ui.insight.reports.tables import unit_of, written
from admin_ui.shell.formats import moment, short_date
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import Language, say
from backend.approvals.reading.service import Submission
from backend.approvals.reviewing.service import LookedAt
from backend.core.database import at_once
from backend.core.errors import NotFound
from backend.insight.reports import views
from schemas.core.vocabulary import RecordKind
from schemas.insight.report_views import ReportHistoryRow, ReportView

_FIGURES = 4
"""Of its first table: the report itself is on the left."""


async def of_report(
    request: AnyRequest, facts: Submission, before: LookedAt | None
) -> Content | None:
    """Return a report as the workspace shows it; None if it is out of this reader's sight."""
    subject, actor, language = facts.subject, actor_of(request), language_of(request)
    try:
        async with at_once() as ask:
            reading = ask(views.view(subject.record_id, actor))
            story = ask(views.history(subject.record_id, actor)) if before else None
    except NotFound:
        return None
    view, told = reading.result(), story.result() if story else []
    stated = _stated(view)
    return content.by_fields(
        submitted.places_of(view, language),
        context={"report": view, "stated": stated},
        side="insight/reports/_reviewed.html",
        facts=[
            *_of_period(view, language),
            *_figures(view, language),
            *_risks(view, stated, language),
        ],
        warnings=[getattr(one, language) for one in view.lacks],
        news=[_line(one, language) for one in told if before and one.at > before.looked_at],
    )


def _of_period(view: ReportView, language: Language) -> list[Fact]:
    row = view.row
    days = f"{short_date(row.first, language)} – {short_date(row.last, language)}"
    found = [
        Fact(say(language, "reports.unit"), getattr(row.unit_name, language)),
        Fact(say(language, "reviewed.period"), days),
    ]
    if row.due_on is not None:
        found.append(
            Fact(
                say(language, "reviewed.due"),
                short_date(row.due_on, language),
                "bad" if row.late else "",
            )
        )
    if view.counted_at is not None:
        found.append(Fact(say(language, "reviewed.counted_at"), moment(view.counted_at, language)))
    if view.signer:
        found.append(Fact(say(language, "reviewed.signer"), view.signer))
    return found


def _figures(view: ReportView, language: Language) -> list[Fact]:
    """Return the first rows of the first table that say something, in its first column."""
    table = next((one for one in view.tables if one.columns and one.rows), None)
    if table is None:
        return []
    rows = [(at, one) for at, one in enumerate(table.rows) if not one.heading and one.cells]
    return [
        Fact(
            getattr(one.label, language),
            written(one.cells[0].value, unit_of(one, table.columns[0]), language),
            anchor=f"say-/tables/{table.part}/{at}",
        )
        for at, one in rows
        if one.cells[0].value
    ][:_FIGURES]


def _stated(view: ReportView) -> list[tuple[str, str]]:
    """Return the values that a person stated in the place of what was counted, with the reason: (row, reason)."""
    return [
        (row.label.vi, cell.reason or "")
        for table in view.tables
        for row in table.rows
        for cell in row.cells
        if cell.stated and cell.counted is not None
    ]


def _risks(view: ReportView, stated: list[tuple[str, str]], language: Language) -> list[Fact]:
    """Return what a reader should know before signing: units without a report, values that were not counted."""
    counted = [
        ("reviewed.missing_units", len(view.missing_units), "missing-units"),
        ("reviewed.left_out", len(view.left_out), "left-out"),
        ("reviewed.stated", len(stated), "stated"),
        ("reviewed.lost", len(view.lost), ""),
    ]
    return [
        Fact(say(language, key), str(count), "warn", anchor)
        for key, count, anchor in counted
        if count
    ]


def _line(one: ReportHistoryRow, language: Language) -> str:
    detail = getattr(one.detail, language)
    said = f"{say(language, f'reportacts.do_{one.act}')} ({one.by_name})"
    return f"{said}: {detail}" if detail else said


def register() -> None:
    """Register how reports are reviewed; done by the router."""
    content.register(RecordKind.REPORT, of_report)
