"""`./hientruong verify`: recompute the ledger and re-hash every stored object.

Exit codes: 0 all is as it was recorded · 1 something was tampered with · 2 not everything could be
read, so nothing is said for certain.
"""

import asyncio
import sys
import time

from backend import database, keys
from backend.evidence.auditing import Auditor
from backend.evidence.parts import make_store
from backend.settings import Settings
from backend.verification import service
from backend.verification.findings import Report, Verdict
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.reach import installation

_EXIT_CODES = {Verdict.OK: 0, Verdict.TAMPERED: 1, Verdict.INCOMPLETE: 2}
_WORDS = {
    Verdict.OK: "nguyên vẹn / ok: everything is as it was recorded",
    Verdict.TAMPERED: "BỊ SỬA ĐỔI / TAMPERED: something is not as it was recorded",
    Verdict.INCOMPLETE: "CHƯA ĐẦY ĐỦ / INCOMPLETE: not everything could be read",
}


def verify(folder: DataFolder) -> int:
    """Verify the installation and print what was found; returns the exit code."""
    try:
        with installation(folder) as settings:
            report = asyncio.run(_verify(settings))
    except Failure as failure:
        raise Failure(failure.vi, failure.en, _EXIT_CODES[Verdict.INCOMPLETE]) from None
    for finding in report.findings:
        print(f"{finding.verdict.value}: {finding.where}: {finding.what}")
    for key in report.orphans:
        print(f"orphan: {key}: no row names it")
    print(
        f"{report.entries} entries, {report.leaves} sealed ({report.unsealed} not yet),"
        f" {report.checkpoints} checkpoints, {report.objects} objects"
    )
    print(_WORDS[report.verdict])
    return _EXIT_CODES[report.verdict]


async def _verify(settings: Settings) -> Report:
    store = make_store(settings)
    keys.load(settings.keys_dir)
    await database.start(settings.database_url, size=2)
    try:
        return await service.in_snapshot(Auditor(store), _Progress().say)
    finally:
        await database.stop()
        await store.close()


class _Progress:
    """One line a second at most, on stderr: stdout holds the result alone."""

    def __init__(self) -> None:
        self._last = 0.0

    def say(self, part: str, done: int, of: int) -> None:
        """Show how far a part is."""
        now = time.monotonic()
        if now - self._last >= 1 or done == of:
            self._last = now
            print(f"  {part}: {done} / {of}", file=sys.stderr, flush=True)
