"""What each act of backend/casework/acts/documents.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_document.drafted": "Draft a paper",
    "case_acts.why_document.drafted": "Its form is filled in on the editor's page.",
    "case_story.document.drafted": "{document_id} drafted.",
    "case_acts.do_document.finalised": "Make a paper ready",
    "case_acts.why_document.finalised": "Content that satisfies its form is frozen and waits for its signer.",
    "case_story.document.finalised": "{document_id} made ready to be signed.",
    "case_acts.do_document.reopened": "Send a paper back",
    "case_acts.why_document.reopened": "The signer sends it back; it is a draft again.",
    "case_story.document.reopened": "{document_id} sent back to be corrected.",
    "case_acts.do_document.issued": "Sign and number a paper",
    "case_acts.why_document.issued": "Numbered, laid out, signed; never changed afterwards (Circular 22/2021 Art "
    "6.4).",
    "case_story.document.issued": "{document_id} signed and numbered on {issued_on}[ by {signer}].",
    "case_acts.do_document.adopted": "Take in a paper made on site",
    "case_acts.why_document.adopted": "A paper made on a phone, signed and numbered, gets sheet numbers.",
    "case_story.document.adopted": "{document_id}, made on site on {issued_on}, taken into the case.",
    "case_acts.do_document.delivered": "Record a paper's delivery",
    "case_acts.why_document.delivered": "A signed paper was handed to whom it concerns.",
    "case_story.document.delivered": "{document_id} delivered {mode} on {delivered_on}[ to {receiver}].",
    "case_acts.do_document.discarded": "Give a draft up",
    "case_acts.why_document.discarded": "Before it is numbered; the ledger keeps it.",
    "case_story.document.discarded": "Draft {document_id} given up.",
}
