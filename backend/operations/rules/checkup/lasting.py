"""What ends or differs: certificates, keys, versions, clocks, outlets of notices."""

from collections.abc import Iterator
from datetime import timedelta

from backend.operations.rules.checkup.facts import Ending, Facts, Node
from backend.operations.rules.checkup.finding import (
    Area,
    Finding,
    Level,
    between,
    count,
    day,
    good,
    span,
)
from backend.operations.rules.checkup.parts import GONE
from schemas.core.problems import Text

SOON, NOW = timedelta(days=30), timedelta(days=14)
"""An authority takes some days to renew a certificate; two weeks are the last moment to ask for it."""
_LIST_LOOK = timedelta(days=2)
"""Lists of revocations are made anew each day or week: little is left of any of them most of the time."""
_KEY_AGE = timedelta(days=400)
"""Keys are replaced once a year (docs/runbooks/key-rotation.md), with a month's grace."""
_CLOCK_LOOK_SECONDS, _CLOCK_ACT_SECONDS = 2.0, 30.0

_KINDS = {
    "officer": Text(vi="chứng thư số của công chức", en="officers' certificates"),
    "unit": Text(vi="chứng thư số con dấu của cơ quan", en="certificates of agencies' seals"),
    "root": Text(vi="chứng thư gốc được tin", en="trusted root certificates"),
    "tsa": Text(vi="chứng thư cấp dấu thời gian", en="certificates of the time-stamp service"),
    "crl": Text(vi="danh sách chứng thư bị thu hồi", en="lists of revoked certificates"),
}
_DO = {
    "officer": Text(
        vi="Người có tên xin cấp mới rồi đăng ký ở trang Chứng thư số của mình; bảng bên dưới nêu từng người.",
        en="Each officer asks for a new one and registers it at the own page of certificates; the table below"
        " names them.",
    ),
    "unit": Text(
        vi="Văn thư xin cấp mới rồi đăng ký ở trang Con dấu.",
        en="The clerk asks for a new one and registers it at Seals.",
    ),
    "root": Text(
        vi="Thêm chứng thư gốc mới vào HIENTRUONG_TRUST_ROOTS và khởi động lại; giữ chứng thư cũ để kiểm văn"
        " bản đã ký.",
        en="Add the new root to HIENTRUONG_TRUST_ROOTS and start again; keep the old one for papers that were"
        " signed.",
    ),
    "tsa": Text(
        vi="Hỏi nơi cấp dấu thời gian; chưa có cái mới thì không ký được ở mức B-T trở lên.",
        en="Ask the time-stamp service; without a new one nothing is signed at B-T or above.",
    ),
    "crl": Text(
        vi="Tải danh sách mới vào HIENTRUONG_CRLS và khởi động lại; hết hạn thì không ký được.",
        en="Fetch the new list into HIENTRUONG_CRLS and start again; once it is over nothing can be signed.",
    ),
}
_STOPS = frozenset({"unit", "tsa", "crl", "root"})
"""Whose end stops more than one officer."""


def certificates(facts: Facts) -> Iterator[Finding]:
    """Yield which certificates, lists and keys end soon."""
    for node in facts.nodes:
        if node.tls_ends is not None and node.kind == "web" and facts.at - node.noted_at < GONE:
            yield _tls(facts, node)
    ending = [one for one in facts.endings if one.ends - facts.at < _warning(one)]
    for one in ending:
        yield _ending(facts, one)
    if not ending:
        yield good(
            "certificates",
            Area.CERTIFICATES,
            "Không chứng thư số nào hết hạn trong 30 ngày tới.",
            "No certificate ends within the next 30 days.",
        )
    made = facts.receipt_key_made
    if made is not None and facts.at - made > _KEY_AGE:
        yield Finding(
            key="receipt_key",
            area=Area.CERTIFICATES,
            level=Level.LOOK,
            said=Text(
                vi=f"Khóa ký biên nhận đã dùng {between(facts.at, made).vi}, từ {day(made)}.",
                en=f"The key that signs receipts has been in use for {between(facts.at, made).en}, since"
                f" {day(made)}.",
            ),
            do=Text(
                vi="Thay khóa mỗi năm một lần: ./hientruong rotate-keys.",
                en="Replace it once a year: ./hientruong rotate-keys.",
            ),
            since=made,
            runbook="key-rotation",
        )
    elif made is not None:
        yield good(
            "receipt_key",
            Area.CERTIFICATES,
            f"Khóa ký biên nhận dùng từ {day(made)}; thay mỗi năm một lần.",
            f"The key that signs receipts is in use since {day(made)}; it is replaced once a year.",
        )


