"""Whoever signs a confiscation names what is taken (form MQĐ02): nobody carries out one of nothing."""

from uuid import uuid4

import msgspec
import pytest

from backend.casework.rules import taken
from schemas.core.vocabulary import SubjectKind
from schemas.law.provisions import RemedyKind
from schemas.law.sanctions import ExtraKind, ExtraPenalty, Remedy, SanctionOrder
from tests.unit.casework.cases.made import TODAY

BARE = ExtraPenalty(
    kind=ExtraKind.CONFISCATION,
    value_vnd=None,
    months=None,
    text_vi="Tịch thu tang vật vi phạm hành chính",
    object="goods",
)
TRUCK = msgspec.structs.replace(
    BARE, text_vi="Tịch thu phương tiện vận chuyển: xe 29C-123.45", object="vehicle"
)
CHOSEN = msgspec.structs.replace(BARE, exhibits=[uuid4()])
ROW = {"name": "Nước hoa", "unit": "chai", "quantity": "12"}
VALUE_PAID = Remedy(kind=RemedyKind.PAY_VALUE, text_vi="Buộc nộp trị giá tang vật")


def order(*penalties: ExtraPenalty, remedies: list[Remedy] | None = None) -> SanctionOrder:
    """An order of which only the measures matter."""
    return SanctionOrder(
        subject=SubjectKind.INDIVIDUAL,
        decided_on=TODAY,
        acts=[],
        extra_penalties=list(penalties),
        remedies=remedies or [],
    )


@pytest.mark.parametrize(
    ("penalties", "rows", "refused"),
    [
        ([BARE], [], True),
        ([BARE], [{"name": " "}], True),
        ([BARE], [ROW], False),
        ([CHOSEN], [], False),
        ([TRUCK], [], False),
        ([BARE, TRUCK], [], True),
        ([BARE, CHOSEN], [ROW], True),
        ([BARE, CHOSEN], [ROW, ROW], False),
        ([], [], False),
    ],
    ids=[
        "nothing named",
        "an empty row",
        "a row of the paper",
        "a chosen exhibit",
        "means in words",
        "goods without a name beside named means",
        "the only row is another confiscation's",
        "a row each",
        "no confiscation",
    ],
)
def test_a_confiscation_is_signed_only_of_named_things(
    penalties: list[ExtraPenalty], rows: list[dict[str, str]], refused: bool
) -> None:
    why = taken.unnamed_fault({"exhibits": rows}, order(*penalties))
    assert (why.code if why else None) == ("case_confiscation_nothing" if refused else None)


def test_goods_that_are_gone_need_no_name_where_their_value_is_paid() -> None:
    assert taken.unnamed_fault({}, order(BARE, remedies=[VALUE_PAID])) is None
