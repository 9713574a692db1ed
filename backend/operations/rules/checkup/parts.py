"""Whether the parts answer: database, store, processes, standby."""

from collections.abc import Iterator
from datetime import timedelta

from backend.operations.rules.checkup.facts import Facts, Node
from backend.operations.rules.checkup.finding import Area, Finding, Level, good, moment, span
from schemas.core.problems import Text

WORKER_LATE = timedelta(minutes=3)
"""A worker notes every minute how things stand. Three rounds without a word: it hangs, or none runs."""
WEB_LATE = timedelta(minutes=12)
"""Web processes note every five minutes how their node stands."""
GONE = timedelta(hours=6)
"""A node that was silent for so long was taken away (docs/running.md, "Parts apart"): it is no fault any more."""
_OLD_READING_SECONDS = 60.0
_AWAY = ("KeeperAway",)
_OUTSIDE_LATE_SECONDS = 600.0
"""Checkpoints go out once a minute at most; ten minutes are no pause of the busiest day."""


def found(facts: Facts) -> Iterator[Finding]:
    """Yield how each part stands."""
    yield _database(facts)
    yield _store(facts)
    yield from _standby(facts)
    yield from _replica(facts)
    if facts.runs:
        yield _workers(facts)
        yield from _web(facts)
        yield _decoder(facts)
    yield _outside(facts)


def _database(facts: Facts) -> Finding:
    state = facts.parts.get("database", "ok")
    if state != "ok":
        return Finding(
            key="database",
            area=Area.PARTS,
            level=Level.ACT,
            said=Text(
                vi="Cơ sở dữ liệu không trả lời: không ai làm việc được.",
                en="The database does not answer: nobody can work.",
            ),
            do=Text(
                vi="Khởi động lại PostgreSQL và xem nhật ký của nó; nếu dữ liệu đã mất, làm theo hướng dẫn.",
                en="Start PostgreSQL again and read its log; if its data is gone, follow the runbook.",
            ),
            runbook="database-lost",
        )
    lacks = facts.parts.get("role_settings", "ok")
    if lacks != "ok":
        return Finding(
            key="database",
            area=Area.PARTS,
            level=Level.ACT,
            said=Text(
                vi=f"Cơ sở dữ liệu trả lời, nhưng vai trò hientruong_app thiếu thiết đặt ({_lacking(lacks)}).",
                en=f"The database answers, but the role hientruong_app lacks settings ({_lacking(lacks)}).",
            ),
            do=Text(
                vi="Chạy ./hientruong migrate, hoặc ./hientruong doctor --fix.",
                en="Run ./hientruong migrate, or ./hientruong doctor --fix.",
            ),
            fix="role-settings",
        )
    return good("database", Area.PARTS, "Cơ sở dữ liệu trả lời.", "The database answers.")


def _lacking(state: str) -> str:
    return state.removeprefix("lacks ")


def _store(facts: Facts) -> Finding:
    if facts.parts.get("object_store", "ok") == "ok":
        return good(
            "object_store",
            Area.PARTS,
            "Kho ảnh và tệp trả lời.",
            "The store of photographs and files answers.",
        )
    return Finding(
        key="object_store",
        area=Area.PARTS,
        level=Level.ACT,
        said=Text(
            vi="Kho ảnh và tệp không trả lời: ảnh gửi đến nằm chờ ở thư mục nhận, ảnh đã lưu không mở được.",
            en="The store of photographs and files does not answer: what is sent waits in the spool, and what"
            " is stored"
            " cannot be opened.",
        ),
        do=Text(
            vi="Khởi động lại kho và xem nhật ký của nó; chạy ./hientruong doctor --fix nếu thiếu thùng chứa;"
            " nếu dữ liệu"
            " đã mất, làm theo hướng dẫn.",
            en="Start the store again and read its log; run ./hientruong doctor --fix if a bucket is missing;"
            " if its data"
            " is gone, follow the runbook.",
        ),
        runbook="store-lost",
        fix="buckets",
    )


