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
    "unknown.what_next": "Who signed the decision on paper enters it again, with the number and the day that the "
    "paper bears. What is held is judged at once, in the order in which phones made it; steps that wait are sent "
    "again by the phones.",
    "unknown.enter_again": "Enter the lost decision again",
    "unknown.on_paper": "As the paper has it",
    "unknown.on_paper_said": "The form is filled from the minutes written on site: compare each field with the "
    "decision on paper. The ledger says that it was entered again after a restore.",
    "unknown.number_hint": "As on the paper, such as 01000012/QĐ-KT. Only a number that the restore jumped over and "
    "that no paper bears is taken.",
    "unknown.day": "Day of issue",
    "unknown.day_hint": "As on the paper; it lies in the lost time: {spans}.",
    "unknown.reason": "Why it is entered again",
    "unknown.reason_hint": "Where the paper is, and with whom it was compared.",
    "unknown.signed_by_issuer": "I signed this decision on paper.",
    "unknown.number_needed": "Enter the number as the paper has it.",
    "unknown.day_needed": "Enter the day of issue as the paper has it.",
    "unknown.reason_needed": "Give the reason, 3 to 2000 letters.",
    "unknown.confirm": "Enter this decision again?",
    "unknown.confirm_said": "The decision keeps the number and the day of the paper, and the team has its inspection "
    "again. What is held is judged at once; what may not take effect stays held, to be looked at by itself. A "
    "decision cannot be changed.",
    "unknown.review": "Review before entering it again",
    "unknown.enter": "Enter again",
    "unknown.entered_again": "This decision was entered again after a restore, under the number {number} of {day} "
    "that its paper bears.",
    "queue.see_all_unknown": "See all {count} inspections that only phones know",
}
