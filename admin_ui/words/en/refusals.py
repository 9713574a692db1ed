"""Words of requests that were refused."""

WORDS: dict[str, str] = {
    "refusals.title": "Refused requests",
    "refusals.lead": "Who asked for what is not his, and why it was refused. "
    "Nothing of what was sent is kept. That this page is read is recorded as well.",
    "refusals.officers": "By officer, the last {days} days",
    "refusals.officer": "Asked by",
    "refusals.unit": "Unit",
    "refusals.times": "Times",
    "refusals.last_at": "Last",
    "refusals.nobody": "Nobody was refused anything in the last {days} days.",
    "refusals.each": "Each request",
    "refusals.each_of_one": "Each request of this officer",
    "refusals.all": "Show everybody's",
    "refusals.at": "At",
    "refusals.asked": "Asked for",
    "refusals.why": "Why",
    "refusals.from": "From",
    "refusals.more": "{times} more within a minute, only counted",
    "refusals.none": "Nothing was refused yet.",
    "refusals.why_not_allowed": "No right to it",
    "refusals.why_not_there": "Not there, or out of sight",
    "refusals.why_too_many": "Too many tries",
    "refusals.why_act": "The act was refused",
    "refusals.why_many": "Various",
    "refusals.face_phone": "Phone",
    "refusals.face_desk": "Desk",
}
