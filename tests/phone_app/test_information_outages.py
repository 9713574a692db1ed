"""Two careless inspectors take information in and photograph while database, store and servers die under them."""

import asyncio
import random
import re
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.async_api import Page, expect

from tests.faults.system import DATABASE, STORE, WEB, WORKER, System
from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import INSPECTOR, LEADER, Office
from tests.phone_app.support.phone import Phone
from tests.phone_app.support.tips import TOLD, picture

pytestmark = [pytest.mark.browser, pytest.mark.long]

SECONDS = 45
_SETTLES = 240
"""Seconds without any progress after which something is stuck; the servers may just be coming back."""
_PHOTOGRAPH = re.compile(r"^Ảnh \d$")
_KEPT = """async () => {
  const db = await new Promise((done, fail) => {
    const asked = indexedDB.open('hientruong');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const read = (name) => new Promise((done, fail) => {
    const asked = db.transaction(name).objectStore(name).getAll();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const rows = (await read('meta')).filter((row) => row.key.startsWith('informations:')).map((row) => row.value);
  db.close();
  const said = ({ id, typed, photos, state }) => ({ id, summary: typed.summary, photos: photos.length, state });
  return { drafts: rows.flatMap((row) => row.drafts).map(said), queued: rows.flatMap((row) => row.queued).map(said) };
}"""


class Careless:
    """One officer, who is in a hurry; what was promised on the screen is noted."""

    def __init__(self, phone: Phone, name: str, chance: random.Random, folder: Path) -> None:
        self.phone, self.name, self.chance, self.folder = phone, name, chance, folder
        self.promised: dict[str, int] = {}
        """Summaries that the screen said were registered, and the photographs that it showed then."""
        self.kills = 0

    @property
    def page(self) -> Page:
        """The window as it is now."""
        return self.phone.page

    async def works(self, until: float, inspection: str | None) -> None:
        """Take one after the other in, in whatever state the line is."""
        while time.monotonic() < until:
            await self._toggles_the_line()
            await self._takes_one_in(f"{self.name} báo tin thứ {len(self.promised) + 1}")
            if inspection is not None and self.chance.random() < 0.5:
                await self.phone.take_photos(inspection, 1)

    async def _toggles_the_line(self) -> None:
        context = self.phone.window.context
        assert context is not None
        await context.set_offline(self.chance.random() < 0.4)
        if self.chance.random() < 0.3:
            self.phone.line.cut()

    async def _takes_one_in(self, summary: str) -> None:
        page = self.page
        await self.phone.go("/app/informations")
        await self.phone.press("Tiếp nhận thông tin mới")
        await page.get_by_label("Tóm tắt để xử lý").fill(summary)
        await page.get_by_label("Nguồn tin").select_option("tip")
        await page.get_by_label("Nội dung nghe được, đọc được").fill(TOLD)
        if self.chance.random() < 0.4:
            await page.get_by_label("Vì sao không chờ được").fill("Hàng chuyển đi tối nay")
        files = [self.folder / f"{summary} {n}.jpg" for n in range(self.chance.randint(0, 3))]
        for file in files:
            picture(file)
        if files:
            await page.get_by_label("Chọn ảnh trên máy").last.set_input_files(files)
        await page.get_by_label("Không", exact=True).check()
        seen = await page.get_by_text(_PHOTOGRAPH).count()
        await self._may_be_killed()
        self.promised[summary] = await self._registers(summary)
        assert self.promised[summary] >= seen, "a photograph that the screen showed"

    async def _may_be_killed(self) -> None:
        """The system kills the app, perhaps while a photograph is being sealed."""
        if self.chance.random() < 0.4:
            await asyncio.sleep(self.chance.random() * 0.7)
            await self.phone.kill()
            self.kills += 1
            await self.phone.start_again()

    async def _registers(self, summary: str) -> int:
        """Press the button until it is registered, however often the app dies in between; count its photographs."""
        while True:
            kept = await self.page.evaluate(_KEPT)
            if any(one["summary"] == summary for one in kept["queued"]):
                return int(
                    next(one["photos"] for one in kept["queued"] if one["summary"] == summary)
                )
            draft = next(one for one in kept["drafts"] if one["summary"] == summary)
            await self.phone.go(f"/app/informations/new/{draft['id']}")
            await self.page.get_by_label("Nguồn tin").select_option("tip")
            await self.page.get_by_label("Không", exact=True).check()
            await self.phone.press("Ghi thông tin")
            await self.phone.confirm("Ghi thông tin")
            await self._may_be_killed()
            if "/new/" not in self.page.url:
                continue
            await self.page.wait_for_timeout(300)


async def _outages(system: System, chance: random.Random, until: float) -> list[str]:
    """Kill one of the servers after the other; what looks after them brings them back."""
    killed = []
    while time.monotonic() < until:
        name, word = chance.choice(
            [("database", DATABASE), ("store", STORE), ("web", WEB), ("worker", WORKER)]
        )
        await system.kill(word)
        killed.append(name)
        await asyncio.sleep(chance.uniform(8, 25))
    return killed


async def _registered(office: Office, summary: str) -> list[dict[str, Any]]:
    async with office.database() as connection:
        rows = await connection.fetch(
            "SELECT i.id, i.urgent, (SELECT count(*) FROM information_secrets s"
            " WHERE s.information_id = i.id AND s.kind = 'attachment') AS photos"
            " FROM informations i WHERE i.summary = $1",
            summary,
        )
    return [dict(row) for row in rows]


async def test_two_careless_inspectors_lose_nothing_while_database_store_and_servers_die(
    phones: MakePhone, office: Office, system: System, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """Each information that a screen took is there once, with every photograph that it showed."""
    chance = random.Random(pytestconfig.getoption("--seed"))
    an, dung = await phones(INSPECTOR), await phones(LEADER)
    inspection = await office.issue()
    await an.take_up(inspection)
    await an.wait_until_stored()
    officers = [
        Careless(phone, name, random.Random(chance.random()), tmp_path)
        for phone, name in ((an, "Cô An"), (dung, "Ông Dũng"))
    ]
    until = time.monotonic() + SECONDS
    killed, *_ = await asyncio.gather(
        _outages(system, chance, until),
        officers[0].works(until, inspection),
        officers[1].works(until, None),
    )
    for one in officers:
        assert one.phone.window.context is not None
        await one.phone.window.context.set_offline(False)
        await one.phone.go("/app/outbox")
        await one.phone.send_now()
        await one.phone.wait_until_stored(_SETTLES)
        kept = await one.page.evaluate(_KEPT)
        assert {each["state"] for each in kept["queued"]} == {"registered"}
        assert kept["drafts"] == []
        for summary, photos in one.promised.items():
            found = await _registered(office, summary)
            assert [each["photos"] for each in found] == [photos], (summary, found)
        await expect(one.page.get_by_text("chưa thuộc việc nào")).to_have_count(0)
    # Signed in anew: the servers died under the desk too, and a confirmation ends.
    async with httpx.AsyncClient(base_url=system.url, timeout=30) as client:
        print(await agree(an, Office(system.folder, client), inspection))
    counts = {one.name: (len(one.promised), one.kills) for one in officers}
    print(f"informations and kills of the app: {counts}; servers killed: {killed}")
