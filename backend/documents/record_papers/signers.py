"""The signer of a paper of a record: the officer, with unit and office as the paper names them."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.core import remembering
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import NotFound
from backend.documents import forms
from backend.documents import service as documents
from backend.documents.desk_papers.signers import SignedBy, nearest
from backend.documents.queries import record_paper_offices as queries
from backend.documents.queries.record_paper_offices import SigningOfficer
from backend.documents.record_papers import offices
from backend.documents.record_papers.offices import Office
from backend.documents.record_papers.owners import Owned, Owner
from backend.documents.rules import record_papers as rules
from backend.documents.texts.record_papers import text
from schemas.core.problems import Text
from schemas.core.vocabulary import Role

HEADS = (Role.SUPERVISOR, Role.TEAM_LEADER)
"""Many teams have no other head in the system than who leads them."""
NOT_HEAD = Text(
    vi="Bạn không có vai trò người có thẩm quyền hoặc Đội trưởng nên không ký văn bản này.",
    en="You have neither the role of a supervisor nor that of a team leader, so you do not sign this paper.",
)
NOT_REPORTER = Text(
    vi="Chỉ người xử lý hồ sơ ký báo cáo của mình.",
    en="Only an officer who works on the record signs a report of his own.",
)


class Signer(SignedBy, frozen=True, kw_only=True):
    """A signer of a paper of a record."""

    officer: SigningOfficer
    office: Office

    @property
    def title_vi(self) -> str:
        """The lines above the signature."""
        return self.office.printed


def is_own(form: str) -> bool:
    """Tell whether officers sign papers on this form in their own right, under their own numbers."""
    return bool(documents.get_form(form, forms.newest(form)).get("x-issuer") == "officer")


async def of(owned: Owned, owner: Owner, form: str, actor: Actor, day: date) -> Signer:
    """Return this officer as signer of a paper on this form; `office.fault` says why they may not.

    A report is signed by who makes it, and needs no office. Joins the caller's transaction.
    """
    officer, office = await _in_office(owned, owner, form, actor.officer_id, day)
    if is_own(form):
        may = await owner.may_draft(owned, form, actor)
        return Signer(
            officer=officer, office=Office(title=office.title, fault=None if may else NOT_REPORTER)
        )
    by_default = owner.office is None and not actor.has(*HEADS)
    if by_default and office.fault is None:
        office = msgspec.structs.replace(office, fault=NOT_HEAD)
    return Signer(officer=officer, office=office)


async def shown(
    owned: Owned,
    owner: Owner,
    form: str,
    actor: Actor,
    day: date,
    fields: Mapping[str, Any] | None = None,
) -> Signer:
    """Return who a draft is shown to be signed by: whom it names, else the reader if they may, else the nearest head.

    A paper that names its signer is signed by nobody else (judging.against), so a reader who might sign another one of
    this form is not shown below it. The reader where nobody is found; then `office.fault` says why they cannot sign.
    """
    reader = await of(owned, owner, form, actor, day)
    if is_own(form):
        return reader
    said = fields or {}
    if reader.office.fault is None and not _names_other(said, reader):
        return reader

    async def may(officer_id: UUID) -> bool:
        async with at_once() as ask:
            heading = ask(offices.head_or_deputy(owned.path, form, officer_id, day))
            signing = ask(as_signer(officer_id))
        if heading.result().fault is not None:
            return False
        return not said or not _names_other(said, signing.result())

    async def as_signer(officer_id: UUID) -> Signer:
        officer, office = await _in_office(owned, owner, form, officer_id, day)
        return Signer(officer=officer, office=office)

    head = await nearest(owned.path, HEADS, may)
    if head is not None:
        return await as_signer(head)
    return _as_named(said, reader) if _names_other(said, reader) else reader


def _names_other(fields: Mapping[str, Any], signer: Signer) -> bool:
    """Tell whether the paper names another signer, or the same one in another office; not if it names nobody yet."""
    said, office = fields.get("signer"), signer.office
    if not isinstance(said, dict) or not said.get("name"):
        return False
    return rules.signer_fault(fields, signer.full_name, office.title, office.cited)


def _as_named(fields: Mapping[str, Any], reader: Signer) -> Signer:
    """Return the signer in the paper's own words, where nobody on duty has that name in that office."""
    said = fields["signer"]
    officer = msgspec.structs.replace(reader.officer, full_name=said["name"])
    office = Office(
        title=said.get("title") or "",
        cited=said.get("delegation") or None,
        fault=text("signer_other"),
    )
    return Signer(officer=officer, office=office)


async def _in_office(
    owned: Owned, owner: Owner, form: str, officer_id: UUID, day: date
) -> tuple[SigningOfficer, Office]:
    async with at_once() as ask:
        officer = ask(_officer(officer_id))
        office = ask(owner.office_of(owned, form, officer_id, day))
    return officer.result(), office.result()


@remembering.once
async def _officer(officer_id: UUID) -> SigningOfficer:
    found = await queries.officer(officer_id)
    if found is None:
        raise NotFound(what="officer")
    return found
