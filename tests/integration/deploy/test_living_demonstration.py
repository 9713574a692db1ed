"""The living demonstration, whole: made once behind a ready system, proven, lawful by the rules of its days."""

from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import msgspec
import pytest
from litestar import Litestar

from backend import registry
from backend.core import local_time
from backend.core.settings import Settings
from backend.fieldwork.derived import states as inspection_states
from backend.law import books
from backend.law.deadlines import service as deadlines
from backend.law.sanctions import service as sanctions
from deploy import bootstrap
from deploy.data_folder import DataFolder
from deploy.demo import accounts
from deploy.demo.stories import plan, reporting, tips
from deploy.demo.stories.ends import End
from deploy.demo.stories.plan import Story
from deploy.servers import Servers
from schemas.casework.acts.proceedings import SanctionImposed
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.words import CaseState, ExhibitState
from schemas.core.vocabulary import SubjectKind
from schemas.intake.words import InformationState
from schemas.planning.words import ItemState, PlanState
from tests.integration.deploy.living import living as living
from tests.integration.deploy.running import Running, command
from tests.support import cases_reached, ceilings, walks
from tests.support.statements import asked as asked

ON_PURPOSE = {End.PART_PAID, End.DELIVERED, End.ENFORCING, End.WITH_CHAIR, End.DUE, End.SANCTIONED}
"""Stories of which something is late on purpose: the boards are to show it."""


async def _rows(running: Running, sql: str, *args: object) -> list[dict[str, Any]]:
    servers = Servers(DataFolder(running.folder))
    connection = await asyncpg.connect(servers.owner_dsn())
    try:
        return [dict(row) for row in await connection.fetch(sql, *args)]
    finally:
        await connection.close()


async def _told(running: Running) -> list[Story]:
    registry.open_all()
    return plan.stories(await _until(running), deadlines.calendar())


async def _counted(running: Running, table: str) -> dict[str, int]:
    """Count the rows of a table by their state."""
    rows = await _rows(running, f"SELECT state, count(*) FROM {table} GROUP BY 1")
    return {row["state"]: row["count"] for row in rows}


async def _until(running: Running) -> datetime:
    [row, *_] = await _rows(running, "SELECT until FROM demonstration_history")
    until: datetime = row["until"]
    return until


@pytest.mark.long
async def test_every_story_is_played_once_and_all_of_it_is_proven(living: Running) -> None:
    registry.open_all()
    parts_told = plan.parts(await _until(living), deadlines.calendar())
    reported = reporting.told(await _until(living), deadlines.calendar())
    told = [*reported, *(one for theirs in parts_told.values() for one in theirs)]
    assert not (living.folder / "logs/history.log").exists(), "no story was refused"
    parts = await _rows(living, "SELECT played, stories, ended_at FROM demonstration_history")
    assert all(one["ended_at"] is not None and one["played"] == one["stories"] for one in parts)
    assert sum(one["played"] for one in parts) == len(told)

    # The workers lock and preview what was stored, as they do with uploads; they begin when the history is whole.
    while True:
        verified = command("verify", "--data-dir", living.folder)
        waits = ("has not recorded it yet", "wait for a job that is planned")
        if verified.returncode != 2 or not any(one in verified.stdout for one in waits):
            break
    assert verified.returncode == 0, verified.stdout + verified.stderr
    again = command("up", "--data-dir", living.folder, "--port", living.port)
    assert again.returncode != 0, "it runs already"


@pytest.mark.long
async def test_all_its_figures_counted_anew_from_the_ledger_agree_to_the_dong(
    living: Running,
) -> None:
    recounted = command("recount", "--figures", "--data-dir", living.folder)
    assert recounted.returncode == 0, recounted.stdout + recounted.stderr
    (events,) = await _rows(living, "SELECT count(*), sum(amount) AS dong FROM counted_events")
    assert events["count"] > 1000
    assert events["dong"] > 0
    # One đồng more in one event is found.
    await _rows(
        living,
        "UPDATE counted_events SET amount = amount + 1 WHERE (record_id, entry, ordinal) ="
        " (SELECT record_id, entry, ordinal FROM counted_events WHERE amount > 0 LIMIT 1) RETURNING 1",
    )
    wrong = command("recount", "--figures", "--data-dir", living.folder)
    assert wrong.returncode == 1, wrong.stdout
    assert "khác: hồ sơ" in wrong.stdout
    assert "khác: số tổng" in wrong.stdout


