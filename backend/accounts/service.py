"""The sentences of accounts, under one name for the faces; each is explained where it is written."""

from backend import clock
from backend.accounts import desk_sessions, mobile_sessions, rules
from backend.accounts.desk_sessions import DeskSession
from backend.accounts.devices import admit as admit_device
from backend.accounts.enrolments import Choice, Enrolment, Issued, Purpose, install_credentials
from backend.accounts.enrolments import get as get_enrolment
from backend.accounts.enrolments import qr_code as enrolment_qr_code
from backend.accounts.enrolments import use as use_enrolment
from backend.accounts.first_administrator import create_first_admin, operator
from backend.accounts.lent_numbers import close_past_years
from backend.accounts.mobile_sessions import Tokens, describe_self
from backend.accounts.people import (
    DeviceRow,
    OfficerRow,
    OfficerView,
    change,
    choose_language,
    get_device,
    get_officer,
    issue_enrolment,
    list_devices,
    list_officers,
    register,
    revoke_device,
    unlock,
)
from backend.accounts.queries import credentials as _credentials
from backend.accounts.queries import sessions as _sessions
from backend.accounts.rescued import KnownDevice, known_devices, speaker
from backend.accounts.sign_in import Proof, prove

begin_mobile_session = mobile_sessions.begin
refresh_mobile_session = mobile_sessions.refresh
end_mobile_session = mobile_sessions.end
find_mobile_actor = mobile_sessions.find_actor
begin_desk_session = desk_sessions.begin
find_desk_session = desk_sessions.find
end_desk_session = desk_sessions.end


async def forget_expired() -> None:
    """Delete what has no use any more: ended tokens, and failures out of every window. For a job."""
    now = clock.now()
    await _credentials.delete_failures_before(now - 2 * rules.GUESS_WINDOW)
    await _credentials.delete_places_before(now - rules.PLACE_LIFE)
    await _sessions.delete_dead_tokens(now, now)


__all__ = [
    "Choice",
    "DeskSession",
    "DeviceRow",
    "Enrolment",
    "Issued",
    "KnownDevice",
    "OfficerRow",
    "OfficerView",
    "Proof",
    "Purpose",
    "Tokens",
    "admit_device",
    "begin_desk_session",
    "begin_mobile_session",
    "change",
    "choose_language",
    "close_past_years",
    "create_first_admin",
    "describe_self",
    "end_desk_session",
    "end_mobile_session",
    "enrolment_qr_code",
    "find_desk_session",
    "find_mobile_actor",
    "forget_expired",
    "get_device",
    "get_enrolment",
    "get_officer",
    "install_credentials",
    "issue_enrolment",
    "known_devices",
    "list_devices",
    "list_officers",
    "operator",
    "prove",
    "refresh_mobile_session",
    "register",
    "revoke_device",
    "speaker",
    "unlock",
    "use_enrolment",
]
