"""Remarks that wait to be sent: none is lost in silence, in a second window, by another answer, or beyond the most."""

from copy import deepcopy

import pytest

from backend.approvals.reviewing import service as reviewing
from backend.core import database
from deploy.demo.pages import Control
from tests.integration.admin_ui.approvals.test_review import answer, at, file_of, files
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("app")


@pytest.mark.long
async def test_a_remark_of_another_window_is_not_taken_for_sent(
    people: People, readers: Readers
) -> None:
    """The answer of the first window is recorded; what the second one wrote since is shown again, and kept."""
    [(work, file)] = await files(people, 1)
    desk = await readers.of(people.giang)
    await desk.open(at(file))
    first = answer(desk, file, "supplement")
    second = deepcopy(first)
    first.fill("at:/contents/0/result", "Ghi rõ số lượng từng loại")
    assert await desk.try_submit(first) == 200
    second.fill("at:/facility_name", "Thiếu tên trên biển hiệu")
    assert await desk.try_submit(second) == 409
    assert "Thiếu tên trên biển hiệu" in desk.html
    remark = (await file_of(work)).remark
    assert remark is not None
    assert len(remark.comments) == 1
    left = await database.fetchval("SELECT said FROM approval_remarks")
    assert left == "Thiếu tên trên biển hiệu"


@pytest.mark.long
async def test_an_answer_says_which_remarks_it_drops_and_takes_no_more_than_it_sends(
    people: People, readers: Readers
) -> None:
    [(_, file)] = await files(people, 1)
    desk = await readers.of(people.giang)
    await desk.open(at(file))
    assert "góp ý chưa gửi" not in desk.page.text
    keep = next(item for item in desk.page.forms if item.ident == "say")
    many = [f"at:/contents/{row}/result" for row in range(reviewing.MOST)]
    for name in many:
        keep.controls.append(Control(name, "hidden", f"Ý về {name}"))
    assert await desk.try_submit(keep) == 200
    assert f"Bạn có {reviewing.MOST} góp ý chưa gửi" in desk.page.text
    keep = next(item for item in desk.page.forms if item.ident == "say")
    keep.fill("at:/facility_name", "Ý thứ bốn mươi mốt")
    assert await desk.try_submit(keep) == 422
    assert "chưa giữ «Ý thứ bốn mươi mốt»" in desk.page.text