@pytest.mark.long
async def test_it_shows_a_year_and_a_half_of_sixty_officers(living: Running) -> None:
    told = await _told(living)
    [counts] = await _rows(
        living,
        "SELECT (SELECT count(DISTINCT officer_id) FROM officer_roles) AS officers,"
        " (SELECT count(*) FROM photos) AS photos,"
        " (SELECT count(DISTINCT unit_id) FROM inspections) AS teams,"
        " (SELECT count(DISTINCT sha256) FROM photos) AS pictures",
    )
    assert counts["officers"] == 60
    assert counts["photos"] >= 300
    assert counts["pictures"] == counts["photos"], "no picture is there twice"
    assert counts["teams"] >= 8
    items = await _counted(living, "plan_items")
    assert items["done"] > 100
    assert items["not_done"] >= 16
    assert sum((await _counted(living, "plans")).values()) >= 40
    assert sum((await _counted(living, "informations")).values()) >= tips.TIPS
    [span] = await _rows(
        living,
        "SELECT min(received_at) AS first, max(received_at) AS last, count(*) FROM ledger_entries",
    )
    assert local_time.day_of(span["first"]) < plan.begins(local_time.day_of(told[-1].visited))
    months = await _rows(
        living,
        "SELECT date_trunc('month', issued_at) AS month, count(*) FROM inspections GROUP BY 1",
    )
    assert len(months) >= 15
    assert all(row["count"] >= 5 for row in months)


@pytest.mark.long
async def test_units_have_reported_and_a_head_finds_one_that_waits(living: Running) -> None:
    """Of each period that every level has reported, all units of the history did; only what they do not do is late."""
    told = reporting.told(await _until(living), deadlines.calendar())
    states = await _counted(living, "reports")
    assert states["issued"] == sum(one.what is reporting.What.SIGNED for one in told) >= 3
    assert (states["corrected"], states["ready"] >= 1) == (1, True)
    rows = await _rows(
        living,
        "SELECT r.sent_up_at > (r.due_on + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AS late,"
        " r.late_reason, r.number, u.code FROM reports r JOIN units u ON u.id = r.unit_id"
        " WHERE r.sent_up_at IS NOT NULL",
    )
    assert [(one["code"], one["late_reason"] is not None) for one in rows if one["late"]] == [
        ("0103", True)
    ]
    numbers = [one["number"] for one in rows if one["number"]]
    assert len(set(numbers)) == len(numbers) == states["issued"]
    [counted] = await _rows(
        living,
        "SELECT count(*) FILTER (WHERE content -> 'tables' <> '[]') AS filled, count(*) AS all FROM reports"
        " WHERE state <> 'draft'",
    )
    assert counted["filled"] == counted["all"]


@pytest.mark.long
async def test_cases_inspections_informations_plans_and_their_items_are_there_in_every_state(
    living: Running,
) -> None:
    """Every state that an act which the door still takes leads to."""
    assert set(await _counted(living, "cases")) >= cases_reached.states()
    assert set(await _counted(living, "inspections")) >= set(inspection_states.REACHED)
    assert set(await _counted(living, "informations")) >= set(InformationState)
    assert set(await _counted(living, "plans")) >= set(PlanState)
    assert set(await _counted(living, "plan_items")) >= set(ItemState)


@pytest.mark.long
async def test_every_decision_is_computed_by_whom_and_when_the_law_of_its_day_allows(
    living: Running,
) -> None:
    """Law 15/2012: the amounts of the decree (Art 23), the signer's powers (Arts 46, 52), seven working
    days from the minutes (Art 66.1 a), the limits without minutes (Art 56), the statute (Art 6)."""
    registry.open_all()
    calendar = deadlines.calendar()
    decided = await _rows(
        living,
        "SELECT e.record_id, e.act_type, e.received_at, e.act::jsonb -> 'content' AS content,"
        " d.act::jsonb -> 'content' ->> 'issuer_title' AS title FROM ledger_entries e"
        " JOIN ledger_entries d ON d.record_id = e.record_id AND d.act_type = 'document.issued'"
        " AND d.act::jsonb -> 'content' ->> 'document_id' = e.act::jsonb -> 'content' ->> 'document_id'"
        " WHERE e.act_type IN ('sanction.imposed', 'sanction.imposed_on_spot')",
    )
    minuted = {
        row["record_id"]: row["at"]
        for row in await _rows(
            living,
            "SELECT record_id, (act::jsonb -> 'content' ->> 'recorded_at')::timestamptz AS at"
            " FROM ledger_entries WHERE act_type = 'violation.recorded'",
        )
    }
    assert len(decided) > 40
    for row in decided:
        said = msgspec.json.decode(row["content"], type=SanctionImposed)
        order, day = said.order, local_time.day_of(row["received_at"])
        computation = sanctions.compute(order)
        assert said.decided_on == order.decided_on == day
        assert computation.total_vnd == said.total
        title = sanctions.title_code(row["title"], order.book or books.FIRST)
        assert not sanctions.competence_faults(title, computation, day), row["record_id"]
        for one in order.acts:
            doubled = 2 if order.subject is SubjectKind.ORGANISATION else 1
            assert one.behaviour.fine_min_vnd * doubled <= said.total
            assert said.total <= one.behaviour.fine_max_vnd * doubled
            assert not sanctions.statute_fault(one.behaviour, one.acted_on, day, book=order.book)
        if row["act_type"] == "sanction.imposed_on_spot":
            assert said.total <= (1_000_000 if doubled == 2 else 500_000)
            continue
        worked, at = 0, local_time.day_of(minuted[row["record_id"]])
        while at < day:
            at += timedelta(days=1)
            worked += calendar.next_working(at) == at
        assert worked <= 7, row["record_id"]


