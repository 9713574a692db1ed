"""The acts of a plan."""

from datetime import date

from backend.ledger.bounds.edges import At, Fixed, Today
from backend.ledger.bounds.table import IN_WORDS, MONEY, ORDER, SIGNED, SLIP, ZERO, bound
from backend.planning.acts.declaring import By, Declared
from schemas.planning.words import PlanAct as Act
from schemas.planning.words import PlanState

_ORDINANCE = Fixed(date(2016, 9, 1))
"""Ordinance 11/2016/UBTVQH13 is in force since then: no plan under it is older."""
_AHEAD = Today(3 * 366)
_DRAFT = frozenset({PlanState.DRAFT})
_OPEN = frozenset({PlanState.DRAFT, PlanState.FOREIGN})
_OUT = frozenset({PlanState.ISSUED, PlanState.ENDED})


ALL = (
    Declared(
        wire=Act.DRAFTED,
        by=By.DRAFTER,
        states=_OPEN,
        begins=True,
        bounds=(
            bound("/first_day", _ORDINANCE, _AHEAD, SLIP),
            bound("/last_day", (_ORDINANCE, At("/first_day")), _AHEAD, ORDER),
            bound("/budget_vnd", ZERO, MONEY, IN_WORDS),
            bound("/issued_on", _ORDINANCE, Today(), SIGNED),
        ),
    ),
    Declared(
        wire=Act.ITEMS_SET,
        by=By.DRAFTER,
        states=_OPEN,
        bounds=(
            bound("/items/*/first_day", _ORDINANCE, _AHEAD, SLIP),
            bound("/items/*/last_day", _ORDINANCE, _AHEAD, SLIP),
        ),
    ),
    Declared(wire=Act.ITEMS_REMOVED, by=By.DRAFTER, states=_OPEN),
    Declared(wire=Act.SENT_UP, by=By.HEAD, states=_DRAFT),
    Declared(wire=Act.SENT_BACK, by=By.ABOVE, states=frozenset({PlanState.SENT_UP})),
    Declared(
        wire=Act.MERGED,
        by=By.ABOVE,
        states=frozenset({PlanState.SENT_UP}),
        set_by_the_system={"/taken": "counted when the items were taken over"},
    ),
    Declared(wire=Act.RELEASED, by=By.SYSTEM, states=frozenset({PlanState.MERGED})),
    Declared(
        wire=Act.OVERLAP_RESOLVED,
        by=By.DRAFTER,
        states=frozenset({PlanState.DRAFT, PlanState.READY, PlanState.APPROVED}),
    ),
    Declared(wire=Act.SUBMITTED, by=By.HEAD, states=_DRAFT),
    Declared(
        wire=Act.REOPENED, by=By.HEAD, states=frozenset({PlanState.READY, PlanState.APPROVED})
    ),
    Declared(wire=Act.APPROVED, by=By.SYSTEM, states=frozenset({PlanState.READY})),
    Declared(wire=Act.AGREED_ALONE, by=By.HEAD, states=_DRAFT),
    Declared(
        wire=Act.ISSUED,
        by=By.OFFICE,
        states=frozenset({PlanState.READY, PlanState.APPROVED}),
        bounds=(bound("/issued_on", _ORDINANCE, Today(), SIGNED),),
    ),
    Declared(
        wire=Act.AMENDED,
        by=By.HEAD,
        states=frozenset({PlanState.ISSUED}),
        bounds=(
            bound("/items/*/first_day", _ORDINANCE, _AHEAD, SLIP),
            bound("/items/*/last_day", _ORDINANCE, _AHEAD, SLIP),
            bound("/first_day", _ORDINANCE, _AHEAD, SLIP),
            bound("/last_day", _ORDINANCE, _AHEAD, SLIP),
        ),
    ),
    Declared(
        wire=Act.SENT_OUT,
        by=By.OFFICE,
        states=_OUT,
        bounds=(bound("/sent_on", _ORDINANCE, Today(), SLIP),),
    ),
    Declared(
        wire=Act.PUBLISHED,
        by=By.OFFICE,
        states=_OUT,
        bounds=(bound("/published_on", _ORDINANCE, Today(), SLIP),),
    ),
    Declared(wire=Act.ITEM_NOT_DONE, by=By.ITEMS_HEAD, states=frozenset({PlanState.ISSUED})),
    Declared(wire=Act.ITEM_RESUMED, by=By.ITEMS_HEAD, states=frozenset({PlanState.ISSUED})),
    Declared(
        wire=Act.TEAM_CHANGED,
        by=By.SYSTEM,
        states=frozenset(
            {
                PlanState.DRAFT,
                PlanState.SENT_UP,
                PlanState.READY,
                PlanState.APPROVED,
                PlanState.ISSUED,
            }
        ),
        set_by_the_system={
            f"/items/*/{name}": "as the item has it; the door compares it"
            for name in ("first_day", "last_day")
        },
    ),
    Declared(
        wire=Act.ENDED,
        by=By.HEAD,
        states=frozenset({PlanState.ISSUED}),
        set_by_the_system={
            f"/results/*/{name}": "counted by the system; the door compares it"
            for name in ("planned", "done", "not_done")
        },
    ),
    Declared(
        wire=Act.GIVEN_UP,
        by=By.HEAD,
        states=frozenset({PlanState.DRAFT, PlanState.APPROVED, PlanState.FOREIGN}),
    ),
)
