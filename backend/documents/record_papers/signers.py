"""The signer of a paper of a record: the officer, with unit and office as the paper names them."""

from datetime import date
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.documents import forms
from backend.documents import service as documents
from backend.documents.desk_papers.signers import SignedBy, nearest
from backend.documents.queries import record_paper_offices as queries
from backend.documents.queries.record_paper_offices import SigningOfficer
from backend.documents.record_papers import offices
from backend.documents.record_papers.offices import Office
from backend.documents.record_papers.owners import Owned, Owner
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
    officer = await _officer(actor.officer_id)
    office = await owner.office_of(owned, form, actor.officer_id, day)
    if is_own(form):
        may = await owner.may_draft(owned, form, actor)
        return Signer(
            officer=officer, office=Office(title=office.title, fault=None if may else NOT_REPORTER)
        )
    by_default = owner.office is None and not actor.has(*HEADS)
    if by_default and office.fault is None:
        office = msgspec.structs.replace(office, fault=NOT_HEAD)
    return Signer(officer=officer, office=office)


async def shown(owned: Owned, owner: Owner, form: str, actor: Actor, day: date) -> Signer:
    """Return who a draft is shown to be signed by: the reader if they may, else the nearest head.

    The reader where nobody is found; then `office.fault` says why they cannot sign.
    """
    reader = await of(owned, owner, form, actor, day)
    if reader.office.fault is None:
        return reader
    if is_own(form):
        return reader

    async def may(officer_id: UUID) -> bool:
        return (await offices.head_or_deputy(owned.path, form, officer_id, day)).fault is None

    head = await nearest(owned.path, HEADS, may)
    if head is None:
        return reader
    return Signer(
        officer=await _officer(head),
        office=await owner.office_of(owned, form, head, day),
    )


async def _officer(officer_id: UUID) -> SigningOfficer:
    found = await queries.officer(officer_id)
    if found is None:
        raise NotFound(what="officer")
    return found
