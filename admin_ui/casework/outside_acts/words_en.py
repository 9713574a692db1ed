"""Words of the queue of acts outside the catalogue."""

WORDS = {
    "outside.title": "Acts outside the catalogue",
    "outside.said": "Acts that cases recorded and the catalogue does not have. A keeper of the catalogue proposes "
    "them for it, or answers that it has them, or that they are not taken in.",
    "outside.act": "Act",
    "outside.provision": "Article",
    "outside.recorded": "Recorded in the case",
    "outside.band": "Band",
    "outside.band_unknown": "Not known",
    "outside.case": "Case",
    "outside.standing": "Standing",
    "outside.confirmed": "Confirmed by two",
    "outside.unconfirmed": "Band to be confirmed",
    "outside.waiting": "Waiting for the catalogue",
    "outside.answered": "Answered",
    "outside.none": "No act waits for the catalogue.",
    "outside.minutes": "In the minutes",
    "outside.people": "Stated and confirmed by",
    "outside.wait_confirmed": "Its band is not confirmed by two in its case yet, so it cannot be proposed for the "
    "catalogue.",
    "outside.answer": "Answer",
    "outside.answer_proposed": "Propose it for the catalogue",
    "outside.answer_known": "The catalogue has it",
    "outside.answer_declined": "Not taken into the catalogue",
    "outside.proposal_declined": "the proposal was declined; answer again",
    "outside.code": "Code of the catalogue",
    "outside.code_hint": "Decree, article, clause, point: ND119-31-1-a. Empty if it is not taken in.",
    "outside.day_hint": "Only if it is proposed.",
    "outside.reason": "Ground, reason",
    "outside.go": "Record the answer",
    "outside.code_needed": "Enter the code, for example ND119-31-1-a.",
}
