"""The acts of a report."""

from datetime import date

from backend.insight.acts.declaring import By, Declared
from backend.ledger.bounds.edges import At, Fixed, Today
from backend.ledger.bounds.table import ORDER, SIGNED, SLIP, bound
from schemas.insight.words import ReportAct as Act
from schemas.insight.words import ReportState

_ORDINANCE = Fixed(date(2016, 9, 1))
"""Ordinance 11/2016/UBTVQH13 is in force since then: the force has reported under it."""
_AHEAD = Today(366)
"""A year's report may be begun on the year's first day."""
_DRAFT = frozenset({ReportState.DRAFT})
_COUNTED = "counted by the system when it was filled"
_FOUND = "found by the system; the door compares it"

ALL = (
    Declared(
        wire=Act.BEGUN,
        by=By.DRAFTER,
        states=frozenset(),
        bounds=(
            bound("/first", _ORDINANCE, Today(), SLIP),
            bound("/last", (_ORDINANCE, At("/first")), _AHEAD, ORDER),
        ),
    ),
    Declared(
        wire=Act.FILLED,
        by=By.DRAFTER,
        states=_DRAFT,
        set_by_the_system={"/counted_at": _COUNTED},
    ),
    Declared(wire=Act.VALUE_STATED, by=By.DRAFTER, states=_DRAFT),
    Declared(wire=Act.TEXT_WRITTEN, by=By.DRAFTER, states=_DRAFT),
    Declared(
        wire=Act.REPORTS_TAKEN,
        by=By.DRAFTER,
        states=_DRAFT,
        set_by_the_system={"/taken/*/sent_at": _FOUND},
    ),
    Declared(wire=Act.UNIT_LEFT_OUT, by=By.HEAD, states=_DRAFT),
    Declared(
        wire=Act.TAKEN_OVER,
        by=By.OVER,
        # What was approved is sent by its head, who may be away, or whose unit may be closed.
        states=frozenset({ReportState.DRAFT, ReportState.APPROVED}),
    ),
    Declared(
        wire=Act.SENT_UP,
        by=By.HEAD,
        states=frozenset({ReportState.DRAFT, ReportState.APPROVED}),
    ),
    Declared(wire=Act.SENT_BACK, by=By.ABOVE, states=frozenset({ReportState.SENT_UP})),
    Declared(wire=Act.SUBMITTED, by=By.DRAFTER, states=_DRAFT),
    Declared(
        wire=Act.REOPENED,
        by=By.HEAD,
        states=frozenset({ReportState.READY, ReportState.APPROVED}),
    ),
    Declared(wire=Act.APPROVED, by=By.SYSTEM, states=frozenset({ReportState.READY})),
    Declared(
        wire=Act.ISSUED,
        by=By.SYSTEM,
        states=frozenset({ReportState.READY, ReportState.APPROVED}),
        bounds=(bound("/issued_on", _ORDINANCE, Today(), SIGNED),),
    ),
    Declared(
        wire=Act.REPLACED,
        by=By.SYSTEM,
        states=frozenset({ReportState.SENT_UP, ReportState.ISSUED}),
    ),
    Declared(
        wire=Act.GIVEN_UP,
        by=By.HEAD,
        states=frozenset({ReportState.DRAFT, ReportState.APPROVED}),
    ),
)
