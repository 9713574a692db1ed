"""Whom the team of an item may be of: some stand on the form's page, all others are searched or typed."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from admin_ui.approvals import naming
from admin_ui.shell.choosing.matching import Option
from admin_ui.shell.forms import Form
from admin_ui.shell.render import AnyRequest, actor_of
from admin_ui.shell.words import Language
from backend.approvals.absences import service as absences
from backend.approvals.absences.service import Named
from schemas.planning.acts import PlanItem
from schemas.planning.views import PlanView
from schemas.planning.words import PlanKind

SHOWN = 40
"""Officers whose boxes stand on the page; of more only those that are ticked."""


class Picker(NamedTuple):
    """The field of the members: boxes, what was typed beside them, and whether the rest is searched at the server."""

    options: list[Option]
    values: list[str]
    typed: str
    source: str


async def of_form(request: AnyRequest, plan: PlanView, form: Form) -> list[Named]:
    """Return the officers whom the form may name, those that it names among them; nobody where others carry it out.

    A department of more than a form suggests has also those that were chosen by name.
    """
    if plan.row.kind is PlanKind.FOREIGN:
        return []
    found = await naming.suggested(request)
    if len(found) < absences.SUGGESTED:
        return found
    actor = actor_of(request)
    named = await absences.these(actor, usernames=[form.text("leader"), *lines(form)])
    known = {one.id for one in found}
    return [*(one for one in named if one.id not in known), *found]


async def usernames(request: AnyRequest, item: PlanItem) -> dict[UUID, str]:
    """Return how the form names the officers of an item."""
    ids = [*item.member_ids, *([item.leader_id] if item.leader_id else [])]
    found = await absences.these(actor_of(request), ids) if ids else []
    return {one.id: one.username for one in found}


def officers(found: Sequence[Named], language: Language) -> list[Option]:
    """Return officers by username, with it: what a search of officers sends too."""
    return [(one, f"{label} ({one})") for one, label in _called(found, language)]


def members(found: Sequence[Named], form: Form, language: Language) -> Picker:
    """Return the field of the members, without usernames, as its chips show them."""
    options, values = _called(found, language), lines(form)
    known = {one for one, _ in options}
    typed = "\n".join(one for one in values if one not in known)
    if len(options) <= SHOWN:
        return Picker(options, values, typed, "")
    ticked = [one for one in options if one[0] in values]
    return Picker(ticked, values, typed, "officers?rule=department")


def lines(form: Form) -> list[str]:
    """Return what names the members: ticked usernames, and typed lines."""
    told = (one.strip() for text in form.all("members") for one in text.split("\n"))
    return [one for one in told if one][:30]


def _called(found: Sequence[Named], language: Language) -> list[Option]:
    return [
        (one.username, f"{one.full_name} – {getattr(one, f'unit_{language}')}") for one in found
    ]
