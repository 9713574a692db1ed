"""Lays out a decision on delegation for the head's signature; nothing is recorded.

It belongs to no case, so it has no number of ours: the clerk writes that of the paper register. Once
signed and scanned, it is entered into the register of delegations like any other.
"""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.issued_documents import contents
from backend.casework.prefill import filling
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Invalid, NotAllowed
from backend.documents import rendering
from backend.documents import service as documents
from backend.documents.layout import provinces
from backend.force.delegations import service as delegations
from backend.force.delegations.service import Pair
from backend.force.queries.delegations import ListedDelegation
from backend.law.sanctions import service as sanctions
from schemas.core.ids import new_id
from schemas.documents.papers import Letterhead, PaperContent, PaperSignature
from schemas.force.delegations import DelegatedKind

FORMS = {
    DelegatedKind.SANCTION: "MQĐ34",
    DelegatedKind.ENFORCEMENT: "MQĐ35",
    DelegatedKind.CUSTODY: "MQĐ36",
    DelegatedKind.INSPECTION: "QĐ-GQ",
}
_ENDS = ("sanction", "enforcement", "custody")
_ENDED = {
    "sanction": "Chấm dứt việc giao quyền xử phạt vi phạm hành chính",
    "enforcement": "Chấm dứt việc giao quyền cưỡng chế thi hành quyết định xử phạt vi phạm hành chính",
    "custody": "Chấm dứt việc giao quyền tạm giữ người theo thủ tục hành chính",
}


class NoSuchForm(Invalid):
    """There is a form for each kind, each a decision of its own. The end of one on inspections has none."""

    code = "delegation_form"
    text_vi = (
        "Mỗi quyết định giao một loại: chọn xử phạt (MQĐ34), cưỡng chế (MQĐ35), tạm giữ người (MQĐ36) hoặc kiểm tra "
        "(QĐ-GQ). Việc chấm dứt giao quyền kiểm tra chưa có mẫu."
    )
    text_en = (
        "Each decision delegates one kind: choose sanctions (MQĐ34), enforcement (MQĐ35), custody (MQĐ36) or "
        "inspections (QĐ-GQ). There is no form that ends a delegation of inspections."
    )


class NoPowerToHold(Invalid):
    """A head who may not hold persons has no such power to give (Law Art 123.1.g)."""

    code = "delegation_custody"
    text_vi = "Chỉ Đội trưởng và Trưởng phòng Nghiệp vụ có quyền tạm giữ người nên mới giao được quyền này."
    text_en = "Only a team head and the head of operations may hold persons, and so delegate it."


class NoReason(Invalid):
    """A decision that delegates the power to hold persons says why (form MQĐ36)."""

    code = "delegation_reason"
    text_vi = "Quyết định giao quyền tạm giữ người (MQĐ36) phải nêu lý do, từ 3 ký tự."
    text_en = "A decision delegating custody (MQĐ36) states its reason, in 3 characters or more."


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What the decision is to say."""

    kinds: list[DelegatedKind]
    powers: str
    functions: str
    """The text that fixes the agency's functions, one of its bases."""
    valid_from: date
    valid_to: date | None
    case_name: str | None
    """The one case; None if it is standing."""
    reason: str = ""
    """Why the powers are given; MQĐ36 alone prints it."""


async def giving(pair: Pair, wanted: Wanted, actor: Actor) -> bytes:
    """Return the PDF of a decision that delegates. Raises NotAllowed, NoSuchForm, NotFound.

    A decision about holding persons also raises NoPowerToHold, NoReason. Call it outside of any
    transaction.
    """
    if not delegations.may_enter(actor):
        raise NotAllowed
    form = FORMS.get(wanted.kinds[0]) if len(wanted.kinds) == 1 else None
    if form is None:
        raise NoSuchForm
    if form == FORMS[DelegatedKind.CUSTODY]:
        if not sanctions.may_hold_persons(pair.giver.title_vi, clock.today()):
            raise NoPowerToHold
        if len(wanted.reason) < 3:
            raise NoReason
    fields = {
        "functions": wanted.functions,
        "receiver": _named(pair.receiver.full_name, pair.receiver.title_vi, pair.receiver),
        "scope": "case" if wanted.case_name else "standing",
        "content": wanted.powers,
        "valid_from": wanted.valid_from.isoformat(),
        "office": f"{pair.giver.title_vi}, {pair.giver.unit_name}",
    }
    if form == FORMS[DelegatedKind.CUSTODY]:
        fields["reason"] = wanted.reason
    if wanted.case_name:
        fields["case_name"] = wanted.case_name
    elif wanted.valid_to is not None:
        fields["valid_to"] = wanted.valid_to.isoformat()
    return await _pdf(form, fields, pair.giver.id, pair.giver.title_vi)


async def ending(
    row: ListedDelegation, ends_from: date, reason: str, functions: str, actor: Actor
) -> bytes:
    """Return the PDF of a decision that ends a delegation. Raises NotAllowed, NoSuchForm, NotFound.

    Call it outside of any transaction.
    """
    if not delegations.may_enter(actor):
        raise NotAllowed
    kind = next((one for one in row.kinds.split(",") if one in _ENDS), None)
    if kind is None:
        raise NoSuchForm
    fields = {
        "functions": functions,
        "about": _ENDED[kind],
        "delegated": kind,
        "delegation_no": row.number,
        "delegated_on": row.decided_on.isoformat(),
        "receiver": _named(row.receiver, row.receiver_title, row),
        "ends_from": ends_from.isoformat(),
        "reason": reason,
    }
    return await _pdf("MQĐ37", fields, row.giver_id, row.giver_title)


def _named(name: str, title: str, of: Any) -> dict[str, str]:
    return {"name": name, "title": title, "unit": of.unit_name}


async def _pdf(form: str, fields: dict[str, Any], giver_id: UUID, title: str) -> bytes:
    version = documents.newest(form)
    schema = documents.get_form(form, version)
    async with transaction():
        issuer = await contents.signer_on(giver_id, clock.today(), new_id())
    unit = issuer.unit_name
    fields |= {
        "agency": unit,
        "executor": "Các đơn vị, cá nhân có liên quan",
        "signer": {"name": issuer.full_name, "title": title, "unit": unit},
    }
    fields["legal_bases"] = filling.bases(schema, fields)
    return await rendering.render_async(
        PaperContent(
            form=form,
            version=version,
            fields=fields,
            letterhead=Letterhead(
                superior=issuer.superior_name,
                issuer=unit,
                place=provinces.place_of(issuer.unit_code),
            ),
            signatures=[PaperSignature(role="issuer", name=issuer.full_name, title=title)],
        )
    )
