"""The decision as the team's phones show it at the door: its signed papers, and what changed since.

All of it comes from the acts of the inspection's record. Called only for inspections that the scope
filter has let through.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec

from backend.documents import content_hash, forms
from backend.fieldwork.rules.desk_papers import PLAN
from backend.ledger import reading as ledger_reading
from backend.ledger.rules.entries import ToldAct
from schemas.core.problems import Text
from schemas.fieldwork.decision_views import DecisionChanged, DecisionPaperSeen, DecisionPart
from schemas.fieldwork.words import ActType

_PDF = "application/pdf"
_CHANGES = {
    ActType.DECISION_AMENDED: "amended",
    ActType.DECISION_EXTENDED: "extended",
    ActType.DECISION_WITHDRAWN: "withdrawn",
    ActType.DECISION_LAPSED: "lapsed",
}
_ENDS = ("withdrawn", "lapsed")
READ = (
    *(kind for kind in ActType if kind.startswith(("paper.", "decision."))),
    ActType.INSPECTION_ANNOUNCED,
)
"""The acts of which the story is made."""


@dataclass
class Story:
    """The signed papers in the order of their numbers, and the changes in the order in which they came."""

    papers: list[DecisionPaperSeen] = field(default_factory=list)
    changes: list[DecisionChanged] = field(default_factory=list)


async def of_inspection(inspection_id: UUID) -> Story:
    """Return the papers and the changes of an inspection's decision."""
    return tell(await ledger_reading.of_types(inspection_id, READ))


def tell(acts: Iterable[ToldAct]) -> Story:
    """Return what the accepted acts of a record say of its decision. Pure."""
    fields: dict[str, dict[str, Any]] = {}
    papers: dict[str, dict[str, Any]] = {}
    decision: dict[str, Any] = {}
    changes: list[DecisionChanged] = []
    for one in acts:
        kind, content = ActType(one.act_type), one.content
        if kind is ActType.PAPER_DRAFTED:
            fields[content["document_id"]] = content["fields"]
        elif kind in (ActType.PAPER_PRINTED, ActType.PAPER_ISSUED):
            if content["form"] == PLAN:  # internal: it is not shown at the door
                continue
            papers[content["document_id"]] = _laid_out(
                content, fields.get(content["document_id"], {})
            )
        elif kind is ActType.INSPECTION_ANNOUNCED:
            changes = [_undone(change, one) for change in changes]
        elif kind in _CHANGES:
            changes.append(_changed(one, _CHANGES[kind], decision))
            new = {name: content.get(name) for name in _PARTS}
            decision = decision | {name: value for name, value in new.items() if value is not None}
        elif kind.startswith("decision."):  # not a change: the decision, also one signed by hand
            said = content.get("decision", content)
            decision = said if isinstance(said, dict) and "team" in said else decision
        elif paper := papers.get(content["document_id"]):
            _follow(paper, kind, content)
    signed = [one for one in papers.values() if one["state"] is not None]
    return Story([msgspec.convert(one, DecisionPaperSeen) for one in signed], changes)


def _laid_out(content: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    """Return a paper as its act lays it out. One that is printed to be signed by hand has no state yet."""
    form, version = content["form"], content["form_version"]
    title = forms.load(form, version)["x-title"]
    level = content.get("signature_level")
    same = ("form", "number", "issued_on", "issued_at", "issuer_name", "issuer_title")
    more = ("issuer_unit", "issuer_superior", "code", "sha256", "size")
    return {
        **{name: content[name] for name in (*same, *more)},
        "id": content["document_id"],
        "title": Text(vi=title["vi"], en=title["en"]),
        "content_mark": content_hash.mark(content_hash.of(form, version, fields)),
        "signature_level": level,
        "state": "signed" if level else None,
        "media_type": _PDF,
        "seal_name": None,
        "former_members": [],
    }


def _follow(paper: dict[str, Any], kind: ActType, content: dict[str, Any]) -> None:
    """Take in what happened after a paper was laid out.

    The scan stands for a sheet signed by hand, the file with the agency's seal for the officer's own.
    """
    if kind is ActType.PAPER_DISCARDED:
        paper["state"] = None
    elif kind is ActType.PAPER_SCANNED:
        first = paper["state"] is None
        paper["state"] = "awaiting"
        paper |= {name: content[name] for name in ("sha256", "size", "media_type")}
        if first:
            paper["former_members"] = [
                one["full_name"] for one in content.get("former_members", [])
            ]
    elif kind is ActType.PAPER_SEALED:
        paper |= {name: content[name] for name in ("sha256", "size", "seal_name")}
    elif kind is ActType.PAPER_COMPARED:
        paper["state"] = "signed" if content["agrees"] else "sent_back"


_PARTS = ("contents", "place", "team", "duration_days")


def _changed(one: ToldAct, kind: Any, before: dict[str, Any]) -> DecisionChanged:
    content = one.content
    parts = [
        DecisionPart(what=name, before=_said(before.get(name)), after=_said(content[name]))  # type: ignore[arg-type]  # of _PARTS
        for name in _PARTS
        if content.get(name) is not None
    ]
    named = {name: content.get(name) for name in ("paper", "number", "issued_on")}
    return msgspec.convert(
        {
            "id": one.act_id,
            "kind": kind,
            "at": one.received_at,
            "officer_name": one.officer_name,
            "reason": content["reason"],
            "parts": parts,
            "undone_at": None,
            **named,
        },
        DecisionChanged,
    )


def _said(value: Any) -> list[str]:
    """Return a part of a decision in words."""
    if value is None:
        return []
    if not isinstance(value, list):
        return [str(value)]
    return [_member(one) if isinstance(one, dict) else str(one) for one in value]


def _member(one: dict[str, Any]) -> str:
    leads = " - Trưởng Đoàn" if one["leader"] else ""
    return f"{one['full_name']}, {one['title']}{leads}"


def _undone(change: DecisionChanged, announced: ToldAct) -> DecisionChanged:
    """Return a change that the announcement undid: the phone could not know of the end."""
    if change.kind not in _ENDS or change.undone_at is not None:
        return change
    return msgspec.structs.replace(change, undone_at=announced.received_at)
