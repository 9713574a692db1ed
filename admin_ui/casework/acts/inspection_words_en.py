"""What each act of backend/casework/acts/inspection.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_inspection.began": "The inspection began",
    "case_acts.why_inspection.began": "The system writes it when the decision is announced on site.",
    "case_story.inspection.began": "The team announced the decision and began at {at}.",
    "case_acts.do_inspection.not_executed": "The inspection was not executed",
    "case_acts.why_inspection.not_executed": "The system writes it when minutes of non-execution are submitted.",
    "case_story.inspection.not_executed": "The inspection was not executed: minutes submitted at {at}.",
    "case_acts.do_inspection.ended": "The inspection ended",
    "case_acts.why_inspection.ended": "The system writes it when the inspection minutes are submitted.",
    "case_story.inspection.ended": "The inspection ended: minutes submitted at {at}.",
    "case_acts.do_decision.expired": "The inspection decision expired",
    "case_acts.why_decision.expired": "It was not begun within its time (Ordinance 11/2016 Art 19.3), or its "
    "issuer withdrew it before it was announced.",
    "case_story.decision.expired": "The inspection decision expired unexecuted.",
    "case_acts.do_verification.ordered": "Order verification",
    "case_acts.why_verification.ordered": "After the inspection: 10 days at most, extended to 25, waiting for tests to "
    "40 (Ordinance 11/2016 Art 27.4). After the violation minutes: while the time to decide runs, by a written order "
    "that another officer filed; the decision then has a month (Law on Handling Administrative Violations Arts 59, "
    "66).",
    "case_story.verification.ordered": "{officers} to verify until {due_on}[, {testing}][ under {document_id}][ (sheet "
    "{sheet})].",
}
