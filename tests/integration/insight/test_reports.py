"""Units report a period: filled by the system, written by people, sent up, sent back, taken together and corrected."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.insight.reports import service as reports
from backend.insight.reports import views
from schemas.insight.words import ReportAct, ReportState
from tests.support import cases_made, reports_made
from tests.support.people import People
from tests.support.reports_made import BY_UNIT, RESULTS, SITUATION, cell, done, view

pytestmark = pytest.mark.usefixtures("pool")
DETECTED, FINES, PARTIES, REMINDERS = range(4)


async def test_a_report_fills_itself_and_shows_what_was_counted_beside_what_a_person_states(
    people: People,
) -> None:
    await reports_made.defined(people)
    await cases_made.sanctioned(people)
    await reports_made.counted()
    chi = people.chi.actor("desk")
    report_id = await reports_made.written(people.chi)
    shown = await view(report_id, people.chi)
    assert [cell(shown, row)[0] for row in range(4)] == [1, 5_000_000, 1, None]
    assert cell(shown, FINES, 2) == (5_000_000, 5_000_000)  # against nothing a year before

    with pytest.raises(RefusedAct) as refused:
        await done(reports.state_value(report_id, RESULTS, FINES, 0, 6_000_000, chi))
    assert refused.value.problem_code == "report_value_reason"
    why = "Một quyết định nhập sau"
    await done(reports.state_value(report_id, RESULTS, FINES, 0, 6_000_000, chi, why))
    await done(reports.state_value(report_id, RESULTS, REMINDERS, 0, 3, chi))
    with pytest.raises(RefusedAct) as refused:
        await done(reports.state_value(report_id, RESULTS, FINES, 2, 1, chi, why))
    assert refused.value.problem_code == "report_cell"

    await done(reports.fill(report_id, chi))
    shown = await view(report_id, people.chi)
    assert cell(shown, FINES) == (5_000_000, 6_000_000)
    assert cell(shown, FINES, 2) == (5_000_000, 6_000_000)  # the change follows
    assert cell(shown, REMINDERS) == (None, 3)
    stated = shown.tables[0].rows[FINES].cells[0]
    assert (stated.reason, stated.by_name) == (why, people.chi.full_name)

    await done(reports.state_value(report_id, RESULTS, FINES, 0, None, chi))
    assert cell(await view(report_id, people.chi), FINES) == (5_000_000, 5_000_000)


async def test_a_report_is_sent_up_by_the_head_sent_back_with_a_reason_and_sent_again(
    people: People,
) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.begun(people.an)
    with pytest.raises(RefusedAct) as refused:
        await reports_made.sent(report_id, people.chi)
    assert refused.value.problem_code == "report_incomplete"
    assert "Tình hình" in refused.value.text.vi

    await done(reports.fill(report_id, people.an.actor("desk")))
    await done(reports.write_text(report_id, SITUATION, "Ổn định", people.an.actor("desk")))
    seen = (await view(report_id, people.chi)).revision
    await done(reports.write_text(report_id, SITUATION, "Phức tạp", people.an.actor("desk")))
    with pytest.raises(RefusedAct) as refused:
        await done(reports.send_up(report_id, seen, people.chi.actor("desk")))
    assert refused.value.problem_code == "report_revision"

    revision = await reports_made.sent(report_id, people.chi)
    assert (await view(report_id, people.giang)).row.state is ReportState.SENT_UP
    with pytest.raises(RefusedAct) as refused:
        await done(reports.write_text(report_id, SITUATION, "Khác", people.an.actor("desk")))
    assert refused.value.problem_code == "report_state"

    back = reports.send_back(report_id, revision, "Thiếu chợ", people.giang.actor("desk"))
    await done(back)
    shown = await view(report_id, people.an)
    assert (shown.row.state, shown.sent_back_reason) == (ReportState.DRAFT, "Thiếu chợ")
    await done(reports.write_text(report_id, SITUATION, "Có chợ", people.an.actor("desk")))
    assert await reports_made.sent(report_id, people.chi) != revision
    async with transaction():
        told = await views.history(report_id, people.giang.actor("desk"))
    assert [one.act for one in told][:3] == [
        ReportAct.SENT_UP,
        ReportAct.TEXT_WRITTEN,
        ReportAct.SENT_BACK,
    ]


async def test_no_other_unit_no_inspector_and_no_auditor_does_what_is_not_theirs(
    people: People,
) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    for stranger in (people.dung, people.ho, people.em, people.lan, people.my):
        with pytest.raises(NotFound):
            await view(report_id, stranger)
        with pytest.raises(NotFound):
            await done(reports.fill(report_id, stranger.actor("desk")))
    for reader in (people.khanh, people.nga, people.phuc):
        with pytest.raises(RefusedAct) as refused:
            await done(reports.write_text(report_id, SITUATION, "Khác", reader.actor("desk")))
        assert refused.value.problem_code == "report_not_yours"
        assert (await view(report_id, reader)).may.edit is False
    with pytest.raises(RefusedAct) as refused:
        await reports_made.sent(report_id, people.an)
    assert refused.value.problem_code == "report_not_yours"
    with pytest.raises(RefusedAct) as refused:
        await reports_made.begun(people.dung, people.chi.unit.unit_id)
    assert refused.value.problem_code == "report_not_yours"
    with pytest.raises(RefusedAct) as refused:
        await done(reports.fill(report_id, people.chi.actor("phone")))
    assert refused.value.problem_code in ("report_not_from_phone", "act_unsigned")

    revision = await reports_made.sent(report_id, people.chi)
    for other in (people.chi, people.an):
        with pytest.raises(RefusedAct) as refused:
            await done(reports.send_back(report_id, revision, "Tự rút", other.actor("desk")))
        assert refused.value.problem_code == "report_not_yours"


async def test_of_two_who_begin_the_same_report_at_once_one_does(people: People) -> None:
    await reports_made.defined(people)
    found = await asyncio.gather(
        reports_made.begun(people.an), reports_made.begun(people.binh), return_exceptions=True
    )
    [refused] = [one for one in found if isinstance(one, RefusedAct)]
    [report_id] = [one for one in found if isinstance(one, UUID)]
    assert refused.problem_code == "report_in_work"
    async with transaction():
        first, last = reports_made.days()
        there = await reports.find(
            reports_made.CODE,
            people.an.unit.unit_id,
            first,
            last,
            people.binh.actor("desk"),
        )
    assert there == report_id
    await done(reports.fill(report_id, people.an.actor("desk")))
    await done(reports.write_text(report_id, SITUATION, "Ổn", people.an.actor("desk")))
    await reports_made.sent(report_id, people.chi)
    with pytest.raises(RefusedAct) as again:
        await reports_made.begun(people.an)
    assert again.value.problem_code == "report_in_force"


async def test_of_two_who_send_or_correct_a_report_at_once_one_does(people: People) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    revision = (await view(report_id, people.chi)).revision
    sent = await asyncio.gather(
        *(done(reports.send_up(report_id, revision, people.chi.actor("desk"))) for _ in range(2)),
        return_exceptions=True,
    )
    [late] = [one for one in sent if isinstance(one, RefusedAct)]
    assert late.problem_code == "report_state"

    async def correct(reason: str) -> UUID:
        async with transaction():
            return await reports.correct(report_id, reason, people.chi.actor("desk"))

    made = await asyncio.gather(
        correct("Sót một vụ"), correct("Sai số tiền"), return_exceptions=True
    )
    [second] = [one for one in made if isinstance(one, RefusedAct)]
    assert second.problem_code == "report_in_work"
    assert len([one for one in made if isinstance(one, UUID)]) == 1


async def test_of_who_corrects_and_who_sends_back_at_once_one_does(people: People) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    revision = await reports_made.sent(report_id, people.chi)

    async def correct() -> None:
        async with transaction():
            await reports.correct(report_id, "Sót một vụ", people.chi.actor("desk"))

    back = reports.send_back(report_id, revision, "Thiếu chợ", people.giang.actor("desk"))
    found = await asyncio.gather(correct(), done(back), correct(), return_exceptions=True)
    refused = [one for one in found if isinstance(one, RefusedAct)]
    assert (len(refused), found.count(None)) == (2, 1), found


async def test_who_saves_a_text_that_somebody_else_wrote_meanwhile_is_told(people: People) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.begun(people.chi)
    mark = (await view(report_id, people.an)).texts[0].mark
    await done(reports.write_text(report_id, SITUATION, "Của Chi", people.chi.actor("desk")))
    opened = reports.text_opened(report_id, SITUATION, "Của An", mark)
    with pytest.raises(RefusedAct) as refused:
        await done(
            reports.write_text(report_id, SITUATION, "Của An", people.an.actor("desk"), opened)
        )
    assert refused.value.problem_code == "form_late"
    assert (await view(report_id, people.an)).texts[0].text == "Của Chi"


async def test_a_department_takes_what_its_teams_sent_and_sees_who_sent_none_and_what_differs(
    people: People,
) -> None:
    await reports_made.defined(people)
    await cases_made.sanctioned(people)
    await reports_made.counted()
    chi, giang = people.chi.actor("desk"), people.giang.actor("desk")
    of_team = await reports_made.written(people.chi)
    why = "Một quyết định nhập sau"
    await done(reports.state_value(of_team, RESULTS, FINES, 0, 7_000_000, chi, why))
    revision = await reports_made.sent(of_team, people.chi)

    own = await reports_made.written(people.giang)
    await done(reports.take(own, giang))
    shown = await view(own, people.giang)
    assert shown.taken is not None
    [taken] = shown.taken
    assert (taken.report_id, taken.revision) == (of_team, revision)
    assert [one.vi for one in shown.missing_units] == ["Đội số 2 thử"]
    assert cell(shown, FINES) == (5_000_000, 5_000_000)  # counted for the whole department
    assert cell(shown, 0, part=BY_UNIT) == (5_000_000, 5_000_000)

    async with transaction():
        compared = await views.compared(own, giang)
    rows = {one.label.vi: one for one in compared.rows}
    fines = rows["fines_imposed"]
    assert (fines.sent, fines.counted, fines.report) == (7_000_000, 5_000_000, 5_000_000)
    assert [(one.sent, one.counted) for one in fines.units] == [(7_000_000, 5_000_000), (None, 0)]
    assert rows["parties_individual"].sent is None  # counted once in the whole: teams do not add up


async def test_what_rests_on_a_report_keeps_it_from_being_sent_back(people: People) -> None:
    await reports_made.defined(people)
    of_team = await reports_made.written(people.chi)
    revision = await reports_made.sent(of_team, people.chi)
    own = await reports_made.written(people.giang)
    await done(reports.take(own, people.giang.actor("desk")))
    assert (await view(of_team, people.giang)).may.send_back  # while the department's is a draft
    await reports_made.sent(own, people.giang)
    with pytest.raises(RefusedAct) as refused:
        await done(reports.send_back(of_team, revision, "Sai", people.giang.actor("desk")))
    assert refused.value.problem_code == "report_rested_on"
    assert not (await view(of_team, people.giang)).may.send_back


async def test_a_correction_takes_the_place_of_what_was_sent_and_says_what_changed(
    people: People,
) -> None:
    await reports_made.defined(people)
    chi = people.chi.actor("desk")
    old = await reports_made.written(people.chi)
    await done(reports.state_value(old, RESULTS, REMINDERS, 0, 2, chi))
    await reports_made.sent(old, people.chi)
    own = await reports_made.written(people.giang)
    await done(reports.take(own, people.giang.actor("desk")))

    await cases_made.sanctioned(people)
    await reports_made.counted()
    async with transaction():
        new = await reports.correct(old, "Nhập sót một quyết định", chi)
    assert (await view(old, people.chi)).row.state is ReportState.SENT_UP  # it counts until then
    assert not (await view(old, people.giang)).may.send_back
    with pytest.raises(RefusedAct) as refused:
        async with transaction():
            await reports.correct(old, "Lần nữa", chi)
    assert refused.value.problem_code == "report_in_work"
    await done(reports.write_text(new, SITUATION, "Phức tạp hơn", chi))
    await reports_made.sent(new, people.chi)

    assert (await view(old, people.chi)).row.replaced_by == new
    assert (await view(old, people.chi)).row.state is ReportState.CORRECTED
    async with transaction():
        found = await views.differences(new, people.giang.actor("desk"))
    assert found is not None
    assert found.reason == "Nhập sót một quyết định"
    changed = {(one.row.vi, one.column.vi): (one.before, one.after) for one in found.cells}
    assert changed["fines_imposed", "period"] == (0, 5_000_000)
    assert not any(row == "reminders" for row, _ in changed)  # what was stated was carried over
    assert [(one.before, one.after) for one in found.texts] == [("Ổn định", "Phức tạp hơn")]
    shown = await view(own, people.giang)
    assert shown.taken is not None
    assert [one.replaced_by for one in shown.taken] == [new]  # who took the old one sees it


async def test_a_correction_is_made_by_the_definition_of_what_it_corrects(people: People) -> None:
    await reports_made.defined(people)
    old = await reports_made.written(people.chi)
    await reports_made.sent(old, people.chi)
    await reports_made.defined(people, levels=[1, 2], valid_from=clock.today())
    with pytest.raises(RefusedAct) as refused:
        await reports_made.begun(people.em)  # teams do not make it any more
    assert refused.value.problem_code == "report_level"
    async with transaction():
        new = await reports.correct(old, "Sót chợ đêm", people.chi.actor("desk"))
    assert (await view(new, people.chi)).version == 1


async def test_a_unit_that_was_closed_in_the_period_is_reported_by_who_heads_above(
    people: People,
) -> None:
    await reports_made.defined(people)
    team = people.em.unit.unit_id
    closed = clock.today() - timedelta(days=10)
    await database.execute(
        "UPDATE units SET valid_to = $2, successor_id = $3 WHERE id = $1",
        team,
        closed,
        people.chi.unit.unit_id,
    )
    report_id = await reports_made.begun(people.giang, team)
    giang = people.giang.actor("desk")
    await done(reports.take_over(report_id, "Đội đã giải thể", giang))
    await done(reports.fill(report_id, giang))
    await done(reports.write_text(report_id, SITUATION, "Ổn định", giang))
    await reports_made.sent(report_id, people.giang)
    own = await reports_made.written(people.giang)
    await done(reports.take(own, people.hai.actor("desk")))
    shown = await view(own, people.giang)
    assert shown.taken is not None
    assert [one.unit_id for one in shown.taken] == [team]
    assert [one.closed_on for one in shown.below] == [None, closed]

    await database.execute(
        "UPDATE units SET valid_to = $2 WHERE id = $1", team, clock.today() - timedelta(days=60)
    )
    with pytest.raises(RefusedAct) as refused:
        await reports_made.begun(people.giang, team)
    assert refused.value.problem_code == "report_unit"


async def test_last_reports_texts_stand_beside_and_lists_show_the_own_unit_and_below(
    people: People,
) -> None:
    await reports_made.defined(people)
    before = await reports_made.written(people.chi, text="Tháng trước yên", back=30)
    await reports_made.sent(before, people.chi)
    now = await reports_made.begun(people.chi)
    shown = await view(now, people.chi)
    assert (shown.texts[0].before, shown.before_id) == ("Tháng trước yên", before)
    async with transaction():
        of_team, _ = await views.page(people.an.actor("desk"), views.ReportFilters())
        first, following = await views.page(
            people.giang.actor("desk"), views.ReportFilters(), limit=1
        )
        rest, end = await views.page(
            people.giang.actor("desk"), views.ReportFilters(), following, limit=1
        )
        elsewhere, _ = await views.page(people.ho.actor("desk"), views.ReportFilters())
    assert [one.id for one in of_team] == [now, before]
    assert [one.id for one in [*first, *rest]] == [now, before]
    assert (elsewhere, end) == ([], None)
