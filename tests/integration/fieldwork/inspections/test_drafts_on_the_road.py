"""A head who is on the road is told of a draft on his phone, looks at it there, and answers while the team waits."""

from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.core import database
from backend.fieldwork.rules import flow
from backend.ledger.service import Accepted
from deploy.demo.phone import Phone
from tests.integration.force.accounts.test_take_over import MET, WHY, asked
from tests.support import factories
from tests.support.desk import Desks
from tests.support.doors import Desk
from tests.support.factories import Work
from tests.support.people import People
from tests.support.phone import Phones

pytestmark = pytest.mark.usefixtures("app")

REMARK = {"at": {"field": "/contents/0/result"}, "text": "Ghi rõ số lượng từng loại"}


async def drafted(people: People) -> Work:
    work = await factories.announced(people, photos=2, minutes_flow=2, author=people.chi)
    await factories.write_text(work)
    await propose(work)
    return work


async def propose(work: Work, *answers: dict[str, Any]) -> str:
    photos = [picture.sha256 for picture in work.pictures]
    draft = flow.draft_hash(UUID(work.minutes), photos)
    content: dict[str, Any] = {"minutes": work.minutes, "photos": photos, "draft": draft}
    if answers:
        content["answers"] = list(answers)
    outcome = await work.act("minutes.proposed", content)
    assert isinstance(outcome, Accepted), outcome
    return draft


async def told(phone: Phone) -> list[dict[str, Any]]:
    """What this phone tells of drafts, brought up to date."""
    await phone.sync()
    notices = [value for (kind, _), value in phone.held.items() if kind == "told"]
    return [one for one in notices if one["kind"] == "draft"]


async def test_a_head_is_told_of_a_draft_on_his_phone_and_approves_it_there(
    people: People, phones: Phones, desks: Desks
) -> None:
    phone, member = await phones.of(people.giang), await phones.of(people.an)
    work = await drafted(people)
    [notice] = await told(phone)
    assert notice["record_id"] == str(work.id)
    assert work.number in notice["text"]["vi"]
    assert people.chi.full_name in notice["text"]["vi"]
    assert await told(member) == [], "the team is not asked about its own draft"
    desk = await desks.of(people.giang)
    await desk.open("/desk/notices")
    page = await desk.follow(f"/desk/inspections/{work.id}")
    assert "Đồng ý dự thảo biên bản" in page.text

    view = await phone.inspection(str(work.id))
    [draft] = [one for one in view["drafts"] if one["waits"]]
    assert view["permitted"]["draft"] is True
    phone.write(str(work.id), "draft.approved", {"draft": draft["draft"]})
    [result] = await phone.send()
    assert result["status"] == "accepted", result
    assert await told(phone) == [], "answered: nobody need look at it any more"
    row = await database.fetchrow("SELECT kind, noted FROM rulings")
    assert tuple(row) == ("draft_approved", False)


async def test_a_head_returns_a_draft_from_his_phone_with_a_remark_at_a_field(
    people: People, phones: Phones
) -> None:
    phone, author = await phones.of(people.giang), await phones.of(people.chi)
    work = await drafted(people)
    first = await propose(work)
    phone.write(str(work.id), "draft.returned", {"draft": first, "comments": [REMARK]})
    [result] = await phone.send()
    assert result["status"] == "accepted", result
    await author.sync()
    view = author.held["inspection", str(work.id)]
    assert [one["text"] for one in view["comments"]] == [REMARK["text"]]
    await factories.write_text(work)
    await propose(work)
    assert len(await told(phone)) == 1, "the next draft is told anew"


async def test_a_draft_that_comes_again_with_words_on_his_remark_waits_for_him_anew(
    people: People, phones: Phones
) -> None:
    """Minutes and photographs are the same, so is the hash: what tells the two apart is the act that asked."""
    phone = await phones.of(people.giang)
    work = await drafted(people)
    [first] = (await phone.inspection(str(work.id)))["drafts"]
    said = {"draft": first["draft"], "proposal": first["id"]}
    act = phone.write(str(work.id), "draft.returned", {**said, "comments": [REMARK]})
    [result] = await phone.send()
    assert result["status"] == "accepted", result
    again = await propose(work, {"returned": act["id"], "comment": 0, "text": "Đã đủ, không sửa"})
    assert again == first["draft"]
    [*_, waits] = (await phone.inspection(str(work.id)))["drafts"]
    assert waits["waits"]
    phone.write(str(work.id), "draft.approved", {"draft": again, "proposal": waits["id"]})
    [result] = await phone.send()
    assert result["status"] == "accepted", result


