"""Two phones of one team wrote without a signal and arrive in any order: both screens, the desk and the ledger come to
one truth, byte for byte, and it is the truth that the team signed."""

import asyncio
import re
from dataclasses import dataclass, fields
from datetime import timedelta
from difflib import ndiff

import pytest
import rfc8785
from playwright.async_api import expect

from backend.core import clock
from backend.core.local_time import VIETNAM
from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.gate import Gate
from tests.phone_app.support.office import INSPECTOR, LEADER, Office, full_name
from tests.phone_app.support.phone import TEAM_OPINION, Phone
from tests.phone_app.support.supervisor import Supervisor
from tests.support.orders import every

pytestmark = [pytest.mark.browser, pytest.mark.long]

THEIRS, MINE = "Đề nghị nhắc nhở cơ sở.", "Cơ sở niêm yết giá đầy đủ."
_OF_LEADER, _OF_COLLEAGUE = 4, 2
"""Minutes, two hands and the submission; minutes and a hand."""
ORDERS = [order for order in every((_OF_LEADER, _OF_COLLEAGUE)) if order[:3] != (0, 1, 0)]
"""Of the fifteen, the twelve that do not begin with an exchange of one act each: the colleague's all before, all after,
and each at every other place."""

_SEEN: dict[str, "Seen"] = {}
"""What the first order of this run came to: the parts are compared with each other as well."""

_AGO = re.compile(r"xác định trước khi ghi [^·]*·")
_MOMENT = re.compile(
    r"\d\d:\d\d(:\d\d)?( \d\d/\d\d/\d{4})?|\d\d/\d\d/\d{4}( \d\d:\d\d(:\d\d)?)?|\d\d giờ \d\d phút"
)
_LEFT = re.compile(r"còn \d+ (?:ngày|giờ|phút)")
"""How long the reader still has: an hour less on a visit after the hour struck."""
_BESIDE = re.compile(r"Còn \d+ hồ sơ chờ bạn")
"""How many files of other visits wait for the reader."""
_LAST_OF_MINUTES = "Đã đọc lại cho mọi người cùng nghe"
_LEADER_HUB = """
Đã trình, chờ ý kiến {number}
Cho xem quyết định kiểm tra
Mã QR, bản đã ký; xem được khi không có mạng
Đã trình, chờ ý kiến
Người có thẩm quyền xem hồ sơ và cho ý kiến về hướng xử lý. Ảnh và giấy tờ thêm sau không làm bản trình mất hiệu lực.
Đồng ý hướng xử lý: chờ Người đứng đầu Chi cục Quản lý thị trường thành phố Hà Nội (Vũ Hương Giang) từ {moment}. \
Hạn: hết ngày {moment}.
Có biên bản khác bên cạnh
Biên bản này không có hiệu lực và không thay chữ ký nào. Cả đoàn và cấp trên đều thấy. Hãy đọc, rồi người lập biên bản \
hoặc Trưởng Đoàn ghi lý do để riêng.
{colleague}, {moment}
Đọc và so sánh
Người lập biên bản: {leader} (bạn)
Đã trình lúc {moment}
Bổ sung sau khi trình
Vị trí và công bố
Đã công bố lúc {moment}
Ảnh
Chưa có ảnh
Biên bản
Hoàn thành lúc {moment}
Chữ ký trên màn hình
2 chữ ký hoặc từ chối ký
Biên bản vi phạm, tạm giữ, niêm phong
Lập khi có vi phạm
"""
_COLLEAGUE_HUB = """
Đã trình, chờ ý kiến {number}
Cho xem quyết định kiểm tra
Mã QR, bản đã ký; xem được khi không có mạng
Đã trình, chờ ý kiến
Người có thẩm quyền xem hồ sơ và cho ý kiến về hướng xử lý. Ảnh và giấy tờ thêm sau không làm bản trình mất hiệu lực.
Đồng ý hướng xử lý: chờ Người đứng đầu Chi cục Quản lý thị trường thành phố Hà Nội (Vũ Hương Giang) từ {moment}. \
Hạn: hết ngày {moment}.
Có biên bản khác bên cạnh
Biên bản này không có hiệu lực và không thay chữ ký nào. Người lập biên bản hoặc Trưởng Đoàn sẽ ghi lý do để riêng.
{colleague} (bạn), {moment}
Đọc và so sánh
Người lập biên bản: {leader}
Đã trình lúc {moment}
Bổ sung sau khi trình
Vị trí và công bố
Đã công bố lúc {moment}
Ảnh
Chưa có ảnh
Biên bản
Của {leader}: hoàn thành lúc {moment}. Của bạn: để bên cạnh, hoàn thành lúc {moment}
Chữ ký trên màn hình
2 chữ ký hoặc từ chối ký
Biên bản vi phạm, tạm giữ, niêm phong
Lập khi có vi phạm
"""


