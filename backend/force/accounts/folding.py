"""The fold of acts about officers: what an accepted act changes in an officer's rows."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import keys
from backend.core.actors import Actor, UnitPath
from backend.force.accounts import folding_asks, passkey_ends, ranks
from backend.force.notices import service as notices
from backend.force.queries import (
    cards,
    certificates,
    credentials,
    identities,
    passkeys,
    people,
    positions,
    recovery_codes,
    seen,
    sessions,
    team_proposals,
)
from backend.force.queries.passkeys import PasskeyRow
from schemas.core.vocabulary import Role
from schemas.force import access_acts, acts
from schemas.force.handing_over import OfficerHandedOver, TeamKept
from schemas.force.identity_acts import IdentityEntered, IdentityRemoved
from schemas.force.passkey_acts import PasskeyAdded, PasskeyRemoved
from schemas.force.rank_acts import RankGiven, RankWithdrawn
from schemas.force.restructuring_acts import OfficerTaken


async def fold(officer_id: UUID, content: Any, actor: Actor, note: Any, now: datetime) -> None:
    """Write what follows from an accepted act about an officer."""
    match content:
        case acts.OfficerRegistered():
            await people.insert(
                officer_id,
                content.username,
                content.full_name,
                content.officer_number,
                note,
                content.language,
            )
        case acts.OfficerCorrected():
            await people.correct(officer_id, content.full_name, content.officer_number)
        case acts.OfficerMoved() | acts.RoleTaken():
            await _fold_office(officer_id, content, note, now)
        case acts.OfficerDisabled():
            await people.set_state(officer_id, "disabled")
            await notices.settle_for(officer_id, "draft")
            await credentials.end_enrolments(officer_id, now)
        case acts.OfficerObjected():
            await people.object_to(officer_id, now)
            await folding_asks.end_alone(officer_id, now)
        case acts.OfficerReinstated():
            await people.set_state(officer_id, "active")
        case acts.RoleGiven():
            await people.give_role(officer_id, content.role, actor.officer_id)
        case acts.CredentialsSet():
            await certificates.hold(
                officer_id, now
            )  # the credentials themselves are no part of the record: see enrolments.py
            await passkey_ends.end_all(officer_id, now)
        case acts.LanguageChosen():
            await people.set_language(officer_id, content.language)
        case _:
            await _fold_papers(officer_id, content, actor, note, now)


async def _fold_office(
    officer_id: UUID, content: acts.OfficerMoved | acts.RoleTaken, note: Any, now: datetime
) -> None:
    """Write where an officer serves from now on, or without which role. Notices follow by triggers.

    The records opened last are forgotten: their titles name parties, on every page of the desk.
    """
    role = content.role if isinstance(content, acts.RoleTaken) else None
    if role is not Role.ADMINISTRATOR:  # who reads no content by a role loses none with it
        await notices.leave_office(officer_id, now)
    if role is None:
        await people.move(officer_id, note)
        await credentials.end_enrolments(officer_id, now)  # letters lie with the head of before
    else:
        await people.take_role(officer_id, role)
    if role in (None, Role.SUPERVISOR):
        await notices.settle_for(officer_id, "draft")
    await seen.forget_all(officer_id)


async def _fold_teams(
    officer_id: UUID, content: OfficerHandedOver | TeamKept, by: UUID, now: datetime
) -> None:
    """Write which teams wait; each record has an act of its own: backend/insight/handing_over."""
    if isinstance(content, TeamKept):
        await team_proposals.keep(content.inspection_id, officer_id, by, now)
        return
    for one in content.proposed or []:
        places = one.inspections or []
        await team_proposals.put(officer_id, one.officer_id, places, by, now, content.reason)


async def _fold_papers(
    officer_id: UUID, content: Any, actor: Actor, note: Any, now: datetime
) -> None:
    match content:
        case OfficerHandedOver() | TeamKept():
            await _fold_teams(officer_id, content, actor.officer_id, now)
        case acts.PositionGiven():
            await positions.insert(
                content.position_id,
                officer_id,
                content.unit_id,
                content.title_vi,
                content.title_en,
                content.valid_from,
            )
        case acts.PositionEnded():
            await positions.end(content.position_id, content.valid_to)
        case RankGiven() | RankWithdrawn():
            await ranks.fold(officer_id, content, now)
        case acts.CardIssued():
            await cards.insert(
                content.card_id, officer_id, content.number, content.issued_on, content.expires_on
            )
        case acts.CardSuspended():
            await cards.change(content.card_id, content.suspended_on, None, content.reason)
        case acts.CardRestored():
            await cards.change(content.card_id, None, None, content.reason)
        case acts.CardRevoked():
            await cards.change(content.card_id, note, content.revoked_on, content.reason)
        case acts.CertificateRevoked():
            await certificates.revoke(content.certificate_id, content.reason)
        case acts.CertificateRegistered() | acts.OfficerUnlocked() | acts.EnrolmentIssued():
            pass  # rows with secrets, or of no record: backend/documents/signing/certificates.py, enrolments.py
        case _:
            await _fold_own(officer_id, content, now)


async def _fold_own(officer_id: UUID, content: Any, now: datetime) -> None:
    """Write what officers do to their own access. Codes and sealed numbers are no part of the record."""
    match content:
        case access_acts.PasswordChanged():
            if content.phones:
                await sessions.end_mobile_of_officer(officer_id, now, "credentials_set")
        case access_acts.RecoveryCodesMade():
            await recovery_codes.delete_all(officer_id)
        case access_acts.RecoveryCodeUsed() | IdentityEntered():
            pass
        case IdentityRemoved():
            await identities.forget(officer_id)
        case PasskeyAdded():
            await passkeys.insert(_passkey(officer_id, content, now))
        case PasskeyRemoved():
            await passkeys.remove(content.passkey_id, now)
        case _:
            raise TypeError(f"no fold for {type(content).__name__}")


async def carry(
    officer_id: UUID, content: OfficerTaken, path: UnitPath | None, now: datetime
) -> None:
    """Write that an officer of a unit that ended belongs to another, or only has a post there that ended."""
    if path is not None:
        await people.move(officer_id, path)
        await credentials.end_enrolments(officer_id, now)  # letters lie with the head of before
    held = {one.id: one for one in await positions.list_of(officer_id)}
    for one in content.positions:
        before = held[one.position_id]
        ahead = before.valid_to  # an end that was entered before: the post goes on until then
        await positions.end(one.position_id, min(one.ends_on, ahead or one.ends_on))
        if one.goes_on_as is not None and (ahead is None or ahead > one.ends_on):
            await positions.insert(
                one.goes_on_as,
                officer_id,
                content.unit_id,
                before.title_vi,
                before.title_en,
                one.ends_on,
            )
            if ahead is not None:
                await positions.end(one.goes_on_as, ahead)


def _passkey(officer_id: UUID, content: PasskeyAdded, now: datetime) -> PasskeyRow:
    return PasskeyRow(
        id=content.passkey_id,
        officer_id=officer_id,
        credential_id=keys.unb64url(content.credential_id),
        public_key=keys.unb64url(content.public_key),
        name=content.name,
        transports=content.transports,
        synced=content.synced,
        sign_count=content.sign_count,
        added_at=now,
        last_used_at=None,
        went_back_at=None,
    )
