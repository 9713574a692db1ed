"""A deputy signs for his head under a recorded delegation, and under nothing that he types himself."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.core import database
from backend.core.settings import Settings
from backend.documents.signing import service as signing_service
from backend.operations.verification import service as verification
from tests.integration.admin_ui.fieldwork.test_issue_decision import fill, issue, save
from tests.integration.casework.issued_documents.test_powers import (
    drafted,
    form_to,
    made_ready,
    numbers,
    of_a_company,
    signs,
    state,
)
from tests.support import cases_made
from tests.support import scans as scans_made
from tests.support.desk import Desks
from tests.support.doors import Desk
from tests.support.people import People, Person
from tests.support.readers import Readers, readers
from tests.support.signing import Authority, authority, certify

__all__ = ["readers"]
pytestmark = pytest.mark.asyncio
NUMBER = "01000012/QĐ-GQ"


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing_service.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def entered(desk: Desk, people: People, **changed: Any) -> httpx.Response:
    """The clerk enters giang's decision on delegation to hai, with its scan."""
    today = cases_made.today().isoformat()
    typed: dict[str, Any] = {
        "number": NUMBER,
        "decided_on": today,
        "summary": "về việc giao quyền xử phạt vi phạm hành chính",
        "pair": f"{people.giang.id}:{people.hai.id}",
        "kinds": ["sanction"],
        "valid_from": today,
        "valid_to": "",
        "case_number": "",
    }
    typed |= {key: value for key, value in changed.items() if key != "scan"}
    endless = not (typed["valid_to"] or typed["case_number"])
    typed = {"without_end": "Quyết định đã ký không ghi ngày cuối" if endless else ""} | typed
    scan = changed.get("scan", scans_made.pdf())
    return await desk.http.post(
        "/desk/delegations/new",
        data=typed | {"csrf_token": await desk.form_token()},
        files={"scan": ("quyet-dinh.pdf", scan, "application/pdf")},
    )


async def given(app: Litestar, people: People, **changed: Any) -> str:
    """A delegation that nga entered and giang confirmed; returns its address."""
    nga, giang = await Desk.of(app, people.nga, people), await Desk.of(app, people.giang, people)
    answer = await entered(nga, people, **changed)
    assert answer.status_code == 303, answer.text
    address = answer.headers["location"].split("?")[0]
    assert (await giang.post(f"{address}/confirm")).status_code == 303
    return str(address)


async def test_a_delegation_that_a_deputy_types_himself_gives_him_nothing(
    people: People, desks: Desks, issuer: Authority
) -> None:
    case = await of_a_company(people)
    await certify(people.hai, issuer)
    hai = await desks.of(people.hai)
    address = await drafted(hai, case)
    editor = form_to(hai.page, address.rsplit("/", 1)[1])
    assert not editor.find("/signer/delegation").value
    await made_ready(hai, address, signer__delegation="Quyết định số 1 ngày 02 tháng 01 năm 2026")
    before = await numbers()
    assert await signs(hai, address) == 409
    assert "quyết định giao quyền còn hiệu lực" in hai.said  # type: ignore[attr-defined]
    assert await state(address) == ("content_ready", None)
    assert await numbers() == before


async def test_under_a_recorded_and_confirmed_one_he_signs_for_the_head_and_cites_it(
    app: Litestar, people: People, desks: Desks, issuer: Authority
) -> None:
    case = await of_a_company(people)
    await certify(people.hai, issuer)
    nga, giang = await Desk.of(app, people.nga, people), await Desk.of(app, people.giang, people)
    hai = await desks.of(people.hai)
    place = (await entered(nga, people)).headers["location"].split("?")[0]
    waits = await drafted(hai, case)
    assert not form_to(hai.page, waits.rsplit("/", 1)[1]).find("/signer/delegation").value
    assert (await nga.post(f"{place}/confirm")).status_code == 409, "not by who entered it"
    own = await Desk.of(app, people.hai, people)
    assert (await own.post(f"{place}/confirm")).status_code == 409, "not by who receives it"
    assert (await giang.post(f"{place}/confirm")).status_code == 303

    address = await drafted(hai, case)
    cites = form_to(hai.page, address.rsplit("/", 1)[1]).find("/signer/delegation").value
    assert cites.startswith(f"Quyết định số {NUMBER} ngày ")
    await made_ready(hai, address)
    assert await signs(hai, address) == 303
    text = _text(await hai.fetch(f"{address}/signed.pdf"))
    assert "KT. CHI CỤC TRƯỞNG" in text
    assert cites in text
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if "delegation" in str(one)]


async def test_the_register_says_which_delegation_waits_and_which_holds(
    app: Litestar, people: People, readers: Readers
) -> None:
    await entered(await Desk.of(app, people.nga, people), people)
    giang = await readers.of(people.giang)
    await giang.open("/desk/delegations")
    assert "Chờ xác nhận" in giang.page.text
    tomorrow = (cases_made.today() + timedelta(days=1)).isoformat()
    await given(app, people, number="01000013/QĐ-GQ", valid_from=tomorrow)
    await giang.open("/desk/delegations")
    assert "Đã xác nhận" in giang.page.text
    assert "Đang có hiệu lực" not in giang.page.text
    await given(app, people, number="01000014/QĐ-GQ")
    await giang.open("/desk/delegations")
    assert "Đang có hiệu lực" in giang.page.text


