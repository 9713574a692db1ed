"""Auditors draw records at random by a seed, look at each, and close; others see nothing of it before."""

import asyncio
import hashlib
from dataclasses import replace
from uuid import UUID, uuid4

import asyncpg
import pytest

from backend.core import database
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound, RefusedAct
from backend.insight.samples import service as samples
from backend.ledger import sealer
from backend.ledger.service import Accepted
from backend.operations.verification import service as verification
from schemas.core.vocabulary import Role
from schemas.insight.samples import (
    LookResult,
    SampleClosed,
    SampledKind,
    SampleGivenUp,
    SampleStrata,
    Severity,
)
from tests.support import cases_made
from tests.support.people import People, Person
from tests.support.samples import (
    act,
    auditor_in,
    cases,
    code,
    draw,
    drawn,
    ids_of,
    look,
    plan,
    seen,
)
from tests.unit.insight.test_drawing import redrawn

pytestmark = pytest.mark.usefixtures("pool")


async def test_anybody_can_draw_the_sample_again(people: People) -> None:
    await cases(people.an, 9)
    await cases(people.em, 2)
    await sealer.seal_all()
    sample_id = await drawn(
        people.khanh, unit_id=people.giang.unit.unit_id, strata=SampleStrata.UNIT, size=4
    )
    async with transaction():
        kept = await samples.population(sample_id, people.khanh.actor())
    shown = await seen(people.khanh, sample_id)
    assert shown.row.drawn is not None
    again = redrawn("mầm 1", kept, 4)
    told: dict[str, list[str]] = {}
    for one in shown.records:
        told.setdefault(one.stratum, []).append(str(one.record_id))
    assert told == again
    # Of a stratum with fewer than asked for, all; of the other as many as asked for.
    teams = (str(people.an.unit.unit_id), str(people.em.unit.unit_id))
    assert [len(told[one]) for one in teams] == [4, 2]
    assert shown.row.drawn.strata == {teams[0]: 9, teams[1]: 2}
    act_text = await database.fetchval(
        "SELECT act FROM ledger_entries WHERE record_id = $1 AND number = 2", sample_id
    )
    assert hashlib.sha256(kept.encode()).hexdigest() in act_text
    assert shown.row.drawn.log_size == await database.fetchval("SELECT count(*) FROM ledger_leaves")


async def test_the_same_seed_draws_the_same_and_another_does_not(people: People) -> None:
    await cases(people.an, 40)
    one, same, other = [
        await ids_of(people.khanh, await drawn(people.khanh, seed=seed, size=10))
        for seed in ("a", "a", "b")
    ]
    assert one == same
    assert set(one) != set(other)


SEEDS = ("'; DROP TABLE samples; --", "$1", "%s {0} \\n", "\u202e<script>", "🎲" * 100)
NO_SEEDS = ("", "a\nb", "a\n", "a\x00", "x" * 101)


async def test_any_line_of_text_is_a_seed_and_nothing_else_is(people: People) -> None:
    await cases(people.an, 5)
    for seed in SEEDS:
        sample_id = await drawn(people.khanh, seed=seed, size=2)
        async with transaction():
            kept = await samples.population(sample_id, people.khanh.actor())
        by_another = redrawn(seed, kept, 2)["all"]
        assert [str(one) for one in await ids_of(people.khanh, sample_id)] == by_another
    for seed in NO_SEEDS:
        with pytest.raises(RefusedAct):
            await plan(people.khanh, seed=seed)


async def test_an_auditor_draws_from_the_own_unit_alone(people: People) -> None:
    """Đà Nẵng's auditor sees no sample of Hà Nội, plans none, and finds no record of it in any."""
    here = await cases(people.an, 4)
    there = await cases(people.dung, 3)
    hanoi, danang = auditor_in(people, people.giang), auditor_in(people, people.ho)
    sample_id = await drawn(hanoi, size=100)
    assert sorted(await ids_of(hanoi, sample_id)) == sorted(here)
    assert sorted(await ids_of(danang, await drawn(danang, size=100))) == sorted(there)
    with pytest.raises(NotFound):
        await seen(danang, sample_id)
    with pytest.raises(NotFound):
        await plan(danang, unit_id=hanoi.unit.unit_id)
    with pytest.raises(NotFound):
        await draw(danang, sample_id)
    with pytest.raises(NotFound):
        await look(danang, sample_id, here[0])
    nation = await drawn(people.khanh, size=100)
    with pytest.raises(NotFound):
        await seen(hanoi, nation)


