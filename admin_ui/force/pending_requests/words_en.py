"""Words of the area `asks`: requests about officers that a second person confirms."""

WORDS: dict[str, str] = {
    "asks.title": "Requests to confirm",
    "asks.total": "{count} {count:request|requests}",
    "asks.how": "Two persons are needed, one who requests and another who confirms: resets of passwords and codes; "
    "roles above inspector; heads' positions; moves to a higher level; moving or reinstating an officer with such a "
    "role or position.",
    "asks.show_waiting": "Waiting",
    "asks.show_mine": "Mine",
    "asks.show_all": "All",
    "asks.none_waiting": "No request is waiting in your scope.",
    "asks.none_mine": "You have made no request, and nobody has made one about you.",
    "asks.none_all": "There are no requests in your scope yet.",
    "asks.one_title": "Request",
    "asks.what": "What",
    "asks.officer": "For the officer",
    "asks.asker": "Requested by",
    "asks.asked_at": "At",
    "asks.answerer": "Answered by",
    "asks.who": "Who can confirm",
    "asks.yours": "Waiting for you",
    "asks.state_waiting": "Waiting",
    "asks.state_over": "Expired",
    "asks.state_confirmed": "Confirmed",
    "asks.state_declined": "Declined",
    "asks.state_stopped": "Stopped",
    "asks.reason_hint": "Required for every role except inspector: the second person reads it.",
    "asks.number": "Number of the decision",
    "asks.decision_hint": "Required for every position except market inspector, "
    "which then takes effect after a second person has confirmed it.",
    "asks.decided_on": "Date of the decision",
    "asks.decision": "Decision",
    "asks.decision_of": "Number {number} of {day}.",
    "asks.scan": "See the scan",
    "asks.missing_for_second": "Fill in “{field}”: a second person must confirm this.",
    "asks.confirm_title": "Confirm",
    "asks.confirm_role": "The role takes effect as soon as you confirm; the officer's desk sessions end.",
    "asks.confirm_position": "The position is recorded as soon as you confirm, and decides the officer's powers. "
    "Compare number, date and scan of the decision.",
    "asks.confirm_reset": "You will be shown an eight-digit confirmation code to hand to the officer in person. The "
    "link of the officer who made the request does not open without it.",
    "asks.confirm_move": "The officer belongs to the new unit as soon as you confirm, reads its files "
    "and has the same roles there; all sessions end.",
    "asks.confirm_position_end": "The position ends on that day. Compare number, date and scan of the decision.",
    "asks.confirm_reinstate": "The officer can sign in again as soon as you confirm, with the password, codes and "
    "roles they had.",
    "asks.ends_credentials": "A single administrator gave {name} a password and codes, so they end when you confirm; "
    "the administrator then requests an account activation, which you or somebody else confirms.",
    "asks.note": "How you checked it",
    "asks.note_hint": "For example: met in person on 25/11, saw the service card.",
    "asks.met": "I asked {name} in person or saw the decision, and this is right.",
    "asks.met_missing": "Ask the officer in person or look at the decision, then tick this.",
    "asks.confirm_do": "Confirm",
    "asks.decline_title": "Decline",
    "asks.decline_do": "Decline",
    "asks.withdraw_title": "Withdraw the request",
    "asks.withdraw_do": "Withdraw the request",
    "asks.confirm_reset_set": "The link that {asker} made was used before anybody confirmed: the new password and "
    "codes already allow field work. Ask {name} in person whether they used that link themselves. When you confirm, "
    "you get an eight-digit confirmation code to hand over in person; until it is typed at the desk, the account "
    "allows field work only.",
    "asks.stop_title": "Stop the reset",
    "asks.stop_how": "If {name} did not ask for it: the link and the code end at once, and the password and codes "
    "set through that link no longer work.",
    "asks.stop_do": "Stop the reset",
    "asks.end_title": "End the emergency access",
    "asks.end_how": "The emergency access of {name} ends at once. What was done stays, and is still reviewed.",
    "asks.end_do": "End the emergency access",
    "asks.stopper": "Stopped by",
    "asks.link_set": "used while nobody had confirmed, at",
    "asks.link_done": "used at",
    "asks.field_until_code": "Field work only, until the account's owner types the confirmer's code at the desk.",
    "asks.done_end": "The emergency access of {name} was ended.",
    "asks.done_stop": "Stopped. The link and the code no longer work.",
    "people.device_view": "View and approve",
    "new_devices.title": "New device",
    "new_devices.device": "Device",
    "new_devices.asked_at": "First signed in",
    "new_devices.how": "Meet or call {name} first: their account and code were just used on this device. Once it is "
    "approved, they sign in again and can work.",
    "new_devices.waiting": "New devices waiting for approval",
    "new_devices.waiting_lead": "This officer signed in on the device for the first time and cannot work there yet. "
    "Ask the officer in person before you approve.",
    "new_devices.enrolled": "Enrolled devices",
    "new_devices.do": "Approve the device",
    "new_devices.done": "Approved. Tell {name} to sign in again.",
    "new_devices.over": "Nothing is left to approve: it was approved, or the device was revoked.",
    "objections.open": "View and object",
    "objections.title": "Object to an account",
    "objections.how": "A single administrator issued this account. If there is no {name} in the unit, object: the "
    "account is disabled, and its password and codes end at once; two persons are needed to reinstate it.",
    "objections.do": "Object and disable the account",
    "objections.done": "Recorded. The account is disabled.",
    "objections.over": "There is nothing to object to: the account is disabled, was confirmed by a second person, or "
    "is older than 30 days.",
    "asks.nobody": "Nobody can confirm this yet. The operator of the server confirms it with: ./hientruong "
    "confirm-ask {id}",
    "asks.link_title": "One-time link",
    "asks.link_how": "Make the link and hand it to {name} in person. The code from {confirmer} is needed as well.",
    "asks.link_field": "Four hours have passed and nobody confirmed: this link allows {name} field work on the phone "
    "only; the desk, approving, signing and administration stay closed until somebody confirms. Hand it over in "
    "person.",
    "asks.field_until": "Field work only, until somebody confirms.",
    "asks.link_do": "Make the link",
    "asks.link_made": "The link was made at",
    "asks.code_title": "Confirmation code",
    "asks.code_how": "Hand this code to {name} in person; do not pass it through {asker}.",
    "asks.code_once": "The code is shown only once. If it is lost, the administrator must make a new request.",
    "asks.code_too": "When opening the link, the officer also types the code from the person who confirmed the "
    "request.",
    "asks.handed": "Confirmation code",
    "asks.handed_hint": "Eight digits, handed to you by the person who confirmed your reset.",
    "asks.done_asked": "Requested. The officer, the head and the people who can confirm have been notified.",
    "asks.done_confirm": "Confirmed; it is in effect from now on.",
    "asks.done_decline": "Recorded; nothing changes.",
    "asks.open": "Open the request",
    "asks.confirm_emergency": "The officer has this role from your confirmation until the hours are over. "
    "Confirm it only if nobody who has the power can be reached, and it cannot wait.",
    "asks.until": "Ends",
    "asks.log": "See what was done in this time",
}
