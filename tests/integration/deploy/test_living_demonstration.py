"""The living demonstration, whole: made once behind a ready system, proven, lawful by the rules of its days."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from backend import registry
from backend.core import local_time
from backend.law.deadlines import service as deadlines
from deploy.data_folder import DataFolder
from deploy.demo.stories import plan
from deploy.demo.stories.plan import End, Story
from deploy.servers import Servers
from tests.integration.deploy.running import Running, command, up

WHOLE = "the history of the demonstration is whole"
STOPPED = "the history stopped"
ON_PURPOSE = {
    End.PART_PAID,
    End.DELIVERED,
    End.ENFORCED,
    End.WITH_CHAIR,
    End.VERIFYING,
    End.DUE,
    End.SANCTIONED,
}
"""Stories of which something is late on purpose: the boards are to show it."""


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A living demonstration whose history was interrupted once, went on, and is whole."""
    folder = tmp_path_factory.mktemp("living") / "data"
    with up(folder, "--demo", "living") as first:
        assert first.is_ready(), "before its history is there"
        _read_until(first, "20%")
        first.interrupt()
    with up(folder, port=first.port) as running:
        said = _read_until(running, WHOLE)
        assert " 10%" not in said, "it begins where it stopped"
        yield running


def _read_until(running: Running, word: str) -> str:
    said = ""
    for line in running.process.stdout or ():
        said += line
        assert STOPPED not in line, (running.folder / "logs/history.log").read_text()
        if word in line:
            return said
    raise AssertionError(f"it ended before it said {word!r}: {said}")


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


async def _until(running: Running) -> datetime:
    [row, *_] = await _rows(running, "SELECT until FROM demonstration_history")
    until: datetime = row["until"]
    return until


@pytest.mark.long
async def test_every_story_is_played_once_and_all_of_it_is_proven(living: Running) -> None:
    registry.open_all()
    parts_told = plan.parts(await _until(living), deadlines.calendar())
    told = [one for theirs in parts_told.values() for one in theirs]
    assert not (living.folder / "logs/history.log").exists(), "no story was refused"
    parts = await _rows(living, "SELECT played, stories, ended_at FROM demonstration_history")
    assert all(one["ended_at"] is not None and one["played"] == one["stories"] for one in parts)
    assert sum(one["played"] for one in parts) == len(told)

    # The workers lock and preview what was stored, as they do with uploads.
    while True:
        verified = command("verify", "--data-dir", living.folder)
        waiting = verified.returncode == 2 and "has not recorded it yet" in verified.stdout
        if not waiting:
            break
    assert verified.returncode == 0, verified.stdout + verified.stderr
    again = command("up", "--data-dir", living.folder, "--port", living.port)
    assert again.returncode != 0, "it runs already"


@pytest.mark.long
async def test_it_shows_a_year_and_a_half_of_sixty_officers_in_every_state(living: Running) -> None:
    told = await _told(living)
    [counts] = await _rows(
        living,
        "SELECT (SELECT count(*) FROM officers) AS officers, (SELECT count(*) FROM photos) AS photos,"
        " (SELECT count(DISTINCT unit_id) FROM inspections) AS teams,"
        " (SELECT count(DISTINCT sha256) FROM photos) AS pictures",
    )
    assert counts["officers"] == 60
    assert counts["photos"] >= 300
    assert counts["pictures"] == counts["photos"], "no picture is there twice"
    assert counts["teams"] >= 8
    plans = await _rows(living, "SELECT state, count(*) FROM plans GROUP BY 1")
    assert {row["state"] for row in plans} >= {
        "draft",
        "sent_up",
        "merged",
        "approved",
        "issued",
        "ended",
    }
    assert sum(row["count"] for row in plans) >= 40
    items = {
        row["state"]: row["count"]
        for row in await _rows(living, "SELECT state, count(*) FROM plan_items GROUP BY 1")
    }
    assert items["done"] > 150
    assert items["not_done"] >= 8
    came = await _rows(living, "SELECT state, count(*) FROM informations GROUP BY 1")
    assert sum(row["count"] for row in came) >= 200
    states = {row["state"] for row in await _rows(living, "SELECT DISTINCT state FROM cases")}
    assert states >= {
        "proposed", "rejected", "decided", "inspecting", "violation_recorded", "decision_due", "with_chair",
        "sanctioned", "no_sanction", "delivered", "executing", "enforcing", "executed", "transferred",
        "closed_compliant", "archived",
    }  # fmt: skip
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
    assert not late
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


def test_a_path_is_no_demonstration_s_until_its_first_start(tmp_path: Path) -> None:
    assert not DataFolder(tmp_path).is_living
    (tmp_path / "DEMONSTRATION").write_bytes(b"")
    assert DataFolder(tmp_path).is_demonstration
    assert not DataFolder(tmp_path).is_living, "one from before there were two kinds is small"
    (tmp_path / "DEMONSTRATION").write_text("living\n")
    assert DataFolder(tmp_path).is_living
