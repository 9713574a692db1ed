"""Plays one inspection of the history: decided, visited with a phone, minuted, submitted, ruled on.

Each act is made through the one door by its own officer, at the hour that the process's clock shows.
"""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.fieldwork.inspections import issue, opinions
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.rules import flow
from backend.force.numbers import planned
from backend.force.numbers import service as numbering
from backend.ledger import service as ledger
from deploy.demo import contents, minutes, site_papers
from deploy.demo.demo_data import LEGAL_BASES, UNITS, Business
from deploy.demo.living import goods
from deploy.demo.living.phones import HistoryPhone
from deploy.demo.seals import Json
from deploy.demo.stories.ends import (
    BEFORE_MINUTES,
    BEFORE_THE_OPINION,
    NOBODY_CAME,
    SEIZING,
    WITHOUT_MINUTES,
    WITHOUT_VIOLATION,
    End,
)
from deploy.demo.stories.plan import Story
from deploy.demo.stories.team_plans import item_id
from schemas.core.ids import new_id
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.decisions import IssueDecision

NAMES = {unit.code: unit.vi for unit in UNITS}
_CHECKED = ("Nguồn gốc, xuất xứ và nhãn hàng hóa", "Hóa đơn, chứng từ")
_TITLE = "Chi cục trưởng"
_FLOODED = "Đường vào cơ sở bị ngập, đoàn không đến được trong ngày."


class Team(NamedTuple):
    """Who inspects: the head of the department, and the team's leader, writer and further member."""

    code: str
    head: Actor
    leader: Actor
    writer: Actor
    member: Actor
    phone: HistoryPhone
    unit_id: UUID
    """Of the team."""

    @property
    def office_id(self) -> UUID:
        """The department whose registers number the team's decisions."""
        return self.head.unit.unit_id


class Form(NamedTuple):
    """A form of a paper made on site, and the symbol of its numbers."""

    name: str
    version: int
    symbol: str


class Shot(NamedTuple):
    """A photograph that an act announces: its bytes are stored when the story is entered."""

    id: UUID
    data: bytes
    taken: datetime


class Blocks:
    """The numbers that each phone holds, from which it numbers minutes on the spot."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, str, int], tuple[UUID, int, int]] = {}

    async def next(self, team: Team, form: str) -> tuple[UUID, int, int]:
        """Return (block, year, number) of the next paper of a form."""
        year = clock.today().year
        key = (team.code, form, year)
        block, number, last = self._open.get(key) or (UUID(int=0), 1, 0)
        if number > last:
            lent = await team.phone.numbers(form)
            used = set(lent.used)
            number = next(one for one in range(lent.first, lent.last + 1) if one not in used)
            block, last = lent.id, lent.last
        self._open[key] = block, number + 1, last
        return block, year, number

    def forget(self) -> None:
        """Ask again: what a story took that was not entered was never taken."""
        self._open.clear()


class Visited(NamedTuple):
    """An inspection as far as it came."""

    id: UUID
    paper: UUID | None = None
    """The violation minutes, if any were made."""


Keep = Callable[[UUID, Shot], Awaitable[None]]
"""Stores the bytes of a photograph of this unit that an act has just announced."""


Decided = Callable[[UUID, str], Awaitable[None]]
"""Is told the inspection's id and the number of its decision."""


