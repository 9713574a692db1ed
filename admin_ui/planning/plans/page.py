"""Plans: the list, and one plan with its items, limits, overlaps, papers, recipients and timeline."""

from typing import NamedTuple
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.approvals.submissions import panel
from admin_ui.documents.record_papers import panels as record_papers
from admin_ui.planning import choices
from admin_ui.planning.items import change_lines, described
from admin_ui.planning.items import lines as item_lines
from admin_ui.planning.plans import asked as asking
from admin_ui.planning.plans import lines
from admin_ui.shell import story
from admin_ui.shell.forms import clean, query_of
from admin_ui.shell.listing.places import AFTER, Place
from admin_ui.shell.listing.table import Empty, Listing, totalled
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.unit_names import short_names, units_wide
from admin_ui.shell.words import CATALOGUES, Language, say
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from backend.core.errors import NotAllowed
from backend.force.units import service as units_service
from backend.planning.plans import reading, stories, submitted
from backend.planning.readers import service as readers
from schemas.core.vocabulary import RecordKind
from schemas.planning.acts import UnitResult
from schemas.planning.views import HistoryRow, PlanView, RecipientRow
from schemas.planning.words import PlanAct, PlanKind, PlanState

LIST = "/desk/plans"
ONE = f"{LIST}/{{plan_id:uuid}}"
_RECIPIENTS = 500
"""Shown on the plan's page; all are counted."""


def address(plan_id: UUID) -> str:
    """Return the URL of a plan's page."""
    return f"{LIST}/{plan_id}"


@get(LIST, include_in_schema=False)
async def list_plans(request: AnyRequest) -> Response[str]:
    """List plans in sight, the most urgent first; all conditions are in the URL."""
    actor, language = actor_of(request), language_of(request)
    if not readers.looks(actor):
        raise NotAllowed
    asked = {name: clean(request.query_params.get(name, ""))[:100] for name in asking.FIELDS}
    place = Place(LIST, asked, after=request.query_params.get(AFTER, ""))
    async with transaction():
        units = await choices.units_of(request)
        unit = choices.chosen(units, asked["unit"])
        filters = asking.filters(asked, unit)
        rows, following = await reading.page(actor, filters, place.after or None)
        whole = not (place.after or following)
        count = len(rows) if whole else await reading.total(actor, filters)
    names, may_begin = short_names(units, language), readers.may_begin(actor)
    kinds = [(one.value, say(language, f"plans.kind_{one}")) for one in PlanKind]
    states = [(one.value, say(language, f"plans.state_{one}")) for one in PlanState]
    return page(
        request,
        "planning/plans/list.html",
        asked=asked,
        kinds=kinds,
        states=states,
        units=choices.options(units, request),
        may_begin=may_begin,
        list=Listing(
            caption=say(language, "plans.title"),
            heading=say(language, "plans.plan"),
            columns=lines.columns(language, wide=units_wide(units)),
            lines=lines.lines(rows, language, clock.now(), place, names),
            empty=Empty(
                say(language, "plans.none" if may_begin else "plans.none_reader"),
                "/desk/plans/new" if may_begin else "",
                say(language, "plans.new"),
            ),
            total=totalled(language, "plans.total", count),
            chips=place.chips(
                ("year", say(language, "plans.year"), str(filters.year or "")),
                ("kind", say(language, "plans.kind"), dict(kinds).get(asked["kind"], "")),
                ("state", say(language, "plans.state"), dict(states).get(asked["state"], "")),
                ("unit", say(language, "plans.unit"), names[unit.id] if unit else ""),
                ("words", say(language, "plans.words"), asked["words"]),
            ),
            clear=LIST,
            first=place.first,
            following=place.following(following),
            wordy=True,
            stacked=True,
            taken=query_of({"list": "plans", **asked}),
        ),
    )


class Button(NamedTuple):
    """One thing that the reader may do now."""

    href: str
    text: str
    primary: bool = False
    danger: bool = False


_ACTS = (
    ("submit", PlanAct.SUBMITTED),
    ("agree_alone", PlanAct.AGREED_ALONE),
    ("send_up", PlanAct.SENT_UP),
    ("merge", PlanAct.MERGED),
    ("send_back", PlanAct.SENT_BACK),
    ("issue", PlanAct.ISSUED),
    ("publish", PlanAct.PUBLISHED),
    ("send_out", PlanAct.SENT_OUT),
    ("amend", PlanAct.AMENDED),
    ("end", PlanAct.ENDED),
    ("reopen", PlanAct.REOPENED),
    ("give_up", PlanAct.GIVEN_UP),
)
"""In the order of the buttons."""
_WHOLE = (PlanAct.SUBMITTED, PlanAct.AGREED_ALONE)
"""Acts of a plan that lacks nothing."""


def buttons(view: PlanView, language: Language) -> list[Button]:
    """Return what the reader may do now. What lacks contents is not offered for submission."""
    place = address(view.row.id)
    found = []
    for allowed, act in _ACTS:
        if not getattr(view.may, allowed) or (act in _WHOLE and view.missing):
            continue
        if act is PlanAct.PUBLISHED and view.published:
            continue
        name = act.removeprefix("plan.")
        said = say(language, f"planacts.do_{act}")
        first = act in (PlanAct.SUBMITTED, PlanAct.MERGED)
        found.append(Button(f"{place}/acts/{name}", said, first, act is PlanAct.GIVEN_UP))
    return found


