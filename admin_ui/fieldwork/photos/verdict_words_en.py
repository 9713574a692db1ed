"""Words of the checks of acts and photographs, question by question, and what each answer means."""

WORDS: dict[str, str] = {
    "verdict.title": "Checks",
    "verdict.caption": "Each question is checked separately; the answers are never added up to a score",
    "verdict.question": "Question",
    "verdict.answer": "Answer",
    "verdict.meaning": "What that means",
    "verdict.all_good": "All checks passed",
    "verdict.none_doubtful": "nothing to look at",
    "verdict.doubtful": "answers to look at: {count}",
    "verdict.nothing_wrong": "Nothing is wrong.",
    "verdict.see": "See each question",
    "verdict.none": "This was done at the desk, so it has no phone signature.",
    "verdict.summary_said": "Summary of everything that phones recorded in this inspection. The answer “Wrong” never "
    "loses evidence: it is kept, marked and explained.",
    "verdict.times": "acts: {count}",
    "verdict.times_photos": "photographs: {count}",
    "verdict.signature": "The phone's signature",
    "verdict.signature_ok": "Good",
    "verdict.signature_ok_said": "The key inside this phone signed exactly this content; nobody has changed it since.",
    "verdict.signature_invalid": "Wrong",
    "verdict.signature_invalid_said": "The signature does not match the content or the phone's key: it cannot prove "
    "which phone recorded this, or whether it is unchanged.",
    "verdict.device": "An enrolled phone",
    "verdict.device_ok": "Enrolled, in force",
    "verdict.device_ok_said": "The phone was enrolled, and not revoked, when this came.",
    "verdict.device_unknown": "Not enrolled",
    "verdict.device_unknown_said": "The server does not know this phone, so it has no key to check the signature.",
    "verdict.device_revoked": "Revoked",
    "verdict.device_revoked_said": "An administrator revoked the phone before this arrived: it may be lost, or in "
    "other hands.",
    "verdict.sequence": "The phone's sequence numbers",
    "verdict.sequence_ok": "No gap",
    "verdict.sequence_ok_said": "Its number directly follows the previous number of the same phone.",
    "verdict.sequence_gap": "One or more numbers are missing before it",
    "verdict.sequence_gap_said": "The phone recorded something before this that the server "
    "has not received.",
    "verdict.sequence_late": "Arrived after a later one",
    "verdict.sequence_late_said": "This arrived after acts that the phone recorded later; usually because of the "
    "network, but it is noted.",
    "verdict.chain": "The chain of the phone's log",
    "verdict.chain_ok": "Linked",
    "verdict.chain_ok_said": "It carries the hash of the phone's previous act: nothing can be inserted or removed "
    "between them.",
    "verdict.chain_broken": "Broken",
    "verdict.chain_broken_said": "The hash that it carries is not that of the previous act: the phone's log was "
    "forked or replaced.",
    "verdict.chain_unknown": "Cannot be linked yet",
    "verdict.chain_unknown_said": "The previous act is not on the server, so it cannot be compared.",
    "verdict.time": "Time",
    "verdict.time_ok": "Within provable bounds",
    "verdict.time_ok_said": "The phone's time lies between a time that the server signed and the time of receipt, "
    "within two minutes.",
    "verdict.time_no_anchor": "No lower bound",
    "verdict.time_no_anchor_said": "The phone had no time signed by the server: it is only certain that this was not "
    "recorded after its receipt.",
    "verdict.time_before_anchor": "Before its lower bound",
    "verdict.time_before_anchor_said": "The phone recorded a time before one that it had already received from the "
    "server: its clock is slow, or was set back.",
    "verdict.time_after_receipt": "After its receipt",
    "verdict.time_after_receipt_said": "The phone recorded a time after the server received this: its clock is fast, "
    "or was set forward.",
    "verdict.time_anchor_invalid": "The proof of time is not from this server",
    "verdict.time_anchor_invalid_said": "The time that came with it was not signed by this server, "
    "so it proves nothing.",
    "verdict.place": "Position",
    "verdict.place_ok": "Measured by the phone",
    "verdict.place_ok_said": "Measured by the phone's sensors or operating system; its accuracy and age are shown "
    "beside it.",
    "verdict.place_stated": "Stated by the officer",
    "verdict.place_stated_said": "Pointed at on a map, or typed: a statement, not a measurement.",
    "verdict.place_mocked": "Reported as mock",
    "verdict.place_mocked_said": "The phone's operating system reported that an app made this position up.",
    "verdict.place_absent": "None",
    "verdict.place_absent_said": "No position was sent: none was found, or it was not allowed. A missing position "
    "alone is not a fault.",
    "verdict.bytes": "The original",
    "verdict.bytes_pending": "Not in the store yet",
    "verdict.bytes_pending_said": "The phone announced the photograph with its hash, "
    "but the file has not reached the server.",
    "verdict.bytes_ok": "Stored, hash matches",
    "verdict.bytes_ok_said": "The file was stored, read back, and has the hash that the phone "
    "announced.",
    "verdict.bytes_verified": "Stored, checked again and locked",
    "verdict.bytes_verified_said": "After it was stored, the whole file was read once more, its hash still matched, "
    "and it was locked against deletion and replacement.",
    "verdict.bytes_differs": "DIFFERS from what was announced",
    "verdict.bytes_differs_said": "The file in the store does not have the hash that the phone "
    "announced. Tell the auditors at once.",
}
