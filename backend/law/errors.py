"""Errors of sanction orders that cannot be computed: an unknown name, or a contradiction."""

from typing import Any, Self

from backend.core import formats
from backend.core.errors import Invalid
from schemas.core.problems import Text


class OrderFault(Invalid):
    """The order cannot be computed: it contradicts itself, or lacks something."""

    code = "sanction_order"

    @classmethod
    def about(cls, **named: Text | int | str) -> Self:
        """Return the error with texts that differ by language, such as the name of a measure."""
        vi = {name: one.vi if isinstance(one, Text) else one for name, one in named.items()}
        en: dict[str, Any] = {
            name: one.en if isinstance(one, Text) else one for name, one in named.items()
        }
        said = Text(
            vi=cls.text_vi.format(**_grouped(vi)), en=cls.text_en.format(**_grouped(en, "en"))
        )
        return cls(text=said, **en)

    def __init__(self, *, code: str | None = None, text: Text | None = None, **detail: Any) -> None:
        said = text or Text(
            vi=self.text_vi.format_map(_grouped(detail)),
            en=self.text_en.format_map(_grouped(detail, "en")),
        )
        super().__init__(code=code, text=said, **detail)


def _grouped(named: dict[str, Any], language: formats.Language = "vi") -> dict[str, Any]:
    """Return the parts of a sentence, its amounts grouped as the language writes them."""
    return {
        name: formats.grouped(one, language) if type(one) is int else one
        for name, one in named.items()
    }


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


class ChosenOutsideCircumstances(OrderFault):
    """The chosen amount lies in the band, but not where the circumstances leave a choice."""

    code = "chosen_outside_circumstances"
    text_vi = "Số tiền {chosen} đồng không thuộc mức mà các tình tiết cho phép của hành vi {behaviour}: {allowed}."
    text_en = "{chosen} VND is not what the circumstances of {behaviour} allow: {allowed}."


class MeasureNotProvided(OrderFault):
    """No row of the order provides this additional penalty or remedy, or its condition is not met."""

    code = "measure_not_provided"
    text_vi = "Nghị định không quy định «{measure}» đối với các hành vi này, hoặc điều kiện của biện pháp chưa được đánh dấu (NĐ 118/2021 Điều 8.2)."  # noqa: E501
    text_en = "The decree does not provide “{measure}” for these acts, or its condition is not ticked (Decree 118/2021 Art 8.2)."  # noqa: E501


class AlternativesTogether(OrderFault):
    """The decree provides one of two measures, and the order has both."""

    code = "alternatives_together"
    text_vi = "Nghị định chỉ cho chọn một: «{one}» hoặc «{other}»."
    text_en = "The decree provides one of them: “{one}” or “{other}”."


class TermOutside(OrderFault):
    """The term of a suspension is not what band and circumstances allow."""

    code = "term_outside"
    text_vi = "Thời hạn {chosen} không thuộc mức được phép: {allowed}."
    text_en = "A term of {chosen} is not what is allowed: {allowed}."


class TermReasonMissing(OrderFault):
    """Another term than the proposed one needs a reason, and none is given."""

    code = "term_without_reason"
    text_vi = "Thời hạn khác mức đề xuất ({proposed}) thì phải nêu lý do."
    text_en = "A term other than the proposed one ({proposed}) needs a reason."


class RepeatedTwice(OrderFault):
    """Repetition is fined each time or aggravates, and the order has both."""

    code = "repeated_twice"
    text_vi = "Vi phạm nhiều lần: hoặc phạt từng lần, hoặc tính là tình tiết tăng nặng, không áp dụng cả hai ({behaviour})."  # noqa: E501
    text_en = "Repeated acts are fined each time or count as aggravating, never both ({behaviour})."


class RepetitionNotAggravating(OrderFault):
    """The decree grades the act, so each time is fined and repetition does not aggravate."""

    code = "repetition_not_aggravating"
    text_vi = "Hành vi {behaviour} chia khung theo trị giá, số lượng hoặc loại hàng: phạt từng lần, không tính nhiều lần là tăng nặng (NĐ 98/2020 Điều 4a.2)."  # noqa: E501
    text_en = "{behaviour} is graded by value, quantity or kind of goods: each time is fined, and repetition does not aggravate (Decree 98/2020 Art 4a.2)."  # noqa: E501


class MinorNotFined(OrderFault):
    """A person below 16 years is not fined."""

    code = "minor_not_fined"
    text_vi = "Người dưới 16 tuổi không bị phạt tiền: chỉ cảnh cáo hoặc nhắc nhở ({behaviour})."
    text_en = "A person below 16 is not fined: only warned or reminded ({behaviour})."


class TooYoung(OrderFault):
    """A person below 14 years bears no administrative responsibility."""

    code = "too_young"
    text_vi = "Người chưa đủ 14 tuổi không bị xử phạt vi phạm hành chính ({behaviour})."
    text_en = "A person below 14 is not sanctioned ({behaviour})."
