"""Queries of inspection cards."""

from datetime import date
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.actors import Owned
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


@compiled.values(str)
def numbers_taken(numbers: list[str]) -> Query:
    """Return those of these numbers under which a card was ever issued."""
    return InspectionCard.select(InspectionCard.number).where(
        rows.any_of(InspectionCard.number, numbers)
    )


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


class Ending(Owned, frozen=True, kw_only=True):
    """The card in use of an officer in service that holds longest, and which warning is due."""

    id: UUID
    officer_id: UUID
    full_name: str
    number: str
    expires_on: date
    moment: str
    """90, 30 or over."""


async def ending(first: date, last: date, today: date, limit: int) -> list[Ending]:
    """Return cards that end between these days and whose holder was not told yet of where they stand."""
    found = await database.fetch(
        """
        SELECT x.id, x.officer_id, x.full_name, x.number, x.expires_on, x.moment, x.unit_1, x.unit_2, x.unit_3, x.unit_4
        FROM (
            SELECT c.id, o.id AS officer_id, o.full_name, c.number, c.expires_on,
                o.unit_1, o.unit_2, o.unit_3, o.unit_4,
                CASE WHEN c.expires_on < $3 THEN 'over' WHEN c.expires_on <= $3 + 30 THEN '30' ELSE '90' END AS moment
            FROM officers o JOIN inspection_cards c ON c.officer_id = o.id AND c.expires_on = o.card_until
                AND c.revoked_on IS NULL AND c.suspended_on IS NULL
            WHERE o.state = 'active' AND o.card_until BETWEEN $1 AND $2) x
        WHERE NOT EXISTS (SELECT FROM notices n WHERE n.officer_id = x.officer_id AND n.kind = 'person'
            AND n.once = 'card/' || x.id || '/' || x.moment)
        ORDER BY x.expires_on, x.id LIMIT $4
        """,
        first,
        last,
        today,
        limit,
    )
    return rows.many(Ending, found)
