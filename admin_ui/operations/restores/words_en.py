"""Words of restores."""

WORDS: dict[str, str] = {
    "restores.title": "Restores",
    "restores.lead": "Each restore from a backup is declared once in the ledger, signed by the server, and cannot be "
    "changed; records that are exported later contain this declaration.",
    "restores.none": "This system has never been restored.",
    "restores.todo": "What to do",
    "restores.todo_phones": "Ask everyone with a service phone to open the app where there is a connection: work "
    "done on phones is sent again automatically, with its recorded numbers and dates.",
    "restores.todo_again": "Work done at the desk during the lost time (information, assignments, payments, "
    "deliveries …) must be entered again in the case, with the day shown on the papers; say in a note that it was "
    "entered after a restore.",
    "restores.todo_taken_back": "What was revoked during the lost time is valid again: disabled accounts, blocked "
    "devices, delegations, certificates, old passwords. Check them and revoke them again.",
    "restores.todo_paper": "Papers that the desk issued during the lost time keep the number, day and code that the "
    "recipients hold: draft the same content in the case, and on the signing page choose to enter it again with its "
    "number; do not issue another paper in its place.",
    "restores.one": "Restore declared",
    "restores.gap": "Lost time",
    "restores.lost": "Lost",
    "restores.lost_unknown": "not known how many entries",
    "restores.lost_nothing": "no entry lost",
    "restores.lost_some": "at least {count} entries",
    "restores.reason": "Reason",
    "restores.operator": "Operator",
    "restores.held": "The ledger now holds",
    "restores.entries": "{count} entries",
    "restores.outside": "Newest external checkpoint",
    "restores.numbers": "Skipped numbers",
    "restores.numbers_said": "{units} in each sequence of a unit, {officers} in each sequence of an officer, year "
    "{years}",
    "restores.logs": "Log",
    "restores.then": "continued as",
    "restores.entry": "Entry in the ledger",
    "restores.key": "key",
    "restores.ranges": "Numbers that were skipped",
    "restores.ranges_said": "Nobody knows which numbers were used in the lost part, so none of them is issued again: "
    "they are missing from the register because of the restore, not because anything was deleted. A number on a "
    "paper that a recipient holds still belongs to that paper (Circular 22/2021 Art 6). Sequences that begin later "
    "also begin after this range.",
    "restores.ranges_none": "There is no sequence in your scope.",
    "restores.whose": "Owner",
    "restores.form": "Kind",
    "restores.year": "Year",
    "restores.range": "From – to",
    "restores.at": "At",
    "restores.lately": "The system was restored from a backup: work done at the desk from {since} to {until} is no "
    "longer in the ledger, and a case that cannot be found may belong to that time.",
    "restores.read": "What was lost, what to do",
    "restores.before": "Enter again a paper that was issued before the restore",
    "restores.before_said": "Use this only if the recipient holds this paper and the restore lost it from the "
    "ledger. What you draft here must be exactly what was signed; number, day and code stay the same.",
    "restores.before_who": "The signer enters it again. If the signer no longer holds a position in the unit, a head "
    "of no lower rank does, under the signer's name.",
    "restores.before_then": "Then send the scan or the signed file, as for a paper signed by hand, and another "
    "person compares it.",
    "restores.before_phone": "Minutes that were written on a service phone are sent again automatically with their "
    "number: do not enter them here.",
    "restores.day_hint": "It must be within the lost time: {spans}.",
    "restores.number_hint": "Exactly as on the paper, for example 01000002/QĐ-XPHC.",
    "restores.day": "Day on the paper",
    "restores.code": "Verification code on the paper",
    "restores.code_hint": "Beside the QR code, so that the paper can be checked again. Leave empty if the paper has "
    "no code.",
    "restores.reason_hint": "Who holds the signed copy, and what it was compared with. The reason goes into the list "
    "of exceptions, which the level above checks.",
    "restores.before_now": "Enter it with this number",
    "restores.before_link": "Issued before the restore, and the recipient holds it? Enter it again with its number",
}
