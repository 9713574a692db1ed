"""What an administrator may do with an officer, by where his account and cards stand. Pure; the door judges again."""

from datetime import date
from typing import Literal

from backend.core.actors import Actor
from backend.force.accounts.administration import Card, OfficerView
from schemas.core.vocabulary import Role

CardStanding = Literal["revoked", "suspended", "expired", "valid"]


def administers(actor: Actor) -> bool:
    """Whether he keeps the accounts."""
    return actor.has(Role.ADMINISTRATOR)


def possible(view: OfficerView) -> list[str]:
    """The acts that make sense for this officer now, by the name of their form; the one door has the last word."""
    if view.himself:
        return []
    ends = any(each.is_open for each in view.positions)
    if view.row.state != "active":
        made = ["correct", *(["enrol"] if view.row.enrolled else []), "reinstate"]
        return [*made, *(["end-position"] if ends else [])]
    made = ["correct", "enrol", "give-role"]
    made += ["take-role"] if view.row.roles else []
    made += ["unlock"] if view.failures else []
    made += ["give-position"]
    made += ["end-position"] if ends else []
    made += ["issue-card"]
    made += ["suspend-card"] if cards_for("suspend-card", view) else []
    made += ["restore-card"] if cards_for("restore-card", view) else []
    made += ["revoke-card"] if cards_for("revoke-card", view) else []
    return [*made, "move", "disable"]


def cards_for(act: str, view: OfficerView) -> list[Card]:
    """The cards that such an act may be about: none that was revoked; of suspended ones, only to restore or revoke."""
    live = [card for card in view.cards if card.revoked_on is None]
    if act in ("suspend-card", "restore-card"):
        return [card for card in live if (card.suspended_on is None) == (act == "suspend-card")]
    return live


def roles_for(act: str, view: OfficerView) -> list[Role]:
    """The roles that he can be given: those he has not. Those that can be taken: those he has."""
    held = set(view.row.roles)
    return [role for role in Role if (role in held) == (act == "take-role")]


def enrolments(view: OfficerView) -> tuple[str, ...]:
    """What a link may be for: the first one, or what is lost."""
    return ("password", "one_time_code", "both") if view.row.enrolled else ("first",)


def card_standing(card: Card, today: date) -> CardStanding:
    """What a card is worth on this day."""
    if card.revoked_on:
        return "revoked"
    if card.suspended_on:
        return "suspended"
    return "expired" if card.expires_on < today else "valid"
