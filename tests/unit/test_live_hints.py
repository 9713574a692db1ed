"""What processes say to each other about open pages, and what each makes of it, without a database."""

from uuid import UUID, uuid4

import pytest

from backend.core.actors import Actor, UnitPath
from backend.core.live.hints import (
    MOST_BYTES,
    MOST_PAYLOADS,
    Changed,
    Envelope,
    Everything,
    Left,
    Looking,
    Message,
    changed,
    merged,
    packed,
    unpacked,
)
from backend.core.live.hub import REMEMBERED, Desk, Hub, Mark
from backend.core.live.looking import Watchers
from schemas.core.vocabulary import Role

NATION, HANOI, DANANG, TEAM = (uuid4() for _ in range(4))
TEAM_PATH = UnitPath(unit_1=NATION, unit_2=HANOI, unit_3=TEAM)


class Silent:
    """Tells nobody, and keeps what it should tell."""

    node = "node-1"

    def __init__(self) -> None:
        self.told: list[Message] = []

    def tell(self, message: Message) -> None:
        """Keep it."""
        self.told.append(message)


def actor(unit: UnitPath, *roles: Role) -> Actor:
    return Actor(
        officer_id=uuid4(),
        username="x",
        full_name="X",
        roles=frozenset(roles or {Role.SUPERVISOR}),
        unit=unit,
        session_id=uuid4(),
        face="desk",
    )


def hint(
    record: UUID, unit: UnitPath | None = TEAM_PATH, at: int = 1000, *officers: UUID
) -> Changed:
    told = changed("case", record, unit, officers)
    return Changed(told.kind, told.record_id, at, told.units, told.officers)


def hear(hub: Hub, *messages: Message, node: str = "node-1") -> None:
    hub.hear(Envelope(node, list(messages)))


def hub_with(*desks: Desk) -> tuple[Hub, Silent]:
    silent = Silent()
    hub = Hub(silent)  # type: ignore[arg-type]  # all of a Teller that the hub uses
    for desk in desks:
        hub.join(desk)
        desk.changed = desk.faces_changed = False
    return hub, silent


def test_a_burst_of_acts_on_one_record_is_one_hint_with_everybody_concerned() -> None:
    record, an, chi = uuid4(), uuid4(), uuid4()
    [told] = merged([hint(record, TEAM_PATH, 1, an), hint(record, TEAM_PATH, 2, chi, an)])
    assert told == Changed("case", record, 2, [NATION, HANOI, TEAM], [an, chi])


def test_payloads_are_short_enough_for_postgresql_and_come_back_as_they_were() -> None:
    hints: list[Message] = [hint(uuid4(), TEAM_PATH, 1, uuid4(), uuid4()) for _ in range(300)]
    payloads = packed(hints, "nút-1")
    assert 1 < len(payloads) <= MOST_PAYLOADS
    assert max(len(payload.encode()) for payload in payloads) <= MOST_BYTES
    envelopes = [unpacked(payload) for payload in payloads]
    assert [one for envelope in envelopes if envelope for one in envelope.messages] == hints


def test_what_is_too_much_to_tell_is_told_as_everything() -> None:
    flood: list[Message] = [hint(uuid4()) for _ in range(5000)]
    assert [unpacked(one) for one in packed(flood, "n")] == [Envelope("n", [Everything()])]
    crowd: list[Message] = [hint(uuid4(), TEAM_PATH, 1, *(uuid4() for _ in range(400)))]
    assert [unpacked(one) for one in packed(crowd, "n")] == [Envelope("n", [Everything()])]


@pytest.mark.parametrize("said", ["", "{}", '["n",[["z",1]]]', '["n",[["c","case"]]]'])
def test_what_another_version_says_is_passed_over(said: str) -> None:
    assert unpacked(said) is None


def test_a_page_of_a_record_is_told_of_that_record_and_lists_of_their_unit_or_officer() -> None:
    record, other = uuid4(), uuid4()
    mine = Desk(actor(TEAM_PATH), ("case", record), 0)
    head = Desk(actor(UnitPath(unit_1=NATION, unit_2=HANOI)), None, 0)
    elsewhere = Desk(actor(UnitPath(unit_1=NATION, unit_2=DANANG)), None, 0)
    hub, _ = hub_with(mine, head, elsewhere)
    hear(hub, hint(other))
    assert (mine.changed, head.changed, elsewhere.changed) == (False, True, False)
    hear(hub, hint(record, None, 1000, elsewhere.actor.officer_id))
    assert (mine.changed, elsewhere.changed) == (True, True)


