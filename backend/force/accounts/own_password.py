"""An officer changes their own password, knowing the one before.

If the officer forgot it, a reset takes two persons (asks.py). A change voids neither passkeys nor
certificates, because the officer gave both factors. It ends the officer's other sessions at the desk,
and those on phones if the officer says so (OWASP ASVS 5.0 §7.4.3); the present one goes on under a
new token, which the caller begins.
"""

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotSignedIn
from backend.force.access_errors import PasswordNowWrong, PasswordSame
from backend.force.accounts import passwords
from backend.force.accounts.sign_in import Proof, charge_own
from backend.force.errors import PasswordsDiffer
from backend.force.notices import service as notices
from backend.force.queries import credentials, people
from backend.ledger import service as ledger
from schemas.core.vocabulary import RecordKind
from schemas.force.access_acts import PasswordChanged
from schemas.force.acts import PeopleAct


async def change(
    actor: Actor, present: str, chosen: str, again: str, *, phones: bool, address: str
) -> Proof:
    """Replace the password; the answer begins the session that goes on.

    The caller has required a confirmed session. Opens its own transactions and must not run inside
    one. Raises PasswordsDiffer, PasswordTooWeak, PasswordCommon, PasswordOwn, PasswordNowWrong,
    PasswordSame, TooMany, NotSignedIn.
    """
    if actor.session_id is None or actor.face != "desk":
        raise NotSignedIn
    if passwords.normalise(chosen) != passwords.normalise(again):
        raise PasswordsDiffer
    await passwords.require_good(actor.officer_id, chosen)
    charge = await charge_own(f"session:{actor.session_id}", address)
    row = await credentials.find_by_officer(actor.officer_id)
    if row is None or not await passwords.verify(row.password_hash, present):
        raise PasswordNowWrong
    if passwords.normalise(chosen) == passwords.normalise(present):
        raise PasswordSame
    made = await passwords.make_hash(chosen)
    async with transaction():
        await people.lock(actor.officer_id)
        now = await credentials.find_by_officer(actor.officer_id)
        if now is None or now.password_hash != row.password_hash:  # changed or reset meanwhile
            raise PasswordNowWrong
        await credentials.set_password(actor.officer_id, made)
        kind, content = PeopleAct.PASSWORD_CHANGED, PasswordChanged(phones=phones)
        act = ledger.desk_act(RecordKind.OFFICER, actor.officer_id, kind, content, actor)
        ledger.unwrap(await ledger.record(act, actor))
        await credentials.delete_failure(charge)
        told = [actor.officer_id]
        words = {"officer": actor.full_name}
        await notices.tell(
            told, "device", actor.officer_id, "password.changed", words, on_phones=True
        )
    return Proof(officer_id=actor.officer_id, username=actor.username)
