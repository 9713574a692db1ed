"""Bringing in that breaks off goes on later; nothing is taken twice, nothing is left out."""

import asyncio
from typing import Any

import pytest

from backend.core import database
from backend.exchange.rescue import bringing
from backend.fieldwork.errors import NoSpace
from backend.fieldwork.evidence import service as evidence
from tests.integration.exchange.rescue.days import a_day
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers
from tests.support.rescue import bring, put
from tests.support.uploads import all_stored


async def test_what_failed_for_a_passing_reason_is_brought_in_by_the_next_try(
    phones: Phones, people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = await a_day(phones, people)
    create = evidence.create
    lost = day.pictures[1].sha256

    async def full(actor: Any, *, length: int, metadata: str) -> Any:
        if length == len(day.pictures[1].data):
            raise NoSpace
        return await create(actor, length=length, metadata=metadata)

    desk = await readers.of(people.giang)
    with monkeypatch.context() as disk:
        disk.setattr(bringing.evidence, "create", full)
        address = await bring(desk, day.file())
    assert "Nhập chưa xong" in desk.page.text
    assert "Chưa nhập được" in desk.page.text
    view = await day.phone.inspection(str(day.record))
    assert view["state"] == "submitted"

    await desk.submit(desk.form(address))
    await all_stored()
    await desk.open(address)
    assert "Đã nhập xong" in desk.page.text
    stored = await database.fetch("SELECT sha256 FROM photos WHERE stored_at IS NOT NULL")
    assert lost in {row["sha256"] for row in stored}
    told = "SELECT count(*) FROM ledger_entries WHERE act_type = 'rescue.imported'"
    assert await database.fetchval(told) == 1


async def test_an_outage_in_the_middle_leaves_the_file_for_another_try(
    phones: Phones, people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = await a_day(phones, people)
    desk = await readers.of(people.giang)
    address = (await put(desk, day.file())).headers["location"]
    await desk.open(address)
    form = desk.form(address)
    whole = bringing.bring_in

    async def half(judged: Any, plain: Any, **how: Any) -> Any:
        await whole(judged._replace(acts=judged.acts[:5]), plain, **how)
        raise ConnectionResetError("the database went away")

    with monkeypatch.context() as outage:
        outage.setattr(bringing, "bring_in", half)
        assert await desk.try_submit(form) == 503
    await desk.submit(form)
    await all_stored()
    view = await day.phone.inspection(str(day.record))
    assert view["state"] == "submitted"
    assert view["quarantined"] == []


async def test_two_confirmations_at_once_bring_it_in_once(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    one = await readers.of(people.giang)
    address = (await put(one, day.file())).headers["location"]
    await one.open(address)
    again = await readers.of(people.giang)
    await again.open(address)
    statuses = await asyncio.gather(*(desk.try_submit(desk.form(address)) for desk in (one, again)))
    assert 200 in statuses
    assert set(statuses) <= {200, 423}
    await all_stored()
    counts = "SELECT count(*), count(DISTINCT act_id) FROM ledger_entries WHERE record_id = $1"
    total, unique = await database.fetchrow(counts, day.record)
    assert total == unique == len(day.acts) + 1
    assert await database.fetchval("SELECT count(*) FROM uploads") == len(day.pictures)
