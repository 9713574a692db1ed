"""The other end: the supervisor at the desk, and access to the database and the object store."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import UUID

import asyncpg
import httpx

from deploy import bootstrap
from deploy.data_folder import DataFolder
from deploy.demo import accounts, desk, leading
from deploy.demo.browser import Browser
from deploy.demo.codes import Codes
from deploy.demo.demo_data import LEGAL_BASES, OFFICERS
from deploy.demo.phone import Account
from deploy.demo.report import Report
from deploy.servers import Servers
from media import keys
from media.minio_store import MinioStore
from tests.phone_app.support.kept import sha256

ADMINISTRATOR = "hn.quan"
SUPERVISOR, LEADER, INSPECTOR, COLLEAGUE = "hn.giang", "hn1.dung", "hn1.an", "hn1.bich"
_STORING_SECONDS = 60
BUSINESSES = (
    "Công ty TNHH Thương mại Hoa Gạo Trắng",
    "Công ty Cổ phần Mỹ phẩm Sương Mai Thử",
    "Hộ kinh doanh Tạp hóa Cây Đa",
)


def full_name(username: str) -> str:
    """The person's name as printed on papers."""
    return next(one.name for one in OFFICERS if one.username == username)


class Office:
    """The desk of Hà Nội's supervisor, used only through its pages, and direct access to the stored
    data."""

    def __init__(self, folder: Path, client: httpx.AsyncClient) -> None:
        self.folder = folder
        self._client = client
        self.accounts = {one.username: one for one in accounts.load(folder)}
        self.browser: Browser | None = None

    def account(self, username: str) -> Account:
        """What this person signs in with."""
        return self.accounts[username]

    async def desk(self) -> Browser:
        """The supervisor's browser, signed in."""
        if self.browser is None:
            await self.forget_codes()
            self.browser = Browser(self._client, Codes())
            await self.browser.sign_in(self.account(SUPERVISOR))
        return self.browser

    async def desk_of(self, username: str) -> Browser:
        """The browser of somebody else, signed in."""
        await self.forget_codes()
        browser = Browser(self._client, Codes())
        await browser.sign_in(self.account(username))
        return browser

    async def issue(self, business: str = BUSINESSES[0], owner: str | None = INSPECTOR) -> str:
        """Issue a decision for the team of leader, inspector and colleague; return the inspection.

        `owner` is the officer whom the leader immediately names, on the leader's own phone, to draw
        up the minutes. None: the leader.
        """
        inspection = await desk.issue_decision(
            await self.desk(),
            desk.Paper(
                business=business,
                leader=full_name(LEADER),
                members=(full_name(INSPECTOR), full_name(COLLEAGUE)),
                legal_bases=LEGAL_BASES,
                contents=("Điều kiện kinh doanh", "Nhãn hàng hóa"),
            ),
        )
        if owner is not None:
            await self.entrust(inspection, owner)
        return inspection

    async def entrust(self, inspection_id: str, username: str) -> None:
        """Have the leader name the owner of the minutes, on the leader's own phone."""
        async with self.database() as connection:
            officer = await connection.fetchval(
                "SELECT id FROM officers WHERE username = $1", username
            )
        await self.forget_codes()
        url = str(self._client.base_url).rstrip("/")
        leader = self.account(LEADER)
        await leading.entrust(url, Codes(), leader, inspection_id, str(officer), Report())

    async def approve(self, inspection_id: str) -> str:
        """Agree with the file that waits; return its revision."""
        browser = await self.desk()
        async with asyncio.timeout(_STORING_SECONDS):
            # The page's count of missing bytes may be updated a moment after the receipt.
            address = f"/desk/inspections/{inspection_id}"
            while "?do=first" not in await self.source_of(address):  # noqa: ASYNC110 - a server
                await asyncio.sleep(0.5)
        await desk.opine(browser, inspection_id, "agree")
        async with self.database() as connection:
            found = await connection.fetchval(
                "SELECT revision FROM inspections WHERE id = $1", UUID(inspection_id)
            )
        return str(found)

    async def return_draft(self, inspection_id: str, remarks: list[tuple[str, str]]) -> str:
        """Return the waiting draft with remarks, each (JSON Pointer or photo id, words); return its
        hash."""
        return await desk.opine(await self.desk(), inspection_id, "draft-return", remarks)

    async def approve_draft(self, inspection_id: str) -> str:
        """Approve the waiting draft; return its hash."""
        return await desk.opine(await self.desk(), inspection_id, "draft-approve")

    async def revoke(self, device_id: str, reason: str) -> None:
        """Revoke a phone as the administrator."""
        await self.forget_codes()
        browser = Browser(self._client, Codes())
        await browser.sign_in(self.account(ADMINISTRATOR))
        await browser.open(f"/desk/devices/{device_id}/revoke")
        form = browser.form("/revoke")
        form.fill("reason", reason)
        await browser.submit(form)

    @asynccontextmanager
    async def account_shut(self, username: str) -> AsyncIterator[None]:
        """Disable an account during the block. Afterwards it is enabled again, because all tests
        share the system."""
        shut = "UPDATE officers SET state = $2 WHERE username = $1"
        async with self.database() as connection:
            await connection.execute(shut, username, "disabled")
        try:
            yield
        finally:
            async with self.database() as connection:
                await connection.execute(shut, username, "active")

    async def bring_in(self, name: str, content: bytes) -> str:
        """Bring in a rescue file; return the text of the page that follows."""
        browser = await self.desk()
        await browser.open("/desk/rescue")
        token = browser.form("/desk/sign-out").find("csrf_token")
        assert token is not None
        answer = await self._client.post(
            "/desk/rescue",
            content=content,
            headers={
                "Content-Type": "application/octet-stream",
                "X-File-Name": quote(name),
                "X-CSRF-Token": token.value,
                "Origin": str(self._client.base_url).rstrip("/"),
                "Sec-Fetch-Site": "same-origin",
                "Cookie": "; ".join(f"{name}={value}" for name, value in browser.cookies.items()),
            },
        )
        assert answer.status_code == 303, answer.text
        await browser.open(answer.headers["Location"])
        return (await browser.submit(browser.form(answer.headers["Location"]))).text

    async def words_of(self, address: str) -> str:
        """The text of a page of the desk."""
        return (await (await self.desk()).open(address)).text

    async def source_of(self, address: str) -> str:
        """The source of a page as it was sent."""
        return (await (await self.desk()).fetch(address)).text

    async def original(self, photo_id: str) -> str:
        """SHA-256 of the original as the desk returns it."""
        answer = await (await self.desk()).fetch(f"/desk/photos/{photo_id}/original")
        assert answer.status_code == 200, f"{photo_id}: {answer.status_code} {answer.text[:200]}"
        return sha256(answer.content)

    async def forget_codes(self) -> None:
        """Let everybody's present one-time code be used again, so that no test waits for half a
        minute."""
        async with self.database() as connection:
            await connection.execute("UPDATE credentials SET totp_step = 0")

    async def photographs(self, inspection_id: str, *, stored: bool = False) -> list[Any]:
        """Its photographs on the server, oldest first: all, or those in the store."""
        async with self.database() as connection:
            found: list[Any] = await connection.fetch(
                "SELECT id::text, sha256, size, way, stored_at FROM photos"
                " WHERE inspection_id = $1 AND (stored_at IS NOT NULL OR NOT $2) ORDER BY number",
                inspection_id,
                stored,
            )
        return found

    async def wait_for_photographs(self, inspection_id: str, hashes: list[str]) -> None:
        """Return when exactly these are in the store."""
        async with asyncio.timeout(_STORING_SECONDS):
            while [  # noqa: ASYNC110 - other processes are waited for
                one["sha256"] for one in await self.photographs(inspection_id, stored=True)
            ] != hashes:
                await asyncio.sleep(0.2)

    async def authors(self, inspection_id: str) -> set[str]:
        """The officers who made this inspection's acts on phones."""
        async with self.database() as connection:
            rows = await connection.fetch(
                "SELECT DISTINCT o.username FROM ledger_entries e JOIN officers o"
                " ON o.id = e.officer_id WHERE e.record_id = $1 AND e.seq IS NOT NULL",
                inspection_id,
            )
        return {row["username"] for row in rows}

    @asynccontextmanager
    async def database(self) -> AsyncIterator[Any]:
        """The database, with the owner's role."""
        connection = await asyncpg.connect(Servers(DataFolder(self.folder)).owner_dsn())
        try:
            yield connection
        finally:
            await connection.close()

    async def entries(self, device_id: str) -> dict[str, Any]:
        """The ledger's entries from one phone, by the act's id."""
        async with self.database() as connection:
            rows = await connection.fetch(
                "SELECT act_id::text, record_id::text, act, quarantine FROM ledger_entries"
                " WHERE device_id = $1 AND seq IS NOT NULL",
                device_id,
            )
        found = {row["act_id"]: row for row in rows}
        assert len(found) == len(rows), "an act stands twice in the ledger"
        return found

    async def objects(self, photo_ids: list[str]) -> dict[str, tuple[str, int] | None]:
        """(SHA-256, size) of each photograph as read back from the object store itself."""
        given = bootstrap.settings(Servers(DataFolder(self.folder)))
        store = MinioStore(given.s3_endpoint, given.s3_access_key, given.s3_secret_key)
        found: dict[str, tuple[str, int] | None] = {}
        async with self.database() as connection:
            rows = await connection.fetch(
                "SELECT id::text, object_key FROM photos WHERE id = ANY($1::uuid[])"
                " AND stored_at IS NOT NULL",
                photo_ids,
            )
        try:
            for row in rows:
                measured = await store.read_back(keys.parse(row["object_key"]))
                found[row["id"]] = (measured[0], measured[1])
        finally:
            await store.close()
        return {photo: found.get(photo) for photo in photo_ids}
