"""The main job as a story: from the decision to the approval, with a return and a correction."""

from backend.core.database import transaction
from backend.parties import service as parties
from deploy.demo import desk
from deploy.demo.field import Field
from deploy.demo.photographs import of_bytes
from deploy.demo.report import Report
from tests.support import factories, pictures
from tests.support.desk import Desks
from tests.support.people import People
from tests.support.phone import Phones

AGENCY = "Đội số 1 thử"
REMARK = "Ghi rõ số lượng đã kiểm đếm."


def _paper(people: People) -> desk.Paper:
    return desk.Paper(
        business="Công ty TNHH Thử Nghiệm Hoa Gạo",
        leader=people.chi.full_name,
        members=(people.an.full_name, people.binh.full_name),
        legal_bases=("Pháp lệnh Quản lý thị trường số 11/2016/UBTVQH13",),
        contents=("Niêm yết giá", "Nhãn hàng hóa"),
    )


async def _sign_all(field: Field, fields: dict[str, object], *, subject_signs: bool) -> None:
    await field.sign("leader", fields["leader"]["name"])  # type: ignore[index]
    if subject_signs:
        await field.sign("subject", str(fields["representative"]))
    else:
        await field.refuse_to_sign(
            str(fields["representative"]), "Không đồng ý với nhận xét", "Trần Chứng Kiến"
        )


async def test_a_visit_from_decision_to_the_agreed_file_with_a_returned_draft_and_a_supplement(
    phones: Phones, desks: Desks, people: People
) -> None:
    async with transaction():
        await parties.add(people.giang.actor(), factories.order(people.chi, []).subject)
    supervisor = await desks.of(people.giang)
    inspection_id = await desk.issue_decision(supervisor, _paper(people))

    leader = await phones.of(people.chi)
    leader.write(inspection_id, "minutes.entrusted", {"officer_id": str(people.an.id)})
    assert [result["status"] for result in await leader.send()] == ["accepted"]
    field = Field(await phones.of(people.an), Report(), inspection_id)
    await field.take_up()
    found = [of_bytes("một.jpg", pictures.jpeg(6)), of_bytes("hai.png", pictures.encoded("PNG"))]
    await field.photograph_all(found)
    await field.write_minutes(AGENCY)
    first = await field.propose()

    await supervisor.open("/desk/")
    draft = await supervisor.follow("/desk/review/")
    assert draft.link(f"/desk/inspections/{inspection_id}") is not None
    remarks = [("/contents/1/result", REMARK), (found[0].photo_id, "Chụp lại gần hơn.")]
    assert await desk.opine(supervisor, inspection_id, "draft-return", remarks) == first

    await field.phone.sync()
    view = field.phone.held[("inspection", inspection_id)]
    assert view["state"] == "announced"
    assert [comment["text"] for comment in view["comments"]] == [REMARK, "Chụp lại gần hơn."]
    fields = await field.write_minutes(AGENCY, team_opinion="Đã kiểm đếm 36 hộp.")
    second = await field.propose()
    assert second != first
    assert await desk.opine(supervisor, inspection_id, "draft-approve") == second
    await _sign_all(field, fields, subject_signs=False)
    await field.submit()
    await field.wait_for_bytes()

    points = [("/contents/1/result", "Kèm hóa đơn của bên bán.")]
    await desk.opine(supervisor, inspection_id, "supplement", points)
    await field.supplement(["Cửa hàng không xuất trình được hóa đơn."], [])
    agreed = await desk.opine(supervisor, inspection_id, "agree")
    view = await field.phone.inspection(inspection_id)
    assert (view["state"], view["file"]["status"]) == ("approved", "agreed")
    assert view["file"]["file"] == agreed
    assert [ruling["kind"] for ruling in view["file"]["rulings"]] == ["supplement_asked", "agreed"]
    assert view["approvals"] == []
    assert not supervisor.page.link("/opinion/agree?")
