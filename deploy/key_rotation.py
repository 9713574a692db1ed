"""The steps from one set of keys to the next, and what is recorded about them.

Their order makes it safe to stop anywhere and begin again. First the new private keys are written
beside the old ones. Then the ring and the register name them, signed by the old receipt key, and
every running process learns of them. Only then do they replace the old ones, for processes that
start from then on. Meanwhile both old and new ones verify.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import asyncpg
import pyrage

from backend.core import clock, key_register, key_ring, keys
from backend.core.informants_key import INFORMANTS_FILE, NEXT_INFORMANTS
from backend.core.key_ring import Event, Statement, Use, key_id_of
from backend.core.keys import RECEIPT_FILE, RESCUE_FILE, RETIRED_FOLDER, SECRETS_FILE, Keys
from backend.core.queries import key_register as queries
from deploy.failures import Failure

NEXT_RECEIPT = "next-receipt.pem"
NEXT_RESCUE = "next-rescue.key"
NEXT_SECRETS = "next-secrets.key"


async def enter_ring(owner_dsn: str, keys_dir: Path) -> None:
    """Enter the statements of the folder's ring into the register if they are not there yet.

    These are a new installation's keys and, after a restore, the statements made since. Does
    nothing if there are no keys.
    """
    if statements := key_ring.read(keys_dir):
        await _record(owner_dsn, statements)


async def _record(owner_dsn: str, statements: list[Statement]) -> None:
    """Insert statements one by one.

    If interrupted, the next `up`, `migrate` or `rotate-keys` repeats it from the ring.
    """
    connection = await asyncpg.connect(owner_dsn)
    try:
        await queries.insert(statements, connection.execute)
    finally:
        await connection.close()


async def rotate(
    keys_dir: Path,
    owner_dsn: str,
    *,
    reason: str,
    said_by: str,
    secrets: bool,
    wait: float,
    informants: bool = False,
    say: Callable[[str], None] = lambda _line: None,
) -> list[Statement]:
    """Replace receipt and rescue key, with `secrets` the secrets key too, with `informants` that of informants.

    Returns the statements about old and new keys. Needs the pool open, and the present keys loaded.
    `wait` is how many seconds running processes get to learn of the new keys before anything can
    sign with them.
    """
    old = keys.current()
    await _record(owner_dsn, old.ring.in_order())
    await key_register.refresh()
    _stage(keys_dir / NEXT_RECEIPT, keys.new_receipt_key)
    _stage(keys_dir / NEXT_RESCUE, keys.new_rescue_key)
    if secrets:
        _stage(keys_dir / NEXT_SECRETS, keys.new_secrets_key)
    if informants:
        _stage(keys_dir / NEXT_INFORMANTS, keys.new_rescue_key)
    said = _statements(old, keys_dir, secrets, informants, reason=reason, said_by=said_by)
    old.ring.believe(said)
    _keep(keys_dir, said)
    await _record(owner_dsn, said)
    if wait:
        say(
            f"chờ {wait:.0f} giây để mọi tiến trình biết khóa mới"
            f" / waiting {wait:.0f} s until every process knows the new key"
        )
        await asyncio.sleep(wait)
    _take_their_place(keys_dir, old, secrets, informants)
    return said


def _keep(keys_dir: Path, said: list[Statement]) -> None:
    """Add our own statements to the folder's ring, and nothing learned from the table.

    The table may contain a thief's statements, signed by the very key that is being replaced. What
    is in the folder is trusted for ever.
    """
    ring = key_ring.Ring()
    ring.believe([*key_ring.read(keys_dir), *said])
    key_ring.write(keys_dir, ring.in_order())


def _stage(path: Path, make: Callable[[], bytes]) -> None:
    """Write a new key, unless an interrupted rotation left one: that one has been named already."""
    if not path.exists():
        key_ring.replace_file(path, make())


def _statements(
    old: Keys, keys_dir: Path, secrets: bool, informants: bool, *, reason: str, said_by: str
) -> list[Statement]:
    """Return the statements that are still missing, all signed by the old receipt key."""
    new = Keys(
        keys_dir,
        receipt_file=NEXT_RECEIPT,
        secrets_file=NEXT_SECRETS if secrets else SECRETS_FILE,
        informants_file=NEXT_INFORMANTS if informants else INFORMANTS_FILE,
    )
    at, said = clock.rfc3339(clock.now()), list[Statement]()

    def said_of(key_id: str, use: Use, event: Event, public_key: Any) -> None:
        if not old.ring.events(key_id, event):
            said.append(
                old.state(
                    key_id=key_id,
                    use=use,
                    event=event,
                    public_key=public_key,
                    at=at,
                    reason=reason,
                    said_by=said_by,
                )
            )

    recipient = str(_identity(keys_dir / NEXT_RESCUE).to_public())
    said_of(new.key_id, "receipt", "made", new.jwk)
    said_of(old.key_id, "receipt", "retired", old.jwk)
    said_of(key_id_of(recipient.encode()), "rescue", "made", recipient)
    if (replaced := old.rescue_identity()) is not None:
        before = str(replaced.to_public())
        said_of(key_id_of(before.encode()), "rescue", "retired", before)
    if secrets:
        said_of(new.secrets_id, "secrets", "made", "")
        said_of(old.secrets_id, "secrets", "retired", "")
    if informants:
        said_of(new.informants.key_id, "informants", "made", new.informants.recipient)
        if old.informants.exists:
            said_of(old.informants.key_id, "informants", "retired", old.informants.recipient)
    return said


def _identity(path: Path) -> Any:
    return pyrage.x25519.Identity.from_str(path.read_text(encoding="ascii").strip())


def _take_their_place(keys_dir: Path, old: Keys, secrets: bool, informants: bool) -> None:
    """Move the new keys into place, the receipt key last.

    Until it is in place, an interrupted rotation continues where it was.
    """
    retired = keys_dir / RETIRED_FOLDER
    retired.mkdir(mode=0o700, exist_ok=True)
    key_ring.like_its_folder(retired)
    replaced = old.rescue_identity()
    if replaced is not None:
        key_id = key_id_of(str(replaced.to_public()).encode())
        key_ring.replace_file(
            retired / f"rescue-{key_id}.key", (keys_dir / RESCUE_FILE).read_bytes()
        )
    (keys_dir / NEXT_RESCUE).replace(keys_dir / RESCUE_FILE)
    if secrets:
        kept = (keys_dir / SECRETS_FILE).read_bytes()
        key_ring.replace_file(retired / f"secrets-{old.secrets_id}.key", kept)
        (keys_dir / NEXT_SECRETS).replace(keys_dir / SECRETS_FILE)
    if informants:
        if old.informants.exists:
            kept = (keys_dir / INFORMANTS_FILE).read_bytes()
            key_ring.replace_file(retired / f"informants-{old.informants.key_id}.key", kept)
        (keys_dir / NEXT_INFORMANTS).replace(keys_dir / INFORMANTS_FILE)
    (keys_dir / NEXT_RECEIPT).replace(keys_dir / RECEIPT_FILE)
    key_ring.sync_folder(keys_dir)


async def declare(
    keys_dir: Path, owner_dsn: str, key_id: str, since: datetime, *, reason: str, said_by: str
) -> Statement:
    """Record from when a key counts as stolen.

    Repeating the same moment returns the first statement.

    Raises Failure for a key that is unknown, or still in use.
    """
    mine = keys.current()
    await key_register.refresh()
    made = mine.ring.events(key_id, "made")
    if not made:
        known = ", ".join(sorted({said.key_id for said in mine.ring.in_order()}))
        raise Failure(
            f"không biết khóa {key_id}; các khóa đã biết: {known}",
            f"the key {key_id} is not known; those that are: {known}",
        )
    in_use = {key.key_id for key in mine.public_keys() if key.use == "rescue"} | {
        mine.key_id,
        mine.secrets_id,
    }
    if mine.informants.exists:
        in_use.add(mine.informants.key_id)
    if key_id in in_use:
        raise Failure(
            f"khóa {key_id} đang được dùng: hãy chạy hientruong rotate-keys trước",
            f"the key {key_id} is in use: run hientruong rotate-keys first",
        )
    at = clock.rfc3339(since)
    if before := [one for one in mine.ring.events(key_id, "stolen") if one.at == at]:
        _keep(keys_dir, before)
        await _record(owner_dsn, before)
        return before[0]
    said = mine.state(
        key_id=key_id,
        use=made[0].use,
        event="stolen",
        public_key=made[0].public_key,
        at=at,
        reason=reason,
        said_by=said_by,
    )
    mine.ring.believe([said])
    _keep(keys_dir, [said])
    await _record(owner_dsn, [said])
    return said
