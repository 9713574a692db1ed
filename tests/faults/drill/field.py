"""Phones over a disaster: what they hold, and how they come back to a system that knows less than they do."""

import asyncio
from contextlib import suppress
from pathlib import Path

import asyncpg
import httpx

from deploy.data_folder import DataFolder
from deploy.demo import accounts, desk
from deploy.demo.browser import Browser
from deploy.demo.codes import Codes
from deploy.demo.demo_data import OFFICERS, VISIT
from deploy.demo.phone import Refused
from deploy.servers import Servers
from tests.faults.fleet import FieldPhone, Fleet, _forget_codes


async def work(fleet: Fleet, photographs: int) -> None:
    """Each phone takes so many, and holds both receipts of each."""

    async def one(phone: FieldPhone) -> None:
        for _ in range(photographs):
            await phone.take(fleet.base)

    await asyncio.gather(*(one(phone) for phone in fleet.phones))


async def decide_at_the_desk(url: str, folder: Path) -> None:
    """A decision is issued: no phone has its entry, so that nobody sends it again."""
    known = {one.username: one for one in accounts.load(folder)}
    names = {officer.username: officer.name for officer in OFFICERS}
    async with httpx.AsyncClient(base_url=url, timeout=60) as line:
        browser = Browser(line, Codes())
        await browser.sign_in(known[VISIT.issuer])
        paper = desk.Paper(
            business=VISIT.business,
            leader=names[VISIT.leader],
            members=tuple(names[member] for member in VISIT.members),
            legal_bases=VISIT.legal_bases,
            contents=VISIT.contents,
        )
        await desk.issue_decision(browser, paper)


async def shoot_unsent(fleet: Fleet) -> None:
    """Each phone takes one without a network: the act and the bytes are nowhere else."""
    for phone in fleet.phones:
        phone.shoot(fleet.base)


async def come_back(fleet: Fleet, folder: Path) -> int:
    """Each phone contacts the system again and does what the protocol says. Returns how many found a new epoch."""
    known = {one.username: one for one in accounts.load(folder)}
    anew = 0
    for each in fleet.phones:
        phone, before = each.phone, each.phone.session["epoch"]
        phone.cursor = None
        try:
            epoch = (await phone.call("GET", "/sync"))["epoch"]
        except Refused as refused:
            if refused.status not in (401, 410):
                raise
            await _forget_codes(folder)  # the next code would take half a minute
            username = phone.name.rpartition(" ")[0]
            epoch = (await phone.sign_in(known[username]))["epoch"]
        await phone.sync()
        if epoch != before:
            anew += 1
            phone.session["epoch"] = epoch
            _all_waits_again(each)
    await asyncio.gather(*(_send_everything(each) for each in fleet.phones))
    return anew


def _all_waits_again(each: FieldPhone) -> None:
    """A new epoch: every act, and every byte that is still here, waits again (docs/exchange/offline-sync.md)."""
    box = each.phone.outbox
    box.waiting = list(box.log)
    each.phone.byte_receipts.clear()
    for photo in each.taken:
        photo.url, photo.acknowledged = None, 0


async def _send_everything(each: FieldPhone) -> None:
    await each.send()
    for photo in each.taken:
        if photo.id not in each.phone.byte_receipts:
            await each.bring(photo)


def forgive_what_a_disaster_explains(fleet: Fleet) -> None:
    """A session that was begun after the backup is not known any more, and an upload neither: a phone signs in and
    begins it anew."""
    fleet.witness.wrong[:] = [
        line
        for line in fleet.witness.wrong
        if ": 401 " not in line and ": 410 " not in line and "/uploads/" not in line
    ]


class Held:
    """What the system held at a moment."""

    def __init__(self, entries: set[str], of_phones: set[str], newest: float) -> None:
        self.entries, self.of_phones, self.newest = entries, of_phones, newest
        """Act ids; those that came from phones; when the newest was received (seconds since 1970)."""


async def held(folder: Path) -> Held:
    """Ask the database. Its servers run."""
    connection = await asyncpg.connect(Servers(DataFolder(folder)).owner_dsn())
    try:
        rows = await connection.fetch(
            "SELECT act_id::text, device_id IS NOT NULL AS of_phone, record_kind,"
            " extract(epoch FROM received_at)::float8 AS at FROM ledger_entries"
        )
    finally:
        with suppress(OSError):
            await connection.close()
    mine = [row for row in rows if row["record_kind"] != "installation"]
    return Held(
        {row["act_id"] for row in mine},
        {row["act_id"] for row in mine if row["of_phone"]},
        max((row["at"] for row in mine), default=0.0),
    )


async def looked_at_again(folder: Path) -> None:
    """Return when nothing is told as missing any more, or after a minute: what came again is read by a job, and until
    then `verify` rightly names it ("It is over when", docs/runbooks/store-lost.md)."""
    connection = await asyncpg.connect(Servers(DataFolder(folder)).owner_dsn())
    try:
        for _ in range(120):
            if not await connection.fetchval(
                "SELECT EXISTS (SELECT FROM photos WHERE custody_fault IS NOT NULL)"
            ):
                return
            await asyncio.sleep(0.5)
    finally:
        await connection.close()
