"""Loads the made-up force into a new installation, by the same functions that real people use.

Everything is one transaction: an interrupted start leaves either nothing or everything. The
accounts' file is written first (see accounts.py), the mark of a demonstration last. In a living
demonstration units, people and businesses are there since its history begins, and its registers
begin behind the numbers of that history (docs/decisions/0059).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import asyncpg

from backend import registry
from backend.core import clock, database, keys, local_time
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.fieldwork.inspections import issue
from backend.force.accounts import service as account_service
from backend.force.units import service as units
from backend.ledger import service as ledger
from backend.parties import service as parties
from deploy.demo import accounts, certificates, day, delegating, publishing, waiting
from deploy.demo.demo_data import (
    BUSINESSES,
    DECISIONS,
    LEGAL_BASES,
    OFFICERS,
    UNITS,
    Business,
    Decision,
    Officer,
)
from deploy.demo.earlier import FormerPhone
from deploy.demo.phone import Account
from deploy.demo.stories import beginning
from deploy.failures import Failure
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.decisions import IssueDecision
from schemas.force import acts as people_acts

_SINCE = timedelta(days=200)


async def load(settings: Settings, *, living: bool = False) -> None:
    """Load the force into the database of `settings` unless it is there, and mark the installation.

    `living`: a history will be played behind it (deploy/demo/living). Needs
    `owner_database_url` and `data_dir`. May be interrupted and repeated. Raises Failure if the
    installation already has other people.
    """
    if settings.owner_database_url is None or settings.data_dir is None:
        raise ValueError("the demonstration needs the owner's database address and a data folder")
    known = accounts.make(settings.data_dir)
    registry.open_all()
    keys.load(settings.keys_dir)
    await database.start(settings.database_url, size=2)
    try:
        await _fill_once(known, settings.data_dir, living)
        with clock.shown(await beginning.moment()):
            await certificates.give(known, settings)
        await delegating.give(settings)
        await publishing.publish()
        await waiting.give(settings)
    finally:
        await database.stop()
    connection = await asyncpg.connect(settings.owner_database_url)
    try:
        await connection.execute("UPDATE installation SET is_demonstration = true")
    finally:
        await connection.close()


async def _fill_once(known: dict[str, Account], data_dir: Path, living: bool) -> None:
    async with transaction():
        root = await units.find_root()
        if root is not None:
            if root.name.vi != UNITS[0].vi:
                raise Failure(
                    f"{data_dir} đã có người thật: không trộn với lực lượng trình diễn",
                    f"{data_dir} holds real people already: a demonstration is not mixed with them",
                )
            await add_newcomers(known)
            return
        await _fill(known, living)


async def _fill(known: dict[str, Account], living: bool) -> None:
    ids = {unit.code: new_id() for unit in UNITS}
    who = {officer.username: new_id() for officer in OFFICERS}
    first = _first_administrator()
    operator = account_service.operator(
        who[first.username], ids[UNITS[0].code], first.username, first.name
    )
    made = await beginning.enter() if living else []
    with clock.shown(await beginning.moment()):
        heads, rows = await _people(known, ids, who, operator)
    await beginning.keep_numbers(made, ids)
    await _fill_register(ids, who, heads, rows)


_Rows = dict[str, tuple[Business, UUID]]


async def _people(
    known: dict[str, Account], ids: dict[str, UUID], who: dict[str, UUID], operator: Actor
) -> tuple[dict[str, Actor], _Rows]:
    """Enter units, officers and businesses; return the heads by unit, and the businesses by name."""
    for unit in UNITS:
        content = people_acts.UnitCreated(
            code=unit.code,
            name_vi=unit.vi,
            name_en=unit.en,
            kind=unit.kind,  # type: ignore[arg-type]  # demo_data.py holds only the three kinds
            parent_id=ids[unit.parent] if unit.parent else None,
            valid_from=clock.today() - 2 * _SINCE,
        )
        ledger.unwrap(await units.create(operator, content, ids[unit.code]))
    for number, officer in _numbered(_first_administrator(), OFFICERS):
        await _enter(operator, officer, who[officer.username], ids[officer.unit], number, known)
    heads = await _heads(ids, who)
    rows: _Rows = {}
    for business in (*BUSINESSES, *day.BUSINESSES):
        rows[business.name] = (business, await add_business(business, heads[business.unit]))
    return heads, rows


async def add_business(business: Business, head: Actor) -> UUID:
    """Enter a business by the head of its department; returns its id."""
    subject = subject_of(business, None)
    row = await parties.add(head, subject, business.latitude_e7, business.longitude_e7)
    return row.id


async def add_newcomers(
    known: dict[str, Account], officers: tuple[Officer, ...] = OFFICERS
) -> None:
    """Enter officers who joined the force after this demonstration was loaded; change no others."""
    ids = {unit.code: unit.id for unit in await units.list_tree()}
    first = _first_administrator()
    reader = account_service.operator(new_id(), ids[UNITS[0].code], first.username, first.name)
    there: dict[str, UUID] = {}
    after: str | None = None
    while True:
        rows, after = await account_service.list_officers(reader, after=after)
        there |= {row.username: row.id for row in rows}
        if after is None:
            break
    operator = account_service.operator(
        there[first.username], ids[UNITS[0].code], first.username, first.name
    )
    for number, officer in _numbered(first, officers):
        if officer.username not in there:
            await _enter(operator, officer, new_id(), ids[officer.unit], number, known)


def _first_administrator() -> Officer:
    return next(
        officer
        for officer in OFFICERS
        if Role.ADMINISTRATOR in officer.roles and officer.unit == UNITS[0].code
    )


def _numbered(first: Officer, officers: tuple[Officer, ...]) -> Iterator[tuple[int, Officer]]:
    """Pair each officer with a running number.

    Officers who are added at the end of the list change no other's number.
    """
    return enumerate(sorted(officers, key=lambda each: each is not first), start=1)


async def _enter(
    operator: Actor,
    officer: Officer,
    officer_id: UUID,
    unit_id: UUID,
    number: int,
    known: dict[str, Account],
) -> None:
    today = clock.today()
    expiring = local_time.day_of(clock.unmoved()) if officer.card == "expired" else today
    serial = f"{officer.unit[:2]}-QLTT{number:04d}"
    content = people_acts.OfficerRegistered(
        username=officer.username,
        full_name=officer.name,
        officer_number=serial,
        unit_id=unit_id,
        language="vi",
    )
    ledger.unwrap(await account_service.register(operator, content, officer_id))
    position = people_acts.PositionGiven(
        position_id=new_id(),
        unit_id=unit_id,
        title_vi=officer.title_vi,
        title_en=officer.title_en,
        valid_from=today - _SINCE,
    )
    ledger.unwrap(await account_service.change(operator, officer_id, position))
    for role in officer.roles:
        given = people_acts.RoleGiven(role=role)
        ledger.unwrap(await account_service.change(operator, officer_id, given))
    if officer.card != "none":
        card = _card(serial, expiring, expired=officer.card == "expired")
        ledger.unwrap(await account_service.change(operator, officer_id, card))
    account = known[officer.username]
    await account_service.install_credentials(
        operator, officer_id, account.password, account.totp_secret
    )


def _card(serial: str, today: date, *, expired: bool) -> people_acts.CardIssued:
    """Return a card of five years (Ordinance 11/2016 Art 13), or one that expired a month ago.

    The expired one was valid for less: a card issued more than five years ago cannot be entered
    (backend/ledger/bounds).
    """
    expires = today - timedelta(days=30) if expired else today + timedelta(days=1500)
    held = timedelta(days=4 * 365 if expired else 5 * 365)
    return people_acts.CardIssued(
        card_id=new_id(),
        number=serial,
        issued_on=expires - held,
        expires_on=expires,
    )


async def _heads(ids: dict[str, UUID], who: dict[str, UUID]) -> dict[str, Actor]:
    """Return the head of each department, by its code."""
    heads: dict[str, Actor] = {}
    for officer in OFFICERS:
        if officer.roles == (Role.SUPERVISOR,) and officer.unit not in heads:
            path = await units.path_of(ids[officer.unit])
            heads[officer.unit] = Actor(
                officer_id=who[officer.username],
                username=officer.username,
                full_name=officer.name,
                roles=frozenset(officer.roles),
                unit=path,
                session_id=None,
                face="cli",
            )
    return heads


async def _fill_register(
    ids: dict[str, UUID], who: dict[str, UUID], heads: dict[str, Actor], rows: _Rows
) -> None:
    """Enter earlier visits, then open decisions."""
    phone = await _former_phone(ids, who)
    for visit in day.EARLIER:
        order = _order(visit.decision, *rows[visit.decision.business], who)
        await phone.visit(order, heads[rows[visit.decision.business][0].unit], visit.violations)
    for decision in (*DECISIONS, *day.DECISIONS):
        business, subject_id = rows[decision.business]
        await issue.issue_decision(
            _order(decision, business, subject_id, who), heads[business.unit]
        )


async def _former_phone(ids: dict[str, UUID], who: dict[str, UUID]) -> FormerPhone:
    """Enrol the previous phone of the first inspector, whose next phone has work."""
    first = OFFICERS[0]
    team = next(unit for unit in UNITS if unit.code == first.unit)
    actor = Actor(
        officer_id=who[first.username],
        username=first.username,
        full_name=first.name,
        roles=frozenset(first.roles),
        unit=await units.path_of(ids[first.unit]),
        session_id=None,
        face="phone",
    )
    phone = FormerPhone(actor, team.vi)
    await phone.enrol()
    return phone


def _order(
    decision: Decision, business: Business, subject_id: UUID, who: dict[str, UUID]
) -> IssueDecision:
    return IssueDecision(
        subject=subject_of(business, subject_id),
        place=business.address,
        latitude_e7=business.latitude_e7,
        longitude_e7=business.longitude_e7,
        legal_bases=list(LEGAL_BASES),
        contents=list(decision.contents),
        duration_days=2,
        complex=False,
        start_on=clock.today(),
        leader_id=who[decision.leader],
        member_ids=[who[name] for name in decision.members],
        no_conflict_declared=True,
    )


def subject_of(business: Business, subject_id: UUID | None) -> DecisionSubject:
    """Return a business as a decision names it."""
    return DecisionSubject(
        subject_id=subject_id,
        kind=business.kind,
        name=business.name,
        trade_name=None,
        tax_code=business.tax_code,
        registration_number=None,
        address=business.address,
        representative=business.representative,
        representative_title=business.representative_title,
        phone=None,
    )
