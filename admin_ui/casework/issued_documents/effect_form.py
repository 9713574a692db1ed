"""What a paper does not say and its act needs: asked where it is signed, or taken in from a phone.

The fields are those of the act's own form. If papers of a form may mean several acts, the officer says
which one first (MQĐ31: for a complaint, or for signs of a crime). What may stay empty is offered beside.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

import msgspec

from admin_ui.casework.acts import choices as case_choices
from admin_ui.casework.acts.fields import Shape, offered, shapes
from admin_ui.casework.acts.index import FORMS
from admin_ui.casework.acts.reading import Choices, Reading
from admin_ui.shell.forms import Form
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import say
from backend.casework.cases import service as cases
from backend.law.catalogue import service as catalogue
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct

BEGIN = "effect."
"""How the names of these fields begin where a page asks about one paper."""


class Asked(NamedTuple):
    """Fields of one act, under their common prefix."""

    kind: CaseAct
    prefix: str
    fields: tuple[Shape, ...]

    def asks(self, name: str) -> bool:
        """Tell whether this field is among them."""
        return any(one.name == name for one in self.fields)


class EffectForm(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked before a paper is signed or taken in."""

    act: str
    """The name of the field that says which act is meant."""
    asks: list[Asked]
    """Of several the paper means one."""
    beside: list[Asked]
    """What may stay empty."""
    choices: Choices
    each: list[tuple[str, Asked]] = []
    """Rows of the paper's list, each by its name, with the fields that may be said about it."""
    rows: str = ""
    """That list."""

    @property
    def unnamed(self) -> bool:
        """Whether a row names no behaviour of the catalogue, so that the officer has to."""
        return any(one.asks("code") for _, one in self.each)

    def read(self, form: Form, language: Any) -> tuple[dict[str, Any], dict[str, str]]:
        """Return the answers by the act's fields, as on the wire, and the faults by field of the page."""
        values: dict[str, Any] = {}
        reading = Reading(form, self.choices, partial(say, language))
        for one in self.beside:
            values |= reading.values(one.fields, one.prefix)
        if self.each:
            rows = [reading.values(one.fields, one.prefix) for _, one in self.each]
            values |= {self.rows: rows} if any(any(row.values()) for row in rows) else {}
        if not self.asks:
            return _said(values), reading.errors
        chosen = form.text(self.act) if len(self.asks) > 1 else str(self.asks[0].kind)
        about = next((one for one in self.asks if one.kind == chosen), None)
        if about is None:
            return {}, {self.act: say(language, "paper.effect_which")}
        values |= reading.values(about.fields, about.prefix)
        return _said(values) | {"act": str(about.kind)}, reading.errors


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values without those that say nothing."""
    return {name: value for name, value in values.items() if value not in (None, "", [], False)}


async def effect_form(
    request: AnyRequest, view: CaseView, form: str, fields: Mapping[str, Any], at: str = BEGIN
) -> EffectForm:
    """Return what is asked about a paper of this case. `at` begins the fields' names. Raises NotFound."""
    language = language_of(request)
    asks = [
        Asked(one.kind, f"{at}{one.kind}.", _shapes(one.kind, one.effect.asks))
        for one in cases.effects.asked(form)
    ]
    beside = [
        Asked(kind, f"{at}{kind}.", found)
        for kind, names in cases.effects.offered(form, fields)
        if (found := _beside(view, kind, names, fields))
    ]
    rows, each = _each(form, fields, at)
    choices = Choices()
    if asks or beside or each:
        asked = [*asks, *beside, *(one for _, one in each)]
        named = any(offered("behaviours", one.fields) for one in asked)
        behaviours = await catalogue.rows_of(view.rule_set) if named else []
        given = await cases.choices_for(view.id, actor_of(request))
        choices = case_choices.choices_of(view, given, behaviours, None, language)
    return EffectForm(
        act=f"{at}act", asks=asks, beside=beside, choices=choices, each=each, rows=rows
    )


def _each(form: str, fields: Mapping[str, Any], at: str) -> tuple[str, list[tuple[str, Asked]]]:
    meant = cases.effects.each(form)
    if meant is None:
        return "", []
    rows, *names = meant.effect.each
    list_field = next(one for one in FORMS[meant.kind].fields if one.name == rows)
    (shape,) = shapes(CASE_CONTENTS[meant.kind], (list_field,))
    found = []
    for place, row in enumerate(fields.get(rows) or []):
        said = set(meant.effect.said_each(row)) if meant.effect.said_each else set()
        wanted = tuple(
            msgspec.structs.replace(one, required=False)
            for one in shape.sub
            if one.name in names and one.name not in said
        )
        name = str(row.get("name") or row.get("wording") or place + 1)
        found.append((name, Asked(meant.kind, f"{at}{rows}.{place}.", wanted)))
    return rows, found


def _beside(
    view: CaseView, kind: CaseAct, names: tuple[str, ...], fields: Mapping[str, Any]
) -> tuple[Shape, ...]:
    """Return the fields that may stay empty, without those for which this case has no use."""
    violator = (fields.get("violator") or {}).get("name")
    known = {view.party.name, view.party.representative} if view.party else {violator}
    skipped = {
        "another_party": violator in known,
        "part": len(view.violations) < 2,
    }
    asked = tuple(one for one in names if not skipped.get(one))
    return tuple(msgspec.structs.replace(one, required=False) for one in _shapes(kind, asked))


def _shapes(kind: CaseAct, names: tuple[str, ...]) -> tuple[Shape, ...]:
    fields = tuple(one for one in FORMS[kind].fields if one.name in names)
    return shapes(CASE_CONTENTS[kind], fields)
