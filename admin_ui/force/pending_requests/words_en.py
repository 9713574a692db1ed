"""Words of the area `asks`: requests about officers that a second person confirms."""

WORDS: dict[str, str] = {
    "asks.title": "Asks to confirm",
    "asks.how": "Resets, roles above an inspector's, heads' positions, moves upwards, moves and reinstating of who "
    "holds such a role or position take two persons: one asks, another confirms.",
    "asks.show_waiting": "Waiting",
    "asks.show_mine": "Mine",
    "asks.show_all": "All",
    "asks.none_waiting": "Nothing waits in your scope.",
    "asks.none_mine": "You have asked for nothing, and nobody has asked anything about you.",
    "asks.none_all": "Nothing was asked in your scope yet.",
    "asks.one_title": "Ask",
    "asks.what": "What",
    "asks.officer": "For the officer",
    "asks.asker": "Asked by",
    "asks.asked_at": "At",
    "asks.answerer": "Answered by",
    "asks.who": "Who can confirm",
    "asks.yours": "Waiting for you",
    "asks.state_waiting": "Waiting",
    "asks.state_over": "Expired",
    "asks.state_confirmed": "Confirmed",
    "asks.state_declined": "Declined",
    "asks.state_stopped": "Stopped",
    "asks.reason_hint": "Needed for a role above an inspector's: the second person reads it before confirming.",
    "asks.number": "Number of the decision",
    "asks.decision_hint": "Every position but a market controller's needs number, date and scan of the decision.",
    "asks.decided_on": "Date of the decision",
    "asks.decision": "Decision",
    "asks.decision_of": "Number {number} of {day}.",
    "asks.scan": "See the scan",
    "asks.missing_for_second": "Fill in “{field}”: a second person must confirm this.",
    "asks.confirm_title": "Confirm",
    "asks.confirm_role": "The role is in force as soon as you confirm; the officer's desk sessions end.",
    "asks.confirm_position": "The position is recorded as soon as you confirm, and decides the officer's powers. "
    "Compare number, date and scan of the decision.",
    "asks.confirm_reset": "You will be shown a code of eight digits to hand to the officer in person. "
    "The link of who asked opens nothing without it.",
    "asks.confirm_move": "The officer belongs to the new unit as soon as you confirm, reads its files "
    "and has the same roles there; all sessions end.",
    "asks.confirm_position_end": "The position ends on that day. Compare number, date and scan of the decision.",
    "asks.confirm_reinstate": "The officer can sign in again as soon as you confirm, with the password, codes and "
    "roles they had.",
    "asks.ends_credentials": "One administrator alone gave {name} a password and codes, so they end when you confirm; "
    "the administrator then asks for first credentials, which you or somebody else confirms.",
    "asks.note": "How you checked it",
    "asks.note_hint": "For example: met in person on 25 November, saw the service card.",
    "asks.met": "I asked {name} in person or saw the decision, and this is right.",
    "asks.met_missing": "Ask the officer in person or see the decision, then tick this.",
    "asks.confirm_do": "Confirm",
    "asks.decline_title": "Decline",
    "asks.decline_do": "Decline",
    "asks.withdraw_title": "Take it back",
    "asks.withdraw_do": "Take it back",
    "asks.confirm_reset_set": "The link that {asker} made was used before anybody confirmed: the new password and "
    "codes open work on "
    "site. Ask {name} in person whether it was they who used that link. When you confirm, you get eight digits to "
    "hand over in "
    "person; until they are typed at the desk, the account opens work on site alone.",
    "asks.stop_title": "Stop the reset",
    "asks.stop_how": "If {name} did not ask for it: the link and the code end at once, and what was set through that "
    "link opens nothing any more.",
    "asks.stop_do": "Stop the reset",
    "asks.stopper": "Stopped by",
    "asks.link_set": "used while nobody had confirmed, at",
    "asks.link_done": "used at",
    "asks.field_until_code": "It opens work on site alone until its holder types the confirmer's code at the desk.",
    "asks.done_stop": "Stopped. The link and the code open nothing any more.",
    "new_devices.open": "Look and approve",
    "new_devices.title": "New device",
    "new_devices.device": "Device",
    "new_devices.asked_at": "First signed in",
    "new_devices.how": "Meet or call {name} first: his account and code were just used on this device. Once it is "
    "approved he signs in again and works.",
    "new_devices.waiting": "New devices waiting for approval",
    "new_devices.waiting_lead": "Somebody signed in on a device for the first time and cannot work there yet. Ask that "
    "very person before you approve.",
    "new_devices.waits": "Waits for approval",
    "new_devices.enrolled": "Enrolled devices",
    "new_devices.do": "Approve the device",
    "new_devices.done": "Approved. Tell {name} to sign in again.",
    "new_devices.over": "Nothing is left to approve: it was approved, or the device was revoked.",
    "objections.open": "Look and object",
    "objections.title": "Object to an account",
    "objections.how": "One administrator alone gave this account. If no {name} serves in the unit, object: the "
    "account is disabled, "
    "its password and codes end at once; it takes two to let it in again.",
    "objections.do": "Object and disable the account",
    "objections.done": "Recorded. The account is disabled.",
    "objections.over": "There is nothing to object to: it is disabled, confirmed by a second person, or older than "
    "30 days.",
    "asks.nobody": "Nobody can confirm this yet. The operator of the server confirms it by: "
    "./hientruong confirm-ask {id}",
    "asks.link_title": "One-time link",
    "asks.link_how": "Make the link and hand it to {name} in person. The code from {confirmer} is needed as well.",
    "asks.link_field": "Four hours have passed and nobody confirmed: this link opens work on site, on the phone, "
    "alone for {name}; the desk, approving, signing and administration stay shut until somebody confirms. "
    "Hand it over in person.",
    "asks.field_until": "It opens work on site alone until somebody confirms.",
    "asks.link_do": "Make the link",
    "asks.link_made": "The link was made on",
    "asks.code_title": "Confirmation code",
    "asks.code_how": "Hand this code to {name} in person; not through {asker}.",
    "asks.code_once": "The code is shown this once. If it is lost, let the administrator ask anew.",
    "asks.code_too": "The officer also types the code handed over by who confirmed it.",
    "asks.handed": "Confirmation code",
    "asks.handed_hint": "Eight digits, handed to you by who confirmed your reset.",
    "asks.done_asked": "Asked. The officer, the head and who can confirm have been told.",
    "asks.done_confirm": "Confirmed; it is in force from now on.",
    "asks.done_decline": "Recorded; nothing changes.",
    "asks.second_follows": "This may need a second person before it takes effect.",
    "asks.open": "Open the ask",
    "asks.only": "Shown: {what}.",
    "asks.every_kind": "Show every kind",
    "asks.none_about": "Nothing of this kind.",
}
