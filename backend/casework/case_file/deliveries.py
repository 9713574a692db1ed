"""The deliveries of a case's papers, as lines of the contents list. Pure.

A delivery is an act and no paper: it has no sheet number of its own. Where its receipt is in the
file, the line names that sheet.
"""

from datetime import date
from typing import Any

import msgspec

from schemas.casework.views import CaseView, FolioEntryView, StoryLine
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import FiledKind

_WAYS = {
    "direct": "giao trực tiếp",
    "post": "gửi qua bưu điện",
    "electronic": "gửi bằng phương tiện điện tử",
    "posting": "niêm yết",
    "refused": "người nhận từ chối nhận",
}
_OF_DELIVERY = frozenset(
    {CaseAct.DECISION_DELIVERED, CaseAct.DOCUMENT_DELIVERED, CaseAct.DOCUMENT_DISPATCHED}
)


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """One delivery of a paper, in Vietnamese."""

    number: str
    """Of the paper; empty if it has none."""
    on: date | None
    said: str
    """What was delivered to whom, and how."""
    sheet: int | None
    """First sheet of the filed receipt, None if the file has none."""


def of_case(view: CaseView) -> list[Delivery]:
    """List the deliveries and dispatches of a case in the order of their acts."""
    return [_delivery(view, one) for one in view.story if one.type in _OF_DELIVERY]


def _delivery(view: CaseView, act: StoryLine) -> Delivery:
    said = act.content
    paper = next((one for one in view.papers if str(one.id) == str(said["document_id"])), None)
    sent = act.type == CaseAct.DOCUMENT_DISPATCHED
    way = _WAYS.get(str(said["manner" if sent else "mode"]), "")
    receivers = said.get("recipients") if sent else [said.get("receiver")]
    to = "; ".join(str(one) for one in receivers or [] if one)
    title = paper.title.vi if paper is not None else "văn bản"
    what = f"{'Phát hành' if sent else 'Giao'} {title[:1].lower()}{title[1:]}"
    if said.get("deemed"):
        what += " (coi là đã giao)"
    return Delivery(
        number=(paper.number if paper is not None else None) or "",
        on=_day(said.get("sent_on" if sent else "delivered_on")),
        said="".join([what, f" cho {to}" if to else "", f", {way}" if way else ""]),
        sheet=_receipt(view, said),
    )


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _receipt(view: CaseView, said: dict[str, Any]) -> int | None:
    """Return the sheet that proves it: named by the act, of a paper that does, or filed as its proof."""
    if said.get("sheet") is not None:
        return int(said["sheet"])
    proof = said.get("proof_document_id")
    return next((one.first_sheet for one in view.folio if _proves(one, said, proof)), None)


def _proves(sheet: FolioEntryView, said: dict[str, Any], proof: Any) -> bool:
    of = str(sheet.document_id)
    if sheet.kind == FiledKind.DELIVERY_PROOF:
        return of == str(said["document_id"])
    return proof is not None and of == str(proof)