@dataclass
class Seen:
    """What people read after one order, without moments, numbers and hashes of this one visit."""

    leader_hub: str
    colleague_hub: str
    leader_review: str
    colleague_review: str
    desk: str
    ledger: tuple[str, ...]


def _lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _plain(text: str, number: str, sealed: str) -> str:
    """Without what differs between two visits."""
    text = _lines(text).replace(number, "{number}").replace(sealed, "{sealed}")
    text = text.replace(f"{sealed[:4]} {sealed[4:8]}", "{sealed}")
    return re.sub(
        r"\b[0-9a-f]{4} [0-9a-f]{4}\b|\b[0-9a-f]{64}\b",
        "{mark}",
        _MOMENT.sub("{moment}", _LEFT.sub("{left}", _AGO.sub("{ago}", _BESIDE.sub("", text)))),
    )


def _expected(hub: str) -> str:
    names = {"leader": full_name(LEADER), "colleague": full_name(INSPECTOR)}
    return _lines(hub.format(number="{number}", moment="{moment}", **names))


async def _screen(phone: Phone, path: str) -> str:
    """Once it is whole: forms and earlier inspections are looked up in the phone's memory."""
    await phone.go(path)
    await phone.page.wait_for_load_state("networkidle")
    main = phone.page.locator("main")
    review = path.endswith("/review")
    for part in (_LAST_OF_MINUTES, "Mã của bản trình") if review else ("Các lần kiểm tra trước",):
        await expect(main.get_by_text(part).first).to_be_visible()
    return await main.inner_text()


async def _offline_work(phones: list[Phone], inspection: str, ended: str) -> None:
    """Both at once: nothing of the other is known to either. They tell one end of the inspection, so that the texts
    differ in one thing."""
    leader, colleague = phones

    async def of_leader() -> None:
        await leader.write_minutes(inspection, THEIRS, ended=ended)
        await leader.sign(inspection, "leader")
        await leader.sign(inspection, "subject")
        await leader.submit(inspection)

    async def of_colleague() -> None:
        await colleague.go_to_minutes(inspection)
        await colleague.field(TEAM_OPINION).fill(MINE)
        await colleague.write_minutes(
            inspection, MINE, ended=ended, button="Hoàn thành, để bên cạnh"
        )
        await colleague.sign(inspection, "subject")

    await asyncio.gather(of_leader(), of_colleague())


async def _ledger(office: Office, phones: list[Phone], inspection: str) -> tuple[str, ...]:
    """Each act of both phones stands there once, as the phone made it; of each: who, what, and whether it is held."""
    found = []
    for phone in phones:
        kept = await phone.kept()
        assert kept.device is not None
        entries = await office.entries(kept.device)
        for one in kept.acts_of(inspection):
            entry = entries[one["id"]]
            assert rfc8785.dumps(one["act"]).decode() == entry["act"]
            held = "beside" if entry["quarantine"] else "taken"
            found.append(
                f"{kept.device == (await phones[0].kept()).device} {one['act']['type']} {held}"
            )
    return tuple(found)


