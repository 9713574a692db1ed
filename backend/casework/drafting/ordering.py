"""From what a head types of a sanction to the order that is reckoned, and what the minutes say of it already.

Of a recorded behaviour its version, day and values are those of the minutes, whatever anybody types; a value that they
did not know is typed.
"""

from datetime import date

import msgspec

from backend.core.errors import NotFound
from backend.law.sanctions import service as sanctions
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import (
    ActOrder,
    Behaviour,
    Choice,
    Circumstances,
    ExtraKind,
    ExtraPenalty,
    Remedy,
    RemedyKind,
    SanctionOptions,
    SanctionOrder,
    Values,
)

MOST_ACTS = 50
"""As many as an order takes."""


class TypedAct(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed of one behaviour; amounts in whole đồng, None where nothing was typed."""

    acted_on: date
    circumstances: list[str]
    goods: int | None
    gain: int | None
    quantity: int | None
    multipliers: list[str]
    warning: bool
    chosen: int | None
    reason: str | None


class ToldAct(msgspec.Struct, frozen=True, kw_only=True):
    """What violation minutes say of one behaviour, for the order."""

    code: str
    circumstances: list[str]
    goods: int | None
    gain: int | None
    acted_on: date


def told(recorded: list[RecordedViolation]) -> list[ToldAct]:
    """The order as the minutes give it; circumstances that they name by code or in the law's own words."""
    known = {one.code: one for one in sanctions.in_use().circumstances}
    found = []
    for one in recorded:
        said = [*one.mitigating, *one.aggravating]
        codes = [code for code, law in known.items() if code in said or law.name.vi in said]
        found.append(
            ToldAct(
                code=one.code,
                circumstances=codes,
                goods=one.goods_value,
                gain=one.illicit_gain,
                acted_on=one.ended_on,
            )
        )
    return found


def goods_value(recorded: list[RecordedViolation]) -> int:
    """What all recorded goods are worth, in đồng: the value of a confiscation unless another is typed."""
    return sum(one.goods_value or 0 for one in recorded)


def known_at(recorded: list[RecordedViolation], at: int, code: str) -> RecordedViolation | None:
    """What the minutes record at this place; None where they record less. Raises NotFound for another behaviour."""
    known = recorded[at] if at < len(recorded) else None
    if known is not None and known.code != code:
        raise NotFound(what="violation")
    return known


async def behaviour(code: str, known: RecordedViolation | None, acted_on: date) -> Behaviour:
    """The behaviour in the version that the minutes name, else in that of its day. Raises NotFound."""
    if known is not None:
        return await sanctions.pinned(code, known.catalogue_version)
    return await sanctions.behaviour(code, acted_on)


def act(known: RecordedViolation | None, named: Behaviour, typed: TypedAct) -> ActOrder:
    """The order of one behaviour."""
    signs = {one.code: one.sign for one in sanctions.in_use().circumstances}
    goods, gain = typed.goods, typed.gain
    if known is not None:
        goods = goods if known.goods_value is None else known.goods_value
        gain = gain if known.illicit_gain is None else known.illicit_gain
    return ActOrder(
        behaviour=named,
        acted_on=known.ended_on if known is not None else typed.acted_on,
        circumstances=Circumstances(
            mitigating=[one for one in typed.circumstances if signs.get(one) == "mitigating"],
            aggravating=[one for one in typed.circumstances if signs.get(one) == "aggravating"],
        ),
        values=Values(goods_value_vnd=goods, illicit_gain_vnd=gain, quantity=typed.quantity),
        multipliers=typed.multipliers,
        warning=typed.warning,
        chosen_vnd=typed.chosen,
        reason=typed.reason,
    )


def penalty(kind: ExtraKind, value: int | None, months: int | None) -> ExtraPenalty:
    """An additional penalty, named as the law names it."""
    return ExtraPenalty(kind=kind, value_vnd=value, months=months, text_vi=_words(kind))


def order(
    subject: SubjectKind,
    day: date,
    acts: list[ActOrder],
    extras: list[ExtraPenalty],
    remedies: list[str],
) -> SanctionOrder:
    """The order whole; what is no remedy of the law is left out."""
    return SanctionOrder(
        subject=subject,
        decided_on=day,
        acts=acts,
        extra_penalties=extras,
        remedies=[
            Remedy(kind=RemedyKind(kind), text_vi=_words(kind))
            for kind in remedies
            if kind in set(RemedyKind)
        ],
    )


def _words(kind: str) -> str:
    """A penalty or remedy as the law names it."""
    return next(one.name.vi for one in sanctions.in_use().measures if one.code == kind)


def warning_fault(made: SanctionOrder, born_on: date | None) -> tuple[int, Text] | None:
    """The first behaviour that may not be answered with a warning, by its place, and where the law says so."""
    for at, one in enumerate(made.acts):
        alone = msgspec.structs.replace(made, acts=[one])
        if fault := sanctions.warning_fault(alone, born_on):
            return at, fault
    return None


def offered(codes: list[str]) -> SanctionOptions | None:
    """What may be chosen for these behaviours; of penalties and remedies, those that one of their articles is known to
    carry are known. None where there is no behaviour yet.
    """
    found = [sanctions.options(code) for code in codes]
    if not found:
        return None
    extras = {one.code for each in found for one in each.extra_penalties if one.known}
    remedies = {one.code for each in found for one in each.remedies if one.known}
    return msgspec.structs.replace(
        found[0],
        extra_penalties=[_known(one, extras) for one in found[0].extra_penalties],
        remedies=[_known(one, remedies) for one in found[0].remedies],
    )


def _known(choice: Choice, codes: set[str]) -> Choice:
    return msgspec.structs.replace(choice, known=choice.code in codes)


def multipliers(code: str) -> list[Choice]:
    """Multipliers that may raise the band of a behaviour."""
    return sanctions.options(code).multipliers
