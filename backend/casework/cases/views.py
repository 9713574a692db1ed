"""Cases as people see them, from their facts and the rows of the read tables."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.approvals import standing
from backend.casework.acts.index import ACTS
from backend.casework.cases import filed_files, left_office, limits, powers
from backend.casework.clocks import telling
from backend.casework.derived import authority, stages
from backend.casework.derived import states as rules
from backend.casework.queries import reading as read_queries
from backend.casework.queries.reading import CaseLine, PaperRow, SeenCase
from backend.casework.rules import document_guards, licence_terms, outside, owed
from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.core import database, local_time, scope
from backend.core.actors import Actor, UnitPath
from backend.documents import content_hash
from backend.documents import service as documents
from backend.force.queries import officer_names
from backend.ledger.handlers import Refuse
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.views import (
    CaseRow,
    CaseView,
    ExhibitView,
    Money,
    OutsideView,
    PaperView,
    StoryLine,
)
from schemas.casework.words import CaseAct, PaymentKind
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.law.deadlines import Clock


def row(record: CaseLine) -> CaseRow:
    """Return a line of a list."""
    names = set(CaseRow.__struct_fields__) - {"unit_name"}
    return CaseRow(
        unit_name=Text(vi=record.unit_name_vi, en=record.unit_name_en),
        **{name: getattr(record, name) for name in names},
    )


def paper(record: PaperRow) -> PaperView:
    """Return a paper, with its form's title."""
    names = set(PaperView.__struct_fields__) - {"title", "content_mark"}
    title = documents.get_form(record.form, record.form_version)["x-title"]
    return PaperView(
        title=Text(**title),
        content_mark=_mark(record),
        **{name: getattr(record, name) for name in names},
    )


def _mark(record: PaperRow) -> str:
    older = record.code is not None and record.content_sha256 is None
    whole = record.content_sha256 or content_hash.of(
        record.form, record.form_version, record.fields
    )
    return record.fields_hash[:16] if older else content_hash.mark(whole)


async def whole(record: SeenCase, facts: Facts, actor: Actor, now: datetime) -> CaseView:
    """Return the whole case. The caller has checked scope."""
    today = local_time.day_of(now)
    async with database.at_once() as ask:
        naming = ask(officer_names.of(event.officer_id for event in facts.events))
        papers = ask(read_queries.papers(record.id))
        folio = ask(read_queries.folio(record.id))
        files = ask(filed_files.of_case(record.id, facts))
        allowing = ask(_allowed(record, facts, actor))
        leaving = ask(left_office.waiting_for_head(facts, record.path, today))
    clocks = telling.named(telling.clocks_of(facts, now), facts, leaving.result())
    names, information = naming.result(), facts.information
    against, withheld = allowing.result()
    return CaseView(
        id=record.id,
        number=facts.opening.number,
        state=facts.state,
        rule_set=facts.rule_set,
        unit_id=record.unit_id,
        unit_name=Text(vi=record.unit_name_vi, en=record.unit_name_en),
        opened_at=facts.opened_at,
        updated_at=record.updated_at,
        officers=facts.officers,
        party=facts.party,
        source=str(information.source) if information else None,
        information_opens=information is not None and may_see_informant(facts, record.path, actor),
        informant_secret=bool(information and information.informant_secret),
        inspection_id=facts.inspection_id,
        inspection_number=facts.inspection_number,
        violations=facts.recorded.violations if facts.recorded else [],
        explanation_right=bool(facts.recorded and facts.recorded.explanation_right),
        decision_id=facts.decision_id,
        remedies=facts.remedies,
        remedies_done=sorted(facts.remedies_done),
        money=money(facts, clocks, now),
        suspended=licence_terms.of_case(record.id, facts),
        clocks=clocks,
        papers=[paper(one) for one in papers.result()],
        exhibits=exhibits(facts),
        folio=folio.result(),
        files=files.result(),
        story=[
            StoryLine(
                number=event.number,
                act_id=event.act_id,
                type=str(event.type),
                officer_id=event.officer_id,
                officer_name=names.get(event.officer_id, "?"),
                made_at=event.made_at,
                received_at=event.received_at,
                content=_shown(event.content),
                meant=event.meant,
            )
            for event in facts.events
        ],
        possible=[kind for kind in _may(against) if kind not in withheld],
        withheld=withheld,
        barred={kind: why.text for kind, why in against.items() if why and leads_on(kind, facts)},
        stages=stages.of(facts),
        outside=outside_catalogue(facts, names),
    )


async def _allowed(
    record: SeenCase, facts: Facts, actor: Actor
) -> tuple[dict[str, Refuse | None], dict[str, Text]]:
    """Return why the reader may not do each act that the table allows, and which want a power that is another's."""
    against = objections(facts, record.path, actor)
    mends = authority.MENDS.issubset(_may(against))
    if not mends and (lent := await standing.lent(actor, record.id)):
        against = objections(facts, record.path, actor, mends=bool(lent.to_mend))
    return against, await powers.withheld(record.id, record.path, facts, _may(against), actor)


