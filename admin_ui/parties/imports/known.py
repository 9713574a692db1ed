"""The provinces and communes that rows of a list may name, as the desk's table has them. Workers take it here too."""

from collections.abc import Iterable, Mapping

from admin_ui.shell import places as desk
from backend.intake.public_form.service import PROVINCES
from backend.parties.importing import service as importing


def _table() -> tuple[Mapping[str, str], Iterable[tuple[str, str, str]]]:
    coded = [(one.province, _code(one), one.name) for one in desk.communes()]
    return PROVINCES, [one for one in coded if one[1]]


def _code(one: desk.Commune) -> str:
    return str(one._asdict().get("code", ""))


def register() -> None:
    """Let rows be compared with these; registering again changes nothing."""
    importing.know_places(_table)
