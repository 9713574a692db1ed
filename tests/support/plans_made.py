"""Plans for tests: drafted with items, sent up, merged, approved, issued.

plan_id = await plans_made.drafted(people.giang, items=[plans_made.item(people.an, "Cửa hàng A")])
await plans_made.do(plan_id, SentUp(note=""), people.chi)
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import msgspec

from backend import registry
from backend.core import clock
from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.planning.plans import service as plans
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from schemas.planning.acts import PlanDrafted, PlanItem, PlanSubject, UnitTask
from schemas.planning.words import PlanKind
from tests.support.people import Person

registry.open_all()


def year() -> int:
    """The year of the plans: the next one, so that no item is late whatever day it is."""
    return clock.today().year + 1


def head(person: Person, unit_id: UUID | None = None, **other: Any) -> PlanDrafted:
    """A head with everything that the law asks for."""
    unit = unit_id or person.unit.unit_id
    given: dict[str, Any] = {
        "kind": PlanKind.PERIODIC,
        "unit_id": unit,
        "year": year(),
        "title": "Kế hoạch kiểm tra định kỳ",
        "first_day": date(year(), 1, 1),
        "last_day": date(year(), 11, 14),
        "basis": ["Pháp lệnh Quản lý thị trường số 11/2016/UBTVQH13"],
        "aim": "Phát hiện, ngăn chặn vi phạm.",
        "contents": ["Kiểm tra nguồn gốc hàng hóa"],
        "budget_note": "Kinh phí thường xuyên",
        "unit_tasks": [UnitTask(unit_id=unit, task="Thực hiện các mục được giao")],
        "reporting": "Báo cáo hằng tháng trước ngày 20",
    }
    return PlanDrafted(**(given | other))


def subject(name: str, **other: Any) -> PlanSubject:
    """A business, typed."""
    return PlanSubject(
        subject_id=None, kind=other.pop("kind", SubjectKind.HOUSEHOLD), name=name, **other
    )


def item(unit_id: UUID, name: str, month: int = 3, **other: Any) -> PlanItem:
    """An item of one business in one month."""
    given: dict[str, Any] = {
        "item_id": new_id(),
        "subject": subject(name),
        "criterion": None,
        "address": "12 phố Huế",
        "area": None,
        "first_day": date(year(), month, 1),
        "last_day": date(year(), month, 20),
        "contents": ["Nguồn gốc hàng hóa"],
        "unit_id": unit_id,
    }
    return PlanItem(**(given | other))


async def drafted(person: Person, items: Sequence[PlanItem] = (), **other: Any) -> UUID:
    """Begin a plan of the person's unit with these items."""
    async with transaction():
        plan_id, outcome = await plans.draft(head(person, **other), person.actor("desk"))
        ledger.unwrap(outcome)
        if items:
            await plans.set_items(plan_id, items, person.actor("desk"))
    return plan_id


async def do(plan_id: UUID, content: Wire, person: Person) -> None:
    """Record an act as its page does. Raises RefusedAct."""
    async with transaction():
        outcome = await plans.act(plan_id, content, person.actor("desk"))
    ledger.unwrap(outcome)


def changed(one: PlanItem, **other: Any) -> PlanItem:
    """The item with other values."""
    return msgspec.structs.replace(one, **other)


def unknown() -> UUID:
    """An id that nothing has."""
    return uuid4()
