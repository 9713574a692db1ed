"""Where a plan's submission shows the plan, and what of it a comment can name."""

from admin_ui.approvals import records
from admin_ui.approvals.records import Place
from admin_ui.shell.formats import short_date
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.planning.plans import reading
from schemas.approvals.submissions import Submitted
from schemas.core.vocabulary import RecordKind

_FIELDS = (
    ("basis", "plans.head_basis"),
    ("aim", "plans.head_aim"),
    ("contents", "plans.head_contents"),
    ("budget_vnd", "plans.head_budget"),
    ("means", "plans.head_means"),
    ("partners", "plans.head_partners"),
    ("unit_tasks", "plans.head_tasks"),
    ("reporting", "plans.head_reporting"),
)
"""Contents of Circular 27/2020 Art 5.2, with the keys of their names."""


def _address(subject: Submitted) -> str:
    return f"/desk/plans/{subject.record_id}"


def _signing(subject: Submitted) -> str:
    """Return where the plan's paper is: that is what its head signs."""
    return f"{_address(subject)}#papers"


async def places(subject: Submitted, actor: Actor, language: Language) -> list[Place]:
    try:
        view = await reading.view(subject.record_id, actor)
    except NotFound:
        return []
    head = view.head
    fields = [
        Place(f"/{name}", say(language, key), _said(getattr(head, name)), anchor="head")
        for name, key in _FIELDS
    ]
    items = (await reading.items(subject.record_id, actor, limit=200)).rows
    listed = say(language, "plans.part_items")
    return fields + [
        Place(
            f"/items/{one.id}",
            f"{listed}: {one.subject_name or one.criterion}",
            (f"{one.address}, " if one.address else "")
            + f"{short_date(one.first_day, language)} – {short_date(one.last_day, language)}",
            anchor="items",
        )
        for one in items
    ]


def _said(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(one if isinstance(one, str) else one.task for one in value)
    return "" if value is None else str(value)


async def _sees(subject: Submitted, actor: Actor) -> bool:
    return await reading.sees(subject.record_id, actor)


def register() -> None:
    """Register how plans are shown; done by the router."""
    records.register(RecordKind.PLAN, address=_address, places=places, signing=_signing, sees=_sees)
