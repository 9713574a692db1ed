"""Words of the page for handing a copy to the party."""

WORDS = {
    "copies.title": "Hand a copy to the party",
    "copies.link": "Hand a copy to the party",
    "copies.public_page": "Public page",
    "copies.give": "Give a code for the full copy",
    "copies.give_new": "Give a new code",
    "copies.give_said": "With this code the party reads the whole paper on the public page. It lasts 90 days and is "
    "locked after 5 wrong tries. A paper has one open code at a time. The print with its slip is a copy for the "
    "party, not a certified one.",
    "copies.give_now": "Give the code and make the copy",
    "copies.again": "I know that the code in use becomes void at once",
    "copies.again_needed": "This paper has a code in use. Tick the box to confirm that a new one takes its place.",
    "copies.second_code": "Code for the full copy",
    "copies.until": "Good until",
    "copies.shown_once": "It is shown this once: the system does not keep it. Print the copy now, or write it down "
    "for the party.",
    "copies.print": "Download the copy (A4, PDF)",
    "copies.print_said": "The first page is a slip with the code and room for the receiver's signature; the whole "
    "text follows; the original file is enclosed in the PDF unchanged. Can be downloaded for 30 minutes.",
    "copies.not_given": "You give no code for this paper: your role only reads, or the paper has no full copy to hand "
    "over.",
    "copies.given": "Codes that were given",
    "copies.none": "None was given yet.",
    "copies.unused": "Nobody used it yet.",
    "copies.wrong_tries": "{count} wrong tries",
    "copies.state_open": "Open",
    "copies.state_locked": "Locked",
    "copies.state_expired": "Expired",
    "copies.state_ended": "Replaced by a new code",
    "copies.use_opened": "opened the full copy",
    "copies.use_file": "downloaded",
    "copies.use_wrong": "wrong code",
}
