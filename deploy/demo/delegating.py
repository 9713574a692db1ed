"""The demonstration's only delegation: the head of Hà Nội gave the deputy the powers to sanction.

The clerk enters it with its scan and the head confirms it, as at the desk. Without such a
delegation a deputy signs nothing (Law 15/2012 Art 54).
"""

from datetime import date, timedelta

import msgspec
import typst

from backend.casework.issued_documents import scans
from backend.core import clock, stores
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.documents import rendering
from backend.force.accounts import service as accounts
from backend.force.delegations import service as delegations
from backend.force.units import service as units
from backend.ledger import service as ledger
from deploy.demo.demo_data import OFFICERS
from schemas.core.ids import new_id
from schemas.force import delegations as acts

_CLERK, _HEAD, _DEPUTY = "hn.thuy", "hn.giang", "hn.hai"
_SINCE = timedelta(days=60)
_TERM = timedelta(days=365)
_SUMMARY = "về việc giao quyền xử phạt vi phạm hành chính"
NUMBER = "01000001/QĐ-GQ"


async def give(settings: Settings) -> None:
    """Enter and confirm it unless it is in the register; may be interrupted and repeated."""
    root = await units.find_root()
    if root is None:
        raise ValueError("the force comes before its delegation")
    nobody = accounts.operator(new_id(), root.id, "", "")
    who = [await actor(nobody, username) for username in (_CLERK, _HEAD, _DEPUTY)]
    clerk, head, deputy = who
    if clerk is None or head is None or deputy is None:
        return  # a force from before there were clerks, who are added first
    there = [row for row in await delegations.page(clerk) if row.number == NUMBER]
    if not there:
        await _enter(settings, clerk, head, deputy)
        there = [row for row in await delegations.page(clerk) if row.number == NUMBER]
    if there[0].confirmed_at is None:
        content = acts.DelegationConfirmed(delegation_id=there[0].id)
        async with transaction():
            ledger.unwrap(await delegations.act(deputy.officer_id, content, head))


async def actor(nobody: Actor, username: str) -> Actor | None:
    """Return an officer of the demonstration as somebody at the desk; None if there is none."""
    found, _ = await accounts.list_officers(nobody, filters=accounts.PeopleFilters(search=username))
    for officer in found:
        if officer.username == username and (who := await accounts.speaker(officer.id)):
            return msgspec.structs.replace(who, face="desk")
    return None


async def _enter(settings: Settings, clerk: Actor, head: Actor, deputy: Actor) -> None:
    since = clock.today() - _SINCE
    await stores.start(settings)
    try:
        scan = await scans.of_officer(deputy.officer_id, _scanned(since), clerk)
    finally:
        await stores.stop()
    title = {officer.username: officer.title_vi for officer in OFFICERS}
    content = acts.DelegationGiven(
        delegation_id=new_id(),
        number=NUMBER,
        decided_on=since,
        summary=_SUMMARY,
        giver_id=head.officer_id,
        giver_title=title[_HEAD],
        receiver_title=title[_DEPUTY],
        kinds=[acts.DelegatedKind.SANCTION],
        standing=True,
        case_id=None,
        valid_from=since,
        valid_to=since + _TERM,
        scan_id=scan.id,
        scan_sha256=scan.sha256,
    )
    async with transaction():
        ledger.unwrap(await delegations.act(deputy.officer_id, content, clerk))


def _scanned(day: date) -> bytes:
    """Return the paper itself, invented like the force."""
    name = {officer.username: officer.name for officer in OFFICERS}
    source = (
        f'#set document(title: "Quyết định số {NUMBER}")\n#set text(lang: "vi", font: "Tinos", size: 13pt)\n'
        f"#align(center)[*QUYẾT ĐỊNH*\\\n*{_SUMMARY}*]\n\nSố: {NUMBER}, ngày {day:%d/%m/%Y}\n\n"
        f"Giao Phó Chi cục trưởng {name[_DEPUTY]} xử phạt vi phạm hành chính theo thẩm quyền của Chi cục trưởng, "
        f"từ ngày {day:%d/%m/%Y} đến hết ngày {day + _TERM:%d/%m/%Y}.\n\n"
        f"#align(right)[CHI CỤC TRƯỞNG\\\n{name[_HEAD]}]\n\n_Văn bản trình diễn, không có giá trị._"
    )
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[rendering.FOLDER / "fonts"])
    made: bytes = typst.compile(source.encode(), format="pdf", font_paths=fonts)
    return made