async def test_an_approval_that_was_pressed_before_the_words_came_does_not_answer_them(
    people: People, phones: Phones, desks: Desks
) -> None:
    """Another head had returned it meanwhile: he would approve what he has not read."""
    giang, hai = await phones.of(people.giang), await phones.of(people.hai)
    desk = await desks.of(people.giang)
    work = await drafted(people)
    [first] = (await giang.inspection(str(work.id)))["drafts"]
    said = {"draft": first["draft"], "proposal": first["id"]}
    giang.write(str(work.id), "draft.approved", said)  # without a signal
    await desk.open(
        f"/desk/inspections/{work.id}/opinion/draft-approve?seen={first['draft']}&proposal={first['id']}"
    )
    form = desk.form("opinion/draft-approve")
    act = hai.write(str(work.id), "draft.returned", {**said, "comments": [REMARK]})
    [result] = await hai.send()
    assert result["status"] == "accepted", result
    await propose(work, {"returned": act["id"], "comment": 0, "text": "Đã đủ, không sửa"})

    [result] = await giang.send()
    assert result["problem"]["code"] == "draft_other", result
    assert await desk.try_submit(form) == 409
    [*_, waits] = (await hai.inspection(str(work.id)))["drafts"]
    assert (waits["waits"], waits["answer"]) == (True, None)


async def test_a_remark_that_the_next_draft_leaves_open_is_still_asked_of_the_team(
    people: People, phones: Phones
) -> None:
    phone, author = await phones.of(people.giang), await phones.of(people.chi)
    work = await drafted(people)
    [first] = (await phone.inspection(str(work.id)))["drafts"]
    other = {**REMARK, "text": "Ghi rõ giá niêm yết"}
    act = phone.write(
        str(work.id), "draft.returned", {"draft": first["draft"], "comments": [REMARK, other]}
    )
    await phone.send()
    await factories.write_text(work)
    await propose(work, {"returned": act["id"], "comment": 0, "text": "Đã ghi"})
    await author.sync()
    view = author.held["inspection", str(work.id)]
    assert [one["text"] for one in view["comments"]] == [other["text"]]


async def test_a_head_who_is_moved_away_is_asked_no_more(
    app: Litestar, people: People, phones: Phones
) -> None:
    """The notice says whose premises are inspected: not for a head of another unit."""
    phone = await phones.of(people.hai)
    await drafted(people)
    assert len(await told(phone)) == 1
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    page, there = f"/desk/people/{people.hai.id}/move", str(people.units["0102"].unit_id)
    ask = await asked(await my.post(page, unit_id=there, reason=WHY))
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 303
    assert await told(await phones.of(people.hai)) == [], "a move has ended his session"


@pytest.mark.parametrize("end", ["signed", "written", "submitted"])
async def test_a_draft_that_waits_no_longer_is_gone_from_the_heads_phone(
    people: People, phones: Phones, end: str
) -> None:
    phone = await phones.of(people.giang)
    work = await drafted(people)
    assert len(await told(phone)) == 1
    if end == "written":
        await factories.write_text(work)
    else:
        await factories.sign_text(work)
    if end == "submitted":
        await factories.submit(work)
    assert await told(phone) == []
    fresh = await phones.of(people.giang)
    assert await told(fresh) == [], "nor on a phone that is signed in to afterwards"


async def test_a_phone_that_is_signed_in_to_later_brings_the_draft_that_waits(
    people: People, phones: Phones
) -> None:
    await drafted(people)
    assert len(await told(await phones.of(people.giang))) == 1


async def test_a_head_who_is_on_the_team_is_not_asked_about_his_own_draft(people: People) -> None:
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'team_leader')", people.giang.id
    )
    work = await factories.announced(
        people, minutes_flow=2, author=people.giang, leader=people.giang, photos=1
    )
    await factories.write_text(work)
    await propose(work)
    heads = await database.fetch(
        "SELECT officer_id FROM notices WHERE kind = 'draft' AND record_id = $1", work.id
    )
    assert [row["officer_id"] for row in heads] == [people.hai.id]
