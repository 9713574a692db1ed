"""Choices of the decisions of Decree 118/2021: what their papers say, and what they leave out."""

from typing import Any

import pytest

from backend.documents import forms, service
from backend.documents.rendering import render
from tests.unit.documents.papers import kinds_of_data, specimens
from tests.unit.documents.papers.specimens import paper, squeezed

NOBODY = {"kind": "unknown", "name": "Không xác định được"}
SEIZED = {
    "variant": "unclaimed",
    "seizure_number": "48010002/QĐ-TG",
    "seizure_date": "2026-01-05",
    "second_notice": "của Đội trưởng Đội Quản lý thị trường số 1",
    "second_notice_on": "2026-02-10",
}


def text(form: str, **changed: Any) -> str:
    """Return the squeezed text of a form's example with some fields changed; None takes one away."""
    fields = specimens.fields_of(form) | changed
    fields = {name: value for name, value in fields.items() if value is not None}
    bases = service.bases(forms.load(form, forms.newest(form)), fields)
    content = paper(form, fields=fields | {"legal_bases": bases})
    return specimens.body(render(content), content)


def in_order(said: str, *items: str) -> bool:
    place = 0
    for item in items:
        place = said.find(squeezed(item), place)
        if place < 0:
            return False
    return True


def test_a_warning_alone_tells_of_enforcement_and_of_no_payment() -> None:
    act = specimens.fields_of("MQĐ02")["violations"][0]
    warned = {name: value for name, value in act.items() if name != "fine"} | {"penalty": "warning"}
    said = text("MQĐ02", violations=[warned], total_fine=0, additional=None, exhibits=None)
    assert in_order(said, "a) Hình thức xử phạt chính:", "Cảnh cáo", "b) Hình thức xử phạt bổ sung")
    assert in_order(
        said, "Điều 3.", "trong thời hạn 10 ngày", "bị cưỡng chế thi hành", "2. Gửi cho Đội"
    )
    assert squeezed("nộp tiền phạt") not in said
    assert squeezed("0,05%") not in said


def test_a_fine_is_paid_on_the_spot_or_into_the_treasury_s_account() -> None:
    assert squeezed("theo quy định tại khoản 2 Điều 78") in text("MQĐ02", pay_way="on_the_spot")
    said = text("MQĐ02")
    assert in_order(said, "hoặc nộp tiền phạt vào tài khoản số 7111.1.1054598 của Kho bạc Nhà nước")
    assert squeezed("khoản 2 Điều 78") not in said


def test_confiscation_as_the_main_penalty_stands_under_a_with_its_goods() -> None:
    main = {"measure": "Tịch thu tang vật", "as": "main", "kind": "confiscation"}
    said = text("MQĐ02", additional=[main], additional_reason=None)
    assert in_order(
        said, "a) Hình thức xử phạt chính:", "- Tịch thu tang vật, phương tiện", "Cụ thể:",
        "Sữa bột công thức", "b) Hình thức xử phạt bổ sung (nếu có): Không áp dụng.",
    )  # fmt: skip


def test_confiscation_as_the_main_penalty_states_the_value_under_a() -> None:
    """FORMS, MQĐ02 Điều 1 khoản 6 a: quantity and value of what is confiscated as a main penalty."""
    main = {"measure": "Tịch thu tang vật", "as": "main", "kind": "confiscation"}
    worth = "Trị giá tang vật, phương tiện vi phạm hành chính bị tịch thu: 25.500.000 đồng (Bằng chữ: Hai mươi lăm"
    under = "b) Hình thức xử phạt bổ sung"
    assert in_order(text("MQĐ02", additional=[main]), "a) Hình thức xử phạt chính:", worth, under)
    assert in_order(text("MQĐ02"), under, worth, "c) Biện pháp khắc phục hậu quả")


