"""Words of the area `passkeys`: the officer's own passkeys, and confirming by one."""

WORDS: dict[str, str] = {
    "passkeys.title": "Passkeys",
    "passkeys.what": "A passkey takes the place of a one-time code when the system asks again before you sign, "
    "approve or export. Your computer or phone keeps it and opens it by your fingerprint, face or PIN only; the "
    "system never gets these. One-time codes work as before.",
    "passkeys.none": "You have no passkey yet.",
    "passkeys.name": "Name of the passkey",
    "passkeys.name_hint": "So that you recognise it, for example: Office computer, My phone.",
    "passkeys.error_name": "Give the passkey a name of 1 to 60 characters, on one line.",
    "passkeys.kind": "Where it is",
    "passkeys.synced": "On all your machines",
    "passkeys.one_machine": "On one machine only",
    "passkeys.added": "Added",
    "passkeys.last_used": "Last used",
    "passkeys.never_used": "Not used yet",
    "passkeys.went_back": "The count went back",
    "passkeys.went_back_how": "The count of a passkey went back: somebody may have a copy of it. If you do not know "
    "why, remove that passkey and add a new one.",
    "passkeys.add": "Add a passkey",
    "passkeys.add_next": "Go on",
    "passkeys.many": "You have {most} passkeys, which is the most. Remove one that you do not use first.",
    "passkeys.elsewhere": "At the address that you opened, browsers use no passkeys. Open:",
    "passkeys.nowhere": "This installation has no address with a domain name, so browsers use no passkeys here. Ask "
    "its operator.",
    "passkeys.missing": "This browser cannot make a passkey, or JavaScript is off. Use a newer browser.",
    "passkeys.make_said": "Press the button and follow the browser: unlock with your fingerprint, face or the PIN of "
    "the machine. You have five minutes.",
    "passkeys.make_now": "Make the passkey",
    "passkeys.remove": "Remove",
    "passkeys.remove_follows": "This passkey will confirm nothing any more, on any machine. What it confirmed stays. "
    "Delete it on your computer or phone too: the system cannot do that.",
    "passkeys.done_added": "The passkey was added.",
    "passkeys.done_removed": "The passkey was removed.",
    "passkeys.hint": "Rather not type a code each time? Confirm by fingerprint, face or the PIN of your machine:",
    "passkeys.confirm_title": "Confirm by a passkey or a one-time code",
    "passkeys.confirm_said": "Unlock with your fingerprint, face or the PIN of the machine; nothing to type.",
    "passkeys.confirm_now": "Use a passkey",
    "passkeys.waiting": "Follow what your machine says…",
    "passkeys.stopped": "Not confirmed: you stopped it, or the time is over. Press again.",
    "passkeys.already": "This machine has one of the passkeys of your list already.",
    "passkeys.failed": "The browser could not use a passkey here. Try again; on the page that confirms you may type a "
    "one-time code.",
    "passkeys.signed_out": "Your session has ended. Sign in again.",
}
