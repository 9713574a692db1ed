"""A phone's pack of reference data in tests, and businesses for its content."""

import asyncio
from http import HTTPStatus
from typing import Any
from uuid import UUID

from backend.core import database
from deploy.demo.phone import Refused
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject
from tests.support.people import Person
from tests.support.phone import Phone, Phones

ADDRESS = "Số 8 phố Hàng Đào, Hà Nội"


class Pack:
    """What a phone stores from the pages, as the protocol requires."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.cursor: str | None = None
        self.kept: dict[tuple[str, str], dict[str, Any]] = {}
        self.pages: list[dict[str, Any]] = []

    async def page(self) -> dict[str, Any]:
        """Fetch one page and apply it."""
        asked = f"?cursor={self.cursor}" if self.cursor else ""
        answer = await self._patiently(f"/reference{asked}")
        self.kept = {
            key: entry for key, entry in self.kept.items() if key[0] not in answer["reset"]
        }
        self.kept |= {(entry["kind"], entry["id"]): entry for entry in answer["entries"]}
        for gone in answer["removed"]:
            self.kept.pop((gone["kind"], gone["id"]), None)
        self.cursor = answer["cursor"]
        self.pages.append(answer)
        return answer

    async def _patiently(self, path: str) -> dict[str, Any]:
        """Ask again if the server has no time just now, as a phone does: that only means that the
        machine is busy."""
        for pause in (1, 2, 4, 8, 16, 32, 64):
            try:
                return await self._get(path)
            except Refused as refused:
                if refused.status != HTTPStatus.SERVICE_UNAVAILABLE:
                    raise
            await asyncio.sleep(pause)
        return await self._get(path)

    async def _get(self, path: str) -> dict[str, Any]:
        found: dict[str, Any] = await self.phone.call("GET", path)
        return found

    async def pull(self) -> list[dict[str, Any]]:
        """Fetch while there is more; return the pages."""
        before = len(self.pages)
        while (await self.page())["more"]:
            pass
        return self.pages[before:]

    def business(self, ident: Any) -> dict[str, Any]:
        """The phone's data about a business."""
        value: dict[str, Any] = self.kept["business", str(ident)]["value"]
        return value

    def of(self, kind: str) -> dict[str, dict[str, Any]]:
        """All entries of a kind, by id."""
        return {ident: entry for (of, ident), entry in self.kept.items() if of == kind}


async def pack(phones: Phones, person: Person) -> Pack:
    """A phone of this person that has no data yet."""
    return Pack(await phones.of(person, sync=False))


async def business(owner: Person, name: str, tax_code: str | None = None) -> UUID:
    """Register a business with this person's unit."""
    ident = new_id()
    await database.execute(
        "INSERT INTO subjects (id, unit_id, unit_1, unit_2, unit_3, unit_4, kind, name, tax_code, address,"
        " latitude_e7) VALUES ($1, $2, $3, $4, $5, $6, 'household', $7, $8, $9, 210285110)",
        ident,
        owner.unit.unit_id,
        *owner.unit.as_tuple(),
        name,
        tax_code,
        ADDRESS,
    )
    return ident


def party(ident: UUID, name: str) -> DecisionSubject:
    """The business in the form in which a decision names it."""
    return DecisionSubject(
        subject_id=ident,
        kind=SubjectKind.HOUSEHOLD,
        name=name,
        trade_name=None,
        tax_code=None,
        registration_number=None,
        address=ADDRESS,
        representative=None,
        representative_title=None,
        phone=None,
    )
