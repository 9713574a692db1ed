"""Step-up: acts that bind the force ask an officer for a second factor again.

At the desk every such act does; on a phone, signing a paper with the officer's certificate. One
code opens signing and approving for 15 minutes on this session. So do signing in at the desk, a
passkey (backend/force/passkeys), and the right PIN or passphrase of a certificate there, which is a
second factor too. Wrong
codes are counted by session: guesses at the sign-in, even from the same office, do not block the
step-up of an open desk (sign_in.py).
"""

from datetime import datetime

import structlog

from backend.core import access_log, clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotSignedIn
from backend.force.accounts import totp
from backend.force.accounts.sign_in import charge_own
from backend.force.errors import CodeUsed, CodeUsedUp, CodeWrong
from backend.force.queries import credentials, sessions
from backend.force.rules import accounts as rules

_LOG = structlog.get_logger("accounts")


class ConfirmationNeeded(NotAllowed):
    """The last confirmation on this session has expired: a code is needed first.

    `next` is where to go on.
    """

    code = "confirmation_needed"
    text_vi = (
        "Việc này cần xác nhận lại bằng mã xác thực (OTP) hoặc khóa truy cập (có hiệu lực 15 phút). Chưa ghi gì: "
        "hãy xác nhận; những gì bạn đã điền được giữ lại để gửi tiếp."
    )
    text_en = (
        "This asks for a one-time code or a passkey again (it holds for 15 minutes). Nothing was recorded: "
        "confirm it; what you filled in is kept and sent on from there."
    )


def require_confirmed(actor: Actor, confirmed_until: datetime | None) -> None:
    """Raise ConfirmationNeeded unless the session was confirmed lately.

    Phones are not asked, because a field signature is protected by the device's lock; nor are
    commands and jobs.
    """
    if actor.face == "desk" and (confirmed_until is None or confirmed_until <= clock.now()):
        raise ConfirmationNeeded


def require_for_rows(actor: Actor, confirmed_until: datetime | None, rows: int) -> None:
    """Raise ConfirmationNeeded if a table of so many rows leaves a desk that was not confirmed lately.

    A page of a register shows as many: who may read it may take those away (PRACTICE B4).
    """
    if rows > rules.ROWS_WITHOUT_CODE:
        require_confirmed(actor, confirmed_until)


async def confirmed_phone(actor: Actor) -> bool:
    """Tell whether a code that was given on this phone's session still counts."""
    if actor.session_id is None or actor.face != "phone":
        return False
    until = await sessions.mobile_confirmed_until(actor.session_id)
    return until is not None and until > clock.now()


async def confirm_phone(actor: Actor, code: str | None, address: str) -> None:
    """Require a second factor of a phone: one that still counts, or else this code.

    Two requests at once with the same code are one tap: the second finds what the first confirmed.
    Opens its own transactions. Raises ConfirmationNeeded without a code, and what confirm() raises.
    """
    if await confirmed_phone(actor):
        return
    if not (code or "").strip():
        raise ConfirmationNeeded
    try:
        await confirm(actor, code or "", address)
    except CodeUsed:
        if not await confirmed_phone(actor):
            raise CodeUsedUp from None  # a phone takes 401 for the end of its session


async def confirm(actor: Actor, code: str, address: str) -> None:
    """Open signing and approving on the actor's session by a one-time code.

    Opens its own transactions. Raises TooMany, CodeWrong, CodeUsed, and NotSignedIn if there is no
    session to open.
    """
    if actor.session_id is None:
        raise NotSignedIn
    if len(code.strip()) != rules.CODE_DIGITS or not code.strip().isdecimal():
        raise CodeWrong  # not charged as a guess: no code looks like this
    charge = await charge_own(f"session:{actor.session_id}", address)
    row = await credentials.find_by_officer(actor.officer_id)
    seed = totp.unseal(row.totp_seed, actor.officer_id) if row and row.totp_seed else None
    step = totp.matching_step(seed, code.strip(), clock.now())
    if step is None:
        _LOG.info("confirmation_refused", officer_id=str(actor.officer_id), address=address)
        raise CodeWrong
    async with transaction():
        fresh = await credentials.claim_step(actor.officer_id, step)
        if fresh:
            await credentials.delete_failure(charge)
            until = clock.now() + rules.CONFIRMED_FOR
            if actor.face == "phone":
                await sessions.confirm_mobile(actor.session_id, until)
            else:
                await sessions.confirm_desk(actor.session_id, until)
            await access_log.record(actor, "step_up.code", None, address=address or None)
    if not fresh:
        raise CodeUsed


async def confirmed_by_key(actor: Actor) -> None:
    """Open signing and approving after the right passphrase or PIN of the officer's certificate.

    It counts as a code. Opens its own transaction.
    """
    if actor.session_id is not None and actor.face == "desk":
        async with transaction():
            await sessions.confirm_desk(actor.session_id, clock.now() + rules.CONFIRMED_FOR)
            await access_log.record(actor, "step_up.key", None, address=None)
