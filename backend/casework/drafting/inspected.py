"""What the papers of a case say of its inspection: its decision, team and minutes."""

from datetime import UTC, date, datetime
from typing import Any

from backend.casework.prefill.context import Inspected, Officer
from backend.casework.rules.facts import Facts
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.core.local_time import day_of
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.inspections import InspectionView


async def of(facts: Facts, actor: Actor, unit: str) -> Inspected | None:
    """Return what papers say of the inspection behind a case; None if the actor may not see it."""
    if facts.inspection_id is None:
        return None
    try:
        view = await inspections.inspection_view(facts.inspection_id, actor)
    except NotFound:
        return None
    return inspected_of(view, unit)


def inspected_of(view: InspectionView, unit: str) -> Inspected:
    """Return what papers say of an inspection, its leader first."""
    decision = view.decision
    written = view.minutes.fields if view.minutes else {}
    team = sorted(decision.team, key=lambda one: not one.leader)
    return Inspected(
        number=decision.number,
        issued_on=decision.issued_on,
        place=decision.place,
        contents=tuple(decision.contents),
        started_at=_moment(written.get("started_at")) or view.announced_at,
        minutes_number=(view.minutes.paper_number if view.minutes else None)
        or written.get("number")
        or None,
        minutes_on=_written_on(view),
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


def _written_on(view: InspectionView) -> date | None:
    """Return the day of the minutes in force, corrected if their phone's clock was wrong."""
    if view.minutes is None:
        return None
    act = next((one for one in view.acts if one.id == view.minutes.id), None)
    return day_of(act.clock.at if act and act.clock else view.minutes.made_at)


def _moment(text: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone(UTC) if isinstance(text, str) else None
    except (ValueError, OverflowError):
        return None