def test_a_page_that_shows_the_act_already_is_not_told_of_it_unless_clocks_differ() -> None:
    record = uuid4()
    page = Desk(actor(TEAM_PATH), ("case", record), 5000)
    hub, _ = hub_with(page)
    hear(hub, hint(record, at=4900))
    assert not page.changed
    hear(hub, hint(record, at=4900), node="node-2")
    assert page.changed


def test_a_page_that_connects_again_is_told_what_it_missed_while_that_is_remembered() -> None:
    record = uuid4()
    hub, _ = hub_with()
    hub.begin_again()
    began = hub._whole_since
    hear(hub, hint(record, at=began + 10))
    assert hub.missed(Desk(actor(TEAM_PATH), ("case", record), began + 5), None)
    assert not hub.missed(Desk(actor(TEAM_PATH), ("case", record), began + 20), None)
    assert not hub.forgot(began + 5, None)
    assert hub.forgot(began - 1, None)
    for number in range(REMEMBERED):
        hear(hub, hint(uuid4(), at=began + 30 + number))
    assert hub.forgot(began + 5, None)


def test_what_was_committed_before_a_stream_ended_and_heard_after_it_is_told_by_the_next() -> None:
    record = uuid4()
    hub, _ = hub_with()
    page = Desk(actor(TEAM_PATH), ("case", record), hub._whole_since)
    hear(hub, hint(record, at=hub._whole_since + 10))
    mark = Mark.read(str(hub.mark()))
    assert not hub.missed(page, mark)
    assert not hub.forgot(0, mark)
    hear(hub, hint(record, at=hub._whole_since + 5))
    assert hub.missed(page, mark)
    hub.begin_again()
    assert hub.forgot(page.since - 1, mark)


@pytest.mark.parametrize("written", ["", "1", "1-2", "1-zz-3", "9" * 20 + "-01234567-1"])
def test_an_id_of_another_version_is_none(written: str) -> None:
    assert Mark.read(written) is None


def test_who_has_two_windows_leaves_with_the_last_and_since_when_he_came_with_the_first() -> None:
    record = ("case", uuid4())
    person = actor(TEAM_PATH)
    first, second = Desk(person, record, 0), Desk(person, record, 0)
    hub, silent = hub_with(first, second)
    [looking] = hub.watchers.of(record, 0)
    hub.leave(first)
    assert hub.watchers.of(record, 0)
    hub.leave(second)
    assert not hub.watchers.of(record, 0)
    assert silent.told[-1] == Left(*record, person.officer_id)
    assert all(not isinstance(one, Looking) or one.since == looking.since for one in silent.told)


def test_who_comes_again_after_the_server_ended_the_stream_never_left() -> None:
    record = ("case", uuid4())
    desk = Desk(actor(TEAM_PATH), record, 0)
    hub, silent = hub_with(desk)
    desk.wake(over=True)
    hub.leave(desk)
    assert hub.watchers.of(record, 0)
    assert not any(isinstance(one, Left) for one in silent.told)


def test_a_colleague_s_window_elsewhere_that_closes_does_not_hide_the_one_here() -> None:
    record = ("case", uuid4())
    desk = Desk(actor(TEAM_PATH), record, 0)
    hub, silent = hub_with(desk)
    hear(hub, Left(*record, desk.actor.officer_id), node="node-2")
    assert hub.watchers.of(record, 0)
    assert isinstance(silent.told[-1], Looking)


def test_who_is_not_heard_of_for_long_is_gone_and_an_auditor_is_never_there() -> None:
    record, officer = ("case", uuid4()), uuid4()
    watchers = Watchers()
    assert watchers.hear(Looking(*record, officer, 100, 500))
    assert not watchers.hear(Looking(*record, officer, 300, 600))
    assert [one.since for one in watchers.of(record, 400)] == [100]
    assert watchers.drop_over(599) == []
    assert watchers.drop_over(600) == [record]
    hub, silent = hub_with(Desk(actor(TEAM_PATH, Role.AUDITOR), record, 0))
    assert not hub.watchers.of(record, 0)
    assert silent.told == []
