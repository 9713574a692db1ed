"""What an act of a case says besides its typed values: words of the catalogue, and of its papers.

So nobody copies them by hand.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.acts.declaring import Completed
from backend.casework.acts.index import ACTS
from backend.casework.cases import following
from backend.casework.cases import service as cases
from backend.casework.derived import needed_papers
from backend.casework.rules import outside
from backend.casework.rules.prefilled import exhibits
from backend.core.actors import Actor
from backend.core.local_time import day_of
from backend.force.units import service as units
from backend.law import books
from backend.law.catalogue import service as catalogue
from backend.law.sanctions import service as sanctions
from schemas.casework.views import CaseView, InspectionChoice, PaperView
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import SubjectKind


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What an act may name: the case, and the inspections to choose from.

    `view` is None before the case is opened.
    """

    view: CaseView | None
    inspections: list[InspectionChoice]


def about(kind: CaseAct, view: CaseView) -> UUID | None:
    """Return the decision on the violation if the act is always about it, else None."""
    return view.decision_id if ACTS[kind].about_decision else None


async def given_by_inspection(kind: CaseAct, chosen: str, beside: Beside) -> dict[str, Any]:
    """Return whether and how the inspection that an act names has ended, by its fields. Nobody types these.

    Empty where none in sight was chosen; the guard refuses what the actor may not see.
    """
    if ACTS[kind].completed is not Completed.INSPECTION:
        return {}
    found = next((one.id for one in beside.inspections if str(one.id) == chosen), None)
    if found is None:
        return {}
    return {"ended": msgspec.to_builtins(await following.inspection_end(found))}


async def given(
    view: CaseView, kind: CaseAct, named: Mapping[str, UUID | None], shown: int, actor: Actor
) -> dict[str, Any]:
    """Return what the papers say that an act names, by its fields. Raises NotFound.

    Nobody types these. `shown` is how many exhibits of a list the page shows; the rest is taken as
    signed.
    """
    match ACTS[kind].completed:
        case Completed.BEHAVIOURS:
            paper = needed_papers.ground(kind, view.papers, named["document_id"])
            return {"signed": paper.fields if paper else None}
        case Completed.GOODS:
            paper = needed_papers.ground(kind, view.papers, named["document_id"])
            return {"beyond": _beyond(paper, shown) if paper else []}
        case Completed.AMENDMENT:
            return await cases.amended_by(view.id, named["document_id"], named["by"], actor)
        case Completed.VIOLATOR:
            return await cases.violator_of(view.id, named["document_id"], actor)
        case _:
            return {}


async def completed(kind: CaseAct, values: dict[str, Any], beside: Beside) -> dict[str, Any]:
    """Return an act's typed and given values, with what follows from them.

    Raises NotFound for a behaviour that was not in force on its day.
    """
    match ACTS[kind].completed:
        case Completed.BEHAVIOURS:
            return await recorded(values, _book(beside))
        case Completed.ROWS:
            book = _book(beside)
            rows = [
                await _behaviour(one, {}, book) if one["code"] else _outside(one, _told(one), place)
                for place, one in enumerate(values["violations"])
            ]
            return values | {"violations": rows}
        case Completed.INSPECTION:
            chosen = (one for one in beside.inspections if str(one.id) == values["inspection_id"])
            number = next((one.decision_number for one in chosen), "")
            return values | {"decision_number": number}
        case Completed.RECEIVER if values["unit_id"]:
            name = await units.name_of(UUID(values["unit_id"]))
            return values | {"receiver": name.vi[:200]}
        case Completed.MEASURE:
            place, ordered = int(values["remedy"]), beside.view.remedies if beside.view else []
            what = ordered[place] if place < len(ordered) else ""
            return values | {"remedy": place, "what": what[:500]}
        case Completed.GOODS:
            beyond = values.pop("beyond", [])
            return values | {"exhibits": values["exhibits"] + beyond}
        case Completed.PART:
            return values | {"part": [int(one) for one in values["part"] or []] or None}
        case Completed.UPHELD:
            return values | {"upheld": values["result"] != "keep"}
        case Completed.OUTSIDE:
            known = beside.view.outside if beside.view else []
            about = (one.code for one in known if str(one.act_id) == values["statement"])
            return values | {"code": next(about, "")}
        case Completed.FILE:
            return _filed(values, beside)
        case Completed.EFFECTS:
            return values | {"with_effects": True, "amendment_ends": True}
        case _:
            return values


