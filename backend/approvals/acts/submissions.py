"""The acts of a submission."""

from backend.approvals.acts.declaring import By, Declared
from backend.ledger.bounds.edges import Today
from backend.ledger.bounds.table import LAW, SLIP, bound
from schemas.approvals.words import SubmissionAct as Act

_LOOKED_UP = {
    "/amount_vnd": "read from what is submitted",
    "/due_at": "the legal limit as its record's clocks have it",
}

ALL = (
    Declared(
        wire=Act.MADE,
        by=By.SUBMITTER,
        set_by_the_system=_LOOKED_UP
        | {"/form_version": "that of the paper", "/route/version": "that of the route in force"},
    ),
    Declared(wire=Act.RENEWED, by=By.SUBMITTER, set_by_the_system=_LOOKED_UP),
    Declared(wire=Act.WITHDRAWN, by=By.SUBMITTER),
    Declared(wire=Act.RETURNED, by=By.RETURNER),
    Declared(wire=Act.SUPPLEMENT_ASKED, by=By.HOLDER),
    Declared(
        wire=Act.OPINION_GIVEN,
        by=By.HOLDER,
        set_by_the_system={
            "/sheet": "that of the check-sheet on the page; only the one in force is taken"
        },
    ),
    Declared(wire=Act.AGREED, by=By.HOLDER, binds=True),
    Declared(wire=Act.APPROVED, by=By.HOLDER, binds=True),
    Declared(wire=Act.REFUSED, by=By.HOLDER, binds=True),
    Declared(wire=Act.HANDED_ON, by=By.HOLDER, binds=True),
    Declared(wire=Act.TAKEN_OVER, by=By.ABOVE),
    Declared(wire=Act.REOPENED, by=By.HOLDER),
    Declared(wire=Act.PASSED_ON, by=By.SYSTEM),
    Declared(
        wire=Act.CHANGED,
        by=By.SYSTEM,
        set_by_the_system=_LOOKED_UP,
    ),
    Declared(wire=Act.RECALLED, by=By.SYSTEM),
    Declared(wire=Act.COMPLETED, by=By.SYSTEM),
    Declared(wire=Act.ENDED, by=By.SYSTEM),
    Declared(wire=Act.SENT_OUTSIDE, by=By.OFFICE, bounds=(bound("/sent_on", LAW, Today(), SLIP),)),
    Declared(
        wire=Act.OUTSIDE_ANSWERED,
        by=By.OFFICE,
        binds=True,
        bounds=(bound("/decided_on", LAW, Today(), SLIP),),
    ),
)
