"""Errors of sanction orders that cannot be computed: an unknown name, or a contradiction."""

from backend.core.errors import Invalid


class OrderFault(Invalid):
    """The order cannot be computed: it contradicts itself, or lacks something."""

    code = "sanction_order"


class UnknownCircumstance(OrderFault):
    """No circumstance has this code, or it has the other sign."""

    code = "circumstance_unknown"
    text_vi = "Không có tình tiết {name} thuộc loại này."
    text_en = "There is no circumstance {name} of this sign."


class MultiplierMisplaced(OrderFault):
    """There is no such multiplier, or it does not apply to this behaviour or subject."""

    code = "multiplier_misplaced"
    text_vi = "Hệ số {name} không áp dụng cho hành vi {behaviour} hoặc đối tượng này."
    text_en = "The multiplier {name} does not apply to {behaviour} or to this subject."


class ValueMissing(OrderFault):
    """The fine is a multiple of the goods' value, which is not given."""

    code = "goods_value_missing"
    text_vi = "Mức phạt của hành vi {behaviour} tính theo trị giá hàng hóa: hãy nhập trị giá."
    text_en = "The fine for {behaviour} depends on the value of the goods: enter the value."


class ChosenOutsideBand(OrderFault):
    """The chosen amount lies outside the band. No reason makes it lawful."""

    code = "chosen_outside_band"
    text_vi = "Số tiền {chosen} đồng nằm ngoài khung {least} – {most} đồng của hành vi {behaviour}."
    text_en = "{chosen} VND is outside the band {least} – {most} of {behaviour}."


class ReasonMissing(OrderFault):
    """An amount other than the computed one needs a reason, and none is given."""

    code = "chosen_without_reason"
    text_vi = "Số tiền khác mức hệ thống tính ({computed} đồng) thì phải nêu lý do."
    text_en = "An amount other than the computed one ({computed} VND) needs a reason."
