"""Words of inspection decisions as papers."""

WORDS: dict[str, str] = {
    "qdkt.title": "Inspection decisions",
    "qdkt.what": "Decisions that are being drafted, or wait for a signature, a scan or a comparison.",
    "qdkt.what_all": "All inspection decisions that were drafted in your scope, the latest first.",
    "qdkt.none": "There are no decisions.",
    "qdkt.every": "Show all",
    "qdkt.open_only": "Show what waits",
    "qdkt.draft_new": "Draft a decision",
    "qdkt.open_paper": "Open the decision",
    "qdkt.numbers_wait": "Numbers that are kept and on no signed paper: {count}",
    "qdkt.paper": "Paper",
    "qdkt.no_number": "No number yet",
    "qdkt.drafted": "Drafted by",
    "qdkt.state": "State",
    "qdkt.pdf": "The decision as a paper (PDF)",
    "qdkt.changes": "The decision that it changes",
    "qdkt.reason": "Reason",
    "qdkt.change": "Amend or extend the decision",
    "qdkt.change_said": "Change only what is to change. A change of the days alone is an extension (QĐ-KDGH); "
    "of contents, place or team an amending decision (QĐ-SĐBSKT). It is in force once it is signed.",
    "qdkt.place_needed": "State the place of the inspection.",
    "qdkt.withdraw": "Withdraw the decision",
    "qdkt.withdraw_said": "Draft a decision (form QĐ-SĐBSKT) that takes the whole inspection decision back; it "
    "takes effect once signed. Only before the team has announced the decision; the public page names the number of "
    "the withdrawal.",
    "qdkt.withdraw_draft": "Draft the withdrawal",
    "qdkt.lapse": "Record that the decision lapsed",
    "qdkt.lapse_said": "Only if it was not announced within 5 working days of its issue (Ordinance 11/2016 Art "
    "19.3). To inspect, a new decision is needed.",
    "qdkt.inspection": "The inspection",
    "qdkt.state_draft": "Draft",
    "qdkt.state_printed": "Printed, to be signed by hand",
    "qdkt.state_awaiting": "Signed by hand, waiting for comparison",
    "qdkt.state_sent_back": "The scan was sent back",
    "qdkt.state_signed": "Signed",
    "qdkt.state_discarded": "Given up",
    "qdkt.said_printed": "The print has its number and code. The signer signs it, seals it and sends the scan: "
    "from then on the decision is in force from the day on the paper, and on the phones of the team.",
    "qdkt.said_awaiting": "The decision is in force from its signing. Somebody who neither drafted nor signed "
    "it compares the scan with the print.",
    "qdkt.said_sent_back": "The scan differs from the print. Send another one.",
    "qdkt.to_sign": "Finalised for signing",
    "qdkt.signer": "To be signed by: {title} {name}",
    "qdkt.faults": "It cannot be signed yet:",
    "qdkt.edit": "Change the draft",
    "qdkt.save": "Save and show the paper",
    "qdkt.sign_follows": "Once signed, the decision has its number and code, is on the phones of the team, and "
    "cannot be changed.",
    "qdkt.sign_now": "Sign digitally and issue",
    "qdkt.by_hand_said": "It gets its number and code, and an A4 print. Sign it, seal it and send the scan; "
    "without a scan the decision is not in force.",
    "qdkt.not_your_signature": "A head of the unit signs this paper.",
    "qdkt.scan_follows": "By sending the scan you confirm that you signed the sheet: the decision is in force, "
    "and on the phones of the team.",
    "qdkt.notes": "What must be compared with the official form",
    "qdkt.done_already": "This form was already recorded when it was first sent; nothing was recorded twice.",
    "qdkt.done_saved": "The draft is saved.",
    "qdkt.done_signed": "The decision is signed and issued.",
    "qdkt.done_printed": "It has its number. Download the print and sign it.",
    "qdkt.done_scanned": "The scan is received. The decision is in force and waits for comparison.",
    "qdkt.done_compared": "The comparison is recorded.",
    "qdkt.done_given_up": "The number is void and the prepared copy given up. The draft waits as before.",
    "qdkt.done_discarded": "The paper is given up.",
}
