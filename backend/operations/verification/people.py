"""Compares tables about officers with their acts: delegations, asks, ranks, places in teams that wait, former offices.

The first two grant power: who may sign under a delegation, and who agreed that somebody holds a role.
A row that was changed, inserted or removed without `ledger.record` (the one door) is reported.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.force.derived import authority
from backend.force.derived.asks import KINDS
from backend.operations.queries import verification as queries
from backend.operations.queries import verified_people
from backend.operations.queries.verified_people import RankRow
from backend.operations.rules.verification import AskRow, EntryRow, PlacedDelegation
from backend.operations.verification.findings import Report, Verdict
from schemas.core.vocabulary import Role
from schemas.force import acts as asked
from schemas.force import delegations as given
from schemas.force.acts import PeopleAct
from schemas.force.handing_over import OfficerHandedOver, TeamKept
from schemas.force.rank_acts import RankGiven, RankWithdrawn
from schemas.force.restructuring_acts import OfficerTaken
from schemas.ledger.acts import CONTENTS

_Row = dict[str, Any]
_ANSWERS: dict[str, str] = {
    PeopleAct.ASK_CONFIRMED: "confirmed",
    PeopleAct.ASK_DECLINED: "declined",
}
_ABOUT_ASKS = frozenset(name for name, made in CONTENTS.items() if made in KINDS) | _ANSWERS.keys()
_BESIDE = frozenset(
    {
        PeopleAct.RANK_GIVEN,
        PeopleAct.RANK_WITHDRAWN,
        PeopleAct.OFFICER_HANDED_OVER,
        PeopleAct.TEAM_KEPT,
        PeopleAct.OFFICER_REGISTERED,
        PeopleAct.OFFICER_MOVED,
        PeopleAct.OFFICER_TAKEN,
        PeopleAct.ROLE_TAKEN,
    }
)
_FOLDED = authority.OF_THE_REGISTER | _ABOUT_ASKS | _BESIDE
_NOT_CONFIRMED = {"confirmed_by": None, "confirmed_at": None}
_NOT_STOPPED = {"stopped_by": None, "stopped_at": None, "stopped_why": None}
_NOT_ENDED = {
    "ended_on": None,
    "ended_by": None,
    "end_reason": None,
    "end_ground": None,
    "end_number": None,
    "end_decided_on": None,
}


_SERVES = asked.OfficerRegistered | asked.OfficerMoved | asked.MoveAsked | OfficerTaken
"""Acts that say in which unit an officer serves from then on; what was asked, once it is confirmed."""


class People:
    """Collects entries about delegations and asks as they are read, and compares them at the end."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._delegations: dict[UUID, _Row] = {}
        self._asks: dict[UUID, _Row] = {}
        self._ranks: dict[UUID, _Row] = {}
        self._teams: dict[tuple[UUID, UUID], _Row] = {}
        self._serve: dict[UUID, UUID] = {}
        self._offices: dict[tuple[UUID, datetime], _Row] = {}

    async def see(self, row: EntryRow) -> None:
        """Take the next entry. An act and its answer are on one officer's record, in this order."""
        kind = row.act_type
        if row.quarantine or kind not in _FOLDED:
            return
        try:
            raw = msgspec.json.decode(row.act)
            content: Any = msgspec.convert(raw["content"], CONTENTS[kind])
            if kind in authority.OF_THE_REGISTER:
                self._delegate(row, content)
            elif kind in _ABOUT_ASKS:
                self._ask(row, content)
            else:
                self._beside(row, content)
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
            return  # already reported: the act's text is no act, or the act that it answers is gone

    def _delegate(self, row: EntryRow, content: Any) -> None:
        match content:
            case given.DelegationGiven():
                self._delegations[content.delegation_id] = {
                    "number": content.number,
                    "decided_on": content.decided_on,
                    "summary": content.summary,
                    "giver_id": content.giver_id,
                    "giver_title": content.giver_title,
                    "receiver_id": row.record_id,
                    "receiver_title": content.receiver_title,
                    "kinds": ",".join(sorted({str(kind) for kind in content.kinds})),
                    "case_id": content.case_id,
                    "valid_from": content.valid_from,
                    "valid_to": content.valid_to,
                    "scan_id": content.scan_id,
                    "powers": content.content,
                    "without_end": content.without_end,
                    "entered_by": row.officer_id,
                    "entered_at": row.received_at,
                    "of_its_unit": True,
                    **_NOT_CONFIRMED,
                    **_NOT_ENDED,
                }
            case given.DelegationConfirmed():
                self._delegations[content.delegation_id] |= {
                    "confirmed_by": row.officer_id,
                    "confirmed_at": row.received_at,
                }
            case given.DelegationEnded():
                self._delegations[content.delegation_id] |= {
                    "ended_on": content.on,
                    "ended_by": row.officer_id,
                    "end_reason": content.reason,
                    "end_ground": None if content.ground is None else str(content.ground),
                    "end_number": content.by_number,
                    "end_decided_on": content.by_decided_on,
                }

    def _ask(self, row: EntryRow, content: Any) -> None:
        if answer := _ANSWERS.get(row.act_type):
            ask = self._asks[content.ask_id]
            if isinstance(content, asked.AskDeclined) and ask["state"] == "confirmed":
                ask |= {
                    "state": "stopped",
                    "stopped_by": row.officer_id,
                    "stopped_at": row.received_at,
                    "stopped_why": content.reason,
                }
                return
            said = content.note if isinstance(content, asked.AskConfirmed) else content.reason
            ask |= {
                "state": answer,
                "answered_by": row.officer_id,
                "answered_at": row.received_at,
                "reason": said,
                "operator": getattr(content, "operator", None),
            }
            if isinstance(content, asked.AskConfirmed):
                self._leave(row, ask["content"])
            return
        self._asks[content.ask_id] = {
            "officer_id": row.record_id,
            "kind": KINDS[type(content)],
            "content": content,
            "asked_by": row.officer_id,
            "asked_at": row.received_at,
            "state": "waiting",
            "answered_by": None,
            "answered_at": None,
            "reason": None,
            "operator": None,
            **_NOT_STOPPED,
        }

    def _beside(self, row: EntryRow, content: Any) -> None:
        match content:
            case RankGiven():
                self._ranks[content.rank_id] = {
                    "officer_id": row.record_id,
                    "code": content.code,
                    "valid_from": content.valid_from,
                    "number": content.number,
                    "decided_on": content.decided_on,
                    "withdrawn_at": None,
                }
            case RankWithdrawn():
                self._ranks[content.rank_id] |= {"withdrawn_at": row.received_at}
            case OfficerHandedOver():
                for one in content.proposed or []:
                    for inspection_id in one.inspections or []:
                        self._teams[inspection_id, row.record_id] = {
                            "to_id": one.officer_id,
                            "proposed_by": row.officer_id,
                            "proposed_at": row.received_at,
                            "reason": content.reason,
                            "kept_by": None,
                            "kept_at": None,
                        }
            case TeamKept():
                kept = {"kept_by": row.officer_id, "kept_at": row.received_at}
                self._teams[content.inspection_id, row.record_id] |= kept
            case _:
                self._leave(row, content)

    def _leave(self, row: EntryRow, content: Any) -> None:
        """Take where an officer serves from now on, and where until now."""
        who, at = row.record_id, row.received_at
        known = self._serve.get(who)
        role = isinstance(content, asked.RoleTaken) and content.role is not Role.ADMINISTRATOR
        if role or isinstance(content, asked.OfficerMoved | asked.MoveAsked):
            self._offices[who, at] = {"unit_id": known} if known else {}
        elif isinstance(content, OfficerTaken) and known not in (None, content.from_unit_id):
            return  # had a post there alone
        if isinstance(content, _SERVES):
            self._serve[who] = content.unit_id

    async def end(self) -> None:
        """Compare both ways."""
        self._compare("delegation", self._delegations, await queries.delegation_rows())
        self._compare("ask", self._asks, await queries.ask_rows())
        self._compare("rank", self._ranks, await verified_people.ranks())
        places = {(row.inspection_id, row.officer_id): row for row in await verified_people.teams()}
        self._both_ways("place in a team", self._teams, places)
        left = {(row.officer_id, row.until): row for row in await verified_people.offices()}
        self._both_ways("former office", self._offices, left)
        for one in await verified_people.notices_wrongly_kept():
            said = "hidden, or not, against what the reader's office of today may read"
            self._report.add(Verdict.TAMPERED, f"notice {one}", said)

    def _compare(
        self, what: str, told: dict[UUID, _Row], rows: Sequence[PlacedDelegation | AskRow | RankRow]
    ) -> None:
        self._both_ways(what, told, {row.id: row for row in rows})

    def _both_ways(self, what: str, told: Mapping[Any, _Row], kept: Mapping[Any, Any]) -> None:
        for ident in sorted(kept.keys() | told.keys()):
            row, said = kept.get(ident), told.get(ident)
            if row is None or said is None or not _agrees(row, said):
                self._report.add(
                    Verdict.TAMPERED,
                    f"{what} {ident}",
                    "the table says another thing than its acts",
                )


def _agrees(row: Any, said: _Row) -> bool:
    return all(
        (_content(kept, value) if column == "content" else kept) == value
        for column, value in said.items()
        for kept in [getattr(row, column)]
    )


def _content(text: str, act: Any) -> Any:
    """Decode a row's content by the act's type: a newer field with a default is no difference."""
    try:
        return msgspec.json.decode(text, type=type(act))
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None
