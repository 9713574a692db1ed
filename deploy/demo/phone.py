"""A phone in the field, without a screen: signs in, syncs, writes acts offline, sends and uploads.

It trusts nothing that it can check. It verifies every receipt with the server's keys and its own
arithmetic, and a photograph counts as safe only with a byte receipt. It keeps refused acts, with
the reason.
"""

import asyncio
import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx

from deploy.demo.codes import Codes
from deploy.demo.outbox import Outbox
from deploy.demo.seals import DeviceKey, Json, ServerKeys, check_byte_receipt, check_receipt
from deploy.demo.uploads import Cut, Tus, cut_socket

API = "/api/mobile/v1"


@dataclass(frozen=True, kw_only=True)
class Account:
    """What a person knows (password) and has (the secret in an authenticator)."""

    username: str
    password: str
    totp_secret: str
    role: str = ""
    unit: str = ""
    signing_passphrase: str | None = None
    """Opens the officer's signing certificate, if there is one."""


class Refused(Exception):
    """The server answered with a problem (RFC 9457); `code` is its stable name."""

    def __init__(self, status: int, problem: Json) -> None:
        self.status = status
        self.problem = problem
        self.code = str(problem.get("code"))
        super().__init__(f"{status} {self.code}: {problem.get('text', {}).get('en')}")


