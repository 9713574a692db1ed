"""The fields of each act of a plan, and the service that records it."""

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.actors import Actor
from backend.ledger.service import Outcome
from backend.planning.plans import reading, service
from backend.planning.progress import service as progress
from schemas.planning import acts
from schemas.planning.views import PlanView, RecipientRow, ReportNumbers
from schemas.planning.words import PlanState

ALLOWED = {
    "submitted": "submit",
    "agreed_alone": "agree_alone",
    "sent_up": "send_up",
    "merged": "merge",
    "sent_back": "send_back",
    "issued": "issue",
    "published": "publish",
    "sent_out": "send_out",
    "amended": "amend",
    "ended": "end",
    "reopened": "reopen",
    "given_up": "give_up",
}
"""Each act with the permission that opens it (schemas.planning.views.Allowed)."""
SURE = frozenset(
    {"submitted", "agreed_alone", "issued", "merged", "ended", "given_up", "published"}
)
"""What cannot be undone, or only by others: a box must be ticked."""
WITH_SCAN = "issued"
"""The act whose form may bring the scan of a paper."""
_MOST_RECIPIENTS = 500


class Asked(NamedTuple):
    """One field of an act's form. kind: text, area, date, choice or boxes."""

    name: str
    label: str
    kind: str = "text"
    required: bool = True
    hint: str = ""
    longest: int = 500
    shortest: int = 1
    rows: int = 3
    options: list[tuple[str, str]] = []  # noqa: RUF012  # never changed


def empty(act: str) -> Form:
    """Return the form as it opens."""
    today = clock.today().isoformat()
    days = {"issued": "issued_on", "published": "published_on", "sent_out": "sent_on"}
    return Form({days[act]: [today]} if act in days else {})


async def asked(request: AnyRequest, act: str, view: PlanView) -> list[Asked]:
    """Return the fields of an act's form."""
    language = language_of(request)

    def label(key: str) -> str:
        return say(language, key)

    reason = Asked("reason", label("plans.reason"), "area", longest=2000, shortest=3)
    match act:
        case "sent_up" | "submitted":
            return [Asked("note", label("plans.note"), "area", required=False, longest=5000)]
        case "sent_back" | "given_up":
            return [reason]
        case "reopened" | "agreed_alone":
            return [reason._replace(longest=500)]
        case "merged":
            return [await _into(request, view)]
        case "issued":
            return [
                Asked("number", label("plans.head_number"), longest=80),
                Asked("issued_on", label("plans.head_issued_on"), "date"),
                Asked("signer_name", label("planacts.signer"), longest=200),
                Asked("signer_title", label("planacts.signer_title"), longest=500),
            ]
        case "published":
            where = label("planacts.where")
            hint = label("planacts.where_hint")
            return [
                Asked("where", where, "area", hint=hint, longest=500, shortest=3, rows=2),
                Asked("published_on", label("planacts.published_on"), "date"),
            ]
        case "sent_out":
            return await _sent_out(request, view)
        case "amended":
            return [
                reason,
                Asked("first_day", label("plans.head_first_day"), "date", required=False),
                Asked("last_day", label("plans.head_last_day"), "date", required=False),
                Asked("number", label("planacts.amending_number"), required=False, longest=80),
            ]
    return [Asked("text", label("planacts.text_report"), "area", longest=5000, rows=10)]


async def _into(request: AnyRequest, view: PlanView) -> Asked:
    language, actor = language_of(request), actor_of(request)
    own = reading.PlanFilters(
        year=view.row.year,
        kinds=(view.row.kind,),
        states=(PlanState.DRAFT,),
        unit_id=view.sent_to or actor.unit.unit_id,
    )
    found, _ = await reading.page(actor, own)
    options = [(str(one.id), one.title) for one in found if one.id != view.row.id]
    hint = "" if options else say(language, "planacts.into_none")
    return Asked("into", say(language, "planacts.into"), "choice", hint=hint, options=options)


