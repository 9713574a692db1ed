"""One description an act: forms of cases ask for exactly what the door takes, and tell what is wrong field by field."""

from datetime import UTC, date, datetime
from functools import partial
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from admin_ui.casework.acts.fields import Field, Shape, shapes
from admin_ui.casework.acts.index import ELSEWHERE, FORMS, OPENINGS
from admin_ui.casework.acts.initial_values import flat, initial_form, with_hidden, with_more_rows
from admin_ui.casework.acts.reading import Choices, PaperChoice, Reading, whole
from admin_ui.shell.forms import Form
from admin_ui.shell.words import CATALOGUES, LANGUAGES, say
from backend.casework.derived import states as rules
from backend.casework.rules import turns
from backend.casework.rules.states import CLOSED
from schemas.casework.acts.execution import InstalmentsGranted, PaymentReceived
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct, CaseState

NOW = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)
VI = partial(say, "vi")
PAPER = "01a20000-0000-7000-8000-000000000001"
PAYMENT = "01a20000-0000-7000-8000-000000000002"


def of(kind: CaseAct) -> tuple[Shape, ...]:
    return shapes(CASE_CONTENTS[kind], FORMS[kind].fields)


def every_shape() -> list[Shape]:
    described = [(kind, form.fields) for kind, form in FORMS.items()] + list(OPENINGS.values())
    top = [one for kind, fields in described for one in shapes(CASE_CONTENTS[kind], fields)]
    return top + [part for one in top for part in one.sub]


def test_every_act_has_a_form_a_page_elsewhere_or_is_the_system_s() -> None:
    reopened = {CaseAct.INSPECTION_PROPOSED, CaseAct.FILE_RECEIVED}
    for kind in CaseAct:
        places = [kind in FORMS, kind in ELSEWHERE, kind in rules.FOLLOWED]
        assert places.count(True) == 1, kind
    assert {kind for kind, _ in OPENINGS.values()} - reopened <= ELSEWHERE.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_label_and_every_choice_a_word(language: str) -> None:
    words = CATALOGUES[language]
    for shape in every_shape():
        if shape.kind != "fixed":
            assert f"case_fields.{shape.word}" in words, (
                f"{shape.name} needs a label in admin_ui/casework/acts/field_words_{language}.py"
            )
        if shape.hint:
            assert shape.kind in ("area", "text", "listed", "day"), f"{shape.name} shows no hint"
            assert f"case_fields.{shape.hint}" in words, (shape.name, shape.hint)
        if shape.kind == "choice":
            for option in shape.options:
                assert f"case_story.is_{shape.name}_{option}" in words, (shape.name, option)


def test_what_the_door_needs_is_asked_for_or_follows() -> None:
    """A content's required fields that no form asks for are those that are filled in by the desk itself."""
    follow = {
        *("opening", "decision_number", "what", "name", "legal_basis", "catalogue_version"),
        *("explanation_right", "with_effects", "amendment_ends", "upheld"),
        *("information_ids", "ordered"),  # of the informations on which a proposal or file rests
        "code",  # of an act outside the catalogue: that of the statement which is confirmed
    }
    for kind, form in FORMS.items():
        told = msgspec.inspect.type_info(CASE_CONTENTS[kind])
        assert isinstance(told, msgspec.inspect.StructType)
        asked = {field.name for field in form.fields}
        missing = {
            one.name
            for one in told.fields
            if one.name not in asked and not isinstance(one.type, msgspec.inspect.UnionType)
        }
        assert missing <= follow, kind


def test_every_open_state_waits_for_somebody_and_for_one_alone() -> None:
    assert not turns.OF_THE_HEAD & turns.OF_THE_OFFICERS
    ended = CLOSED - {CaseState.CRIMINAL_TRANSFER} | {CaseState.ARCHIVED}
    assert set(CaseState) - ended == turns.OF_THE_HEAD | turns.OF_THE_OFFICERS


def payment(**typed: str) -> Form:
    first = initial_form(of(CaseAct.PAYMENT_RECEIVED), Choices(), NOW)
    values = {name: first.all(name) for name, _ in first.pairs()}
    filled = {
        "kind": "fine",
        "amount": "5.000.000",
        "receipt_number": "0012345",
        "place": "Kho bạc",
    } | typed
    return Form(values | {name: [text] for name, text in filled.items()})


