"""What each act of backend/casework/acts/violation.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_violation.recorded": "Record the violation",
    "case_acts.why_violation.recorded": "Needs signed violation minutes (MBB01) (Law on Handling Administrative "
    "Violations Art 58). The time for the decision begins (Art 66).",
    "case_story.violation.recorded": "Violation of {party} recorded by {document_id} of {recorded_at}: "
    "{violations}[; {complex}][: {complex_serious}][; {complex_facts}][; {complex_time}]; {explanation_right}.",
    "case_acts.do_explanation.requested": "The violator asks to explain",
    "case_acts.why_explanation.requested": "Within 2 working days directly, 5 in writing (Law on Handling "
    "Administrative Violations Art 61).",
    "case_story.explanation.requested": "The violator asked to explain {mode} at {requested_at}.",
    "case_acts.do_explanation.received": "Record the explanation",
    "case_acts.why_explanation.received": "In writing, or at the hearing (MBB03) (Law on Handling Administrative "
    "Violations Art 61).",
    "case_story.explanation.received": "Explanation received {mode} at {received_at}; {accepted}.",
    "case_acts.do_explanation.waived": "No explanation will come",
    "case_acts.why_explanation.waived": "There is no right, it was waived, or its time is over (Law on Handling "
    "Administrative Violations Art 61).",
    "case_story.explanation.waived": "No explanation: {how}.",
}
