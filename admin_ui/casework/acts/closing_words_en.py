"""What each act of backend/casework/acts/closing.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_decision.annulled": "Record that the decision is annulled",
    "case_acts.why_decision.annulled": "The decision was cancelled by an MQĐ40: fine and time limits are at an "
    "end; money that was "
    "paid is set off or given back (Decree 118/2021 Arts 13, 20).",
    "case_story.decision.annulled": "{document_id} annulled by {by}: {ground}.[ The paper does not say it: {alone}.]",
    "case_acts.do_decision.due_again": "Bring the case back to its decision",
    "case_acts.why_decision.due_again": "A violation remains and was verified anew (MBB05) after the annulment "
    "(Decree 118/2021 Arts 13.3, 15.3).",
    "case_story.decision.due_again": "{document_id} made after the annulment; the time for a new decision runs "
    "from {recorded_at}[; the violator is {party}, who may explain himself anew].",
    "case_acts.do_case.closed": "Close the case",
    "case_acts.why_case.closed": "Without a decision. All exhibits are dealt with; informants of kinds c, d and "
    "e are told unless they asked otherwise (Circular 27/2020 Art 10).",
    "case_story.case.closed": "Case closed: {outcome}[; who informed was told on {informant_told_on}].",
    "case_acts.do_case.archived": "Archive the file",
    "case_acts.why_case.archived": "The file is closed and read only; all exhibits are dealt with (Circular "
    "27/2020 Art 26).",
    "case_story.case.archived": "File archived on {archived_on}[, shelf: {shelf}].[ Measures undone: {undone}.]",
    "case_acts.do_case.reopening_asked": "Ask to reopen the file",
    "case_acts.why_case.reopening_asked": "Say why; another who has the authority opens it.",
    "case_story.case.reopening_asked": "Reopening of the file asked for.",
    "case_acts.do_case.reopened": "Reopen the file",
    "case_acts.why_case.reopened": "It stands again as before it was archived, with the reason.",
    "case_story.case.reopened": "File reopened in the state “{back_to}”.",
}
