"""What each act of backend/casework/acts/execution.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_decision.delivered": "Record the delivery",
    "case_acts.why_decision.delivered": "Returned three times by the post (with its slip), "
    "posted for 7 working days (with minutes) or refused with MBB06 it counts as delivered (Law on "
    "Handling Administrative Violations Art 70, Decree 118/2021 Art 17a).",
    "case_story.decision.delivered": "{document_id} delivered {mode} on {delivered_on}[ to {receiver}][ "
    "({deemed})][; {proof_document_id}][; sheet {sheet}][. By one person: {alone}].",
    "case_acts.do_remedy.carried_out": "Record a measure carried out",
    "case_acts.why_remedy.carried_out": "An additional penalty or remedy of the decision is done (Law on "
    "Handling Administrative Violations Art 85).",
    "case_story.remedy.carried_out": "Carried out on {done_on}[: {what}][ ({document_id})].",
    "case_acts.do_enforcement.ordered": "Order enforcement",
    "case_acts.why_enforcement.ordered": "Only once the time to comply is over, by the filed "
    "decision to enforce (Law on Handling Administrative Violations Arts 73, 86 to 88).",
    "case_story.enforcement.ordered": "Enforcement ordered on {decided_on}: {measure}[ (sheet {sheet})][. By "
    "one person: {alone}].",
    "case_acts.do_execution.suspended": "Suspend execution",
    "case_acts.why_execution.suspended": "By the filed decision to suspend (MQĐ31), of who "
    "resolves a complaint, or of a court.",
    "case_story.execution.suspended": "Execution suspended[ by {document_id}][ by sheet {sheet}][. By one "
    "person: {alone}].",
    "case_acts.do_execution.completed": "Record that all is carried out",
    "case_acts.why_execution.completed": "The fine is paid whole and every measure is done.",
    "case_story.execution.completed": "All carried out on {completed_on}.[ Money left unpaid: {unpaid}.][ By one "
    "person: {alone}.]",
    "case_acts.do_execution.lapsed": "Execution lapsed",
    "case_acts.why_execution.lapsed": "A year after the decision (Law on Handling Administrative Violations Art "
    "74) the fine is no longer collected.",
    "case_story.execution.lapsed": "Execution lapsed on {lapsed_on}.",
}