async def _sent_out(request: AnyRequest, view: PlanView) -> list[Asked]:
    language = language_of(request)
    left: list[RecipientRow] = []
    cursor: str | None = None
    while len(left) < _MOST_RECIPIENTS:
        found = await reading.recipients_of(
            view.row.id, actor_of(request), cursor, _MOST_RECIPIENTS
        )
        left += [one for one in found.rows if one.sent_on is None]
        cursor = found.next
        if cursor is None:
            break
    rest = [
        (one.key, _called(one, say(language, f"plans.recipient_{one.kind}")))
        for one in left[:_MOST_RECIPIENTS]
    ]
    ways = [(way, say(language, f"plans.way_{way}")) for way in ("direct", "post", "electronic")]
    tick = say(language, "plans.recipients_tick")
    return [
        Asked("to", say(language, "plans.recipients_rest"), "boxes", hint=tick, options=rest),
        Asked("way", say(language, "plans.way"), "choice", options=ways),
        Asked("sent_on", say(language, "plans.sent_on"), "date"),
        Asked("note", say(language, "plans.note"), required=False),
    ]


def _called(one: RecipientRow, kind: str) -> str:
    """Return a recipient's name and kind; the people's committee is named by its kind alone."""
    return f"{one.name} ({kind})" if one.name else kind


def wrong(field: Asked, form: Form, language: Language) -> str:
    """Return what is wrong with a field, a whole sentence; empty if nothing is."""
    said = form.text(field.name)
    if field.kind == "boxes":
        known = {value for value, _ in field.options}
        ticked = [one for one in form.all(field.name) if one in known]
        return "" if ticked else say(language, "plans.recipients_none_chosen")
    if not said:
        missing = say(language, "planacts.needed", field=field.label.lower())
        return missing if field.required else ""
    if field.kind == "date":
        return "" if typed.day_or_none(said) else say(language, "plans.error_day")
    if field.kind == "choice":
        known = {value for value, _ in field.options}
        return "" if said in known else say(language, "planacts.needed", field=field.label.lower())
    if len(said) < field.shortest:
        return say(language, "planacts.reason_needed")
    return (
        "" if len(said) <= field.longest else say(language, "plans.error_long", most=field.longest)
    )


async def numbers(act: str, view: PlanView, actor: Actor) -> ReportNumbers | None:
    """Return what the end report counts; None for other acts."""
    return await progress.report(view.row.id, actor) if act == "ended" else None


async def do(
    act: str, view: PlanView, form: Form, actor: Actor, scan_id: UUID | None = None
) -> Outcome | None:
    """Record the act, in the caller's transaction. Raises RefusedAct where several acts belong together.

    `scan_id`: the scan of a plan that was signed outside.
    """
    plan_id = view.row.id
    match act:
        case "merged":
            await service.merge(typed.named(form.text("into")), plan_id, actor)
            return None
        case "ended":
            return await service.end(plan_id, form.text("text"), actor)
    said = content(act, form)
    if scan_id is not None:
        said = msgspec.structs.replace(said, scan_id=scan_id)
    return await service.act(plan_id, said, actor)


def content(act: str, form: Form) -> Any:
    """Return what the other acts say. Their fields were checked."""
    match act:
        case "sent_up":
            return acts.SentUp(note=form.text("note"))
        case "submitted":
            return acts.PlanSubmitted(note=form.text("note"))
        case "sent_back":
            return acts.SentBack(reason=form.text("reason"))
        case "agreed_alone":
            return acts.PlanAgreedAlone(reason=form.text("reason"))
        case "reopened":
            return acts.PlanReopened(reason=form.text("reason"))
        case "given_up":
            return acts.PlanGivenUp(reason=form.text("reason"))
        case "issued":
            return acts.PlanIssued(
                number=form.text("number"),
                issued_on=_day(form, "issued_on"),
                signer_name=form.text("signer_name"),
                signer_title=form.text("signer_title"),
            )
        case "published":
            return acts.PlanPublished(
                where=form.text("where"), published_on=_day(form, "published_on")
            )
        case "sent_out":
            way: Any = form.text("way")
            return acts.SentOut(
                recipients=form.all("to"),
                way=way,
                sent_on=_day(form, "sent_on"),
                note=form.text("note"),
            )
    return acts.PlanAmended(
        reason=form.text("reason"),
        first_day=typed.day_or_none(form.text("first_day")),
        last_day=typed.day_or_none(form.text("last_day")),
        number=form.optional("number"),
    )


def _day(form: Form, name: str) -> date:
    return typed.day(form.text(name))


def goes_to(act: str, view: PlanView, form: Form) -> UUID:
    """Return the plan whose page comes next."""
    return typed.named(form.text("into")) if act == "merged" else view.row.id
