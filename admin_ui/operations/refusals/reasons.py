"""Why a request was refused, in words."""

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
