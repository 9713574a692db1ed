"""What was folded of a record is kept for all readers, and is never older than its last act."""

from contextlib import suppress
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from backend.casework.cases import events, service
from backend.casework.clocks import telling
from backend.casework.derived import folding
from backend.casework.queries import cases as queries
from backend.core import clock, database
from backend.core.actors import UnitPath
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.ledger.kept import Kept
from backend.ledger.queries.since import Since
from backend.ledger.rules.entries import RecordedAct
from backend.ledger.rules.events import SharedFacts
from schemas.casework.acts.beside import NoteAdded
from schemas.casework.words import CaseAct
from tests.support import cases_made
from tests.support.desk import Desks
from tests.support.people import People

SAID = NoteAdded(text="Chủ cơ sở hẹn làm việc chiều thứ sáu")


@pytest.fixture
async def case(pool: object, people: People) -> cases_made.Case:
    """A case with violation minutes, which somebody has read."""
    made = await cases_made.recorded(people)
    await made.facts()
    return made


async def test_a_case_is_folded_once_for_all_who_read_it(case: cases_made.Case) -> None:
    before = await events.facts_of(case.id)
    found = await queries.acts_since(case.id, await last_hash(case.id))
    assert found is not None
    assert found.acts == [], "no act is sent again"
    assert await events.facts_of(case.id) is before
    _, shown = await service.facts_of(case.id, case.head.actor("desk"))
    assert shown is before


async def test_the_next_act_is_seen_at_once_by_every_reader(desks: Desks, people: People) -> None:
    case = await cases_made.recorded(people)
    readers = [await desks.of(people.an), await desks.of(people.giang)]
    for reader in readers:
        assert SAID.text not in (await reader.fetch(f"/desk/cases/{case.id}")).text
    await case.take(CaseAct.NOTE_ADDED, SAID, people.an)
    for reader in readers:
        assert SAID.text in (await reader.fetch(f"/desk/cases/{case.id}")).text


async def test_an_act_that_was_rolled_back_is_not_seen(case: cases_made.Case) -> None:
    before = await events.facts_of(case.id)
    with suppress(ZeroDivisionError):
        async with transaction():
            await service.act(case.id, CaseAct.NOTE_ADDED, SAID, case.worker.actor("desk"))
            within = await events.facts_of(case.id)
            assert within is not None
            assert within.events[-1].type == CaseAct.NOTE_ADDED
            raise ZeroDivisionError
    assert await events.facts_of(case.id) == before


async def test_what_one_may_read_is_no_more_in_sight_of_another(
    people: People, case: cases_made.Case
) -> None:
    assert await events.facts_of(case.id) is not None
    with pytest.raises(NotFound):
        await service.facts_of(case.id, people.dung.actor("desk"))


async def test_the_unit_is_read_anew_each_time(people: People, case: cases_made.Case) -> None:
    story = await events.story_of(case.id)
    assert story is not None
    elsewhere = people.dung.actor("desk").unit
    await database.execute(
        "UPDATE cases SET unit_1 = $2, unit_2 = $3, unit_3 = $4, unit_4 = $5, unit_id = $6 WHERE id = $1",
        case.id,
        *elsewhere.as_tuple(),
        elsewhere.unit_id,
    )
    moved = await events.story_of(case.id)
    assert moved is not None
    assert moved.path == elsewhere
    assert moved.facts is story.facts


async def test_no_act_is_folded_into_the_facts_of_all_readers(case: cases_made.Case) -> None:
    shared, own = await events.facts_of(case.id), await events.facts_to_fold_on(case.id)
    assert shared is not None
    assert own is not None
    assert own == shared
    with pytest.raises(SharedFacts):
        folding.take(shared, shared.events[-1])
    folding.take(own, own.events[-1])
    assert own != shared
    assert shared == await events.facts_to_fold_on(case.id)


async def test_clocks_that_were_counted_before_stand_where_they_stand_now(
    case: cases_made.Case,
) -> None:
    shared, now = await events.facts_of(case.id), clock.now()
    assert shared is not None
    for days in (0, 400, 3, 5000, 0):
        later = now + timedelta(days=days)
        fresh = await events.facts_to_fold_on(case.id)
        assert fresh is not None
        assert telling.clocks_of(shared, later) == telling.clocks_of(fresh, later)


async def test_clocks_are_counted_anew_with_the_next_act(case: cases_made.Case) -> None:
    own = await events.facts_to_fold_on(case.id)
    assert own is not None
    before = telling.clocks_of(own, clock.now())
    await cases_made.waive(case)
    after = await events.facts_of(case.id)
    assert after is not None
    for event in after.events[len(own.events) :]:
        own = folding.take(own, event)
    assert telling.clocks_of(own, clock.now()) == telling.clocks_of(after, clock.now())
    assert len(before) <= len(telling.clocks_of(after, clock.now()))


class Ledger:
    """Records of one act each, whose hash is its text."""

    def __init__(self) -> None:
        self.texts: dict[UUID, str] = {}
        self.sent = 0

    async def acts_since(self, record_id: UUID, known: bytes | None) -> Since | None:
        """Return a record's act unless it is known."""
        text = self.texts.get(record_id)
        if text is None:
            return None
        path, now = UnitPath(unit_1=record_id), clock.now()
        if text.encode() == known:
            return Since(path, text.encode(), [])
        self.sent += 1
        act = RecordedAct(
            number=1,
            act_id=record_id,
            act_type="note.added",
            officer_id=record_id,
            made_at=now,
            received_at=now,
            act=text,
        )
        return Since(path, text.encode(), [act])


def _shared(_: str) -> None:
    """Nobody can change a text."""


def _text(_: UUID, acts: list[RecordedAct]) -> str:
    return "".join(one.act for one in acts)


async def test_what_was_read_longest_ago_makes_room() -> None:
    ledger = Ledger()
    kept = Kept(ledger.acts_since, _text, _shared, most_text=20)
    first, second, third = uuid4(), uuid4(), uuid4()
    ledger.texts = {first: "a" * 9, second: "b" * 9, third: "c" * 9}
    for one in (first, second, first, third):  # the second one goes
        assert (await kept.read(one) or ["", None])[0] == ledger.texts[one]
    assert ledger.sent == 3
    await kept.read(first)
    assert ledger.sent == 3
    await kept.read(second)
    assert ledger.sent == 4


async def test_a_record_that_is_gone_or_too_long_is_not_kept() -> None:
    ledger = Ledger()
    kept = Kept(ledger.acts_since, _text, _shared, most_text=20)
    one, other = uuid4(), uuid4()
    ledger.texts = {one: "a" * 21, other: "b"}
    await kept.read(other)
    for times in (2, 3):
        await kept.read(one)
        assert ledger.sent == times
    await kept.read(other)
    assert ledger.sent == 3, "a record that is too long leaves the others"
    del ledger.texts[other]
    assert await kept.read(other) is None


async def last_hash(case_id: UUID) -> bytes:
    """Return the hash of a record's last entry."""
    found: bytes = await database.fetchval(
        "SELECT last_hash FROM ledger_heads WHERE record_id = $1", case_id
    )
    return found
