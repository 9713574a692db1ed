"""Queries of inspection cards."""

from datetime import date
from uuid import UUID

import msgspec

from backend.core import rows
from backend.force.tables.officers import InspectionCard


class CardState(msgspec.Struct, frozen=True, kw_only=True):
    """Whose an inspection card is, and whether it is valid."""

    id: UUID
    officer_id: UUID
    issued_on: date
    suspended_on: date | None
    revoked_on: date | None


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """An inspection card."""

    id: UUID
    number: str
    issued_on: date
    expires_on: date
    suspended_on: date | None
    revoked_on: date | None
    reason: str | None


async def insert(
    card_id: UUID, officer_id: UUID, number: str, issued_on: date, expires_on: date
) -> None:
    """Insert an inspection card."""
    await InspectionCard.insert(
        InspectionCard(
            id=card_id,
            officer_id=officer_id,
            number=number,
            issued_on=issued_on,
            expires_on=expires_on,
        )
    )


async def number_taken(number: str) -> bool:
    """Tell whether a card with this number was ever issued."""
    return await InspectionCard.exists().where(InspectionCard.number == number)


async def find(card_id: UUID) -> CardState | None:
    """Return a card, or None."""
    query = InspectionCard.select(*rows.columns(CardState, InspectionCard))
    return rows.one(CardState, await query.where(InspectionCard.id == card_id).first())


async def change(
    card_id: UUID, suspended_on: date | None, revoked_on: date | None, reason: str
) -> None:
    """Suspend, restore or revoke a card."""
    await InspectionCard.update(
        {
            InspectionCard.suspended_on: suspended_on,
            InspectionCard.revoked_on: revoked_on,
            InspectionCard.reason: reason,
        }
    ).where(InspectionCard.id == card_id)


async def list_of(officer_id: UUID) -> list[Card]:
    """Return an officer's cards, newest first; the caller has checked scope on the officer."""
    query = InspectionCard.select(*rows.columns(Card, InspectionCard))
    of_officer = query.where(InspectionCard.officer_id == officer_id)
    newest_first = of_officer.order_by(
        InspectionCard.expires_on, InspectionCard.id, ascending=False
    )
    return rows.many(Card, await newest_first)
