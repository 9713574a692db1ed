"""The signed decision on the phones of its team: number, code, file, and every change that came since."""

import hashlib
from typing import Any
from uuid import UUID

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as papers
from backend.ledger import service as ledger
from deploy.demo.phone import Phone
from schemas.fieldwork.decisions import DecisionChange
from tests.support import decision_papers, scans
from tests.support.people import People, Person
from tests.support.phone import Phones
from tests.support.signing import Authority

pytestmark = pytest.mark.usefixtures("app")


async def held(phone: Phone, inspection: UUID) -> dict[str, Any]:
    """The inspection as the phone gets it by sync."""
    answer = await phone.call("GET", "/sync")
    [value] = [
        one["value"]
        for one in answer["changes"]
        if (one["kind"], one["id"]) == ("inspection", str(inspection))
    ]
    return dict(value)


async def file_of(phone: Phone, inspection: UUID, paper: dict[str, Any]) -> tuple[int, str, bytes]:
    """The signed file as the phone gets it: status, type, bytes."""
    path = f"/api/mobile/v1/inspections/{inspection}/decision-papers/{paper['id']}/file"
    answer = await phone.client.get(path)
    return answer.status_code, answer.headers["content-type"], answer.content


async def changed(inspection: UUID, by: Person, **what: Any) -> None:
    change = DecisionChange(reason="Phát hiện dấu hiệu mới ngoài phạm vi", **what)
    async with transaction():
        document, outcome = await papers.draft_change(inspection, change, by.actor("desk"))
        ledger.unwrap(outcome)
    await decision_papers.signed(document, by)


async def test_the_team_s_phones_get_the_signed_decision_and_its_very_file(
    people: People, phones: Phones, issuer: Authority
) -> None:
    # Circular 27/2020 Art 16.2: the leader announces the decision at the beginning, and hands it over.
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    inspection = await decision_papers.signed(document, people.giang)
    phone = await phones.of(people.an)
    [paper] = (await held(phone, inspection))["decision_papers"]
    code, unit = await database.fetchrow(
        """
        SELECT p.code, e.act::jsonb #>> '{content,issuer_unit}' FROM decision_papers p
        JOIN ledger_entries e ON e.record_id = p.inspection_id AND e.act_type = 'paper.issued'
        """
    )
    assert (paper["number"], paper["code"], paper["issuer_unit"]) == ("01000001/QĐ-KT", code, unit)
    assert (paper["state"], paper["issuer_name"]) == ("signed", people.giang.full_name)
    status, kind, data = await file_of(phone, inspection, paper)
    assert (status, kind, data[:5]) == (200, "application/pdf", b"%PDF-")
    assert (hashlib.sha256(data).hexdigest(), len(data)) == (paper["sha256"], paper["size"])
    read = await database.fetchval("SELECT count(*) FROM access_log WHERE action = 'paper.phone'")
    assert read == 1, "that a phone took it is recorded"
    stranger = await phones.of(people.em)
    assert (await file_of(stranger, inspection, paper))[0] == 404


async def test_of_a_decision_signed_by_hand_the_phone_shows_the_signed_sheet(
    people: People, phones: Phones
) -> None:
    document = await decision_papers.drafted(people)
    await decision_papers.signed(document, people.giang, None)
    sheet = scans.pdf(1)
    inspection = await papers.take_scan(document, sheet, people.giang.actor("desk"))
    phone = await phones.of(people.an)
    cursor = phone.cursor
    [paper] = (await held(phone, inspection))["decision_papers"]
    assert (paper["state"], paper["signature_level"]) == ("awaiting", None)
    assert (await file_of(phone, inspection, paper))[2] == sheet
    async with transaction():
        sha256 = hashlib.sha256(sheet).hexdigest()
        outcome = await papers.compare(document, sha256, True, None, people.nga.actor("desk"))
        ledger.unwrap(outcome)
    later = await phone.call("GET", f"/sync?cursor={cursor}")
    [value] = [one["value"] for one in later["changes"] if one["kind"] == "inspection"]
    assert value["decision_papers"][0]["state"] == "signed", "phones hear of the comparison"


async def test_what_is_only_printed_is_no_decision_to_show(
    people: People, phones: Phones, issuer: Authority
) -> None:
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    inspection = await decision_papers.signed(document, people.giang)
    change = DecisionChange(reason="Cần thêm thời gian", duration_days=5)
    async with transaction():
        printed, outcome = await papers.draft_change(inspection, change, people.giang.actor("desk"))
        ledger.unwrap(outcome)
    await decision_papers.signed(printed, people.giang, None)
    phone = await phones.of(people.an)
    view = await held(phone, inspection)
    assert [one["id"] for one in view["decision_papers"]] == [str(document)]
    assert view["decision_changes"] == []
    assert (await file_of(phone, inspection, {"id": printed}))[0] == 404


async def test_a_phone_that_hears_later_is_told_what_changed_since_when_and_by_which_paper(
    people: People, phones: Phones, issuer: Authority
) -> None:
    # Circular 27/2020 Art 17.2 (contents) and Ordinance 11/2016 Art 22 (time on site).
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    inspection = await decision_papers.signed(document, people.giang)
    phone = await phones.of(people.an)
    before = (await held(phone, inspection))["decision"]
    contents = [*before["contents"], "An toàn thực phẩm"]
    await changed(inspection, people.giang, contents=contents)
    await changed(inspection, people.giang, duration_days=5)
    view = await held(phone, inspection)
    amended, extended = view["decision_changes"]
    assert (amended["kind"], amended["number"]) == ("amended", "01000001/QĐ-SĐBSKT")
    assert amended["parts"] == [
        {"what": "contents", "before": before["contents"], "after": contents}
    ]
    assert extended["parts"] == [{"what": "duration_days", "before": ["2"], "after": ["5"]}]
    assert amended["at"] <= extended["at"]
    numbers = [one["number"] for one in view["decision_papers"]]
    assert numbers == ["01000001/QĐ-KT", "01000001/QĐ-SĐBSKT", "01000001/QĐ-KDGH"]
    for paper in view["decision_papers"]:
        _, _, data = await file_of(phone, inspection, paper)
        assert hashlib.sha256(data).hexdigest() == paper["sha256"]