async def test_others_neither_plan_nor_see(people: People) -> None:
    await cases(people.an, 2)
    sample_id = await drawn(people.khanh)
    for who in (people.an, people.nga, people.lan, people.phuc, people.chi):
        with pytest.raises(NotAllowed):
            await seen(who, sample_id)
    with pytest.raises(NotAllowed):
        await plan(people.giang)
    with pytest.raises(NotFound):
        await seen(people.giang, sample_id)
    both = replace(people.khanh, roles=(Role.AUDITOR, Role.SUPERVISOR))
    with pytest.raises(NotAllowed):
        await plan(both)


async def test_a_sample_is_drawn_once_even_by_two_at_once(people: People) -> None:
    await cases(people.an, 6)
    sample_id = await plan(people.khanh)
    tries = await asyncio.gather(
        *(draw(people.khanh, sample_id) for _ in range(3)), return_exceptions=True
    )
    assert sum(isinstance(one, Accepted) for one in tries) == 1
    refused = [one for one in tries if not isinstance(one, Accepted)]
    assert all(isinstance(one, RefusedAct) for one in refused), refused
    assert len(await ids_of(people.khanh, sample_id)) == 3


async def test_each_look_is_kept_and_the_last_one_counts(people: People) -> None:
    await cases(people.an, 3)
    sample_id = await drawn(people.khanh)
    first, second, _ = await ids_of(people.khanh, sample_id)
    assert (
        code(await look(people.khanh, sample_id, first, result=LookResult.FINDING))
        == "sample_words"
    )
    said = {"result": LookResult.FINDING, "words": "Thiếu chữ ký người chứng kiến"}
    assert code(await look(people.khanh, sample_id, first, **said)) == "sample_severity"
    assert not code(await look(people.khanh, sample_id, first, **said, severity=Severity.SERIOUS))
    assert not code(await look(people.khanh, sample_id, second))
    shown = await seen(people.khanh, sample_id)
    (tally,) = shown.tallies
    assert (tally.looked, tally.found, shown.row.looked, shown.row.found) == (2, 1, 2, 1)
    mark = samples.mark_of_look(shown.records[0])
    assert not code(await look(people.khanh, sample_id, first, mark=mark))
    shown = await seen(people.khanh, sample_id)
    assert (shown.row.looked, shown.row.found, shown.records[0].looks) == (2, 0, 2)
    kept = "SELECT count(*) FROM ledger_entries WHERE record_id = $1 AND act_type = 'sample.looked'"
    assert await database.fetchval(kept, sample_id) == 3
    assert code(await look(people.khanh, sample_id, uuid4())) == "sample_not_of_it"


async def test_what_an_earlier_look_found_leaves_with_the_sample(people: People) -> None:
    """A finding that a later look took the place of is in the file that goes with the packages."""
    await cases(people.an, 1)
    sample_id = await drawn(people.khanh)
    (record_id,) = await ids_of(people.khanh, sample_id)
    said = {"result": LookResult.FINDING, "words": "Thiếu biên bản", "severity": Severity.GRAVE}
    await look(people.khanh, sample_id, record_id, **said)
    shown = await seen(people.khanh, sample_id)
    mark = samples.mark_of_look(shown.records[0])
    assert not code(await look(people.khanh, sample_id, record_id, mark=mark))
    (told,) = samples.manifest(await seen(people.khanh, sample_id))["looks"]
    assert told["result"] == "in_order"
    earlier = [(one["result"], one["severity"], one["words"]) for one in told["earlier"]]
    assert earlier == [("finding", "grave", "Thiếu biên bản")]


async def test_of_two_who_look_at_once_the_second_is_told(people: People) -> None:
    await cases(people.an, 1)
    sample_id = await drawn(people.khanh)
    (record_id,) = await ids_of(people.khanh, sample_id)
    other = {"result": LookResult.NOT_JUDGED, "words": "Thiếu hồ sơ giấy"}
    outcomes = await asyncio.gather(
        look(people.khanh, sample_id, record_id), look(people.khanh, sample_id, record_id, **other)
    )
    assert sorted(map(code, outcomes)) == ["", "form_late"]
    assert (await seen(people.khanh, sample_id)).records[0].looks == 1


