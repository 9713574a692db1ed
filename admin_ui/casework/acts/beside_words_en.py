"""What each act of backend/casework/acts/beside.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_complaint.filed": "Record a complaint or lawsuit",
    "case_acts.why_complaint.filed": "Against a signed paper of the case (Law on Handling Administrative "
    "Violations Art 15).",
    "case_story.complaint.filed": "{by} {lawsuit} {against} at {filed_at}.",
    "case_acts.do_complaint.resolved": "Record how a complaint ended",
    "case_acts.why_complaint.resolved": "Upheld or not, the day and the reason.",
    "case_story.complaint.resolved": "Complaint resolved on {resolved_on}: {upheld}[ ({document_id})].",
    "case_acts.do_sanction.published": "Record the publication",
    "case_acts.why_sanction.published": "The sanction is made public within 3 working days (Law on Handling "
    "Administrative Violations Art 72).",
    "case_story.sanction.published": "{document_id} made public in {where} on {published_on}.",
    "case_acts.do_deadline.extended": "Extend a time limit",
    "case_acts.why_deadline.extended": "By a document, within what that limit allows; a clock is never edited.",
    "case_story.deadline.extended": "Time limit {rule} extended until {until}[ by {document_id}].",
    "case_acts.do_officers.assigned": "Assign officers",
    "case_acts.why_officers.assigned": "Everybody who works on the case from now on, the lead first. Who is no "
    "longer named no longer sees it.",
    "case_story.officers.assigned": "Assigned to {officers}.",
    "case_acts.do_sheets.filed": "File a paper made elsewhere",
    "case_acts.why_sheets.filed": "It gets the next sheet numbers, which are never given again (Circular 27/2020 "
    "Art 26).",
    "case_story.sheets.filed": "Filed “{title}”[ number {number}][ of {issued_on}], {sheets} sheets.",
    "case_acts.do_note.added": "Add a note",
    "case_acts.why_note.added": "For who works on the case. It cannot be deleted.",
    "case_story.note.added": "Note.",
}
