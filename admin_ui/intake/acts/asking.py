"""The form of an act: what it may be filled with, and its reading into the content of the act."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from admin_ui.casework.acts.fields import Shape
from admin_ui.casework.acts.nothing import Nothing
from admin_ui.casework.acts.reading import Choice, Choices, Reading
from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.documents.record_papers import service as papers
from backend.force import colleagues
from backend.force.units import service as units
from backend.intake.informations import service as informations
from backend.ledger.service import Refused
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.documents.record_papers import RecordPaperState
from schemas.intake.acts import INFORMATION_CONTENTS, Assigned
from schemas.intake.views import InformationView
from schemas.intake.words import Field as Matters
from schemas.intake.words import InformationAct

_DECISION = "QĐ-NV"
"""The paper by which officers are assigned to verify."""


class NotRecorded(Exception):
    """The one door refused an act. Rolls back everything that was begun for it, a number too."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.code)
        self.refused = refused


async def choices_for(
    view: InformationView, kind: InformationAct, form: Form, actor: Actor, language: Language
) -> Choices:
    """Return everything that a form may name: officers who may verify it, units, fields, those whom it is about.

    Raises NotFound.
    """
    known = []
    if kind is InformationAct.ASSIGNED:
        known = await informations.candidates(view.id, actor)
    tree = [one for one in await units.list_tree() if one.valid_to is None]
    return Choices(
        sources={"units": "units?rule=all"},
        none={"papers": _no_paper(view, kind, language)},
        lists={
            "units": [
                (str(one.id), getattr(one.name, language)) for one in tree if one.id != view.unit_id
            ],
            "papers": await _papers(view, kind, actor, language),
            "fields": [
                (one.value, say(language, f"case_story.is_fields_{one}")) for one in Matters
            ],
            "colleagues": await _colleagues(view, form, actor, language)
            if kind is InformationAct.CLASSIFIED
            else [],
        },
        officers={
            str(one.officer_id): {
                "officer_id": str(one.officer_id),
                "full_name": one.full_name,
                "title": one.title,
            }
            for one in known
        },
    )


def papers_at(view: InformationView) -> str:
    """Return where papers of the information are drafted."""
    return f"/desk/informations/{view.id}#papers"


def lacks_decision(kind: InformationAct, choices: Choices) -> bool:
    """Tell whether officers would be assigned without the decision that the law asks for: drafting it comes first."""
    return kind is InformationAct.ASSIGNED and not choices.lists["papers"]


def without_decision(fields: Sequence[Shape], errors: Mapping[str, str]) -> tuple[Shape, ...]:
    """Return the fields for an assignment without a decision: it has none to choose, and its fold says when."""
    return tuple(
        msgspec.structs.replace(one, hint="") if one.name == "without_paper" else one
        for one in fields
        if one.name != "document_id" or one.name in errors
    )


def _no_paper(view: InformationView, kind: InformationAct, language: Language) -> Nothing:
    if kind is InformationAct.ASSIGNED:  # the way to it stands above the form
        return Nothing(say(language, "intakeacts.no_decision"))
    draft = say(language, "intakeacts.draft_paper")
    return Nothing(say(language, "intakeacts.no_paper"), papers_at(view), draft)


async def _colleagues(
    view: InformationView, form: Form, actor: Actor, language: Language
) -> list[Choice]:
    """Return the officers whom it is about by now, those who are ticked, and those who were searched for.

    They may be of any unit: which one then handles the information follows from theirs.
    """
    ticked = [typed.identifier(one) for one in form.all("named_officers")]
    chosen = {*await informations.named_in(view.id, actor), *(one for one in ticked if one)}
    found = await colleagues.named(sorted(chosen)) + await colleagues.search(form.text("officer"))
    return [
        (str(one.id), f"{one.full_name}, {one.title}, {getattr(one.unit, language)}")
        for one in {each.id: each for each in found}.values()
    ]


