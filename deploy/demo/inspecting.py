"""Inspections of the demonstration that wait for somebody, each in another step of the way.

A team asks about its draft from the shop; two files wait for a ruling; one was asked for a
supplement, which is the inspector's returned thing, and one was answered; a proposal and a draft of
a decision wait for the head; a decision signed by hand waits for the clerk.
"""

from uuid import UUID, uuid4

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.fieldwork.decision_papers import by_hand
from backend.fieldwork.decision_papers import service as decision_papers
from backend.fieldwork.inspections import issue, opinions
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.inspections.service import Filters
from backend.ledger import service as ledger
from backend.parties import service as parties
from deploy.demo import contents, day, minutes, site_papers
from deploy.demo.cast import Cast
from deploy.demo.demo_data import LEGAL_BASES, UNITS
from deploy.demo.earlier import FormerPhone
from deploy.demo.seals import Json
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.decisions import IssueDecision, SubjectRow
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.proposals import DecisionProposed
from schemas.fieldwork.remarks import Comment, CommentTarget

_CHECKED = ("Nguồn gốc, xuất xứ và nhãn hàng hóa", "Hóa đơn, chứng từ")
_FIRST_RESULT = "/contents/0/result"
_ASKED = "Ghi rõ số hóa đơn, ngày mua và tên bên bán của lô hàng."
_ANSWER = "Hóa đơn số 0000127 ngày mua đầu tháng, bên bán ghi trong tài liệu kèm theo."
_REASON = "Tin báo của người dân: hàng không nhãn, giao vào buổi tối."


class Team:
    """A team of the demonstration: its leader, who draws up its minutes, and that officer's phone."""

    def __init__(self, head: Actor, leader: Actor, author: Actor, other: UUID, code: str) -> None:
        """`author` writes for the team; `other` is its further member; `code` is its unit's."""
        self.head = head
        self.leader = leader
        self.author = author
        self._members = [author.officer_id, other]
        self.agency = next(unit.vi for unit in UNITS if unit.code == code)
        self.phone = FormerPhone(msgspec.structs.replace(author, face="phone"), self.agency)

    async def order(self, name: str) -> IssueDecision:
        """Return the content of a decision for this team about a business of the register."""
        [business] = [one for one in await parties.search(self.head, name) if one.name == name]
        return IssueDecision(
            subject=_subject(business),
            place=business.address,
            latitude_e7=business.latitude_e7,
            longitude_e7=business.longitude_e7,
            legal_bases=list(LEGAL_BASES),
            contents=list(_CHECKED),
            duration_days=2,
            complex=False,
            start_on=clock.today(),
            leader_id=self.leader.officer_id,
            member_ids=self._members,
            no_conflict_declared=True,
            ground="planned",
            proposal=f"Kế hoạch kiểm tra năm {clock.today().year}",
        )

    async def inspect(self, name: str, **changed: object) -> "Inspected":
        """Have an inspection decided, begun and written down. `changed` replaces fields of the minutes."""
        order = await self.order(name)
        issued = await issue.issue_decision(order, self.head)
        ident = issued.inspection_id
        ledger.unwrap(await opinions.entrust(ident, self.author.officer_id, self.leader))
        view = await inspections.inspection_view(ident, self.leader)
        decision: Json = msgspec.to_builtins(view.decision)
        where = contents.place(order.latitude_e7 or 0, order.longitude_e7 or 0)
        await self.phone.act(ident, "inspection.opened", {"decision_id": decision["decision_id"]})
        await self.phone.act(ident, "inspection.announced", {"place": where})
        place = await self.phone.act(ident, "place.fixed", where)
        fields = minutes.fill(decision, self.agency, **changed)
        written = await self.phone.act(ident, "minutes.written", minutes.content(fields))
        return Inspected(self, ident, decision, fields, written, place)


