"""An order must be about what was recorded: same behaviours, versions, days and values. Pure."""

from collections.abc import Iterator

from backend.casework.rules import repeated
from backend.casework.rules.guard_context import Contradiction
from backend.casework.rules.signed import worded
from backend.casework.texts.states import KINDS
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import ActOrder, SanctionOrder


def pairs(
    recorded: list[RecordedViolation], order: SanctionOrder
) -> list[tuple[RecordedViolation, ActOrder]]:
    """Pair each recorded behaviour with the order's act about it; within one code by their days.

    Several acts are about one line of the minutes where each time is fined.
    """
    if len(order.acts) > len(recorded):
        return [(repeated.line_of(recorded, act), act) for act in order.acts]
    known = sorted(recorded, key=lambda one: (one.code, one.ended_on))
    acts = sorted(order.acts, key=lambda one: (one.behaviour.code, one.acted_on))
    return list(zip(known, acts, strict=True))


def differs(
    kind: SubjectKind | None, recorded: list[RecordedViolation], order: SanctionOrder
) -> Contradiction | None:
    """Return the first point in which an order contradicts the recorded minutes, or None.

    If the minutes did not know the violator, `kind` is None: it may turn out to be an organisation.
    A value that the minutes did not know may be in the order. One that they state must be the same.
    """
    return next(_all(kind, recorded, order), None)


def _all(
    kind: SubjectKind | None, recorded: list[RecordedViolation], order: SanctionOrder
) -> Iterator[Contradiction]:
    if kind is not None and kind != order.subject:
        yield Contradiction(
            where=Text(vi="Loại đối tượng", en="Kind of party"),
            paper=Text(vi=KINDS[str(kind)], en=str(kind)),
            typed=Text(vi=KINDS[str(order.subject)], en=str(order.subject)),
        )
    for one, act in pairs(recorded, order):
        said = (
            ("phiên bản danh mục", "version", one.catalogue_version, act.behaviour.version),
            ("ngày chấm dứt hành vi", "day of its end", one.ended_on, act.acted_on),
            ("trị giá hàng hóa", "goods' value", one.goods_value, act.values.goods_value_vnd),
            ("số lợi bất hợp pháp", "gain", one.illicit_gain, act.values.illicit_gain_vnd),
        )
        for vi, en, known, typed in said:
            if known is not None and known != typed:
                name = one.name if one.outside else one.code
                yield Contradiction(
                    where=Text(vi=f"{name}, {vi}", en=f"{name}, {en}"),
                    paper=Text(vi=worded(known), en=worded(known, "en")),
                    typed=Text(vi=worded(typed), en=worded(typed, "en")),
                )
