"""What the page of a signature asks besides the paper: fields of the act that no line of it says.

The fields are those of the act's own form. If papers of a form may mean several acts, the signer says
which one first (MQĐ31: for a complaint, or for signs of a crime).
"""

from functools import partial
from typing import Any, NamedTuple

import msgspec

from admin_ui.casework.acts import choices as case_choices
from admin_ui.casework.acts.fields import Shape, shapes
from admin_ui.casework.acts.index import FORMS
from admin_ui.casework.acts.reading import Choices, Reading
from admin_ui.casework.issued_documents.paper_page import Seen
from admin_ui.shell.forms import Form
from admin_ui.shell.render import actor_of, language_of
from admin_ui.shell.words import say
from backend.casework.cases import service as cases
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct

ACT = "effect.act"
"""The name of the field that says which act is meant."""


class Asked(NamedTuple):
    """Fields of one act, under their common prefix."""

    kind: CaseAct
    prefix: str
    fields: tuple[Shape, ...]


class EffectForm(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked before a paper is signed."""

    asks: list[Asked]
    choices: Choices
    each: list[tuple[str, Asked]] = []
    """Rows of the paper's list, each by its name, with the one field that may be said about it."""

    def read(self, form: Form, language: Any) -> tuple[dict[str, Any], dict[str, str]]:
        """Return the answers by the act's fields, as on the wire, and the faults by field of the page."""
        rows = [Reading(form, self.choices, partial(say, language)) for _ in self.each]
        marks = [
            next(iter(reading.values(one.fields, one.prefix).values()))
            for reading, (_, one) in zip(rows, self.each, strict=True)
        ]
        if not self.asks:
            named = {self.each[0][1].fields[0].name: marks} if any(marks) else {}
            return named, {at: why for one in rows for at, why in one.errors.items()}
        chosen = form.text(ACT) if len(self.asks) > 1 else str(self.asks[0].kind)
        about = next((one for one in self.asks if one.kind == chosen), None)
        if about is None:
            return {}, {ACT: say(language, "paper.effect_which")}
        reading = Reading(form, self.choices, partial(say, language))
        values = reading.values(about.fields, about.prefix)
        return values | {"act": str(about.kind)}, reading.errors


async def effect_form(seen: Seen) -> EffectForm:
    """Return what is asked of the reader who signs this paper. Raises NotFound."""
    language = language_of(seen.request)
    asks = [
        Asked(one.kind, f"effect.{one.kind}.", _asked(one.kind, one.effect.asks))
        for one in cases.effects.asked(seen.paper.form)
    ]
    choices = Choices()
    if asks:
        given = await cases.choices_for(seen.case.id, actor_of(seen.request))
        choices = case_choices.choices_of(seen.case, given, [], None, language)
    return EffectForm(asks=asks, choices=choices, each=_each(seen))


def _each(seen: Seen) -> list[tuple[str, Asked]]:
    meant = cases.effects.each(seen.paper.form)
    if meant is None or meant.effect.each is None:
        return []
    rows, name = meant.effect.each
    list_field = next(one for one in FORMS[meant.kind].fields if one.name == rows)
    (shape,) = shapes(CASE_CONTENTS[meant.kind], (list_field,))
    wanted = tuple(one for one in shape.sub if one.name == name)
    return [
        (str(row.get("name")), Asked(meant.kind, f"effect.{rows}.{place}.", wanted))
        for place, row in enumerate(seen.paper.fields.get(rows) or [])
    ]


def _asked(kind: CaseAct, names: tuple[str, ...]) -> tuple[Shape, ...]:
    fields = tuple(one for one in FORMS[kind].fields if one.name in names)
    return shapes(CASE_CONTENTS[kind], fields)
