"""The officer's main job with the phone, and what comes back from the desk."""

import pytest

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone

pytestmark = pytest.mark.browser

REMARK = "Ghi rõ số lượng đã kiểm đếm."
CLOSER = "Chụp lại gần hơn."


async def test_a_visit_from_sign_in_to_approval(phone: Phone, office: Office) -> None:
    inspection = await office.issue()
    await phone.whole_visit(inspection, photos=2)
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))

    revision = await office.approve(inspection)
    await phone.sync()
    assert await phone.state_of(inspection) == "approved"
    assert await phone.submitted_revision(inspection) == revision
    print(await agree(phone, office, inspection))


@pytest.mark.long
async def test_a_visit_is_returned_corrected_and_approved(phone: Phone, office: Office) -> None:
    inspection = await office.issue()
    await phone.whole_visit(inspection, photos=2)
    await phone.wait_until_stored()
    [first, _] = (await phone.kept()).photos_of(inspection)
    remarks = [("/contents/0/result", REMARK), (first["id"], CLOSER)]
    returned = await office.send_back(inspection, remarks)

    await phone.sync()
    assert await phone.state_of(inspection) == "returned"
    await phone.reads_remark(f"/app/inspections/{inspection}/minutes", REMARK)
    await phone.reads_remark(f"/app/inspections/{inspection}/photos/{first['id']}", CLOSER)
    await phone.take_photos(inspection, 1)
    await phone.withdraw_photo(inspection, first["id"], "Chụp từ quá xa.")
    await phone.write_minutes(inspection, opinion="Đã kiểm đếm 36 hộp.")
    await phone.sign(inspection, "leader")
    await phone.sign(inspection, "subject")
    await phone.submit(inspection)
    await phone.wait_until_stored()

    assert await office.approve(inspection) != returned
    await phone.sync()
    assert await phone.state_of(inspection) == "approved"
    print(await agree(phone, office, inspection))
