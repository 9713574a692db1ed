"""Whether an act of a party may happen: by whom, in which state, and whether what it says holds."""

from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.force.units import service as units
from backend.ledger.handlers import Accept, Judgement
from backend.parties.acts.index import PARTY_ACTS
from backend.parties.queries import merges
from backend.parties.queries import register as queries
from backend.parties.registering import merging
from backend.parties.rules import identifiers, keeping
from backend.parties.rules.facts import LockedParty
from backend.parties.texts.refusals import refusal
from schemas.core.base import Wire
from schemas.core.vocabulary import SubjectKind
from schemas.parties import acts
from schemas.parties.words import LicenceKind, PartyAct, PartySource

_AT_THE_DESK = ("desk", "cli", "job")
_LONGEST_TAX_CODE = 20
"""As long as papers print one."""


async def judge(
    state: LockedParty | None, party_id: UUID, kind: PartyAct, content: Wire, actor: Actor
) -> Judgement:
    """Judge an act of a party that stands so; None if there is none."""
    if actor.face not in _AT_THE_DESK:
        return refusal("not_from_phone")
    if isinstance(content, acts.PartyRegistered):
        return await _judge_registered(state, party_id, content, actor)
    if state is None:
        return refusal("unknown")
    one_with = getattr(content, "one_with", None)
    if one_with is None and not keeping.may_keep(actor, state.path):
        return refusal("not_yours")
    if merging.is_merge(content):
        return await merging.judge(state, content, actor, details_fault)
    standing: LockedParty | str = state
    if state.merged_into is not None or one_with is not None:
        standing = await _stands_for(state, content, one_with, actor)
    if isinstance(standing, str):
        return refusal(standing)
    if standing.state not in PARTY_ACTS[kind].states:
        return refusal("closed" if standing.closed_on else "open")
    code = await _fault(state, content)
    return refusal(code) if code else Accept()


async def _stands_for(
    state: LockedParty, content: Wire, one_with: UUID | None, actor: Actor
) -> LockedParty | str:
    """Return the party that a merged entry is one with, if the act is about a licence that the entry has.

    Else the code of why not: everything else is recorded under the party that stays, and an officer who saw another
    merge than the one that holds would correct a licence from a page on which it no longer is.
    """
    if not isinstance(content, acts.LicenceRecorded | acts.LicenceEnded):
        return "merged"
    top = (await merges.chain(state.id))[-1]
    owner = await queries.party_of_licence(content.licence_id)
    if owner != state.id or one_with is None:
        return "merged"
    found = await queries.find(top) if top == one_with and top != state.id else None
    if found is None:
        return "licence_elsewhere"
    return found if keeping.may_keep(actor, found.path) else "not_yours"


async def _judge_registered(
    state: LockedParty | None, party_id: UUID, content: acts.PartyRegistered, actor: Actor
) -> Judgement:
    if state is not None:
        return refusal("exists")
    found = await units.standing(content.unit_id)
    if found is None or not found[1]:
        return refusal("unit")
    path = found[0]
    # A clerk who compares a signed decision enters its new party with it, and nothing else in the register.
    issues = content.source is PartySource.DECISION and keeping.in_department(actor, path)
    if not (issues or keeping.may_keep(actor, path)):
        return refusal("not_yours")
    code = await details_fault(party_id, content.party, path)
    if code is None and content.area_officer_id is not None:
        code = await _officer_fault(content.area_officer_id, path)
    return refusal(code) if code else Accept(note=path)


async def _fault(state: LockedParty, content: Wire) -> str | None:
    match content:
        case acts.PartyCorrected(party=party):
            return await details_fault(state.id, party, state.path)
        case acts.LicenceRecorded():
            return await _licence_fault(state.id, content)
        case acts.LicenceEnded(licence_id=licence_id):
            open_ones = [one.id for one in await queries.licences(state.id) if not one.ended_on]
            return None if licence_id in open_ones else "licence_unknown"
        case acts.AreaOfficerSet(officer_id=UUID() as officer_id):
            return await _officer_fault(officer_id, state.path)
        case acts.PartyReopened(reopened_on=day):
            early = state.closed_on is not None and day < state.closed_on
            return "before_registered" if early else None
    return None


async def _licence_fault(party_id: UUID, said: acts.LicenceRecorded) -> str | None:
    if said.kind is LicenceKind.OTHER and not (said.title or "").strip():
        return "licence_title"
    owner = await queries.party_of_licence(said.licence_id)
    if owner is None:
        return None
    ended = [one.id for one in await queries.licences(party_id) if one.ended_on]
    return "licence_unknown" if owner != party_id or said.licence_id in ended else None


async def _officer_fault(officer_id: UUID, path: UnitPath) -> str | None:
    at = await queries.officer(officer_id)
    there = at is not None and at.state == "active" and _same_department(at.path, path)
    return None if there else "area_officer"


async def details_fault(party_id: UUID, party: acts.PartyDetails, path: UnitPath) -> str | None:
    """Return the code of what is wrong with the details of a party of this unit; None if they can stand."""
    found = identifiers.faults(
        party.identifiers,
        party.person,
        party.kind is not SubjectKind.ORGANISATION,
        clock.today(),
    )
    if found:
        return found[0][1]
    if any(len(one.value) > _LONGEST_TAX_CODE for one in party.identifiers if "tax" in one.kind):
        return "tax_code_length"
    if party.main_party_id is None:
        return None
    main = await queries.find(party.main_party_id)
    whole = main is not None and main.main_party_id is None and main.id != party_id
    return None if whole and main and _same_department(main.path, path) else "main_party"


def _same_department(one: UnitPath, other: UnitPath) -> bool:
    return (one.unit_1, one.unit_2) == (other.unit_1, other.unit_2)