_STANDBY = {
    "in_recovery": Text(
        vi="Máy chủ đang dùng là bản sao, không ghi được.",
        en="The server in use is a standby: nothing can be written.",
    ),
    "standby_silent": Text(
        vi="Bản sao cơ sở dữ liệu không trả lời: việc ghi đang phải chờ.",
        en="The standby does not answer: what is written waits for it.",
    ),
    "standby_behind": Text(
        vi="Bản sao cơ sở dữ liệu chậm hơn một phút.",
        en="The standby is more than a minute behind.",
    ),
}


def _standby(facts: Facts) -> Iterator[Finding]:
    state = facts.parts.get("replication", "ok")
    if state in _STANDBY:
        yield Finding(
            key="standby",
            area=Area.PARTS,
            level=Level.LOOK if state == "standby_behind" else Level.ACT,
            said=_STANDBY[state],
            do=Text(
                vi="Xem bản sao còn chạy và còn đường nối không; hướng dẫn nói từng trường hợp.",
                en="See whether the standby runs and can be reached; the runbook has each case.",
            ),
            runbook="failover",
        )


def _replica(facts: Facts) -> Iterator[Finding]:
    if facts.replica_reads is None:
        return
    if not facts.replica_reads:
        yield Finding(
            key="replica",
            area=Area.PARTS,
            level=Level.LOOK,
            said=Text(
                vi="Bản sao dành cho thống kê không trả lời; số liệu đang đọc từ máy chính.",
                en="The replica for statistics does not answer; figures are read from the primary.",
            ),
            do=Text(
                vi="Xem máy mà HIENTRUONG_READ_DATABASE_URL nêu.",
                en="Look at the server that HIENTRUONG_READ_DATABASE_URL names.",
            ),
        )
        return
    late = facts.replica_seconds or 0.0
    if late > _OLD_READING_SECONDS:
        yield Finding(
            key="replica",
            area=Area.PARTS,
            level=Level.LOOK,
            said=Text(
                vi=f"Bản sao dành cho thống kê chậm {span(late).vi}.",
                en=f"The replica for statistics is {span(late).en} behind.",
            ),
            do=Text(
                vi="Xem tải và đường nối của máy đó.", en="Look at that server's load and network."
            ),
        )
        return
    yield good(
        "replica",
        Area.PARTS,
        "Bản sao dành cho thống kê được đọc và không chậm.",
        "The replica for statistics is read and is not behind.",
    )


def _of(facts: Facts, kind: str) -> list[Node]:
    """Return the nodes with processes of this kind that were not taken away."""
    return [one for one in facts.nodes if one.kind == kind and facts.at - one.noted_at < GONE]


def _workers(facts: Facts) -> Finding:
    there = _of(facts, "worker")
    fresh = [one for one in there if facts.at - one.noted_at < WORKER_LATE]
    if fresh:
        names = ", ".join(sorted(one.name for one in fresh))
        return good(
            "worker",
            Area.PARTS,
            f"Tiến trình nền hoạt động ở {names}.",
            f"A worker runs on {names}.",
        )
    last = max((one.noted_at for one in facts.nodes if one.kind == "worker"), default=None)
    when_vi = f" từ {moment(last).vi}" if last else ""
    when_en = f" since {moment(last).en}" if last else ""
    return Finding(
        key="worker",
        area=Area.PARTS,
        level=Level.ACT,
        said=Text(
            vi=f"Không có tiến trình nền nào lên tiếng{when_vi}: không có gì được niêm phong, khóa, tạo ảnh xem"
            " trước hay gửi"
            " thông báo. Số liệu bên dưới là của lần cuối.",
            en=f"No worker has been heard{when_en}: nothing is sealed, locked, previewed or sent. What stands"
            " below is of"
            " then.",
        ),
        do=Text(
            vi="Chạy ./hientruong worker, hoặc kết thúc tiến trình đang treo rồi khởi động lại.",
            en="Start ./hientruong worker, or end the worker that hangs and start it again.",
        ),
        since=last,
        runbook="seal-lag",
    )


