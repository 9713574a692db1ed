"""The lists from which samples are drawn: what belongs to each, in whose sight."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.core import clock, database
from schemas.insight.samples import (
    SampledKind,
    SampleList,
    SampleStrata,
)
from tests.support import cases_made, factories
from tests.support.cases_made import today
from tests.support.people import People
from tests.support.samples import (
    auditor_in,
    cases,
    drawn,
    ids_of,
    population,
)

pytestmark = pytest.mark.usefixtures("pool")


async def test_strata_by_field_and_outcome(people: People) -> None:
    await cases(people.an, 2, state="executing")
    await cases(people.an, 3, state="inspected", sanctioned_on=None)
    assert await population(people.khanh, strata=SampleStrata.OUTCOME) == {
        "open": 3,
        "sanctioned": 2,
    }
    by_field = await population(people.khanh, strata=SampleStrata.FIELD)
    assert sum(by_field.values()) == 5
    (field,) = by_field
    assert await population(people.khanh, fields=[field]) == {"all": 5}
    assert await population(people.khanh, fields=["food" if field != "food" else "trade"]) == {}


async def test_late_is_what_was_done_after_its_limit_or_not_at_all(people: People) -> None:
    done_late, undone, in_time, lapses, moot = await cases(people.an, 5)
    now = clock.now()
    due = now - timedelta(days=3)

    async def clocked(
        case_id: UUID, met: Any = None, ended: Any = None, *, lapse: bool = False
    ) -> None:
        await database.execute(
            """
            INSERT INTO case_clocks (case_id, rule, subject, trigger_at, rule_set, trigger_act, half_at, due_at,
                met_at, moot_at, lapses, watched, calendar_undecided, unit_1, unit_2, unit_3)
            SELECT id, 'D12', '', $2::timestamptz - interval '7 days', '2026-01-01', 'x', $2, $2, $3, $4, $5, true,
                false, unit_1, unit_2, unit_3 FROM cases WHERE id = $1
            """,
            case_id,
            due,
            met,
            ended,
            lapse,
        )

    await clocked(done_late, due + timedelta(hours=1))
    await clocked(undone)
    await clocked(in_time, due - timedelta(hours=1))
    await clocked(lapses, lapse=True)
    await clocked(moot, ended=due - timedelta(hours=1))
    sample_id = await drawn(people.khanh, out_of=SampleList.LATE, size=10)
    assert set(await ids_of(people.khanh, sample_id)) == {done_late, undone}
    assert (
        await population(people.khanh, out_of=SampleList.LATE, last=today() - timedelta(10)) == {}
    )


async def test_reopened_and_self_signed_are_those_of_the_list_of_exceptions(people: People) -> None:
    reopened, signed, _ = await cases(people.an, 3)
    for case_id, kind in ((reopened, "reopened"), (signed, "self_signed")):
        await database.execute(
            """
            INSERT INTO exceptions (id, kind, record_kind, record_id, officer_id, unit_1, unit_2, unit_3, reason, at)
            SELECT gen_random_uuid(), $2, 'case', id, lead_id, unit_1, unit_2, unit_3, 'x', now()
            FROM cases WHERE id = $1
            """,
            case_id,
            kind,
        )
    for out_of, case_id in ((SampleList.REOPENED, reopened), (SampleList.SELF_SIGNED, signed)):
        sample_id = await drawn(people.khanh, out_of=out_of)
        assert await ids_of(people.khanh, sample_id) == [case_id]
        assert await population(auditor_in(people, people.ho), out_of=out_of) == {}


@pytest.mark.long
async def test_corrected_is_a_case_with_a_paper_that_changes_another(people: People) -> None:
    case = await cases_made.sanctioned(people)
    await cases(people.an, 1)
    assert await population(people.khanh, out_of=SampleList.CORRECTED) == {}
    await database.execute(
        """
        WITH one AS (SELECT * FROM documents WHERE case_id = $1 AND number IS NOT NULL LIMIT 1)
        UPDATE documents d SET replaces = one.id, number = 'X', issued_on = current_date FROM one
        WHERE d.id = (SELECT id FROM documents WHERE case_id = $1 AND id <> one.id LIMIT 1)
        """,
        case.id,
    )
    assert await population(people.khanh, out_of=SampleList.CORRECTED) == {"all": 1}


async def test_quarantined_and_out_of_hours(people: People) -> None:
    inspection_id = (await factories.submitted(people)).id
    given = {"kind": SampledKind.INSPECTION}
    assert await population(people.khanh, **given, out_of=SampleList.QUARANTINED) == {}
    await database.execute(
        "INSERT INTO quarantined_acts (act_id, record_id, code, received_at) VALUES ($1, $2, 'x', now())",
        uuid4(),
        inspection_id,
    )
    assert await population(people.khanh, **given, out_of=SampleList.QUARANTINED) == {"all": 1}


HOURS = (
    # A Wednesday and a Thursday, a Saturday, and National Day.
    ("2025-11-26", "10:00", 0),
    ("2025-11-26", "21:59", 0),
    ("2025-11-26", "22:00", 1),
    ("2025-11-27", "05:59", 1),
    ("2025-11-27", "06:00", 0),
    ("2025-11-29", "10:00", 1),
    ("2025-09-02", "10:00", 1),
)


async def test_out_of_hours_is_night_and_days_off(people: People) -> None:
    """The night of Law Art 8: from 22:00 to 6:00. Days off are those of the working calendar."""
    for number, (day, hour, found) in enumerate(HOURS, 1):
        on, at = date.fromisoformat(day), datetime.fromisoformat(f"{day}T{hour}:00+07:00")
        (case_id,) = await cases(people.an, 1)
        await database.execute("UPDATE cases SET opened_at = $2 WHERE id = $1", case_id, at)
        await database.execute(
            """
            INSERT INTO ledger_entries (record_id, number, record_kind, act_id, act_type, officer_id, made_at,
                received_at, act, act_hash, entry_hash, key_id, receipt_signature)
            VALUES ($1, 1, 'case', $2, 'note.added', $3, $4, now(), '{}', $5, $5, 'k', $6)
            """,
            case_id,
            uuid4(),
            people.an.id,
            at,
            bytes(32),
            bytes(64),
        )
        asked = {"out_of": SampleList.OUT_OF_HOURS, "first": on, "last": on}
        told = await population(people.khanh, **asked)
        await database.execute("UPDATE cases SET opened_at = now() WHERE id = $1", case_id)
        assert sum(told.values()) == found, (number, day, hour)
