"""Which acts an administrator is offered for an officer, by the state of the account and the cards.

Pure; `ledger.record` (the one door) judges the act again.
"""

from datetime import date
from typing import Literal, get_args

from backend.core.actors import Actor
from backend.force.accounts.administration import OfficerRow, OfficerView
from backend.force.derived.authority import SERVICE_OFFICER
from backend.force.queries.cards import Card
from backend.force.queries.people_lists import SOON, CardState
from backend.force.rules import asks as ask_rules
from backend.law.sanctions import service as sanctions
from schemas.core.vocabulary import Role
from schemas.force.rank_acts import RankCode

CardStanding = Literal["revoked", "suspended", "expired", "valid"]


def administers(actor: Actor) -> bool:
    """Tell whether the actor administers accounts."""
    return actor.has(Role.ADMINISTRATOR)


def of_system(row: OfficerRow) -> bool:
    """Tell whether this is the system's own account, which nobody is and nobody changes."""
    return row.id == SERVICE_OFFICER


def possible(view: OfficerView) -> list[str]:
    """Return the acts that make sense for this officer now, by the name of their form; for the system's own, none."""
    if view.himself or of_system(view.row):
        return []
    ends = any(each.is_open for each in view.positions)
    if view.row.state != "active":
        made = ["correct", *(["enrol"] if view.row.enrolled else []), "reinstate"]
        return [*made, *(["end-position"] if ends else [])]
    made = ["correct", "enrol", "give-role"]
    made += ["take-role"] if view.row.roles else []
    made += ["unlock"] if view.failures else []
    made += [] if Role.ADMINISTRATOR in view.row.roles else ["emergency"]
    made += ["give-position"]
    made += ["end-position"] if ends else []
    made += ["give-rank", *(["withdraw-rank"] if view.ranks else []), "issue-card"]
    made += ["suspend-card"] if cards_for("suspend-card", view) else []
    made += ["restore-card"] if cards_for("restore-card", view) else []
    made += ["revoke-card"] if cards_for("revoke-card", view) else []
    return [*made, "move", "disable"]


def cards_for(act: str, view: OfficerView) -> list[Card]:
    """Return the cards that such an act may be about, never a revoked one.

    `suspend-card` gets those that are not suspended, `restore-card` those that are.
    """
    live = [card for card in view.cards if card.revoked_on is None]
    if act in ("suspend-card", "restore-card"):
        return [card for card in live if (card.suspended_on is None) == (act == "suspend-card")]
    return live


def roles_for(act: str, view: OfficerView) -> list[Role]:
    """Return the roles that an act may be about.

    `take-role` gets those the officer has, `emergency` those that may be held for some hours, any other act
    those the officer has not.
    """
    held = set(view.row.roles)
    if act == "emergency":
        return [role for role in (Role.SUPERVISOR, Role.AUDITOR) if role not in held]
    return [role for role in Role if (role in held) == (act == "take-role")]


def ranks() -> tuple[str, ...]:
    """Return the codes of the ranks (Circular 02/2022), the highest first."""
    return get_args(RankCode)


def titles() -> list[str]:
    """Return the titles that the law names, to pick one instead of typing it; others can be typed."""
    return sanctions.known_titles()


def titles_alone() -> list[str]:
    """Return the titles that one administrator gives alone: lower case, no diacritics, đ as d, single spaces."""
    return sorted(sanctions.controllers_titles())


def roles_alone() -> list[Role]:
    """Return the roles that one administrator gives alone."""
    return [role for role in Role if not ask_rules.grave_role(role)]


def ends_by_decision(view: OfficerView) -> list[bool]:
    """Tell of each position that can end now whether it ends only by a decision that a second person reads."""
    titles = [each.title.vi for each in view.positions if each.is_open]
    return [ask_rules.grave_title(controllers=sanctions.is_controllers(title)) for title in titles]


def card_need(row: OfficerRow, today: date) -> CardState | None:
    """Return what is to be done about an officer's card: none though they lead teams, an expired one, or one that ends
    within SOON. Of an account that is closed, and of who holds no card and needs none, nothing."""
    if row.state != "active":
        return None
    if row.card_until is None:
        return "missing" if row.leads else None
    if row.card_until < today:
        return "expired"
    return "soon" if row.card_until <= today + SOON else None


def enrolments(view: OfficerView) -> tuple[str, ...]:
    """Return what a link may be for: first credentials, or the factors that may have been lost."""
    return ("password", "one_time_code", "both") if view.row.enrolled else ("first",)


def card_standing(card: Card, today: date) -> CardStanding:
    """Return the state of a card on this day."""
    if card.revoked_on:
        return "revoked"
    if card.suspended_on:
        return "suspended"
    return "expired" if card.expires_on < today else "valid"