def test_money_is_typed_with_dots_and_the_day_stands_there() -> None:
    reading = Reading(payment(), Choices(), VI)
    content = whole(PaymentReceived, reading.values(of(CaseAct.PAYMENT_RECEIVED)))
    assert isinstance(content, PaymentReceived)
    assert reading.errors == {}
    assert content.amount == 5_000_000
    assert content.paid_on == date(2026, 11, 25)
    assert isinstance(content.payment_id, UUID)


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"amount": "5 triệu"}, "amount", "Số tiền"),
        ({"amount": "0"}, "amount", "Số tiền"),
        ({"amount": ""}, "amount", "Hãy điền"),
        ({"paid_on": "31/02/2026"}, "paid_on", "không phải ngày"),
        ({"kind": "bribe"}, "kind", "Hãy chọn"),
        ({"receipt_number": "9" * 81}, "receipt_number", "dài quá"),
        ({"payment_id": "<script>"}, "payment_id", "Trang này đã cũ"),
    ],
)
def test_what_is_wrong_is_told_at_its_own_field(
    typed: dict[str, str], field: str, said: str
) -> None:
    reading = Reading(payment(**typed), Choices(), VI)
    reading.values(of(CaseAct.PAYMENT_RECEIVED))
    assert list(reading.errors) == [field]
    assert said in reading.errors[field]


@given(st.integers(1, 999_999_999_999), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_what_is_filled_in_reads_as_what_it_was(amount: int, day: date) -> None:
    given_content = {
        "payment_id": PAYMENT,
        "kind": "fine",
        "amount": amount,
        "paid_on": day.isoformat(),
        "receipt_number": "1",
        "place": "Kho bạc",
        "taken": None,
        "again": None,
    }
    form = initial_form(of(CaseAct.PAYMENT_RECEIVED), Choices(), NOW, flat("", given_content))
    reading = Reading(form, Choices(), VI)
    assert reading.values(of(CaseAct.PAYMENT_RECEIVED)) == given_content
    assert reading.errors == {}


def test_rows_are_added_without_losing_what_was_typed_and_empty_ones_are_left_out() -> None:
    fields = of(CaseAct.INSTALMENTS_GRANTED)
    choices = Choices(papers=[PaperChoice(id=PAPER, form="MQĐ05", label="MQĐ05 số 1")])
    form = initial_form(fields, choices, NOW)
    assert form.text("document_id") == PAPER, "the only paper that will do is chosen already"
    for row, amount in enumerate(("2.000.000", "3.000.000")):
        form = with_more_rows(form, fields, "schedule", NOW)
        values = {name: form.all(name) for name, _ in form.pairs()}
        values[f"schedule.{row}.amount"] = [amount]
        values[f"schedule.{row}.due_on"] = [f"2026-12-0{row + 1}"]
        form = Form(values | {"reason": ["Hoàn cảnh khó khăn"]})
    assert form.text("schedule") == "3"
    reading = Reading(form, choices, VI)
    content = whole(InstalmentsGranted, reading.values(fields))
    assert isinstance(content, InstalmentsGranted)
    assert [one.amount for one in content.schedule] == [2_000_000, 3_000_000]


def test_only_what_the_case_offers_can_be_chosen() -> None:
    fields = of(CaseAct.SEIZURE_DECIDED)
    known = "01a20000-0000-7000-8000-00000000000a"
    choices = Choices(
        lists={"exhibits": [(known, "1. Hộp")]},
        papers=[PaperChoice(id=PAPER, form="MQĐ02", label="MQĐ02")],
    )
    typed: dict[str, list[str]] = {
        "document_id": [PAPER],
        "exhibits": ["01a20000-0000-7000-8000-00000000000b"],
        "decided_on": ["2026-11-25"],
        "until": ["2026-12-01"],
        "reason": ["Ngăn chặn"],
    }
    reading = Reading(Form(typed), choices, VI)
    reading.values(fields)
    assert set(reading.errors) == {"document_id", "exhibits"}


def test_officers_are_named_with_their_role_the_lead_first() -> None:
    fields = of(CaseAct.OFFICERS_ASSIGNED)
    people: dict[str, dict[str, Any]] = {
        name: {"officer_id": name, "full_name": name, "title": ""} for name in ("a", "b", "c")
    }
    form = Form({"officers.lead": ["b"], "officers": ["a", "b", "x"], "reason": ["Chuyển việc"]})
    values = Reading(form, Choices(officers=people), VI).values(fields)
    told = [(one["officer_id"], one["role"]) for one in values["officers"]]
    assert told == [("b", "lead"), ("a", "member")]


def decided(**typed: str) -> tuple[dict[str, Any], dict[str, str]]:
    """What the form of a chair's decision reads, sent with only what a page with the script sends."""
    fields = of(CaseAct.CHAIR_DECIDED)
    choices = Choices(lists={"sheets": [("7", "Bút lục 7")]})
    sent = {
        "document_id": PAPER,
        "number": "12/UBND",
        "decided_on": "2026-11-25",
        "chair": "Ông Lê Văn Chủ",
        "place": "Ủy ban nhân dân xã Đồng Mẫu",
        "sheet": "7",
    } | typed
    reading = Reading(Form({name: [text] for name, text in sent.items()}), choices, VI)
    return reading.values(fields), reading.errors


def test_what_does_not_belong_to_the_chosen_outcome_may_be_left_out() -> None:
    values, errors = decided(outcome="returned")
    assert errors == {}
    assert (values["total"], values["comply_days"], values["measures"]) == (0, 10, [])
    assert decided(outcome="remedies", comply_days="15")[1] == {}


def test_what_belongs_to_the_chosen_outcome_is_asked_for() -> None:
    assert set(decided(outcome="sanction")[1]) == {"total", "comply_days"}
    assert set(decided(outcome="referred")[1]) == {"referred_to"}


def test_what_was_typed_without_the_script_beside_another_outcome_reaches_the_door() -> None:
    values, errors = decided(outcome="returned", total="1.000.000")
    assert (values["total"], errors) == (1_000_000, {})


def test_a_form_shown_again_has_the_initial_values_of_what_was_hidden() -> None:
    fields = of(CaseAct.CHAIR_DECIDED)
    again = with_hidden(Form({"outcome": ["returned"], "number": ["12/UBND"]}), fields, NOW)
    assert (again.text("comply_days"), again.text("number")) == ("10", "12/UBND")
    typed = with_hidden(Form({"comply_days": [""]}), fields, NOW)
    assert typed.text("comply_days") == "", "what was sent empty stays so"


def test_a_condition_names_a_field_before_it_and_values_that_this_has() -> None:
    fields = (Field("outcome"), Field("total", only_when=("outcome", "fined")))
    with pytest.raises(ValueError, match="outcome is none of"):
        shapes(CASE_CONTENTS[CaseAct.CHAIR_DECIDED], fields)
    with pytest.raises(KeyError):
        shapes(CASE_CONTENTS[CaseAct.CHAIR_DECIDED], tuple(reversed(fields)))


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("individual", []),
        ("household", []),
        ("organisation", ["party.birth_date", "party.sex"]),
        ("", ["party.kind"]),
        ("x", ["party.kind"]),
    ],
)
def test_an_organisation_has_no_birthday_and_no_sex(kind: str, wrong: list[str]) -> None:
    fields = of(CaseAct.VIOLATION_RECORDED)
    party = next(one for one in fields if one.name == "party")
    sent = {
        "kind": kind,
        "name": "Công ty Sao Mai",
        "address": "1 Hàng Bài",
        "birth_date": "1/2/1980",
        "sex": "male",
    }
    reading = Reading(Form.filled({f"party.{k}": v for k, v in sent.items()}), Choices(), VI)
    reading.values([party])
    assert list(reading.errors) == wrong
    if kind == "organisation":
        assert "«tổ chức, doanh nghiệp»" in reading.errors["party.birth_date"]
        assert "xóa ô này" in reading.errors["party.birth_date"]


