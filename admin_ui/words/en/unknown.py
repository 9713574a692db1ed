"""Words of inspections that only phones know."""

WORDS: dict[str, str] = {
    "unknown.list": "Inspections that only phones know",
    "unknown.list_lead": "Phones sent what belongs to inspections of which the ledger has no decision: it was issued "
    "in the time that a restore lost. Everything is kept as it came, without effect so far.",
    "unknown.none": "There is no inspection that only phones know.",
    "unknown.unnamed": "Inspected party not known yet",
    "unknown.no_number": "decision's number not known yet",
    "unknown.who": "Sent by",
    "unknown.made": "Made on the phone",
    "unknown.what": "Sent",
    "unknown.steps_only": "no evidence yet, only steps",
    "unknown.counted": "{acts} acts, {photos} of them photographs",
    "unknown.title": "An inspection that only phones know",
    "unknown.lead": "The ledger has no decision of this inspection: it was issued in the time that a restore lost. "
    "What phones sent is kept as it came, without effect so far; photographs are stored.",
    "unknown.told_subject": "Party, by the minutes",
    "unknown.told_nothing": "No minutes tell it yet",
    "unknown.acts": "What was sent",
    "unknown.held": "held, without effect so far",
    "unknown.waits": "waits on the phone, is sent again by itself",
    "queue.see_all_unknown": "See all {count} inspections that only phones know",
}
