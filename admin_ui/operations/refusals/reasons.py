"""What a refused request asked for, and why it was refused, in words."""

from admin_ui.shell.areas import AREAS
from backend.operations.refusals import service as refusals

BY_STATUS = {403: "not_allowed", 404: "not_there", 429: "too_many"}
BY_CODE = {
    "code_wrong": "code",
    "passkey_wrong": "passkey",
    refusals.STOPPED: "stopped",
    refusals.FAILED: "failed",
}


def why(code: str, status: int) -> str:
    """Return the key of the words for a refusal."""
    if code == refusals.MORE:
        return "refusals.why_many"
    return f"refusals.why_{BY_CODE.get(code, BY_STATUS.get(status, 'act'))}"


_PLACES = {area.href.removeprefix("/desk/"): area.word for area in AREAS} | {
    "inspections": "common.module_inspections",
    "documents": "common.module_papers",
    "catalogue": "catalogue.title",
    "photos": "refusals.place_photos",
    "submissions": "refusals.place_submissions",
    "account": "refusals.place_account",
    "sign-in": "refusals.place_sign_in",
    "confirm": "refusals.place_sign_in",
    "sync": "refusals.place_sync",
    "uploads": "refusals.place_sync",
}
"""The key of the name of what an address begins with."""


def place(route: str) -> str:
    """Return the key of the name of what was asked for: the page of the desk, or what the phone asked."""
    parts = route.removeprefix("/desk/").removeprefix("/api/mobile/v1/").strip("/").split("/")
    both = "/".join(parts[:2])
    return _PLACES.get(both) or _PLACES.get(parts[0], "refusals.place_other")
