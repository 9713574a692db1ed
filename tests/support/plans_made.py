"""Plans for tests: drafted with items, sent up, merged, approved, issued.

plan_id = await plans_made.drafted(people.giang, items=[plans_made.item(people.an, "Cửa hàng A")])
await plans_made.do(plan_id, SentUp(note=""), people.chi)
"""

import dataclasses
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import msgspec

from backend import registry
from backend.approvals.rules.facts import Submission
from backend.core import clock, database
from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.planning.plans import service as plans
from schemas.approvals.submissions import SubmissionApproved
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role, SubjectKind
from schemas.planning.acts import (
    PlanDrafted,
    PlanIssued,
    PlanItem,
    PlanSubject,
    PlanSubmitted,
    UnitTask,
)
from schemas.planning.words import PlanKind
from tests.support.people import People, Person
from tests.support.submitted import answer, of_record

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
        "means": "Xe ô tô của đơn vị",
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


async def national_head(people: People) -> Person:
    """The national clerk, made the head of the nation's unit."""
    await database.execute("DELETE FROM officer_roles WHERE officer_id = $1", people.oanh.id)
    await database.execute(
        "UPDATE officer_positions SET title_vi = 'Cục trưởng' WHERE officer_id = $1", people.oanh.id
    )
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'supervisor')", people.oanh.id
    )
    return dataclasses.replace(people.oanh, roles=(Role.SUPERVISOR,))


async def submitted(plan_id: UUID, person: Person) -> Submission:
    """Submit a plan, and return its submission."""
    await do(plan_id, PlanSubmitted(note="Kính trình"), person)
    return (await of_record(plan_id))[-1]


async def approved(plan_id: UUID, person: Person, head: Person) -> None:
    """Submit a plan and have this head approve it."""
    one = await submitted(plan_id, person)
    said = SubmissionApproved(shown=one.shown, step=1, note="Đồng ý", without=[], reason="")
    await answer(one, said, head)


async def issued(plan_id: UUID, person: Person, number: str = "01/KH-QLTT") -> None:
    """Issue an approved plan by the scan of a paper that was signed outside."""
    scan_id = await _scan(plan_id, person)
    content = PlanIssued(
        number=number,
        issued_on=clock.today(),
        signer_name=person.full_name,
        signer_title=person.title,
        scan_id=scan_id,
    )
    await do(plan_id, content, person)


async def in_force(
    people: People, items: Sequence[PlanItem], number: str = "01/KH-QLTT", **other: Any
) -> UUID:
    """A plan of Hà Nội with these items, issued by giang; a yearly one was approved by the nation's head before."""
    plan_id = await drafted(people.giang, items, **other)
    if other.get("kind") is PlanKind.THEMATIC:
        await submitted(plan_id, people.giang)
    else:
        await approved(plan_id, people.giang, await national_head(people))
    await issued(plan_id, people.giang, number)
    return plan_id


async def _scan(plan_id: UUID, person: Person) -> UUID:
    scan_id = new_id()
    unit_1, unit_2, unit_3, unit_4 = person.unit.as_tuple()
    await database.execute(
        """
        INSERT INTO scans (id, record_kind, record_id, subject_id, sha256, size, media_type, object_key, uploaded_by,
            unit_id, unit_1, unit_2, unit_3, unit_4)
        VALUES ($1, 'plan', $2, $2, $3, 10, 'application/pdf', $4, $5, $6, $7, $8, $9, $10)
        """,
        scan_id,
        plan_id,
        scan_id.hex * 2,
        f"scans/{scan_id}",
        person.id,
        person.unit.unit_id,
        unit_1,
        unit_2,
        unit_3,
        unit_4,
    )
    return scan_id


async def set_items(plan_id: UUID, items: Sequence[PlanItem], person: Person) -> None:
    """Write items into a draft."""
    async with transaction():
        await plans.set_items(plan_id, items, person.actor("desk"))


async def put_in_force(plan_id: UUID, number: str) -> None:
    """Let a plan be issued, where a test is not about its way."""
    await database.execute(
        "UPDATE plans SET state = 'issued', number = $2, issued_on = current_date WHERE id = $1",
        plan_id,
        number,
    )
    await database.execute(
        "UPDATE plan_items SET state = 'planned' WHERE plan_id = $1 AND state = 'draft'", plan_id
    )
