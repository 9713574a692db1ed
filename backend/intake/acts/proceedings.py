"""Acts of denunciations and complaints (Laws 25/2018/QH14 and 02/2011/QH13), and of asking who informed (B6)."""

from backend.intake.acts.declaring import FORMAL, OPEN, By, Declared
from backend.ledger.bounds.edges import At, Now, Today
from backend.ledger.bounds.table import HAPPENED, LAW, ORDER, SIGNED, bound
from schemas.intake.words import InformationAct as Act
from schemas.intake.words import InformationState as State
from schemas.intake.words import Nature

_TAKEN = frozenset(
    {State.RECEIVED, State.VERIFYING, State.VIOLATION, State.NO_VIOLATION, State.UNVERIFIABLE}
)
_RUNNING = frozenset(
    {State.ACCEPTED, State.VERIFYING, State.VIOLATION, State.NO_VIOLATION, State.UNVERIFIABLE}
)

ALL = (
    Declared(
        wire=Act.ACCEPTED,
        by=By.HEAD,
        natures=FORMAL,
        states=_TAKEN,
        first=True,
        bounds=(bound("/accepted_on", LAW, Today(), SIGNED),),
    ),
    Declared(
        wire=Act.ACCEPTANCE_TOLD,
        by=By.OFFICE,
        natures=frozenset({Nature.DENUNCIATION}),
        states=_RUNNING,
        bounds=(bound("/told_on", LAW, Today(), HAPPENED),),
    ),
    Declared(
        wire=Act.NOT_ACCEPTED,
        by=By.HEAD,
        natures=FORMAL,
        states=_TAKEN,
        first=True,
        bounds=(bound("/refused_on", LAW, Today(), SIGNED),),
    ),
    Declared(
        wire=Act.TERM_EXTENDED,
        by=By.HEAD,
        natures=FORMAL,
        states=_RUNNING | {State.RECEIVED},
        bounds=(bound("/extended_on", LAW, Today(), SIGNED),),
    ),
    Declared(
        wire=Act.RESOLVED,
        by=By.HEAD,
        natures=FORMAL,
        states=_RUNNING,
        binds=True,
        bounds=(bound("/resolved_on", LAW, Today(), SIGNED),),
    ),
    Declared(
        wire=Act.RESULT_SENT,
        by=By.OFFICE,
        natures=FORMAL,
        states=frozenset({State.RESOLVED}),
        bounds=(
            bound("/sent_on", LAW, Today(), SIGNED),
            bound("/received_on", At("/sent_on"), Today(), ORDER),
        ),
    ),
    Declared(
        wire=Act.APPEALED,
        by=By.OFFICE,
        natures=frozenset({Nature.COMPLAINT}),
        states=_RUNNING | {State.RESOLVED},
        bounds=(
            bound("/filed_on", LAW, Today(), HAPPENED),
            bound("/received_at", LAW, Now(), HAPPENED),
        ),
    ),
    Declared(
        wire=Act.WITHDRAWAL_DECIDED,
        by=By.HEAD,
        natures=FORMAL,
        states=OPEN,
        binds=True,
        bounds=(bound("/decided_on", LAW, Today(), SIGNED),),
    ),
    Declared(
        wire=Act.SUSPENDED,
        by=By.HEAD,
        natures=frozenset({Nature.DENUNCIATION}),
        states=_RUNNING,
        binds=True,
        bounds=(bound("/suspended_on", LAW, Today(), SIGNED),),
    ),
    Declared(
        wire=Act.SUSPENSION_TOLD,
        by=By.OFFICE,
        natures=frozenset({Nature.DENUNCIATION}),
        bounds=(bound("/told_on", LAW, Today(), HAPPENED),),
    ),
    Declared(
        wire=Act.RESUMED,
        by=By.HEAD,
        natures=frozenset({Nature.DENUNCIATION}),
        states=_RUNNING,
        bounds=(bound("/resumed_on", LAW, Today(), SIGNED),),
    ),
    Declared(
        wire=Act.DISCONTINUED,
        by=By.HEAD,
        natures=frozenset({Nature.DENUNCIATION}),
        states=_RUNNING,
        binds=True,
        bounds=(bound("/decided_on", LAW, Today(), SIGNED),),
    ),
    Declared(wire=Act.IDENTITY_ASKED, by=By.READER, binds=True),
    Declared(
        wire=Act.IDENTITY_GRANTED,
        by=By.LINE,
        binds=True,
        set_by_the_system={"/until": "computed: a day from now"},
    ),
    Declared(wire=Act.IDENTITY_DECLINED, by=By.LINE),
)
