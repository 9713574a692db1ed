"""My work: whose next step a thing is, the most urgent first, and nothing that is done."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from backend.casework.queries import exceptions
from backend.core import clock, database
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.insight.my_work import service as my_work
from backend.insight.my_work.service import Show, Work
from backend.insight.texts import work as texts
from schemas.core.ids import new_id
from schemas.fieldwork.remarks import Comment, CommentTarget
from tests.integration.admin_ui.insight.test_waiting_lists import clock_of, copies
from tests.integration.casework.issued_documents.test_signed_is_in_force import deliver
from tests.integration.casework.issued_documents.test_signed_is_in_force import ready as finalised
from tests.support import cases_made, factories, scans
from tests.support.by_hand import Hand, hand
from tests.support.case_rows import case_of
from tests.support.people import People, Person
from tests.support.readers import Readers

__all__ = ["hand"]
pytestmark = pytest.mark.usefixtures("app")
ROW = re.compile(r'<tr role="row" id="work-([a-z_]+)-([0-9a-f-]{36})')
MOST_QUERIES = 12


async def listed(person: Person) -> Work:
    """A person's work."""
    async with transaction():
        return await my_work.page(person.actor(), Show.ALL, "")


async def submitted_row(people: People, kind: str, record_kind: str, record_id: UUID) -> UUID:
    """A submission by an that waits, with a legal limit in three days; its id."""
    ident, now = new_id(), clock.now()
    await database.execute(
        "INSERT INTO approval_submissions (id, kind, record_kind, record_id, title_vi, title_en, state, submitted_by,"
        " drafters, submitted_at, renewed_at, due_at, due_rule, shown, rounds, unit_1, unit_2, unit_3) VALUES ($1,"
        " $2, $3, $4, 'Hồ sơ', 'File', 'waiting', $5, '{}', $6, $6, $7, 'D12', '', 1, $8, $9, $10)",
        ident,
        kind,
        record_kind,
        record_id,
        people.an.id,
        now,
        now + timedelta(days=3),
        *people.an.unit.as_tuple()[:3],
    )
    return ident


async def kinds(person: Person) -> list[str]:
    """The kinds of a person's work, in their order."""
    found = await listed(person)
    assert found.count == found.counts.waiting == len(found.rows)
    return [row.kind for row in found.rows]


async def test_an_officer_of_many_inspections_sees_the_returned_one_first_and_none_that_waits_for_others(
    people: People, readers: Readers
) -> None:
    others = await copies(await factories.submitted(people), 31)
    going_on = await factories.announced(people)
    returned = await factories.submitted(people)
    an = await readers.of(people.an)
    await an.open("/desk/")
    assert [ident for _, ident in ROW.findall(an.html)] == [str(going_on.id)]
    remark = Comment(at=CommentTarget(field="/team_opinion"), text="Nêu rõ")
    async with transaction():
        await inspections.return_for_correction(
            returned.id, returned.revision, [remark], people.giang.actor("desk")
        )
    await an.open("/desk/")
    assert ROW.findall(an.html) == [("returned", str(returned.id)), ("visit", str(going_on.id))]
    assert "2 chờ tôi" in an.page.text
    assert "1 trả lại cho tôi" in an.page.text
    assert people.giang.full_name in an.page.text
    await an.follow("show=returned")
    assert ROW.findall(an.html) == [("returned", str(returned.id))]
    await an.open("/desk/work/lists/mine")
    assert str(others[0]) in an.html
    await factories.write_minutes(returned)
    await factories.submit(returned)
    await an.open("/desk/")
    assert ROW.findall(an.html) == [("visit", str(going_on.id))], "what is done leaves"


