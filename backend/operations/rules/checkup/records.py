"""Whether records are safe: sealed, there, unchanged and locked in the store."""

from collections.abc import Iterator

from backend.operations.rules.checkup.facts import Facts
from backend.operations.rules.checkup.finding import Area, Finding, Level, count, good, span
from schemas.core.problems import Text

_SEAL_LOOK_SECONDS, _SEAL_ACT_SECONDS = 60.0, 600.0
"""An entry is sealed within seconds; readiness says `behind` after a minute (backend/ledger/sealer.py)."""


def found(facts: Facts) -> Iterator[Finding]:
    """Yield whether what was recorded is sealed, there, unchanged and locked."""
    yield from _sealing(facts)
    yield from _custody(facts)
    yield from _locks(facts)
    if facts.bytes_waiting:
        number = count(facts.bytes_waiting)
        yield Finding(
            key="bytes_waiting",
            area=Area.RECORDS,
            level=Level.LOOK,
            said=Text(
                vi=f"{number.vi} ảnh được báo hơn một tuần trước mà chưa gửi lên.",
                en=f"{number.en} photographs were announced over a week ago and have not been sent.",
            ),
            do=Text(
                vi="Nhắc người có điện thoại mở ứng dụng ở nơi có mạng; trang Thiết bị nói máy nào còn giữ.",
                en="Ask who has the phones to open the app where there is a connection; Devices says which"
                " phones hold some.",
            ),
        )


def _sealing(facts: Facts) -> Iterator[Finding]:
    if facts.parts.get("seal_lag") == "entries_in_no_queue":
        yield Finding(
            key="sealing",
            area=Area.RECORDS,
            level=Level.ACT,
            said=Text(
                vi="Có bản ghi không nằm trong hàng chờ niêm phong: có người đã sửa bảng bằng tay, hoặc chương"
                " trình lỗi.",
                en="Entries are in no queue to be sealed: tables were changed by hand, or it is a fault of the"
                " program.",
            ),
            do=Text(
                vi="Chạy ./hientruong verify, giữ kết quả và điểm kiểm chứng mới nhất ở ngoài, rồi tìm ai đã"
                " ghi vào bảng.",
                en="Run ./hientruong verify, keep its output and the newest checkpoint outside, then find who"
                " wrote to the"
                " tables.",
            ),
            runbook="seal-lag",
        )
        return
    late = facts.seal_seconds
    if late is None:
        return
    if late < _SEAL_LOOK_SECONDS:
        yield good(
            "sealing", Area.RECORDS, "Sổ được niêm phong kịp.", "The ledger is sealed in time."
        )
        return
    yield Finding(
        key="sealing",
        area=Area.RECORDS,
        level=Level.ACT if late >= _SEAL_ACT_SECONDS else Level.LOOK,
        said=Text(
            vi=f"Sổ chậm niêm phong: bản ghi cũ nhất chờ {span(late).vi}.",
            en=f"The ledger is sealed late: the oldest entry has waited for {span(late).en}.",
        ),
        do=Text(
            vi="Xem tiến trình nền có chạy không; nhật ký của nó nói vì sao không niêm phong được.",
            en="See whether a worker runs; its log says why nothing is sealed.",
        ),
        runbook="seal-lag",
    )


_CUSTODY = {
    "missing": (
        Text(vi="không còn trong kho", en="are gone from the store"),
        Text(
            vi="Kiểm tra đĩa của kho và đưa bản thứ hai vào đúng tên; lần kiểm tra hằng ngày sau đó sẽ nhận.",
            en="Check the store's disks and put the second copy back under the same name; the next daily check"
            " takes it.",
        ),
    ),
    "differs": (
        Text(vi="trong kho khác với lúc nhận", en="differ from what was received"),
        Text(
            vi="Kiểm tra đĩa của kho và đưa bản thứ hai vào đúng tên; giữ lại bản bị khác để tìm nguyên nhân.",
            en="Check the store's disks and put the second copy back under the same name; keep the other bytes"
            " to find why.",
        ),
    ),
    "overwritten": (
        Text(vi="đã bị ghi đè trong kho", en="were overwritten in the store"),
        Text(
            vi="Tìm ai có khóa truy cập kho của ứng dụng; phiên bản cũ vẫn còn trong kho.",
            en="Find out who has the application's key of the store; the earlier version is still there.",
        ),
    ),
    "unprotected": (
        Text(vi="kho không cho khóa", en="could not be locked"),
        Text(
            vi="Cấp cho danh tính giữ kho quyền khóa (docs/running.md); tiến trình nền tự thử lại.",
            en="Give the keeper its rights (docs/running.md); a worker tries again by itself.",
        ),
    ),
}


def _custody(facts: Facts) -> Iterator[Finding]:
    at_fault = {fault: number for fault, number in facts.custody.items() if number}
    if not at_fault:
        yield good(
            "custody",
            Area.RECORDS,
            "Mọi ảnh gốc đã kiểm đều còn nguyên trong kho.",
            "All originals that were checked are whole in the store.",
        )
    for fault, number in sorted(at_fault.items()):
        how, do = _CUSTODY.get(fault, (Text(vi=fault, en=fault), None))
        many = count(number)
        yield Finding(
            key=f"custody:{fault}",
            area=Area.RECORDS,
            level=Level.ACT,
            said=Text(vi=f"{many.vi} ảnh gốc {how.vi}.", en=f"{many.en} originals {how.en}."),
            do=do,
            runbook="store-lost" if fault == "missing" else None,
        )


def _locks(facts: Facts) -> Iterator[Finding]:
    if facts.unlocked is None:
        yield Finding(
            key="locks",
            area=Area.RECORDS,
            level=Level.LOOK,
            said=Text(
                vi="Không khóa tệp gốc: HIENTRUONG_S3_RETENTION_MODE đang là off.",
                en="Originals are not locked: HIENTRUONG_S3_RETENTION_MODE is off.",
            ),
            do=Text(
                vi="Nếu kho có khóa đối tượng, đặt GOVERNANCE; nếu không, giữ bản thứ hai mà kho này không xóa được.",
                en="If the store has object lock, set GOVERNANCE; otherwise keep a second copy that nobody here"
                " can delete.",
            ),
        )
        return
    waiting = sum(facts.unlocked.values())
    if not waiting:
        yield good(
            "locks", Area.RECORDS, "Không tệp gốc nào chờ khóa.", "No original waits to be locked."
        )
        return
    number = count(waiting)
    yield Finding(
        key="locks",
        area=Area.RECORDS,
        level=Level.LOOK,
        said=Text(
            vi=f"{number.vi} ảnh, văn bản, bản quét lưu quá 15 phút mà chưa khóa.",
            en=f"{number.en} photographs, papers and scans were stored over 15 minutes ago and are not locked.",
        ),
        do=Text(
            vi="Xem tiến trình nền, việc bị giữ lại và quyền của danh tính giữ kho; việc khóa tự tiếp tục.",
            en="Look at the worker, held jobs, and the keeper's rights in the store; locking goes on by itself.",
        ),
    )
