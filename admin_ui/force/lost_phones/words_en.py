"""Words of the area `lost`: a phone is lost."""

WORDS: dict[str, str] = {
    "lost.title": "My phone is lost",
    "lost.about": "Revoke a lost phone at once.",
    "lost.of_others": "Report an officer's phone as lost",
    "lost.of_others_mean": "A head or an administrator reports it if the officer cannot. The officer, the heads "
    "and the administrators get a notice.",
    "lost.whose": "Officer",
    "lost.whose_hint": "Type the name to search, or the user name.",
    "lost.show": "Show the phones",
    "lost.unknown": "There is no such officer in your scope. Check the user name.",
    "lost.which": "Which phone is lost?",
    "lost.choose": "Choose the phone that is lost.",
    "lost.last_seen": "Last seen",
    "lost.unsent": "Unsent work of {name}: {count}",
    "lost.nothing_unsent": "{name}: nothing was unsent",
    "lost.unsent_unknown": "The phone never said what it has unsent.",
    "lost.follows": "The phone is revoked at once: every session on it ends, those of others who share it too, "
    "and numbers lent to it are void. This cannot be undone: only a new enrolment follows. Unsent work stays "
    "sealed on it.",
    "lost.do": "Report it lost and revoke it",
    "lost.done": "The phone is revoked. The heads and administrators were told.",
    "lost.none": "You have no phone in use.",
    "lost.none_of": "{name} has no phone in use.",
    "lost.gone": "Revoked phones",
    "lost.revoked_at": "Revoked",
    "lost.next": "What to do next",
    "lost.next_new": "Take another phone: open the app and sign in with password and one-time code. If the "
    "authenticator was on the lost phone, ask an administrator for a reset.",
    "lost.next_found": "If the phone is found: do not remove the app. Open it, export the rescue file and hand "
    "it to the head; nothing is lost.",
    "lost.next_codes": "If the password or the recovery codes may be known to others, change the password and "
    "make new codes.",
    "lost.reason_hint": "Where and when it was lost, who said so.",
    "lost.public_mean": "No phone is needed. Once this is checked you choose the phone; no session begins.",
    "lost.not_proven": "The user name, password, recovery code or passkey is wrong. Type them again; for a code that "
    "was used, take another one from your printed sheet.",
    "lost.by_code": "With a recovery code",
    "lost.by_passkey": "With a passkey",
    "lost.go_on": "Continue",
    "lost.neither": "Neither a recovery code nor a passkey? Call your head or an administrator, who can report "
    "it for you.",
    "lost.public_link": "Lost your phone?",
}
