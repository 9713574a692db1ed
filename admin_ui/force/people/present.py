"""What an officer is and holds today, as the line above the form of an act."""

from datetime import date
from functools import partial

from admin_ui.shell.formats import short_date
from admin_ui.shell.words import Language, say
from backend.force.accounts.service import Card, OfficerView, Position, possible_acts

_OF_ROLES = frozenset({"emergency", "give-role", "take-role", "move", "reinstate"})
_OF_POSITIONS = frozenset({"give-position", "end-position", "move", "reinstate"})


def line(act: str, view: OfficerView, language: Language, today: date) -> str:
    """Return the number and the unit, then what the act changes: the roles, the positions or the cards."""
    words, row = partial(say, language), view.row
    said = [getattr(row.unit, language)]
    if row.officer_number:
        said.insert(0, words("people.now_number", number=row.officer_number))
    if act in _OF_ROLES:
        roles = ", ".join(words(f"domain.role_{role}") for role in row.roles)
        said.append(
            words("people.now_roles", roles=roles) if roles else words("people.now_no_role")
        )
    if act in _OF_POSITIONS:
        held = [each for each in view.positions if each.is_open]
        said += [_position(each, language) for each in held] or [words("people.now_no_position")]
    if act.endswith("-card"):
        live = [card for card in view.cards if card.revoked_on is None]
        said += [_card(card, language, today) for card in live] or [words("people.now_no_card")]
    return " · ".join(said)


def _position(each: Position, language: Language) -> str:
    since = short_date(each.valid_from, language)
    return say(language, "people.now_position", title=getattr(each.title, language), day=since)


def _card(card: Card, language: Language, today: date) -> str:
    standing = say(language, f"people.card_{possible_acts.card_standing(card, today)}")
    return say(
        language,
        "people.now_card",
        number=card.number,
        standing=standing[:1].lower() + standing[1:],
        day=short_date(card.expires_on, language),
    )
