"""Questions that every paper of the force could answer are asked of an index: a request has eight seconds."""

import asyncio
from collections.abc import Awaitable
from typing import Any
from uuid import UUID, uuid4

import pytest
from litestar import Litestar

from backend.core import database
from backend.core.clock import now
from backend.core.database import transaction
from backend.force.queries import credentials, delegations, positions
from backend.force.rules.delegations import Recorded
from backend.operations.queries import log, refusals
from backend.operations.queries.log import Asked
from backend.operations.rules.log import Place, Source


async def plan_of(asked: Awaitable[Any], monkeypatch: pytest.MonkeyPatch) -> str:
    """How PostgreSQL answers the one query of this call; whole tables are read only where nothing else is possible."""
    me, found = asyncio.current_task(), list[tuple[str, tuple[Any, ...]]]()

    with monkeypatch.context() as patched:
        for name in ("fetch", "fetchval", "execute"):
            plain = getattr(database, name)

            async def hear(query: str, *args: Any, plain: Any = plain) -> Any:
                if asyncio.current_task() is not me:  # a sweeper of the application
                    return await plain(query, *args)
                found.append((query, args))
                return []

            patched.setattr(database, name, hear)
        await asked
    ((query, args),) = found
    async with transaction():
        await database.execute("SET LOCAL enable_seqscan = off")
        return "\n".join(row[0] for row in await database.fetch(f"EXPLAIN {query}", *args))


async def test_what_an_officer_signed_is_found_without_reading_all_papers(
    app: Litestar, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app  # it opened the pool
    row = Recorded(
        id=uuid4(),
        number="1",
        decided_on=now().date(),
        summary="",
        giver_id=uuid4(),
        giver_title="",
        receiver_id=uuid4(),
        receiver_title="",
        unit_id=uuid4(),
        unit_1=uuid4(),
        unit_2=None,
        unit_3=None,
        unit_4=None,
        kinds="",
        case_id=None,
        valid_from=now().date(),
        valid_to=None,
        scan_id=uuid4(),
        entered_by=uuid4(),
        entered_at=now(),
        confirmed_by=None,
        confirmed_at=None,
        ended_on=None,
        ended_by=None,
        end_reason=None,
    )
    cited, basis = "Quyết định số 1", "Quyết định số 1 về việc giao quyền"
    post = positions.Position(
        id=uuid4(),
        officer_id=uuid4(),
        title_vi="Chi cục trưởng",
        valid_from=now().date(),
        valid_to=None,
    )
    signed = positions.last_signed(post)
    for asked in (signed, delegations.last_cited(row, cited, basis)):
        plan = await plan_of(asked, monkeypatch)
        assert "documents_issued_by" in plan, plan
        assert "inspections_issued_by" in plan, plan


async def test_the_last_days_refusals_are_counted_without_reading_those_of_years(
    app: Litestar, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    plan = await plan_of(refusals.per_officer("true", [], now(), 50), monkeypatch)
    assert "refused_requests_at" in plan, plan


async def test_what_rests_on_an_ask_is_found_by_the_ask(
    app: Litestar, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    plan = await plan_of(credentials.end_enrolments_of_ask(uuid4(), now()), monkeypatch)
    assert "enrolments_ask" in plan, plan


async def test_a_page_of_the_log_is_read_in_its_order(
    app: Litestar, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    unit, officer = ("x.unit_2 = $1", [uuid4()]), (uuid4(),)
    seen = Place(at=now(), source=Source.REFUSED, id=1)
    everything: tuple[str, list[UUID]] = ("true", [])
    for scope, asked, index in (
        (unit, Asked(), "access_log_unit_2"),
        (everything, Asked(kind="export"), "access_log_rare"),
        (everything, Asked(officers=officer), "access_log_officer"),
        (everything, Asked(records=officer), "access_log_record"),
    ):
        plan = await plan_of(log.page(Source.ACCESS, scope, asked, seen, 201), monkeypatch)
        assert index in plan, plan
        assert "Seq Scan" not in plan, plan
    refused = log.page(Source.REFUSED, unit, Asked(records=officer), seen, 201)
    assert "refused_requests_target" in (plan := await plan_of(refused, monkeypatch)), plan
