"""A phone whose clock is two days wrong: what the act says stays, the law counts from the day that it was."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.ledger.canonical import Malformed, ParsedAct, parse_act
from backend.ledger.service import Accepted
from deploy.demo import minutes
from schemas.fieldwork.inspections import InspectionView
from tests.support import factories
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

TWO_DAYS = timedelta(days=2)


def text(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def wrong(ahead: timedelta = TWO_DAYS, *, told: bool = True) -> dict[str, Any]:
    """The envelope of a phone whose clock is so far ahead; with `told`, of one that knew it."""
    off = {"clock_off_s": round(-ahead.total_seconds())} if told else {}
    return {"made_at": text(datetime.now(UTC) + ahead)} | off


async def seen(work: factories.Work, people: People) -> InspectionView:
    async with transaction():
        return await inspections.inspection_view(work.id, people.giang.actor("desk"))


async def announce(work: factories.Work, **envelope: Any) -> None:
    outcome = await work.act("inspection.announced", {"place": None}, **envelope)
    assert isinstance(outcome, Accepted), outcome


@pytest.mark.parametrize("ahead", [TWO_DAYS, -TWO_DAYS], ids=["ahead", "late"])
async def test_an_announcement_is_of_the_day_that_it_was_and_its_act_keeps_what_the_clock_showed(
    people: People, ahead: timedelta
) -> None:
    work = await factories.opened(people)
    envelope = wrong(ahead)
    await announce(work, **envelope)
    view = await seen(work, people)
    assert view.announced_at is not None
    assert abs(view.announced_at - datetime.now(UTC)) < timedelta(minutes=1)
    act = view.acts[-1]
    assert text(act.made_at) == envelope["made_at"]
    assert act.clock is not None
    assert (act.clock.kind, act.clock.off_s) == ("off", envelope["clock_off_s"])
    kept = await database.fetchrow(
        "SELECT act, made_at FROM ledger_entries WHERE act_id = $1", act.id
    )
    assert envelope["made_at"] in kept["act"]
    assert text(kept["made_at"]) == envelope["made_at"]


async def test_of_a_phone_that_did_not_know_it_the_server_says_what_it_can_prove(
    people: People,
) -> None:
    work = await factories.opened(people)
    await announce(work, **wrong(told=False))
    view = await seen(work, people)
    assert view.announced_at == view.acts[-1].received_at
    assert view.acts[-1].clock is not None
    assert view.acts[-1].clock.kind == "outside"


async def test_a_correction_moves_nothing_past_the_receipt(people: People) -> None:
    work = await factories.opened(people)
    told = {"made_at": text(datetime.now(UTC)), "clock_off_s": 30 * 86_400}
    await announce(work, **told)
    view = await seen(work, people)
    assert view.announced_at == view.acts[-1].received_at


async def test_a_clock_that_is_right_changes_nothing(people: People) -> None:
    work = await factories.announced(people)
    view = await seen(work, people)
    [announced] = [act for act in view.acts if act.type == "inspection.announced"]
    assert (view.announced_at, announced.clock) == (announced.made_at, None)


@pytest.mark.parametrize("said", ["two days", 9_000_000_000, True])
async def test_a_correction_that_is_none_makes_the_act_malformed(
    people: People, said: object
) -> None:
    work = await factories.opened(people)
    act = dict(work.pen.log[-1])
    assert isinstance(parse_act(act | {"clock_off_s": -172_800}), ParsedAct)
    assert isinstance(parse_act(act | {"clock_off_s": said}), Malformed)


@pytest.mark.parametrize(
    ("ahead", "held"),
    [(TWO_DAYS, True), (-TWO_DAYS, False)],
    ids=["an older draft of a phone ahead", "new minutes of a phone that is late"],
)
async def test_by_the_older_flow_what_a_wrong_clock_showed_does_not_decide_which_minutes_are_newer(
    people: People, ahead: timedelta, *, held: bool
) -> None:
    """A draft of an hour ago voids no submission because its phone is two days ahead, and new minutes count."""
    work = await factories.announced(people)
    before = datetime.now(UTC) - timedelta(hours=1)
    await factories.write_minutes(work)
    assert isinstance(await factories.submit(work), Accepted)
    other = await factories.pen(people.binh)
    at = before if held else datetime.now(UTC) + timedelta(seconds=1)
    decision = await database.fetchval("SELECT decision FROM inspections WHERE id = $1", work.id)
    fields = minutes.fill(msgspec.json.decode(decision), "Đội số 1 thử")
    envelope = {"made_at": text(at + ahead), "clock_off_s": round(-ahead.total_seconds())}
    act = other.write(str(work.id), "minutes.written", minutes.content(fields), **envelope)
    outcome = await factories.hand_in(act, people.binh, UUID(str(act["device_id"])))
    assert isinstance(outcome, Accepted), outcome
    assert (outcome.quarantine.code if outcome.quarantine else None) == (
        "minutes_final" if held else None
    )
    assert (await seen(work, people)).state == ("submitted" if held else "revising")
