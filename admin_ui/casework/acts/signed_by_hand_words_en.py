"""What each act of backend/casework/acts/signed_by_hand.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_document.printed": "Print a paper to be signed by hand",
    "case_acts.why_document.printed": "Numbered and printed; it has effect once its signed scan is there.",
    "case_story.document.printed": "{document_id} numbered on {issued_on} and printed to be signed by hand; no "
    "effect yet.",
    "case_acts.do_document.scanned": "Send the signed scan",
    "case_acts.why_document.scanned": "In force from the day on the paper; a second person compares it.",
    "case_story.document.scanned": "The signed scan of {document_id} came: in force, waiting for comparison.",
    "case_acts.do_document.compared": "Compare a scan",
    "case_acts.why_document.compared": "Within 48 hours, by the clerk or somebody who neither drafted nor signed it "
    "(Circular 22/2021 Art 7.4).",
    "case_story.document.compared": "The scan of {document_id} was compared: {agrees}.",
}
