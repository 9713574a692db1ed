"""A comment is given to a photograph or a paragraph by picking it from the page, and is read where it belongs."""

import pytest

from backend.core import database
from deploy.demo.pages import Button
from schemas.approvals.words import SubmittedKind
from tests.support import cases_made, routes_made, submitted
from tests.support.desk import Desks
from tests.support.papers_submitted import drafted, form_to, found, made_ready
from tests.support.people import People

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("pool")]


async def test_a_legal_officer_picks_a_field_of_the_paper_and_the_officer_reads_it_at_the_field(
    desks: Desks, people: People
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SubmittedKind.SANCTION)
    document = await drafted(case, "MQĐ02", people.giang)
    an, phuc = await desks.of(people.an), await desks.of(people.phuc)
    giang = await desks.of(people.giang)
    await made_ready(an, document)
    one = await found(case, document, SubmittedKind.SANCTION)

    sign = await giang.fetch(f"/desk/documents/{document}/sign")
    assert "frame-src 'self'" in sign.headers["content-security-policy"], "the paper is on the page"

    await phuc.open(f"/desk/submissions/{one.id}/return?shown={one.shown}")
    assert "Trần Văn Mẫu" in phuc.page.text, "what the paper says is beside the form"
    read = await database.fetchval(
        "SELECT count(*) FROM access_log WHERE record_id = $1 AND officer_id = $2",
        one.id,
        people.phuc.id,
    )
    assert read == 1
    form = form_to(phuc.page, "/return")
    form.fill("text_0", "Ý chung đã gõ trước")
    await phuc.submit(form, Button("pick", "/violator/name"))
    form = form_to(phuc.page, "/return")
    assert [form.find(name).value for name in ("at_0", "text_0", "at_1", "text_1")] == [
        "",
        "Ý chung đã gõ trước",
        "/violator/name",
        "",
    ], "what was typed stays, and the place has a row of its own"
    form.fill("text_1", "Ghi đủ họ và tên đệm")
    await phuc.submit(form, Button("", ""))

    await an.open(f"/desk/documents/{document}")
    page = (await an.fetch(f"/desk/documents/{document}")).text
    at_field = page.split('id="f-/violator/name"')[0].rpartition('class="remark')[2]
    assert "Ghi đủ họ và tên đệm" in at_field, "the remark is at the input that it is about"
    assert f'href="/desk/documents/{document}#f-/violator/name"' in page


async def test_a_head_picks_a_photograph_of_a_draft_and_of_a_file_from_the_page(
    desks: Desks, people: People
) -> None:
    work = await submitted.drafted(people)
    [photo] = work.pictures
    giang = await desks.of(people.giang)
    home = f"/desk/inspections/{work.id}"
    await giang.open(home)
    await giang.follow(f"at=photo:{photo.photo_id}")
    form = form_to(giang.page, "/opinion/draft-return")
    assert form.find("at").value == f"photo:{photo.photo_id}", "picked where it was seen"
    form.fill_nth("text", 0, "Ảnh mờ, chụp lại tem nhãn")
    await giang.submit(form, Button("pick", "field:/team_opinion"))
    form = form_to(giang.page, "/opinion/draft-return")
    rows = [one.value for one in form.controls if one.name in ("at", "text")]
    assert rows[:4] == [
        f"photo:{photo.photo_id}",
        "Ảnh mờ, chụp lại tem nhãn",
        "field:/team_opinion",
        "",
    ]
    form.fill_nth("text", 1, "Ghi rõ kiến nghị")
    await giang.submit(form, Button("step", "review"))
    await giang.submit(form_to(giang.page, "/opinion/draft-return"), Button("step", "confirm"))
    page = (await giang.fetch(home)).text
    card = page.partition(f'id="photo-{photo.photo_id}"')[2].partition("</li>")[0]
    assert "Ảnh mờ, chụp lại tem nhãn" in card
    assert 'id="remark-/team_opinion"' in page
    assert f'href="{home}#remark-/team_opinion"' in page, "the panel leads there"
