"""Orders of the edition, made from its rows: what the tests of its engine share."""

from datetime import date
from typing import Any

import msgspec

from backend.law import books
from backend.law.catalogue import edition_files
from backend.law.sanctions import service
from schemas.core.vocabulary import SubjectKind
from schemas.law.provisions import Condition, ExtraKind, RemedyKind
from schemas.law.sanctions import (
    ActOrder,
    Circumstances,
    Computation,
    ExtraPenalty,
    Remedy,
    SanctionOrder,
    Values,
)

BOOK = books.newest()
DAY = date(2026, 12, 1)
ROWS = edition_files.drafts(BOOK)
LAWS = service.laws_of(BOOK)


def codes(sign: str, number: int) -> list[str]:
    """So many circumstances of a sign, repetition left out."""
    return [one.code for one in LAWS.circumstances if one.sign == sign and not one.group][:number]


def act(code: str, mitigating: int = 0, aggravating: int = 0, **changed: Any) -> ActOrder:
    """An act by a row of the edition."""
    values = Values(
        goods_value_vnd=changed.pop("goods", None),
        illicit_gain_vnd=changed.pop("gain", None),
        quantity=changed.pop("quantity", None),
    )
    plain = ActOrder(
        behaviour=service.copied(ROWS[code]),
        acted_on=DAY,
        circumstances=Circumstances(
            mitigating=codes("mitigating", mitigating),
            aggravating=codes("aggravating", aggravating),
        ),
        values=values,
        multipliers=[],
        warning=False,
        chosen_vnd=None,
        reason=None,
    )
    return msgspec.structs.replace(plain, **changed)


def suspension(kind: ExtraKind = ExtraKind.LICENCE_SUSPENSION, **changed: Any) -> ExtraPenalty:
    """A suspension, by default for the proposed term."""
    plain = ExtraPenalty(kind=kind, value_vnd=None, months=None, text_vi="")
    return msgspec.structs.replace(plain, **changed)


def confiscation(**changed: Any) -> ExtraPenalty:
    """A confiscation."""
    return suspension(ExtraKind.CONFISCATION, **changed)


def remedy(kind: RemedyKind) -> Remedy:
    """A remedy."""
    return Remedy(kind=kind, text_vi="")


def order(*acts: ActOrder, **changed: Any) -> SanctionOrder:
    """An order about these acts, of an individual."""
    plain = SanctionOrder(
        subject=SubjectKind.INDIVIDUAL,
        decided_on=DAY,
        acts=list(acts),
        extra_penalties=[],
        remedies=[],
        book=BOOK,
    )
    return msgspec.structs.replace(plain, **changed)


def reckon(*acts: ActOrder, **changed: Any) -> Computation:
    """The computation of an order about these acts."""
    return service.compute(order(*acts, **changed))


IMPORT = [Condition.IMPORT]
