"""Whether work goes on: the queue, what is held or waits, the search and the figures."""

from collections.abc import Iterator

from backend.operations.rules.checkup.facts import Facts
from backend.operations.rules.checkup.finding import Area, Finding, Level, count, good, moment, span
from schemas.core.problems import Text

_QUEUE_LOOK_SECONDS, _QUEUE_ACT_SECONDS = 300.0, 1800.0
_REPORTS_LOOK_SECONDS, _REPORTS_ACT_SECONDS = 300.0, 1800.0
_FOLLOWING_LOOK_SECONDS = 600.0

SAFE_TO_REPEAT = (
    *("make_preview", "place_photo", "protect_photo", "protect_document", "protect_scan"),
    *("preview_file", "keep_file", "show_phone_thumbnail", "find_in_photo", "find_in_inspection"),
)
"""Jobs that leave everything as it is where they were done before, and tell nobody outside.

`doctor --fix --yes` lets these go again. A notice might be sent twice, and who wants a package or a list asks again."""

_JOBS = {
    "make_preview": Text(vi="tạo ảnh xem trước", en="make a preview"),
    "place_photo": Text(vi="đưa ảnh vào chỗ của nó", en="put a photograph in its place"),
    "protect_photo": Text(vi="khóa ảnh gốc", en="lock a photograph"),
    "protect_document": Text(vi="khóa văn bản đã ký", en="lock a signed paper"),
    "protect_scan": Text(vi="khóa bản quét", en="lock a scan"),
    "preview_file": Text(vi="xem trước tài liệu", en="make a preview of a document"),
    "keep_file": Text(vi="cất tài liệu vào hồ sơ", en="keep a filed document"),
    "show_phone_thumbnail": Text(
        vi="hiện ảnh nhỏ từ điện thoại", en="show a phone's small picture"
    ),
    "find_in_photo": Text(vi="rà ảnh", en="look through a photograph"),
    "find_in_inspection": Text(vi="rà cuộc kiểm tra", en="look through an inspection"),
    "send_notice": Text(vi="gửi thông báo", en="send a notice"),
    "make_bundle": Text(vi="đóng gói hồ sơ mẫu", en="make a sample's package"),
    "read_parties": Text(vi="đọc tệp tổ chức, cá nhân", en="read a file of parties"),
    "bring_parties": Text(vi="nhập tổ chức, cá nhân từ tệp", en="bring parties in from a file"),
    "read_people": Text(vi="đọc tệp công chức", en="read a file of officers"),
    "bring_people": Text(vi="nhập công chức từ tệp", en="bring officers in from a file"),
    "write_export": Text(vi="xuất danh sách", en="write a list as a file"),
}


def job_name(job: str) -> Text:
    """Return what a kind of job does, in words."""
    return _JOBS.get(job) or Text(vi=job, en=job)


def found(facts: Facts) -> Iterator[Finding]:
    """Yield how the queue stands, and what is held or waits."""
    yield from _queue(facts)
    yield from _held(facts)
    yield from _put_off(facts)
    yield from _reports(facts)
    yield from _following(facts)


def _queue(facts: Facts) -> Iterator[Finding]:
    queue = facts.queue
    if queue is None:
        return
    waiting, late = count(queue.waiting), span(queue.oldest_seconds)
    if queue.oldest_seconds < _QUEUE_LOOK_SECONDS:
        if queue.waiting:
            vi = f"Hàng đợi có {waiting.vi} việc; việc cũ nhất chờ {late.vi}."
            en = f"The queue has {waiting.en} jobs; the oldest has waited for {late.en}."
        else:
            vi, en = "Hàng đợi trống.", "The queue is empty."
        yield good("queue", Area.WORK, vi, en)
        return
    yield Finding(
        key="queue",
        area=Area.WORK,
        level=Level.ACT if queue.oldest_seconds >= _QUEUE_ACT_SECONDS else Level.LOOK,
        said=Text(
            vi=f"Hàng đợi chậm: {waiting.vi} việc, việc cũ nhất chờ {late.vi}.",
            en=f"The queue is slow: {waiting.en} jobs, and the oldest has waited for {late.en}.",
        ),
        do=Text(
            vi="Xem có tiến trình nền nào chạy không, rồi thêm một tiến trình: ./hientruong worker.",
            en="See whether a worker runs, then add one: ./hientruong worker.",
        ),
        runbook="seal-lag",
    )


