"""Who asks, and for what: everybody is signed in at both doors of one application."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

import httpx
import msgspec
import pytest
from litestar import Litestar

from backend.casework.cases import service as cases
from backend.casework.filing import service as filing
from backend.casework.issued_documents import scans
from backend.core import clock, database
from backend.core.database import transaction
from backend.exchange.rules.rescue import Summary
from backend.force.accounts import service as accounts
from backend.parties import service as parties
from deploy.demo.phone import Phone
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force import acts
from schemas.force.restructuring_acts import RestructuringAsked, UnitClosed
from tests.integration.authorisation.table import DEAD, LIVE, REVOKED, ROLES, TEAM, Line
from tests.support import (
    cases_made,
    decision_papers,
    factories,
    informations,
    pictures,
    record_papers,
    site_papers,
)
from tests.support import scans as scans_made
from tests.support.doors import API, Desk, bearer, device, knock
from tests.support.people import People, Person
from tests.support.phone import Phones
from tests.support.uploads import all_stored


@dataclass
class Asker:
    """Somebody at both doors, in one of the groups."""

    kind: str
    http: httpx.AsyncClient
    desk: Desk
    headers: dict[str, str]
    person: Person | None = None
    roles: tuple[Role, ...] = ()
    csrf: str = ""

    async def become(self) -> None:
        """Hold the roles of this kind: they are read anew at every request."""
        if self.person is None or self.kind in TEAM:
            return
        officer_id = self.person.id
        await database.execute("DELETE FROM officer_roles WHERE officer_id = $1", officer_id)
        for role in self.roles:
            await database.execute(
                "INSERT INTO officer_roles (officer_id, role) VALUES ($1, $2)", officer_id, role
            )

    @property
    def ends_session(self) -> bool:
        """Whether what ends a session is asked now: one session serves all roles of a person."""
        shared = self.kind in LIVE and self.kind not in TEAM
        return not shared or self.roles in ((), (ROLES[-1],))

    async def ask(self, line: Line, ids: dict[str, str]) -> httpx.Response:
        """Ask as this line says."""
        url = line.ask.format_map(ids)
        more = dict(line.body)
        headers = more.pop("headers", {})
        if line.ask.startswith("/desk"):
            if line.method == "POST":
                more = {"data": {"csrf_token": self.csrf}}
            return await self.desk.http.request(line.method, url, headers=headers, **more)
        return await self.http.request(line.method, url, headers=headers | self.headers, **more)


@dataclass
class World:
    """Everybody, and the ids of what they ask for."""

    askers: list[Asker]
    ids: dict[str, str]


@pytest.fixture
async def world(
    app: Litestar, client: httpx.AsyncClient, people: People, phones: Phones
) -> AsyncIterator[World]:
    """Hà Nội's submitted inspection with a stored photograph and one act held apart; everybody is
    signed in at both doors."""
    author = await phones.of(people.an)
    ids = await _things(client, people, author)
    made: list[Asker] = []

    async def enter(kind: str, person: Person, *roles: Role) -> Asker:
        await people.forget_codes(person)
        answer = await knock(client, person)
        assert answer.status_code == 201, answer.text
        desk_of = await Desk.of(app, person, people)
        asker = Asker(kind, client, desk_of, bearer(answer.json()), person, roles)
        asker.csrf = await desk_of.form_token()
        made.append(asker)
        return asker

    made.append(Asker("anonymous", client, Desk(app), {}))
    member = await enter("member", people.an)
    member.headers = bearer(author.session)  # an upload belongs to the phone that began it
    await enter("leader", people.chi)
    for place, person in (("own", people.hai), ("other", people.ho)):
        first = await enter(f"{place} {ROLES[0]}", person, ROLES[0])
        made.extend(
            Asker(f"{place} {role}", client, first.desk, first.headers, person, (role,), first.csrf)
            for role in ROLES[1:]
        )
    await enter("without roles", people.em)
    disabled = await enter("disabled", people.khanh, Role.AUDITOR)
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.khanh.id)
    gone = await enter("signed out", people.duyen, Role.TEAM_LEADER)
    await client.delete(f"{API}/sessions/current", headers=gone.headers)
    await gone.desk.post("/desk/sign-out")
    revoked = await enter("revoked", people.cuc, Role.INSPECTOR)
    await database.execute(
        "UPDATE devices SET revoked_at = now() WHERE enrolled_by = $1", people.cuc.id
    )
    assert {disabled.kind, gone.kind} == DEAD
    assert {revoked.kind} == REVOKED
    async with transaction():
        party = (await parties.add(people.chi.actor(), factories.order(people.chi, []).subject)).id
    with record_papers.owned():
        plan_id = await record_papers.plan(people.chi)
        paper = await record_papers.drafted(plan_id, "TB", people.an)
        yield World(made, ids | {"record_paper": str(paper), "party": str(party)})
    for asker in made:
        await asker.desk.close()


async def _things(client: httpx.AsyncClient, people: People, author: Phone) -> dict[str, str]:
    work = await factories.announced(people)
    data = pictures.jpeg(size=(640, 480))
    picture = await factories.take_photo(work, data)
    upload = await author.tus.create(data, {"sha256": picture.sha256, "filetype": "image/jpeg"})
    await author.tus.send(upload, data)
    await all_stored()
    begun = await author.tus.create(data, {"sha256": picture.sha256, "filetype": "image/jpeg"})
    await factories.write_minutes(work)
    await factories.submit(work)
    document_id = str(new_id())
    await work.act("document.written", site_papers.writing(document_id))
    stranger = await factories.pen(people.dung)
    place = factories.contents.place(210285110, 1058542300)
    held = stranger.write(str(work.id), "place.fixed", place)
    await factories.hand_in(held, people.dung, UUID(str(held["device_id"])))
    finding = new_id()
    await database.execute(
        "INSERT INTO findings (id, inspection_id, kind, subject_id, photo_id, numbers, found_at)"
        " VALUES ($1, $2, 'from_gallery', $3, $3, '{}', now())",
        finding,
        work.id,
        UUID(picture.photo_id),
    )
    exception = new_id()
    await database.execute(
        "INSERT INTO exceptions (id, kind, record_kind, record_id, officer_id, unit_1, unit_2, unit_3, reason, at)"
        " SELECT $1, 'discarded', 'inspection', i.id, $3, i.unit_1, i.unit_2, i.unit_3, '', now()"
        " FROM inspections i WHERE i.id = $2",
        exception,
        work.id,
        people.an.id,
    )
    rescue = new_id()
    await database.execute(
        "INSERT INTO rescue_files"
        " (id, brought_by, officer_id, device_id, node, file_name, size, sha256, summary, state)"
        " SELECT $1, $2, $3, d.id, 'node-1', 'goi.htrescue.age', 1, $4, $5::jsonb, 'gone'"
        " FROM devices d LIMIT 1",
        rescue,
        people.hai.id,
        people.an.id,
        picture.sha256,
        msgspec.json.encode(_nothing_in_it()).decode(),
    )
    case = await cases_made.opened_from(people, work, "Người bán hàng thuê quầy")
    async with transaction():
        drafted = cases_made.example("MBB02")
        paper, _ = await cases.draft(case.id, "MBB02", 1, drafted, people.an.actor("desk"))
    scan = await scans.of_paper(paper, scans_made.pdf(), people.an.actor("desk"))
    upload_of_case = await filing.whole_upload(
        case.id, "thu.pdf", scans_made.pdf(5), people.an.actor("desk")
    )
    filed = await filing.keep(case.id, upload_of_case, people.an.actor("desk"))
    decision = await decision_papers.drafted(people)
    information = await informations.registered(people.an)
    asked = acts.RoleAsked(ask_id=new_id(), role=Role.LEGAL, reason="theo quyết định")
    async with transaction():
        await accounts.ask(people.my.actor(), people.binh.id, asked)
    delegation = new_id()
    await database.execute(
        "INSERT INTO delegations (id, number, decided_on, summary, giver_id, giver_title, receiver_id, receiver_title,"
        " unit_id, unit_1, unit_2, unit_3, kinds, valid_from, scan_id, entered_by, entered_at)"
        " SELECT $1, '1/QĐ-GQ', '2026-01-02', 'về việc giao quyền', $2, 'Chi cục trưởng', $3, 'Phó Chi cục trưởng',"
        " u.id, u.unit_1, u.unit_2, u.unit_3, 'sanction', '2026-01-02', $4, $5, now() FROM units u WHERE u.id = $6",
        delegation,
        people.giang.id,
        people.hai.id,
        scan.id,
        people.nga.id,
        people.units["01"].unit_id,
    )
    owned = device()
    await people.forget_codes(people.binh)
    assert (await knock(client, people.binh, owned)).status_code == 201
    waiting = new_id()
    await database.execute(
        "INSERT INTO device_approvals (id, device_id, officer_id, asked_at) VALUES ($1, $2, $3, now())",
        waiting,
        UUID(owned["id"]),
        people.binh.id,
    )
    unit_ask = new_id()
    team = people.units["0102"].unit_id
    closing = RestructuringAsked(
        ask_id=unit_ask,
        preview={},
        closed=UnitClosed(valid_to=clock.today(), successor_id=None, reason="Sắp xếp lại"),
    )
    await database.execute(
        "INSERT INTO unit_asks (id, unit_id, unit_1, unit_2, unit_3, kind, content, above, asked_by, asked_at)"
        " SELECT $1, id, unit_1, unit_2, unit_3, 'close', $3, 2, $4, now() FROM units WHERE id = $2",
        unit_ask,
        team,
        msgspec.json.encode(closing).decode(),
        people.lan.id,
    )
    machine = new_id()
    await database.execute(
        "INSERT INTO machine_accounts (id, unit_id, unit_1, unit_2, unit_3, name, purpose, owner_id, permissions,"
        " networks, expires_on, asked_by, asked_at) SELECT $1, unit_id, unit_1, unit_2, unit_3, 'Cổng', 'Thống kê', $3,"
        " '{figures}', '{203.0.113.0/28}', now()::date + 30, $3, now() FROM devices WHERE id = $2",
        machine,
        UUID(owned["id"]),
        people.giang.id,
    )
    message = new_id()
    await database.execute(
        "INSERT INTO phone_messages (id, device_id, unit_id, unit_1, unit_2, unit_3, text, sent_by, sent_at)"
        " SELECT $1, id, unit_id, unit_1, unit_2, unit_3, 'Mang máy về đội', $3, now() FROM devices WHERE id = $2",
        message,
        UUID(owned["id"]),
        people.giang.id,
    )
    return {
        "waiting_device": str(waiting),
        "phone_message": str(message),
        "machine": str(machine),
        "unit_ask": str(unit_ask),
        "inspection": str(work.id),
        "exception": str(exception),
        "information": str(information.id),
        "delegation": str(delegation),
        "revision": work.revision,
        "photo": picture.photo_id,
        "upload": httpx.URL(begun).path.rsplit("/", 1)[-1],
        "stored_upload": httpx.URL(upload).path.rsplit("/", 1)[-1],
        "document": document_id,
        "held": held["id"],
        "finding": str(finding),
        "rescue": str(rescue),
        "case": str(case.id),
        "paper": str(paper),
        "decision": str(decision),
        "scan": str(scan.id),
        "filed": str(filed.id),
        "people_ask": str(asked.ask_id),
        "officer": str(people.binh.id),
        "unit": str(people.units["0102"].unit_id),
        "device": owned["id"],
    }


def _nothing_in_it() -> Summary:
    counts = (
        name for name in Summary.__struct_fields__ if name.endswith(("acts", "photos", "bytes"))
    )
    return Summary(
        made_at=None, device_revoked=False, access_ended=False, **dict.fromkeys(counts, 0)
    )
