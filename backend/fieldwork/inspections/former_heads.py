"""A head whose post ended and whose role did not yet: the papers that they draft have no title for their signer."""

from uuid import UUID

from backend.core import clock, formats
from backend.core.actors import Actor
from backend.documents.desk_papers import signers
from backend.fieldwork.inspections import issue
from backend.fieldwork.queries import former_posts
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.texts.inspections import refusal, same
from backend.force.units import taking_over
from backend.ledger.handlers import Refuse
from schemas.core.problems import Text
from schemas.core.vocabulary import Role


async def refused(actor: Actor) -> Refuse | None:
    """Return that the officer's post ended, since which day, and who may draft; None if another thing is amiss."""
    if not actor.has(Role.SUPERVISOR):
        return None
    day = clock.today()
    units = [one for one in actor.unit.as_tuple() if one is not None]
    if await read_queries.titles_held(actor.officer_id, units, day):
        return None
    last = await former_posts.last(actor.officer_id, units, day)
    if last is None or last.valid_to is None or not taking_over.ends_with_unit(last.title_vi):
        return None

    async def may(officer_id: UUID) -> bool:
        return (await issue.in_office(officer_id, day))[1].fault is None

    head_id = await signers.nearest(actor.unit, (Role.SUPERVISOR,), may)
    words = {
        "title": Text(vi=last.title_vi, en=last.title_en or last.title_vi),
        "day": same(formats.day(last.valid_to)),
    }
    if head_id is None:
        return refusal("post_ended_nobody", words)
    head, _ = await issue.in_office(head_id, day)
    return refusal("post_ended", words | {"head": same(head.full_name)})
