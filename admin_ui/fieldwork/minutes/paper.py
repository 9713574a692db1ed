"""What a template needs to set minutes as the printed form reads: values by JSON Pointer, what
changed, what was said.

The paper itself is always Vietnamese: it is the document of the law (Circular 22/2021, form M06).
Only what stands around it follows the reader's language.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from backend.documents import service as documents
from schemas.fieldwork.acts import Drawing


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A supervisor's comment at one field, as it is shown beside it."""

    text: str
    by: str


class Paper:
    """Minutes' fields, beside the fields of the revision that was returned before, and remarks at
    single fields.
    """

    def __init__(
        self,
        fields: dict[str, Any],
        before: dict[str, Any] | None = None,
        remarks: Iterable[tuple[str, Remark]] = (),
    ) -> None:
        self.fields = fields
        self._before = before
        self._remarks: dict[str, list[Remark]] = {}
        for pointer, remark in remarks:
            self._remarks.setdefault(pointer, []).append(remark)

    def get(self, pointer: str) -> Any:
        """Return the value at a pointer; an empty string where there is none."""
        value = documents.value_at(self.fields, pointer)
        return "" if value is None else value

    def before(self, pointer: str) -> Any:
        """Return what stood there in the returned revision."""
        value = documents.value_at(self._before or {}, pointer)
        return "" if value is None else value

    def changed(self, pointer: str) -> bool:
        """Tell whether the value differs from the returned revision; False where there was none."""
        return self._before is not None and self.before(pointer) != self.get(pointer)

    def remarks(self, pointer: str) -> list[Remark]:
        """Return what was said at this very field."""
        return self._remarks.get(pointer, [])


def strokes(drawing: Drawing) -> list[str]:
    """Return a hand signature as SVG path data, one path a stroke.

    A dot is a line of no length, which round ends make visible.
    """
    return [
        "M" + " L".join(f"{x} {y}" for x, y, _ in [*stroke, stroke[-1]])
        for stroke in drawing.strokes
    ]