def _web(facts: Facts) -> Iterator[Finding]:
    there = _of(facts, "web")
    silent = [one for one in there if facts.at - one.noted_at >= WEB_LATE]
    fresh = [one.name for one in there if one not in silent]
    if fresh:
        names = ", ".join(sorted(fresh))
        yield good("web", Area.PARTS, f"Máy phục vụ web: {names}.", f"Pages are served by {names}.")
    for one in silent:
        yield Finding(
            key=f"web:{one.name}",
            area=Area.PARTS,
            level=Level.LOOK if fresh else Level.ACT,
            said=Text(
                vi=f"Máy {one.name} không lên tiếng từ {moment(one.noted_at).vi}.",
                en=f"The node {one.name} has not been heard since {moment(one.noted_at).en}.",
            ),
            do=Text(
                vi="Khởi động lại serve trên máy đó. Nếu máy đã bỏ hẳn thì không phải làm gì: sau sáu giờ nó"
                " không còn"
                " được nêu.",
                en="Start serve there again. If the node was taken away there is nothing to do: after six hours"
                " it is no"
                " longer named.",
            ),
            since=one.noted_at,
        )


def _decoder(facts: Facts) -> Finding:
    away = [one for one in facts.put_off if one.why in _AWAY]
    if not away:
        return good(
            "decoder",
            Area.PARTS,
            "Bộ giải mã ảnh không để việc nào phải chờ.",
            "The decoder of pictures keeps nothing waiting.",
        )
    number = sum(one.number for one in away)
    return Finding(
        key="decoder",
        area=Area.PARTS,
        level=Level.ACT,
        said=Text(
            vi=f"Bộ giải mã ảnh không trả lời: {number} ảnh chờ bản xem trước.",
            en=f"The decoder of pictures does not answer: {number} pictures wait for a preview.",
        ),
        do=Text(
            vi="Khởi động lại tiến trình nền (worker); nhật ký của nó nói lý do.",
            en="Start the worker again; its log says why.",
        ),
    )


def _outside(facts: Facts) -> Finding:
    state = facts.parts.get("checkpoints_outside", "ok")
    if state not in ("ok", "does_not_answer"):
        return Finding(
            key="checkpoints_outside",
            area=Area.PARTS,
            level=Level.ACT,
            said=Text(
                vi="Ngoài cơ sở dữ liệu có điểm kiểm chứng của một sổ khác hoặc mới hơn: có thể đây là một"
                " bản sao cũ.",
                en="Outside of the database lie checkpoints of another or a newer ledger: this may be an old"
                " copy that runs.",
            ),
            do=Text(
                vi="Dừng hệ thống này và xem còn hệ thống nào chạy trên cùng kho không, trước khi làm việc gì khác.",
                en="Stop this system and see whether another runs on the same store, before anything else.",
            ),
            runbook="restore",
        )
    late = facts.outside_seconds or 0.0
    if late > _OUTSIDE_LATE_SECONDS:
        return Finding(
            key="checkpoints_outside",
            area=Area.PARTS,
            level=Level.LOOK,
            said=Text(
                vi=f"Từ {span(late).vi} nay điểm kiểm chứng không được ghi ra ngoài cơ sở dữ liệu.",
                en=f"For {span(late).en} no checkpoint has been written outside of the database.",
            ),
            do=Text(
                vi="Xem kho có trả lời không và nhật ký của tiến trình nền.",
                en="See whether the store answers, and read the worker's log.",
            ),
            runbook="seal-lag",
        )
    return good(
        "checkpoints_outside",
        Area.PARTS,
        "Điểm kiểm chứng được ghi ra ngoài cơ sở dữ liệu.",
        "Checkpoints are written outside of the database.",
    )
