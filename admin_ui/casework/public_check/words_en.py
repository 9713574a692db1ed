"""Words of the area `verify`: the public check of a paper."""

WORDS: dict[str, str] = {
    "verify.title": "Check a document",
    "verify.ask_heading": "Check a document",
    "verify.ask_said": "Enter the code printed on the document, or scan its QR code with a phone. No account is "
    "needed.",
    "verify.code": "Verification code",
    "verify.code_hint": "28 digits and letters; capitals, dashes and spaces do not matter.",
    "verify.look_up": "Look up",
    "verify.another": "Check another document",
    "verify.problem_heading": "The document cannot be checked",
    "verify.not_understood": "What was sent cannot be read. Type the code that is printed on the paper again.",
    "verify.unexpected": "Something unexpected went wrong, and nothing was looked up. Try again in a few minutes; if "
    "it repeats, tell the office named on the paper the reference {reference}.",
    "verify.problem_said": "If the paper in your hand has exactly this code, ask the office named on it.",
    "verify.number": "Number",
    "verify.issued_on": "Issued on",
    "verify.unit": "Office",
    "verify.issuer": "Signed by",
    "verify.party": "Party (masked)",
    "verify.signature": "Digital signature",
    "verify.no_signature": "No digital signature",
    "verify.technical": "Technical: hashes of the file",
    "verify.content": "Content mark, as at the foot of each page",
    "verify.sha256": "SHA-256 of the file",
    "verify.earlier_file": "Another file of this document",
    "verify.seal": "The agency's digital seal",
    "verify.sealed_sha256": "SHA-256 of the file with the seal (as dispatched)",
    "verify.signed_sha256": "SHA-256 of the signer's file (without the seal)",
    "verify.replaced_by": "Replaced by document number",
    "verify.cancelled_by": "Annulled by document number",
    "verify.amended_by": "Amended, corrected or annulled in part by document",
    "verify.extended_by": "Given more time by document",
    "verify.suspended_by": "Suspended by document number",
    "verify.file_heading": "Compare your PDF with the issued document",
    "verify.file_said": "The file is checked on your own device and is not sent anywhere.",
    "verify.choose": "Choose the PDF, or drop it on this page",
    "verify.checking": "Checking …",
    "verify.same": "RIGHT: this file is exactly the document that was issued.",
    "verify.same_but": "This file is exactly the document that was issued, but the document is NO LONGER in force "
    "(see above).",
    "verify.differs": "WRONG: this file is NOT the document that was issued, or it was altered.",
    "verify.differs_again": "This file differs from the one entered again after the restore (see above). Ask the "
    "issuing office.",
    "verify.earlier": "This file is genuine: the server handed it out before. There is another one now "
    "(see above) with the same content.",
    "verify.differs_site": "This is NOT the file that the system keeps of this document. If you had it "
    "before the system kept files, compare the content mark and check the seal with a PDF reader, or ask the "
    "office.",
    "verify.insecure": "This browser cannot check the file here. Check it yourself as described below.",
    "verify.unreadable": "This file cannot be read.",
    "verify.by_hand": "Check it yourself, without this page",
    "verify.by_hand_said": "Compute the file's hash with one of these (Linux, Windows, macOS) and compare it with "
    "the hash above, letter by letter. A PDF reader shows the signature.",
    "verify.shown_only": "This page only shows whether a document is in force and how to recognise its file; the "
    "content of the case is not public.",
    "verify.unproven_said": "This page says nothing about the document with this code, because the ledger cannot "
    "prove it. Do not rely on the paper in your hand until the office named on it confirms it.",
    "verify.full_heading": "Read the full copy",
    "verify.full_said": "For the party that was handed the document: enter the code for the full copy from the slip "
    "that came with it.",
    "verify.second_code": "Code for the full copy",
    "verify.second_hint": "12 digits and letters; capitals, dashes and spaces do not matter. After 5 wrong tries it "
    "is locked.",
    "verify.full_open": "Read the full copy",
    "verify.full_files": "The files of the document, exactly as issued. That this code was used is recorded for the "
    "issuing office.",
    "verify.full_take": "Download the file",
    "verify.full_minutes": "This page is good for 10 minutes; then enter the code again.",
    "verify.full_back": "Back to the document's public page",
}
