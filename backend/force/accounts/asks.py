"""Asks: what one person asks for and a second person confirms.

They are needed for a reset of credentials, a role above inspector, a head's position or its end, a
move upwards or of an officer with power, and a reinstatement of such an officer or after a head's
objection.

    ask_id = await ask(actor, officer_id, RoleAsked(...))     # an administrator
    await confirm(other, ask_id, "gặp trực tiếp")             # another administrator, or the officer's head
    await make_link(actor, ask_id)                            # of a reset: the asker, once, within a day

Confirming a reset shows the confirmer a code of eight digits, once. The link that the asker then
makes opens nothing without that code. If the link was made and used before anybody confirmed, its
credentials open only work on site until the officer types the code at the desk. Until then the
officer, the officer's head, the asker and the confirmer can stop the reset.

All functions run inside the caller's transaction. Refused is returned, so that the transaction
keeps the refusal.
"""

import secrets
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.force.accounts import ask_telling, enrolments, judging_asks
from backend.force.accounts.enrolments import Issued, Purpose
from backend.force.derived.asks import CONTENTS, TYPES
from backend.force.queries import asks, credentials, people, people_lists
from backend.force.queries.asks import NamedAsk
from backend.force.rules import asks as ask_rules
from backend.force.texts import asks as ask_words
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.force import acts
from schemas.force.access_acts import EmergencyAsked
from schemas.force.acts import PeopleAct

PAGE = 50
SEES_ASKS = (Role.ADMINISTRATOR, Role.SUPERVISOR, Role.AUDITOR, Role.LEGAL, Role.CLERK)
ABOUT = ("field", "reset", "position", "role", "emergency")
"""What an auditor can list: resets used on site before anybody confirmed them, all resets,
positions, roles."""
Show = Literal["waiting", "mine", "all"]
State = Literal["waiting", "over", "confirmed", "declined", "stopped"]


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """An ask as a reader sees it."""

    id: UUID
    officer_id: UUID
    officer: str
    username: str
    unit: Text
    kind: str
    what: Text
    """What is asked for, as a phrase of a sentence."""
    asker: str
    asked_at: datetime
    reason: str
    number: str | None
    """Number of the decision on a head's position; its day and its scan follow."""
    decided_on: Any
    scan_id: UUID | None
    state: State
    """`over`: nobody answered within a week."""
    answerer: str | None
    answered_at: datetime | None
    answer: str | None
    stopper: str | None
    stopped_at: datetime | None
    stopped_why: str | None
    used_at: datetime | None
    """When the link of a reset was made."""
    set_at: datetime | None
    """When the link was used before anybody had confirmed; these credentials open only work on
    site."""
    done_at: datetime | None
    """When the credentials of a reset became valid for everything."""
    until: datetime | None
    """When emergency access ends, or ended."""
    may_confirm: bool
    may_decline: bool
    may_withdraw: bool
    may_stop: bool
    """It was confirmed, and this reader can still stop it."""
    may_link: bool
    field_only: bool
    """The link that may be made, or was made, has no confirmation: it opens only work on site."""
    ends_credentials: bool
    """Confirming it ends the officer's password and codes, because one administrator alone gave
    them."""
    who_else: list[str]
    """Names of those who may confirm it; empty if it does not wait."""


_GAINS = frozenset({"role", "position", "move"})
"""Kinds that give more power. Confirming one ends what one administrator alone had set: see
folding_asks.py."""