def _filed(values: dict[str, Any], beside: Beside) -> dict[str, Any]:
    """Return what the chosen file is; nothing of it if only a paper is filed."""
    known = beside.view.files if beside.view else []
    file = next((one for one in known if str(one.id) == values["file_id"]), None)
    told: dict[str, Any] = {"document_id": None, "sha256": None, "size": None, "media_type": None}
    if file is not None:
        told |= {"sha256": file.sha256, "size": file.size, "media_type": file.media_type}
    return values | told


def _book(beside: Beside) -> str:
    """Return the case's book; a case that is opened now is handled under the newest."""
    return books.book_of(beside.view.rule_set) if beside.view else books.newest()


async def recorded(values: dict[str, Any], book: str) -> dict[str, Any]:
    """Complete the behaviours and the right to explain.

    Behaviours are as the minutes name them, or else as the catalogue does. The right is as the
    decree gives it, or the minutes grant it. Raises NeitherKnown, NotFound.
    """
    fields = values.pop("signed", None) or {}
    said = fields.get("violations") or []
    said = said if len(said) == len(values["violations"]) else [{}] * len(values["violations"])
    rows = [
        await _behaviour(one, row, book) if one["code"] else _outside(one, row, place)
        for place, (one, row) in enumerate(zip(values["violations"], said, strict=True))
    ]
    right = await sanctions.hearing_right(
        SubjectKind(values["party"]["kind"]),
        [(one["code"], one["catalogue_version"], one.get("goods_value")) for one in rows],
        day_of(datetime.fromisoformat(values["recorded_at"])),
        book,
    )
    granted = fields.get("explanation") == "yes"
    return values | {"violations": rows, "explanation_right": right.exists or granted}


class NeitherKnown(Exception):
    """A row names neither a behaviour of the catalogue nor the decree of an act outside it."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


def _outside(row: Mapping[str, Any], said: Mapping[str, Any], place: int) -> dict[str, Any]:
    """Take text and article of an act outside the catalogue from the minutes. Raises NeitherKnown."""
    if not row.get("outside") or not said:
        raise NeitherKnown(place)
    return {
        **row,
        "code": outside.code_at(place),
        "catalogue_version": 0,
        "name": said["wording"],
        "legal_basis": said["provision"],
    }


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return text and article as an officer copied them from another body's minutes; empty without both."""
    if not row["name"] or not row["legal_basis"]:
        return {}
    return {"wording": row["name"], "provision": row["legal_basis"]}


async def _behaviour(row: Mapping[str, Any], said: Mapping[str, Any], book: str) -> dict[str, Any]:
    """Take wording and provision from the paper; without one from the decree.

    That is the decree of the day on which the act ended. The version is the paper's, if its row
    names this behaviour with one.
    """
    version = said.get("catalogue_version") if said.get("code") == row["code"] else None
    if version is not None and said:
        named = {"name": said["wording"], "legal_basis": said["provision"]}
        return {**row, "catalogue_version": version, **named, "outside": None}
    found = await catalogue.version_at(row["code"], date.fromisoformat(row["ended_on"]), book=book)
    return {
        **row,
        "catalogue_version": found.version,
        "name": said.get("wording") or found.name_vi,
        "legal_basis": said.get("provision") or found.legal_basis,
        "outside": None,
    }


def _beyond(paper: PaperView, shown: int) -> list[dict[str, Any]]:
    """Return the exhibits after those that a page shows, as an act names them."""
    nothing = dict.fromkeys(("origin", "serial", "value", "value_basis"))
    rows = exhibits(paper)[shown:]
    return [nothing | row | {"condition": row["condition"] or "", "photos": []} for row in rows]
