"""Sessions of the desk.

They are kept in a table of our own: a cookie that an attacker planted must never become a session.

Every sign-in makes a new random token (no fixation; OWASP ASVS 5.0 §7.2.4); the database holds only
its hash. A session ends after 30 idle minutes or after twelve hours. It ends immediately when the
officer is disabled or their roles change. The CSRF token is bound to the session.
"""

from datetime import datetime, timedelta

import msgspec

from backend.core import access_log, clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.force.accounts import enrolments
from backend.force.accounts.sign_in import Proof, charge_own
from backend.force.accounts.tokens import hashed, new_token
from backend.force.errors import FieldOnly, HandedCodeNeeded, HandedCodeWrong
from backend.force.queries import asks, credentials, sessions
from backend.force.rules import accounts as rules
from backend.force.rules import browsers
from backend.force.rules.actors import actor_of
from backend.ledger import service as ledger
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import CredentialsOpened, PeopleAct

# Activity is written at most once a minute: a page with fifty thumbnails makes one write, not
# fifty.
_TOUCH_EVERY = timedelta(minutes=1)


class DeskSession(msgspec.Struct, frozen=True, kw_only=True):
    """The officer at the desk, and the token that every form of the session must carry."""

    actor: Actor
    csrf_token: str
    unit_name: Text
    confirmed_until: datetime | None
    """Until when the second factor counts as given on this session; see step_up.py."""
    has_passkeys: bool
    """Whether the officer may confirm by a passkey. The page for the code, which any page may show
    instead of its own, asks for it."""
    unread: int
    """How many notices are unread. Every page shows it, so it is read with the session."""
    seen: list[tuple[str, str]]
    """Address and title of the records that the officer opened last, the newest first."""
    hints: list[str]
    """The hints that the officer has put away."""


async def require_open(proof: Proof, handed: str = "", address: str = "") -> None:
    """Open the desk to credentials that were set before anybody confirmed their reset.

    `handed` is the code of the confirmer. Does nothing for other credentials. Opens its own
    transactions. Raises FieldOnly if nobody has confirmed the reset, HandedCodeNeeded or
    HandedCodeWrong if the confirmer's code is missing or wrong, TooMany after ten wrong ones.
    """
    ask_id = await credentials.field_only(proof.officer_id)
    if ask_id is None:
        return
    row = await asks.find(ask_id, proof.officer_id)
    if row is None or row.state != "confirmed" or row.code_hash is None:
        raise FieldOnly
    if not handed:
        raise HandedCodeNeeded
    charge = await charge_own(f"ask:{ask_id}", address)
    if not enrolments.code_fits(ask_id, handed, row.code_hash):
        raise HandedCodeWrong
    async with transaction():
        actor = actor_of(await sessions.get_actor(proof.officer_id), "desk")
        kind, content = PeopleAct.CREDENTIALS_OPENED, CredentialsOpened(ask_id=ask_id)
        act = ledger.desk_act(RecordKind.OFFICER, proof.officer_id, kind, content, actor)
        ledger.unwrap(await ledger.record(act, actor))
        await credentials.delete_failure(charge)


async def begin(proof: Proof, address: str, former_token: str | None, agent: str = "") -> str:
    """Begin a session and return its token for the cookie; the browser's former session ends.

    It is on the auditors' log, like its end. `agent` is what the browser says of itself. A recovery
    code does not open signing and approving.
    """
    now = clock.now()
    if former_token is not None:
        await sessions.end_desk(hashed(former_token), now)
    token, session_id, place = new_token(), new_id(), rules.plain_address(address)
    await sessions.insert_desk(
        session_id,
        hashed(token),
        proof.officer_id,
        new_token(),
        place,
        now,
        now + rules.DESK_LIFE,
        now if proof.recovered else now + rules.CONFIRMED_FOR,
        browsers.named(agent),
    )
    how = "sign_in.recovered" if proof.recovered else "sign_in.desk"
    await access_log.record_session(proof.officer_id, how, session_id, address=place)
    return token


async def find(token: str, *, present: bool = True) -> DeskSession | None:
    """Return the live session under this token, or None; a request keeps the session alive.

    Without `present` it does not: a page asked by itself, with nobody there perhaps (OWASP ASVS 5.0 §7.3).
    """
    now = clock.now()
    row = await sessions.find_desk(hashed(token), now, now - rules.DESK_IDLE)
    if row is None:
        return None
    if present and now - row.last_seen_at > _TOUCH_EVERY:
        await sessions.touch_desk(row.session_id, now)
    return DeskSession(
        actor=actor_of(row, "desk", session_id=row.session_id),
        csrf_token=row.csrf_token,
        unit_name=Text(vi=row.unit_vi, en=row.unit_en),
        confirmed_until=row.confirmed_until,
        has_passkeys=row.has_passkeys,
        unread=row.unread,
        seen=list(zip(row.seen_addresses, row.seen_titles, strict=True)),
        hints=row.hints,
    )


async def end(token: str, address: str | None = None) -> None:
    """Sign out. A token that is dead already is no error."""
    now = clock.now()
    row = await sessions.find_desk(hashed(token), now, now - rules.DESK_IDLE)
    await sessions.end_desk(hashed(token), now)
    if row is not None:
        actor = actor_of(row, "desk", session_id=row.session_id)
        await access_log.record(actor, "sign_in.out", None, address=address)
