"""The fold of asks and their answers. An ask changes nothing until it is confirmed."""

import secrets
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core.actors import Actor
from backend.force.accounts import passkey_ends, totp
from backend.force.accounts.judging_asks import Answered
from backend.force.derived.asks import KINDS
from backend.force.notices import service as notices
from backend.force.queries import (
    asks,
    certificates,
    credentials,
    people,
    positions,
    seen,
    sessions,
)
from schemas.force import acts
from schemas.force.access_acts import EmergencyAsked


async def fold(officer_id: UUID, content: Any, actor: Actor, note: Any, now: datetime) -> bool:
    """Write what follows from an act about an ask; return False for any other act."""
    match content:
        case _ if type(content) in KINDS:
            kind, by = KINDS[type(content)], actor.officer_id
            await asks.insert(content.ask_id, officer_id, kind, content, by, now, note)
        case acts.AskConfirmed():
            await asks.answer(
                content.ask_id, "confirmed", actor.officer_id, now, content.note, content.operator
            )
            await _do(officer_id, note, now)
        case acts.AskDeclined():
            if note:  # the ask was confirmed before, and is now stopped
                await asks.stop(content.ask_id, actor.officer_id, now, content.reason)
            else:
                await asks.answer(
                    content.ask_id, "declined", actor.officer_id, now, content.reason, None
                )
            await credentials.end_enrolments_of_ask(content.ask_id, now)
            if await credentials.field_only(officer_id) == content.ask_id:
                await _shut(officer_id, now)
        case acts.CredentialsOpened():
            await credentials.set_field_only(officer_id, None)
            await asks.finish(content.ask_id, now)
            await sessions.end_mobile_of_officer(officer_id, now, "rights_changed")
        case _:
            return False
    return True


async def _do(officer_id: UUID, answered: Answered, now: datetime) -> None:
    """Carry out what was asked.

    An officer who gains a power loses what one administrator alone had made: an open link, and
    credentials set through one, because only that administrator knows who set them. Two persons
    then enrol the officer again.
    """
    match answered.content:
        case acts.RoleAsked() as asked:
            await people.give_role(officer_id, asked.role, answered.row.asked_by)
            await end_alone(officer_id, now)
            await sessions.end_desk_of_officer(officer_id, now)
        case acts.PositionAsked() as asked:
            await positions.insert(
                asked.position_id,
                officer_id,
                asked.unit_id,
                asked.title_vi,
                asked.title_en,
                asked.valid_from,
            )
            await end_alone(officer_id, now)
        case acts.MoveAsked() if answered.path is not None:
            await notices.leave_office(officer_id, now)
            await people.move(officer_id, answered.path)
            await notices.settle_for(officer_id, "draft")
            await seen.forget_all(officer_id)
            await end_alone(officer_id, now)
            await sessions.end_desk_of_officer(officer_id, now)
            await sessions.end_mobile_of_officer(officer_id, now, "rights_changed")
        case acts.PositionEndAsked() as asked:
            await positions.end(asked.position_id, asked.valid_to)
        case acts.ReinstateAsked():
            await people.set_state(officer_id, "active")
        case EmergencyAsked():
            # The answered ask itself is the access: queries/sessions.py reads it until it ends. A link that was made
            # before, by one person alone, opens nothing from now on.
            await credentials.end_enrolments(officer_id, now)
        case acts.ResetAsked() as asked if await credentials.field_only(officer_id) == asked.ask_id:
            pass  # set on site already; the desk opens once the officer types the confirmer's code
        case (
            acts.ResetAsked() as asked
        ):  # the asker makes the link, the confirmer has its code: see asks.py
            await credentials.end_enrolments_of_ask(asked.ask_id, now)
            await asks.use(asked.ask_id, None)
        case _:
            raise TypeError(f"no effect for {type(answered.content).__name__}")


async def end_alone(officer_id: UUID, now: datetime) -> None:
    """End an open link, credentials that one administrator alone gave, and their sessions."""
    await credentials.end_enrolments(officer_id, now)
    if await credentials.end_alone(officer_id):
        await certificates.hold(officer_id, now)
        await passkey_ends.end_all(officer_id, now)
        await sessions.end_desk_of_officer(officer_id, now)
        await sessions.end_mobile_of_officer(officer_id, now, "credentials_set")


async def _shut(officer_id: UUID, now: datetime) -> None:
    """Make credentials that were set on site without a second person useless.

    Their seed is replaced by one that nobody knows.
    """
    await credentials.set_seed(officer_id, totp.seal(secrets.token_bytes(20), officer_id), 0)
    await certificates.hold(officer_id, now)
    await passkey_ends.end_all(officer_id, now)
    await sessions.end_desk_of_officer(officer_id, now)
    await sessions.end_mobile_of_officer(officer_id, now, "rights_changed")