async def test_nobody_looks_at_a_record_that_they_worked_on(people: People) -> None:
    """Who became an auditor later judges no own work, whatever it was."""
    case = await cases_made.inspected(people)
    now_auditor = replace(people.an, roles=(Role.AUDITOR,), unit=people.khanh.unit)
    sample_id = await drawn(now_auditor)
    assert case.id in await ids_of(now_auditor, sample_id)
    assert code(await look(now_auditor, sample_id, case.id)) == "sample_own_work"
    assert not code(await look(people.khanh, sample_id, case.id))


async def test_nobody_looks_at_a_record_in_whose_work_they_had_a_part(people: People) -> None:
    """A case and its inspection are one work; so are the team, and opinions that submissions asked for."""
    case = await cases_made.inspected(people)
    assert case.inspection is not None
    await database.execute(
        "INSERT INTO case_officers (case_id, officer_id, role) VALUES ($1, $2, 'member')",
        case.id,
        people.cuc.id,
    )
    await _asked_for_an_opinion(case.id, people.phuc.id, people.an)
    sample_id = await drawn(people.khanh)
    of_inspections = await drawn(people.khanh, kind=SampledKind.INSPECTION)
    # giang issued the decision of the inspection, cuc is on the team alone, phuc is a legal officer and was asked.
    for who in (people.giang, people.cuc, people.phuc):
        auditor = replace(who, roles=(Role.AUDITOR,), unit=people.khanh.unit)
        assert code(await look(auditor, sample_id, case.id)) == "sample_own_work", who.username
        own = code(await look(auditor, of_inspections, case.inspection.id))
        assert own == "sample_own_work", who.username
    assert not code(await look(people.khanh, sample_id, case.id))


async def _asked_for_an_opinion(case_id: UUID, officer_id: UUID, by: Person) -> None:
    submission_id = uuid4()
    await database.execute(
        """
        INSERT INTO approval_submissions (id, kind, record_kind, record_id, title_vi, title_en, state, submitted_by,
            drafters, submitted_at, renewed_at, shown, rounds, unit_1, unit_2, unit_3)
        SELECT $2, 'case_paper', 'case', id, 'x', 'x', 'done', $3, '{}', now(), now(), '', 1, unit_1, unit_2, unit_3
        FROM cases WHERE id = $1
        """,
        case_id,
        submission_id,
        by.id,
    )
    await database.execute(
        """
        INSERT INTO ledger_entries (record_id, number, record_kind, act_id, act_type, officer_id, made_at,
            received_at, act, act_hash, entry_hash, key_id, receipt_signature)
        VALUES ($1, 1, 'submission', $2, 'step.answered', $3, now(), now(), '{}', $4, $4, 'k', $5)
        """,
        submission_id,
        uuid4(),
        officer_id,
        bytes(32),
        bytes(64),
    )


async def test_a_record_that_went_to_another_unit_stays_drawn_and_is_named_no_more(
    people: People,
) -> None:
    gone, stays = await cases(people.an, 2)
    hanoi = auditor_in(people, people.giang)
    sample_id = await drawn(hanoi)
    await database.execute(
        "UPDATE cases SET unit_id = $2, unit_2 = $3, unit_3 = $2 WHERE id = $1",
        gone,
        people.dung.unit.unit_id,
        people.ho.unit.unit_id,
    )
    shown = await seen(hanoi, sample_id)
    assert {one.record_id for one in shown.records} == {gone, stays}
    assert set(shown.named) == {stays}
    said = {"result": LookResult.NOT_JUDGED, "words": "Hồ sơ đã chuyển đơn vị khác"}
    assert not code(await look(hanoi, sample_id, gone, **said))
    assert gone not in await ids_of(hanoi, await drawn(hanoi))


