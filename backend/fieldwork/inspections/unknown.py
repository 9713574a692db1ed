"""Inspections of which phones sent acts, but whose decisions the ledger does not have.

A restore lost the decisions. Evidence that came is held (`record_unknown`); steps wait on the
phones. Heads see these records if a sender belongs to a unit in their scope, so that somebody knows
of them and can enter the decision again.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import access_log
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.core.keyset import Listed, listed
from backend.documents import forms
from backend.fieldwork.inspections import worklists
from backend.fieldwork.queries import unknown as unknown_queries
from backend.law import form_facts
from backend.ledger.canonical import Malformed, parse_act
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.fieldwork import acts as inspection_acts

_TELLS_THE_DECISION = frozenset(
    form for form, _ in forms.on_phones() if "QĐ-KT" in form_facts.names_decision_of(form)
)
"""Forms written on site whose `decision_number` is that of the inspection decision. In seizure
minutes it is that of another decision."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What papers written on site say about the decision; empty if they say nothing."""

    number: str = ""
    issued_on: str = ""
    """YYYY-MM-DD."""
    subject: str = ""
    address: str = ""
    minutes: dict[str, Any] = {}
    """Fields of the last inspection minutes, as initial values for the decision's form."""


class UnknownRow(msgspec.Struct, frozen=True, kw_only=True):
    """A record with acts and without an inspection. Times are UTC."""

    record_id: UUID
    since: datetime
    """When the first act came."""
    acts: int
    photos: int
    first_made_at: datetime | None
    """By the phones' clocks; null if only steps came."""
    last_made_at: datetime | None
    officers: list[str]
    units: list[Text]
    types: list[str]
    told: Told


class SentAct(msgspec.Struct, frozen=True, kw_only=True):
    """One act of such a record."""

    act_id: UUID
    type: str
    officer_id: UUID
    officer_name: str
    unit: Text
    made_at: datetime
    received_at: datetime
    held: bool
    """True if the act is in the ledger, held. False if it was refused and waits on the phone."""
    content: Any


class UnknownRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One such record, whole."""

    record_id: UUID
    acts: list[SentAct]
    photos: int
    told: Told

    def decision_of(self, team: list[UUID]) -> UUID | None:
        """Return the decision's id, as named by a member of the team who opened the inspection.

        An id from anybody else is ignored: with a wrong one the team would lose its inspection.
        """
        return next(
            (
                one.content.decision_id
                for one in self.acts
                if one.officer_id in team
                and isinstance(one.content, inspection_acts.InspectionOpened)
            ),
            None,
        )


async def listing(
    actor: Actor, cursor: str | None = None, limit: int = worklists.PAGE_SIZE
) -> Listed[UnknownRow]:
    """Return such records in this head's scope, the longest waiting first.

    Raises Invalid for a malformed cursor.
    """
    if not actor.has(Role.SUPERVISOR):
        return Listed(rows=[], count=0, next=None)
    found = await unknown_queries.records(actor, worklists.after(cursor), limit + 1)
    return listed(
        found,
        await unknown_queries.count(actor),
        limit,
        _row,
        lambda row: (row.since, row.record_id),
    )


def _row(row: unknown_queries.UnknownRecord) -> UnknownRow:
    units = zip(row.units_vi, row.units_en, strict=False)
    return UnknownRow(
        **{
            name: getattr(row, name)
            for name in UnknownRow.__struct_fields__
            if name not in ("units", "told")
        },
        units=[Text(vi=vi, en=en) for vi, en in units],
        told=_told([row.written] if row.written else []),
    )


async def read(record_id: UUID, actor: Actor, address: str | None) -> UnknownRecord:
    """Return one record to a person, and record in the access log that they read it.

    Raises NotAllowed, NotFound.
    """
    found = await record(record_id, actor)
    await access_log.record(actor, "inspection.unknown", record_id, address=address)
    return found


async def record(record_id: UUID, actor: Actor) -> UnknownRecord:
    """Return one record with the acts in this head's scope. Raises NotAllowed, NotFound."""
    if not actor.has(Role.SUPERVISOR):
        raise NotAllowed
    rows = await unknown_queries.acts(actor, record_id)
    if not rows:
        raise NotFound(what="record")
    sent = [one for one in map(_sent, rows) if one is not None]
    # _told() prefers later papers, and inspection minutes count more than other papers.
    written = [
        row.act
        for kind in ("document.written", "minutes.written")
        for row in rows
        if row.act_type == kind
    ]
    return UnknownRecord(
        record_id=record_id,
        acts=sent,
        photos=sum(one.type == "photo.taken" for one in sent),
        told=_told(written),
    )


def _sent(row: unknown_queries.SentAct) -> SentAct | None:
    parsed = parse_act(msgspec.json.decode(row.act))
    if isinstance(parsed, Malformed):
        return None
    return SentAct(
        act_id=row.act_id,
        type=row.act_type,
        officer_id=row.officer_id,
        officer_name=row.officer_name,
        unit=Text(vi=row.unit_vi, en=row.unit_en),
        made_at=parsed.act.made_at,
        received_at=row.received_at,
        held=row.held,
        content=parsed.content,
    )


def _told(written: list[str]) -> Told:
    """Read what the papers say about the decision. Later papers override earlier ones."""
    said: dict[str, str] = {}
    minutes: dict[str, Any] = {}
    for text in written:
        parsed = parse_act(msgspec.json.decode(text))
        if isinstance(parsed, Malformed):
            continue
        content = parsed.content
        if not isinstance(
            content, inspection_acts.MinutesWritten | inspection_acts.DocumentWritten
        ):
            continue
        fields, violator = content.fields, content.fields.get("violator")
        if content.form in _TELLS_THE_DECISION:
            said |= _texts(
                number=fields.get("decision_number"), issued_on=fields.get("decision_date")
            )
        if isinstance(violator, dict):
            said = _texts(subject=violator.get("name"), address=violator.get("address")) | said
        said |= _texts(subject=fields.get("facility_name"), address=fields.get("facility_address"))
        if isinstance(content, inspection_acts.MinutesWritten):
            minutes = fields
    return Told(
        number=said.get("number", ""),
        issued_on=said.get("issued_on", ""),
        subject=said.get("subject", ""),
        address=said.get("address", ""),
        minutes=minutes,
    )


def _texts(**values: Any) -> dict[str, str]:
    return {name: text for name, text in values.items() if isinstance(text, str) and text}
