"""The acts of a route: one drafts, another publishes."""

from backend.approvals.acts.declaring import By, Declared
from backend.ledger.bounds.edges import Today
from backend.ledger.bounds.table import IN_WORDS, LAW, MONEY, SLIP, ZERO, bound
from schemas.approvals.words import RouteAct as Act

ALL = (
    Declared(
        wire=Act.DRAFTED,
        by=By.DRAFTER,
        bounds=(
            bound("/valid_from", LAW, Today(366), SLIP),
            bound("/ends_on", LAW, Today(366), SLIP),
            bound("/amount_from", ZERO, MONEY, IN_WORDS),
            bound("/amount_to", ZERO, MONEY, IN_WORDS),
        ),
    ),
    Declared(wire=Act.PUBLISHED, by=By.PUBLISHER, binds=True),
    Declared(wire=Act.DECLINED, by=By.DRAFTER),
    Declared(
        wire=Act.ENDED,
        by=By.PUBLISHER,
        binds=True,
        bounds=(bound("/valid_to", LAW, Today(366), SLIP),),
    ),
)