def outside_catalogue(facts: Facts, names: Mapping[UUID, str]) -> list[OutsideView]:
    """Return the acts that the catalogue does not have, with what was stated of each last."""
    known = outside.statements(facts)
    found = []
    for one in facts.recorded.violations if facts.recorded else []:
        if one.outside is None:
            continue
        said = known.get(one.code)
        stated, confirmed = (said.event, said.confirmed) if said else (None, None)
        found.append(
            OutsideView(
                code=one.code,
                name=one.name,
                legal_basis=one.legal_basis,
                decree=one.outside.decree,
                field=one.outside.field,
                statement=said.content if said else None,
                act_id=stated.act_id if stated else None,
                stated_by=stated.officer_id if stated else None,
                stated_by_name=names.get(stated.officer_id) if stated else None,
                stated_at=stated.received_at if stated else None,
                confirmed_by_name=names.get(confirmed.officer_id) if confirmed else None,
                confirmed_at=confirmed.received_at if confirmed else None,
            )
        )
    return found


MASKED = "•••"
"""What stands in the place of an informant's words, which are opened on a page of their own."""
_ACTING = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.CLERK, Role.LEGAL)


def possible(facts: Facts, path: UnitPath, actor: Actor, *, mends: bool = False) -> list[str]:
    """List the acts that table and rights allow this reader now. Guards judge once an act is done.

    `mends`: a paper came back to an officer for whom the reader stands in.
    """
    return _may(objections(facts, path, actor, mends=mends))


def _may(against: Mapping[str, Refuse | None]) -> list[str]:
    return [kind for kind, why in against.items() if why is None]


def objections(
    facts: Facts, path: UnitPath, actor: Actor, *, mends: bool = False
) -> dict[str, Refuse | None]:
    """Return every act that the table allows now, with why this reader may not do it, or None."""
    works = any(one.officer_id == actor.officer_id for one in facts.officers)
    signed = any(
        paper.form in document_guards.SIGNED_BY_ITS_SIGNER and paper.issued_by == actor.officer_id
        for paper in facts.papers.values()
    )
    acting = actor.has(*_ACTING)
    found: dict[str, Refuse | None] = {}
    for kind in rules.possible(facts.state):
        why = authority.objection(
            path,
            works or (mends and kind in authority.MENDS),
            kind,
            actor,
            own=authority.own(kind, facts, path, actor, signed=signed),
        )
        found[str(kind)] = why if acting or why else refusal("case_not_yours")
    return found


def leads_on(kind: str, facts: Facts) -> bool:
    """Tell whether an act belongs to the main line of the case's state, or may be all that is left to do.

    A new paper is how most of them begin.
    """
    act = ACTS[CaseAct(kind)]
    alone = act.leads_alone is not None
    return alone or facts.state in act.line or kind in authority.MENDS


def _shown(content: Any) -> Any:
    """Return what an act says. The words of an informant are for one line of people, who open them on record (Art 27).

    New ones are in no act; entries from before stay as they are, and are masked here, where every page, the story and
    the exports of a case begin.
    """
    said = msgspec.to_builtins(content)
    if isinstance(content, case_intake_acts.InformationReceived):
        return said | {"content": MASKED}
    return said


def may_see_informant(facts: Facts, path: UnitPath, actor: Actor) -> bool:
    """Tell whether the actor may read the informant's name (Circular 27/2020 Art 27).

    It is secret and passes along a single line: the officer who took the information, and the
    unit's head.
    """
    entered_by = facts.events[0].officer_id
    head = actor.has(Role.SUPERVISOR) and scope.covers(actor, path)
    return head or actor.officer_id == entered_by


def money(facts: Facts, clocks: list[Clock], now: datetime) -> Money:
    """Return the fine, the payments, and the interest accrued by today (0.05 % a day, Art 78)."""
    left, due_on = facts.fine - facts.paid, limits.fine_due_on(facts, clocks)
    today = local_time.day_of(now)
    interest = owed.interest(facts, due_on) + owed.accruing(facts, due_on, today)
    return Money(
        fine=facts.fine,
        reduced=facts.reduced,
        paid=facts.paid,
        left=left,
        late_interest=interest,
        paid_late_interest=owed.paid(facts, PaymentKind.LATE_INTEREST),
        gain=owed.gain(facts),
        paid_gain=owed.paid(facts, PaymentKind.ILLICIT_GAIN),
        due_on=due_on,
    )


def exhibits(facts: Facts) -> list[ExhibitView]:
    """Return everything that was seized, in the order of the list."""
    return [
        ExhibitView(
            id=one,
            position=exhibit.position,
            name=exhibit.content.name,
            kind=exhibit.content.kind,
            unit=exhibit.content.unit,
            quantity=exhibit.content.quantity,
            condition=exhibit.content.condition,
            value=exhibit.content.value,
            photos=exhibit.content.photos,
            state=str(exhibit.state),
            keeper=exhibit.keeper,
            place=exhibit.place,
            seal=exhibit.seal,
            seized_at=exhibit.seized_at,
            until=exhibit.until,
            notices=len(exhibit.notices),
            no_seal=exhibit.content.no_seal,
        )
        for one, exhibit in facts.exhibits.items()
    ]