async def _papers(
    view: InformationView, kind: InformationAct, actor: Actor, language: Language
) -> list[Choice]:
    """Return the signed papers of the information, which an act may name; an assignment names its decision alone."""
    try:
        found = await papers.of_record(RecordKind.INFORMATION, view.id, actor)
    except NotFound:
        return []
    signed = (RecordPaperState.AWAITING, RecordPaperState.SIGNED)
    return [
        (str(one.id), f"{getattr(one.title, language)} {one.number or ''}".strip())
        for one in found.rows
        if one.state in signed and (kind is not InformationAct.ASSIGNED or one.form == _DECISION)
    ]


def warning(content: Wire) -> str:
    """Return the key of what the law asks for beside this act and the form does not name; empty if nothing is missing.

    Officers are assigned by a decision of the head (Circular 27/2020 Art 35.6). What is urgent is not held up by it.
    """
    if not isinstance(content, Assigned) or content.document_id or content.without_paper.strip():
        return ""
    return "intakeacts.without_paper"


def content_of(
    form: Form,
    view: InformationView,
    kind: InformationAct,
    fields: Sequence[Shape],
    choices: Choices,
    language: Language,
) -> tuple[Wire | None, dict[str, str]]:
    """Return the content that a form describes; or None and what is wrong, by field.

    What nobody types is filled in. The service sets numbers and ids of new records again.
    """
    translate = partial(say, language)
    reading = Reading(form, choices, translate)
    values = reading.values(fields)
    if reading.errors:
        return None, reading.errors
    if "officers" in values:
        names = ("officer_id", "full_name")
        values["officers"] = [{name: one[name] for name in names} for one in values["officers"]]
    values |= _unasked(kind, view, values, choices)
    content = INFORMATION_CONTENTS[kind]
    try:
        return msgspec.convert(_nulls(content) | values, content), {}
    except msgspec.ValidationError as fault:
        at = str(fault).rpartition("$.")[2].rstrip("`").partition("[")[0].partition(".")[0]
        known = next((one for one in fields if one.name == at), fields[0])
        label = translate(f"case_fields.{known.word}")
        return None, {known.name: translate("cases.error_other", field=label)}


def _unasked(
    kind: InformationAct, view: InformationView, values: dict[str, Any], choices: Choices
) -> dict[str, Any]:
    match kind:
        case InformationAct.FORWARDED:
            name = dict(choices.lists["units"])[values["to_unit_id"]]
            return {"to_unit": name, "new_id": str(new_id())}
        case InformationAct.CLASSIFIED:
            return {"number": view.number, "unit_id": str(view.unit_id)}
        case InformationAct.AMENDED:
            place: dict[str, Any] = msgspec.to_builtins(view.matter.place)
            matter = values["matter"]
            return {"matter": matter | {"place": place | (matter["place"] or {"address": None})}}
        case _:
            return {}


def _nulls(content: type[Wire]) -> dict[str, None]:
    told = msgspec.inspect.type_info(content)
    found = told.fields if isinstance(told, msgspec.inspect.StructType) else ()
    return {
        one.name: None
        for one in found
        if one.required
        and isinstance(one.type, msgspec.inspect.UnionType)
        and any(isinstance(part, msgspec.inspect.NoneType) for part in one.type.types)
    }


async def filled_from(view: InformationView, kind: InformationAct, actor: Actor) -> dict[str, Any]:
    """Return what a form begins with from the information itself, as builtins. Raises NotFound."""
    if kind is InformationAct.AMENDED:
        found: dict[str, Any] = msgspec.to_builtins({"matter": view.matter})
        return found
    if kind is InformationAct.ORDER_CORRECTED:
        said: dict[str, Any] = msgspec.to_builtins(view.order)
        return {"order": said, "several_places": view.several_places}
    if kind is InformationAct.CLASSIFIED:
        named = await informations.named_in(view.id, actor)
        return {
            "nature": view.nature.value,
            "named_officers": [str(one) for one in named],
            "of_unnamed_officer": view.of_unnamed_officer,
        }
    return {}
