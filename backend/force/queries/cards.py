"""Queries of inspection cards."""

from datetime import date
from uuid import UUID

import msgspec

from backend.core import compiled, rows
from backend.core.compiled import Query
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


@compiled.exists
def number_taken(number: str) -> Query:
    """Tell whether a card with this number was ever issued."""
    return InspectionCard.exists().where(InspectionCard.number == number)


@compiled.one(CardState)
def find(card_id: UUID) -> Query:
    """Return a card, or None."""
    card = InspectionCard.select(*rows.columns(CardState, InspectionCard))
    return card.where(InspectionCard.id == card_id)


@compiled.write
def change(card_id: UUID, suspended_on: date | None, revoked_on: date | None, reason: str) -> Query:
    """Suspend, restore or revoke a card."""
    return InspectionCard.update(
        {
            InspectionCard.suspended_on: suspended_on,
            InspectionCard.revoked_on: revoked_on,
            InspectionCard.reason: reason,
        }
    ).where(InspectionCard.id == card_id)


@compiled.many(Card)
def list_of(officer_id: UUID) -> Query:
    """Return an officer's cards, newest first; the caller has checked scope on the officer."""
    cards = InspectionCard.select(*rows.columns(Card, InspectionCard))
    of_officer = cards.where(InspectionCard.officer_id == officer_id)
    return of_officer.order_by(InspectionCard.expires_on, InspectionCard.id, ascending=False)
