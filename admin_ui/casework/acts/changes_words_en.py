"""What each act of backend/casework/acts/changes.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_document.cancelled": "Take a paper back",
    "case_acts.why_document.cancelled": "By a signed decision (MQĐ40).",
    "case_story.document.cancelled": "{document_id} taken back by {by}.",
    "case_acts.do_document.replaced": "Replace an internal paper",
    "case_acts.why_document.replaced": "By another signed paper of its form. The old one is kept; decisions and "
    "minutes are not replaced.",
    "case_story.document.replaced": "{document_id} replaced or amended by {by}.",
    "case_acts.do_document.amended": "Record that a decision is amended or corrected",
    "case_acts.why_document.amended": "By an MQĐ38, MQĐ39 or an MQĐ40 in part that names the decision; it stays "
    "in force.",
    "case_story.document.amended": "{document_id} amended or corrected by {by}; the decision stays in force[; the "
    "fine is {total} now][; {confiscated} exhibits confiscated].",
    "case_acts.do_document.number_voided": "Void a number that was kept and not used",
    "case_acts.why_document.number_voided": "A number that stands on no paper is voided with the reason "
    "(Circular 22/2021 Art 6).",
    "case_story.document.number_voided": "Number {number} of {year}, kept for {document_id}, voided.",
}
