"""The program in a package checks the whole history by itself: drafts, opinions, files, supplements, minutes beside."""

import functools
import hashlib
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.core.database import transaction
from backend.exchange.evidence_export import checker, trust
from backend.fieldwork.inspections import opinions
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Accepted
from deploy.demo import contents
from tests.integration.admin_ui.exchange.test_export import taken
from tests.integration.admin_ui.fieldwork.test_opinions import (
    FIELD,
    accepted,
    drafted,
    propose,
    seen,
)
from tests.support import factories
from tests.support.factories import Work
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers
from tests.support.uploads import Tus, all_stored

pytestmark = pytest.mark.usefixtures("app")


async def with_originals(people: People, phones: Phones) -> Work:
    """A team that asked for an opinion on its draft, its photographs in the store."""
    work = await drafted(people)
    tus = Tus((await phones.of(people.chi, sync=False)).client)
    for picture in work.pictures:
        await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    return work


async def whole_visit(people: People, phones: Phones) -> Work:
    """A draft returned, the next approved, signed, submitted; minutes beside; a supplement; agreed."""
    work = await with_originals(people, phones)
    desk = people.giang.actor("desk")
    first = (await seen(people, work)).drafts[-1].draft
    async with transaction():
        accepted(await opinions.return_draft(work.id, first, [FIELD], desk))
    await factories.write_text(work)
    accepted(await propose(work))
    second = (await seen(people, work)).drafts[-1].draft
    async with transaction():
        accepted(await opinions.approve_draft(work.id, second, desk))
    await factories.sign_text(work)
    accepted(await factories.submit(work))
    colleague = Work(work.id, work.number, people.an, await factories.pen(people.an))
    await factories.write_minutes(colleague)
    assert colleague.minutes is not None
    async with transaction():
        accepted(await opinions.set_aside(work.id, UUID(colleague.minutes), "Trùng nội dung", desk))
    file = (await seen(people, work)).file
    assert file is not None
    async with transaction():
        accepted(await opinions.ask_supplement(work.id, file.file, [FIELD], desk))
    file = (await seen(people, work)).file
    assert file is not None
    answers = [{"point": 0, "text": "Đã chụp hóa đơn"}]
    said = {"asked": str(file.open_ask), "answers": answers, "photos": [], "documents": []}
    accepted(await work.act("file.supplemented", said))
    file = (await seen(people, work)).file
    assert file is not None
    async with transaction():
        accepted(await opinions.agree(work.id, file.file, desk))
    return work


def check(where: Path, *more: str) -> tuple[int, str]:
    """Run the package's own program as a stranger would: nothing but the standard library."""
    ran = subprocess.run(
        [sys.executable, "-I", str(where / "kiem-tra.py"), str(where), *more],
        capture_output=True,
        check=False,
        cwd="/",
    )
    return ran.returncode, (ran.stdout + ran.stderr).decode()


