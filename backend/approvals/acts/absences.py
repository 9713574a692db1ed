"""The acts of an absence."""

from backend.approvals.acts.declaring import By, Declared
from backend.ledger.bounds.edges import Today
from backend.ledger.bounds.table import LAW, SLIP, bound
from schemas.approvals.words import AbsenceAct as Act

ALL = (
    Declared(
        wire=Act.RECORDED,
        by=By.REGISTRAR,
        binds=True,
        bounds=(
            bound("/first_day", LAW, Today(366), SLIP),
            bound("/last_day", LAW, Today(1098), SLIP),
        ),
    ),
    Declared(
        wire=Act.ENDED,
        by=By.REGISTRAR,
        bounds=(bound("/first_day_back", LAW, Today(366), SLIP),),
    ),
)
