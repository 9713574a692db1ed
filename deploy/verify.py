"""`./hientruong verify`: recomputes the ledger and hashes every stored object again.

Exit codes: 0 everything is as it was recorded · 1 something was tampered with or is damaged · 2
nothing is proven: the database is of another version, or not everything could be read. Any other
failure gives 2 as well: "tampered" is only reported if it was proven.
"""

import asyncio
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from backend.core import database, keys
from backend.core.settings import Settings
from backend.core.stores import make_store
from backend.fieldwork.evidence.auditing import Auditor
from backend.operations.verification import outside, service
from backend.operations.verification.findings import Report, Verdict
from deploy import surroundings
from deploy.checkpoint import read_checkpoint
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.reach import installation
from deploy.same_version import same_version
from media.minio_store import MinioStore

NOT_PROVEN = 2
_EXIT_CODES = {Verdict.OK: 0, Verdict.TAMPERED: 1, Verdict.INCOMPLETE: NOT_PROVEN}
_WORDS = {
    Verdict.OK: "nguyên vẹn / ok: everything is as it was recorded",
    Verdict.TAMPERED: "BỊ SỬA ĐỔI / TAMPERED: something is not as it was recorded",
    Verdict.INCOMPLETE: "CHƯA ĐẦY ĐỦ / INCOMPLETE: not everything could be read",
}
_WAITING = "CHƯA ĐẦY ĐỦ / INCOMPLETE: not everything is locked yet"
_STATEMENT_SECONDS = 900.0
"""One statement counts a ledger of millions of entries."""


def verify(folder: DataFolder, since: Path | None = None) -> int:
    """Verify the installation and print the findings; returns the exit code.

    `since` is a checkpoint kept outside: it reveals a ledger that is shorter, or another one.
    """
    with not_proven(folder):
        with installation(folder) as settings:
            report = asyncio.run(_verify(settings, since))
        tell(report)
        if report.details:
            _keep_details(folder, "\n".join(report.details))
    for stop in report.stops:
        print(f"hientruong: {Failure(stop.vi, stop.en)}", file=sys.stderr)
    return _EXIT_CODES[report.verdict]


def tell(report: Report) -> None:
    """Print the findings line by line, the verdict last."""
    for finding in report.findings:
        print(f"{finding.verdict.value}: {finding.where}: {finding.what}")
    for note in report.notes:
        print(f"note: {note}")
    for key in report.orphans:
        print(f"orphan: {key}: no row names it")
    print(
        f"{report.entries} entries, {report.leaves} sealed ({report.unsealed} not yet),"
        f" {report.checkpoints} checkpoints, {report.objects} objects"
    )
    if report.waiting:
        print(
            f"{report.waiting} tệp chờ việc khóa đã lên lịch; hãy chạy lại sau giây lát"
            f" / {report.waiting} objects wait for a job that is planned: run again in a moment"
        )
    print(_WORDS[report.verdict] if report.findings or not report.waiting else _WAITING)


@contextmanager
def not_proven(folder: DataFolder) -> Iterator[None]:
    """End a command with one sentence and exit code 2 if anything prevents its proof.

    Unexpected errors go to the log with their traceback.
    """
    try:
        yield
    except Failure as failure:
        code = NOT_PROVEN if failure.exit_code == 1 else failure.exit_code
        raise Failure(failure.vi, failure.en, code) from None
    except SystemExit as missing:  # a missing setting: its message has both languages already
        vi, _, en = str(missing.code).partition(" / ")
        raise Failure(vi, en, NOT_PROVEN) from None
    except Exception as error:
        where = _keep_details(folder, "".join(traceback.format_exception(error)))
        told = f"{type(error).__name__}: {error}".splitlines()[0][:300]
        raise Failure(
            f"chưa kiểm tra được vì lỗi ngoài dự kiến ({told}); chi tiết ở {where}",
            f"nothing was proven, because of an unexpected error ({told}); details in {where}",
            NOT_PROVEN,
        ) from None


def _keep_details(folder: DataFolder, text: str) -> str:
    """Write tracebacks to the folder of logs and return where; a deployment logs to its stderr."""
    if folder.logs.is_dir() and not surroundings.names_a_deployment():
        path = folder.logs / "verify.log"
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())}\n{text}\n")
        return str(path)
    print(text, file=sys.stderr)
    return "stderr"


async def _verify(settings: Settings, since: Path | None) -> Report:
    await same_version(settings.session_database_url)
    load_keys(settings.keys_dir)
    more = [] if since is None else [read_checkpoint(since)]
    store, locks = _store(settings), settings.s3_retention_mode != "off"
    try:
        await database.start(
            settings.session_database_url, size=2, statement_seconds=_STATEMENT_SECONDS
        )
        report = await service.in_snapshot(
            Auditor(store, locks=locks), _Progress().say, outside.sealed_before(store, more)
        )
        if not report.stops:
            print("".join(f"{line}\n" for line in await outside.check(report, store, more)), end="")
        return report
    finally:
        await database.stop()
        await store.close()


def load_keys(keys_dir: Path) -> None:
    """Load the server's keys for a command. Raises Failure if missing or unreadable."""
    try:
        keys.load(keys_dir)
    except (OSError, ValueError, TypeError) as error:
        told = error.strerror if isinstance(error, OSError) else str(error).split(". ")[0]
        raise Failure(
            f"không đọc được khóa của máy chủ trong {keys_dir} ({told}); hãy khôi phục thư mục khóa",
            f"the server's keys in {keys_dir} cannot be read ({told}): restore the folder of keys",
        ) from None


def _store(settings: Settings) -> MinioStore:
    try:
        return make_store(settings)
    except ValueError as error:
        raise Failure(
            f"địa chỉ kho đối tượng không hợp lệ ({error})",
            f"the address of the object store is not valid ({error})",
        ) from None


class _Progress:
    """Prints at most one line a second, on stderr: stdout holds only the result."""

    def __init__(self) -> None:
        self._last = 0.0

    def say(self, part: str, done: int, of: int) -> None:
        """Show how far a part is."""
        now = time.monotonic()
        if now - self._last >= 1 or done == of:
            self._last = now
            print(f"  {part}: {done} / {of}", file=sys.stderr, flush=True)
