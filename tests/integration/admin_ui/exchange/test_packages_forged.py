"""Who forges a package, and makes its lists of hashes fit again, is found out by the program that lies in it."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.integration.admin_ui.exchange.forgers import forger, genuine
from tests.integration.admin_ui.exchange.test_packages_checked import each_signature_once
from tests.support.forgers import Change, Forger, Json, edit, of_summary, planted

__all__ = ["each_signature_once", "forger", "genuine"]
pytestmark = [pytest.mark.usefixtures("app", "each_signature_once")]


def _renamed(view: Json) -> None:
    for act in view["acts"]:
        if act["type"].startswith("file."):
            act["officer"] = "Nguyễn Văn Giả"


def _named_otherwise_everywhere(where: Path) -> None:
    path = where / "inspection.json"
    path.write_text(path.read_text().replace("Bùi Hương Giang", "Nguyễn Văn Giả"))
    edit(
        where,
        "inspection.json",
        lambda view: view["decision"].update(issuer_name="Bùi Hương Giang"),
    )


def _held(kind: str) -> Change:
    def change(view: Json) -> None:
        for act in view["acts"]:
            if act["type"] == kind:
                act["quarantine"] = "not_on_team"

    return of_summary(change)


@pytest.mark.long
async def test_nothing_in_the_summary_says_otherwise_than_the_acts(forger: Forger) -> None:
    forger.try_all(
        {
            "who ruled": (of_summary(_renamed), "acts/19/officer"),
            "a return as an approval": (
                of_summary(
                    lambda view: view["drafts"][0]["answer"].update(
                        kind="draft_approved", comments=[]
                    )
                ),
                "drafts/0/answer/kind",
            ),
            "the party": (
                of_summary(lambda view: view["decision"]["subject"].update(name="CÔNG TY KHÁC")),
                "decision",
            ),
            "the number": (
                of_summary(lambda view: view["decision"].update(number="99/QĐ-KT")),
                "decision",
            ),
            "the state": (of_summary(lambda view: view.update(state="discarded")), "state"),
            "no signatures": (of_summary(lambda view: view.update(signatures=[])), "signatures"),
            "no photographs": (of_summary(lambda view: view.update(photos=[])), "photos"),
            "a drawing": (
                of_summary(lambda view: view["signatures"][0]["drawing"].update(width=1)),
                "drawing",
            ),
            "other points": (
                of_summary(lambda view: view["file"]["rulings"][0].update(points=[])),
                "file/rulings/0/points",
            ),
            "a time": (
                of_summary(lambda view: view.update(submitted_at="2026-01-01T00:00:00Z")),
                "submitted_at",
            ),
            "a word of its own": (of_summary(lambda view: view.update(verdict="ok")), "verdict"),
            "a list in place of a text": (of_summary(lambda view: view.update(state=[])), "state"),
            "the manifest's state": (
                lambda where: edit(where, "manifest.json", lambda m: m.update(state="discarded")),
                "manifest.json",
            ),
        }
    )


async def test_a_name_that_no_act_holds_is_marked_and_told_with_the_id_of_the_act(
    forger: Forger,
) -> None:
    code, said = forger.check(forger.copy(_named_otherwise_everywhere))
    assert code == 0, said
    told = next(line for line in said.splitlines() if "đồng ý hướng xử lý" in line)
    act = json.loads(max((forger.where / "acts").glob("*-file.agreed.json")).read_text())
    assert f"{act['officer_id']} (*Nguyễn Văn Giả)" in told
    assert "names marked * are the summary's word alone" in said
    assert "Lê Linh Chi: trình hồ sơ" in said  # of the team that the decision names


async def test_only_evidence_can_be_told_as_held(forger: Forger) -> None:
    forger.try_all(
        {
            kind: (_held(kind), f"{kind} không thể bị giữ")
            for kind in ("draft.returned", "minutes.set_aside", "file.supplemented", "file.agreed")
        }
        | {
            "a submitted photograph": (_held("photo.taken"), "ảnh không có trong sổ"),
            "a submitted signature": (_held("person.signed"), "chữ ký dưới biên bản khác"),
            "held no more": (
                of_summary(lambda view: [act.update(quarantine=None) for act in view["acts"]]),
                "ý kiến về hồ sơ khác",
            ),
        }
    )


def _second_act(where: Path) -> None:
    (where / "acts/0009-draft.approved.json").write_text('{"content": {"reason": "planted"}}')


def _other_name(where: Path) -> None:
    (where / "acts/0009-draft.returned.json").rename(where / "acts/0009-draft.approved.json")


def _swapped_numbers(where: Path) -> None:
    def change(manifest: Json) -> None:
        first, second = manifest["photos"]
        first["number"], second["number"] = second["number"], first["number"]
        for one in (first, second):
            new = f"photos/{one['number']:04}-{one['path'].partition('-')[2]}"
            (where / one["path"]).rename(where / new)
            one["path"] = new

    edit(where, "manifest.json", change)
    receipts = where / "receipts/photos"
    for ending in ("json", "sig", "signed"):
        (receipts / f"0001.{ending}").rename(receipts / "between")
        (receipts / f"0002.{ending}").rename(receipts / f"0001.{ending}")
        (receipts / "between").rename(receipts / f"0002.{ending}")


def _other_order(where: Path) -> None:
    _swapped_numbers(where)
    edit(where, "manifest.json", lambda manifest: manifest["photos"].reverse())


def _key_twice(name: str, text: str) -> Change:
    def change(where: Path) -> None:
        (where / name).write_text(text + (where / name).read_text().lstrip()[1:])

    return change


async def test_no_file_is_planted_exchanged_or_read_in_two_ways(forger: Forger) -> None:
    beside = "tệp không thuộc gói"
    forger.try_all(
        {
            "a photograph": (planted("photos/0003-1.jpg", b"planted"), beside),
            "in place of an original": (
                planted("photos/0003-1.jpg.UNREADABLE.txt", b"planted"),
                beside,
            ),
            "a signature": (planted("signatures/0001.sig", b"planted"), beside),
            "a key": (planted("keys/device-1.pem", b"planted"), beside),
            "a second act": (_second_act, "mục 9 có hai tệp"),
            "another type by its name": (_other_name, "tên tệp nói việc khác"),
            "numbers of photographs": (_swapped_numbers, "số không theo thứ tự khai báo"),
            "their order too": (_other_order, "số không theo thứ tự khai báo"),
            "a phone's signature": (
                planted("signatures/0002.sig", b"x"),
                "khác chữ ký trong việc",
            ),
            "what a phone signed": (
                planted("signatures/0002.signed", b"{}"),
                "khác chữ ký trong việc",
            ),
            "a receipt's signature": (
                planted("receipts/acts/0002.sig", b"x"),
                "khác phần đã ký",
            ),
            "a key twice": (
                _key_twice("inspection.json", '{"state": "refused",'),
                "không phải JSON",
            ),
            "a key twice in an entry": (
                _key_twice("entries/0009.json", '{"received_at":"2020-01-01T00:00:00Z",'),
                "không phải JSON",
            ),
        }
    )


async def test_a_name_that_stands_twice_in_a_zip_is_a_fault(forger: Forger) -> None:
    packed = forger.where.with_name("twice.zip")
    photo = min((forger.where / "photos").iterdir()).relative_to(forger.where).as_posix()
    rest = sorted(path for path in forger.where.rglob("*") if path.is_file())
    with zipfile.ZipFile(packed, "w") as file:
        for path in rest:
            file.write(path, path.relative_to(forger.where).as_posix())
        with pytest.warns(UserWarning, match="Duplicate name"):
            file.writestr(photo, b"what some tools unpack")
    code, said = forger.check(packed)
    assert (code, "tên có hai lần trong ZIP" in said) == (1, True), said
