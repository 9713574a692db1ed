"""Units to choose from, as a list shows them."""

from admin_ui.shell.render import AnyRequest, language_of
from schemas.fieldwork.inspections import UnitChoice


def unit_name(unit: UnitChoice, request: AnyRequest) -> str:
    """A unit, set in by its level."""
    indent = "\u2003" * (unit.level - 1)
    return indent + (unit.name_vi if language_of(request) == "vi" else unit.name_en)
