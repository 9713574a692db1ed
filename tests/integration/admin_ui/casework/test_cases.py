"""Cases at the desk: found, read as a story with what to do next, opened in four ways, acted in by one form an act."""

from typing import Any

from backend.casework.cases import service as cases
from backend.core import clock, database
from backend.core.database import transaction
from backend.ledger.service import Accepted, Refused
from schemas.casework.acts.intake import InformationReceived
from schemas.casework.words import CaseAct, CaseState, InformationSource
from tests.integration.fieldwork.inspections.test_papers import lend, numbered, signed_paper
from tests.support import cases_made, factories, old_information
from tests.support.cases_made import Case
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers


async def state_of(case: Case) -> CaseState:
    return (await case.facts()).state


async def case_of_page(desk: Reader) -> Any:
    """The row of the case that the browser shows."""
    case_id = desk.page.url.rsplit("/", 1)[1].partition("?")[0]
    return await database.fetchrow("SELECT * FROM cases WHERE id = $1::text::uuid", case_id)


async def test_an_officer_finds_his_case_and_sees_what_to_do_next(
    readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    facts = await case.facts()
    desk = await readers.of(people.an)
    assert f"/desk/cases/{case.id}" in desk.html, "it waits for who leads it"
    for asked in (
        "subject=tran van mau",
        "subject=001099900017",
        f"number={facts.opening.number}",
        "state=inspected",
        "since=2020-01-01",
        "mine=yes",
    ):
        assert await desk.look(f"/desk/cases?{asked}") == 200
        assert "Trần Văn Mẫu" in desk.page.text, asked
    for asked in ("subject=Nguyễn", "state=archived", "behaviour=ND98-15-1-d", "until=2020-01-01"):
        assert await desk.look(f"/desk/cases?{asked}") == 200
        assert "Không có dòng nào khớp các điều kiện" in desk.page.text, asked
    assert await desk.look("/desk/cases?since=never") == 422

    await desk.open(f"/desk/cases/{case.id}")
    assert "Việc cần làm tiếp" in desk.page.text
    assert "Soạn MBB01" in desk.page.text
    assert desk.page.link(f"/desk/cases/{case.id}/documents/new?form=MBB01")
    assert desk.page.link(f"/desk/cases/{case.id}/acts/violation.recorded")
    assert "Lập hồ sơ vụ việc số" in desk.page.text
    assert desk.page.link(f"/desk/cases/{case.id}/dossier")
    read = await database.fetchval(
        "SELECT count(*) FROM access_log WHERE record_id = $1 AND action = 'case.page'", case.id
    )
    assert read == 1

    await desk.press("/desk/language", "en")
    await desk.open(f"/desk/cases/{case.id}")
    assert "What to do next" in desk.page.text
    assert "opened from the inspection under decision" in desk.page.text

    stranger = await readers.of(people.dung)
    assert await stranger.look(f"/desk/cases/{case.id}") == 404
    await stranger.open("/desk/cases")
    assert "Trần Văn Mẫu" not in stranger.html
    auditor = await readers.of(people.khanh)
    await auditor.open(f"/desk/cases/{case.id}")
    assert "Bạn chỉ xem được vụ việc này" in auditor.page.text
    assert await auditor.look(f"/desk/cases/{case.id}/acts/note.added") == 409


async def test_a_violation_is_recorded_from_its_minutes_after_a_second_look(
    readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    said = cases_made.example("MBB01")
    # What was point c is point a since February 2025.
    said["violations"][1]["provision"] = "điểm a khoản 1 Điều 17 Nghị định số 98/2020/NĐ-CP"
    signed_on = cases_made.today()
    fields = cases_made.signed_by("MBB01", said, people.an)
    await case.paper("MBB01", people.an, signed_on=signed_on, **fields)
    desk = await readers.of(people.an)
    await desk.open(f"/desk/cases/{case.id}")
    assert "Soạn MBB01" not in desk.page.text
    act = f"/desk/cases/{case.id}/acts/violation.recorded"
    await desk.open(act)
    form = desk.form(act)
    assert form.find("party.name").value == "Hộ kinh doanh Nguyễn Thị Lựu"
    assert form.find("violations").value == "2"
    assert "không xuất trình được hóa đơn" in form.find("violations.0.description").value

    assert await desk.press(act) == 422
    assert "Hãy chọn hành vi trong danh mục" in desk.page.text
    assert "Hộ kinh doanh Nguyễn Thị Lựu" in desk.html, "nothing typed is lost"
    assert desk.form(act).find("violations.0.code").value == cases_made.BEHAVIOUR
    assert await desk.press(act, **{"violations.1.code": "ND98-17-1-a"}) == 200
    assert "Xem lại trước khi ghi" in desk.page.text
    assert (await case.facts()).recorded is None
    assert await desk.press(act, "correct") == 200
    assert desk.form(act).find("violations.0.goods_value").value == "15.800.000"
    assert await desk.press(act) == 200
    assert await desk.press(act, "sure") == 409
    assert "Vụ việc lập đối với Trần Văn Mẫu, biên bản ghi người khác" in desk.page.text
    assert await desk.press(act, another_party="Chủ hàng là người khác") == 200
    assert await desk.press(act, "sure") == 200
    recorded = (await case.facts()).recorded
    assert recorded is not None
    assert [one.code for one in recorded.violations] == [cases_made.BEHAVIOUR, "ND98-17-1-a"]
    assert recorded.violations[0].goods_value == 15_800_000
    assert recorded.violations[0].name.startswith("Kinh doanh hàng hóa nhập lậu")
    assert recorded.explanation_right
    assert "Đã ghi: Ghi vi phạm theo biên bản" in desk.page.text
    assert "Thời hạn" in desk.page.text


async def test_what_the_door_refuses_is_said_with_its_article_and_nothing_is_lost(
    readers: Readers, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    desk = await readers.of(people.giang)
    delivered = f"/desk/cases/{case.id}/acts/decision.delivered"
    await desk.open(delivered)
    filled = {"mode": "post", "deemed": "yes", "proof": "Phiếu gửi 12", "attempts": "1"}
    assert await desk.press(delivered, **filled) == 200
    assert await desk.press(delivered, "sure") == 409
    assert "chưa đủ ba lần (Điều 70 Luật Xử lý vi phạm hành chính)" in desk.page.text
    assert desk.form(delivered).find("proof").value == "Phiếu gửi 12"
    assert await desk.press(delivered, mode="direct") == 200
    assert await desk.press(delivered, "sure") == 200
    assert await state_of(case) == CaseState.DELIVERED

    paid = f"/desk/cases/{case.id}/acts/payment.received"
    await desk.open(paid)
    more = {"kind": "fine", "amount": "99.000.000", "receipt_number": "12", "place": "Kho bạc"}
    assert await desk.press(paid, **more) == 200
    assert "Nộp 99.000.000 đồng (tiền phạt)" in desk.page.text
    assert await desk.press(paid, "sure") == 409
    assert "lớn hơn số còn phải nộp" in desk.page.text
    assert await desk.press(paid, amount="1.000.000") == 200
    sent = desk.form(paid)
    assert await desk.press(paid, "sure") == 200
    assert await desk.try_submit(sent, sent.buttons[0]) == 200
    assert "đã được ghi nhận từ lần gửi trước" in desk.page.text, (
        "a form that is sent twice counts once"
    )
    await desk.open(paid)
    assert await desk.press(paid, **more | {"amount": "4.000.000", "receipt_number": "13"}) == 200
    assert await desk.press(paid, "sure") == 200
    facts = await case.facts()
    assert facts.paid == 5_000_000
    done = f"/desk/cases/{case.id}/acts/execution.completed"
    await desk.open(done)
    await desk.press(done)
    assert await desk.press(done, "sure") == 409
    assert "lý do tự làm" in desk.page.text
    await desk.press(done, alone="Đội chỉ còn một người trực")
    assert await desk.press(done, "sure") == 200
    await desk.open(f"/desk/cases/{case.id}/acts/case.archived")
    await desk.press("/acts/case.archived")
    assert await desk.press("/acts/case.archived", "sure") == 200
    assert await state_of(case) == CaseState.ARCHIVED
    assert await desk.look(paid) == 409
    assert "Lúc này không làm được việc này" in desk.page.text
    page = await desk.open(f"/desk/cases/{case.id}")
    assert page.link("/acts/case.reopened") is None
    reopening = f"/desk/cases/{case.id}/acts/case.reopened"
    await desk.open(reopening)
    assert await desk.press("/acts/case.reopened", reason="Có tình tiết mới") == 409
    await desk.open(f"/desk/cases/{case.id}/acts/case.reopening_asked")
    assert await desk.press("/acts/case.reopening_asked", reason="Có tình tiết mới") == 200
    await desk.open(reopening)
    assert await desk.press("/acts/case.reopened", reason="Có tình tiết mới") == 409
    assert "không tự mở lại" in desk.page.text
    assert await state_of(case) == CaseState.ARCHIVED
    other = await readers.of(people.hai)
    await other.open(reopening)
    assert await other.press("/acts/case.reopened", reason="Có tình tiết mới") == 200
    assert await state_of(case) == CaseState.EXECUTED


async def test_information_of_before_is_read_by_one_line_and_no_new_one_is_taken(
    readers: Readers, people: People
) -> None:
    """Circular 27/2020 Arts 27, 37: what tells who informed is for its receiver and the head of the unit."""
    told = {
        "source": InformationSource.TIP,
        "channel": "Điện thoại",
        "received_at": clock.now(),
        "content": "Tôi là hàng xóm, thấy kho hàng giả",
        "informant_secret": True,
        "wants_answer": True,
        "party": None,
        "place": None,
    }
    actor = people.an.actor("desk")
    async with transaction():
        content = InformationReceived(opening=await cases.opening(actor), **told)
        with old_information.as_before():
            case_id, outcome = await cases.start(actor, CaseAct.INFORMATION_RECEIVED, content)
        await old_information.informant(case_id, "Bà Tư bán nước, 0900000001", people.an)
    assert isinstance(outcome, Accepted), outcome
    async with transaction():
        _, refused = await cases.start(actor, CaseAct.INFORMATION_RECEIVED, content)
    assert isinstance(refused, Refused)
    assert refused.code == "case_use_intake"

    desk = await readers.of(people.an)
    assert await desk.look("/desk/cases/new/information") == 404
    await desk.open(f"/desk/cases/{case_id}")
    assert "hàng xóm" not in desk.html, "not even to who took it in, before it is opened on record"
    assert "Bà Tư" not in desk.html
    await desk.follow("/informant")
    assert "hàng xóm" in desk.page.text
    assert "Bà Tư bán nước" in desk.page.text
    looks = "SELECT count(*) FROM access_log WHERE record_id = $1 AND action = 'case.informant'"
    assert await database.fetchval(looks, case_id) == 1
    head = await readers.of(people.giang)
    await head.open(f"/desk/cases/{case_id}")
    assert "hàng xóm" not in head.html, "nor to the head"
    assert await head.look(f"/desk/cases/{case_id}/informant") == 200
    assert "hàng xóm" in head.page.text
    assert await database.fetchval(looks, case_id) == 2
    leader = await readers.of(people.chi)
    assert await leader.look(f"/desk/cases/{case_id}/informant") == 403
    assert await leader.look(f"/desk/cases/{case_id}") == 200
    assert "hàng xóm" not in leader.html, "neither in the head of the page nor in the story"

    assigned = f"/desk/cases/{case_id}/acts/verification.assigned"
    await head.open(assigned)
    assert await head.press(assigned, due_on="2027-01-05") == 422
    assert await head.press(assigned, officers=str(people.binh.id)) == 200
    binh = await readers.of(people.binh)
    assert await binh.look(f"/desk/cases/{case_id}") == 200


async def test_a_proposal_opens_a_case_and_an_item_of_a_plan_is_found_in_its_plan(
    readers: Readers, people: People
) -> None:
    head = await readers.of(people.giang)
    await head.open("/desk/cases/new")
    assert 'href="/desk/plans"' in head.html
    assert await head.look("/desk/cases/new/plan") == 200
    assert str(head.page.url).endswith("/desk/plans"), "an old bookmark leads to the plans"
    desk = await readers.of(people.an)
    await desk.open("/desk/cases/new/proposal")
    proposal = {
        "party.kind": "individual",
        "party.name": "Trần Văn Mẫu",
        "party.address": "Xã Đồng Mẫu",
        "basis": "Qua theo dõi địa bàn",
        "contents": "Nguồn gốc hàng hóa",
    }
    assert await desk.press("/new/proposal", **proposal) == 200
    assert (await case_of_page(desk))["state"] == "proposed"


async def test_an_inspection_opens_its_case_and_its_papers_are_taken_in(
    readers: Readers, people: People
) -> None:
    work = await factories.announced(people)
    document, written = await signed_paper(work)
    await work.act(
        "document.numbered", await numbered(work, await lend(work), document, written, 1)
    )
    await factories.write_minutes(work)
    await factories.submit(work)
    desk = await readers.of(people.chi)
    await desk.open(f"/desk/inspections/{work.id}")
    await desk.follow(f"/desk/cases/new/inspection?inspection={work.id}")
    assert await desk.press("/new/inspection") == 200
    row = await case_of_page(desk)
    assert row["inspection_id"] == work.id
    await desk.open(f"/desk/inspections/{work.id}")
    await desk.follow(f"/desk/cases/{row['id']}")
    await desk.follow("/adopt")
    assert await desk.press("/adopt", document) == 422
    assert "Cần trả lời các mục hỏi" in desk.page.text, "a behaviour without a code"
    codes = [f"{document}.violations.{row}.code" for row in range(9)]
    asked = [one for one in codes if desk.form("/adopt").find(one) is not None]
    other = {f"{document}.violation.recorded.another_party": "Chủ hàng là người khác"}
    wrong = other | dict.fromkeys(asked, cases_made.BEHAVIOUR)
    assert await desk.press("/adopt", document, **wrong) == 409
    assert "văn bản ghi «điểm c khoản 1 Điều 17" in desk.page.text, "nothing is taken in yet"
    outside = asked[0].removesuffix("code") + "outside"
    right = other | {f"{outside}.decree": "98/2020/NĐ-CP", f"{outside}.field": "trade"}
    assert (
        await desk.press("/adopt", document, **right | {asked[0]: "", f"{asked[0]}.typed": ""})
        == 200
    )
    assert "done=document.adopted" in desk.page.url
    assert (await case_of_page(desk))["state"] == "violation_recorded", "nobody records it again"
    paper = await database.fetchrow("SELECT * FROM documents WHERE id = $1::text::uuid", document)
    assert (paper["field_document"], paper["first_sheet"]) == (True, 1)
    signer = (paper["issued_by"], paper["issuer_name"])
    assert signer == (people.an.id, people.an.full_name), "who wrote it on site, not who took it in"
    await desk.open(f"/desk/cases/{row['id']}/adopt")
    assert "đã đưa vào vụ việc" in desk.page.text


async def test_exhibits_are_listed_from_the_minutes_and_sealed_by_name(
    readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    await case.paper("MBB15", people.an)
    await case.paper("MBB26", people.an)
    desk = await readers.of(people.an)
    for act in ("exhibits.seized", "exhibits.sealed"):
        await desk.open(f"/desk/cases/{case.id}/acts/{act}")
        assert await desk.press(f"/acts/{act}") == 200
    exhibits = list((await case.facts()).exhibits.values())
    seals = [one.seal for one in exhibits]
    assert seals == ["NP-0041", "NP-0042", "NP-0043", None], "a licence is not sealed"
    assert "3. Bánh quy bơ" in desk.page.text
    assert "Quá trình bảo quản (2)" in desk.page.text


async def may(person: Person, case: Case) -> list[str]:
    from backend.casework.cases import service

    return (await service.view(case.id, person.actor("desk"))).possible


async def test_a_decision_that_waits_stands_first_with_who_decides(
    readers: Readers, people: People
) -> None:
    case = await cases_made.due(people)
    head = await readers.of(people.giang)
    assert f"/desk/cases/{case.id}" in head.html
    await head.open(f"/desk/cases/{case.id}")
    assert head.page.link(f"/desk/cases/{case.id}/sanction")
    assert CaseAct.SANCTION_DECLINED in await may(people.giang, case)
    worker = await readers.of(people.an)
    assert f"/desk/cases/{case.id}" not in worker.html
