"""Without minutes only where there are none, and in time; and one inspection becomes one case."""

import asyncio
from datetime import date, timedelta

import msgspec
import pytest
from litestar import Litestar

from backend import registry
from backend.core.canonical_json import sha256_hex
from backend.documents import forms
from backend.law.sanctions import service as sanctions
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.support import cases_made, factories
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def on_spot(case: Case, acted_on: date) -> case_acts.SanctionImposed:
    """A signed MQĐ01 of 500,000 đồng for goods of one million, and the act that says what it says."""
    order = await cases_made.order(code="ND98-15-1-a", mitigating=2)
    one = order.acts[0]
    values = msgspec.structs.replace(one.values, goods_value_vnd=1_000_000)
    one = msgspec.structs.replace(one, acted_on=acted_on, values=values)
    order = msgspec.structs.replace(order, acts=[one])
    reckoned = sanctions.compute(order)
    said = cases_made.decision(order, "MQĐ01")
    signed = cases_made.signed_by("MQĐ01", said, case.head)
    paper = await case.paper("MQĐ01", **signed)
    return case_acts.SanctionImposed(
        document_id=paper,
        decided_on=today(),
        order=order,
        total=reckoned.total_vnd,
        computation=reckoned.hash,
        by_device=False,
        delegation=None,
        confiscated=[],
        comply_days=10,
        publish=False,
    )


async def test_nobody_is_sanctioned_on_the_spot_beside_violation_minutes(people: People) -> None:
    case = await cases_made.inspected(people)
    content = await on_spot(case, today())
    await cases_made.minuted(case)
    found = await case.refused(CaseAct.SANCTION_IMPOSED_ON_SPOT, content)
    assert found == "case_on_spot_minutes"
    without = await cases_made.inspected(people)
    content = await on_spot(without, today())
    await without.take(CaseAct.SANCTION_IMPOSED_ON_SPOT, content)


async def test_nobody_is_sanctioned_on_the_spot_after_the_time_to_sanction(people: People) -> None:
    case = await cases_made.inspected(people)
    content = await on_spot(case, today() - timedelta(days=5 * 365))
    found = await case.refused(CaseAct.SANCTION_IMPOSED_ON_SPOT, content)
    assert found == "case_statute_over"


async def test_what_a_device_found_is_not_printed_for_a_signature_without_minutes(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    order = (await on_spot(await cases_made.inspected(people), today())).order
    said = cases_made.decision(order, "MQĐ01")
    fields = cases_made.signed_by("MQĐ01", said, people.giang)
    document, hashed = new_id(), sha256_hex(fields)
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form="MQĐ01",
        form_version=forms.newest("MQĐ01"),
        fields=fields,
        replaces=None,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft, people.giang)
    ready = case_side_acts.DocumentFinalised(document_id=document, fields_hash=hashed)
    await case.take(CaseAct.DOCUMENT_FINALISED, ready, people.giang)
    giang = await Desk.of(app, people.giang, people)
    pressed = {"fields_hash": hashed, "by_hand": "yes", "alone": "Trực một mình"}
    answer = await giang.post(f"/desk/documents/{document}/sign", **pressed, by_device="yes")
    assert answer.status_code == 409
    assert "thiết bị kỹ thuật thì phải lập biên bản" in answer.text
    assert (await case.facts()).papers[document].number is None
    answer = await giang.post(f"/desk/documents/{document}/sign", **pressed)
    assert answer.status_code == 303


async def test_an_inspection_that_two_open_at_once_becomes_one_case(
    app: Litestar, people: People
) -> None:
    registry.open_all()
    party = cases_made.party()
    first, second = await Desk.of(app, people.giang, people), await Desk.of(app, people.hai, people)
    tokens = [await first.form_token(), await second.form_token()]
    for _ in range(6):
        work = await factories.submitted(people)
        form = {
            "step": "",
            "inspection_id": str(work.id),
            "party.kind": "individual",
            "party.name": party.name,
            "party.address": party.address,
            "another_party": "Người bán hàng thuê quầy",
        }
        units = [people.an.unit.unit_id, people.giang.unit.unit_id]
        answers = await asyncio.gather(
            *(
                desk.http.post(
                    "/desk/cases/new/inspection",
                    data=form | {"csrf_token": token, "unit_id": str(unit)},
                )
                for desk, token, unit in zip((first, second), tokens, units, strict=True)
            )
        )
        codes = sorted(one.status_code for one in answers)
        assert codes in ([303, 409], [303, 422]), "422: it is offered no longer"
