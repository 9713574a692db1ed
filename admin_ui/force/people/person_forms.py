"""What an administrator can do with an officer, as data: the fields of each form, and the act that it makes."""

from collections.abc import Callable
from typing import NamedTuple

from admin_ui.shell.reading.fields import REASON, Field, Values
from backend.force.accounts import service as accounts
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force import acts
from schemas.force.access_acts import EmergencyAsked
from schemas.force.rank_acts import RankGiven, RankWithdrawn

_UNIT = Field("unit_id", "choice", "people.unit", source="units?rule=administered")
DECISION = (
    Field("number", "text", "asks.number", required=False, longest=60),
    Field("decided_on", "date", "asks.decided_on", required=False),
)
_CARD = Field("card_id", "choice", "people.card")


def may_say_why(hint: str) -> Field:
    """Return the field of a reason that need not be given."""
    return Field(
        "reason", "area", "people.reason", required=False, longest=2000, shortest=3, hint=hint
    )


class PersonForm(NamedTuple):
    """One form. `grave` forms are shown in the colour of warnings."""

    fields: tuple[Field, ...]
    content: Callable[[Values], Wire]
    grave: bool = False


FORMS: dict[str, PersonForm] = {
    "correct": PersonForm(
        (
            Field("full_name", "text", "people.full_name"),
            Field("officer_number", "text", "people.officer_number", required=False, longest=40),
            may_say_why("people.name_reason_hint"),
        ),
        lambda values: acts.OfficerCorrected(
            full_name=values["full_name"],
            officer_number=values["officer_number"],
            reason=values["reason"] or "",
        ),
    ),
    "move": PersonForm(
        (_UNIT._replace(word="people.unit_next"), REASON),
        lambda values: acts.OfficerMoved(unit_id=values["unit_id"], reason=values["reason"]),
    ),
    "disable": PersonForm(
        (REASON,), lambda values: acts.OfficerDisabled(reason=values["reason"]), grave=True
    ),
    "reinstate": PersonForm(
        (REASON,), lambda values: acts.OfficerReinstated(reason=values["reason"])
    ),
    "give-role": PersonForm(
        (
            Field("role", "choice", "people.role"),
            may_say_why("asks.reason_hint"),
        ),
        lambda values: acts.RoleGiven(role=Role(values["role"])),
    ),
    "emergency": PersonForm(
        (
            Field("role", "choice", "people.role"),
            Field("hours", "choice", "people.emergency_hours", hint="people.emergency_hours_hint"),
            REASON,
        ),
        lambda values: EmergencyAsked(
            ask_id=new_id(),
            role=values["role"],
            hours=int(values["hours"]),
            reason=values["reason"],
        ),
        grave=True,
    ),
    "take-role": PersonForm(
        (Field("role", "choice", "people.role"), REASON),
        lambda values: acts.RoleTaken(role=Role(values["role"]), reason=values["reason"]),
        grave=True,
    ),
    "give-position": PersonForm(
        (
            _UNIT,
            Field(
                "title_vi",
                "text",
                "people.title_vi",
                hint="people.title_vi_hint",
                suggests="titles",
            ),
            Field("valid_from", "date", "people.valid_from"),
            may_say_why("people.position_reason_hint"),
            *DECISION,
        ),
        lambda values: acts.PositionGiven(
            position_id=new_id(),
            unit_id=values["unit_id"],
            title_vi=values["title_vi"],
            title_en=accounts.title_in_english(values["title_vi"]),
            valid_from=values["valid_from"],
        ),
    ),
    "end-position": PersonForm(
        (
            Field("position_id", "choice", "people.position"),
            Field("valid_to", "date", "people.ends_from", hint="people.ends_from_hint"),
            *DECISION,
        ),
        lambda values: acts.PositionEnded(
            position_id=values["position_id"], valid_to=values["valid_to"]
        ),
    ),
    "give-rank": PersonForm(
        (
            Field("code", "choice", "people.rank"),
            Field("valid_from", "date", "people.valid_from"),
            Field("number", "text", "asks.number", longest=60),
            Field("decided_on", "date", "asks.decided_on"),
        ),
        lambda values: RankGiven(
            rank_id=new_id(),
            code=values["code"],
            valid_from=values["valid_from"],
            number=values["number"],
            decided_on=values["decided_on"],
        ),
    ),
    "withdraw-rank": PersonForm(
        (Field("rank_id", "choice", "people.rank"), REASON),
        lambda values: RankWithdrawn(rank_id=values["rank_id"], reason=values["reason"]),
        grave=True,
    ),
    "issue-card": PersonForm(
        (
            Field("number", "text", "people.card_number", longest=40),
            Field("issued_on", "date", "people.issued_on"),
            Field("expires_on", "date", "people.expires_on", hint="people.expires_hint"),
        ),
        lambda values: acts.CardIssued(
            card_id=new_id(),
            number=values["number"],
            issued_on=values["issued_on"],
            expires_on=values["expires_on"],
        ),
    ),
    "suspend-card": PersonForm(
        (_CARD, Field("suspended_on", "date", "people.suspended_on"), REASON),
        lambda values: acts.CardSuspended(
            card_id=values["card_id"], suspended_on=values["suspended_on"], reason=values["reason"]
        ),
        grave=True,
    ),
    "restore-card": PersonForm(
        (_CARD, REASON),
        lambda values: acts.CardRestored(card_id=values["card_id"], reason=values["reason"]),
    ),
    "revoke-card": PersonForm(
        (_CARD, Field("revoked_on", "date", "people.revoked_on"), REASON),
        lambda values: acts.CardRevoked(
            card_id=values["card_id"], revoked_on=values["revoked_on"], reason=values["reason"]
        ),
        grave=True,
    ),
}