async def test_counts_lead_to_what_they_count_and_rows_say_by_which_rule(
    people: People, readers: Readers
) -> None:
    now = clock.now()
    late, soon, free = [
        await case_of(people.giang, f"VV-{name}", state="decision_due", sanctioned_on=None)
        for name in ("late", "soon", "free")
    ]
    await clock_of(late, people.giang, now - timedelta(hours=2), now - timedelta(days=7))
    await clock_of(soon, people.giang, now + timedelta(hours=2), now - timedelta(days=7))
    giang = await readers.of(people.giang)
    await giang.open("/desk/")
    assert [UUID(ident) for _, ident in ROW.findall(giang.html)] == [late, soon, free]
    assert "D12 ·" not in giang.page.text, "a code is for the legal pages"
    assert "Điều 66" in giang.page.text, "the time to decide: Law 15/2012 Art 66"
    await giang.follow("show=overdue")
    assert [UUID(ident) for _, ident in ROW.findall(giang.html)] == [late]
    assert "Chỉ còn tịch thu" in giang.page.text, "no fine after the limit: Law 15/2012 Art 65.2"
    await giang.open("/desk/work/list?show=soon&kind=case_decide")
    assert [UUID(ident) for _, ident in ROW.findall(giang.html)] == [soon]
    assert "Chỉ còn tịch thu" not in giang.page.text
    assert "<html" not in giang.html, "the list alone, for a page that refreshes itself"
    assert await kinds(people.ho) == [], "another department's work"


@pytest.mark.long
async def test_a_paper_signed_by_hand_waits_for_one_person_after_another(
    people: People, hand: Hand
) -> None:
    case = await cases_made.inspected(people)
    document = await hand.ready(case, "MQĐ24", people.giang, people.an)
    assert "step" in await kinds(people.giang), "it is submitted as it is made ready"
    assert "paper_own" not in await kinds(people.an), "the head signs a paper of the unit"
    document = await hand.print(case, "MQĐ24", people.giang, people.an)
    assert "paper_scan" in await kinds(people.giang)
    assert "paper_compare" not in await kinds(people.nga)
    await hand.scan(document, people.an, scans.pdf())
    assert "paper_scan" not in await kinds(people.giang)
    async with transaction():
        [row] = (await my_work.page(people.nga.actor(), Show.ALL, "paper_compare")).rows
    assert row.due is not None
    assert row.due - clock.now() < timedelta(hours=48), "PRACTICE B3"
    assert row.citation is None, "a rule of the force, no article"
    await hand.compare(document, people.nga)
    assert await kinds(people.nga) == ["paper_dispatch"]


async def test_a_paper_to_sign_has_its_own_limit_and_no_other_of_its_case(people: People) -> None:
    case = await cases_made.sanctioned(people)
    await deliver(case, case.papers["MQĐ02"])
    await finalised(case, "MQĐ24", people.giang)
    async with transaction():
        [row] = (await my_work.page(people.giang.actor(), Show.ALL, "paper_sign")).rows
    assert (row.rule, row.due) == (None, None), (
        "ten days to pay the fine (D15) do not limit a return of goods"
    )


async def test_registers_people_and_exceptions_wait_for_who_may_answer_them(people: People) -> None:
    work, now = await factories.announced(people), clock.now()
    await exceptions.insert(
        act_id=new_id(),
        kind="self_signed",
        record_kind="inspection",
        record_id=work.id,
        officer_id=people.an.id,
        reason="Trực một mình",
        at=now - timedelta(days=9),
        check_by=now - timedelta(days=1),
    )
    await database.execute(
        "INSERT INTO number_ranges (id, unit_id, form, year, first_number, last_number, reason, act_id, set_aside_by)"
        " VALUES ($1, $2, 'MQĐ02', 2026, 7, 7, 'Mất điện', $1, $3)",
        aside := new_id(),
        people.giang.unit.unit_id,
        people.giang.id,
    )
    await database.execute(
        "INSERT INTO document_numbers (issuer_kind, issuer_id, form, year, number, state, range_id)"
        " VALUES ('unit', $1, 'MQĐ02', 2026, 7, 'reserved', $2)",
        people.giang.unit.unit_id,
        aside,
    )
    await database.execute(
        "INSERT INTO people_asks (id, officer_id, kind, content, asked_by, asked_at, unit_1, unit_2, unit_3)"
        " VALUES ($1, $2, 'reset', '{}', $3, $4, $5, $6, $7)",
        new_id(),
        people.an.id,
        people.lan.id,
        now,
        *people.an.unit.as_tuple()[:3],
    )
    assert await kinds(people.khanh) == ["exception"]
    assert await kinds(people.giang) == ["exception", "person"], "the level above checks"
    assert await kinds(people.my) == ["person"]
    assert await kinds(people.lan) == [], "she asked herself"
    assert await kinds(people.nga) == ["numbers"]
    assert await kinds(people.hai) == ["exception"], "a deputy is nobody's head"
    assert await kinds(people.ho) == []
    async with transaction():
        teams = await my_work.teams(people.giang.actor())
        watched = await my_work.watched(people.khanh.actor())
    assert [one.unit_id for one in teams][-1] == people.giang.unit.unit_id
    assert watched is not None
    assert [(one.kind, one.overdue) for one in watched.exceptions] == [("self_signed", 1)]


