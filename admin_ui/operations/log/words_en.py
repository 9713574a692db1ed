"""Words of the system log."""

WORDS: dict[str, str] = {
    "log.title": "System log",
    "log.lead": "Who read, searched, took copies, signed in or was refused, in your unit and below. "
    "Only auditors see it. Reading this log is on the log too.",
    "log.lead_refusals": "Refused requests in your unit and below. Reading this log is on the log too.",
    "log.officer": "Officer",
    "log.officer_hint": "A user name, or part of a name, with or without accents.",
    "log.record": "Record number",
    "log.record_hint": "The number of an inspection decision or of a case; what stands before the slash is enough.",
    "log.kind": "Kind",
    "log.unit": "Unit",
    "log.since": "From",
    "log.until": "Until",
    "log.from": "from",
    "log.none": "Nothing is on the log.",
    "log.older": "Older",
}
