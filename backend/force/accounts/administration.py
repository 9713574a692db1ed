"""The commands of administrators on officers and devices; each records one act.

Every function records its act through `ledger.record` (the one door). An officer or device outside
the actor's scope raises NotFound, a missing role raises NotAllowed. An act that the one door
refuses is returned as Refused, so that the caller's transaction keeps the refusal.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import access_log, clock
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.force.accounts import ask_telling, device_pages, enrolments, history
from backend.force.accounts.device_pages import DeviceRow
from backend.force.accounts.enrolments import Issued, Purpose
from backend.force.queries import cards, credentials, people, people_lists, positions, ranks
from backend.force.queries.cards import Card as Card
from backend.force.queries.people_lists import ListedAccount
from backend.force.queries.people_lists import PeopleFilters as PeopleFilters
from backend.force.queries.ranks import Rank as Rank
from backend.force.rules import accounts as rules
from backend.force.rules import names
from backend.force.rules.accounts import require_administrator
from backend.force.texts import asks as ask_words
from backend.ledger import reading as ledger_reading
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.force import acts
from schemas.force.acts import PeopleAct
from schemas.force.rank_acts import RankGiven, RankWithdrawn

PAGE = 50

_TYPES: dict[type[Wire], PeopleAct] = {
    acts.OfficerCorrected: PeopleAct.OFFICER_CORRECTED,
    acts.OfficerMoved: PeopleAct.OFFICER_MOVED,
    acts.OfficerDisabled: PeopleAct.OFFICER_DISABLED,
    acts.OfficerReinstated: PeopleAct.OFFICER_REINSTATED,
    acts.RoleGiven: PeopleAct.ROLE_GIVEN,
    acts.RoleTaken: PeopleAct.ROLE_TAKEN,
    acts.PositionGiven: PeopleAct.POSITION_GIVEN,
    acts.PositionEnded: PeopleAct.POSITION_ENDED,
    RankGiven: PeopleAct.RANK_GIVEN,
    RankWithdrawn: PeopleAct.RANK_WITHDRAWN,
    acts.CardIssued: PeopleAct.CARD_ISSUED,
    acts.CardSuspended: PeopleAct.CARD_SUSPENDED,
    acts.CardRestored: PeopleAct.CARD_RESTORED,
    acts.CardRevoked: PeopleAct.CARD_REVOKED,
}


class OfficerRow(msgspec.Struct, frozen=True, kw_only=True):
    """An officer in a list."""

    id: UUID
    username: str
    full_name: str
    officer_number: str | None
    unit_id: UUID
    unit: Text
    unit_code: str
    state: str
    roles: list[Role]
    enrolled: bool
    """Whether the officer has ever set credentials."""
    leads: bool
    """Whether the officer leads teams, and so needs a card."""
    card_until: date | None
    """Last day of the card that holds longest; None without a card in use."""
    title: Text
    """The position held today, as it was entered in both languages; empty without one."""
    rank: str
    """The code of the rank held today; empty if none was entered."""


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A position (chức vụ) with its days; `valid_to` is the first day without it."""

    id: UUID
    title: Text
    unit: Text
    valid_from: date
    valid_to: date | None
    is_open: bool
    """Whether an end can be entered or brought forward: the position has no end, or its end lies
    ahead."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One act about an officer, as the ledger recorded it."""

    number: int
    act_type: str
    at: datetime
    by: str
    what: Text | None
    """The role, position or unit that the act is about; None if its type says enough."""


class OfficerView(msgspec.Struct, frozen=True, kw_only=True):
    """An officer's page."""

    row: OfficerRow
    language: str
    positions: list[Position]
    ranks: list[Rank]
    """The newest first."""
    cards: list[Card]
    devices: list[DeviceRow]
    history: list[Event]
    """Newest first."""
    failures: int
    """Failed sign-ins within the window that still count."""
    locked: bool
    """Whether too many failures count at one place, so that nobody can sign in from there until an
    unlock or the end of the window. A place is one that the officer used before, or all others
    together."""
    himself: bool
    """Whether the reader looks at their own page; nobody can change their own account."""


def _row(row: ListedAccount) -> OfficerRow:
    return OfficerRow(
        id=row.id,
        username=row.username,
        full_name=row.full_name,
        officer_number=row.officer_number,
        unit_id=row.unit_id,
        unit=Text(vi=row.name_vi, en=row.name_en),
        unit_code=row.unit_code,
        state=row.state,
        roles=row.roles,
        enrolled=row.enrolled,
        leads=row.leads,
        card_until=row.card_until,
        title=Text(vi=row.title[0], en=row.title[1]) if row.title else Text(vi="", en=""),
        rank=row.rank or "",
    )


async def list_officers(
    actor: Actor,
    *,
    after: str | None = None,
    filters: PeopleFilters = PeopleFilters(),  # noqa: B008 - frozen
    address: str | None = None,
) -> tuple[list[OfficerRow], str | None]:
    """Return a page of the scope's officers by user name, and the name that begins the next.

    Records what was searched for.
    """
    require_administrator(actor)
    asked = {"words": filters.search.strip()}
    await access_log.record_search(actor, "people.searched", asked, address)
    return await officers_of(actor, after, filters, PAGE)


async def officers_of(
    actor: Actor, after: str | None, filters: PeopleFilters, limit: int
) -> tuple[list[OfficerRow], str | None]:
    """Do as list_officers() does and record nothing: for a file, whose asking is recorded. Raises NotAllowed."""
    require_administrator(actor)
    rows = await people_lists.list_administered(actor, after, filters, limit + 1)
    more = rows[limit - 1].username if len(rows) > limit else None
    return [_row(row) for row in rows[:limit]], more


