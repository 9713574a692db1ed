"""Words of restores."""

WORDS: dict[str, str] = {
    "restores.title": "Restores",
    "restores.lead": "Each restore from a backup is declared once in the ledger, signed by the server, and cannot be "
    "changed. The checkable package of an inspection that is taken later brings the declaration (folder restores/).",
    "restores.none": "This system was never restored.",
    "restores.todo": "What to do",
    "restores.todo_phones": "Ask who has a phone of the service to open the app where there is a signal: what was done "
    "on phones is sent again by itself, with the numbers and dates that it bears.",
    "restores.todo_again": "What the desk did in the lost time (information, assignments, payments, deliveries …) is "
    "entered again into the case with the day on the papers; say in a note that it was entered after a restore.",
    "restores.todo_taken_back": "What was taken back in the lost time is there again: accounts that were closed, "
    "devices that were blocked, delegations, certificates, passwords. Look through them and do it again.",
    "restores.todo_paper": "Papers that the desk issued in the lost time keep number, day and code in the hands of "
    "those who got them: draft the same content in the case, and on the page that signs choose to enter it with its "
    "number; do not issue another in its place.",
    "restores.one": "Restore declared",
    "restores.gap": "Lost time",
    "restores.lost": "Lost",
    "restores.lost_unknown": "not known how many entries",
    "restores.lost_nothing": "no entry",
    "restores.lost_some": "{count} entries at least",
    "restores.reason": "Reason",
    "restores.operator": "Operator",
    "restores.held": "What the ledger holds",
    "restores.entries": "{count} entries",
    "restores.outside": "Newest checkpoint outside",
    "restores.numbers": "Numbers jumped over",
    "restores.numbers_said": "{units} of each sequence of a unit, {officers} of an officer, {years}",
    "restores.logs": "Log",
    "restores.then": "goes on as",
    "restores.entry": "Entry in the ledger",
    "restores.key": "key",
    "restores.ranges": "Numbers that were jumped over",
    "restores.ranges_said": "Nobody knows which numbers the lost part gave, so none is given again: they are missing "
    "from the register because of the restore, not because anything was removed. A number on a paper in somebody's "
    "hand stays that paper's (Circular 22/2021 Art 6). A sequence that begins later begins behind them too.",
    "restores.ranges_none": "There is no sequence in your sight.",
    "restores.whose": "Whose",
    "restores.form": "Kind",
    "restores.year": "Year",
    "restores.range": "From – to",
    "restores.at": "At",
    "restores.lately": "The system was restored from a backup: what the desk did from {since} to {until} is not in the "
    "ledger any more, and a case that is not found may be of that time.",
    "restores.read": "What is lost, what to do",
    "restores.before": "Enter a paper again that was issued before the restore",
    "restores.before_said": "Only where somebody holds this paper and the restore lost it from the ledger. What is "
    "drafted here must be as it was signed; number, day and code stay as they are.",
    "restores.before_who": "Who signed it enters it. Where he holds no office in the unit any more, a head of no lower "
    "rank does, under the name of who signed.",
    "restores.before_then": "Then bring the scan or the signed file as for a paper that is signed by hand, and another "
    "person compares.",
    "restores.before_phone": "Minutes that were written on a phone come again by themselves with their number: do not "
    "enter them here.",
    "restores.day_hint": "It must lie in the lost time: {spans}.",
    "restores.number_hint": "As the paper has it, such as 01000002/QĐ-XPVPHC.",
    "restores.day": "Day on the paper",
    "restores.day_needed": "Fill in the day that stands on the paper.",
    "restores.code": "Verification code on the paper",
    "restores.code_hint": "Beside the QR code, so that it is found again. Leave it empty where the paper has none.",
    "restores.reason_hint": "Who holds the signed copy, what it was compared with. The list of exceptions tells it "
    "to the level above.",
    "restores.before_now": "Enter it with this number",
    "restores.before_link": "Issued before the restore, and somebody holds it? Enter it with its number",
}
