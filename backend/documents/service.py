"""The service for forms: schema of a version, labels, differences of two drafts; letters for the first sign-in."""

from typing import Any

import msgspec

from backend.core.errors import NotFound
from backend.documents import first_letters, forms
from backend.documents.layout import amounts
from backend.documents.layout.prescribed import bases as prescribed_bases
from backend.documents.layout.prescribed.scope import Scope
from backend.documents.rules import symbols
from backend.documents.texts import form_notes
from backend.law import form_facts
from schemas.core.problems import Text

value_at = forms.value_at
schema_at = forms.schema_at
label = forms.label
pointer = forms.join
families = form_facts.families
newest = forms.newest
symbol = symbols.symbol
typeset_letters = first_letters.typeset


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One field that changed; None if it did not or does not exist."""

    pointer: str
    before: Any
    after: Any


def get_form(form: str, version: int) -> dict[str, Any]:
    """Return the JSON Schema of a form's version, labels in both languages. Raises NotFound."""
    try:
        return forms.load(form, version)
    except forms.FormUnknown as unknown:
        raise NotFound(what="form") from unknown


def title(form: str) -> Text:
    """Return what papers on a form are called, by its newest version. Raises NotFound."""
    try:
        return Text(**forms.load(form, forms.newest(form))["x-title"])
    except forms.FormUnknown as unknown:
        raise NotFound(what="form") from unknown


def notes(schema: dict[str, Any]) -> list[Text]:
    """Return what a drafter has to compare with the official text before the form is relied on.

    The form's file has these notes in English (`x-check`); the texts are in `texts/form_notes.py`.
    """
    return form_notes.for_officers(schema.get("x-check", []))


def bases(schema: dict[str, Any], fields: dict[str, Any]) -> list[str]:
    """Return the bases of a new paper on a prescribed form, in the order of the form.

    A basis whose fields are not filled in is left out; it is printed once they are.
    """
    return [text for _, text in prescribed_bases.prescribed(Scope(schema, fields))]


def choice(schema: dict[str, Any], value: Any, language: str) -> str:
    """Return the label of a value in a field's list (`x-choices`); the value itself if not listed."""
    found = (item["label"][language] for item in schema["x-choices"] if item["value"] == value)
    return str(next(found, value))


def in_words(amount: Any) -> str:
    """Return a sum as papers write it in words; empty for what is no sum that they can write."""
    sayable = isinstance(amount, int) and 0 <= amount <= amounts.LARGEST
    return amounts.in_words(amount) if sayable else ""


def differences(
    form: str, version: int, before: dict[str, Any], after: dict[str, Any]
) -> list[Difference]:
    """Return every leaf in which two versions of the fields differ, in the order of the form.

    Rows are compared by their place in the list. A row inserted in front makes all later rows
    differ, as their numbers on the paper do.
    """
    old, new = dict(_leaves(before)), dict(_leaves(after))
    schema = get_form(form, version)
    changed = (at for at in old.keys() | new.keys() if old.get(at) != new.get(at))
    return [
        Difference(pointer=at, before=old.get(at), after=new.get(at))
        for at in sorted(changed, key=lambda at: forms.position(schema, at))
    ]


def fields_of(fields: dict[str, Any]) -> list[str]:
    """Return the pointer of every leaf of these fields. Comments may refer to any of them."""
    return [at for at, _ in _leaves(fields)]


def _leaves(value: Any, at: str = "") -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [leaf for key, part in value.items() for leaf in _leaves(part, at + forms.join(key))]
    if isinstance(value, list):
        return [leaf for i, part in enumerate(value) for leaf in _leaves(part, at + forms.join(i))]
    return [(at, value)]
