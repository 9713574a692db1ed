"""An installation in which all is well, and what is said of each fault: key, level and parts of both sentences."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from backend.operations.rules.checkup import judging
from backend.operations.rules.checkup.facts import (
    Backups,
    Disk,
    Ending,
    Facts,
    Following,
    HeldJobs,
    Node,
    Proof,
    PutOffJobs,
    Queue,
    Sample,
    Sizes,
    Versions,
)
from backend.operations.rules.checkup.finding import Finding, Level

NOW = datetime(2026, 12, 1, 2, 30, tzinfo=UTC)
GB = 10**9
DISK = Disk(free=60 * GB, total=100 * GB)
PROOF = Proof(
    backup="20261201T000000Z",
    through=NOW - timedelta(hours=2),
    proven_at=NOW - timedelta(hours=1),
    place="/mnt/backups",
    machine="hn-1",
    size=12_340_000_000,
    originals=45_678,
    entries=9,
)
WELL = Facts(
    at=NOW,
    parts=dict.fromkeys(
        ("database", "replication", "migrations", "role_settings", "object_store", "seal_lag"), "ok"
    ),
    queue=Queue(waiting=0, oldest_seconds=0.0),
    seal_seconds=0.4,
    custody={"missing": 0},
    unlocked={"photograph": 0},
    bytes_waiting=0,
    backups=Backups(through=PROOF.through, proof=PROOF),
    sizes=Sizes(counted_at=NOW, database_bytes=GB, originals=3, originals_bytes=9 * GB),
    nodes=(
        Node(
            name="n1",
            kind="web",
            noted_at=NOW,
            version="1",
            python="3.13",
            disk=DISK,
            tls_ends=NOW + timedelta(days=80),
            clock_seconds=0.01,
            ntp=True,
        ),
        Node(name="n1", kind="worker", noted_at=NOW, version="1", python="3.13"),
    ),
    receipt_key_made=NOW - timedelta(days=30),
    following=Following(search_seconds=1.0, figures_seconds=1.0),
    versions=Versions(ours="1", python="3.13", postgresql="18.1"),
)


def web(**changed: Any) -> tuple[Node, ...]:
    return (msgspec.structs.replace(WELL.nodes[0], **changed), WELL.nodes[1])


def with_parts(**states: str) -> dict[str, str]:
    return {**WELL.parts, **states}


def filling(per_day: int) -> Disk:
    before = Sample(at=NOW - timedelta(days=4), free=60 * GB + 4 * per_day)
    return Disk(free=60 * GB, total=100 * GB, samples=(before,))


def of(facts: Facts, key: str) -> Finding:
    (found,) = [one for one in judging.findings(facts) if one.key == key]
    return found


FAULTS: tuple[tuple[str, dict[str, Any], Level, str, str], ...] = (
    (
        "database",
        {"parts": with_parts(database="does_not_answer")},
        Level.ACT,
        "Cơ sở dữ liệu không trả lời",
        "does not answer",
    ),
    (
        "database",
        {"parts": with_parts(role_settings="lacks timezone")},
        Level.ACT,
        "thiếu thiết đặt (timezone)",
        "lacks settings (timezone)",
    ),
    (
        "object_store",
        {"parts": with_parts(object_store="does_not_answer")},
        Level.ACT,
        "Kho ảnh và tệp không trả lời",
        "files does not answer",
    ),
    (
        "standby",
        {"parts": with_parts(replication="standby_silent")},
        Level.ACT,
        "việc ghi đang phải chờ",
        "waits for it",
    ),
    (
        "replica",
        {"replica_reads": False},
        Level.LOOK,
        "số liệu đang đọc từ máy chính",
        "read from the primary",
    ),
    (
        "worker",
        {"nodes": WELL.nodes[:1]},
        Level.ACT,
        "Không có tiến trình nền nào lên tiếng:",
        "No worker has been heard:",
    ),
    (
        "web:n1",
        {"nodes": web(noted_at=NOW - timedelta(hours=1))},
        Level.ACT,
        "không lên tiếng từ 08:30 ngày 01/12/2026",
        "since 08:30 on 01/12/2026",
    ),
    (
        "decoder",
        {
            "put_off": (
                PutOffJobs(job="make_preview", number=3, tries=2, next=NOW, why="KeeperAway"),
            )
        },
        Level.ACT,
        "3 ảnh chờ",
        "3 pictures wait",
    ),
    (
        "checkpoints_outside",
        {"parts": with_parts(checkpoints_outside="forked")},
        Level.ACT,
        "một bản sao cũ",
        "an old copy",
    ),
    ("checkpoints_outside", {"outside_seconds": 7200.0}, Level.LOOK, "Từ 2 giờ nay", "For 2 hours"),
    (
        "queue",
        {"queue": Queue(waiting=12_000, oldest_seconds=600.0)},
        Level.LOOK,
        "12.000 việc, việc cũ nhất chờ 10 phút",
        "12,000 jobs",
    ),
    (
        "queue",
        {"queue": Queue(waiting=1, oldest_seconds=7200.0)},
        Level.ACT,
        "chờ 2 giờ",
        "for 2 hours",
    ),
    (
        "held:protect_photo",
        {"held": (HeldJobs(job="protect_photo", number=2, since=NOW, why="KeyError"),)},
        Level.ACT,
        "2 việc “khóa ảnh gốc”",
        "“lock a photograph”",
    ),
    (
        "put_off:send_notice",
        {"put_off": (PutOffJobs(job="send_notice", number=4, tries=9, next=NOW, why="OSError"),)},
        Level.LOOK,
        "chờ thử lại sau 9 lần hỏng",
        "another try after 9",
    ),
    (
        "citizens_reports",
        {"reports_seconds": 3600.0},
        Level.ACT,
        "chờ tiếp nhận đã 1 giờ",
        "waited for 1 hour",
    ),
    (
        "search",
        {"following": Following(search_seconds=1200.0)},
        Level.LOOK,
        "Tìm kiếm chậm 20 phút",
        "search is 20 minutes behind",
    ),
    (
        "figures",
        {"following": Following(figures_seconds=1200.0)},
        Level.LOOK,
        "chậm 20 phút so với sổ",
        "Figures are 20 minutes behind",
    ),
    (
        "search_aside",
        {"following": Following(search_aside=2.0)},
        Level.LOOK,
        "2 hồ sơ",
        "2 records",
    ),
    (
        "figures_differing",
        {"following": Following(figures_differing=1.0)},
        Level.ACT,
        "khác với sổ",
        "differed from the ledger",
    ),
    ("sealing", {"seal_seconds": 90.0}, Level.LOOK, "chờ 1 phút", "waited for 1 minute"),
    ("sealing", {"seal_seconds": 900.0}, Level.ACT, "chờ 15 phút", "waited for 15 minutes"),
    (
        "sealing",
        {"parts": with_parts(seal_lag="entries_in_no_queue")},
        Level.ACT,
        "không nằm trong hàng chờ",
        "in no queue",
    ),
    (
        "custody:differs",
        {"custody": {"differs": 1}},
        Level.ACT,
        "1 ảnh gốc trong kho khác với lúc nhận",
        "1 originals differ",
    ),
    (
        "custody:missing",
        {"custody": {"missing": 5}},
        Level.ACT,
        "không còn trong kho",
        "gone from the store",
    ),
    (
        "locks",
        {"unlocked": {"photograph": 2, "scan": 1}},
        Level.LOOK,
        "3 ảnh, văn bản, bản quét",
        "3 photographs, papers and scans",
    ),
    ("locks", {"unlocked": None}, Level.LOOK, "đang là off", "is off"),
    (
        "bytes_waiting",
        {"bytes_waiting": 7},
        Level.LOOK,
        "7 ảnh được báo",
        "7 photographs were announced",
    ),
    (
        "backup",
        {"backups": Backups(through=None, since=NOW - timedelta(days=9))},
        Level.ACT,
        "Chưa có bản sao lưu",
        "No backup was ever",
    ),
    (
        "backup",
        {"backups": Backups(through=NOW - timedelta(days=3), proof=PROOF)},
        Level.LOOK,
        "đã cũ 3 ngày",
        "is 3 days old",
    ),
    (
        "backup",
        {"backups": Backups(through=NOW - timedelta(days=8))},
        Level.ACT,
        "đã cũ 8 ngày",
        "is 8 days old",
    ),
    (
        "backup_log",
        {"backups": Backups(through=NOW, log_kept_bytes=3e9)},
        Level.LOOK,
        "3,0 GB",
        "3.0 GB",
    ),
    (
        "disk:n1",
        {"nodes": web(disk=Disk(free=4 * GB, total=100 * GB))},
        Level.ACT,
        "ảnh mới bị từ chối",
        "are refused",
    ),
    (
        "disk:n1",
        {"nodes": web(disk=Disk(free=10 * GB, total=100 * GB))},
        Level.LOOK,
        "còn 10,0 GB trên 100 GB (10%)",
        "10.0 GB of 100 GB free (10%)",
    ),
    (
        "disk:n1",
        {"nodes": web(disk=filling(3 * GB))},
        Level.LOOK,
        "đầy vào 21/12/2026",
        "full on 21/12/2026",
    ),
    (
        "disk:n1",
        {"nodes": web(disk=filling(10 * GB))},
        Level.ACT,
        "đầy vào 07/12/2026",
        "full on 07/12/2026",
    ),
    (
        "tls:n1",
        {"nodes": web(tls_ends=NOW + timedelta(days=10))},
        Level.ACT,
        "hết hạn sau 10 ngày, ngày 11/12/2026",
        "ends in 10 days",
    ),
    (
        "tls:n1",
        {"nodes": web(tls_ends=NOW - timedelta(days=1))},
        Level.ACT,
        "đã hết hạn ngày 30/11/2026",
        "ended on 30/11/2026",
    ),
    (
        "ending:officer",
        {"endings": (Ending(kind="officer", name="An", ends=NOW + timedelta(days=10), number=4),)},
        Level.LOOK,
        "4 chứng thư số của công chức",
        "4 officers' certificates",
    ),
    (
        "ending:unit",
        {"endings": (Ending(kind="unit", name="Chi cục", ends=NOW + timedelta(days=10)),)},
        Level.ACT,
        "con dấu của cơ quan (Chi cục)",
        "agencies' seals (Chi cục)",
    ),
    (
        "ending:crl:CA",
        {"endings": (Ending(kind="crl", name="CA", ends=NOW - timedelta(hours=1)),)},
        Level.ACT,
        "Đã hết hạn ngày 01/12/2026",
        "Ended on 01/12/2026",
    ),
    (
        "receipt_key",
        {"receipt_key_made": NOW - timedelta(days=500)},
        Level.LOOK,
        "đã dùng 500 ngày",
        "500 days",
    ),
    (
        "migrations",
        {"parts": with_parts(migrations="pending")},
        Level.ACT,
        "còn bước nâng cấp chưa chạy",
        "migrations wait",
    ),
    (
        "nodes_differ",
        {"nodes": web(version="0")},
        Level.LOOK,
        "phiên bản khác: n1: 0",
        "another version run: n1: 0",
    ),
    (
        "clock:n1",
        {"nodes": web(clock_seconds=-45.0)},
        Level.ACT,
        "chậm hơn đồng hồ cơ sở dữ liệu 45 giây",
        "45 seconds behind",
    ),
    (
        "clock:n1",
        {"nodes": web(clock_seconds=5.0)},
        Level.LOOK,
        "nhanh hơn",
        "5 seconds before",
    ),
    (
        "clock:n1",
        {"nodes": web(ntp=False)},
        Level.LOOK,
        "không được dịch vụ giờ nào chỉnh",
        "No time service",
    ),
    ("unknown", {"unknown": ("sizes",)}, Level.LOOK, "sizes", "sizes"),
)
