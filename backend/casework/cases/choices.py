"""Lists that the forms of a case offer to choose from."""

from backend.casework.queries import choices as choice_queries
from backend.casework.rules import relief
from backend.casework.rules.facts import Facts
from backend.casework.rules.states import CLOSINGS
from backend.core.actors import Actor, UnitPath
from schemas.casework.views import CaseChoices


async def of(facts: Facts | None, actor: Actor, path: UnitPath | None = None) -> CaseChoices:
    """Return the lists for a case's forms; `facts` and `path` are None before the case exists.

    The queries apply scope.
    """
    return CaseChoices(
        officers=await choice_queries.officers(actor),
        inspections=await choice_queries.inspections(actor),
        outcomes=[str(one) for one in CLOSINGS.get(facts.state, {})] if facts else [],
        applications=[
            (one.application_id, one.what, one.received_on)
            for one in (relief.waiting(facts) if facts else [])
        ],
        units_above=await choice_queries.units_above(path) if path else [],
        before_archive=str(facts.before_archive) if facts and facts.before_archive else None,
    )
