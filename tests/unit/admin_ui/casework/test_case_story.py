"""Every act of a case is told as a sentence, in both languages, with what is essential and nothing that is empty."""

from typing import Any

import msgspec
import pytest
from msgspec import inspect

from admin_ui.casework.acts.story import Teller
from admin_ui.intake.acts import story as information_story
from admin_ui.shell.words import LANGUAGES, Language
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct

PAPER = "01a20000-0000-7000-8000-000000000001"


PLAIN: dict[type[inspect.Type], Any] = {
    inspect.DateType: "2026-11-25",
    inspect.DateTimeType: "2026-11-25T03:30:00Z",
    inspect.UUIDType: PAPER,
}


def sample(kind: inspect.Type, *, full: bool) -> Any:
    """A value of a type as it stands on the wire; `full`: nothing is null or empty that need not be."""
    match kind:
        case inspect.UnionType():
            return sample(kind.types[0], full=full) if full else None
        case inspect.StructType():
            return {field.encode_name: sample(field.type, full=full) for field in kind.fields}
        case inspect.ListType():
            count = max(kind.min_length or 0, 1 if full else 0)
            return [sample(kind.item_type, full=full) for _ in range(count)]
        case inspect.EnumType():
            return next(iter(kind.cls)).value
        case inspect.LiteralType():
            return kind.values[0]
        case inspect.BoolType():
            return full
        case inspect.IntType():
            return int(kind.ge or 1)
        case inspect.StrType() if kind.pattern:
            return "D12"
        case inspect.StrType():
            return "chữ" * (1 + (kind.min_length or 0) // 3) if full or kind.min_length else ""
        case _:
            return PLAIN.get(type(kind), {})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(CaseAct))
def test_every_act_of_a_case_has_a_sentence(kind: CaseAct, language: Language) -> None:
    teller = Teller(language, {PAPER: "MBB01 số 5"}, {PAPER: "Hộp sữa"})
    for full in (True, False):
        content = sample(inspect.type_info(CASE_CONTENTS[kind]), full=full)
        told = teller.tell(kind, content)
        assert len(told.sentence) > 4
        for mark in "[]{}":
            assert mark not in told.sentence, told.sentence
        for mistake in ("None", "True", "False", "T03:30", "  ", " .", " ,", "2026-11-25"):
            assert mistake not in told.sentence, (
                f"{told.sentence} (what may be empty goes into square brackets: “Met[ in {{place}}]”)"
            )


def test_a_payment_is_told_with_its_amount_and_receipt() -> None:
    content = {
        "payment_id": PAPER,
        "kind": "fine",
        "amount": 5_000_000,
        "paid_on": "2026-11-25",
        "receipt_number": "0012345",
        "place": "Kho bạc Nhà nước",
    }
    told = Teller("vi", {}, {}).tell("payment.received", content)
    assert told.sentence == (
        "Nộp 5.000.000 đồng (tiền phạt) ngày 25/11/2026 tại Kho bạc Nhà nước, chứng từ số 0012345."
    )
    assert told.detail is None


@pytest.mark.parametrize("typed", ["2026-02-30", "0000-01-01", "2026-01-01T", "2026-01-01Tx"])
def test_a_text_that_looks_like_a_day_that_there_is_not_is_told_as_it_was_typed(typed: str) -> None:
    """Whoever typed one broke the page of the case for everybody, and acts are never taken back."""
    content = {"kind": "fine", "amount": 1, "paid_on": "2026-11-25", "receipt_number": typed}
    assert typed in Teller("vi", {}, {}).tell("payment.received", content).sentence
    assert information_story._said("number", typed, "vi") == typed


def test_of_many_exhibits_three_are_named_and_the_rest_counted() -> None:
    exhibits = [{"exhibit_id": PAPER, "name": f"Hộp {n}"} for n in range(5)]
    content = {
        "document_id": PAPER,
        "seized_at": "2026-11-25T03:30:00Z",
        "keeper": "An",
        "place": "",
        "exhibits": exhibits,
    }
    told = Teller("vi", {PAPER: "Biên bản số 5"}, {}).tell("exhibits.seized", content)
    assert "5 tang vật (Hộp 0; Hộp 1; Hộp 2 … và 2 nữa)" in told.sentence
    assert "theo Biên bản số 5 lúc 25/11/2026 10:30; An bảo quản." in told.sentence


def test_what_was_typed_at_length_stands_apart() -> None:
    told = Teller("en", {}, {}).tell("note.added", {"text": "Gọi lại chủ hàng"})
    assert (told.sentence, told.detail) == ("Note.", "Gọi lại chủ hàng")
    assert msgspec.to_builtins(told)["detail"]


@pytest.mark.parametrize(
    ("why", "end"), [("Pháp chế đã xem.", "đã xem."), ("Pháp chế đã xem", "đã xem.")]
)
def test_a_reason_with_its_own_full_stop_ends_with_one(why: str, end: str) -> None:
    content = sample(inspect.type_info(CASE_CONTENTS[CaseAct.DOCUMENT_ISSUED]), full=False)
    told = Teller("vi", {}, {}).tell(CaseAct.DOCUMENT_ISSUED, content | {"despite": why})
    assert told.sentence.endswith(end)
    assert not told.sentence.endswith("..")
