"""Words of the area `byhand`: papers that are signed on paper, their scans and their comparison."""

WORDS: dict[str, str] = {
    "byhand.title": "Papers signed by hand",
    "byhand.what": "Papers that were printed to be signed and are not compared yet. To be compared within 48 "
    "hours of the printing (Circular 22/2021/TT-BCT Art 7.4).",
    "byhand.none": "No paper waits for a scan or for its comparison.",
    "byhand.count_printed": "wait for a scan",
    "byhand.count_waits": "wait for comparison",
    "byhand.count_older": "of the older rules, not compared",
    "byhand.paper": "Paper",
    "byhand.case": "Case",
    "byhand.issuer": "Signer",
    "byhand.state": "State",
    "byhand.due": "To be compared by",
    "byhand.overdue": "Overdue",
    "byhand.hand_printed": "Printed to be signed, no scan yet",
    "byhand.hand_waits": "Signed by hand, waits for comparison",
    "byhand.hand_older": "Signed by hand under the older rules, not compared",
    "byhand.hand_compared": "Signed by hand, compared",
    "byhand.said_printed": "It has its number and no effect yet. Print it, sign it, scan all pages, then send "
    "the scan.",
    "byhand.said_waits": "In force from the day on the paper. Payment, publication, enforcement, destruction "
    "and sale follow only after the comparison.",
    "byhand.said_older": "Issued when no scan was asked for; it keeps its force. A scan may be added and compared.",
    "byhand.said_compared": "A second person compared the scan with what was printed.",
    "byhand.sent_back": "The scan before was not what was printed: {note}",
    "byhand.download_printed": "Download what was printed (PDF)",
    "byhand.download_scan": "Download the scan",
    "byhand.send_scan": "Send the scan",
    "byhand.replace": "Replace the scan that you sent",
    "byhand.replace_title": "Replace the scan that you sent",
    "byhand.replace_follows": "Only where you sent the wrong file. The new scan takes the place of the one that waits "
    "for comparison; the paper stays in force. Both are kept.",
    "byhand.done_replaced": "The scan is replaced. The new one waits for comparison.",
    "byhand.compare": "Compare",
    "byhand.own": "Who drafted, signed or scanned the paper does not compare it; you are one of them.",
    "byhand.scan_title": "Send the signed scan",
    "byhand.scan_follows": "Once sent, the paper is in force from the day on it and waits for a second person "
    "to compare. The scan is kept as it is and cannot be removed.",
    "byhand.enter_too": "Enter this decision into the case at once (the scan and the entry stand together, or neither)",
    "byhand.scan_now": "Send the scan",
    "byhand.not_now": "The paper waits for neither a scan nor a comparison, or it is not yours to do.",
    "byhand.compare_title": "Compare the scan with what was printed",
    "byhand.compare_how": "Go through the pages: content, number, day, name and signature, seal, all pages "
    "there, nothing altered.",
    "byhand.printed_side": "As printed ({pages} pages)",
    "byhand.scan_side": "The scan",
    "byhand.looked": "I have looked at all pages of both",
    "byhand.looked_needed": "Look at both, then tick this box.",
    "byhand.agrees": "It is what was printed",
    "byhand.differs": "It differs: send the scan back",
    "byhand.differs_how": "Where it differs (when you send it back)",
    "byhand.give_up_follows": "Take back every printed sheet. Number {number} becomes void and is not used again; "
    "this goes to the list of exceptions, which the level above checks. A paper that was signed and handed over is "
    "not given up: send its scan.",
    "byhand.done_scanned": "The scan was taken and stored. The paper is in force and waits for comparison.",
    "byhand.done_compared": "The comparison was recorded.",
    "byhand.state_again": "Entered again, waits for its scan",
    "byhand.hand_again": "Entered again after a restore, no scan yet",
    "byhand.said_again": "It was signed before: do not print it, and do not sign it again. Send the scan of the signed "
    "copy, or the signed file, for another person to compare; until then the register does not hold it to be in force.",
    "byhand.download_again": "See what was laid out anew (PDF)",
    "byhand.give_up_again": "Only this try is given up: number {number} and the code are left to the next. This goes "
    "to the list of exceptions, which the level above checks.",
    "byhand.done_again": "It was entered with this number. Send the scan of the signed copy; do not print or sign it "
    "again.",
    "byhand.done_printed": "It has its number. Download it, sign it, scan it, then send the scan.",
}
