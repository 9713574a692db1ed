"""Words of the checks of acts and photographs, question by question, and what each answer means."""

WORDS: dict[str, str] = {
    "verdict.title": "Checks",
    "verdict.caption": "Each question is checked by itself; they are never added up to a score",
    "verdict.question": "Question",
    "verdict.answer": "Answer",
    "verdict.meaning": "What that means",
    "verdict.all_good": "All checks are good",
    "verdict.none": "This was done at the desk, so it bears no phone's signature.",
    "verdict.summary_said": "All that phones recorded in this inspection, taken together. A bad "
    "answer never loses evidence: it is kept, marked and explained.",
    "verdict.times": "acts: {count}",
    "verdict.times_photos": "photographs: {count}",
    "verdict.signature": "The phone's signature",
    "verdict.signature_ok": "Good",
    "verdict.signature_ok_said": "The key inside this very phone signed exactly this; "
    "nobody changed it since.",
    "verdict.signature_invalid": "Wrong",
    "verdict.signature_invalid_said": "The signature fits neither the content nor the phone's key: "
    "it does not tell which phone recorded this, nor whether it is unchanged.",
    "verdict.device": "An enrolled phone",
    "verdict.device_ok": "Enrolled, in force",
    "verdict.device_ok_said": "The phone was enrolled, and not revoked, when this came.",
    "verdict.device_unknown": "Not enrolled",
    "verdict.device_unknown_said": "The server does not know this phone, so there is no key to "
    "check its signature by.",
    "verdict.device_revoked": "Revoked",
    "verdict.device_revoked_said": "An administrator revoked the phone before this came: "
    "it may be lost, or in other hands.",
    "verdict.sequence": "The phone's numbering",
    "verdict.sequence_ok": "Without a gap",
    "verdict.sequence_ok_said": "Its number follows the phone's last one.",
    "verdict.sequence_gap": "Numbers are missing before it",
    "verdict.sequence_gap_said": "The phone recorded something before this that the server "
    "has not received.",
    "verdict.sequence_late": "Came after a later one",
    "verdict.sequence_late_said": "It came after what the phone recorded later; "
    "usually the network, told all the same.",
    "verdict.chain": "The chain of the phone's log",
    "verdict.chain_ok": "Joins",
    "verdict.chain_ok_said": "It names the hash of what the phone recorded before: nothing can be "
    "put in or taken out between them.",
    "verdict.chain_broken": "Broken",
    "verdict.chain_broken_said": "The hash that it names is not that of the one before: "
    "the phone's log forked or was replaced.",
    "verdict.chain_unknown": "Cannot be joined yet",
    "verdict.chain_unknown_said": "The one right before it is not here, so there is nothing "
    "to compare with.",
    "verdict.time": "The time",
    "verdict.time_ok": "Within bounds that can be proved",
    "verdict.time_ok_said": "The phone's clock stands between a time that the server signed and "
    "the receipt, give or take two minutes.",
    "verdict.time_no_anchor": "No lower bound",
    "verdict.time_no_anchor_said": "The phone had no time signed by the server: all that is "
    "certain is that this was not later than its receipt.",
    "verdict.time_before_anchor": "Before its lower bound",
    "verdict.time_before_anchor_said": "The phone told a time before one that the server had "
    "already given it: its clock is slow, or was set back.",
    "verdict.time_after_receipt": "After its receipt",
    "verdict.time_after_receipt_said": "The phone told a time after the server had received this: "
    "its clock is fast, or was set forward.",
    "verdict.time_anchor_invalid": "The proof of time is not ours",
    "verdict.time_anchor_invalid_said": "The time that came with it was not signed by this server, "
    "so it proves nothing.",
    "verdict.place": "The place",
    "verdict.place_ok": "Measured by the phone",
    "verdict.place_ok_said": "Measured by the phone's sensors or system; "
    "how sure and how old is written beside it.",
    "verdict.place_stated": "Stated by the officer",
    "verdict.place_stated_said": "Pointed at on a map, or typed: a statement, not a measurement.",
    "verdict.place_mocked": "Called mocked",
    "verdict.place_mocked_said": "The phone's system said that an app made this position up.",
    "verdict.place_absent": "None",
    "verdict.place_absent_said": "No position came with it: none was found, or it was not allowed. "
    "That alone is no fault.",
    "verdict.bytes": "The original",
    "verdict.bytes_pending": "Not in the store yet",
    "verdict.bytes_pending_said": "The phone announced the photograph with its hash, "
    "but the file has not reached the server.",
    "verdict.bytes_ok": "Stored, hash agrees",
    "verdict.bytes_ok_said": "The file was stored, read back, and has the hash that the phone "
    "announced.",
    "verdict.bytes_verified": "Stored, checked again and locked",
    "verdict.bytes_verified_said": "After it was stored the whole file was read once more, its "
    "hash still agreed, and it was locked against removal and replacement.",
    "verdict.bytes_differs": "DIFFERS from what was announced",
    "verdict.bytes_differs_said": "The file in the store does not have the hash that the phone "
    "announced. Tell the auditors at once.",
}
