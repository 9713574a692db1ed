"""Who answers for an account of a machine leaves: people are told, it stops after a term, another is named."""

from datetime import timedelta

import httpx
import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.force.machines import service as machines
from backend.ledger.service import Accepted
from backend.operations.verification.findings import Verdict
from schemas.core.base import Wire
from schemas.force import acts
from tests.integration.admin_ui.force.test_machines import (
    WHY,
    Writes,
    act,
    asked,
    get,
    month,
    opened,
)
from tests.integration.admin_ui.force.test_machines import _owner_writes as _owner_writes
from tests.integration.admin_ui.force.test_machines import system as system
from tests.support import verifying
from tests.support.people import People, Person
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("app")
TERM = timedelta(days=14)


async def did(people: People, who: Person, content: Wire) -> None:
    """Let the operator do it: no second person is asked."""
    async with transaction():
        assert isinstance(await accounts.change(people.my.actor("cli"), who.id, content), Accepted)


async def told(key: str = "machine.owner_left") -> set[str]:
    rows = await database.fetch(
        "SELECT o.username FROM notices n JOIN officers o ON o.id = n.officer_id WHERE n.text_key = $1",
        key,
    )
    return {row["username"] for row in rows}


async def test_who_leaves_is_told_of_and_the_key_works_for_a_term_that_the_page_says(
    system: httpx.AsyncClient, people: People, readers: Readers, owner_writes: Writes
) -> None:
    desk, account, key = await opened(people, readers, owner="an", days=60)
    await did(people, people.an, acts.OfficerDisabled(reason=WHY))
    assert await told() == {"giang", "hai", "my"}
    await desk.open(f"/desk/machines/{account}")
    assert f"ngừng từ ngày {clock.today() + TERM:%d/%m/%Y}" in desk.page.text
    assert (await get(system, key, "health"))[0] == 200
    await owner_writes("UPDATE machine_accounts SET owner_left_at = now() - interval '13 days'")
    assert (await get(system, key, "health"))[0] == 200
    assert await machines.warn_owners() == 3, "it is said again before the end"
    assert await machines.warn_owners() == 0
    await owner_writes("UPDATE machine_accounts SET owner_left_at = now() - interval '14 days'")
    status, answer = await get(system, key, "health")
    assert (status, answer["code"]) == (403, "machine_owner_gone")


async def test_somebody_else_is_named_and_the_term_is_over(
    system: httpx.AsyncClient, people: People, readers: Readers, owner_writes: Writes
) -> None:
    desk, account, key = await opened(people, readers, owner="an")
    await did(people, people.an, acts.OfficerDisabled(reason=WHY))
    await owner_writes("UPDATE machine_accounts SET owner_left_at = now() - interval '20 days'")
    assert (await get(system, key, "health"))[0] == 403
    for wrong, status in (("khong.ai", 422), ("dung", 422)):
        assert await act(desk, account, "owner", owner=wrong, reason=WHY) == status
    assert await act(desk, account, "owner", owner="binh", reason=WHY) == 200
    assert (await get(system, key, "health"))[0] == 200
    await desk.open(f"/desk/machines/{account}")
    assert people.binh.full_name in desk.page.text
    assert "ngừng từ ngày" not in desk.page.text
    report = await verifying.verify()
    assert [one for one in report.findings if one.verdict is Verdict.TAMPERED] == []


async def test_who_moves_to_another_unit_no_longer_answers_and_does_again_on_return(
    people: People, readers: Readers
) -> None:
    await opened(people, readers, of="0101", owner="an")
    left = "SELECT owner_left_at IS NOT NULL FROM machine_accounts"
    await did(people, people.an, acts.OfficerMoved(unit_id=people.em.unit.unit_id, reason=WHY))
    assert await database.fetchval(left)
    assert await told() >= {"my"}
    await did(people, people.an, acts.OfficerMoved(unit_id=people.binh.unit.unit_id, reason=WHY))
    assert not await database.fetchval(left)


async def test_who_came_to_lie_elsewhere_without_an_act_is_found_by_the_next_round(
    people: People, readers: Readers, owner_writes: Writes
) -> None:
    """A unit was moved with its officers, or somebody left in the very moment of being named."""
    await opened(people, readers, of="0101", owner="an")
    await owner_writes(f"UPDATE officers SET state = 'disabled' WHERE id = '{people.an.id}'")
    assert await told() == set()
    await machines.warn_owners()
    assert await database.fetchval("SELECT owner_left_at IS NOT NULL FROM machine_accounts")
    assert await told() >= {"my"}


async def test_a_hand_over_counts_the_accounts_for_which_somebody_answers(
    people: People, readers: Readers
) -> None:
    desk, _, _ = await opened(people, readers, owner="an")
    await desk.open(f"/desk/handover/{people.an.id}")
    assert "Tài khoản máy do người này chịu trách nhiệm: 1" in desk.page.text


async def test_every_use_is_shown_with_what_was_asked_and_from_where(
    system: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    desk, account, key = await opened(people, readers, owner="an")
    await get(system, key, "figures", **month())
    for _ in range(51):
        await get(system, key, "health")
    place = f"/desk/machines/{account}/uses"
    await desk.open(f"/desk/machines/{account}")
    assert place in desk.html
    await desk.open(place)
    assert desk.html.count('id="use-') == 50
    assert "127.0.0.1" in desk.page.text
    assert "/api/machine/v1/health" in desk.page.text
    assert "/api/machine/v1/figures" not in desk.page.text
    await desk.open(desk.html.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&"))
    assert desk.html.count('id="use-') == 2
    assert "/api/machine/v1/figures" in desk.page.text
    assert await (await readers.of(people.giang)).look(place) == 403


async def test_who_answers_from_now_on_and_who_did_are_told_and_an_administrator_is_led_there(
    system: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    desk, account, _ = await opened(people, readers, owner="an", days=60)
    await act(desk, account, "owner", owner="binh", reason=WHY)
    assert await told("machine.owner_named") == {"binh"}
    assert await told("machine.owner_over") == {"an"}
    binh = await readers.of(people.binh)
    await binh.open("/desk/notices")
    assert "chịu trách nhiệm về một tài khoản máy" in binh.page.text
    assert "/desk/machines/" not in binh.html, "only administrators open that page"
    second = await readers.of(people.lan)
    assert await act(second, account, "owner", owner="my", reason=WHY) == 200
    await desk.open("/desk/notices")
    assert f"/desk/machines/{account}" in desk.html


async def test_an_account_is_confirmed_under_the_owner_who_was_shown(
    people: People, readers: Readers
) -> None:
    desk, second = await readers.of(people.my), await readers.of(people.lan)
    account = await asked(desk, people, owner="an")
    await second.open(f"/desk/machines/{account}/confirm")
    assert people.an.full_name in second.page.text
    await act(desk, account, "owner", owner="binh", reason=WHY)
    assert await second.press("/confirm", reason=WHY) == 409
    assert "đã được thay đổi sau khi bạn mở trang này" in second.page.text
    assert people.binh.full_name in second.page.text
    assert await second.press("/confirm", reason=WHY) == 200
