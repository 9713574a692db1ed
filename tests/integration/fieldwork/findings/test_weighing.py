"""Weighing a doubt is an act like any other: who may, about what he saw, again and again; and nothing waits for it."""

import asyncio
from uuid import uuid4

import msgspec
import pytest

from backend.core import database
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.core.settings import Settings
from backend.fieldwork.findings import searching
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Accepted, Outcome, Refused
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from schemas.core.vocabulary import Role
from schemas.fieldwork.findings import FindingKind, FindingView, FindingWeight
from tests.integration.fieldwork.findings.visits import begun, handed_in, north, seen
from tests.support.factories import Work
from tests.support.people import People, Person

_DISMISSED, _ACCEPTED = FindingWeight.DISMISSED, FindingWeight.ACCEPTED


@pytest.fixture
async def doubtful(people: People, settings: Settings, app: object) -> Work:
    """Submitted, with one finding: a program gave its position, says the phone."""
    work = await begun(people)
    await work.act("place.fixed", north(0, mocked=True))
    await handed_in(work, settings)
    return work


async def only(work: Work, person: Person) -> FindingView:
    """The one finding, as this person sees it."""
    [found] = (await seen(work, person)).findings
    return found


async def weigh(
    work: Work,
    person: Person,
    weight: FindingWeight = _DISMISSED,
    reason: str | None = "Điện thoại thử nghiệm của đơn vị.",
    **how: object,
) -> Outcome:
    """This person weighs the one finding."""
    finding = (await only(work, person)).id
    async with transaction():
        return await inspections.weigh(
            work.id,
            finding,
            weight,
            reason,
            person.actor("desk"),
            **how,  # type: ignore[arg-type]
        )


async def test_a_supervisor_weighs_and_the_last_word_counts(doubtful: Work, people: People) -> None:
    before = await only(doubtful, people.giang)
    assert (before.weight, before.weighed_by_name, before.reason) == (None, None, None)
    assert isinstance(await weigh(doubtful, people.giang), Accepted)
    assert isinstance(await weigh(doubtful, people.hai, _ACCEPTED, None), Accepted)
    after = await only(doubtful, people.an)
    assert (after.weight, after.weighed_by_name, after.reason) == (
        _ACCEPTED,
        people.hai.full_name,
        None,
    )
    acts = await database.fetch(
        "SELECT act FROM ledger_entries WHERE act_type = 'finding.weighed' ORDER BY number"
    )
    first, last = (msgspec.json.decode(row["act"])["content"] for row in acts)
    assert first["weight"] == "dismissed"
    assert first["kind"] == FindingKind.PLACE_MOCKED
    assert first["finding_id"] == last["finding_id"] == str(before.id)
    assert (await seen(doubtful, people.giang)).state == "submitted"
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings


async def test_a_weight_that_no_act_gave_is_found_by_verify(doubtful: Work, people: People) -> None:
    await weigh(doubtful, people.giang, _ACCEPTED, None)
    await database.execute("UPDATE findings SET weight = 'dismissed'")
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.TAMPERED
    assert [
        "finding" in item.what for item in report.findings if item.verdict is Verdict.TAMPERED
    ] == [True]


async def test_nobody_else_weighs(doubtful: Work, people: People) -> None:
    for person, error in (
        (people.an, NotAllowed),
        (people.chi, NotAllowed),
        (people.khanh, NotAllowed),
    ):
        with pytest.raises(error):
            await weigh(doubtful, person)
    finding = (await only(doubtful, people.giang)).id
    for inspection, number, person in (
        (doubtful.id, finding, people.ho),
        (doubtful.id, uuid4(), people.giang),
    ):
        with pytest.raises(NotFound):
            async with transaction():
                await inspections.weigh(inspection, number, _ACCEPTED, None, person.actor("desk"))
    himself = msgspec.structs.replace(
        people.an.actor("desk"), roles=frozenset({Role.SUPERVISOR}), unit=people.units["01"]
    )
    async with transaction():
        outcome = await inspections.weigh(doubtful.id, finding, _ACCEPTED, None, himself)
    assert isinstance(outcome, Refused)
    assert outcome.code == "own_work"
    assert (await only(doubtful, people.giang)).weight is None


async def test_what_was_not_seen_as_it_stands_is_not_weighed(
    doubtful: Work, people: People
) -> None:
    for how, code in (
        ({"seen": {"distance_m": 7}}, "finding_changed"),
        ({"reason": None}, "reason_needed"),
        ({"reason": "  "}, "reason_needed"),
        ({"reason": None, "weight": FindingWeight.NEEDS_ANSWER}, "reason_needed"),
    ):
        outcome = await weigh(doubtful, people.giang, **how)  # type: ignore[arg-type]
        assert isinstance(outcome, Refused)
        assert outcome.code == code
    assert (await only(doubtful, people.giang)).weight is None


async def test_two_supervisors_at_once_are_both_heard(doubtful: Work, people: People) -> None:
    outcomes = await asyncio.gather(
        weigh(doubtful, people.giang), weigh(doubtful, people.hai, _ACCEPTED, "Đúng là vị trí giả.")
    )
    assert all(isinstance(outcome, Accepted) for outcome in outcomes)
    last = await database.fetchrow(
        "SELECT officer_id FROM ledger_entries WHERE act_type = 'finding.weighed' ORDER BY number DESC LIMIT 1"
    )
    names = {person.id: person.full_name for person in (people.giang, people.hai)}
    assert (await only(doubtful, people.giang)).weighed_by_name == names[last["officer_id"]]


async def test_approval_waits_for_no_finding_and_a_weighed_one_stays(
    doubtful: Work, people: People, settings: Settings
) -> None:
    async with transaction():
        outcome = await inspections.approve(
            doubtful.id, doubtful.revision, people.giang.actor("desk")
        )
    assert isinstance(outcome, Accepted)
    assert (await seen(doubtful, people.giang)).findings[0].weight is None
    assert isinstance(await weigh(doubtful, people.giang), Accepted)
    before = await only(doubtful, people.giang)
    await searching.in_inspection(doubtful.id, settings.findings)
    assert await only(doubtful, people.giang) == before
    assert (await seen(doubtful, people.giang)).state == "approved"