class Inspected:
    """An inspection whose minutes are written, and not signed."""

    def __init__(
        self, team: Team, ident: UUID, decision: Json, fields: Json, written: str, place: str
    ) -> None:
        self.team = team
        self.id = ident
        self.decision = decision
        self.fields = fields
        self._written = written
        self._place = place

    async def propose(self) -> None:
        """Ask for an opinion on the draft while the team is on site."""
        await self.team.phone.act(self.id, "minutes.proposed", contents.proposal(self._written, []))

    async def submit(self) -> None:
        """Have the minutes signed and the file submitted."""
        signers = [
            ("leader", self.fields["leader"]["name"]),
            *(("member", one["name"]) for one in self.fields["members"]),
            ("subject", self.fields["representative"]),
        ]
        signatures = [
            await self.team.phone.act(
                self.id, "person.signed", contents.signed(self._written, role, name)
            )
            for role, name in signers
        ]
        frozen = contents.submission(self._written, [], signatures, [self._place])
        await self.team.phone.submit(self.id, frozen)

    async def seize(self) -> None:
        """Write, sign and number seizure minutes (MBB15) on site."""
        phone, document, form = self.team.phone, uuid4(), site_papers.SEIZURE
        block = await phone.numbers(form)
        author = next(
            one for one in self.decision["team"] if one["full_name"] == self.team.author.full_name
        )
        maker = {
            "name": author["full_name"],
            "title": author["title"],
            "officer_number": author["officer_number"],
        }
        content = {
            "document_id": str(document),
            "form": form,
            "form_version": site_papers.SEIZURE_VERSION,
            "fields": site_papers.seizure_minutes(self.decision, self.team.agency, maker),
        }
        written = await phone.act(self.id, "document.written", content)
        for role, name in (("subject", self.fields["representative"]), ("maker", maker["name"])):
            signed = contents.signed(written, "subject", name) | {"document": written, "role": role}
            del signed["minutes"]
            await phone.act(self.id, "document.signed", signed)
        symbol = f"{site_papers.SEIZURE_SYMBOL}-{maker['officer_number']}"
        numbered = {
            "document_id": str(document),
            "written": written,
            "form": form,
            "year": block.year,
            "number": block.first,
            "block_id": str(block.id),
            "text": f"{block.first}/{symbol}",
        }
        await phone.act(self.id, "document.numbered", numbered)

    async def ask_supplement(self) -> None:
        """Have the head ask for one point of the file."""
        point = Comment(at=CommentTarget(field=_FIRST_RESULT), text=_ASKED)
        file = (await self._view()).file
        if file is None:
            raise TypeError("a submitted inspection has a file")
        outcome = await opinions.ask_supplement(self.id, file.file, [point], self.team.head)
        ledger.unwrap(outcome)

    async def answer(self) -> None:
        """Answer that point."""
        file = (await self._view()).file
        if file is None:
            raise TypeError("a submitted inspection has a file")
        answered = {
            "asked": str(file.open_ask),
            "answers": [{"point": 0, "text": _ANSWER}],
            "photos": [],
            "documents": [],
        }
        await self.team.phone.act(self.id, "file.supplemented", answered)

    async def _view(self) -> InspectionView:
        return await inspections.inspection_view(self.id, self.team.head)


def _subject(row: SubjectRow) -> DecisionSubject:
    known = msgspec.to_builtins(row) | {"subject_id": row.id}
    names = DecisionSubject.__struct_fields__
    return msgspec.convert({name: known[name] for name in names}, DecisionSubject)


async def teams(cast: Cast) -> tuple[Team, Team]:
    """Return both teams of Hà Nội, each with an enrolled phone; in the caller's transaction."""
    first = Team(cast.head, cast.leader, cast.inspector, cast.member.officer_id, "0101")
    second = Team(
        cast.head, cast.second_leader, cast.second_inspector, cast.second_member.officer_id, "0102"
    )
    for team in (first, second):
        await team.phone.enrol("Điện thoại công vụ")
    return first, second


async def seizing(reader: Actor) -> UUID | None:
    """Return the inspection at which goods were taken, or None while there is none."""
    found = await inspections.search(reader, Filters(subject=day.CLOTH))
    return found.rows[0].id if found.rows else None


async def give(first: Team, second: Team) -> None:
    """Enter everything but the decision signed by hand, in the caller's transaction."""
    await (await first.inspect(day.GLASSES, violations=[])).propose()
    await (await first.inspect(day.GOLD, violations=[])).submit()
    await (await second.inspect(day.PETROL, violations=[])).submit()
    returned = await first.inspect(day.PHARMA, violations=[])
    await returned.submit()
    await returned.ask_supplement()
    answered = await second.inspect(day.SPIRITS, violations=[])
    await answered.submit()
    await answered.ask_supplement()
    await answered.answer()
    await _propose(second, day.FOOD)
    _, outcome = await decision_papers.draft(await first.order(day.POTTERY), first.leader)
    ledger.unwrap(outcome)
    seizing = await first.inspect(day.CLOTH)
    await seizing.seize()
    await seizing.submit()


async def _propose(team: Team, name: str) -> None:
    said = msgspec.to_builtins(await team.order(name))
    asked = DecisionProposed.__struct_fields__
    content = {name: value for name, value in said.items() if name in asked}
    document = {"document_id": str(uuid4()), "basis": None, "reason": _REASON, "ground": "ad_hoc"}
    await team.phone.act(uuid4(), "decision.proposed", content | document)


async def sign_by_hand(team: Team) -> None:
    """Have a decision drafted, printed, signed on the sheet and scanned: its scan waits for the clerk.

    Opens its transactions itself. Needs the object store.
    """
    async with transaction():
        document, outcome = await decision_papers.draft(
            await team.order(day.FERTILISER), team.leader
        )
        ledger.unwrap(outcome)
        seen = (await decision_papers.read(document, team.head, None)).fields_hash
    await decision_papers.sign(document, seen, None, team.head)
    sheet, _ = await decision_papers.pdf(document, team.head, None)
    await by_hand.take_scan(document, sheet, team.head)