async def _see(office: Office, phones: list[Phone], inspection: str, number: str) -> Seen:
    sealed = await phones[0].submitted_revision(inspection)
    hub, review = f"/app/inspections/{inspection}", f"/app/inspections/{inspection}/review"
    said: list[str] = []
    for phone in phones:
        await phone.sync()
        said += [_plain(await _screen(phone, path), number, sealed) for path in (hub, review)]
    desk = _plain(await office.words_of(f"/desk/inspections/{inspection}"), number, sealed)
    # Below stands the story of the arrival, which is another each time.
    desk = desk.partition("Dữ liệu chờ xem xét (1)")[0].partition("Việc cần làm tiếp")[2]
    return Seen(said[0], said[2], said[1], said[3], desk, await _ledger(office, phones, inspection))


def _differs(one: Seen, other: Seen) -> list[str]:
    """Each word that one says and the other does not, with the screen that it stands on."""
    return [
        f"{screen.name}: {word}"
        for screen in fields(Seen)
        for word in ndiff(_words(getattr(other, screen.name)), _words(getattr(one, screen.name)))
        if word[0] in "+-"
    ]


def _words(said: str | tuple[str, ...]) -> list[str]:
    return said.split() if isinstance(said, str) else list(said)


@pytest.mark.parametrize("part", range(3))
async def test_two_phones_the_desk_and_the_ledger_say_one_thing_after_each_of_twelve_orders(
    phones: MakePhone, office: Office, part: int
) -> None:
    """The screens are those of the real app, the acts come one by one, and what is expected was written by hand."""
    mine = ORDERS[part::3]
    supervisor = Supervisor(office)
    inspections = [await supervisor.issue() for _ in mine]
    made = list(await asyncio.gather(phones(LEADER), phones(INSPECTOR)))
    gates = [await Gate(phone).stand() for phone in made]
    ended = (clock.now().astimezone(VIETNAM) + timedelta(minutes=10)).strftime("%Y-%m-%dT%H:%M")
    seen = []
    for order, inspection in zip(mine, inspections, strict=True):
        for gate in gates:
            gate.is_open = True
        await made[0].take_up(inspection)
        await made[
            0
        ].send_now()  # after the breaks of the visit before, the phone would pause by itself
        await made[0].wait_until_stored()
        await made[1].open_inspection(inspection)
        for gate in gates:
            gate.is_open = False
        await _offline_work(made, inspection, ended)
        for index in order:
            await gates[index].let_one()
        view = await supervisor.view(inspection)
        seen.append(await _see(office, made, inspection, view.decision.number))
        assert view.revision == await made[0].submitted_revision(inspection), order
        assert [one.in_force for one in view.signatures].count(True) == 2, order
    _SEEN.setdefault("first", seen[0])
    first = _SEEN["first"]
    for order, one in zip(mine, seen, strict=True):
        assert _differs(one, first) == [], order
    for hub, wanted in ((first.leader_hub, _LEADER_HUB), (first.colleague_hub, _COLLEAGUE_HUB)):
        assert _expected(wanted) in hub
    for review in (first.leader_review, first.colleague_review):
        assert "Bản đã trình có mã {sealed}." in review
        assert THEIRS in review
        assert MINE not in review
        assert review.count("{sealed}") == 2
        for no in ("Chưa trình được", "Chưa có biên bản", "Trình hồ sơ"):
            assert no not in review
    assert "Khác biên bản đang có hiệu lực ở 1 mục" in first.desk
    for words in (THEIRS, MINE, "Bản trình lần 1, mã băm {sealed}", "Biên bản khác bên cạnh"):
        assert words in first.desk
    assert first.ledger.count("False minutes.written beside") == 1
    assert sum("beside" in one for one in first.ledger) == 1