@pytest.mark.long
async def test_goods_are_held_within_a_day_and_confiscated_where_nobody_is_left_to_be_fined(
    living: Running,
) -> None:
    """Law 15/2012: the head decides on a seizure within 24 hours (Art 125.4); goods alone are taken by a decision
    that says why there is no fine (Art 65.2), before two witnesses (Art 81.1)."""
    until = await _until(living)
    held = await _rows(
        living,
        "SELECT s.record_id, d.received_at - (s.act::jsonb -> 'content' ->> 'seized_at')::timestamptz AS after"
        " FROM ledger_entries s LEFT JOIN ledger_entries d ON d.record_id = s.record_id"
        " AND d.act_type = 'seizure.decided' WHERE s.act_type = 'exhibits.seized' AND s.received_at < $1",
        until,
    )
    assert len(held) >= 2
    assert all(row["after"] is not None and row["after"] < timedelta(hours=24) for row in held)
    goods = await _rows(
        living,
        "SELECT state FROM exhibits WHERE case_id = ANY($1)",
        [row["record_id"] for row in held],
    )
    assert {row["state"] for row in goods} == {ExhibitState.SEIZED, ExhibitState.CONFISCATED}
    [alone] = await _rows(
        living,
        "SELECT e.act::jsonb -> 'content' ->> 'why' AS why, c.state FROM ledger_entries e"
        " JOIN documents d ON d.id::text = e.act::jsonb -> 'content' ->> 'document_id' AND d.form = 'MQĐ14'"
        " JOIN cases c ON c.id = e.record_id WHERE e.act_type = 'remedy.ordered'",
    )
    assert alone == {"why": "violator_dead", "state": CaseState.EXECUTED}


@pytest.mark.long
async def test_nothing_is_signed_against_a_warning_or_by_one_officer_alone(living: Running) -> None:
    """The house's own list has emergencies, visits given up, and decisions not to fine, which it always lists."""
    until = await _until(living)
    listed = await _rows(living, "SELECT DISTINCT kind FROM exceptions WHERE at < $1", until)
    assert {row["kind"] for row in listed} <= {
        ExceptionKind.EMERGENCY,
        ExceptionKind.DISCARDED,
        ExceptionKind.WITHDRAWN,
        ExceptionKind.NO_FINE,
    }


@pytest.mark.long
async def test_inspections_are_begun_in_their_time_and_end_in_their_term(living: Running) -> None:
    """Ordinance 11/2016 Arts 19.3, 20: begun within three working days, no longer than decided."""
    registry.open_all()
    calendar = deadlines.calendar()
    visits = await _rows(
        living,
        "SELECT i.decision ->> 'issued_on' AS issued, (i.decision ->> 'duration_days')::int AS days,"
        " min(e.received_at) FILTER (WHERE e.act_type = 'inspection.announced') AS begun,"
        " min(e.received_at) FILTER (WHERE e.act_type = 'inspection.submitted') AS ended"
        " FROM inspections i JOIN ledger_entries e ON e.record_id = i.id"
        " WHERE i.decision ->> 'minutes_flow' = '2' GROUP BY i.id",
    )
    assert len(visits) > 100
    for row in visits:
        if row["begun"] is not None:
            begun, at, worked = (
                local_time.day_of(row["begun"]),
                date.fromisoformat(row["issued"]),
                0,
            )
            while at < begun:
                at += timedelta(days=1)
                worked += calendar.next_working(at) == at
            assert worked <= 3
        if row["ended"] is not None:
            assert row["ended"] - row["begun"] < timedelta(days=row["days"])


