"""A case of an inspection of one party against another says why, on its page and in the list of exceptions."""

import pytest
from litestar import Litestar

from backend import registry
from backend.core import database
from tests.support import factories
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

WHY = "Người bán hàng thuê quầy của công ty, tự kinh doanh"


async def test_a_case_against_another_than_who_was_inspected_is_opened_with_a_reason_and_listed(
    app: Litestar, people: People
) -> None:
    registry.open_all()
    work = await factories.submitted(people)
    an = await Desk.of(app, people.an, people)
    form = {
        "inspection_id": str(work.id),
        "party.kind": "individual",
        "party.name": "Ai Đó Khác",
        "party.address": "Số 9 phố Oan",
    }
    refused = await an.post("/desk/cases/new/inspection", **form, another_party="")
    assert refused.status_code == 409, "nothing asked why"
    assert '<a href="#f-another_party">Cuộc kiểm tra này là đối với Công ty TNHH' in refused.text
    assert 'id="f-another_party-error"' in refused.text
    assert await database.fetchval("SELECT count(*) FROM cases") == 0
    opened = await an.post("/desk/cases/new/inspection", **form, another_party=WHY)
    assert opened.status_code == 303
    page = await an.http.get(opened.headers["location"])
    assert WHY in page.text
    rows = await database.fetch("SELECT kind, reason FROM exceptions")
    assert [(row["kind"], row["reason"]) for row in rows] == [("another_party", WHY)]


async def test_a_case_against_who_was_inspected_needs_none(app: Litestar, people: People) -> None:
    registry.open_all()
    an = await Desk.of(app, people.an, people)
    for number, said in enumerate(
        (
            {"name": "CÔNG TY TNHH THỬ NGHIỆM HOA GẠO"},
            {"name": "Cty Hoa Gạo", "tax_code": "0109900016"},
        )
    ):
        work = await factories.submitted(people)
        form = {f"party.{name}": value for name, value in said.items()}
        opened = await an.post(
            "/desk/cases/new/inspection",
            inspection_id=str(work.id),
            **{"party.kind": "organisation", "party.address": f"Số {number}"},
            **form,
        )
        assert opened.status_code == 303, opened.text[-1500:]
    assert await database.fetchval("SELECT count(*) FROM exceptions") == 0
