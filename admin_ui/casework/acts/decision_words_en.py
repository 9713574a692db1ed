"""What each act of backend/casework/acts/decision.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_sanction.imposed": "Impose the sanction",
    "case_acts.why_sanction.imposed": "Reckon the fine, choose penalties and remedies, draft MQĐ02; competence, "
    "time limit and statute are checked (Law on Handling Administrative Violations Arts 6, 52, 66).",
    "case_story.sanction.imposed": "Fined {total} by {document_id}[; {confiscated} exhibits confiscated]; to "
    "comply within {comply_days} days[; {publish}].[ Illicit gain not paid back: {gain_kept}.]",
    "case_acts.do_sanction.imposed_on_spot": "Sanction on the spot",
    "case_acts.why_sanction.imposed_on_spot": "Only within the ceiling of the procedure without minutes (MQĐ01; "
    "Law on Handling Administrative Violations Art 56).",
    "case_story.sanction.imposed_on_spot": "Fined {total} on the spot by {document_id}; to comply within "
    "{comply_days} days.[ Illicit gain not paid back: {gain_kept}.]",
    "case_acts.do_remedy.ordered": "Order confiscation or remedies alone",
    "case_acts.why_remedy.ordered": "No sanction any more, but exhibits or harm remain (MQĐ14, MQĐ15; Law on "
    "Handling Administrative Violations Art 65).",
    "case_story.remedy.ordered": "Confiscation or remedies alone by {document_id}, because {why}[: {remedies}].[ "
    "Illicit gain not paid back: {gain_kept}.]",
    "case_acts.do_sanction.declined": "Decide not to sanction",
    "case_acts.why_sanction.declined": "With its reason (Law on Handling Administrative Violations Art 65).",
    "case_story.sanction.declined": "Decided not to sanction[: {why}][ by {document_id}].",
    "case_acts.do_case.transferred": "Transfer the case",
    "case_acts.why_case.transferred": "Somebody else is competent: file and exhibits go with handover minutes "
    "within 24 hours (Circular 27/2020 Arts 22, 24, 25).",
    "case_story.case.transferred": "Case transferred to {to} ({why})[ with {document_id}].",
    "case_acts.do_crime.referred": "Refer for prosecution",
    "case_acts.why_crime.referred": "Signs of a crime: needs the signed decision MQĐ33 (Law on Handling "
    "Administrative Violations Art 62).",
    "case_story.crime.referred": "Referred to {to} for signs of a crime by {document_id}.",
    "case_acts.do_crime.declined": "The prosecution returned the file",
    "case_acts.why_crime.declined": "The file is back for an administrative sanction (Law on Handling "
    "Administrative Violations Art 63).",
    "case_story.crime.declined": "The prosecution returned the file on {returned_on}, letter {number}.",
}