@pytest.mark.parametrize("form", ["MQĐ01", "MQĐ02"])
def test_the_treasury_where_a_fine_is_paid_gets_the_decision(form: str) -> None:
    """FORMS, MQĐ01 Điều 4 and MQĐ02 Điều 3, khoản 2: also if nobody typed whom to send it to."""
    sent = "2. Gửi cho Kho bạc Nhà nước khu vực XIII, số 02 đường Trần Quý Cáp, phường Hải Châu, "
    assert in_order(text(form, collector=None), sent, "để thu tiền phạt.", "3. Gửi cho Đội")
    paid = {"MQĐ01": {"paid_on_spot": True}, "MQĐ02": {"pay_way": "on_the_spot"}}[form]
    assert squeezed("để thu tiền phạt") not in text(form, collector=None, **paid)


def test_expulsion_alone_rests_on_the_decree_on_expulsion() -> None:
    expelled = {"measure": "Trục xuất", "as": "main", "kind": "expulsion"}
    assert squeezed("Nghị định số 142/2021/NĐ-CP") in text("MQĐ02", additional=[expelled])
    assert squeezed("142/2021") not in text("MQĐ02")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"effective_on": None}, "kể từ ngày ký."),
        ({"effective_on": None, "effect_licence": True}, "được giao nộp."),
        ({"effective_on": "2026-02-01"}, "kể từ ngày 01 tháng 02 năm 2026."),
    ],
)
def test_a_sanction_takes_effect_on_signing_later_or_when_the_licence_is_handed_over(
    changed: dict[str, Any], said: str
) -> None:
    found = text("MQĐ02", **changed)
    assert in_order(found, "Điều 2. Quyết định này có hiệu lực thi hành kể từ", said, "Điều 3.")


def test_the_parent_of_a_warned_minor_gets_the_decision_last() -> None:
    child = kinds_of_data.WOMAN | {"birth_date": "2010-01-02", "guardian_name": "Trần Văn Ba"}
    act = specimens.fields_of("MQĐ01")["violations"][0] | {"penalty": "warning", "fine": 0}
    said = text("MQĐ01", violator=child, violations=[act], total_fine=0)
    assert in_order(
        said, "Điều 4.", "để biết và phối hợp thực hiện.", "Trần Văn Ba là cha/mẹ", "để biết./."
    )


@pytest.mark.parametrize(
    ("relief", "title", "symbol"),
    [
        ("reduced", "Giảm tiền phạt", "QĐ-GTP"),
        ("waived", "Miễn phần còn lại tiền phạt", "QĐ-MTP"),
        ("waived_all", "Miễn toàn bộ tiền phạt", "QĐ-MTP"),
    ],
)
def test_relief_names_what_it_grants_in_title_and_symbol(
    relief: str, title: str, symbol: str
) -> None:
    assert in_order(text("MQĐ04", relief=relief), title, "Điều 1.", f"1. {title}")
    schema = forms.load("MQĐ04", forms.newest("MQĐ04"))
    assert service.symbol(schema, {"relief": relief}) == symbol


@pytest.mark.parametrize(
    ("violator", "reason"),
    [(None, "không đến nhận"), (NOBODY, "không xác định được người vi phạm")],
)
def test_unclaimed_goods_are_confiscated_on_their_seizure_and_the_second_notice(
    violator: dict[str, Any] | None, reason: str
) -> None:
    own = violator or specimens.fields_of("MQĐ14")["violator"]
    said = text("MQĐ14", **SEIZED, ground=None, violator=own)
    assert in_order(
        said, "Căn cứ Điều 26, khoản 4 Điều 126", "48010002/QĐ-TG",
        "Căn cứ Kết quả thông báo lần thứ hai của Đội trưởng", "từ ngày 10 tháng 02 năm 2026",
        "1. Tịch thu", "đã bị tạm giữ theo Quyết định số 48010002/QĐ-TG",
        "2. Việc tịch thu", "được lập biên bản kèm theo", "3. Lý do tịch thu", reason, "4. Tài liệu kèm theo",
    )  # fmt: skip
    assert squeezed("khoản 2 Điều 65") not in said
    assert squeezed("có quyền khiếu nại") not in said
    assert (squeezed("NGƯỜI NHẬN QUYẾT ĐỊNH") in said) is (violator is None)


