"""What waits for somebody: the most overdue first whatever came since, every row within reach, and true counts."""

import re
from datetime import datetime, timedelta
from uuid import UUID

from backend.core import clock, database
from schemas.core.ids import new_id
from tests.support import factories
from tests.support.case_rows import case_of
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers

MANY = 120
LINK = re.compile(r'main-link" href="/desk/(?:cases|inspections)/([0-9a-f-]{36})')
COUNT = re.compile(r'class="list-total">([\d.]+) dòng')


async def walked(desk: Reader, name: str) -> list[str]:
    """Ids of a whole list in its order, following the page's own links. Each page says how many there are."""
    found: list[str] = []
    await desk.open(f"/desk/work/lists/{name}")
    while True:
        found += LINK.findall(desk.html)
        assert COUNT.findall(desk.html) == [str(MANY)]
        following = re.search(r'rel="next" href="([^"]+)"', desk.html)
        if following is None:
            return found
        assert len(found) % 50 == 0
        await desk.open(following[1].replace("&amp;", "&"))


async def clock_of(case_id: UUID, lead: Person, due: datetime, since: datetime) -> None:
    """A clock that runs since then and is watched, due then."""
    await database.execute(
        """
        INSERT INTO case_clocks (case_id, rule, trigger_at, rule_set, trigger_act, half_at, due_at, lapses, watched,
            calendar_undecided, unit_1, unit_2, unit_3, unit_4)
        VALUES ($1, 'D12', $7, '2026-01-01', 'violation.recorded', $2, $2, false, true, false, $3, $4, $5, $6)
        """,
        case_id,
        due,
        *lead.unit.as_tuple(),
        since,
    )


