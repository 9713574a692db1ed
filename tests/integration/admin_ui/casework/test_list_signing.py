"""A head signs a list: only what he opened as it is now, each paper for itself, and twice is once (practice B4)."""

from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.core.settings import Settings
from backend.documents.signing import service as signing_service
from schemas.casework.words import CaseAct
from tests.integration.casework.issued_documents.test_signed_is_in_force import deliver, ready
from tests.support import cases_made
from tests.support.case_papers import in_days
from tests.support.cases_made import Case
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.signing import PASSPHRASE, authority, certify


async def states(case: Case, *papers: UUID) -> list[str]:
    facts = await case.facts()
    return [str(facts.papers[one].state) for one in papers]


@pytest.mark.long
async def test_a_list_is_signed_paper_by_paper_and_only_what_was_opened(
    app: Litestar, people: People, settings: Settings, tmp_path: Path
) -> None:
    issuer = authority(tmp_path)
    signing_service.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    await certify(people.giang, issuer)
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    await deliver(case, decision)
    until = in_days(30).isoformat()
    first, mark = await ready(case, "MQĐ24", people.giang)
    warned, other = await ready(case, "MQĐ03", people.giang, decision, until_on=until)
    plain, unread = await ready(case, "MQĐ24", people.giang)
    asks, ground = await ready(case, "MQĐ31", people.giang, decision)
    giang = await Desk.of(app, people.giang, people)

    listed = (await giang.http.get("/desk/to-sign")).text
    assert listed.count("Chưa mở") == 4
    assert "Có mục phải chọn khi ký" in listed, "MQĐ31 has no line for its ground"
    for one in (first, warned, asks):
        assert (await giang.http.get(f"/desk/documents/{one}/sign")).status_code == 200
    listed = (await giang.http.get("/desk/to-sign")).text
    assert (listed.count("Đã mở"), listed.count("Chưa mở")) == (3, 1)

    chosen = [f"{first}:{mark}", f"{warned}:{other}", f"{plain}:{unread}", f"{asks}:{ground}"]
    wrong = await giang.post("/desk/to-sign", paper=chosen, passphrase="không phải")
    assert wrong.status_code == 422
    assert await states(case, first, warned, plain) == ["content_ready"] * 3

    page = await giang.post("/desk/to-sign", paper=chosen, passphrase=PASSPHRASE)
    assert page.status_code == 200
    assert await states(case, first, warned, plain, asks) == [
        "signed",
        "content_ready",  # nobody has certified the hardship: that needs a reason (Law Art 76)
        "content_ready",
        "content_ready",
    ]
    for said in (
        "Bạn chưa mở nội dung hiện nay",
        "Có mục phải chọn khi ký",
        "Cảnh báo pháp lý",
    ):
        assert said in page.text
    number = (await case.facts()).papers[first].number
    assert str(number) in page.text

    twice = await giang.post("/desk/to-sign", paper=chosen[:1], passphrase=PASSPHRASE)
    assert "Đã ký trước đó" in twice.text
    acts = [one for one in (await case.facts()).events if one.type == CaseAct.DOCUMENT_ISSUED]
    assert [one.content.document_id for one in acts].count(first) == 1


@pytest.mark.parametrize("count", [0, 21])
async def test_a_list_has_one_to_twenty_papers(app: Litestar, people: People, count: int) -> None:
    giang = await Desk.of(app, people.giang, people)
    papers = [f"01936b2c-0000-7000-8000-{place:012d}:{'0' * 64}" for place in range(count)]
    page = await giang.post("/desk/to-sign", paper=papers, passphrase=PASSPHRASE)
    assert page.status_code == 422
    assert ("nhiều nhất 20 văn bản." in page.text) is (count > 0)
