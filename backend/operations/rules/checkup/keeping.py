"""Whether there is a proven backup, and room on the disks."""

from collections.abc import Iterator
from datetime import timedelta

from backend.operations.rules.checkup import apart
from backend.operations.rules.checkup.facts import Disk, Facts, Node
from backend.operations.rules.checkup.finding import (
    Area,
    Finding,
    Level,
    between,
    count,
    day,
    good,
    moment,
    size,
)
from backend.operations.rules.checkup.parts import GONE
from schemas.core.problems import Text

_BACKUP_LOOK, _BACKUP_ACT = timedelta(days=2), timedelta(days=7)
"""The alarm of deploy/recipes/alerts.yml is a week as well."""
_FIRST_BACKUP = timedelta(days=1)
"""How long an installation may be without a first proven backup."""
_KEPT_LOG_LOOK_BYTES = 2_000_000_000
"""Half of what PostgreSQL keeps for `backup --every` (max_slot_wal_keep_size)."""
_REFUSED_SHARE, _LITTLE_SHARE = 0.05, apart.LITTLE_SHARE
"""Below the first, uploads are refused (backend/operations/health/service.py)."""
_SOON, _THIS_MONTH = timedelta(days=7), timedelta(days=30)
_LEAST_SPAN = timedelta(days=1)
"""A rate from less than a day says more of an hour's work than of a disk."""


def backups(facts: Facts) -> Iterator[Finding]:
    """Yield how old the newest proven backup is, and where it was proven."""
    known = facts.backups
    if known is None:
        return
    if known.log_kept_bytes is not None and known.log_kept_bytes > _KEPT_LOG_LOOK_BYTES:
        kept = size(known.log_kept_bytes)
        yield Finding(
            key="backup_log",
            area=Area.BACKUPS,
            level=Level.LOOK,
            said=Text(
                vi=f"Nhật ký cơ sở dữ liệu giữ lại cho sao lưu đã tới {kept.vi}: backup --every không chạy.",
                en=f"{kept.en} of the database's log are kept for the backup: backup --every does not run.",
            ),
            do=Text(
                vi="Chạy lại dịch vụ backup --every; quá 4 GB thì nhật ký bị cắt.",
                en="Start the service of backup --every again; beyond 4 GB the log is cut.",
            ),
            runbook="disk-full",
        )
    if known.through is None:
        yield _never(facts)
        return
    age, through = facts.at - known.through, moment(known.through)
    proof = known.proof
    vi, en = (
        f"Sao lưu đã chứng minh giữ mọi thứ đến {through.vi}",
        f"The proven backup holds everything up to {through.en}",
    )
    if proof is not None:
        large, objects, proven = size(proof.size), count(proof.originals), moment(proof.proven_at)
        vi += f": {large.vi}, {objects.vi} tệp, ở {proof.place}, chứng minh lúc {proven.vi} trên máy {proof.machine}"
        en += f": {large.en}, {objects.en} files, in {proof.place}, proven at {proven.en} on {proof.machine}"
    if age < _BACKUP_LOOK:
        yield good("backup", Area.BACKUPS, f"{vi}.", f"{en}.")
        return
    old = between(facts.at, known.through)
    yield Finding(
        key="backup",
        area=Area.BACKUPS,
        level=Level.ACT if age >= _BACKUP_ACT else Level.LOOK,
        said=Text(vi=f"Sao lưu đã cũ {old.vi}. {vi}.", en=f"The backup is {old.en} old. {en}."),
        do=Text(
            vi="Xem dịch vụ backup --every còn chạy không, đĩa sao lưu còn gắn không, rồi chạy ./hientruong"
            " backup --prove.",
            en="See whether the service of backup --every runs and the backup's disk is mounted, then run"
            " ./hientruong"
            " backup --prove.",
        ),
        since=known.through,
        runbook="restore",
    )


