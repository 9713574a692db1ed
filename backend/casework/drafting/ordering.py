"""Turns what a head types of a sanction into the order to compute, with what the minutes record.

A recorded behaviour keeps the version, day and values of the minutes, whatever anybody types. Only
a value that the minutes did not know is typed.
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
"""The most acts that an order takes."""


class TypedAct(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed of one behaviour. Amounts in whole đồng; None if nothing was typed."""

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
    """Return the acts of the minutes for an order.

    Circumstances are known by code or in the law's own words.
    """
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
    """Return what all recorded goods are worth, in đồng.

    This is the value of a confiscation unless another is typed.
    """
    return sum(one.goods_value or 0 for one in recorded)


def known_at(recorded: list[RecordedViolation], at: int, code: str) -> RecordedViolation | None:
    """Return what the minutes record at this place; None if they record less.

    Raises NotFound if another behaviour is there.
    """
    known = recorded[at] if at < len(recorded) else None
    if known is not None and known.code != code:
        raise NotFound(what="violation")
    return known


async def behaviour(
    code: str, known: RecordedViolation | None, acted_on: date, book: str
) -> Behaviour:
    """Return the behaviour in the version of the minutes, else of its day. Raises NotFound."""
    if known is not None:
        return await sanctions.pinned(code, known.catalogue_version, book)
    return await sanctions.behaviour(code, acted_on, book)


def act(known: RecordedViolation | None, named: Behaviour, typed: TypedAct) -> ActOrder:
    """Return the order of one behaviour."""
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
    """Return an additional penalty, named as the law names it."""
    return ExtraPenalty(kind=kind, value_vnd=value, months=months, text_vi=_words(kind))


def order(
    subject: SubjectKind,
    day: date,
    acts: list[ActOrder],
    extras: list[ExtraPenalty],
    remedies: list[str],
) -> SanctionOrder:
    """Return the whole order, without anything that is no remedy of the law."""
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
    """Return a penalty or remedy as the law names it."""
    return next(one.name.vi for one in sanctions.in_use().measures if one.code == kind)


def warning_fault(made: SanctionOrder, born_on: date | None) -> tuple[int, Text] | None:
    """Return the first behaviour that no warning may answer: its place, and the law's words."""
    for at, one in enumerate(made.acts):
        alone = msgspec.structs.replace(made, acts=[one])
        if fault := sanctions.warning_fault(alone, born_on):
            return at, fault
    return None


def offered(codes: list[str]) -> SanctionOptions | None:
    """Return what may be chosen for these behaviours; None if there is no behaviour yet.

    A penalty or remedy is marked as known if one of their articles is known to provide it.
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
    """Return the multipliers that may raise the band of a behaviour."""
    return sanctions.options(code).multipliers