class Phone:
    """One device.

    Each officer on the same phone has an outbox of their own: acts are never sent under another
    officer's token.
    """

    def __init__(
        self, client: httpx.AsyncClient, codes: Codes, *, name: str = "Phone", cut: Cut = cut_socket
    ) -> None:
        """`client` has the server's address as its base_url and no authentication of its own."""
        self.client = client
        self.codes = codes
        self.name = name
        self.device_id = str(uuid4())
        self.key = DeviceKey()
        self.keys = ServerKeys()
        self.tus = Tus(client, cut)
        self.officer: Json = {}
        self.session: Json = {}
        self.outboxes: dict[str, Outbox] = {}
        self.receipts: dict[str, Json] = {}
        self.byte_receipts: dict[str, Json] = {}
        self.held: dict[tuple[str, str], Json] = {}
        self.cursor: str | None = None

    @property
    def outbox(self) -> Outbox:
        """The outbox of the signed-in officer."""
        return self.outboxes[self.officer["id"]]

    async def sign_in(self, account: Account) -> Json:
        """Sign in with password and one-time code; first use enrols the device. Raises Refused."""
        device = {"id": self.device_id, "name": self.name, "public_key": self.key.jwk}
        body: Json = {"username": account.username, "password": account.password, "device": device}
        try:
            return await self._try(body, account.totp_secret)
        except Refused as refused:
            if refused.code != "code_used":
                raise
        # Somebody (an earlier run of ours) used this very code, so try the next one.
        return await self._try(body, account.totp_secret)

    async def _try(self, body: Json, totp_secret: str) -> Json:
        otp = await self.codes.next(totp_secret)
        said = {"device_id": self.device_id, "otp": otp, "purpose": "sign-in"}
        proof = self.key.sign(said | {"username": body["username"]})
        device = body["device"] | {"proof": proof}
        return self._begin(
            await self.call("POST", "/sessions", json=body | {"otp": otp, "device": device})
        )

    async def refresh(self) -> Json:
        """Exchange the refresh token for new tokens. Raises Refused."""
        body = {"refresh_token": self.session["refresh_token"]}
        return self._begin(await self.call("POST", "/sessions/refresh", json=body))

    async def sign_out(self) -> None:
        """End the session on the server; the outbox is kept."""
        await self.call("DELETE", "/sessions/current")
        del self.client.headers["Authorization"]

    def _begin(self, session: Json) -> Json:
        self.session = session
        self.officer = session["officer"]
        self.client.headers["Authorization"] = f"Bearer {session['access_token']}"
        self.keys.learn(session["server_keys"])
        box = self.outboxes.setdefault(
            self.officer["id"], Outbox(self.key, self.device_id, self.officer["id"])
        )
        box.anchor = session["anchor"]
        return session

    async def sync(self) -> list[Json]:
        """Fetch everything that this officer must have, and return the changes.

        `held` is then what the phone holds.
        """
        changes: list[Json] = []
        more = True
        while more:
            query = {"cursor": self.cursor} if self.cursor else {}
            page = await self.call("GET", "/sync", params=query)
            self.keys.learn(page["server_keys"])
            self.outbox.anchor = page["anchor"]
            self.cursor, more = page["cursor"], page["more"]
            changes += page["changes"]
        for change in changes:
            self._keep(change)
        return changes

    def _keep(self, change: Json) -> None:
        place = (change["kind"], change["id"])
        if change["op"] == "remove":
            self.held.pop(place, None)
            return
        self.held[place] = change["value"]

    def all_held(self, kind: str) -> list[Json]:
        """Return everything of one kind that the phone holds."""
        return [value for (held_kind, _), value in self.held.items() if held_kind == kind]

    def write(self, record_id: str, act_type: str, content: Json, **changed: Any) -> Json:
        """Write an act into the log, offline; send() sends it to the server."""
        return self.outbox.write(record_id, act_type, content, **changed)

    async def send(self) -> list[Json]:
        """Send the waiting acts in batches, and check every receipt.

        Returns the results in the order of the acts.
        """
        results: list[Json] = []
        for batch in self.outbox.batches():
            results += await self.deliver(batch)
        return results

    async def deliver(self, acts: list[Json]) -> list[Json]:
        """Send exactly these acts in one request, whether or not they were sent before.

        Raises Refused or ServerLied.
        """
        answer = await self.call("POST", "/acts", json={"acts": acts})
        results: list[Json] = answer["results"]
        for act, result in zip(acts, results, strict=True):
            if result["receipt"] is not None:
                check_receipt(result["receipt"], act, self.keys)
                self.receipts[act["id"]] = result["receipt"]
            self.outbox.answered(act, result)
        return results

    async def upload(
        self,
        photo_id: str,
        data: bytes,
        media_type: str,
        record_id: str,
        *,
        cut_after: int | None = None,
    ) -> int:
        """Upload a photograph's bytes to the spool; with `cut_after`, cut the connection once.

        Returns at which byte it was resumed, 0 without a cut. Raises UploadRefused.
        """
        metadata = {
            "photo_id": photo_id,
            "sha256": hashlib.sha256(data).hexdigest(),
            "filetype": media_type,
            "inspection_id": record_id,
        }
        url = await self.tus.create(data, metadata)
        start = 0
        if cut_after is not None:
            await self.tus.cut(url, data, 0, cut_after)
            start = await self.tus.offset(url)
        return await self.tus.send(url, data, start)

    async def byte_receipt(self, photo_id: str, data: bytes) -> Json | None:
        """Ask for a photograph's byte receipt; None if its bytes are not stored yet.

        Raises ServerLied.
        """
        try:
            receipt = await self.call("GET", f"/photos/{photo_id}/receipt")
        except Refused as refused:
            if refused.status == 404:
                return None
            raise
        check_byte_receipt(receipt, hashlib.sha256(data).hexdigest(), len(data), self.keys)
        self.byte_receipts[photo_id] = receipt
        return receipt

    async def wait_for_bytes(self, photo_id: str, data: bytes, seconds: float = 60) -> Json:
        """Wait until a photograph is in the store and read back. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while True:
                receipt = await self.byte_receipt(photo_id, data)
                if receipt is not None:
                    return receipt
                await asyncio.sleep(0.1)

    async def inspection(self, record_id: str) -> Json:
        """Return the inspection as the server has it. Raises Refused."""
        return await self.call("GET", f"/inspections/{record_id}")

    async def call(self, method: str, path: str, **how: Any) -> Json:
        """Send one request to the phone API and return its JSON, {} if there is none.

        Raises Refused.
        """
        answer = await self.client.request(method, API + path, **how)
        if answer.status_code >= 400:
            raise Refused(answer.status_code, _problem(answer))
        return dict(answer.json()) if answer.content else {}

    async def photograph(self, photo_id: str, size: str) -> httpx.Response:
        """Return the response for a photograph's `thumb`, `view` or `original`, of any status."""
        return await self.client.get(f"{API}/photos/{photo_id}", params={"size": size})


def _problem(answer: httpx.Response) -> Json:
    try:
        return dict(answer.json())
    except ValueError:
        return {"code": "not_json", "text": {"en": answer.text[:300], "vi": ""}}