async def play(
    story: Story,
    team: Team,
    at: tuple[Business, UUID],
    shots: list[Shot],
    blocks: Blocks,
    keep: Keep,
    decided: Decided,
) -> Visited:
    """Enter the inspection of a story within the caller's transaction.

    `at` is a business with its id in the register. `decided` is called once the decision is there.
    """
    business, subject_id = at
    clock.show(story.decided)
    order = _order(story, team, business, subject_id)
    ident = await _decide(story, team, order)
    view = await inspections.inspection_view(ident, team.leader)
    decision: Json = msgspec.to_builtins(view.decision)
    await decided(ident, view.decision.number)
    if story.end in NOBODY_CAME:
        return Visited(ident)
    clock.show(story.visited - timedelta(minutes=20))
    ledger.unwrap(await opinions.entrust(ident, team.writer.officer_id, team.leader))
    clock.show(story.visited)
    where = contents.place(business.latitude_e7, business.longitude_e7)
    await team.phone.act(ident, "inspection.opened", {"decision_id": decision["decision_id"]})
    if story.end is End.OPENED:
        return Visited(ident)
    if story.end in (End.GIVEN_UP, End.CALLED_OFF):
        await team.phone.act(ident, "inspection.discarded", {"reason": _FLOODED})
        if story.end is End.CALLED_OFF:
            ledger.unwrap(await opinions.withdraw(ident, _FLOODED, team.head))
        return Visited(ident)
    await team.phone.act(ident, "inspection.announced", {"place": where})
    place = await team.phone.act(ident, "place.fixed", where)
    for shot in shots:
        clock.show(shot.taken)
        fixed = contents.place(business.latitude_e7, business.longitude_e7)
        said = contents.photo(str(shot.id), shot.data, "image/jpeg", fixed, goods.caption(story))
        await team.phone.act(ident, "photo.taken", said)
        await keep(UUID(decision["unit_id"]), shot)
    if story.end in BEFORE_MINUTES:
        return Visited(ident)
    paper, revision = await _minuted(story, team, ident, decision, place, shots, blocks)
    if story.end not in BEFORE_THE_OPINION:
        clock.show(story.visited + timedelta(hours=26))
        # Nothing has joined the file since it was submitted.
        file = flow.file_hash(revision, [], [])
        ledger.unwrap(await opinions.agree(ident, file, team.head))
    return Visited(ident, paper)


async def _minuted(
    story: Story,
    team: Team,
    ident: UUID,
    decision: Json,
    place: str,
    shots: list[Shot],
    blocks: Blocks,
) -> tuple[UUID | None, str]:
    """Write and sign the minutes, and those of the violation, and submit the file.

    Returns the violation minutes, if there are any, and the hash of what was submitted.
    """
    clock.show(story.visited + timedelta(minutes=70))
    if story.end is End.NOT_EXECUTED:
        return None, await _closed(team, ident, decision, place, shots)
    found = story.end not in WITHOUT_VIOLATION and story.end not in (End.VERIFYING, End.VERIFIED)
    fields = minutes.fill(decision, NAMES[team.code], **goods.minutes(story, found=found))
    written = await team.phone.act(ident, "minutes.written", minutes.content(fields))
    paper = None
    if story.end not in WITHOUT_MINUTES:
        paper = await _violation(story, team, ident, decision, blocks)
    if story.end in SEIZING:
        await _seizure(story, team, ident, decision, blocks)
    return paper, await _signed(team, ident, fields, written, (place, shots))


async def _closed(team: Team, ident: UUID, decision: Json, place: str, shots: list[Shot]) -> str:
    """Write minutes of an inspection that could not be carried out (BB-KKT): the place was closed."""
    fields = minutes.not_executed(decision, NAMES[team.code])
    content = minutes.content(fields, minutes.NOT_EXECUTED)
    written = await team.phone.act(ident, "minutes.written", content)
    return await _signed(team, ident, fields, written, (place, shots))


async def _signed(
    team: Team, ident: UUID, fields: Json, written: str, evidence: tuple[str, list[Shot]]
) -> str:
    """Have everybody sign the minutes, and submit the file; returns the hash of what was submitted.

    `evidence`: the place, and the photographs.
    """
    place, shots = evidence
    party = [("subject", fields["representative"])]
    if "authority" in fields:
        party = [("authority", one["name"]) for one in fields["authority"]]
    signers = [
        ("leader", fields["leader"]["name"]),
        *(("member", one["name"]) for one in fields["members"]),
        *party,
    ]
    signatures = [
        await team.phone.act(ident, "person.signed", contents.signed(written, role, name))
        for role, name in signers
    ]
    photos = [hashlib.sha256(shot.data).hexdigest() for shot in shots]
    frozen = contents.submission(written, photos, signatures, [place])
    await team.phone.submit(ident, frozen)
    revision: str = frozen["revision"]
    return revision


async def _violation(story: Story, team: Team, ident: UUID, decision: Json, blocks: Blocks) -> UUID:
    """Write, sign and number the violation minutes (MBB01) on site."""
    clock.show(story.visited + timedelta(minutes=95))
    author = _author(team, decision)
    maker = {"name": author["full_name"], "title": author["title"]}
    fields = site_papers.violation_minutes(decision, NAMES[team.code], maker, None)
    fields |= goods.violation_minutes(story)
    owner = fields["violator"].get("representative_name") or fields["violator"]["name"]
    form = Form(site_papers.FORM, site_papers.FORM_VERSION, site_papers.SYMBOL)
    return await _on_site(team, ident, form, fields, (owner, author), blocks)


