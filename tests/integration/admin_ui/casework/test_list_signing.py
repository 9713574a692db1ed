"""A head signs a list: only what he opened as it is now, each paper for itself, and twice is once (practice B4)."""

import re
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import asyncpg
import msgspec
import pytest
from litestar import Litestar

from backend.core import clock
from backend.core.canonical_json import sha256_hex
from backend.core.settings import Settings
from backend.documents import forms
from backend.documents.signing import service as signing_service
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.integration.casework.issued_documents.test_signed_is_in_force import deliver, ready
from tests.support import cases_made
from tests.support.case_papers import in_days
from tests.support.cases_made import Case
from tests.support.databases import Database
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.signing import PASSPHRASE, authority, certify


async def states(case: Case, *papers: UUID) -> list[str]:
    facts = await case.facts()
    return [str(facts.papers[one].state) for one in papers]


async def test_the_paper_whose_case_ends_first_stands_first(
    app: Litestar, people: People, database: Database
) -> None:
    late = await cases_made.sanctioned(people)
    early = await cases_made.sanctioned(people, twice="Cửa hàng khác")
    for case in (late, early):
        await deliver(case, case.papers["MQĐ02"])
        await ready(case, "MQĐ24", people.giang)
    owner = await asyncpg.connect(database.owner_dsn)
    for case, days in ((late, 90), (early, -1)):
        due = clock.now() + timedelta(days=days)
        await owner.execute("UPDATE case_clocks SET due_at = $2 WHERE case_id = $1", case.id, due)
    await owner.close()
    giang = await Desk.of(app, people.giang, people)
    listed = (await giang.http.get("/desk/to-sign")).text
    assert 0 < listed.index(f"/desk/cases/{early.id}") < listed.index(f"/desk/cases/{late.id}")
    assert re.search(r'<td[^>]*class="[^"]*late"[^>]*>quá hạn ', listed)


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
    assert (listed.count("Mở để đọc<"), listed.count('name="paper"')) == (3, 0)
    assert listed.count("Đọc trước khi chọn</span></label>") == 3, "boxes that rest"
    assert "Có mục phải chọn khi ký" in listed, "MQĐ31 has no line for its ground"
    for one in (first, warned, asks):
        assert (await giang.http.get(f"/desk/documents/{one}/sign")).status_code == 200
    listed = (await giang.http.get("/desk/to-sign")).text
    assert (listed.count("Mở để đọc<"), listed.count('name="paper"')) == (1, 2)
    assert listed.count("Đọc trước khi chọn</span></label>") == 1
    assert listed.count("Đã đọc</span>") == 2
    assert re.search(r"<td[^>]*>(còn|quá hạn) ", listed), "the case's limit that ends first"

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


@pytest.mark.long
async def test_a_sanction_is_signed_in_the_list_with_what_is_ticked_in_its_row(
    app: Litestar, people: People, settings: Settings, tmp_path: Path
) -> None:
    """Practice B4 asks that each was opened, and forbids no form. Public notice: Law Art 72."""
    issuer = authority(tmp_path)
    signing_service.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    await certify(people.giang, issuer)
    case = await cases_made.due(people)
    paper, mark = await drafted(case)  # by an, so that giang needs no reason
    giang = await Desk.of(app, people.giang, people)
    assert (await giang.http.get(f"/desk/documents/{paper}/sign")).status_code == 200
    assert "Phải công bố công khai" in (await giang.http.get("/desk/to-sign")).text
    chosen = {"paper": f"{paper}:{mark}", f"publish:{paper}": "yes"}
    page = await giang.post("/desk/to-sign", passphrase=PASSPHRASE, **chosen)
    assert page.status_code == 200
    sanction = (await case.facts()).sanction
    assert sanction is not None
    assert sanction.publish, "as ticked in its row"


async def drafted(case: Case) -> tuple[UUID, str]:
    """A sanction that an drafted and made ready for giang."""
    fields = await cases_made.fields_of("MQĐ02", case.head)
    fields |= await case.cited("MQĐ02", fields)
    document, hashed = new_id(), sha256_hex(fields)
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form="MQĐ02",
        form_version=forms.newest("MQĐ02"),
        fields=fields,
        replaces=None,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft, case.worker)
    made = case_side_acts.DocumentFinalised(document_id=document, fields_hash=hashed)
    await case.take(CaseAct.DOCUMENT_FINALISED, made, case.worker)
    return document, hashed


async def test_a_paper_that_is_out_of_sight_ends_no_list(app: Litestar, people: People) -> None:
    """Given to another unit, say, since the list was opened: what was signed before it keeps its line of result."""
    giang = await Desk.of(app, people.giang, people)
    papers = [new_id(), new_id()]
    chosen = [f"{one}:{'0' * 64}" for one in papers]
    page = await giang.post("/desk/to-sign", paper=chosen, passphrase=PASSPHRASE)
    assert page.status_code == 200
    for one in papers:
        assert f'id="result-{one}" data-outcome="gone"' in page.text
    page = await giang.post("/desk/to-sign", paper=[*chosen, "x"], passphrase=PASSPHRASE)
    assert page.status_code == 404, "no page of ours names such a paper, so none is tried"


@pytest.mark.parametrize("count", [0, 21])
async def test_a_list_has_one_to_twenty_papers(app: Litestar, people: People, count: int) -> None:
    giang = await Desk.of(app, people.giang, people)
    papers = [f"01936b2c-0000-7000-8000-{place:012d}:{'0' * 64}" for place in range(count)]
    page = await giang.post("/desk/to-sign", paper=papers, passphrase=PASSPHRASE)
    assert page.status_code == 422
    assert ("nhiều nhất 20 văn bản." in page.text) is (count > 0)
