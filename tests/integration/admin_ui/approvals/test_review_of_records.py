"""Decisions before they are issued, papers of informations and reports in the workspace: in short, and what is new."""

from typing import Any

import msgspec
import pytest

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as decisions
from backend.insight.reports import service as reports
from backend.ledger import service as ledger
from tests.integration.admin_ui.approvals.test_review import answer
from tests.integration.admin_ui.intake.test_approval_of_papers import finished
from tests.support import decision_papers, page_worlds, reports_made
from tests.support.people import People
from tests.support.readers import Reader, Readers

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.long]
NEWS = "Thay đổi từ lần xem trước"


async def submission(kind: str) -> Any:
    """The newest submission of a kind, with its record and paper."""
    return await database.fetchrow(
        "SELECT id, record_id, item_id FROM approval_submissions WHERE kind = $1"
        " ORDER BY submitted_at DESC LIMIT 1",
        kind,
    )


def summary(desk: Reader) -> str:
    """The summary at the top, as text with its marks."""
    return desk.html.partition('class="review-facts"')[2].partition("</dl>")[0]


async def test_a_decision_says_whom_it_sends_where_and_what_was_rewritten_since(
    people: People, readers: Readers
) -> None:
    document = await decision_papers.drafted(people)
    one = await submission("inspection_decision")
    place = f"/desk/review/{one['id']}"
    giang = await readers.of(people.giang)
    await giang.open(place)
    async with transaction():
        order = (await decisions.read(document, people.an.actor("desk"), None)).order
    assert order is not None
    for said in (
        order.subject.name,
        f"{len(order.member_ids) + 1} người, Trưởng Đoàn {people.chi.full_name}",
        f"{order.duration_days} ngày làm việc",
        "Người ký",
    ):
        assert said in summary(giang), said
    assert NEWS not in giang.page.text, "nothing was seen before"
    assert giang.page.link(f"/desk/decisions/{document}/preview.pdf") is not None

    other = msgspec.structs.replace(order, place="Số 9 phố Hàng Mã")
    async with transaction():
        _, outcome = await decisions.draft(other, people.an.actor("desk"), document)
        ledger.unwrap(outcome)
    await giang.open(place)
    assert NEWS in giang.page.text
    assert "<ins>Số 9 phố Hàng Mã</ins>" in giang.html
    assert f"<del>{order.place}</del>" in giang.html
    await giang.open(place)
    assert NEWS in giang.page.text, "a reload takes nothing away"


async def test_what_hinders_the_signature_of_a_decision_is_said_before_anybody_rules(
    people: People, readers: Readers
) -> None:
    await decision_papers.drafted(people, duration_days=5, complex=False)
    one = await submission("inspection_decision")
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/review/{one['id']}")
    assert "Vướng mắc khi ký" in summary(giang)


async def test_a_paper_of_an_information_tells_its_matter_its_clocks_and_what_was_rewritten(
    people: People, readers: Readers
) -> None:
    await page_worlds.of_an_information(people)
    one = await submission("verification")
    number = await database.fetchval(
        "SELECT number FROM informations WHERE id = $1", one["record_id"]
    )
    chi, an = await readers.of(people.chi), await readers.of(people.an)
    place = f"/desk/review/{one['id']}"
    await chi.open(place)
    for said in ("Trần Thanh Bình", number, "Bị phản ánh", "Thời gian"):
        assert said in summary(chi), said
    assert chi.page.link(f"/desk/informations/{one['record_id']}") is not None
    form = answer(chi, _Named(one["id"]), "return")
    form.fill("at:/place", "Ghi rõ số nhà")
    assert await chi.try_submit(form) == 200
    assert await finished(an, one["item_id"], **{"/place": "Số 5 phố Hàng Than"}) == 200
    await chi.open(place)
    assert NEWS in chi.page.text
    assert "<ins>Số 5 phố Hàng Than</ins>" in chi.html


async def test_a_report_says_its_period_its_figures_and_what_was_done_since(
    people: People, readers: Readers
) -> None:
    await page_worlds.of_a_report(people)
    one = await submission("report")
    chi = await readers.of(people.chi)
    place = f"/desk/review/{one['id']}"
    await chi.open(place)
    for said in ("Kỳ báo cáo", "Đơn vị", "Số liệu đến"):
        assert said in summary(chi), said
    assert chi.page.link(f"/desk/reports/{one['record_id']}") is not None
    form = answer(chi, _Named(one["id"]), "return")
    form.fill("at:/texts/situation", "Ghi rõ hơn")
    assert await chi.try_submit(form) == 200
    an = people.an.actor("desk")
    said = reports.write_text(one["record_id"], reports_made.SITUATION, "Diễn biến phức tạp", an)
    await reports_made.done(said)
    revision = (await reports_made.view(one["record_id"], people.an)).revision
    await reports_made.done(reports.submit(one["record_id"], revision, "", an))
    await chi.open(place)
    assert NEWS in chi.page.text
    assert "Tình hình" in chi.page.text.partition(NEWS)[2].partition("Nội dung")[0]


async def test_who_is_out_of_sight_sees_none_of_it(people: People, readers: Readers) -> None:
    await decision_papers.drafted(people)
    one = await submission("inspection_decision")
    stranger = await readers.of(people.dung)
    assert await stranger.look(f"/desk/review/{one['id']}") == 404


class _Named:
    """What answer() asks of a submission."""

    def __init__(self, ident: object) -> None:
        self.id = ident
