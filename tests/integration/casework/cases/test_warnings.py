"""A tick makes no fine nothing: a warning only where the decree provides one, or to a child (Law Art 22)."""

import re
from datetime import date

import msgspec
import pytest
from litestar import Litestar

from backend.core.canonical_json import sha256_hex
from backend.documents import forms
from backend.law.sanctions import service as sanctions
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from schemas.law.sanctions import SanctionOrder
from tests.support import cases_made
from tests.support.cases_made import today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def warning() -> SanctionOrder:
    order = await cases_made.order()
    return msgspec.structs.replace(
        order, acts=[msgspec.structs.replace(order.acts[0], warning=True)]
    )


async def test_a_tick_on_the_sanction_page_warns_of_nothing_that_is_fined(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    giang = await Desk.of(app, people.giang, people)
    wanted = {"codes": cases_made.BEHAVIOUR, "0.acted_on": str(today()), "0.goods": "15.000.000"}
    for draft in ("MQĐ01", "MQĐ02"):
        answer = await giang.post(
            f"/desk/cases/{case.id}/sanction", **wanted, draft=draft, **{"0.warning": "yes"}
        )
        assert answer.status_code == 422
        assert "không ghi nghị định quy định cảnh cáo" in answer.text
        ids = set(re.findall(r'id="([^"]+)"', answer.text))
        assert 'href="#f-0.warning"' in answer.text, "the link led to a place that there is not"
        assert set(re.findall(r'href="#(f-[^"]+)"', answer.text)) <= ids
    assert [one.form for one in (await case.facts()).papers.values()] == ["MBB01"]


async def test_an_amount_outside_the_band_is_led_to_the_reckoning_s_own_form(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    giang = await Desk.of(app, people.giang, people)
    wanted = {"codes": cases_made.BEHAVIOUR, "0.chosen": "90.000.000", "0.reason": "Nặng"}
    answer = await giang.post(f"/desk/cases/{case.id}/sanction", **wanted)
    assert answer.status_code == 422
    links = re.findall(r'href="#(f-[^"]+)"', answer.text)
    assert links
    assert set(links) <= set(re.findall(r'id="([^"]+)"', answer.text))


async def test_no_decision_that_warns_so_is_made_ready_through_the_door(people: People) -> None:
    case = await cases_made.due(people)
    fields = cases_made.decision(await warning())
    assert fields["total_fine"] == 0
    document = new_id()
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form="MQĐ02",
        form_version=forms.newest("MQĐ02"),
        fields=fields,
        replaces=None,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft)
    ready = case_side_acts.DocumentFinalised(document_id=document, fields_hash=sha256_hex(fields))
    assert await case.refused(CaseAct.DOCUMENT_FINALISED, ready) == "case_warning"


async def test_a_child_of_fifteen_is_warned_whatever_the_decree_says() -> None:
    order = await warning()
    young, old = date(today().year - 15, 1, 1), date(today().year - 17, 1, 1)
    assert sanctions.warning_fault(order, young) is None
    assert sanctions.warning_fault(order, old) is not None
    assert sanctions.warning_fault(order, None) is not None
    assert sanctions.warning_fault(await cases_made.order(), None) is None
