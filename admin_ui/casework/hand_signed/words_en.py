"""Words of the area `byhand`: papers that are signed on paper, their scans and their comparison."""

WORDS: dict[str, str] = {
    "byhand.title": "Papers signed by hand",
    "byhand.what": "Papers printed for signing by hand and not compared yet. They must be compared within 48 hours "
    "of printing, to be digitised within 48 hours of their signing (Circular 22/2021/TT-BCT Art 7.4). Inspection "
    "decisions signed by hand are in their own list.",
    "byhand.none": "No paper is waiting for a scan or for comparison.",
    "byhand.count_printed": "waiting for a scan",
    "byhand.count_waits": "waiting for comparison",
    "byhand.count_older": "under the older rules, not compared",
    "byhand.paper": "Paper",
    "byhand.case": "Case",
    "byhand.issuer": "Signer",
    "byhand.state": "State",
    "byhand.due": "Compare by",
    "byhand.overdue": "Overdue",
    "byhand.hand_printed": "Printed for signing, no scan yet",
    "byhand.hand_waits": "Signed by hand, awaiting comparison",
    "byhand.hand_older": "Signed by hand under the older rules, not compared",
    "byhand.hand_compared": "Signed by hand, compared",
    "byhand.said_printed": "The paper has its number but no effect yet. Print, sign, stamp and scan all pages, then "
    "send the scan.",
    "byhand.said_waits": "The paper is in force from the day on it. Payment, publication, enforcement, destruction "
    "and sale are possible only after the comparison.",
    "byhand.said_older": "Issued when no scan was required; it stays in force. A scan may be added and compared.",
    "byhand.said_compared": "A second person has compared the scan with the printed document.",
    "byhand.sent_back": "The previous scan did not match the printed document: {note}",
    "byhand.open_printed": "Open the print",
    "byhand.open_scan": "Open the scan",
    "byhand.download_printed": "Download the printed document (PDF)",
    "byhand.download_scan": "Download the scan",
    "byhand.send_scan": "Send the scan",
    "byhand.replace": "Replace the scan that you sent",
    "byhand.replace_title": "Replace the scan that you sent",
    "byhand.replace_follows": "Use this only if you sent the wrong file. The new scan replaces the one awaiting "
    "comparison; the paper stays in force. Both are stored.",
    "byhand.done_replaced": "The scan was replaced. The new one awaits comparison.",
    "byhand.compare": "Compare",
    "byhand.own": "The people who drafted, signed or scanned the paper cannot compare it; you are one of them.",
    "byhand.scan_title": "Send the signed scan",
    "byhand.scan_follows": "Once sent, the paper is in force from the day on it and waits for a second person to "
    "compare it. The scan is stored unchanged and cannot be deleted.",
    "byhand.scan_enters": "The case records it with the scan, as its signer answered when it was printed. A decision "
    "that another officer signed, payment, publication, enforcement and changes of a decision are recorded with the "
    "comparison.",
    "byhand.made_elsewhere": "The paper was made outside the system and entered again: its signer said nothing here, "
    "so it is asked now.",
    "byhand.enter_too": "Enter this decision in the case at once (the scan and the entry take effect together, or "
    "neither)",
    "byhand.scan_now": "Send the scan",
    "byhand.not_now": "Not possible now: the paper waits for no scan or comparison, or it is somebody else's "
    "task. The paper's page says what it waits for, and for whom.",
    "byhand.others": "The paper waits to be compared, by somebody else.",
    "byhand.no_comparison": "The paper waits for no comparison: here the print and the scan are only shown.",
    "byhand.whose": "See whom the paper waits for",
    "byhand.compare_title": "Compare the scan with the printed document",
    "byhand.compare_how": "Go through every page: content, number, day, name and signature, seal, all pages present, "
    "no alterations.",
    "byhand.printed_side": "Printed document ({pages} pages)",
    "byhand.scan_side": "The scan",
    "byhand.looked": "I have looked at all pages of both documents",
    "byhand.looked_needed": "Look at both documents, then tick this box.",
    "byhand.agrees": "It matches the printed document",
    "byhand.differs": "It does not match: return the scan",
    "byhand.differs_how": "Where it differs (required when you return it)",
    "byhand.give_up_follows": "Collect every printed sheet. Number {number} becomes void and is not used again; this "
    "goes into the list of exceptions, which the level above checks. A paper that was signed and handed over must "
    "not be discarded: send its scan.",
    "byhand.done_scanned": "The scan was received and stored. The paper is in force and awaits comparison.",
    "byhand.done_compared": "The comparison was recorded.",
    "byhand.state_again": "Entered again, awaiting its scan",
    "byhand.hand_again": "Entered again after a restore, no scan yet",
    "byhand.said_again": "The paper was signed before: do not print it, and do not sign it again. Send the scan of "
    "the signed copy, or the signed file, for another person to compare; until then the register does not treat the "
    "paper as in force.",
    "byhand.download_again": "Download the reconstructed document (PDF)",
    "byhand.give_up_again": "This discards only this entry: number {number} and the code stay available for entering "
    "it again later. This goes into the list of exceptions, which the level above checks.",
    "byhand.done_again": "Entered again with this number. Send the scan of the signed copy; do not print or sign it "
    "again.",
    "byhand.done_printed": "The number was given. Download the document, print it on one side (a page is a sheet), "
    "sign, stamp and scan it, then send the scan.",
}