async def cases_of(lead: Person, state: str, many: int = MANY) -> list[str]:
    """Cases in the order in which they wait: three of each due time, the last ten without a clock.

    The later one was opened, the longer it is overdue: who takes the newest first loses just these.
    """
    now = clock.now()
    rows = []
    for place in range(many):
        given = {"state": state, "sanctioned_on": None, "fine": 0, "paid": 0}
        case_id = await case_of(lead, f"VV-{state}-{lead.account.username}-{place}", **given)
        opened = now - timedelta(minutes=place)
        await database.execute(
            "UPDATE cases SET opened_at = $2, updated_at = $2 WHERE id = $1", case_id, opened
        )
        due = now + timedelta(hours=10 - place // 3) if place < many - 10 else None
        if due:
            await clock_of(case_id, lead, due, opened)
        rows.append((due is None, due or now, opened, case_id))
    return [str(row[3]) for row in sorted(rows)]


async def copies(work: factories.Work, many: int) -> list[UUID]:
    """So many more inspections like this one, each a second later than the one before; with the first itself."""
    ids = [new_id() for _ in range(many)]
    await database.execute(
        """
        INSERT INTO inspections SELECT (jsonb_populate_record(i, jsonb_build_object('id', n.id,
            'decision_id', gen_random_uuid(), 'issued_at', i.issued_at + n.place * interval '1 second',
            'submitted_at', i.submitted_at - (n.place / 3) * interval '1 minute'))).*
        FROM inspections i, unnest($2::uuid[]) WITH ORDINALITY n (id, place) WHERE i.id = $1
        """,
        UUID(str(work.id)),
        ids,
    )
    await database.execute(
        "INSERT INTO inspection_team SELECT n.id, t.officer_id, t.is_leader FROM inspection_team t,"
        " unnest($2::uuid[]) n (id) WHERE t.inspection_id = $1",
        UUID(str(work.id)),
        ids,
    )
    return [UUID(str(work.id)), *ids]


async def test_the_most_overdue_of_51_cases_stands_first_though_it_is_not_among_the_newest(
    people: People, readers: Readers
) -> None:
    order = await cases_of(people.giang, "decision_due", 51)
    overdue = await case_of(people.giang, "VV-forgotten", state="decision_due", sanctioned_on=None)
    long_ago = clock.now() - timedelta(days=400)
    await database.execute("UPDATE cases SET opened_at = $2 WHERE id = $1", overdue, long_ago)
    await clock_of(overdue, people.giang, long_ago + timedelta(days=7), long_ago)
    desk = await readers.of(people.giang)
    await desk.open("/desk/")
    assert LINK.findall(desk.html) == [str(overdue), *order[:29]]
    assert "52 chờ tôi" in desk.page.text
    await desk.follow("after=")
    assert LINK.findall(desk.html) == order[29:]


async def test_cases_that_wait_are_walked_from_the_most_overdue_to_those_without_a_clock(
    people: People, readers: Readers
) -> None:
    order = await cases_of(people.giang, "decision_due")
    await cases_of(people.ho, "decision_due", 12)
    await cases_of(people.giang, "executing", 12)
    assert await walked(await readers.of(people.giang), "cases") == order


async def test_what_waits_for_who_leads_a_case_is_his_alone(
    people: People, readers: Readers
) -> None:
    order = await cases_of(people.an, "executing")
    for case_id in order:
        await database.execute(
            "INSERT INTO case_officers (case_id, officer_id, role) VALUES ($1, $2, 'lead')",
            UUID(case_id),
            people.an.id,
        )
    await cases_of(people.chi, "executing", 12)
    assert await walked(await readers.of(people.an), "cases") == order


async def test_revisions_to_rule_on_are_walked_longest_waiting_first(
    people: People, readers: Readers
) -> None:
    ids = await copies(await factories.submitted(people), MANY - 1)
    rows = await database.fetch(
        "SELECT id FROM inspections WHERE id = ANY($1) ORDER BY submitted_at, id", ids
    )
    desk = await readers.of(people.giang)
    assert await walked(desk, "inspections") == [str(row["id"]) for row in rows]
    await desk.open("/desk/")
    assert f"{MANY} chờ tôi" in desk.page.text
    assert LINK.findall(desk.html)[0] == str(rows[0]["id"])


async def test_evidence_on_hold_is_walked_by_how_long_it_waits_and_what_was_decided_is_gone(
    people: People, readers: Readers
) -> None:
    ids = await copies(await factories.announced(people), MANY)
    now = clock.now()
    for place, ident in enumerate(ids):
        await database.execute(
            "UPDATE inspections SET quarantine_count = $2 WHERE id = $1", ident, int(place > 0)
        )
        for decided, hours in ((None, place // 3), (None, 0), ("dismissed", 900)):
            await database.execute(
                "INSERT INTO quarantined_acts (act_id, record_id, code, received_at, decided)"
                " VALUES ($1, $2, 'not_on_team', $3, $4)",
                new_id(),
                ident,
                now - timedelta(hours=hours),
                decided,
            )
    found = await walked(await readers.of(people.giang), "held")
    places = [ids.index(UUID(one)) for one in found]
    assert sorted(places) == list(range(1, MANY + 1))
    assert [place // 3 for place in places] == sorted(
        (place // 3 for place in places), reverse=True
    )


async def test_inspections_of_his_teams_are_all_within_reach_newest_first(
    people: People, readers: Readers
) -> None:
    ids = await copies(await factories.announced(people), MANY - 1)
    newest = [str(one) for one in [*reversed(ids[1:]), ids[0]]]
    assert await walked(await readers.of(people.an), "mine") == newest


async def test_a_list_that_one_does_not_have_and_a_torn_cursor_do_no_harm(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.an)
    for name in ("inspections", "held", "nothing"):
        assert await desk.look(f"/desk/work/lists/{name}") == 404
    assert await desk.look("/desk/?show=nothing&kind=file") == 200
    for torn in ("x", "AAAA", "fHw=", "MjAyNi0wMS0wMXxhfGI="):
        assert await desk.look(f"/desk/?after={torn}") == 422
        assert await desk.look(f"/desk/work/lists/cases?after={torn}") == 422
    assert await desk.look("/desk/work/lists/mine") == 200
    assert "Về Việc của tôi" in desk.page.text