async def test_heads_see_what_was_found_once_it_is_closed_and_not_who_looked(
    people: People,
) -> None:
    await cases(people.an, 3)
    hanoi = auditor_in(people, people.giang)
    sample_id = await drawn(hanoi)
    first, second, _ = await ids_of(hanoi, sample_id)
    said = {"result": LookResult.FINDING, "words": "Quá hạn 3 ngày", "severity": Severity.MINOR}
    await look(hanoi, sample_id, first, **said)
    await look(hanoi, sample_id, second)
    with pytest.raises(NotFound):
        await seen(people.giang, sample_id)
    assert code(await act(hanoi, sample_id, SampleClosed())) == "sample_unlooked"
    assert not code(await act(hanoi, sample_id, SampleClosed(words="Một hồ sơ đang mượn")))
    shown = await seen(people.giang, sample_id)
    assert [(one.record_id, one.words) for one in shown.records] == [(first, "Quá hạn 3 ngày")]
    assert shown.records[0].looked_by_name is None
    assert not shown.may_act
    told = "SELECT count(*) FROM notices WHERE record_id = $1 AND text_key = 'sample.closed' AND officer_id = $2"
    assert await database.fetchval(told, sample_id, people.giang.id) == 1
    with pytest.raises(NotFound):
        await seen(people.ho, sample_id)
    assert code(await look(hanoi, sample_id, second)) == "sample_ended"
    assert code(await act(hanoi, sample_id, SampleGivenUp(reason="Không cần"))) == "sample_ended"


async def test_a_sample_that_was_given_up_stays_listed(people: People) -> None:
    """Who plans again and again until the draw suits is seen."""
    await cases(people.an, 5)
    sample_id = await drawn(people.khanh)
    assert not code(await act(people.khanh, sample_id, SampleGivenUp(reason="Chọn nhầm kỳ")))
    async with transaction():
        found = await samples.page(people.khanh.actor(), None)
    assert [(one.id, one.state, one.words) for one in found.rows] == [
        (sample_id, "given_up", "Chọn nhầm kỳ")
    ]


async def test_nobody_gives_a_sample_up_to_hide_what_was_found(people: People) -> None:
    """Any auditor of the unit could have, also one whose own work was found wanting: heads would never read of it."""
    await cases(people.an, 2)
    sample_id = await drawn(people.khanh)
    first, _ = await ids_of(people.khanh, sample_id)
    said = {"result": LookResult.FINDING, "words": "Quá hạn 3 ngày", "severity": Severity.GRAVE}
    assert not code(await look(people.khanh, sample_id, first, **said))
    mark = samples.mark_of_look((await seen(people.khanh, sample_id)).records[0])
    assert not code(await look(people.khanh, sample_id, first, mark=mark))
    gives_up = SampleGivenUp(reason="Chọn nhầm kỳ")
    assert code(await act(people.khanh, sample_id, gives_up)) == "sample_looked"
    assert not code(await act(people.khanh, sample_id, SampleClosed(words="Chọn nhầm kỳ")))


async def told_by_verify() -> list[str]:
    """What `verify` finds of samples."""
    report = await verification.in_snapshot(None, lambda *_: None)
    return [f"{one}" for one in report.findings if "sample" in f"{one}"]


@pytest.mark.long
@pytest.mark.parametrize(
    ("forged", "found"),
    [
        ("UPDATE sample_records SET words = 'Đúng'", "other records were drawn or looked at"),
        ("UPDATE samples SET state = 'drawn', ended_at = NULL, ended_by = NULL", "another state"),
        ("UPDATE samples SET planned = jsonb_set(planned, '{seed}', '\"x\"')", "another plan"),
        ("UPDATE sample_populations SET listed = 'all ' || gen_random_uuid()", "not the file"),
        (
            "UPDATE sample_records SET record_id = gen_random_uuid() WHERE place = 1",
            "other records",
        ),
    ],
    ids=("words", "state", "seed", "population", "record"),
)
async def test_verify_finds_a_sample_that_was_changed(
    people: People, forged: str, found: str
) -> None:
    await cases(people.an, 4)
    sample_id = await drawn(people.khanh)
    first, *_ = await ids_of(people.khanh, sample_id)
    said = {"result": LookResult.FINDING, "words": "Quá hạn", "severity": Severity.MINOR}
    await look(people.khanh, sample_id, first, **said)
    await act(people.khanh, sample_id, SampleClosed(words="Xong"))
    await sealer.seal_all()
    assert not await told_by_verify()
    owner = await asyncpg.connect(people._owner_dsn)
    try:
        await owner.execute(forged)
    finally:
        await owner.close()
    assert any(found in one for one in await told_by_verify())
