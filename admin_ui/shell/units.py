"""Units as a list to choose from shows them."""

from admin_ui.shell.render import AnyRequest, language_of
from schemas.fieldwork.inspections import UnitChoice


def unit_name(unit: UnitChoice, request: AnyRequest) -> str:
    """Return a unit's name, indented by its level."""
    indent = "\u2003" * (unit.level - 1)
    return indent + (unit.name_vi if language_of(request) == "vi" else unit.name_en)