async def test_the_first_page_of_each_role_asks_the_database_little(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    await factories.submitted(people)
    roles = (people.chi, people.giang, people.khanh, people.lan, people.nga, people.phuc)
    desks = [await readers.of(one) for one in roles]
    asked: list[str] = []
    real = asyncpg.connection.Connection._do_execute

    async def counted(self: Any, query: str, *args: Any, **more: Any) -> Any:
        asked.append(query)
        return await real(self, query, *args, **more)

    monkeypatch.setattr(asyncpg.connection.Connection, "_do_execute", counted)
    for desk in desks:
        asked.clear()
        assert await desk.look("/desk/") == 200
        assert 0 < len(asked) <= MOST_QUERIES, "\n".join(asked)


async def test_a_submitted_file_waits_for_the_step_of_its_route_and_is_listed_once(
    people: People,
) -> None:
    work, now = await factories.submitted(people), clock.now()
    assert await kinds(people.giang) == ["file"]
    submission = await submitted_row(people, "file", "inspection", work.id)
    for key in (f"officer:{people.phuc.id}", f"role:legal:{people.phuc.unit.unit_id}"):
        await database.execute(
            "INSERT INTO approval_waits (submission_id, step, key, kind, opens_at, due_at)"
            " VALUES ($1, 1, $2, 'legal_check', $3, $4)",
            submission,
            key,
            now - timedelta(hours=1),
            now + timedelta(hours=5),
        )
    assert await kinds(people.phuc) == ["step"], "under both keys, and listed once"
    [row] = (await listed(people.phuc)).rows
    assert row.step.vi == "Pháp chế kiểm tra", "what is asked, and not just an answer"
    assert (row.rule, row.why) == (None, texts.RULES["B7"])
    await database.execute(
        "UPDATE approval_waits SET due_at = (SELECT due_at FROM approval_submissions)"
    )
    [row] = (await listed(people.phuc)).rows
    assert row.rule == "D12", "without a time of its own it ends with the law's, and says so"
    assert await kinds(people.giang) == [], "the legal check comes before the head"
    await database.execute("UPDATE approval_submissions SET state = 'with_submitter'")
    assert await kinds(people.phuc) == []
    assert await kinds(people.an) == ["step_returned"]
    case = await case_of(people.giang, "VV-later", state="decision_due", sanctioned_on=None)
    await clock_of(case, people.giang, now + timedelta(hours=30), now - timedelta(days=7))
    await database.execute(
        "UPDATE approval_submissions SET submitted_by = $1, kind = 'sanction', returned_at = $2",
        people.giang.id,
        now,
    )
    rows = (await listed(people.giang)).rows
    assert [row.kind for row in rows][:2] == ["step_returned", "case_decide"]
    assert rows[0].due is not None
    assert rows[0].due > now + timedelta(days=2), "its limit is later, but somebody waits for it"


async def test_a_case_is_not_listed_beside_the_step_of_its_decision_that_waits_for_the_same_head(
    people: People,
) -> None:
    case = await cases_made.due(people)
    assert "case_decide" in await kinds(people.giang)
    submission = await submitted_row(people, "sanction", "case", case.id)
    assert "case_decide" in await kinds(people.giang), "its clock runs while it waits for another"
    await database.execute(
        "INSERT INTO approval_waits (submission_id, step, key, kind, opens_at, due_at)"
        " VALUES ($1, 2, $2, 'sign', $3, NULL)",
        submission,
        f"head:{people.giang.unit.unit_id}",
        clock.now() - timedelta(hours=1),
    )
    assert [one for one in await kinds(people.giang) if one in ("step", "case_decide")] == ["step"]
