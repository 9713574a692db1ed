"""The catalogue is published by two persons of the whole force, within bounds, and without effect on what was "
"recorded."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest

from backend import registry
from backend.core import database
from backend.core.database import transaction
from backend.law.catalogue import service
from backend.law.rules import publishing as publishing_rules
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Refused
from backend.operations.verification import service as verification
from schemas.core.vocabulary import RecordKind
from schemas.law.catalogue import CatalogueAct, ViolationWithdrawn
from tests.support import cases_made
from tests.support.people import People, Person
from tests.support.publishers import by_two, second_publisher
from tests.support.readers import Reader, Readers
from tests.unit.law.catalogue.test_publishing_rules import content

CODE = "ND98-15-1-d"
RIGHT = {
    "fine_min_vnd": "4.000.000",
    "fine_max_vnd": "6.500.000",
    "valid_from": "2026-01-01",
    "source": "Công báo số 1",
    "note": "Đã đối chiếu bản gốc",
    "check_vi": "",
    "check_en": "",
}


async def proposed(desk: Reader, **changed: str) -> str:
    """Propose a version over the front door; the address of the proposal."""
    await desk.open(f"/desk/catalogue/{CODE}/publish")
    assert await desk.press("/publish", **(RIGHT | changed)) == 200
    assert await desk.press("/publish") == 200
    address = urlsplit(str(desk.page.url)).path
    assert "/proposals/" in address, desk.page.text[:500]
    return address


async def test_one_person_publishes_nothing(readers: Readers, people: People) -> None:
    """A behaviour that fines are counted from is published by two persons, never by its author alone."""
    lan = await readers.of(people.lan)
    address = await proposed(lan)
    assert "chờ người thứ hai" in lan.html
    assert (await service.version_at(CODE, date(2026, 5, 1))).version == 0, "proposed, not in force"
    assert f'action="{address}/confirm"' not in lan.html
    token = next(one for one in lan.page.forms if "/decline" in one.action).find("csrf_token").value
    answer = await lan._ask(
        "POST", f"{address}/confirm", [("csrf_token", token), ("looked", "yes")]
    )
    assert answer.status_code == 409
    assert "Cần người thứ hai xác nhận" in answer.text
    assert (await service.version_at(CODE, date(2026, 5, 1))).version == 0


async def test_who_confirms_is_asked_for_a_code_once_his_session_s_confirmation_is_over(
    readers: Readers, people: People
) -> None:
    lan, second = await readers.of(people.lan), await readers.of(await second_publisher(people))
    address = await proposed(lan)
    await database.execute("UPDATE desk_sessions SET confirmed_until = now() - interval '1 second'")
    await second.open(address)
    assert await second.press("/confirm", looked="yes") == 403
    assert "/desk/confirm" in second.html
    assert (await service.version_at(CODE, date(2026, 5, 1))).version == 0


async def test_another_one_confirms_after_seeing_the_differences(
    readers: Readers, people: People
) -> None:
    lan, second = await readers.of(people.lan), await readers.of(await second_publisher(people))
    address = await proposed(lan)
    await second.open("/desk/catalogue")
    assert address in second.html
    await second.open(address)
    assert "6.500.000 đồng" in second.html
    assert await second.press("/confirm") == 422, "who did not say that he looked"
    assert await second.press("/confirm", looked="yes") == 200
    row = await service.version_at(CODE, date(2026, 5, 1))
    assert (row.version, row.fine_max_vnd) == (1, 6_500_000)
    assert await second.look(address) == 200
    assert "/confirm" not in second.html
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if "behaviour" in one.where]


async def test_a_proposal_is_declined_with_the_reason_and_another_may_come(
    readers: Readers, people: People
) -> None:
    lan, second = await readers.of(people.lan), await readers.of(await second_publisher(people))
    address = await proposed(lan)
    await lan.open(f"/desk/catalogue/{CODE}/publish")
    await lan.press("/publish", **RIGHT)
    assert await lan.press("/publish") == 409, "one at a time"
    await second.open(address)
    assert await second.press("/decline", reason="") == 422
    token = second.page.forms[-1].find("csrf_token").value
    form = [("csrf_token", token), ("reason", "Sai mức tối đa")]
    other = await second._ask("POST", f"{address}/approve", form)
    assert other.status_code == 404, "an answer is one of two, and no other word declines"
    assert await second.press("/decline", reason="Sai mức tối đa") == 200
    assert "Sai mức tối đa" in second.html
    assert (await service.version_at(CODE, date(2026, 5, 1))).version == 0
    assert await proposed(lan) != address


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"fine_min_vnd": "1", "fine_max_vnd": "2"}, "Mức phạt ngoài khung luật định"),
        ({"fine_min_vnd": "49.999"}, "Mức phạt ngoài khung luật định"),
        ({"fine_max_vnd": "1.000.000.001"}, "Mức phạt ngoài khung luật định"),
        ({"valid_from": "2000-01-01"}, "Ngày bắt đầu phải từ 01/07/2013"),
        ({"valid_from": "2099-01-01"}, "Ngày bắt đầu phải từ 01/07/2013"),
    ],
)
async def test_fines_and_days_that_no_law_knows_are_refused_in_words(
    readers: Readers, people: People, wrong: dict[str, str], said: str
) -> None:
    """A frame of a few đồng, or from before its decree, contradicts the law that it cites."""
    lan = await readers.of(people.lan)
    await lan.open(f"/desk/catalogue/{CODE}/publish")
    assert await lan.press("/publish", **(RIGHT | wrong)) == 422
    assert said in lan.page.text


async def test_nobody_of_a_department_proposes_or_answers(readers: Readers, people: People) -> None:
    address = await proposed(await readers.of(people.lan))
    for person in (people.my, people.phuc, people.giang, people.an, people.khanh):
        desk = await readers.of(person)
        assert await desk.look(address) == 403
        assert await desk.look(f"/desk/catalogue/{CODE}/publish") == 403
        assert address not in desk.html


async def _say(person: Person, kind: CatalogueAct, said: Any) -> str:
    record = publishing_rules.record_id(said.code)
    async with transaction():
        act = ledger.desk_act(RecordKind.CATALOGUE, record, kind, said, person.actor())
        outcome = await ledger.record(act, person.actor())
    return outcome.code if isinstance(outcome, Refused) else "accepted"


async def test_the_door_takes_the_older_acts_of_one_person_no_more(
    people: People, pool: object
) -> None:
    del pool
    registry.open_all()
    assert await _say(people.lan, CatalogueAct.VIOLATION_PUBLISHED, content()) == "two_persons"
    withdrawn = ViolationWithdrawn(
        code=content().code, version=1, valid_to=date(2026, 6, 1), note="Thay thế"
    )
    assert await _say(people.lan, CatalogueAct.VIOLATION_WITHDRAWN, withdrawn) == "two_persons"


async def test_two_versions_at_once_are_confirmed_in_order_or_not_at_all(
    people: People, pool: object
) -> None:
    del pool
    registry.open_all()
    second = await second_publisher(people)

    async def through(version: int) -> None:
        async with transaction():
            proposal, outcome = await service.propose(people.lan.actor(), content(version))
            assert isinstance(outcome, Accepted), outcome
        async with transaction():
            assert isinstance(
                await service.confirm(second.actor(), content().code, proposal), Accepted
            )
            again = await service.confirm(second.actor(), content().code, proposal)
            assert isinstance(again, Refused)
            assert again.code == "proposal_unknown"

    await through(1)
    async with transaction():
        _, outcome = await service.propose(people.lan.actor(), content(1))
    assert isinstance(outcome, Refused)
    assert outcome.code == "version_out_of_order"
    await through(2)
    assert [v.content.version for v in await service.history(content().code)] == [2, 1]
    gone = ViolationWithdrawn(
        code=content().code, version=2, valid_to=date(2026, 6, 1), note="Thay thế"
    )
    async with transaction():
        proposal, outcome = await service.propose(second.actor(), gone)
    assert isinstance(outcome, Accepted)
    async with transaction():
        own = await service.confirm(second.actor(), gone.code, proposal)
    assert isinstance(own, Refused)
    assert own.code == "two_persons"
    async with transaction():
        assert isinstance(await service.confirm(people.lan.actor(), gone.code, proposal), Accepted)
    assert (await service.version_at(gone.code, date(2026, 7, 1))).version == 1
    assert isinstance(proposal, UUID)
    assert await database.fetchval("SELECT count(*) FROM catalogue_proposals") == 6


async def test_what_is_published_later_has_no_effect_on_what_was_recorded_before(
    readers: Readers, people: People
) -> None:
    """A back-dated version must not change what open cases are measured by."""
    case = await cases_made.due(people)
    cheap = content(
        code=cases_made.BEHAVIOUR,
        fine_min_vnd=60_000,
        fine_max_vnd=70_000,
        valid_from=date(2020, 1, 1),
    )
    assert isinstance(await by_two(people, cheap), Accepted)
    assert (await service.version_at(cases_made.BEHAVIOUR, cases_made.today())).version == 1
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    assert "5.000.000 đồng" in giang.page.text, "as recorded: 4 to 6 million"
    assert "65.000 đồng" not in giang.page.text


async def test_a_proposal_is_named_by_what_the_behaviour_is_and_not_by_its_code_alone(
    readers: Readers, people: People
) -> None:
    lan, second = await readers.of(people.lan), await readers.of(await second_publisher(people))
    address = await proposed(lan)
    await second.open("/desk/catalogue")
    name = (await service.version_at(CODE, date(2026, 5, 1))).name_vi
    link = f'<a href="{address}" lang="vi">{name}</a>'
    assert link in second.html
    await second.open(address)
    assert f"<b>{name}</b>" in second.html
    case = await cases_made.due(people)
    head = await readers.of(people.giang)
    await head.open(f"/desk/cases/{case.id}/sanction")
    assert f'<legend class="long">1. <span lang="vi">{name}</span></legend>' in head.html
