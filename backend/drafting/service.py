"""Papers begun at the desk: the world gathered, the form filled, the draft recorded."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from backend import clock
from backend.actors import Actor
from backend.cases import law
from backend.cases import service as cases
from backend.cases.facts import Facts
from backend.catalogue import service as catalogue
from backend.deadlines.rules import day_of
from backend.documents import forms
from backend.documents import service as documents
from backend.drafting import fields as fields_words
from backend.drafting import filling, treasury
from backend.drafting.world import Context, Inspected, Officer, World
from backend.errors import NotFound
from backend.inspections import service as inspections
from backend.ledger import service as ledger
from backend.sanctions import service as sanctions
from backend.units import service as units
from schemas.case_words import CaseOfficerRole
from schemas.inspections import InspectionView
from schemas.sanctions import Computation
from schemas.vocabulary import Role

__all__ = ["FORMS", "begin", "filled", "version_of"]

FORMS = filling.FORMS


def version_of(form: str) -> int:
    """The newest version of a form that can be begun here. Raises NotFound."""
    found = [version for name, version in forms.known() if name == form]
    if form not in FORMS or not found:
        raise NotFound(what="form")
    return found[-1]


async def begin(
    case_id: UUID,
    form: str,
    actor: Actor,
    *,
    about: UUID | None = None,
    computation: Computation | None = None,
) -> tuple[UUID, ledger.Outcome]:
    """A new draft of a form, filled. Raises NotFound; what the door says is the outcome."""
    fields = await filled(case_id, form, actor, about=about, computation=computation)
    replaces = about if form in ("MQĐ38", "MQĐ39", "MQĐ40") else None
    return await cases.draft(case_id, form, version_of(form), fields, actor, replaces=replaces)


async def filled(
    case_id: UUID,
    form: str,
    actor: Actor,
    *,
    about: UUID | None = None,
    computation: Computation | None = None,
) -> dict[str, Any]:
    """The fields of a new paper, as far as the case tells them. Raises NotFound."""
    schema = documents.get_form(form, version_of(form))
    row, facts = await cases.facts_of(case_id, actor)
    if about is not None and about not in facts.papers:
        raise NotFound(what="document")
    world = await _world(row, facts, schema, actor, about, computation)
    return filling.fill(schema, Context(form, facts, world))


async def _world(
    row: Any,
    facts: Facts,
    schema: dict[str, Any],
    actor: Actor,
    about: UUID | None,
    computation: Computation | None,
) -> World:
    now = clock.now()
    named = await cases.as_officer(actor.officer_id, CaseOfficerRole.MEMBER)
    own_unit = (await units.name_of(actor.unit.unit_id)).vi
    unit = row["unit_name_vi"]
    inspected = await _inspected(facts, actor, unit)
    team = inspected.team if inspected else ()
    number = next((one.number for one in team if one.id == actor.officer_id), None)
    writer = Officer(
        actor.full_name, named.title or None, own_unit, number=number, id=actor.officer_id
    )
    heads = actor.has(Role.SUPERVISOR)
    paper = facts.papers[about] if about else None
    return World(
        agency=own_unit if heads and schema.get("x-issuer") == "unit" else unit,
        unit=unit,
        now=now,
        today=law.today(now),
        writer=writer,
        signer=writer if heads else None,
        inspection=inspected,
        computation=computation,
        circumstances={one.code: one.name.vi for one in sanctions.in_use().circumstances},
        fields=_fields_of(facts, computation),
        about=paper,
        about_title=_title(paper.form, paper.form_version) if paper else None,
        treasury=treasury.current(),
        titles={form: _title(form, version) for form, version in forms.known()},
    )


def _title(form: str, version: int) -> str:
    return str(documents.get_form(form, version)["x-title"]["vi"])


def _fields_of(facts: Facts, computation: Computation | None) -> dict[str, str]:
    codes = [one.code for one in facts.recorded.violations] if facts.recorded else []
    found = {code: fields_words.said(catalogue.traits_of(code).field) for code in codes}
    acts = computation.acts if computation else []
    return found | {act.code: fields_words.said(act.field) for act in acts}


async def _inspected(facts: Facts, actor: Actor, unit: str) -> Inspected | None:
    if facts.inspection_id is None:
        return None
    try:
        view = await inspections.inspection_view(facts.inspection_id, actor)
    except NotFound:
        return None
    return inspected_of(view, unit)


def inspected_of(view: InspectionView, unit: str) -> Inspected:
    """What papers say of an inspection, its leader first."""
    decision = view.decision
    written = view.minutes.fields if view.minutes else {}
    team = sorted(decision.team, key=lambda one: not one.leader)
    return Inspected(
        number=decision.number,
        issued_on=decision.issued_on,
        place=decision.place,
        contents=tuple(decision.contents),
        started_at=_moment(written.get("started_at")) or view.announced_at,
        minutes_number=written.get("number") or None,
        minutes_on=day_of(view.minutes.made_at) if view.minutes else None,
        team=tuple(
            Officer(
                one.full_name,
                one.title or None,
                unit,
                one.officer_number,
                one.card_number,
                one.officer_id,
            )
            for one in team
        ),
    )


def _moment(text: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone(UTC) if isinstance(text, str) else None
    except ValueError:
        return None