async def test_another_citation_than_the_register_s_is_not_signed(
    app: Litestar, people: People, desks: Desks, issuer: Authority
) -> None:
    case = await of_a_company(people)
    await certify(people.hai, issuer)
    await given(app, people)
    hai = await desks.of(people.hai)
    address = await drafted(hai, case)
    await made_ready(hai, address, signer__delegation="Quyết định số 99/QĐ-GQ")
    assert await signs(hai, address) == 409
    assert "«Quyết định số 99/QĐ-GQ»" in hai.said  # type: ignore[attr-defined]
    assert NUMBER in hai.said  # type: ignore[attr-defined]


@pytest.mark.parametrize("how", ["another_kind", "later", "head_gone", "taken_back", "moved"])
async def test_it_gives_nothing_beyond_its_content_or_after_its_end(
    app: Litestar, people: People, desks: Desks, issuer: Authority, how: str
) -> None:
    case = await of_a_company(people)
    await certify(people.hai, issuer)
    later = cases_made.in_days(1).isoformat()
    content = {"another_kind": {"kinds": ["inspection"]}, "later": {"valid_from": later}}
    place = await given(app, people, **content.get(how, {}))
    if how == "taken_back":
        nga = await Desk.of(app, people.nga, people)
        ended = await nga.post(
            f"{place}/end",
            ground="moved",
            on=cases_made.today().isoformat(),
            reason="Thu hồi theo MQĐ37",
        )
        assert ended.status_code == 303
    if how == "head_gone":
        await _leaves(people.giang)
    if how == "moved":
        await database.execute(
            "UPDATE officer_positions SET unit_id = $2 WHERE officer_id = $1",
            people.giang.id,
            people.units["48"].unit_id,
        )
    hai = await desks.of(people.hai)
    address = await drafted(hai, case)
    await made_ready(hai, address)
    assert await signs(hai, address) == 409
    assert await state(address) == ("content_ready", None)


async def _leaves(person: Person) -> None:
    await database.execute(
        "UPDATE officer_positions SET valid_to = $2 WHERE officer_id = $1",
        person.id,
        cases_made.today(),
    )


async def test_one_for_a_case_is_for_that_case_alone(
    app: Litestar, people: People, desks: Desks, issuer: Authority
) -> None:
    case, other = await of_a_company(people), await of_a_company(people)
    await certify(people.hai, issuer)
    number = (await case.facts()).opening.number
    await given(app, people, case_number=number)
    hai = await desks.of(people.hai)
    for one, answer in ((other, 409), (case, 303)):
        address = await drafted(hai, one)
        await made_ready(hai, address)
        assert await signs(hai, address) == answer


async def test_the_register_takes_only_a_head_s_decision_to_his_own_deputy_with_its_scan(
    app: Litestar, people: People
) -> None:
    nga = await Desk.of(app, people.nga, people)
    stranger = await entered(nga, people, pair=f"{people.ho.id}:{people.hai.id}")
    assert stranger.status_code == 422
    assert (await entered(nga, people, scan=b"MZ nothing")).status_code == 422
    assert (await entered(nga, people, kinds=[])).status_code == 422
    assert (await entered(nga, people)).status_code == 303
    again = await entered(nga, people)
    assert again.status_code == 409
    assert "đã có trong sổ" in again.text
    for person in (people.an, people.hai, people.my):
        desk = await Desk.of(app, person, people)
        assert (await entered(desk, people)).status_code == 403
    found = await database.fetchval("SELECT count(*) FROM delegations")
    assert found == 1


async def test_a_deputy_issues_an_inspection_decision_under_a_delegation_alone(
    app: Litestar, people: People, readers: Readers
) -> None:
    hai = await readers.of(people.hai)
    await fill(hai, people)
    assert await save(hai) == 200
    assert "quyết định giao quyền còn hiệu lực" in hai.page.text
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0

    await given(app, people, kinds=["inspection"])
    await fill(hai, people)
    assert await save(hai) == 200
    await issue(hai)
    issued = await database.fetchval("SELECT decision FROM inspections")
    assert NUMBER in str(issued)


def _text(answer: Any) -> str:
    pages = PdfReader(BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


async def test_a_standing_delegation_without_a_last_day_is_entered_only_with_a_reason(
    app: Litestar, people: People
) -> None:
    """Law on Handling Administrative Violations Art 54.2: scope, content and term."""
    nga = await Desk.of(app, people.nga, people)
    refused = await entered(nga, people, without_end="")
    assert refused.status_code == 409
    assert "khoản 2 Điều 54" in refused.text
    assert 'id="f-without_end-error"' in refused.text
    assert await database.fetchval("SELECT count(*) FROM delegations") == 0
    last = cases_made.today().isoformat()
    why = "Chờ Chi cục sửa đổi quyết định"
    wrong = await entered(nga, people, valid_to=last, without_end=why)
    assert (wrong.status_code, "hãy để trống" in wrong.text) == (409, True)
    whole = await entered(nga, people, valid_to=last)
    assert whole.status_code == 303
    taken = await entered(nga, people, number="01000013/QĐ-GQ", without_end=why)
    assert taken.status_code == 303
    giang = await Desk.of(app, people.giang, people)
    page = await giang.http.get(taken.headers["location"])
    assert why in page.text, "who confirms it reads the reason"
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if "delegation" in str(one)]