@pytest.mark.parametrize(
    ("typed", "chosen", "said"),
    [
        ("3, 5", ["c", "e"], ""),
        ("5;3 5", ["e", "c"], ""),
        ("", [], ""),
        ("3, 9", [], "không có ảnh số 9"),
        ("ba", [], "không có ảnh số ba"),
        ("3" * 5000, [], "không có ảnh số 333"),
    ],
)
def test_goods_name_photographs_of_the_inspection_by_their_numbers(
    typed: str, chosen: list[str], said: str
) -> None:
    rows = next(one for one in of(CaseAct.EXHIBITS_SEIZED) if one.name == "exhibits")
    photos = next(one for one in rows.sub if one.name == "photos")
    reading = Reading(Form({"photos": [typed]}), Choices(photos={3: "c", 5: "e"}), VI)
    assert reading.values([photos]) == {"photos": chosen}
    assert said in reading.errors.get("photos", "")
    assert bool(reading.errors) == bool(said)


def test_what_a_row_of_goods_folds_away_is_never_required() -> None:
    folded = [one for one in every_shape() if one.detail]
    assert {one.name for one in folded} >= {"brand", "origin", "serial"}
    assert [one.name for one in folded if one.required] == []


def test_a_field_names_the_papers_that_it_takes() -> None:
    seized = next(one for one in of(CaseAct.EXHIBITS_SEIZED) if one.kind == "paper")
    assert Choices().papers_said(seized) == (
        "Biên bản tạm giữ tang vật (MBB15), Biên bản vi phạm hành chính (MBB01) hoặc "
        "Bảng kê hàng hóa (BK)"
    )
    sealed = next(one for one in of(CaseAct.EXHIBITS_SEALED) if one.kind == "paper")
    said = Choices(language="en").papers_said(sealed)
    assert said == "Minutes of the sealing of exhibits and vehicles (MBB26)"
