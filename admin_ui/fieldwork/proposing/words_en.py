"""Words of proposing an inspection at the desk."""

WORDS: dict[str, str] = {
    "propose.title": "Propose an inspection",
    "propose.why": "Why to inspect",
    "propose.reason": "Signs of a violation, and where they were learnt",
    "propose.reason_hint": "Do not say who informed us.",
    "propose.reason_needed": "State the signs of a violation, in 3 to 2000 characters.",
    "propose.contents_needed": "State at least one thing to inspect.",
    "propose.members_needed": "A team has at least one member besides its leader.",
    "propose.basis_short": "The basis is too short: at least 3 characters, or leave it empty.",
    "propose.send": "Send the proposal",
    "propose.change": "Change the proposal and send it again",
    "propose.informations": "The proposal rests on {count} informations received.",
}
