"""Values of an act's form before anybody types: what the paper that it rests on says."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from admin_ui.casework.acts.index import DESCRIBED
from admin_ui.casework.acts.initial_values import flat
from backend.casework.drafting.service import prefilling
from backend.core.local_time import VIETNAM
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct
from schemas.fieldwork.filing import FiledView
from schemas.law.catalogue import Violation

Filled = dict[str, list[str]]


def filled(
    kind: CaseAct, view: CaseView, behaviours: Iterable[Violation], paper_id: UUID | None = None
) -> Filled:
    """Return the fields of the form, filled from the paper `paper_id`, or from the newest one if None."""
    found: Filled = {}
    for name, value in prefilling.values(kind, view, behaviours, paper_id).items():
        found |= _field(name, value)
    starts_with = DESCRIBED[kind].starts_with
    return found | (starts_with(view) if starts_with else {})


def chosen_file(view: CaseView, file_id: UUID | None) -> Filled:
    """Return the fields of a filed document for which the officer chose this file of the case."""
    file = next((one for one in view.files if one.id == file_id and one.sheet is None), None)
    if file is None:
        return {}
    if file.obtained is not None:
        return _obtained(file.obtained)
    stem = file.file_name.rpartition(".")[0] or file.file_name
    kind = {"audio": "audio", "video": "video"}.get(file.shown_as)
    found = {"file_id": [str(file.id)], "title": [stem[:300]], "sheets": ["1"]}
    return found | ({"document_kind": [kind]} if kind else {})


def _obtained(said: FiledView) -> Filled:
    """Return the fields as the team filled them that obtained the document on site."""
    found: Filled = {"file_id": [str(said.file_id)], "sheets": [str(said.sheets)]}
    for name in (
        "title",
        "document_kind",
        "sender",
        "number",
        "issued_on",
        "proves_fact",
        "proves",
    ):
        found |= _field(name, getattr(said, name))
    return found


def _field(name: str, value: Any) -> Filled:
    match value:
        case None:
            return {name: []}
        case tuple():
            return {name: [str(one) for one in value]}
        case datetime():
            return {name: [f"{value.astimezone(VIETNAM):%Y-%m-%dT%H:%M}"]}
        case UUID() | date():
            return {name: [str(value)]}
        case _:
            return flat("", {name: value})
