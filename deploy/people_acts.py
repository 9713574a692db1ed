"""`./hientruong confirm-ask` and `reset-administrator`: the operator acts if nobody else can.

An ask about people needs a second person. If there is none (a sole administrator without a head),
the operator takes that place: under the name of the oldest administrator, with the operator's own
account name beside it.
"""

import asyncio
import os
import pwd
from collections.abc import Awaitable, Callable
from typing import TypeVar
from uuid import UUID

from backend import registry
from backend.core import database, keys
from backend.core.errors import DomainError
from backend.core.settings import Settings
from backend.force.accounts import service as accounts
from backend.ledger.service import Refused
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.reach import installation

T = TypeVar("T")


def confirm_ask(folder: DataFolder, ask_id: str, reason: str) -> int:
    """Confirm an ask; for a reset, print the code to hand over.

    Raises Failure if it cannot be confirmed.
    """
    try:
        ident = UUID(ask_id)
    except ValueError:
        raise Failure(f"không phải mã đề nghị: {ask_id}", f"no id of an ask: {ask_id}") from None

    async def do() -> str | None:
        async with database.transaction():
            outcome, code = await accounts.confirm_as_operator(ident, reason, operator_name())
        if isinstance(outcome, Refused):
            raise Failure(outcome.text.vi, outcome.text.en)
        return code

    code = _run(folder, do)
    print("đã xác nhận / confirmed")
    if code:
        print(f"Trao tận tay mã này / hand over this code in person: {code}")
    return 0


def reset_administrator(folder: DataFolder, username: str, reason: str) -> int:
    """Print a one-time link for a sole administrator who cannot sign in.

    Raises Failure for everybody else.
    """

    async def do() -> str:
        async with database.transaction():
            issued = await accounts.reset_sole_administrator(username, reason, operator_name())
        return issued.address

    address = _run(folder, do)
    print(f"Mở địa chỉ này một lần, trong một giờ / open once within an hour:\n  {address}")
    return 0


def operator_name() -> str:
    """Return who runs this command, as the operating system knows them."""
    return f"{pwd.getpwuid(os.getuid()).pw_name}@{os.uname().nodename}"[:200]


def _run(folder: DataFolder, do: Callable[[], Awaitable[T]]) -> T:
    with installation(folder) as settings:
        return asyncio.run(_inside(settings, do))


async def _inside(settings: Settings, do: Callable[[], Awaitable[T]]) -> T:
    registry.open_all()
    keys.load(settings.keys_dir)
    accounts.start(settings.public_url)
    await database.start(settings.database_url, size=2)
    try:
        return await do()
    except DomainError as error:
        raise Failure(error.text.vi, error.text.en) from None
    finally:
        await database.stop()
