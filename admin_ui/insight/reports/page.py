"""Reports at the desk: the list, and one report with its figures, texts, reports of units below and timeline."""

from typing import Any, NamedTuple
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.approvals.submissions import panel
from admin_ui.documents.record_papers import panels as record_papers
from admin_ui.insight.reports import asked as asking
from admin_ui.insight.reports import lines, tables, units_below
from admin_ui.insight.statistics.told import READERS
from admin_ui.shell import formats, story
from admin_ui.shell.forms import clean, query_of
from admin_ui.shell.listing.places import AFTER, Place
from admin_ui.shell.listing.table import Empty, Listing, total_shown
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.unit_names import short_names, units_wide
from admin_ui.shell.words import CATALOGUES, Language, say
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from backend.core.errors import NotAllowed, NotFound
from backend.force.units import service as units_service
from backend.force.units.service import UnitView
from backend.insight.report_definitions import service as definitions
from backend.insight.reports import limits, submitted, views
from schemas.core.vocabulary import RecordKind, Role
from schemas.insight.report_views import ReportHistoryRow, ReportView
from schemas.insight.words import ReportState

DRAFTERS = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)
LIST = "/desk/reports"
ONE = f"{LIST}/{{report_id:uuid}}"
Options = list[tuple[str, str]]


def address(report_id: UUID) -> str:
    """Return the URL of a report's page."""
    return f"{LIST}/{report_id}"


def reader(request: AnyRequest) -> Actor:
    """Return the reader, if reports are for them. Raises NotAllowed."""
    actor = actor_of(request)
    if not actor.has(*asking.READERS):
        raise NotAllowed
    return actor


def options(units: list[UnitView], language: Language) -> Options:
    """Return units as a list to choose from, in the order of the tree."""
    least = min((one.level for one in units), default=1)
    return [
        (str(one.id), "\u2003" * (one.level - least) + getattr(one.name, language)) for one in units
    ]


async def kinds(language: Language) -> Options:
    """Return the kinds of reports as a list to choose from."""
    return [
        (one.code, getattr(one.newest.title, language)) for one in await definitions.everything()
    ]


@get(LIST, include_in_schema=False)
async def list_reports(request: AnyRequest) -> Response[str]:
    """List reports in sight, the latest period first; all conditions are in the address. Raises NotAllowed."""
    actor, language = reader(request), language_of(request)
    asked = {name: clean(request.query_params.get(name, ""))[:100] for name in asking.FIELDS}
    place = Place(LIST, asked, after=request.query_params.get(AFTER, ""))
    async with transaction():
        units = await units_service.covered(actor)
        of_kind = await kinds(language)
        unit = next((one for one in units if str(one.id) == asked["unit"]), None)
        filters = asking.filters(asked, unit, dict(of_kind))
        rows, following = await views.page(actor, filters, place.after or None)
    states = [(one.value, say(language, f"reports.state_{one}")) for one in ReportState]
    names, may_begin = short_names(units, language), actor.has(*DRAFTERS)
    later = place.following(following)
    return page(
        request,
        "insight/reports/list.html",
        asked=asked,
        definitions=of_kind,
        states=states,
        units=options(units, language),
        may_begin=may_begin,
        list=Listing(
            caption=say(language, "reports.title"),
            heading=say(language, "reports.report"),
            columns=lines.columns(language, wide=units_wide(units)),
            lines=lines.lines(rows, language, place, names),
            empty=Empty(
                say(language, "reports.none" if may_begin else "reports.none_reader"),
                "/desk/reports/new" if may_begin else "",
                say(language, "reports.new"),
            ),
            total=total_shown(language, len(rows), place.first, later),
            chips=place.chips(
                (
                    "definition",
                    say(language, "reports.definition"),
                    dict(of_kind).get(asked["definition"], ""),
                ),
                ("state", say(language, "reports.state"), dict(states).get(asked["state"], "")),
                ("unit", say(language, "reports.unit"), names[unit.id] if unit else ""),
                (
                    "day",
                    say(language, "reports.period_has"),
                    formats.as_typed(asked["day"]),
                ),
                ("late", say(language, "reports.shown"), say(language, "reports.late_only")),
                ("behalf", say(language, "reports.shown"), say(language, "reports.on_behalf_only")),
            ),
            clear=LIST,
            first=place.first,
            following=later,
            taken=query_of({"list": "reports", **asked}),
        ),
    )


class Button(NamedTuple):
    """One thing that the reader may do now."""

    href: str
    text: str
    primary: bool = False
    danger: bool = False


_ACTS = (
    ("take_over", "taken_over"),
    ("send_up", "sent_up"),
    ("submit", "submitted"),
    ("send_back", "sent_back"),
    ("correct", "corrected"),
    ("reopen", "reopened"),
    ("give_up", "given_up"),
)
"""Each act by the permission that opens it, in the order of the buttons."""
_WHOLE = ("sent_up", "submitted")
"""Acts of a report that lacks nothing."""


