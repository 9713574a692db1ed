"""What the address of the register asks for."""

from admin_ui.shell import places
from backend.parties.reading import PartyFilters
from schemas.core.vocabulary import SubjectKind
from schemas.parties.words import PartyState

FIELDS = ("words", "kind", "province", "commune", "officer", "licence", "state")
LICENCES = ("soon", "expired")


def filters(asked: dict[str, str], officers: list[tuple[str, str]]) -> PartyFilters:
    """Return the conditions; one that means nothing is as if it were not there."""
    known = {one for one, _ in officers} | {"none"}
    return PartyFilters(
        words=asked["words"],
        kind=next((one for one in SubjectKind if one.value == asked["kind"]), None),
        state=next((one for one in PartyState if one.value == asked["state"]), None),
        province=asked["province"] if asked["province"] in places.PROVINCES else "",
        commune=asked["commune"] if asked["commune"] in places.by_code() else "",
        area_officer=asked["officer"] if asked["officer"] in known else "",
        licence=asked["licence"] if asked["licence"] in LICENCES else "",
    )
