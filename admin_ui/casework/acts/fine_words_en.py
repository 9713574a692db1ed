"""What each act of backend/casework/acts/fine.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_payment.received": "Record a payment",
    "case_acts.why_payment.received": "By the receipt of treasury or bank. Never more than is left (Law on "
    "Handling Administrative Violations Art 78).",
    "case_story.payment.received": "{amount} paid ({kind}) on {paid_on} at {place}, receipt {receipt_number}."
    "[ In another case too: {again}.]",
    "case_acts.do_execution.postponed": "Postpone the fine",
    "case_acts.why_execution.postponed": "Needs the signed decision MQĐ03 (Law on Handling Administrative "
    "Violations Art 76).",
    "case_story.execution.postponed": "The fine is postponed until {until} by {document_id}.",
    "case_acts.do_execution.resumed": "Resume execution",
    "case_acts.why_execution.resumed": "The postponement or suspension is over.",
    "case_story.execution.resumed": "Execution resumed.",
    "case_acts.do_instalments.granted": "Grant instalments",
    "case_acts.why_instalments.granted": "Needs the signed MQĐ05; three parts at most within six months, the "
    "first at least 40 % (Law on Handling Administrative Violations Art 79).",
    "case_story.instalments.granted": "Instalments granted by {document_id}: {schedule}.",
    "case_acts.do_fine.reduced": "Reduce or waive the rest of the fine",
    "case_acts.why_fine.reduced": "Needs the signed MQĐ04; no more than is left (Law on Handling Administrative "
    "Violations Art 77).",
    "case_story.fine.reduced": "{by} reduced or waived by {document_id}.",
}
