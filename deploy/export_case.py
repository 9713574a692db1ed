"""`./hientruong export-case NUMBER --out FILE`: writes the file of a case as one PDF."""

import asyncio
import os
import pwd
import socket
from pathlib import Path

from backend import registry
from backend.casework.case_file import service as case_file
from backend.casework.issued_documents import public_lookups
from backend.core import database, keys, stores
from backend.core.errors import DomainError
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.reach import installation

_SHORTEST_REASON = 3
_LONGEST_REASON = 500


def operator(reason: str) -> str:
    """Return who runs this command (account, the name behind `sudo`, host) and the reason.

    It is read from the process and the terminal, never from the environment, which its user can set
    freely.
    """
    number = os.getuid()
    try:
        account = pwd.getpwuid(number).pw_name
    except KeyError:  # an account of a container may have only a number
        account = str(number)
    try:
        signed_in = os.getlogin()
    except OSError:  # no terminal: a service or a timer
        signed_in = account
    who = account if signed_in == account else f"{account} ({signed_in})"
    return f"{who} @ {socket.gethostname()}: {' '.join(reason.split())[:_LONGEST_REASON]}"


def export_case(folder: DataFolder, number: str, out: Path, reason: str) -> int:
    """Write the file of a case and print what it is.

    The log of readings records who took it, on which machine and why. Raises Failure if no reason
    is given, there is no such case, or the file cannot be written.
    """
    if len(reason.strip()) < _SHORTEST_REASON:
        raise Failure(
            "hãy ghi lý do lấy hồ sơ: --reason", "say why the file of the case is taken: --reason"
        )
    with installation(folder) as settings:
        made = asyncio.run(_make(settings, number, operator(reason)))
    try:
        out.write_bytes(made.pdf)
    except OSError as error:
        raise Failure(f"không ghi được {out}: {error}", f"cannot write {out}: {error}") from None
    print(f"{out}: {made.pages} trang / pages, {len(made.pdf)} bytes, SHA-256 {made.sha256}")
    return 0


async def _make(settings: Settings, number: str, by: str) -> case_file.CaseFile:
    registry.open_all()
    keys.load(settings.keys_dir)
    signing.start(settings)
    public_lookups.start(settings)
    await database.start(settings.database_url, size=2)
    await stores.start(settings)
    try:
        return await case_file.by_number(number, by)
    except DomainError as error:
        raise Failure(error.text.vi, error.text.en) from None
    finally:
        await stores.stop()
        await database.stop()