async def get_officer(actor: Actor, officer_id: UUID) -> OfficerView:
    """Return the page of an officer of the scope. Raises NotAllowed, NotFound."""
    row = await get_row(actor, officer_id)
    since = clock.now() - rules.GUESS_WINDOW
    failures, at_one_place = await credentials.count_failures(row.username, since)
    entries, held = (
        await ledger_reading.timeline(officer_id),
        await positions.list_of(officer_id),
    )
    what = await history.told(officer_id, entries, held)
    return OfficerView(
        row=_row(row),
        language=row.language,
        positions=[
            Position(
                id=each.id,
                title=Text(vi=each.title_vi, en=each.title_en),
                unit=Text(vi=each.unit_vi, en=each.unit_en),
                valid_from=each.valid_from,
                valid_to=each.valid_to,
                is_open=each.valid_to is None or each.valid_to > clock.today(),
            )
            for each in held
        ],
        ranks=await ranks.list_of(officer_id),
        cards=await cards.list_of(officer_id),
        devices=await device_pages.of_officer(actor, officer_id, PAGE),
        history=[
            Event(
                number=entry.number,
                act_type=entry.act_type,
                at=entry.received_at,
                by=entry.officer_name or "",
                what=what.get(entry.number),
            )
            for entry in reversed(entries)
        ],
        failures=failures,
        locked=at_one_place >= rules.MAX_FAILURES_PER_ACCOUNT,
        himself=officer_id == actor.officer_id,
    )


async def get_row(actor: Actor, officer_id: UUID) -> ListedAccount:
    """Return an officer whom the actor administers. Raises NotAllowed, NotFound."""
    require_administrator(actor)
    row = await people_lists.find_administered(actor, officer_id)
    if row is None:
        raise NotFound(what="officer")
    return row


async def register(
    actor: Actor, content: acts.OfficerRegistered, officer_id: UUID | None = None
) -> Outcome:
    """Register an officer in a unit of the scope. Raises Invalid (user name), NotAllowed."""
    if actor.face != "cli":
        require_administrator(actor)
    rules.check_username(content.username)
    officer_id, content = officer_id or new_id(), _tidy(content)
    act = ledger.desk_act(
        RecordKind.OFFICER, officer_id, PeopleAct.OFFICER_REGISTERED, content, actor
    )
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted) and content.reason:
        alike = await ask_telling.namesakes(officer_id)
        what = ask_words.registered(content.full_name) if alike else None
        await ask_telling.done(actor, officer_id, what, *alike)
    return outcome


def _tidy(content: Any) -> Any:
    """Return the content with name and number as they are stored."""
    number = names.tidy(content.officer_number) if content.officer_number else None
    full_name = names.tidy(content.full_name)
    return msgspec.structs.replace(content, full_name=full_name, officer_number=number or None)


async def change(actor: Actor, officer_id: UUID, content: Wire) -> Outcome:
    """Record an administrator's act on an officer that needs only its content; see _TYPES."""
    if actor.face != "cli":
        await get_row(actor, officer_id)
    before = await people.find(officer_id)
    if isinstance(content, acts.OfficerCorrected):
        content = _tidy(content)
    act = ledger.desk_act(RecordKind.OFFICER, officer_id, _TYPES[type(content)], content, actor)
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted):
        what, alike = ask_words.of(content, await ask_telling.unit_of(content)), list[UUID]()
        if isinstance(content, acts.OfficerCorrected) and before is not None:
            what = ask_words.renamed(before.full_name, content.full_name)
            alike = await ask_telling.namesakes(officer_id)
        await ask_telling.done(actor, officer_id, what, *alike)
    return outcome


def leaving(unit_id: UUID | None, reason: str) -> acts.OfficerMoved | acts.OfficerDisabled:
    """Return the act by which an officer goes to another unit, or leaves: None."""
    if unit_id is None:
        return acts.OfficerDisabled(reason=reason)
    return acts.OfficerMoved(unit_id=unit_id, reason=reason)


async def issue_enrolment(
    actor: Actor, officer_id: UUID, purpose: Purpose
) -> tuple[Outcome, Issued | None]:
    """Make a one-time address for somebody else. Raises NotAllowed, NotFound."""
    if actor.face != "cli":
        await get_row(actor, officer_id)
    outcome, issued = await enrolments.issue(actor, officer_id, purpose)
    if isinstance(outcome, Accepted):
        await ask_telling.enrolled_alone(actor, officer_id, ask_words.reset(purpose))
    return outcome, issued


async def unlock(actor: Actor, officer_id: UUID) -> Outcome:
    """Unlock an account that must wait after too many wrong tries. Raises NotAllowed, NotFound."""
    row = await get_row(actor, officer_id)
    since = clock.now() - rules.GUESS_WINDOW
    failures, _ = await credentials.count_failures(row.username, since)
    content = acts.OfficerUnlocked(failures=failures)
    act = ledger.desk_act(
        RecordKind.OFFICER, officer_id, PeopleAct.OFFICER_UNLOCKED, content, actor
    )
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted):
        await credentials.delete_failures(row.username)
    return outcome


async def choose_language(actor: Actor, language: str) -> Outcome:
    """Record the officer's own choice of language; it applies to all their pages and devices."""
    content = acts.LanguageChosen(language="en" if language == "en" else "vi")
    act = ledger.desk_act(
        RecordKind.OFFICER, actor.officer_id, PeopleAct.LANGUAGE_CHOSEN, content, actor
    )
    return await ledger.record(act, actor)