@pytest.mark.long
async def test_every_act_is_of_its_day_and_every_time_limit_was_kept_but_those_late_on_purpose(
    living: Running,
) -> None:
    told = await _told(living)
    wrong = await _rows(
        living,
        "SELECT act_type, verdicts FROM ledger_entries WHERE device_id IS NOT NULL AND"
        " (verdicts ->> 'signature' <> 'ok' OR verdicts ->> 'sequence' <> 'ok'"
        " OR verdicts ->> 'time' NOT IN ('ok', 'no_anchor'))",
    )
    assert not wrong
    apart = await _rows(
        living,
        "SELECT act_type, received_at - made_at AS gap FROM ledger_entries"
        " WHERE received_at - made_at NOT BETWEEN interval '-1 second' AND interval '2 minutes'",
    )
    assert not apart
    late = await _rows(
        living,
        "SELECT rule, count(*) FROM case_clocks WHERE met_at > due_at GROUP BY 1 ORDER BY 1",
    )
    enforced = sum(one.end is End.ENFORCED for one in told)
    assert [row["rule"] for row in late] == ["D15"], "paid late by whom it was enforced against"
    assert late[0]["count"] <= enforced
    until = max(one.visited for one in told)
    open_late = await _rows(
        living,
        "SELECT rule, case_id FROM case_clocks WHERE met_at IS NULL AND moot_at IS NULL AND due_at < $1",
        until - timedelta(days=10),
    )
    on_purpose = sum(one.end in ON_PURPOSE for one in told)
    assert len({row["case_id"] for row in open_late}) <= on_purpose + 6
    assert open_late, "a few are late, and boards show them"


@pytest.mark.long
async def test_its_registers_have_no_gap_and_run_with_the_days(living: Running) -> None:
    decisions = await _rows(
        living,
        "SELECT u.code, (i.decision ->> 'issued_on') AS day, i.decision_number AS number FROM inspections i"
        " JOIN units u ON u.id = i.unit_2 ORDER BY i.decision ->> 'issued_on', i.decision_number",
    )
    by: dict[tuple[str, str], list[int]] = {}
    for row in decisions:
        number = int(row["number"].split("/")[0][len(row["code"]) :])
        by.setdefault((row["code"], row["day"][:4]), []).append(number)
    counted = Counter({key: len(given) for key, given in by.items()})
    for key, given in by.items():
        assert given == sorted(given), key
        assert len(set(given)) == counted[key]
    gaps = await _rows(
        living,
        "SELECT s.form, s.year, s.last_number, count(n.number) FROM document_sequences s JOIN document_numbers n"
        " ON n.issuer_kind = 'unit' AND n.issuer_id = s.unit_id AND n.form = s.form AND n.year = s.year"
        " GROUP BY s.unit_id, s.form, s.year, s.last_number HAVING count(n.number) <> s.last_number",
    )
    assert not gaps


@pytest.mark.long
async def test_first_pages_stay_sensible(living: Running) -> None:
    unread = await _rows(
        living,
        "SELECT o.username, count(*) FROM notices n JOIN officers o ON o.id = n.officer_id"
        " WHERE n.read_at IS NULL AND n.settled_at IS NULL GROUP BY 1 ORDER BY 2 DESC",
    )
    assert unread
    assert unread[0]["count"] <= 40, unread[:5]


@pytest.fixture
def settings(living: Running) -> Settings:
    """Of an application in this process, on what the demonstration made."""
    return bootstrap.settings(Servers(DataFolder(living.folder)))


@pytest.mark.long
async def test_every_page_that_it_fills_weighs_60_kilobytes_and_asks_twelve_times(
    living: Running, app: Litestar, asked: list[str]
) -> None:
    seen = await walks.by_all(app, accounts.load(living.folder), asked)
    assert len({one.route for one in seen}) > 140, "pages to which a link leads"
    assert not ceilings.broken(seen)


def test_a_path_is_no_demonstration_s_until_its_first_start(tmp_path: Path) -> None:
    assert not DataFolder(tmp_path).is_living
    (tmp_path / "DEMONSTRATION").write_bytes(b"")
    assert DataFolder(tmp_path).is_demonstration
    assert not DataFolder(tmp_path).is_living, "one from before there were two kinds is small"
    (tmp_path / "DEMONSTRATION").write_text("living\n")
    assert DataFolder(tmp_path).is_living