@pytest.fixture
def each_signature_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same package is checked many times."""
    monkeypatch.setattr(checker, "p256", functools.cache(checker.p256))
    monkeypatch.setattr(trust, "ed25519", functools.cache(trust.ed25519))


def check_here(where: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    """The same program in this process."""
    code = checker.main([str(where), *more])
    return code, capsys.readouterr().out


async def unpacked(people: People, readers: Readers, phones: Phones, folder: Path) -> Path:
    archive = await taken(await whole_visit(people, phones), people.khanh, readers)
    archive.extractall(folder)
    return folder


def _sums(where: Path) -> None:
    """What one who changes a package does next: he makes its list of hashes fit."""
    names = [line.partition("  ")[2] for line in (where / "SHA256SUMS").read_text().splitlines()]
    lines = [f"{hashlib.sha256((where / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (where / "SHA256SUMS").write_text("".join(lines))


def _json(where: Path, name: str, change: Callable[[dict], None]) -> None:  # type: ignore[type-arg]
    value = json.loads((where / name).read_text())
    change(value)
    (where / name).write_text(json.dumps(value, ensure_ascii=False))


def _act(where: Path, kind: str) -> Path:
    return max((where / "acts").glob(f"*-{kind}.json"))


def another_photograph(where: Path) -> None:
    min((where / "photos").iterdir()).write_bytes(b"another")


def no_return(where: Path) -> None:
    path = _act(where, "draft.returned")
    for name in (f"acts/{path.name}", f"entries/{path.name[:4]}.json"):
        (where / name).unlink()
    rest = [
        line
        for line in (where / "SHA256SUMS").read_text().splitlines(keepends=True)
        if (where / line.partition("  ")[2].strip()).exists()
    ]
    (where / "SHA256SUMS").write_text("".join(rest))


def another_opinion(where: Path) -> None:
    path = _act(where, "draft.approved")
    path.write_text(path.read_text().replace('"draft":"', '"draft":"0'))


def agreed_by_summary(where: Path) -> None:
    _json(where, "inspection.json", lambda view: view["file"].update(status="not_needed"))


def other_minutes_in_summary(where: Path) -> None:
    _json(
        where, "inspection.json", lambda view: view["minutes"]["fields"].update(team_opinion="Khác")
    )


def set_aside_in_summary(where: Path) -> None:
    def change(view: dict) -> None:  # type: ignore[type-arg]
        view["beside"].append(view["beside"][0] | {"minutes": view["minutes"]["id"]})

    _json(where, "inspection.json", change)


def held_no_more(where: Path) -> None:
    """The colleague's minutes are said to have been in effect: then the file that was agreed to is another."""

    def change(view: dict) -> None:  # type: ignore[type-arg]
        for act in view["acts"]:
            act["quarantine"] = None

    _json(where, "inspection.json", change)


def something_beside(where: Path) -> None:
    (where / "acts-more.json").write_text("{}")


@pytest.mark.usefixtures("each_signature_once")
async def test_a_whole_visit_fits_and_its_story_is_told(
    people: People,
    readers: Readers,
    phones: Phones,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    where = await unpacked(people, readers, phones, tmp_path)
    code, said = check(where)
    assert (code, said.splitlines()[-1]) == (0, "KHỚP / ALL FITS"), said
    for words in ("trả lại dự thảo", "đồng ý dự thảo", "chờ xem xét", "để riêng", "Trùng nội"):
        assert words in said, words
    for words in ("yêu cầu bổ sung", "bổ sung hồ sơ", "Đã chụp hóa đơn", "đồng ý hướng xử lý"):
        assert words in said, words
    # With the key from elsewhere nothing is taken on the package's own word.
    elsewhere = tmp_path.parent / "server.pem"
    elsewhere.write_bytes(next((where / "keys").glob("server-*.pem")).read_bytes())
    code, said = check_here(where, capsys, "--server-key", str(elsewhere))
    assert (code, "khóa của máy chủ lấy từ chính gói" in said) == (0, False), said
    elsewhere.write_bytes(next((where / "keys").glob("device-*.pem")).read_bytes())
    code, said = check_here(where, capsys, "--server-key", str(elsewhere))
    assert (code, "không có khóa Ed25519" in said) == (2, True), said
    for change, what in {
        another_photograph: "ảnh 1 bị đổi",
        no_return: "sổ thiếu số",
        another_opinion: "không khớp chuỗi",
        agreed_by_summary: "file/status",
        other_minutes_in_summary: "minutes/fields",
        set_aside_in_summary: "beside",
        held_no_more: "ý kiến về hồ sơ khác",
        something_beside: "không có trong danh sách",
    }.items():
        again = tmp_path.parent / f"{tmp_path.name}-{change.__name__}"
        _copy(where, again)
        change(again)
        _sums(again)
        code, said = check_here(again, capsys)
        assert code == 1, f"{change.__name__}: {said}"
        assert what in said, f"{change.__name__}: {said}"


def _copy(where: Path, to: Path) -> None:
    for path in where.rglob("*"):
        if path.is_file():
            target = to / path.relative_to(where)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())


