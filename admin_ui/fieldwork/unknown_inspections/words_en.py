"""Words of inspections that only phones know."""

WORDS: dict[str, str] = {
    "unknown.list": "Inspections known only to phones",
    "unknown.list_lead": "Phones sent data of inspections whose decision is not in the ledger: it was issued during "
    "the time lost in a restore. The data is kept unchanged, without effect for now.",
    "unknown.none": "There is no inspection that is known only to phones.",
    "unknown.unnamed": "Inspected party not known yet",
    "unknown.no_number": "decision number not known yet",
    "unknown.who": "Sent by",
    "unknown.made": "Made on the phone",
    "unknown.what": "Sent",
    "unknown.steps_only": "no evidence yet, only steps",
    "unknown.counted": "{acts} acts, {photos} of them photographs",
    "unknown.title": "An inspection known only to phones",
    "unknown.lead": "The ledger does not have the decision of this inspection: it was issued during the time lost in "
    "a restore. What the phones sent is kept unchanged, without effect for now; photographs are stored.",
    "unknown.told_subject": "Party, according to the minutes",
    "unknown.told_nothing": "No minutes name it yet",
    "unknown.acts": "What was sent",
    "unknown.held": "held, without effect for now",
    "unknown.waits": "waiting on the phone, will be sent again automatically",
    "unknown.what_next": "The officer who signed the decision on paper enters it again, with the number and day on "
    "the paper. The held data is then judged at once, in the order in which the phones recorded it; waiting steps "
    "are sent again by the phones.",
    "unknown.enter_again": "Enter the lost inspection decision again",
    "unknown.on_paper": "According to the paper decision",
    "unknown.on_paper_said": "The form is filled in from the minutes written on site: compare each field with the "
    "decision on paper. The ledger notes that the decision was entered again after a restore.",
    "unknown.number_hint": "Exactly as on the paper, for example 01000012/QĐ-KT. Only a number that the restore "
    "skipped and that no other paper has is accepted.",
    "unknown.day": "Day of issue",
    "unknown.day_hint": "Exactly as on the paper; it must be within the lost time: {spans}.",
    "unknown.reason": "Why it is entered again",
    "unknown.reason_hint": "Where the paper is, and with whom it was compared.",
    "unknown.signed_by_issuer": "I signed this decision on paper.",
    "unknown.number_needed": "Enter the number shown on the paper.",
    "unknown.day_needed": "Enter the day of issue shown on the paper.",
    "unknown.reason_needed": "Give a reason of 3 to 2000 characters.",
    "unknown.confirm": "Enter this decision again?",
    "unknown.confirm_said": "The decision keeps the number and day on the paper, and the team gets its inspection "
    "back. The held data is judged at once; what does not qualify stays held until somebody reviews it. A decision "
    "cannot be changed.",
    "unknown.review": "Review before entering it again",
    "unknown.enter": "Enter again",
    "unknown.entered_again": "This decision was entered again after a system restore, under number {number} of {day} "
    "as on the paper.",
}
