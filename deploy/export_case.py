"""`./hientruong export-case NUMBER --out FILE`: the file of a case as one PDF."""

import asyncio
from pathlib import Path

from backend import database, doors, keys
from backend.dossiers import service as dossiers
from backend.errors import DomainError
from backend.evidence import parts
from backend.settings import Settings
from backend.signing import service as signing
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.reach import installation


def export_case(folder: DataFolder, number: str, out: Path) -> int:
    """Write the file and say what it is. Raises Failure where there is no such case, or the file cannot be written."""
    with installation(folder) as settings:
        made = asyncio.run(_make(settings, number))
    try:
        out.write_bytes(made.pdf)
    except OSError as error:
        raise Failure(f"không ghi được {out}: {error}", f"cannot write {out}: {error}") from None
    print(f"{out}: {made.pages} trang / pages, {len(made.pdf)} bytes, SHA-256 {made.sha256}")
    return 0


async def _make(settings: Settings, number: str) -> dossiers.Dossier:
    doors.open_all()
    keys.load(settings.keys_dir)
    signing.start(settings)
    await database.start(settings.database_url, size=2)
    await parts.start(settings, storing=False)
    try:
        return await dossiers.by_number(number)
    except DomainError as error:
        raise Failure(error.text.vi, error.text.en) from None
    finally:
        await parts.stop()
        await database.stop()