def _warning(one: Ending) -> timedelta:
    return _LIST_LOOK if one.kind == "crl" else SOON


def _tls(facts: Facts, node: Node) -> Finding:
    ends = node.tls_ends or facts.at
    left = ends - facts.at
    key = f"tls:{node.name}"
    if left >= SOON:
        return good(
            key,
            Area.CERTIFICATES,
            f"Chứng chỉ TLS của {node.name} còn hạn đến {day(ends)}.",
            f"The TLS certificate of {node.name} is valid until {day(ends)}.",
        )
    if left <= timedelta():
        said = Text(
            vi=f"Chứng chỉ TLS của {node.name} đã hết hạn ngày {day(ends)}: trình duyệt và điện thoại không vào"
            " được.",
            en=f"The TLS certificate of {node.name} ended on {day(ends)}: browsers and phones refuse the address.",
        )
    else:
        said = Text(
            vi=f"Chứng chỉ TLS của {node.name} hết hạn sau {between(ends, facts.at).vi}, ngày {day(ends)}.",
            en=f"The TLS certificate of {node.name} ends in {between(ends, facts.at).en}, on {day(ends)}.",
        )
    return Finding(
        key=key,
        area=Area.CERTIFICATES,
        level=Level.ACT if left < NOW else Level.LOOK,
        said=said,
        do=Text(
            vi="Xin chứng chỉ mới, đặt vào tệp mà --tls-cert và --tls-key nêu, rồi khởi động lại serve.",
            en="Get a new one, put it into the files that --tls-cert and --tls-key name, and start serve again.",
        ),
    )


def _ending(facts: Facts, one: Ending) -> Finding:
    kind, left = _KINDS[one.kind], one.ends - facts.at
    over = left <= timedelta()
    named = f" ({one.name})" if one.name else ""
    if one.kind in ("officer", "unit") and one.number > 1:
        number = count(one.number)
        said = Text(
            vi=f"{number.vi} {kind.vi} hết hạn trong 30 ngày tới, sớm nhất ngày {day(one.ends)}{named}.",
            en=f"{number.en} {kind.en} end within 30 days, the first on {day(one.ends)}{named}.",
        )
    elif over:
        said = Text(
            vi=f"Đã hết hạn ngày {day(one.ends)}: {kind.vi}{named}.",
            en=f"Ended on {day(one.ends)}: {kind.en}{named}.",
        )
    else:
        rest = between(one.ends, facts.at)
        said = Text(
            vi=f"Hết hạn sau {rest.vi}, ngày {day(one.ends)}: {kind.vi}{named}.",
            en=f"Ends in {rest.en}, on {day(one.ends)}: {kind.en}{named}.",
        )
    urgent = one.kind in _STOPS and (left < NOW if one.kind != "crl" else over)
    return Finding(
        key=f"ending:{one.kind}" + (f":{one.name}" if one.kind not in ("officer", "unit") else ""),
        area=Area.CERTIFICATES,
        level=Level.ACT if urgent else Level.LOOK,
        said=said,
        do=_DO[one.kind],
    )


def versions(facts: Facts) -> Iterator[Finding]:
    """Yield versions, whether the schema fits them, and how clocks and outlets stand."""
    yield from _schema(facts)
    if facts.versions is not None:
        of = facts.versions
        rest = "".join(
            f", {name} {version}"
            for name, version in (("PostgreSQL", of.postgresql), ("", of.store))
            if version
        ).replace(",  ", ", ")
        said = f"Hiện Trường {of.ours}, Python {of.python}{rest}."
        yield good("versions", Area.VERSIONS, said, said)
        others = sorted(
            {
                f"{one.name}: {one.version}"
                for one in facts.nodes
                if one.version != of.ours and facts.at - one.noted_at < GONE
            }
        )
        if others:
            names = ", ".join(others)
            yield Finding(
                key="nodes_differ",
                area=Area.VERSIONS,
                level=Level.LOOK,
                said=Text(
                    vi=f"Có máy chạy phiên bản khác: {names}.",
                    en=f"Nodes of another version run: {names}.",
                ),
                do=Text(
                    vi="Cập nhật nốt các máy đó, lần lượt từng máy.",
                    en="Update these nodes too, one after another.",
                ),
            )
    if facts.phones:
        apps = ", ".join(f"{one.app} ({one.number})" for one in facts.phones)
        yield good(
            "phones",
            Area.VERSIONS,
            f"Ứng dụng trên điện thoại trong 30 ngày qua, phiên bản và số máy: {apps}.",
            f"Versions of the app on phones in the last 30 days, with their number: {apps}.",
        )
    yield from _clocks(facts)
    yield from _outlets(facts)


