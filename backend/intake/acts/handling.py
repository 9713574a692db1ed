"""Acts by which information is taken in, verified and decided on (Circular 27/2020 Arts 8 to 10)."""

from backend.intake.acts.declaring import (
    ANY,
    ENDED,
    OPEN,
    TIPS,
    UNDECIDED,
    By,
    Declared,
)
from backend.ledger.bounds.edges import Now, Today
from backend.ledger.bounds.table import AHEAD, HAPPENED, LAW, SIGNED, bound
from schemas.intake.words import InformationAct as Act
from schemas.intake.words import InformationState as State

_AGO = Today(-3 * 366)

ALL = (
    Declared(
        wire=Act.REGISTERED,
        by=By.RECEIVER,
        bounds=(
            bound("/received_at", _AGO, Now(), HAPPENED),
            bound("/order/issued_on", LAW, Today(), SIGNED),
        ),
    ),
    Declared(wire=Act.AMENDED, by=By.WORKER, states=OPEN),
    Declared(
        wire=Act.ORDER_CORRECTED,
        by=By.WORKER,
        states=ANY - {State.MERGED, State.SPLIT, State.FORWARDED},
        bounds=(bound("/order/issued_on", LAW, Today(), SIGNED),),
    ),
    Declared(wire=Act.SUPPLEMENTED, by=By.WORKER, states=ANY - {State.MERGED, State.SPLIT}),
    Declared(
        wire=Act.CLASSIFIED,
        by=By.HEAD,
        states=frozenset({State.RECEIVED, State.VERIFYING}),
        first=True,
    ),
    Declared(
        wire=Act.REPORTED, by=By.WORKER, bounds=(bound("/reported_on", _AGO, Today(), SIGNED),)
    ),
    Declared(
        wire=Act.ASSIGNED,
        by=By.HEAD,
        states=UNDECIDED | {State.ACCEPTED},
        first=True,
        bounds=(bound("/due_on", Today(), Today(92), AHEAD),),
    ),
    Declared(
        wire=Act.EXTENDED,
        by=By.HEAD,
        states=frozenset({State.VERIFYING}),
        bounds=(bound("/due_on", Today(), Today(92), AHEAD),),
    ),
    Declared(wire=Act.HANDED_OVER, by=By.SYSTEM, states=OPEN),
    Declared(wire=Act.VERIFIED, by=By.VERIFIER, states=frozenset({State.VERIFYING})),
    Declared(wire=Act.PROPOSED, by=By.HEAD, natures=TIPS, states=UNDECIDED, first=True),
    Declared(wire=Act.FORWARDED, by=By.HEAD, states=UNDECIDED, first=True),
    Declared(
        wire=Act.REDIRECTED,
        by=By.HEAD,
        states=UNDECIDED,
        first=True,
        bounds=(bound("/informant_told_on", _AGO, Today(), HAPPENED),),
    ),
    Declared(wire=Act.CLOSED, by=By.HEAD, natures=TIPS, states=UNDECIDED, first=True),
    Declared(wire=Act.REOPENED, by=By.HEAD, states=ENDED - {State.FORWARDED}),
    Declared(
        wire=Act.INFORMANT_TOLD,
        by=By.OFFICE,
        states=ANY - {State.MERGED, State.SPLIT},
        bounds=(bound("/told_on", _AGO, Today(), HAPPENED),),
    ),
    Declared(
        wire=Act.WITHDRAWN,
        by=By.OFFICE,
        states=OPEN,
        bounds=(bound("/withdrawn_on", _AGO, Today(), HAPPENED),),
    ),
    Declared(wire=Act.LINKED, by=By.WORKER),
    Declared(wire=Act.UNLINKED, by=By.WORKER),
    Declared(wire=Act.FOLLOWED, by=By.SYSTEM),
    Declared(wire=Act.MERGED, by=By.HEAD, states=OPEN, first=True),
    Declared(wire=Act.UNMERGED, by=By.HEAD, states=frozenset({State.MERGED})),
    Declared(wire=Act.SPLIT, by=By.HEAD, natures=TIPS, states=UNDECIDED, first=True),
)
