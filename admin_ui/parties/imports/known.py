"""The provinces and communes that rows of a list may name, as the desk's table has them. Workers take it here too."""

from collections.abc import Iterable, Mapping

from admin_ui.shell import places as desk
from backend.intake.public_form.service import PROVINCES
from backend.parties.importing import service as importing


def _table() -> tuple[Mapping[str, str], Iterable[tuple[str, str, str]]]:
    return PROVINCES, [(one.province, one.code, one.name) for one in desk.communes() if one.code]


def register() -> None:
    """Let rows be compared with these; registering again changes nothing."""
    importing.know_places(_table)
