"""The fields of each act of a plan, and the service that records it."""

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.fields import Field
from admin_ui.shell.reading.reader import Option
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import say
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


def empty(act: str) -> Form:
    """Return the form as it opens."""
    today = clock.today().isoformat()
    days = {"issued": "issued_on", "published": "published_on", "sent_out": "sent_on"}
    return Form({days[act]: [today]} if act in days else {})


_REASON = Field("reason", "area", "plans.reason", longest=2000, shortest=3)
_NOTE = Field("note", "area", "plans.note", required=False, longest=5000)
_FIELDS: dict[str, tuple[Field, ...]] = {
    "sent_up": (_NOTE,),
    "submitted": (_NOTE,),
    "sent_back": (_REASON,),
    "given_up": (_REASON,),
    "reopened": (_REASON._replace(longest=500),),
    "agreed_alone": (_REASON._replace(longest=500),),
    "merged": (Field("into", "choice", "planacts.into"),),
    "issued": (
        Field("number", "text", "plans.head_number", longest=80),
        Field("issued_on", "date", "plans.head_issued_on"),
        Field("signer_name", "text", "planacts.signer", longest=200),
        Field("signer_title", "text", "planacts.signer_title", longest=500),
    ),
    "published": (
        Field(
            "where",
            "area",
            "planacts.where",
            hint="planacts.where_hint",
            longest=500,
            shortest=3,
            rows=2,
        ),
        Field("published_on", "date", "planacts.published_on"),
    ),
    "sent_out": (
        Field("to", "boxes", "plans.recipients_rest", hint="plans.recipients_tick"),
        Field("way", "choice", "plans.way"),
        Field("sent_on", "date", "plans.sent_on"),
        Field("note", "text", "plans.note", required=False, longest=500),
    ),
    "amended": (
        _REASON,
        Field("first_day", "date", "plans.head_first_day", required=False),
        Field("last_day", "date", "plans.head_last_day", required=False),
        Field("number", "text", "planacts.amending_number", required=False, longest=80),
    ),
    "ended": (Field("text", "area", "planacts.text_report", longest=5000, rows=10),),
}


class Asked(NamedTuple):
    """The fields of an act's form, and what they may be chosen from."""

    fields: tuple[Field, ...]
    choices: dict[str, list[Option]]


async def asked(request: AnyRequest, act: str, view: PlanView) -> Asked:
    """Return the fields of an act's form."""
    choices: dict[str, list[Option]] = {}
    if act == "merged":
        choices["into"] = await _into(request, view)
    if act == "sent_out":
        language = language_of(request)
        choices["to"] = await _recipients(request, view)
        ways = ("direct", "post", "electronic")
        choices["way"] = [(way, say(language, f"plans.way_{way}")) for way in ways]
    return Asked(_FIELDS[act], choices)


async def _into(request: AnyRequest, view: PlanView) -> list[Option]:
    actor = actor_of(request)
    own = reading.PlanFilters(
        year=view.row.year,
        kinds=(view.row.kind,),
        states=(PlanState.DRAFT,),
        unit_id=view.sent_to or actor.unit.unit_id,
    )
    found, _ = await reading.page(actor, own)
    return [(str(one.id), one.title) for one in found if one.id != view.row.id]


async def _recipients(request: AnyRequest, view: PlanView) -> list[Option]:
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
    return [
        (one.key, _called(one, say(language, f"plans.recipient_{one.kind}")))
        for one in left[:_MOST_RECIPIENTS]
    ]


def _called(one: RecipientRow, kind: str) -> str:
    """Return a recipient's name and kind; the people's committee is named by its kind alone."""
    return f"{one.name} ({kind})" if one.name else kind


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
