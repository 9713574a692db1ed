"""The functions of accounts for the faces, under one name; each is documented in its module."""

from backend.core import clock
from backend.force.accounts import asks, desk_sessions, enrolments, mobile_sessions, places
from backend.force.accounts import identity as identity
from backend.force.accounts import possible_acts as possible_acts
from backend.force.accounts.administration import (
    Card,
    OfficerRow,
    OfficerView,
    PeopleFilters,
    Position,
    Rank,
    change,
    choose_language,
    get_officer,
    issue_enrolment,
    leaving,
    list_officers,
    officers_of,
    register,
    unlock,
)
from backend.force.accounts.ask_telling import certificate_withdrawn
from backend.force.accounts.asks import Ask, new_ask
from backend.force.accounts.desk_sessions import DeskSession
from backend.force.accounts.device_keys import said_at_sign_in
from backend.force.accounts.device_pages import (
    JUDGED,
    DeviceFilters,
    DevicePage,
    DeviceRow,
    count_devices,
    get_device,
    list_devices,
    revoke_device,
    unseen_for,
)
from backend.force.accounts.device_pages import get_page as get_device_page
from backend.force.accounts.device_pages import get_seen as get_seen_device
from backend.force.accounts.devices import admit as admit_device
from backend.force.accounts.draft_keys import of as draft_key
from backend.force.accounts.enrolments import (
    Choice,
    Enrolment,
    Issued,
    Purpose,
    install_credentials,
)
from backend.force.accounts.enrolments import get as get_enrolment
from backend.force.accounts.enrolments import qr_code as enrolment_qr_code
from backend.force.accounts.enrolments import use as use_enrolment
from backend.force.accounts.first_administrator import create_first_admin, operator
from backend.force.accounts.first_letters import Page as LettersPage
from backend.force.accounts.first_letters import Waiting as WaitingForLetter
from backend.force.accounts.first_letters import issue as issue_letters
from backend.force.accounts.first_letters import page as letters_page
from backend.force.accounts.judging import english as title_in_english
from backend.force.accounts.lent_numbers import close_past_years
from backend.force.accounts.mobile_sessions import Tokens, describe_self
from backend.force.accounts.names import names_of as names_of
from backend.force.accounts.new_devices import Waiting as WaitingDevice
from backend.force.accounts.new_devices import approve as approve_device
from backend.force.accounts.new_devices import demand as demand_approval
from backend.force.accounts.new_devices import get as get_waiting_device
from backend.force.accounts.new_devices import listing as list_waiting_devices
from backend.force.accounts.new_devices import set_demand as set_device_demand
from backend.force.accounts.new_devices import standing as device_demand
from backend.force.accounts.objecting import get as get_objectionable
from backend.force.accounts.objecting import object_to
from backend.force.accounts.operating import (
    at_the_machine,
    confirm_as_operator,
    end_what_was_open,
    reset_sole_administrator,
)
from backend.force.accounts.own_password import change as change_own_password
from backend.force.accounts.phone_facts import minimum as least_phone_app
from backend.force.accounts.phone_facts import note as note_phone
from backend.force.accounts.phone_facts import require_at_least as require_phone_app
from backend.force.accounts.places import Place
from backend.force.accounts.recovery import left as recovery_codes_left
from backend.force.accounts.recovery_sets import make as make_recovery_codes
from backend.force.accounts.rescued import KnownDevice, known_devices, speaker
from backend.force.accounts.second_person import (
    Second,
    enrolment_needs_second,
    second_needed,
    second_of,
)
from backend.force.accounts.sign_in import Proof, known_browser, prove
from backend.force.accounts.step_up import (
    ConfirmationNeeded,
    confirm,
    confirm_phone,
    confirmed_by_key,
    confirmed_phone,
    require_confirmed,
    require_for_rows,
)
from backend.force.accounts.totals import count_officers
from backend.force.queries import credentials as _credentials
from backend.force.queries import passkeys as _passkeys
from backend.force.queries import sessions as _sessions
from backend.force.queries.people_lists import AccountState as AccountState
from backend.force.queries.people_lists import CardState as CardState
from backend.force.rules import accounts as rules

