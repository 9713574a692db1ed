"""What a template needs to lay out minutes like the printed form: values, changes and remarks.

The paper itself is always in Vietnamese, as it is the legal document (Circular 22/2021, form M06).
Only the text around it follows the reader's language.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from backend.documents import service as documents
from schemas.fieldwork.acts import Drawing


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A supervisor's comment on one field, shown beside it."""

    text: str
    by: str


class Remarkable(msgspec.Struct, frozen=True, kw_only=True):
    """A field that the reader can remark on: what it is called, and what they wrote about it so far."""

    label: str
    said: str = ""


class Paper:
    """The fields of minutes, with those of the revision returned before, and remarks on single fields."""

    def __init__(
        self,
        fields: dict[str, Any],
        before: dict[str, Any] | None = None,
        remarks: Iterable[tuple[str, Remark]] = (),
        number: str | None = None,
        places: Mapping[str, Remarkable] = MappingProxyType({}),
    ) -> None:
        """`number`: the one given by its act; older minutes have none, or one typed as a field.

        `places`: what the reader can remark on, by pointer.
        """
        self.places = places
        self.fields = fields
        self.number = number
        self._before = before
        self._remarks: dict[str, list[Remark]] = {}
        for pointer, remark in remarks:
            self._remarks.setdefault(pointer, []).append(remark)

    def get(self, pointer: str) -> Any:
        """Return the value at a JSON Pointer; an empty string if there is none."""
        value = documents.value_at(self.fields, pointer)
        return "" if value is None else value

    def before(self, pointer: str) -> Any:
        """Return the value at a pointer in the returned revision."""
        value = documents.value_at(self._before or {}, pointer)
        return "" if value is None else value

    def changed(self, pointer: str) -> bool:
        """Tell whether the value differs from the returned revision; False if there was none."""
        return self._before is not None and self.before(pointer) != self.get(pointer)

    def remarks(self, pointer: str) -> list[Remark]:
        """Return the remarks on this very field."""
        return self._remarks.get(pointer, [])


def strokes(drawing: Drawing) -> list[str]:
    """Return a signature by hand as SVG path data, one path for each stroke.

    A dot is a line without length, which round line caps make visible.
    """
    return [
        "M" + " L".join(f"{x} {y}" for x, y, _ in [*stroke, stroke[-1]])
        for stroke in drawing.strokes
    ]
