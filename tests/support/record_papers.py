"""Papers of records for tests: of a plan, whose owner is one that the test registers for itself.

with record_papers.owned() as issued:
    plan_id = await record_papers.plan(people.giang)
    document = await record_papers.final(plan_id, "KH", people.giang)
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from backend import registry
from backend.core import scope
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.documents.record_papers import owners
from backend.documents.record_papers import service as papers
from backend.documents.record_papers.owners import Issued, Owned, Owner
from backend.ledger import service as ledger
from backend.planning.plans.owned import owned as owned_plan
from backend.planning.queries import plans as plan_queries
from schemas.core.vocabulary import RecordKind
from schemas.documents.record_papers import RecordPaperView
from tests.support import plans_made
from tests.support.people import Person
from tests.support.signing import PASSPHRASE
from tests.unit.documents.papers import specimens

PLAN = RecordKind.PLAN
FORMS = ("KH", "TB", "CV", "BC-KH", "QĐ-NV", "BC")


async def _find(plan_id: UUID, actor: Actor) -> Owned | None:
    plan = await plan_queries.find(plan_id)
    return owned_plan(plan) if plan and scope.covers(actor, plan.path) else None


async def _prefill(owned: Owned, form: str, actor: Actor) -> dict[str, Any]:
    del actor
    if form != "KH":
        return {}
    return {
        "about": owned.title.vi,
        "items": [
            {"subject": "Cửa hàng Lan", "contents": "Giá", "time": "Quý I", "unit": "Đội số 1"}
        ],
    }


@contextmanager
def owned(**given: Any) -> Iterator[list[Issued]]:
    """Plans have papers while it lasts; yields what was told of papers in force."""
    registry.open_all()
    told: list[Issued] = []

    async def on_issued(issued: Issued, actor: Actor) -> None:
        del actor
        told.append(issued)

    before = owners.registered(PLAN)
    usual: dict[str, Any] = {"find": _find, "prefill": _prefill, "on_issued": on_issued}
    owners.register(PLAN, Owner(forms=FORMS, **(usual | given)))
    try:
        yield told
    finally:
        owners.register(PLAN, before)


async def plan(person: Person) -> UUID:
    """A plan of the person's unit."""
    return await plans_made.drafted(person)


def fields(form: str, **changed: Any) -> dict[str, Any]:
    """The example of a form; None takes a field away."""
    whole = specimens.fields_of(form) | changed
    return {name: value for name, value in whole.items() if value is not None}


async def drafted(plan_id: UUID, form: str, by: Person, **changed: Any) -> UUID:
    """A draft with every field of the form's example."""
    actor = by.actor("desk")
    async with transaction():
        document, outcome = await papers.begin(PLAN, plan_id, form, actor)
        ledger.unwrap(outcome)
        _, outcome = await papers.draft(document, fields(form, **changed), actor)
        ledger.unwrap(outcome)
    return document


async def final(plan_id: UUID, form: str, by: Person, **changed: Any) -> UUID:
    """The same, finalised."""
    document = await drafted(plan_id, form, by, **changed)
    view = await seen(document, by)
    async with transaction():
        ledger.unwrap(await papers.finalise(document, view.fields_hash, by.actor("desk")))
    return document


async def seen(document: UUID, by: Person) -> RecordPaperView:
    """The paper as this officer sees it. Raises NotFound."""
    async with transaction():
        return await papers.read(document, by.actor("desk"), None)


async def signed(document: UUID, by: Person, passphrase: str | None = PASSPHRASE) -> None:
    """Sign it as seen now; with None print it, to be signed by hand."""
    view = await seen(document, by)
    await papers.sign(document, view.fields_hash, passphrase, by.actor("desk"))
