"""A delegation that is ended in the very moment of a signature: one of the two waits for the other and sees it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import pytest
from litestar import Litestar

from backend.core import database
from backend.force.rules import delegations as rules
from tests.integration.admin_ui.fieldwork.test_issue_decision import fill, save
from tests.integration.casework.issued_documents.test_delegations import NUMBER, given, issuer
from tests.integration.casework.issued_documents.test_powers import (
    drafted,
    made_ready,
    of_a_company,
    signs,
    state,
)
from tests.support import factories
from tests.support.cases_made import in_days, today
from tests.support.desk import Desks
from tests.support.doors import Desk
from tests.support.people import People, Person
from tests.support.readers import Readers, readers
from tests.support.signing import Authority, certify

__all__ = ["issuer", "readers"]
pytestmark = pytest.mark.asyncio
_END = "UPDATE delegations SET ended_on = $1, ended_by = giver_id, end_reason = 'Thu hồi'"

_SIGNED = """
    UPDATE inspections SET issued_by = $1,
        decision = jsonb_set(decision, '{legal_bases}', to_jsonb($2::text[]))
"""


@asynccontextmanager
async def half_done(
    people: People, sql: str, *args: Any, signed: tuple[Person, str] | None = None
) -> AsyncIterator[None]:
    """Another request that has done this and is not committed before the block is left; `signed`: that has made the
    inspection decision this officer's, who cites so."""
    other = await asyncpg.connect(people._owner_dsn)
    try:
        async with other.transaction():
            await other.execute(sql, *args)
            if signed:
                await other.execute(_SIGNED, signed[0].id, [signed[1]])
            yield
    finally:
        await other.close()


async def _waits(task: asyncio.Task[Any]) -> bool:
    done, _ = await asyncio.wait({task}, timeout=4)
    return not done


async def test_a_deputy_signs_nothing_under_a_delegation_that_is_being_ended(
    app: Litestar, people: People, desks: Desks, issuer: Authority
) -> None:
    case = await of_a_company(people)
    await certify(people.hai, issuer)
    await given(app, people)
    hai = await desks.of(people.hai)
    address = await drafted(hai, case)
    await made_ready(hai, address)
    async with half_done(people, _END, today()):
        signing = asyncio.create_task(signs(hai, address))
        assert await _waits(signing), "signed while the end was being written"
    assert await signing == 409
    assert await state(address) == ("content_ready", None)


async def test_nor_does_he_issue_an_inspection_decision_under_it(
    app: Litestar, people: People, readers: Readers
) -> None:
    hai = await readers.of(people.hai)
    await given(app, people, kinds=["inspection"])
    await fill(hai, people)
    assert await save(hai) == 200
    form = hai.form(f"{urlsplit(hai.page.url).path}/sign")
    form.fill("emergency_risk", "dispersal")
    form.fill("emergency_reason", "Hàng sắp chuyển khỏi cửa hàng")
    by_hand = next(one for one in form.buttons if one.name == "by_hand")
    async with half_done(people, _END, today()):
        issuing = asyncio.create_task(hai.try_submit(form, by_hand))
        assert await _waits(issuing)
    assert await issuing == 422
    assert await database.fetchval("SELECT count(*) FROM inspections") == 0


async def test_who_only_reads_the_draft_waits_for_no_end(
    app: Litestar, people: People, readers: Readers
) -> None:
    hai = await readers.of(people.hai)
    await given(app, people, kinds=["inspection"])
    await fill(hai, people)
    assert await save(hai) == 200
    async with half_done(people, _END, today()):
        async with asyncio.timeout(4):
            assert await hai.look(urlsplit(hai.page.url).path) == 200
    assert NUMBER in hai.page.text


async def test_a_delegation_under_which_somebody_signs_just_now_is_not_ended_behind_his_paper(
    app: Litestar, people: People
) -> None:
    """The day of the newest paper is read once the signature stands, not before."""
    began = in_days(-1)
    days = {"decided_on": began.isoformat(), "valid_from": began.isoformat()}
    place = await given(app, people, kinds=["inspection"], **days)
    giang = await Desk.of(app, people.giang, people)
    await factories.opened(people)
    cites = rules.as_basis(rules.cited(NUMBER, began))
    async with half_done(people, "SELECT FROM delegations FOR SHARE", signed=(people.hai, cites)):
        ending = asyncio.create_task(
            giang.post(f"{place}/end", ground="moved", on=began.isoformat(), reason="Thu hồi")
        )
        assert await _waits(ending)
    assert (await ending).status_code == 409
    assert await database.fetchval("SELECT ended_on FROM delegations") is None
