"""What each act of a case is called, and what it means: its article and what must be so."""

WORDS: dict[str, str] = {
    "case_acts.do_information.received": "Take information in",
    "case_acts.why_information.received": "Records what came in and from where; the head of the unit is told at "
    "once (Circular 27/2020 Arts 8, 9).",
    "case_acts.do_verification.assigned": "Assign verification",
    "case_acts.why_verification.assigned": "Named officers check and verify the information by a day (Circular "
    "27/2020 Art 9.2).",
    "case_acts.do_information.forwarded": "Forward the information",
    "case_acts.why_information.forwarded": "The unit is not competent: it forwards, with a copy to both "
    "superiors inside the force (Circular 27/2020 Art 9.3).",
    "case_acts.do_plan_item.entered": "Enter an item of a plan",
    "case_acts.why_plan_item.entered": "A party in an approved plan. Each party is inspected once a year on the "
    "same content (Ordinance 11/2016 Art 20.1).",
    "case_acts.do_inspection.proposed": "Propose an inspection",
    "case_acts.why_inspection.proposed": "Names basis, party, contents, duration and the violation expected "
    "(Circular 27/2020 Art 11). Information of kinds c to e is verified first.",
    "case_acts.do_proposal.rejected": "Turn the proposal down",
    "case_acts.why_proposal.rejected": "The proposal is turned down; the case ends here.",
    "case_acts.do_adhoc_plan.issued": "Issue the ad-hoc plan",
    "case_acts.why_adhoc_plan.issued": "The signed plan (PA) precedes an ad-hoc decision (Circular 27/2020 Art 12).",
    "case_acts.do_case.opened": "Open a case from an inspection",
    "case_acts.why_case.opened": "The inspection minutes are submitted and the inspection has no case yet "
    "(Circular 27/2020 Art 18).",
    "case_acts.do_decision.linked": "Link the inspection decision",
    "case_acts.why_decision.linked": "A team of 2 or more, a leader whose card is valid, no conflict of interest "
    "(Ordinance 11/2016 Art 23, Circular 27/2020 Art 15). Ad hoc without a plan: state the emergency (Art 12).",
    "case_acts.do_inspection.began": "The inspection began",
    "case_acts.why_inspection.began": "The system writes it when the decision is announced on site.",
    "case_acts.do_inspection.not_executed": "The inspection was not executed",
    "case_acts.why_inspection.not_executed": "The system writes it when minutes of non-execution are submitted.",
    "case_acts.do_inspection.ended": "The inspection ended",
    "case_acts.why_inspection.ended": "The system writes it when the inspection minutes are submitted.",
    "case_acts.do_decision.expired": "The inspection decision expired",
    "case_acts.why_decision.expired": "It was not begun within its time (Ordinance 11/2016 Art 19.3), or its "
    "issuer withdrew it before it was announced.",
    "case_acts.do_verification.ordered": "Order verification",
    "case_acts.why_verification.ordered": "After the inspection: 10 days at most, extended to 25, waiting for tests to "
    "40 (Ordinance 11/2016 Art 27.4). After the violation minutes: while the time to decide runs, by a written order "
    "that another officer filed; the decision then has a month (Law on Handling Administrative Violations Arts 59, "
    "66).",
    "case_acts.do_violation.recorded": "Record the violation",
    "case_acts.why_violation.recorded": "Needs signed violation minutes (MBB01) (Law on Handling Administrative "
    "Violations Art 58). The time for the decision begins (Art 66).",
    "case_acts.do_explanation.requested": "The violator asks to explain",
    "case_acts.why_explanation.requested": "Within 2 working days directly, 5 in writing (Law on Handling "
    "Administrative Violations Art 61).",
    "case_acts.do_explanation.received": "Record the explanation",
    "case_acts.why_explanation.received": "In writing, or at the hearing (MBB03) (Law on Handling Administrative "
    "Violations Art 61).",
    "case_acts.do_explanation.waived": "No explanation will come",
    "case_acts.why_explanation.waived": "There is no right, it was waived, or its time is over (Law on Handling "
    "Administrative Violations Art 61).",
    "case_acts.do_sanction.imposed": "Impose the sanction",
    "case_acts.why_sanction.imposed": "Reckon the fine, choose penalties and remedies, draft MQĐ02; competence, "
    "time limit and statute are checked (Law on Handling Administrative Violations Arts 6, 52, 66).",
    "case_acts.do_sanction.imposed_on_spot": "Sanction on the spot",
    "case_acts.why_sanction.imposed_on_spot": "Only within the ceiling of the procedure without minutes (MQĐ01; "
    "Law on Handling Administrative Violations Art 56).",
    "case_acts.do_remedy.ordered": "Order confiscation or remedies alone",
    "case_acts.why_remedy.ordered": "No sanction any more, but exhibits or harm remain (MQĐ14, MQĐ15; Law on "
    "Handling Administrative Violations Art 65).",
    "case_acts.do_sanction.declined": "Decide not to sanction",
    "case_acts.why_sanction.declined": "With its reason (Law on Handling Administrative Violations Art 65).",
    "case_acts.do_case.transferred": "Transfer the case",
    "case_acts.why_case.transferred": "Somebody else is competent: file and exhibits go with handover minutes "
    "within 24 hours (Circular 27/2020 Arts 22, 24, 25).",
    "case_acts.do_crime.referred": "Refer for prosecution",
    "case_acts.why_crime.referred": "Signs of a crime: needs the signed decision MQĐ33 (Law on Handling "
    "Administrative Violations Art 62).",
    "case_acts.do_crime.declined": "The prosecution returned the file",
    "case_acts.why_crime.declined": "The file is back for an administrative sanction (Law on Handling "
    "Administrative Violations Art 63).",
    "case_acts.do_decision.delivered": "Record the delivery",
    "case_acts.why_decision.delivered": "Returned three times by the post (with its slip), "
    "posted for 7 working days (with minutes) or refused with MBB06 it counts as delivered (Law on "
    "Handling Administrative Violations Art 70, Decree 118/2021 Art 17a).",
    "case_acts.do_payment.received": "Record a payment",
    "case_acts.why_payment.received": "By the receipt of treasury or bank. Never more than is left (Law on "
    "Handling Administrative Violations Art 78).",
    "case_acts.do_execution.postponed": "Postpone the fine",
    "case_acts.why_execution.postponed": "Needs the signed decision MQĐ03 (Law on Handling Administrative "
    "Violations Art 76).",
    "case_acts.do_execution.resumed": "Resume execution",
    "case_acts.why_execution.resumed": "The postponement or suspension is over.",
    "case_acts.do_instalments.granted": "Grant instalments",
    "case_acts.why_instalments.granted": "Needs the signed MQĐ05; three parts at most within six months, the "
    "first at least 40 % (Law on Handling Administrative Violations Art 79).",
    "case_acts.do_fine.reduced": "Reduce or waive the rest of the fine",
    "case_acts.why_fine.reduced": "Needs the signed MQĐ04; no more than is left (Law on Handling Administrative "
    "Violations Art 77).",
    "case_acts.do_remedy.carried_out": "Record a measure carried out",
    "case_acts.why_remedy.carried_out": "An additional penalty or remedy of the decision is done (Law on "
    "Handling Administrative Violations Art 85).",
    "case_acts.do_enforcement.ordered": "Order enforcement",
    "case_acts.why_enforcement.ordered": "Only once the time to comply is over, by the filed "
    "decision to enforce (Law on Handling Administrative Violations Arts 73, 86 to 88).",
    "case_acts.do_execution.suspended": "Suspend execution",
    "case_acts.why_execution.suspended": "By the filed decision to suspend (MQĐ31), of who "
    "resolves a complaint, or of a court.",
    "case_acts.do_execution.completed": "Record that all is carried out",
    "case_acts.why_execution.completed": "The fine is paid whole and every measure is done.",
    "case_acts.do_execution.lapsed": "Execution lapsed",
    "case_acts.why_execution.lapsed": "A year after the decision (Law on Handling Administrative Violations Art "
    "74) the fine is no longer collected.",
    "case_acts.do_case.closed": "Close the case",
    "case_acts.why_case.closed": "Without a decision. All exhibits are dealt with; informants of kinds c, d and "
    "e are told unless they asked otherwise (Circular 27/2020 Art 10).",
    "case_acts.do_case.archived": "Archive the file",
    "case_acts.why_case.archived": "The file is closed and read only; all exhibits are dealt with (Circular "
    "27/2020 Art 26).",
    "case_acts.do_case.reopened": "Reopen the file",
    "case_acts.why_case.reopened": "It stands again as before it was archived, with the reason.",
    "case_acts.do_exhibits.seized": "Record exhibits seized",
    "case_acts.why_exhibits.seized": "By signed seizure minutes (MBB15); within 24 hours a decision follows or "
    "they go back (Law on Handling Administrative Violations Art 125).",
    "case_acts.do_seizure.decided": "Decide the seizure",
    "case_acts.why_seizure.decided": "Needs the signed MQĐ20. Its purpose sets the term: valuation 5 working days "
    "(Art 60.3); to secure execution until it is done; else 7 working days from the seizure, 10 where the file goes to "
    "who may sanction (Law on Handling Administrative Violations Art 125.8).",
    "case_acts.do_seizure.extended": "Extend the seizure",
    "case_acts.why_seizure.extended": "Needs an MQĐ21 signed in time: 10 working days where the file goes on, a month "
    "where an explanation was asked for or facts are to be verified, two where the case is complex besides (Law on "
    "Handling Administrative Violations Art 125.8).",
    "case_acts.do_exhibits.sealed": "Record sealing",
    "case_acts.why_exhibits.sealed": "By signed sealing minutes (MBB26); one seal number each, or one for all.",
    "case_acts.do_exhibits.unsealed": "Record unsealing",
    "case_acts.why_exhibits.unsealed": "By signed minutes (MBB27); says whether the seals were intact.",
    "case_acts.do_exhibits.divided": "Divide goods",
    "case_acts.why_exhibits.divided": "A part of a row goes another way than the rest (30 of 40 boxes are "
    "confiscated, say): make it two rows, so that papers name each.",
    "case_acts.do_exhibits.moved": "Record a change of custody",
    "case_acts.why_exhibits.moved": "Who keeps it now, where, since when: by MBB26, MBB27 or "
    "filed handover minutes; custody must not break.",
    "case_acts.do_exhibits.disposed": "Record what became of exhibits",
    "case_acts.why_exhibits.disposed": "Returned (MQĐ24) or confiscated by the decision; sold or handed on by "
    "a filed contract or minutes, with who received it; perishable goods "
    "sold at once with the deposit account (Law on Handling Administrative "
    "Violations Arts 81, 82, 126).",
    "case_acts.do_complaint.filed": "Record a complaint or lawsuit",
    "case_acts.why_complaint.filed": "Against a signed paper of the case (Law on Handling Administrative "
    "Violations Art 15).",
    "case_acts.do_complaint.resolved": "Record how a complaint ended",
    "case_acts.why_complaint.resolved": "Upheld or not, the day and the reason.",
    "case_acts.do_sanction.published": "Record the publication",
    "case_acts.why_sanction.published": "The sanction is made public within 3 working days (Law on Handling "
    "Administrative Violations Art 72).",
    "case_acts.do_deadline.extended": "Extend a time limit",
    "case_acts.why_deadline.extended": "By a document, within what that limit allows; a clock is never edited.",
    "case_acts.do_officers.assigned": "Assign officers",
    "case_acts.why_officers.assigned": "Everybody who works on the case from now on, the lead first. Who is no "
    "longer named no longer sees it.",
    "case_acts.do_sheets.filed": "File a paper made elsewhere",
    "case_acts.why_sheets.filed": "It gets the next sheet numbers, which are never given again (Circular 27/2020 "
    "Art 26).",
    "case_acts.do_note.added": "Add a note",
    "case_acts.why_note.added": "For who works on the case. It cannot be deleted.",
    "case_acts.do_document.drafted": "Draft a paper",
    "case_acts.why_document.drafted": "Its form is filled in on the editor's page.",
    "case_acts.do_document.finalised": "Make a paper ready",
    "case_acts.why_document.finalised": "Content that satisfies its form is frozen and waits for its signer.",
    "case_acts.do_document.reopened": "Send a paper back",
    "case_acts.why_document.reopened": "The signer sends it back; it is a draft again.",
    "case_acts.do_document.issued": "Sign and number a paper",
    "case_acts.why_document.issued": "Numbered, laid out, signed; never changed afterwards (Circular 22/2021 Art "
    "6.4).",
    "case_acts.do_document.printed": "Print a paper to be signed by hand",
    "case_acts.why_document.printed": "Numbered and printed; it has effect once its signed scan is there.",
    "case_acts.do_document.scanned": "Send the signed scan",
    "case_acts.why_document.scanned": "In force from the day on the paper; a second person compares it.",
    "case_acts.do_document.compared": "Compare a scan",
    "case_acts.why_document.compared": "Within 48 hours, by the clerk or somebody who neither drafted nor signed it "
    "(Circular 22/2021 Art 7.4).",
    "case_acts.do_document.adopted": "Take in a paper made on site",
    "case_acts.why_document.adopted": "A paper made on a phone, signed and numbered, gets sheet numbers.",
    "case_acts.do_document.delivered": "Record a paper's delivery",
    "case_acts.why_document.delivered": "A signed paper was handed to whom it concerns.",
    "case_acts.do_document.discarded": "Give a draft up",
    "case_acts.why_document.discarded": "Before it is numbered; the ledger keeps it.",
    "case_acts.do_document.cancelled": "Take a paper back",
    "case_acts.why_document.cancelled": "By a signed decision (MQĐ40).",
    "case_acts.do_document.number_voided": "Void a number that was kept and not used",
    "case_acts.why_document.number_voided": "A number that stands on no paper is voided with the reason "
    "(Circular 22/2021 Art 6).",
    "case_acts.do_document.replaced": "Replace an internal paper",
    "case_acts.why_document.replaced": "By another signed paper of its form. The old one is kept; decisions and "
    "minutes are not replaced.",
    "case_acts.do_decision.annulled": "Record that the decision is annulled",
    "case_acts.why_decision.annulled": "The decision was cancelled by an MQĐ40: fine and time limits are at an "
    "end; money that was "
    "paid is set off or given back (Decree 118/2021 Arts 13, 20).",
    "case_acts.do_decision.due_again": "Bring the case back to its decision",
    "case_acts.why_decision.due_again": "A violation remains and was verified anew (MBB05) after the annulment "
    "(Decree 118/2021 Arts 13.3, 15.3).",
    "case_acts.do_document.amended": "Record that a decision is amended or corrected",
    "case_acts.why_document.amended": "By an MQĐ38, MQĐ39 or an MQĐ40 in part that names the decision; it stays "
    "in force.",
    "case_acts.do_exhibits.destroyed": "Record the destruction",
    "case_acts.why_exhibits.destroyed": "By a decision (MQĐ16) and minutes (MBB21) made by somebody else, with "
    "people who took part "
    "(Law on Handling Administrative Violations Arts 33, 126).",
    "case_acts.do_case.reopening_asked": "Ask to reopen the file",
    "case_acts.why_case.reopening_asked": "Say why; another who has the authority opens it.",
}
