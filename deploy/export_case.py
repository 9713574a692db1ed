"""`./hientruong export-case NUMBER --out FILE`: writes the file of a case as one PDF, or as a package."""

import asyncio
import hashlib
import os
import pwd
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from backend import registry
from backend.casework.case_file import service as case_file
from backend.casework.issued_documents import public_lookups
from backend.core import database, keys, stores
from backend.core.errors import DomainError
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from backend.exchange.case_package import service as case_package
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.private_files import open_private
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


def export_case(
    folder: DataFolder, number: str, out: Path, reason: str, *, package: bool = False
) -> int:
    """Write the file of a case, with `package` as a ZIP with the originals, and print what it is.

    Nobody else on the machine may read it. The log of readings records who took it, on which machine
    and why. Returns 1 if the package says
    that an original is missing or damaged. Raises Failure if no reason is given, there is no such
    case, or the file cannot be written: what is at `out` then stays as it was.
    """
    if len(reason.strip()) < _SHORTEST_REASON:
        raise Failure(
            "hãy ghi lý do lấy hồ sơ: --reason", "say why the file of the case is taken: --reason"
        )
    part = out.with_name(f"{out.name}.part")
    make = _package if package else _file
    try:
        with installation(folder) as settings:
            said, code = asyncio.run(make(settings, number, operator(reason), part))
        part.replace(out)
    except OSError as error:
        raise Failure(f"không ghi được {out}: {error}", f"cannot write {out}: {error}") from None
    finally:
        part.unlink(missing_ok=True)
    print(f"{out}: {said}")
    return code


async def _file(settings: Settings, number: str, by: str, out: Path) -> tuple[str, int]:
    async with _opened(settings):
        made = await case_file.by_number(number, by)
    with open_private(out) as file:
        await asyncio.to_thread(file.write, made.pdf)
    return f"{made.pages} trang / pages, {len(made.pdf)} bytes, SHA-256 {made.sha256}", 0


async def _package(settings: Settings, number: str, by: str, out: Path) -> tuple[str, int]:
    """Write a package chunk by chunk; return what it is, and 1 if something is wrong with it."""
    hashed, size = hashlib.sha256(), 0
    async with _opened(settings):
        case_id, actor = await case_file.for_operator(number, by)
        made = await case_package.package(case_id, actor, None)
        with open_private(out) as file:
            async for chunk in made.chunks:
                hashed.update(chunk)
                size += await asyncio.to_thread(file.write, chunk)
    said = [f"{size} bytes, SHA-256 {hashed.hexdigest()}"]
    said += [f"{name}: {why.vi} / {why.en}" for name, why in made.faults]
    return "\n".join(said), 1 if made.faults else 0


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[None]:
    """Connect to the installation while a file is made. A refusal becomes a Failure."""
    registry.open_all()
    keys.load(settings.keys_dir)
    signing.start(settings)
    public_lookups.start(settings)
    await database.start(settings.database_url, size=2)
    await stores.start(settings)
    try:
        yield
    except DomainError as error:
        raise Failure(error.text.vi, error.text.en) from None
    finally:
        await stores.stop()
        await database.stop()
