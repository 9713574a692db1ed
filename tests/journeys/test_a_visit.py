"""The main job as a story: from the decision to the approval, with a return and a correction."""

from backend.database import transaction
from backend.directory import service as directory
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


async def test_a_visit_from_decision_to_approval_with_return_and_correction(
    phones: Phones, desks: Desks, people: People
) -> None:
    async with transaction():
        await directory.add(people.giang.actor(), factories.order(people.chi, []).subject)
    supervisor = await desks.of(people.giang)
    inspection_id = await desk.issue_decision(supervisor, _paper(people))

    field = Field(await phones.of(people.an), Report(), inspection_id)
    await field.take_up()
    found = [of_bytes("một.jpg", pictures.jpeg(6)), of_bytes("hai.png", pictures.encoded("PNG"))]
    await field.photograph_all(found)
    fields = await field.write_minutes(AGENCY)
    await _sign_all(field, fields, subject_signs=False)
    await field.submit()
    await field.wait_for_bytes()
    first = field.revision

    queue = await supervisor.open("/desk/")
    assert queue.link(inspection_id)
    remarks = [("/contents/1/result", REMARK), (found[0].photo_id, "Chụp lại gần hơn.")]
    assert await desk.return_with_comments(supervisor, inspection_id, remarks) == first

    await field.phone.sync()
    view = field.phone.held[("inspection", inspection_id)]
    assert view["state"] == "returned"
    assert [comment["text"] for comment in view["comments"]] == [REMARK, "Chụp lại gần hơn."]
    fields = await field.write_minutes(AGENCY, team_opinion="Đã kiểm đếm 36 hộp.")
    await _sign_all(field, fields, subject_signs=True)
    await field.submit()
    assert field.revision != first

    assert await desk.approve(supervisor, inspection_id) == field.revision
    view = await field.phone.inspection(inspection_id)
    assert view["state"] == "approved"
    assert [ruling["kind"] for ruling in view["approvals"]] == ["returned", "approved"]
    assert not supervisor.page.link("/approve?")