async def test_a_record_of_the_older_procedure_fits_and_an_original_not_here_is_told(
    album: Work, people: People, readers: Readers, tmp_path: Path
) -> None:
    (await taken(album, people.khanh, readers)).extractall(tmp_path)
    code, said = check(tmp_path)
    assert (code, said.splitlines()[-1]) == (2, "CHƯA ĐỦ / INCOMPLETE"), said
    assert "ảnh chưa có bản gốc" in said


async def test_evidence_that_was_held_and_then_admitted_or_dismissed_fits(
    people: People, readers: Readers, tmp_path: Path
) -> None:
    """Photographs of somebody who was not on the team; captioned both, the one that was dismissed withdrawn too."""
    work = await factories.announced(people)
    for decision in ("admit", "dismiss"):
        pen = await factories.pen(people.em)
        photo = contents.photo(str(uuid4()), b"x", "image/jpeg", None, "Lạ")
        act = pen.write(str(work.id), "photo.taken", photo)
        await factories.hand_in(act, people.em, UUID(act["device_id"]))
        accepted(await work.act("photo.captioned", {"photo_id": photo["photo_id"], "caption": "X"}))
        desk = await readers.of(people.giang)
        await desk.open(f"/desk/inspections/{work.id}/held/{act['id']}/{decision}")
        assert await desk.press(f"/{decision}", reason="Được tăng cường.") == 200
    withdrawn = {"photo_id": photo["photo_id"], "reason": "Chụp nhầm"}
    accepted(await work.act("photo.withdrawn", withdrawn))
    (await taken(work, people.khanh, readers)).extractall(tmp_path)
    code, said = check(tmp_path)
    assert (code, "SAI" in said) == (2, False), said
    assert "bị giữ khi đến (mục" in said


async def test_a_withdrawn_decision_is_told_with_its_reason(
    people: People, readers: Readers, tmp_path: Path
) -> None:
    work = await factories.opened(people, minutes_flow=2, author=people.chi)
    async with transaction():
        outcome = await opinions.withdraw(work.id, "Nhầm đối tượng", people.giang.actor("desk"))
    assert isinstance(outcome, Accepted), outcome
    archive: zipfile.ZipFile = await taken(work, people.khanh, readers)
    archive.extractall(tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert (manifest["state"], manifest["withdrawn"]["reason"]) == ("discarded", "Nhầm đối tượng")
    code, said = check(tmp_path)
    assert code == 0, said
    assert "hủy bỏ quyết định kiểm tra" in said
    view = await inspections.inspection_view(work.id, people.khanh.actor("desk"))
    assert view.discarded is not None


async def test_a_draft_that_comes_again_and_leaves_a_remark_open_fits(
    people: People, readers: Readers, phones: Phones, tmp_path: Path
) -> None:
    """What it answers is settled, the other remark is still asked of the team; then the same draft is approved."""
    work = await with_originals(people, phones)
    desk = people.giang.actor("desk")
    first = (await seen(people, work)).drafts[-1]
    other = msgspec.structs.replace(FIELD, text="Ghi rõ giá niêm yết")
    async with transaction():
        accepted(await opinions.return_draft(work.id, first.draft, [FIELD, other], desk, first.id))
    returned = (await seen(people, work)).drafts[-1].answer
    assert returned is not None
    answers = [{"returned": str(returned.id), "comment": 0, "text": "Đã ghi đủ, không sửa"}]
    again = {"minutes": work.minutes, "photos": first.photos, "draft": first.draft}
    accepted(await work.act("minutes.proposed", again | {"answers": answers}))
    view = await seen(people, work)
    assert [one.text for one in view.comments] == [other.text]
    code, said = check(await _extracted(work, people, readers, tmp_path / "open"))
    assert code == 0, said
    async with transaction():
        accepted(await opinions.approve_draft(work.id, first.draft, desk, view.drafts[-1].id))
    code, said = check(await _extracted(work, people, readers, tmp_path / "approved"))
    assert code == 0, said


async def _extracted(work: Work, people: People, readers: Readers, folder: Path) -> Path:
    (await taken(work, people.khanh, readers)).extractall(folder)
    return folder
