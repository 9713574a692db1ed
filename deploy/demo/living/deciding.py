"""Decisions on the violation in the history: the sanction as it is computed, and one on the spot."""

from uuid import UUID

from backend.casework.drafting import ordering, sanction_views
from backend.core import clock, local_time
from backend.law.sanctions import service as sanctions
from deploy.demo.living import goods
from deploy.demo.living.course import TREASURY, Course
from schemas.law.sanctions import Computation

PAID_TO: dict[str, object] = {"pay_to": TREASURY, "account": "3511.0.1012345"}


async def computed(case: Course, code: str | None = None) -> Computation:
    """Return the sanction that follows from the minutes; without minutes, for this behaviour."""
    about = await sanction_views.to_decide(case.id, case.team.writer)
    found = {one.code: one for one in about.violations}
    worth = goods.of(case.story).value
    acts = []
    for name in found or ([code] if code else []):
        known = found.get(name)
        acted_on = known.ended_on if known else local_time.day_of(case.story.visited)
        named = await ordering.behaviour(name, known, acted_on, about.book)
        said = ordering.TypedAct(
            acted_on=acted_on,
            circumstances=[],
            goods=None if known else worth,
            gain=None,
            quantity=None,
            multipliers=[],
            warning=False,
            chosen=None if known else named.fine_min_vnd,
            reason=None if known else "Vi phạm lần đầu, trị giá hàng nhỏ.",
        )
        acts.append(ordering.act(known, named, said))
    order = ordering.order(
        about.subject, clock.today(), acts, [], [], about.book, without_fine=False
    )
    return ordering.settled(sanctions.compute(order))


async def on_spot(case: Course) -> tuple[UUID, int]:
    """Sanction without minutes (MQĐ01), within the limits of Law 15/2012 Art 56; returns it and the fine."""
    computation = await computed(case, goods.of(case.story).code)
    head = case.team.head
    typed = PAID_TO | {"signer": {"name": head.full_name, "title": "Chi cục trưởng"}}
    document = await case.paper(
        "MQĐ01", head, typed, drafter=case.team.writer, computation=computation
    )
    return document, computation.total_vnd
