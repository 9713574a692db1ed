"""What each act of backend/casework/acts/seizure.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_exhibits.seized": "Record exhibits seized",
    "case_acts.why_exhibits.seized": "By signed seizure minutes (MBB15); within 24 hours a decision follows or "
    "they go back (Law on Handling Administrative Violations Art 125).",
    "case_story.exhibits.seized": "Seized {exhibits} by {document_id} at {seized_at}; kept by {keeper}[ at {place}].",
    "case_acts.do_seizure.decided": "Decide the seizure",
    "case_acts.why_seizure.decided": "Needs the signed MQĐ20. Its purpose sets the term: valuation 5 working days "
    "(Art 60.3); to secure execution until it is done; else 7 working days from the seizure, 10 where the file goes to "
    "who may sanction (Law on Handling Administrative Violations Art 125.8).",
    "case_story.seizure.decided": "Seizure of {exhibits} decided by {document_id} until {until}[, {purpose}].",
    "case_acts.do_seizure.extended": "Extend the seizure",
    "case_acts.why_seizure.extended": "Needs an MQĐ21 signed in time: 10 working days where the file goes on, a month "
    "where an explanation was asked for or facts are to be verified, two where the case is complex besides (Law on "
    "Handling Administrative Violations Art 125.8).",
    "case_story.seizure.extended": "Seizure of {exhibits} extended by {document_id} until {until}.",
}