async def _seizure(story: Story, team: Team, ident: UUID, decision: Json, blocks: Blocks) -> None:
    """Write, sign and number the minutes by which the goods are taken (MBB15)."""
    clock.show(story.visited + timedelta(minutes=110))
    author = _author(team, decision)
    maker = {
        "name": author["full_name"],
        "title": author["title"],
        "officer_number": author["officer_number"],
    }
    fields = site_papers.seizure_minutes(decision, NAMES[team.code], maker)
    fields |= goods.seizure_minutes(story, NAMES[team.code])
    owner = fields["violator"].get("representative_name") or fields["violator"]["name"]
    form = Form(site_papers.SEIZURE, site_papers.SEIZURE_VERSION, site_papers.SEIZURE_SYMBOL)
    await _on_site(team, ident, form, fields, (owner, author), blocks)


def _author(team: Team, decision: Json) -> Json:
    """Return the team's writer as the decision names that officer."""
    officer = str(team.writer.officer_id)
    return next(one for one in decision["team"] if one["officer_id"] == officer)


async def _on_site(
    team: Team, ident: UUID, form: Form, fields: Json, signers: tuple[str, Json], blocks: Blocks
) -> UUID:
    """Write a paper on the phone, have it signed by its party and its maker (`signers`), and number it."""
    phone, document, (owner, author) = team.phone, uuid4(), signers
    content = {
        "document_id": str(document),
        "form": form.name,
        "form_version": form.version,
        "fields": fields,
    }
    written = await phone.act(ident, "document.written", content)
    for role, name in (("subject", owner), ("maker", author["full_name"])):
        signed = contents.signed(written, "subject", name) | {"document": written, "role": role}
        del signed["minutes"]
        await phone.act(ident, "document.signed", signed)
    block, year, number = await blocks.next(team, form.name)
    numbered = {
        "document_id": str(document),
        "written": written,
        "form": form.name,
        "year": year,
        "number": number,
        "block_id": str(block),
        "text": f"{number}/{form.symbol}-{author['officer_number']}",
    }
    await phone.act(ident, "document.numbered", numbered)
    return document


async def _decide(story: Story, team: Team, order: IssueDecision) -> UUID:
    """Check and record the decision under its planned number; returns the inspection's id."""
    if faults := await issue.check_decision(order, team.head):
        raise issue.DecisionNotIssuable(faults)
    decision_id, today = new_id(), clock.today()
    await planned.use(team.office_id, issue.FORM, today.year, story.number, decision_id)
    numbered = issue.Numbered(
        inspection_id=new_id(),
        decision_id=decision_id,
        number=numbering.unit_number_text(issue.FORM, story.number, story.province),
        day=today,
        legal_bases=order.legal_bases,
        issuer_name=team.head.full_name,
        issuer_title=_TITLE,
    )
    return (await issue.record_decision(order, team.head, numbered)).inspection_id


def _order(story: Story, team: Team, at: Business, subject_id: UUID) -> IssueDecision:
    return IssueDecision(
        subject=subject_of(at, subject_id),
        place=at.address,
        latitude_e7=at.latitude_e7,
        longitude_e7=at.longitude_e7,
        legal_bases=list(LEGAL_BASES),
        contents=list(_CHECKED),
        duration_days=2,
        complex=False,
        start_on=story.visited.date(),
        leader_id=team.leader.officer_id,
        member_ids=[team.writer.officer_id, team.member.officer_id],
        no_conflict_declared=True,
        ground="ad_hoc" if story.proposed else "planned",
        plan_item_id=None if story.proposed else item_id(story),
        proposal=None if story.proposed else f"Kế hoạch kiểm tra năm {story.decided.year}",
    )


def subject_of(at: Business, subject_id: UUID) -> DecisionSubject:
    """Return a business of the register as a decision names it."""
    return DecisionSubject(
        subject_id=subject_id,
        kind=at.kind,
        name=at.name,
        trade_name=None,
        tax_code=at.tax_code,
        registration_number=None,
        address=at.address,
        representative=at.representative,
        representative_title=at.representative_title,
        phone=None,
    )
