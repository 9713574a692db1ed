"""What the register says of a party, from its acts alone: `verify` compares. Pure.

A party from before parties had acts is known by its acts only as far as these say something.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from backend.operations.rules import verified_merges
from backend.operations.rules.verified_merges import KeptMerge, Merge
from backend.parties.rules import combining
from backend.parties.rules import details as detail_rules
from backend.parties.rules import licences as licence_rules
from backend.parties.rules.combining import Brought, Joined
from backend.parties.rules.facts import Licence
from schemas.parties import acts, merging
from schemas.parties.acts import PartyDetails, Point
from schemas.parties.words import PartyState


class KeptParty(msgspec.Struct, frozen=True, kw_only=True):
    """A party as its tables have it; it may have been tampered with."""

    columns: dict[str, Any]
    """Of its row, by their names."""
    details: dict[str, Any] | None
    identifiers: list[tuple[str, str]]
    licences: list[Licence]
    of_merged: list[Licence]
    """Those of all that were merged into it, each compared with its own party's acts."""
    former_names: list[tuple[str, date]]
    merged: set[UUID]
    """The parties that say they were merged into it."""
    merges: list[KeptMerge]
    """Those in which it is the one that stays."""


class Made(NamedTuple):
    """Which act it was, whose, and when the server took it."""

    act_id: UUID
    officer_id: UUID
    at: datetime


@dataclass
class Folded:
    """A party as its acts have it; what no act says yet is empty."""

    details: PartyDetails | None = None
    begun: bool = False
    """Whether its first act registered it: then all is known."""
    state: PartyState | None = None
    closed_on: date | None = None
    closed_why: str | None = None
    point: Point | None = None
    area_officer: list[UUID | None] = field(default_factory=list)
    """The last one that was set, if any act did."""
    licences: dict[UUID, Licence] = field(default_factory=dict)
    former_names: list[tuple[str, date]] = field(default_factory=list)
    asked: dict[UUID, Merge] = field(default_factory=dict)
    """Each merge that was asked for, by its act."""
    merged: set[UUID] = field(default_factory=set)


def take(party: Folded, content: Any, made: Made) -> None:
    """Fold one more accepted act."""
    match content:
        case acts.PartyRegistered():
            party.begun, party.state = True, PartyState.ACTIVE
            party.details, party.point = content.party, content.point
            party.area_officer = [content.area_officer_id]
        case acts.PartyCorrected():
            before = party.details.name if party.details else None
            if content.renamed_on and before not in (None, content.party.name):
                party.former_names.append((str(before), content.renamed_on))
            party.details = content.party
        case acts.LicenceRecorded():
            party.licences[content.licence_id] = Licence(
                id=content.licence_id,
                kind=content.kind,
                title=content.title,
                number=content.number,
                issuer=content.issuer,
                issued_on=content.issued_on,
                valid_from=content.valid_from,
                valid_to=content.valid_to,
            )
        case acts.LicenceEnded() if content.licence_id in party.licences:
            party.licences[content.licence_id] = msgspec.structs.replace(
                party.licences[content.licence_id],
                ended_on=content.void_from,
                ended_why=content.why,
                ended_reason=content.reason,
            )
        case acts.PartyPlaced():
            party.point = content.point
        case acts.AreaOfficerSet():
            party.area_officer = [content.officer_id]
        case acts.PartyClosed():
            party.state = PartyState.CLOSED
            party.closed_on, party.closed_why = content.closed_on, content.why.value
        case acts.PartyReopened():
            party.state, party.closed_on, party.closed_why = PartyState.ACTIVE, None, None
        case _:
            _take_merge(party, content, made)


def _take_merge(party: Folded, content: Any, made: Made) -> None:
    by, at = made.officer_id, made.at
    match content:
        case merging.PartyMergeAsked():
            party.asked[made.act_id] = Merge(content, party.details, by, at)
        case merging.PartyMerged() if content.asked in party.asked:
            merge = party.asked[content.asked]
            merge.state, merge.decided = "merged", (by, at, None)
            party.details = merge.said.party
            party.merged.add(merge.said.other_id)
        case merging.PartyMergeDeclined() if content.asked in party.asked:
            merge = party.asked[content.asked]
            merge.state, merge.decided = "declined", (by, at, content.reason)
        case merging.PartyMergeUndone() if content.asked in party.asked:
            merge = party.asked[content.asked]
            before, merged = _brought(party, merge)
            merge.state, merge.undone = "undone", (by, at, content.reason)
            party.merged.discard(merge.said.other_id)
            now = party.details if content.stays is not None else merged
            party.details = combining.parted(before, merged, now) if before and now else None


def _brought(party: Folded, merge: Merge) -> tuple[PartyDetails | None, PartyDetails]:
    """Return what was known before a merge and by it, without what others had brought that were undone since."""
    mine = _joined(merge)
    if mine is None:
        return merge.before, merge.said.party
    known = [_joined(one) for one in party.asked.values() if one is not merge]
    return combining.brought_now(mine, [one for one in known if one is not None])


def _joined(merge: Merge) -> Joined | None:
    """Return a merge that is or was in force, whose party the acts know."""
    at = merge.decided[1]
    if merge.before is None or at is None or merge.state not in ("merged", "undone"):
        return None
    return Joined(Brought(merge.before, merge.said.party), merge.asked_at, at, merge.undone[1])


def faults(said: Folded, row: KeptParty | None) -> list[str]:
    """Return what the tables say otherwise than the acts."""
    if row is None:
        return ["its acts are there, and the register has no such party"]
    found = [
        f"{name} is not what its acts say"
        for name, value in _columns(said, row.of_merged).items()
        if row.columns.get(name) != value
    ]
    if said.details is not None:
        # As structs: a key that was added since has its default in both.
        if row.details is None or msgspec.convert(row.details, PartyDetails) != said.details:
            found.append("its details are not what its last correction says")
        numbers = {(one.kind.value, one.value) for one in said.details.identifiers}
        if set(row.identifiers) != numbers:
            found.append("its numbers are not what its last correction says")
    if row.merged != said.merged:
        found.append("which parties were merged into it is not what its acts say")
    found += verified_merges.faults(said.asked, row.merges)
    if {one.id: one for one in row.licences} != said.licences:
        found.append("its licences are not what its acts say")
    if said.begun and sorted(row.former_names) != sorted(said.former_names):
        found.append("its former names are not what its acts say")
    return found


def _columns(said: Folded, of_merged: list[Licence]) -> dict[str, Any]:
    held = [*said.licences.values(), *of_merged]
    found: dict[str, Any] = {"licence_until": licence_rules.next_end(held)}
    if said.details is not None:
        found |= detail_rules.columns(said.details)
    if said.state is not None:
        found |= {
            "state": said.state.value,
            "closed_on": said.closed_on,
            "closed_why": said.closed_why,
        }
    if said.begun or said.point is not None:
        found |= {
            "latitude_e7": said.point.latitude_e7 if said.point else None,
            "longitude_e7": said.point.longitude_e7 if said.point else None,
        }
    if said.area_officer:
        found["area_officer_id"] = said.area_officer[-1]
    return found
