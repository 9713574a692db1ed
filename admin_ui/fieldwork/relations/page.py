"""A member of a team declares at the desk whether there is a relation to the party.

The phone asks the same when the work is accepted. `ledger.record` (the one door) judges.
"""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.fieldwork.inspections.page import view_for
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core import refusing
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Refused
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.relations import RelationDeclared, RelationKind, RelationNoneDeclared

_PLACE = "/desk/inspections/{inspection_id:uuid}/relation"
_SHORTEST, _LONGEST = 3, 2000


async def _begin(request: AnyRequest, inspection_id: UUID) -> InspectionView:
    """Read the record. Raises NotAllowed for officers who are not on its team."""
    view = await view_for(request, inspection_id, "relation")
    if actor_of(request).officer_id not in {one.officer_id for one in view.team}:
        raise NotAllowed
    return view


def _page(
    request: AnyRequest,
    view: InspectionView,
    status: int = 200,
    errors: dict[str, str] | None = None,
    **typed: str,
) -> Response[Any]:
    actor = actor_of(request)
    said = next((one for one in view.relations if one.officer_id == actor.officer_id), None)
    return page(
        request,
        "fieldwork/relations/relation.html",
        status=status,
        view=view,
        said=said,
        same_name=inspections.relations.same_name(actor.full_name, view.decision.subject),
        kinds=list(RelationKind),
        errors=errors or {},
        typed=typed,
    )


@get(_PLACE, include_in_schema=False)
async def ask_relation(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[Any]:
    """Show the question, and what the officer declared before."""
    return _page(request, await _begin(request, inspection_id))


@post(_PLACE, include_in_schema=False)
async def declare_relation(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[Any]:
    """Record what the officer declares."""
    form = await read_form(request)
    view = await _begin(request, inspection_id)
    answer, reason, kind = form.text("answer"), form.text("reason"), form.text("relation")
    typed = {"answer": answer, "reason": reason, "relation": kind}
    actor, language = actor_of(request), language_of(request)
    same = inspections.relations.same_name(actor.full_name, view.decision.subject)
    wrong: dict[str, str] = {}
    if answer not in ("none", "related"):
        wrong["answer"] = say(language, "relation.answer_needed")
    if answer == "related" and kind not in set(RelationKind):
        wrong["relation"] = say(language, "relation.kind_needed")
    asks = answer == "related" or (answer == "none" and same)
    if asks and not _SHORTEST <= len(reason) <= _LONGEST:
        needed = "relation.reason_needed" if answer == "related" else "relation.same_name_needed"
        wrong["reason"] = say(language, needed)
    if wrong:
        return _page(request, view, 422, wrong, **typed)
    content: RelationDeclared | RelationNoneDeclared = (
        RelationDeclared(relation=RelationKind(kind), reason=reason)
        if answer == "related"
        else RelationNoneDeclared(same_name=reason if same else None)
    )
    async with transaction():
        outcome = await inspections.conflicts.declare(inspection_id, content, actor)
    if isinstance(outcome, Refused):
        refusing.answer(outcome.code)
        sentence = str(getattr(outcome.text, language))
        return _page(request, view, 409, {"answer": sentence}, **typed)
    return Redirect(f"/desk/inspections/{inspection_id}?done=relation", status_code=303)


HANDLERS = [ask_relation, declare_relation]
