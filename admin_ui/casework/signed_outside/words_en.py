"""Words of papers signed with a token in the officer's own computer."""

WORDS = {
    "token.title": "Sign with your own token or SIM",
    "token.choose": "Sign with a token or SIM at your own computer",
    "token.choose_said": "Three steps: (1) the number is reserved and the PDF given to you alone, without effect "
    "yet; "
    "(2) you sign that file with your signing software, as PAdES; (3) you send the signed file the same day: the "
    "paper "
    "is issued at once.",
    "token.choose_now": "Reserve the number and prepare",
    "token.open": "You prepared this paper, number {number}: download it, sign it, send it back",
    "token.continue": "Go on signing with your token or SIM",
    "token.none": "You have no prepared copy of this paper now: it was not prepared, it is another day, its content "
    "changed, or it was issued.",
    "token.prepare_again": "Prepare it for signing",
    "token.prepared_at": "Prepared at",
    "token.step_download": "1. Download the prepared file",
    "token.step_download_said": "Only you can download it. It has its number, day and code, but no effect yet.",
    "token.download": "Download the PDF to sign",
    "token.step_sign": "2. Sign it at your computer",
    "token.step_sign_said": "Sign that very file with your signing software: PAdES, once. Do not save, print or "
    "merge "
    "it. A picture of the signature goes into the blank space above the name, over no text.",
    "token.register_first": "You have registered no certificate that is usable now. Register the public certificate "
    "of "
    "your token or SIM before you send the signed file.",
    "token.step_send": "3. Send the signed file",
    "token.step_send_said": "Send it on the day that the paper bears. After midnight prepare it again: it keeps its "
    "number, and gets a new day and code.",
    "token.file": "Signed PDF",
    "token.send": "Check the signature and issue",
    "token.nothing_lost": "Nothing is lost: the prepared file is still there, and you can send another one.",
    "token.give_up": "Give this copy up",
    "token.give_up_said": "Number {number} becomes void with your reason and is never used again. The paper waits "
    "for "
    "its signature as before and will get another number.",
    "token.give_up_now": "Void the number and give up",
}
