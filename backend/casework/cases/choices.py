"""Lists that the forms of a case offer to choose from."""

from typing import Any

from backend.casework.queries import choices as choice_queries
from backend.casework.rules.facts import Facts
from backend.casework.rules.states import CLOSINGS
from backend.core.actors import Actor
from schemas.casework.views import CaseChoices, InspectionChoice, OfficerChoice
from schemas.casework.words import CaseAct


async def of(facts: Facts | None, actor: Actor) -> CaseChoices:
    """Return the lists for a case's forms; `facts` is None before the case exists.

    The queries apply scope.
    """
    known = facts.complaints if facts else {}
    filed = (
        [event.content for event in facts.events if event.type == CaseAct.COMPLAINT_FILED]
        if facts
        else []
    )
    return CaseChoices(
        officers=[_officer(row) for row in await choice_queries.officers(actor)],
        inspections=[_inspection(row) for row in await choice_queries.inspections(actor)],
        outcomes=[str(one) for one in CLOSINGS.get(facts.state, {})] if facts else [],
        complaints=[
            (one.complaint_id, one.by) for one in filed if known.get(one.complaint_id) is False
        ],
        before_archive=str(facts.before_archive) if facts and facts.before_archive else None,
    )


def _officer(row: Any) -> OfficerChoice:
    return OfficerChoice(
        officer_id=row["officer_id"], full_name=row["full_name"], title=row["title_vi"]
    )


def _inspection(row: Any) -> InspectionChoice:
    names = InspectionChoice.__struct_fields__
    return InspectionChoice(**{name: row[name] for name in names})