def buttons(view: ReportView, language: Language) -> list[Button]:
    """Return what the reader may do now. What lacks something is not offered to be sent."""
    found: list[Button] = []
    for allowed, act in _ACTS:
        if not getattr(view.may, allowed) or (act in _WHOLE and view.lacks):
            continue
        said = say(language, f"reportacts.do_report.{act}")
        href = f"{address(view.row.id)}/acts/{act}"
        found.append(Button(href, said, not found and act in _WHOLE, act == "given_up"))
    return found


def told(row: ReportHistoryRow, language: Language) -> story.Told:
    """Return an act of a report as a line of the timeline."""
    return story.Told(
        at=row.at,
        made_at=row.at,
        who=row.by_name,
        kind=row.act,
        sentence=say(language, f"reportacts.do_{row.act}"),
        detail=getattr(row.detail, language) or None,
    )


def _days(rows: list[ReportHistoryRow], language: Language) -> list[story.Day]:
    found = [told(one, language) for one in rows]
    return story.by_day(
        found, lambda kind, count: f"{say(language, f'reportacts.do_{kind}')} ({count})"
    )


class Limit(NamedTuple):
    """The time limit of a report, for its page."""

    rest: str
    tone: str
    ends: str
    label: str
    citation: str
    check: str
    named: str
    """The day that the rule names, if it is a day off."""


async def limit_of(view: ReportView, language: Language) -> Limit | None:
    """Return the time limit of a report; None if no law sets one."""
    found = await limits.of_view(view)
    if found is None:
        return None
    days, law = found
    rest, tone, due = lines.limit(view.row, language, clock.now())
    moved = days.named_on != days.due_on
    return Limit(
        rest=rest,
        tone=tone,
        ends=due,
        label=getattr(law.label, language),
        citation=getattr(law.citation, language),
        check=getattr(law.check, language) if law.check else "",
        named=formats.short_date(days.named_on, language) if moved else "",
    )


@get(ONE, include_in_schema=False)
async def show_report(request: AnyRequest, report_id: FromPath[UUID]) -> Response[str]:
    """Show a report: what comes next, its limit, figures, texts, reports of units below, papers, timeline."""
    actor, language = reader(request), language_of(request)
    async with transaction():
        view = await views.view(report_id, actor)
        async with at_once() as ask:
            defining = ask(definitions.version(view.row.definition, view.version))
            telling = ask(views.history(report_id, actor))
            limiting = ask(limit_of(view, language))
            approving = ask(panel.of_subject(request, submitted.subject_of(report_id)))
            drafted = ask(record_papers.shown(request, RecordKind.REPORT, report_id))
    version, history, papers = defining.result(), telling.result(), drafted.result()
    return page(
        request,
        "insight/reports/report.html",
        view=view,
        row=view.row,
        line=lines.head(view.row, language),
        place=address(report_id),
        limit=limiting.result(),
        buttons=buttons(view, language),
        approval=approving.result(),
        tables=tables.tables(view, version.definition, language, opens=actor.has(*READERS)),
        early=_early(view),
        below=units_below.lines_of(view, language),
        sent=sum(one.sent_at is not None for one in view.below),
        papers=papers,
        days=_days(history, language),
        done=_done(request, language),
        anchors=_anchors(view, papers),
    )


def _early(view: ReportView) -> bool:
    """Tell whether a draft's figures were counted before its period was over, and it is over now."""
    if not view.may.edit or view.counted_at is None:
        return False
    end = limits.end_of(view.row.last)
    return view.counted_at < end <= clock.now()


def _anchors(view: ReportView, papers: Any) -> list[str]:
    shown = {
        "tables": True,
        "texts": view.texts,
        "below": view.below,
        "papers": papers and (papers.rows or papers.may_begin),
        "story": True,
    }
    return [name for name, there in shown.items() if there]


def _done(request: AnyRequest, language: Language) -> str:
    """Return what was recorded, in words; empty if the address says nothing that there is."""
    key = f"reportacts.do_report.{request.query_params.get('done', '')}"
    return CATALOGUES[language].get(key, "")


@get(f"{ONE}/changes", include_in_schema=False)
async def show_changes(request: AnyRequest, report_id: FromPath[UUID]) -> Response[str]:
    """Show what a correction says otherwise than the report that it replaces. Raises NotFound."""
    actor, language = reader(request), language_of(request)
    async with transaction():
        view = await views.view(report_id, actor)
        found = await views.differences(report_id, actor)
    if found is None:
        raise NotFound(what="correction")
    return page(
        request,
        "insight/reports/changes.html",
        view=view.row,
        place=address(report_id),
        found=found,
        cells=[
            (
                one,
                tables.written(one.before, one.unit, language),
                tables.written(one.after, one.unit, language),
            )
            for one in found.cells
        ],
    )


HANDLERS = [list_reports, show_report, show_changes]