def told(row: HistoryRow, language: Language) -> story.Told:
    """Return an act of a plan as a line of the timeline."""
    return story.Told(
        at=row.at,
        made_at=row.at,
        who=row.by_name,
        kind=row.act,
        sentence=say(language, f"planacts.do_{row.act}"),
        detail=getattr(row.detail, language) or None,
    )


def days_of(rows: list[HistoryRow], language: Language) -> list[story.Day]:
    """Return a plan's acts as a timeline, the newest first."""
    lines = [told(one, language) for one in rows]
    return story.by_day(
        lines, lambda kind, count: f"{say(language, f'planacts.do_{kind}')} ({count})"
    )


async def results_of(
    results: list[UnitResult], language: Language
) -> list[tuple[str, UUID, UnitResult]]:
    """Return what each unit did, with the units' names; one that ended behind who carries its items out now."""
    known, found = await units_service.views_of(one.unit_id for one in results), []
    for one in results:
        unit = known[one.unit_id]
        name, now = getattr(unit.name, language), one.unit_id
        if unit.successor_id is not None:
            now = (await units_service.path_of(one.unit_id)).unit_id
            taken = getattr(await units_service.name_of(now), language)
            name = say(language, "planitems.was", unit=taken, was=name)
        found.append((name, now, one))
    return found


async def _recipients(view: PlanView, actor: Actor) -> list[RecipientRow]:
    if not view.whole or view.row.state not in (PlanState.ISSUED, PlanState.ENDED):
        return []
    return (await reading.recipients_of(view.row.id, actor, limit=_RECIPIENTS)).rows


@get(ONE, include_in_schema=False)
async def show_plan(request: AnyRequest, plan_id: FromPath[UUID]) -> Response[str]:
    """Show a plan: what to do next, its submission, limits, head, items, overlaps, recipients, timeline."""
    actor, language = actor_of(request), language_of(request)
    cursor = request.query_params.get("after")
    async with transaction():
        view = await reading.view(plan_id, actor)
        async with at_once() as ask:
            listing = ask(reading.items(plan_id, actor, cursor=cursor))
            overlapping = ask(reading.overlaps(plan_id, actor)) if view.whole else None
            receiving = ask(_recipients(view, actor))
            counting = ask(readers.recipients_counted(plan_id))
            telling = ask(stories.history(plan_id, actor)) if view.whole else None
            results = ask(results_of(view.results, language))
            tasks = ask(_tasks(view, language))
            approval = ask(panel.of_subject(request, submitted.subject_of(plan_id)))
            drafted = ask(record_papers.shown(request, RecordKind.PLAN, plan_id))
    items, papers, (whole, sent) = listing.result(), drafted.result(), counting.result()
    told_rows = telling.result() if telling else []
    overlaps = overlapping.result() if overlapping else []
    overlaps = [one for one in overlaps if one.resolved is None] or overlaps
    done = request.query_params.get("done", "")
    shown = {
        "head": True,
        "items": True,
        "overlaps": overlaps,
        "papers": papers and (papers.rows or papers.may_begin),
        "recipients": view.row.state in ("issued", "ended"),
        "report": view.report,
        "story": told_rows,
    }
    return page(
        request,
        "planning/plans/plan.html",
        view=view,
        mark=lines.mark(view.row, language),
        buttons=buttons(view, language),
        approval=approval.result(),
        items=item_lines.listing(items.rows, language) if items.rows else None,
        items_more=f"{address(plan_id)}?{query_of({'after': items.next})}#items"
        if items.next
        else None,
        overlaps=overlaps,
        recipients=receiving.result(),
        sent=sent,
        receive=whole,
        results=results.result(),
        papers=papers,
        tasks=tasks.result(),
        days=days_of(told_rows, language),
        anchors=[name for name, there in shown.items() if there],
        done=done
        if done == "already" or f"planacts.do_plan.{done}" in CATALOGUES[language]
        else "",
    )


async def _tasks(view: PlanView, language: Language) -> list[tuple[str, str]]:
    names = await units_service.names_of(one.unit_id for one in view.head.unit_tasks)
    return [(getattr(names[one.unit_id], language), one.task) for one in view.head.unit_tasks]


@get(f"{ONE}/changes", include_in_schema=False)
async def show_changes(request: AnyRequest, plan_id: FromPath[UUID]) -> Response[str]:
    """Show what was done to each item, by whom, and from which proposal it came. Raises NotFound."""
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        async with at_once() as ask:
            viewing = ask(reading.view(plan_id, actor))
            after = request.query_params.get("after")
            finding = ask(stories.changes_of(plan_id, actor, cursor=after))
        view, found = viewing.result(), finding.result()
        changes = await described.changes(found.rows, language)
    following = f"{address(plan_id)}/changes?{query_of({'after': found.next})}"
    return page(
        request,
        "planning/plans/changes.html",
        view=view,
        list=change_lines.listing(
            changes, plan_id, language, following if found.next is not None else ""
        ),
    )


HANDLERS = [list_plans, show_plan, show_changes]