async def _view(row: NamedAsk, actor: Actor, *, names: bool = False) -> Ask:
    content = msgspec.json.decode(row.content, type=CONTENTS[row.kind])
    target = Text(vi=row.target_vi or "", en=row.target_en or "")
    now = clock.now()
    over = row.state == "waiting" and row.asked_at + ask_rules.ASK_LIFE < now
    state: State = "over" if over else row.state
    waits = state == "waiting"
    stops = judging_asks.may_be_stopped(row)
    lingers = state == "over" and row.set_at is not None
    may, no = False, False
    if waits or stops or lingers:
        may = await judging_asks.who_objects(row, row.officers_path, actor) is None
        no = may or judging_asks.says_no_himself(row, actor)
    mine = row.asked_by == actor.officer_id
    live = row.answered_at is not None and row.answered_at + ask_rules.LINK_WITHIN > now
    confirmed = state == "confirmed" and row.kind == "reset" and live and not row.used_at
    field = judging_asks.opens_for_field(row)
    who = []
    if waits and names:
        who = await ask_telling.confirmers(row, await people.get(row.officer_id))
    return Ask(
        id=row.id,
        officer_id=row.officer_id,
        officer=row.full_name,
        username=row.username,
        unit=Text(vi=row.name_vi, en=row.name_en),
        kind=row.kind,
        what=ask_words.of(content, target) or Text(vi="", en=""),
        asker=row.asker,
        asked_at=row.asked_at,
        reason=getattr(content, "reason", ""),
        number=getattr(content, "number", None),
        decided_on=getattr(content, "decided_on", None),
        scan_id=getattr(content, "scan_id", None),
        state=state,
        answerer=row.operator or row.answerer,
        answered_at=row.answered_at,
        answer=row.reason,
        stopper=row.stopper,
        stopped_at=row.stopped_at,
        stopped_why=row.stopped_why,
        used_at=row.used_at,
        set_at=row.set_at if state in ("waiting", "over", "confirmed") else None,
        done_at=row.done_at,
        until=judging_asks.emergency_until(row),
        may_confirm=waits and may,
        may_decline=(waits or lingers) and not mine and no,
        may_withdraw=(waits or lingers) and mine,
        may_stop=stops and no,
        may_link=mine and (field or confirmed),
        field_only=field or row.set_at is not None or (waits and row.used_at is not None),
        ends_credentials=waits
        and row.kind in _GAINS
        and await credentials.set_alone(row.officer_id),
        who_else=[(await people.get(each)).full_name for each in who],
    )


async def page(
    actor: Actor, show: Show, after: UUID | None = None, about: str | None = None
) -> tuple[list[Ask], UUID | None]:
    """Return a page of the asks in sight, newest first, and where the next one begins.

    Raises NotAllowed.

    `about` is one of ABOUT, or None for all.
    """
    if not actor.has(*SEES_ASKS):
        raise NotAllowed
    since = clock.now() - ask_rules.ASK_LIFE
    rows = await asks.page(actor, show, after, since, PAGE + 1, about)
    more = rows[PAGE - 1].id if len(rows) > PAGE else None
    return [await _view(row, actor) for row in rows[:PAGE]], more


async def counts(actor: Actor) -> dict[str, int]:
    """Count the asks in sight for each of ABOUT, answered or not. Raises NotAllowed."""
    if not actor.has(*SEES_ASKS):
        raise NotAllowed
    return msgspec.structs.asdict(await asks.counts(actor))


async def get(actor: Actor, ask_id: UUID) -> Ask:
    """Return an ask in sight. Raises NotFound."""
    row = await asks.in_sight(actor, ask_id)
    if row is None:
        raise NotFound(what="ask")
    return await _view(row, actor, names=True)


async def ask(actor: Actor, officer_id: UUID, content: Any) -> Outcome:
    """Record an ask and send its notices to the officer, the heads and those who may confirm it.

    Raises NotAllowed, NotFound.
    """
    if not actor.has(Role.ADMINISTRATOR):
        raise NotAllowed
    if await people_lists.find_administered(actor, officer_id) is None:
        raise NotFound(what="officer")
    act = ledger.desk_act(RecordKind.OFFICER, officer_id, TYPES[type(content)], content, actor)
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted):
        what = ask_words.of(content, await ask_telling.unit_of(content)) or Text(vi="", en="")
        await ask_telling.asked(actor, officer_id, content.ask_id, what)
    return outcome