def test_unclaimed_goods_need_their_seizure_and_notice_written() -> None:
    fields = specimens.fields_of("MQĐ14") | {"variant": "unclaimed"}
    faults = {at for at, _ in forms.validate("MQĐ14", forms.newest("MQĐ14"), fields)}
    assert faults == {"/seizure_number", "/seizure_date", "/second_notice", "/second_notice_on"}
    assert forms.validate("MQĐ14", forms.newest("MQĐ14"), fields | SEIZED) == []


def test_after_a_sanction_a_file_is_referred_on_its_suspension() -> None:
    said = text("MQĐ33", suspension_number="48010001/QĐ-TĐC", suspension_date="2026-01-20")
    assert in_order(said, "Căn cứ Quyết định số 48010001/QĐ-TĐC", "QUYẾT ĐỊNH:")
    assert squeezed("Căn cứ Biên bản vi phạm hành chính") not in said


@pytest.mark.parametrize(
    ("kinds", "verb"),
    [
        (["amend"], "1. Sửa đổi, bổ sung Quyết định số"),
        (["cancel"], "1. Hủy bỏ một phần Quyết định số"),
        (["amend", "cancel"], "1. Sửa đổi, bổ sung, hủy bỏ một phần Quyết định số"),
    ],
)
def test_a_change_says_whether_it_amends_or_cancels_a_part(kinds: list[str], verb: str) -> None:
    rows = [{"kind": kind, "article": "khoản 3 Điều 1", "after": "nội dung"} for kind in kinds]
    assert squeezed(verb) in text("MQĐ38", changes=rows)


def test_a_deputy_s_decision_is_that_of_the_head_s_office() -> None:
    said = text("MQĐ02")
    head = "CHI CỤC TRƯỞNG CHI CỤC QUẢN LÝ THỊ TRƯỜNG THÀNH PHỐ ĐÀ NẴNG"
    assert in_order(said, "Xử phạt vi phạm hành chính", head, "Căn cứ Điều 57")
    assert in_order(said, "Nơi nhận:", "KT. CHI CỤC TRƯỞNG PHÓ CHI CỤC TRƯỞNG", "Ngô Thị Bích Thủy")


@pytest.mark.parametrize(
    ("form", "unit", "said"),
    [
        ("MQĐ20", "months", "Thời hạn tạm giữ là 02 tháng"),
        ("MQĐ20", None, "Thời hạn tạm giữ là 02 ngày làm việc"),
        ("MQĐ21", "months", "Thời hạn kéo dài là 02 tháng"),
        ("MQĐ21", None, "Thời hạn kéo dài là 02 ngày"),
    ],
)
def test_a_seizure_is_counted_in_days_or_in_months(form: str, unit: str | None, said: str) -> None:
    """MQĐ20 and MQĐ21: days or months, two months at most (Law Art 125.8)."""
    assert squeezed(said) in text(form, days=2, days_unit=unit)


def test_a_seizure_decision_names_the_minutes_that_it_rests_on() -> None:
    """FORMS, MQĐ20: the basis BB-TG has no "nếu có"; Law Art 125.4 b: or the violation minutes."""
    fields = specimens.fields_of("MQĐ20")
    minutes = ("seizure_minutes_number", "violation_minutes_number")
    without = {name: value for name, value in fields.items() if name not in minutes}
    newest = forms.newest("MQĐ20")
    assert [at for at, _ in forms.validate("MQĐ20", newest, without)] == [f"/{minutes[0]}"]
    for name in minutes:
        assert forms.validate("MQĐ20", newest, without | {name: fields[name]}) == []


def test_goods_of_an_undetermined_violator_go_back_to_who_receives_them() -> None:
    """Law Art 126.1, 126.2: to the lawful owner; nothing is returned or handed to nobody."""
    said = text("MQĐ24", violator=NOBODY)
    assert in_order(
        said, "1. Trả lại", "cho bà Nguyễn Thị Lựu.", "Không xác định được cá nhân/tổ chức vi phạm",
        "Điều 3.", "1. Giao cho bà Nguyễn Thị Lựu để chấp hành.",
    )  # fmt: skip
    assert squeezed("Giao cho: Không xác định") not in said
