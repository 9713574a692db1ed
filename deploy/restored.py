"""`./hientruong restored`: declares that this database was restored from an earlier state.

Phones then load everything again and send what is missing. The ledger records what is known to be
lost. Its log continues under another id, so that the copy that was left behind can be told apart.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path

from backend import registry
from backend.core import database, keys
from backend.core.errors import DomainError
from backend.core.settings import Settings
from backend.core.stores import Parts, make_store
from backend.force.numbers.service import MOST_SKIPPED
from backend.ledger import sealer
from backend.operations.recovery import reconciling, service
from backend.operations.recovery.reconciling import Reconciled
from backend.operations.recovery.service import Plan
from backend.operations.rules.recovery import EMPTY, LogsGone
from deploy import surroundings
from deploy.checkpoint import read_checkpoint
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.people_acts import operator_name
from deploy.reach import installation
from deploy.reasons import reason_of
from media.store import StoreError
from schemas.ledger.installation import LedgerRestored, ObjectsFound

Say = Callable[[str], None]
_TOLD_AT_MOST = 20


def restored(
    folder: DataFolder,
    *,
    reason: str | None,
    checkpoint: Path | None = None,
    numbers: int | None = None,
    yes: bool = False,
    say: Say = print,
) -> int:
    """Run the command.

    Without `yes` it prints what it would do and changes nothing. Raises Failure.
    """
    if numbers is not None and not 0 <= numbers <= MOST_SKIPPED:
        raise Failure(
            f"--skip nhận từ 0 đến {MOST_SKIPPED}: bước nhảy không rút lại được",
            f"--skip takes 0 to {MOST_SKIPPED}: a jump is for good",
        )
    if not surroundings.names_a_deployment() and folder.running() is not None:
        raise _runs("đang chạy", "it runs")
    with installation(folder, owner=True) as settings:
        asyncio.run(
            declare_on(
                settings, reason=reason, checkpoint=checkpoint, numbers=numbers, yes=yes, say=say
            )
        )
    return 0


async def declare_on(
    settings: Settings,
    *,
    reason: str | None,
    checkpoint: Path | None = None,
    numbers: int | None = None,
    store_too: bool = False,
    yes: bool = True,
    say: Say = print,
) -> LedgerRestored | None:
    """Declare a restore on running servers to which nothing else is connected; for `restore` too.

    `settings` contain the owner's sign-in. `store_too` says that the object store was restored from
    the same backup. Safe to repeat: a declared restore is not declared twice, and the function
    returns None; with `store_too` every call is a restore of its own. Raises Failure.
    """
    if settings.owner_database_url is None:
        raise Failure(
            "thiếu HIENTRUONG_OWNER_DATABASE_URL",
            "HIENTRUONG_OWNER_DATABASE_URL is missing: a restore is declared as the owner",
        )
    registry.open_all()
    keys.load(settings.keys_dir)
    more = [] if checkpoint is None else [read_checkpoint(checkpoint)]
    store = make_store(settings)
    await database.start(settings.owner_database_url, size=2, statement_seconds=600)
    try:
        if sessions := await service.sessions_of_others():
            raise _runs(
                f"còn {sessions} phiên của web hoặc worker trong cơ sở dữ liệu",
                f"{sessions} sessions of web or worker processes are open in the database",
            )
        found = await service.plan(store, more, numbers, store_too=store_too)
        _tell(found, say)
        if found.is_empty:
            raise Failure(EMPTY.vi, EMPTY.en)
        parts = Parts(settings, store)
        differ = await _reconcile(parts, found, say)
        if found.declared:
            if yes:
                await _put_right(parts, differ, say)
            say("đã khai báo rồi, không còn gì để làm / declared already, nothing is left to do")
            return None
        reason = reason_of(reason)
        if not yes:
            raise Failure(
                "chưa thay đổi gì; chạy lại với --yes để thực hiện",
                "nothing was changed; run it again with --yes to do it",
            )
        content = await service.declare(found, reason, operator_name(), _counts(differ))
        await sealer.seal_all()  # no worker runs; verify must find no entry that is not sealed yet
        await _put_right(parts, differ, say)
        _told(content, say)
    except (DomainError, LogsGone) as error:
        raise Failure(error.text.vi, error.text.en) from None
    finally:
        await database.stop()
        await store.close()
    return content


async def _reconcile(parts: Parts, found: Plan, say: Say) -> Reconciled | None:
    if not found.store_answers:
        return None
    try:
        differ = await reconciling.reconcile(parts)
    except StoreError as error:
        say(f"  kho đối tượng không đọc được / the object store cannot be read: {error}")
        return None
    say(
        f"  kho và cơ sở dữ liệu / store and database: {len(differ.without_rows)} objects without rows,"
        f" {len(differ.adoptable)} originals to be adopted, {len(differ.missing)} photographs and"
        f" {len(differ.files_missing)} papers and scans without their object"
    )
    for kind, names in (
        ("object without a row", differ.without_rows),
        ("gone", differ.files_missing),
    ):
        for name in names[:_TOLD_AT_MOST]:
            say(f"    {kind}: {name}")
        if len(names) > _TOLD_AT_MOST:
            say(f"    … {len(names) - _TOLD_AT_MOST} more")
    return differ


def _counts(differ: Reconciled | None) -> ObjectsFound | None:
    if differ is None:
        return None
    return ObjectsFound(
        without_rows=len(differ.without_rows),
        adopted=len(differ.adoptable),
        without_objects=len(differ.missing) + len(differ.files_missing),
    )


async def _put_right(parts: Parts, differ: Reconciled | None, say: Say) -> None:
    """Adopt and mark originals. If interrupted, the next run or the workers do the rest."""
    if differ is None or not (differ.adoptable or differ.missing):
        return
    try:
        adopted = await reconciling.put_right(parts, differ)
    except StoreError as error:
        say(f"  kho đối tượng không trả lời / the object store stopped answering: {error}")
        return
    say(
        f"  {adopted} ảnh gốc được nhận lại / originals adopted; {len(differ.missing)} ảnh chờ điện thoại gửi lại /"
        " photographs wait for their phones"
    )


def _runs(vi: str, en: str) -> Failure:
    return Failure(
        f"hệ thống chưa dừng ({vi}): hãy dừng mọi web và worker rồi chạy lại",
        f"the system is not stopped ({en}): stop every web and worker process, then run this again",
    )


def _tell(found: Plan, say: Say) -> None:
    for one in found.reasons:
        say(f"  {one.vi} / {one.en}")
    if not found.store_answers:
        say("  kho đối tượng không trả lời / the object store does not answer")
    held = found.held.size if found.held else 0
    say(f"  sổ có / the ledger holds: {found.entries} entries, {held} under its last checkpoint")
    if found.outside:
        say(
            f"  mốc kiểm bên ngoài / checkpoint outside: {found.outside.size} entries,"
            f" {found.outside.made_at.isoformat()}, root {found.outside.root[:16]}…"
        )
    told = "không rõ / not known" if found.lost is None else f"{found.lost} entries at least"
    say(f"  đã mất / lost: {told}")
    say(_numbers(found.jump.of_officers, found.jump.of_units, found.jump.years))
    say(
        "  sẽ làm / to be done: kỷ nguyên, thời kỳ và nhật ký mới; điện thoại tải lại và gửi lại /"
        " a new epoch, era and log; phones load anew and send again"
    )


def _numbers(officers: int, units: int, years: list[int]) -> str:
    return (
        f"  dãy số nhảy qua / numbers jump over: {officers} (cán bộ / officers), {units} (đơn vị / units),"
        f" {', '.join(map(str, years))}"
    )


def _told(content: LedgerRestored, say: Say) -> None:
    say(f"  nhật ký / log: {content.log_before} → {content.log_after}")
    say(f"  kỷ nguyên / epoch: {content.epoch_before} → {content.epoch_after}")
    say(f"  thời kỳ / era: {content.era_before} → {content.era_after}")
    numbers = content.numbers
    say(_numbers(numbers.of_officers, numbers.of_units, numbers.years))
    say(
        "đã khai báo khôi phục / the restore is declared: run hientruong up, then hientruong verify"
    )