def _held(facts: Facts) -> Iterator[Finding]:
    if not facts.held:
        yield good("held", Area.WORK, "Không có việc nào bị giữ lại.", "No job is held.")
    for one in facts.held:
        name, number, since = job_name(one.job), count(one.number), moment(one.since)
        safe = one.job in SAFE_TO_REPEAT
        yield Finding(
            key=f"held:{one.job}",
            area=Area.WORK,
            level=Level.ACT,
            said=Text(
                vi=f"{number.vi} việc “{name.vi}” bị giữ lại từ {since.vi} vì một lỗi của chương trình ({one.why}).",
                en=f"{number.en} jobs to “{name.en}” have been held since {since.en} by a fault of the program"
                f" ({one.why}).",
            ),
            do=Text(
                vi="./hientruong jobs nói lý do. Cập nhật phiên bản có sửa lỗi, rồi "
                + (
                    "./hientruong doctor --fix --yes cho chạy lại."
                    if safe
                    else "./hientruong jobs --release MÃ cho chạy lại."
                ),
                en="./hientruong jobs says why. Install a version that mends it, then let them go again: "
                + (
                    "./hientruong doctor --fix --yes."
                    if safe
                    else "./hientruong jobs --release ID."
                ),
            ),
            since=one.since,
            fix="held-jobs" if safe else None,
        )


def _put_off(facts: Facts) -> Iterator[Finding]:
    for one in facts.put_off:
        name, number, following = job_name(one.job), count(one.number), moment(one.next)
        yield Finding(
            key=f"put_off:{one.job}",
            area=Area.WORK,
            level=Level.LOOK,
            said=Text(
                vi=f"{number.vi} việc “{name.vi}” chờ thử lại sau {one.tries} lần hỏng ({one.why}); lần tới"
                f" {following.vi}.",
                en=f"{number.en} jobs to “{name.en}” wait for another try after {one.tries} ({one.why}); the"
                " next is at"
                f" {following.en}.",
            ),
            do=Text(
                vi="Không phải làm gì nếu phần bị hỏng nay đã chạy lại: việc tự tiếp tục. Nếu chưa, xem phần đó"
                " ở trên.",
                en="Nothing, if the part that failed works again: they go on by themselves. Otherwise mend that"
                " part first.",
            ),
        )


def _reports(facts: Facts) -> Iterator[Finding]:
    late = facts.reports_seconds or 0.0
    if late < _REPORTS_LOOK_SECONDS:
        return
    yield Finding(
        key="citizens_reports",
        area=Area.WORK,
        level=Level.ACT if late >= _REPORTS_ACT_SECONDS else Level.LOOK,
        said=Text(
            vi=f"Phản ánh của người dân chờ tiếp nhận đã {span(late).vi}.",
            en=f"A citizen's report has waited for {span(late).en} to be taken in.",
        ),
        do=Text(
            vi="Xem tiến trình nền có chạy không; hướng dẫn nói từng nguyên nhân.",
            en="See whether a worker runs; the runbook has each cause.",
        ),
        runbook="citizens-reports-wait",
    )


def _following(facts: Facts) -> Iterator[Finding]:
    one = facts.following
    for key, late, vi, en in (
        ("search", one.search_seconds, "Tìm kiếm", "The search"),
        ("figures", one.figures_seconds, "Số liệu thống kê", "Figures"),
    ):
        if late is None:
            continue
        if late < _FOLLOWING_LOOK_SECONDS:
            are = "are" if key == "figures" else "is"
            yield good(
                key, Area.WORK, f"{vi} theo kịp sổ.", f"{en} {are} up to date with the ledger."
            )
        else:
            yield Finding(
                key=key,
                area=Area.WORK,
                level=Level.LOOK,
                said=Text(
                    vi=f"{vi} chậm {span(late).vi} so với sổ.",
                    en=f"{en} {'are' if key == 'figures' else 'is'} {span(late).en} behind the ledger.",
                ),
                do=Text(
                    vi="Xem tiến trình nền có chạy không; sau một đợt ghi lớn thì chờ nó theo kịp.",
                    en="See whether a worker runs; after a lot was recorded at once, wait until it has followed.",
                ),
            )
    for key, aside, command in (
        ("search_aside", one.search_aside, "--search"),
        ("figures_aside", one.figures_aside, "--figures"),
    ):
        if aside:
            number = count(aside)
            where = (
                Text(vi="tìm kiếm", en="the search")
                if key == "search_aside"
                else Text(vi="thống kê", en="figures")
            )
            yield Finding(
                key=key,
                area=Area.WORK,
                level=Level.LOOK,
                said=Text(
                    vi=f"{number.vi} hồ sơ không đưa được vào {where.vi}.",
                    en=f"{number.en} records could not be taken into {where.en}.",
                ),
                do=Text(
                    vi="Xem lỗi trong nhật ký tiến trình nền; sau khi cập nhật, chạy ./hientruong recount"
                    f" {command}.",
                    en=f"The worker's log has the error; after an update run ./hientruong recount {command}.",
                ),
            )
    if one.figures_differing:
        number = count(one.figures_differing)
        yield Finding(
            key="figures_differing",
            area=Area.WORK,
            level=Level.ACT,
            said=Text(
                vi=f"Lần đếm lại gần nhất: {number.vi} số liệu khác với sổ.",
                en=f"When figures were last counted anew, {number.en} differed from the ledger.",
            ),
            do=Text(
                vi="Chạy ./hientruong recount --figures: nó nêu từng số liệu khác.",
                en="Run ./hientruong recount --figures: it names each that differs.",
            ),
        )