async def confirm(
    actor: Actor, ask_id: UUID, note: str, operator: str | None = None
) -> tuple[Outcome, str | None]:
    """Confirm an ask; for a reset, also return the code to hand over. It is shown only this once.

    Raises NotFound.
    """
    row = await _found(actor, ask_id)
    content = acts.AskConfirmed(ask_id=ask_id, note=note, operator=operator)
    ends = row.kind in _GAINS and await credentials.set_alone(row.officer_id)
    outcome = await _answer(actor, row, PeopleAct.ASK_CONFIRMED, content)
    if ends and isinstance(outcome, Accepted):
        await ask_telling.enrol_anew(row, _what(row))
    if isinstance(outcome, Refused) or row.kind != "reset":
        return outcome, None
    code = f"{secrets.randbelow(10**8):08d}"
    await asks.put_code(ask_id, enrolments.hash_of_code(ask_id, code))
    return outcome, f"{code[:4]} {code[4:]}"


async def has_emergency_access(actor: Actor) -> bool:
    """Tell whether the actor has a role by emergency access now."""
    return await asks.emergency_live(actor.officer_id)


async def decline(actor: Actor, ask_id: UUID, reason: str) -> Outcome:
    """Decline an ask, or take back one's own. Raises NotFound."""
    row = await _found(actor, ask_id)
    content = acts.AskDeclined(ask_id=ask_id, reason=reason)
    return await _answer(actor, row, PeopleAct.ASK_DECLINED, content)


async def make_link(actor: Actor, ask_id: UUID) -> tuple[Outcome, Issued | None]:
    """Make the one-time address of a reset, once, for the asker. Raises NotFound.

    A reset that nobody confirmed within four hours gets an address without a code. The credentials
    set through it open only work on site.
    """
    row = await _found(actor, ask_id)
    if row.kind != "reset" or row.asked_by != actor.officer_id:
        raise NotFound(what="ask")
    # Wait for a confirmation that is being recorded right now: it brings the code that the link
    # must ask for.
    await people.lock(row.officer_id)
    row = await _found(actor, ask_id)
    asked = msgspec.json.decode(row.content, type=acts.ResetAsked)
    purpose: Purpose = "first" if asked.purpose == "both" else asked.purpose
    alone = judging_asks.opens_for_field(row)
    code = None if alone else row.code_hash
    outcome, issued = await enrolments.issue(
        actor, row.officer_id, purpose, ask_id, code, field_only=alone
    )
    if isinstance(outcome, Accepted):
        await asks.use(ask_id, clock.now())
        link = ask_words.FIELD_LINK if alone else ask_words.LINK
        await ask_telling.done(actor, row.officer_id, link)
    return outcome, issued


async def _found(actor: Actor, ask_id: UUID) -> NamedAsk:
    seen = asks.any_unit(ask_id) if actor.face == "cli" else asks.in_sight(actor, ask_id)
    row = await seen
    if row is None:
        raise NotFound(what="ask")
    return row


async def _answer(actor: Actor, row: NamedAsk, act_type: PeopleAct, content: Any) -> Outcome:
    act = ledger.desk_act(RecordKind.OFFICER, row.officer_id, act_type, content, actor)
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted):
        what = _what(row)
        await ask_telling.answered(
            getattr(content, "operator", None) or actor.full_name,
            row,
            what,
            confirmed=act_type == PeopleAct.ASK_CONFIRMED,
            but=None if actor.face == "cli" else actor.officer_id,
        )
    return outcome


def _what(row: NamedAsk) -> Text:
    asked = msgspec.json.decode(row.content, type=CONTENTS[row.kind])
    target = Text(vi=row.target_vi or "", en=row.target_en or "")
    return ask_words.of(asked, target) or target


def new_ask(content: Any, reason: str) -> Any:
    """Return the ask that replaces an act which an administrator may not do alone.

    That is a role, a move or a reinstatement.
    """
    match content:
        case acts.RoleGiven():
            return acts.RoleAsked(ask_id=new_id(), role=content.role, reason=reason)
        case acts.OfficerMoved():
            return acts.MoveAsked(ask_id=new_id(), unit_id=content.unit_id, reason=content.reason)
        case EmergencyAsked():
            return content
        case acts.OfficerReinstated():
            return acts.ReinstateAsked(ask_id=new_id(), reason=content.reason)
        case _:
            raise TypeError(f"not asked for in this way: {type(content).__name__}")