def _never(facts: Facts) -> Finding:
    known = facts.backups
    if known is not None and known.is_demonstration:
        return good(
            "backup",
            Area.BACKUPS,
            "Đây là bản trình diễn: không cần sao lưu.",
            "This is a demonstration: it needs no backup.",
        )
    begun = known.since if known else None
    young = begun is not None and facts.at - begun < _FIRST_BACKUP
    return Finding(
        key="backup",
        area=Area.BACKUPS,
        level=Level.LOOK if young else Level.ACT,
        said=Text(
            vi="Chưa có bản sao lưu nào được chứng minh là đưa về được.",
            en="No backup was ever proven to come back.",
        ),
        do=Text(
            vi="Làm theo docs/operations/backup.md: ./hientruong backup --to NƠI --recipient age1… --prove.",
            en="Follow docs/operations/backup.md: ./hientruong backup --to PLACE --recipient age1… --prove.",
        ),
        since=begun,
        runbook="restore",
    )


def storage(facts: Facts) -> Iterator[Finding]:
    """Yield how large everything is, and when each disk is full at its rate."""
    if facts.sizes is not None:
        of = facts.sizes
        database, originals = size(of.database_bytes), size(of.originals_bytes)
        number, at = count(of.originals), moment(of.counted_at)
        yield good(
            "sizes",
            Area.STORAGE,
            f"Cơ sở dữ liệu {database.vi}; {number.vi} tệp gốc {originals.vi} (đếm lúc {at.vi}).",
            f"The database has {database.en}; {number.en} originals have {originals.en} (counted at {at.en}).",
        )
    newest = {
        one.name: one for one in sorted(facts.nodes, key=lambda one: one.noted_at) if one.disk
    }
    for node in newest.values():
        if node.disk is not None and facts.at - node.noted_at < GONE:
            yield _disk(facts, node, node.disk)
    yield from apart.disks(facts)


def _full_in(disk: Disk, facts: Facts) -> timedelta | None:
    ""
    ""
    ""
    ""
    """Return in how long a disk is full at the rate of its samples; None where it does not fill, or nobody can say."""
    if not disk.samples:
        return None
    first = disk.samples[0]
    over, used = facts.at - first.at, first.free - disk.free
    if over < _LEAST_SPAN or used <= 0:
        return None
    return over * (disk.free / used)


def _disk(facts: Facts, node: Node, disk: Disk) -> Finding:
    share = disk.free / disk.total if disk.total else 0.0
    left, whole, until = size(disk.free), size(disk.total), _full_in(disk, facts)
    vi = f"Đĩa của {node.name} còn {left.vi} trên {whole.vi} ({share:.0%})"
    en = f"The disk of {node.name} has {left.en} of {whole.en} free ({share:.0%})"
    if disk.shared:
        vi, en = (
            f"{vi}, chung cho cơ sở dữ liệu, kho và tệp đang nhận",
            f"{en}, for database, store and what is being sent",
        )
    if until is not None and until < timedelta(days=3650):
        full = day(facts.at + until)
        vi, en = f"{vi}; với tốc độ này đầy vào {full}", f"{en}; at this rate it is full on {full}"
    if share < _REFUSED_SHARE or (until is not None and until < _SOON):
        level = Level.ACT
    elif share < _LITTLE_SHARE or (until is not None and until < _THIS_MONTH):
        level = Level.LOOK
    else:
        return good(f"disk:{node.name}", Area.STORAGE, f"{vi}.", f"{en}.")
    if share < _REFUSED_SHARE:
        vi, en = f"{vi}: ảnh mới bị từ chối", f"{en}: new photographs are refused"
    return Finding(
        key=f"disk:{node.name}",
        area=Area.STORAGE,
        level=level,
        said=Text(vi=f"{vi}.", en=f"{en}."),
        do=Text(
            vi="Nới đĩa hoặc dọn thứ không thuộc hệ thống; không xóa gì trong postgres/, seaweedfs/, spool/, keys/."
            " ./hientruong doctor --fix xóa tệp nhận dở đã quá hạn.",
            en="Enlarge the disk or remove what is not ours; delete nothing in postgres/, seaweedfs/, spool/, keys/."
            " ./hientruong doctor --fix removes uploads that are beyond their term.",
        ),
        runbook="disk-full",
        fix="spool-leftovers",
    )
