"""Papers signed by hand, over HTTP: printed, scanned, compared by people at their desks.

For example:

    document = await hand.print(case, "MQĐ02", people.giang)
    await hand.scan(document, people.an, scans.pdf())
    await hand.compare(document, people.nga)
"""

import re
from typing import Any
from uuid import UUID

import httpx
import pytest
from litestar import Litestar

from backend.core import database
from backend.core.canonical_json import sha256_hex
from backend.documents import forms
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.doors import Desk
from tests.support.people import People, Person


class Hand:
    """Papers of a case, at the desks of several people."""

    def __init__(self, app: Litestar, people: People) -> None:
        self._app, self._people = app, people
        self._desks: dict[str, Desk] = {}

    async def of(self, person: Person) -> Desk:
        """This person's desk."""
        if person.username not in self._desks:
            self._desks[person.username] = await Desk.of(self._app, person, self._people)
        return self._desks[person.username]

    async def close(self) -> None:
        """Close the browsers."""
        for desk in self._desks.values():
            await desk.close()

    async def ready(self, case: Case, form: str, by: Person, drafter: Person | None = None) -> UUID:
        """Draft a paper and make it ready for the signer that it names."""
        document, fields = new_id(), await cases_made.fields_of(form, by)
        fields |= await case.cited(form, fields)
        hashed = sha256_hex(fields)
        draft = case_side_acts.DocumentDrafted(
            document_id=document,
            form=form,
            form_version=forms.newest(form),
            fields=fields,
            replaces=None,
        )
        await case.take(CaseAct.DOCUMENT_DRAFTED, draft, drafter or by)
        ready = case_side_acts.DocumentFinalised(document_id=document, fields_hash=hashed)
        await case.take(CaseAct.DOCUMENT_FINALISED, ready, drafter or by)
        return document

    async def print(
        self, case: Case, form: str, by: Person, drafter: Person | None = None, **said: str
    ) -> UUID:
        """Print a paper for signing by hand, over HTTP. `said`: what its signer answers besides it."""
        document = await self.ready(case, form, by, drafter)
        hashed = (await case.facts()).papers[document].fields_hash
        desk = await self.of(by)
        answer = await desk.post(
            f"/desk/documents/{document}/sign",
            fields_hash=hashed,
            by_hand="yes",
            alone="Trực một mình",
            **said,
        )
        assert answer.status_code == 303, answer.text[-2000:]
        case.papers[form] = document
        return document

    async def scan(
        self, document: UUID, by: Person, data: bytes, name: str = "quyet-dinh.pdf"
    ) -> httpx.Response:
        """Upload a scan of it."""
        desk = await self.of(by)
        return await desk.http.post(
            f"/desk/documents/{document}/scan",
            data={"csrf_token": await desk.form_token()},
            files={"scan": (name, data, "application/pdf")},
        )

    async def compare(self, document: UUID, by: Person, **form: str) -> httpx.Response:
        """Compare it, with the hash that the page shows."""
        desk = await self.of(by)
        shown = await desk.http.get(f"/desk/documents/{document}/compare")
        found = re.search(r'name="sha256" value="([0-9a-f]{64})"', shown.text)
        sha256 = found[1] if found else "0" * 64
        form = {"sha256": sha256, "looked": "yes", "step": "agrees"} | form
        return await desk.post(f"/desk/documents/{document}/compare", **form)


@pytest.fixture
async def hand(app: Litestar, people: People) -> Any:
    """People at the desk who sign by hand."""
    made = Hand(app, people)
    yield made
    await made.close()


async def code_of(document: UUID) -> str:
    """The code by which /verify knows the paper."""
    found: str = await database.fetchval("SELECT code FROM documents WHERE id = $1", document)
    return found
