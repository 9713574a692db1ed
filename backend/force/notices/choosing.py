"""What an officer wants to be told where, and when the phone's banner is quiet.

A preference and no act of the ledger: it changes no record. Every choice is kept with its time.
"""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from backend.core import change_feed, clock
from backend.core.actors import Actor
from backend.core.errors import Invalid
from backend.force.queries import notice_settings as queries
from backend.force.queries import notices as notice_queries
from backend.force.rules import notice_settings as rules
from backend.force.rules.notice_settings import Choice as Choice
from backend.force.rules.notice_settings import Settings
from schemas.core.ids import new_id
from schemas.force.notices import NoticeKind

_ON_PHONE = 30


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """An officer's settings: every kind with where it is shown, and whether that can be changed."""

    choices: dict[NoticeKind, Choice]
    fixed: frozenset[NoticeKind]
    quiet_from: int | None
    """Minutes since midnight in Vietnam, as the next."""
    quiet_until: int | None
    at: datetime | None
    """When the officer chose last (UTC); None before the first time."""


async def chosen(actor: Actor) -> Chosen:
    """Return the officer's own settings, with the defaults of the roles for what was never chosen."""
    reader = (await queries.readers([actor.officer_id]))[actor.officer_id]
    return Chosen(
        choices={kind: rules.choice(kind, reader.settings, reader.roles) for kind in NoticeKind},
        fixed=frozenset(kind for kind in NoticeKind if rules.is_fixed(kind)),
        quiet_from=reader.quiet_from,
        quiet_until=reader.quiet_until,
        at=reader.at,
    )


def with_choices(found: Chosen, choices: Mapping[NoticeKind, Choice]) -> Chosen:
    """Return the settings with what was ticked on a form that is shown again."""
    return msgspec.structs.replace(found, choices={**found.choices, **choices})


async def choose(
    actor: Actor,
    choices: Mapping[NoticeKind, Choice],
    quiet_from: int | None,
    quiet_until: int | None,
) -> None:
    """Store the officer's own settings, and have the phones fetch their notices with the new quiet hours.

    Only what differs from the roles' defaults is kept, so that a new role brings its own. Raises
    Invalid for half of the quiet hours, for hours that begin when they end, and for other minutes
    than those of a day.
    """
    given = (quiet_from, quiet_until)
    whole = (quiet_from is None) == (quiet_until is None)
    within = all(one is None or 0 <= one < rules.MINUTES_A_DAY for one in given)
    if not whole or not within or (quiet_from is not None and quiet_from == quiet_until):
        raise Invalid
    kept = {
        kind: choice
        for kind, choice in choices.items()
        if not rules.is_fixed(kind) and choice != rules.default(kind, actor.roles)
    }
    settings = Settings(choices=kept, quiet_from=quiet_from, quiet_until=quiet_until)
    await queries.insert(new_id(), actor.officer_id, settings, clock.now())
    waiting = await notice_queries.told_of(actor.officer_id, None, _ON_PHONE)
    await change_feed.tell_each([(actor.officer_id, str(one.id)) for one in waiting], "told")