def _schema(facts: Facts) -> Iterator[Finding]:
    state = facts.parts.get("migrations", "ok")
    if state == "ok":
        yield good(
            "migrations",
            Area.VERSIONS,
            "Cấu trúc dữ liệu khớp với phiên bản này.",
            "The schema fits this version.",
        )
    else:
        newer = state == "does_not_answer"
        yield Finding(
            key="migrations",
            area=Area.VERSIONS,
            level=Level.ACT,
            said=Text(
                vi="Không so được cấu trúc dữ liệu: cơ sở dữ liệu của phiên bản khác, hoặc không trả lời."
                if newer
                else "Cấu trúc dữ liệu cũ hơn phiên bản này: còn bước nâng cấp chưa chạy.",
                en="The schema could not be compared: the database is of another version, or does not answer."
                if newer
                else "The schema is older than this version: migrations wait to be applied.",
            ),
            do=Text(
                vi="Sao lưu, rồi chạy ./hientruong migrate (bản một máy: ./hientruong up tự làm).",
                en="Make a backup, then run ./hientruong migrate (on one machine ./hientruong up does so).",
            ),
        )


def _clocks(facts: Facts) -> Iterator[Finding]:
    there = {one.name: one for one in facts.nodes if facts.at - one.noted_at < GONE}
    told = [found for one in there.values() if (found := _clock(one, facts)) is not None]
    yield from told
    if there and not told:
        yield good(
            "clock",
            Area.VERSIONS,
            "Đồng hồ các máy khớp với cơ sở dữ liệu.",
            "The clocks of all nodes agree with the database's.",
        )


def _clock(node: Node, facts: Facts) -> Finding | None:
    """Return what is wrong with the clock of a node, by the farthest off of what its processes noted."""
    here = [one for one in facts.nodes if one.name == node.name]
    off = max((one.clock_seconds or 0.0 for one in here), key=abs)
    if abs(off) >= _CLOCK_LOOK_SECONDS:
        return _off(node, off)
    if all(one.ntp is not False for one in here):
        return None
    return Finding(
        key=f"clock:{node.name}",
        area=Area.VERSIONS,
        level=Level.LOOK,
        said=Text(
            vi=f"Đồng hồ của {node.name} không được dịch vụ giờ nào chỉnh.",
            en=f"No time service keeps the clock of {node.name}.",
        ),
        do=Text(
            vi="Bật dịch vụ giờ trên máy đó (chrony hoặc systemd-timesyncd).",
            en="Run a time service there (chrony or systemd-timesyncd).",
        ),
    )


def _off(node: Node, off: float) -> Finding:
    by = span(abs(off))
    vi, en = ("nhanh hơn", "before") if off > 0 else ("chậm hơn", "behind")
    return Finding(
        key=f"clock:{node.name}",
        area=Area.VERSIONS,
        level=Level.ACT if abs(off) >= _CLOCK_ACT_SECONDS else Level.LOOK,
        said=Text(
            vi=f"Đồng hồ của {node.name} {vi} đồng hồ cơ sở dữ liệu {by.vi}: giờ hồ sơ và mã xác thực (OTP) sẽ sai.",
            en=f"The clock of {node.name} is {by.en} {en} the database's: times on records and one-time codes"
            " are wrong.",
        ),
        do=Text(
            vi="Bật dịch vụ giờ (chrony hoặc systemd-timesyncd) trên cả hai máy.",
            en="Run a time service (chrony or systemd-timesyncd) on both machines.",
        ),
    )


def _outlets(facts: Facts) -> Iterator[Finding]:
    if facts.outlets:
        names = ", ".join(facts.outlets)
        yield good(
            "outlets",
            Area.VERSIONS,
            f"Thông báo còn gửi qua: {names}.",
            f"Notices also go out by: {names}.",
        )
    else:
        yield good(
            "outlets",
            Area.VERSIONS,
            "Thông báo chỉ hiện ở bàn làm việc và điện thoại; không gửi thư.",
            "Notices are shown at the desk and on phones alone; no mail is sent.",
        )