ask = asks.ask
ask_page = asks.page
ask_counts = asks.counts
ASKED_ABOUT = asks.ABOUT
get_ask = asks.get
confirm_ask = asks.confirm
decline_ask = asks.decline
has_emergency_access = asks.has_emergency_access
make_link_of_ask = asks.make_link
SEES_ASKS = asks.SEES_ASKS
start = enrolments.start
begin_mobile_session = mobile_sessions.begin
refresh_mobile_session = mobile_sessions.refresh
end_mobile_session = mobile_sessions.end
find_mobile_actor = mobile_sessions.find_actor
KNOWN_FOR = rules.PLACE_LIFE
begin_desk_session = desk_sessions.begin
require_open_desk = desk_sessions.require_open
find_desk_session = desk_sessions.find
end_desk_session = desk_sessions.end
list_places = places.listed
end_place = places.end
end_other_places = places.end_others


async def forget_expired() -> None:
    """Delete ended tokens and challenges, and failures and places that no limit counts. For a job."""
    now = clock.now()
    await _credentials.delete_failures_before(now - 2 * rules.GUESS_WINDOW)
    await _credentials.delete_places_before(now - rules.PLACE_LIFE)
    await _sessions.delete_dead_tokens(now, now)
    await _passkeys.delete_challenges_before(now)


__all__ = [
    "ASKED_ABOUT",
    "JUDGED",
    "KNOWN_FOR",
    "SEES_ASKS",
    "Ask",
    "Card",
    "Choice",
    "ConfirmationNeeded",
    "DeskSession",
    "DeviceFilters",
    "DevicePage",
    "DeviceRow",
    "Enrolment",
    "Issued",
    "KnownDevice",
    "LettersPage",
    "OfficerRow",
    "OfficerView",
    "PeopleFilters",
    "Place",
    "Position",
    "Proof",
    "Purpose",
    "Rank",
    "Second",
    "Tokens",
    "WaitingDevice",
    "WaitingForLetter",
    "admit_device",
    "approve_device",
    "ask",
    "ask_counts",
    "ask_page",
    "at_the_machine",
    "begin_desk_session",
    "begin_mobile_session",
    "certificate_withdrawn",
    "change",
    "change_own_password",
    "choose_language",
    "close_past_years",
    "confirm",
    "confirm_as_operator",
    "confirm_ask",
    "confirm_phone",
    "confirmed_by_key",
    "confirmed_phone",
    "count_devices",
    "count_officers",
    "create_first_admin",
    "decline_ask",
    "demand_approval",
    "describe_self",
    "device_demand",
    "draft_key",
    "end_desk_session",
    "end_mobile_session",
    "end_other_places",
    "end_place",
    "end_what_was_open",
    "enrolment_needs_second",
    "enrolment_qr_code",
    "find_desk_session",
    "find_mobile_actor",
    "forget_expired",
    "get_ask",
    "get_device",
    "get_device_page",
    "get_enrolment",
    "get_objectionable",
    "get_officer",
    "get_seen_device",
    "get_waiting_device",
    "has_emergency_access",
    "install_credentials",
    "issue_enrolment",
    "issue_letters",
    "known_browser",
    "known_devices",
    "least_phone_app",
    "leaving",
    "letters_page",
    "list_devices",
    "list_officers",
    "list_places",
    "list_waiting_devices",
    "make_link_of_ask",
    "make_recovery_codes",
    "names_of",
    "new_ask",
    "note_phone",
    "object_to",
    "officers_of",
    "operator",
    "prove",
    "recovery_codes_left",
    "refresh_mobile_session",
    "register",
    "require_confirmed",
    "require_for_rows",
    "require_phone_app",
    "reset_sole_administrator",
    "revoke_device",
    "said_at_sign_in",
    "second_needed",
    "second_of",
    "set_device_demand",
    "speaker",
    "start",
    "title_in_english",
    "unlock",
    "unseen_for",
    "use_enrolment",
]
