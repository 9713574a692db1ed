"""Number, signature and entry of a sanction are one command, and nobody decides twice on one violation."""

from pathlib import Path

import msgspec
import pytest
from litestar import Litestar

from backend.casework.drafting import treasury
from backend.core import database
from backend.core.settings import Settings, treasuries
from backend.documents.signing import service as signing
from deploy.demo.pages import Button
from schemas.casework.treasury import Treasury
from schemas.casework.words import CaseState
from tests.integration.admin_ui.casework.test_papers import button, certified, form_to
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.people import People
from tests.support.readers import Reader, Readers
from tests.support.signing import PASSPHRASE, Authority, authority


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def drawn_up(desk: Reader, case: Case) -> str:
    """The decision as the sanction page reckons it; returns its address."""
    await desk.open(f"/desk/cases/{case.id}/sanction")
    form = form_to(desk.page, "/sanction")
    await desk.submit(form, button(form, "MQĐ02"))
    return str(desk.page.url).split("?")[0]


async def made_ready(desk: Reader, case: Case) -> str:
    address = await drawn_up(desk, case)
    editor = form_to(desk.page, address.rsplit("/", 1)[1])
    await desk.submit(editor, button(editor, "ready"))
    return address


async def signed(desk: Reader, address: str, **said: str) -> int:
    await desk.open(f"{address}/sign")
    asked = form_to(desk.page, "/sign")
    if asked.find("alone") is not None:
        asked.fill("alone", "Trực một mình")
    for name, value in {"passphrase": PASSPHRASE, **said}.items():
        asked.fill(name, value)
    return await desk.try_submit(asked, Button("", ""))


async def numbers() -> int:
    found: int = await database.fetchval(
        "SELECT count(*) FROM document_numbers WHERE form = 'MQĐ02' AND issuer_kind = 'unit'"
    )
    return found


async def test_what_is_signed_is_entered_at_once_as_it_was_signed(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await cases_made.due(people)
    await certified(people.giang, issuer)
    giang = await readers.of(people.giang)
    address = await made_ready(giang, case)
    await giang.open(f"{address}/sign")
    assert "Ký là ghi ngay quyết định này vào vụ việc" in giang.page.text
    assert await signed(giang, address, publish="yes") == 200
    facts = await case.facts()
    assert facts.state == CaseState.SANCTIONED, "it stayed decision_due until somebody entered it"
    assert facts.sanction is not None
    assert facts.sanction.publish
    assert facts.sanction.total == 5_000_000
    assert str(facts.sanction.document_id) in address


async def test_a_second_decision_on_the_same_violation_gets_no_number(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await cases_made.due(people)
    await certified(people.giang, issuer)
    giang = await readers.of(people.giang)
    first, second = await made_ready(giang, case), await made_ready(giang, case)
    await giang.open(f"{second}/sign")
    waiting = form_to(giang.page, "/sign")
    waiting.fill("alone", "Trực một mình")
    waiting.fill("passphrase", PASSPHRASE)
    assert await signed(giang, first) == 200
    number = next(one.number for one in (await case.facts()).papers.values() if one.form == "MQĐ02")
    taken = await numbers()

    assert await giang.try_submit(waiting, Button("", "")) == 409
    assert f"Đã có quyết định số {number} còn hiệu lực về hành vi này." in giang.page.text
    await giang.open(f"{second}/sign")
    assert "còn hiệu lực về hành vi này" in giang.page.text
    await giang.press("/desk/language", "en")
    await giang.open(f"{second}/sign")
    assert f"Decision {number} on this violation is in force." in giang.page.text
    assert await numbers() == taken


async def test_what_the_case_could_not_take_up_is_refused_before_it_has_a_number(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await cases_made.due(people)
    await certified(people.giang, issuer)
    giang = await readers.of(people.giang)
    address = await drawn_up(giang, case)
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    editor.fill("/violator/name", "Trần Văn Khác")
    editor.fill("/violations/0/goods_value", "11.000.000")
    await giang.submit(editor, button(editor, "ready"))
    await giang.open(f"{address}/sign")
    assert "văn bản ghi «Trần Văn Khác», bạn nhập «Trần Văn Mẫu»" in giang.page.text
    assert await numbers() == 0
    assert (await case.facts()).state == CaseState.DECISION_DUE


async def test_a_decision_with_a_fine_names_the_account_where_it_is_paid(
    readers: Readers, people: People, issuer: Authority
) -> None:
    del issuer
    case = await cases_made.due(people)
    giang = await readers.of(people.giang)
    treasury.configure(Treasury(), {"01": Treasury(pay_to="Kho bạc 01", account="7111.01")})
    address = await drawn_up(giang, case)
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    assert editor.find("/account").value == "7111.01", "that of his own unit"

    treasury.configure(Treasury(), {"79": Treasury(pay_to="Kho bạc 79", account="7111.79")})
    address = await drawn_up(giang, case)
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    assert editor.find("/account").value == ""
    assert await giang.try_submit(editor, button(editor, "ready")) == 409
    assert "Tiền phạt nộp vào Kho bạc Nhà nước: cần ghi nơi nộp và số tài khoản." in giang.page.text
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    editor.fill("/pay_way", "on_the_spot")
    await giang.submit(editor, button(editor, "ready"))


def test_the_accounts_of_units_are_read_from_a_file_or_nothing_starts(tmp_path: Path) -> None:
    file = tmp_path / "treasuries.toml"
    file.write_text('["01"]\npay_to = "Kho bạc 01"\naccount = "7111.01"\n', encoding="utf-8")
    assert treasuries(file) == {"01": Treasury(pay_to="Kho bạc 01", account="7111.01")}
    assert treasuries(None) == {}
    file.write_text('["01"]\nacount = "7111.01"\n', encoding="utf-8")
    with pytest.raises(SystemExit, match="HIENTRUONG_TREASURIES"):
        treasuries(file)
